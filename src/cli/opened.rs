//! Opening a timeline: the built-in one, a file, or standard input; at once as far as there is something to see, or whole.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use super::language::locale;
use crate::{
    built_in,
    export::{self, EventSelection, OutputFormat},
    load::{
        self, ColorChoice, DiagnosticKind, FileDiagnostics, Format, MappingReport, ReadOptions, SourceFault,
        SourceLayout, TimelineDiagnostics,
    },
    messages::{LocalizedText, detail, reports, sources, system},
    model::{EventIndex, Lang, Marks, Timeline, TimelineInfo, Vocabularies, Zone},
    query::TextIndex,
    stream::{GrowingFile, Loader, OpenedStream, TimelinePart, TimelineSource, TimelineUpdate, Watch, combined},
    text::sanitize,
};

/// A longer source is read while it is explored. Up to here one does not notice the reading.
const STREAMING_THRESHOLD_BYTES: u64 = 1 << 20;
/// A pipe that has not given all within this time is shown as it goes on.
const MAX_PIPE_WAIT: Duration = Duration::from_millis(50);

/// How a file is read that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Events of a long one are read again when they are looked at.
    InPlace,
    /// All of it is kept, since it will be written to.
    Kept,
    /// It is read on as it grows.
    Growing,
}

/// A timeline that was opened, under the name that messages give it.
pub(super) struct OpenedTimeline {
    name: String,
    pub(super) timeline: Timeline,
    /// Its folded text, if that is there already.
    pub(super) text_index: Option<TextIndex>,
    /// What goes on reading.
    pub(super) loader: Option<Loader>,
    /// How its rows are read; `None` if it has events as annalist has them.
    pub(super) reading: Option<Arc<MappingReport>>,
    /// What sees whether the file changes after it has been read.
    pub(super) watch: Option<Watch>,
    /// What was found in each of its files, and in all of them together.
    pub(super) diagnostics: TimelineDiagnostics,
}

impl OpenedTimeline {
    /// The timeline that is built in; the build has found it in order.
    pub(super) fn built_in() -> Self {
        Self::of_timeline(sources::built_in(locale()).to_owned(), built_in::timeline())
    }

    /// The same as it would be read from a file. The error is the whole message.
    pub(super) fn builtin_source() -> Result<Self, LocalizedText> {
        let timeline = built_in::timeline();
        let events: Vec<EventIndex> = timeline.indices().collect();
        let marks = Marks::default();
        let selection = EventSelection {
            timeline: &timeline,
            events: &events,
            marks: &marks,
            lang: Lang::En,
            query: "",
            screen: None,
        };
        let mut text = Vec::new();
        export::write(selection, OutputFormat::Toml, &mut text)
            .map_err(|error| failed(sources::built_in(locale()), &error))?;
        Ok(Self::read(sources::built_in(locale()).to_owned(), Format::Toml, text, None))
    }

    /// Reads all of a file or of standard input, with no more than so many bytes of memory. The error is the whole
    /// message.
    pub(super) fn read_all(path: &Path, options: &ReadOptions, memory: usize) -> Result<Self, LocalizedText> {
        Self::read_all_by(path, Access::InPlace, options, memory)
    }

    /// The same, held in this way.
    pub(super) fn read_all_by(
        path: &Path,
        access: Access,
        options: &ReadOptions,
        memory: usize,
    ) -> Result<Self, LocalizedText> {
        let opened = Self::open(path, access, None, options, memory)?;
        let Some(loader) = opened.loader else { return Ok(opened) };
        let (growth, watch) = loader.finish_watched().map_err(|error| failed(&opened.name, &error))?;
        Ok(Self { watch, ..Self::from_update(opened.name, growth, None) })
    }

    /// Reads a file or standard input as far as it takes to show something, and goes on while it is explored, with no
    /// more than so many bytes of memory. The error is the whole message.
    pub(super) fn open_streaming(
        path: &Path,
        access: Access,
        options: &ReadOptions,
        memory: usize,
    ) -> Result<Self, LocalizedText> {
        Self::open(path, access, Some(MAX_PIPE_WAIT), options, memory)
    }

