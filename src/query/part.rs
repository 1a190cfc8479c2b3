//! What a piece of folded text says of its event, and the marks in which such pieces end.

/// What a piece of text says of its event. The numbers end such a piece in the text: no folded text has control
/// characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Part {
    /// A title, in whatever language.
    Title = 1,
    /// The id.
    Id,
    /// Somebody's name.
    Person,
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

impl Part {
    /// The byte that ends it.
    pub(super) const fn mark(self) -> u8 {
        self as u8
    }

    /// Which column it stands in.
    pub(super) const fn column(self) -> usize {
        match self {
            Self::Title => 0,
            Self::Id | Self::Person | Self::Org | Self::Place | Self::Publisher => 1,
            Self::Source | Self::Quote | Self::Other => 2,
        }
    }
}

/// Whether this byte ends a part.
pub(super) const fn is_mark(byte: u8) -> bool {
    byte <= Part::Other.mark()
}

/// Some parts, told by their marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    pub(super) fn of(parts: &[Part]) -> Self {
        Self(parts.iter().fold(0, |marks, part| marks | 1 << part.mark()))
    }

    /// Whether the part that this mark ends is one of them.
    pub(super) fn has(self, mark: u8) -> bool {
        1_u16.checked_shl(mark.into()).is_some_and(|bit| self.0 & bit != 0)
    }
}

/// The places of all marks in a text, in order.
#[derive(Debug, Clone)]
pub(super) struct Ends<'a> {
    text: &'a [u8],
    /// Where the bytes start that are being looked at.
    at: usize,
    /// The high bits of those among them that are marks still to come.
    here: u64,
}

/// So many bytes are looked at together: a word of the machine.
const TOGETHER: usize = size_of::<u64>();

impl<'a> Ends<'a> {
    pub(super) fn of(text: &'a [u8]) -> Self {
        Self { text, at: 0, here: marks(text) }
    }
}

impl Iterator for Ends<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.here == 0 {
            self.at += TOGETHER;
            self.here = marks(self.text.get(self.at..).filter(|rest| !rest.is_empty())?);
        }
        let place = self.here.trailing_zeros() / u8::BITS;
        self.here &= self.here - 1;
        Some(self.at + place as usize)
    }
}

/// Which of the first bytes of a text are marks: the high bit of each.
fn marks(text: &[u8]) -> u64 {
    const HIGH: u64 = u64::from_ne_bytes([0x80; TOGETHER]);
    /// Added to the low bits of a byte, it carries into the high one if they are more than the last mark.
    const TO_CARRY: u64 = u64::from_ne_bytes([0x7F - Part::Other.mark(); TOGETHER]);
    let bytes = text.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [u8::MAX; TOGETHER];
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
        fn every_mark_is_found(text in prop::collection::vec(prop_oneof![0..16_u8, any::<u8>()], 0..60)) {
            let places: Vec<usize> = (0..text.len()).filter(|&at| is_mark(text[at])).collect();
            prop_assert_eq!(Ends::of(&text).collect::<Vec<_>>(), places);
        }
    }

    #[test]
    fn parts_are_told_by_their_marks() {
        let marks = Marks::of(&[Part::Title, Part::Other]);
        let had: Vec<u8> = (0..=u8::MAX).filter(|&mark| marks.has(mark)).collect();
        assert_eq!(had, [Part::Title.mark(), Part::Other.mark()]);
    }
}
