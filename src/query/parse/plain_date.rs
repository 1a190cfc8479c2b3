//! Dates in a query as people write them, of one word or of several: `oct 2022 to jan 2023`, `c. 1900`, `753 BC`,
//! 「令和5年1月」. They are read by the one reader of such dates, [`EventDate::parse_lenient`], and become what the query language
//! writes for the same time. Here is decided only which words are meant as a date at all.

use std::ops::Range;

use super::DatePredicate;
use crate::{
    model::EventDate,
    text::{narrow, narrowed},
};

/// A date that is written as people write dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainDate {
    /// Where in the text, in bytes.
    pub span: Range<usize>,
    /// What takes its place there.
    pub instead: String,
    /// What it was read as.
    pub date: DatePredicate,
}

/// Words that a date has at most: "between 4 April 2022 and 5 May 2023".
const MAX_WORDS: usize = 8;
/// A longer text is no date.
const MAX_BYTES: usize = 120;

/// The longest date that the text begins with, and its bytes; `None` if its first words are not meant as one.
pub(super) fn leading(text: &str) -> Option<(DatePredicate, usize)> {
    let end = text.find(|c: char| matches!(narrow(c), '(' | ')' | '|' | '"' | ':')).unwrap_or(text.len());
    let whole = text.get(..end)?;
    // A word that is cut by a colon or a quotation mark is something else.
    let is_cut = text.get(end..)?.starts_with(|c: char| matches!(narrow(c), '"' | ':'));
    let ends = word_ends(whole).filter(|&at| at < end || !is_cut).take(MAX_WORDS);
    let ends: Vec<usize> = ends.take_while(|&at| at <= MAX_BYTES).collect();
    ends.into_iter().rev().find_map(|at| Some((read(whole.get(..at)?)?, at)))
}

/// Where words end, in bytes.
fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    let starts = text.char_indices().chain([(text.len(), ' ')]);
    let mut was_in_word = false;
    starts.filter_map(move |(at, c)| {
        let is_in_word = !c.is_whitespace();
        let ends = was_in_word && !is_in_word;
        was_in_word = is_in_word;
        ends.then_some(at)
    })
}

