// A timeline in TimelineJS itself: it loads, has as many slides as there are, and nothing acts that stood in a text.
const fs = require("fs");
const path = require("path");
const { chromium } = require("playwright-core");
const dist = path.join(process.env.NODE_PATH, "@knight-lab/timelinejs/dist");

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  for (const name of process.argv.slice(2)) {
    const timeline = JSON.parse(fs.readFileSync(name, "utf8"));
    const page = await browser.newPage();
    const heard = [];
    page.on("pageerror", (error) => heard.push(String(error)));
    page.on("dialog", (dialog) => { heard.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    await page.setContent('<div id="timeline" style="width: 1000px; height: 600px"></div>');
    await page.addStyleTag({ path: path.join(dist, "css/timeline.css") });
    await page.addScriptTag({ path: path.join(dist, "js/timeline.js") });
    const slides = await page.evaluate(async (data) => {
      const shown = new TL.Timeline("timeline", data, { debug: true });
      await new Promise((ready) => setTimeout(ready, 1500));
      return { events: shown.config.events.length, errors: shown.config.getErrors(), warnings: shown.config.messages };
    }, timeline);
    if (slides.errors.length) throw new Error(`${name}: ${slides.errors}`);
    if (slides.events !== timeline.events.length) throw new Error(`${name}: ${slides.events} of ${timeline.events.length}`);
    if (heard.length) throw new Error(`${name}: ${heard.join("\n")}`);
    console.log(name, slides.events);
    await page.close();
  }
  await browser.close();
})().catch((error) => { console.error(error.message); process.exit(1); });
