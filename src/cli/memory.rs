//! What is remembered from one run to the next: the queries, and the last view of each timeline. Each file is written
//! beside and renamed, so that none is ever half of what it was.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use crate::config::{Places, view_file};

/// The files of this run; none where nothing is to be remembered.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    queries: Option<PathBuf>,
    view: Option<PathBuf>,
}

impl Memory {
    /// The memory for a timeline: `None` is the one that is built in.
    pub(super) fn of(timeline: Option<&Path>) -> Self {
        let places = Places::of(|name| env::var_os(name));
        let whole = timeline.map(|path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()));
        Self { queries: places.history(), view: places.state.map(|state| state.join(view_file(whole.as_deref()))) }
    }

    /// The queries of earlier runs, the newest last. What cannot be read was never there.
    pub(super) fn queries(&self) -> Vec<String> {
        let text = self.queries.as_ref().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
        text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// The last view of this timeline as a command line.
    pub(super) fn view(&self) -> Option<String> {
        self.view.as_ref().and_then(|file| fs::read_to_string(file).ok())
    }

    /// Keeps both for the next run.
    pub(super) fn keep(&self, queries: &[String], view: &str) -> io::Result<()> {
        if let Some(file) = &self.queries {
            write(file, &(queries.join("\n") + "\n"))?;
        }
        if let Some(file) = &self.view {
            write(file, view)?;
        }
        Ok(())
    }
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = file.with_extension(format!("{}.new", std::process::id()));
    fs::write(&beside, text)?;
    fs::rename(&beside, file)
}
