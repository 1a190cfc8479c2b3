//! In which cell of the matrix an event belongs, and how many there are in each: found for a million events in order of
//! time in a moment.

use super::matrix_axis::{MatrixKey, MatrixPivot};
use crate::{
    axis::Period,
    model::{Chunk, DateBounds, EventIndex, EventMeta, Id, Moment, Timeline},
    query::{EventNames, par_chunks},
};

/// How many events there are in each cell, row and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct MatrixCounts {
    /// By row, and in it by column.
    pub(in crate::app) cells: Vec<Vec<usize>>,
    /// By row: each event once, whatever the column.
    pub(in crate::app) sums: Vec<usize>,
    /// By column: each event once, however many rows it stands in.
    pub(in crate::app) totals: Vec<usize>,
    /// By row: how many events there are in each of equal parts of the time of all.
    pub(in crate::app) over_time: Vec<[usize; TIME_PARTS]>,
    /// By row: the last event.
    pub(in crate::app) last: Vec<Option<EventIndex>>,
}

/// Into so many equal parts time is divided to show in a few columns how it went.
pub(in crate::app) const TIME_PARTS: usize = 12;

/// The time of some events, in equal parts.
#[derive(Debug, Clone, Copy)]
struct TimeParts {
    first: i64,
    seconds: i64,
}

impl TimeParts {
    fn of(timeline: &Timeline, events: &[EventIndex]) -> Self {
        let start = |ix: &EventIndex| timeline.bounds(*ix).and_then(DateBounds::sort_key).map(Moment::seconds);
        // Dates without an end come first.
        let first = events.iter().find_map(start).unwrap_or(0);
        let last = events.iter().rev().find_map(start).unwrap_or(0);
        Self { first, seconds: last.saturating_sub(first).saturating_add(1).max(1) }
    }

    fn part(self, moment: Moment) -> usize {
        let parts = i128::try_from(TIME_PARTS).unwrap_or(1);
        let since = i128::from(moment.seconds()) - i128::from(self.first);
        usize::try_from(since * parts / i128::from(self.seconds)).unwrap_or(0).min(TIME_PARTS - 1)
    }
}

impl MatrixCounts {
    /// Counts these events in so many rows, of which the last is for those without any.
    pub(in crate::app) fn of(
        timeline: &Timeline,
        events: &[EventIndex],
        (turn, names): (MatrixPivot, &EventNames),
        rows: usize,
        columns: &[MatrixKey],
    ) -> Self {
        let mut counts = Self {
            cells: vec![vec![0; columns.len()]; rows],
            sums: vec![0; rows],
            totals: vec![0; columns.len()],
            over_time: vec![[0; TIME_PARTS]; rows],
            last: vec![None; rows],
        };
        let time = TimeParts::of(timeline, events);
        let count = |events: &[EventIndex]| {
            counts.clone().with((timeline, time), events, CellLocator::new(turn, names, columns))
        };
        for part in par_chunks(events, count) {
            add(&mut counts.sums, &part.sums);
            add(&mut counts.totals, &part.totals);
            counts.over_time.iter_mut().zip(&part.over_time).for_each(|(row, more)| add(row, more));
            counts.last.iter_mut().zip(&part.last).for_each(|(last, later)| *last = later.or(*last));
            counts.cells.iter_mut().zip(&part.cells).for_each(|(row, more)| add(row, more));
        }
        counts
    }

