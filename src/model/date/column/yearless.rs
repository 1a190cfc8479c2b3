//! Dates without a year, as logs write them. No year is guessed: whoever has the log knows it.

use super::{super::event_date::EventDate, named};

/// Where the year of a date stands that is written without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingYear {
    /// Before it, with a hyphen between: `12-01 06:25:01.123`.
    Before,
    /// Behind it: `Dec  1 06:25:01`.
    Behind,
}

impl MissingYear {
    /// Where the year of a cell would stand; `None` for what is no day without a year.
    pub fn of(cell: &str) -> Option<Self> {
        // A year in which there is every day.
        const LEAP_YEAR: &str = "2024";
        let cell = cell.trim();
        let is_day = |date: &EventDate| date.as_written().len() > "2024-12".len();
        if cell.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let date = named::read(&format!("{cell} {LEAP_YEAR}"))?;
            return is_day(&date).then_some(Self::Behind);
        }
        let is_day_of_month =
            matches!(cell.as_bytes(), [a, b, b'-', c, d, ..] if [a, b, c, d].iter().all(|byte| byte.is_ascii_digit()));
        let date = is_day_of_month.then(|| EventDate::parse(&format!("{LEAP_YEAR}-{cell}")))?;
        date.is_ok_and(|date| is_day(&date)).then_some(Self::Before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_without_a_year_are_known() {
        for (cell, missing) in [
            ("Dec  1 06:25:01", Some(MissingYear::Behind)),
            ("Feb 29", Some(MissingYear::Behind)),
            ("12-01 06:25:01.123", Some(MissingYear::Before)),
            ("12-01", Some(MissingYear::Before)),
            ("December", None),
            ("Dec 1 2023", None),
            ("Dec 32", None),
            ("13-01", None),
            ("12-01-2023", None),
            ("red", None),
            ("5", None),
            ("", None),
        ] {
            assert_eq!(MissingYear::of(cell), missing, "{cell}");
        }
    }
}
