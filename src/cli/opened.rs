//! Opening a timeline: the built-in one, a file, or standard input; at once as far as there is something to see, or whole.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use crate::{
    built_in,
    export::{self, EventSelection, OutputFormat},
    load::{self, Format, MappingReport, ReadOptions, SourceLayout},
    model::{EventIndex, Lang, Marks, Timeline, TimelineInfo, Vocabularies, Zone},
    query::TextIndex,
    stream::{GrowingFile, Loader, OpenedStream, TimelinePart, TimelineSource, TimelineUpdate, Watch, combined},
    text::sanitize,
};

/// How messages name the timeline that is built in.
const BUILT_IN: &str = "events.toml (built in)";
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
    pub(super) haystack: Option<TextIndex>,
    /// What goes on reading.
    pub(super) loader: Option<Loader>,
    /// How its rows are read; `None` if it has events as annalist has them.
    pub(super) reading: Option<Arc<MappingReport>>,
    /// What sees whether the file changes after it has been read.
    pub(super) watch: Option<Watch>,
    /// Every problem with its place, for people.
    report: String,
    /// Every problem in one line.
    lines: Vec<String>,
    errors: usize,
    /// The line of the first, if it is known.
    first_error: Option<usize>,
    warnings: usize,
}

impl OpenedTimeline {
    /// The timeline that is built in; the build has found it in order.
    pub(super) fn built_in() -> Self {
        Self::of_timeline(BUILT_IN.to_owned(), built_in::timeline())
    }

    /// The same as it would be read from a file. The error is the whole message.
    pub(super) fn builtin_source() -> Result<Self, String> {
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
        export::write(selection, OutputFormat::Toml, &mut text).map_err(|error| format!("{BUILT_IN}: {error}"))?;
        Ok(Self::read(BUILT_IN.to_owned(), Format::Toml, text))
    }

    /// Reads all of a file or of standard input, with no more than so many bytes of memory. The error is the whole
    /// message.
    pub(super) fn read_all(path: &Path, options: &ReadOptions, memory: usize) -> Result<Self, String> {
        Self::read_all_by(path, Access::InPlace, options, memory)
    }

    /// The same, held in this way.
    pub(super) fn read_all_by(
        path: &Path,
        access: Access,
        options: &ReadOptions,
        memory: usize,
    ) -> Result<Self, String> {
        let (name, mut input) = input(path, access)?;
        let fails = |error: io::Error| format!("{name}: {error}");
        let (begin, is_whole) = input.peek(STREAMING_THRESHOLD_BYTES, None, options.encoding).map_err(fails)?;
        let opening = match input.layout(&name, &begin, is_whole, options).map_err(fails)? {
            Some(SourceLayout::Native(format)) if is_whole => {
                let watch = input.watched(&begin).map_err(fails)?;
                return Ok(Self { watch, ..Self::read(name, format, begin).telling(input.told()) });
            }
            Some(layout) => OpenedStream::new(&name, input, layout, begin, memory).map_err(fails)?,
            None => OpenedStream::waiting(&name, input, options.clone(), begin, memory),
        };
        let (growth, watch) = opening.loader.finish_watched().map_err(fails)?;
        Ok(Self { watch, ..Self::from_update(name, growth, None) })
    }

