//! Words that people read stand in the tables of messages, in each language: no English is written down elsewhere.

use proc_macro2::{Literal, TokenStream, TokenTree};
use syn::{
    Attribute, Item, LitStr, Macro,
    parse::Parser,
    visit::{self, Visit},
};

use super::{
    files,
    source::{attributes, is_test},
};

/// Files of which the words are elsewhere in Japanese, or for readers of English alone: rows with both languages, what clap says in
/// English (over which Japanese is laid), the schema and other documents, citations by English rules, dates in English.
const ENGLISH: [&str; 13] = [
    "cli/args.rs",
    "export/cite.rs",
    "export/cite_style.rs",
    "input/action.rs",
    "input/key_list.rs",
    "messages/",
    "model/date/english.rs",
    "model/date/printed.rs",
    "model/elapsed.rs",
    "reader/command.rs",
    "schema/json_schema.rs",
    "schema/tables.rs",
    "themes/roles.rs",
];

/// Single texts that nobody reads as a sentence: commands, what is looked for in a file, names of threads, what goes no further.
const NO_SENTENCES: [(&str, &str); 7] = [
    ("cli/man.rs", "annalist check --fix timeline.toml"),
    ("cli/man.rs", "annalist - --headless --map"),
    ("model/date/column/undated.rs", "not set"),
    ("model/date/fault.rs", "the month"),
    ("stream/fast_path.rs", "an object"),
    ("stream/fast_path/clean_str.rs", "a text that has to be made safe"),
    ("stream/file_watcher.rs", "file watcher"),
];

/// The texts that a file holds outside its tests, its attributes and its comments.
#[derive(Default)]
struct Literals(Vec<String>);

impl Literals {
    fn tokens(&mut self, tokens: TokenStream) {
        let mut is_attribute = false;
        for token in tokens {
            let is_of_attribute = std::mem::replace(&mut is_attribute, token.to_string() == "#");
            match token {
                TokenTree::Group(_) if is_of_attribute => {}
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => self.0.extend(text(&literal)),
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Literals {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.0.push(literal.value());
    }

    fn visit_macro(&mut self, item: &'ast Macro) {
        self.tokens(item.tokens.clone());
    }
}

fn text(literal: &Literal) -> Option<String> {
    let parse = |input: syn::parse::ParseStream<'_>| input.parse::<LitStr>();
    parse.parse2(TokenTree::from(literal.clone()).into()).ok().map(|literal| literal.value())
}

/// Whether two words of English stand beside each other, or one behind what is put in; what stands between backquotes is none.
fn is_english(text: &str) -> bool {
    const PUT_IN: char = '\0';
    let prose: String = text.split('`').step_by(2).collect();
    let mut parts = prose.split('{');
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        words.push(PUT_IN);
        words.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    let is_word = |word: &str| {
        let word = word.trim_end_matches([',', ';', ':', '.', '?']);
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let words: Vec<&str> = words.split([' ', '\n']).collect();
    let is_pair = |pair: &[&str]| {
        let first = pair[0].trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '(');
        (is_word(first) || pair[0] == "A" || first.ends_with(PUT_IN)) && is_word(pair[1]) && pair[1].len() > 1
    };
    words.windows(2).any(is_pair)
}

#[test]
fn words_that_people_read_stand_in_the_tables_of_messages() {
    let mut found = Vec::new();
    let mut met = vec![false; NO_SENTENCES.len()];
    for (file, source) in files() {
        let mut literals = Literals::default();
        literals.visit_file(&syn::parse_file(&source).unwrap());
        for text in literals.0.into_iter().filter(|text| is_english(text)) {
            let known = NO_SENTENCES.iter().position(|(of, known)| *of == file && text.contains(known));
            if let Some(known) = known {
                met[known] = true;
            } else if !ENGLISH.iter().any(|english| file.starts_with(english)) {
                found.push(format!("{file}: {text}"));
            }
        }
    }
    assert!(found.is_empty(), "these belong into a table of messages: {found:#?}");
    let gone: Vec<_> = NO_SENTENCES.iter().zip(met).filter(|(_, is_met)| !is_met).map(|(known, _)| known).collect();
    assert!(gone.is_empty(), "these are to be taken off the list: {gone:#?}");
}

#[test]
fn english_is_told_from_names() {
    for text in [
        "there is none",
        "no `{name}` is here",
        "Usage of it",
        "{} is not open",
        "this should be {what}",
        "{count} events",
    ] {
        assert!(is_english(text), "{text}");
    }
    for text in [
        "title=COLUMN",
        "lane:a",
        "Start Date",
        "`this is typed`",
        "gzip",
        "{Start Date} {Start Time}",
        " · ",
        "{name} {} ({})",
    ] {
        assert!(!is_english(text), "{text}");
    }
}
