//! A calendar: [RFC 5545](https://www.rfc-editor.org/rfc/rfc5545).
//!
//! A calendar knows days and clock times alone: what is known less exactly stands under its outer days, says in its
//! summary how exactly it is known, and keeps the date as written in `X-EDTF`.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use chrono::Datelike;

use super::{
    cite,
    date_parts::is_known_to_the_day,
    event_selection::EventSelection,
    loss::{Loss, Losses},
};
use crate::model::{Annotation, Event, EventDate, Moment, Text, Zone};

/// A line has at most so many octets before it is folded ([3.1](https://www.rfc-editor.org/rfc/rfc5545#section-3.1)).
const MAX_LINE_OCTETS: usize = 75;

/// Writes a calendar with an entry an event; an event without a known time is left out.
pub(super) fn write(selection: EventSelection<'_>, out: &mut dyn Write, losses: &mut Losses) -> io::Result<()> {
    let mut calendar = CalendarWriter(out);
    calendar.line("BEGIN", "VCALENDAR")?;
    calendar.line("VERSION", "2.0")?;
    calendar.line("PRODID", concat!("-//annalist//annalist ", env!("CARGO_PKG_VERSION"), "//EN"))?;
    calendar.line("CALSCALE", "GREGORIAN")?;
    if !selection.title().is_empty() {
        // https://www.rfc-editor.org/rfc/rfc7986#section-5.1, and what calendars read in practice.
        calendar.line("NAME", &escaped(selection.title()))?;
        calendar.line("X-WR-CALNAME", &escaped(selection.title()))?;
    }
    let entries = Entries { selection, stamp: stamp(selection), calendar: slug(&selection.timeline.info.title) };
    for (event, annotation) in selection.noted() {
        entries.write((&event, annotation), &mut calendar, losses)?;
    }
    calendar.line("END", "VCALENDAR")
}

/// What all entries have in common.
struct Entries<'a> {
    selection: EventSelection<'a>,
    stamp: String,
    /// Names the calendar in the ids of its entries.
    calendar: String,
}

impl Entries<'_> {
    fn write(
        &self,
        (event, annotation): (&Event, Option<&Annotation>),
        calendar: &mut CalendarWriter<'_>,
        losses: &mut Losses,
    ) -> io::Result<()> {
        let Some((start, end)) = times(event) else {
            losses.add(Loss::Undated, 1);
            return Ok(());
        };
        let (lang, words) = (self.selection.one_lang(), &self.selection.timeline.vocabularies);
        let title = lang.pick(&event.title, event.title_ja.as_deref());
        let is_exact = is_known_to_the_day(&event.date);
        let summary =
            if is_exact { Cow::Borrowed(title) } else { format!("{}: {title}", event.date.full(lang)).into() };
        let kind = words.kinds.label(event.kind, lang);
        let areas = event.areas.iter().map(|&area| words.areas.label(area, lang));
        let parties = event.parties.iter().map(|&party| words.parties.label(party, lang));
        let tags =
            annotation.into_iter().flat_map(|annotation| &annotation.tags).map(|tag| Cow::Borrowed(tag.as_str()));
        let categories = [kind].into_iter().chain(areas).chain(parties).chain(tags);
        let categories: Vec<String> = categories.map(|it| escaped(&it)).collect();
        let source = event.sources.iter().find(|source| source.primary).or_else(|| event.sources.first());
        losses.add(Loss::InexactDate, usize::from(!is_exact));
        losses.add(Loss::QuoteAsText, event.quotes.len());
        losses.add(Loss::SourceAsText, event.sources.len());
        losses.add(Loss::OtherLanguage, usize::from(event.title_ja.is_some()));

        calendar.line("BEGIN", "VEVENT")?;
        calendar.line("UID", &self.uid(&event.id))?;
        calendar.line("DTSTAMP", &self.stamp)?;
        calendar.raw(&format!("DTSTART{start}"))?;
        if let Some(end) = end {
            calendar.raw(&format!("DTEND{end}"))?;
        }
        calendar.line("SUMMARY", &escaped(&summary))?;
        losses.add(Loss::Mark, usize::from(annotation.is_some_and(|annotation| annotation.is_marked)));
        let description = self.description(event, annotation);
        if !description.is_empty() {
            calendar.line("DESCRIPTION", &escaped(&description))?;
        }
        if let Some(place) = event.place.as_deref() {
            calendar.line("LOCATION", &escaped(lang.pick(place, event.place_ja.as_deref())))?;
        }
        if let Some(url) = source.and_then(|source| source.url.as_deref()) {
            calendar.line("URL", url)?;
        }
        let categories: Vec<String> = categories.into_iter().filter(|it| !it.is_empty()).collect();
        if !categories.is_empty() {
            calendar.line("CATEGORIES", &categories.join(","))?;
        }
        for earlier in event.follows.iter() {
            calendar.line("RELATED-TO", &self.uid(earlier))?;
        }
        calendar.line("TRANSP", "TRANSPARENT")?;
        calendar.line("X-EDTF", &escaped(&event.date.written()))?;
        calendar.line("END", "VEVENT")
    }

    fn uid(&self, id: &str) -> String {
        format!("{}@{}", escaped(id), self.calendar)
    }

    /// Summary, quotes, notes and sources as plain text.
    fn description(&self, event: &Event, annotation: Option<&Annotation>) -> String {
        let (lang, words) = (self.selection.one_lang(), &self.selection.timeline.vocabularies);
        let mut parts: Vec<String> = Vec::new();
        let pick = |en: &Option<Text>, ja: &Option<Text>| {
            lang.texts(en.as_deref(), ja.as_deref()).first().map(|&text| text.to_owned())
        };
        parts.extend(pick(&event.summary, &event.summary_ja));
        parts.extend(event.quotes.iter().map(|quote| cite::quote(words, event, quote, lang)));
        parts.extend(pick(&event.note, &event.note_ja));
        parts.extend(annotation.and_then(|annotation| annotation.note.clone()));
        let sources = event.sources.iter().map(|source| cite::citation(words, source, lang));
        let sources: Vec<String> = sources.enumerate().map(|(at, source)| format!("{}. {source}", at + 1)).collect();
        parts.extend((!sources.is_empty()).then(|| sources.join("\n")));
        parts.join("\n\n")
    }
}

