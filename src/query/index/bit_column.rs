//! A column of the table of distances of a word from the ends of a text, a bit for each row.

/// Characters of the longest word: the bits of a column.
pub(in crate::query) const MAX_CHARS: usize = 64;

/// In which rows of a column each character stands, a bit a row: a table that is probed from the low bits of a character.
#[derive(Debug, Clone)]
pub(super) struct CharRows {
    /// An empty slot has no rows. Four times as many slots as characters of the longest word.
    slots: Box<[(char, u64); SLOTS]>,
}

const SLOTS: usize = 4 * MAX_CHARS;

impl CharRows {
    pub(super) fn new(chars: &[char]) -> Self {
        let mut rows = Self { slots: Box::new([('\0', 0); SLOTS]) };
        for (row, &c) in chars.iter().enumerate() {
            let slot = rows.slot(c);
            if let Some((known, rows)) = rows.slots.get_mut(slot) {
                *known = c;
                *rows |= 1 << row;
            }
        }
        rows
    }

    pub(super) fn of(&self, c: char) -> u64 {
        self.slots.get(self.slot(c)).map_or(0, |(_, rows)| *rows)
    }

    /// The slot of a character, or the empty one in which it would stand.
    fn slot(&self, c: char) -> usize {
        let mut slot = c as usize % SLOTS;
        while self.slots.get(slot).is_some_and(|(known, rows)| *known != c && *rows != 0) {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    /// The rows of a character in a word of so many characters that is read from its end.
    pub(super) fn of_reversed(&self, c: char, chars: usize) -> u64 {
        self.of(c).reverse_bits().wrapping_shr(u64::BITS - u32::try_from(chars).unwrap_or(u64::BITS))
    }
}

/// A column of the table of distances, in differences: bit `i` is of row `i + 1`, which is of as much of the word.
pub(super) struct Column {
    /// Where a row is one more than the row above, and where it is one less.
    more: u64,
    less: u64,
    /// Where a row is no more than the row above was a column before.
    same_diagonal: u64,
    /// Where the character of the column stands in the word.
    equal: u64,
    last_row: u64,
    /// How much more each column has above its first row, where nothing of the word stands, than the one before.
    above: u64,
    /// The last row: how many errors the whole word has if it ends here.
    edits: usize,
}

impl Column {
    /// The column before a text in which the word may start anywhere.
    pub(super) fn of_any_start(chars: usize) -> Self {
        Self::before_text(chars, 0)
    }

    /// The column before a text at the start of which the word starts.
    pub(super) fn of_this_start(chars: usize) -> Self {
        Self::before_text(chars, 1)
    }

    /// Of nothing, each row is as far as it has characters.
    fn before_text(chars: usize, above: u64) -> Self {
        Self { more: u64::MAX, less: 0, same_diagonal: 0, equal: 0, last_row: 1 << (chars - 1), above, edits: chars }
    }

    /// The column of the next character, which stands in these rows; its last row.
    pub(super) fn advance(&mut self, equal: u64) -> usize {
        let swapped = ((!self.same_diagonal & equal) << 1) & self.equal;
        let carried = (equal & self.more).wrapping_add(self.more) ^ self.more;
        let same_diagonal = carried | equal | self.less | swapped;
        let right_more = self.less | !(same_diagonal | self.more);
        let right_less = same_diagonal & self.more;
        self.edits += usize::from(right_more & self.last_row != 0);
        self.edits -= usize::from(right_less & self.last_row != 0);
        let (right_more, right_less) = (right_more << 1 | self.above, right_less << 1);
        self.more = right_less | !(same_diagonal | right_more);
        self.less = right_more & same_diagonal;
        (self.same_diagonal, self.equal) = (same_diagonal, equal);
        self.edits
    }
}
