//! The pages below `docs`: made of the tables that the program itself goes by, so that they say what it does.
//! `UPDATE_DOCS=1 cargo test --test it reference` writes them.

use crate::support::written::assert_written;

mod config;
mod format;
mod keys;
mod query;
mod themes;

/// What stands at the head of each page.
fn page(title: &str, text: &str) -> String {
    format!("<!-- Made by tests/it/reference: an edit here is lost. -->\n\n# {title}\n\n{text}")
}

/// A table of Markdown.
fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head = head.map(str::to_owned);
    let rule = head.clone().map(|_| "---".to_owned());
    let rows = rows.into_iter().map(|row| line(&row.map(|cell| cell.replace('|', "\\|"))));
    line(&head) + &line(&rule) + &rows.collect::<String>()
}

/// Texts as code, with blanks between them.
fn code<T: std::fmt::Display>(texts: impl IntoIterator<Item = T>) -> String {
    texts.into_iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(" ")
}

/// The blocks of code in this language.
fn blocks<'a>(page: &'a str, lang: &str) -> Vec<&'a str> {
    let fence = format!("```{lang}\n");
    page.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}
