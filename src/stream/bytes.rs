//! The bytes of a source, to be read again.

use std::{fs::File, io, os::unix::fs::FileExt, sync::Arc, time::SystemTime};

/// Where the bytes of a source are.
#[derive(Debug, Clone)]
pub(super) enum Bytes {
    /// In a file, which must not have changed since it was opened.
    File(Arc<Held>),
    /// In memory: blocks with the byte of the source at which each starts.
    Kept(Vec<(u64, Arc<[u8]>)>),
}

/// An open file as it was when it was opened.
#[derive(Debug)]
pub(super) struct Held {
    file: File,
    length: u64,
    changed: Option<SystemTime>,
}

impl Held {
    pub(super) fn new(file: File) -> io::Result<Self> {
        let about = file.metadata()?;
        Ok(Self { file, length: about.len(), changed: about.modified().ok() })
    }

    pub(super) fn length(&self) -> u64 {
        self.length
    }

    fn is_unchanged(&self) -> bool {
        self.file.metadata().is_ok_and(|about| about.len() == self.length && about.modified().ok() == self.changed)
    }
}

impl Bytes {
    /// The text of so many bytes from this one on; `None` if they cannot be read any more.
    pub(super) fn text(&self, start: u64, length: usize) -> Option<String> {
        let bytes = match self {
            Self::File(held) => {
                let mut bytes = vec![0; length];
                held.file.read_exact_at(&mut bytes, start).ok().filter(|()| held.is_unchanged())?;
                bytes
            }
            Self::Kept(blocks) => {
                let place = blocks.partition_point(|(from, _)| *from <= start).checked_sub(1)?;
                let (from, block) = blocks.get(place)?;
                let at = usize::try_from(start - from).ok()?;
                block.get(at..at + length)?.to_vec()
            }
        };
        Some(text(bytes).0)
    }
}

/// Bytes as text, with a `?` for each byte that is not UTF-8, so that no other byte changes its place; and where the
/// first of them is.
pub(super) fn text(mut bytes: Vec<u8>) -> (String, Option<usize>) {
    let mut first = None;
    loop {
        match String::from_utf8(bytes) {
            Ok(text) => return (text, first),
            Err(error) => {
                let (from, length) = (error.utf8_error().valid_up_to(), error.utf8_error().error_len());
                first.get_or_insert(from);
                bytes = error.into_bytes();
                let wrong = from..length.map_or(bytes.len(), |length| from + length);
                bytes.get_mut(wrong).unwrap_or_default().fill(b'?');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_is_not_utf8_changes_no_place() {
        assert_eq!(text(b"abc".to_vec()), ("abc".to_owned(), None));
        assert_eq!(text(b"a\xFFb\xE3\x81".to_vec()), ("a?b??".to_owned(), Some(1)));
    }
}
