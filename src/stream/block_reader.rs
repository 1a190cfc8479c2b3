//! What a timeline is read from, block by block: each ends where an event ends.

use std::{io, sync::Arc, time::Duration};

use super::{
    bytes::{Bytes, FileSnapshot},
    json_splitter::{JsonSplitter, Part},
    record_splitter::RecordSplitter,
    timeline_source::{FIRST_BLOCK_BYTES, TimelineSource},
};
use crate::{
    load::{Dialect, Format, RowSyntax, SourceFault, SourceLayout},
    model::ExtraFields,
};

/// Bytes of a block, as a rule.
const BLOCK_BYTES: usize = 1 << 20;
/// So many blocks are shorter: there is something to see when they have been read.
pub(super) const FIRST_BLOCKS: usize = 4;
/// An event is not longer than this; what looks like one is left out, and takes no more memory.
pub const MAX_EVENT_BYTES: usize = 1 << 20;
/// Where a value takes fewer bytes than this, it takes much more memory.
const BYTES_A_VALUE: usize = 8;
/// A border is found in so many bytes: a part of it may have been read before.
const BOUNDARY_BYTES: usize = 64;

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
    /// Whether so many values may stand in it that they take much more memory than their text while they are read.
    pub(super) fn is_dense(&self) -> bool {
        let (Content::Events(bytes) | Content::Part(bytes, _)) = &self.content else { return false };
        memchr::memchr3_iter(b',', b'=', b';', bytes).count() > bytes.len().max(FIRST_BLOCK_BYTES) / BYTES_A_VALUE
    }
}

/// What a block holds.
#[derive(Debug)]
pub(super) enum Content {
    /// Events, all of them whole.
    Events(Vec<u8>),
    /// The same, cut out of JSON that does not go by lines.
    Part(Vec<u8>, Part),
    /// A part of what is too long for an event.
    Oversized { bytes: Vec<u8>, is_first: bool },
}

/// What finds the places at which a source can be cut.
#[derive(Debug)]
enum Splitter {
    /// Ends of lines, or headers of tables.
    Native(Format),
    /// Ends of records of delimited text.
    Records(RecordSplitter),
    /// Ends of objects of JSON that does not go by lines.
    Json(JsonSplitter),
}

impl Splitter {
    /// That for a source that begins like this.
    fn of(layout: &SourceLayout, begin: &[u8]) -> Self {
        let format = match layout {
            SourceLayout::Native(format) => *format,
            SourceLayout::Rows(reader) => match reader.syntax() {
                RowSyntax::Delimited { dialect, .. } => return Self::Records(RecordSplitter::new(dialect)),
                RowSyntax::Objects => match reader.list_name() {
                    Some(list) => return Self::Json(JsonSplitter::of_list(list)),
                    None => Format::JsonLines,
                },
                RowSyntax::Log => {
                    return Self::Records(RecordSplitter::new(Dialect { has_quotes: false, ..Dialect::COMMA }));
                }
            },
        };
        if format.goes_by_lines(begin) { Self::Native(format) } else { Self::Json(JsonSplitter::default()) }
    }

    /// Goes on after so many bytes were dropped.
    fn drop_first(&mut self, length: usize) {
        if let Self::Json(splitter) = self {
            splitter.drop_first(length);
        }
    }
}

/// A source that is being read.
#[derive(Debug)]
pub(super) struct BlockReader {
    input: TimelineSource,
    held: Option<Arc<FileSnapshot>>,
    layout: SourceLayout,
    /// The names of fields that annalist does not know.
    fields: Arc<ExtraFields>,
    splitter: Splitter,
    /// What was read behind the last border.
    carry: Vec<u8>,
    /// How much of that is known to have no border.
    searched: usize,
    /// The byte at which it starts.
    at: u64,
    number: usize,
    is_over: bool,
    /// Whether what comes up to the next border belongs to something too long.
    is_skipping: bool,
}

impl BlockReader {
    /// A source that goes on from these bytes, which were read to find out its format.
    pub(super) fn new(input: TimelineSource, layout: SourceLayout, begin: Vec<u8>) -> io::Result<Self> {
        let held = match input.file()? {
            Some(file) => Some(Arc::new(FileSnapshot::new(file.try_clone()?)?)),
            // A pipe may have a name.
            None => None,
        };
        let splitter = Splitter::of(&layout, &begin);
        let fields = match &layout {
            SourceLayout::Native(_) => Arc::default(),
            SourceLayout::Rows(reader) => Arc::clone(reader.fields()),
        };
        let mut source = Self {
            input,
            held,
            layout,
            fields,
            splitter,
            carry: begin,
            searched: 0,
            at: 0,
            number: 0,
            is_over: false,
            is_skipping: false,
        };
        if source.carry.starts_with("\u{FEFF}".as_bytes()) {
            source.carry.drain(.."\u{FEFF}".len());
            source.at = 3;
        }
        Ok(source)
    }

    /// The open file; `None` for a pipe.
    pub(super) fn held(&self) -> Option<&Arc<FileSnapshot>> {
        self.held.as_ref()
    }

    /// How long it was when it was opened, in bytes; `None` for a pipe.
    pub(super) fn length(&self) -> Option<u64> {
        self.held.as_ref().map(|held| held.length())
    }

