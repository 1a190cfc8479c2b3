//! A row of a table that annalist wrote: an event, cell by cell.

use serde::{
    Deserializer,
    de::{
        IntoDeserializer, Visitor,
        value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

use super::{
    own_table::{self, unguarded},
    row::Row,
};
use crate::{
    load::diagnostics::Diagnostics,
    model::{CellContent, Event, ExtraField, ExtraFields, OUTER_DAYS, Vocabularies, cell_content},
};

/// A row of a table that annalist wrote.
#[derive(Debug)]
pub struct OwnRow<'r> {
    pub(super) row: &'r Row<'r>,
    /// The part of the source that it stands in.
    pub(super) text: &'r str,
    pub(super) columns: &'r OwnColumns,
    pub(super) fields: &'r ExtraFields,
}

/// What stands in the columns of such a table, by their numbers.
#[derive(Debug)]
pub(super) struct OwnColumns(Vec<(String, CellContent)>);

impl OwnColumns {
    /// Those of these names.
    pub(super) fn of(columns: &[ExtraField], fields: &ExtraFields) -> Self {
        let count = columns.iter().map(|field| field.index() + 1).max().unwrap_or(0);
        let mut all = vec![(String::new(), CellContent::Text); count];
        for field in columns {
            let name = unguarded(&fields.name(*field)).to_owned();
            let content = cell_content(&name).unwrap_or(CellContent::Text);
            all.get_mut(field.index()).into_iter().for_each(|column| *column = (name.clone(), content));
        }
        Self(all)
    }
}

impl<'r> OwnRow<'r> {
    /// The byte of its part at which it begins.
    pub fn begin(&self) -> usize {
        self.row.span.start
    }

    /// Its cells as the fields of an event. Columns that annalist does not know are among them, and cells with another value
    /// than their field has.
    pub fn cells(&self) -> impl Deserializer<'r, Error = serde_json::Error> + use<'r> {
        let columns = self.columns;
        MapDeserializer::new(self.row.filled().filter_map(|(field, cell)| {
            let (name, content) = columns.0.get(field.index())?;
            let cell = CellDeserializer { content: *content, text: unguarded(&cell.text) };
            (!OUTER_DAYS.contains(&name.as_str())).then_some((BorrowedStrDeserializer::new(name), cell))
        }))
    }

    /// The event, and whether its id was written by somebody; `None` if it is none. What is wrong is told.
    pub fn event(&self, words: &mut Vocabularies, problems: &mut Diagnostics) -> Option<(bool, Event)> {
        own_table::event(self.row, self.text, self.fields, words, problems)
    }
}

/// The value of a cell.
struct CellDeserializer<'de> {
    content: CellContent,
    text: &'de str,
}

impl<'de> IntoDeserializer<'de, serde_json::Error> for CellDeserializer<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for CellDeserializer<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.content {
            CellContent::Text => visitor.visit_borrowed_str(self.text),
            CellContent::Texts if !self.text.starts_with('[') => {
                let part = |text: &'de str| Self { content: CellContent::Text, text: text.trim() };
                visitor.visit_seq(SeqDeserializer::new(self.text.split(';').map(part)))
            }
            CellContent::Texts | CellContent::Json => {
                let mut json = serde_json::Deserializer::from_str(self.text);
                let value = json.deserialize_any(visitor)?;
                json.end().map(|()| value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}
