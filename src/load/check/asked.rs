//! Checks that a file asks for in `[timeline]`: of what could be read, but ought not to be left so.

use std::{collections::HashSet, ops::Range};

use super::{
    super::{
        diagnostic::DiagnosticKind,
        diagnostics::Diagnostics,
        finding::{Check, Finding},
        position::LineStarts,
        raw::{RawEvent, RawKnownPerson, RawQuote, RawTables, RawTerm},
    },
    duplicates, names,
};
use crate::model::{KnownPerson, Source, Text};

/// Makes the checks that the tables of a file ask for.
pub(in super::super) fn all(raw: &RawTables, lines: &LineStarts, problems: &mut Diagnostics) {
    let mut checker = Checker { raw, problems };
    for (check, _) in &raw.checks {
        match check {
            Check::Sources => raw.events.iter().for_each(|event| checker.sources(event)),
            Check::Official => raw.events.iter().for_each(|event| checker.official(event)),
            Check::Quotes => raw.events.iter().for_each(|event| checker.quotes(event)),
            Check::Https => checker.https(),
            Check::People => checker.people(),
            Check::Japanese => checker.japanese(),
            Check::Attribution => raw.events.iter().for_each(|event| checker.attribution(event)),
            Check::Dated => raw.events.iter().for_each(|event| checker.dated(event)),
            Check::Names => names::check(raw, checker.problems),
            Check::Duplicates => duplicates::check(&raw.events, lines, checker.problems),
        }
    }
}

struct Checker<'a, 'p> {
    raw: &'a RawTables,
    problems: &'p mut Diagnostics,
}

impl Checker<'_, '_> {
    fn found(&mut self, span: &Range<usize>, finding: Finding) {
        self.problems.push(span.clone(), DiagnosticKind::Check(finding));
    }

    fn sources(&mut self, event: &RawEvent) {
        let numbers = event.quotes.iter().map(|quote| &quote.source).chain(event.differs.iter().map(|it| &it.source));
        let used: HashSet<i64> = numbers.flatten().map(|(number, _)| *number).collect();
        for (number, raw) in (1..).zip(&event.sources) {
            let Source { supports, further_reading, .. } = &raw.source;
            let bears = !supports.is_empty() || used.contains(&number);
            match (bears, further_reading) {
                (false, false) => self.found(&raw.span, Finding::BearsNothing),
                (true, true) => self.found(&raw.span, Finding::FurtherReadingBears),
                _ => {}
            }
            for support in supports.iter() {
                if !self.is_there(event, support) {
                    self.found(&raw.span, Finding::NothingToBear { support: support.to_string() });
                }
            }
        }
    }

    /// Whether the event has what a source is said to bear.
    fn is_there(&self, event: &RawEvent, support: &str) -> bool {
        match Source::supported(support) {
            Some(("people", Some(name))) => event.people.iter().any(|person| {
                let person = &person.name.text;
                person.contains(name)
                    || self.known(person).is_some_and(|known| known.names().any(|it| it.contains(name)))
            }),
            Some(("people", None)) => !event.people.is_empty(),
            Some(("place", _)) => event.place.is_some() || event.place_ja.is_some(),
            Some(("parties", _)) => !event.parties.is_empty(),
            Some(("areas", _)) => !event.areas.is_empty(),
            Some(("summary", _)) => event.summary.is_some() || event.summary_ja.is_some(),
            Some(("note", _)) => event.note.is_some() || event.note_ja.is_some(),
            // Every event has a date and a title.
            Some(_) => true,
            None => false,
        }
    }

    fn known(&self, name: &str) -> Option<&KnownPerson> {
        let mut persons = self.raw.persons.iter().map(|RawKnownPerson { person, .. }| person);
        persons.find(|person| person.names().any(|known| known == name))
    }

    fn official(&mut self, event: &RawEvent) {
        let is_official = event.sources.iter().any(|raw| raw.source.primary);
        let is_told = |note: &Option<Text>| {
            note.as_ref().is_some_and(|note| note.to_lowercase().contains("official") || note.contains("公式"))
        };
        if !is_official && !is_told(&event.note) && !is_told(&event.note_ja) {
            self.found(&event.span, Finding::NoOfficialSource);
        }
    }

