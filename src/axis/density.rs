//! How many moments lie in each column, and how high a bar that is. The bars themselves are drawn elsewhere.

use super::Scale;
use crate::model::Moment;

/// How many of the moments, given in order, lie in each column of the scale; those outside the window count nowhere.
/// Costs by the columns, hardly by the moments.
pub fn density(moments: &[Moment], scale: &Scale) -> Vec<u32> {
    let before = |end: &dyn Fn(Moment) -> bool| moments.partition_point(|&moment| end(moment));
    let count = |column: u16| {
        let (first, last) = scale.moments(column)?;
        let count = before(&|moment| moment <= last) - before(&|moment| moment < first);
        Some(u32::try_from(count).unwrap_or(u32::MAX))
    };
    (0..scale.columns()).map(|column| count(column).unwrap_or(0)).collect()
}

/// Heights of bars from 0 to `steps`: 0 for no moment and only then, `steps` for the fullest column. They grow with the
/// square root of the count, so that a lone event still shows beside a crowded month.
pub fn levels(counts: &[u32], steps: u8) -> Vec<u8> {
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
    use super::*;
    use crate::axis::Window;

    #[test]
    fn moments_are_counted_where_they_lie() {
        let moment = Moment::from_seconds;
        let scale = Scale::new(Window::new(moment(0), moment(99)), 10);
        assert_eq!(density(&[-1, 0, 9, 10, 99, 100].map(moment), &scale), [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn one_event_shows_beside_many() {
        assert_eq!(levels(&[0, 1, 25, 100], 7), [0, 1, 4, 7]);
        assert_eq!(levels(&[0, 1, 1], 7), [0, 7, 7]);
        assert_eq!(levels(&[u32::MAX, 1], u8::MAX), [255, 1]);
        assert!(levels(&[], 7).is_empty());
    }
}
