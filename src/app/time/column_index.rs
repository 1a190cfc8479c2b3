//! Shown events by the moments at which they stand, so that drawing asks each column how many there are, and not each
//! event for its column.

use std::{cell::RefCell, collections::VecDeque, ops::Range, rc::Rc};

use crate::{
    axis::{Scale, column_ranges, column_ranges_of_few},
    model::{EventIndex, Moment},
};

use super::lanes::Lanes;
use crate::app::{App, Document};

/// Events in the order of the moments at which they stand; those that stand nowhere are left out.
#[derive(Debug, Clone, Default)]
pub struct ColumnIndex {
    all: SortedEvents,
    /// The same by lane; none where one lane holds all.
    lanes: Vec<SortedEvents>,
    /// How many quotes there are, those of events that stand nowhere included.
    pub(in crate::app) quotes: usize,
    /// Where the events of each column end, as it was found last: most keys change no column.
    found: RefCell<VecDeque<IndexedColumns>>,
}

/// Events in order, with the moments of some of them, between which the others are looked for.
#[derive(Debug, Clone, Default)]
struct SortedEvents {
    events: Vec<EventIndex>,
    /// The moment of every event whose place is so many times [`SAMPLE_EVENTS`].
    samples: Vec<Moment>,
}

/// From one signpost to the next: those of a million events have room in a processor's cache, and the events between
/// two of them are few.
const SAMPLE_EVENTS: usize = 16;

impl SortedEvents {
    fn push(&mut self, ix: EventIndex, moment: Moment) {
        if self.events.len().is_multiple_of(SAMPLE_EVENTS) {
            self.samples.push(moment);
        }
        self.events.push(ix);
    }

    /// The first place, from this one on, at whose moment something no longer holds.
    fn end(&self, from: usize, holds: impl Fn(Moment) -> bool, moment: impl Fn(EventIndex) -> Moment) -> usize {
        // Where events are few most columns have none.
        if !self.events.get(from).is_some_and(|&ix| holds(moment(ix))) {
            return from;
        }
        let first = from.div_ceil(SAMPLE_EVENTS);
        let passed = self.samples.get(first..).unwrap_or_default().partition_point(|&moment| holds(moment));
        let from = if passed > 0 { (first + passed - 1) * SAMPLE_EVENTS + 1 } else { from };
        let until = ((first + passed) * SAMPLE_EVENTS).min(self.events.len());
        from + self.events.get(from..until).unwrap_or_default().partition_point(|&ix| holds(moment(ix)))
    }
}

/// Where in a row the events of each column stand.
#[derive(Debug, Clone)]
struct IndexedColumns {
    /// The lane, or `None` for all events.
    lane: Option<usize>,
    scale: Scale,
    places: Rc<[Range<usize>]>,
}

/// So many rows of columns are remembered: the strip, and as many lanes as have room on a screen.
const MAX_CACHED_SCALES: usize = 64;

impl ColumnIndex {
    fn new(doc: &Document, lanes: Lanes<'_>, events: impl Iterator<Item = EventIndex>) -> Self {
        let mut quotes = 0;
        let (mut index, is_ordered) =
            Self::in_this_order(doc, lanes, events.inspect(|&ix| quotes += doc.quotes_of(ix)));
        if !is_ordered {
            let mut events = index.all.events;
            events.sort_by_cached_key(|&ix| (stands(doc, ix), ix));
            (index, _) = Self::in_this_order(doc, lanes, events.into_iter());
        }
        Self { quotes, ..index }
    }

    /// Puts each event into its lanes, without counting quotes; says whether that is the order of their moments.
    fn in_this_order(doc: &Document, lanes: Lanes<'_>, events: impl Iterator<Item = EventIndex>) -> (Self, bool) {
        let count = if lanes.count() > 1 { lanes.count() } else { 0 };
        let mut index = Self { lanes: vec![SortedEvents::default(); count], ..Self::default() };
        let (mut last, mut is_ordered) = (None, true);
        for ix in events {
            let Some(moment) = doc.display_moment(ix) else { continue };
            is_ordered &= last <= Some((moment, ix));
            last = Some((moment, ix));
            index.all.push(ix, moment);
            for lane in lanes.of(ix) {
                index.lanes.get_mut(lane).into_iter().for_each(|row| row.push(ix, moment));
            }
        }
        (index, is_ordered)
    }

