//! The tables of a timeline file, field by field. The fields that are asked for here are the fields that there are.

use std::ops::Range;

use super::{
    diagnostic::DiagnosticKind,
    fields::{Fields, SpannedText},
    finding::Check,
    meaning,
    raw::{RawDifference, RawEvent, RawKnownPerson, RawPerson, RawQuote, RawSource, RawTerm},
};
use crate::{
    model::{Confidence, EventDate, KnownPerson, List, Post, SUPPORTABLE, Source, Term, Text, TimelineInfo, Zone},
    text::{suggest, width},
};

/// Of a table that lacks something so many fields are told, and so many are looked at for what was meant.
const MAX_TOLD_FIELDS: usize = 8;
const MAX_COMPARED_FIELDS: usize = 200;

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
        corrections_ja: text(fields.lines("corrections_ja")),
        window: fields.date("window").and_then(|said| date(fields, &said, None)),
        zone: zone(fields),
        updated: text(fields.date_as_written("updated")),
        checks: List::default(),
    }
}

/// Reads which checks `[timeline]` asks for.
pub(super) fn checks(fields: &mut Fields<'_, '_>) -> Vec<(Check, Range<usize>)> {
    let mut checks = Vec::new();
    for SpannedText { text, span } in fields.list("checks") {
        if let Some(check) = Check::ALL.into_iter().find(|check| check.name() == text) {
            checks.push((check, span));
            continue;
        }
        let fault = DiagnosticKind::WrongValue {
            field: "checks",
            near: suggest(&text, Check::ALL.map(Check::name)).map(str::to_owned),
            value: text.into_owned(),
        };
        fields.problem(span, fault);
    }
    checks
}

/// Reads a `[[lane]]`, `[[kind]]`, `[[area]]`, `[[party]]` or `[[organisation]]`; `None` if it has no id.
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

/// Reads a `[[person]]`; `None` if it has no name.
///
/// Its id is its name where no other is given. `role` stands for a single post.
pub(super) fn known_person(fields: &mut Fields<'_, '_>) -> Option<RawKnownPerson> {
    let name = required(fields, "person", "name", Fields::line);
    let id = text(fields.line("id"));
    let (name_ja, party) = (text(fields.line("name_ja")), text(fields.line("party")));
    let (role, role_ja) = (text(fields.line("role")), text(fields.line("role_ja")));
    let only = role.map(|role| Post { from: None, role, role_ja });
    let posts = only.into_iter().chain(fields.tables("roles", "post", post)).collect();
    let SpannedText { text: name, span } = name?;
    let id = id.unwrap_or_else(|| name.clone());
    Some(RawKnownPerson { person: KnownPerson { id, name, name_ja, party, posts }, span })
}

fn post(fields: &mut Fields<'_, '_>) -> Option<Post> {
    let role = required(fields, "post", "role", Fields::line);
    let from = fields.date("from").filter(|from| !from.text.is_empty());
    let from = from.and_then(|from| date(fields, &from, None)).map(|from| from.bounds().start.earliest);
    let role_ja = text(fields.line("role_ja"));
    Some(Post { from, role: role?.text, role_ja })
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
        organisations: fields.list("organisations"),
        follows: fields.list("follows"),
        context: fields.flag("context"),
        confidence: confidence(fields),
        note: text(fields.lines("note")),
        note_ja: text(fields.lines("note_ja")),
        differs: fields.tables("differs", "difference", difference),
        quotes: fields.tables("quote", "quote", quote),
        sources: fields
            .tables("source", "source", |fields| Some(RawSource { source: source(fields), span: fields.span.clone() })),
        more: Vec::new(),
        // Last, for by now every field has been asked for.
        date: date?,
        title: title?.text,
    })
}

fn person(fields: &mut Fields<'_, '_>) -> Option<RawPerson> {
    let name = required(fields, "person", "name", Fields::line);
    let (name_ja, role) = (text(fields.line("name_ja")), text(fields.line("role")));
    let (role_ja, party) = (text(fields.line("role_ja")), fields.line("party"));
    Some(RawPerson { name: name?, name_ja, role, role_ja, party })
}

