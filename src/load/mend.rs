//! Mends that have one reading, for files in TOML and JSON: blanks at the ends of texts, characters that are not put together
//! (NFC), dates without quotation marks or with typographic ones, and spellings of dates that mean one thing.
//!
//! Each changes a value where it stands and nothing else.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::model::{DateFault, EventDate};

/// What opens and closes a text in print.
const TYPOGRAPHIC: [char; 16] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›', '「', '」', '＂', '＇'];

/// Some bytes of a source, and what is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mend {
    pub(super) span: Range<usize>,
    pub(super) text: String,
}

/// A text as it stands in TOML or JSON, with its quotation marks, put right; `None` where it is.
pub(super) fn text(literal: &str) -> Option<String> {
    let mark = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|mark| literal.starts_with(mark))?;
    let body = literal.strip_prefix(mark)?.strip_suffix(mark)?;
    // Over several lines, what stands at the ends is layout.
    let trimmed = if mark.len() > 1 { body } else { body.trim() };
    if trimmed.is_empty() || trimmed.ends_with('\\') {
        return None;
    }
    // A mark that is put together with the letter before it would break an escape.
    let mended = if trimmed.contains('\\') { trimmed.to_owned() } else { trimmed.nfc().collect() };
    (mended != body).then(|| [mark, &mended, mark].concat())
}

/// A date that stands without quotation marks, or with typographic ones; `None` where it is no date that has one reading.
pub(super) fn bare_date(bare: &str) -> Option<String> {
    let date = within_marks(bare).unwrap_or(bare);
    match EventDate::parse(date) {
        Ok(_) => Some(format!("\"{date}\"")),
        Err(error) => spelling(date, &error.fault).map(|instead| format!("\"{instead}\"")),
    }
}

/// A date as it stands, with its quotation marks or without, in the spelling that it has to have; `None` where it has several
/// readings.
pub(super) fn date(literal: &str, written: &str, fault: &DateFault) -> Option<String> {
    let instead = spelling(written, fault)?;
    let mark = if literal.starts_with('\'') { '\'' } else { '"' };
    Some(format!("{mark}{instead}{mark}"))
}

/// The one spelling of a date that was meant. One that says less, such as a day without its clock time, was not.
fn spelling<'f>(written: &str, fault: &'f DateFault) -> Option<&'f str> {
    let DateFault::Misspelled { instead, .. } = fault else { return None };
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).count();
    let is_plain = instead.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'\\'));
    (is_plain && digits(instead) >= digits(written) && EventDate::parse(instead).is_ok()).then_some(instead)
}

/// What stands between typographic quotation marks.
pub(super) fn within_marks(text: &str) -> Option<&str> {
    text.strip_prefix(TYPOGRAPHIC)?.strip_suffix(TYPOGRAPHIC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_mended_within_its_marks() {
        for (literal, mended) in [
            ("\" Signed \"", Some("\"Signed\"")),
            ("'か\u{3099} '", Some("'が'")),
            ("\"Signed\"", None),
            ("\"  \"", None),
            ("\"a\\n\u{301}\"", None),
            ("\" a\\n\u{301}\"", Some("\"a\\n\u{301}\"")),
            ("\"ends in \\\\ \"", None),
            ("\"\"\"\n two lines \n\"\"\"", None),
            ("\"\"\"\nか\u{3099}\n\"\"\"", Some("\"\"\"\nが\n\"\"\"")),
            ("2023", None),
            ("\"", None),
        ] {
            assert_eq!(text(literal).as_deref(), mended, "{literal}");
        }
    }

    #[test]
    fn a_date_is_mended_where_it_has_one_reading() {
        for (bare, mended) in [
            ("2023-01", Some("\"2023-01\"")),
            ("“2023-01-06”", Some("\"2023-01-06\"")),
            ("「2023/1/6」", Some("\"2023-01-06\"")),
            ("２０２３-０１", Some("\"2023-01\"")),
            ("01/02/2023", None),
            ("Signed", None),
            ("2023-02-30", None),
        ] {
            assert_eq!(bare_date(bare).as_deref(), mended, "{bare}");
        }
        let fault = |text: &str| EventDate::parse(text).unwrap_err().fault;
        assert_eq!(date("'2023/1/6'", "2023/1/6", &fault("2023/1/6")).as_deref(), Some("'2023-01-06'"));
        // A clock time is not dropped.
        let clock = "2023/1/6T10:00";
        assert!(date("\"\"", clock, &fault(clock)).is_none_or(|mended| mended.contains("10:00")));
    }
}
