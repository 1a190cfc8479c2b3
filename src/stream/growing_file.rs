//! A file that is read on as it grows: at its end one waits for more.

use std::{
    fs::File,
    io::{self, Read, Seek},
    os::fd::{AsFd, BorrowedFd},
    path::PathBuf,
    sync::mpsc::{self, Receiver},
    time::{Duration, Instant},
};

use super::FileWatcher;

/// Where the system has told nothing for so long, one looks for oneself.
const MAX_WAIT: Duration = Duration::from_secs(1);
/// So often one looks while one waits for a pause.
const LOOK_INTERVAL: Duration = Duration::from_millis(5);

/// A file that is read on as it grows.
#[derive(Debug)]
pub struct GrowingFile {
    file: File,
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
        let watcher = FileWatcher::start(&[path], move || {
            let _ended = sender.send(());
        })?;
        Ok(Self { file, changes, _watcher: watcher })
    }

    /// How many bytes there are behind what was read.
    ///
    /// # Errors
    ///
    /// The file is shorter than what was read.
    fn ahead(&self) -> io::Result<u64> {
        let (length, read) = (self.file.metadata()?.len(), (&self.file).stream_position()?);
        length.checked_sub(read).ok_or_else(|| io::Error::new(io::ErrorKind::UnexpectedEof, "the file has been cut"))
    }

    /// Whether nothing comes within this time.
    pub(super) fn is_idle_for(&self, time: Duration) -> bool {
        let begun = Instant::now();
        loop {
            if self.ahead().map_or(true, |ahead| ahead > 0) {
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
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            self.ahead()?;
            let _told_or_not = self.changes.recv_timeout(MAX_WAIT);
        }
    }
}

impl AsFd for GrowingFile {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }
}
