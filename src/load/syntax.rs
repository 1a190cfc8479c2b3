//! In what a source is written, as its words have it that tell what is wrong.

/// In what a source is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Syntax {
    /// TOML.
    #[default]
    Toml,
    /// JSON.
    Json,
    /// iCalendar.
    ICalendar,
    /// JSON of TimelineJS.
    TimelineJs,
    /// Results of SPARQL.
    Sparql,
    /// Text with delimiters between its cells.
    Delimited,
    /// A record a line: a bodyfile of The Sleuth Kit, a log of Zeek.
    Log,
}
