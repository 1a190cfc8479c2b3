//! Files that are read again: what one has chosen stays chosen as far as it is still there, and what has changed is said.

use std::sync::Arc;

use crate::{
    input::EventAction,
    messages::{Locale, LocalizedText, detail, notices},
    model::{EventIndex, EventRowId, Revisions, SourceLine, Timeline},
    stream::{FoundChanges, Reload, ReloadCause, State, TimelineUpdate},
};

use super::{App, Direction, DisabledReason, Effect, InfoPage, Origin, Overlay, PickKind, Selection};

impl App {
    /// Whether the files can be read again.
    ///
    /// # Errors
    ///
    /// There are none.
    pub(super) fn reload_availability(&self) -> Result<(), DisabledReason> {
        match self.doc.origin {
            Origin::Files if self.doc.is_reading() => Err(DisabledReason::StillRead),
            Origin::Files => Ok(()),
            Origin::BuiltIn => Err(DisabledReason::BuiltIn),
            Origin::Pipe => Err(DisabledReason::Pipe),
            Origin::Followed => Err(DisabledReason::Followed),
        }
    }

    /// Whether the selected event can be edited.
    ///
    /// # Errors
    ///
    /// There is no file, or no event.
    pub(super) fn edit_availability(&self) -> Result<(), DisabledReason> {
        self.reload_availability().and_then(|()| self.require_selection())
    }

    /// Asks for an editor at the selected event.
    pub(super) fn edit_event(&mut self) -> Effect {
        self.selection.prefer_selected();
        Effect::Edit
    }

    /// Where an editor is to be opened: where the selected event begins, or where the file is broken.
    pub fn edited_line(&self) -> Option<SourceLine> {
        self.doc.first_error.or_else(|| self.doc.timeline.line_of(self.selection.selected?))
    }

    /// The timeline, for a thread that compares it with what is read again.
    pub fn shared_timeline(&self) -> Arc<Timeline> {
        Arc::clone(&self.doc.timeline)
    }

    /// Takes in what came of reading the files again. What is wrong with them leaves the timeline as it is, and is told until it
    /// is mended.
    pub fn apply_reload(&mut self, reload: Reload) {
        let Reload { cause, read, changes } = reload;
        match read {
            Ok((update, _)) if update.diagnostics.counts().0 <= self.doc.errors && !update.timeline.is_empty() => {
                self.replace_timeline(update, changes, cause);
            }
            Ok((TimelineUpdate { diagnostics, .. }, _)) => {
                let lines = diagnostics.lines();
                let first = diagnostics.first_error_line().or_else(|| lines.first().cloned());
                self.doc.first_error = diagnostics.first_error();
                self.keep_timeline(lines, first.unwrap_or_default());
            }
            Err(message) => {
                self.doc.first_error = None;
                self.keep_timeline(vec![message.clone()], message);
            }
        }
    }

    fn keep_timeline(&mut self, problems: Vec<LocalizedText>, first: LocalizedText) {
        self.status_message = None;
        self.doc.problems = problems;
        self.doc.set_file_state(State::Broken(first));
    }

    fn replace_timeline(&mut self, update: TimelineUpdate, changes: Option<FoundChanges>, cause: ReloadCause) {
        let TimelineUpdate { timeline, text_index, diagnostics, reading } = update;
        let old = Arc::clone(&self.doc.timeline);
        self.doc.replace(timeline, text_index, diagnostics.lines());
        (self.doc.errors, self.doc.reading, self.doc.progress) = (diagnostics.counts().0, reading, None);
        self.doc.show_in(self.time.zone);
        let new = Arc::clone(&self.doc.timeline);
        let is_same = changes.as_ref().is_some_and(FoundChanges::is_empty);
        let told = self.tell_changes(changes.as_ref(), cause);
        let rows = changes.map(|changes| changes.rows).unwrap_or_default();
        let is_compared = !rows.is_empty();
        let moved_row = |row: EventRowId| -> Option<EventRowId> {
            if is_compared {
                return rows.get(&row).copied();
            }
            let event = old.event(old.index_of_row(row)?)?;
            new.row_of_index(new.find(&event.id)?)
        };
        let moved = |ix: EventIndex| new.index_of_row(moved_row(old.row_of_index(ix)?)?);
        if !old.is_in_memory() {
            // To find each of them again it would have to be read.
            self.filter.take_shown();
        }
        let has_problems = !self.doc.problems.is_empty();
        self.overlays.retain(|overlay| match overlay {
            // What they offer may be there no longer.
            Overlay::Pick(menu) if menu.offer == PickKind::Themes => true,
            Overlay::Values(_) | Overlay::Pick(_) => is_same,
            Overlay::Page { page: InfoPage::Problems, .. } => has_problems,
            _ => true,
        });
        self.history.remap_rows(&moved_row);
        self.choice.remap_rows(&moved_row);
        self.overlays.iter_mut().for_each(|overlay| overlay.remap_rows(&moved_row));
        let Selection { preferred, selected, .. } = self.selection;
        let window = Some(self.time.window).filter(|window| *window != self.time.initial_window);
        self.follow_events(&old, &moved);
        if let Some(kept) = selected.and_then(moved) {
            // The filter may keep something new that is nearer to what is preferred.
            if self.selection.selected != Some(kept) && self.filter.position(kept).is_some() {
                self.select(kept);
            }
            // Whoever has gone away from it in time is not brought back.
            if let Some(window) = window.filter(|_| old.base() == new.base()) {
                self.time.window = window;
            }
        } else if let Some(gone) = selected.or(preferred.filter(|&ix| moved(ix).is_none())) {
            self.select(near(&old, gone, &new));
        }
        self.marking.revision += 1;
        self.status_message = told.or(self.status_message.take());
    }

