//! The two invisible joiners, U+200C and U+200D. They have a use between emoji and in scripts whose letters join; anywhere
//! else they only make two texts differ that look the same.

/// Whether a character is U+200C (zero width non-joiner) or U+200D (zero width joiner).
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Whether `joiner` has something to say between its two neighbours: U+200D between two emoji, either one between two
/// characters of scripts that join or stack.
pub(super) fn is_needed(before: char, joiner: char, after: char) -> bool {
    (joiner == '\u{200D}' && is_emoji(before) && is_emoji(after)) || (joins(before) && joins(after))
}

/// By block, and so with some symbols that are no emoji; skin tones are among them.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2194}'..='\u{21AA}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Arabic to Myanmar, and Khmer and Mongolian: by block, with Thai and others between them that have no use for it.
fn joins(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}')
}
