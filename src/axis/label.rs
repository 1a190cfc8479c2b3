//! The words of the axis: how the start of a unit is written, and how wide that can be. Years are astronomical, as in
//! EDTF: 0 is 1 BC, -2999 is 3000 BC.

use chrono::Datelike;

use crate::model::{Lang, Moment};

/// A way to write the start of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// `06:00`
    Clock,
    /// `6`
    Day,
    /// `Jan`, `1月`
    Month,
    /// `2023`, `2023年`
    Year,
    /// `6 Jan`, `1月6日`
    DayOfMonth,
    /// `Jan 2023`, `2023年1月`
    MonthOfYear,
    /// `January 2023`, `2023年1月`
    FullMonth,
    /// `6 Jan 2023`, `2023年1月6日`
    Date,
    /// `6 January 2023`, `2023年1月6日`
    FullDate,
}

impl Wording {
    /// The text for this moment.
    pub(super) fn text(self, moment: Moment, lang: Lang) -> String {
        let (en, ja) = match self {
            Self::Clock => ("%H:%M", "%H:%M"),
            Self::Day => ("%-d", "%-d"),
            Self::Month => ("%b", "%-m月"),
            Self::Year => ("", ""),
            Self::DayOfMonth => ("%-d %b", "%-m月%-d日"),
            Self::MonthOfYear => ("%b ", "%-m月"),
            Self::FullMonth => ("%B ", "%-m月"),
            Self::Date => ("%-d %b ", "%-m月%-d日"),
            Self::FullDate => ("%-d %B ", "%-m月%-d日"),
        };
        let time = moment.civil();
        let within_year = time.format(lang.pick(en, Some(ja)));
        // The calendar's own `%Y` pads early years and signs late ones.
        let year = time.year();
        match lang {
            _ if !self.names_year() => within_year.to_string(),
            Lang::Ja => format!("{year}年{within_year}"),
            Lang::En | Lang::Both => format!("{within_year}{year}"),
        }
    }

    /// How many columns it takes at most, for any moment of the calendar (`-262143` is its first year) or, where there
    /// is a shorter wording to fall back to, in years of up to four digits. Labels are thinned by this and not by the
    /// texts in view, so that they stay the same while time is panned.
    pub(super) const fn widest(self, lang: Lang) -> u16 {
        let (en, ja) = match self {
            Self::Clock => (5, 5),
            Self::Day => (2, 2),
            Self::Month => (3, 4),
            Self::Year => (7, 9),
            Self::DayOfMonth => (6, 8),
            Self::MonthOfYear => (8, 10),
            Self::FullMonth => (14, 10),
            Self::Date => (11, 14),
            Self::FullDate => (17, 14),
        };
        match lang {
            Lang::Ja => ja,
            Lang::En | Lang::Both => en,
        }
    }

    const fn names_year(self) -> bool {
        !matches!(self, Self::Clock | Self::Day | Self::Month | Self::DayOfMonth)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{axis::Unit, text};

    const ALL: [Wording; 9] = [
        Wording::Clock,
        Wording::Day,
        Wording::Month,
        Wording::Year,
        Wording::DayOfMonth,
        Wording::MonthOfYear,
        Wording::FullMonth,
        Wording::Date,
        Wording::FullDate,
    ];

    #[test]
    fn the_widest_text_is_as_wide_as_stated() {
        for lang in [Lang::En, Lang::Ja] {
            for wording in ALL {
                let year = if wording == Wording::Year { -262_143 } else { 2023 };
                let days = Unit::Day.starts(Moment::day(year, 1, 1).unwrap(), Moment::day(year, 12, 31).unwrap());
                let width = |day| text::width(&wording.text(day, lang));
                assert_eq!(days.map(width).max(), Some(usize::from(wording.widest(lang))), "{wording:?} {lang:?}");
            }
        }
    }

    #[test]
    fn years_are_written_plainly() {
        let text = |year, wording: Wording, lang| wording.text(Moment::day(year, 1, 6).unwrap(), lang);
        assert_eq!(text(476, Wording::Year, Lang::En), "476");
        assert_eq!(text(12_000, Wording::FullMonth, Lang::Both), "January 12000");
        assert_eq!(text(-43, Wording::FullDate, Lang::En), "6 January -43");
        assert_eq!(text(2023, Wording::FullDate, Lang::Ja), "2023年1月6日");
    }
}
