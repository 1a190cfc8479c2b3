//! All text of all events, folded, in few large pieces of memory: what a word is looked for in.

use std::sync::{Arc, Mutex, PoisonError};

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;

use super::part::{Ends, Marks, Part, is_mark};
use crate::{
    model::{Event, Timeline},
    text::fold_into,
};

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

/// The folded text of some events, in the order in which they were read: titles, names and all else apart, so that who
/// looks for a title need not go through the rest.
#[derive(Debug, Clone, Default)]
pub struct Leaf {
    columns: [Column; 3],
}

/// Texts of events, one behind the other. Each part ends in its own mark, so that no word is found across two.
#[derive(Debug, Clone, Default)]
struct Column {
    text: String,
    /// Where the text of each event ends, in bytes.
    ends: Vec<u32>,
}

impl Leaf {
    /// Folds all that a reader can see of an event; what stands in a vocabulary is looked for there.
    pub fn push(&mut self, event: &Event) {
        visit(event, |part, text| self.fold(part, text));
        self.end_event();
    }

    /// Folds a text of the event that comes next; [`end_event`](Self::end_event) says that there is no more of it.
    pub fn fold(&mut self, part: Part, text: &str) {
        if let Some(column) = self.columns.get_mut(part.column()) {
            fold_into(&mut column.text, text);
            column.text.push(char::from(part.mark()));
        }
    }

    /// All texts of an event have been folded.
    pub fn end_event(&mut self) {
        for column in &mut self.columns {
            column.ends.push(u32::try_from(column.text.len()).unwrap_or(u32::MAX));
        }
    }

    /// Takes in all events of another leaf behind its own.
    pub fn append(&mut self, other: Self) {
        for (column, other) in self.columns.iter_mut().zip(other.columns) {
            let shift = u32::try_from(column.text.len()).unwrap_or(u32::MAX);
            if shift == 0 {
                *column = other;
                continue;
            }
            column.text.push_str(&other.text);
            column.ends.extend(other.ends.iter().map(|end| end.saturating_add(shift)));
        }
    }

