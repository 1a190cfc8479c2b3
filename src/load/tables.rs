//! Sorting the top-level tables of a file, whatever its format, into what a timeline is made of.

use super::{
    diagnostic::{DiagnosticKind, Shape},
    diagnostics::Diagnostics,
    fields::Fields,
    node::{Entry, SourceSlice, Value},
    raw::RawTables,
    schema, shorthand,
    split_tables::TABLES,
};
use crate::text::{sanitize, suggest};

/// Takes the tables of a piece that is sound.
pub(super) fn tables(entries: Vec<Entry<'_>>, piece: SourceSlice<'_>, raw: &mut RawTables, problems: &mut Diagnostics) {
    for Entry { key, key_span, mut node } in entries {
        let Some(name) = TABLES.into_iter().find(|table| *table == key) else {
            let near = suggest(&key, TABLES).map(str::to_owned);
            problems.push(key_span, DiagnosticKind::UnknownTable { table: key.into_owned(), near });
            continue;
        };
        if name == "timeline" {
            if raw.about.is_some() {
                problems.push(node.span, DiagnosticKind::Repeated { table: name });
            } else if let Some(mut fields) = Fields::of(name, &node, piece, problems) {
                let mut about = schema::about(&mut fields);
                raw.checks = schema::checks(&mut fields);
                about.checks = raw.checks.iter().map(|(check, _)| check.name().into()).collect();
                raw.about = Some(about);
                fields.finish();
            }
            continue;
        }
        shorthand::listed(&mut node);
        let found = node.value.shape();
        let Value::List(items) = &mut node.value else {
            problems.push(node.span, DiagnosticKind::WrongType { field: name, expected: Shape::Tables, found });
            continue;
        };
        for item in items {
            if let (Value::Table(entries), "event") = (&mut item.value, name) {
                shorthand::spell_out(entries);
            }
            let Some(mut fields) = Fields::of(name, item, piece, problems) else { continue };
            let terms = match name {
                "lane" => &mut raw.lanes,
                "kind" => &mut raw.kinds,
                "area" => &mut raw.areas,
                "party" => &mut raw.parties,
                "organisation" => &mut raw.organisations,
                "person" => {
                    raw.persons.extend(schema::known_person(&mut fields));
                    fields.finish();
                    continue;
                }
                _ => {
                    event(fields, raw);
                    continue;
                }
            };
            terms.extend(schema::term(name, &mut fields));
            fields.finish();
        }
    }
}

/// Takes an event, or the id of one that cannot be read.
pub(super) fn event(mut fields: Fields<'_, '_>, raw: &mut RawTables) {
    match schema::event(&mut fields) {
        Some(mut event) => {
            event.more = fields.finish();
            raw.events.push(event);
        }
        // What else it has is no problem of an event that is not there.
        None => raw.unreadable_ids.extend(fields.raw_text("id").map(|id| sanitize(id.trim()).into_owned())),
    }
}
