//! A timeline that is still being read: events come in before, between and behind those that are there, and what a
//! person has chosen stays chosen.

use std::sync::Arc;

use crate::{
    model::{EventIndex, Timeline},
    query::TextIndex,
    stream::{Progress, State, TimelineUpdate},
};

use super::{App, InfoPage, Overlay};

impl App {
    /// Takes in a timeline that has more events than the one before.
    pub fn apply_update(&mut self, growth: TimelineUpdate) {
        let TimelineUpdate { timeline, text_index, diagnostics, reading } = growth;
        let old = Arc::clone(&self.doc.timeline);
        let sticks_to_end = self.prefs.follows && self.selection.selected == self.filter.visible.last().copied();
        self.doc.replace(timeline, text_index, diagnostics.lines());
        (self.doc.errors, _) = diagnostics.counts();
        let locale = self.locale();
        if let Some(reading) = reading.filter(|_| self.doc.reading.is_none()) {
            self.status_message = self.status_message.take().or_else(|| Some(reading.summary.text(locale).to_owned()));
            self.doc.reading = Some(reading);
        }
        self.doc.show_in(self.time.zone);
        self.follow_timeline(&old);
        if let Some(&last) =
            self.filter.visible.last().filter(|last| sticks_to_end && Some(**last) != self.selection.selected)
        {
            self.select(last);
        }
    }

    /// Takes note that another timeline of the same events, and maybe more of them, is in place of the old one.
    pub(super) fn follow_timeline(&mut self, old: &Timeline) {
        let new = Arc::clone(&self.doc.timeline);
        self.follow_events(old, &|ix| old.row_of_index(ix).and_then(|row| new.index_of_row(row)));
    }

    /// The same where events have been given other rows: `moved` finds the new place of an old one, if it is there still.
    pub(super) fn follow_events(&mut self, old: &Timeline, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        let new = Arc::clone(&self.doc.timeline);
        let top = self.filter.visible.get(self.list.top).copied().filter(|_| self.list.top > 0).and_then(moved);
        self.show_why_empty(old.is_empty());
        self.time.follow_timeline(old, &new);
        self.remap_events(moved);
        self.selection.resolve_pending(&new);
        self.color_events();
        self.refilter();
        self.recount();
        self.forget_candidates();
        self.find_in_palette();
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
        self.report_color_rules();
    }

    /// Gives every event that is remembered its new place.
    fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        self.filter.remap_events(moved);
        self.coloring.remap_events(moved);
        self.find_chosen();
        self.selection.remap_events(moved);
        self.detail.remap_events(moved);
        self.time.remap_events(moved);
        self.matrix.remap_events(moved);
        self.concordance.remap_events(moved);
        self.history.remap_events(moved);
        self.overlays.iter_mut().for_each(|overlay| overlay.remap_events(moved));
    }

    /// Notes what has become of the file since it was read.
    pub fn set_file_state(&mut self, state: State) {
        self.doc.set_file_state(state);
    }

    /// The folded text of all events, made when it is first asked for.
    pub fn text_index(&self) -> &Arc<TextIndex> {
        self.doc.text_index()
    }
}
