//! How many times words stand in each event of a timeline, and so which line of the concordance is of which event.

use crate::{
    model::{DateBounds, EventIndex, Moment, Timeline},
    query::{TextIndex, par_chunks},
};

use super::{ConcordanceOrder, ConcordanceTerms, OccurrenceRef, order::in_order};

/// So many counts by year are told apart; of a longer time they are counted by ten years, by a hundred and so on.
const MAX_PERIODS: usize = 1_000;
/// How many events are counted before it is asked again whether anybody wants to know.
const EVENTS_BETWEEN_CHECKS: usize = 1_024;

/// The lines of a concordance: which they are, in their order, and how many there are in each year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concordance {
    /// The events that were looked at.
    events: Vec<EventIndex>,
    /// How many lines stand before those of each of the events, and at the end how many there are.
    starts: Vec<u32>,
    /// Of how many events.
    event_count: usize,
    /// The lines in an order that is not that of time.
    sorted: Option<SortedLines>,
    years: Vec<(Option<i32>, usize)>,
    years_per_period: i32,
}

/// Lines in another order than that of time.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SortedLines {
    order: ConcordanceOrder,
    /// The lines, by their numbers in the order of time.
    lines: Vec<u32>,
    /// Where each of them stands.
    places: Vec<u32>,
}

impl SortedLines {
    fn new(order: ConcordanceOrder, lines: Vec<u32>) -> Self {
        let mut places = vec![0; lines.len()];
        for (place, &line) in (0..).zip(&lines) {
            if let Some(at) = places.get_mut(line as usize) {
                *at = place;
            }
        }
        Self { order, lines, places }
    }
}

impl Concordance {
    /// Counts in these events, in their order; `None` if the answer was not wanted any more.
    pub fn new(
        terms: &ConcordanceTerms,
        timeline: &Timeline,
        text_index: &TextIndex,
        events: &[EventIndex],
        is_cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let counts = par_chunks(events, |part| {
            let mut counts = Vec::with_capacity(part.len());
            for some in part.chunks(EVENTS_BETWEEN_CHECKS) {
                if is_cancelled() {
                    break;
                }
                counts.extend(some.iter().map(|&ix| terms.count(timeline, text_index, ix)));
            }
            counts
        });
        if is_cancelled() {
            return None;
        }
        let counts = counts.concat();
        let mut start = 0_u32;
        let mut starts = Vec::with_capacity(counts.len() + 1);
        for &count in &counts {
            starts.push(start);
            start = start.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        }
        starts.push(start);
        let year = |ix: EventIndex| timeline.bounds(ix).and_then(DateBounds::sort_key).map(Moment::year);
        let counted = events.iter().zip(&counts).filter(|(_, count)| **count > 0);
        let (years, years_per_period) = by_period(counted.clone().map(|(&ix, &count)| (year(ix), count)));
        let event_count = counted.count();
        Some(Self { events: events.to_vec(), starts, event_count, sorted: None, years, years_per_period })
    }

    /// The same lines in another order, which they keep where there are too many to be sorted.
    #[must_use]
    pub fn in_order(
        mut self,
        order: ConcordanceOrder,
        terms: &ConcordanceTerms,
        timeline: &Timeline,
        text_index: &TextIndex,
    ) -> Self {
        let lines = in_order(order, terms, &self.events, (timeline, text_index));
        self.sorted = lines.map(|lines| SortedLines::new(order, lines));
        self
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.starts.last().map_or(0, |&end| end as usize)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Of how many events they are.
    pub const fn event_count(&self) -> usize {
        self.event_count
    }

    /// The order in which they stand.
    pub fn order(&self) -> ConcordanceOrder {
        self.sorted.as_ref().map_or(ConcordanceOrder::Date, |sorted| sorted.order)
    }

    /// How many lines there are of each year that has any, in order; of dates without an end first. Each count is of so
    /// many years as [`Self::years_per_period`] says, and goes by the first of them.
    pub fn years(&self) -> &[(Option<i32>, usize)] {
        &self.years
    }

    /// How many years are counted together.
    pub const fn years_per_period(&self) -> i32 {
        self.years_per_period
    }

    /// The line at a place; `None` behind the last.
    pub fn line_at(&self, place: usize) -> Option<OccurrenceRef> {
        let line = match &self.sorted {
            Some(sorted) => *sorted.lines.get(place)?,
            None => u32::try_from(place).ok().filter(|_| place < self.len())?,
        };
        let event = self.starts.partition_point(|&start| start <= line).checked_sub(1)?;
        Some((*self.events.get(event)?, (line - self.starts.get(event)?) as usize))
    }

    /// Where a line stands; the first of the next event that has any where its own has none, else the last.
    pub fn place_of(&self, (ix, nth): OccurrenceRef) -> usize {
        let event = self.events.partition_point(|&shown| shown < ix);
        let last = self.len().saturating_sub(1);
        let start = |event: usize| self.starts.get(event).map_or(last, |&start| start as usize);
        let own = start(event + 1).saturating_sub(start(event)).saturating_sub(1);
        let is_own = self.events.get(event) == Some(&ix);
        let line = (start(event) + if is_own { nth.min(own) } else { 0 }).min(last);
        match &self.sorted {
            Some(sorted) => sorted.places.get(line).map_or(0, |&place| place as usize),
            None => line,
        }
    }
}

/// Counts by year, or by as many years as it takes for few enough counts; and how many years these are.
fn by_period(counts: impl Iterator<Item = (Option<i32>, usize)>) -> (Vec<(Option<i32>, usize)>, i32) {
    let mut years_per_period = 1_i32;
    let mut periods: Vec<(Option<i32>, usize)> = Vec::new();
    for (year, count) in counts {
        push(&mut periods, year.map(|year| first_of_years(year, years_per_period)), count);
        while periods.len() > MAX_PERIODS {
            years_per_period = years_per_period.saturating_mul(10);
            periods = by_years(std::mem::take(&mut periods), years_per_period);
        }
    }
    (periods, years_per_period)
}

/// The first of the years with which a year is counted, where so many are counted together.
pub const fn first_of_years(year: i32, years: i32) -> i32 {
    year.div_euclid(years).saturating_mul(years)
}

/// Counts by so many years each, of counts by fewer; each goes by the first of its years.
pub fn by_years(counts: impl IntoIterator<Item = (Option<i32>, usize)>, years: i32) -> Vec<(Option<i32>, usize)> {
    let mut periods = Vec::new();
    for (year, count) in counts {
        push(&mut periods, year.map(|year| first_of_years(year, years)), count);
    }
    periods
}

/// Adds to the count of a year; events come in the order of their years.
fn push(periods: &mut Vec<(Option<i32>, usize)>, year: Option<i32>, count: usize) {
    match periods.last_mut() {
        Some((last, sum)) if *last == year => *sum += count,
        _ => periods.push((year, count)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_years_are_counted_together() {
        let (years, by) = by_period([(None, 2), (Some(-1), 3), (Some(5), 1), (Some(5), 4)].into_iter());
        assert_eq!((years, by), (vec![(None, 2), (Some(-1), 3), (Some(5), 5)], 1));
        let (decades, by) = by_period((-1_500..1_500).map(|year| (Some(year), 1)));
        assert_eq!((decades.len(), by), (300, 10));
        assert!(decades.iter().all(|&(_, count)| count == 10), "{decades:?}");
        assert_eq!(decades.first(), Some(&(Some(-1_500), 10)));
    }
}