    /// The same; a pipe has this time to give all of itself, or as much as it wants.
    fn open(
        path: &Path,
        access: Access,
        patience: Option<Duration>,
        options: &ReadOptions,
        memory: usize,
    ) -> Result<Self, LocalizedText> {
        let (name, mut input) = input(path, access)?;
        let fails = |error: io::Error| failed(&name, &error);
        let (begin, is_whole) = input.peek(STREAMING_THRESHOLD_BYTES, patience, options.encoding).map_err(fails)?;
        let layout = input.layout(&name, &begin, is_whole, options).map_err(fails)?;
        let watch = if is_whole { input.watched(&begin).map_err(fails)? } else { None };
        let opening = match layout {
            Some(SourceLayout::Native(format)) if is_whole => {
                return Ok(Self { watch, ..Self::read(name, format, begin, input.told()) });
            }
            Some(layout) => OpenedStream::new(&name, input, layout, begin, memory).map_err(fails)?,
            None => OpenedStream::waiting(&name, input, options.clone(), begin, memory),
        };
        let OpenedStream { first, loader } = opening;
        if is_whole {
            let growth = loader.finish().map_err(fails)?;
            return Ok(Self { watch, ..Self::from_update(name, growth, None) });
        }
        Ok(Self::from_update(name, first, Some(loader)))
    }

    /// How a file or standard input is written, found by its beginning and by some of its parts. The error is the whole message.
    pub(super) fn layout_of(path: &Path, options: &ReadOptions) -> Result<Option<SourceLayout>, LocalizedText> {
        let (name, mut input) = input(path, Access::InPlace)?;
        let fails = |error: io::Error| failed(&name, &error);
        let (begin, is_whole) = input.peek(STREAMING_THRESHOLD_BYTES, None, options.encoding).map_err(fails)?;
        input.layout(&name, &begin, is_whole, options).map_err(fails)
    }

    /// Reads several files to their ends and makes one timeline of them. The error is the whole message.
    pub(super) fn combined(
        paths: &[PathBuf],
        access: Access,
        options: &ReadOptions,
        memory: usize,
    ) -> Result<Self, LocalizedText> {
        let each = memory / paths.len().max(1);
        let read = paths.iter().map(|path| Self::read_all_by(path, access, options, each));
        let opened: Vec<Self> = read.collect::<Result<_, _>>()?;
        let mut all = Self::of_timeline(
            sources::files(locale(), opened.len()),
            Timeline::new(TimelineInfo::default(), Vocabularies::default(), Vec::new()),
        );
        let (mut parts, mut reading, mut tables) = (Vec::new(), MappingReport::default(), 0);
        let has_events = opened.iter().any(|part| !part.timeline.is_empty());
        for (path, part) in paths.iter().zip(opened) {
            if let Some(of_part) = &part.reading {
                let told = of_part.notes.iter().map(|note| LocalizedText::new(|locale| note.message(locale)));
                let told = std::iter::once(of_part.summary.clone()).chain(told);
                reading.details.extend(told.map(|line| line.map(|locale, it| system::of_file(locale, &part.name, it))));
                tables += 1;
            }
            let lane = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
            let text_index = part.text_index.unwrap_or_else(|| TextIndex::new(&part.timeline));
            let mut diagnostics = part.diagnostics.files;
            let part = TimelinePart { lane: sanitize(&lane).into_owned(), timeline: part.timeline, text_index };
            // What declares for others need not have events.
            if has_events && part.only_declares() {
                for found in &mut diagnostics {
                    found.problems.retain(|problem| problem.fault != DiagnosticKind::NoEvents);
                }
            }
            all.diagnostics.files.extend(diagnostics);
            parts.push(part);
        }
        let (timeline, text_index, told) = combined(parts);
        for (place, fault) in told {
            if let Some(found) = all.diagnostics.files.get_mut(place) {
                found.extend_whole([fault]);
            }
        }
        let files = |locale| sources::files(locale, paths.len());
        reading.summary = LocalizedText::new(|locale| sources::tables_of_files(locale, &files(locale), tables));
        let reading = (tables > 0).then(|| Arc::new(reading));
        Ok(Self { timeline, text_index: Some(text_index), reading, ..all })
    }

    fn of_timeline(name: String, timeline: Timeline) -> Self {
        Self {
            name,
            timeline,
            text_index: None,
            loader: None,
            reading: None,
            watch: None,
            diagnostics: TimelineDiagnostics::default(),
        }
    }

