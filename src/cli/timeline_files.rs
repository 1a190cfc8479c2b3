//! The files of a timeline: how they are read, and read again.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    args::Args,
    opened::{Access, OpenedTimeline},
};
use crate::{
    app::Origin,
    load::{ColorChoice, ReadOptions},
    messages::{LocalizedText, commands},
    model::Timeline,
    stream::{FileStatus, FoundChanges, SourceFiles},
};

/// The files that the command line names, and how it wants them to be read.
#[derive(Debug, Clone)]
pub(super) struct TimelineFiles {
    paths: Vec<PathBuf>,
    /// An older version of the timeline.
    against: Option<PathBuf>,
    options: ReadOptions,
    /// Bytes that may be taken.
    memory: usize,
    access: Access,
    /// Whether all is read before anything is done with it.
    reads_all: bool,
    is_watched: bool,
    /// How they were before they were read.
    seen: Vec<FileStatus>,
}

impl TimelineFiles {
    /// What the command line asks for. `prints` is whether the timeline is printed rather than explored. The error is the whole
    /// message.
    pub(super) fn new(args: &Args, options: ReadOptions, memory: usize, prints: bool) -> Result<Self, LocalizedText> {
        let files = Self {
            paths: args.files.clone(),
            against: args.against.clone(),
            options,
            memory,
            access: match (args.watch, args.follow && !prints) {
                (true, _) => Access::Kept,
                (_, true) => Access::Growing,
                (false, false) => Access::InPlace,
            },
            reads_all: prints || args.against.is_some(),
            is_watched: args.watch && !prints,
            seen: args.files.iter().map(|path| FileStatus::of(path)).collect(),
        };
        let names_input = |path: &PathBuf| path == Path::new("-");
        if args.against.as_ref().is_some_and(names_input) && args.files.iter().any(names_input) {
            return Err(LocalizedText::new(|locale| commands::against(locale, commands::one_standard_input(locale))));
        }
        match (files.origin(), args.watch, args.follow) {
            (Origin::BuiltIn, true, _) => Err(LocalizedText::new(|locale| commands::watch_built_in(locale).to_owned())),
            (Origin::Pipe, true, _) => Err(LocalizedText::new(|locale| commands::watch_pipe(locale).to_owned())),
            (Origin::BuiltIn, _, true) => {
                Err(LocalizedText::new(|locale| commands::follow_built_in(locale).to_owned()))
            }
            (_, _, true) if files.paths.len() > 1 => {
                Err(LocalizedText::new(|locale| commands::follow_several(locale).to_owned()))
            }
            _ => Ok(files),
        }
    }

    /// Where the timeline comes from.
    pub(super) fn origin(&self) -> Origin {
        match self.paths.as_slice() {
            [] => Origin::BuiltIn,
            paths if paths.iter().any(|path| is_pipe(path)) => Origin::Pipe,
            _ if self.access == Access::Growing => Origin::Followed,
            _ => Origin::Files,
        }
    }

    /// Opens them, as far as it takes to show something. The error is the whole message.
    pub(super) fn open(&self) -> Result<OpenedTimeline, LocalizedText> {
        match self.paths.as_slice() {
            [path] if !self.reads_all => OpenedTimeline::open_streaming(path, self.access, &self.options, self.memory),
            _ => self.read_all(),
        }
    }

    fn read_all(&self) -> Result<OpenedTimeline, LocalizedText> {
        match self.paths.as_slice() {
            [] => Ok(OpenedTimeline::built_in()),
            [path] => OpenedTimeline::read_all_by(path, self.access, &self.options, self.memory),
            several => OpenedTimeline::combined(several, self.access, &self.options, self.memory),
        }
    }

    /// The older version of the timeline, if one is named. The error is the whole message.
    pub(super) fn baseline(&self) -> Result<Option<Arc<Timeline>>, LocalizedText> {
        let read = |path| OpenedTimeline::read_all(path, &self.options, self.memory);
        let opened = self.against.as_deref().map(read).transpose()?;
        match opened {
            // What could not be read of it would count as new.
            Some(opened) if opened.has_errors() => Err(LocalizedText::new(|locale| {
                commands::against(locale, opened.report(ColorChoice::Plain).trim_end())
            })),
            opened => Ok(opened.map(|opened| Arc::new(opened.timeline))),
        }
    }

    /// What has changed in a timeline since an older version. The error is the whole message.
    pub(super) fn changes(old: &Timeline, new: &Timeline) -> Result<FoundChanges, LocalizedText> {
        let too_long = |locale| commands::against(locale, commands::against_too_long(locale));
        FoundChanges::between(old, new).ok_or_else(|| LocalizedText::new(too_long))
    }

    /// What can be read again and edited while one explores; `None` where there is no file.
    pub(super) fn source_files(&self, baseline: Option<Arc<Timeline>>) -> Option<SourceFiles> {
        let files = Some(self).filter(|files| files.origin() == Origin::Files)?.clone();
        Some(SourceFiles {
            paths: files.paths.clone(),
            is_watched: files.is_watched,
            seen: files.seen.clone(),
            baseline,
            read: Arc::new(move || files.read_all().map(OpenedTimeline::into_update)),
        })
    }
}

/// Whether a name stands for what can be read once only: standard input, or a pipe that has a name.
fn is_pipe(path: &Path) -> bool {
    path == Path::new("-") || path.metadata().is_ok_and(|about| !about.is_file() && !about.is_dir())
}
