//! Changing the saved queries in the text of a configuration: a few bytes of it, and all else stays as it was written.

use std::{fmt, ops::Range};

use toml::de::{DeString, DeTable, DeValue};

use super::{ConfigError, Settings};
use crate::{
    messages::{Locale, files},
    text::sanitize,
};

/// A change of the queries in a configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryEdit<'a> {
    /// This query goes by this name.
    Save(&'a str, &'a str),
    /// No query goes by this name.
    Delete(&'a str),
    /// What went by the first name goes by the second.
    Rename(&'a str, &'a str),
}

/// Why a configuration is not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// It is wrong already.
    Wrong(ConfigError),
    /// It has no query of this name.
    Gone(String),
    /// The queries are written in a way that cannot be added to.
    Form,
}

impl EditError {
    /// The error in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::Wrong(error) => error.fault.told(locale),
            Self::Gone(name) => files::query_gone(locale, name),
            Self::Form => files::queries_form(locale).to_owned(),
        }
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

impl std::error::Error for EditError {}

/// Where a query stands in the text.
struct QueryEntry {
    name: String,
    key: Range<usize>,
    value: Range<usize>,
}

/// Changes one query; gives the new text with the queries that it holds.
///
/// # Errors
///
/// Why the text stays as it is.
pub fn edit_queries(text: &str, edit: QueryEdit<'_>) -> Result<(String, Vec<(String, String)>), EditError> {
    let before = read(text)?;
    let document = DeTable::parse(text).map_err(|_| EditError::Form)?;
    let table = document.get_ref().iter().find(|(name, _)| name.get_ref() == "queries");
    let entries = table.map(|(_, table)| entries(table.get_ref())).unwrap_or_default();
    let entry = |name: &str| entries.iter().find(|entry| entry.name == name);
    let known = |name: &str| entry(name).ok_or_else(|| EditError::Gone(name.to_owned()));
    let (place, new) = match edit {
        QueryEdit::Save(name, query) => match entry(name) {
            Some(entry) => (entry.value.clone(), quoted(query)),
            None => {
                added(text, table.map(|(key, _)| key.span()), &entries, &format!("{} = {}", key(name), quoted(query)))?
            }
        },
        QueryEdit::Rename(from, to) => (known(from)?.key.clone(), key(to)),
        QueryEdit::Delete(name) => {
            let entry = known(name)?;
            (line_start(text, entry.key.start)..line_end(text, entry.value.end), String::new())
        }
    };
    let mut changed = text.to_owned();
    changed.replace_range(place, &new);
    // Reading it back shows that nothing else has changed.
    let after = read(&changed).map_err(|_| EditError::Form)?;
    let is_as_asked = after.queries == expected(before.queries.clone(), edit);
    let is_else_the_same =
        Settings { queries: Vec::new(), ..after.clone() } == Settings { queries: Vec::new(), ..before };
    if is_as_asked && is_else_the_same { Ok((changed, after.queries)) } else { Err(EditError::Form) }
}

fn read(text: &str) -> Result<Settings, EditError> {
    let mut settings = Settings::new().map_err(|_| EditError::Form)?;
    settings.read(text).map_err(EditError::Wrong)?;
    // Where something old is told stands elsewhere now.
    settings.warnings.clear();
    Ok(settings)
}

/// The queries as they are after a change.
fn expected(mut queries: Vec<(String, String)>, edit: QueryEdit<'_>) -> Vec<(String, String)> {
    match edit {
        QueryEdit::Save(name, text) => match queries.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => text.clone_into(known),
            None => queries.push((name.to_owned(), text.to_owned())),
        },
        QueryEdit::Delete(name) => queries.retain(|(known, _)| known != name),
        QueryEdit::Rename(from, to) => {
            queries.iter_mut().filter(|(known, _)| known == from).for_each(|(known, _)| to.clone_into(known));
        }
    }
    queries
}

/// The queries of a table, in the order of the text.
fn entries(table: &DeValue<'_>) -> Vec<QueryEntry> {
    let DeValue::Table(table) = table else { return Vec::new() };
    let entry = |(name, value): (&toml::Spanned<DeString<'_>>, &toml::Spanned<DeValue<'_>>)| QueryEntry {
        name: sanitize(name.get_ref()).into_owned(),
        key: name.span(),
        value: value.span(),
    };
    let mut entries: Vec<QueryEntry> = table.iter().map(entry).collect();
    entries.sort_unstable_by_key(|entry| entry.key.start);
    entries
}