fn difference(fields: &mut Fields<'_, '_>) -> Option<RawDifference> {
    let field = required(fields, "difference", "field", Fields::line);
    let value = required(fields, "difference", "value", Fields::line);
    let (value_ja, source) = (text(fields.line("value_ja")), fields.number("source"));
    Some(RawDifference { field: field?.text, value: value?.text, value_ja, source })
}

fn quote(fields: &mut Fields<'_, '_>) -> Option<RawQuote> {
    let words = required(fields, "quote", "text", Fields::lines);
    Some(RawQuote {
        speaker: text(fields.line("speaker")),
        speaker_ja: text(fields.line("speaker_ja")),
        role: text(fields.line("role")),
        role_ja: text(fields.line("role_ja")),
        lang: text(fields.line("lang")),
        translation: text(fields.lines("translation")),
        translation_ja: text(fields.lines("translation_ja")),
        source: fields.number("source"),
        as_reported: fields.flag("as_reported"),
        note: text(fields.lines("note")),
        note_ja: text(fields.lines("note_ja")),
        text: words?,
    })
}

fn source(fields: &mut Fields<'_, '_>) -> Source {
    Source {
        title: text(fields.line("title")),
        publisher: text(fields.line("publisher")),
        url: url(fields, "url"),
        archived: url(fields, "archived"),
        date: text(fields.date_as_written("date")),
        lang: text(fields.line("lang")),
        primary: fields.flag("primary"),
        supports: supports(fields),
        further_reading: fields.flag("further_reading"),
    }
}

fn supports(fields: &mut Fields<'_, '_>) -> List<Text> {
    let mut supports = Vec::new();
    for SpannedText { text, span } in fields.list("supports") {
        if Source::supported(&text).is_some() {
            supports.push(text);
            continue;
        }
        let fault = DiagnosticKind::WrongValue {
            field: "supports",
            near: suggest(&text, SUPPORTABLE).map(str::to_owned),
            value: text.into_owned(),
        };
        fields.problem(span, fault);
    }
    supports.into()
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
            fields.date_problem(said, error);
            None
        }
    }
}

fn zone(fields: &mut Fields<'_, '_>) -> Option<Zone> {
    let said = fields.line("zone").filter(|said| !said.text.is_empty())?;
    if let Ok(zone) = said.text.parse() {
        return Some(zone);
    }
    let fault = DiagnosticKind::WrongValue { field: "zone", near: None, value: said.text.into_owned() };
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

fn url(fields: &mut Fields<'_, '_>, field: &'static str) -> Option<Text> {
    let said = fields.line(field).filter(|said| !said.text.is_empty())?;
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{super::diagnostics::Diagnostics, *};
    use crate::{
        load::node::SourceSlice,
        model::NOTED_FIELDS,
        schema::{TABLES, TableSchema},
    };

    /// The names of the fields that a reader asks for.
    fn asked(read: impl FnOnce(&mut Fields<'_, '_>)) -> BTreeSet<&'static str> {
        let mut problems = Diagnostics::default();
        let mut fields = Fields::of_table("event", &[], 0..0, SourceSlice { text: "", start: 0 }, &mut problems);
        read(&mut fields);
        fields.asked().iter().copied().collect()
    }

    #[test]
    fn each_field_that_is_read_is_described_and_no_other() {
        let is_read = |table: &TableSchema, asked: BTreeSet<&str>| {
            let described = table.fields.iter().map(|field| field.name);
            let described: BTreeSet<&str> = described.filter(|name| !NOTED_FIELDS.contains(name)).collect();
            assert_eq!(described, asked, "{}", table.name);
        };
        for table in TABLES {
            is_read(
                table,
                asked(|fields| match table.name {
                    "timeline" => drop((about(fields), checks(fields))),
                    "person" => drop(known_person(fields)),
                    "event" => drop(event(fields)),
                    name => drop(term(name, fields)),
                }),
            );
            for table in table.fields.iter().filter_map(|field| field.kind.tables()) {
                is_read(
                    table,
                    asked(|fields| match table.name {
                        "roles" => drop(post(fields)),
                        "people" => drop(person(fields)),
                        "differs" => drop(difference(fields)),
                        "quote" => drop(quote(fields)),
                        _ => drop(source(fields)),
                    }),
                );
            }
        }
    }
}
