//! The words of the axis: how the start of a unit is written, and how wide that can be.

use chrono::Datelike;

use crate::model::{Lang, Moment, year_name};

/// A way to write the start of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelFormat {
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

impl LabelFormat {
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
        let year = year_name(time.year(), lang);
        match lang {
            _ if !self.names_year() => within_year.to_string(),
            Lang::Ja => format!("{year}{within_year}"),
            Lang::En | Lang::Both => format!("{within_year}{year}"),
        }
    }

    /// How many columns it takes at most in years from this one on: before 100 they are told as "44 BC" and "AD 12", and
    /// the first of the calendar is 262144 BC. From then on it has room for years of four digits, and `Year`, which has no
    /// shorter wording to fall back to, for those of six. Labels are thinned by this and not by the texts in view, so that
    /// they stay the same while time is panned.
    pub(super) const fn widest(self, lang: Lang, from: i32) -> u16 {
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
        // "262144 BC" for "2023", 「紀元前262144年」 for 「2023年」.
        let (more_en, more_ja) = match self {
            Self::Year => (2, 5),
            _ => (5, 8),
        };
        let is_early = self.names_year() && from < 100;
        match lang {
            Lang::Ja => ja + if is_early { more_ja } else { 0 },
            Lang::En | Lang::Both => en + if is_early { more_en } else { 0 },
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

    const ALL: [LabelFormat; 9] = [
        LabelFormat::Clock,
        LabelFormat::Day,
        LabelFormat::Month,
        LabelFormat::Year,
        LabelFormat::DayOfMonth,
        LabelFormat::MonthOfYear,
        LabelFormat::FullMonth,
        LabelFormat::Date,
        LabelFormat::FullDate,
    ];

    #[test]
    fn the_widest_text_is_as_wide_as_stated() {
        for lang in [Lang::En, Lang::Ja] {
            for wording in ALL {
                for (from, year) in
                    [(-262_143, -262_142), (100, if wording == LabelFormat::Year { 202_300 } else { 2023 })]
                {
                    let days = Unit::Day.starts(Moment::day(year, 1, 1).unwrap(), Moment::day(year, 12, 31).unwrap());
                    let width = |day| text::width(&wording.text(day, lang));
                    let most = usize::from(wording.widest(lang, from));
                    let widest = days.map(width).max().unwrap();
                    assert!(
                        widest == most || (wording, year) == (LabelFormat::Year, 202_300) && widest < most,
                        "{wording:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn years_are_written_plainly() {
        let text = |year, wording: LabelFormat, lang| wording.text(Moment::day(year, 1, 6).unwrap(), lang);
        assert_eq!(text(476, LabelFormat::Year, Lang::En), "476");
        assert_eq!(text(12_000, LabelFormat::FullMonth, Lang::Both), "January 12000");
        assert_eq!(text(-43, LabelFormat::FullDate, Lang::En), "6 January 44 BC");
        assert_eq!(text(12, LabelFormat::FullMonth, Lang::En), "January AD 12");
        assert_eq!(text(0, LabelFormat::Year, Lang::Ja), "紀元前1年");
        assert_eq!(text(2023, LabelFormat::FullDate, Lang::Ja), "2023年1月6日");
    }
}
