//! A program in GNU screen.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use super::pty::{Program, command};

/// A session of its own, in a terminal. It is ended with the value.
pub(crate) struct GnuScreen {
    /// The terminal in which it is shown.
    pub(crate) program: Program,
    folder: tempfile::TempDir,
}

impl GnuScreen {
    /// Runs a command line of a shell, by this configuration, in a terminal of so many columns and rows. `None`, which is
    /// said, where there is no GNU screen.
    pub(crate) fn start(line: &str, config: &str, size: (u16, u16)) -> Option<Self> {
        if let Err(error) = Command::new("screen").arg("-v").output() {
            eprintln!("SKIPPED: GNU screen cannot be run: {error}");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        // It refuses sockets where others could reach them.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        let file = folder.path().join("screenrc");
        fs::write(&file, config).unwrap();
        let command = command("screen").env("SCREENDIR", folder.path()).env_remove("STY").env_remove("TMUX");
        let program = Program::start_in(command.arg("-c").arg(file).args(["sh", "-c", line]), size, b"");
        Some(Self { program, folder })
    }
}

impl Drop for GnuScreen {
    fn drop(&mut self) {
        let mut quit = Command::new("screen");
        let _ended = quit.env("SCREENDIR", self.folder.path()).env_remove("STY").args(["-X", "quit"]).output();
    }
}
