//! A text in, the same in its layout out.

use toml::{Table, Value};
use toml_parser::{Source, lexer::TokenKind};

use super::{
    arrange::arranged,
    format_error::FormatError,
    layout::laid_out,
    tree_builder::{syntax_tree, take_directives},
};
use crate::load::Position;

/// Returns a timeline file in its layout; without a byte order mark, and with the line ends that it has.
///
/// # Errors
///
/// It is no TOML.
pub fn formatted(text: &str) -> Result<String, FormatError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let before = read(text)?;
    let mut tree = syntax_tree(text);
    tree.sections = arranged(tree.sections);
    take_directives(&mut tree);
    let formatted = laid_out(&tree, line_end(text));
    // Reading it back shows that nothing is lost.
    let is_same =
        read(&formatted).is_ok_and(|after| said(before) == said(after)) && comments(text) == comments(&formatted);
    if is_same { Ok(formatted) } else { Err(FormatError::SaysOtherwise) }
}

fn read(text: &str) -> Result<Table, FormatError> {
    text.parse::<Table>().map_err(|error| FormatError::Syntax {
        position: Position::of(text, error.span().map_or(0, |span| span.start)),
        message: error.message().to_owned(),
    })
}

/// All that is said, whatever the order of events.
fn said(mut table: Table) -> (Vec<String>, String) {
    // As text, since a number that is none is not the same as itself.
    let text = |value: &Value| format!("{value:?}");
    let events = table.get_mut("event").and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default();
    let mut events: Vec<String> = events.iter().map(text).collect();
    events.sort_unstable();
    (events, format!("{table:?}"))
}

fn comments(text: &str) -> Vec<&str> {
    let source = Source::new(text);
    let tokens = source.lex().filter(|token| token.kind() == TokenKind::Comment);
    let mut comments: Vec<&str> = tokens.filter_map(|token| Some(source.get(token)?.as_str().trim_end())).collect();
    comments.sort_unstable();
    comments
}

/// How the first line of a text ends that does not end within a value.
fn line_end(text: &str) -> &'static str {
    let source = Source::new(text);
    let first = source.lex().find(|token| token.kind() == TokenKind::Newline);
    let is_windows = first.and_then(|token| source.get(token)).is_some_and(|raw| raw.as_str() == "\r\n");
    if is_windows { "\r\n" } else { "\n" }
}
