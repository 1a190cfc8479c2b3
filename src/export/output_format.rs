//! The formats that events are written in.

use crate::messages::{Locale, formats};

/// A format to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OutputFormat {
    /// One event a line, in columns.
    Plain,
    /// A report in Markdown.
    Markdown,
    /// A table: [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180).
    Csv,
    /// The same with a byte order mark, as spreadsheets need it to know UTF-8.
    CsvExcel,
    /// One object that holds the lists of a timeline.
    Json,
    /// An object a line, an event each.
    JsonLines,
    /// A timeline file.
    Toml,
    /// What Timesketch imports: JSON Lines with `message`, `datetime` and `timestamp_desc`.
    Timesketch,
    /// What `TimelineJS` 3 shows.
    TimelineJs,
    /// iCalendar: [RFC 5545](https://www.rfc-editor.org/rfc/rfc5545).
    ICalendar,
    /// The sources, for biblatex.
    BibTex,
    /// The sources, for citation processors.
    CslJson,
    /// A page by itself, which asks for nothing else.
    Html,
    /// A picture of the screen.
    Svg,
}

impl OutputFormat {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 14] = [
        Self::Plain,
        Self::Markdown,
        Self::Csv,
        Self::CsvExcel,
        Self::Json,
        Self::JsonLines,
        Self::Toml,
        Self::Timesketch,
        Self::TimelineJs,
        Self::ICalendar,
        Self::BibTex,
        Self::CslJson,
        Self::Html,
        Self::Svg,
    ];

    /// What it is called on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::CsvExcel => "csv-excel",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Toml => "toml",
            Self::Timesketch => "timesketch",
            Self::TimelineJs => "timelinejs",
            Self::ICalendar => "ics",
            Self::BibTex => "bibtex",
            Self::CslJson => "csl-json",
            Self::Html => "html",
            Self::Svg => "svg",
        }
    }

    /// What it is, in a few words.
    pub const fn about(self, locale: Locale) -> &'static str {
        match self {
            Self::Plain => formats::plain(locale),
            Self::Markdown => formats::markdown(locale),
            Self::Csv => formats::csv(locale),
            Self::CsvExcel => formats::csv_excel(locale),
            Self::Json => formats::json(locale),
            Self::JsonLines => formats::json_lines(locale),
            Self::Toml => formats::toml(locale),
            Self::Timesketch => formats::timesketch(locale),
            Self::TimelineJs => formats::timelinejs(locale),
            Self::ICalendar => formats::calendar(locale),
            Self::BibTex => formats::bibtex(locale),
            Self::CslJson => formats::csl_json(locale),
            Self::Html => formats::html(locale),
            Self::Svg => formats::svg(locale),
        }
    }

    /// The usual end of a file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Plain => "txt",
            Self::Markdown => "md",
            Self::Csv | Self::CsvExcel => "csv",
            Self::Json | Self::TimelineJs | Self::CslJson => "json",
            Self::JsonLines | Self::Timesketch => "jsonl",
            Self::Toml => "toml",
            Self::ICalendar => "ics",
            Self::BibTex => "bib",
            Self::Html => "html",
            Self::Svg => "svg",
        }
    }

    /// The format that a file of this name is in, where the end of the name tells: the first one with that end.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(end))
    }
}
