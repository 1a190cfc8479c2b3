//! Which events have a value in a field. Values are looked up once, not for every event.

use std::collections::{HashSet, VecDeque};

use fixedbitset::FixedBitSet;

use super::{QueryEvaluator, ternary::TernarySet};
use crate::{
    model::{Annotation, EventFlag, EventIndex, EventRowId, Revision, Timeline, read_year},
    query::{
        Field, TextKind,
        index::{FieldMark, GroupNames, SearchScope},
        known_matches::known_names,
        parse::{named, year},
        value_source::{TermField, ValueSource},
    },
    text::fold,
};

/// Returns which events have one of these values in a field.
pub(super) fn answer(field: Field, values: &[String], evaluator: &QueryEvaluator<'_>) -> TernarySet {
    let folded: Vec<String> = values.iter().map(|value| fold(value)).collect();
    let known = known_names(field, evaluator.timeline, evaluator.text_index);
    let found = |kinds, whole_kinds| TernarySet::certain(texts_with(&folded, kinds, whole_kinds, known, evaluator));
    match field.value_source() {
        ValueSource::Vocabulary(field) => TernarySet::certain(terms(field, &folded, evaluator)),
        ValueSource::Years => {
            let mut answer = TernarySet::none(evaluator.timeline.len());
            for (first, last) in folded.iter().filter_map(|value| year(read_year(value)?)) {
                answer.or(&evaluator.evaluate_meta(|meta| meta.bounds.touches(first, last)));
            }
            answer
        }
        ValueSource::Names { whole, part } => found(part, whole),
        ValueSource::Words(kinds) => found(kinds, &[]),
        ValueSource::Extra(name) => TernarySet::certain(extra(name, &folded, evaluator)),
        ValueSource::Tags | ValueSource::Notes => TernarySet::certain(noted(field, &folded, evaluator)),
        ValueSource::Threads => TernarySet::certain(threads(values, evaluator.timeline)),
        ValueSource::Closed(_) => {
            let mut kept = FixedBitSet::with_capacity(evaluator.timeline.len());
            for value in &folded {
                kept.union_with(&holds(field, value, evaluator));
            }
            TernarySet::certain(kept)
        }
    }
}

/// The events in whose texts of these kinds a value stands; only those that have it as a whole text, if there are any.
fn texts_with(
    values: &[String],
    kinds: &'static [TextKind],
    whole_kinds: &'static [TextKind],
    known: GroupNames<'_>,
    evaluator: &QueryEvaluator<'_>,
) -> FixedBitSet {
    let mut kept = FixedBitSet::with_capacity(evaluator.timeline.len());
    for value in values.iter().filter(|value| !value.is_empty()) {
        let same = known.same_as(value);
        let whole = if !same.is_empty() {
            evaluator.find_names(&same.iter().map(String::as_str).collect(), whole_kinds)
        } else if whole_kinds.is_empty() {
            FixedBitSet::new()
        } else {
            evaluator.find(value, SearchScope::Whole(whole_kinds))
        };
        if !whole.is_clear() {
            kept.union_with(&whole);
            continue;
        }
        kept.union_with(&evaluator.find(value, SearchScope::Kinds(kinds)));
        kept.union_with(&evaluator.find_names(&known.containing(value), whole_kinds));
    }
    kept
}

/// The events that have a value in a field that annalist does not know; a part of it only where none has the whole.
fn extra(name: &str, values: &[String], evaluator: &QueryEvaluator<'_>) -> FixedBitSet {
    let mut kept = FixedBitSet::with_capacity(evaluator.timeline.len());
    let marks = evaluator.timeline.extra_fields().named(name).into_iter().map(FieldMark::of);
    for mark in marks {
        for value in values.iter().filter(|value| !value.is_empty()) {
            let marked: String = mark.chars().into_iter().chain(value.chars()).collect();
            let whole = evaluator.find(&marked, SearchScope::Whole(&[TextKind::Other]));
            if whole.is_clear() {
                kept.union_with(&evaluator.find(value, SearchScope::Field(mark)));
            } else {
                kept.union_with(&whole);
            }
        }
    }
    kept
}

/// The events that have one of the terms of a vocabulary that the values name.
fn terms(field: TermField, values: &[String], evaluator: &QueryEvaluator<'_>) -> FixedBitSet {
    let vocabularies = &evaluator.timeline.vocabularies;
    match field {
        TermField::Lane => {
            let lanes = named(&vocabularies.lanes, values);
            evaluator.filter_by_meta(|meta, _| lanes.contains(meta.lane.index()))
        }
        TermField::Kind => {
            let kinds = named(&vocabularies.kinds, values);
            evaluator.filter_by_meta(|meta, _| kinds.contains(meta.kind.index()))
        }
        TermField::Area => {
            let areas = named(&vocabularies.areas, values);
            evaluator.filter_by_meta(|meta, chunk| chunk.areas(meta).any(|area| areas.contains(area.index())))
        }
        TermField::Party => {
            let parties = named(&vocabularies.parties, values);
            evaluator.filter_by_meta(|meta, chunk| chunk.parties(meta).any(|party| parties.contains(party.index())))
        }
        TermField::Lang => {
            let tags = evaluator.timeline.all_languages().iter();
            let named: HashSet<_> = tags.filter(|(_, tag)| values.contains(&fold(&tag.id))).map(|(id, _)| id).collect();
            evaluator.filter_by_meta(|meta, chunk| chunk.languages(meta).any(|tag| named.contains(&tag)))
        }
    }
}

