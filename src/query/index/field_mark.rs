//! What stands before the folded text of a field that annalist does not know, and says which it is.

use crate::model::ExtraField;

/// Bytes that end no text and stand in none: controls behind the terminators and the end of a line.
const FIRST: u8 = 0x0B;
const COUNT: usize = 0x20 - FIRST as usize;

/// Two bytes before a text of kind [`Other`](super::TextKind::Other) that say of which field it is. All fields behind the
/// 440th have the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::query) struct FieldMark([u8; 2]);

impl FieldMark {
    /// The mark of a field.
    pub(in crate::query) fn of(field: ExtraField) -> Self {
        let number = field.index().min(COUNT * COUNT - 1);
        let byte = |part: usize| FIRST + u8::try_from(part).unwrap_or(0);
        Self([byte(number / COUNT), byte(number % COUNT)])
    }

    /// The number of the field of which these bytes are the mark; `None` if they are none.
    pub(super) fn number(bytes: &[u8]) -> Option<usize> {
        let [first, second] = *bytes else { return None };
        let part = |byte: u8| byte.checked_sub(FIRST).map(usize::from).filter(|part| *part < COUNT);
        Some(part(first)? * COUNT + part(second)?)
    }

    /// Its bytes, which are characters of one byte each.
    pub(in crate::query) const fn bytes(self) -> [u8; 2] {
        self.0
    }

    /// Its characters.
    pub(in crate::query) fn chars(self) -> [char; 2] {
        self.0.map(char::from)
    }

    /// A text without the mark that it may have.
    pub(in crate::query) fn unmarked(text: &str) -> &str {
        let is_mark = text.as_bytes().get(..2).is_some_and(|bytes| Self::number(bytes).is_some());
        if is_mark { text.get(2..).unwrap_or(text) } else { text }
    }

    /// A text without its mark; `None` if it has another one, or none.
    pub(in crate::query) fn strip(self, text: &str) -> Option<&str> {
        let [first, second] = self.chars();
        text.strip_prefix(first)?.strip_prefix(second)
    }
}
