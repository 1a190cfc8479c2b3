//! Where the bytes come from: a file, or a pipe, which may take its time.

use std::{
    fs::File,
    io::{self, Read},
    sync::Arc,
    time::{Duration, Instant},
};

use encoding_rs::Encoding;

use super::{
    bytes::{self, FileSnapshot},
    decode::{DecodedSource, Decoding},
    foreign::{self, Foreign},
    growing_file::GrowingFile,
    watch::Watch,
};
use crate::{
    load::{Format, ReadOptions, SourceFault, SourceLayout, SourceSample, UnmappedTable},
    messages::LocalizedText,
    platform,
};

/// What is read.
#[derive(Debug)]
pub enum TimelineSource {
    /// A file, from which events are read again when they are looked at.
    File(File),
    /// A file of which all bytes are kept, as it will be written to.
    Kept(File),
    /// A file that is read on as it grows, and never ends.
    Growing(GrowingFile),
    /// Standard input, which may never end.
    Pipe(io::Stdin),
    /// What a decoder makes of either.
    Decoded(DecodedSource),
}

/// A source may be packed, and what was packed be in another encoding.
const MAX_DECODINGS: usize = 4;
/// A pipe that has given some lines may give more to decide by within this time.
const MAX_SAMPLE_WAIT: Duration = Duration::from_millis(50);
/// So many parts of a file are looked at behind its beginning, each of so many bytes.
const PARTS: u64 = 17;
const PART_BYTES: usize = 16 << 10;
/// Bytes of the first block, which is waited for; what is no text is known by them.
pub(super) const FIRST_BLOCK_BYTES: usize = 64 << 10;

impl TimelineSource {
    /// The beginning: all of it and `true` if it is no longer than so many bytes, else a part. Of a pipe no more than what
    /// comes within this time, if there is a limit; that may be nothing.
    ///
    /// # Errors
    ///
    /// It cannot be read, or it is no text.
    pub fn peek(
        &mut self,
        longest: u64,
        patience: Option<Duration>,
        encoding: Option<&'static Encoding>,
    ) -> io::Result<(Vec<u8>, bool)> {
        let (mut begin, mut is_whole) = self.begin(longest, patience)?;
        for _ in 0..MAX_DECODINGS {
            if !self.decode(&mut begin, encoding)? {
                break;
            }
            (begin, is_whole) = self.begin(longest, patience)?;
        }
        Ok((begin, is_whole))
    }

    /// Lets a decoder make text of what is left of the source, if that is no text or in another encoding; whether it does.
    fn decode(&mut self, begin: &mut Vec<u8>, encoding: Option<&'static Encoding>) -> io::Result<bool> {
        let is_text = matches!(self, Self::Decoded(decoded) if decoded.is_text());
        let Some(decoding) = Decoding::of(begin, encoding).filter(|_| !is_text) else { return Ok(false) };
        let source = std::mem::replace(self, Self::Pipe(io::stdin()));
        *self = Self::Decoded(DecodedSource::new(std::mem::take(begin), source, decoding)?);
        Ok(true)
    }

    /// What is to be said of how it became text.
    pub fn told(&self) -> Option<&SourceFault> {
        match self {
            Self::Decoded(decoded) => decoded.told.as_ref(),
            Self::File(_) | Self::Kept(_) | Self::Growing(_) | Self::Pipe(_) => None,
        }
    }

