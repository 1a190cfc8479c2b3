//! What a field is made of: the text of a column, or of several with words between them.

use std::fmt;

use crate::text::sanitize;

/// What a field is made of: `Timestamp`, or `{RuleTitle} in {Channel}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pieces: Vec<TemplatePiece>,
}

/// A part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplatePiece {
    /// A text, as it stands.
    Text(String),
    /// The text of the column of this name.
    Column(String),
}

impl Template {
    /// The text of one column.
    pub fn column(name: &str) -> Self {
        Self { pieces: vec![TemplatePiece::Column(name.to_owned())] }
    }

    /// Reads a template: a name of a column, or a text with such names in braces.
    pub fn parse(text: &str) -> Self {
        // As the names of columns are made.
        let text = &*sanitize(text);
        if !(text.contains('{') && text.contains('}')) {
            let name = Some(text.trim()).filter(|name| !name.is_empty());
            return Self { pieces: name.map(column_piece).into_iter().collect() };
        }
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else { break };
            pieces.extend((!before.is_empty()).then(|| TemplatePiece::Text(before.to_owned())));
            pieces.push(match name.trim() {
                // No column has no name.
                "" => TemplatePiece::Text("{}".to_owned()),
                name => column_piece(name),
            });
            rest = after;
        }
        pieces.extend((!rest.is_empty()).then(|| TemplatePiece::Text(rest.to_owned())));
        Self { pieces }
    }

    /// Its parts.
    pub fn pieces(&self) -> &[TemplatePiece] {
        &self.pieces
    }

    /// The names of its columns.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            TemplatePiece::Column(name) => Some(name.as_str()),
            TemplatePiece::Text(_) => None,
        })
    }
}

/// A column by its name, made as headers are: a mark that stood on the brace or blank before it has no base here.
fn column_piece(name: &str) -> TemplatePiece {
    TemplatePiece::Column(sanitize(name).into_owned())
}

impl fmt::Display for Template {
    /// As [`parse`](Self::parse) reads it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [TemplatePiece::Column(name)] = self.pieces.as_slice()
            && !name.contains([',', '=', '"', '\''])
            && !(name.contains('{') && name.contains('}'))
            && name.trim() == name
            && name != "-"
        {
            return f.write_str(name);
        }
        self.pieces.iter().try_for_each(|piece| match piece {
            TemplatePiece::Text(text) => f.write_str(text),
            TemplatePiece::Column(name) => write!(f, "{{{name}}}"),
        })
    }
}
