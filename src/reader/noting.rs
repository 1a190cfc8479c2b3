//! Marks, tags and notes.

use super::{
    event_lines::{in_list, noted, title},
    listing::Listing,
    mode::ReaderMode,
    response::Response,
    sentence::{capitalized, date, sentences},
};
use crate::{app::Effect, messages::reader, model::EventIndex};

impl ReaderMode<'_> {
    /// Marks the selected event, or takes its mark away.
    pub(super) fn mark(&mut self, is_marked: bool) -> Response {
        let locale = self.locale();
        match self.app.set_marked(is_marked) {
            Some(effect) => self.tell_noted(effect),
            None if is_marked => Response::told(reader::already_marked(locale)),
            None => Response::told(reader::not_marked(locale)),
        }
    }

    /// Notes tags and a note; without any, tells what is noted.
    pub(super) fn tag(&mut self, line: &str) -> Response {
        let Some(ix) = self.app.selected() else { return self.nothing_shown() };
        if line.is_empty() {
            let noted = noted(&self.app, ix);
            let words = if noted.is_empty() { vec![reader::nothing_noted(self.locale()).to_owned()] } else { noted };
            return Response::told(sentences(words, self.locale()));
        }
        match self.app.note(line) {
            Some(effect) => self.tell_noted(effect),
            None => Response::told(in_list(&self.app, ix)),
        }
    }

    /// Takes tags and note away.
    pub(super) fn untag(&mut self) -> Response {
        match self.app.note("") {
            Some(effect) => self.tell_noted(effect),
            None => Response::told(reader::nothing_noted(self.locale())),
        }
    }

    /// Keeps what was noted, and tells it with the event that it is about.
    fn tell_noted(&mut self, effect: Effect) -> Response {
        let done = self.app.status_message().unwrap_or_default().to_owned();
        let warning = self.keep(Some(effect));
        let locale = self.locale();
        let told = self.app.selected().map(|ix| noted(&self.app, ix)).unwrap_or_default();
        // That it is marked has been said by then.
        let told = told.into_iter().filter(|told| told != reader::marked(locale));
        let event = self
            .app
            .selected_event()
            .map(|event| sentences([date(&event.date, locale), title(&event, self.app.lang())], locale));
        let told = [capitalized(&done)].into_iter().chain(event).chain(told).chain(warning);
        Response::told(sentences(told, locale))
    }

    /// The shown events of which anything is noted.
    pub(super) fn list_marked(&mut self) -> Response {
        let shown = self.shown();
        let timeline = self.app.timeline();
        let places = self.app.document().marks().iter().filter_map(|(row, _)| timeline.index_of_row(row));
        let mut marked: Vec<EventIndex> = places.filter(|ix| shown.binary_search(ix).is_ok()).collect();
        marked.sort_unstable();
        if marked.is_empty() {
            return Response::told(reader::none_noted(self.locale()));
        }
        Response::listed(reader::events(self.locale(), marked.len()), Listing::Events(marked.into()))
    }
}
