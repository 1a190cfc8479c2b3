//! Time zones as a calendar defines them itself (RFC 5545, section 3.6.5).

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

use super::{civil_time::civil_time, component::Component, content_line::ContentLine};

/// No zone has changed its clock more often.
const MAX_DATES: usize = 500;

/// When which offset from UTC holds.
#[derive(Debug, Clone, Default)]
pub(super) struct TimeZoneRules {
    observances: Vec<Observance>,
}

/// A time of the year in which one offset holds.
#[derive(Debug, Clone)]
struct Observance {
    start: NaiveDateTime,
    /// In minutes east of Greenwich, before it begins and from then on.
    before: i16,
    after: i16,
    /// It begins again each year, by this rule; until this time if there is one.
    rule: Option<(YearlyRule, Option<NaiveDateTime>)>,
    dates: Vec<NaiveDateTime>,
}

/// A day of each year.
#[derive(Debug, Clone)]
struct YearlyRule {
    month: u32,
    /// Which of these days of the week, from the end if it is negative; the first behind one of the days of the month if it is 0.
    weekday: Option<(i64, Weekday)>,
    days: Vec<u32>,
}

impl TimeZoneRules {
    /// The rules of a `VTIMEZONE`.
    pub(super) fn of(zone: &Component<'_>) -> Self {
        let is_observance = |part: &&Component<'_>| matches!(part.name.as_str(), "standard" | "daylight");
        Self {
            observances: zone.parts.iter().filter(is_observance).filter_map(Observance::of).take(MAX_DATES).collect(),
        }
    }

    /// A clock that is always the same.
    pub(super) fn fixed(minutes: i16) -> Self {
        let start = NaiveDateTime::MIN;
        Self { observances: vec![Observance { start, before: minutes, after: minutes, rule: None, dates: Vec::new() }] }
    }

    /// Whether it says anything.
    pub(super) const fn is_empty(&self) -> bool {
        self.observances.is_empty()
    }

    /// How far the clock that shows this is ahead of UTC, in minutes. A time that it shows twice is the first one; one that it leaves
    /// out is as if it had not been put forward yet (section 3.3.5).
    pub(super) fn offset(&self, shown: NaiveDateTime) -> i16 {
        let onsets = self.observances.iter().filter_map(|it| Some((it.onset(shown)?, it)));
        match onsets.max_by_key(|(onset, _)| *onset) {
            Some((onset, it)) => {
                let gap = TimeDelta::minutes(i64::from(it.after) - i64::from(it.before));
                let is_left_out =
                    onset.checked_add_signed(gap).is_some_and(|end| shown < end) && onset > NaiveDateTime::MIN;
                if is_left_out { it.before } else { it.after }
            }
            None => self.observances.iter().min_by_key(|it| it.start).map_or(0, |it| it.before),
        }
    }
}

impl Observance {
    fn of(part: &Component<'_>) -> Option<Self> {
        let offset = |name| offset(&part.line(name)?.value);
        let dates = part.lines.iter().filter(|line| line.is("RDATE"));
        Some(Self {
            start: civil_time(&part.line("DTSTART")?.value)?,
            before: offset("TZOFFSETFROM").or_else(|| offset("TZOFFSETTO"))?,
            after: offset("TZOFFSETTO")?,
            rule: part.line("RRULE").and_then(YearlyRule::of),
            dates: dates.flat_map(|line| line.value.split(',')).filter_map(civil_time).take(MAX_DATES).collect(),
        })
    }

    /// When it began last before this time.
    fn onset(&self, shown: NaiveDateTime) -> Option<NaiveDateTime> {
        let year = shown.year();
        let yearly = self.rule.as_ref().into_iter().flat_map(|(rule, until)| {
            // With the last one of a rule that has ended.
            let ends = until.iter().flat_map(|until| [until.year(), until.year() - 1]);
            let years = [year, year - 1].into_iter().chain(ends);
            let onsets = years.filter_map(|year| Some(rule.day(year)?.and_time(self.start.time())));
            onsets.filter(|onset| until.is_none_or(|until| *onset <= until) && *onset >= self.start)
        });
        let all = yearly.chain(self.dates.iter().copied()).chain([self.start]);
        all.filter(|onset| *onset <= shown).max()
    }
}

impl YearlyRule {
    fn of(line: &ContentLine<'_>) -> Option<(Self, Option<NaiveDateTime>)> {
        let value = |name: &str| {
            let parts = line.value.split(';').filter_map(|part| part.split_once('='));
            parts.into_iter().find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
        };
        value("FREQ").filter(|freq| freq.eq_ignore_ascii_case("YEARLY"))?;
        let days = value("BYMONTHDAY").map(|days| days.split(',').filter_map(|day| day.parse().ok()).collect());
        let weekday = value("BYDAY").and_then(|day| {
            let (number, name) = day.split_at_checked(day.len().checked_sub(2)?)?;
            let number = if number.is_empty() { 0_i64 } else { i64::from(number.parse::<i8>().ok()?) };
            Some((number, weekday(name)?))
        });
        let rule = Self { month: value("BYMONTH")?.parse().ok()?, weekday, days: days.unwrap_or_default() };
        // In UTC, which is near enough for the day of a year.
        let until = value("UNTIL").and_then(civil_time);
        Some((rule, until.and_then(|until| until.checked_add_days(Days::new(1)))))
    }

    fn day(&self, year: i32) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, self.month, 1)?;
        let Some((number, weekday)) = self.weekday else { return first.with_day(*self.days.first()?) };
        let days =
            || first.iter_days().take_while(|day| day.month() == self.month).filter(|day| day.weekday() == weekday);
        match number {
            1.. => days().nth(usize::try_from(number - 1).ok()?),
            0 if self.days.is_empty() => days().next(),
            0 => days().find(|day| self.days.contains(&day.day())),
            _ => {
                let all: Vec<NaiveDate> = days().collect();
                all.iter().rev().nth(usize::try_from(-number - 1).ok()?).copied()
            }
        }
    }
}

/// The minutes of `+0900` or `-043000`.
fn offset(text: &str) -> Option<i16> {
    let text = text.trim();
    let digits = text.strip_prefix(['+', '-'])?;
    let part = |from: usize| -> Option<i16> { digits.get(from..from + 2)?.parse().ok() };
    let minutes = part(0)? * 60 + part(2)?;
    Some(if text.starts_with('-') { -minutes } else { minutes })
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}