    fn begin(&mut self, longest: u64, patience: Option<Duration>) -> io::Result<(Vec<u8>, bool)> {
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
    pub(super) fn wait(&mut self, name: &str, begin: &mut Vec<u8>, options: &ReadOptions) -> io::Result<SourceLayout> {
        loop {
            let has_border = self.has_enough(name, begin);
            if !begin.is_empty() && self.decode(begin, options.encoding)? {
                continue;
            }
            let is_enough = begin.len() >= FIRST_BLOCK_BYTES || has_border && self.is_idle_for(MAX_SAMPLE_WAIT);
            let is_over = !is_enough && self.read_behind(begin, FIRST_BLOCK_BYTES)? == 0;
            if is_enough || is_over {
                text(begin)?;
                return self.decide(name, begin, is_over, options);
            }
        }
    }

    /// How the source is laid out that begins like this; `None` of a pipe that has not given what could be shown.
    ///
    /// # Errors
    ///
    /// It cannot be read, or is a table that nothing is known of.
    pub fn layout(
        &self,
        name: &str,
        begin: &[u8],
        is_whole: bool,
        options: &ReadOptions,
    ) -> io::Result<Option<SourceLayout>> {
        if !is_whole && self.file()?.is_none() && !self.has_enough(name, begin) {
            return Ok(None);
        }
        self.decide(name, begin, is_whole, options).map(Some)
    }

    fn decide(&self, name: &str, begin: &[u8], is_whole: bool, options: &ReadOptions) -> io::Result<SourceLayout> {
        let unmapped = |table: UnmappedTable| {
            io::Error::new(io::ErrorKind::InvalidData, LocalizedText::new(|locale| table.told(locale)))
        };
        if let Some(why) = foreign::other_text(name, begin).filter(|_| options.input.is_none()) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, why));
        }
        let mut sample = sample(begin, is_whole);
        let kept = if let Self::Kept(file) = self { Some(file) } else { None };
        if let Some(file) = self.file()?.or(kept).filter(|_| !is_whole) {
            sample.more = further_parts(file, begin.len())?;
        }
        SourceLayout::of(name, &sample, options).map_err(unmapped)
    }

    /// Whether something can be shown of what begins like this: of what grows, more than a line that may be the header of a table.
    fn has_enough(&self, name: &str, begin: &[u8]) -> bool {
        let may_be_header =
            || !begin.trim_ascii_start().starts_with(b"{") && memchr::memchr_iter(b'\n', begin).nth(1).is_none();
        has_border(name, begin) && !(matches!(self, Self::Growing(_)) && may_be_header())
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
            Self::File(_) | Self::Kept(_) | Self::Growing(_) | Self::Pipe(_) | Self::Decoded(_) => Ok(None),
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
        match self {
            Self::File(file) | Self::Kept(file) => platform::is_idle_for(file, time),
            Self::Growing(file) => file.is_idle_for(time),
            Self::Pipe(stdin) => platform::is_idle_for(stdin, time),
            Self::Decoded(decoded) => decoded.is_idle_for(time),
        }
    }
}

/// Whether something can be shown of what begins like this.
fn has_border(name: &str, begin: &[u8]) -> bool {
    Format::of(name, begin).last_border(begin).or_else(|| Format::JsonLines.last_border(begin)).is_some_and(|at| at > 0)
}

/// The beginning of a source as text, up to where a line ends.
fn sample(begin: &[u8], is_whole: bool) -> SourceSample {
    let mark = "\u{FEFF}".as_bytes();
    let skipped = if begin.starts_with(mark) { mark.len() } else { 0 };
    let end = Some(begin.len()).filter(|_| is_whole).or_else(|| Format::JsonLines.last_border(begin));
    let begin = begin.get(skipped..end.unwrap_or(begin.len())).unwrap_or_default();
    SourceSample { begin: bytes::text(begin.to_vec()).0, skipped, more: Vec::new(), is_whole }
}

/// Parts of a file behind its beginning: some between, and the last, each from the beginning of a line.
fn further_parts(file: &File, begin: usize) -> io::Result<Vec<String>> {
    let (begin, length) = (u64::try_from(begin).unwrap_or(u64::MAX), file.metadata()?.len());
    let part = u64::try_from(PART_BYTES).unwrap_or(u64::MAX);
    let room = length.saturating_sub(begin).saturating_sub(part);
    let mut parts = Vec::new();
    for number in 1..=PARTS {
        let mut bytes = vec![0; PART_BYTES];
        let read = platform::read_at(file, &mut bytes, begin + room / PARTS * number)?;
        bytes.truncate(read);
        let (line, end) = (Format::JsonLines.first_border(&bytes), Format::JsonLines.last_border(&bytes));
        if let (Some(line), Some(end)) = (line, end) {
            let lines = bytes.get(line..end).unwrap_or_default();
            parts.push(bytes::text(lines.to_vec()).0);
        }
    }
    Ok(parts)
}

/// Whether a source that begins like this is text.
fn text(begin: &[u8]) -> io::Result<()> {
    let first = begin.get(..begin.len().min(FIRST_BLOCK_BYTES)).unwrap_or_default();
    let foreign = Foreign::of(first).filter(|foreign| !foreign.is_decoded());
    foreign.map_or(Ok(()), |foreign| {
        Err(io::Error::new(io::ErrorKind::InvalidData, LocalizedText::new(|locale| foreign.told(locale))))
    })
}

impl Read for TimelineSource {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) | Self::Kept(file) => platform::read_on(file, buffer),
            Self::Growing(file) => file.read(buffer),
            Self::Pipe(stdin) => stdin.read(buffer),
            Self::Decoded(decoded) => decoded.read(buffer),
        }
    }
}
