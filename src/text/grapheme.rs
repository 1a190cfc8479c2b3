//! Grapheme clusters (UAX #29), quickly where they are plain to see: most text is ASCII, kana and kanji, of which each
//! character stands for itself.

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// The grapheme clusters of a text with the byte at which each starts.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let length = match rest.as_bytes() {
            [b' '..=b'~'] | [b' '..=b'~', b' '..=b'~', ..] => 1,
            _ => {
                let mut chars = rest.chars();
                match (chars.next(), chars.next()) {
                    (Some(c), next) if stands_alone(c) && next.is_none_or(stands_alone) => c.len_utf8(),
                    _ => rest.graphemes(true).next().map_or(0, str::len),
                }
            }
        };
        let start = at;
        at += length.max(1);
        rest.get(..length).map(|cluster| (start, cluster))
    })
}

/// The columns of one grapheme cluster, as ratatui draws it: none for a control character.
pub fn grapheme_width(grapheme: &str) -> usize {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if stands_alone(c) => 1 + usize::from(c >= WIDE),
        _ if grapheme.contains(char::is_control) => 0,
        _ => usize::from(grapheme.cell_width()),
    }
}

/// From here on those that stand alone take two columns.
const WIDE: char = '\u{3000}';

/// Whether there is a border between this character and any other such: they neither extend others nor are extended by
/// each other. Some of them take one column, those from [`WIDE`] on two.
fn stands_alone(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{C0}'..='\u{24F}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2500}'..='\u{257F}'
            | '\u{3000}'..='\u{3002}'
            | '\u{3008}'..='\u{3011}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A0}'..='\u{30FE}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{FF01}'..='\u{FF60}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_stands_alone_is_as_wide_as_it_is_drawn() {
        for c in ('\0'..=char::MAX).filter(|c| stands_alone(*c)) {
            let text = c.to_string();
            assert_eq!(usize::from(text.cell_width()), grapheme_width(&text), "{c:?}");
            assert_eq!(format!("{c}a日{c}{c}").graphemes(true).count(), 5, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn as_the_standard_has_it(text in "[a-z日本ァー、。\u{3099}\u{309A}\u{FE0F}\u{20E3}\u{200D}🇯🇵👩💻é\u{301}\r\n#1ｶﾞ ]{0,20}") {
            let standard: Vec<_> = text.grapheme_indices(true).collect();
            prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), standard);
        }

        #[test]
        fn as_the_standard_has_it_anywhere(text in ".{0,20}") {
            let standard: Vec<_> = text.grapheme_indices(true).collect();
            prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), standard);
        }
    }
}
