//! JSON for [TimelineJS 3](https://timeline.knightlab.com/docs/json-format.html).
//!
//! A slide knows one quote, one group and dates by their parts. All that an event says besides is in its field
//! `x_annalist`, which the program passes over, so that nothing is lost on the way back.

use std::io::{self, Write};

use chrono::Timelike;
use serde_json::{Map, Value, json};

use super::{
    cite,
    date_parts::{DateParts, is_plain},
    escape::{html, url},
    event_selection::EventSelection,
    json::value_as_read,
    loss::{Loss, Losses},
};
use crate::{
    fields::{Naming, event_record},
    model::{Event, EventDate, Moment, MomentRange, Quote, Source},
};

/// Writes a slide an event; an event without a known time is left out.
pub(super) fn write(selection: EventSelection<'_>, out: &mut dyn Write, losses: &mut Losses) -> io::Result<()> {
    let info = &selection.timeline.info;
    out.write_all(b"{\n")?;
    if !info.title.is_empty() {
        let about = selection.lang.texts(info.description.as_deref(), info.description_ja.as_deref());
        let title = json!({ "text": { "headline": html(selection.title()), "text": paragraphs(&about) } });
        writeln!(out, "\"title\": {title},")?;
    }
    out.write_all(b"\"events\": [")?;
    let mut border = "\n";
    for event in selection.iter() {
        let Some(slide) = slide(selection, &event) else {
            losses.add(Loss::Undated, 1);
            continue;
        };
        losses.add(Loss::QuoteAsText, event.quotes.len().saturating_sub(1));
        losses.add(Loss::SourceAsText, event.sources.len());
        out.write_all(border.as_bytes())?;
        serde_json::to_writer(&mut *out, &slide)?;
        border = ",\n";
    }
    out.write_all(b"\n]\n}\n")
}

fn slide(selection: EventSelection<'_>, event: &Event) -> Option<Value> {
    let (lang, words) = (selection.one_lang(), &selection.timeline.vocabularies);
    let bounds = event.date.bounds();
    let first = bounds.sort_key()?;
    let start = if bounds.start.earliest.is_finite() { bounds.start } else { whole_second(first) };
    let record = event_record(event, words, Naming::SelfContained, value_as_read);
    let mut slide = json!({
        "unique_id": &*event.id,
        "start_date": date(&event.date, start),
        "text": {
            "headline": html(lang.pick(&event.title, event.title_ja.as_deref())),
            "text": text(selection, event),
        },
        "x_annalist": serde_json::to_value(&record).ok()?,
    });
    let fields: &mut Map<String, Value> = slide.as_object_mut()?;
    if !bounds.is_point() && bounds.end.latest.is_finite() {
        fields.insert("end_date".into(), date(&event.date, bounds.end));
    }
    if !is_plain(&event.date) {
        fields.insert("display_date".into(), event.date.full(lang).into());
    }
    let lane = words.lanes.label(event.lane, lang);
    if !lane.is_empty() {
        fields.insert("group".into(), html(&lane).into());
    }
    if let Some(quote) = event.quotes.first() {
        fields.insert("media".into(), media(selection, event, quote));
    }
    Some(slide)
}

/// The parts of a date that are known, and the clock time where there is one.
fn date(date: &EventDate, range: MomentRange) -> Value {
    let parts = DateParts::of(range);
    let parts = parts.unwrap_or_else(|| DateParts { year: range.earliest.year(), month: None, day: None });
    let mut known = json!({ "year": parts.historical_year() });
    let Some(fields) = known.as_object_mut() else { return known };
    fields.extend(parts.month.map(|month| ("month".to_owned(), month.into())));
    fields.extend(parts.day.map(|day| ("day".to_owned(), day.into())));
    if date.has_clock() {
        let clock = range.earliest.civil();
        fields.insert("hour".into(), clock.hour().into());
        fields.insert("minute".into(), clock.minute().into());
        fields.insert("second".into(), clock.second().into());
    }
    known
}

const fn whole_second(moment: Moment) -> MomentRange {
    MomentRange { earliest: moment, latest: moment }
}

/// Summary, further quotes and sources.
fn text(selection: EventSelection<'_>, event: &Event) -> String {
    let (lang, words) = (selection.lang, &selection.timeline.vocabularies);
    let mut text = paragraphs(&lang.texts(event.summary.as_deref(), event.summary_ja.as_deref()));
    for quote in event.quotes.iter().skip(1) {
        text.extend(["<blockquote>", &html(&cite::quote(words, event, quote, lang)), "</blockquote>"]);
    }
    text.push_str(&paragraphs(&lang.texts(event.note.as_deref(), event.note_ja.as_deref())));
    if !event.sources.is_empty() {
        text.push_str("<ol>");
        for source in event.sources.iter() {
            text.extend(["<li>", &linked(selection, source), "</li>"]);
        }
        text.push_str("</ol>");
    }
    text
}

fn media(selection: EventSelection<'_>, event: &Event, quote: &Quote) -> Value {
    let (lang, words) = (selection.lang, &selection.timeline.vocabularies);
    let mut said = format!("<p>{}</p>", html(&quote.text));
    for translation in quote.translations(lang) {
        said.extend(["<p>", &html(translation), "</p>"]);
    }
    let speaker = words.speaker(quote, &event.date).map(|speaker| html(speaker.name(lang)));
    let mut media = json!({ "url": format!("<blockquote>{said}{}</blockquote>", speaker.unwrap_or_default()) });
    let source = quote.source.and_then(|source| event.sources.get(source));
    if let (Some(media), Some(source)) = (media.as_object_mut(), source) {
        media.insert("credit".into(), linked(selection, source).into());
    }
    media
}

fn linked(selection: EventSelection<'_>, source: &Source) -> String {
    let words = &selection.timeline.vocabularies;
    let named = html(&cite::citation(words, &Source { url: None, archived: None, ..source.clone() }, selection.lang));
    match source.url.as_deref() {
        Some(to) if named.is_empty() => format!("<a href=\"{0}\">{0}</a>", html(&url(to))),
        Some(to) => format!("<a href=\"{}\">{named}</a>", html(&url(to))),
        None => named,
    }
}

fn paragraphs(texts: &[&str]) -> String {
    let mut paragraphs = String::new();
    for text in texts.iter().flat_map(|text| text.split("\n\n")) {
        paragraphs.extend(["<p>", &html(text), "</p>"]);
    }
    paragraphs
}
