//! `docs/query.md`: what can be asked.

use annalist::{
    messages::Locale,
    query::{Field, HAS, IS, ParsedQuery},
};

use super::{assert_written, code, page, table};

const HEAD: &str = "| query | keeps |";

/// What a field asks for, and how that is written.
fn about(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Lane => ("the lane", "lane:us-japan"),
        Field::Area => ("an area", "area:skills,norms"),
        Field::Kind => ("the kind of event", "-kind:statement"),
        Field::Party => ("a party", "party:JP"),
        Field::Year => ("a year that the event touches", "year:2022"),
        Field::Person => ("a person, or the speaker of a quote", "person:西村"),
        Field::Speaker => ("who said a quote, a person or a body", "said:Sullivan"),
        Field::Org => ("a body that took part", "org:NISC"),
        Field::Place => ("the place", "place:\"Washington, D.C.\""),
        Field::Source => ("title, publisher or address of a source", "source:example.org"),
        Field::Lang => ("the language of a quote", "lang:ja"),
        Field::Quote => ("words of a quote or of its translation", "quote:運用"),
        Field::Title => ("words of the title", "title:talks"),
        Field::Id => ("a part of the id", "id:2023-01"),
        Field::Thread => {
            ("all that follows from the event of this id, and that it follows from", "thread:first-meeting")
        }
        Field::Tag => ("a tag that you have given", "tag:check"),
        Field::Note => ("words of what you have noted", "note:annex"),
        Field::Has => ("something that the event has", "has:quote"),
        Field::Is => ("something that the event is", "is:contested"),
        Field::Extra(_) => ("a field that annalist does not know", "EventID:4624"),
    }
}

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
        let (what, example) = about(field);
        let names = [field.name(), field.label(Locale::English), field.label(Locale::Japanese)];
        let mut others: Vec<&str> = names.into_iter().skip(1).filter(|name| *name != field.name()).collect();
        others.dedup();
        let letter = Field::FACETS.into_iter().find(|(_, facet)| *facet == field).map(|(letter, _)| letter);
        [
            code([field.name()]),
            code(others),
            letter.map(|c| format!("`f` `{c}`")).unwrap_or_default(),
            what.to_owned(),
            code([example]),
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
        let (_, example) = about(field);
        let parsed = ParsedQuery::parse(example);
        assert!(parsed.faults.is_empty() && parsed.query.to_string() == example, "{example}: {:?}", parsed.faults);
        assert!(example.trim_start_matches('-').starts_with(&format!("{}:", field.name())), "{example}");
    }
    let asked = HAS.map(|value| format!("has:{value}")).into_iter().chain(IS.map(|value| format!("is:{value}")));
    for query in asked {
        assert!(ParsedQuery::parse(&query).faults.is_empty(), "{query}");
    }
}
