//! Reading the results of a query in SPARQL ([JSON](https://www.w3.org/TR/sparql11-results-json/)), as Wikidata gives them: each
//! solution is an event, its variables are told apart by their names and types.

use std::{collections::HashMap, ops::Range};

use super::{
    clean::{address, line},
    diagnostic::DiagnosticKind,
    diagnostics::Diagnostics,
    fields::SpannedText,
    json::Reader,
    node::SourceSlice,
    object::JsonObject,
    raw::{RawEvent, RawSource, RawTables},
};
use crate::model::{CellDate, ColumnForm, EventDate, Source};

/// Endings of names of variables, in small letters, for each field; the likeliest first.
const DATES: [&str; 8] = ["date", "time", "start", "when", "year", "begin", "born", "inception"];
const ENDS: [&str; 4] = ["end", "enddate", "endtime", "until"];
const TITLES: [&str; 6] = ["title", "itemlabel", "eventlabel", "label", "name", "headline"];
const SUMMARIES: [&str; 4] = ["description", "itemdescription", "summary", "abstract"];
const PLACES: [&str; 4] = ["placelabel", "locationlabel", "countrylabel", "place"];
const KINDS: [&str; 4] = ["typelabel", "classlabel", "instancelabel", "kind"];
const ITEMS: [&str; 4] = ["item", "event", "entity", "subject"];

/// Whether JSON that begins like this holds the results of a query.
pub(super) fn is_results(begin: &[u8]) -> bool {
    let has = |key: &[u8]| memchr::memmem::find(begin, key).is_some();
    has(b"\"head\"") && has(b"\"vars\"") && has(b"\"results\"") && has(b"\"bindings\"")
}

/// Reads the solutions.
pub(super) fn read(source: &str, problems: &mut Diagnostics) -> RawTables {
    let mut raw = RawTables::default();
    let piece = SourceSlice { text: source, start: 0 };
    let mut reader = Reader::new(piece, 0);
    let value = reader.value();
    problems.extend(std::mem::take(&mut reader.problems));
    let root = match value {
        Ok(Some(root)) => root,
        Ok(None) => return raw,
        Err(error) => {
            problems.extend([error.into()]);
            return raw;
        }
    };
    let Some(results) = JsonObject::of(&root, piece).and_then(|root| root.object("results")) else { return raw };
    let solutions: Vec<_> = results.list("bindings").iter().collect();
    let mut items: HashMap<String, usize> = HashMap::new();
    for node in solutions {
        let Some(solution) = JsonObject::of(node, piece).map(Solution) else { continue };
        let Some(event) = solution.event(node.span.clone(), problems) else { continue };
        if let Some(id) = &event.id {
            *items.entry(id.text.to_string()).or_default() += 1;
        }
        raw.events.push(event);
    }
    // A solution for each value of an item is no event with its id.
    for event in &mut raw.events {
        event.id = event.id.take().filter(|id| items.get(id.text.as_ref()) == Some(&1));
    }
    raw
}

/// Variables with their values.
#[derive(Clone, Copy)]
struct Solution<'a>(JsonObject<'a>);

impl<'a> Solution<'a> {
    fn event(self, span: Range<usize>, problems: &mut Diagnostics) -> Option<RawEvent> {
        let mut used: Vec<&str> = Vec::new();
        let mut take = |names: &[&str]| {
            let name = self.named(names)?;
            used.push(name);
            Some((name, self.0.object(name)?))
        };
        let start = take(&DATES).or_else(|| self.typed_date());
        let end = take(&ENDS);
        let title = take(&TITLES).or_else(|| self.first_label());
        let (summary, place, kind, item) = (take(&SUMMARIES), take(&PLACES), take(&KINDS), take(&ITEMS));
        let precision = self.named(&["precision"]).and_then(|name| self.0.object(name)?.text("value"));
        let Some((date_name, start)) = start else {
            problems.push(span.start..span.start + 1, DiagnosticKind::Undated);
            return None;
        };
        let date = read_date(start, precision.as_deref(), problems)?;
        let date = match end.and_then(|(_, end)| read_date(end, precision.as_deref(), problems)) {
            Some(end) if end.as_written() != date.as_written() => joined(&date, &end),
            _ => Some(date),
        };
        let value = |found: Option<(&str, JsonObject<'a>)>| found.and_then(|(_, object)| line(&object.text("value")?));
        let item = item.and_then(|(_, item)| item.text("value"));
        let number = item.as_deref().and_then(|item| line(item.rsplit('/').next()?));
        let title = value(title).or_else(|| number.clone()).unwrap_or_else(|| "(untitled)".into());
        let mut event = RawEvent::dated(span.clone(), date?, title);
        event.summary = value(summary);
        event.place = value(place);
        event.kind = value(kind).map(|text| SpannedText { text, span: span.clone() });
        event.id = number.map(|text| SpannedText { text, span: span.clone() });
        if let Some(url) = item.as_deref().and_then(address) {
            let source = Source { url: Some(url), ..Source::unnamed() };
            event.sources.push(RawSource { source, span });
        }
        used.push(date_name);
        for entry in self.0.entries.iter().filter(|entry| !used.contains(&entry.key.as_ref())) {
            let said = JsonObject::of(&entry.node, self.0.piece).and_then(|object| line(&object.text("value")?));
            event.more.extend(said.map(|said| (entry.key.clone().into_owned(), said.into_owned())));
        }
        Some(event)
    }

    /// The variable of one of these names.
    fn named(self, names: &[&str]) -> Option<&'a str> {
        let all = || self.0.entries.iter().map(|entry| entry.key.as_ref());
        let is = |name: &str, wanted: &str| name.eq_ignore_ascii_case(wanted);
        // Many words end in three letters: `weekend`.
        let ends = |name: &str, wanted: &str| {
            wanted.len() > 3 && name.to_ascii_lowercase().ends_with(wanted) && !is_label(name, wanted)
        };
        names
            .iter()
            .find_map(|wanted| all().find(|name| is(name, wanted)))
            .or_else(|| names.iter().find_map(|wanted| all().find(|name| ends(name, wanted))))
    }

