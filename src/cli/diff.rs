//! What has changed between two files.

use std::{
    io::{self, BufWriter},
    path::{Path, PathBuf},
};

use super::{
    args::DiffFormatChoice,
    exit_status::{ExitStatus, print_error, print_stderr},
    language::locale,
    opened::OpenedTimeline,
    read_args::ReadArgs,
};
use crate::{
    diff::TimelineDiff,
    export::{DiffFormat, DiffReport, Emphasis},
    load::ColorChoice,
    messages::{commands, system},
    terminal::{Caps, ColorSupport},
};

/// Prints what has changed. Ends with 1 where anything has, with 2 where that could not be found out.
pub(super) fn diff(
    files: [&PathBuf; 2],
    format: DiffFormatChoice,
    args: &ReadArgs,
    memory: Option<usize>,
) -> ExitStatus {
    if files.iter().all(|file| *file == Path::new("-")) {
        print_error(commands::one_standard_input(locale()));
        return ExitStatus::WrongUse;
    }
    let opened = args.with_settings(memory).and_then(|(options, memory)| {
        let [old, new] = files.map(|file| OpenedTimeline::read_all(file, &options, memory / 2));
        Ok((old?, new?))
    });
    let (old, new) = match opened {
        Ok(opened) => opened,
        Err(message) => {
            print_error(message.text(locale()));
            return ExitStatus::WrongUse;
        }
    };
    for opened in [&old, &new] {
        print_stderr(&opened.report(ColorChoice::Plain));
    }
    if [&old, &new].into_iter().any(|opened| opened.has_errors() && opened.timeline.is_empty()) {
        // Of what cannot be read at all nothing has changed.
        return ExitStatus::WrongUse;
    }
    let diff = TimelineDiff::between(&old.timeline, &new.timeline);
    let (old_side, new_side) = ((old.name(), &old.timeline), (new.name(), &new.timeline));
    let report = DiffReport { old: old_side, new: new_side, diff: &diff, locale: locale() };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = diff_format(format).write(report, &mut out).and_then(|()| io::Write::flush(&mut out));
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            print_error(&commands::standard_output(locale(), &system::error(locale(), &error)));
            ExitStatus::Unwritten
        }
        // An event that could not be read may be the one that changed.
        _ if old.has_errors() || new.has_errors() => ExitStatus::WrongUse,
        _ if diff.is_empty() => ExitStatus::Fine,
        _ => ExitStatus::Problems,
    }
}

fn diff_format(choice: DiffFormatChoice) -> DiffFormat {
    let caps = Caps::detect();
    let has_colours = caps.stdout_is_terminal && !caps.dumb && caps.colors != ColorSupport::Mono;
    match choice {
        DiffFormatChoice::Plain if has_colours => DiffFormat::Plain(Emphasis::Colours),
        DiffFormatChoice::Plain => DiffFormat::Plain(Emphasis::Brackets),
        DiffFormatChoice::Markdown => DiffFormat::Markdown,
        DiffFormatChoice::Json => DiffFormat::Json,
    }
}
