// CSL-JSON as citation processors take it.
const fs = require("fs");
const { Cite, plugins } = require("@citation-js/core");
require("@citation-js/plugin-csl");
for (const name of process.argv.slice(2)) {
  const records = JSON.parse(fs.readFileSync(`${name}.csl-json`, "utf8"));
  const cite = new Cite(records);
  const text = cite.format("bibliography", { format: "text", template: "apa" });
  const lines = text.trim().split("\n").length;
  if (cite.data.length !== records.length || lines !== records.length) throw new Error(`${lines} of ${records.length}`);
  console.log(name, records.length, plugins.list().length);
}
