//! Writing events in any format.

use std::io::{self, Write};

use super::{
    EventSelection, OutputFormat, bibliography, csv, html, icalendar, json, loss::Losses, markdown, plain::plain, svg,
    timelinejs, timesketch, toml,
};
use crate::messages::{LocalizedText, files};

/// Writes events in a format, one after the other as they are read.
///
/// Returns what the format could not hold.
///
/// # Errors
///
/// The writer's.
pub fn write(selection: EventSelection<'_>, format: OutputFormat, out: &mut dyn Write) -> io::Result<Losses> {
    let mut losses = Losses::default();
    match format {
        OutputFormat::Plain => out.write_all(plain(selection).as_bytes())?,
        OutputFormat::Markdown => markdown::write(selection, out, &mut losses)?,
        OutputFormat::Csv => csv::write(selection, csv::Audience::Program, out, &mut losses)?,
        OutputFormat::CsvExcel => csv::write(selection, csv::Audience::Spreadsheet, out, &mut losses)?,
        OutputFormat::Json => json::whole(selection, out)?,
        OutputFormat::JsonLines => json::lines(selection, out, &mut losses)?,
        OutputFormat::Toml => toml::write(selection, out)?,
        OutputFormat::Timesketch => timesketch::write(selection, out, &mut losses)?,
        OutputFormat::TimelineJs => timelinejs::write(selection, out, &mut losses)?,
        OutputFormat::ICalendar => icalendar::write(selection, out, &mut losses)?,
        OutputFormat::BibTex => bibliography::bibtex(selection, out, &mut losses)?,
        OutputFormat::CslJson => bibliography::csl(selection, out, &mut losses)?,
        OutputFormat::Html => html::write(selection, out, &mut losses)?,
        OutputFormat::Svg => {
            let screen = selection.screen.ok_or_else(|| io::Error::other(LocalizedText::of(files::no_screen)))?;
            svg::write(screen, selection.title(), out)?;
        }
    }
    out.flush()?;
    Ok(losses)
}

/// The same as a text. A format that writes to no device cannot fail.
pub fn written(selection: EventSelection<'_>, format: OutputFormat) -> String {
    let mut bytes = Vec::new();
    write(selection, format, &mut bytes)
        .map_or_else(|_| String::new(), |_| String::from_utf8(bytes).unwrap_or_default())
}
