//! A program in tmux.

use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use super::pty::{Program, command};

/// A server of its own. It is ended with the value.
pub(crate) struct Tmux(tempfile::TempDir);

impl Tmux {
    /// Runs a command line in a terminal of 120 columns and 40 rows. `None`, which is said, where there is no tmux.
    pub(crate) fn start(line: &str) -> Option<Self> {
        let tmux = Self(tempfile::tempdir().unwrap());
        let size = ["-x", "120", "-y", "40"];
        let started = tmux.command().args(["-f", "/dev/null", "new-session", "-d"]).args(size).arg(line).status();
        match started {
            Ok(status) => assert!(status.success(), "{status}"),
            Err(error) => {
                eprintln!("SKIPPED: tmux cannot be run: {error}");
                return None;
            }
        }
        Some(tmux)
    }

    fn socket(&self) -> PathBuf {
        self.0.path().join("socket")
    }

    /// A client of it in a terminal of so many columns and rows: what is pressed and clicked there is passed on to the program.
    pub(crate) fn attach(&self, size: (u16, u16)) -> Program {
        let client = command("tmux").env_remove("TMUX").arg("-S").arg(self.socket()).arg("attach");
        Program::start_in(client, size, b"")
    }

    fn command(&self) -> Command {
        let mut command = Command::new("tmux");
        command.env_remove("TMUX").env("LANG", "C.UTF-8").env("TERM", "xterm-256color");
        command.arg("-S").arg(self.socket());
        command
    }

    /// Gives tmux a command; what it prints.
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        let output = self.command().args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Waits until the screen meets the condition.
    pub(crate) fn wait(&self, condition: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let screen = self.run(&["capture-pane", "-p"]);
            if condition(&screen) {
                return;
            }
            assert!(Instant::now() < deadline, "in vain:\n{screen}");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ended = self.command().arg("kill-server").output();
    }
}
