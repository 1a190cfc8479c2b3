//! How exactly a date is known.

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A clock time with seconds.
    Second,
    /// A clock time of hours and minutes.
    Minute,
    /// A day.
    Day,
    /// A month, or one day somewhere in it.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A season.
    Season,
    /// Half a year.
    Half,
    /// A year, or one day or month somewhere in it.
    Year,
    /// A year somewhere in a decade.
    Decade,
    /// A year somewhere in a century or in a longer time.
    Century,
    /// A start and an end, one of which may be open or unknown.
    Span,
    /// One of several dates.
    OneOf,
}