/// Start and end of an entry with their parameters: clock times where they are known, in UTC if they are instants, else
/// days, of which the last is not in it any more ([3.6.1](https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1)). `None`
/// if nothing of it is known, or it lies in years that a calendar cannot name.
fn times(event: &Event) -> Option<(String, Option<String>)> {
    let date = event.date.reparsed();
    let is_instant = date.is_instant();
    let date = if is_instant { date.placed(Zone::UTC, Zone::UTC) } else { date };
    let bounds = *date.bounds();
    let first = bounds.sort_key()?;
    let last = Some(bounds.end.latest).filter(|last| last.is_finite());
    let in_range = |moment: Moment| (1..=9_998).contains(&moment.civil().year());
    if !in_range(first) || last.is_some_and(|last| !in_range(last)) {
        return None;
    }
    if date.has_clock() {
        let zone = if is_instant { "Z" } else { "" };
        let clock = |moment: Moment| format!(":{}{zone}", moment.civil().format("%Y%m%dT%H%M%S"));
        let end = (!bounds.is_point()).then_some(last).flatten().filter(|last| *last > first);
        return Some((clock(first), end.map(clock)));
    }
    let day = |moment: Moment| format!(";VALUE=DATE:{}", moment.civil().format("%Y%m%d"));
    let next = last.filter(|last| last.civil().date() > first.civil().date()).map(|last| last.plus(1));
    Some((day(first), next.map(day)))
}

/// When the file was last revised: a calendar that is written twice is twice the same.
fn stamp(selection: EventSelection<'_>) -> String {
    let updated = selection.timeline.info.updated.as_deref();
    let date = updated.and_then(|text| EventDate::parse(text).ok());
    let moment = date.and_then(|date| date.bounds().sort_key()).filter(|it| (1..=9_999).contains(&it.year()));
    moment.unwrap_or(Moment::from_seconds(0)).civil().format("%Y%m%dT%H%M%SZ").to_string()
}

/// A name in ASCII letters and digits with dashes between them.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    if slug.is_empty() { "timeline".to_owned() } else { slug }
}

/// A text as a value ([3.3.11](https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11)).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Lines of a calendar, folded without a cut through a letter.
struct CalendarWriter<'a>(&'a mut dyn Write);

impl CalendarWriter<'_> {
    fn line(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.raw(&format!("{name}:{value}"))
    }

    fn raw(&mut self, line: &str) -> io::Result<()> {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > MAX_LINE_OCTETS {
                self.0.write_all(b"\r\n ")?;
                octets = 1;
            }
            self.0.write_all(c.encode_utf8(&mut [0; 4]).as_bytes())?;
            octets += c.len_utf8();
        }
        self.0.write_all(b"\r\n")
    }
}
