//! A second process of the program, which gives the terminal back where the program cannot do so itself any more: killed, or
//! aborted for want of memory. It sleeps until the pipe from the program ends.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};

use rustix::process::setsid;
use rustix::termios::{
    ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, Termios, tcgetattr, tcsetattr,
};

use super::modes;
use super::output::{tty, write_all};

/// What the second process is started with, before the line discipline to give back.
const WORD: &str = "--give-the-terminal-back";
/// What the program tells it: that the terminal is taken, or given back.
const TAKEN: u8 = b'1';
const GIVEN_BACK: u8 = b'0';

const MESSAGE: &str =
    "annalist: ended from outside, or for want of memory (see --memory); the terminal has been given back\r\n";

/// The guard, as the program sees it.
#[derive(Debug)]
pub(super) struct Guard {
    child: Child,
    pipe: ChildStdin,
}

impl Guard {
    /// Starts the guard of a terminal that was found like this. It does nothing until it is [told](Self::tell) to.
    pub(super) fn start(found: &Termios) -> io::Result<Self> {
        let mut child = Command::new(env::current_exe()?)
            .args([WORD, &written(found)])
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .current_dir("/")
            .spawn()?;
        let pipe = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Self { child, pipe })
    }

    /// Tells whether the terminal is taken.
    pub(super) fn tell(&mut self, is_taken: bool) {
        // One that has been killed cannot be helped.
        let _gone = self.pipe.write_all(&[if is_taken { TAKEN } else { GIVEN_BACK }]);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // It may have gone before; in any case nothing of it stays behind.
        let _gone = self.child.kill();
        let _waited = self.child.wait();
    }
}

/// Stands guard, if this process was started to do that, until the program has ended; `false` if it was not.
pub fn stand_guard() -> bool {
    let mut arguments = env::args_os().skip(1);
    if arguments.next().as_deref() != Some(OsStr::new(WORD)) {
        return false;
    }
    // Out of the job, so that neither a hang-up nor the shell's taking of the terminal stops it.
    let _leads_already = setsid();
    // A program that ends before it has told anything has given the terminal back.
    let (mut told, mut is_taken) = ([0; 64], false);
    loop {
        match io::stdin().read(&mut told) {
            Ok(0) => break,
            Ok(count) => is_taken = told.get(count - 1) == Some(&TAKEN),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    if is_taken {
        let found = arguments.next();
        give_back(found.as_deref().and_then(OsStr::to_str).unwrap_or_default());
    }
    true
}

fn give_back(found: &str) {
    // A shell that has the terminal already has set it as it needs it.
    if let Ok(mut line) = tcgetattr(tty())
        && !line.local_modes.intersects(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
        && restore(&mut line, found).is_some()
    {
        let _gone = tcsetattr(tty(), OptionalActions::Now, &line);
    }
    let _gone = write_all((modes::leave() + MESSAGE).as_bytes());
}

/// What the raw mode changes of a line discipline, as text.
fn written(line: &Termios) -> String {
    let bits = (line.input_modes.bits(), line.output_modes.bits(), line.control_modes.bits(), line.local_modes.bits());
    format!("{}:{}:{}:{}", bits.0, bits.1, bits.2, bits.3)
}

/// The way back from [`written`]; `None` where it is something else.
fn restore(line: &mut Termios, written: &str) -> Option<()> {
    let mut bits = written.split(':');
    line.input_modes = InputModes::from_bits_retain(bits.next()?.parse().ok()?);
    line.output_modes = OutputModes::from_bits_retain(bits.next()?.parse().ok()?);
    line.control_modes = ControlModes::from_bits_retain(bits.next()?.parse().ok()?);
    line.local_modes = LocalModes::from_bits_retain(bits.next()?.parse().ok()?);
    Some(())
}