    /// Reads a file or standard input as far as it takes to show something, and goes on while it is explored, with no
    /// more than so many bytes of memory. The error is the whole message.
    pub(super) fn open_streaming(
        path: &Path,
        access: Access,
        options: &ReadOptions,
        memory: usize,
    ) -> Result<Self, String> {
        let (name, mut input) = input(path, access)?;
        let fails = |error: io::Error| format!("{name}: {error}");
        let (begin, is_whole) =
            input.peek(STREAMING_THRESHOLD_BYTES, Some(MAX_PIPE_WAIT), options.encoding).map_err(fails)?;
        let layout = input.layout(&name, &begin, is_whole, options).map_err(fails)?;
        let watch = if is_whole { input.watched(&begin).map_err(fails)? } else { None };
        let opening = match layout {
            Some(SourceLayout::Native(format)) if is_whole => {
                return Ok(Self { watch, ..Self::read(name, format, begin).telling(input.told()) });
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
    pub(super) fn layout_of(path: &Path, options: &ReadOptions) -> Result<Option<SourceLayout>, String> {
        let (name, mut input) = input(path, Access::InPlace)?;
        let fails = |error: io::Error| format!("{name}: {error}");
        let (begin, is_whole) = input.peek(STREAMING_THRESHOLD_BYTES, None, options.encoding).map_err(fails)?;
        input.layout(&name, &begin, is_whole, options).map_err(fails)
    }

    /// Reads several files to their ends and makes one timeline of them. The error is the whole message.
    pub(super) fn combined(
        paths: &[PathBuf],
        access: Access,
        options: &ReadOptions,
        memory: usize,
    ) -> Result<Self, String> {
        let each = memory / paths.len().max(1);
        let read = paths.iter().map(|path| Self::read_all_by(path, access, options, each));
        let opened: Vec<Self> = read.collect::<Result<_, _>>()?;
        let mut all = Self::of_timeline(
            format!("{} files", opened.len()),
            Timeline::new(TimelineInfo::default(), Vocabularies::default(), Vec::new()),
        );
        let (mut parts, mut reading) = (Vec::new(), MappingReport::default());
        for (path, part) in paths.iter().zip(opened) {
            all.report += &part.report;
            all.lines.extend(part.lines);
            (all.errors, all.warnings) = (all.errors + part.errors, all.warnings + part.warnings);
            if let Some(of_part) = &part.reading {
                reading.details.push(format!("{}: {}", part.name, of_part.summary));
                reading
                    .notes
                    .extend(of_part.notes.iter().map(|(warns, note)| (*warns, format!("{}: {note}", part.name))));
            }
            let lane = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
            let haystack = part.haystack.unwrap_or_else(|| TextIndex::new(&part.timeline));
            parts.push(TimelinePart { lane: sanitize(&lane).into_owned(), timeline: part.timeline, haystack });
        }
        let (timeline, haystack, told) = combined(parts);
        all.warnings += told.len();
        all.report.extend(told.iter().flat_map(|line| [line.as_str(), "\n"]));
        all.lines.extend(told);
        let count = reading.details.len();
        reading.summary = format!("{}: {count} of them tables, told under i", all.name);
        let reading = (count > 0).then(|| Arc::new(reading));
        Ok(Self { timeline, haystack: Some(haystack), reading, ..all })
    }

    fn of_timeline(name: String, timeline: Timeline) -> Self {
        Self {
            name,
            timeline,
            haystack: None,
            loader: None,
            reading: None,
            watch: None,
            report: String::new(),
            lines: Vec::new(),
            errors: 0,
            first_error: None,
            warnings: 0,
        }
    }

    fn read(name: String, format: Format, bytes: Vec<u8>) -> Self {
        let loaded = load::timeline_in(format, bytes);
        let many: Vec<String> =
            loaded.timeline.vocabularies.told_of_many().map(|told| format!("{name}: {told}")).collect();
        let report = load::report(&name, &loaded, load::ColorChoice::Plain);
        let report = many.iter().fold(report, |all, told| all + told + "\n");
        let lines = load::lines(&name, &loaded).into_iter().chain(many.iter().cloned()).collect();
        let (errors, warnings) = load::counts(&loaded.problems);
        let warnings = warnings + many.len();
        let first_error = loaded.first_error();
        Self { report, lines, errors, first_error, warnings, ..Self::of_timeline(name, loaded.timeline) }
    }

    /// The same with what is to be said of how its source became text.
    fn telling(mut self, told: Option<&str>) -> Self {
        if let Some(told) = told {
            let line = format!("{}: {told}", self.name);
            self.report = format!("{line}\n{}", self.report);
            self.lines.insert(0, line);
            self.warnings += 1;
        }
        self
    }

    fn from_update(name: String, growth: TimelineUpdate, loader: Option<Loader>) -> Self {
        let TimelineUpdate { timeline, haystack, problems, errors, first_error, warnings, reading } = growth;
        let lines: Vec<String> = problems.iter().map(|line| sanitize(line).into_owned()).collect();
        Self {
            haystack: Some(haystack),
            loader,
            reading,
            report: lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect(),
            lines,
            errors,
            first_error,
            warnings,
            ..Self::of_timeline(name, timeline)
        }
    }

    /// The same as what is taken in place of a timeline on screen, and what watches the file from now on.
    pub(super) fn into_update(self) -> (TimelineUpdate, Option<Watch>) {
        let haystack = self.haystack.unwrap_or_else(|| TextIndex::new(&self.timeline));
        let update = TimelineUpdate {
            timeline: self.timeline,
            haystack,
            problems: self.lines,
            errors: self.errors,
            first_error: self.first_error,
            warnings: self.warnings,
            reading: self.reading,
        };
        (update, self.watch)
    }

    /// The same with its clock times in this zone; as the timeline has them where there is none.
    pub(super) fn in_zone(self, zone: Option<Zone>) -> Self {
        Self { timeline: self.timeline.told_in(zone), ..self }
    }

    /// What messages call it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Every problem with its place; empty if there is none.
    pub(super) fn report(&self) -> &str {
        &self.report
    }

    /// How its rows are read, and what is to be known of their dates, a line each; empty where there is nothing to say.
    pub(super) fn told_reading(&self) -> String {
        let Some(reading) = &self.reading else { return String::new() };
        let notes = reading.notes.iter().filter(|(is_warning, _)| !is_warning).map(|(_, note)| note);
        let lines: Vec<&str> = reading.details.iter().chain(notes).map(String::as_str).collect();
        lines.join("\n  ") + "\n"
    }

    /// Every problem in one line.
    pub(super) fn lines(&self) -> Vec<String> {
        self.lines.clone()
    }

    pub(super) const fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// How many there are.
    pub(super) const fn errors(&self) -> usize {
        self.errors
    }

    /// How many events there are, and how many problems.
    pub(super) fn summary(&self) -> String {
        let count = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        let (errors, warnings) = (count(self.errors, "error"), count(self.warnings, "warning"));
        format!("{}: {}, {errors}, {warnings}", self.name, count(self.timeline.len(), "event"))
    }
}

/// The source of this path, under the name that messages give it.
fn input(path: &Path, access: Access) -> Result<(String, TimelineSource), String> {
    let name = sanitize(&path.to_string_lossy()).into_owned();
    if name == "-" {
        return Ok((String::from("standard input"), TimelineSource::Pipe(io::stdin())));
    }
    if path.is_dir() {
        return Err(format!("{name}: this is a directory; name a file in it"));
    }
    let opened = match access {
        Access::InPlace => File::open(path).map(TimelineSource::File),
        Access::Kept => File::open(path).map(TimelineSource::Kept),
        Access::Growing => GrowingFile::open(path.to_owned()).map(TimelineSource::Growing),
    };
    match opened {
        Ok(source) => Ok((name, source)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!("{name}: file not found")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}