/// The events of which `has:` or `is:` this holds.
fn holds(field: Field, what: &str, evaluator: &QueryEvaluator<'_>) -> FixedBitSet {
    let words = &evaluator.timeline.vocabularies;
    let is = |asked: EventFlag| evaluator.filter_by_meta(move |meta, _| meta.is(asked));
    match (field, what) {
        (Field::Has, "quote") => is(EventFlag::Quote),
        (Field::Has, "translation") => is(EventFlag::Translation),
        (Field::Has, "note") => is(EventFlag::Note),
        (Field::Has, "source") => is(EventFlag::Source),
        (Field::Has, "summary") => is(EventFlag::Summary),
        (Field::Has, "person") => is(EventFlag::Person),
        (Field::Has, "place") => is(EventFlag::Place),
        (Field::Has, "area") => evaluator.filter_by_meta(|meta, chunk| chunk.areas(meta).next().is_some()),
        (Field::Has, "party") => evaluator.filter_by_meta(|meta, chunk| chunk.parties(meta).next().is_some()),
        (Field::Has, "lane") => {
            evaluator.filter_by_meta(|meta, _| words.lanes.get(meta.lane).is_some_and(|term| !term.id.is_empty()))
        }
        (Field::Has, "kind") => {
            evaluator.filter_by_meta(|meta, _| words.kinds.get(meta.kind).is_some_and(|term| !term.id.is_empty()))
        }
        (Field::Has, "thread") => {
            let mut linked = FixedBitSet::with_capacity(evaluator.timeline.len());
            linked.extend(
                evaluator.timeline.indices().filter(|&ix| evaluator.timeline.is_linked(ix)).map(EventIndex::index),
            );
            linked
        }
        (Field::Is, "marked") => marked(evaluator, |annotation| annotation.is_marked),
        (Field::Is, "new") => revised(evaluator, Revision::New),
        (Field::Is, "changed") => revised(evaluator, Revision::Changed),
        (Field::Is, "context") => is(EventFlag::Context),
        (Field::Is, "contested") => is(EventFlag::Contested),
        (Field::Is, "primary") => is(EventFlag::Primary),
        _ => FixedBitSet::with_capacity(evaluator.timeline.len()),
    }
}

/// The events of which a reader has noted something of which this holds: these alone are looked at.
fn marked(evaluator: &QueryEvaluator<'_>, holds: impl Fn(&Annotation) -> bool) -> FixedBitSet {
    let held = evaluator.text_index.marks().iter().filter(|(_, annotation)| holds(annotation));
    of_rows(held.map(|(row, _)| row), evaluator.timeline)
}

/// The events that are new, or say something else than before.
fn revised(evaluator: &QueryEvaluator<'_>, wanted: Revision) -> FixedBitSet {
    let held = evaluator.text_index.revisions().iter().filter(|(_, revision)| *revision == wanted);
    of_rows(held.map(|(row, _)| row), evaluator.timeline)
}

/// The events of these rows.
fn of_rows(rows: impl Iterator<Item = EventRowId>, timeline: &Timeline) -> FixedBitSet {
    let mut kept = FixedBitSet::with_capacity(timeline.len());
    let events = rows.filter_map(|row| timeline.index_of_row(row)).map(EventIndex::index);
    kept.extend(events.filter(|&ix| ix < timeline.len()));
    kept
}

/// The events with one of these tags, or with these words in a reader's note; those as well whose file has a field of this
/// name.
fn noted(field: Field, values: &[String], evaluator: &QueryEvaluator<'_>) -> FixedBitSet {
    let has_tag = |annotation: &Annotation| annotation.tags.iter().any(|tag| values.contains(&fold(tag)));
    let has_words = |annotation: &Annotation| {
        let note = annotation.note.as_deref().map(fold);
        note.is_some_and(|note| values.iter().any(|value| !value.is_empty() && note.contains(value)))
    };
    let mut kept = if field == Field::Tag { marked(evaluator, has_tag) } else { marked(evaluator, has_words) };
    kept.union_with(&extra(field.name(), values, evaluator));
    kept
}

/// All events that are linked to one of these by any number of steps, with these themselves.
fn threads(ids: &[String], timeline: &Timeline) -> FixedBitSet {
    let mut kept = FixedBitSet::with_capacity(timeline.len());
    let mut open: VecDeque<EventIndex> = ids.iter().filter_map(|id| timeline.find(id)).collect();
    while let Some(ix) = open.pop_front() {
        if !kept.put(ix.index()) {
            open.extend(timeline.earlier_in_thread(ix));
            open.extend(timeline.later_in_thread(ix));
        }
    }
    kept
}
