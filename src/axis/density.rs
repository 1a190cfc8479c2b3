//! How many moments lie in each column, and how high a bar that is. The bars themselves are drawn elsewhere.

use std::ops::Range;

use super::Scale;
use crate::model::Moment;

/// The places of what stands in each column of the scale, of things in the order of their moments; what lies outside the
/// window stands in none. `end` finds the first place, from one on, at whose moment something no longer holds. Costs by
/// the columns, hardly by the things.
pub fn column_ranges(
    scale: &Scale,
    end: impl Fn(usize, &dyn Fn(Moment) -> bool) -> usize,
) -> impl Iterator<Item = Range<usize>> {
    let start = scale.window().start();
    let mut from = end(0, &|moment| moment < start);
    (0..scale.columns()).map(move |column| {
        let here = from..end(from, &|moment| scale.column(moment).is_some_and(|at| at <= column));
        from = here.end;
        here
    })
}

/// The same for a few things: costs by these, hardly by the columns. `moments` are in order.
pub fn column_ranges_of_few(
    scale: &Scale,
    moments: impl Iterator<Item = Moment>,
) -> impl Iterator<Item = Range<usize>> {
    let start = scale.window().start();
    let mut places = moments.map(move |moment| (moment < start, scale.column(moment))).peekable();
    let mut from = 0;
    while places.next_if(|(is_before, _)| *is_before).is_some() {
        from += 1;
    }
    (0..scale.columns()).map(move |column| {
        let first = from;
        while places.next_if(|(_, at)| at.is_some_and(|at| at <= column)).is_some() {
            from += 1;
        }
        first..from
    })
}

/// Heights of bars from 0 to `steps`: 0 for no moment and only then, `steps` for the fullest column. They grow with the
/// square root of the count, so that a lone event still shows beside a crowded month.
pub fn bar_heights(counts: &[u32], steps: u8) -> Vec<u8> {
    let most = u64::from(counts.iter().copied().max().unwrap_or(0));
    let top = u64::from(steps);
    let level = |&count: &u32| match count {
        0 => 0,
        _ => (1..=steps).find(|&step| u64::from(step).pow(2) * most >= u64::from(count) * top * top).unwrap_or(steps),
    };
    counts.iter().map(level).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::axis::Window;

    #[test]
    fn moments_are_counted_where_they_lie() {
        let moment = Moment::from_seconds;
        let scale = Scale::new(Window::new(moment(0), moment(99)), 10);
        let moments = [-1, 0, 9, 10, 99, 100].map(moment);
        let end = |from: usize, holds: &dyn Fn(Moment) -> bool| {
            from + moments[from..].partition_point(|&moment| holds(moment))
        };
        let counts: Vec<usize> = column_ranges(&scale, end).map(|here| here.len()).collect();
        assert_eq!(counts, [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    }

    proptest! {
        #[test]
        fn few_are_counted_as_many_are(mut seconds in prop::collection::vec(-5..120_i64, 0..20), columns in 0..40_u16) {
            seconds.sort_unstable();
            let moments: Vec<Moment> = seconds.into_iter().map(Moment::from_seconds).collect();
            let scale = Scale::new(Window::new(Moment::from_seconds(0), Moment::from_seconds(99)), columns);
            let end = |from: usize, holds: &dyn Fn(Moment) -> bool| {
                from + moments[from..].partition_point(|&moment| holds(moment))
            };
            let of_few: Vec<_> = column_ranges_of_few(&scale, moments.iter().copied()).collect();
            prop_assert_eq!(of_few, column_ranges(&scale, end).collect::<Vec<_>>());
        }
    }

    #[test]
    fn one_event_shows_beside_many() {
        assert_eq!(bar_heights(&[0, 1, 25, 100], 7), [0, 1, 4, 7]);
        assert_eq!(bar_heights(&[0, 1, 1], 7), [0, 7, 7]);
        assert_eq!(bar_heights(&[u32::MAX, 1], u8::MAX), [255, 1]);
        assert!(bar_heights(&[], 7).is_empty());
    }
}
