//! In which cell of the matrix an event belongs, found for a million events in order of time in a moment.

use super::matrix::{Head, Turn};
use crate::{
    axis::Period,
    model::{Chunk, Facts, Id},
};

/// Finds rows and columns.
pub(super) struct Cells {
    turn: Turn,
    periods: Vec<Period>,
    /// The column of the first period.
    first: usize,
    before: usize,
    after: usize,
    unsure: usize,
    last: usize,
    /// The period found last: the next event is seldom far from it.
    near: usize,
}

impl Cells {
    /// For these columns, in which all periods stand side by side.
    pub(super) fn new(turn: Turn, columns: &[Head]) -> Self {
        let place = |wanted: Head| columns.iter().position(|&head| head == wanted).unwrap_or(0);
        let period = |head: &Head| if let Head::Period(period) = head { Some(*period) } else { None };
        Self {
            turn,
            periods: columns.iter().filter_map(period).collect(),
            first: columns.iter().position(|head| period(head).is_some()).unwrap_or(0),
            before: place(Head::Before),
            after: place(Head::After),
            unsure: place(Head::Unsure),
            last: columns.len().saturating_sub(1),
            near: 0,
        }
    }

    /// The column: of the kind, or of the time in which it starts, if it is known to start there.
    pub(super) fn column(&mut self, facts: &Facts) -> usize {
        if self.turn == Turn::PartiesByKind {
            return facts.kind.index().min(self.last);
        }
        let (earliest, latest) = (facts.bounds.start.earliest, facts.bounds.start.latest);
        let holds = |period: &Period| period.first <= earliest && latest <= period.last;
        if self.periods.get(self.near).is_some_and(holds) {
            return self.first + self.near;
        }
        if self.periods.first().is_some_and(|first| latest < first.first) {
            return self.before;
        }
        if self.periods.last().is_some_and(|last| earliest > last.last) {
            return self.after;
        }
        let place = self.periods.partition_point(|period| period.last < earliest);
        if self.periods.get(place).is_some_and(holds) {
            self.near = place;
            return self.first + place;
        }
        self.unsure
    }

    /// The rows, each as often as the event names it.
    pub(super) fn rows(&self, facts: &Facts, chunk: &Chunk, mut row: impl FnMut(Head)) {
        let mut count = 0;
        let term = |place: usize| {
            count += 1;
            row(Head::Term(place));
        };
        match self.turn {
            Turn::AreasByTime => chunk.areas(facts).map(Id::index).for_each(term),
            Turn::LanesByTime => std::iter::once(facts.lane.index()).for_each(term),
            Turn::PartiesByKind => chunk.parties(facts).map(Id::index).for_each(term),
        }
        if count == 0 {
            row(Head::Without);
        }
    }

    /// Whether the event stands in a row.
    pub(super) fn is_in(&self, facts: &Facts, chunk: &Chunk, row: Head) -> bool {
        let mut is_in = false;
        self.rows(facts, chunk, |head| is_in |= head == row);
        is_in
    }
}
