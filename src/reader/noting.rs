//! Marks, tags and notes.

use super::{
    answer::Answer,
    event_lines::{in_list, noted},
    listing::Listing,
    reader_state::Reader,
    sentence::sentences,
};
use crate::{
    app::Effect,
    messages::{DisabledReason, reader},
    model::EventIndex,
};

impl Reader<'_> {
    /// Marks the selected event, or takes its mark away.
    pub(super) fn mark(&mut self, is_marked: bool) -> Answer {
        let locale = self.locale();
        match self.app.set_marked(is_marked) {
            Some(effect) => self.tell_noted(effect),
            None if is_marked => Answer::told(reader::already_marked(locale)),
            None => Answer::told(reader::not_marked(locale)),
        }
    }

    /// Notes tags and a note; without any, tells what is noted.
    pub(super) fn tag(&mut self, line: &str) -> Answer {
        let Some(ix) = self.app.selected() else { return self.nothing_shown() };
        if line.is_empty() {
            let noted = noted(&self.app, ix);
            let words = if noted.is_empty() { vec![reader::nothing_noted(self.locale()).to_owned()] } else { noted };
            return Answer::told(sentences(words, self.locale()));
        }
        match self.app.note(line) {
            Some(effect) => self.tell_noted(effect),
            None => Answer::told(in_list(&self.app, ix)),
        }
    }

    /// Takes tags and note away.
    pub(super) fn untag(&mut self) -> Answer {
        match self.app.note("") {
            Some(effect) => self.tell_noted(effect),
            None => Answer::told(reader::nothing_noted(self.locale())),
        }
    }

    /// Keeps what was noted, and tells it with the event that it is about.
    fn tell_noted(&mut self, effect: Effect) -> Answer {
        let done = self.app.status_message().unwrap_or_default().to_owned();
        let warning = self.keep(Some(effect));
        let event = self.app.selected().map(|ix| in_list(&self.app, ix));
        let done = super::sentence::capitalized(&done);
        let told = [done].into_iter().chain(event).chain(warning);
        Answer::told(sentences(told, self.locale()))
    }

    /// The shown events of which anything is noted.
    pub(super) fn list_marked(&mut self) -> Answer {
        let shown = self.shown();
        let timeline = self.app.timeline();
        let places = self.app.document().marks().iter().filter_map(|(row, _)| timeline.index_of_row(row));
        let mut marked: Vec<EventIndex> = places.filter(|ix| shown.binary_search(ix).is_ok()).collect();
        marked.sort_unstable();
        if marked.is_empty() {
            return Answer::told(DisabledReason::NoMarks.text(self.locale()));
        }
        Answer::listed(reader::events(self.locale(), marked.len()), Listing::Events(marked.into()))
    }
}
