//! Folded texts one behind the other, and how something is found in them.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;

use crate::query::needle::is_whole_word;

use super::{
    TextKind,
    field_mark::FieldMark,
    text_kind::{KindOffsets, KindSet, is_terminator},
};

/// Where a text is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::query) enum SearchScope {
    /// Anywhere.
    All,
    /// Anywhere as a whole word, but in no address.
    WholeWords,
    /// In a text of one of these kinds.
    Kinds(&'static [TextKind]),
    /// As the whole of such a text.
    Whole(&'static [TextKind]),
    /// In a field that annalist does not know.
    Field(FieldMark),
}

/// Texts of events, one behind the other. Each ends in the terminator of its kind, so that no word is found across two.
#[derive(Debug, Clone, Default)]
pub(super) struct TextColumn {
    pub(super) text: String,
    /// Where the text of each event ends, in bytes.
    pub(super) ends: Vec<u32>,
}

impl TextColumn {
    pub(super) fn find(&self, finder: &Finder<'_>, within: SearchScope, found: &mut FixedBitSet) {
        let (mut from, mut event) = (0, 0);
        while let Some(at) = self.next(finder, from, self.text.len(), within) {
            event += self.event_at(event, at);
            let Some(&end) = self.ends.get(event) else { break };
            found.insert(event);
            from = end as usize;
        }
    }

    /// How many events further the event of this byte is: mostly few, so that nothing far is read.
    fn event_at(&self, from: usize, at: usize) -> usize {
        let ends = self.ends.get(from..).unwrap_or_default();
        let is_before = |end: &u32| *end as usize <= at;
        let mut near = 8;
        while ends.get(near).is_some_and(is_before) {
            near *= 2;
        }
        ends.get(..near).unwrap_or(ends).partition_point(is_before)
    }

    /// The bytes of an event.
    fn range(&self, event: usize) -> Option<Range<usize>> {
        let start = event.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        Some(start..*self.ends.get(event)? as usize)
    }

    pub(super) fn find_among(
        &self,
        finder: &Finder<'_>,
        within: SearchScope,
        among: &FixedBitSet,
        found: &mut FixedBitSet,
    ) {
        for event in among.ones() {
            let Some(Range { start, end }) = self.range(event) else { break };
            if self.next(finder, start, end, within).is_some() {
                found.insert(event);
            }
        }
    }

    /// The next place in this stretch of text at which the needle stands as it should.
    fn next(&self, finder: &Finder<'_>, mut from: usize, to: usize, within: SearchScope) -> Option<usize> {
        let text = self.text.as_bytes();
        loop {
            let at = from + finder.find(text.get(from..to)?)?;
            let (kinds, whole) = match within {
                SearchScope::All => return Some(at),
                SearchScope::WholeWords => {
                    if is_whole_word(text, &(at..at + finder.needle().len())) && !self.is_in_address(at) {
                        return Some(at);
                    }
                    from = at + 1;
                    continue;
                }
                SearchScope::Field(_) => (KindSet::of(&[TextKind::Other]), false),
                SearchScope::Kinds(kinds) => (KindSet::of(kinds), false),
                SearchScope::Whole(kinds) => (KindSet::of(kinds), true),
            };
            let after = at + finder.needle().len();
            let end = after + text.get(after..)?.iter().position(|&byte| is_terminator(byte))?;
            let is_asked = text.get(end).is_some_and(|&byte| kinds.has(byte));
            let begins = at == 0 || text.get(at - 1).is_some_and(|&byte| is_terminator(byte));
            let is_of_field = |mark: FieldMark| {
                let before = text.get(..at).unwrap_or_default();
                let begin = before.iter().rposition(|&byte| is_terminator(byte)).map_or(0, |end| end + 1);
                before.get(begin..).is_some_and(|before| before.starts_with(&mark.bytes()))
            };
            let is_asked = is_asked && if let SearchScope::Field(mark) = within { is_of_field(mark) } else { true };
            if is_asked && (!whole || begins && end == after) {
                return Some(at);
            }
            // Nothing else in this text can do: the whole of it would have been found at its start.
            from = end + 1;
        }
    }

    /// Whether the text in which this byte stands is an address.
    fn is_in_address(&self, at: usize) -> bool {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        let start = before.iter().rposition(|&byte| is_terminator(byte)).map_or(0, |end| end + 1);
        let begins =
            |scheme: &str| self.text.as_bytes().get(start..).is_some_and(|text| text.starts_with(scheme.as_bytes()));
        begins("https://") || begins("http://")
    }

    pub(super) fn texts_with(
        &self,
        kinds: &'static [TextKind],
        find: impl Fn(&str) -> Option<usize>,
    ) -> impl Iterator<Item = (usize, &str)> {
        let mut event = 0;
        self.texts_in(0..self.text.len(), kinds, find).map(move |(begin, _, text)| {
            event += self.event_at(event, begin);
            (event, text)
        })
    }

    pub(super) fn event_texts_with(
        &self,
        event: usize,
        kinds: &'static [TextKind],
        find: impl Fn(&str) -> Option<usize>,
    ) -> impl Iterator<Item = (TextKind, &str)> {
        let found = self.texts_in(self.range(event).unwrap_or_default(), kinds, find);
        found.filter_map(|(_, terminator, text)| Some((TextKind::of_terminator(terminator)?, text)))
    }

    /// The texts in these bytes in which something is found, each with its place and its terminator.
    fn texts_in(
        &self,
        range: Range<usize>,
        kinds: &'static [TextKind],
        find: impl Fn(&str) -> Option<usize>,
    ) -> impl Iterator<Item = (usize, u8, &str)> {
        let kinds = KindSet::of(kinds);
        let all = self.text.get(range.clone()).unwrap_or_default();
        let text = all.as_bytes();
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let at = from + find(all.get(from..)?)?;
                let before = text.get(from..at)?.iter().rposition(|&byte| is_terminator(byte));
                let begin = before.map_or(from, |end| from + end + 1);
                let end = at + text.get(at..)?.iter().position(|&byte| is_terminator(byte))?;
                from = end + 1;
                let terminator = *text.get(end)?;
                if kinds.has(terminator) {
                    return Some((range.start + begin, terminator, all.get(begin..end)?));
                }
            }
        })
    }

    /// The texts of an event, each with its kind.
    pub(super) fn event_texts(&self, event: usize) -> impl Iterator<Item = (TextKind, &str)> {
        let end = |event: usize| self.ends.get(event).map_or(0, |&end| end as usize);
        let start = event.checked_sub(1).map_or(0, end);
        let text = self.text.get(start..end(event)).unwrap_or_default();
        let mut begin = 0;
        KindOffsets::of(text.as_bytes()).filter_map(move |end| {
            let begin = std::mem::replace(&mut begin, end + 1);
            Some((TextKind::of_terminator(*text.as_bytes().get(end)?)?, text.get(begin..end)?))
        })
    }

    pub(super) fn texts(&self, kinds: &'static [TextKind]) -> impl Iterator<Item = (usize, &str)> {
        let kinds = KindSet::of(kinds);
        let (mut event, mut start) = (0, 0);
        KindOffsets::of(self.text.as_bytes()).filter_map(move |end| {
            let begin = std::mem::replace(&mut start, end + 1);
            if !self.text.as_bytes().get(end).is_some_and(|&byte| kinds.has(byte)) {
                return None;
            }
            while self.ends.get(event).is_some_and(|&event_end| event_end as usize <= begin) {
                event += 1;
            }
            Some((event, self.text.get(begin..end)?))
        })
    }
}
