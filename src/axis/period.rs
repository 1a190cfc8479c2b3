//! Periods: whole units of the calendar side by side, with their names.

use chrono::{Datelike, Timelike};

use super::{Unit, window_text::text};
use crate::model::{Lang, Moment, year_name};

/// One unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// The unit.
    pub unit: Unit,
    /// Its first second.
    pub first: Moment,
    /// Its last second.
    pub last: Moment,
}

impl Period {
    /// All periods of this unit that touch the time from the first to the last moment.
    pub fn touching(unit: Unit, first: Moment, last: Moment) -> impl Iterator<Item = Self> {
        unit.starts(unit.floor(first), last).map(move |start| Self {
            unit,
            first: start,
            last: unit.next(start).map_or(Moment::LAST, |next| next.plus(-1)),
        })
    }

    /// The shortest unit of which at most so many touch this time.
    pub fn unit_for(first: Moment, last: Moment, most: usize) -> Unit {
        let fits = |unit: &Unit| Self::touching(*unit, first, last).take(most + 1).count() <= most;
        let long_enough = |unit: &Unit| {
            let seconds = last.seconds().saturating_sub(first.seconds());
            seconds / unit.seconds() <= i64::try_from(most).unwrap_or(i64::MAX)
        };
        Unit::ALL.into_iter().filter(long_enough).find(fits).unwrap_or(Unit::Millennium)
    }

    /// The text that a query asks for it by: `2022`, `2022-10`, `2022-10-05`, or its first and its last day.
    pub fn written(&self) -> String {
        match self.unit {
            Unit::Year => text(self.first, ""),
            Unit::Month => text(self.first, "-%m"),
            Unit::Day => text(self.first, "-%m-%d"),
            Unit::Minute | Unit::Hour => {
                let clock = |moment| text(moment, "-%m-%dT%H:%M:%S");
                format!("{}..{}", clock(self.first), clock(self.last))
            }
            _ => format!("{}..{}", text(self.first, "-%m-%d"), text(self.last, "-%m-%d")),
        }
    }

    /// Its name in at most four columns, as part of what [`Period::parent_label`] names.
    pub fn label(&self, lang: Lang) -> String {
        let time = self.first.civil();
        let ja = lang == Lang::Ja;
        match self.unit {
            Unit::Minute => format!(":{:02}", time.minute()),
            Unit::Hour if ja => format!("{}時", time.hour()),
            Unit::Hour => format!("{}h", time.hour()),
            Unit::Day | Unit::Week => time.day().to_string(),
            Unit::Month if ja => format!("{}月", time.month()),
            Unit::Month => time.format("%b").to_string(),
            Unit::Quarter => format!("Q{}", time.month0() / 3 + 1),
            Unit::Half if ja => if time.month0() < 6 { "前半" } else { "後半" }.to_owned(),
            Unit::Half => format!("H{}", time.month0() / 6 + 1),
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium if time.year() <= 0 => {
                (1 - i64::from(time.year())).to_string()
            }
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => time.year().to_string(),
        }
    }

    /// The name of the longer time that it is a part of; of years and longer the era where it has to be said.
    pub fn parent_label(&self, lang: Lang) -> String {
        let time = self.first.civil();
        let ja = lang == Lang::Ja;
        match self.unit {
            Unit::Minute | Unit::Hour if ja => format!("{}月{}日", time.month(), time.day()),
            Unit::Minute | Unit::Hour => time.format("%-d %b").to_string(),
            Unit::Day | Unit::Week if ja => format!("{}{}月", year_name(time.year(), lang), time.month()),
            Unit::Day | Unit::Week => format!("{} {}", time.format("%b"), year_name(time.year(), lang)),
            Unit::Month | Unit::Quarter | Unit::Half => year_name(time.year(), lang),
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => match (time.year(), ja) {
                (..=0, true) => "紀元前",
                (..=0, false) => "BC",
                (1..=99, false) => "AD",
                _ => "",
            }
            .to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_whole_units() {
        let day = |year, month, day| Moment::day(year, month, day).unwrap();
        let quarters: Vec<Period> = Period::touching(Unit::Quarter, day(2021, 2, 14), day(2021, 7, 1)).collect();
        assert_eq!(quarters.iter().map(|quarter| quarter.label(Lang::En)).collect::<Vec<_>>(), ["Q1", "Q2", "Q3"]);
        assert_eq!(quarters[0].first, day(2021, 1, 1));
        assert_eq!(quarters[1].last, day(2021, 7, 1).plus(-1));
        let years = Period::touching(Unit::Year, day(-1, 5, 5), day(1, 1, 1));
        let names: Vec<String> = years.map(|year| year.label(Lang::En) + " " + &year.parent_label(Lang::En)).collect();
        assert_eq!(names, ["2 BC", "1 BC", "1 AD"]);
        assert_eq!(Period::unit_for(day(2021, 1, 1), day(2024, 2, 29), 20), Unit::Quarter);
        assert_eq!(Period::unit_for(day(2021, 1, 1), day(2021, 1, 10), 20), Unit::Day);
        assert_eq!(Period::unit_for(Moment::FIRST, Moment::LAST, 1), Unit::Millennium);
    }
}
