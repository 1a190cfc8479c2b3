// The same by another reader.
const fs = require("fs");
const ICAL = require("ical.js").default ?? require("ical.js");
for (const name of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(name, "utf8")));
  const entries = calendar.getAllSubcomponents("vevent").map((entry) => new ICAL.Event(entry));
  if (!entries.length) throw new Error("no entries");
  for (const entry of entries) {
    if (!entry.uid || !entry.summary || typeof entry.startDate?.isDate !== "boolean") throw new Error(entry.uid);
    if (entry.endDate.compare(entry.startDate) < 0) throw new Error(`${entry.uid} ends before it starts`);
  }
  console.log(name, entries.length);
}
