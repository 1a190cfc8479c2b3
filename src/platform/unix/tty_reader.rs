//! Waits for the terminal's bytes and for wake-ups from other threads.
//!
//! What the bytes mean is not known here.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use crate::messages::{LocalizedText, system};

/// The most bytes of one read: where fewer came, there were no more.
pub const READ_SIZE: usize = 4096;

/// Wakes a session that waits for input, from any thread.
///
/// A wake-up is remembered until the next wait.
#[derive(Debug, Clone)]
pub struct Waker(Arc<UnixStream>);

impl Waker {
    /// Ends the present or the next wait of the session.
    ///
    /// Its batch is empty if there is no input. Send the message first, then wake.
    pub fn wake(&self) {
        // It fails when so many wake-ups wait that one more says nothing new, or when the session has ended.
        let _known = (&*self.0).write(&[0]);
    }
}

/// What ended a wait.
#[derive(Debug, PartialEq, Eq)]
pub enum Wakeup {
    /// The terminal has sent something.
    Readable,
    /// A [`Waker`] has been used.
    Waker,
    /// The time is over.
    Timeout,
}

/// Where the terminal is read.
#[derive(Debug)]
enum TtyInput {
    Stdin,
    /// The controlling terminal.
    Tty(File),
}

impl AsFd for TtyInput {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Stdin => rustix::stdio::stdin(),
            Self::Tty(file) => file.as_fd(),
        }
    }
}

/// The input of the terminal.
#[derive(Debug)]
pub struct TtyReader {
    input: TtyInput,
    wakes: UnixStream,
    waker: Waker,
}

impl TtyReader {
    /// Opens standard input, or the controlling terminal where that is none.
    ///
    /// # Errors
    ///
    /// There is no terminal, or the system cannot wait for the controlling one; macOS is said to be so.
    pub fn open() -> io::Result<Self> {
        let input = if io::stdin().is_terminal() {
            TtyInput::Stdin
        } else {
            let without = |error: io::Error| io::Error::new(error.kind(), LocalizedText::of(system::no_keys));
            TtyInput::Tty(File::open("/dev/tty").map_err(without)?)
        };
        let mut polled = [PollFd::new(&input, PollFlags::IN)];
        poll(&mut polled, Some(&Timespec::default()))?;
        if polled.iter().any(|one| one.revents().contains(PollFlags::NVAL)) {
            let message = LocalizedText::of(system::no_keys_beside_pipe);
            return Err(io::Error::new(io::ErrorKind::Unsupported, message));
        }
        let (wakes, waker) = UnixStream::pair()?;
        wakes.set_nonblocking(true)?;
        waker.set_nonblocking(true)?;
        Ok(Self { input, wakes, waker: Waker(Arc::new(waker)) })
    }

    /// Returns a handle that ends a wait.
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Waits for bytes or a wake-up, of which bytes come first.
    ///
    /// `None` waits without end.
    ///
    /// # Errors
    ///
    /// The terminal has gone away.
    pub fn wait(&self, time: Option<Duration>) -> io::Result<Wakeup> {
        // A time too long to be told is no limit.
        let time = time.and_then(|time| Timespec::try_from(time).ok());
        let [readable, woken] = loop {
            let mut polled = [PollFd::new(&self.input, PollFlags::IN), PollFd::new(&self.wakes, PollFlags::IN)];
            match poll(&mut polled, time.as_ref()) {
                Ok(0) => return Ok(Wakeup::Timeout),
                Ok(_) => break polled.map(|one| !one.revents().is_empty()),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        };
        if readable {
            return Ok(Wakeup::Readable);
        }
        if woken {
            // As many as wait are one.
            while matches!((&self.wakes).read(&mut [0; 64]), Ok(1..)) {}
        }
        Ok(Wakeup::Waker)
    }

    /// Reads what is there, or comes in this time.
    ///
    /// Nothing if nothing does, or another thread was first.
    ///
    /// # Errors
    ///
    /// The terminal has gone away.
    pub fn read<'a>(&self, time: Duration, buffer: &'a mut [u8; READ_SIZE]) -> io::Result<&'a [u8]> {
        let mut polled = [PollFd::new(&self.input, PollFlags::IN)];
        match poll(&mut polled, Timespec::try_from(time).ok().as_ref()) {
            Ok(0) | Err(Errno::INTR) => return Ok(&[]),
            Ok(_) => {}
            Err(error) => return Err(error.into()),
        }
        match rustix::io::read(&self.input, buffer.as_mut_slice()) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => Ok(buffer.get(..count).unwrap_or_default()),
            // Another program has read it, or a signal came first.
            Err(Errno::AGAIN | Errno::INTR) => Ok(&[]),
            Err(error) => Err(error.into()),
        }
    }
}
