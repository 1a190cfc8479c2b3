//! Several events at once: those that are chosen by themselves, and a range from one to the selected one.

use crate::messages::notices;
use std::{collections::BTreeSet, ops::Range};

use crate::model::{EventIndex, EventRowId};

use super::{App, DisabledReason};

/// More events than this are not acted on at once: each would have to be read.
const MAX_CHOSEN: usize = 10_000;

/// Events that are chosen, by their rows, which stay while a timeline grows.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    chosen: BTreeSet<EventRowId>,
    /// Those of them that are shown, in order of time.
    shown: Vec<EventIndex>,
    /// Where a range began that reaches to the selected event.
    anchor: Option<EventRowId>,
}

impl Choice {
    /// Whether a range follows the selection.
    pub(super) const fn has_range(&self) -> bool {
        self.anchor.is_some()
    }

    /// Gives every row its new one.
    pub(super) fn remap_rows(&mut self, moved: &impl Fn(EventRowId) -> Option<EventRowId>) {
        self.chosen = self.chosen.iter().filter_map(|&row| moved(row)).collect();
        self.anchor = self.anchor.and_then(moved);
    }

    /// Whether nothing is chosen.
    pub(super) fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.anchor.is_none()
    }
}

impl App {
    /// The event at which a range began, which need not be shown any more, and the selected one, the earlier first.
    fn range_ends(&self) -> Option<(EventIndex, EventIndex)> {
        let anchor = self.doc.timeline.index_of_row(self.choice.anchor?)?;
        let selected = self.selection.selected?;
        Some((anchor.min(selected), anchor.max(selected)))
    }

    /// The shown events of the range, by their places among the shown.
    fn range(&self) -> Option<Range<usize>> {
        Some(places(&self.filter.visible, self.range_ends()?))
    }

    /// Finds which of the events that are chosen by themselves are shown.
    pub(super) fn find_chosen(&mut self) {
        let chosen = self.choice.chosen.iter().filter_map(|&row| self.doc.timeline.index_of_row(row));
        let mut shown: Vec<EventIndex> = chosen.filter(|&ix| self.filter.position(ix).is_some()).collect();
        shown.sort_unstable();
        self.choice.shown = shown;
    }

    /// Whether a shown event is among those that are chosen.
    pub fn is_chosen(&self, ix: EventIndex) -> bool {
        let is_in = |(first, last): (EventIndex, EventIndex)| (first..=last).contains(&ix);
        self.choice.shown.binary_search(&ix).is_ok() || self.range_ends().is_some_and(is_in)
    }

    /// The shown events that are chosen, in order of time; none where nothing is.
    pub fn chosen(&self) -> Vec<EventIndex> {
        let mut chosen = self.choice.shown.clone();
        if let Some(range) = self.range().and_then(|range| self.filter.visible.get(range)) {
            chosen.extend(range);
        }
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }

    /// How many shown events are chosen, without a look at each.
    pub fn chosen_count(&self) -> usize {
        let (single, shown) = (&self.choice.shown, &self.filter.visible);
        let more = |ends| places(shown, ends).len() - places(single, ends).len();
        single.len() + self.range_ends().map_or(0, more)
    }

    /// The events that a key acts on: those that are chosen, else the selected one.
    pub(super) fn acted_on(&self) -> Vec<EventIndex> {
        let chosen = self.chosen();
        if chosen.is_empty() { self.selection.selected.into_iter().collect() } else { chosen }
    }

    /// The same by their rows.
    pub(super) fn rows_acted_on(&self) -> Vec<EventRowId> {
        self.acted_on().into_iter().filter_map(|ix| self.doc.timeline.row_of_index(ix)).collect()
    }

    /// Whether there are no more of them than can be acted on at once.
    ///
    /// # Errors
    ///
    /// There are more.
    pub(super) fn require_few(&self) -> Result<(), DisabledReason> {
        let range = self.range().map_or(0, |range| range.len());
        if self.choice.chosen.len() + range > MAX_CHOSEN { Err(DisabledReason::TooMany) } else { Ok(()) }
    }

    /// Chooses the selected event as well, or not any more, and goes on to the next.
    pub(super) fn choose(&mut self) {
        self.end_range();
        let Some(ix) = self.selection.selected else { return };
        if let Some(row) = self.doc.timeline.row_of_index(ix)
            && !self.choice.chosen.remove(&row)
        {
            self.choice.chosen.insert(row);
        }
        self.find_chosen();
        self.marking.revision += 1;
        self.selection.prefer_selected();
        self.tell_choice();
        if let Some(next) = self.filter.position(ix).and_then(|place| self.filter.visible.get(place + 1)) {
            self.select(*next);
        }
    }

    /// Begins a range at the selected event, or ends one there.
    pub(super) fn choose_range(&mut self) {
        if self.choice.has_range() {
            self.end_range();
            self.tell_choice();
        } else {
            self.choice.anchor = self.selection.selected.and_then(|ix| self.doc.timeline.row_of_index(ix));
            self.marking.revision += 1;
            self.tell(notices::range_begun(self.locale()).to_owned());
        }
    }

    /// What lies in the range is chosen by itself, and the range is over.
    pub(super) fn end_range(&mut self) {
        let Some(range) = self.range() else { return };
        let rows = self.filter.visible.get(range).unwrap_or_default().iter();
        let rows: Vec<EventRowId> = rows.filter_map(|&ix| self.doc.timeline.row_of_index(ix)).collect();
        self.choice.chosen.extend(rows);
        self.choice.anchor = None;
        self.find_chosen();
        self.marking.revision += 1;
    }

    /// Chooses nothing any more; `false` if nothing was chosen.
    pub(super) fn drop_choice(&mut self) -> bool {
        let was_any = !self.choice.is_empty();
        if was_any {
            self.choice = Choice::default();
            self.marking.revision += 1;
        }
        was_any
    }

    fn tell_choice(&mut self) {
        let count = self.chosen_count();
        let locale = self.locale();
        self.tell(match count {
            0 => notices::nothing_chosen(locale).to_owned(),
            _ => notices::chosen(locale, count),
        });
    }
}

/// The places of those of some events, in order of time, that are none before the first and none behind the last.
fn places(events: &[EventIndex], (first, last): (EventIndex, EventIndex)) -> Range<usize> {
    events.partition_point(|&ix| ix < first)..events.partition_point(|&ix| ix <= last)
}
