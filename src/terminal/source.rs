//! Waits for the terminal's bytes and for wake-ups from other threads. What the bytes mean is not known here.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

/// The most bytes that are read at once: where fewer came, there were no more.
pub(super) const PORTION: usize = 4096;

/// Wakes a session that waits for input, from any thread. A wake-up is remembered until the next wait.
#[derive(Debug, Clone)]
pub struct Waker(Arc<UnixStream>);

impl Waker {
    /// Ends the present or the next wait of the session, with an empty batch if there is no input.
    ///
    /// Send the message first, then wake.
    pub fn wake(&self) {
        // It fails when so many wake-ups wait that one more says nothing new, or when the session has ended.
        let _known = (&*self.0).write(&[0]);
    }
}

/// What ended a wait.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// The terminal has sent something.
    Bytes,
    /// A [`Waker`] has been used.
    Wake,
    /// The time is over.
    Nothing,
}

/// Where the terminal is read.
#[derive(Debug)]
enum Keyboard {
    Stdin,
    /// The controlling terminal.
    Tty(File),
}

impl AsFd for Keyboard {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Stdin => rustix::stdio::stdin(),
            Self::Tty(file) => file.as_fd(),
        }
    }
}

/// The input of the terminal: standard input, or the controlling terminal if that is a file or a pipe.
#[derive(Debug)]
pub(super) struct Source {
    keyboard: Keyboard,
    wakes: UnixStream,
    waker: Waker,
}

impl Source {
    /// Fails where the system cannot wait for the controlling terminal and standard input is none; macOS is said to be so.
    pub(super) fn open() -> io::Result<Self> {
        let keyboard = if io::stdin().is_terminal() {
            Keyboard::Stdin
        } else {
            let without = |error: io::Error| {
                let message =
                    "keys cannot be read: standard input is no terminal, and the program has no controlling terminal";
                io::Error::new(error.kind(), message)
            };
            Keyboard::Tty(File::open("/dev/tty").map_err(without)?)
        };
        let mut polled = [PollFd::new(&keyboard, PollFlags::IN)];
        poll(&mut polled, Some(&Timespec::default()))?;
        if polled.iter().any(|one| one.revents().contains(PollFlags::NVAL)) {
            let message = "keys cannot be read here while standard input is a file or a pipe";
            return Err(io::Error::new(io::ErrorKind::Unsupported, message));
        }
        let (wakes, waker) = UnixStream::pair()?;
        wakes.set_nonblocking(true)?;
        waker.set_nonblocking(true)?;
        Ok(Self { keyboard, wakes, waker: Waker(Arc::new(waker)) })
    }

    pub(super) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Waits, at most so long if a time is given. Bytes come before wake-ups. An error means that the terminal has gone.
    pub(super) fn wait(&self, time: Option<Duration>) -> io::Result<Said> {
        // A time too long to be told is no limit.
        let time = time.and_then(|time| Timespec::try_from(time).ok());
        let [keyboard, wakes] = loop {
            let mut polled = [PollFd::new(&self.keyboard, PollFlags::IN), PollFd::new(&self.wakes, PollFlags::IN)];
            match poll(&mut polled, time.as_ref()) {
                Ok(0) => return Ok(Said::Nothing),
                Ok(_) => break polled.map(|one| !one.revents().is_empty()),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        };
        if keyboard {
            return Ok(Said::Bytes);
        }
        if wakes {
            // As many as wait are one.
            while matches!((&self.wakes).read(&mut [0; 64]), Ok(1..)) {}
        }
        Ok(Said::Wake)
    }

    /// Reads what is there, after waiting for it at most so long; nothing if nothing has come, or another thread was first.
    /// An error means that the terminal has gone.
    pub(super) fn read<'a>(&self, time: Duration, buffer: &'a mut [u8; PORTION]) -> io::Result<&'a [u8]> {
        let mut polled = [PollFd::new(&self.keyboard, PollFlags::IN)];
        match poll(&mut polled, Timespec::try_from(time).ok().as_ref()) {
            Ok(0) | Err(Errno::INTR) => return Ok(&[]),
            Ok(_) => {}
            Err(error) => return Err(error.into()),
        }
        match rustix::io::read(&self.keyboard, buffer.as_mut_slice()) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => Ok(buffer.get(..count).unwrap_or_default()),
            // Another program has read it, or a signal came first.
            Err(Errno::AGAIN | Errno::INTR) => Ok(&[]),
            Err(error) => Err(error.into()),
        }
    }
}
