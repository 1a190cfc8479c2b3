//! Dates in English: "28 March – 2 April 2022" in full, "28 Mar –" in a row under its year.

use super::{
    calendar,
    expr::{DateExpr, Endpoint, QualifiedDate, SetMember},
    named_period::{NamedPeriod, Season, is_decade},
    short::ShortForm,
};

/// The date in full.
pub(super) fn long(expr: &DateExpr) -> String {
    match expr {
        DateExpr::Single(date) => date_name(date),
        DateExpr::Interval(start, end) => match (start, end) {
            (Endpoint::Date(start), Endpoint::Date(end)) => span(start, end),
            (Endpoint::Date(start), Endpoint::Open) => format!("since {}", date_name(start)),
            (Endpoint::Open, Endpoint::Date(end)) => format!("until {}", date_name(end)),
            (start, end) => format!("{} – {}", end_name(start), end_name(end)),
        },
        DateExpr::OneOf(members) => format!("one of {}", one_of(members)),
    }
}

/// English, in rows.
pub(super) struct English;

impl ShortForm for English {
    const DASH: &'static str = "–";
    const GAP: &'static str = " ";
    const OR: &'static str = "/";

    fn or_earlier(date: &str) -> String {
        format!("≤ {date}")
    }

    fn or_later(date: &str) -> String {
        format!("≥ {date}")
    }

    fn period(period: NamedPeriod) -> String {
        short_period(period)
    }

    fn end(period: NamedPeriod) -> String {
        match period {
            // Where nothing has to stand in columns: "1 Nov".
            NamedPeriod::Day { month, day, .. } => format!("{day} {}", month_short(month)),
            _ => short_period(period),
        }
    }

    fn end_with_year(period: NamedPeriod) -> String {
        match period {
            NamedPeriod::Year { year } | NamedPeriod::DayInYear { year } | NamedPeriod::MonthInYear { year } => {
                year_name(year)
            }
            _ => format!("{} {}", Self::end(period), period.year().map_or_else(String::new, year_name)),
        }
    }

    fn years(first: i32, last: i32) -> String {
        years(first, last)
    }

