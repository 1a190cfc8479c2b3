//! All text of all events, folded, in one piece of memory: what a word is looked for in.

use std::cell::RefCell;

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;

use crate::{
    model::{Event, EventIx, Timeline},
    text::fold_into,
};

/// What a piece of text says of its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Id,
    Title,
    Person,
    Org,
    Place,
    Publisher,
    Source,
    Quote,
    Other,
}

/// Where a text is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// Anywhere.
    All,
    /// In one of these parts.
    Parts(&'static [Part]),
    /// As the whole of one of these parts.
    Whole(&'static [Part]),
}

/// The folded text of every event, one after the other in order of time. Parts are separated by line breaks, so
/// that no word is found across two of them.
#[derive(Debug, Clone, Default)]
pub struct Haystack {
    text: String,
    /// Where the text of each event ends.
    ends: Vec<usize>,
    /// Where each part ends, its line break included, and what it is.
    parts: Vec<(usize, Part)>,
    /// What was found last: a longer needle is looked for only where a shorter one was.
    known: RefCell<Vec<Known>>,
}

/// What was found for a needle.
#[derive(Debug, Clone)]
struct Known {
    within: Within,
    needle: String,
    events: FixedBitSet,
}

/// So many needles are remembered.
const REMEMBERED: usize = 24;

impl Haystack {
    /// Folds all that a reader can see of each event.
    pub fn new(timeline: &Timeline) -> Self {
        let mut haystack = Self::default();
        for event in timeline.events() {
            visit(timeline, event, |part, field| {
                fold_into(&mut haystack.text, field);
                haystack.text.push('\n');
                haystack.parts.push((haystack.text.len(), part));
            });
            haystack.ends.push(haystack.text.len());
        }
        haystack
    }

    /// The events in whose text the folded needle stands.
    pub(super) fn find(&self, needle: &str, within: Within) -> FixedBitSet {
        if let Some(known) = self.known.borrow().iter().find(|known| known.within == within && known.needle == needle) {
            return known.events.clone();
        }
        let is_narrower = |known: &&Known| known.within == within && needle.contains(known.needle.as_str());
        let narrowed = match within {
            Within::Whole(_) => None,
            _ => self.known.borrow().iter().filter(is_narrower).max_by_key(|known| known.needle.len()).cloned(),
        };
        let events = match narrowed {
            Some(known) => self.find_among(&known.events, needle, within),
            None => self.find_anywhere(needle, within),
        };
        let mut known = self.known.borrow_mut();
        if known.len() == REMEMBERED {
            known.remove(0);
        }
        known.push(Known { within, needle: needle.to_owned(), events: events.clone() });
        events
    }

    fn find_anywhere(&self, needle: &str, within: Within) -> FixedBitSet {
        let mut found = FixedBitSet::with_capacity(self.ends.len());
        let finder = Finder::new(needle);
        let (mut from, mut event) = (0, 0);
        while let Some((at, part_end)) = self.next(&finder, needle.len(), from, self.text.len(), within) {
            event += self.ends.get(event..).map_or(0, |ends| ends.partition_point(|&end| end <= at));
            let Some(&end) = self.ends.get(event) else { break };
            found.insert(event);
            from = end.max(part_end);
        }
        found
    }

    fn find_among(&self, events: &FixedBitSet, needle: &str, within: Within) -> FixedBitSet {
        let mut found = FixedBitSet::with_capacity(self.ends.len());
        let finder = Finder::new(needle);
        for event in events.ones() {
            let start = event.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
            let end = self.ends.get(event).copied().unwrap_or(start);
            if self.next(&finder, needle.len(), start, end, within).is_some() {
                found.insert(event);
            }
        }
        found
    }

    /// The next place in this stretch of text at which the needle stands as it should, and the end of its part.
    fn next(
        &self,
        finder: &Finder<'_>,
        length: usize,
        mut from: usize,
        to: usize,
        within: Within,
    ) -> Option<(usize, usize)> {
        loop {
            let at = from + finder.find(self.text.as_bytes().get(from..to)?)?;
            let (parts, whole) = match within {
                Within::All => return Some((at, at)),
                Within::Parts(parts) => (parts, false),
                Within::Whole(parts) => (parts, true),
            };
            let place = self.parts.partition_point(|&(end, _)| end <= at);
            let &(end, part) = self.parts.get(place)?;
            let start = place.checked_sub(1).and_then(|before| self.parts.get(before)).map_or(0, |&(end, _)| end);
            let is_whole = at == start && at + length + 1 == end;
            if parts.contains(&part) && (!whole || is_whole) {
                return Some((at, end));
            }
            // Nothing else in this part can do, unless it is the whole that is looked for, which starts a part.
            from = end;
        }
    }

    /// The folded text of every such part of the events, with the event.
    pub(super) fn parts(&self, wanted: &'static [Part]) -> impl Iterator<Item = (EventIx, &str)> {
        let mut event = 0;
        let mut start = 0;
        self.parts.iter().filter_map(move |&(end, part)| {
            let begin = std::mem::replace(&mut start, end);
            while self.ends.get(event).is_some_and(|&event_end| event_end < end) {
                event += 1;
            }
            let text = self.text.get(begin..end.checked_sub(1)?)?;
            wanted.contains(&part).then_some((EventIx::new(event), text))
        })
    }
}

/// Shows every text of an event that a reader can see.
fn visit(timeline: &Timeline, event: &Event, mut text: impl FnMut(Part, &str)) {
    let words = &timeline.words;
    text(Part::Id, &event.id);
    text(Part::Title, &event.title);
    event.title_ja.iter().for_each(|title| text(Part::Title, title));
    [&event.place, &event.place_ja].into_iter().flatten().for_each(|place| text(Part::Place, place));
    let optional = [&event.summary, &event.summary_ja, &event.note];
    optional.into_iter().flatten().for_each(|field| text(Part::Other, field));
    let terms = [words.lanes.get(event.lane), words.kinds.get(event.kind)]
        .into_iter()
        .chain(event.areas.iter().map(|&area| words.areas.get(area)))
        .chain(event.parties.iter().map(|&party| words.parties.get(party)));
    for term in terms.flatten() {
        text(Part::Other, &term.id);
        text(Part::Other, &term.name);
        term.name_ja.iter().for_each(|name| text(Part::Other, name));
    }
    for person in event.people.iter() {
        text(Part::Person, &person.name);
        person.name_ja.iter().for_each(|name| text(Part::Person, name));
        person.role.iter().for_each(|role| text(Part::Other, role));
    }
    event.organisations.iter().for_each(|org| text(Part::Org, org));
    for quote in event.quotes.iter() {
        text(Part::Quote, &quote.text);
        quote.translation.iter().for_each(|field| text(Part::Quote, field));
        quote.speaker.iter().for_each(|speaker| text(Part::Person, speaker));
        [&quote.role, &quote.note].into_iter().flatten().for_each(|field| text(Part::Other, field));
    }
    for source in event.sources.iter() {
        source.publisher.iter().for_each(|publisher| text(Part::Publisher, publisher));
        [&source.title, &source.url].into_iter().flatten().for_each(|field| text(Part::Source, field));
    }
    for differs in event.differs.iter() {
        text(Part::Other, &differs.value);
    }
}
