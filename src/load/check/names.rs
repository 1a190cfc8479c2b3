//! Names that are nearly the same: of people, bodies, places and areas.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::super::{
    diagnostic::DiagnosticKind,
    diagnostics::Diagnostics,
    finding::Finding,
    raw::{RawEvent, RawKnownPerson, RawTables, RawTerm},
};
use crate::text::near_pairs;

/// A name, and where it is used.
type Use<'a> = (&'a str, &'a Range<usize>);

/// Takes note of names that are nearly like another, which is used more often or earlier. What is declared is meant as it is.
pub(super) fn check(raw: &RawTables, problems: &mut Diagnostics) {
    let terms = |terms: &'_ [RawTerm]| -> HashSet<String> {
        terms.iter().flat_map(|RawTerm { term, .. }| [&term.id, &term.name]).map(ToString::to_string).collect()
    };
    let persons = raw.persons.iter().flat_map(|RawKnownPerson { person, .. }| person.names());
    near(raw, "person", &persons.map(ToString::to_string).collect(), people, problems);
    near(raw, "organisation", &terms(&raw.organisations), organisations, problems);
    near(raw, "area", &terms(&raw.areas), areas, problems);
    near(raw, "place", &HashSet::new(), places, problems);
}

fn people(event: &RawEvent) -> Vec<Use<'_>> {
    event.people.iter().map(|person| (person.name.text.as_ref(), &person.name.span)).collect()
}

fn organisations(event: &RawEvent) -> Vec<Use<'_>> {
    event.organisations.iter().map(|body| (body.text.as_ref(), &body.span)).collect()
}

fn areas(event: &RawEvent) -> Vec<Use<'_>> {
    event.areas.iter().map(|area| (area.text.as_ref(), &area.span)).collect()
}

fn places(event: &RawEvent) -> Vec<Use<'_>> {
    event.place.iter().map(|place| (place.as_ref(), &event.span)).collect()
}

fn near<'a>(
    raw: &'a RawTables,
    what: &'static str,
    declared: &HashSet<String>,
    uses: fn(&'a RawEvent) -> Vec<Use<'a>>,
    problems: &mut Diagnostics,
) {
    let mut places: HashMap<&str, Vec<&Range<usize>>> = HashMap::new();
    let mut names: Vec<&str> = Vec::new();
    for (name, span) in raw.events.iter().flat_map(uses).filter(|(name, _)| !declared.contains(*name)) {
        let of_name = places.entry(name).or_default();
        if of_name.is_empty() {
            names.push(name);
        }
        of_name.push(span);
    }
    let count = |name: &str| places.get(name).map_or(0, Vec::len);
    for (first, second) in near_pairs(&names) {
        let (Some(first), Some(second)) = (names.get(first), names.get(second)) else { continue };
        let (usual, name) = if count(second) > count(first) { (second, first) } else { (first, second) };
        for span in places.get(name).into_iter().flatten() {
            let finding = Finding::NearName { what, name: (*name).to_owned(), usual: (*usual).to_owned() };
            problems.push((*span).clone(), DiagnosticKind::Check(finding));
        }
    }
}