    /// The first variable whose value is a date by its type.
    fn typed_date(self) -> Option<(&'a str, JsonObject<'a>)> {
        self.0.entries.iter().find_map(|entry| {
            let object = JsonObject::of(&entry.node, self.0.piece)?;
            let kind = object.text("datatype")?;
            let is_date =
                ["dateTime", "date", "gYear", "gYearMonth"].iter().any(|name| kind.ends_with(&format!("#{name}")));
            is_date.then_some((entry.key.as_ref(), object))
        })
    }

    /// The first name of anything.
    fn first_label(self) -> Option<(&'a str, JsonObject<'a>)> {
        let name = self.0.entries.iter().find(|entry| entry.key.ends_with("Label"))?.key.as_ref();
        Some((name, self.0.object(name)?))
    }
}

/// Whether a variable is the name of something else, where a date is wanted.
fn is_label(name: &str, wanted: &str) -> bool {
    !wanted.ends_with("label") && name.ends_with("Label")
}

/// The date of a value, as precise as Wikidata says; midnight in UTC is a day there.
fn read_date(value: JsonObject<'_>, precision: Option<&str>, problems: &mut Diagnostics) -> Option<EventDate> {
    let (written, span) = value.said("value")?;
    // What is not known has an address of its own, or no name.
    if value.text("type").is_some_and(|kind| kind != "literal" && kind != "typed-literal") {
        problems.push(span, DiagnosticKind::Undated);
        return None;
    }
    let day = written.strip_suffix("T00:00:00Z").unwrap_or(&written);
    let day = day.strip_prefix('+').unwrap_or(day);
    let part = |hyphens: usize| {
        let start = usize::from(day.starts_with('-'));
        let end = day.match_indices('-').filter(|(at, _)| *at >= start).nth(hyphens).map_or(day.len(), |(at, _)| at);
        day.get(..end).unwrap_or(day).to_owned()
    };
    let text = match precision {
        Some("11" | "12" | "13" | "14") | None => day.to_owned(),
        Some("10") => part(1),
        Some("8") => {
            let year = part(0);
            year.get(..year.len().saturating_sub(1)).map_or_else(|| year.clone(), |decade| format!("{decade}X"))
        }
        Some("7") => part(0).parse::<i16>().map_or_else(|_| part(0), |year| century(i32::from(year))),
        Some(_) => part(0),
    };
    // A year of more than four digits is no number of seconds; EDTF begins it with a letter.
    let is_long_year = text.len() > 5 && text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
    let text = if is_long_year { format!("Y{text}") } else { text };
    match ColumnForm::default().read(&text) {
        CellDate::Date(date) => Some(date),
        CellDate::Undated => None,
        CellDate::Invalid(error) => {
            problems.push(span, DiagnosticKind::Date(error));
            None
        }
    }
}

/// The century of a year, of which one year is meant.
fn century(year: i32) -> String {
    let first = (year - 1).div_euclid(100) * 100 + 1;
    let text = |year: i32| format!("{}{:04}", if year < 0 { "-" } else { "" }, year.unsigned_abs());
    format!("[{}..{}]", text(first), text(first + 99))
}

/// The span of two dates; that of the first alone where they make none.
fn joined(start: &EventDate, end: &EventDate) -> Option<EventDate> {
    let text = format!("{}/{}", start.as_written(), end.as_written());
    let apart = || EventDate::from_start_end(start.as_written(), end.as_written());
    EventDate::parse(&text).or_else(|_| apart()).ok().or_else(|| Some(start.clone()))
}
