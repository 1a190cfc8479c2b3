//! The terminal as a file that is written to, and its line discipline.

use std::io;
use std::os::fd::BorrowedFd;
use std::thread;
use std::time::Duration;

use rustix::io::Errno;
use rustix::termios::{
    ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, Termios, tcgetattr, tcsetattr,
};

/// Returns the terminal that is drawn on.
pub(super) fn tty() -> BorrowedFd<'static> {
    rustix::stdio::stdout()
}

/// Writes all of it to the terminal, in one call as far as the terminal takes it.
///
/// # Errors
///
/// The terminal has gone away.
pub fn write_terminal(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(tty(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Somebody has made the terminal non-blocking, and it is slow.
            Err(Errno::AGAIN) => thread::sleep(Duration::from_millis(1)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// What raw mode changes of a line discipline, as text for the guard.
///
/// The program itself leaves its line discipline to crossterm, which tells nobody what it keeps.
#[derive(Debug, Clone)]
pub struct TtyAttrs(String);

impl TtyAttrs {
    /// Returns what [`as_text`](Self::as_text) has written; `None` where the system has none.
    pub fn from_text(text: &str) -> Option<Self> {
        Some(Self(text.to_owned()))
    }

    /// Returns them as text.
    pub fn as_text(&self) -> &str {
        &self.0
    }

    /// Returns those of the terminal as it is; `None` if it has gone away.
    pub fn current() -> Option<Self> {
        let now = tcgetattr(tty()).ok()?;
        let (input, output) = (now.input_modes.bits(), now.output_modes.bits());
        let (control, local) = (now.control_modes.bits(), now.local_modes.bits());
        Some(Self(format!("{input}:{output}:{control}:{local}")))
    }

    /// Gives them back to the terminal. One that has gone away needs nothing.
    pub fn restore(&self) {
        if let Ok(mut attrs) = tcgetattr(tty())
            && self.apply_to(&mut attrs).is_some()
        {
            let _gone = tcsetattr(tty(), OptionalActions::Now, &attrs);
        }
    }

    /// Gives them back to a terminal that is still in raw mode: a shell that has it already has set it as it needs it.
    pub fn restore_from_raw(&self) {
        if tcgetattr(tty())
            .is_ok_and(|attrs| !attrs.local_modes.intersects(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG))
        {
            self.restore();
        }
    }

    /// Sets them; `None`, and nothing of use is set, where the text is something else.
    fn apply_to(&self, attrs: &mut Termios) -> Option<()> {
        let mut bits = self.0.split(':');
        attrs.input_modes = InputModes::from_bits_retain(bits.next()?.parse().ok()?);
        attrs.output_modes = OutputModes::from_bits_retain(bits.next()?.parse().ok()?);
        attrs.control_modes = ControlModes::from_bits_retain(bits.next()?.parse().ok()?);
        attrs.local_modes = LocalModes::from_bits_retain(bits.next()?.parse().ok()?);
        Some(())
    }
}
