//! One entry of a calendar: an event, a task or a journal entry (RFC 5545, sections 3.6.1 to 3.6.3).

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::{
    super::{
        clean::{address, line, lines},
        diagnostic::DiagnosticKind,
        diagnostics::Diagnostics,
        fields::SpannedText,
        import_fault::ImportFault,
        markup,
        raw::{RawEvent, RawSource},
    },
    component::Component,
    content_line::ContentLine,
    duration,
    stamp::{Stamp, event_date},
    time_zone::TimeZoneRules,
};
use crate::model::{EventDate, Source};

/// Properties that stand in a field of their own.
const READ: [&str; 13] = [
    "UID",
    "DTSTART",
    "DTEND",
    "DUE",
    "DURATION",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "CATEGORIES",
    "URL",
    "X-EDTF",
    // When a copy was made, and how often: nothing about the event.
    "DTSTAMP",
    "SEQUENCE",
];

/// The zones of a calendar by their names.
pub(super) type Zones = HashMap<String, TimeZoneRules>;

/// What reads the entries of a calendar.
pub(super) struct EntryReader<'a, 'p> {
    pub(super) zones: &'a Zones,
    pub(super) problems: &'p mut Diagnostics,
}

impl<'a> EntryReader<'a, '_> {
    /// Reads an entry; `None` if it has no date that can be read.
    pub(super) fn read(&mut self, entry: &Component<'_>) -> Option<RawEvent> {
        let date = self.date(entry)?;
        let description = entry.line("DESCRIPTION").map(|said| markup::text(&said.text()));
        let summary = entry.line("SUMMARY").and_then(|said| line(&said.text()));
        let first_line = || line(description.as_deref()?.trim().lines().next()?);
        let title = summary.or_else(first_line).unwrap_or_else(|| "(untitled)".into());
        let mut event = RawEvent::dated(entry.span.clone(), date, title);
        event.id = id(entry);
        event.summary = description.as_deref().and_then(lines).filter(|text| *text != event.title);
        event.place = entry.line("LOCATION").and_then(|said| line(&said.text()));
        event.areas = (entry.lines.iter().filter(|said| said.is("CATEGORIES")))
            .flat_map(|said| {
                said.texts().into_iter().filter_map(|text| spanned(&text, &said.value_span)).collect::<Vec<_>>()
            })
            .collect();
        let kind = match entry.name.as_str() {
            "vtodo" => Some("to-do"),
            "vjournal" => Some("journal"),
            _ => None,
        };
        event.kind = kind.and_then(|kind| spanned(kind, &entry.span));
        for said in &entry.lines {
            let is_link = said.is("URL") || said.is("ATTACH");
            if let Some(url) = address(&said.value).filter(|_| is_link) {
                let source = Source { url: Some(url), ..Source::unnamed() };
                event.sources.push(RawSource { source, span: said.value_span.clone() });
            } else if said.is("URL") || !READ.iter().any(|name| said.is(name)) {
                let name = said.name.to_ascii_uppercase();
                event.more.extend(lines(&shown(said)).map(|value| (name, value.into_owned())));
            }
        }
        if let Some(rule) = entry.line("RRULE") {
            self.problem(rule.value_span.clone(), ImportFault::Repeats);
        }
        Some(event)
    }

    fn date(&mut self, entry: &Component<'_>) -> Option<EventDate> {
        let Some(said) = ["DTSTART", "DUE", "COMPLETED"].into_iter().find_map(|name| entry.line(name)) else {
            let fields = vec!["DTSTART"];
            let found = entry.lines.iter().map(|said| said.name.to_ascii_uppercase()).take(8).collect();
            let fault = DiagnosticKind::Missing { table: "event", fields, found, meant: Vec::new() };
            self.problems.push(entry.span.clone(), fault);
            return None;
        };
        let start = self.stamp(said)?;
        let end = entry.line("DTEND").or_else(|| entry.line("DUE")).filter(|end| end.span != said.span);
        let (end, place) = match (end, entry.line("DURATION")) {
            (Some(end), _) => (Some(self.stamp(end)?), end.value_span.clone()),
            (None, Some(duration)) => (self.after(start, said, duration), duration.value_span.clone()),
            (None, None) => (None, said.value_span.clone()),
        };
        match event_date(start, end) {
            Ok(date) => Some(self.edtf(entry, &date).unwrap_or(date)),
            Err(error) => {
                self.problems.push(place, DiagnosticKind::Date(error));
                None
            }
        }
    }

    /// The date that is meant, where a calendar cannot say it and the days agree with it.
    fn edtf(&mut self, entry: &Component<'_>, days: &EventDate) -> Option<EventDate> {
        let said = entry.line("X-EDTF")?;
        match EventDate::parse(said.text().trim()) {
            Ok(date) => {
                let (own, days) = (date.bounds(), days.bounds());
                (own.start.earliest <= days.end.latest && own.end.latest >= days.start.earliest).then_some(date)
            }
            Err(error) => {
                self.problems.push(said.value_span.clone(), DiagnosticKind::Date(error));
                None
            }
        }
    }

    fn stamp(&mut self, said: &ContentLine<'_>) -> Option<Stamp> {
        let is_day = said.param("VALUE").is_some_and(|value| value.eq_ignore_ascii_case("DATE"));
        let zone = self.zone(said);
        match Stamp::read(&said.value, is_day, zone.as_deref()) {
            Some(Ok(stamp)) => Some(stamp),
            Some(Err(error)) => {
                self.problems.push(said.value_span.clone(), DiagnosticKind::Date(error));
                None
            }
            None => {
                self.problem(
                    said.value_span.clone(),
                    ImportFault::NoCalendarDate { text: said.value.trim().to_owned() },
                );
                None
            }
        }
    }

    fn after(&mut self, start: Stamp, said: &ContentLine<'_>, duration: &ContentLine<'_>) -> Option<Stamp> {
        // A zone that is not known has been told of with the start.
        let zone = said.param("TZID").and_then(|name| self.zones.get(name));
        let end = duration::seconds(&duration.value).and_then(|seconds| start.plus(seconds, zone));
        if end.is_none() {
            self.problem(
                duration.value_span.clone(),
                ImportFault::NoDuration { text: duration.value.trim().to_owned() },
            );
        }
        end
    }

    /// The zone that a property names, if the calendar says what it is.
    fn zone(&mut self, said: &ContentLine<'_>) -> Option<Cow<'a, TimeZoneRules>> {
        let name = said.param("TZID")?;
        if let Some(zone) = self.zones.get(name) {
            return Some(Cow::Borrowed(zone));
        }
        if ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Z"].into_iter().any(|utc| utc.eq_ignore_ascii_case(name)) {
            return Some(Cow::Owned(TimeZoneRules::fixed(0)));
        }
        self.problem(said.span.clone(), ImportFault::UnknownZone { name: name.to_owned() });
        None
    }

    fn problem(&mut self, place: Range<usize>, fault: ImportFault) {
        self.problems.push(place, DiagnosticKind::Import(fault));
    }
}

/// Its own id; that of one of several times is not that of all.
fn id(entry: &Component<'_>) -> Option<SpannedText> {
    let uid = entry.line("UID")?;
    let text = match entry.line("RECURRENCE-ID") {
        Some(time) => format!("{}/{}", uid.text(), time.value.trim()),
        None => uid.text(),
    };
    spanned(&text, &uid.value_span)
}

/// What a property says, for people: of a person the name rather than the address, of a picture how large it is.
fn shown(said: &ContentLine<'_>) -> String {
    if said.param("ENCODING").is_some_and(|encoding| encoding.eq_ignore_ascii_case("BASE64")) {
        return format!("{} B", said.value.len() / 4 * 3);
    }
    match said.param("CN") {
        Some(name) if !name.trim().is_empty() => name.to_owned(),
        _ => said.text(),
    }
}

fn spanned(text: &str, span: &Range<usize>) -> Option<SpannedText> {
    Some(SpannedText { text: line(text)?, span: span.clone() })
}
