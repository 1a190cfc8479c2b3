//! Sentences out of what is told: how they end, how they follow each other, and dates as they are read aloud.

use crate::{
    axis::Window,
    messages::{Locale, detail, reader},
    model::{EventDate, Lang},
};

/// A text as a sentence: with a full stop, unless it ends by itself.
pub(super) fn sentence(text: &str, locale: Locale) -> String {
    let text = text.trim();
    let ends = text.trim_end_matches(['”', '"', '’', '」', '』', ')', '）']);
    if text.is_empty() || ends.ends_with(['.', '?', '!', '…', ':', '。', '？', '！', '：']) {
        return text.to_owned();
    }
    match locale {
        Locale::English => format!("{text}."),
        Locale::Japanese => format!("{text}。"),
    }
}

/// Texts as sentences on one line; what is empty is left out.
pub(super) fn sentences(texts: impl IntoIterator<Item = impl AsRef<str>>, locale: Locale) -> String {
    let texts = texts.into_iter().map(|text| sentence(text.as_ref(), locale)).filter(|text| !text.is_empty());
    // Where Latin letters follow a full stop of Japanese, none is needed either.
    texts.collect::<Vec<_>>().join(if locale == Locale::Japanese { "" } else { " " })
}

/// Parts with a comma between them; what is empty is left out.
pub(super) fn enumerated(parts: impl IntoIterator<Item = impl AsRef<str>>, locale: Locale) -> String {
    let mut all = String::new();
    for part in parts {
        let part = part.as_ref();
        if !all.is_empty() && !part.is_empty() {
            all.push_str(detail::comma(locale));
        }
        all.push_str(part);
    }
    all
}

/// A text with its first letter as a capital.
pub(super) fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Words with marks that are read as such in place of those of code.
pub(super) fn quoted(text: &str, locale: Locale) -> String {
    let (open, close) = match locale {
        Locale::English => ('“', '”'),
        Locale::Japanese => ('「', '」'),
    };
    let mut is_open = false;
    let mark = |c| match c {
        '`' => {
            is_open = !is_open;
            if is_open { open } else { close }
        }
        c => c,
    };
    text.chars().map(mark).collect()
}

/// A date as it is read aloud: what stands as a dash between two dates is a word.
pub(super) fn date(date: &EventDate, locale: Locale) -> String {
    spoken(&date.long(locale.into()), locale)
}

/// The same of a date that a file writes.
pub(super) fn written_date(written: &str, locale: Locale) -> String {
    EventDate::parse(written).map_or_else(|_| written.to_owned(), |read| date(&read, locale))
}

/// A window as it is read aloud: a month, a year, or from one day to another.
pub(super) fn window(window: Window, locale: Locale) -> String {
    let text = window.written();
    let (first, last) = text.split_once('/').unwrap_or((&text, &text));
    let long = |text: &str| {
        let date = match text.split_once('T') {
            Some(_) => EventDate::from_start_end(text, text),
            None => EventDate::parse(text),
        };
        date.map_or_else(|_| text.to_owned(), |date| date.long(locale.into()))
    };
    let whole = [first.get(..first.len().saturating_sub(6)), first.get(..first.len().saturating_sub(3))];
    let is_whole = |period: &&str| Window::read(period, crate::model::Zone::UTC) == Ok(window);
    if let Some(period) = whole.into_iter().flatten().find(is_whole) {
        return long(period);
    }
    if first == last { long(first) } else { reader::from_to(locale, &long(first), &long(last)) }
}

fn spoken(text: &str, locale: Locale) -> String {
    match locale {
        Locale::English => text.replace(" – ", " to ").replace('–', " to ").replace("c. ", "about "),
        Locale::Japanese => text.replace('～', "から"),
    }
}

/// The language of labels where there is room for one alone.
pub(super) const fn one(lang: Lang) -> Lang {
    match lang {
        Lang::Both => Lang::En,
        lang => lang,
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale::*, *};
    use crate::model::Zone;

    #[test]
    fn sentences_end_once_and_follow_each_other() {
        assert_eq!(sentence("It is signed", English), "It is signed.");
        assert_eq!(sentence("“Is it signed?”", English), "“Is it signed?”");
        assert_eq!(sentence("署名", Japanese), "署名。");
        assert_eq!(sentences(["One", "", "two."], English), "One. two.");
        assert_eq!(sentences(["一", "二。"], Japanese), "一。二。");
        assert_eq!(enumerated(["a", "", "b"], English), "a, b");
        assert_eq!(quoted("no `a`, but `b`", English), "no “a”, but “b”");
    }

    #[test]
    fn dates_are_told_in_words() {
        let told = |text: &str, locale| date(&EventDate::parse(text).unwrap(), locale);
        assert_eq!(told("2022-10-17/2022-10-28", English), "17 to 28 October 2022");
        assert_eq!(told("2022-03-28/2022-04-02", English), "28 March to 2 April 2022");
        assert_eq!(told("2019~", English), "about 2019");
        assert_eq!(told("2022-10-17/2022-10-28", Japanese), "2022年10月17日から28日");
        for (text, english, japanese) in [
            ("2022", "2022", "2022年"),
            ("2022-10", "October 2022", "2022年10月"),
            ("2022-10-05", "5 October 2022", "2022年10月5日"),
            ("2022-10/2023-01", "1 October 2022 to 31 January 2023", "2022年10月1日から2023年1月31日"),
        ] {
            let read = Window::read(text, Zone::UTC).unwrap();
            assert_eq!([window(read, English), window(read, Japanese)], [english, japanese], "{text}");
        }
    }
}
