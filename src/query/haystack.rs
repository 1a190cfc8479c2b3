//! All text of all events, folded, in one piece of memory: what a word is looked for in.

use memchr::memmem::Finder;

use crate::{
    model::{Event, EventIx, Timeline},
    text::fold_into,
};

/// The folded text of every event, one after the other in order of time. Fields are separated by line breaks, so
/// that no word is found across two of them.
#[derive(Debug, Clone, Default)]
pub struct Haystack {
    text: String,
    ends: Vec<usize>,
}

impl Haystack {
    /// Folds all that a reader can see of each event.
    pub fn new(timeline: &Timeline) -> Self {
        let mut haystack = Self { text: String::new(), ends: Vec::with_capacity(timeline.events().len()) };
        for event in timeline.events() {
            visit(timeline, event, |field| {
                fold_into(&mut haystack.text, field);
                haystack.text.push('\n');
            });
            haystack.ends.push(haystack.text.len());
        }
        haystack
    }

    /// The events in whose text the folded needle stands, in order of time.
    pub fn find(&self, needle: &str) -> Vec<EventIx> {
        let finder = Finder::new(needle);
        let mut found = Vec::new();
        let mut from = 0;
        let mut event = 0;
        while let Some(at) = self.text.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + at;
            event += self.ends.get(event..).map_or(0, |ends| ends.partition_point(|&end| end <= at));
            let Some(&end) = self.ends.get(event) else { break };
            found.push(EventIx::new(event));
            from = end;
        }
        found
    }
}

/// Shows every text of an event that a reader can see.
fn visit(timeline: &Timeline, event: &Event, mut text: impl FnMut(&str)) {
    let words = &timeline.words;
    text(&event.id);
    text(&event.title);
    let optional = [&event.title_ja, &event.place, &event.place_ja, &event.summary, &event.summary_ja, &event.note];
    optional.into_iter().flatten().for_each(|field| text(field));
    let terms = [words.lanes.get(event.lane), words.kinds.get(event.kind)]
        .into_iter()
        .chain(event.areas.iter().map(|&area| words.areas.get(area)))
        .chain(event.parties.iter().map(|&party| words.parties.get(party)));
    for term in terms.flatten() {
        text(&term.id);
        text(&term.name);
        term.name_ja.iter().for_each(|name| text(name));
    }
    for person in event.people.iter() {
        text(&person.name);
        [&person.name_ja, &person.role].into_iter().flatten().for_each(|field| text(field));
    }
    event.organisations.iter().for_each(|org| text(org));
    for quote in event.quotes.iter() {
        text(&quote.text);
        let optional = [&quote.speaker, &quote.role, &quote.translation, &quote.note];
        optional.into_iter().flatten().for_each(|field| text(field));
    }
    for source in event.sources.iter() {
        [&source.title, &source.publisher, &source.url].into_iter().flatten().for_each(|field| text(field));
    }
    for differs in event.differs.iter() {
        text(&differs.value);
    }
}
