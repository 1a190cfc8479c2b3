//! Dates in rows under their year, in any language: "28 Mar –", 「3月28日～」.

use super::{
    expr::{DateExpr, Endpoint, QualifiedDate, SetMember},
    named_period::NamedPeriod,
};

/// How a language words dates without their year.
pub(super) trait ShortForm {
    /// What stands between the ends of a span.
    const DASH: &'static str;
    /// What stands on both sides of the dash.
    const GAP: &'static str;
    /// What stands between the first and the last of several dates.
    const OR: &'static str;

    /// A date or any before it.
    fn or_earlier(date: &str) -> String;
    /// A date or any after it.
    fn or_later(date: &str) -> String;
    /// A period.
    fn period(period: NamedPeriod) -> String;
    /// A period that is all there is.
    fn alone(period: NamedPeriod) -> String {
        Self::period(period)
    }
    /// A period as the end of a span within one year.
    fn end(period: NamedPeriod) -> String;
    /// A period as the end of a span that starts in another year.
    fn end_with_year(period: NamedPeriod) -> String;
    /// Two years with what they share said once.
    fn years(first: i32, last: i32) -> String;
    /// Two periods in a few columns: the start alone where they share too little.
    fn span(start: NamedPeriod, end: NamedPeriod, joint: &str) -> String;
}

/// Words a date in a few columns: of a span across months the start.
pub(super) fn short<L: ShortForm>(expr: &DateExpr) -> String {
    match expr {
        DateExpr::Single(date) => L::alone(date.period),
        DateExpr::Interval(Endpoint::Date(start), Endpoint::Date(end)) => L::span(start.period, end.period, "–"),
        DateExpr::Interval(start, end) => half_open::<L>(start, end, false),
        DateExpr::OneOf(members) => match members.as_slice() {
            [SetMember::Range(first, last)] => L::span(first.period, last.period, "–"),
            members => short_members::<L>(members),
        },
    }
}

/// Words a date with both ends of a span, "31 Oct – 1 Nov", and with clock times if asked for.
pub(super) fn in_row<L: ShortForm>(expr: &DateExpr, with_clock: bool) -> String {
    match expr {
        DateExpr::Single(date) => date.with_clock(L::alone(date.period), with_clock),
        DateExpr::Interval(Endpoint::Date(start), Endpoint::Date(end)) => both_ends::<L>(start, end, with_clock),
        DateExpr::Interval(start, end) => half_open::<L>(start, end, with_clock),
        DateExpr::OneOf(_) => short::<L>(expr),
    }
}

/// An interval of which at most one end is a date.
fn half_open<L: ShortForm>(start: &Endpoint, end: &Endpoint, with_clock: bool) -> String {
    let name = |date: &QualifiedDate| date.with_clock(L::period(date.period), with_clock);
    match (start, end) {
        (Endpoint::Date(start), _) => format!("{}{}{}", name(start), L::GAP, L::DASH),
        (_, Endpoint::Date(end)) => format!("{}{}{}", L::DASH, L::GAP, name(end)),
        _ => L::DASH.to_owned(),
    }
}

fn both_ends<L: ShortForm>(start: &QualifiedDate, end: &QualifiedDate, with_clock: bool) -> String {
    let (from, to) = (start.period, end.period);
    if from == to {
        let name = L::alone(from);
        return match (start.clock, end.clock) {
            (Some(first), Some(last)) if with_clock => {
                format!("{name} {}{}{}", first.format_time_exact(), L::DASH, last.format_time_exact())
            }
            _ => start.with_clock(name, with_clock),
        };
    }
    let has_clock = with_clock && (start.clock.is_some() || end.clock.is_some());
    let is_one_year = from.year() == to.year();
    match (from, to) {
        (NamedPeriod::Year { year: first }, NamedPeriod::Year { year: last }) => return L::years(first, last),
        (NamedPeriod::Day { month: first, .. }, NamedPeriod::Day { month: last, .. })
            if is_one_year && first == last && !has_clock =>
        {
            return L::span(from, to, "–");
        }
        (NamedPeriod::Month { .. }, NamedPeriod::Month { .. }) if is_one_year => return L::span(from, to, "–"),
        _ => {}
    }
    let start = start.with_clock(L::period(from), with_clock);
    let end = end.with_clock(if is_one_year { L::end(to) } else { L::end_with_year(to) }, with_clock);
    format!("{start}{gap}{dash}{gap}{end}", gap = L::GAP, dash = L::DASH)
}

fn short_members<L: ShortForm>(members: &[SetMember]) -> String {
    match (members.first(), members.last()) {
        (
            Some(SetMember::Date(first) | SetMember::Range(first, _)),
            Some(SetMember::Date(last) | SetMember::Range(_, last)),
        ) => L::span(first.period, last.period, L::OR),
        (Some(SetMember::OnOrBefore(date)), _) => L::or_earlier(&L::period(date.period)),
        (Some(SetMember::Date(date) | SetMember::Range(date, _) | SetMember::OnOrAfter(date)), _) => {
            L::or_later(&L::period(date.period))
        }
        (None, _) => String::new(),
    }
}
