//! What the dates of all events together show, and links that run against time: found in every file, whether it asks or not.

use std::collections::HashMap;

use super::super::{diagnostic::DiagnosticKind, diagnostics::Diagnostics, finding::Finding, raw::RawEvent};
use crate::model::{DAY, DateCensus, EventDate, Text};

/// Takes note of days and clock times that a program filled in.
pub(in super::super) fn census(events: &[RawEvent], problems: &mut Diagnostics) {
    let mut census = DateCensus::default();
    for event in events {
        census.push(&event.date);
    }
    for (first, note) in census.notes() {
        let span = events.get(first).map(|event| event.span.clone()).unwrap_or_default();
        problems.push(span, DiagnosticKind::Check(Finding::Dates(note)));
    }
}

/// Takes note of events that follow from later ones; `ids` are those of the events.
pub(in super::super) fn links(events: &[RawEvent], ids: &[Text], problems: &mut Diagnostics) {
    if events.iter().all(|event| event.follows.is_empty()) {
        return;
    }
    let dates: HashMap<&str, &EventDate> =
        ids.iter().map(AsRef::as_ref).zip(events.iter().map(|it| &it.date)).collect();
    for (event, own) in events.iter().zip(ids) {
        for link in &event.follows {
            let is_later = |date: &&EventDate| begins_after(date, &event.date);
            if link.text == *own || dates.get(link.text.as_ref()).is_some_and(is_later) {
                let finding = Finding::FollowsLater { id: link.text.to_string() };
                problems.push(link.span.clone(), DiagnosticKind::Check(finding));
            }
        }
    }
}

/// Whether a date begins after another one has: where one of them alone has a zone, they may be a day apart.
fn begins_after(later: &EventDate, earlier: &EventDate) -> bool {
    let doubt = if later.offset().is_some() == earlier.offset().is_some() { 0 } else { DAY };
    later.bounds().begins_after(earlier.bounds(), doubt)
}
