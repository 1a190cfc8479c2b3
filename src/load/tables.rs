//! Sorting the top-level tables of a file, whatever its format, into what a timeline is made of.

use super::{
    assemble::Raw,
    fields::Fields,
    node::{Entry, Node, Piece, Value},
    pieces::TABLES,
    problem::{Fault, Problem},
    schema,
};
use crate::text::{nearest, sanitize};

/// Takes the tables of a piece that is sound.
pub(super) fn tables(entries: &[Entry<'_>], piece: Piece<'_>, raw: &mut Raw, problems: &mut Vec<Problem>) {
    for Entry { key, key_span, node } in entries {
        let Some(name) = TABLES.into_iter().find(|table| table == key) else {
            let near = nearest(key, TABLES).map(str::to_owned);
            problems.push(Problem::new(key_span.clone(), Fault::UnknownTable { table: key.to_string(), near }));
            continue;
        };
        if name == "timeline" {
            match Fields::of(name, node, piece) {
                Ok(_) if raw.about.is_some() => {
                    problems.push(Problem::new(node.span.clone(), Fault::Repeated { table: name }));
                }
                Ok(mut fields) => {
                    raw.about = Some(schema::about(&mut fields));
                    problems.append(&mut fields.finish());
                }
                Err(problem) => problems.push(problem),
            }
            continue;
        }
        let Value::List(items) = &node.value else {
            let fault = Fault::WrongType { field: name, expected: "a list of tables", found: "one value" };
            problems.push(Problem::new(node.span.clone(), fault));
            continue;
        };
        for item in items {
            match Fields::of(name, item, piece) {
                Ok(mut fields) => {
                    match name {
                        "lane" => raw.lanes.extend(schema::term(name, &mut fields)),
                        "kind" => raw.kinds.extend(schema::term(name, &mut fields)),
                        "area" => raw.areas.extend(schema::term(name, &mut fields)),
                        "party" => raw.parties.extend(schema::term(name, &mut fields)),
                        _ => event(&mut fields, item, raw),
                    }
                    problems.append(&mut fields.finish());
                }
                Err(problem) => problems.push(problem),
            }
        }
    }
}

/// Takes an event, or the id of one that cannot be read.
pub(super) fn event<'a>(fields: &mut Fields<'a>, node: &'a Node<'a>, raw: &mut Raw) {
    match schema::event(fields) {
        Some(event) => raw.events.push(event),
        None => raw.lost.extend(own_id(node)),
    }
}

fn own_id(event: &Node<'_>) -> Option<String> {
    let Value::Table(entries) = &event.value else { return None };
    let id = entries.iter().find(|entry| entry.key == "id")?;
    let Value::Text(text) = &id.node.value else { return None };
    Some(sanitize(text.trim()).into_owned())
}
