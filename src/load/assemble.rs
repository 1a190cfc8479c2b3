//! From the tables of a file to a timeline: ids made and made unique, vocabularies filled, references looked up.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::{
    check,
    declared_ids::{DeclaredIds, Ids},
    diagnostic::DiagnosticKind,
    diagnostics::Diagnostics,
    fields::{SpannedText, Unknown},
    fragment::ParsedFragment,
    generated_id::generated_id,
    position::LineStarts,
    raw::{RawDifference, RawEvent, RawKnownPerson, RawQuote, RawTables, RawTerm, SourceNumber},
};
use crate::{
    model::{
        self, Difference, Event, Extra, Id, KnownPersons, List, Person, Quote, Text, Timeline, Vocabularies, Vocabulary,
    },
    text::{sanitize, suggest},
};

/// Above this number of events no id is suggested: each suggestion compares all of them.
const MAX_SUGGESTION_CANDIDATES: usize = 10_000;

/// Puts the tables of a file together, and notes every reference that leads nowhere.
pub(super) fn assemble(raw: RawTables, source: &str, problems: &mut Diagnostics) -> Timeline {
    let lines = LineStarts::of(source);
    check::all(&raw, &lines, problems);
    let mut shelf = Assembler { problems };
    let mut words = Vocabularies {
        lanes: shelf.declare(raw.lanes, &lines),
        kinds: shelf.declare(raw.kinds, &lines),
        areas: shelf.declare(raw.areas, &lines),
        parties: shelf.declare(raw.parties, &lines),
        organisations: shelf.declare(raw.organisations, &lines),
        persons: shelf.declare_persons(raw.persons, &lines),
    };
    let mut declared = DeclaredIds::of(&words);
    let event_ids = shelf.event_ids(&raw.events, &lines);
    check::links(&raw.events, &event_ids, shelf.problems);
    let lost = raw.unreadable_ids.into_iter().map(Text::Owned);
    let known: HashSet<Text> = event_ids.iter().cloned().chain(lost).collect();
    let first_lines = raw.events.iter().map(|event| lines.line(event.span.start)).collect();
    let events = raw.events.into_iter().zip(event_ids);
    let events = events.map(|(event, id)| shelf.event(event, id, Some(&known), &mut declared, &mut words));
    let events: Vec<Event> = events.collect();
    Timeline::new(raw.about.unwrap_or_default(), words, events).read_from_lines(first_lines)
}

/// Puts the events of a part together, as far as that can be done without knowing the rest.
pub(super) fn events(raw: RawTables, words: &mut Vocabularies, problems: &mut Diagnostics) -> ParsedFragment {
    let mut shelf = Assembler { problems };
    let mut declared = DeclaredIds::default();
    let mut events = Vec::with_capacity(raw.events.len());
    for event in raw.events {
        let made = || generated_id(event.date.as_written(), &event.title).into();
        let id = event.id.as_ref().map_or_else(made, |id| id.text.clone());
        events.push((event.span.start, event.id.is_some(), shelf.event(event, id, None, &mut declared, words)));
    }
    let terms = |raw: Vec<RawTerm>| raw.into_iter().map(|raw| raw.term).collect();
    let declared = model::Declared {
        lanes: terms(raw.lanes),
        kinds: terms(raw.kinds),
        areas: terms(raw.areas),
        parties: terms(raw.parties),
        organisations: terms(raw.organisations),
        persons: raw.persons.into_iter().map(|raw| raw.person).collect(),
    };
    if let Some((_, span)) = raw.checks.into_iter().next() {
        shelf.problem(span, DiagnosticKind::ChecksSkipped);
    }
    ParsedFragment { about: raw.about, declared, events }
}

struct Assembler<'p> {
    problems: &'p mut Diagnostics,
}

