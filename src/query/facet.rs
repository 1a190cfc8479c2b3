//! The values of a field with their counts, for the menu that filters by them.

use std::{cmp::Reverse, collections::HashMap};

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;

use super::{
    Field, FieldValue, Query, TextIndex, TextKind, field,
    index::{FieldMark, FoldedList},
    known_matches::known_names,
    needle::Needle,
    run,
    value_source::{TermField, ValueSource},
};
use crate::{
    model::{EventIndex, EventRowId, Lang, Term, Timeline},
    text::fold,
};

/// What a query does with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FacetState {
    /// Nothing.
    #[default]
    Neutral,
    /// It asks for it.
    Included,
    /// It excludes it.
    Excluded,
}

/// One value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The field.
    pub field: Field,
    /// The value.
    pub value: FieldValue,
    /// How many events have it among those that the rest of the query keeps.
    pub count: usize,
    /// What the query does with it.
    pub state: FacetState,
}

/// Returns all values of a field with their counts.
///
/// Counted are the events that the query without this field keeps. Values with the most events of the whole timeline come first, so that no entry changes its place while one filters; years are
/// in order of time. Of names, no more than 2000 are listed.
pub fn values(field: Field, query: &Query, timeline: &Timeline, text_index: &TextIndex, lang: Lang) -> Vec<FacetValue> {
    let among = &among(&query.without(field), timeline, text_index);
    FacetCounter { timeline, text_index, lang, among }.values(field, query, "", |_| true)
}

/// The events that a query keeps.
pub(super) fn among(query: &Query, timeline: &Timeline, text_index: &TextIndex) -> FixedBitSet {
    let mut among = FixedBitSet::with_capacity(timeline.len());
    if query.is_empty() {
        among.insert_range(..);
    } else {
        among.extend(run(query, timeline, text_index).events.iter().map(|ix| ix.index()));
    }
    among
}

/// What values of fields are counted in.
#[derive(Clone, Copy)]
pub(super) struct FacetCounter<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) text_index: &'a TextIndex,
    pub(super) lang: Lang,
    /// The events that count.
    pub(super) among: &'a FixedBitSet,
}

