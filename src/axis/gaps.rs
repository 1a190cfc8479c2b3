//! Long stretches of time in which nothing happens.

use crate::model::{DateBounds, Moment};

/// A stretch is long if it is so many times as long as the one in the middle of all.
const GAP_MEDIAN_FACTOR: i64 = 3;

/// The long empty stretches between events (first and last second), in order. The events come in order of their
/// starts; all the time that an event takes or may take is not empty. What lies before the first event and after the
/// last is no stretch between them.
pub fn find_gaps<'a>(events: impl IntoIterator<Item = &'a DateBounds>) -> Vec<(Moment, Moment)> {
    let mut found: Vec<(Moment, Moment)> = Vec::new();
    let mut steps: Vec<i64> = Vec::new();
    let mut covered: Option<Moment> = None;
    for bounds in events {
        let start = bounds.sort_key().unwrap_or(Moment::DISTANT_FUTURE);
        let end = bounds.finite().max().unwrap_or(start);
        if let Some(last) = covered.filter(|&last| start.is_finite() && last < start) {
            let seconds = start.seconds().saturating_sub(last.seconds());
            steps.push(seconds);
            if seconds > 2 {
                found.push((last.plus(1), start.plus(-1)));
            }
        }
        covered = covered.max(Some(end)).filter(|end| end.is_finite());
    }
    steps.sort_unstable();
    let middle = steps.get((steps.len().saturating_sub(1)) / 2).copied().unwrap_or(0);
    found.retain(|(first, last)| {
        last.seconds().saturating_sub(first.seconds()) >= middle.saturating_mul(GAP_MEDIAN_FACTOR)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EventDate;

    #[test]
    fn what_an_event_covers_is_not_empty() {
        let dates = ["2020-01-01", "2020-01-05", "2020-01-09", "2020-02-01/2020-04-01", "2020-03", "2021-01-01"];
        let bounds: Vec<DateBounds> = dates.iter().map(|date| *EventDate::parse(date).unwrap().bounds()).collect();
        let day = |text: &str| EventDate::parse(text).unwrap().bounds().start;
        let expected = [
            (day("2020-01-10").earliest, day("2020-01-31").latest),
            (day("2020-04-02").earliest, day("2020-12-31").latest),
        ];
        assert_eq!(find_gaps(&bounds), expected);
        assert!(find_gaps(&bounds[..1]).is_empty());
    }
}
