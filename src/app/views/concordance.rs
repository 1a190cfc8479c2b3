//! The view of words: every place where the words of the filter stand, a line each.
//!
//! In a long timeline the lines around the one that is read are found event by event as they come on screen; their number and
//! their order by context are found beside the interface.

use std::sync::Arc;

use crate::{
    model::EventIndex,
    query::{
        Concordance, ConcordanceLine, ConcordanceOrder, ConcordanceTerms, OccurrenceRef, QueryEvaluator, SearchGoal,
        SearchRequest,
    },
};

use crate::app::{App, Direction, View};

/// From so many bytes of text on, lines are counted beside the interface.
const MIN_BACKGROUND_COUNT_BYTES: usize = 4 << 20;
/// More lines than this are sorted beside the interface.
const MAX_LINES_SORTED_AT_ONCE: usize = 10_000;
/// So many events without a line are passed over in search of the next one.
const MAX_EVENTS_WITHOUT_LINES: usize = 2_000;

/// The view of words.
#[derive(Debug, Clone, Default)]
pub struct ConcordanceView {
    /// The order that was chosen. What is found may still stand in another.
    pub order: ConcordanceOrder,
    /// The line that is read, and on which row of the screen it stands.
    current: Option<OccurrenceRef>,
    row: usize,
    terms: Option<Arc<ConcordanceTerms>>,
    /// All lines; `None` as long as they are not counted.
    found: Option<Arc<Concordance>>,
    /// The number of the request of which the answer has not come yet.
    pending_request: Option<u64>,
}

impl ConcordanceView {
    /// All lines; `None` as long as they are not counted, and where no words are looked for.
    pub fn found(&self) -> Option<&Concordance> {
        self.found.as_deref()
    }

    /// Whether lines are still being counted or sorted.
    pub const fn is_pending(&self) -> bool {
        self.pending_request.is_some()
    }

    /// Gives every event its new place; what was counted holds no longer.
    pub(in crate::app) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        self.current = self.current.and_then(|(ix, nth)| Some((moved(ix)?, nth)));
        self.found = None;
    }
}

impl App {
    /// The view of words.
    pub const fn concordance(&self) -> &ConcordanceView {
        &self.concordance
    }

    /// Counts lines anew where they are on screen, or has them counted.
    pub(in crate::app) fn count_concordance(&mut self) {
        let view = &mut self.concordance;
        (view.terms, view.found, view.pending_request) = (None, None, None);
        if self.panes.view != View::Concordance || !ConcordanceTerms::are_in(&self.filter.query) {
            return;
        }
        if self.doc.text_index().bytes() > MIN_BACKGROUND_COUNT_BYTES {
            view.terms = ConcordanceTerms::without_search(&self.filter.query).map(Arc::new);
            view.pending_request = Some(self.filter.take_request_number());
            return;
        }
        let (timeline, text_index) = (&self.doc.timeline, self.doc.text_index());
        let evaluator = QueryEvaluator::new(timeline, text_index);
        let Some(terms) = ConcordanceTerms::new(&self.filter.query, &evaluator) else { return };
        let found = Concordance::new(&terms, timeline, text_index, &self.filter.visible, &|| false);
        let found = found.map(|found| {
            if view.order == ConcordanceOrder::Date {
                found
            } else if found.len() <= MAX_LINES_SORTED_AT_ONCE {
                found.in_order(view.order, &terms, timeline, text_index)
            } else {
                view.pending_request = Some(self.filter.take_request_number());
                found
            }
        });
        (view.terms, view.found) = (Some(Arc::new(terms)), found.map(Arc::new));
    }

    /// What is to be counted beside the interface: by a request of a higher number than this one.
    pub(in crate::app) fn concordance_request(&self, after: u64) -> Option<SearchRequest> {
        let number = self.concordance.pending_request.filter(|&number| number > after)?;
        Some(self.request(number, SearchGoal::Concordance(self.concordance.order)))
    }