impl FacetCounter<'_> {
    /// Returns the values in whose id or name, folded, the needle stands, and which are wanted for one of them.
    pub(super) fn values(
        &self,
        field: Field,
        query: &Query,
        needle: &str,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Vec<FacetValue> {
        let counted = self.counted(field, needle, is_wanted);
        let mut found: Vec<(usize, FacetValue)> = counted
            .into_iter()
            .map(|Counted { value, of_all, of_kept }| {
                let facet = FacetValue {
                    field,
                    count: of_kept,
                    state: match query.asks(field, &value.id) {
                        Some(true) => FacetState::Excluded,
                        Some(false) => FacetState::Included,
                        None => FacetState::Neutral,
                    },
                    value,
                };
                (of_all, facet)
            })
            .collect();
        if field != Field::Year {
            found.sort_by_key(|(count, _)| Reverse(*count));
        }
        found.into_iter().map(|(_, facet)| facet).collect()
    }

    fn counted(&self, field: Field, needle: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<Counted> {
        let is_value_wanted = |value: &FieldValue| {
            [&value.id, &value.label].into_iter().any(|text| {
                let text = fold(text);
                text.contains(needle) && is_wanted(&text)
            })
        };
        let mut counted = match field.value_source() {
            ValueSource::Names { whole, .. } => return self.names(field, whole, needle, is_wanted),
            ValueSource::Extra(name) => return self.extras(field, name, is_wanted),
            ValueSource::Vocabulary(field) => return self.terms(field, needle, is_value_wanted),
            ValueSource::Years => self.years(),
            ValueSource::Tags => self.tags(field),
            ValueSource::Words(_) | ValueSource::Notes | ValueSource::Threads | ValueSource::Closed(_) => Vec::new(),
        };
        counted.retain(|counted| is_value_wanted(&counted.value));
        counted
    }

    /// Counts names, which events write as they like.
    ///
    /// They are told apart as a filter by them tells them apart, and written as the first event that has them writes them.
    fn names(
        &self,
        field: Field,
        kinds: &'static [TextKind],
        needle: &str,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Vec<Counted> {
        let Self { timeline, text_index, lang, among } = *self;
        let known = known_names(field, timeline, text_index);
        let mut found: HashMap<&str, NameCount> = HashMap::new();
        let mut count = |place: usize, (local, text)| {
            let is_wanted = is_wanted(text) || known.same_as(text).iter().any(|name| is_wanted(name));
            let Some(ix) = timeline.index_of_row(EventRowId::new(place, local)).filter(|_| is_wanted) else {
                return;
            };
            let text = known.canonical(text);
            let name = found.entry(text).or_insert(NameCount {
                first: ix,
                last: EventIndex::new(usize::MAX),
                of_all: 0,
                of_kept: 0,
            });
            // An event may name a value twice, and is one event all the same.
            if name.last != ix {
                name.first = name.first.min(ix);
                name.last = ix;
                name.of_all += 1;
                name.of_kept += usize::from(among.contains(ix.index()));
            }
        };
        let finder = Finder::new(needle);
        let stands = |text: &str| finder.find(text.as_bytes()).is_some();
        // Other names of those in one of whose names it stands.
        let mut also = known.containing(needle);
        also.retain(|name| !stands(name));
        for (place, text_chunk) in text_index.chunks().iter().enumerate() {
            if needle.is_empty() || !also.is_empty() {
                let is_found = |text: &str| stands(text) || also.contains(text);
                text_chunk.texts(kinds).filter(|(_, text)| is_found(text)).for_each(|part| count(place, part));
            } else {
                text_chunk.texts_with(kinds, |text| finder.find(text.as_bytes())).for_each(|part| count(place, part));
            }
        }
        let mut found: Vec<(&str, NameCount)> = found.into_iter().collect();
        found.sort_unstable_by_key(|(text, name)| (Reverse(name.of_all), *text));
        found.truncate(MAX_NAMES);
        // Each event is looked at once, however many of them it names.
        let mut written: HashMap<EventIndex, HashMap<String, FieldValue>> = HashMap::new();
        let counted = found.into_iter().filter_map(|(text, name)| {
            let values = written.entry(name.first).or_insert_with(|| {
                let event = timeline.event(name.first);
                let values = event.map(|event| field.values_of(timeline, &event, lang)).unwrap_or_default();
                // The first of several that are one when they are folded.
                values.into_iter().rev().map(|value| (fold(&value.id), value)).collect()
            });
            let value = values.remove(text)?;
            Some(Counted { value, of_all: name.of_all, of_kept: name.of_kept })
        });
        counted.collect()
    }

    /// Counts the values of a field that annalist does not know, written as the first event that has them writes them.
    fn extras(&self, field: Field, name: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<Counted> {
        let Self { timeline, lang, among, .. } = *self;
        let mut found: HashMap<&str, (EventIndex, usize, usize)> = HashMap::new();
        for (row, value) in self.field_texts(name).filter(|(_, text)| is_wanted(text)) {
            let Some(ix) = timeline.index_of_row(row) else { continue };
            let (_, of_all, of_kept) = found.entry(value).or_insert((ix, 0, 0));
            *of_all += 1;
            *of_kept += usize::from(among.contains(ix.index()));
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_unstable_by_key(|(text, (_, of_all, _))| (Reverse(*of_all), *text));
        found.truncate(MAX_NAMES);
        let counted = found.into_iter().filter_map(|(text, (first, of_all, of_kept))| {
            let event = timeline.event(first)?;
            let values = field.values_of(timeline, &event, lang);
            let value = values.into_iter().find(|value| fold(&value.id) == text)?;
            Some(Counted { value, of_all, of_kept })
        });
        counted.collect()
    }

    /// The folded values of a field that annalist does not know, each with its event.
    pub(super) fn field_texts(&self, name: &str) -> impl Iterator<Item = (EventRowId, &str)> + use<'_> {
        let fields = self.timeline.extra_fields().named(name);
        let marks: Vec<FieldMark> = fields.into_iter().map(FieldMark::of).collect();
        let chunks = self.text_index.chunks().iter().enumerate();
        chunks.flat_map(move |(place, text_chunk)| {
            let marks = marks.clone();
            text_chunk.texts(&[TextKind::Other]).filter_map(move |(local, text)| {
                let value = marks.iter().find_map(|mark| mark.strip(text))?;
                Some((EventRowId::new(place, local), value))
            })
        })
    }

    /// Years: those that some event touches as far as it is known, each with all events that may touch it.
    fn years(&self) -> Vec<Counted> {
        let Self { timeline, lang, among, .. } = *self;
        let listed = timeline.all_meta().filter_map(|meta| field::years_of(&meta.bounds));
        let mut listed: Vec<(i32, i32)> = listed.collect();
        listed.sort_unstable();
        listed.dedup();
        let mut years: Vec<i32> = Vec::new();
        for (first, last) in listed {
            let from = years.last().map_or(first, |&year| first.max(year.saturating_add(1)));
            years.extend(from..=last);
        }
        // How many more events touch each year than the one before.
        let mut steps = vec![(0_i64, 0_i64); years.len() + 1];
        for (place, meta) in timeline.all_meta().enumerate() {
            let bounds = &meta.bounds;
            let first = years.partition_point(|&year| year < bounds.start.earliest.year());
            let after = years.partition_point(|&year| year <= bounds.end.latest.year());
            let kept = i64::from(among.contains(place));
            for (at, one) in [(first, 1), (after.max(first), -1)] {
                if let Some(step) = steps.get_mut(at) {
                    *step = (step.0 + one, step.1 + one * kept);
                }
            }
        }
        let running = steps.into_iter().scan((0, 0), |sum, step| {
            *sum = (sum.0 + step.0, sum.1 + step.1);
            Some(*sum)
        });
        let count = |count: i64| usize::try_from(count).unwrap_or(0);
        (years.into_iter().zip(running))
            .map(|(year, (of_all, of_kept))| Counted {
                value: field::year_value(year, lang),
                of_all: count(of_all),
                of_kept: count(of_kept),
            })
            .collect()
    }

    /// The terms of a vocabulary, by their places; `None` for those in whose names a needle does not stand.
    fn terms_with(&self, field: TermField, needle: &str) -> Vec<Option<FieldValue>> {
        let Self { timeline, text_index, lang, .. } = *self;
        let (words, folded) = (&timeline.vocabularies, text_index.terms(timeline));
        let needle = Needle::part(needle.to_owned());
        let named = |terms: &mut dyn Iterator<Item = &Term>, folded: &FoldedList| {
            // What has no name is told in words of ours.
            let standing = folded.matching(&needle);
            let value = |(place, term): (usize, &Term)| {
                (standing.contains(place) || term.id.is_empty()).then(|| field::named_value(term, lang))
            };
            terms.enumerate().map(value).collect()
        };
        let tag = |term: &Term| Some(FieldValue { id: term.id.to_string(), label: term.id.to_string() });
        match field {
            TermField::Lane => named(&mut words.lanes.iter().map(|(_, term)| term), &folded.lanes),
            TermField::Kind => named(&mut words.kinds.iter().map(|(_, term)| term), &folded.kinds),
            TermField::Area => named(&mut words.areas.iter().map(|(_, term)| term), &folded.areas),
            TermField::Party => named(&mut words.parties.iter().map(|(_, term)| term), &folded.parties),
            TermField::Lang => timeline.all_languages().iter().map(|(_, term)| tag(term)).collect(),
        }
    }

    /// Those terms of a vocabulary that some event has and that are wanted.
    fn terms(&self, field: TermField, needle: &str, is_wanted: impl Fn(&FieldValue) -> bool) -> Vec<Counted> {
        let Self { timeline, among, .. } = *self;
        let values: Vec<_> = self.terms_with(field, needle).into_iter().map(|value| value.filter(&is_wanted)).collect();
        if values.iter().all(Option::is_none) {
            return Vec::new();
        }
        let mut counts = vec![(0_usize, 0_usize, EventIndex::new(usize::MAX)); values.len()];
        for ix in timeline.indices() {
            let is_kept = usize::from(among.contains(ix.index()));
            let mut count = |place: usize| {
                let Some((of_all, of_kept, last)) = counts.get_mut(place) else { return };
                if *last != ix {
                    (*of_all, *of_kept, *last) = (*of_all + 1, *of_kept + is_kept, ix);
                }
            };
            match field {
                TermField::Lane => timeline.meta(ix).into_iter().for_each(|meta| count(meta.lane.index())),
                TermField::Kind => timeline.meta(ix).into_iter().for_each(|meta| count(meta.kind.index())),
                TermField::Area => timeline.areas(ix).for_each(|id| count(id.index())),
                TermField::Party => timeline.parties(ix).for_each(|id| count(id.index())),
                TermField::Lang => timeline.languages(ix).for_each(|id| count(id.index())),
            }
        }
        let counted = values.into_iter().zip(counts).filter(|(_, (of_all, ..))| *of_all > 0);
        let mut counted: Vec<Counted> = counted
            .filter_map(|(value, (of_all, of_kept, _))| Some(Counted { value: value?, of_all, of_kept }))
            .collect();
        if field == TermField::Lang {
            counted.sort_by_cached_key(|counted| fold(&counted.value.id));
        }
        counted
    }
}

/// A value with how many events have it.
pub(super) struct Counted {
    pub(super) value: FieldValue,
    pub(super) of_all: usize,
    pub(super) of_kept: usize,
}

/// A name that events write, and how many of them do.
struct NameCount {
    first: EventIndex,
    last: EventIndex,
    of_all: usize,
    of_kept: usize,
}

/// Names that are offered at most: nobody looks through more, and each has to be looked up in an event.
pub(super) const MAX_NAMES: usize = 2000;
