//! What has changed between two timelines.

use std::collections::HashMap;

use super::{
    change::{EventChange, FieldChange},
    event_match::{EventMatch, EventPair, has_generated_id, id_as_written, record},
    items::{item_name, paired},
    record_diff::record_changes,
};
use crate::{
    fields::{FieldRecord, Naming, RecordValue, declarations},
    model::{EventIndex, Moment, Text, Timeline},
};

/// What has changed between two timelines.
///
/// The order of events in their files is no change, nor are ids that are made from date and title, nor that one names by an id
/// of its vocabulary whom the other names in full. Where an event is
/// known by another id now, a link to that is none either; where the sources of an event stand in another order, quotes and differences that
/// name one by its number still name the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimelineDiff {
    /// What `[timeline]` and the vocabularies say differently, by the names of their tables.
    pub declarations: Vec<FieldChange>,
    /// What has become of events, in order of time; of those that stayed the same nothing is said.
    pub changes: Vec<EventChange>,
    /// The places in the old and in the new timeline of the events that both have.
    pub kept: Vec<(EventIndex, EventIndex)>,
}

impl TimelineDiff {
    /// Compares two timelines. Takes time with the number of their events, and reads each once or twice.
    pub fn between(old: &Timeline, new: &Timeline) -> Self {
        let EventMatch { pairs, removed, added } = EventMatch::between(old, new);
        let renamed = renamed_ids(old, new, &pairs);
        let kept = pairs.iter().map(|pair| (pair.old, pair.new)).collect();
        let added = added.into_iter().map(EventChange::Added);
        let removed = removed.into_iter().map(EventChange::Removed);
        let changed = pairs.into_iter().filter(|pair| !pair.is_same || !pair.shares_id);
        let changed = changed.filter_map(|pair| {
            let fields = event_changes(old, new, pair, &renamed)?;
            (!fields.is_empty()).then_some(EventChange::Changed { old: pair.old, new: pair.new, fields })
        });
        let mut changes: Vec<EventChange> = removed.chain(added).chain(changed).collect();
        changes.sort_by_cached_key(|change| start(old, new, change));
        Self { declarations: record_changes(&declared(old), &declared(new)), changes, kept }
    }

    /// Whether both timelines say the same.
    pub fn is_empty(&self) -> bool {
        self.declarations.is_empty() && self.changes.is_empty()
    }

    /// How many events the new timeline alone has.
    pub fn added(&self) -> usize {
        self.changes.iter().filter(|change| matches!(change, EventChange::Added(_))).count()
    }

    /// How many events the old timeline alone has.
    pub fn removed(&self) -> usize {
        self.changes.iter().filter(|change| matches!(change, EventChange::Removed(_))).count()
    }

    /// How many events say something else.
    pub fn changed(&self) -> usize {
        self.changes.iter().filter(|change| matches!(change, EventChange::Changed { .. })).count()
    }
}

/// When the event of a change is, or was.
fn start(old: &Timeline, new: &Timeline, change: &EventChange) -> Option<Moment> {
    let bounds = match change {
        EventChange::Removed(ix) => old.bounds(*ix),
        EventChange::Added(ix) | EventChange::Changed { new: ix, .. } => new.bounds(*ix),
    };
    bounds.map(|bounds| bounds.start.earliest)
}

/// What a timeline declares. A term of which no more is said than its id says nothing.
fn declared(timeline: &Timeline) -> FieldRecord<'_> {
    let mut tables = declarations(timeline, None);
    for (_, value) in &mut tables.0 {
        if let RecordValue::Tables(terms) = value {
            terms.retain(|term| term.0.len() > 2 || term.get("id") != term.get("name"));
        }
    }
    tables.0.retain(|(_, value)| !matches!(value, RecordValue::Tables(terms) if terms.is_empty()));
    tables
}

/// The ids of old events that have another one now.
fn renamed_ids(old: &Timeline, new: &Timeline, pairs: &[EventPair]) -> HashMap<Text, Text> {
    let id = |timeline: &Timeline, ix: EventIndex| timeline.event(ix).map(|event| event.id.clone());
    let renamed = pairs.iter().filter(|pair| !pair.shares_id);
    renamed.filter_map(|pair| Some((id(old, pair.old)?, id(new, pair.new)?))).collect()
}

/// What an event says differently; `None` where it says the same, be it that one timeline names by an id what the other
/// names in full.
fn event_changes(
    old: &Timeline,
    new: &Timeline,
    pair: EventPair,
    renamed: &HashMap<Text, Text>,
) -> Option<Vec<FieldChange>> {
    let (before, after) = (old.event(pair.old)?, new.event(pair.new)?);
    let is_same_id = before.id == after.id
        || id_as_written(old, &before) == id_as_written(new, &after)
        || has_generated_id(&before) && has_generated_id(&after);
    let changes = |naming| {
        let (mut old_record, mut new_record) = (record(old, &before, naming), record(new, &after, naming));
        if is_same_id {
            for record in [&mut old_record, &mut new_record] {
                record.0.retain(|(name, _)| name != "id");
            }
        }
        rename_followed(&mut old_record, renamed);
        name_sources(&mut old_record, &mut new_record);
        record_changes(&old_record, &new_record)
    };
    Some(changes(Naming::AsWritten)).filter(|_| !changes(Naming::SelfContained).is_empty())
}

/// Names the events that an old one follows by the ids that they have now.
fn rename_followed(record: &mut FieldRecord<'_>, renamed: &HashMap<Text, Text>) {
    for (_, value) in record.0.iter_mut().filter(|(name, _)| name == "follows") {
        if let RecordValue::Texts(ids) = value {
            for id in ids {
                *id = renamed.get(&**id).map_or_else(|| id.clone(), |id| id.to_string().into());
            }
        }
    }
}

/// Writes in place of the number of a source what the source is known by, in both records alike.
fn name_sources(old: &mut FieldRecord<'_>, new: &mut FieldRecord<'_>) {
    let sources = |record: &FieldRecord<'_>| match record.get("source") {
        Some(RecordValue::Tables(sources)) => sources.clone().into_iter().map(FieldRecord::into_owned).collect(),
        _ => Vec::new(),
    };
    let (old_sources, new_sources): (Vec<FieldRecord<'_>>, Vec<FieldRecord<'_>>) = (sources(old), sources(new));
    let name = |sources: &[FieldRecord<'_>], at: usize| sources.get(at).map(|source| item_name(source).to_owned());
    let new_of = paired(&old_sources, &new_sources);
    name_numbers(new, |at| name(&new_sources, at));
    name_numbers(old, |at| match new_of.get(at).copied().flatten() {
        Some(at) => name(&new_sources, at),
        None => name(&old_sources, at),
    });
}

/// Writes a text in place of each number in the tables of a record, which counts from 1.
fn name_numbers(record: &mut FieldRecord<'_>, name: impl Fn(usize) -> Option<String>) {
    let tables = record.0.iter_mut().filter_map(|(_, value)| match value {
        RecordValue::Tables(tables) => Some(tables),
        _ => None,
    });
    for (_, value) in tables.flatten().flat_map(|table| &mut table.0) {
        if let RecordValue::Number(number) = value
            && let Some(name) = name(number.saturating_sub(1))
        {
            *value = RecordValue::Text(name.into());
        }
    }
}
