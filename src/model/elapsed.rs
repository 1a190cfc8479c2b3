//! How much later one event started than another, as exactly as both dates are known.

use chrono::TimeDelta;

use super::{DAY, DateBounds, EventMeta, Lang, Moment};

/// Seconds in a minute and in an hour.
const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
/// Below so many seconds, a difference of clock times is told in hours and minutes.
const MAX_CLOCK_SECONDS: i64 = 2 * DAY;

/// The difference between two starts, from the least to the most that is possible; negative if the second was earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Elapsed {
    /// Of days, counted by the calendar.
    Days {
        /// The least that is possible.
        least: i64,
        /// The most that is possible.
        most: i64,
    },
    /// Of clock times.
    Clock {
        /// The difference.
        time: TimeDelta,
        /// Whether both are known to the second; to the minute otherwise.
        to_the_second: bool,
    },
}

impl Elapsed {
    /// The difference of two clock times by one clock; `None` if one of them is no clock time, or they are days apart.
    pub(super) fn by_the_clock(first: &EventMeta, second: &EventMeta) -> Option<Self> {
        let within = |meta: &EventMeta, seconds: i64| {
            let start = meta.bounds.start;
            start.earliest.is_finite() && start.latest.seconds().saturating_sub(start.earliest.seconds()) < seconds
        };
        let start = |meta: &EventMeta| meta.bounds.start.earliest.seconds();
        let seconds = start(second).saturating_sub(start(first));
        let nanos = |meta: &EventMeta| i64::from(meta.nanos().unwrap_or(0));
        let time = TimeDelta::seconds(seconds.clamp(-MAX_CLOCK_SECONDS, MAX_CLOCK_SECONDS))
            + TimeDelta::nanoseconds(nanos(second) - nanos(first));
        let is_near = within(first, MINUTE) && within(second, MINUTE) && seconds.abs() < MAX_CLOCK_SECONDS;
        is_near.then_some(Self::Clock { time, to_the_second: within(first, 1) && within(second, 1) })
    }

    /// The difference in days of the calendar; `None` if a start is not known on one side.
    pub(super) fn in_days(first: &EventMeta, second: &EventMeta) -> Option<Self> {
        let (DateBounds { start: from, .. }, DateBounds { start: to, .. }) = (first.bounds, second.bounds);
        if ![from.earliest, from.latest, to.earliest, to.latest].into_iter().all(Moment::is_finite) {
            return None;
        }
        let day = |moment: Moment| moment.seconds().div_euclid(DAY);
        Some(Self::Days { least: day(to.earliest) - day(from.latest), most: day(to.latest) - day(from.earliest) })
    }

    /// How far apart at the least, in seconds; 0 if they may have been at one time.
    pub fn distance(self) -> i64 {
        match self {
            Self::Days { least, most } if least <= 0 && most >= 0 => 0,
            Self::Days { least, most } => least.abs().min(most.abs()).saturating_mul(DAY),
            Self::Clock { time, .. } => time.num_seconds().abs(),
        }
    }

