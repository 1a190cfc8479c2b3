//! How much later one event started than another, as exactly as both dates are known.

use super::{Between, Bounds, DAY, Lang};

/// Seconds in a minute and in an hour.
const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
/// Below so many seconds, a difference of clock times is told in hours and minutes.
const BY_THE_CLOCK: i64 = 2 * DAY;

/// The difference between two starts, from the least to the most that is possible; negative if the second was earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delay {
    /// Of days, counted by the calendar.
    Days {
        /// The least that is possible.
        least: i64,
        /// The most that is possible.
        most: i64,
    },
    /// Of clock times that are known to the minute, in seconds.
    Clock(i64),
}

impl Delay {
    /// How much later the second event started than the first; `None` if a start is not known on one side.
    pub fn between(first: &Bounds, second: &Bounds) -> Option<Self> {
        let (from, to) = (first.start, second.start);
        let all = [from.earliest, from.latest, to.earliest, to.latest];
        if !all.into_iter().all(super::Moment::is_finite) {
            return None;
        }
        let exact = |between: Between| between.latest.seconds().saturating_sub(between.earliest.seconds()) < MINUTE;
        let seconds = to.earliest.seconds().saturating_sub(from.earliest.seconds());
        if exact(from) && exact(to) && seconds.abs() < BY_THE_CLOCK {
            return Some(Self::Clock(seconds));
        }
        let day = |moment: super::Moment| moment.seconds().div_euclid(DAY);
        Some(Self::Days { least: day(to.earliest) - day(from.latest), most: day(to.latest) - day(from.earliest) })
    }

    /// How far apart at the least, in seconds; 0 if they may have been at one time.
    pub fn distance(self) -> i64 {
        match self {
            Self::Days { least, most } if least <= 0 && most >= 0 => 0,
            Self::Days { least, most } => least.abs().min(most.abs()).saturating_mul(DAY),
            Self::Clock(seconds) => seconds.abs(),
        }
    }

    /// In words that an event follows, or in Japanese precedes with の: "17 days after", "the same day as", "5 to 35
    /// days before", 「17日後」.
    pub fn words(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Clock(seconds), _) => clock_words(seconds, lang),
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
                    (Lang::Ja, false) => format!("{near}〜{far}日{}", if is_later { "後" } else { "前" }),
                    (_, true) => format!("{} {}", days(near), side(is_later)),
                    (_, false) => format!("{near} to {} {}", days(far), side(is_later)),
                }
            }
        }
    }

    /// In a few columns: `+17 d`, `-3 h 20`, `~+20 d` where the days are not known exactly.
    pub fn short(self, lang: Lang) -> String {
        let day = if lang == Lang::Ja { "日" } else { " d" };
        match self {
            Self::Days { least, most } if least == most => format!("{least:+}{day}"),
            Self::Days { least, most } => format!("~{:+}{day}", least + (most - least) / 2),
            Self::Clock(seconds) => {
                let sign = if seconds < 0 { '-' } else { '+' };
                let (hours, minutes) = (seconds.abs() / HOUR, seconds.abs() % HOUR / MINUTE);
                format!("{sign}{hours}:{minutes:02}")
            }
        }
    }
}

fn days(count: i64) -> String {
    if count == 1 { "1 day".to_owned() } else { format!("{count} days") }
}

fn side(is_later: bool) -> &'static str {
    if is_later { "after" } else { "before" }
}

fn clock_words(seconds: i64, lang: Lang) -> String {
    let (hours, minutes) = (seconds.abs() / HOUR, seconds.abs() % HOUR / MINUTE);
    match (lang, hours, minutes) {
        (Lang::Ja, 0, 0) => "同時刻".to_owned(),
        (_, 0, 0) => "the same minute as".to_owned(),
        (Lang::Ja, ..) => {
            let hours = if hours > 0 { format!("{hours}時間") } else { String::new() };
            let minutes = if minutes > 0 { format!("{minutes}分") } else { String::new() };
            format!("{hours}{minutes}{}", if seconds > 0 { "後" } else { "前" })
        }
        (_, hours, minutes) => {
            let hours = if hours > 0 { format!("{hours} h ") } else { String::new() };
            let minutes = if minutes > 0 { format!("{minutes} min ") } else { String::new() };
            format!("{hours}{minutes}{}", side(seconds > 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EventDate;

    fn delay(first: &str, second: &str) -> Delay {
        let date = |text| EventDate::parse(text).unwrap();
        Delay::between(date(first).bounds(), date(second).bounds()).unwrap()
    }

    fn told(first: &str, second: &str) -> (String, String, String) {
        let delay = delay(first, second);
        (delay.words(Lang::En), delay.words(Lang::Ja), delay.short(Lang::En))
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
    fn what_has_no_start_has_no_delay() {
        let open = EventDate::parse("../2022-01-01").unwrap();
        let day = EventDate::parse("2022-01-01").unwrap();
        assert_eq!(Delay::between(open.bounds(), day.bounds()), None);
    }
}
