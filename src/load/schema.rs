//! The tables of a timeline file, field by field. The fields that are asked for here are the fields that there are.

use std::ops::Range;

use super::{
    diagnostic::DiagnosticKind,
    fields::{Fields, SpannedText, Unknown},
    meaning,
};
use crate::{
    model::{Confidence, EventDate, Source, Term, Text, TimelineInfo, Zone},
    text::{suggest, width},
};

/// An event as its file gives it, before anything that it refers to is looked up.
pub(super) struct RawEvent {
    pub(super) span: Range<usize>,
    pub(super) id: Option<SpannedText>,
    pub(super) date: EventDate,
    pub(super) title: Text,
    pub(super) title_ja: Option<Text>,
    pub(super) lane: Option<SpannedText>,
    pub(super) kind: Option<SpannedText>,
    pub(super) parties: Vec<SpannedText>,
    pub(super) areas: Vec<SpannedText>,
    pub(super) place: Option<Text>,
    pub(super) place_ja: Option<Text>,
    pub(super) summary: Option<Text>,
    pub(super) summary_ja: Option<Text>,
    pub(super) people: Vec<RawPerson>,
    pub(super) organisations: Vec<Text>,
    pub(super) follows: Vec<SpannedText>,
    pub(super) context: bool,
    pub(super) confidence: Option<Confidence>,
    pub(super) note: Option<Text>,
    pub(super) differs: Vec<RawDifference>,
    pub(super) quotes: Vec<RawQuote>,
    pub(super) sources: Vec<Source>,
    pub(super) more: Vec<Unknown>,
}

pub(super) struct RawPerson {
    pub(super) name: Text,
    pub(super) name_ja: Option<Text>,
    pub(super) role: Option<Text>,
    pub(super) party: Option<SpannedText>,
}

/// Of a table that lacks something so many fields are told, and so many are looked at for what was meant.
const MAX_TOLD_FIELDS: usize = 8;
const MAX_COMPARED_FIELDS: usize = 200;

/// Which source is meant, counted from 1 as in the file, and where that is said.
pub(super) type SourceNumber = Option<(i64, Range<usize>)>;

pub(super) struct RawDifference {
    pub(super) field: Text,
    pub(super) value: Text,
    pub(super) source: SourceNumber,
}

pub(super) struct RawQuote {
    pub(super) text: Text,
    pub(super) speaker: Option<Text>,
    pub(super) role: Option<Text>,
    pub(super) lang: Option<Text>,
    pub(super) translation: Option<Text>,
    pub(super) source: SourceNumber,
    pub(super) as_reported: bool,
    pub(super) note: Option<Text>,
}

/// A term of a vocabulary and the place of its id.
pub(super) struct RawTerm {
    pub(super) term: Term,
    pub(super) span: Range<usize>,
}

/// Reads `[timeline]`.
pub(super) fn about(fields: &mut Fields<'_, '_>) -> TimelineInfo {
    TimelineInfo {
        title: text(fields.line("title")).unwrap_or_default(),
        title_ja: text(fields.line("title_ja")),
        description: text(fields.lines("description")),
        description_ja: text(fields.lines("description_ja")),
        policy: text(fields.lines("policy")),
        policy_ja: text(fields.lines("policy_ja")),
        corrections: text(fields.lines("corrections")),
        window: fields.date("window").and_then(|said| date(fields, &said, None)),
        zone: zone(fields),
        updated: text(fields.date("updated")),
    }
}

/// Reads a `[[lane]]`, `[[kind]]`, `[[area]]` or `[[party]]`; `None` if it has no id.
pub(super) fn term(table: &'static str, fields: &mut Fields<'_, '_>) -> Option<RawTerm> {
    let id = required(fields, table, "id", Fields::line);
    let name = text(fields.line("name"));
    let (name_ja, about, about_ja) =
        (text(fields.line("name_ja")), text(fields.lines("about")), text(fields.lines("about_ja")));
    let short_ja = text(fields.line("short_ja"));
    let (mark, ascii) = (mark(fields, "mark", |_| true), mark(fields, "ascii", str::is_ascii));
    let SpannedText { text: id, span } = id?;
    let name = name.unwrap_or_else(|| id.clone());
    Some(RawTerm { term: Term { id, name, name_ja, short_ja, about, about_ja, mark, ascii }, span })
}

