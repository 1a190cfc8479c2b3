//! What is said without exploring a file: which formats there are, and which columns are which fields.

use std::path::Path;

use super::{
    exit_status::{ExitStatus, print, print_error},
    language::locale,
    opened::OpenedTimeline,
    read_args::ReadArgs,
};
use crate::{
    export::OutputFormat,
    load::{INPUT_FORMATS, SourceLayout, known_tables},
    messages::{commands, detail, formats},
};

/// Prints what is read, by the names that `--input-format` has for it, and what is written, by those of `--format`.
pub(super) fn formats() -> ExitStatus {
    let locale = locale();
    let row = |name: &str, what: &str| format!("  {name:<12}{what}");
    let mut lines = vec![formats::read(locale).to_owned()];
    lines.extend(INPUT_FORMATS.iter().map(|(name, _, what)| row(name, what(locale))));
    let comma = detail::comma(locale);
    lines.push(formats::packed(locale, &["gzip", "zstd"].join(comma)));
    lines.push(formats::known_tables(locale, &known_tables().join(comma)));
    lines.push(formats::written(locale).to_owned());
    lines.extend(OutputFormat::ALL.iter().map(|format| row(format.name(), format.about(locale))));
    print(&(lines.join("\n") + "\n")).unwrap_or(ExitStatus::Fine)
}

/// Prints the mapping of a table.
pub(super) fn map(file: &Path, args: &ReadArgs) -> ExitStatus {
    let options = args.with_settings(None);
    let layout = match options.and_then(|(options, _)| OpenedTimeline::layout_of(file, &options)) {
        Ok(layout) => layout,
        Err(message) => {
            print_error(message.text(locale()));
            return ExitStatus::WrongUse;
        }
    };
    let Some(reading) = layout.as_ref().and_then(SourceLayout::reading) else {
        print_error(commands::nothing_mapped(locale()));
        return ExitStatus::Problems;
    };
    print(&reading.mapping.to_toml(&reading.header)).unwrap_or(ExitStatus::Fine)
}