/// The date that these words, which are all of a date or none, were meant as.
fn read(text: &str) -> Option<DatePredicate> {
    let text = &narrowed(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    // What is written in EDTF, or with the signs of the query language, has its own reading.
    let has_own = words.len() == 1 && (text.contains("..") || EventDate::parse(text).is_ok());
    if has_own || !is_meant_as_date(text, &words) {
        return None;
    }
    let edtf = EventDate::parse_lenient(text).ok()?;
    let edtf = edtf.as_written();
    let is_year = edtf.bytes().all(|byte| byte.is_ascii_digit());
    // "sun 2023" and "the 2023" are words and a year.
    let says_year = |word: &&str| {
        let word = word.to_ascii_lowercase();
        word.contains(|c: char| c.is_ascii_digit()) || matches!(word.as_str(), "in" | "year" | "ad" | "ce")
    };
    if is_year && !words.iter().all(says_year) {
        return None;
    }
    let form = as_range(edtf);
    DatePredicate::from_bare_word(&form).or_else(|| DatePredicate::parse(&form).ok())
}

/// Whether there is a year in these words, and something that stands in dates alone: a name of a month, an era.
fn is_meant_as_date(text: &str, words: &[&str]) -> bool {
    let is_sign = text.starts_with(['-', '~', '<', '>', '.', '[']);
    // `5 -may 2022` excludes, and what ends in "to" is not written to its end.
    let excludes = |word: &&str| word.len() > 1 && word.starts_with(['-', '~']);
    let is_joint = |word: &&str| matches!(*word, "-" | "–" | "—" | "to" | "until" | "till" | "through" | "thru" | "or");
    if is_sign || words.iter().skip(1).any(excludes) || words.last().is_some_and(is_joint) {
        return false;
    }
    let has_year = text.split(|c: char| !c.is_ascii_digit()).any(|digits| (3..=4).contains(&digits.len()));
    let has_era =
        words.iter().any(|word| ["BC", "BCE", "AD", "CE", "B.C.", "A.D."].iter().any(|era| word.ends_with(era)));
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let in_japanese = text.contains('年');
    let has_words = text.contains(char::is_alphabetic) || words.iter().any(|word| matches!(*word, "-" | "–" | "—"));
    (in_japanese || has_words && (has_year || has_era)) && has_digit
}

/// EDTF as the query language writes the same time: a span, and a bound, with two dots and nothing around.
fn as_range(edtf: &str) -> String {
    if let Some((start, end)) = edtf.split_once('/') {
        return format!("{}..{}", start.trim_matches('.'), end.trim_matches('.'));
    }
    let inside = edtf.strip_prefix('[').and_then(|edtf| edtf.strip_suffix(']'));
    inside.filter(|inside| inside.contains("..") && !inside.contains(',')).unwrap_or(edtf).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Locale;

    fn leads(text: &str) -> Option<(String, String)> {
        leading(text).map(|(date, end)| (date.to_string(), text.get(..end).unwrap().to_owned()))
    }

    #[test]
    fn dates_as_people_write_them_are_what_the_language_writes() {
        for (text, written) in [
            ("oct 2022 to jan 2023", "2022-10..2023-01"),
            ("October 2022 – January 2023", "2022-10..2023-01"),
            ("2022-10 to 2023-01", "2022-10..2023-01"),
            ("from 2019 to 2021", "2019..2021"),
            ("between 4 April 2022 and 5 May 2023", "2022-04-04..2023-05-05"),
            ("4–6 April 2024", "2024-04-04..2024-04-06"),
            ("Feb 2024", "2024-02"),
            ("6 January 2023", "2023-01-06"),
            ("c. 1900", "1900~"),
            ("about 1900", "1900~"),
            ("753 BC", "date:-0752"),
            ("44BC", "date:-0043"),
            ("AD 12", "0012"),
            ("1960s", "date:196X"),
            ("before 1900", "..1899"),
            ("after May 1900", "1900-06.."),
            ("since 2019", "2019.."),
            ("until 2021", "..2021"),
            ("2019 - 2021", "2019..2021"),
            ("in 2022", "2022"),
            ("Q3 2022", "2022-35"),
            ("2022-Q3", "2022-35"),
            ("2019–present", "2019.."),
            ("令和5年1月", "2023-01"),
            ("2023年1月から3月まで", "2023-01..2023-03"),
            ("令和６年", "2024"),
            ("1900年以前", "..1900"),
        ] {
            assert_eq!(leads(text), Some((written.to_owned(), text.to_owned())), "{text}");
            // What is written reads back as the same, and in words.
            let again = super::super::Query::parse(written);
            assert_eq!(again.to_string(), written, "{text}");
            let told = again.last_date().unwrap().describe(Locale::English);
            assert!(!told.contains(".."), "{text}: {told}");
        }
    }

    #[test]
    fn other_words_stay_words() {
        for text in [
            "may",
            "march past",
            "nisc 2022",
            "5G 2022",
            "S400",
            "R6",
            "H2 blockers",
            "the 2022 talks",
            "sun 2023",
            "2021 2022",
            "2019 -2021",
            "12 30",
            "to 2023",
            "cyber",
            "agreement of 2022",
            "10 events",
            "前",
            "年",
            "5 -may 2022",
            "2019 -",
            "date:2022",
            "\"oct 2022\"",
            "AD",
            "oct:2022",
            "44 bc",
        ] {
            assert_eq!(leads(text).map(|(_, words)| words), None, "{text}");
        }
    }

    #[test]
    fn a_date_ends_where_its_words_end() {
        for (text, words) in [
            ("oct 2022 talks", "oct 2022"),
            ("oct 2022 to talks", "oct 2022"),
            ("feb 2024 | nisc", "feb 2024"),
            ("feb 2024) nisc", "feb 2024"),
            ("feb 2024 lane:us", "feb 2024"),
        ] {
            assert_eq!(leads(text).map(|(_, words)| words).as_deref(), Some(words), "{text}");
        }
    }
}
