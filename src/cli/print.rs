//! What is printed: results on standard output, what is beside them on standard error.

use std::io::{self, Write};

use super::exit_status::ExitStatus;

/// Prints a result; how the run ends if that cannot be done. A reader that has heard enough is no error.
pub(super) fn print(text: &str) -> Option<ExitStatus> {
    let mut out = io::stdout().lock();
    let error = out.write_all(text.as_bytes()).and_then(|()| out.flush()).err()?;
    if error.kind() == io::ErrorKind::BrokenPipe {
        return None;
    }
    print_error(&format!("standard output: {error}"));
    Some(ExitStatus::Unwritten)
}

/// Says why something cannot be done.
pub(super) fn print_error(message: &str) {
    print_stderr(&format!("annalist: {message}\n"));
}

/// Tells what is beside the result.
pub(super) fn print_stderr(text: &str) {
    // Where even this cannot be written, nothing is left to say it with.
    let _ = io::stderr().write_all(text.as_bytes());
}