    fn with(
        mut self,
        (timeline, time): (&Timeline, TimeParts),
        events: &[EventIndex],
        mut cells: CellLocator<'_>,
    ) -> Self {
        // Each event counts once in a row, however often it names it.
        let mut counted = vec![None; self.sums.len()];
        let without = self.sums.len().saturating_sub(1);
        for &ix in events {
            let Some((meta, chunk)) = timeline.meta_with_chunk(ix) else { continue };
            let own = [cells.column(meta)];
            let columns = if cells.turn.is_paired() { cells.names.of(ix) } else { &own };
            columns.iter().filter_map(|&column| self.totals.get_mut(column).map(|total| *total += 1)).for_each(drop);
            let part = meta.bounds.sort_key().map(|start| time.part(start));
            cells.rows(ix, (meta, chunk), |head| {
                let place = if let MatrixKey::Term(place) = head { place } else { without };
                let (Some(sum), Some(row)) = (self.sums.get_mut(place), self.cells.get_mut(place)) else { return };
                if counted.get_mut(place).is_none_or(|last| last.replace(ix) == Some(ix)) {
                    return;
                }
                *sum += 1;
                self.last.get_mut(place).into_iter().for_each(|last| *last = Some(ix));
                if let Some(count) = self.over_time.get_mut(place).zip(part).and_then(|(row, part)| row.get_mut(part)) {
                    *count += 1;
                }
                for &column in columns.iter().filter(|&&column| !cells.is_diagonal(place, column)) {
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
pub(in crate::app) fn in_cell(
    timeline: &Timeline,
    events: &[EventIndex],
    (turn, names): (MatrixPivot, &EventNames),
    columns: &[MatrixKey],
    (row, column): (MatrixKey, usize),
) -> Vec<EventIndex> {
    let of_part = |events: &[EventIndex]| {
        let mut cells = CellLocator::new(turn, names, columns);
        let stands = |ix: &EventIndex| {
            let known = timeline.meta_with_chunk(*ix);
            known.is_some_and(|(meta, chunk)| {
                let is_there =
                    if turn.is_paired() { names.of(*ix).contains(&column) } else { cells.column(meta) == column };
                is_there && cells.is_in(*ix, (meta, chunk), row)
            })
        };
        events.iter().copied().filter(stands).collect::<Vec<_>>()
    };
    par_chunks(events, of_part).concat()
}

/// Finds rows and columns.
pub(in crate::app) struct CellLocator<'a> {
    turn: MatrixPivot,
    names: &'a EventNames,
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

impl<'a> CellLocator<'a> {
    /// For these columns, in which all periods stand side by side.
    pub(in crate::app) fn new(turn: MatrixPivot, names: &'a EventNames, columns: &[MatrixKey]) -> Self {
        let place = |wanted: MatrixKey| columns.iter().position(|&head| head == wanted).unwrap_or(0);
        let period = |head: &MatrixKey| if let MatrixKey::Period(period) = head { Some(*period) } else { None };
        Self {
            turn,
            names,
            periods: columns.iter().filter_map(period).collect(),
            first: columns.iter().position(|head| period(head).is_some()).unwrap_or(0),
            before: place(MatrixKey::Earlier),
            after: place(MatrixKey::Later),
            unsure: place(MatrixKey::Ambiguous),
            last: columns.len().saturating_sub(1),
            near: 0,
        }
    }

    /// Whether a cell stands for one name with itself.
    pub(in crate::app) const fn is_diagonal(&self, row: usize, column: usize) -> bool {
        self.turn.is_paired() && row == column
    }

    /// The column: of the kind, or of the time in which it starts, if it is known to start there.
    pub(in crate::app) fn column(&mut self, meta: &EventMeta) -> usize {
        if self.turn == MatrixPivot::PartiesByKind {
            return meta.kind.index().min(self.last);
        }
        let (earliest, latest) = (meta.bounds.start.earliest, meta.bounds.start.latest);
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
    pub(in crate::app) fn rows(
        &self,
        ix: EventIndex,
        (meta, chunk): (&EventMeta, &Chunk),
        mut row: impl FnMut(MatrixKey),
    ) {
        let mut count = 0;
        let term = |place: usize| {
            count += 1;
            row(MatrixKey::Term(place));
        };
        match self.turn {
            MatrixPivot::AreasByTime => chunk.areas(meta).map(Id::index).for_each(term),
            MatrixPivot::LanesByTime => std::iter::once(meta.lane.index()).for_each(term),
            MatrixPivot::PartiesByKind => chunk.parties(meta).map(Id::index).for_each(term),
            MatrixPivot::BodiesByTime
            | MatrixPivot::PeopleByTime
            | MatrixPivot::PeopleByPeople
            | MatrixPivot::BodiesByBodies => self.names.of(ix).iter().copied().for_each(term),
        }
        if count == 0 {
            row(MatrixKey::Unassigned);
        }
    }

    /// Whether the event stands in a row.
    fn is_in(&self, ix: EventIndex, meta: (&EventMeta, &Chunk), row: MatrixKey) -> bool {
        let mut is_in = false;
        self.rows(ix, meta, |head| is_in |= head == row);
        is_in
    }
}
