//! What a folded text says of its event, and the terminators in which texts end.

/// What a text says of its event.
///
/// Its number is the byte that terminates such a text: no folded text has control characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum TextKind {
    /// A title, in whatever language.
    Title,
    /// The id.
    Id,
    /// Somebody's name.
    Person,
    /// The name of whoever said a quote.
    Speaker,
    /// The name of a body.
    Org,
    /// Where it happened.
    Place,
    /// Who published a source.
    Publisher,
    /// The title of a source, or its address.
    Source,
    /// Words that were said or written, or their translation.
    Quote,
    /// Any other text that a reader can see.
    Other,
}

impl TextKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Id,
        Self::Person,
        Self::Speaker,
        Self::Org,
        Self::Place,
        Self::Publisher,
        Self::Source,
        Self::Quote,
        Self::Other,
    ];

    /// The byte that ends it.
    pub(super) const fn terminator(self) -> u8 {
        self as u8
    }

    /// The kind of a text that this byte ends.
    pub(super) fn of_terminator(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.terminator() == byte)
    }

    /// Which column it stands in.
    pub(super) const fn column(self) -> usize {
        match self {
            Self::Title => 0,
            Self::Id | Self::Person | Self::Speaker | Self::Org | Self::Place | Self::Publisher => 1,
            Self::Source | Self::Quote | Self::Other => 2,
        }
    }
}

/// Whether this byte ends a text.
pub(super) const fn is_terminator(byte: u8) -> bool {
    byte <= TextKind::Other.terminator()
}

/// Some kinds, told by their terminators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KindSet(u16);

impl KindSet {
    pub(super) fn of(kinds: &[TextKind]) -> Self {
        Self(kinds.iter().fold(0, |bits, kind| bits | 1 << kind.terminator()))
    }

    /// Whether the text that this byte ends is of one of them.
    pub(super) fn has(self, terminator: u8) -> bool {
        1_u16.checked_shl(terminator.into()).is_some_and(|bit| self.0 & bit != 0)
    }
}

/// The offsets of all terminators in some bytes, in order.
#[derive(Debug, Clone)]
pub(super) struct KindOffsets<'a> {
    text: &'a [u8],
    /// Where the bytes start that are being looked at.
    at: usize,
    /// The high bits of those among them that are terminators still to come.
    here: u64,
}

/// Bytes that are looked at together: a word of the machine.
const WORD_BYTES: usize = size_of::<u64>();

impl<'a> KindOffsets<'a> {
    pub(super) fn of(text: &'a [u8]) -> Self {
        Self { text, at: 0, here: terminators(text) }
    }
}

impl Iterator for KindOffsets<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.here == 0 {
            self.at += WORD_BYTES;
            self.here = terminators(self.text.get(self.at..).filter(|rest| !rest.is_empty())?);
        }
        let place = self.here.trailing_zeros() / u8::BITS;
        self.here &= self.here - 1;
        Some(self.at + place as usize)
    }
}

/// Which of the first bytes are terminators: the high bit of each.
fn terminators(text: &[u8]) -> u64 {
    const HIGH: u64 = u64::from_ne_bytes([0x80; WORD_BYTES]);
    /// Added to the low bits of a byte, it carries into the high one if they are more than the last terminator.
    const TO_CARRY: u64 = u64::from_ne_bytes([0x7F - TextKind::Other.terminator(); WORD_BYTES]);
    let bytes = text.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [u8::MAX; WORD_BYTES];
        bytes.iter_mut().zip(text).for_each(|(byte, of_text)| *byte = *of_text);
        bytes
    });
    let bytes = u64::from_le_bytes(bytes);
    !(((bytes & !HIGH) + TO_CARRY) | bytes) & HIGH
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_terminator_is_found(text in prop::collection::vec(prop_oneof![0..16_u8, any::<u8>()], 0..60)) {
            let places: Vec<usize> = (0..text.len()).filter(|&at| is_terminator(text[at])).collect();
            prop_assert_eq!(KindOffsets::of(&text).collect::<Vec<_>>(), places);
        }
    }

    #[test]
    fn kinds_are_told_by_their_terminators() {
        let kinds = KindSet::of(&[TextKind::Title, TextKind::Other]);
        let had: Vec<u8> = (0..=u8::MAX).filter(|&byte| kinds.has(byte)).collect();
        assert_eq!(had, [TextKind::Title.terminator(), TextKind::Other.terminator()]);
    }
}
