//! Dates in Japanese: 「2022年3月28日～4月2日」 in full, 「3月28日～」 in a row under its year.

use super::reading::{Choice, End, Named, Reading, Season, Unit};

/// The date in full.
pub(super) fn long(reading: &Reading) -> String {
    match reading {
        Reading::One(date) => named(date),
        Reading::Span(End::Date(start), End::Date(end)) => span(start, end),
        Reading::Span(start, end) => format!("{}～{}", end_name(start), end_name(end)),
        Reading::OneOf(choices) => match choices.as_slice() {
            [Choice::OrEarlier(date)] => format!("{}以前", named(date)),
            [Choice::OrLater(date)] => format!("{}以降", named(date)),
            _ => format!("{}のいずれか", one_of(choices)),
        },
    }
}

/// The date without its year.
pub(super) fn short(reading: &Reading) -> String {
    match reading {
        Reading::One(date) => short_unit(date.unit),
        Reading::Span(End::Date(start), End::Date(end)) => short_span(start.unit, end.unit, "–"),
        Reading::Span(End::Date(start), _) => format!("{}～", short_unit(start.unit)),
        Reading::Span(_, End::Date(end)) => format!("～{}", short_unit(end.unit)),
        Reading::Span(..) => "～".to_owned(),
        Reading::OneOf(choices) => match choices.as_slice() {
            [Choice::Within(first, last)] => short_span(first.unit, last.unit, "–"),
            choices => short_choices(choices),
        },
    }
}

/// The date without its year, both ends of a span with it: 「10月31日～11月1日」; with clock times if asked for.
pub(super) fn whole(reading: &Reading, with_clock: bool) -> String {
    match reading {
        Reading::One(date) => date.clocked(short_unit(date.unit), with_clock),
        Reading::Span(End::Date(start), End::Date(end)) => whole_span(start, end, with_clock),
        Reading::Span(End::Date(start), _) => format!("{}～", start.clocked(short_unit(start.unit), with_clock)),
        Reading::Span(_, End::Date(end)) => format!("～{}", end.clocked(short_unit(end.unit), with_clock)),
        Reading::Span(..) | Reading::OneOf(_) => short(reading),
    }
}

fn whole_span(start: &Named, end: &Named, with_clock: bool) -> String {
    if start.unit == end.unit {
        return match (start.clock, end.clock) {
            (Some(from), Some(to)) if with_clock => {
                format!("{} {}～{}", short_unit(start.unit), from.exact_hands(), to.exact_hands())
            }
            _ => start.clocked(short_unit(start.unit), with_clock),
        };
    }
    let has_clock = with_clock && (start.clock.is_some() || end.clock.is_some());
    match (start.unit, end.unit) {
        (Unit::Year { year: first }, Unit::Year { year: last }) => format!("{}～{}", year_name(first), year_name(last)),
        (from @ Unit::Day { month: m1, .. }, to @ Unit::Day { month: m2, .. })
            if from.year() == to.year() && m1 == m2 && !has_clock =>
        {
            short_span(from, to, "–")
        }
        (from @ Unit::Month { .. }, to @ Unit::Month { .. }) if from.year() == to.year() => short_span(from, to, "–"),
        (from, to) => {
            let until = if from.year() == to.year() { short_unit(to) } else { unit_name(to) };
            format!("{}～{}", start.clocked(short_unit(from), with_clock), end.clocked(until, with_clock))
        }
    }
}

fn short_choices(choices: &[Choice]) -> String {
    match (choices.first(), choices.last()) {
        (Some(Choice::Date(first) | Choice::Within(first, _)), Some(Choice::Date(last) | Choice::Within(_, last))) => {
            short_span(first.unit, last.unit, ",")
        }
        (Some(Choice::OrEarlier(date)), _) => format!("～{}", short_unit(date.unit)),
        (Some(Choice::Date(date) | Choice::Within(date, _) | Choice::OrLater(date)), _) => {
            format!("{}～", short_unit(date.unit))
        }
        (None, _) => String::new(),
    }
}

fn named(date: &Named) -> String {
    doubted(unit_name(date.unit), date)
}

/// A name with its clock and its marks of doubt behind it.
fn doubted(name: String, date: &Named) -> String {
    let clock = date.clock.map_or_else(String::new, |clock| {
        let zone = clock.zone_name().map_or_else(String::new, |zone| format!("（{zone}）"));
        format!(" {}{zone}", clock.hands())
    });
    let about = if date.approximate { "頃" } else { "" };
    let doubt = if date.uncertain { "（不確実）" } else { "" };
    name + &clock + about + doubt
}

