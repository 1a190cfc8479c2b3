//! Moments at which a clock stands that was never set.

use super::super::event_date::EventDate;

/// A moment at which a clock stands that was never set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockZero {
    /// 0001-01-01, as .NET has it.
    DotNet,
    /// 1601-01-01, FILETIME of Windows.
    FileTime,
    /// 1970-01-01, that of Unix.
    Unix,
}

impl ClockZero {
    /// The zero that a clock time stands at; `None` for any other, and for days.
    pub fn of(date: &EventDate) -> Option<Self> {
        const ZEROS: [(i64, ClockZero); 3] =
            [(-62_135_596_800, ClockZero::DotNet), (-11_644_473_600, ClockZero::FileTime), (0, ClockZero::Unix)];
        let start = date.bounds().start;
        let is_clock = start.latest.seconds().saturating_sub(start.earliest.seconds()) < 60;
        let (_, zero) = ZEROS.into_iter().find(|(second, _)| is_clock && start.earliest.seconds() == *second)?;
        Some(zero).filter(|_| date.nanos().is_none_or(|nanos| nanos == 0))
    }

    /// The day at which it stands.
    pub const fn day(self) -> &'static str {
        match self {
            Self::DotNet => "0001-01-01",
            Self::FileTime => "1601-01-01",
            Self::Unix => "1970-01-01",
        }
    }
}
