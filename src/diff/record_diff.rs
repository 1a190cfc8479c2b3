//! What two records say differently, field by field.

use std::collections::HashMap;

use super::{
    change::{FieldChange, ItemChange, ValueChange},
    items::{item_name, paired},
};
use crate::fields::{FieldRecord, RecordValue};

/// Returns which fields differ, in the order of the new record, with those that it has no more behind them.
pub(super) fn record_changes(old: &FieldRecord<'_>, new: &FieldRecord<'_>) -> Vec<FieldChange> {
    let gone = old.0.iter().filter(|(name, _)| new.get(name).is_none()).map(|(name, value)| (name, Some(value), None));
    let kept = new.0.iter().map(|(name, value)| (name, old.get(name), Some(value)));
    let changes = kept.chain(gone).filter(|(_, old, new)| old != new);
    let changes = changes.map(|(name, old, new)| (name, value_change(old, new)));
    // Two values of different sorts may still say the same.
    let changes = changes.filter(|(_, change)| !change.says_nothing());
    changes.map(|(name, change)| FieldChange { name: name.clone().into_owned(), change }).collect()
}

fn value_change(old: Option<&RecordValue<'_>>, new: Option<&RecordValue<'_>>) -> ValueChange {
    use RecordValue::{Table, Tables, Texts};
    match (old, new) {
        (Some(Tables(old)), Some(Tables(new))) => ValueChange::Items(item_changes(old, new)),
        (Some(Tables(old)), None) => ValueChange::Items(item_changes(old, &[])),
        (None, Some(Tables(new))) => ValueChange::Items(item_changes(&[], new)),
        (Some(Table(old)), Some(Table(new))) => ValueChange::Table(record_changes(old, new)),
        (Some(Table(old)), None) => ValueChange::Table(record_changes(old, &FieldRecord::default())),
        (None, Some(Table(new))) => ValueChange::Table(record_changes(&FieldRecord::default(), new)),
        (Some(Texts(old)), Some(Texts(new))) => list_change(old, new),
        (Some(Texts(old)), None) => list_change(old, &[]),
        (None, Some(Texts(new))) => list_change(&[], new),
        (old, new) => ValueChange::Text { old: old.map(value_text), new: new.map(value_text) },
    }
}

/// What a value says, in a line.
fn value_text(value: &RecordValue<'_>) -> String {
    match value {
        RecordValue::Text(text) => text.clone().into_owned(),
        RecordValue::Flag => "true".to_owned(),
        RecordValue::Number(number) => number.to_string(),
        RecordValue::Texts(texts) => texts.join(", "),
        RecordValue::Table(_) | RecordValue::Tables(_) | RecordValue::Json(_) => {
            serde_json::to_string(value).unwrap_or_default()
        }
    }
}

fn list_change<T: AsRef<str>>(old: &[T], new: &[T]) -> ValueChange {
    let only = |these: &[T], others: &[T]| -> Vec<String> {
        let mut left: HashMap<&str, usize> = HashMap::new();
        for text in others {
            *left.entry(text.as_ref()).or_default() += 1;
        }
        let mut is_among_others = |text: &str| {
            let count = left.get_mut(text).filter(|count| **count > 0);
            count.map(|count| *count -= 1).is_some()
        };
        these.iter().map(AsRef::as_ref).filter(|text| !is_among_others(text)).map(str::to_owned).collect()
    };
    ValueChange::List { removed: only(old, new), added: only(new, old) }
}

/// What has become of the tables of a list: those that are gone, then those of the new list in its order.
fn item_changes(old: &[FieldRecord<'_>], new: &[FieldRecord<'_>]) -> Vec<ItemChange> {
    let new_of = paired(old, new);
    let mut old_of = vec![None; new.len()];
    let mut changes = Vec::new();
    for (item, pair) in old.iter().zip(&new_of) {
        match pair.and_then(|at| old_of.get_mut(at)) {
            Some(entry) => *entry = Some(item),
            None => changes.push(ItemChange::Removed(item.clone().into_owned())),
        }
    }
    for (item, before) in new.iter().zip(old_of) {
        let Some(before) = before else {
            changes.push(ItemChange::Added(item.clone().into_owned()));
            continue;
        };
        let fields = record_changes(before, item);
        if !fields.is_empty() {
            changes.push(ItemChange::Changed { name: item_name(item).to_owned(), fields });
        }
    }
    changes
}

impl ValueChange {
    fn says_nothing(&self) -> bool {
        match self {
            Self::Text { old, new } => old == new,
            Self::Table(fields) => fields.is_empty(),
            Self::List { .. } | Self::Items(_) => false,
        }
    }
}
