//! This process, and those that it starts.

use std::{ffi::OsStr, io, os::unix::process::CommandExt, process::Command};

use rustix::process::{Resource, getrlimit, setsid};

/// The variable that names the user's home.
pub const HOME: &str = "HOME";

/// Returns the programs that open what they are given, the first that is there, where the system has one whatever is around.
pub fn desktop_opener() -> Option<&'static [&'static str]> {
    cfg!(target_os = "macos").then_some(&["open"])
}

/// Has a program be started out of reach of what the terminal's keys send.
pub fn detach(command: &mut Command) {
    command.process_group(0);
}

/// Leaves the job and the terminal's session, so that neither a hang-up nor the shell stops this process.
pub fn lead_session() {
    let _leads_already = setsid();
}

/// Goes on as another program of this name; returns only where that fails.
pub fn replace_by(command: &mut Command, name: &OsStr) -> io::Error {
    command.arg0(name).exec()
}

/// Returns the limit of addresses (`ulimit -v`), or of those that hold data (`ulimit -d`); `None` without one.
pub fn address_limit() -> Option<u64> {
    [Resource::As, Resource::Data].into_iter().filter_map(|resource| getrlimit(resource).current).min()
}