    /// The same in no more memory than it needs; its own becomes this empty room.
    #[must_use]
    pub fn moved_out(mut self, room: &mut Self) -> Self {
        let exact = self.clone();
        for column in &mut self.columns {
            column.text.clear();
            column.ends.clear();
        }
        *room = self;
        exact
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.columns.first().map_or(0, |column| column.ends.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of folded text.
    pub fn bytes(&self) -> usize {
        self.columns.iter().map(|column| column.text.len()).sum()
    }

    /// Marks the events in whose text the needle stands; only `among` these, if they are given.
    pub(super) fn find(&self, needle: &str, within: Within, among: Option<&FixedBitSet>, found: &mut FixedBitSet) {
        let finder = Finder::new(needle);
        for (place, column) in self.columns.iter().enumerate() {
            let asks = |parts: &[Part]| parts.iter().any(|part| part.column() == place);
            if let Within::Parts(parts) | Within::Whole(parts) = within
                && !asks(parts)
            {
                continue;
            }
            match among {
                Some(among) => column.find_among(&finder, within, among, found),
                None => column.find(&finder, within, found),
            }
        }
    }

    /// The folded text of every such part of the events, with the place of the event.
    pub(super) fn parts(&self, wanted: &'static [Part]) -> impl Iterator<Item = (usize, &str)> {
        self.columns_of(wanted).flat_map(move |column| column.parts(wanted))
    }

    /// Of these parts those in which something is found; `find` gives the first place of it in some bytes.
    pub(super) fn parts_with(
        &self,
        wanted: &'static [Part],
        find: impl Fn(&[u8]) -> Option<usize> + Copy,
    ) -> impl Iterator<Item = (usize, &str)> {
        self.columns_of(wanted).flat_map(move |column| column.parts_with(wanted, find))
    }

    fn columns_of(&self, wanted: &'static [Part]) -> impl Iterator<Item = &Column> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(place, _)| wanted.iter().any(|part| part.column() == *place)).map(|(_, column)| column)
    }
}

impl Column {
    fn find(&self, finder: &Finder<'_>, within: Within, found: &mut FixedBitSet) {
        let (mut from, mut event) = (0, 0);
        while let Some(at) = self.next(finder, from, self.text.len(), within) {
            event += self.event_at(event, at);
            let Some(&end) = self.ends.get(event) else { break };
            found.insert(event);
            from = end as usize;
        }
    }

    /// How many events further the event of this byte is: mostly few.
    fn event_at(&self, from: usize, at: usize) -> usize {
        let ends = self.ends.get(from..).unwrap_or_default();
        let is_before = |end: &u32| *end as usize <= at;
        let near = ends.iter().take(8).take_while(|end| is_before(end)).count();
        if near < 8 {
            return near;
        }
        ends.partition_point(is_before)
    }

    fn find_among(&self, finder: &Finder<'_>, within: Within, among: &FixedBitSet, found: &mut FixedBitSet) {
        for event in among.ones() {
            let start = event.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
            let Some(&end) = self.ends.get(event) else { break };
            if self.next(finder, start, end as usize, within).is_some() {
                found.insert(event);
            }
        }
    }

    /// The next place in this stretch of text at which the needle stands as it should.
    fn next(&self, finder: &Finder<'_>, mut from: usize, to: usize, within: Within) -> Option<usize> {
        let text = self.text.as_bytes();
        loop {
            let at = from + finder.find(text.get(from..to)?)?;
            let (parts, whole) = match within {
                Within::All => return Some(at),
                Within::Parts(parts) => (Marks::of(parts), false),
                Within::Whole(parts) => (Marks::of(parts), true),
            };
            let after = at + finder.needle().len();
            let end = after + text.get(after..)?.iter().position(|&byte| is_mark(byte))?;
            let is_asked = text.get(end).is_some_and(|&mark| parts.has(mark));
            let begins = at == 0 || text.get(at - 1).is_some_and(|&byte| is_mark(byte));
            if is_asked && (!whole || begins && end == after) {
                return Some(at);
            }
            // Nothing else in this part can do, unless it is the whole that is looked for, which starts a part.
            from = end + 1;
        }
    }

    fn parts_with(
        &self,
        wanted: &'static [Part],
        find: impl Fn(&[u8]) -> Option<usize>,
    ) -> impl Iterator<Item = (usize, &str)> {
        let (text, wanted) = (self.text.as_bytes(), Marks::of(wanted));
        let (mut event, mut from) = (0, 0);
        std::iter::from_fn(move || {
            loop {
                let at = from + find(text.get(from..)?)?;
                let begin =
                    text.get(from..at)?.iter().rposition(|&byte| is_mark(byte)).map_or(from, |mark| from + mark + 1);
                let end = at + text.get(at..)?.iter().position(|&byte| is_mark(byte))?;
                from = end + 1;
                if text.get(end).is_some_and(|&mark| wanted.has(mark)) {
                    event += self.event_at(event, begin);
                    return Some((event, self.text.get(begin..end)?));
                }
            }
        })
    }

    fn parts(&self, wanted: &'static [Part]) -> impl Iterator<Item = (usize, &str)> {
        let wanted = Marks::of(wanted);
        let (mut event, mut start) = (0, 0);
        Ends::of(self.text.as_bytes()).filter_map(move |end| {
            let begin = std::mem::replace(&mut start, end + 1);
            if !self.text.as_bytes().get(end).is_some_and(|&mark| wanted.has(mark)) {
                return None;
            }
            while self.ends.get(event).is_some_and(|&event_end| event_end as usize <= begin) {
                event += 1;
            }
            Some((event, self.text.get(begin..end)?))
        })
    }
}

/// The folded text of a timeline, a leaf for each of its chunks.
#[derive(Debug, Default)]
pub struct Haystack {
    leaves: Vec<Arc<Leaf>>,
    /// What was found last: a longer needle is looked for only where a shorter one was.
    known: Mutex<Vec<Known>>,
}

/// What was found for a needle.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) within: Within,
    pub(super) needle: String,
    /// In each leaf.
    pub(super) found: Arc<Vec<FixedBitSet>>,
    pub(super) count: usize,
}

/// So many needles are remembered.
const REMEMBERED: usize = 24;

impl Haystack {
    /// Folds all events of a timeline.
    pub fn new(timeline: &Timeline) -> Self {
        let mut sizes = timeline.rows_of_chunks();
        let mut leaves = Vec::new();
        let mut leaf = Leaf::default();
        let mut size = sizes.next().unwrap_or(0);
        for event in timeline.events_as_read() {
            if leaf.len() == size {
                leaves.push(Arc::new(std::mem::take(&mut leaf)));
                size = sizes.next().unwrap_or(0);
            }
            leaf.push(&event);
        }
        leaves.push(Arc::new(leaf));
        Self::of(leaves)
    }

