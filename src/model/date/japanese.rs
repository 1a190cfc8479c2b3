//! Dates in Japanese: 「2022年3月28日～4月2日」 in full, 「3月28日～」 in a row under its year.

use super::{
    expr::{DateExpr, Endpoint, QualifiedDate, SetMember},
    named_period::{NamedPeriod, Season, is_decade},
    short::ShortForm,
};

/// The date in full.
pub(super) fn long(expr: &DateExpr) -> String {
    match expr {
        DateExpr::Single(date) => date_name(date),
        DateExpr::Interval(Endpoint::Date(start), Endpoint::Date(end)) => span(start, end),
        DateExpr::Interval(start, end) => format!("{}～{}", end_name(start), end_name(end)),
        DateExpr::OneOf(members) => match members.as_slice() {
            [SetMember::OnOrBefore(date)] => format!("{}以前", date_name(date)),
            [SetMember::OnOrAfter(date)] => format!("{}以降", date_name(date)),
            _ => format!("{}のいずれか", one_of(members)),
        },
    }
}

/// Japanese, in rows.
pub(super) struct Japanese;

impl ShortForm for Japanese {
    const DASH: &'static str = "～";
    const GAP: &'static str = "";
    const OR: &'static str = ",";

    fn or_earlier(date: &str) -> String {
        format!("～{date}")
    }

    fn or_later(date: &str) -> String {
        format!("{date}～")
    }

    fn period(period: NamedPeriod) -> String {
        short_period(period)
    }

    fn alone(period: NamedPeriod) -> String {
        period_alone(period)
    }

    fn end(period: NamedPeriod) -> String {
        short_period(period)
    }

    fn end_with_year(period: NamedPeriod) -> String {
        period_name(period)
    }

    fn years(first: i32, last: i32) -> String {
        format!("{}～{}", year_name(first), year_name(last))
    }

    fn span(start: NamedPeriod, end: NamedPeriod, joint: &str) -> String {
        short_span(start, end, joint)
    }
}

fn date_name(date: &QualifiedDate) -> String {
    doubted(period_name(date.period), date)
}

/// A name with its clock and its marks of doubt behind it.
fn doubted(name: String, date: &QualifiedDate) -> String {
    let clock = date.clock.map_or_else(String::new, |clock| {
        let zone = clock.zone_name().map_or_else(String::new, |zone| format!("（{zone}）"));
        format!(" {}{zone}", clock.format_time())
    });
    let about = if date.approximate { "頃" } else { "" };
    let doubt = if date.uncertain { "（不確実）" } else { "" };
    name + &clock + about + doubt
}

fn period_name(period: NamedPeriod) -> String {
    match period {
        NamedPeriod::YearIn { first, last } if is_decade(first, last) => format!("{first}年代のある年"),
        NamedPeriod::YearIn { first, last } => format!("{}～{}のある年", year_name(first), year_name(last)),
        NamedPeriod::Year { year } => year_name(year),
        NamedPeriod::DayInYear { year } => format!("{}のある日", year_name(year)),
        NamedPeriod::MonthInYear { year } => format!("{}のある月", year_name(year)),
        NamedPeriod::Day { year, .. }
        | NamedPeriod::Month { year, .. }
        | NamedPeriod::Season { year, .. }
        | NamedPeriod::Quarter { year, .. }
        | NamedPeriod::Half { year, .. }
        | NamedPeriod::DayInMonth { year, .. } => year_name(year) + &name_in_year(period),
    }
}

/// A period without its year.
fn name_in_year(period: NamedPeriod) -> String {
    match period {
        NamedPeriod::Day { month, day, .. } => format!("{month}月{day}日"),
        NamedPeriod::Month { month, .. } => format!("{month}月"),
        NamedPeriod::DayInMonth { month, .. } => format!("{month}月のある日"),
        NamedPeriod::Quarter { quarter, .. } => format!("第{quarter}四半期"),
        NamedPeriod::Half { half, .. } => if half == 1 { "上半期" } else { "下半期" }.to_owned(),
        NamedPeriod::Season { season, .. } => match season {
            Season::Spring => "春",
            Season::Summer => "夏",
            Season::Autumn => "秋",
            Season::Winter => "冬",
        }
        .to_owned(),
        NamedPeriod::Year { .. }
        | NamedPeriod::DayInYear { .. }
        | NamedPeriod::MonthInYear { .. }
        | NamedPeriod::YearIn { .. } => String::new(),
    }
}