/// Where a new line goes: behind the last query, else behind the head of the table, else to the end with a head of its own.
fn added(
    text: &str,
    head: Option<Range<usize>>,
    entries: &[QueryEntry],
    line: &str,
) -> Result<(Range<usize>, String), EditError> {
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (behind, line) = match (entries.last(), head) {
        (Some(last), _) => {
            // A key may be written with the name of its table before it.
            let start = line_start(text, last.key.start);
            let before = text.get(start..last.key.start).unwrap_or_default();
            if !(before.trim().is_empty() || before.trim_end().ends_with('.')) {
                return Err(EditError::Form);
            }
            (last.value.end, format!("{before}{line}"))
        }
        (None, Some(head)) => (head.end, line.to_owned()),
        (None, None) => {
            let gap = if text.trim().is_empty() { "" } else { newline };
            (text.len(), format!("{gap}[queries]{newline}{line}"))
        }
    };
    let at = line_end(text, behind);
    let begins_a_line = at == 0 || text.get(..at).is_some_and(|before| before.ends_with('\n'));
    let start = if begins_a_line { "" } else { newline };
    Ok((at..at, format!("{start}{line}{newline}")))
}

/// Where the line begins in which a byte stands.
fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// Where the line after the one begins in which a byte stands.
fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}

/// A name as a key: bare if it can be.
fn key(name: &str) -> String {
    let is_bare = name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if is_bare && !name.is_empty() { name.to_owned() } else { quoted(name) }
}

/// A text on one line, as it stands if it can.
fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) && !text.contains('\'') {
        return format!("'{text}'");
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::config::DEFAULT_CONFIG;

    fn saved(text: &str, name: &str, query: &str) -> String {
        edit_queries(text, QueryEdit::Save(name, query)).unwrap_or_else(|error| panic!("{text}: {error}")).0
    }

    #[test]
    fn a_query_is_added_where_the_others_stand() {
        for (text, changed) in [
            ("", "[queries]\na = \"b\"\n"),
            ("lang = \"ja\"", "lang = \"ja\"\n\n[queries]\na = \"b\"\n"),
            ("[queries]", "[queries]\na = \"b\"\n"),
            ("[queries] # mine\n# one\n\n[keys]\n", "[queries] # mine\na = \"b\"\n# one\n\n[keys]\n"),
            ("[queries]\nx = 'y' # why\n\n[keys]\n", "[queries]\nx = 'y' # why\na = \"b\"\n\n[keys]\n"),
            ("[queries]\r\nx = 'y'\r\n[keys]\r\n", "[queries]\r\nx = 'y'\r\na = \"b\"\r\n[keys]\r\n"),
            ("queries.x = 'y'\nlang = 'ja'\n", "queries.x = 'y'\nqueries.a = \"b\"\nlang = 'ja'\n"),
            ("[queries]\n  x = 'y'", "[queries]\n  x = 'y'\n  a = \"b\"\n"),
        ] {
            assert_eq!(saved(text, "a", "b"), changed);
        }
        let whole = saved(DEFAULT_CONFIG, "the talks", "talks \"at sea\" -nisc");
        assert!(whole.contains("[queries]\n\"the talks\" = 'talks \"at sea\" -nisc'\n# agreements"), "{whole}");
        assert_eq!(whole.lines().count(), DEFAULT_CONFIG.lines().count() + 1);
    }

    #[test]
    fn a_query_is_changed_renamed_and_deleted_in_its_place() {
        let text = "# all of mine\n[queries]\n# first\na = \"x\"  # why\n'b c' = 'y'\n";
        assert_eq!(saved(text, "a", "z"), text.replace("\"x\"", "\"z\""));
        let edit = |edit| edit_queries(text, edit).map(|(text, _)| text);
        assert_eq!(edit(QueryEdit::Rename("b c", "d")).unwrap(), text.replace("'b c'", "d"));
        assert_eq!(edit(QueryEdit::Delete("a")).unwrap(), text.replace("a = \"x\"  # why\n", ""));
        assert_eq!(edit(QueryEdit::Delete("n")), Err(EditError::Gone("n".to_owned())));
    }

    #[test]
    fn what_cannot_be_changed_line_by_line_stays() {
        for text in ["queries = { a = 'x' }", "queries = {}", "queries = { a = 'x', b = 'y' }\nlang = 'ja'\n"] {
            assert_eq!(edit_queries(text, QueryEdit::Save("n", "x")), Err(EditError::Form), "{text}");
        }
        let text = "queries = { a = 'x', b = 'y' }\nlang = 'ja'\n";
        assert_eq!(edit_queries(text, QueryEdit::Delete("a")), Err(EditError::Form));
        assert_eq!(saved(text, "a", "z"), text.replace("'x'", "\"z\""));
        let wrong = edit_queries("mouse = 1\n", QueryEdit::Save("n", "x"));
        assert!(matches!(wrong, Err(EditError::Wrong(_))), "{wrong:?}");
    }

    proptest! {
        #[test]
        fn any_name_and_any_query_read_back(names in prop::collection::vec("\\PC{1,8}", 1..5), text in "\\PC{0,12}") {
            let mut whole = DEFAULT_CONFIG.to_owned();
            let sound = |text: &str| sanitize(text).into_owned();
            for name in &names {
                whole = saved(&whole, &sound(name), &sound(&text));
            }
            for name in &names {
                if let Ok((text, _)) = edit_queries(&whole, QueryEdit::Delete(&sound(name))) {
                    whole = text;
                }
            }
            prop_assert_eq!(whole, DEFAULT_CONFIG);
        }
    }
}
