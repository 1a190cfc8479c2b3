//! All of an event, a line each thing: what happened, who took part, what was said, what it follows from, where it is written.

use super::{
    event_lines::{self, noted, quote_in_list, title},
    sentence::{capitalized, date, enumerated, sentence, sentences},
    sources,
};
use crate::{
    app::{App, Direction, MAX_LINKS},
    messages::{detail, field_name, reader},
    model::{Attribution, Confidence, Event, EventIndex, Lang},
};

/// The events to which an event is linked, those that it follows from first.
pub(super) fn linked(app: &App, ix: EventIndex) -> Vec<(Direction, EventIndex)> {
    let of = |side, links: &[EventIndex]| links.iter().take(MAX_LINKS).map(|&ix| (side, ix)).collect::<Vec<_>>();
    let timeline = app.timeline();
    [of(Direction::Previous, timeline.earlier_in_thread(ix)), of(Direction::Next, timeline.later_in_thread(ix))]
        .concat()
}

/// The lines of an event that is the one at this place of so many.
pub(super) fn lines(app: &App, ix: EventIndex, (place, count): (usize, usize)) -> Vec<String> {
    let Some(event) = app.timeline().event(ix) else { return Vec::new() };
    let text = EventText { app, event: &event, ix };
    let locale = app.locale();
    let head = [reader::position(locale, place + 1, count), date(&event.date, locale)];
    let lines = [sentences(head, locale), sentence(&title(&event, app.lang()), locale)].into_iter();
    let lines = lines.chain([text.place(), text.doubts(), sentences(noted(app, ix), locale)]);
    let lines = lines.chain(text.names()).chain(text.summary()).chain(text.quotes()).chain(text.people());
    let lines = lines.chain(text.thread()).chain(sources::lines(app, &event)).chain(text.notes()).chain(text.more());
    lines.filter(|line| !line.is_empty()).collect()
}

/// An event that is read.
struct EventText<'a> {
    app: &'a App,
    event: &'a Event,
    ix: EventIndex,
}

impl EventText<'_> {
    fn labelled(&self, label: &str, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let locale = self.app.locale();
        sentence(&reader::labelled(locale, label, text), locale)
    }

    /// Kind, lane and place.
    fn place(&self) -> String {
        let (words, lang) = (&self.app.timeline().vocabularies, self.app.lang());
        let place = lang.texts(self.event.place.as_deref(), self.event.place_ja.as_deref()).join(" ");
        let (kind, lane) = (words.kinds.label(self.event.kind, lang), words.lanes.label(self.event.lane, lang));
        sentences([kind.as_ref(), lane.as_ref(), &place], self.app.locale())
    }

    /// What is to be known before one relies on it.
    fn doubts(&self) -> String {
        let locale = self.app.locale();
        let background = self.event.context.then(|| detail::background(locale));
        let confidence = match self.event.confidence {
            Some(Confidence::Low) => Some(detail::low_confidence(locale)),
            Some(Confidence::Medium) => Some(detail::medium_confidence(locale)),
            Some(Confidence::High) | None => None,
        };
        let differs = (!self.event.differs.is_empty()).then(|| detail::differs_below(locale));
        sentences([background, confidence, differs].into_iter().flatten().map(capitalized), locale)
    }

    /// Parties, areas and bodies.
    fn names(&self) -> [String; 3] {
        let (words, lang, locale) = (&self.app.timeline().vocabularies, self.app.lang(), self.app.locale());
        let parties = self.event.parties.iter().map(|&party| words.parties.label(party, lang));
        let areas = self.event.areas.iter().map(|&area| words.areas.label(area, lang));
        let bodies = self.event.organisations.iter().map(|body| words.organisation(body, lang));
        [
            self.labelled(reader::parties(locale), &enumerated(parties, locale)),
            self.labelled(reader::areas(locale), &enumerated(areas, locale)),
            self.labelled(reader::bodies(locale), &enumerated(bodies, locale)),
        ]
    }

    fn summary(&self) -> Vec<String> {
        let texts = self.app.lang().texts(self.event.summary.as_deref(), self.event.summary_ja.as_deref());
        texts.into_iter().map(str::to_owned).collect()
    }

    fn quotes(&self) -> Vec<String> {
        let (locale, lang) = (self.app.locale(), self.app.lang());
        let lines = self.event.quotes.iter().enumerate().map(|(place, quote)| {
            let source = quote.source.map(|source| reader::source(locale, source + 1));
            let doubt = quote.as_reported.then(|| capitalized(detail::as_reported(locale)));
            let notes = lang.texts(quote.note.as_deref(), quote.note_ja.as_deref()).into_iter().map(str::to_owned);
            let said = [reader::quote(locale, place + 1), quote_in_list(self.app, (self.ix, place))];
            sentences(said.into_iter().chain(source).chain(doubt).chain(notes), locale)
        });
        lines.collect()
    }

    /// Everybody with the role of the day, a line each.
    fn people(&self) -> Vec<String> {
        let (locale, lang) = (self.app.locale(), self.app.lang());
        let words = &self.app.timeline().vocabularies;
        let told = |person: Attribution<'_>| {
            // Both forms of a name are wanted by who looks for the person elsewhere.
            let other = if lang == Lang::Ja { person.name_ja.map(|_| person.name) } else { person.name_ja };
            let name = [Some(person.name(lang)), other].into_iter().flatten().collect::<Vec<_>>().join(" ");
            enumerated([name.as_str(), person.role(lang).unwrap_or_default()], locale)
        };
        let mut people = self.event.people.iter().map(|person| told(words.person(person, &self.event.date)));
        let first = people.next().map(|first| self.labelled(reader::people(locale), &first));
        first.into_iter().chain(people.map(|person| sentence(&person, locale))).collect()
    }

    fn thread(&self) -> Vec<String> {
        let (timeline, locale) = (self.app.timeline(), self.app.locale());
        let linked = linked(self.app, self.ix);
        let all = timeline.earlier_in_thread(self.ix).len() + timeline.later_in_thread(self.ix).len();
        let more = (all > linked.len()).then(|| reader::more_in_thread(locale, all - linked.len()));
        let links = linked.into_iter().map(|(side, ix)| event_lines::linked(self.app, side, ix));
        links.chain(more).map(|line| sentence(&line, locale)).collect()
    }

    /// What sources say otherwise, and remarks.
    fn notes(&self) -> Vec<String> {
        let (locale, lang) = (self.app.locale(), self.app.lang());
        let differs = self.event.differs.iter().map(|differs| {
            let field = field_name(&differs.field, locale);
            let value = lang.pick(&differs.value, differs.value_ja.as_deref());
            let source = differs.source.map(|source| reader::says_source(locale, source + 1)).unwrap_or_default();
            let said = enumerated([reader::labelled(locale, field, value), source], locale);
            self.labelled(reader::sources_differ(locale), &said)
        });
        let notes = lang.texts(self.event.note.as_deref(), self.event.note_ja.as_deref());
        differs.chain(notes.into_iter().map(|note| self.labelled(reader::note(locale), note))).collect()
    }

    /// What the file says besides.
    fn more(&self) -> Vec<String> {
        self.event.more.iter().map(|extra| self.labelled(&extra.name, &extra.value)).collect()
    }
}
