//! What is said of files without exploring them: their problems, and which columns are which fields.

use std::path::{Path, PathBuf};

use super::{
    exit_status::{ExitStatus, print, print_error},
    opened::OpenedTimeline,
    read_args::ReadArgs,
    settings_file::settings,
};
use crate::{
    export::OutputFormat,
    load::{INPUT_FORMATS, ReadOptions, SourceLayout, known_tables},
    stream,
};

/// How files are to be read and with how much memory, by the command line and the configuration.
pub(super) fn reading(reading: &ReadArgs, memory: Option<usize>) -> Result<(ReadOptions, usize), String> {
    // What is wrong with a configuration is no matter of these files.
    let (settings, _) = settings(None)?;
    let memory = stream::granted(memory.unwrap_or(settings.memory).saturating_mul(1 << 20));
    Ok((reading.options(&settings)?, memory))
}

/// Prints what is read, by the names that `--input-format` has for it, and what is written, by those of `--format`.
pub(super) fn formats() -> ExitStatus {
    let mut lines = vec!["read:".to_owned()];
    lines.extend(INPUT_FORMATS.iter().map(|(name, _, what)| format!("  {name:<12}{what}")));
    lines.push("read, packed or as it is: gzip, zstd".to_owned());
    lines.push(format!("tables known by their columns: {}", known_tables().join(", ")));
    lines.push("written:".to_owned());
    lines.extend(OutputFormat::ALL.iter().map(|format| format!("  {:<12}{}", format.name(), format.about())));
    print(&(lines.join("\n") + "\n")).unwrap_or(ExitStatus::Fine)
}

/// Prints the mapping of a table.
pub(super) fn map(file: &Path, args: &ReadArgs) -> ExitStatus {
    let layout = match reading(args, None).and_then(|(options, _)| OpenedTimeline::layout_of(file, &options)) {
        Ok(layout) => layout,
        Err(message) => {
            print_error(&message);
            return ExitStatus::WrongUse;
        }
    };
    let Some(reading) = layout.as_ref().and_then(SourceLayout::reading) else {
        print_error("this file has events as annalist has them: nothing is mapped");
        return ExitStatus::Problems;
    };
    print(&reading.mapping.to_toml(&reading.header)).unwrap_or(ExitStatus::Fine)
}

pub(super) fn check(files: &[PathBuf], args: &ReadArgs, memory: Option<usize>) -> ExitStatus {
    let (options, memory) = match reading(args, memory) {
        Ok(reading) => reading,
        Err(message) => {
            print_error(&message);
            return ExitStatus::WrongUse;
        }
    };
    let named: Vec<Option<&PathBuf>> = if files.is_empty() { vec![None] } else { files.iter().map(Some).collect() };
    let mut ending = ExitStatus::Fine;
    let mut unwritten = None;
    for file in named {
        let opened = match file {
            Some(path) => OpenedTimeline::read_all(path, &options, memory),
            // What was built in is checked as it was written.
            None => OpenedTimeline::builtin_source(),
        };
        match opened {
            Ok(opened) => {
                unwritten =
                    print(&format!("{}{}{}\n", opened.told_reading(), opened.report(), opened.summary())).or(unwritten);
                let is_sound = !opened.has_errors() && !opened.timeline.is_empty();
                if !is_sound && ending == ExitStatus::Fine {
                    ending = ExitStatus::Problems;
                }
            }
            Err(message) => {
                print_error(&message);
                ending = ExitStatus::WrongUse;
            }
        }
    }
    unwritten.unwrap_or(ending)
}
