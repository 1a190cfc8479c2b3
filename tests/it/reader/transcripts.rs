//! Whole conversations, in both languages.

use annalist::model::Lang;

use super::{app, converse};
use crate::screen::SMALL;

const COMMANDS: &[&str] = &[
    "where",
    "list",
    "2",
    "read",
    "find 2023",
    "quotes",
    "sources",
    "cite",
    "thread",
    "values kind",
    "drop all",
    "window 2022 to 2023",
    "matrix areas years",
    "matrix people people",
    "words cyber",
    "fit",
    "compare",
    "mark",
    "tag #a the note",
    "marked",
    "undo",
    "about",
    "problems",
    "find are:x",
    "frobnicate",
    "help cite",
];

/// The commands, each with its answer.
fn transcript(lang: Lang) -> String {
    let conversation = converse(app(SMALL, lang), COMMANDS.join("\n").as_bytes(), false);
    let mut answers = conversation.split("annalist> ");
    let greeting = answers.next().unwrap().to_owned();
    let pairs = COMMANDS.iter().zip(answers).map(|(command, answer)| format!("annalist> {command}\n{answer}"));
    greeting + &pairs.collect::<String>()
}

#[test]
fn a_conversation_in_english() {
    insta::assert_snapshot!("reader_english", transcript(Lang::En));
}

#[test]
fn a_conversation_in_japanese() {
    insta::assert_snapshot!("reader_japanese", transcript(Lang::Ja));
}