    /// In words that an event follows, or in Japanese precedes with の: "17 days after", "the same day as", "5 to 35
    /// days before", 「17日後」.
    pub fn describe(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Clock { time, to_the_second }, _) => clock_words(time, to_the_second, lang),
            (Self::Days { least: 0, most: 0 }, Lang::Ja) => "同日".to_owned(),
            (Self::Days { least: 0, most: 0 }, _) => "the same day as".to_owned(),
            (Self::Days { least, most }, _) if least < 0 && most > 0 => match lang {
                Lang::Ja => format!("{}日前から{most}日後の間", -least),
                _ => format!("between {} before and {} after", days(-least), days(most)),
            },
            (Self::Days { least, most }, _) => {
                let (near, far) = (least.abs().min(most.abs()), least.abs().max(most.abs()));
                let is_later = most > 0;
                match (lang, near == far) {
                    (Lang::Ja, true) => format!("{near}日{}", if is_later { "後" } else { "前" }),
                    (Lang::Ja, false) => format!("{near}～{far}日{}", if is_later { "後" } else { "前" }),
                    (_, true) => format!("{} {}", days(near), side(is_later)),
                    (_, false) => format!("{near} to {} {}", days(far), side(is_later)),
                }
            }
        }
    }

    /// In a few columns: `+17 d`, `-3:20`, `+0:19:05`, `+1 s`, `+0.193 s`, `~+20 d` where the days are not known exactly.
    pub fn describe_short(self, lang: Lang) -> String {
        let (day, second) = if lang == Lang::Ja { ("日", "秒") } else { (" d", " s") };
        match self {
            Self::Days { least, most } if least == most => format!("{least:+}{day}"),
            Self::Days { least, most } => format!("~{:+}{day}", least + (most - least) / 2),
            Self::Clock { time, to_the_second } => {
                let Parts { hours, minutes, seconds, fraction } = Parts::of(time);
                let sign = if time < TimeDelta::zero() { '-' } else { '+' };
                match (hours, minutes) {
                    (0, 0) if to_the_second => format!("{sign}{seconds}{fraction}{second}"),
                    _ if seconds == 0 && fraction.is_empty() => format!("{sign}{hours}:{minutes:02}"),
                    _ => format!("{sign}{hours}:{minutes:02}:{seconds:02}{fraction}"),
                }
            }
        }
    }
}

/// A difference of clock times, taken apart.
struct Parts {
    hours: i64,
    minutes: i64,
    seconds: i64,
    /// The point and the digits behind it, in threes; empty if there are none.
    fraction: String,
}

impl Parts {
    fn of(time: TimeDelta) -> Self {
        let time = time.abs();
        let (seconds, nanos) = (time.num_seconds(), time.subsec_nanos());
        let digits = format!(".{nanos:09}");
        let needed = match nanos {
            0 => 0,
            _ if nanos % 1_000_000 == 0 => 4,
            _ if nanos % 1_000 == 0 => 7,
            _ => 10,
        };
        Self {
            hours: seconds / HOUR,
            minutes: seconds % HOUR / MINUTE,
            seconds: seconds % MINUTE,
            fraction: digits.get(..needed).unwrap_or_default().to_owned(),
        }
    }
}

fn days(count: i64) -> String {
    if count == 1 { "1 day".to_owned() } else { format!("{count} days") }
}

fn side(is_later: bool) -> &'static str {
    if is_later { "after" } else { "before" }
}

