//! Onwards or back.

/// In which direction to go: through events, lanes, matches or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// On.
    Next,
    /// Back.
    Previous,
}

impl Direction {
    /// So many steps as a signed number.
    pub(super) const fn signed(self, steps: isize) -> isize {
        match self {
            Self::Next => steps,
            Self::Previous => -steps,
        }
    }
}
