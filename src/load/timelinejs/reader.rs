//! From the JSON of a timeline of TimelineJS to events. Its slides are read one by one: what is wrong with one costs that one.

use std::ops::Range;

use super::{
    super::{
        clean::{line, lines},
        diagnostics::Diagnostics,
        fields::Fields,
        json::Reader,
        markup,
        node::SourceSlice,
        object::JsonObject,
        raw::{RawEvent, RawTables},
        schema,
    },
    date, legacy,
    slide::{self, SlideText, info, missing_date, spanned},
};
use crate::model::EventDate;

/// Under which name annalist writes all that an event says.
const OWN_RECORD: &str = "x_annalist";
/// What a slide holds that is read, or that says nothing about the event.
const KNOWN: [&str; 10] = [
    "start_date",
    "end_date",
    "text",
    "media",
    "group",
    "display_date",
    "unique_id",
    "autolink",
    "background",
    OWN_RECORD,
];

/// Whether JSON that begins like this is a timeline of TimelineJS.
pub(in super::super) fn is_timelinejs(begin: &[u8]) -> bool {
    let has = |key: &[u8]| memchr::memmem::find(begin, key).is_some();
    let begins = |key: &[u8]| {
        let rest = begin.strip_prefix(b"{").unwrap_or_default().trim_ascii_start();
        rest.starts_with(key)
    };
    has(b"\"start_date\"") && has(b"\"events\"") && !begins(b"\"start_date\"")
        || begins(b"\"timeline\"") && (has(b"\"startDate\"") || has(b"\"asset\""))
}

/// Reads a timeline.
pub(in super::super) fn read(source: &str, problems: &mut Diagnostics) -> RawTables {
    let mut raw = RawTables::default();
    let piece = SourceSlice { text: source, start: 0 };
    // The first version could be wrapped in a script.
    let mut reader = Reader::new(piece, source.find('{').unwrap_or(0));
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
    let Some(root) = JsonObject::of(&root, piece) else { return raw };
    if let Some(timeline) = root.object("timeline") {
        legacy::read(timeline, &mut raw, problems);
        return raw;
    }
    if let Some(text) = root.object("title").and_then(|title| title.object("text")) {
        raw.about = Some(info(text.text("headline"), text.text("text")));
    }
    for (list, is_era) in [("events", false), ("eras", true)] {
        for node in root.list(list) {
            let slide = JsonObject::of(node, piece);
            let event = slide.and_then(|slide| match own_record(slide, &node.span, problems) {
                Some(event) => Some(event),
                None => event(slide, &node.span, problems),
            });
            raw.events.extend(event.map(|event| RawEvent { context: event.context || is_era, ..event }));
        }
    }
    raw
}

/// The event that annalist has written beside a slide, unless the slide says something else by now.
fn own_record(slide: JsonObject<'_>, span: &Range<usize>, problems: &mut Diagnostics) -> Option<RawEvent> {
    let record = slide.object(OWN_RECORD)?;
    let shown = event(slide, span, &mut Diagnostics::default())?;
    let is_shown = |name: &str| record.text(name).is_some_and(|title| title == shown.title);
    if !is_shown("title") && !is_shown("title_ja") {
        return None;
    }
    let mut fields = Fields::of_table("event", record.entries, span.clone(), record.piece, problems);
    let mut event = schema::event(&mut fields)?;
    event.more = fields.finish();
    // A slide tells clock times by no zone.
    let starts = |date: &EventDate| date.bounds().start.earliest;
    (event.date.has_clock() || starts(&event.date) == starts(&shown.date)).then_some(event)
}

fn event(slide: JsonObject<'_>, span: &Range<usize>, problems: &mut Diagnostics) -> Option<RawEvent> {
    if slide.object("start_date").is_none_or(|date| date.text("year").is_none()) && slide.text("start_date").is_none() {
        missing_date(slide, "start_date", span, problems);
        return None;
    }
    let start = date::read(slide, "start_date", problems)?;
    let end = date::read(slide, "end_date", problems);
    let mut date = date::span(start, end, problems)?;
    let label = slide.said("display_date").or_else(|| slide.object("start_date")?.said("display_date"));
    if let Some((label, place)) = &label {
        date = date::displayed(label, place.clone(), date, problems);
    }
    let text = slide.object("text");
    let said = SlideText {
        headline: text.and_then(|text| text.text("headline")),
        text: text.and_then(|text| text.text("text")),
        media: slide.object("media"),
        address: "url",
    };
    let mut event = slide::event(date, &said, span.clone());
    event.id = spanned(slide, "unique_id");
    event.lane = spanned(slide, "group");
    event.place = slide.object("location").and_then(|place| line(&place.text("name")?));
    event.more.extend(label.and_then(|(label, _)| Some(("display_date".to_owned(), line(&label)?.into_owned()))));
    let others = slide.entries.iter().filter(|entry| !KNOWN.contains(&entry.key.as_ref()));
    event.more.extend(others.filter_map(|entry| {
        let value = lines(&markup::text(&entry.node.written(slide.piece)))?;
        Some((entry.key.clone().into_owned(), value.into_owned()))
    }));
    Some(event)
}
