//! What is explored: the timeline, where it comes from, and how far it has been read.

use std::{cell::OnceCell, sync::Arc, time::Duration};

use crate::{
    axis::Window,
    load::MappingReport,
    messages::LocalizedText,
    model::{
        Annotation, Certainty, DateBounds, EventIndex, LaneId, Lang, Marks, Moment, Revision, Revisions, SourceLine,
        Timeline, Zone,
    },
    query::{QueryOverview, TextIndex},
    stream::{Progress, State},
};

use super::FileName;

/// Where a timeline comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// It is part of the program.
    #[default]
    BuiltIn,
    /// Files, which can be read again.
    Files,
    /// Standard input, or that and files: what came is gone.
    Pipe,
    /// A file that is read on as it grows.
    Followed,
}

/// What is explored.
#[derive(Debug, Clone)]
pub struct Document {
    /// The timeline.
    pub timeline: Arc<Timeline>,
    /// How many timelines there were before it: as a file is read, and read again.
    pub generation: u64,
    /// Where it comes from.
    pub origin: Origin,
    /// The file as the command line names it; `None` for the built-in timeline.
    pub file: Option<FileName>,
    /// What is wrong with the file, a line each.
    pub problems: Vec<LocalizedText>,
    /// How much of that has cost something of it.
    pub errors: usize,
    /// Where what the file holds by now is broken; `None` where it is not, or nobody knows where.
    pub(super) first_error: Option<SourceLine>,
    /// How the rows of a table are read; `None` if it has events as annalist has them.
    pub reading: Option<Arc<MappingReport>>,
    /// What the command line says about the reading of the file.
    pub read_options: Vec<String>,
    /// How far the reading of the timeline has come; `None` for one that was read at once.
    pub progress: Option<Progress>,
    /// What the reader has noted of its events.
    marks: Arc<Marks>,
    /// What is new in it, or says something else than before.
    revisions: Arc<Revisions>,
    text_index: OnceCell<Arc<TextIndex>>,
    /// What can be asked of it, in a language.
    overview: Option<(Lang, QueryOverview)>,
}

impl Document {
    /// A timeline that was read at once, with its folded text if it is there already.
    pub fn new(timeline: Timeline, text_index: Option<TextIndex>) -> Self {
        Self {
            timeline: Arc::new(timeline),
            generation: 0,
            origin: Origin::default(),
            file: None,
            problems: Vec::new(),
            errors: 0,
            first_error: None,
            reading: None,
            read_options: Vec::new(),
            progress: None,
            marks: Arc::default(),
            revisions: Arc::default(),
            text_index: text_index.map(Arc::new).map_or_else(OnceCell::new, OnceCell::from),
            overview: None,
        }
    }

    /// Tells clock times in this zone; `None` leaves that to the timeline.
    pub(super) fn show_in(&mut self, zone: Option<Zone>) {
        if let Some(zone) = zone.filter(|&zone| zone != self.timeline.zone()) {
            self.timeline = Arc::new(self.timeline.in_zone(zone));
            self.overview = None;
        }
    }

    /// Takes another timeline, with its folded text, in place of the present one.
    pub(super) fn replace(&mut self, timeline: Timeline, text_index: TextIndex, problems: Vec<LocalizedText>) {
        let text_index = text_index.with_marks(Arc::clone(&self.marks)).with_revisions(Arc::clone(&self.revisions));
        *self = Self {
            marks: std::mem::take(&mut self.marks),
            revisions: std::mem::take(&mut self.revisions),
            generation: self.generation + 1,
            origin: self.origin,
            file: self.file.take(),
            problems,
            reading: self.reading.take(),
            read_options: std::mem::take(&mut self.read_options),
            progress: self.progress.take(),
            ..Self::new(timeline, Some(text_index))
        };
    }

    /// The folded text of all events, made when it is first asked for.
    pub fn text_index(&self) -> &Arc<TextIndex> {
        let text = || TextIndex::new(&self.timeline).with_marks(Arc::clone(&self.marks));
        self.text_index.get_or_init(|| Arc::new(text().with_revisions(Arc::clone(&self.revisions))))
    }