fn clock_words(time: TimeDelta, to_the_second: bool, lang: Lang) -> String {
    if time.is_zero() {
        return match (lang, to_the_second) {
            (Lang::Ja, _) => "同時刻",
            (_, true) => "the same second as",
            (_, false) => "the same minute as",
        }
        .to_owned();
    }
    let Parts { hours, minutes, seconds, fraction } = Parts::of(time);
    let (hour, minute, second) = if lang == Lang::Ja { ("時間", "分", "秒") } else { (" h ", " min ", " s ") };
    let part = |count: i64, unit: &str| if count > 0 { format!("{count}{unit}") } else { String::new() };
    let has_seconds = seconds > 0 || !fraction.is_empty();
    let seconds = if has_seconds { format!("{seconds}{fraction}{second}") } else { String::new() };
    let words = part(hours, hour) + &part(minutes, minute) + &seconds;
    let is_later = time > TimeDelta::zero();
    words + if lang == Lang::Ja { if is_later { "後" } else { "前" } } else { side(is_later) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Event, EventDate, Timeline, TimelineInfo, Vocabularies};

    /// Between two events by themselves; their order in time is that in which they are given.
    fn between(first: &str, second: &str) -> Option<Elapsed> {
        let event = |text: &str| Event { date: EventDate::parse(text).unwrap(), ..Event::titled(text) };
        let timeline =
            Timeline::new(TimelineInfo::default(), Vocabularies::default(), vec![event(first), event(second)]);
        timeline.delay(timeline.find(first)?, timeline.find(second)?)
    }

    fn delay(first: &str, second: &str) -> Elapsed {
        between(first, second).unwrap()
    }

    fn told(first: &str, second: &str) -> (String, String, String) {
        let delay = delay(first, second);
        (delay.describe(Lang::En), delay.describe(Lang::Ja), delay.describe_short(Lang::En))
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        let told_as = |first, second, en: &str, ja: &str, short: &str| {
            assert_eq!(told(first, second), (en.to_owned(), ja.to_owned(), short.to_owned()), "{first} {second}");
        };
        told_as("2023-01-06", "2023-01-23", "17 days after", "17日後", "+17 d");
        told_as("2023-01-23", "2023-01-06", "17 days before", "17日前", "-17 d");
        told_as("2024-02-28", "2024-03-01", "2 days after", "2日後", "+2 d");
        told_as("2023-01-06", "2023-01-06", "the same day as", "同日", "+0 d");
        told_as("2023-01-06", "2023-01-07", "1 day after", "1日後", "+1 d");
    }

    #[test]
    fn what_is_not_known_exactly_is_a_range() {
        assert_eq!(told("2022-10", "2023-01-06").0, "67 to 97 days after");
        assert_eq!(told("2022-10-03", "2022-10").0, "between 2 days before and 28 days after");
        assert_eq!(told("2022-10", "2023-01-06").2, "~+82 d");
        assert_eq!(delay("2022-10-03", "2022-10").distance(), 0);
        assert_eq!(delay("2023-01-06", "2022-10").distance(), 67 * DAY);
    }

    #[test]
    fn clock_times_that_are_near_are_told_by_the_clock() {
        let (en, ja, short) = told("2023-03-28T10:00:00+09:00", "2023-03-28T13:20:00+09:00");
        assert_eq!((&*en, &*ja, &*short), ("3 h 20 min after", "3時間20分後", "+3:20"));
        assert_eq!(told("2023-03-28T10:00:00+09:00", "2023-03-31T10:00:00+09:00").0, "3 days after");
    }

    #[test]
    fn seconds_and_their_fractions_count() {
        let at = |time: &str| format!("2024-04-04T08:13:{time}");
        let told = |first: &str, second: &str| {
            let (en, ja, short) = told(&at(first), &at(second));
            format!("{en} | {ja} | {short}")
        };
        assert_eq!(told("43Z", "44Z"), "1 s after | 1秒後 | +1 s");
        assert_eq!(told("44Z", "43Z"), "1 s before | 1秒前 | -1 s");
        assert_eq!(told("43Z", "43+00:00"), "the same second as | 同時刻 | +0 s");
        assert_eq!(told("43.122710", "43.316185"), "0.193475 s after | 0.193475秒後 | +0.193475 s");
        assert_eq!(told("43.5", "44.25"), "0.750 s after | 0.750秒後 | +0.750 s");
        assert_eq!(told("00Z", "00-01:30"), "1 h 30 min after | 1時間30分後 | +1:30");
        assert_eq!(Elapsed::describe_short(delay("2024-04-04T08:13", "2024-04-04T08:13"), Lang::En), "+0:00");
        assert_eq!(delay("2024-04-04T08:13", "2024-04-04T08:13").describe(Lang::En), "the same minute as");
    }

    #[test]
    fn instants_are_counted_by_instants_and_clocks_without_a_zone_by_the_calendar() {
        assert_eq!(told("2024-06-11T17:00:00+02:00", "2024-06-11T09:00:00-07:00").2, "+1:00");
        assert_eq!(told("2024-06-11T23:30:00+09:00", "2024-06-11T15:30:00Z").2, "+1:00");
        assert_eq!(told("2024-06-11T15:30:00Z", "2024-06-11T15:10:00").2, "+0 d");
        assert_eq!(told("2024-06-11T15:10:00", "2024-06-11T15:40:00").2, "+0:30");
    }

    #[test]
    fn what_has_no_start_has_no_delay() {
        assert_eq!(between("../2022-01-01", "2022-01-01"), None);
    }
}
