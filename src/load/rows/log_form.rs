//! How the lines of a log become rows.

use super::zeek::LogHeader;

/// How the lines of a log become rows.
#[derive(Debug)]
pub(super) enum LogForm {
    /// By bars.
    BodyFile,
    /// By what its first lines say.
    Zeek(LogHeader),
}

impl LogForm {
    /// Whether it is a bodyfile.
    pub(super) const fn is_bodyfile(&self) -> bool {
        matches!(self, Self::BodyFile)
    }
}
