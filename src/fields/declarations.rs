//! What a timeline file declares before its events, as fields.

use std::{collections::HashSet, ops::Deref};

use super::field_record::{FieldRecord, RecordValue};
use crate::{
    axis::moment_text,
    model::{
        AreaId, Event, EventDate, Id, KindId, KnownPerson, LaneId, PartyId, Post, Term, Timeline, TimelineInfo,
        Vocabulary, publishers,
    },
};

/// Returns `[timeline]` and all vocabularies, each under the name of its table; of a part of a timeline, what its events use.
pub fn declarations<'a>(timeline: &'a Timeline, used: Option<&UsedNames>) -> FieldRecord<'a> {
    let words = &timeline.vocabularies;
    let mut fields = FieldRecord::default();
    let about = about(&timeline.info);
    if !about.0.is_empty() {
        fields.set("timeline", RecordValue::Table(about));
    }
    fields.tables("lane", terms(&words.lanes, |id| used.is_none_or(|used| used.lanes.contains(&id))));
    fields.tables("kind", terms(&words.kinds, |id| used.is_none_or(|used| used.kinds.contains(&id))));
    fields.tables("area", terms(&words.areas, |id| used.is_none_or(|used| used.areas.contains(&id))));
    fields.tables("party", terms(&words.parties, |id| used.is_none_or(|used| used.parties.contains(&id))));
    let is_named = |name: &str| used.is_none_or(|used| used.names.contains(name));
    let bodies = words.organisations.iter().map(|(_, term)| term);
    let bodies = bodies.filter(|term| is_declared(term) && term.names().any(|name| is_named(name)));
    fields.tables("organisation", bodies.map(term_fields));
    let persons = words.persons.iter().filter(|person| person.names().any(|name| is_named(name)));
    fields.tables("person", persons.map(person_fields));
    fields
}

/// What the events of a part of a timeline use.
#[derive(Debug, Default)]
pub struct UsedNames {
    lanes: HashSet<LaneId>,
    kinds: HashSet<KindId>,
    areas: HashSet<AreaId>,
    parties: HashSet<PartyId>,
    /// Names and ids of persons and bodies.
    names: HashSet<String>,
}

impl UsedNames {
    /// What these events use.
    pub fn of(events: impl Iterator<Item = impl Deref<Target = Event>>) -> Self {
        let mut used = Self::default();
        for event in events {
            used.lanes.insert(event.lane);
            used.kinds.insert(event.kind);
            used.areas.extend(event.areas.iter());
            used.parties.extend(event.parties.iter());
            used.parties.extend(event.people.iter().filter_map(|person| person.party));
            let publishers = event.sources.iter().filter_map(|source| source.publisher.as_deref()).flat_map(publishers);
            let speakers = event.quotes.iter().filter_map(|quote| quote.speaker.as_deref());
            let people = event.people.iter().map(|person| &*person.name);
            let bodies = event.organisations.iter().map(|body| &**body);
            used.names.extend(publishers.chain(speakers).chain(people).chain(bodies).map(str::to_owned));
        }
        used
    }
}

fn about(info: &TimelineInfo) -> FieldRecord<'_> {
    let mut fields = FieldRecord::default();
    fields.text("title", Some(&info.title));
    fields.text("title_ja", info.title_ja.as_deref());
    fields.text("description", info.description.as_deref());
    fields.text("description_ja", info.description_ja.as_deref());
    fields.text("window", info.window.as_ref().map(EventDate::as_written));
    if let Some(zone) = info.zone {
        fields.set("zone", RecordValue::Text(zone.to_string().into()));
    }
    fields.text("updated", info.updated.as_deref());
    fields.texts("checks", info.checks.iter().map(|check| (&**check).into()));
    fields.text("policy", info.policy.as_deref());
    fields.text("policy_ja", info.policy_ja.as_deref());
    fields.text("corrections", info.corrections.as_deref());
    fields.text("corrections_ja", info.corrections_ja.as_deref());
    fields
}

/// The terms of a vocabulary; none where a file declares none, for then events say all there is.
fn terms<V: Copy>(words: &Vocabulary<V>, is_used: impl Fn(Id<V>) -> bool) -> impl Iterator<Item = FieldRecord<'_>> {
    let any = words.iter().any(|(_, term)| is_declared(term));
    let terms = words.iter().filter(move |(id, term)| any && !term.id.is_empty() && is_used(*id));
    terms.map(|(_, term)| term_fields(term))
}

/// Whether a term says more than its id.
fn is_declared(term: &Term) -> bool {
    *term != Term::undeclared(term.id.clone())
}

fn term_fields(term: &Term) -> FieldRecord<'_> {
    let Term { id, name, name_ja, short_ja, about, about_ja, mark, ascii } = term;
    let mut fields = FieldRecord::default();
    fields.text("id", Some(id));
    fields.text("name", Some(name));
    fields.text("name_ja", name_ja.as_deref());
    fields.text("short_ja", short_ja.as_deref());
    fields.text("mark", mark.as_deref());
    fields.text("ascii", ascii.as_deref());
    fields.text("about", about.as_deref());
    fields.text("about_ja", about_ja.as_deref());
    fields
}

fn person_fields(person: &KnownPerson) -> FieldRecord<'_> {
    let KnownPerson { id, name, name_ja, party, posts } = person;
    let mut fields = FieldRecord::default();
    fields.text("id", Some(id).filter(|id| *id != name).map(|id| &**id));
    fields.text("name", Some(name));
    fields.text("name_ja", name_ja.as_deref());
    fields.text("party", party.as_deref());
    fields.tables("roles", posts.iter().map(post_fields));
    fields
}

fn post_fields(post: &Post) -> FieldRecord<'_> {
    let Post { from, role, role_ja } = post;
    let mut fields = FieldRecord::default();
    if let Some(from) = from {
        fields.set("from", RecordValue::Text(moment_text(*from).into()));
    }
    fields.text("role", Some(role));
    fields.text("role_ja", role_ja.as_deref());
    fields
}
