//! A date in parts, as far as they are said, and what EDTF has for it.

use chrono::{Datelike, NaiveDate};

use super::{clock_words::ClockFields, fault::SpellingRule};

/// What a text can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Forms of EDTF, the most exact first, and the rule that the text breaks.
    Is(SpellingRule, Vec<String>),
    /// One of several, each with its forms.
    OneOf(Vec<Vec<String>>),
    /// A day or a month of no year.
    NoYear,
    /// A span of clock times.
    ClockSpan,
}

/// A date in parts, as far as they are said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DateFields {
    pub(super) rule: Option<SpellingRule>,
    pub(super) year: Option<i32>,
    /// How many digits the year was written with.
    pub(super) year_digits: usize,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    pub(super) clock: Option<ClockFields>,
    /// What EDTF has in place of the month: a season, a quarter, a half.
    pub(super) part: Option<u32>,
    /// Years that go by no number of their own: a decade, a century.
    pub(super) years: Vec<String>,
    /// Whether the year is counted from an era: BC, AD, a reign.
    pub(super) has_era: bool,
    pub(super) is_about: bool,
    pub(super) is_doubted: bool,
    /// The other month and day that the same numbers can mean.
    pub(super) other: Option<(u32, u32)>,
}

impl DateFields {
    /// Takes a year that was written with so many digits; `None` if there is one already.
    pub(super) fn set_year(&mut self, year: u32, digits: usize) -> Option<()> {
        self.year_digits = digits;
        let before = self.year.replace(i32::try_from(year).ok()?);
        before.is_none().then_some(())
    }

    /// Takes a part of the year by its number in EDTF.
    pub(super) fn set_part(&mut self, part: u32) -> Option<()> {
        self.rule = Some(SpellingRule::Part);
        self.part.replace(part).is_none().then_some(())
    }

    /// Takes the ten years from this one on.
    pub(super) fn decade(&mut self, year: u32) -> Option<()> {
        self.rule = Some(SpellingRule::Decade);
        let is_decade = (100..=9990).contains(&year) && year.is_multiple_of(10) && self.years.is_empty();
        self.years = vec![format!("{:03}X", year / 10)];
        if year.is_multiple_of(100) {
            // The 1900s are ten years or a hundred.
            self.years.push(format!("{:02}XX", year / 100));
        }
        is_decade.then_some(())
    }

    /// Takes the year that begins in April of this one.
    pub(super) fn fiscal_year(&mut self, year: u32) -> Option<()> {
        self.rule = Some(SpellingRule::Part);
        self.years = vec![format!("{year:04}-04/{:04}-03", year + 1)];
        (self.years.len() == 1 && self.year.is_none()).then_some(())
    }

    /// Takes the hundred years of this number.
    pub(super) fn century(&mut self, number: u32) -> Option<()> {
        self.rule = Some(SpellingRule::Decade);
        let is_first = self.years.is_empty() && (1..=99).contains(&number);
        self.years = vec![format!("[{:04}..{:04}]", number.checked_sub(1)? * 100 + 1, number * 100)];
        is_first.then_some(())
    }

