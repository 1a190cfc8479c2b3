//! Plain lines, one event each: for pipes, `grep` and paper.

use std::fmt::Write as _;

use crate::{
    model::{EventIx, Lang, Timeline},
    text::{pad, width},
};

/// One line an event: the date as it was written, or as the clock of the chosen zone has it, lane, kind and title, in
/// columns.
pub fn plain(timeline: &Timeline, events: &[EventIx], lang: Lang) -> String {
    let rows: Vec<[String; 4]> = events
        .iter()
        .filter_map(|&ix| timeline.event(ix))
        .map(|event| {
            let title = lang.pick(&event.title, event.title_ja.as_deref());
            let title = match (lang, event.title_ja.as_deref()) {
                (Lang::Both, Some(ja)) => format!("{title}  {ja}"),
                _ => title.to_owned(),
            };
            let lang = if lang == Lang::Both { Lang::En } else { lang };
            let lane = timeline.words.lanes.label(event.lane, lang).into_owned();
            let kind = timeline.words.kinds.label(event.kind, lang).into_owned();
            [event.date.written().into_owned(), lane, kind, title]
        })
        .collect();
    let widest =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|text| width(text)).max().unwrap_or(0);
    let widths = [widest(0), widest(1), widest(2)];
    let mut out = String::new();
    for [date, lane, kind, title] in &rows {
        for (text, columns) in [date, lane, kind].into_iter().zip(widths).filter(|(_, columns)| *columns > 0) {
            // Writing to a String cannot fail.
            let _ = write!(out, "{}  ", pad(text, columns));
        }
        out.push_str(title);
        out.push('\n');
    }
    out
}
