//! The bytes of changes from one style to another that were written before: a screen has few styles, and wording a change takes
//! as long as writing some twenty cells.

use super::style::CellStyle;

/// So many changes are known at a time: those of a screen and a menu over it.
const MAX_KNOWN_CHANGES: usize = 64;

/// Changes of style, each with its bytes.
#[derive(Debug, Default)]
pub(super) struct StyleChanges {
    known: Vec<(CellStyle, CellStyle, Box<[u8]>)>,
}

impl StyleChanges {
    /// Appends the way from one style to another.
    pub(super) fn queue(&mut self, from: CellStyle, to: CellStyle, bytes: &mut Vec<u8>) {
        if let Some((.., change)) = self.known.iter().find(|change| change.1 == to && change.0 == from) {
            bytes.extend_from_slice(change);
            return;
        }
        let start = bytes.len();
        from.queue_change(to, bytes);
        if self.known.len() == MAX_KNOWN_CHANGES {
            self.known.clear();
        }
        self.known.push((from, to, bytes.get(start..).unwrap_or_default().into()));
    }
}
