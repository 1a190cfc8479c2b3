//! A timeline that is still being read: events come in before, between and behind those that are there, and what a
//! person has chosen stays chosen.

use std::{sync::Arc, time::Duration};

use crate::{
    model::{EventIndex, Timeline},
    query::Haystack,
    stream::{Growth, Progress, State},
};

use super::{App, InfoPage, Overlay, time::initial_window, zone::moved_window};

impl App {
    /// Takes in a timeline that has more events than the one before.
    pub fn apply_update(&mut self, growth: Growth) {
        let Growth { timeline, haystack, problems, .. } = growth;
        self.doc.haystack = Arc::new(haystack).into();
        self.doc.problems = problems;
        self.change_timeline(Arc::new(timeline.told_in(self.time.zone)));
    }

    /// Takes another timeline of the same events, and maybe more of them, in place of the present one.
    pub(super) fn change_timeline(&mut self, timeline: Arc<Timeline>) {
        let old = std::mem::replace(&mut self.doc.timeline, timeline);
        let new = Arc::clone(&self.doc.timeline);
        let moved = |ix: EventIndex| old.row_of_index(ix).and_then(|row| new.index_of_row(row));
        let is_at_home = self.time.window == self.time.initial_window;
        let top = self.filter.visible.get(self.list.top).copied().filter(|_| self.list.top > 0).and_then(moved);
        self.show_why_empty(old.is_empty());
        self.time.initial_window = initial_window(&new);
        if is_at_home {
            self.time.window = self.time.initial_window;
        } else if old.base() != new.base() {
            self.time.window = moved_window(self.time.window, old.base(), new.base());
        }
        self.remap_events(&moved);
        self.resolve_pending_selection(&new);
        self.refilter();
        if let Some(place) = top.and_then(|top| self.filter.visible.binary_search(&top).ok()) {
            self.list.top = place;
            self.follow_selection();
        }
    }

    /// Shows what is wrong with the file as long as nothing of it can be shown.
    pub(super) fn show_why_empty(&mut self, was_empty: bool) {
        let is_shown = matches!(self.overlays.last(), Some(Overlay::Page { page: InfoPage::Problems, .. }));
        if self.doc.timeline.is_empty() && !self.doc.problems.is_empty() && self.overlays.is_empty() {
            self.overlays.push(Overlay::Page { page: InfoPage::Problems, top: 0 });
        } else if !self.doc.timeline.is_empty() && was_empty && is_shown {
            self.overlays.pop();
        }
    }

    /// Notes how far the reading has come.
    pub fn set_progress(&mut self, progress: Progress) {
        self.doc.progress = Some(progress);
    }

    /// Notes what has become of the file since it was read.
    pub fn tell_of_file(&mut self, state: State) {
        let events = self.doc.timeline.len();
        let read = self.doc.progress.take().unwrap_or(Progress {
            events,
            bytes: 0,
            of: None,
            time: Duration::ZERO,
            state: State::Whole,
        });
        self.doc.progress = Some(Progress { state, ..read });
    }

    /// Whether all has been read and there is no event in it.
    pub fn has_read_nothing(&self) -> bool {
        self.doc.progress.is_some() && !self.is_reading() && self.doc.timeline.is_empty()
    }

    /// Whether more of the timeline may come.
    pub fn is_reading(&self) -> bool {
        self.doc.progress.as_ref().is_some_and(|progress| progress.state == State::Reading)
    }

    /// Gives every event that is remembered its new place.
    fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        self.selection.preferred = self.selection.preferred.and_then(moved);
        self.selection.selected = self.selection.selected.and_then(moved);
        self.time.reference = self.time.reference.and_then(moved);
        for events in [&mut self.filter.visible, &mut self.filter.possible] {
            *events = events.iter().filter_map(|&ix| moved(ix)).collect();
            events.sort_unstable();
        }
        self.selection.jumps.remap_events(moved);
        self.history.remap_events(moved);
        self.overlays.iter_mut().for_each(|layer| layer.remap_events(moved));
        if let Some(came_from) = &mut self.matrix.return_point {
            came_from.before.wanted = came_from.before.wanted.and_then(moved);
        }
        self.time.title_layout = super::TitleLayout::default();
        (self.time.column_index, self.time.column_index_of_all) = Default::default();
    }

    /// Selects the event that was asked for at the start, once it is there.
    fn resolve_pending_selection(&mut self, timeline: &Timeline) {
        if let Some(ix) = self.selection.pending_id.as_deref().and_then(|id| timeline.find(id)) {
            self.selection.pending_id = None;
            self.selection.preferred = Some(ix);
        }
    }

    /// The folded text of all events, made when it is first asked for.
    pub fn haystack(&self) -> &Arc<Haystack> {
        self.doc.haystack.get_or_init(|| Arc::new(Haystack::new(&self.doc.timeline)))
    }
}
