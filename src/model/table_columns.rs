//! The columns of a table that annalist writes and reads again, and what stands in their cells.

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellContent {
    /// A text.
    Text,
    /// Texts with semicolons between them, or a list of JSON where one of them would not be told apart.
    Texts,
    /// A value of JSON.
    Json,
}

/// The fields of an event, in the order in which they are written.
pub const EVENT_FIELDS: [(&str, CellContent); 23] = [
    ("id", CellContent::Text),
    ("date", CellContent::Text),
    ("end", CellContent::Text),
    ("title", CellContent::Text),
    ("title_ja", CellContent::Text),
    ("lane", CellContent::Text),
    ("kind", CellContent::Text),
    ("parties", CellContent::Texts),
    ("place", CellContent::Text),
    ("place_ja", CellContent::Text),
    ("areas", CellContent::Texts),
    ("summary", CellContent::Text),
    ("summary_ja", CellContent::Text),
    ("organisations", CellContent::Texts),
    ("follows", CellContent::Texts),
    ("context", CellContent::Json),
    ("confidence", CellContent::Text),
    ("note", CellContent::Text),
    ("note_ja", CellContent::Text),
    ("people", CellContent::Json),
    ("differs", CellContent::Json),
    ("quote", CellContent::Json),
    ("source", CellContent::Json),
];

/// The columns that say in plain days what the date says exactly: from its first day that is possible to its last.
pub const OUTER_DAYS: [&str; 2] = ["first_day", "last_day"];

/// What the cells of an event's field hold; `None` for a field that annalist does not know.
pub fn cell_content(name: &str) -> Option<CellContent> {
    EVENT_FIELDS.into_iter().find_map(|(field, content)| (field == name).then_some(content))
}

/// Whether a spreadsheet takes a text for a formula, or it already looks guarded against that by an apostrophe.
pub fn begins_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}