    fn row(&self, lane: Option<usize>) -> &SortedEvents {
        lane.and_then(|lane| self.lanes.get(lane)).unwrap_or(&self.all)
    }
}

impl App {
    /// The shown events; counted when this is first asked for after they have changed.
    pub fn column_index(&self) -> &ColumnIndex {
        self.time
            .column_index
            .get_or_init(|| ColumnIndex::new(&self.doc, self.lanes(), self.filter.visible.iter().copied()))
    }

    /// All events, whatever the filter; counted as above.
    pub fn column_index_of_all(&self) -> &ColumnIndex {
        if self.filter.visible.len() == self.doc.timeline.len() {
            return self.column_index();
        }
        self.time
            .column_index_of_all
            .get_or_init(|| ColumnIndex::new(&self.doc, self.lanes(), self.doc.timeline.indices()))
    }

    /// Of the shown events those that each rule of colour keeps and no rule before it, with the place of the rule; counted as
    /// above.
    pub fn colored_columns(&self) -> &[(usize, ColumnIndex)] {
        self.time.colored_columns.get_or_init(|| {
            let events = |rule: usize| {
                self.filter.visible.iter().copied().filter(move |&ix| self.color_rule_of(ix) == Some(rule))
            };
            let index = |rule: usize| (rule, ColumnIndex::new(&self.doc, self.lanes(), events(rule)));
            self.color_rules_in_use().map(index).collect()
        })
    }

    /// How many shown events stand in each column of a scale.
    pub fn density(&self, scale: &Scale) -> Vec<u32> {
        let places = self.column_ranges(self.column_index(), None, scale);
        places.iter().map(|here| u32::try_from(here.len()).unwrap_or(u32::MAX)).collect()
    }

    /// Of such an index the events of a lane that stand in each column of a scale, in the order of their moments.
    pub fn columns<'a>(
        &'a self,
        index: &'a ColumnIndex,
        lane: usize,
        scale: &Scale,
    ) -> impl Iterator<Item = &'a [EventIndex]> {
        let places = self.column_ranges(index, Some(lane), scale);
        let row = &index.row(Some(lane)).events;
        (0..places.len())
            .map(move |column| places.get(column).and_then(|here| row.get(here.clone())).unwrap_or_default())
    }

    fn column_ranges(&self, index: &ColumnIndex, lane: Option<usize>, scale: &Scale) -> Rc<[Range<usize>]> {
        let mut found = index.found.borrow_mut();
        if let Some(known) = found.iter().find(|known| known.lane == lane && known.scale == *scale) {
            return Rc::clone(&known.places);
        }
        let row = index.row(lane);
        let moment = |ix| stands(&self.doc, ix);
        let places: Rc<[_]> = if row.events.len() <= usize::from(scale.columns()) {
            column_ranges_of_few(scale, row.events.iter().copied().map(moment)).collect()
        } else {
            column_ranges(scale, |from, holds| row.end(from, holds, moment)).collect()
        };
        if found.len() == MAX_CACHED_SCALES {
            found.pop_front();
        }
        found.push_back(IndexedColumns { lane, scale: scale.clone(), places: Rc::clone(&places) });
        places
    }
}

/// The moment at which an event stands in its row.
fn stands(doc: &Document, ix: EventIndex) -> Moment {
    doc.display_moment(ix).unwrap_or(Moment::DISTANT_FUTURE)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_end_is_found_between_signposts(
            mut seconds in prop::collection::vec(0..50_i64, 0..200), limit in -1..52_i64, from in 0..220_usize,
        ) {
            seconds.sort_unstable();
            let moment = |ix: EventIndex| Moment::from_seconds(seconds[ix.index()]);
            let mut row = SortedEvents::default();
            (0..seconds.len()).map(EventIndex::new).for_each(|ix| row.push(ix, moment(ix)));
            let from = from.min(seconds.len());
            let expected = from + seconds[from..].partition_point(|&second| second < limit);
            prop_assert_eq!(row.end(from, |moment| moment < Moment::from_seconds(limit), moment), expected);
        }
    }
}
