//! Where the bytes come from: a file, or a pipe, which may take its time.

use std::{
    fs::File,
    io::{self, Read},
    os::fd::{AsFd, BorrowedFd},
    sync::Arc,
    time::{Duration, Instant},
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{bytes::FileSnapshot, foreign::Foreign, watch::Watch};
use crate::load::Format;

/// What is read.
#[derive(Debug)]
pub enum TimelineSource {
    /// A file.
    File(File),
    /// Standard input, which may never end.
    Pipe(io::Stdin),
}

/// Bytes of the first block, which is waited for; what is no text is known by them.
pub(super) const FIRST_BLOCK_BYTES: usize = 64 << 10;

impl TimelineSource {
    /// The beginning: all of it and `true` if it is no longer than so many bytes, else a part. Of a pipe no more than what
    /// comes within this time, if there is a limit; that may be nothing.
    ///
    /// # Errors
    ///
    /// It cannot be read, or it is no text.
    pub fn peek(&mut self, longest: u64, patience: Option<Duration>) -> io::Result<(Vec<u8>, bool)> {
        let longest = usize::try_from(longest).unwrap_or(usize::MAX);
        let length = self.file()?.map(File::metadata).transpose()?.map(|about| about.len());
        let is_long = length.is_some_and(|length| usize::try_from(length).is_ok_and(|length| length > longest));
        let wanted = if is_long { FIRST_BLOCK_BYTES } else { longest };
        let until = patience.filter(|_| length.is_none()).map(|patience| Instant::now() + patience);
        let mut begin = Vec::new();
        let mut is_looked_at = false;
        let is_whole = loop {
            let comes_too_late = |until: Instant| self.is_idle_for(until.saturating_duration_since(Instant::now()));
            if begin.len() > wanted || is_long && begin.len() == wanted || until.is_some_and(comes_too_late) {
                break false;
            }
            if self.read_behind(&mut begin, FIRST_BLOCK_BYTES)? == 0 {
                break true;
            }
            if !is_looked_at && begin.len() >= FIRST_BLOCK_BYTES {
                text(&begin)?;
                is_looked_at = true;
            }
        };
        if !is_looked_at {
            text(&begin)?;
        }
        Ok((begin, is_whole))
    }

    /// Goes on reading until there is something that can be parsed by itself, however long it takes; its format.
    ///
    /// # Errors
    ///
    /// It cannot be read, or it is no text.
    pub(super) fn wait(&mut self, name: &str, begin: &mut Vec<u8>) -> io::Result<Format> {
        loop {
            let format = Format::of(name, begin);
            let has_border = format.last_border(begin).is_some_and(|border| border > 0);
            if has_border || begin.len() >= FIRST_BLOCK_BYTES || self.read_behind(begin, FIRST_BLOCK_BYTES)? == 0 {
                text(begin)?;
                return Ok(format);
            }
        }
    }

    /// Watches the file of which these bytes are all; `None` for a pipe.
    ///
    /// # Errors
    ///
    /// It cannot be read again.
    pub fn watched(&self, all: &[u8]) -> io::Result<Option<Watch>> {
        let read = u64::try_from(all.len()).unwrap_or(u64::MAX);
        let held = |file: &File| Ok(Watch::new(Arc::new(FileSnapshot::new(file.try_clone()?)?), read));
        self.file()?.map(held).transpose()
    }

    /// The file, if it is one that ends and can be read again; a pipe may have a name.
    pub(super) fn file(&self) -> io::Result<Option<&File>> {
        match self {
            Self::File(file) if file.metadata()?.is_file() => Ok(Some(file)),
            Self::File(_) | Self::Pipe(_) => Ok(None),
        }
    }

    /// Reads at most so many bytes behind what has been read, and says how many; none at the end.
    pub(super) fn read_behind(&mut self, bytes: &mut Vec<u8>, most: usize) -> io::Result<usize> {
        let from = bytes.len();
        bytes.resize(from + most, 0);
        let room = bytes.get_mut(from..).unwrap_or_default();
        let read = loop {
            match self.read(room) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        bytes.truncate(from + *read.as_ref().unwrap_or(&0));
        read
    }

    /// Whether nothing comes within this time.
    pub(super) fn is_idle_for(&self, time: Duration) -> bool {
        let mut fds = [PollFd::new(self, PollFlags::IN)];
        poll(&mut fds, Timespec::try_from(time).ok().as_ref()) == Ok(0)
    }
}

/// Whether a source that begins like this is text.
fn text(begin: &[u8]) -> io::Result<()> {
    let first = begin.get(..begin.len().min(FIRST_BLOCK_BYTES)).unwrap_or_default();
    Foreign::of(first).map_or(Ok(()), |foreign| Err(io::Error::new(io::ErrorKind::InvalidData, foreign)))
}

impl Read for TimelineSource {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Pipe(stdin) => stdin.read(buffer),
        }
    }
}

impl AsFd for TimelineSource {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::File(file) => file.as_fd(),
            Self::Pipe(stdin) => stdin.as_fd(),
        }
    }
}
