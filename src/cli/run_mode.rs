//! What a run does with the timeline once it is open: draws it, answers commands about it, or prints it.

use std::{
    env,
    io::{self, IsTerminal},
    path::Path,
};

use super::args::Args;
use crate::{
    config::Settings,
    messages::{LocalizedText, commands},
    terminal::Caps,
};

/// What people who use a screen reader set for the programs that know it.
const WISH: &str = "ACCESSIBLE";

/// What a run does with the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RunMode {
    /// It is explored on a screen.
    Explore,
    /// Commands about it are answered.
    ReadCommands,
    /// It is written to standard output or to a file.
    Write,
}

impl RunMode {
    /// What the command line asks for, and the terminal can do. Commands are read because the command line says so, or, where
    /// somebody sits at a terminal, since that can do no more, or the configuration or the environment wish so. The error is the
    /// whole message.
    pub(super) fn of(args: &Args, settings: &Settings, caps: Caps) -> Result<Self, LocalizedText> {
        let is_written = args.format.is_some() || args.output.is_some();
        let is_typed = caps.stdout_is_terminal && io::stdin().is_terminal();
        let is_wished = || env::var_os(WISH).is_some_and(|wish| !["", "0", "false"].iter().any(|no| wish == *no));
        if args.plain || !is_written && is_typed && (caps.dumb || settings.plain || is_wished()) {
            if args.files.iter().any(|file| file == Path::new("-")) {
                return Err(LocalizedText::new(|locale| commands::plain_standard_input(locale).to_owned()));
            }
            return Ok(Self::ReadCommands);
        }
        Ok(if is_written || !caps.stdout_is_terminal || caps.dumb { Self::Write } else { Self::Explore })
    }
}
