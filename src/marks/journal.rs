//! The file in which marks are kept: a record a line, each written at its end in one write and never changed, so that two
//! runs at once lose nothing, and several files can be put together as they are.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use chrono::Utc;

use super::{MarkChange, MarkLog, MarkRecord};
use crate::{
    messages::{LocalizedText, commands, system},
    model::{Marks, Timeline},
    platform::{file_identity, require_regular_file, restrict_to_owner},
    text::sanitize,
};

/// Of a longer file the end is read.
const MAX_FILE_BYTES: u64 = 64 << 20;

/// The marks of a run, and the file in which they are kept.
#[derive(Debug, Default)]
pub struct MarkJournal {
    /// `None` where nothing is to be kept.
    path: Option<PathBuf>,
    /// Whether others may read the file.
    is_shared: bool,
    /// The file of the timeline.
    timeline: Option<String>,
    log: MarkLog,
    /// How far the file has been read, and which file that was.
    read: u64,
    identity: Option<(u64, u64)>,
    /// Its length when it was looked at last.
    length: u64,
    lines: usize,
    /// Whether the file is too long to be read from its beginning, so that lines have no numbers.
    is_cut: bool,
    /// How many lines are no records, and the first of them.
    faults: Option<(usize, usize)>,
    error: Option<LocalizedText>,
}

/// What was found in the file since the last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ReadOutcome {
    /// So many more lines.
    Lines(usize),
    /// Another file, of which nothing had been read.
    Other,
}

impl MarkJournal {
    /// The marks of the timeline in a file, which are for their owner alone.
    pub fn own(path: Option<PathBuf>, timeline: Option<String>) -> Self {
        Self { path, timeline, ..Self::default() }.opened()
    }

    /// The same in a file that somebody named, and may share.
    pub fn shared(path: PathBuf, timeline: Option<String>) -> Self {
        Self { path: Some(path), timeline, is_shared: true, ..Self::default() }.opened()
    }

    fn opened(mut self) -> Self {
        if let Err(error) = self.read_on() {
            self.error = Some(LocalizedText::new(|locale| sanitize(&system::error(locale, &error)).into_owned()));
        }
        self
    }

    /// What is noted of the events of a timeline.
    pub fn marks(&self, timeline: &Timeline) -> Marks {
        self.log.marks(timeline, self.timeline.as_deref())
    }

    /// What is wrong with the file, harmless to show; it stays as it is.
    pub fn problem(&self) -> Option<LocalizedText> {
        let name = sanitize(&self.path.as_ref()?.to_string_lossy()).into_owned();
        if let Some(error) = &self.error {
            return Some(error.map(|locale, why| commands::marks_unreadable(locale, &name, why)));
        }
        let (count, first) = self.faults?;
        let place = if self.is_cut { name } else { format!("{name}:{first}") };
        Some(LocalizedText::new(|locale| commands::no_marks(locale, count, &place)))
    }

    /// Keeps changes. `true` if others have written meanwhile, so that [`marks`](Self::marks) may be others.
    ///
    /// # Errors
    ///
    /// The file cannot be written; what was noted holds for this run.
    pub fn append(&mut self, changes: Vec<MarkChange>) -> io::Result<bool> {
        let at = Utc::now();
        let record = |change| MarkRecord { at, file: self.timeline.clone(), change };
        let records: Vec<MarkRecord> = changes.into_iter().map(record).collect();
        let written = self.path.clone().map(|path| self.write(&path, &records));
        // What is written is read again with what others have written.
        let found = written.as_ref().filter(|written| written.is_ok()).and_then(|_| self.read_on().ok());
        if let Some(found) = found {
            return Ok(found != ReadOutcome::Lines(records.len()));
        }
        for record in records {
            self.log.take(record);
        }
        written.unwrap_or(Ok(())).map(|()| false)
    }

    fn write(&self, path: &Path, records: &[MarkRecord]) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        require_regular_file(path)?;
        let mut options = OpenOptions::new();
        options.append(true).read(true).create(true);
        if !self.is_shared {
            restrict_to_owner(&mut options);
        }
        let mut file = options.open(path)?;
        // Where a write was cut short, or somebody's editor left no end of line, a record begins on its own line.
        let mut text = if ends_in_line(&mut file)? { String::from("\n") } else { String::new() };
        text.extend(records.iter().map(MarkRecord::to_line));
        file.write_all(text.as_bytes())
    }

    /// Whether others have written to the file; what they have is taken in.
    pub fn has_news(&mut self) -> bool {
        let Some(found) = self.path.as_ref().and_then(|path| fs::metadata(path).ok()) else { return false };
        if found.len() == self.length && Some(file_identity(&found)) == self.identity {
            return false;
        }
        self.read_on().is_ok_and(|found| found != ReadOutcome::Lines(0))
    }

    /// Reads what has been written since the last time; all of it if the file is another.
    fn read_on(&mut self) -> io::Result<ReadOutcome> {
        let Some(path) = self.path.clone() else { return Ok(ReadOutcome::Lines(0)) };
        require_regular_file(&path)?;
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(ReadOutcome::Lines(0)),
            Err(error) => return Err(error),
        };
        let found = file.metadata()?;
        let goes_on = Some(file_identity(&found)) == self.identity
            && found.len().checked_sub(self.read).is_some_and(|more| more <= MAX_FILE_BYTES);
        let from = if goes_on { self.read } else { found.len().saturating_sub(MAX_FILE_BYTES + 1) };
        file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        file.take(found.len().saturating_sub(from)).read_to_end(&mut bytes)?;
        let is_other = !goes_on && self.identity.is_some();
        if !goes_on {
            (self.log, self.lines, self.faults) = (MarkLog::default(), 0, None);
            (self.read, self.is_cut) = (from, from > 0);
        }
        (self.identity, self.length) = (Some(file_identity(&found)), found.len());
        let before = self.lines;
        let skipped = if !goes_on && from > 0 { line_end(&bytes) } else { 0 };
        self.read += u64::try_from(skipped).unwrap_or(u64::MAX);
        self.take(bytes.get(skipped..).unwrap_or_default());
        Ok(if is_other { ReadOutcome::Other } else { ReadOutcome::Lines(self.lines - before) })
    }

    fn take(&mut self, bytes: &[u8]) {
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            let is_whole = line.ends_with(b"\n");
            let record = MarkRecord::from_line(line.trim_ascii());
            // What has no end yet may still be written.
            if !is_whole && record.is_none() {
                return;
            }
            self.read += u64::try_from(line.len()).unwrap_or(u64::MAX);
            self.lines += 1;
            match record {
                Some(record) => self.log.take(record),
                None if line.trim_ascii().is_empty() => {}
                None => {
                    let (count, first) = self.faults.unwrap_or((0, self.lines));
                    self.faults = Some((count + 1, first));
                }
            }
        }
    }
}

/// Where the first line ends, of which the beginning is not there.
fn line_end(bytes: &[u8]) -> usize {
    bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |end| end + 1)
}

/// Whether a file ends in the middle of a line.
fn ends_in_line(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}
