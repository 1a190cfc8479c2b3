//! The sources of an event: told, cited, opened.

use super::{
    mode::ReaderMode,
    response::Response,
    sentence::{enumerated, one, sentence, sentences, written_date},
};
use crate::{
    app::{App, facts_borne},
    export::{self, CitationStyle},
    messages::{detail, reader},
    model::{Event, EventRef},
};

/// What is said for an entry of biblatex.
const BIBTEX: &str = "bibtex";

/// The sources of an event, a line each, those that bear most first.
pub(super) fn lines(app: &App, event: &Event) -> Vec<String> {
    event.sources_by_rank().into_iter().map(|place| line(app, event, place)).collect()
}

fn line(app: &App, event: &Event, place: usize) -> String {
    let Some(source) = event.sources.get(place) else { return String::new() };
    let (locale, lang) = (app.locale(), app.lang());
    let words = &app.timeline().vocabularies;
    let rank = [
        source.primary.then(|| reader::official(locale)),
        source.further_reading.then(|| reader::further_reading(locale)),
    ];
    let head = [reader::source(locale, place + 1)].into_iter().chain(rank.into_iter().flatten().map(str::to_owned));
    let publisher = source.publisher.as_deref().map(|name| words.publisher(name, one(lang)).into_owned());
    let date = source.date.as_deref().map(|date| written_date(date, locale));
    let printed = enumerated(publisher.into_iter().chain(date), locale);
    let facts = facts_borne(event, place, locale);
    let bears = facts.map(|facts| format!("{}{}", detail::supports(locale), enumerated(facts, locale)));
    // An address stands at the end of its line, so that no full stop is taken for a part of it.
    let said = [enumerated(head, locale), source.title.as_deref().unwrap_or_default().to_owned(), printed];
    let said = said.into_iter().chain(bears.map(|bears| super::sentence::capitalized(&bears)));
    let archived = source.archived.as_deref().map(|address| reader::archived(locale, address));
    let addresses = source.url.as_deref().map(str::to_owned).into_iter().chain(archived);
    [sentences(said, locale)].into_iter().chain(addresses).collect::<Vec<_>>().join(" ")
}

impl ReaderMode<'_> {
    /// The sources of the selected event.
    pub(super) fn tell_sources(&self) -> Response {
        match self.event_with_sources() {
            Ok(event) => Response::text(lines(&self.app, &event)),
            Err(answer) => answer,
        }
    }

    fn event_with_sources(&self) -> Result<EventRef<'_>, Response> {
        let locale = self.locale();
        let event = self.app.selected_event().filter(|event| !event.sources.is_empty());
        event.ok_or_else(|| Response::failed(reader::no_sources(locale)))
    }

    /// Cites a source: that of a number, else the first of those that bear most, by the rules of a handbook.
    pub(super) fn cite(&self, argument: &str) -> Response {
        let (locale, usual) = (self.locale(), self.app.prefs().citation_style);
        let words: Vec<&str> = argument.split(|c: char| c.is_whitespace() || c == ',').collect();
        let number = words.iter().find_map(|word| word.parse::<usize>().ok());
        let style = words.iter().find_map(|word| word.to_lowercase().parse::<CitationStyle>().ok()).unwrap_or(usual);
        let lang = self.app.lang();
        let event = match self.event_with_sources() {
            Ok(event) => event,
            Err(answer) => return answer,
        };
        let place = number.map_or_else(|| event.sources_by_rank().first().copied(), |number| number.checked_sub(1));
        let Some((place, source)) = place.and_then(|place| Some((place, event.sources.get(place)?))) else {
            return Response::failed(reader::no_such_source(locale, number.unwrap_or(0), event.sources.len()));
        };
        let words_of = &self.app.timeline().vocabularies;
        if words.contains(&BIBTEX) {
            let entry = export::bibtex(words_of, &event, place + 1, source);
            return Response::text(entry.lines().map(str::to_owned).collect());
        }
        let rank = source.primary.then(|| reader::official(locale).to_owned());
        let head = enumerated([reader::source(locale, place + 1)].into_iter().chain(rank), locale);
        // As it is to be copied, with nothing behind it.
        Response::text(vec![sentence(&head, locale), style.cite(words_of, source, lang)])
    }

    /// Opens a source: that of a number, else the first that has an address.
    pub(super) fn open_source(&self, argument: &str) -> Response {
        let locale = self.locale();
        let number = argument.parse::<usize>().ok();
        let event = match self.event_with_sources() {
            Ok(event) => event,
            Err(answer) => return answer,
        };
        let has_address = |place: &usize| event.sources.get(*place).is_some_and(|source| source.url.is_some());
        let place = match number {
            Some(number) => number.checked_sub(1),
            None => event.sources_by_rank().into_iter().find(has_address).or(Some(0)),
        };
        let Some((place, source)) = place.and_then(|place| Some((place, event.sources.get(place)?))) else {
            return Response::failed(reader::no_such_source(locale, number.unwrap_or(0), event.sources.len()));
        };
        let Some(address) = source.url.as_deref().map(str::to_owned) else {
            return Response::failed(reader::no_address(locale, place + 1));
        };
        match (self.open)(&address) {
            Ok(()) => Response::text(vec![reader::opened(locale, &address)]),
            Err(why) => Response::failed(why),
        }
    }
}
