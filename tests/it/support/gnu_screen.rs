//! A program in GNU screen, in a terminal of its own.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::pty::{Program, command};

/// A session of its own. It is ended with the value.
pub(crate) struct GnuScreen {
    pub(crate) program: Program,
    _sockets: tempfile::TempDir,
}

impl GnuScreen {
    /// Runs a command line of a shell in a terminal of so many columns and rows. `None`, which is said, where there is no
    /// GNU screen.
    pub(crate) fn start(line: &str, size: (u16, u16)) -> Option<Self> {
        if let Err(error) = std::process::Command::new("screen").arg("-v").output() {
            eprintln!("SKIPPED: GNU screen cannot be run: {error}");
            return None;
        }
        let sockets = tempfile::tempdir().unwrap();
        fs::set_permissions(sockets.path(), fs::Permissions::from_mode(0o700)).unwrap();
        let command = command("screen").env("SCREENDIR", sockets.path()).env_remove("STY").env_remove("TMUX");
        let program = Program::start_in(command.args(["-c", "/dev/null", "sh", "-c", line]), size, b"");
        Some(Self { program, _sockets: sockets })
    }
}
