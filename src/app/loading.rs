//! A timeline that is still being read: events come in before, between and behind those that are there, and what a
//! person has chosen stays chosen.

use std::{sync::Arc, time::Duration};

use crate::{
    model::{EventIndex, Timeline},
    query::TextIndex,
    stream::{Progress, State, TimelineUpdate},
};

use super::{App, InfoPage, Overlay, state::home, zone::moved_window};

impl App {
    /// Takes in a timeline that has more events than the one before.
    pub fn apply_update(&mut self, growth: TimelineUpdate) {
        let TimelineUpdate { timeline, haystack, problems, .. } = growth;
        self.haystack = Arc::new(haystack).into();
        self.problems = problems;
        self.change_timeline(Arc::new(timeline.told_in(self.zone)));
    }

    /// Takes another timeline of the same events, and maybe more of them, in place of the present one.
    pub(super) fn change_timeline(&mut self, timeline: Arc<Timeline>) {
        let old = std::mem::replace(&mut self.timeline, timeline);
        let new = Arc::clone(&self.timeline);
        let moved = |ix: EventIndex| old.row_of_index(ix).and_then(|row| new.index_of_row(row));
        let is_at_home = self.window == self.initial_window;
        let top = self.visible.get(self.list_top).copied().filter(|_| self.list_top > 0).and_then(moved);
        self.show_why_empty(old.is_empty());
        self.initial_window = home(&new);
        if is_at_home {
            self.window = self.initial_window;
        } else if old.base() != new.base() {
            self.window = moved_window(self.window, old.base(), new.base());
        }
        self.remap_events(&moved);
        self.resolve_pending_selection(&new);
        self.refilter();
        self.recount();
        if let Some(place) = top.and_then(|top| self.visible.binary_search(&top).ok()) {
            self.list_top = place;
            self.follow_selection();
        }
    }

    /// Shows what is wrong with the file as long as nothing of it can be shown.
    pub(super) fn show_why_empty(&mut self, was_empty: bool) {
        let is_shown = matches!(self.overlays.last(), Some(Overlay::Page { page: InfoPage::Problems, .. }));
        if self.timeline.is_empty() && !self.problems.is_empty() && self.overlays.is_empty() {
            self.overlays.push(Overlay::Page { page: InfoPage::Problems, top: 0 });
        } else if !self.timeline.is_empty() && was_empty && is_shown {
            self.overlays.pop();
        }
    }

    /// Notes how far the reading has come.
    pub fn set_progress(&mut self, progress: Progress) {
        self.progress = Some(progress);
    }

    /// Notes what has become of the file since it was read.
    pub fn tell_of_file(&mut self, state: State) {
        let events = self.timeline.len();
        let read = self.progress.take().unwrap_or(Progress {
            events,
            bytes: 0,
            of: None,
            time: Duration::ZERO,
            state: State::Complete,
        });
        self.progress = Some(Progress { state, ..read });
    }

    /// Whether all has been read and there is no event in it.
    pub fn has_read_nothing(&self) -> bool {
        self.progress.is_some() && !self.is_reading() && self.timeline.is_empty()
    }

    /// Whether more of the timeline may come.
    pub fn is_reading(&self) -> bool {
        self.progress.as_ref().is_some_and(|progress| progress.state == State::Reading)
    }

    /// Gives every event that is remembered its new place.
    fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        self.preferred = self.preferred.and_then(moved);
        self.selected = self.selected.and_then(moved);
        self.reference = self.reference.and_then(moved);
        for events in [&mut self.visible, &mut self.possible] {
            *events = events.iter().filter_map(|&ix| moved(ix)).collect();
            events.sort_unstable();
        }
        self.jumps.remap_events(moved);
        self.history.remap_events(moved);
        self.overlays.iter_mut().for_each(|layer| layer.remap_events(moved));
        if let Some(came_from) = &mut self.return_point {
            came_from.before.wanted = came_from.before.wanted.and_then(moved);
        }
        self.title_layout = super::TitleLayout::default();
        (self.column_index, self.column_index_of_all) = Default::default();
    }

    /// Selects the event that was asked for at the start, once it is there.
    fn resolve_pending_selection(&mut self, timeline: &Timeline) {
        if let Some(ix) = self.pending_select_id.as_deref().and_then(|id| timeline.find(id)) {
            self.pending_select_id = None;
            self.preferred = Some(ix);
        }
    }

    /// The folded text of all events, made when it is first asked for.
    pub fn haystack(&self) -> &Arc<TextIndex> {
        self.haystack.get_or_init(|| Arc::new(TextIndex::new(&self.timeline)))
    }
}
