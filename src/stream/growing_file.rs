//! A file that is read on as it grows: at its end one waits for more.

use std::{
    fs::File,
    io::{self, Read, Seek},
    path::PathBuf,
    sync::mpsc::{self, Receiver},
    time::{Duration, Instant},
};

use super::FileWatcher;
use crate::platform::file_identity;

/// Where the system has told nothing for so long, one looks for oneself.
const MAX_WAIT: Duration = Duration::from_secs(1);
/// So often one looks while one waits for a pause.
const LOOK_INTERVAL: Duration = Duration::from_millis(5);

/// A file that is read on as it grows, as `tail -F` does: one that is cut, or another that is put in its place, is read from its
/// beginning.
#[derive(Debug)]
pub struct GrowingFile {
    path: PathBuf,
    file: File,
    /// Whether what was read last ends in the middle of a line.
    is_in_line: bool,
    changes: Receiver<()>,
    _watcher: FileWatcher,
}

impl GrowingFile {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// It cannot be opened, or the system refuses a thread.
    pub fn open(path: PathBuf) -> io::Result<Self> {
        let file = File::open(&path)?;
        let (sender, changes) = mpsc::channel();
        let watcher = FileWatcher::start(std::slice::from_ref(&path), move || {
            let _ended = sender.send(());
        })?;
        Ok(Self { path, file, is_in_line: false, changes, _watcher: watcher })
    }

    /// Whether there is more to read; goes to the beginning of a file that was cut, or of another that goes by the name now.
    fn has_more(&mut self) -> io::Result<bool> {
        let (about, read) = (self.file.metadata()?, self.file.stream_position()?);
        if about.len() < read {
            self.file.rewind()?;
            return Ok(about.len() > 0);
        }
        if about.len() == read
            && std::fs::metadata(&self.path).is_ok_and(|other| file_identity(&other) != file_identity(&about))
            && let Ok(other) = File::open(&self.path)
        {
            self.file = other;
            return Ok(true);
        }
        Ok(about.len() > read)
    }

    /// Whether nothing comes within this time.
    pub(super) fn is_idle_for(&self, time: Duration) -> bool {
        let begun = Instant::now();
        let has_more = || Ok::<_, io::Error>(self.file.metadata()?.len() > (&self.file).stream_position()?);
        loop {
            if has_more().unwrap_or(true) {
                return false;
            }
            let left = time.saturating_sub(begun.elapsed());
            if left.is_zero() {
                return true;
            }
            std::thread::sleep(left.min(LOOK_INTERVAL));
        }
    }
}

impl Read for GrowingFile {
    /// Waits at the end of the file; never gives nothing.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.file.read(buffer)?;
            if let Some(last) = buffer.get(..read).and_then(<[u8]>::last) {
                self.is_in_line = *last != b'\n';
            }
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            let has_more = self.has_more()?;
            if has_more && self.file.stream_position()? == 0 && std::mem::take(&mut self.is_in_line) {
                // Half a line of what was there before is no part of what comes.
                if let Some(first) = buffer.first_mut() {
                    *first = b'\n';
                    return Ok(1);
                }
            }
            if !has_more {
                let _told_or_not = self.changes.recv_timeout(MAX_WAIT);
            }
        }
    }
}
