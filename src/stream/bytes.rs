//! The bytes of a source, to be read again.

use std::{
    fs::File,
    io,
    iter::repeat_n,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::SystemTime,
};

use crate::platform;

/// So many bytes are looked at at a time.
const BLOCK_BYTES: usize = 1 << 20;

/// Where the bytes of a source are.
#[derive(Debug, Clone)]
pub(super) enum Bytes {
    /// In a file, which may have changed since it was opened.
    File(Arc<FileSnapshot>),
    /// In memory: blocks with the byte of the source at which each starts.
    Buffered(Vec<(u64, Arc<[u8]>)>),
}

/// An open file, and how it was when it was opened.
#[derive(Debug)]
pub(super) struct FileSnapshot {
    pub(super) file: File,
    length: u64,
    written: Option<SystemTime>,
    /// Whether something else was found in it than what was read.
    has_lost: AtomicBool,
}

impl FileSnapshot {
    pub(super) fn new(file: File) -> io::Result<Self> {
        let about = file.metadata()?;
        let written = about.modified().ok();
        Ok(Self { file, length: about.len(), written, has_lost: AtomicBool::new(false) })
    }

    /// How long it was.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// When it had been written to.
    pub(super) fn written(&self) -> Option<SystemTime> {
        self.written
    }

    /// Notes that what was read is not there any more.
    pub(super) fn lose(&self) {
        self.has_lost.store(true, Ordering::Relaxed);
    }

    pub(super) fn has_lost(&self) -> bool {
        self.has_lost.load(Ordering::Relaxed)
    }
}

impl Bytes {
    /// The text of so many bytes from this one on; `None` if they cannot be read any more.
    pub(super) fn text(&self, start: u64, length: usize) -> Option<String> {
        let bytes = match self {
            Self::File(held) => {
                let mut bytes = vec![0; length];
                platform::read_exact_at(&held.file, &mut bytes, start).ok()?;
                bytes
            }
            Self::Buffered(blocks) => {
                let place = blocks.partition_point(|(from, _)| *from <= start).checked_sub(1)?;
                let (from, block) = blocks.get(place)?;
                let at = usize::try_from(start - from).ok()?;
                block.get(at..at + length)?.to_vec()
            }
        };
        Some(text(bytes).0)
    }

    /// How many lines end before this byte; `None` if they cannot be read any more.
    pub(super) fn line_ends_before(&self, end: u64) -> Option<usize> {
        let ends = |bytes: &[u8]| memchr::memchr_iter(b'\n', bytes).count();
        match self {
            Self::File(held) => {
                let (mut at, mut lines, mut block) = (0, 0, vec![0; BLOCK_BYTES]);
                while at < end {
                    let room = usize::try_from(end - at).unwrap_or(BLOCK_BYTES).min(BLOCK_BYTES);
                    let read =
                        platform::read_at(&held.file, block.get_mut(..room)?, at).ok().filter(|&read| read > 0)?;
                    lines += ends(block.get(..read)?);
                    at += u64::try_from(read).ok()?;
                }
                Some(lines)
            }
            Self::Buffered(blocks) => {
                let before = blocks.iter().take_while(|(from, _)| *from < end);
                let of_block = |(from, block): &(u64, Arc<[u8]>)| {
                    let length = usize::try_from(end - from).unwrap_or(usize::MAX).min(block.len());
                    block.get(..length).map_or(0, ends)
                };
                Some(before.map(of_block).sum())
            }
        }
    }

    /// Notes that something else stands in the file than what was read.
    pub(super) fn lose(&self) {
        if let Self::File(held) = self {
            held.lose();
        }
    }
}

/// Bytes as text, with a `?` for each byte that is not UTF-8, so that no other byte changes its place; and where the
/// first of them is. Each byte is looked at twice at most.
pub(super) fn text(bytes: Vec<u8>) -> (String, Option<usize>) {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return (text, None),
        Err(error) => error,
    };
    let mut text = String::with_capacity(error.as_bytes().len());
    for chunk in error.as_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(repeat_n('?', chunk.invalid().len()));
    }
    (text, Some(error.utf8_error().valid_up_to()))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::text;

    #[test]
    fn what_is_not_utf8_changes_no_place() {
        assert_eq!(text(b"abc".to_vec()), ("abc".to_owned(), None));
        assert_eq!(text(b"a\xFFb\xE3\x81".to_vec()), ("a?b??".to_owned(), Some(1)));
    }

    #[test]
    fn a_text_of_which_nothing_is_utf8_is_repaired_in_one_go() {
        let wrong = vec![0x93; 4 << 20];
        let begun = Instant::now();
        assert_eq!(text(wrong), ("?".repeat(4 << 20), Some(0)));
        // Beginning again behind each of these bytes takes hours.
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    }
}