fn unit_name(unit: Unit) -> String {
    match unit {
        Unit::YearIn { first, last } if is_decade(first, last) => format!("{first}年代のある年"),
        Unit::YearIn { first, last } => format!("{}～{}のある年", year_name(first), year_name(last)),
        Unit::Year { year } => year_name(year),
        Unit::DayInYear { year } => format!("{}のある日", year_name(year)),
        Unit::MonthInYear { year } => format!("{}のある月", year_name(year)),
        Unit::Day { year, .. }
        | Unit::Month { year, .. }
        | Unit::Season { year, .. }
        | Unit::Quarter { year, .. }
        | Unit::Half { year, .. }
        | Unit::DayInMonth { year, .. } => year_name(year) + &part_name(unit),
    }
}

/// A unit without its year.
fn part_name(unit: Unit) -> String {
    match unit {
        Unit::Day { month, day, .. } => format!("{month}月{day}日"),
        Unit::Month { month, .. } => format!("{month}月"),
        Unit::DayInMonth { month, .. } => format!("{month}月のある日"),
        Unit::Quarter { quarter, .. } => format!("第{quarter}四半期"),
        Unit::Half { half, .. } => if half == 1 { "上半期" } else { "下半期" }.to_owned(),
        Unit::Season { season, .. } => match season {
            Season::Spring => "春",
            Season::Summer => "夏",
            Season::Autumn => "秋",
            Season::Winter => "冬",
        }
        .to_owned(),
        Unit::Year { .. } | Unit::DayInYear { .. } | Unit::MonthInYear { .. } | Unit::YearIn { .. } => String::new(),
    }
}

fn end_name(end: &End) -> String {
    match end {
        End::Date(date) => named(date),
        End::Open => String::new(),
        End::Unknown => "不明".to_owned(),
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
        let zone = to.zone_name().map_or_else(String::new, |zone| format!("（{zone}）"));
        return format!("{} {}～{}{zone}", unit_name(start.unit), from.hands(), to.hands());
    }
    let rest = match (start.unit, end.unit) {
        (Unit::Day { year: y1, month: m1, .. }, Unit::Day { year: y2, month: m2, day }) if (y1, m1) == (y2, m2) => {
            doubted(format!("{day}日"), end)
        }
        (Unit::Day { year: y1, .. }, Unit::Day { year: y2, .. })
        | (Unit::Month { year: y1, .. }, Unit::Month { year: y2, .. })
            if y1 == y2 =>
        {
            doubted(part_name(end.unit), end)
        }
        _ => named(end),
    };
    format!("{}～{rest}", named(start))
}

fn one_of(choices: &[Choice]) -> String {
    let mut before: Option<(i32, u32)> = None;
    let names = choices.iter().map(|choice| match choice {
        Choice::Date(date) => {
            let Unit::Day { year, month, day } = date.unit else { return named(date) };
            let shared = before.replace((year, month)) == Some((year, month));
            if shared { doubted(format!("{day}日"), date) } else { named(date) }
        }
        Choice::Within(first, last) => {
            before = None;
            span(first, last)
        }
        Choice::OrEarlier(date) => format!("{}以前", named(date)),
        Choice::OrLater(date) => format!("{}以降", named(date)),
    });
    names.collect::<Vec<_>>().join("、")
}

fn short_unit(unit: Unit) -> String {
    match unit {
        Unit::DayInMonth { month, .. } => format!("{month}月"),
        Unit::Quarter { quarter, .. } => format!("Q{quarter}"),
        Unit::YearIn { first, last } if is_decade(first, last) => format!("{first}年代"),
        Unit::Year { .. } | Unit::DayInYear { .. } | Unit::MonthInYear { .. } | Unit::YearIn { .. } => "年".to_owned(),
        Unit::Day { .. } | Unit::Month { .. } | Unit::Season { .. } | Unit::Half { .. } => part_name(unit),
    }
}

fn short_span(start: Unit, end: Unit, joint: &str) -> String {
    match (start, end) {
        _ if start == end => short_unit(start),
        (Unit::Day { year: y1, month: m1, day: d1 }, Unit::Day { year: y2, month: m2, day: d2 })
            if (y1, m1) == (y2, m2) =>
        {
            format!("{m1}/{d1}{joint}{d2}")
        }
        (Unit::Month { year: y1, month: m1 }, Unit::Month { year: y2, month: m2 }) if y1 == y2 => {
            format!("{m1}{joint}{m2}月")
        }
        _ => format!("{}～", short_unit(start)),
    }
}

fn is_decade(first: i32, last: i32) -> bool {
    first > 0 && first % 10 == 0 && last.saturating_sub(first) == 9
}

/// The year as readers say it: astronomical 0 is 紀元前1年.
pub(super) fn year_name(year: i32) -> String {
    if year > 0 { format!("{year}年") } else { format!("紀元前{}年", 1 - i64::from(year)) }
}
