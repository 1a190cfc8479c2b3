//! The reader mode, between standard input and standard output.

use std::{
    env,
    io::{self, BufWriter, IsTerminal, Write},
};

use super::{
    exit_status::{ExitStatus, print_error},
    language::locale,
};
use crate::{
    app::App,
    marks::MarkJournal,
    messages::system,
    reader::{ReaderInit, ReaderMode, read_commands},
    stream::{Loader, SourceFiles},
    terminal::open_in_browser,
    text::sanitize,
};

/// Reads commands and answers them. Returns the state as it was left, whether somebody typed them, and how the run ends.
pub(super) fn run(
    app: App,
    journal: MarkJournal,
    loader: Option<Loader>,
    files: Option<SourceFiles>,
) -> (App, bool, ExitStatus) {
    let mut input = io::stdin().lock();
    let is_typed = input.is_terminal();
    let open = |address: &str| {
        open_in_browser(address, |name| env::var_os(name)).map_err(|error| sanitize(&error.told(locale())).into_owned())
    };
    let init = ReaderInit { app, journal, loader, files, open: &open, has_parts: is_typed };
    let mut reader = ReaderMode::new(init);
    let mut out = BufWriter::new(io::stdout().lock());
    let ended = read_commands(&mut reader, &mut input, &mut out, is_typed).and_then(|()| out.flush());
    let ending = match ended {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            print_error(&sanitize(&system::error(locale(), &error)));
            ExitStatus::Unwritten
        }
        // Who types has heard of it.
        _ if reader.is_fine() || is_typed => ExitStatus::Fine,
        _ => ExitStatus::Problems,
    };
    (reader.into_app(), is_typed, ending)
}