    fn span(start: NamedPeriod, end: NamedPeriod, joint: &str) -> String {
        short_span(start, end, joint)
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

fn date_name(date: &QualifiedDate) -> String {
    let about = if date.approximate { "c. " } else { "" };
    let doubt = if date.uncertain { " (uncertain)" } else { "" };
    let clock = date.clock.map_or_else(String::new, |clock| {
        let zone = clock.zone_name().map_or_else(String::new, |zone| format!(" ({zone})"));
        format!(", {}{zone}", clock.format_time())
    });
    format!("{about}{}{clock}{doubt}", period_name(date.period))
}

fn period_name(period: NamedPeriod) -> String {
    match period {
        NamedPeriod::Day { year, month, day } => format!("{day} {} {}", month_name(month), year_name(year)),
        NamedPeriod::Month { year, month } => format!("{} {}", month_name(month), year_name(year)),
        NamedPeriod::Season { year, season } => format!("{} {}", season_name(season), year_name(year)),
        NamedPeriod::Quarter { year, quarter } => {
            let ordinal = match quarter {
                1 => "first",
                2 => "second",
                3 => "third",
                _ => "fourth",
            };
            format!("{ordinal} quarter of {}", year_name(year))
        }
        NamedPeriod::Half { year, half } => {
            format!("{} half of {}", if half == 1 { "first" } else { "second" }, year_name(year))
        }
        NamedPeriod::Year { year } => year_name(year),
        NamedPeriod::DayInMonth { year, month } => format!("one day in {} {}", month_name(month), year_name(year)),
        NamedPeriod::DayInYear { year } => format!("one day in {}", year_name(year)),
        NamedPeriod::MonthInYear { year } => format!("one month in {}", year_name(year)),
        NamedPeriod::YearIn { first, last } if is_decade(first, last) => format!("a year in the {first}s"),
        NamedPeriod::YearIn { first, last } => format!("a year from {} to {}", year_name(first), year_name(last)),
    }
}

fn end_name(end: &Endpoint) -> String {
    match end {
        Endpoint::Date(date) => date_name(date),
        Endpoint::Open => "…".to_owned(),
        Endpoint::Unknown => "unknown".to_owned(),
    }
}

/// Two dates with what they share said once.
fn span(start: &QualifiedDate, end: &QualifiedDate) -> String {
    if start == end {
        return date_name(start);
    }
    if let (Some(from), Some(to)) = (start.clock, end.clock)
        && (start.period, from.zone) == (end.period, to.zone)
    {
        let zone = to.zone_name().map_or_else(String::new, |zone| format!(" ({zone})"));
        return format!("{}, {}–{}{zone}", period_name(start.period), from.format_time(), to.format_time());
    }
    let shared = if start.is_plain() && end.is_plain() { shared_span(start.period, end.period) } else { None };
    shared.unwrap_or_else(|| format!("{} – {}", date_name(start), date_name(end)))
}

fn shared_span(start: NamedPeriod, end: NamedPeriod) -> Option<String> {
    match (start, end) {
        (NamedPeriod::Day { year: y1, month: m1, day: d1 }, NamedPeriod::Day { year: y2, month: m2, day: d2 })
            if y1 == y2 =>
        {
            let (from, to, year) = (month_name(m1), month_name(m2), year_name(y1));
            Some(if m1 == m2 {
                format!("{d1}–{d2} {to} {year}")
            } else {
                format!("{d1} {from} – {d2} {to} {year}")
            })
        }
        (NamedPeriod::Month { year: y1, month: m1 }, NamedPeriod::Month { year: y2, month: m2 }) if y1 == y2 => {
            Some(format!("{}–{} {}", month_name(m1), month_name(m2), year_name(y1)))
        }
        (NamedPeriod::Year { year: first }, NamedPeriod::Year { year: last }) => Some(years(first, last)),
        _ => None,
    }
}

fn one_of(members: &[SetMember]) -> String {
    if let Some((days, month)) = days_of_one_month(members) {
        return format!("{days} {month}");
    }
    let names = members.iter().map(|member| match member {
        SetMember::Date(date) => date_name(date),
        SetMember::Range(first, last) => span(first, last),
        SetMember::OnOrBefore(date) => format!("{} or earlier", date_name(date)),
        SetMember::OnOrAfter(date) => format!("{} or later", date_name(date)),
    });
    names.collect::<Vec<_>>().join(", ")
}

fn days_of_one_month(members: &[SetMember]) -> Option<(String, String)> {
    let Some(SetMember::Date(QualifiedDate { period: NamedPeriod::Day { year, month, .. }, .. })) = members.first()
    else {
        return None;
    };
    let days = members.iter().map(|member| match member {
        SetMember::Date(date) => match date.period {
            NamedPeriod::Day { year: y, month: m, day } if (y, m) == (*year, *month) && date.is_plain() => {
                Some(day.to_string())
            }
            _ => None,
        },
        _ => None,
    });
    let days = days.collect::<Option<Vec<_>>>()?.join(", ");
    Some((days, format!("{} {}", month_name(*month), year_name(*year))))
}

fn short_period(period: NamedPeriod) -> String {
    match period {
        NamedPeriod::Day { month, day, .. } => format!("{day:02} {}", month_short(month)),
        NamedPeriod::Month { month, .. } | NamedPeriod::DayInMonth { month, .. } => month_short(month).to_owned(),
        NamedPeriod::Season { season, .. } => season_name(season).to_owned(),
        NamedPeriod::Quarter { quarter, .. } => format!("Q{quarter}"),
        NamedPeriod::Half { half, .. } => format!("H{half}"),
        NamedPeriod::Year { .. } | NamedPeriod::DayInYear { .. } | NamedPeriod::MonthInYear { .. } => "year".to_owned(),
        NamedPeriod::YearIn { first, last } if is_decade(first, last) => format!("{first}s"),
        NamedPeriod::YearIn { .. } => "years".to_owned(),
    }
}

fn short_span(start: NamedPeriod, end: NamedPeriod, joint: &str) -> String {
    match (start, end) {
        _ if start == end => short_period(start),
        (NamedPeriod::Day { year: y1, month: m1, day: d1 }, NamedPeriod::Day { year: y2, month: m2, day: d2 })
            if (y1, m1) == (y2, m2) =>
        {
            format!("{d1:02}{joint}{d2:02} {}", month_short(m1))
        }
        (NamedPeriod::Month { year: y1, month: m1 }, NamedPeriod::Month { year: y2, month: m2 }) if y1 == y2 => {
            format!("{}{joint}{}", month_short(m1), month_short(m2))
        }
        _ => format!("{} {joint}", short_period(start)),
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