    /// Takes what was counted, if it is still asked.
    pub(in crate::app) fn apply_concordance(&mut self, number: u64, terms: ConcordanceTerms, found: Concordance) {
        let view = &mut self.concordance;
        if view.pending_request == Some(number) {
            *view = ConcordanceView {
                terms: Some(Arc::new(terms)),
                found: Some(Arc::new(found)),
                pending_request: None,
                ..*view
            };
        }
    }

    /// The order that comes next.
    pub(in crate::app) fn next_concordance_order(&mut self) {
        let line = self.current_occurrence();
        self.concordance.order = self.concordance.order.next();
        self.count_concordance();
        self.concordance.current = line;
    }

    /// The line that is read: of the selected event, or of the next that has any.
    pub fn current_occurrence(&self) -> Option<OccurrenceRef> {
        let selected = self.selection.selected?;
        let wanted = self.concordance.current.filter(|(ix, _)| *ix == selected).unwrap_or((selected, 0));
        if let Some(found) = self.concordance.found() {
            return found.line_at(found.place_of(wanted));
        }
        let own = self.occurrences_in(selected);
        let nth = own.checked_sub(1).map(|last| (selected, wanted.1.min(last)));
        nth.or_else(|| self.walk(wanted, Direction::Next).next())
            .or_else(|| self.walk(wanted, Direction::Previous).next())
    }

