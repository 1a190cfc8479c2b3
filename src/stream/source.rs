//! What a timeline is read from, block by block: each ends where an event ends.

use std::{
    fs::File,
    io::{self, Read},
    os::fd::AsFd,
    sync::Arc,
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::bytes::{Bytes, Held};
use crate::load::Format;

/// What is read.
#[derive(Debug)]
pub enum Input {
    /// A file.
    File(File),
    /// Standard input, which may never end.
    Pipe(io::Stdin),
}

/// Bytes of a block, as a rule.
const BLOCK: usize = 2 << 20;
/// Bytes of the first block, which is waited for.
const FIRST: usize = 64 << 10;
/// An event is not so long; what looks like one is taken for what it is, whatever that may be.
const LONGEST: usize = 64 << 20;

/// A block of a source.
#[derive(Debug)]
pub(super) struct Block {
    /// Its place among all blocks, from 0.
    pub(super) number: usize,
    /// The byte at which it starts.
    pub(super) start: u64,
    pub(super) bytes: Vec<u8>,
}

/// A source that is being read.
#[derive(Debug)]
pub(super) struct Source {
    input: Input,
    held: Option<Arc<Held>>,
    pub(super) format: Format,
    /// What was read behind the last border.
    rest: Vec<u8>,
    /// The byte at which that starts.
    at: u64,
    number: usize,
    is_over: bool,
}

impl Source {
    /// A source that goes on from these bytes, which were read to find out its format.
    pub(super) fn new(input: Input, format: Format, begin: Vec<u8>) -> io::Result<Self> {
        let held = match &input {
            Input::File(file) if file.metadata()?.is_file() => Some(Arc::new(Held::new(file.try_clone()?)?)),
            // A pipe may have a name.
            Input::File(_) | Input::Pipe(_) => None,
        };
        let mut source = Self { input, held, format, rest: begin, at: 0, number: 0, is_over: false };
        if source.rest.starts_with("\u{FEFF}".as_bytes()) {
            source.rest.drain(.."\u{FEFF}".len());
            source.at = 3;
        }
        Ok(source)
    }

    /// How long it is, in bytes; `None` for a pipe.
    pub(super) fn length(&self) -> Option<u64> {
        self.held.as_ref().map(|held| held.length())
    }

    /// Where it can be read again; an empty memory for a pipe.
    pub(super) fn bytes(&self) -> Bytes {
        self.held.clone().map_or(Bytes::Kept(Vec::new()), Bytes::File)
    }

    /// The next block; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Block>> {
        let wanted = if self.number == 0 { FIRST } else { BLOCK };
        loop {
            let is_due = self.is_over || self.rest.len() >= wanted || self.has_paused();
            let border = if self.is_over || self.rest.len() > LONGEST {
                Some(self.rest.len())
            } else if is_due {
                self.format.last_border(&self.rest).filter(|border| *border > 0)
            } else {
                None
            };
            if let Some(border) = border {
                if self.rest.is_empty() {
                    return Ok(None);
                }
                let after = self.rest.split_off(border);
                let bytes = std::mem::replace(&mut self.rest, after);
                let block = Block { number: self.number, start: self.at, bytes };
                self.number += 1;
                self.at += u64::try_from(border).unwrap_or(u64::MAX);
                return Ok(Some(block));
            }
            self.read(wanted)?;
        }
    }

    fn read(&mut self, wanted: usize) -> io::Result<()> {
        let from = self.rest.len();
        let step = wanted.saturating_sub(from).max(FIRST);
        self.rest.resize(from + step, 0);
        let room = self.rest.get_mut(from..).unwrap_or_default();
        let read = loop {
            match self.input.read(room) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.rest.truncate(from + *read.as_ref().unwrap_or(&0));
        self.is_over = read? == 0;
        Ok(())
    }

    /// Whether a pipe has given all that it has for now: what is there is shown then.
    fn has_paused(&self) -> bool {
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        self.held.is_none() && !self.rest.is_empty() && self.input.gives_nothing_for(&now)
    }
}

/// A pipe that gives nothing for so long has given what there is to see at first.
const PAUSE: Timespec = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };

impl Input {
    /// The beginning: all of it and `true` if it is no longer than so many bytes, else a part. Of a pipe that pauses, what
    /// has come so far.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub fn begin(&mut self, longest: u64) -> io::Result<(Vec<u8>, bool)> {
        let mut begin = Vec::new();
        if let Self::File(file) = self
            && file.metadata()?.is_file()
        {
            let is_whole = file.metadata()?.len() <= longest;
            let wanted = if is_whole { longest } else { FIRST as u64 };
            file.take(wanted).read_to_end(&mut begin)?;
            return Ok((begin, is_whole));
        }
        let longest = usize::try_from(longest).unwrap_or(usize::MAX);
        loop {
            let from = begin.len();
            if from > longest || from > 0 && self.gives_nothing_for(&PAUSE) {
                return Ok((begin, false));
            }
            begin.resize(from + FIRST, 0);
            let read = self.read(begin.get_mut(from..).unwrap_or_default());
            begin.truncate(from + *read.as_ref().unwrap_or(&0));
            match read {
                Ok(0) => return Ok((begin, true)),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn gives_nothing_for(&self, time: &Timespec) -> bool {
        let mut fds = [PollFd::new(self, PollFlags::IN)];
        poll(&mut fds, Some(time)) == Ok(0)
    }
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Pipe(stdin) => stdin.read(buffer),
        }
    }
}

impl AsFd for Input {
    fn as_fd(&self) -> std::os::fd::BorrowedFd<'_> {
        match self {
            Self::File(file) => file.as_fd(),
            Self::Pipe(stdin) => stdin.as_fd(),
        }
    }
}
