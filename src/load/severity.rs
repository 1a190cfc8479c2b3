//! How bad a problem is.

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is wrong; it is only to be known.
    Note,
    /// Everything was read, though perhaps not as meant.
    Warning,
    /// Something was left out.
    Error,
}

impl Severity {
    /// Its name, as reports for programs have it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
