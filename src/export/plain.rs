//! Plain lines, one event each: for pipes, `grep` and paper.

use std::fmt::Write as _;

use crate::{
    model::{KindId, LaneId, Lang},
    text::{pad, width},
};

use super::EventSelection;

/// Columns of a field; what is wider stands out.
const MAX_COLUMN_WIDTH: usize = 60;

/// A line: how long date and title are, one behind the other in the text of all lines, and what else stands in it.
struct PlainRow {
    date: usize,
    title: usize,
    lane: LaneId,
    kind: KindId,
}

/// Returns one line an event, in columns: date, lane, kind and title.
///
/// The date is as it was written, or as the clock of the chosen zone has it. Behind the title stands what the reader has
/// noted.
pub fn plain(selection: EventSelection<'_>) -> String {
    let EventSelection { timeline, lang, .. } = selection;
    let label_lang = if lang == Lang::Both { Lang::En } else { lang };
    let (lanes, kinds) = (&timeline.vocabularies.lanes, &timeline.vocabularies.kinds);
    let (mut text, mut rows, mut widths) = (String::new(), Vec::with_capacity(selection.events.len()), [0; 3]);
    for (event, annotation) in selection.noted() {
        let start = text.len();
        text.push_str(&event.date.written());
        let date = text.len() - start;
        let told = [
            text.get(start..).unwrap_or_default(),
            &lanes.label(event.lane, label_lang),
            &kinds.label(event.kind, label_lang),
        ];
        for (widest, told) in widths.iter_mut().zip(told) {
            *widest = width(told).min(MAX_COLUMN_WIDTH).max(*widest);
        }
        text.push_str(lang.pick(&event.title, event.title_ja.as_deref()));
        if let (Lang::Both, Some(ja)) = (lang, event.title_ja.as_deref()) {
            text.extend(["  ", ja]);
        }
        if let Some(annotation) = annotation {
            let sign = annotation.is_marked.then(|| "[marked]".to_owned());
            let line = Some(annotation.line()).filter(|line| !line.is_empty());
            sign.into_iter().chain(line).for_each(|noted| text.extend(["  ", &noted]));
        }
        rows.push(PlainRow { date, title: text.len() - start - date, lane: event.lane, kind: event.kind });
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    for PlainRow { date, title, lane, kind } in rows {
        let (date, after) = rest.split_at_checked(date).unwrap_or_default();
        let (title, after) = after.split_at_checked(title).unwrap_or_default();
        rest = after;
        let columns = [date, &lanes.label(lane, label_lang), &kinds.label(kind, label_lang)];
        for (text, columns) in columns.into_iter().zip(widths).filter(|(_, columns)| *columns > 0) {
            // Writing to a String cannot fail.
            let _ = write!(out, "{}  ", pad(text, columns));
        }
        out.push_str(title);
        out.push('\n');
    }
    out
}