    /// Where it can be read again; an empty memory for a pipe.
    pub(super) fn bytes(&self) -> Bytes {
        self.held.clone().map_or(Bytes::Buffered(Vec::new()), Bytes::File)
    }

    /// What is to be said of how it became text.
    pub(super) fn told(&self) -> Option<&SourceFault> {
        self.input.told()
    }

    /// The names of fields that annalist does not know, as far as they have been read.
    pub(super) fn fields(&self) -> &Arc<ExtraFields> {
        &self.fields
    }

    /// How the source is laid out.
    pub(super) fn layout(&self) -> &SourceLayout {
        &self.layout
    }

    /// The next block; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Block>> {
        let wanted = if self.number < FIRST_BLOCKS { FIRST_BLOCK_BYTES } else { BLOCK_BYTES };
        loop {
            if self.is_over && self.carry.is_empty() {
                return Ok(None);
            }
            if self.is_skipping {
                if self.is_over || self.carry.len() > BOUNDARY_BYTES {
                    return Ok(Some(self.skip()));
                }
            } else if self.is_over || self.carry.len() >= wanted || self.has_paused() {
                if let Some(content) = self.whole_events() {
                    return Ok(Some(self.block(content)));
                }
                if self.carry.len() >= MAX_EVENT_BYTES + BOUNDARY_BYTES {
                    self.is_skipping = true;
                    let length = self.carry.len() - BOUNDARY_BYTES;
                    self.splitter.drop_first(length);
                    let bytes = self.take(length);
                    return Ok(Some(self.block(Content::Oversized { bytes, is_first: true })));
                }
            }
            self.read(wanted)?;
        }
    }

    /// What was read, up to where it can be parsed by itself.
    fn whole_events(&mut self) -> Option<Content> {
        let is_long = self.carry.len() >= MAX_EVENT_BYTES;
        if let Splitter::Json(splitter) = &mut self.splitter {
            splitter.scan(&self.carry);
            let part = splitter.part().or_else(|| is_long.then(|| splitter.part_by_lines(&self.carry)).flatten());
            let part = part.or_else(|| self.is_over.then(|| splitter.rest(self.carry.len())))?;
            splitter.cut(&part);
            return Some(Content::Part(self.take(part.length), part));
        }
        let border = if self.is_over { self.carry.len() } else { self.boundary()? };
        let bytes = self.take(border);
        self.searched = self.carry.len();
        Some(Content::Events(bytes))
    }

    /// The last border in what was read.
    fn boundary(&mut self) -> Option<usize> {
        let from = self.searched.saturating_sub(BOUNDARY_BYTES);
        let border = match &mut self.splitter {
            Splitter::Native(format) => {
                format.last_border(self.carry.get(from..).unwrap_or_default()).map(|border| from + border)
            }
            Splitter::Records(splitter) => {
                let is_long = self.carry.len() >= MAX_EVENT_BYTES + BOUNDARY_BYTES;
                splitter.border(&self.carry, false).or_else(|| splitter.border(&self.carry, is_long))
            }
            Splitter::Json(_) => None,
        };
        self.searched = self.carry.len();
        border.filter(|border| *border > 0)
    }

    /// Leaves out what belongs to something too long, as far as it has been read.
    fn skip(&mut self) -> Block {
        let border = match &mut self.splitter {
            Splitter::Native(format) => format.first_border(&self.carry),
            Splitter::Records(splitter) => splitter.line_end(&self.carry),
            Splitter::Json(splitter) => {
                splitter.scan(&self.carry);
                splitter.end_of_too_long(&self.carry).map(|part| {
                    splitter.cut(&part);
                    part.length
                })
            }
        };
        self.is_skipping = border.is_none() && !self.is_over;
        // The rest may be the beginning of a border.
        let kept = if self.is_skipping { BOUNDARY_BYTES } else { 0 };
        let length = border.unwrap_or(self.carry.len().saturating_sub(kept));
        if border.is_none() {
            self.splitter.drop_first(length);
        }
        let bytes = self.take(length);
        self.block(Content::Oversized { bytes, is_first: false })
    }

    /// Takes the first bytes off what was read.
    fn take(&mut self, length: usize) -> Vec<u8> {
        let after = self.carry.split_off(length);
        self.searched = 0;
        std::mem::replace(&mut self.carry, after)
    }

    fn block(&mut self, content: Content) -> Block {
        let (Content::Events(bytes) | Content::Part(bytes, _) | Content::Oversized { bytes, .. }) = &content;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let block = Block { number: self.number, start: self.at, content };
        self.number += 1;
        self.at += length;
        block
    }

    fn read(&mut self, wanted: usize) -> io::Result<()> {
        // A pipe gives no more at a time.
        let step = if self.held.is_some() {
            wanted.saturating_sub(self.carry.len()).max(FIRST_BLOCK_BYTES)
        } else {
            FIRST_BLOCK_BYTES
        };
        self.is_over = self.input.read_behind(&mut self.carry, step)? == 0;
        Ok(())
    }

    /// Whether a pipe has given all that it has for now: what is there is shown then.
    fn has_paused(&self) -> bool {
        self.held.is_none() && !self.carry.is_empty() && self.input.is_idle_for(Duration::ZERO)
    }
}