/// Reads an `[[event]]`; `None` if it has no date that can be placed or no title.
pub(super) fn event(fields: &mut Fields<'_, '_>) -> Option<RawEvent> {
    missing(fields, "event", &["date", "title"]);
    let start = said(fields, "date", Fields::date);
    let end = fields.date("end").filter(|end| !end.text.is_empty());
    let date = start.and_then(|start| date(fields, &start, end.as_ref()));
    let title = said(fields, "title", Fields::line);
    Some(RawEvent {
        span: fields.span.clone(),
        id: fields.line("id").filter(|id| !id.text.is_empty()),
        title_ja: text(fields.line("title_ja")),
        lane: fields.line("lane"),
        kind: fields.line("kind"),
        parties: fields.list("parties"),
        areas: fields.list("areas"),
        place: text(fields.line("place")),
        place_ja: text(fields.line("place_ja")),
        summary: text(fields.lines("summary")),
        summary_ja: text(fields.lines("summary_ja")),
        people: fields.tables("people", "person", person),
        organisations: fields.list("organisations").into_iter().map(|said| said.text).collect(),
        follows: fields.list("follows"),
        context: fields.flag("context"),
        confidence: confidence(fields),
        note: text(fields.lines("note")),
        differs: fields.tables("differs", "difference", difference),
        quotes: fields.tables("quote", "quote", quote),
        sources: fields.tables("source", "source", |fields| Some(source(fields))),
        more: Vec::new(),
        // Last, for by now every field has been asked for.
        date: date?,
        title: title?.text,
    })
}

fn person(fields: &mut Fields<'_, '_>) -> Option<RawPerson> {
    let name = required(fields, "person", "name", Fields::line);
    let (name_ja, role) = (text(fields.line("name_ja")), text(fields.line("role")));
    let party = fields.line("party");
    Some(RawPerson { name: name?.text, name_ja, role, party })
}

fn difference(fields: &mut Fields<'_, '_>) -> Option<RawDifference> {
    let field = required(fields, "difference", "field", Fields::line);
    let value = required(fields, "difference", "value", Fields::line);
    let source = fields.number("source");
    Some(RawDifference { field: field?.text, value: value?.text, source })
}

fn quote(fields: &mut Fields<'_, '_>) -> Option<RawQuote> {
    let words = required(fields, "quote", "text", Fields::lines);
    Some(RawQuote {
        speaker: text(fields.line("speaker")),
        role: text(fields.line("role")),
        lang: text(fields.line("lang")),
        translation: text(fields.lines("translation")),
        source: fields.number("source"),
        as_reported: fields.flag("as_reported"),
        note: text(fields.lines("note")),
        text: words?.text,
    })
}

fn source(fields: &mut Fields<'_, '_>) -> Source {
    Source {
        title: text(fields.line("title")),
        publisher: text(fields.line("publisher")),
        url: url(fields),
        date: text(fields.date("date")),
        lang: text(fields.line("lang")),
        primary: fields.flag("primary"),
    }
}

/// The text, if there is one that says anything.
fn text(said: Option<SpannedText>) -> Option<Text> {
    said.map(|said| said.text).filter(|text| !text.is_empty())
}

/// A field without which the table is nothing.
fn required<'a, 'p>(
    fields: &mut Fields<'a, 'p>,
    table: &'static str,
    field: &'static str,
    read: fn(&mut Fields<'a, 'p>, &'static str) -> Option<SpannedText>,
) -> Option<SpannedText> {
    missing(fields, table, &[field]);
    said(fields, field, read)
}

/// Takes note of fields that must be there and are not.
fn missing(fields: &mut Fields<'_, '_>, table: &'static str, needed: &[&'static str]) {
    let lacking: Vec<&'static str> = needed.iter().copied().filter(|field| !fields.has(field)).collect();
    if lacking.is_empty() {
        return;
    }
    let names = fields.names();
    // Of an object its brace is enough to see.
    let place = fields.span.start..fields.header_end();
    let fault = DiagnosticKind::Missing { table, fields: lacking, found: Vec::new(), meant: Vec::new() };
    fields.problem_new(place, fault, |fault| {
        if let DiagnosticKind::Missing { fields, found, meant, .. } = fault {
            let mut others: Vec<&str> = names.into_iter().filter(|name| !needed.contains(name)).collect();
            others.truncate(MAX_COMPARED_FIELDS);
            found.extend(others.iter().take(MAX_TOLD_FIELDS).map(|&name| name.to_owned()));
            found.extend((others.len() > MAX_TOLD_FIELDS).then(|| "…".to_owned()));
            for field in fields {
                if let Some(name) = meaning::name(table, field, &others) {
                    others.retain(|other| *other != name);
                    meant.push((name.to_owned(), *field));
                }
            }
        }
    });
}

