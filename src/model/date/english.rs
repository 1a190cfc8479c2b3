//! Dates in English: "28 March – 2 April 2022" in full, "28 Mar –" in a row under its year.

use super::{
    calendar,
    reading::{Choice, End, Named, Reading, Season, Unit},
};

/// The date in full.
pub(super) fn long(reading: &Reading) -> String {
    match reading {
        Reading::One(date) => named(date),
        Reading::Span(start, end) => match (start, end) {
            (End::Date(start), End::Date(end)) => span(start, end),
            (End::Date(start), End::Open) => format!("since {}", named(start)),
            (End::Open, End::Date(end)) => format!("until {}", named(end)),
            (start, end) => format!("{} – {}", end_name(start), end_name(end)),
        },
        Reading::OneOf(choices) => format!("one of {}", one_of(choices)),
    }
}

/// The date without its year.
pub(super) fn short(reading: &Reading) -> String {
    match reading {
        Reading::One(date) => short_unit(date.unit),
        Reading::Span(End::Date(start), End::Date(end)) => short_span(start.unit, end.unit, "–"),
        Reading::Span(End::Date(start), _) => format!("{} –", short_unit(start.unit)),
        Reading::Span(_, End::Date(end)) => format!("– {}", short_unit(end.unit)),
        Reading::Span(..) => "–".to_owned(),
        Reading::OneOf(choices) => match choices.as_slice() {
            [Choice::Within(first, last)] => short_span(first.unit, last.unit, "–"),
            choices => short_choices(choices),
        },
    }
}

/// The date without its year, both ends of a span with it: "31 Oct – 1 Nov"; with clock times if asked for.
pub(super) fn whole(reading: &Reading, with_clock: bool) -> String {
    match reading {
        Reading::One(date) => date.clocked(short_unit(date.unit), with_clock),
        Reading::Span(End::Date(start), End::Date(end)) => whole_span(start, end, with_clock),
        Reading::Span(End::Date(start), _) => format!("{} –", start.clocked(short_unit(start.unit), with_clock)),
        Reading::Span(_, End::Date(end)) => format!("– {}", end.clocked(short_unit(end.unit), with_clock)),
        Reading::Span(..) | Reading::OneOf(_) => short(reading),
    }
}

fn whole_span(start: &Named, end: &Named, with_clock: bool) -> String {
    if start.unit == end.unit {
        return match (start.clock, end.clock) {
            (Some(from), Some(to)) if with_clock => {
                format!("{} {}–{}", short_unit(start.unit), from.exact_hands(), to.exact_hands())
            }
            _ => start.clocked(short_unit(start.unit), with_clock),
        };
    }
    let has_clock = with_clock && (start.clock.is_some() || end.clock.is_some());
    match (start.unit, end.unit) {
        (Unit::Year { year: first }, Unit::Year { year: last }) => years(first, last),
        (from, to) if from.year() == to.year() => match (from, to) {
            (Unit::Day { month: m1, .. }, Unit::Day { month: m2, .. }) if m1 == m2 && !has_clock => {
                short_span(from, to, "–")
            }
            (Unit::Month { .. }, Unit::Month { .. }) => short_span(from, to, "–"),
            _ => {
                format!("{} – {}", start.clocked(short_unit(from), with_clock), end.clocked(end_unit(to), with_clock))
            }
        },
        (from, to) => {
            let until = match to {
                Unit::Year { year } | Unit::DayInYear { year } | Unit::MonthInYear { year } => year_name(year),
                _ => format!("{} {}", end_unit(to), to.year().map_or_else(String::new, year_name)),
            };
            format!("{} – {}", start.clocked(short_unit(from), with_clock), end.clocked(until, with_clock))
        }
    }
}

/// A unit where nothing has to stand in columns: "1 Nov".
fn end_unit(unit: Unit) -> String {
    match unit {
        Unit::Day { month, day, .. } => format!("{day} {}", month_short(month)),
        _ => short_unit(unit),
    }
}

