//! Which piece comes when: tables and keys in the order of the schema, events in order of time; all else stays in its order.

use super::{
    event_order::event_places,
    syntax_tree::{KeyValue, Section, TomlValue},
    table_block::TableBlock,
};
use crate::schema::{FieldSchema, TABLES, TableSchema, table};

/// Puts tables and keys in order.
pub(super) fn arranged(sections: Vec<Section<'_>>) -> Vec<Section<'_>> {
    let mut blocks = TableBlock::gathered(sections);
    let places = event_places(&blocks);
    let mut blocks: Vec<(Option<usize>, TableBlock<'_>)> = places.into_iter().zip(blocks.drain(..)).collect();
    blocks.sort_by_key(|(place, block)| (table_place(block.name()), *place));
    let mut sections: Vec<Section<'_>> = blocks.into_iter().flat_map(|(_, block)| in_order(block)).collect();
    for section in &mut sections {
        let schema = schema_of(section);
        sort_entries(&mut section.entries, schema);
    }
    sections
}

/// The tables of a block, those below its own in the order of the schema.
fn in_order(mut block: TableBlock<'_>) -> Vec<Section<'_>> {
    let schema = table(block.name());
    block.sections.sort_by_key(|section| match section.path() {
        [_, below, ..] => 1 + field_place(schema, &below.name),
        _ => 0,
    });
    block.sections
}

fn schema_of(section: &Section<'_>) -> Option<&'static TableSchema> {
    match section.path() {
        [name] => table(&name.name),
        [name, below] => field(table(&name.name)?, &below.name)?.kind.tables(),
        _ => None,
    }
}

fn sort_entries(entries: &mut [KeyValue<'_>], schema: Option<&'static TableSchema>) {
    let name = |entry: &KeyValue<'_>| entry.keys.first().map(|key| key.name.clone().into_owned()).unwrap_or_default();
    if schema.is_some() {
        entries.sort_by_cached_key(|entry| field_place(schema, &name(entry)));
    }
    for entry in entries {
        let below = schema.and_then(|schema| field(schema, &name(entry))?.kind.tables());
        sort_value(&mut entry.value, below);
    }
}

/// Sorts the keys of tables that stand in a value.
fn sort_value(value: &mut TomlValue<'_>, schema: Option<&'static TableSchema>) {
    let TomlValue::Group(group) = value else { return };
    if group.is_table {
        sort_entries(&mut group.entries, schema);
    } else {
        group.entries.iter_mut().for_each(|entry| sort_value(&mut entry.value, schema));
    }
}

/// Where a table stands in a file; one that annalist does not know stands behind all others.
fn table_place(name: &str) -> usize {
    if name.is_empty() { 0 } else { 1 + TABLES.iter().position(|table| table.name == name).unwrap_or(TABLES.len()) }
}

/// Where a field stands in its table; one that annalist does not know stands behind all others.
fn field_place(schema: Option<&'static TableSchema>, name: &str) -> usize {
    let place = schema.and_then(|schema| schema.fields.iter().position(|field| field.name == name));
    place.unwrap_or(usize::MAX - 1)
}

fn field(schema: &'static TableSchema, name: &str) -> Option<&'static FieldSchema> {
    schema.fields.iter().find(|field| field.name == name)
}
