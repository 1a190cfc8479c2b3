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
    messages::{Locale, LocalizedText, commands},
};

/// Prints what is read, by the names that `--input-format` has for it, and what is written, by those of `--format`.
pub(super) fn formats() -> ExitStatus {
    let mut lines = vec!["read:".to_owned()];
    lines.extend(INPUT_FORMATS.iter().map(|(name, _, what)| format!("  {name:<12}{what}")));
    lines.push("read, packed or as it is: gzip, zstd".to_owned());
    lines.push(format!("tables known by their columns: {}", known_tables().join(", ")));
    lines.push("written:".to_owned());
    lines.extend(
        OutputFormat::ALL.iter().map(|format| format!("  {:<12}{}", format.name(), format.about(Locale::English))),
    );
    print(&(lines.join("\n") + "\n")).unwrap_or(ExitStatus::Fine)
}

/// Prints the mapping of a table.
pub(super) fn map(file: &Path, args: &ReadArgs) -> ExitStatus {
    let options = args.with_settings(None).map_err(LocalizedText::from);
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
