//! The sources of events, a record each: for biblatex, and as
//! [CSL-JSON](https://docs.citationstyles.org/en/stable/specification.html).

use std::{
    collections::HashSet,
    io::{self, Write},
};

use serde_json::{Value, json};

use super::{
    cite,
    date_parts::DateParts,
    event_selection::EventSelection,
    loss::{Loss, Losses},
};
use crate::model::{Event, EventDate, Lang, Source, Vocabularies};

/// Writes an entry of biblatex for each source.
pub(super) fn bibtex(selection: EventSelection<'_>, out: &mut dyn Write, losses: &mut Losses) -> io::Result<()> {
    let mut border = "";
    each(selection, losses, |key, event, source| {
        let entry = cite::bibtex_entry(&selection.timeline.vocabularies, key, event, source);
        write!(out, "{border}{entry}")?;
        border = "\n";
        Ok(())
    })
}

/// Writes a list of records, one for each source.
pub(super) fn csl(selection: EventSelection<'_>, out: &mut dyn Write, losses: &mut Losses) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut border = "\n";
    each(selection, losses, |key, event, source| {
        out.write_all(border.as_bytes())?;
        serde_json::to_writer(&mut *out, &csl_record(&selection.timeline.vocabularies, key, event, source))?;
        border = ",\n";
        Ok(())
    })?;
    out.write_all(b"\n]\n")
}

/// Calls this for each source, with a key that no other has.
fn each(
    selection: EventSelection<'_>,
    losses: &mut Losses,
    mut write: impl FnMut(&str, &Event, &Source) -> io::Result<()>,
) -> io::Result<()> {
    let mut keys: HashSet<String> = HashSet::new();
    for (event, annotation) in selection.noted() {
        losses.add(Loss::Mark, usize::from(annotation.is_some()));
        losses.add(Loss::WithoutSource, usize::from(event.sources.is_empty()));
        losses.add(Loss::Quote, event.quotes.len());
        for (at, source) in event.sources.iter().enumerate() {
            let wanted = cite::bibtex_key(&event, at + 1);
            let mut key = wanted.clone();
            for turn in 2_usize.. {
                if !keys.contains(&key) {
                    break;
                }
                key = format!("{wanted}-{turn}");
            }
            write(&key, &event, source)?;
            keys.insert(key);
        }
    }
    Ok(())
}

/// Returns a source as a list of one record for citation processors.
///
/// Its id is that of the event and the number of the source, from 1.
pub fn csl_json(words: &Vocabularies, event: &Event, number: usize, source: &Source) -> String {
    format!("[\n{}\n]\n", csl_record(words, &cite::bibtex_key(event, number), event, source))
}

fn csl_record(words: &Vocabularies, key: &str, event: &Event, source: &Source) -> Value {
    let mut record = json!({
        "id": key,
        "type": "webpage",
        "title": source.title.as_deref().unwrap_or(&event.title),
    });
    let mut set = |name: &str, value: Option<Value>| {
        if let (Some(record), Some(value)) = (record.as_object_mut(), value) {
            record.insert(name.to_owned(), value);
        }
    };
    let publisher = source.publisher.as_deref().map(|name| words.publisher(name, Lang::En));
    set("author", publisher.map(|name| json!([{ "literal": name }])));
    set("issued", source.date.as_deref().map(csl_date));
    set("event-date", Some(csl_date(&event.date.written())));
    set("URL", source.url.as_deref().map(Value::from));
    set("archive_location", source.archived.as_deref().map(Value::from));
    set("language", source.lang.as_deref().map(Value::from));
    record
}

/// A date as CSL has it: its parts, `circa` where it is about then, and what is more as it is written.
fn csl_date(written: &str) -> Value {
    let Ok(date) = EventDate::parse(written) else { return json!({ "literal": written }) };
    let bounds = date.bounds();
    let (Some(start), Some(end)) = (DateParts::of(bounds.start), DateParts::of(bounds.end)) else {
        return json!({ "literal": date.long(Lang::En) });
    };
    let list = |parts: DateParts| {
        let month_day = [parts.month, parts.day].into_iter().flatten().map(i64::from);
        std::iter::once(i64::from(parts.historical_year())).chain(month_day).collect::<Vec<i64>>()
    };
    let parts = if bounds.is_point() { vec![list(start)] } else { vec![list(start), list(end)] };
    let mut csl = json!({ "date-parts": parts });
    if let Some(csl) = csl.as_object_mut().filter(|_| date.is_approximate()) {
        csl.insert("circa".to_owned(), true.into());
    }
    csl
}