    /// What can be asked of it, counted when it is first asked for; it takes time with the number of events.
    pub(super) fn overview(&mut self, lang: Lang) -> &QueryOverview {
        let known = self.overview.take().filter(|(of, _)| *of == lang);
        let known = known.unwrap_or_else(|| (lang, QueryOverview::new(&self.timeline, self.text_index(), lang)));
        &self.overview.insert(known).1
    }

    /// What the reader has noted of its events.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The same for another thread.
    pub(super) fn shared_marks(&self) -> Arc<Marks> {
        Arc::clone(&self.marks)
    }

    /// What the reader has noted of an event; `None` where nothing is.
    pub fn annotation(&self, ix: EventIndex) -> Option<&Annotation> {
        self.marks.of(&self.timeline, ix)
    }

    /// Takes what the reader has noted of all events.
    pub fn set_marks(&mut self, marks: Marks) {
        self.marks = Arc::new(marks);
        self.overview = None;
        if let Some(text) = self.text_index.take() {
            self.text_index = OnceCell::from(Arc::new(Arc::unwrap_or_clone(text).with_marks(Arc::clone(&self.marks))));
        }
    }

    /// How an event differs from an older version of the timeline; `None` where it does not, or nothing is known of one.
    pub fn revision(&self, ix: EventIndex) -> Option<Revision> {
        self.revisions.of(&self.timeline, ix)
    }

    /// What is new in it, or says something else than before.
    pub fn revisions(&self) -> &Revisions {
        &self.revisions
    }

    /// Takes what is new in it, or says something else than before.
    pub fn set_revisions(&mut self, revisions: Revisions) {
        self.revisions = Arc::new(revisions);
        if let Some(text) = self.text_index.take() {
            let text = Arc::unwrap_or_clone(text).with_revisions(Arc::clone(&self.revisions));
            self.text_index = OnceCell::from(Arc::new(text));
        }
    }

    /// The moment by which an event is ordered: its earliest start.
    pub fn sort_key(&self, ix: EventIndex) -> Option<Moment> {
        self.timeline.bounds(ix)?.sort_key()
    }

    /// The moment at which an event stands on the axis.
    pub fn display_moment(&self, ix: EventIndex) -> Option<Moment> {
        self.timeline.meta(ix)?.display_moment()
    }

    /// The year that an event stands under in a list.
    pub(super) fn year_of(&self, ix: EventIndex) -> Option<i32> {
        self.sort_key(ix).map(Moment::year)
    }

    pub(super) fn lane_of(&self, ix: EventIndex) -> Option<LaneId> {
        self.timeline.meta(ix).map(|meta| meta.lane)
    }

    pub(super) fn quotes_of(&self, ix: EventIndex) -> usize {
        self.timeline.meta(ix).map_or(0, |meta| usize::from(meta.quotes))
    }

    /// Whether an event lies in a window, or may.
    pub fn is_within(&self, ix: EventIndex, window: Window) -> bool {
        let touches = |bounds: &DateBounds| bounds.touches(window.start(), window.last()) != Certainty::Out;
        self.timeline.bounds(ix).is_some_and(touches)
    }

    /// Notes what has become of the file since it was read.
    pub(super) fn set_file_state(&mut self, state: State) {
        let events = self.timeline.len();
        let read = self.progress.take();
        let read =
            read.unwrap_or(Progress { events, bytes: 0, of: None, time: Duration::ZERO, state: State::Complete });
        self.progress = Some(Progress { state, ..read });
    }

    /// Whether the file is another one than what was read of it.
    pub fn is_stale(&self) -> bool {
        let state = self.progress.as_ref().map(|progress| &progress.state);
        matches!(state, Some(State::Longer(_) | State::Changed))
    }

    /// Whether what the file holds by now is broken, so that what was read before is still shown.
    pub fn is_broken(&self) -> bool {
        matches!(&self.progress, Some(Progress { state: State::Broken(_), .. }))
    }

    /// Whether more of the timeline may come.
    pub fn is_reading(&self) -> bool {
        self.progress.as_ref().is_some_and(|progress| progress.state == State::Loading)
    }

    /// Whether all has been read and there is no event in it.
    pub fn has_read_nothing(&self) -> bool {
        self.progress.is_some() && !self.is_reading() && self.timeline.is_empty()
    }
}
