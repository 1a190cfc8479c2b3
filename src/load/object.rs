//! Objects of JSON that are asked for what they hold without being told what they should.

use std::ops::Range;

use super::node::{Entry, Node, SourceSlice, Value};

/// An object; what is empty, null or missing is the same.
#[derive(Clone, Copy)]
pub(super) struct JsonObject<'a> {
    pub(super) entries: &'a [Entry<'a>],
    pub(super) piece: SourceSlice<'a>,
}

impl<'a> JsonObject<'a> {
    /// The object that a value is; `None` for any other value.
    pub(super) fn of(node: &'a Node<'a>, piece: SourceSlice<'a>) -> Option<Self> {
        match &node.value {
            Value::Table(entries) => Some(Self { entries, piece }),
            _ => None,
        }
    }

    /// The value of this name.
    pub(super) fn get(self, name: &str) -> Option<&'a Node<'a>> {
        self.entries.iter().find(|entry| entry.key == name).map(|entry| &entry.node)
    }

    /// The object of this name; of a list of objects the first.
    pub(super) fn object(self, name: &str) -> Option<Self> {
        let node = self.get(name)?;
        match &node.value {
            Value::List(items) => Self::of(items.first()?, self.piece),
            _ => Self::of(node, self.piece),
        }
    }

    /// The items of the list of this name; none where it is no list.
    pub(super) fn list(self, name: &str) -> &'a [Node<'a>] {
        match self.get(name).map(|node| &node.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    /// What a text or a number of this name says, and its place; `None` if that is nothing.
    pub(super) fn said(self, name: &str) -> Option<(String, Range<usize>)> {
        let node = self.get(name)?;
        let said = match &node.value {
            Value::Text(text) => text.trim().to_owned(),
            Value::Number(_) | Value::Bool(_) => node.written(self.piece),
            _ => return None,
        };
        Some((said, node.span.clone())).filter(|(said, _)| !said.is_empty())
    }

    /// What a text or a number of this name says.
    pub(super) fn text(self, name: &str) -> Option<String> {
        self.said(name).map(|(said, _)| said)
    }
}