/// Two years with what they share said once: "2019–2021", "101–44 BC", "101 BC – AD 50".
fn years(first: i32, last: i32) -> String {
    match (first, last) {
        (100.., _) => format!("{first}–{last}"),
        (..=0, ..=0) => format!("{}–{}", 1 - i64::from(first), year_name(last)),
        _ => format!("{} – {}", year_name(first), year_name(last)),
    }
}

fn short_choices(choices: &[Choice]) -> String {
    match (choices.first(), choices.last()) {
        (Some(Choice::Date(first) | Choice::Within(first, _)), Some(Choice::Date(last) | Choice::Within(_, last))) => {
            short_span(first.unit, last.unit, "/")
        }
        (Some(Choice::OrEarlier(date)), _) => format!("≤ {}", short_unit(date.unit)),
        (Some(Choice::Date(date) | Choice::Within(date, _) | Choice::OrLater(date)), _) => {
            format!("≥ {}", short_unit(date.unit))
        }
        (None, _) => String::new(),
    }
}

fn named(date: &Named) -> String {
    let about = if date.approximate { "c. " } else { "" };
    let doubt = if date.uncertain { " (uncertain)" } else { "" };
    let clock = date.clock.map_or_else(String::new, |clock| {
        let zone = clock.zone_name().map_or_else(String::new, |zone| format!(" ({zone})"));
        format!(", {}{zone}", clock.hands())
    });
    format!("{about}{}{clock}{doubt}", unit_name(date.unit))
}

fn unit_name(unit: Unit) -> String {
    match unit {
        Unit::Day { year, month, day } => format!("{day} {} {}", month_name(month), year_name(year)),
        Unit::Month { year, month } => format!("{} {}", month_name(month), year_name(year)),
        Unit::Season { year, season } => format!("{} {}", season_name(season), year_name(year)),
        Unit::Quarter { year, quarter } => {
            let ordinal = match quarter {
                1 => "first",
                2 => "second",
                3 => "third",
                _ => "fourth",
            };
            format!("{ordinal} quarter of {}", year_name(year))
        }
        Unit::Half { year, half } => {
            format!("{} half of {}", if half == 1 { "first" } else { "second" }, year_name(year))
        }
        Unit::Year { year } => year_name(year),
        Unit::DayInMonth { year, month } => format!("one day in {} {}", month_name(month), year_name(year)),
        Unit::DayInYear { year } => format!("one day in {}", year_name(year)),
        Unit::MonthInYear { year } => format!("one month in {}", year_name(year)),
        Unit::YearIn { first, last } if is_decade(first, last) => format!("a year in the {first}s"),
        Unit::YearIn { first, last } => format!("a year from {} to {}", year_name(first), year_name(last)),
    }
}

fn is_decade(first: i32, last: i32) -> bool {
    first > 0 && first % 10 == 0 && last.saturating_sub(first) == 9
}

fn end_name(end: &End) -> String {
    match end {
        End::Date(date) => named(date),
        End::Open => "…".to_owned(),
        End::Unknown => "unknown".to_owned(),
    }
}

/// Two dates with what they share said once.
fn span(start: &Named, end: &Named) -> String {
    if start == end {
        return named(start);
    }
    if let (Some(from), Some(to)) = (start.clock, end.clock)
        && (start.unit, from.zone) == (end.unit, to.zone)
    {
        let zone = to.zone_name().map_or_else(String::new, |zone| format!(" ({zone})"));
        return format!("{}, {}–{}{zone}", unit_name(start.unit), from.hands(), to.hands());
    }
    let shared = if start.is_plain() && end.is_plain() { shared_span(start.unit, end.unit) } else { None };
    shared.unwrap_or_else(|| format!("{} – {}", named(start), named(end)))
}

