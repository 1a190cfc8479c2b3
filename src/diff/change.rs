//! What a change is: of an event, of a field, of a value.

use crate::{fields::FieldRecord, model::EventIndex};

/// What has become of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventChange {
    /// The new timeline alone has it, at this place.
    Added(EventIndex),
    /// The old timeline alone has it, at this place.
    Removed(EventIndex),
    /// Both have it, and it does not say the same.
    Changed {
        /// Its place in the old timeline.
        old: EventIndex,
        /// Its place in the new timeline.
        new: EventIndex,
        /// What differs, in the order of a file; never empty.
        fields: Vec<FieldChange>,
    },
}

/// A field that says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the file.
    pub name: String,
    /// What it said and says.
    pub change: ValueChange,
}

/// What a field said and says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueChange {
    /// A text, a date, a yes; `None` where it says nothing.
    Text {
        /// What it said.
        old: Option<String>,
        /// What it says.
        new: Option<String>,
    },
    /// A list of texts; where nothing came and nothing went, it stands in another order.
    List {
        /// What it has no more.
        removed: Vec<String>,
        /// What it did not have.
        added: Vec<String>,
    },
    /// A table, by those of its fields that differ.
    Table(Vec<FieldChange>),
    /// A list of tables, such as quotes; where it is empty, they stand in another order.
    Items(Vec<ItemChange>),
}

/// What has become of a table in a list of them: a quote, a source, a term of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemChange {
    /// The new list alone has it.
    Added(FieldRecord<'static>),
    /// The old list alone has it.
    Removed(FieldRecord<'static>),
    /// Both have it, and it does not say the same.
    Changed {
        /// What it is known by in the new list.
        name: String,
        /// What differs; never empty.
        fields: Vec<FieldChange>,
    },
}