    /// Finds out which of the numbers that stand by themselves is what.
    pub(super) fn take_numbers(&mut self, numbers: &[(u32, usize)], signs: &[char]) -> Option<()> {
        let is_joined = signs.len() + 1 == numbers.len() && signs.windows(2).all(|pair| pair.first() == pair.last());
        let has_month = self.month.is_some();
        match *numbers {
            [] => {}
            [(year, digits)] if digits >= 3 && self.year.is_none() => self.set_year(year, digits)?,
            // An era makes a year of the only number: `August AD 12`.
            [(year, ..=2)] if self.year.is_none() && self.has_era => self.set_year(year, 2)?,
            [(day, ..=2)] if has_month && self.day.is_none() => self.day = Some(day),
            [(day, ..=2)] if self.year.is_none() && signs.is_empty() => self.day = Some(day),
            [(year, digits @ 3..), (day, ..=2)] | [(day, ..=2), (year, digits @ 3..)] if has_month => {
                self.set_year(year, digits)?;
                self.day = Some(day);
            }
            [(day, ..=2), (year, ..=2)] if has_month && self.has_era => {
                self.set_year(year, 2)?;
                self.day = Some(day);
            }
            // `6, 2024` behind `April 4`
            [(day, ..=2), (year, 4)] if signs.is_empty() => {
                self.set_year(year, 4)?;
                self.day = Some(day);
            }
            [(year, 4), (month, ..=2)] | [(month, ..=2), (year, 4)] if is_joined && !has_month => {
                self.rule.get_or_insert(SpellingRule::Order);
                self.set_year(year, 4)?;
                self.month = Some(month);
            }
            [(year, 4), (month, ..=2), (day, ..=2)] if is_joined => {
                self.rule.get_or_insert(SpellingRule::Hyphens);
                self.set_year(year, 4)?;
                (self.month, self.day) = (Some(month), Some(day));
            }
            [(year, ..=2), (month, ..=2), (day, ..=2)] if self.has_era && is_joined => {
                self.set_year(year, 2)?;
                (self.month, self.day) = (Some(month), Some(day));
            }
            [(one, ..=2), (other, ..=2), (year, 4)] if is_joined => {
                self.rule.get_or_insert(SpellingRule::Order);
                self.set_year(year, 4)?;
                (self.month, self.day) = if one <= 12 { (Some(one), Some(other)) } else { (Some(other), Some(one)) };
                if one <= 12 && other <= 12 && one != other {
                    self.other = Some((other, one));
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// Whether a calendar can have all this at once.
    pub(super) fn is_possible(&self) -> bool {
        let year = self.year.unwrap_or(2000);
        let month = self.month.is_none_or(|month| (1..=12).contains(&month));
        let day = self.day.is_none_or(|day| NaiveDate::from_ymd_opt(year, self.month.unwrap_or(1), day).is_some());
        let plain = self.month.is_none() && self.day.is_none() && self.clock.is_none();
        let years = self.years.is_empty() || plain && self.year.is_none() && self.part.is_none();
        let clock = self.clock.is_none() || self.day.is_some() && !self.is_about && !self.is_doubted;
        let short = self.year_digits != 2 || self.has_era;
        let says = self.year.or(self.month.and(Some(0))).or(self.day.and(Some(0))).is_some() || !self.years.is_empty();
        month && day && years && clock && short && says && (self.part.is_none() || plain)
    }

    /// Whether it is a day, a month or a year and no more.
    pub(super) fn is_plain(&self) -> bool {
        self.part.is_none() && self.years.is_empty() && self.other.is_none() && self.clock.is_none()
    }

    /// Whether it is one day, month, year or clock time, with nothing left open about it.
    pub(super) fn is_exact(&self) -> bool {
        let is_open = self.is_about || self.is_doubted || self.other.is_some();
        !is_open && self.part.is_none() && self.years.is_empty() && self.year.is_some()
    }

    /// Whether it names a clock time.
    pub(super) const fn has_clock(&self) -> bool {
        self.clock.is_some()
    }

    /// What it means.
    pub(super) fn meaning(&self) -> Option<Meaning> {
        match self.forms() {
            Some(_) if self.years.len() > 1 => {
                Some(Meaning::OneOf(self.years.iter().map(|form| vec![form.clone()]).collect()))
            }
            Some(forms) => match self.other {
                Some((month, day)) => {
                    let other = Self { month: Some(month), day: Some(day), ..self.clone() };
                    Some(Meaning::OneOf(vec![forms, other.forms()?]))
                }
                None => Some(Meaning::Is(self.broken_rule(), forms)),
            },
            None if self.month.is_some() && self.year.is_none() => Some(Meaning::NoYear),
            None => None,
        }
    }

    /// The rule that is broken, if it is not plain from its words.
    fn broken_rule(&self) -> SpellingRule {
        match self.rule {
            None | Some(SpellingRule::Hyphens) if self.clock.is_some() => SpellingRule::Clock,
            Some(rule) => rule,
            None if self.month.is_some() => SpellingRule::Hyphens,
            None => SpellingRule::Digits,
        }
    }

    /// The forms that EDTF has for it, the most exact first.
    pub(super) fn forms(&self) -> Option<Vec<String>> {
        let doubt = match (self.is_about, self.is_doubted) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        if let Some(years) = self.years.first() {
            return (doubt.is_empty() || years.ends_with('X')).then(|| vec![format!("{years}{doubt}")]);
        }
        if self.day.is_some() && self.month.is_none() {
            return None;
        }
        let mut date = date(self.year?, self.month.or(self.part), self.day)?;
        let Some(clock) = &self.clock else { return Some(vec![date + doubt]) };
        let mut hour = clock.hour;
        if clock.is_next_midnight() {
            let next = NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)?.succ_opt()?;
            date = self::date(next.year(), Some(next.month()), Some(next.day()))?;
            hour = 0;
        }
        Some(clock.written(hour).map(|time| format!("{date}{time}")).into())
    }

    /// The last day, month or year before it, or the first behind it, as precise as it is itself.
    pub(super) fn neighbour(&self, step: i32) -> Option<String> {
        let (year, month) = (self.year?, self.month);
        match (month, self.day) {
            (Some(month), Some(day)) => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                let day = if step < 0 { day.pred_opt()? } else { day.succ_opt()? };
                date(day.year(), Some(day.month()), Some(day.day()))
            }
            (Some(month), None) => {
                let months = year.checked_mul(12)?.checked_add(i32::try_from(month).ok()? - 1 + step)?;
                date(months.div_euclid(12), u32::try_from(months.rem_euclid(12) + 1).ok(), None)
            }
            _ => date(year + step, None, None),
        }
    }
}

/// A date as EDTF writes it.
fn date(year: i32, month: Option<u32>, day: Option<u32>) -> Option<String> {
    if !(-9999..=9999).contains(&year) {
        // A year of more digits stands alone, behind a Y.
        return (month.is_none() && day.is_none()).then(|| format!("Y{year}"));
    }
    let sign = if year < 0 { "-" } else { "" };
    let parts = [month, day].into_iter().flatten().map(|part| format!("-{part:02}"));
    Some(format!("{sign}{:04}{}", year.unsigned_abs(), parts.collect::<String>()))
}