/// What a field says that must say something.
fn said<'a, 'p>(
    fields: &mut Fields<'a, 'p>,
    field: &'static str,
    read: fn(&mut Fields<'a, 'p>, &'static str) -> Option<SpannedText>,
) -> Option<SpannedText> {
    let said = read(fields, field)?;
    if said.text.is_empty() {
        fields.problem(said.span, DiagnosticKind::Empty { field });
        return None;
    }
    Some(said)
}

fn date(fields: &mut Fields<'_, '_>, start: &SpannedText, end: Option<&SpannedText>) -> Option<EventDate> {
    let read = match end {
        None => EventDate::parse(&start.text).map_err(|error| (error, start)),
        Some(end) => EventDate::parse(&start.text).map_err(|error| (error, start)).and_then(|_| {
            EventDate::from_start_end(&start.text, &end.text).map_err(|error| {
                if error.text == start.text && error.text != end.text { (error, start) } else { (error, end) }
            })
        }),
    };
    match read {
        Ok(date) => Some(date),
        Err((error, said)) => {
            let span = fields.within(said, error.offset);
            fields.problem(span, DiagnosticKind::Date(error));
            None
        }
    }
}

fn zone(fields: &mut Fields<'_, '_>) -> Option<Zone> {
    let said = fields.line("zone").filter(|said| !said.text.is_empty())?;
    if let Ok(zone) = said.text.parse() {
        return Some(zone);
    }
    let fault = DiagnosticKind::WrongValue {
        field: "zone",
        near: None,
        value: said.text.into_owned(),
        expected: "`UTC`, `local`, `as-written` or an offset such as `+09:00`",
    };
    fields.problem(said.span, fault);
    None
}

fn confidence(fields: &mut Fields<'_, '_>) -> Option<Confidence> {
    let said = fields.line("confidence").filter(|said| !said.text.is_empty())?;
    match said.text.as_ref() {
        "low" => return Some(Confidence::Low),
        "medium" => return Some(Confidence::Medium),
        "high" => return Some(Confidence::High),
        _ => {}
    }
    let fault = DiagnosticKind::WrongValue {
        field: "confidence",
        near: suggest(&said.text, ["low", "medium", "high"]).map(str::to_owned),
        value: said.text.into_owned(),
        expected: "`low`, `medium` or `high`",
    };
    fields.problem(said.span, fault);
    None
}

/// Whether a text is an address of the web: `http` or `https`, and nothing in it that an address cannot have.
pub fn is_http_url(url: &str) -> bool {
    url.split_once("://").is_some_and(|(scheme, rest)| {
        let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        known && !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c == '\u{FFFD}')
    })
}

fn url(fields: &mut Fields<'_, '_>) -> Option<Text> {
    let said = fields.line("url").filter(|said| !said.text.is_empty())?;
    if is_http_url(&said.text) {
        return Some(said.text);
    }
    fields.problem(said.span, DiagnosticKind::NotHttpUrl { url: said.text.into_owned() });
    None
}

fn mark(fields: &mut Fields<'_, '_>, field: &'static str, fits: fn(&str) -> bool) -> Option<Text> {
    let said = fields.line(field).filter(|said| !said.text.is_empty())?;
    if width(&said.text) == 1 && fits(&said.text) {
        return Some(said.text);
    }
    fields.problem(said.span, DiagnosticKind::NotOneColumn { field, mark: said.text.into_owned() });
    None
}
