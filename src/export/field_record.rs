//! An event as the fields of a timeline file, in the order in which a file has them: what JSON, TOML and tables write.

use std::borrow::Cow;

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};
use serde_json::value::RawValue;

/// Fields by name, in order; what is not said is not among them.
#[derive(Debug, Default)]
pub(super) struct FieldRecord<'a>(pub(super) Vec<(Cow<'a, str>, RecordValue<'a>)>);

/// What a field says.
#[derive(Debug)]
pub(super) enum RecordValue<'a> {
    Text(Cow<'a, str>),
    Flag,
    Number(usize),
    Texts(Vec<Cow<'a, str>>),
    Table(FieldRecord<'a>),
    Tables(Vec<FieldRecord<'a>>),
    /// A value of JSON as it was read.
    Json(&'a RawValue),
}

impl<'a> FieldRecord<'a> {
    pub(super) fn set(&mut self, name: &'a str, value: RecordValue<'a>) {
        self.0.push((Cow::Borrowed(name), value));
    }

    /// A text, unless there is none.
    pub(super) fn text(&mut self, name: &'a str, text: Option<&'a str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.set(name, RecordValue::Text(Cow::Borrowed(text)));
        }
    }

    /// A flag that is false is not said.
    pub(super) fn flag(&mut self, name: &'a str, flag: bool) {
        if flag {
            self.set(name, RecordValue::Flag);
        }
    }

    /// The number of a source, which a file counts from 1.
    pub(super) fn source_number(&mut self, name: &'a str, index: Option<usize>) {
        if let Some(index) = index {
            self.set(name, RecordValue::Number(index.saturating_add(1)));
        }
    }

    pub(super) fn texts(&mut self, name: &'a str, texts: impl Iterator<Item = Cow<'a, str>>) {
        let texts: Vec<Cow<'_, str>> = texts.collect();
        if !texts.is_empty() {
            self.set(name, RecordValue::Texts(texts));
        }
    }

    pub(super) fn tables(&mut self, name: &'a str, tables: impl Iterator<Item = Self>) {
        let tables: Vec<Self> = tables.collect();
        if !tables.is_empty() {
            self.set(name, RecordValue::Tables(tables));
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
            Self::Json(value) => value.serialize(to),
        }
    }
}
