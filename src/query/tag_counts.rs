//! The tags that a reader has given, counted with those that a file has in a field of the same name.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashSet},
};

use super::{
    Field, FieldValue,
    facet::{Counted, FacetCounter, MAX_NAMES},
};
use crate::{
    model::{EventIndex, Lang},
    text::fold,
};

/// A tag, and how many events have it.
struct TagCount {
    /// As the reader wrote it; `None` if only the file has it.
    written: Option<String>,
    /// An event that has it.
    first: EventIndex,
    /// The events to which the reader gave it.
    given: HashSet<EventIndex>,
    /// The last event that has it in the file.
    last: Option<EventIndex>,
    of_all: usize,
    of_kept: usize,
}

impl TagCount {
    fn new(first: EventIndex, written: Option<&str>) -> Self {
        let written = written.map(str::to_owned);
        Self { written, first, given: HashSet::new(), last: None, of_all: 0, of_kept: 0 }
    }
}

impl FacetCounter<'_> {
    /// Tags by their names, told apart as a filter by them tells them apart; an event that has one twice counts once.
    pub(super) fn tags(&self, field: Field) -> Vec<Counted> {
        let mut counts: BTreeMap<String, TagCount> = BTreeMap::new();
        for (row, annotation) in self.text_index.marks().iter() {
            let Some(ix) = self.timeline.index_of_row(row) else { continue };
            for tag in &annotation.tags {
                let count = counts.entry(fold(tag)).or_insert_with(|| TagCount::new(ix, Some(tag)));
                if count.given.insert(ix) {
                    self.count(ix, count);
                }
            }
        }
        for (row, tag) in self.field_texts(field.name()) {
            let Some(ix) = self.timeline.index_of_row(row) else { continue };
            if !counts.contains_key(tag) {
                counts.insert(tag.to_owned(), TagCount::new(ix, None));
            }
            let Some(count) = counts.get_mut(tag) else { continue };
            if count.last != Some(ix) && !count.given.contains(&ix) {
                count.last = Some(ix);
                self.count(ix, count);
            }
        }
        let mut counts: Vec<(String, TagCount)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| Reverse(count.of_all));
        counts.truncate(MAX_NAMES);
        let counted = counts.into_iter().filter_map(|(tag, count)| {
            let TagCount { written, first, of_all, of_kept, .. } = count;
            let id = written.or_else(|| self.written_in_file(field, &tag, first))?;
            Some(Counted { value: FieldValue { label: id.clone(), id }, of_all, of_kept })
        });
        counted.collect()
    }

    fn count(&self, ix: EventIndex, count: &mut TagCount) {
        count.of_all += 1;
        count.of_kept += usize::from(self.among.contains(ix.index()));
    }

    /// A tag as an event of the file writes it.
    fn written_in_file(&self, field: Field, tag: &str, ix: EventIndex) -> Option<String> {
        let name = self.timeline.extra_fields().written_by_queries(field.name())?;
        let event = self.timeline.event(ix)?;
        let values = Field::Extra(name).values_of(self.timeline, &event, Lang::En);
        values.into_iter().map(|value| value.id).find(|value| fold(value) == tag)
    }
}
