//! This process, and those that it starts.

use std::{
    ffi::OsStr,
    io,
    os::windows::process::CommandExt,
    process::{Child, Command},
};

/// The variable that names the user's home.
pub const HOME: &str = "USERPROFILE";

/// `CREATE_NEW_PROCESS_GROUP`.
const NEW_GROUP: u32 = 0x200;

/// Returns the program that opens what it is given.
pub fn desktop_opener() -> Option<&'static [&'static str]> {
    Some(&["explorer"])
}

/// Starts a program.
///
/// # Errors
///
/// It cannot be started.
pub fn spawn(command: &mut Command) -> io::Result<Child> {
    command.spawn()
}

/// Has a program be started out of reach of a Ctrl-c.
pub fn detach(command: &mut Command) {
    command.creation_flags(NEW_GROUP);
}

/// Does nothing: there is no session to leave.
pub fn lead_session() {}

/// Returns that no program can take this one's place.
pub fn replace_by(_command: &mut Command, _name: &OsStr) -> io::Error {
    io::ErrorKind::Unsupported.into()
}

/// Returns that no limit is known.
pub fn address_limit() -> Option<u64> {
    None
}