fn shared_span(start: Unit, end: Unit) -> Option<String> {
    match (start, end) {
        (Unit::Day { year: y1, month: m1, day: d1 }, Unit::Day { year: y2, month: m2, day: d2 }) if y1 == y2 => {
            let (from, to, year) = (month_name(m1), month_name(m2), year_name(y1));
            Some(if m1 == m2 {
                format!("{d1}–{d2} {to} {year}")
            } else {
                format!("{d1} {from} – {d2} {to} {year}")
            })
        }
        (Unit::Month { year: y1, month: m1 }, Unit::Month { year: y2, month: m2 }) if y1 == y2 => {
            Some(format!("{}–{} {}", month_name(m1), month_name(m2), year_name(y1)))
        }
        (Unit::Year { year: first }, Unit::Year { year: last }) => Some(years(first, last)),
        _ => None,
    }
}

fn one_of(choices: &[Choice]) -> String {
    if let Some((days, month)) = days_of_one_month(choices) {
        return format!("{days} {month}");
    }
    let names = choices.iter().map(|choice| match choice {
        Choice::Date(date) => named(date),
        Choice::Within(first, last) => span(first, last),
        Choice::OrEarlier(date) => format!("{} or earlier", named(date)),
        Choice::OrLater(date) => format!("{} or later", named(date)),
    });
    names.collect::<Vec<_>>().join(", ")
}

fn days_of_one_month(choices: &[Choice]) -> Option<(String, String)> {
    let Some(Choice::Date(Named { unit: Unit::Day { year, month, .. }, .. })) = choices.first() else { return None };
    let days = choices.iter().map(|choice| match choice {
        Choice::Date(date) => match date.unit {
            Unit::Day { year: y, month: m, day } if (y, m) == (*year, *month) && date.is_plain() => {
                Some(day.to_string())
            }
            _ => None,
        },
        _ => None,
    });
    let days = days.collect::<Option<Vec<_>>>()?.join(", ");
    Some((days, format!("{} {}", month_name(*month), year_name(*year))))
}

fn short_unit(unit: Unit) -> String {
    match unit {
        Unit::Day { month, day, .. } => format!("{day:02} {}", month_short(month)),
        Unit::Month { month, .. } | Unit::DayInMonth { month, .. } => month_short(month).to_owned(),
        Unit::Season { season, .. } => season_name(season).to_owned(),
        Unit::Quarter { quarter, .. } => format!("Q{quarter}"),
        Unit::Half { half, .. } => format!("H{half}"),
        Unit::Year { .. } | Unit::DayInYear { .. } | Unit::MonthInYear { .. } => "year".to_owned(),
        Unit::YearIn { first, last } if is_decade(first, last) => format!("{first}s"),
        Unit::YearIn { .. } => "years".to_owned(),
    }
}

fn short_span(start: Unit, end: Unit, joint: &str) -> String {
    match (start, end) {
        _ if start == end => short_unit(start),
        (Unit::Day { year: y1, month: m1, day: d1 }, Unit::Day { year: y2, month: m2, day: d2 })
            if (y1, m1) == (y2, m2) =>
        {
            format!("{d1:02}{joint}{d2:02} {}", month_short(m1))
        }
        (Unit::Month { year: y1, month: m1 }, Unit::Month { year: y2, month: m2 }) if y1 == y2 => {
            format!("{}{joint}{}", month_short(m1), month_short(m2))
        }
        _ => format!("{} {joint}", short_unit(start)),
    }
}

fn month_name(month: u32) -> &'static str {
    calendar::month_name(month).unwrap_or("")
}

fn month_short(month: u32) -> &'static str {
    month_name(month).get(..3).unwrap_or("")
}

const fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

/// The year as readers say it: astronomical 0 is 1 BC, and "August 12" would be a day.
pub(super) fn year_name(year: i32) -> String {
    match year {
        ..=0 => format!("{} BC", 1 - i64::from(year)),
        1..=99 => format!("AD {year}"),
        _ => year.to_string(),
    }
}