    fn quotes(&mut self, event: &RawEvent) {
        for quote in &event.quotes {
            let is_marked = quote.note.is_some() || quote.note_ja.is_some();
            if !is_marked && quote.text.text.starts_with(char::is_lowercase) {
                self.found(&quote.text.span, Finding::UnmarkedFragment);
            }
        }
    }

    fn attribution(&mut self, event: &RawEvent) {
        for quote in event.quotes.iter().filter(|quote| quote.source.is_none()) {
            self.found(&quote.text.span, Finding::UnattributedQuote);
        }
    }

    fn dated(&mut self, event: &RawEvent) {
        for raw in event.sources.iter().filter(|raw| raw.source.date.is_none()) {
            self.found(&raw.span, Finding::UndatedSource);
        }
    }

    fn https(&mut self) {
        let sources = self.raw.events.iter().flat_map(|event| &event.sources);
        let urls: Vec<(&str, &Range<usize>)> =
            sources.filter_map(|raw| Some((raw.source.url.as_deref()?, &raw.span))).collect();
        let host = |url: &str, scheme: &str| {
            let rest = url.strip_prefix(scheme)?;
            Some(rest.split(['/', '?', '#']).next().unwrap_or(rest).to_owned())
        };
        let secure: HashSet<String> = urls.iter().filter_map(|(url, _)| host(url, "https://")).collect();
        for (url, span) in urls {
            if let Some(host) = host(url, "http://").filter(|host| secure.contains(host)) {
                self.found(span, Finding::InsecureUrl { host });
            }
        }
    }

    fn people(&mut self) {
        let bodies = self.raw.organisations.iter().flat_map(|RawTerm { term, .. }| [&term.id, &term.name]);
        let bodies: HashSet<&Text> = bodies.collect();
        for person in self.raw.events.iter().flat_map(|event| &event.people) {
            if bodies.contains(&person.name.text) {
                self.found(&person.name.span, Finding::BodyAmongPeople { name: person.name.text.to_string() });
            }
        }
    }

    fn japanese(&mut self) {
        let raw = self.raw;
        for (table, terms) in
            [("lane", &raw.lanes), ("kind", &raw.kinds), ("area", &raw.areas), ("party", &raw.parties)]
        {
            for RawTerm { term, span } in terms {
                self.has_japanese(span, table, [("name", Some(&term.name), &term.name_ja)]);
                self.has_japanese(span, table, [("about", term.about.as_ref(), &term.about_ja)]);
            }
        }
        for RawKnownPerson { person, span } in &raw.persons {
            let posts = person.posts.iter().map(|post| ("role", Some(&post.role), &post.role_ja));
            self.has_japanese(span, "person", posts);
        }
        for event in &raw.events {
            self.japanese_of(event);
        }
    }

    fn japanese_of(&mut self, event: &RawEvent) {
        self.has_japanese(
            &event.span,
            "event",
            [
                ("title", Some(&event.title), &event.title_ja),
                ("place", event.place.as_ref(), &event.place_ja),
                ("summary", event.summary.as_ref(), &event.summary_ja),
                ("note", event.note.as_ref(), &event.note_ja),
            ],
        );
        for person in &event.people {
            self.has_japanese(&person.name.span, "person", [("role", person.role.as_ref(), &person.role_ja)]);
        }
        for differs in &event.differs {
            self.has_japanese(&event.span, "difference", [("value", Some(&differs.value), &differs.value_ja)]);
        }
        for quote in &event.quotes {
            let RawQuote { text, role, role_ja, lang, translation, translation_ja, note, note_ja, .. } = quote;
            self.has_japanese(
                &text.span,
                "quote",
                [("role", role.as_ref(), role_ja), ("note", note.as_ref(), note_ja)],
            );
            if lang.as_deref() != Some("ja") {
                self.has_japanese(&text.span, "quote", [("text", Some(&text.text), translation_ja)]);
            } else if translation.is_none() {
                self.found(&text.span, Finding::NoTranslation);
            }
        }
    }

    /// Takes note of fields that are said in English only.
    fn has_japanese<'t>(
        &mut self,
        span: &Range<usize>,
        table: &'static str,
        texts: impl IntoIterator<Item = (&'static str, Option<&'t Text>, &'t Option<Text>)>,
    ) {
        for (field, english, japanese) in texts {
            if english.is_some() && japanese.is_none() {
                self.found(span, Finding::NoJapanese { table, field });
            }
        }
    }
}