    fn read(name: String, format: Format, bytes: Vec<u8>, told: Option<&SourceFault>) -> Self {
        let loaded = load::timeline_in(format, bytes);
        let mut diagnostics = FileDiagnostics::new(&name, format.syntax());
        diagnostics.extend_whole(told.cloned());
        diagnostics.extend_all(FileDiagnostics::of(&name, &loaded));
        let diagnostics = diagnostics.with_source(loaded.source).into();
        Self { diagnostics, ..Self::of_timeline(name, loaded.timeline) }
    }

    fn from_update(name: String, growth: TimelineUpdate, loader: Option<Loader>) -> Self {
        let TimelineUpdate { timeline, text_index, diagnostics, reading } = growth;
        let text_index = Some(text_index);
        Self { text_index, loader, reading, diagnostics, ..Self::of_timeline(name, timeline) }
    }

    /// The same as what is taken in place of a timeline on screen, and what watches the file from now on.
    pub(super) fn into_update(self) -> (TimelineUpdate, Option<Watch>) {
        let text_index = self.text_index.unwrap_or_else(|| TextIndex::new(&self.timeline));
        let update = TimelineUpdate {
            timeline: self.timeline,
            text_index,
            diagnostics: self.diagnostics,
            reading: self.reading,
        };
        (update, self.watch)
    }

    /// The same with its clock times in this zone; as the timeline has them where there is none.
    pub(super) fn in_zone(self, zone: Option<Zone>) -> Self {
        Self { timeline: self.timeline.told_in(zone), ..self }
    }

    /// The name that messages give it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// All that was found, with its places; empty if nothing was.
    pub(super) fn report(&self, colour: ColorChoice) -> String {
        let reports = self.diagnostics.files.iter().map(|found| load::human_report(found, colour, locale()));
        reports.filter(|report| !report.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// How its rows are read, a line each; empty where there is nothing to say.
    pub(super) fn told_reading(&self) -> String {
        let Some(reading) = &self.reading else { return String::new() };
        let lines: Vec<&str> = reading.details.iter().map(|line| line.text(locale())).collect();
        lines.join("\n  ") + "\n"
    }

    pub(super) fn has_errors(&self) -> bool {
        self.diagnostics.counts().0 > 0
    }

    /// How many events there are, and how many problems.
    pub(super) fn summary(&self) -> String {
        let (errors, warnings) = self.diagnostics.counts();
        reports::of_file(locale(), &self.name, &counted(self.timeline.len(), errors, warnings))
    }
}

/// So many events, errors and warnings, in words.
pub(super) fn counted(events: usize, errors: usize, warnings: usize) -> String {
    let locale = locale();
    let counts =
        [reports::events(locale, events), reports::errors(locale, errors), reports::warnings(locale, warnings)];
    counts.join(detail::comma(locale))
}

/// Why a source of this name is not read.
fn failed(name: &str, error: &io::Error) -> LocalizedText {
    LocalizedText::new(|locale| system::of_file(locale, name, &system::error(locale, error)))
}

/// The source of this path, under the name that messages give it.
fn input(path: &Path, access: Access) -> Result<(String, TimelineSource), LocalizedText> {
    let name = sanitize(&path.to_string_lossy()).into_owned();
    if name == "-" {
        return Ok((sources::standard_input(locale()).to_owned(), TimelineSource::Pipe(io::stdin())));
    }
    if path.is_dir() {
        return Err(LocalizedText::new(|locale| system::of_file(locale, &name, system::directory(locale))));
    }
    let opened = match access {
        Access::InPlace => File::open(path).map(TimelineSource::File),
        Access::Kept => File::open(path).map(TimelineSource::Kept),
        // A pipe that has a name grows by itself.
        Access::Growing if path.metadata().is_ok_and(|about| !about.is_file()) => {
            File::open(path).map(TimelineSource::File)
        }
        Access::Growing => GrowingFile::open(path.to_owned()).map(TimelineSource::Growing),
    };
    match opened {
        Ok(source) => Ok((name, source)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(LocalizedText::new(|locale| system::of_file(locale, &name, system::not_found(locale))))
        }
        Err(error) => Err(failed(&name, &error)),
    }
}
