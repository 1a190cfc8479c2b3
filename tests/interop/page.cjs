// A page in a browser: typing in its box filters it, nothing is asked for, the console is silent, nothing acts that stood in a
// text, it is accessible, and all of it is there without scripts.
const path = require("path");
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core");

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  for (const name of process.argv.slice(2)) {
    const address = `file://${path.resolve(name)}`;
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({ colorScheme, bypassCSP: false });
      const page = await context.newPage();
      const heard = [];
      page.on("console", (message) => heard.push(message.text()));
      page.on("pageerror", (error) => heard.push(String(error)));
      page.on("dialog", (dialog) => { heard.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
      page.on("request", (request) => { if (request.url() !== address) heard.push(request.url()); });
      await page.goto(address);
      const rows = page.locator("tbody tr");
      const all = await rows.count();
      const first = (await rows.first().locator("h2").textContent()).split(/\s+/)[0];
      await page.fill("#filter", first);
      const shown = await page.locator("tbody tr:visible").count();
      if (!all || !shown) throw new Error(`${name}: ${shown} of ${all} rows`);
      await page.fill("#filter", "no such words anywhere");
      if (await page.locator("tbody tr:visible").count()) throw new Error(`${name}: the filter keeps what it should not`);
      await page.fill("#filter", "");
      if (await page.locator("tbody tr:visible").count() !== all) throw new Error(`${name}: the filter does not give back`);
      if (heard.length) throw new Error(`${name}: ${heard.join("\n")}`);
      await context.close();
      // Accessibility is asked by a script, which the page itself would not let in.
      const open = await browser.newContext({ colorScheme, bypassCSP: true });
      const asked = await open.newPage();
      await asked.goto(address);
      await asked.addScriptTag({ path: axe });
      const { violations } = await asked.evaluate(() => window.axe.run());
      if (violations.length) throw new Error(`${name}: ${violations.map((it) => `${it.id}: ${it.nodes[0].html}`).join("\n")}`);
      await open.close();
    }
    const silent = await browser.newContext({ javaScriptEnabled: false });
    const page = await silent.newPage();
    await page.goto(address);
    if (!(await page.locator("tbody tr:visible").count())) throw new Error(`${name}: nothing without scripts`);
    if (await page.locator("#filter").isVisible()) throw new Error(`${name}: a box that does nothing`);
    console.log(name);
  }
  await browser.close();
})().catch((error) => { console.error(error.message); process.exit(1); });
