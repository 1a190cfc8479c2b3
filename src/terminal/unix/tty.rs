//! The terminal as a file that is written to.

use std::io;
use std::os::fd::BorrowedFd;
use std::thread;
use std::time::Duration;

use rustix::io::Errno;

/// Returns the terminal that is drawn on.
pub(super) fn tty() -> BorrowedFd<'static> {
    rustix::stdio::stdout()
}

/// Writes all of it, in one call as far as the terminal takes it.
///
/// # Errors
///
/// The terminal has gone away.
pub(in crate::terminal) fn write_all(mut bytes: &[u8]) -> io::Result<()> {
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
