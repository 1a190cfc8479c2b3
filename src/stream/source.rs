//! What a timeline is read from, block by block: each ends where an event ends.

use std::{io, sync::Arc, time::Duration};

use super::{
    bytes::{Bytes, Held},
    input::{FIRST, Input},
};
use crate::load::Format;

/// Bytes of a block, as a rule.
const BLOCK: usize = 2 << 20;
/// An event is not longer than this; what looks like one is left out, and takes no more memory.
pub const LONGEST: usize = 16 << 20;
/// A border is found in so many bytes: a part of it may have been read before.
const BORDER: usize = 64;

/// A block of a source.
#[derive(Debug)]
pub(super) struct Block {
    /// Its place among all blocks, from 0.
    pub(super) number: usize,
    /// The byte at which it starts.
    pub(super) start: u64,
    pub(super) content: Content,
}

impl Block {
    /// Whether it is much longer than blocks are.
    pub(super) fn is_long(&self) -> bool {
        matches!(&self.content, Content::Events(bytes) if bytes.len() > 2 * BLOCK)
    }
}

/// What a block holds.
#[derive(Debug)]
pub(super) enum Content {
    /// Events, all of them whole.
    Events(Vec<u8>),
    /// A part of what is too long for an event, which has this length and so many lines.
    TooLong { length: u64, lines: usize, is_first: bool },
}

/// A source that is being read.
#[derive(Debug)]
pub(super) struct Source {
    input: Input,
    held: Option<Arc<Held>>,
    pub(super) format: Format,
    /// What was read behind the last border.
    rest: Vec<u8>,
    /// How much of that is known to have no border.
    searched: usize,
    /// The byte at which it starts.
    at: u64,
    number: usize,
    is_over: bool,
    /// Whether what comes up to the next border belongs to something too long.
    is_skipping: bool,
}

impl Source {
    /// A source that goes on from these bytes, which were read to find out its format.
    pub(super) fn new(input: Input, format: Format, begin: Vec<u8>) -> io::Result<Self> {
        let held = match input.file()? {
            Some(file) => Some(Arc::new(Held::new(file.try_clone()?)?)),
            // A pipe may have a name.
            None => None,
        };
        let mut source = Self {
            input,
            held,
            format,
            rest: begin,
            searched: 0,
            at: 0,
            number: 0,
            is_over: false,
            is_skipping: false,
        };
        if source.rest.starts_with("\u{FEFF}".as_bytes()) {
            source.rest.drain(.."\u{FEFF}".len());
            source.at = 3;
        }
        Ok(source)
    }

    /// The open file; `None` for a pipe.
    pub(super) fn held(&self) -> Option<&Arc<Held>> {
        self.held.as_ref()
    }

    /// How long it was when it was opened, in bytes; `None` for a pipe.
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
            if self.is_over && self.rest.is_empty() {
                return Ok(None);
            }
            if self.is_skipping {
                if self.is_over || self.rest.len() > BORDER {
                    return Ok(Some(self.skip()));
                }
            } else if self.is_over || self.rest.len() >= wanted || self.has_paused() {
                if let Some(border) = self.border() {
                    return Ok(Some(self.cut(border)));
                }
                if self.rest.len() >= LONGEST {
                    self.is_skipping = true;
                    return Ok(Some(self.too_long(self.rest.len() - BORDER, true)));
                }
            }
            self.read(wanted)?;
        }
    }

    /// Up to where what was read can be parsed by itself.
    fn border(&mut self) -> Option<usize> {
        if self.is_over {
            return Some(self.rest.len());
        }
        let from = self.searched.saturating_sub(BORDER);
        let border = self.format.last_border(self.rest.get(from..).unwrap_or_default()).map(|border| from + border);
        self.searched = self.rest.len();
        border.filter(|border| *border > 0)
    }

    fn cut(&mut self, border: usize) -> Block {
        let after = self.rest.split_off(border);
        let bytes = std::mem::replace(&mut self.rest, after);
        self.searched = self.rest.len();
        self.block(u64::try_from(border).unwrap_or(u64::MAX), Content::Events(bytes))
    }

    /// Leaves out what belongs to something too long, as far as it has been read.
    fn skip(&mut self) -> Block {
        let border = self.format.first_border(&self.rest);
        self.is_skipping = border.is_none() && !self.is_over;
        // The rest may be the beginning of a border.
        let kept = if self.is_skipping { BORDER } else { 0 };
        self.too_long(border.unwrap_or(self.rest.len().saturating_sub(kept)), false)
    }

    fn too_long(&mut self, length: usize, is_first: bool) -> Block {
        let after = self.rest.split_off(length);
        let bytes = std::mem::replace(&mut self.rest, after);
        let lines = memchr::memchr_iter(b'\n', &bytes).count();
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        self.searched = 0;
        self.block(length, Content::TooLong { length, lines, is_first })
    }

    fn block(&mut self, length: u64, content: Content) -> Block {
        let block = Block { number: self.number, start: self.at, content };
        self.number += 1;
        self.at += length;
        block
    }

    fn read(&mut self, wanted: usize) -> io::Result<()> {
        // A pipe gives no more at a time.
        let step = if self.held.is_some() { wanted.saturating_sub(self.rest.len()).max(FIRST) } else { FIRST };
        self.is_over = self.input.read_behind(&mut self.rest, step)? == 0;
        Ok(())
    }

    /// Whether a pipe has given all that it has for now: what is there is shown then.
    fn has_paused(&self) -> bool {
        self.held.is_none() && !self.rest.is_empty() && self.input.gives_nothing_for(Duration::ZERO)
    }
}
