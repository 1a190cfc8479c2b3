//! A file that has been read, watched: whether there is more in it by now, or something else.

use std::{
    fs::File,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    sync::Arc,
    time::SystemTime,
};

use super::bytes::FileSnapshot;
use crate::platform;

/// What has become of a file since it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// So many bytes have been written behind what was read.
    Longer(u64),
    /// It is shorter, or what was read is there no longer.
    Other,
}

/// A file that has been read. It is the same file, whatever its name comes to stand for.
#[derive(Debug)]
pub struct Watch {
    held: Arc<FileSnapshot>,
    /// How many bytes of it were read.
    read: u64,
    /// Both ends of what was read, as a number; `None` if they were gone already.
    ends: Option<u64>,
    /// Its length and its time when it was looked at last.
    seen: (u64, Option<SystemTime>),
    told: Option<Change>,
}

/// So many bytes at either end of what was read are compared.
const COMPARED_BYTES: usize = 4096;

impl Watch {
    /// Watches a file of which so many bytes have been read since it was opened.
    pub(super) fn new(held: Arc<FileSnapshot>, read: u64) -> Self {
        let (ends, now) = (ends(&held.file, read).ok(), seen_now(&held.file));
        // What was written to it meanwhile, without making it longer, may have been read in part.
        if ends.is_none() || now.0 == held.length() && now.1 != held.written() {
            held.lose();
        }
        Self { held, read, ends, seen: (read, now.1), told: None }
    }

    /// What has become of it, if that is news: one look at its length and time, no more as long as these stay.
    pub fn news(&mut self) -> Option<Change> {
        if self.told == Some(Change::Other) {
            return None;
        }
        let now = seen_now(&self.held.file);
        if now == self.seen && !self.held.has_lost() {
            return None;
        }
        self.seen = now;
        let change = self.change(now.0);
        let is_news = change != self.told;
        self.told = change;
        change.filter(|_| is_news)
    }

    fn change(&self, length: u64) -> Option<Change> {
        let is_there = || self.ends.is_some() && ends(&self.held.file, self.read).ok() == self.ends;
        if length < self.read || self.held.has_lost() || !is_there() {
            return Some(Change::Other);
        }
        (length > self.read).then(|| Change::Longer(length - self.read))
    }
}

/// The length of a file, and when it was written to.
fn seen_now(file: &File) -> (u64, Option<SystemTime>) {
    file.metadata().map_or((0, None), |about| (about.len(), about.modified().ok()))
}

/// The first and the last bytes of so many, as a number.
fn ends(file: &File, read: u64) -> io::Result<u64> {
    let length = usize::try_from(read).unwrap_or(COMPARED_BYTES).min(COMPARED_BYTES);
    let mut hasher = DefaultHasher::new();
    for start in [0, read - u64::try_from(length).unwrap_or(0)] {
        let mut bytes = vec![0; length];
        platform::read_exact_at(file, &mut bytes, start)?;
        bytes.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

#[cfg(test)]
mod tests {
    use std::io::{Seek, SeekFrom, Write};

    use super::*;

    /// A file of these bytes, read and watched.
    fn watched(bytes: &[u8]) -> (File, Watch) {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        let held = FileSnapshot::new(file.try_clone().unwrap()).unwrap();
        let watch = Watch::new(Arc::new(held), bytes.len() as u64);
        (file, watch)
    }

    #[test]
    fn what_is_appended_is_told_as_it_grows() {
        let (mut file, mut watch) = watched(&[b'a'; 10_000]);
        assert_eq!(watch.news(), None);
        file.write_all(b"more").unwrap();
        assert_eq!((watch.news(), watch.news()), (Some(Change::Longer(4)), None));
        file.write_all(b"and more").unwrap();
        assert_eq!((watch.news(), watch.news()), (Some(Change::Longer(12)), None));
    }

    #[test]
    fn what_was_written_while_it_was_read_is_news() {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(b"read, and more").unwrap();
        let mut watch = Watch::new(Arc::new(FileSnapshot::new(file).unwrap()), 4);
        assert_eq!((watch.news(), watch.news()), (Some(Change::Longer(10)), None));
    }

    #[test]
    fn another_file_is_told_once() {
        for (length, text) in
            [(10_000, &b"b"[..]), (100, b""), (100, b"a longer one than before"), (10_000, &vec![b'b'; 20_000])]
        {
            let (mut file, mut watch) = watched(&[b'a'; 10_000]);
            file.set_len(length).unwrap();
            file.seek(SeekFrom::Start(0)).unwrap();
            file.write_all(text).unwrap();
            assert_eq!((watch.news(), watch.news()), (Some(Change::Other), None));
            file.write_all(&vec![b'c'; 30_000]).unwrap();
            assert_eq!(watch.news(), None);
        }
    }

    #[test]
    fn what_was_written_over_it_while_it_was_read_is_another() {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(b"read").unwrap();
        let held = FileSnapshot::new(file.try_clone().unwrap()).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        let mut watch = Watch::new(Arc::new(held), 4);
        assert_eq!((watch.news(), watch.news()), (Some(Change::Other), None));
    }

    #[test]
    fn what_was_cut_while_it_was_read_is_another() {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(b"read").unwrap();
        let held = FileSnapshot::new(file.try_clone().unwrap()).unwrap();
        file.set_len(1).unwrap();
        let mut watch = Watch::new(Arc::new(held), 4);
        assert_eq!((watch.news(), watch.news()), (Some(Change::Other), None));
    }

    #[test]
    fn an_event_that_is_not_there_any_more_is_a_change() {
        let (_file, mut watch) = watched(b"all");
        watch.held.lose();
        assert_eq!((watch.news(), watch.news()), (Some(Change::Other), None));
    }

    #[test]
    fn a_new_time_alone_is_no_news() {
        let (file, mut watch) = watched(b"all");
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(watch.news(), None);
    }
}
