//! Units of a number that counts time since 1970.

use crate::messages::{Locale, dates};

/// What is counted since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EpochUnit {
    /// Seconds, with a fraction or without.
    Seconds,
    /// Thousandths of a second.
    Milliseconds,
    /// Millionths.
    Microseconds,
    /// Milliardths.
    Nanoseconds,
}

impl EpochUnit {
    /// All units.
    pub const ALL: [Self; 4] = [Self::Seconds, Self::Milliseconds, Self::Microseconds, Self::Nanoseconds];

    /// How many digits of a number of it are parts of a second.
    pub(super) const fn digits(self) -> usize {
        match self {
            Self::Seconds => 0,
            Self::Milliseconds => 3,
            Self::Microseconds => 6,
            Self::Nanoseconds => 9,
        }
    }

    /// The unit of a number of so many digits. Seconds have nine before September 2001, and ten since.
    pub(super) const fn of_digits(digits: usize) -> Option<Self> {
        match digits {
            9 | 10 => Some(Self::Seconds),
            12 | 13 => Some(Self::Milliseconds),
            15 | 16 => Some(Self::Microseconds),
            18 | 19 => Some(Self::Nanoseconds),
            _ => None,
        }
    }

    /// Its name, of several.
    pub(super) const fn text(self, locale: Locale) -> &'static str {
        match self {
            Self::Seconds => dates::seconds(locale),
            Self::Milliseconds => dates::milliseconds(locale),
            Self::Microseconds => dates::microseconds(locale),
            Self::Nanoseconds => dates::nanoseconds(locale),
        }
    }
}