    /// The folded texts of all chunks of a timeline, in their order.
    pub fn of(leaves: Vec<Arc<Leaf>>) -> Self {
        Self { leaves, known: Mutex::default() }
    }

    pub(super) fn leaves(&self) -> &[Arc<Leaf>] {
        &self.leaves
    }

    /// Bytes of folded text.
    pub fn bytes(&self) -> usize {
        self.leaves.iter().map(|leaf| leaf.bytes()).sum()
    }

    /// What is known of this needle, or of the longest that stands in it.
    pub(super) fn known(&self, needle: &str, within: Within) -> Option<Known> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let same = known.iter().find(|known| known.within == within && known.needle == needle);
        let is_narrower = |known: &&Known| {
            known.within == within && !matches!(within, Within::Whole(_)) && needle.contains(known.needle.as_str())
        };
        same.or_else(|| known.iter().filter(is_narrower).min_by_key(|known| known.count)).cloned()
    }

    pub(super) fn remember(&self, new: Known) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() == REMEMBERED {
            known.remove(0);
        }
        known.push(new);
    }
}

impl Clone for Haystack {
    fn clone(&self) -> Self {
        Self::of(self.leaves.clone())
    }
}

/// Shows every text of an event that a reader can see and that stands in no vocabulary.
fn visit(event: &Event, mut text: impl FnMut(Part, &str)) {
    text(Part::Id, &event.id);
    text(Part::Title, &event.title);
    event.title_ja.iter().for_each(|title| text(Part::Title, title));
    [&event.place, &event.place_ja].into_iter().flatten().for_each(|place| text(Part::Place, place));
    let optional = [&event.summary, &event.summary_ja, &event.note];
    optional.into_iter().flatten().for_each(|field| text(Part::Other, field));
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
    event.more.iter().for_each(|extra| text(Part::Other, &extra.value));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WANTED: &[Part] = &[Part::Person, Part::Title];

    proptest! {
        #[test]
        fn parts_with_a_needle_are_those_that_have_it(
            texts in prop::collection::vec((0..3_usize, "[ab日 ]{0,6}", any::<bool>()), 0..30), needle in "[ab日]{1,2}",
        ) {
            let mut leaf = Leaf::default();
            for (part, text, ends) in &texts {
                leaf.fold([Part::Person, Part::Org, Part::Title][*part], text);
                if *ends {
                    leaf.end_event();
                }
            }
            leaf.end_event();
            let expected: Vec<_> = leaf.parts(WANTED).filter(|(_, text)| text.contains(&needle)).collect();
            let finder = Finder::new(&needle);
            prop_assert_eq!(leaf.parts_with(WANTED, |text| finder.find(text)).collect::<Vec<_>>(), expected);
        }
    }
}
