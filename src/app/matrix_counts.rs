//! In which cell of the matrix an event belongs, and how many there are in each: found for a million events in order of
//! time in a moment.

use super::matrix_axis::{MatrixKey, MatrixPivot};
use crate::{
    axis::Period,
    model::{Chunk, EventIndex, EventMeta, Id, Timeline},
    query::par_chunks,
};

/// How many events there are in each cell, row and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MatrixCounts {
    /// By row, and in it by column.
    pub(super) cells: Vec<Vec<usize>>,
    /// By row: each event once, whatever the column.
    pub(super) sums: Vec<usize>,
    /// By column: each event once, however many rows it stands in.
    pub(super) totals: Vec<usize>,
}

impl MatrixCounts {
    /// Counts these events in so many rows, of which the last is for those without any.
    pub(super) fn of(
        timeline: &Timeline,
        events: &[EventIndex],
        turn: MatrixPivot,
        rows: usize,
        columns: &[MatrixKey],
    ) -> Self {
        let mut counts =
            Self { cells: vec![vec![0; columns.len()]; rows], sums: vec![0; rows], totals: vec![0; columns.len()] };
        for part in par_chunks(events, |events| counts.clone().with(timeline, events, CellLocator::new(turn, columns)))
        {
            add(&mut counts.sums, &part.sums);
            add(&mut counts.totals, &part.totals);
            counts.cells.iter_mut().zip(&part.cells).for_each(|(row, more)| add(row, more));
        }
        counts
    }

    fn with(mut self, timeline: &Timeline, events: &[EventIndex], mut cells: CellLocator) -> Self {
        // Each event counts once in a row, however often it names it.
        let mut counted = vec![None; self.sums.len()];
        let without = self.sums.len().saturating_sub(1);
        for &ix in events {
            let Some((facts, chunk)) = timeline.facts_with_chunk(ix) else { continue };
            let column = cells.column(facts);
            self.totals.get_mut(column).into_iter().for_each(|total| *total += 1);
            cells.rows(facts, chunk, |head| {
                let place = if let MatrixKey::Term(place) = head { place } else { without };
                let (Some(sum), Some(row)) = (self.sums.get_mut(place), self.cells.get_mut(place)) else { return };
                if counted.get_mut(place).is_some_and(|last| last.replace(ix) != Some(ix)) {
                    *sum += 1;
                    row.get_mut(column).into_iter().for_each(|cell| *cell += 1);
                }
            });
        }
        self
    }
}

fn add(counts: &mut [usize], more: &[usize]) {
    counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
}

/// The events, of these, of one row and one column.
pub(super) fn in_cell(
    timeline: &Timeline,
    events: &[EventIndex],
    turn: MatrixPivot,
    columns: &[MatrixKey],
    (row, column): (MatrixKey, usize),
) -> Vec<EventIndex> {
    let of_part = |events: &[EventIndex]| {
        let mut cells = CellLocator::new(turn, columns);
        let stands = |ix: &EventIndex| {
            let known = timeline.facts_with_chunk(*ix);
            known.is_some_and(|(facts, chunk)| cells.column(facts) == column && cells.is_in(facts, chunk, row))
        };
        events.iter().copied().filter(stands).collect::<Vec<_>>()
    };
    par_chunks(events, of_part).concat()
}

/// Finds rows and columns.
pub(super) struct CellLocator {
    turn: MatrixPivot,
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

impl CellLocator {
    /// For these columns, in which all periods stand side by side.
    pub(super) fn new(turn: MatrixPivot, columns: &[MatrixKey]) -> Self {
        let place = |wanted: MatrixKey| columns.iter().position(|&head| head == wanted).unwrap_or(0);
        let period = |head: &MatrixKey| if let MatrixKey::Period(period) = head { Some(*period) } else { None };
        Self {
            turn,
            periods: columns.iter().filter_map(period).collect(),
            first: columns.iter().position(|head| period(head).is_some()).unwrap_or(0),
            before: place(MatrixKey::Earlier),
            after: place(MatrixKey::Later),
            unsure: place(MatrixKey::Ambiguous),
            last: columns.len().saturating_sub(1),
            near: 0,
        }
    }

    /// The column: of the kind, or of the time in which it starts, if it is known to start there.
    pub(super) fn column(&mut self, facts: &EventMeta) -> usize {
        if self.turn == MatrixPivot::PartiesByKind {
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
    pub(super) fn rows(&self, facts: &EventMeta, chunk: &Chunk, mut row: impl FnMut(MatrixKey)) {
        let mut count = 0;
        let term = |place: usize| {
            count += 1;
            row(MatrixKey::Term(place));
        };
        match self.turn {
            MatrixPivot::AreasByTime => chunk.areas(facts).map(Id::index).for_each(term),
            MatrixPivot::LanesByTime => std::iter::once(facts.lane.index()).for_each(term),
            MatrixPivot::PartiesByKind => chunk.parties(facts).map(Id::index).for_each(term),
        }
        if count == 0 {
            row(MatrixKey::Unassigned);
        }
    }

    /// Whether the event stands in a row.
    fn is_in(&self, facts: &EventMeta, chunk: &Chunk, row: MatrixKey) -> bool {
        let mut is_in = false;
        self.rows(facts, chunk, |head| is_in |= head == row);
        is_in
    }
}
