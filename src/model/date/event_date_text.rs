//! The date of an event as readers see it: in full, in rows, with its day of the week.

use chrono::{Datelike, Weekday};

use super::{
    super::{Lang, Moment, Zone},
    english::{self, English},
    event_date::EventDate,
    expr::{DateExpr, QualifiedDate, format_times},
    japanese::{self, Japanese},
    named_period::NamedPeriod,
    short::{self, in_row},
};
use crate::text::{truncate, width};

/// The columns that a row has for a date at least.
const MIN_ROW_COLUMNS: usize = 10;

impl EventDate {
    /// Words the date in full: "6 January 2023", 「2023年1月6日」, or both.
    pub fn long(&self, lang: Lang) -> String {
        let Some(expr) = self.expr() else { return self.as_written().to_owned() };
        match lang {
            Lang::En => english::long(&expr),
            Lang::Ja => japanese::long(&expr),
            Lang::Both => format!("{} · {}", english::long(&expr), japanese::long(&expr)),
        }
    }

    /// Words the date in full with its day of the week, where it has one.
    ///
    /// "Fri 6 January 2023", 「2023年1月6日（金）」.
    pub fn full(&self, lang: Lang) -> String {
        let date = |lang| self.long(lang);
        match (lang, self.weekday(lang)) {
            (Lang::En, Some(day)) => format!("{day} {}", date(lang)),
            (Lang::Ja, Some(day)) => format!("{}（{day}）", date(lang)),
            (Lang::Both, Some(_)) => format!("{} · {}", self.full(Lang::En), self.full(Lang::Ja)),
            (_, None) => date(lang),
        }
    }

    /// Words the date without its year, for rows that stand under it: "06 Jan", 「1月6日」.
    ///
    /// Takes some 9 columns, with `~` before what is approximate and `?` behind what is uncertain. For both languages the
    /// English form.
    pub fn short(&self, lang: Lang) -> String {
        self.worded(lang, short::short::<English>, short::short::<Japanese>)
    }

    /// Words the date for a row of so many columns.
    ///
    /// Tells both ends of a span ("31 Oct – 1 Nov"), and the clock if that is asked for ("04 Apr 08:13:43.5"). Where that
    /// takes more columns, the clock alone, else [`short`](Self::short), of which no more than these columns, or ten.
    pub fn in_row(&self, lang: Lang, with_clock: bool, columns: usize) -> String {
        self.row(lang, with_clock, "", columns)
    }

    /// Words the date for a row, with its clock and offset.
    ///
    /// "04 Apr 08:13:43+09:00". Where times of several zones are told as they were written, they say little without it.
    pub fn in_row_with_zone(&self, lang: Lang, columns: usize) -> String {
        let zone = self.offset().filter(|_| self.end_as_written().is_none()).map(Zone::Fixed);
        let zone = zone.map_or_else(String::new, |zone| zone.to_string().replace("UTC", "Z"));
        self.row(lang, true, &zone, columns)
    }

    fn row(&self, lang: Lang, with_clock: bool, zone: &str, columns: usize) -> String {
        let fits = |text: &String| !text.is_empty() && width(text) <= columns;
        let whole = self.worded(lang, |it| in_row::<English>(it, with_clock), |it| in_row::<Japanese>(it, with_clock));
        let clock = || self.worded(lang, format_times, format_times);
        let zoned = |text: String| if text.is_empty() { text } else { text + zone };
        Some(zoned(whole))
            .filter(fits)
            .or_else(|| with_clock.then(|| zoned(clock())).filter(fits))
            .unwrap_or_else(|| truncate(&self.short(lang), columns.max(MIN_ROW_COLUMNS), "…").into_owned())
    }

    fn worded(&self, lang: Lang, en: impl Fn(&DateExpr) -> String, ja: impl Fn(&DateExpr) -> String) -> String {
        let Some(expr) = self.expr() else { return self.as_written().to_owned() };
        let text = if lang == Lang::Ja { ja(&expr) } else { en(&expr) };
        if text.is_empty() {
            return text;
        }
        let about = if self.is_approximate() { "~" } else { "" };
        let doubt = if self.is_uncertain() { "?" } else { "" };
        format!("{about}{text}{doubt}")
    }

    /// Returns the day of the week, "Fri" or 「金」.
    ///
    /// `None` unless the date is one day or a time on it.
    pub fn weekday(&self, lang: Lang) -> Option<String> {
        let Some(DateExpr::Single(QualifiedDate { period: NamedPeriod::Day { year, month, day }, .. })) = self.expr()
        else {
            return None;
        };
        let day = Moment::day(year, month, day)?.civil().weekday();
        let ja = match day {
            Weekday::Mon => "月",
            Weekday::Tue => "火",
            Weekday::Wed => "水",
            Weekday::Thu => "木",
            Weekday::Fri => "金",
            Weekday::Sat => "土",
            Weekday::Sun => "日",
        };
        Some(match lang {
            Lang::En => day.to_string(),
            Lang::Ja => ja.to_owned(),
            Lang::Both => format!("{day} · {ja}"),
        })
    }
}