impl Assembler<'_> {
    fn problem(&mut self, span: Range<usize>, fault: DiagnosticKind) {
        self.problems.push(span, fault);
    }

    fn declare<V: Copy>(&mut self, terms: Vec<RawTerm>, lines: &LineStarts) -> Vocabulary<V> {
        let mut vocabulary = Vocabulary::default();
        let mut first_lines: HashMap<Text, usize> = HashMap::new();
        for RawTerm { term, span } in terms {
            let line = lines.line(span.start);
            if let Some(&first) = first_lines.get(&term.id) {
                self.problem(span, DiagnosticKind::DuplicateId { id: term.id.into_owned(), first });
                continue;
            }
            first_lines.insert(term.id.clone(), line);
            vocabulary.declare(term);
        }
        vocabulary
    }

    fn declare_persons(&mut self, persons: Vec<RawKnownPerson>, lines: &LineStarts) -> KnownPersons {
        let mut known = KnownPersons::default();
        let mut first_lines: HashMap<Text, usize> = HashMap::new();
        for RawKnownPerson { person, span } in persons {
            let line = lines.line(span.start);
            if let Some(&first) = first_lines.get(&person.id) {
                self.problem(span, DiagnosticKind::DuplicateId { id: person.id.into_owned(), first });
                continue;
            }
            first_lines.insert(person.id.clone(), line);
            known.declare(person);
        }
        known
    }

    /// An id for each event: its own, with a number behind it if it was taken, or one made from date and title.
    fn event_ids(&mut self, events: &[RawEvent], lines: &LineStarts) -> Vec<Text> {
        let mut first_lines: HashMap<&str, usize> = HashMap::new();
        for id in events.iter().filter_map(|event| event.id.as_ref()) {
            let line = lines.line(id.span.start);
            if let Some(&first) = first_lines.get(id.text.as_ref()) {
                self.problem(id.span.clone(), DiagnosticKind::DuplicateId { id: id.text.to_string(), first });
            } else {
                first_lines.insert(&id.text, line);
            }
        }
        let mut own: HashSet<&str> = first_lines.into_keys().collect();
        let mut taken: HashSet<String> = own.iter().map(|&id| id.to_owned()).collect();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let made = events.iter().map(|event| {
            let wanted = match &event.id {
                Some(id) if own.remove(id.text.as_ref()) => return id.text.clone(),
                Some(id) => id.text.to_string(),
                None => generated_id(event.date.as_written(), &event.title),
            };
            let number = numbers.entry(wanted.clone()).or_insert(1_usize);
            let mut id = wanted.clone();
            while !taken.insert(id.clone()) {
                *number += 1;
                id = format!("{wanted}-{number}");
            }
            id.into()
        });
        made.collect()
    }

    /// Takes note of links that lead nowhere, where all ids are known.
    fn links(&mut self, follows: &[SpannedText], known: Option<&HashSet<Text>>) {
        let Some(known) = known else { return };
        for link in follows.iter().filter(|link| !known.contains(&link.text)) {
            let fault = DiagnosticKind::NoSuchEvent { id: link.text.to_string(), near: None };
            self.problems.push_new(link.span.clone(), fault, |fault| {
                if let DiagnosticKind::NoSuchEvent { id, near } = fault
                    && known.len() <= MAX_SUGGESTION_CANDIDATES
                {
                    *near = suggest(id, known.iter().map(AsRef::as_ref)).map(str::to_owned);
                }
            });
        }
    }

    fn event(
        &mut self,
        raw: RawEvent,
        id: Text,
        known: Option<&HashSet<Text>>,
        declared: &mut DeclaredIds,
        words: &mut Vocabularies,
    ) -> Event {
        self.links(&raw.follows, known);
        let sources = raw.sources.len();
        let lane = self.term("lane", raw.lane.as_ref(), &mut declared.lanes, &mut words.lanes);
        let kind = self.term("kind", raw.kind.as_ref(), &mut declared.kinds, &mut words.kinds);
        let mut party = |this: &mut Self, said: &SpannedText| {
            this.term("party", Some(said), &mut declared.parties, &mut words.parties)
        };
        let parties: List<_> = raw.parties.iter().map(|said| party(self, said)).collect();
        let people = raw.people.into_iter().map(|person| {
            self.declared("person", &person.name, &mut declared.persons);
            Person {
                party: person.party.as_ref().filter(|said| !said.text.is_empty()).map(|said| party(self, said)),
                name: person.name.text,
                name_ja: person.name_ja,
                role: person.role,
                role_ja: person.role_ja,
            }
        });
        let people = people.collect();
        for body in &raw.organisations {
            self.declared("organisation", body, &mut declared.organisations);
        }
        let areas = raw.areas.iter().map(|said| self.term("area", Some(said), &mut declared.areas, &mut words.areas));
        Event {
            id,
            date: raw.date,
            title: raw.title,
            title_ja: raw.title_ja,
            lane,
            kind,
            parties,
            areas: areas.collect(),
            place: raw.place,
            place_ja: raw.place_ja,
            summary: raw.summary,
            summary_ja: raw.summary_ja,
            people,
            organisations: raw.organisations.into_iter().map(|body| body.text).collect(),
            follows: raw.follows.into_iter().map(|link| link.text).collect(),
            context: raw.context,
            confidence: raw.confidence,
            note: raw.note,
            note_ja: raw.note_ja,
            differs: raw.differs.into_iter().map(|differs| self.difference(differs, sources)).collect(),
            quotes: raw.quotes.into_iter().map(|quote| self.quote(quote, sources)).collect(),
            sources: raw.sources.into_iter().map(|raw| raw.source).collect(),
            more: raw.more.into_iter().map(extra).collect(),
        }
    }

    /// `sources` is how many the event has.
    fn difference(&mut self, raw: RawDifference, sources: usize) -> Difference {
        Difference {
            field: raw.field,
            value: raw.value,
            value_ja: raw.value_ja,
            source: self.source(raw.source, sources),
        }
    }

    /// `sources` is how many the event has.
    fn quote(&mut self, raw: RawQuote, sources: usize) -> Quote {
        Quote {
            text: raw.text.text,
            speaker: raw.speaker,
            speaker_ja: raw.speaker_ja,
            role: raw.role,
            role_ja: raw.role_ja,
            lang: raw.lang,
            translation: raw.translation,
            translation_ja: raw.translation_ja,
            source: self.source(raw.source, sources),
            as_reported: raw.as_reported,
            note: raw.note,
            note_ja: raw.note_ja,
        }
    }

    /// Finds a term, or takes it in; one that is very like a declared term is probably a slip.
    fn term<V: Copy>(
        &mut self,
        what: &'static str,
        said: Option<&SpannedText>,
        declared: &mut Ids,
        vocabulary: &mut Vocabulary<V>,
    ) -> Id<V> {
        let Some(said) = said else { return vocabulary.intern("") };
        self.declared(what, said, declared);
        vocabulary.intern(&said.text)
    }

    /// Takes note of what is not declared, and very like something that is.
    fn declared(&mut self, what: &'static str, said: &SpannedText, declared: &mut Ids) {
        if let Some(near) = declared.meant_by(&said.text) {
            let fault = DiagnosticKind::Undeclared { what, id: said.text.to_string(), near: near.into_owned() };
            self.problem(said.span.clone(), fault);
        }
    }

    /// The place of a source from 0; `None` if none is named, or one that is not there.
    fn source(&mut self, number: SourceNumber, sources: usize) -> Option<usize> {
        let (number, span) = number?;
        let index = usize::try_from(number).ok().and_then(|n| n.checked_sub(1)).filter(|&index| index < sources);
        if index.is_none() {
            self.problem(span, DiagnosticKind::NoSuchSource { number, sources });
        }
        index
    }
}

/// A field that annalist does not know; its name is shown as well.
fn extra((name, value): Unknown) -> Extra {
    Extra { name: sanitize(&name).into_owned().into(), value: value.into() }
}
