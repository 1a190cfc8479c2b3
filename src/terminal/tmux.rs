//! The clipboard of tmux.
//!
//! It hears no application's OSC 52 unless it is told to (`set-clipboard`).

use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::platform;

/// How long tmux may take; what takes longer goes on, and nothing is said of it.
const TMUX_TIMEOUT: Duration = Duration::from_millis(500);

/// Returns whether the program runs in tmux.
pub(super) fn is_around() -> bool {
    env::var_os("TMUX").is_some_and(|socket| !socket.is_empty())
}

/// Puts a text into a buffer of tmux, and so on the clipboard of its terminal.
///
/// Returns whether tmux has said in time that it is there.
pub(super) fn store(text: &str) -> bool {
    let (done, stored) = mpsc::channel();
    let text = text.to_owned();
    let load = move || {
        // Versions before 3.2 know no `-w`, and have the buffer only.
        let is_stored = load(&["load-buffer", "-w", "-"], &text).is_ok_and(|stored| stored)
            || load(&["load-buffer", "-"], &text).is_ok_and(|stored| stored);
        // The receiver may wait no longer.
        let _late = done.send(is_stored);
    };
    let started = thread::Builder::new().name("tmux".to_owned()).spawn(load);
    started.is_ok() && stored.recv_timeout(TMUX_TIMEOUT).unwrap_or(false)
}

fn load(arguments: &[&str], text: &str) -> io::Result<bool> {
    let mut command = Command::new("tmux");
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut tmux = platform::spawn(&mut command)?;
    let written = tmux.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    let status = tmux.wait()?;
    Ok(written.is_ok() && status.success())
}