    /// Says what has changed since an older version.
    pub fn tell_changes_since(&mut self, changes: &FoundChanges) {
        self.status_message = self.changes_in_words(changes, ReloadCause::Asked);
    }

    /// Notes what is new or has changed, and says it in words; `None` where that is nothing, and nobody has asked.
    fn tell_changes(&mut self, changes: Option<&FoundChanges>, cause: ReloadCause) -> Option<String> {
        let Some(changes) = changes else {
            self.doc.set_revisions(Revisions::default());
            return Some(self.read_again_in_words());
        };
        if !changes.is_empty() {
            self.doc.set_revisions(changes.revisions.clone());
        }
        self.changes_in_words(changes, cause)
    }

    /// The same in words alone.
    fn changes_in_words(&self, changes: &FoundChanges, cause: ReloadCause) -> Option<String> {
        let locale = self.locale();
        if changes.is_empty() {
            return (cause == ReloadCause::Asked).then(|| notices::nothing_changed(locale).to_owned());
        }
        let FoundChanges { added, changed, removed, .. } = *changes;
        let part = |count, words: fn(Locale, usize) -> String| (count > 0).then(|| words(locale, count));
        let there = [part(added, notices::added), part(changed, notices::changed)].into_iter().flatten();
        let there = there.collect::<Vec<_>>().join(detail::comma(locale));
        let gone = part(removed, notices::removed);
        if there.is_empty() && gone.is_none() {
            return Some(notices::declarations_changed(locale).to_owned());
        }
        let key = self.key_for(EventAction::NextChanged);
        let has_way = !there.is_empty() && !key.is_empty();
        let way = if has_way { notices::goes_to_changed(locale, added + changed, &key) } else { String::new() };
        let parts = [there + &way].into_iter().filter(|part| !part.is_empty()).chain(gone);
        Some(parts.collect::<Vec<_>>().join(detail::comma(locale)))
    }

    fn read_again_in_words(&self) -> String {
        notices::read_again(self.locale(), self.doc.timeline.len())
    }

    /// The next shown event that is new or has changed, in the order of time; the first behind the last.
    ///
    /// # Errors
    ///
    /// There is no other.
    pub(super) fn changed_beside(&self, direction: Direction) -> Result<EventIndex, DisabledReason> {
        let selected = self.selection.selected.ok_or(DisabledReason::NothingShown)?;
        let places = self.doc.revisions().iter().filter_map(|(row, _)| self.doc.timeline.index_of_row(row));
        let shown = places.filter(|&ix| self.filter.position(ix).is_some());
        // Behind the last comes the first: whoever has added something at the beginning may be at the end.
        let found = match direction {
            Direction::Next => shown.min_by_key(|&ix| (ix <= selected, ix)),
            Direction::Previous => shown.max_by_key(|&ix| (ix < selected, ix)),
        };
        found.filter(|&ix| ix != selected).ok_or(DisabledReason::NoChanges)
    }
}

/// What is nearest in time to an event that is there no longer.
fn near(old: &Timeline, gone: EventIndex, new: &Timeline) -> EventIndex {
    let moment = old.bounds(gone).map(|bounds| bounds.start.earliest);
    let place = moment.map_or(0, |moment| new.starting_after(moment).index());
    EventIndex::new(place.min(new.len().saturating_sub(1)))
}
