//! A window as text, as the command line takes it: `2021/2024-02`, `2022-12-20/2023-01-24`, and with clock times where
//! it does not begin and end with a day.

use chrono::{Datelike, NaiveTime};

use super::Window;
use crate::model::{DAY, DateError, EventDate, Moment, Zone};

impl Window {
    /// The text that reads back as this window, to the second.
    pub fn written(&self) -> String {
        let whole_days = self.start().civil().time() == NaiveTime::MIN && self.end().seconds().rem_euclid(DAY) == 0;
        let written = |moment: Moment| text(moment, if whole_days { "-%m-%d" } else { "-%m-%dT%H:%M:%S" });
        format!("{}/{}", written(self.start()), written(self.last()))
    }

    /// Reads a window, as [`read_date`] reads its text. A clock time with a zone is told by the clock of this one.
    ///
    /// # Errors
    ///
    /// The text is no date, or one of its ends is open or not known; `None` stands for the latter.
    pub fn read(text: &str, zone: Zone) -> Result<Self, Option<DateError>> {
        let bounds = *read_date(text).map_err(Some)?.placed(zone, zone).bounds();
        let (first, last) = (bounds.start.earliest, bounds.end.latest);
        if first.is_finite() && last.is_finite() { Ok(Self::new(first, last)) } else { Err(None) }
    }
}

/// Reads where to go in time: any EDTF text, a date as a person types it or the screen prints it, or two clock times with a stroke between them.
///
/// # Errors
///
/// The text is no date.
pub fn read_date(text: &str) -> Result<EventDate, DateError> {
    match text.split_once('/').filter(|(first, last)| has_clock(first) || has_clock(last)) {
        Some((first, last)) => EventDate::from_start_end(first, last),
        None => EventDate::parse_lenient(text).or_else(|error| printed_clock_span(text).ok_or(error)),
    }
}

/// A moment as EDTF text: the day alone for its first and its last second.
pub fn moment_text(moment: Moment) -> String {
    let is_border = moment.seconds().rem_euclid(DAY) == 0 || moment.seconds().rem_euclid(DAY) == DAY - 1;
    text(moment, if is_border { "-%m-%d" } else { "-%m-%dT%H:%M:%S" })
}

/// The year of a moment, and behind it the rest in this form.
pub(super) fn text(moment: Moment, form: &str) -> String {
    let time = moment.civil();
    let (year, rest) = (time.year(), time.format(form));
    if year < 0 { format!("-{:04}{rest}", -year) } else { format!("{year:04}{rest}") }
}

/// A span of clock times as the screen prints it: "8 March 2021, 14:30–15:30", 「2021年3月8日 14:30～9日」.
fn printed_clock_span(text: &str) -> Option<EventDate> {
    let (first, last) = [" – ", "～", "–"].into_iter().find_map(|joint| text.split_once(joint))?;
    // What the end leaves out is as at the start: the day, in Japanese the year and the month as well.
    let upto = |unit: &str| first.find(unit).map_or(0, |at| at + unit.len());
    let shared = match last.find(':') {
        Some(..3) => first.rfind(' ').map_or(0, |at| at + 1),
        _ if last.contains('年') => 0,
        _ if last.contains('月') => upto("年"),
        _ => upto("月"),
    };
    let last = format!("{}{last}", first.get(..shared)?);
    let (first, last) = (EventDate::parse_lenient(first).ok()?, EventDate::parse_lenient(&last).ok()?);
    EventDate::from_start_end(first.as_written(), last.as_written()).ok()
}

/// Whether a text is meant as a clock time.
fn has_clock(text: &str) -> bool {
    text.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn windows_are_written_and_read() {
        for text in [
            "2021-01-01/2024-02-29",
            "2022-12-20T03:12:05/2023-01-24T11:00:00",
            "-0043-03-15/0014-08-19",
            "2023-01-06/2023-01-06",
        ] {
            assert_eq!(Window::read(text, Zone::UTC).unwrap().written(), text);
        }
        assert_eq!(Window::read("2021/2024-02", Zone::UTC).unwrap().written(), "2021-01-01/2024-02-29");
        assert_eq!(Window::read("2021/..", Zone::UTC), Err(None));
        let by = |text: &str, zone| Window::read(text, zone).unwrap().written();
        assert_eq!(
            by("2024-06-11T09:00Z/2024-06-11T12:00:00+00:00", Zone::Fixed(540)),
            "2024-06-11T18:00:00/2024-06-11T21:00:00"
        );
        assert_eq!(
            by("2024-06-11T09:00:00+09:00/2024-06-11T12:00:00", Zone::UTC),
            "2024-06-11T00:00:00/2024-06-11T03:00:00"
        );
        assert_eq!(by("2024-06-11T09:00:00/2024-06-12", Zone::UTC), "2024-06-11T09:00:00/2024-06-12T23:59:59");
        assert!(matches!(Window::read("2021-13", Zone::UTC), Err(Some(_))));
        for (start, end) in [
            ("2021-03-08T14:30", "2021-03-08T15:30"),
            ("2021-03-08T14:30", "2021-03-09"),
            ("2021-03-08T14:30", "2021-04-09T10:00"),
            ("2021-03-08T14:30Z", "2021-03-09T10:00+09:00"),
            ("2021-03-08T14:30Z", "2021-03-08T15:30Z"),
        ] {
            let date = EventDate::from_start_end(start, end).unwrap();
            let window = Window::read(&format!("{start}/{end}"), Zone::UTC).unwrap();
            for printed in [Lang::En, Lang::Ja].map(|lang| [date.long(lang), date.full(lang)]).into_iter().flatten() {
                assert_eq!(Window::read(&printed, Zone::UTC), Ok(window), "{printed}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn every_window_reads_back(start in -100_000_000_000_i64..250_000_000_000, seconds in 1_i64..100_000_000_000) {
            let first = Moment::from_seconds(start);
            let window = Window::new(first, first.plus(seconds));
            proptest::prop_assume!(window.start().year() >= -9_999 && window.last().year() <= 9_999);
            proptest::prop_assert_eq!(Window::read(&window.written(), Zone::UTC), Ok(window));
        }
    }
}
