//! What people write shorter than the format has it, spelt out: one value for a list of one, a name for who has it, an
//! address for the page.

use std::borrow::Cow;

use super::{
    node::{Entry, Node, Value},
    schema::is_http_url,
};

/// Spells out the fields of an event.
pub(super) fn spell_out(event: &mut [Entry<'_>]) {
    for Entry { key, node, .. } in event {
        let field: fn(&str) -> Option<&'static str> = match key.as_ref() {
            "parties" | "areas" | "organisations" | "follows" => |_| None,
            "people" => |_| Some("name"),
            "quote" => |_| Some("text"),
            "source" => |text| Some(if is_http_url(text.trim()) { "url" } else { "title" }),
            "differs" => {
                listed(node);
                continue;
            }
            _ => continue,
        };
        if let Value::Text(text) = &node.value
            && text.trim().is_empty()
        {
            node.value = Value::List(Vec::new());
        }
        listed(node);
        let Value::List(items) = &mut node.value else { continue };
        for item in items {
            if let Value::Text(text) = &item.value
                && let Some(field) = field(text)
            {
                let text = Node { value: Value::Text(text.clone()), span: item.span.clone() };
                let entry = Entry { key: Cow::Borrowed(field), key_span: item.span.clone(), node: text };
                item.value = Value::Table(vec![entry]);
            }
        }
    }
}

/// Makes a list of one of a single text or table.
pub(super) fn listed(node: &mut Node<'_>) {
    if matches!(node.value, Value::Text(_) | Value::Table(_)) {
        let value = std::mem::replace(&mut node.value, Value::List(Vec::new()));
        node.value = Value::List(vec![Node { value, span: node.span.clone() }]);
    }
}
