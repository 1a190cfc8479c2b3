//! A cell of a buffer as it looks on screen.

use ratatui::buffer::Cell;

use super::style::CellStyle;
use crate::text::grapheme_width;

/// What a cell shows.
pub(super) struct CellView<'a> {
    pub(super) text: &'a str,
    pub(super) style: CellStyle,
}

impl<'a> CellView<'a> {
    pub(super) fn of(cell: &'a Cell) -> Self {
        Self { text: cell.symbol(), style: CellStyle::of(cell) }
    }

    /// Returns whether nothing shows.
    pub(super) fn is_blank(&self) -> bool {
        self.text.as_bytes() == b" " && self.style.is_invisible_on_space()
    }

    /// Returns whether two look the same.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        self.is(other) || self.is_blank() && other.is_blank()
    }

    /// Returns whether two are the same.
    ///
    /// Quicker than a comparison of texts for those of few bytes, of which a screen has thousands.
    pub(super) fn is(&self, other: &Self) -> bool {
        let is_text = match (self.text.as_bytes(), other.text.as_bytes()) {
            ([one], [other]) => one == other,
            (one, other) => one.iter().eq(other),
        };
        is_text && self.style == other.style
    }

    /// Returns the columns that it takes.
    pub(super) fn columns(&self) -> usize {
        if self.text.len() == 1 { 1 } else { grapheme_width(self.text).max(1) }
    }

    /// Returns whether every terminal takes as many columns for it.
    ///
    /// One for a single narrow character, two for kana, kanji, full-width forms and Hangul syllables. Terminals differ on
    /// emoji and on what is put together of several characters.
    pub(super) fn has_unambiguous_width(&self) -> bool {
        if let [b' '..=b'~'] = self.text.as_bytes() {
            return true;
        }
        let mut chars = self.text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => match self.columns() {
                1 => true,
                2 => matches!(
                    c,
                    '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
                        | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}'
                ),
                _ => false,
            },
            _ => false,
        }
    }
}