    /// The lines after this one, or before it, beginning with the nearest.
    pub fn occurrences(
        &self,
        from: OccurrenceRef,
        direction: Direction,
    ) -> Box<dyn Iterator<Item = OccurrenceRef> + '_> {
        let Some(found) = self.concordance.found() else { return Box::new(self.walk(from, direction)) };
        let place = found.place_of(from);
        match direction {
            Direction::Next => Box::new((place + 1..found.len()).map_while(|place| found.line_at(place))),
            Direction::Previous => Box::new((0..place).rev().map_while(|place| found.line_at(place))),
        }
    }

    /// The same in the order of time, found event by event.
    fn walk(&self, (ix, nth): OccurrenceRef, direction: Direction) -> impl Iterator<Item = OccurrenceRef> + '_ {
        let visible = &self.filter.visible;
        let place = visible.partition_point(|&shown| shown < ix);
        let has_own = visible.get(place) == Some(&ix);
        let (before, after) = visible.split_at_checked(place).unwrap_or_default();
        let beyond: Box<dyn Iterator<Item = &EventIndex>> = match direction {
            Direction::Next => Box::new(after.iter().skip(usize::from(has_own))),
            Direction::Previous => Box::new(before.iter().rev()),
        };
        let mut without_lines = 0;
        let counted = beyond.map(|&ix| (ix, self.occurrences_in(ix))).take_while(move |(_, count)| {
            without_lines += usize::from(*count == 0);
            without_lines <= MAX_EVENTS_WITHOUT_LINES
        });
        let lines = move |ix: EventIndex, first: usize, end: usize| {
            let line = move |place: usize| match direction {
                Direction::Next => (ix, first + place),
                Direction::Previous => (ix, end - 1 - place),
            };
            (0..end.saturating_sub(first)).map(line)
        };
        let own = match direction {
            _ if !has_own => lines(ix, 0, 0),
            Direction::Next => lines(ix, nth + 1, self.occurrences_in(ix)),
            Direction::Previous => lines(ix, 0, nth),
        };
        own.chain(counted.flat_map(move |(ix, count)| lines(ix, 0, count)))
    }

    fn occurrences_in(&self, ix: EventIndex) -> usize {
        let terms = self.concordance.terms.as_ref();
        terms.map_or(0, |terms| terms.count(&self.doc.timeline, self.doc.text_index(), ix))
    }

    /// A line with its text; `None` where its event cannot be read any more.
    pub fn concordance_line(&self, line: OccurrenceRef) -> Option<ConcordanceLine> {
        self.concordance.terms.as_ref()?.line(&self.doc.timeline, self.doc.text_index(), line)
    }

    /// The first lines as text, each with its date and its words between tabs, and how many these are; `None` where there
    /// are none.
    pub(in crate::app) fn concordance_text(&self, most: usize) -> Option<(String, usize)> {
        let first = self.last_occurrence(Direction::Previous)?;
        let lines = std::iter::once(first).chain(self.occurrences(first, Direction::Next)).take(most);
        let mut count = 0;
        let mut text = String::new();
        for place in lines {
            let (Some(line), Some(event)) = (self.concordance_line(place), self.doc.timeline.event(place.0)) else {
                continue;
            };
            let (before, rest) = line.text.split_at_checked(line.found.start)?;
            let (found, after) = rest.split_at_checked(line.found.len())?;
            text.extend([event.date.as_written(), "\t", before, "\t", found, "\t", after, "\n"]);
            count += 1;
        }
        (count > 0).then_some((text, count))
    }

    /// The lines of a screen of so many rows: that which is read on its row, or as near to it as there are lines for.
    pub fn concordance_rows(&self, height: usize) -> Vec<OccurrenceRef> {
        let Some(current) = self.current_occurrence().filter(|_| height > 0) else { return Vec::new() };
        let row = self.concordance.row.min(height - 1);
        let mut rows: Vec<_> = self.occurrences(current, Direction::Previous).take(row).collect();
        rows.reverse();
        rows.push(current);
        rows.extend(self.occurrences(current, Direction::Next).take(height - rows.len()));
        // At the end there is room above.
        if let Some(&first) = rows.first().filter(|_| rows.len() < height) {
            let above: Vec<_> = self.occurrences(first, Direction::Previous).take(height - rows.len()).collect();
            rows.splice(0..0, above.into_iter().rev());
        }
        rows
    }

    /// The line at a distance from the one that is read; `None` if there is no other.
    pub(in crate::app) fn occurrence_at(&self, direction: Direction, lines: usize) -> Option<OccurrenceRef> {
        self.occurrences(self.current_occurrence()?, direction).take(lines).last()
    }

    /// The first line of all, or the last.
    pub(in crate::app) fn last_occurrence(&self, direction: Direction) -> Option<OccurrenceRef> {
        if let Some(found) = self.concordance.found() {
            let last = found.len().checked_sub(1)?;
            return found.line_at(if direction == Direction::Next { last } else { 0 });
        }
        let visible = &self.filter.visible;
        let (end, back) = match direction {
            Direction::Next => (*visible.last()?, Direction::Previous),
            Direction::Previous => (*visible.first()?, Direction::Next),
        };
        let own = self.occurrences_in(end);
        let of_end = (own > 0).then(|| (end, if direction == Direction::Next { own - 1 } else { 0 }));
        of_end.or_else(|| self.walk((end, 0), back).next())
    }

    /// Reads a line: it moves over the screen, and the screen moves where it would leave it.
    pub(in crate::app) fn read_occurrence(&mut self, line: OccurrenceRef) {
        let height = self.metrics.list_rows.max(1);
        let row = self.concordance_rows(height).iter().position(|&shown| shown == line);
        let is_after = || {
            let now = self.current_occurrence()?;
            let found = self.concordance.found();
            Some(found.map_or(line > now, |found| found.place_of(line) > found.place_of(now)))
        };
        self.concordance.row = row.unwrap_or_else(|| if is_after() == Some(true) { height - 1 } else { 0 });
        self.concordance.current = Some(line);
        if self.selection.selected != Some(line.0) {
            self.select(line.0);
        }
        self.selection.prefer_selected();
        let terms = self.concordance.terms.as_ref();
        let quote = terms.and_then(|terms| terms.quote_of(&self.doc.timeline, self.doc.text_index(), line));
        self.detail.quote = quote.unwrap_or(0);
    }

    /// The event of the line that is read is the selected one.
    pub(in crate::app) fn select_of_occurrence(&mut self) {
        if self.panes.view == View::Concordance
            && let Some((ix, _)) = self.current_occurrence()
        {
            self.selection.selected = Some(ix);
        }
    }

    /// Who opens the event of a line wants to see the words.
    pub(in crate::app) const fn seek_words_of_line(&mut self) {
        if matches!(self.panes.view, View::Concordance) && self.concordance.terms.is_some() {
            self.detail.match_request = Some(Direction::Next);
        }
    }
}
