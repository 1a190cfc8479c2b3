//! What a text may not hold that is shown.

use annalist::messages::{Locale, LocalizedText};

/// Whether a character commands a terminal, turns the text around, or hides in it. U+200C and U+200D may join, and lines may
/// end.
fn acts(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r')
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}')
        || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE0E}' | '\u{FE0F}')
        || matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}')
}

/// Panics where a text acts. `what` says which text it is.
#[track_caller]
pub(super) fn assert_harmless(what: &str, text: &str) {
    let acting: Vec<char> = text.chars().filter(|&c| acts(c)).collect();
    assert!(acting.is_empty(), "{what} acts by {acting:?}: {text:?}");
}

/// The same in every language.
#[track_caller]
pub(super) fn assert_words_harmless(what: &str, words: &LocalizedText) {
    for locale in Locale::ALL {
        assert_harmless(what, words.text(locale));
    }
}
