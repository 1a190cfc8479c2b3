//! An event as the fields of a timeline file, in the order in which a file has them: what JSON, TOML and tables write.

use std::{
    borrow::Cow,
    hash::{Hash, Hasher},
};

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};
use serde_json::value::RawValue;

/// Fields by name, in order; what is not said is not among them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct FieldRecord<'a>(pub Vec<(Cow<'a, str>, RecordValue<'a>)>);

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RecordValue<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// Yes; a flag that says no is not there.
    Flag,
    /// The number of a source, from 1.
    Number(usize),
    /// A list of texts.
    Texts(Vec<Cow<'a, str>>),
    /// A table.
    Table(FieldRecord<'a>),
    /// A list of tables.
    Tables(Vec<FieldRecord<'a>>),
    /// A value of JSON as it was read.
    Json(JsonText<'a>),
}

/// A value of JSON as it was read.
#[derive(Debug, Clone)]
pub struct JsonText<'a>(pub Cow<'a, RawValue>);

impl PartialEq for JsonText<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.get() == other.0.get()
    }
}

impl Eq for JsonText<'_> {}

impl Hash for JsonText<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.get().hash(state);
    }
}

impl<'a> FieldRecord<'a> {
    /// Appends a field.
    pub fn set(&mut self, name: &'a str, value: RecordValue<'a>) {
        self.0.push((Cow::Borrowed(name), value));
    }

    /// A text, unless there is none.
    pub fn text(&mut self, name: &'a str, text: Option<&'a str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.set(name, RecordValue::Text(Cow::Borrowed(text)));
        }
    }

    /// A flag that is false is not said.
    pub fn flag(&mut self, name: &'a str, flag: bool) {
        if flag {
            self.set(name, RecordValue::Flag);
        }
    }

    /// The number of a source, which a file counts from 1.
    pub fn source_number(&mut self, name: &'a str, index: Option<usize>) {
        if let Some(index) = index {
            self.set(name, RecordValue::Number(index.saturating_add(1)));
        }
    }

    /// A list of texts, unless it is empty.
    pub fn texts(&mut self, name: &'a str, texts: impl Iterator<Item = Cow<'a, str>>) {
        let texts: Vec<Cow<'_, str>> = texts.collect();
        if !texts.is_empty() {
            self.set(name, RecordValue::Texts(texts));
        }
    }

    /// A list of tables, unless it is empty.
    pub fn tables(&mut self, name: &'a str, tables: impl Iterator<Item = Self>) {
        let tables: Vec<Self> = tables.collect();
        if !tables.is_empty() {
            self.set(name, RecordValue::Tables(tables));
        }
    }
}

impl FieldRecord<'_> {
    /// The field of this name, if it says anything.
    pub fn get(&self, name: &str) -> Option<&RecordValue<'_>> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The same for as long as one likes.
    pub fn into_owned(self) -> FieldRecord<'static> {
        let fields = self.0.into_iter();
        FieldRecord(fields.map(|(name, value)| (Cow::Owned(name.into_owned()), value.into_owned())).collect())
    }
}

impl RecordValue<'_> {
    /// The same for as long as one likes.
    pub fn into_owned(self) -> RecordValue<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Text(text) => RecordValue::Text(owned(text)),
            Self::Flag => RecordValue::Flag,
            Self::Number(number) => RecordValue::Number(number),
            Self::Texts(texts) => RecordValue::Texts(texts.into_iter().map(owned).collect()),
            Self::Table(table) => RecordValue::Table(table.into_owned()),
            Self::Tables(tables) => RecordValue::Tables(tables.into_iter().map(FieldRecord::into_owned).collect()),
            Self::Json(JsonText(value)) => RecordValue::Json(JsonText(Cow::Owned(value.into_owned()))),
        }
    }
}

impl Serialize for FieldRecord<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for RecordValue<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => to.serialize_str(text),
            Self::Flag => to.serialize_bool(true),
            Self::Number(number) => number.serialize(to),
            Self::Texts(texts) => {
                let mut list = to.serialize_seq(Some(texts.len()))?;
                texts.iter().try_for_each(|text| list.serialize_element(text))?;
                list.end()
            }
            Self::Table(table) => table.serialize(to),
            Self::Tables(tables) => tables.serialize(to),
            Self::Json(JsonText(value)) => value.serialize(to),
        }
    }
}