fn end_name(end: &Endpoint) -> String {
    match end {
        Endpoint::Date(date) => date_name(date),
        Endpoint::Open => String::new(),
        Endpoint::Unknown => "不明".to_owned(),
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
        let zone = to.zone_name().map_or_else(String::new, |zone| format!("（{zone}）"));
        return format!("{} {}～{}{zone}", period_name(start.period), from.format_time(), to.format_time());
    }
    let rest = match (start.period, end.period) {
        (NamedPeriod::Day { year: y1, month: m1, .. }, NamedPeriod::Day { year: y2, month: m2, day })
            if (y1, m1) == (y2, m2) =>
        {
            doubted(format!("{day}日"), end)
        }
        (NamedPeriod::Day { year: y1, .. }, NamedPeriod::Day { year: y2, .. })
        | (NamedPeriod::Month { year: y1, .. }, NamedPeriod::Month { year: y2, .. })
            if y1 == y2 =>
        {
            doubted(name_in_year(end.period), end)
        }
        _ => date_name(end),
    };
    format!("{}～{rest}", date_name(start))
}

fn one_of(members: &[SetMember]) -> String {
    let mut before: Option<(i32, u32)> = None;
    let names = members.iter().map(|member| match member {
        SetMember::Date(date) => {
            let NamedPeriod::Day { year, month, day } = date.period else { return date_name(date) };
            let shared = before.replace((year, month)) == Some((year, month));
            if shared { doubted(format!("{day}日"), date) } else { date_name(date) }
        }
        SetMember::Range(first, last) => {
            before = None;
            span(first, last)
        }
        SetMember::OnOrBefore(date) => format!("{}以前", date_name(date)),
        SetMember::OnOrAfter(date) => format!("{}以降", date_name(date)),
    });
    names.collect::<Vec<_>>().join("、")
}

fn short_period(period: NamedPeriod) -> String {
    match period {
        NamedPeriod::DayInMonth { month, .. } => format!("{month}月"),
        NamedPeriod::Quarter { quarter, .. } => format!("Q{quarter}"),
        NamedPeriod::YearIn { first, last } if is_decade(first, last) => format!("{first}年代"),
        NamedPeriod::Year { .. }
        | NamedPeriod::DayInYear { .. }
        | NamedPeriod::MonthInYear { .. }
        | NamedPeriod::YearIn { .. } => "年".to_owned(),
        NamedPeriod::Day { .. } | NamedPeriod::Month { .. } | NamedPeriod::Season { .. } | NamedPeriod::Half { .. } => {
            name_in_year(period)
        }
    }
}

/// A period that is all a row says: 年 alone would say nothing.
fn period_alone(period: NamedPeriod) -> String {
    match period {
        NamedPeriod::Year { .. } | NamedPeriod::DayInYear { .. } | NamedPeriod::MonthInYear { .. } => "年内".to_owned(),
        period => short_period(period),
    }
}

fn short_span(start: NamedPeriod, end: NamedPeriod, joint: &str) -> String {
    match (start, end) {
        _ if start == end => period_alone(start),
        (NamedPeriod::Day { year: y1, month: m1, day: d1 }, NamedPeriod::Day { year: y2, month: m2, day: d2 })
            if (y1, m1) == (y2, m2) =>
        {
            format!("{m1}/{d1}{joint}{d2}")
        }
        (NamedPeriod::Month { year: y1, month: m1 }, NamedPeriod::Month { year: y2, month: m2 }) if y1 == y2 => {
            format!("{m1}{joint}{m2}月")
        }
        _ => format!("{}～", short_period(start)),
    }
}

/// The year as readers say it: astronomical 0 is 紀元前1年.
pub(super) fn year_name(year: i32) -> String {
    if year > 0 { format!("{year}年") } else { format!("紀元前{}年", 1 - i64::from(year)) }
}
