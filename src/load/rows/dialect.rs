//! How delimited text is written: what stands between its cells, and whether cells are quoted.

/// How delimited text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Dialect {
    /// The byte between two cells: a comma, a semicolon, a tabulator or a bar.
    pub delimiter: u8,
    /// Whether a cell that begins with a quotation mark goes on up to the next one. Else quotation marks mean themselves.
    pub has_quotes: bool,
}

impl Dialect {
    /// Cells with commas between them, as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) has them.
    pub const COMMA: Self = Self { delimiter: b',', has_quotes: true };
}
