//! What a run leaves at the prompt: what it prints, and its exit code. 0 is fine, 1 means problems in the data, 2 wrong use (an
//! unknown option, a file that is not there, an event that does not exist), 3 that something could not be written.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use super::language::locale;
use crate::{
    messages::{commands, system},
    text::sanitize_lines,
};

/// How a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ExitStatus {
    Fine = 0,
    Problems = 1,
    WrongUse = 2,
    Unwritten = 3,
}

impl From<ExitStatus> for ExitCode {
    fn from(ending: ExitStatus) -> Self {
        Self::from(ending as u8)
    }
}

/// Prints a result; how the run ends if that cannot be done. A reader that has heard enough is no error.
pub(super) fn print(text: &str) -> Option<ExitStatus> {
    let mut out = io::stdout().lock();
    let error = out.write_all(text.as_bytes()).and_then(|()| out.flush()).err()?;
    if error.kind() == io::ErrorKind::BrokenPipe {
        return None;
    }
    print_error(&commands::standard_output(locale(), &system::error(locale(), &error)));
    Some(ExitStatus::Unwritten)
}

/// Says why something cannot be done.
pub(super) fn print_error(message: &str) {
    print_stderr(&sanitize_lines(&format!("annalist: {message}\n")));
}

/// Tells what is beside the result.
pub(super) fn print_stderr(text: &str) {
    // Where even this cannot be written, nothing is left to say it with.
    let _ = io::stderr().write_all(text.as_bytes());
}
