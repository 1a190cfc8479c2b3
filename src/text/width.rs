//! How many columns a text takes on the screen, and cutting and filling it by columns. All of it goes by grapheme
//! clusters (UAX #29), as ratatui draws them; none is ever cut in two. Control characters take no column, since they
//! are not drawn.

use std::borrow::Cow;

use super::grapheme::{grapheme_width, graphemes};

/// The columns that `text` takes when ratatui draws it: two for a wide character, none for a control character.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    graphemes(text).map(|(_, grapheme)| grapheme_width(grapheme)).sum()
}

/// The columns of `text` as the screen counts them, in 16 bits; the most that these hold for a text that is wider.
pub fn columns(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// Bytes of a grapheme for each of its columns, of all but the strangest.
const MAX_BYTES_PER_COLUMN: usize = 16;

fn is_printable_ascii(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| matches!(byte, 0x20..=0x7E))
}

/// The longest start of `text` that is no wider than `columns` and ends between two graphemes.
pub fn truncate_to_width(text: &str, columns: usize) -> &str {
    // No text has more columns than bytes.
    if text.len() <= columns {
        return text;
    }
    if is_printable_ascii(text.as_bytes().get(..columns).unwrap_or(text.as_bytes())) {
        // What follows has columns of its own, unless it is no ASCII or a control character.
        match text.as_bytes().get(columns..columns.saturating_add(1)) {
            None | Some([]) => return text,
            Some(next) if is_printable_ascii(next) => return text.get(..columns).unwrap_or_default(),
            Some(_) => {}
        }
    }
    let mut left = columns;
    for (at, grapheme) in graphemes(text) {
        match left.checked_sub(grapheme_width(grapheme)) {
            Some(rest) => left = rest,
            None => return text.get(..at).unwrap_or_default(),
        }
    }
    text
}

/// `text` if it is no wider than `columns`, else as much of it as fits before `ellipsis`, with that behind it. Where
/// not even the ellipsis fits, the text is cut without one. Never wider than `columns`.
pub fn truncate<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    let fitting = truncate_to_width(text, columns);
    if fitting.len() == text.len() {
        return Cow::Borrowed(text);
    }
    match columns.checked_sub(width(ellipsis)) {
        Some(room) => Cow::Owned([truncate_to_width(fitting, room), ellipsis].concat()),
        None => Cow::Borrowed(fitting),
    }
}

/// The same from the other end: as much of the end of `text` as fits behind `ellipsis`.
pub fn truncate_start<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    // Few graphemes have more bytes than this for a column; before the one at which the text is cut nothing is looked at.
    let near = text.len().saturating_sub(columns.saturating_add(1).saturating_mul(MAX_BYTES_PER_COLUMN));
    let near = (near..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let end = text.get(near..).unwrap_or_default();
    let all: Vec<(usize, &str)> = graphemes(end).collect();
    let fitting = |room: usize| {
        let mut left = room;
        let fits = |(_, grapheme): &&(usize, &str)| {
            let rest = left.checked_sub(grapheme_width(grapheme));
            left = rest.unwrap_or(0);
            rest.is_some()
        };
        all.iter().rev().take_while(fits).last().map_or("", |(at, _)| end.get(*at..).unwrap_or_default())
    };
    let whole = fitting(columns);
    if whole.len() == text.len() {
        return Cow::Borrowed(text);
    }
    match columns.checked_sub(width(ellipsis)) {
        Some(room) => Cow::Owned([ellipsis, fitting(room)].concat()),
        None => Cow::Borrowed(whole),
    }
}

/// `text`, filled up with spaces to `columns`; unchanged if it is that wide or wider.
pub fn pad(text: &str, columns: usize) -> Cow<'_, str> {
    match columns.saturating_sub(width(text)) {
        0 => Cow::Borrowed(text),
        missing => Cow::Owned([text, &" ".repeat(missing)].concat()),
    }
}

/// The half-width form of a full-width letter or sign of ASCII (U+FF01 to U+FF5E); any other as it is.
pub const fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(narrow) => narrow,
            None => c,
        },
        _ => c,
    }
}

/// A text with every full-width letter and sign of ASCII in its half-width form.
pub fn narrowed(text: &str) -> String {
    text.chars().map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths() {
        for (text, columns) in [
            ("", 0),
            ("NISC", 4),
            ("日本", 4),
            ("サイバー", 8),
            ("ｻｲﾊﾞｰ", 5),
            ("か\u{3099}", 2),
            ("e\u{301}", 1),
            ("👩‍💻", 2),
            ("🇯🇵", 2),
            ("\u{FFFD}", 1),
            ("a\tb\nc", 3),
            ("日\r\n本", 4),
        ] {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn no_character_has_more_columns_than_bytes() {
        assert!(('\0'..=char::MAX).all(|c| width(&c.to_string()) <= c.len_utf8()));
    }

    #[test]
    fn takes_whole_graphemes() {
        assert_eq!(truncate_to_width("日本語", 5), "日本");
        assert_eq!(truncate_to_width("日本語", 6), "日本語");
        assert_eq!(truncate_to_width("日本語", 1), "");
        assert_eq!(truncate_to_width("e\u{301}a", 1), "e\u{301}");
        assert_eq!(truncate_to_width("👩‍💻x", 1), "");
        assert_eq!(truncate_to_width("abc", 0), "");
    }

    #[test]
    fn truncates_by_columns() {
        assert_eq!(truncate("内閣サイバー", 12, "…"), "内閣サイバー");
        assert_eq!(truncate("内閣サイバー", 11, "…"), "内閣サイバ…");
        assert_eq!(truncate("内閣サイバー", 10, "…"), "内閣サイ…");
        assert_eq!(truncate("Cyber Dialogue", 8, "..."), "Cyber...");
        assert_eq!(truncate("Cyber", 2, "..."), "Cy");
        assert_eq!(truncate("Cyber", 0, "…"), "");
    }

    #[test]
    fn truncates_the_start_by_columns() {
        assert_eq!(truncate_start("内閣サイバー", 12, "…"), "内閣サイバー");
        assert_eq!(truncate_start("内閣サイバー", 11, "…"), "…閣サイバー");
        assert_eq!(truncate_start("内閣サイバー", 10, "…"), "…サイバー");
        assert_eq!(truncate_start("for active", 5, "~"), "~tive");
        assert_eq!(truncate_start("e\u{301}e\u{301}", 1, "…"), "…");
        assert_eq!(truncate_start("ab", 0, "…"), "");
        let long = "日本語".repeat(1_000) + "x";
        assert_eq!(truncate_start(&long, 6, "…"), "…本語x");
    }

    #[test]
    fn pads_by_columns() {
        assert_eq!(pad("日本", 6), "日本  ");
        assert_eq!(pad("日本", 3), "日本");
        assert_eq!(pad("", 2), "  ");
    }
}
