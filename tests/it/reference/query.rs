//! `docs/query.md`: what can be asked.

use annalist::{
    messages::Locale,
    query::{Field, HAS, IS, ParsedQuery},
};

use super::{assert_written, code, page, table};

const HEAD: &str = "| query | keeps |";

/// The rows of the table that the README has, with its head.
fn readme_table(readme: &str) -> String {
    let (_, table) = readme.split_once(HEAD).unwrap();
    let rows: Vec<&str> = table.lines().take_while(|line| line.is_empty() || line.starts_with('|')).collect();
    format!("{HEAD}{}\n", rows.join("\n").trim_end())
}

#[test]
fn the_page_of_queries_is_made_of_the_fields_and_its_examples_are_queries() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let fields = Field::ALL.into_iter().chain([Field::Extra("EventID")]).map(|field| {
        let names = [field.name(), field.label(Locale::English), field.label(Locale::Japanese)];
        let mut others: Vec<&str> = names.into_iter().skip(1).filter(|name| *name != field.name()).collect();
        others.dedup();
        let letter = Field::FACETS.into_iter().find(|(_, facet)| *facet == field).map(|(letter, _)| letter);
        [
            code([field.name()]),
            code(others),
            letter.map(|c| format!("`f` `{c}`")).unwrap_or_default(),
            field.about(annalist::messages::Locale::English).to_owned(),
            code([field.example()]),
        ]
    });
    let fields = table(["field", "also called", "menu", "asks for", "as in"], fields);
    let text = format!(
        "One line of text is the whole filter: in the query line (`/`), in `-q`, in saved queries and in copied command lines. Terms \
         beside each other are all meant; `|` means either, `-` in front of a term excludes, and parentheses group.\n\n{}\n\
         ## Fields\n\nSeveral values have commas between them. What has a letter is chosen in a menu as well.\n\n{fields}\n\
         `has:` asks for {}.\n\n`is:` asks for {}.\n",
        readme_table(&readme),
        code(HAS),
        code(IS),
    );
    assert_written("docs/query.md", &page("Queries", &text));
    for field in Field::ALL {
        let example = field.example();
        let parsed = ParsedQuery::parse(example);
        assert!(parsed.faults.is_empty() && parsed.query.to_string() == example, "{example}: {:?}", parsed.faults);
        assert!(example.trim_start_matches('-').starts_with(&format!("{}:", field.name())), "{example}");
    }
    let asked = HAS.map(|value| format!("has:{value}")).into_iter().chain(IS.map(|value| format!("is:{value}")));
    for query in asked {
        assert!(ParsedQuery::parse(&query).faults.is_empty(), "{query}");
    }
}
