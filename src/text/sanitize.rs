//! Making text from outside safe to show: nothing in it can act on the terminal, turn the direction of what follows,
//! hide, or pile up over other lines. What is taken away is seen as U+FFFD. The result is in NFC.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::joiner::{is_joiner, is_needed};

const REPLACEMENT: char = '\u{FFFD}';
/// The base of a mark that has none.
const DOTTED_CIRCLE: char = '\u{25CC}';
/// More on one base are no writing system's, and climb over the lines around.
const MAX_COMBINING_MARKS: usize = 4;

/// One line of text, safe to show: line ends and tabs become spaces. Borrowed if nothing has to change.
///
/// Controls, bidi controls, invisible characters, tags and noncharacters become U+FFFD each, U+200C and U+200D where they
/// join nothing, and the variation selectors from U+E0100 on where they follow no ideograph. Those of U+FE00 to U+FE0F are
/// dropped, since terminals disagree on their width. The marks on one base are cut to four, and a mark without a base gets U+25CC.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    clean(text, ' ')
}

/// Text of any number of lines, safe to show: as [`sanitize`], but every line end becomes `'\n'`.
pub fn sanitize_lines(text: &str) -> Cow<'_, str> {
    clean(text, '\n')
}

/// Whether a text is one line in which nothing acts or hides, so that who sees it knows all of it.
pub fn is_plain_line(text: &str) -> bool {
    !text.contains(['\t', '\n', '\r']) && !sanitize(text).contains(REPLACEMENT)
}

fn clean(text: &str, line_end: char) -> Cow<'_, str> {
    // Without a way out, so that many bytes are looked at together.
    let printable = text.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~'));
    if printable || text.chars().all(|c| is_plain(c) || (c == '\n' && line_end == '\n')) {
        return Cow::Borrowed(text);
    }
    let cleaned = settle_joiners(&limit_marks(visible(text, line_end).nfc()));
    if cleaned == text { Cow::Borrowed(text) } else { Cow::Owned(cleaned) }
}

/// Characters that stay as they are whatever stands beside them: most of Latin and Japanese text.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '¡'..='¬' | '®'..='ɏ' | '‐'..='‧' | '、'..='〩' | 'ぁ'..='ゖ' | 'ァ'..='ヿ')
        || matches!(c, '一'..='\u{9FFF}' | '！'..='ﾟ')
}

/// Each character by itself made visible, dropped, or replaced.
fn visible(text: &str, line_end: char) -> impl Iterator<Item = char> {
    let mut after_return = false;
    text.chars().filter_map(move |c| {
        let ends_return = std::mem::replace(&mut after_return, c == '\r') && c == '\n';
        match c {
            '\n' if ends_return => None,
            '\n' | '\r' => Some(line_end),
            '\t' => Some(' '),
            '\u{FE00}'..='\u{FE0F}' => None,
            _ if is_forbidden(c) => Some(REPLACEMENT),
            _ => Some(c),
        }
    })
}

/// Control characters, and those that show nothing but change what is seen.
fn is_forbidden(c: char) -> bool {
    let noncharacter = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    let line_separator = matches!(c, '\u{2028}' | '\u{2029}');
    let bidi = matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}');
    let zero_width = matches!(c, '\u{AD}' | '\u{34F}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    let filler = matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}');
    let annotation = matches!(c, '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}');
    let tag = matches!(c, '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}');
    c.is_control() || noncharacter || line_separator || bidi || zero_width || filler || annotation || tag
}

/// No more than four marks on a base, and none without. Joiners do not count as bases.
fn limit_marks(chars: impl Iterator<Item = char>) -> String {
    let mut limited = String::new();
    let mut marks = 0;
    for c in chars {
        let c = if is_variant(c) && !limited.ends_with(is_ideograph) { REPLACEMENT } else { c };
        if !is_combining_mark(c) {
            marks = if is_joiner(c) { marks } else { 0 };
            limited.push(c);
        } else if marks < MAX_COMBINING_MARKS {
            if limited.is_empty() || limited.ends_with('\n') {
                limited.push(DOTTED_CIRCLE);
            }
            marks += 1;
            limited.push(c);
        }
    }
    limited
}

/// Whether a character chooses a form of the ideograph before it.
fn is_variant(c: char) -> bool {
    matches!(c, '\u{E0100}'..='\u{E01EF}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Joiners that are not needed where they stand are made visible. This comes last: what is beside them is settled.
fn settle_joiners(text: &str) -> String {
    let mut settled = String::with_capacity(text.len());
    let mut before = REPLACEMENT;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(REPLACEMENT);
        before = if is_joiner(c) && !is_needed(before, c, after) { REPLACEMENT } else { c };
        settled.push(before);
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_text_is_borrowed() {
        for text in ["", "Joint statement", "日米サイバー対話、第２回。", "Café", "한국", "👩‍💻", "が", "क्‍ष", "ﾊﾟ"]
        {
            assert!(matches!(sanitize(text), Cow::Borrowed(_)), "{text:?}");
        }
        assert!(matches!(sanitize_lines("a\n日本"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_acts_is_replaced() {
        for (text, safe) in [
            ("a\x1b[31mb", "a\u{FFFD}[31mb"),
            ("a\u{9b}31m\x7f\0", "a\u{FFFD}31m\u{FFFD}\u{FFFD}"),
            ("abc\u{202E}def\u{2066}", "abc\u{FFFD}def\u{FFFD}"),
            ("pay\u{200B}pal\u{FEFF}\u{AD}", "pay\u{FFFD}pal\u{FFFD}\u{FFFD}"),
            ("a\u{E0041}\u{FFFE}\u{3164}", "a\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("a\tb\nc\r\nd\re\u{2028}f", "a b c d e\u{FFFD}f"),
            ("☀\u{FE0F}e\u{FE0F}\u{301}", "☀é"),
            ("a\u{34F}b\u{17B4}\u{17B5}\u{180B}\u{180F}", "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("a\u{FE00}b\u{E0100}葛\u{E0100}葛\u{E0100}\u{E0101}", "ab\u{FFFD}葛\u{E0100}葛\u{E0100}\u{FFFD}"),
            ("\u{E000}", "\u{E000}"),
        ] {
            assert_eq!(sanitize(text), safe, "{text:?}");
        }
    }

    #[test]
    fn lines_are_kept() {
        assert_eq!(sanitize_lines("a\r\nb\rc\n\r\n\td\n\u{301}"), "a\nb\nc\n\n d\n\u{25CC}\u{301}");
    }

    #[test]
    fn joiners_stay_where_they_join() {
        assert_eq!(sanitize("👩‍💻"), "👩‍💻");
        assert_eq!(sanitize("می\u{200C}خواهم"), "می\u{200C}خواهم");
        assert_eq!(sanitize("a\u{200D}b\u{200C}"), "a\u{FFFD}b\u{FFFD}");
        assert_eq!(sanitize("👩\u{200C}💻\u{200D}\u{200D}💻"), "👩\u{FFFD}💻\u{FFFD}\u{FFFD}💻");
    }

    #[test]
    fn marks_are_few_and_have_a_base() {
        assert_eq!(sanitize("か\u{3099}"), "が");
        assert_eq!(sanitize("\u{301}a"), "\u{25CC}\u{301}a");
        let zalgo = format!("x{}y", "\u{301}".repeat(50));
        assert_eq!(sanitize(&zalgo), format!("x{}y", "\u{301}".repeat(4)));
    }
}
