//! The reader mode: when it is on, and what it is run with.

use std::{
    env,
    io::{self, BufWriter, IsTerminal, Write},
};

use super::{
    args::Args,
    exit_status::{ExitStatus, print_error},
};
use crate::{
    app::App,
    config::Settings,
    marks::MarkJournal,
    reader::{Reader, ReaderInit, read_commands},
    stream::{Loader, SourceFiles},
    terminal::{Caps, open_in_browser},
    text::sanitize,
};

/// What people who use a screen reader set for the programs that know it.
const WISH: &str = "ACCESSIBLE";

/// Whether commands are read: because the command line says so, or, where somebody sits at a terminal, since that can do no
/// more, or the configuration or the environment wish so.
pub(super) fn is_wanted(args: &Args, settings: &Settings, caps: Caps) -> bool {
    let is_printed = args.format.is_some() || args.output.is_some();
    let is_terminal = caps.stdout_is_terminal && io::stdin().is_terminal();
    let is_wished = || env::var_os(WISH).is_some_and(|wish| !["", "0", "false"].iter().any(|no| wish == *no));
    args.plain || !is_printed && is_terminal && (caps.dumb || settings.plain || is_wished())
}

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
        open_in_browser(address, |name| env::var_os(name)).map_err(|error| sanitize(&error.to_string()).into_owned())
    };
    let init = ReaderInit { app, journal, loader, files, open: &open, has_parts: is_typed };
    let mut reader = Reader::new(init);
    let mut out = BufWriter::new(io::stdout().lock());
    let ended = read_commands(&mut reader, &mut input, &mut out, is_typed).and_then(|()| out.flush());
    let ending = match ended {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            print_error(&sanitize(&error.to_string()));
            ExitStatus::Unwritten
        }
        // Who types has heard of it.
        _ if reader.is_fine() || is_typed => ExitStatus::Fine,
        _ => ExitStatus::Problems,
    };
    (reader.into_app(), is_typed, ending)
}
