//! A row of a table that annalist wrote: an event, cell by cell.

use serde::{
    Deserializer,
    de::{
        IntoDeserializer, Visitor,
        value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

use super::row::{Cell, Row};
use crate::model::{CellContent, ExtraField, ExtraFields, OUTER_DAYS, begins_formula, cell_content};

/// A row of a table that annalist wrote.
#[derive(Debug)]
pub struct OwnRow<'r> {
    pub(super) row: &'r Row<'r>,
    /// The part of the source that it stands in.
    pub(super) text: &'r str,
    pub(super) columns: &'r OwnColumns,
}

/// A column of such a table.
#[derive(Debug)]
pub(super) struct OwnColumn {
    pub(super) name: String,
    /// What its cells hold; `None` where annalist does not know it.
    pub(super) content: Option<CellContent>,
}

/// The columns of such a table by their numbers; none where days are only told again.
#[derive(Debug)]
pub(super) struct OwnColumns(Vec<Option<OwnColumn>>);

impl OwnColumns {
    /// Those of these names.
    pub(super) fn of(columns: &[ExtraField], fields: &ExtraFields) -> Self {
        let mut all = Vec::new();
        for field in columns {
            let name = unguarded(&fields.name(*field)).to_owned();
            let column = OwnColumn { content: cell_content(&name), name };
            all.resize_with(all.len().max(field.index() + 1), || None);
            if let Some(place) = all.get_mut(field.index()) {
                *place = Some(column).filter(|column| !OUTER_DAYS.contains(&column.name.as_str()));
            }
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
        MapDeserializer::new(self.filled().map(|(column, cell)| {
            let content = column.content.unwrap_or(CellContent::Text);
            (BorrowedStrDeserializer::new(&column.name), CellDeserializer { content, text: unguarded(&cell.text) })
        }))
    }

    /// Its cells that say something, each with its column.
    pub(super) fn filled(&self) -> impl Iterator<Item = (&'r OwnColumn, &'r Cell<'r>)> + use<'r> {
        let columns = self.columns;
        self.row.filled().filter_map(|(field, cell)| Some((columns.0.get(field.index())?.as_ref()?, cell)))
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

/// A cell without the apostrophe that keeps spreadsheets from taking it for a formula.
pub(super) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| begins_formula(rest)).unwrap_or(text)
}
