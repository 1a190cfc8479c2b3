//! What holds of every answer, whatever is typed and whatever a file says.

use annalist::{model::Lang, reader::COMMANDS};
use proptest::prelude::*;

use super::{app, converse, reads_well};
use crate::{screen::SMALL, support::BUILT_IN};

/// What may stand behind a command, and other lines.
const ARGUMENTS: &[&str] = &[
    "",
    "1",
    "2",
    "0",
    "99",
    "all",
    "cyber",
    "said:blinken",
    "2022",
    "oct 2022 to jan 2023",
    "areas years shares",
    "people people",
    "bodies bodies",
    "parties kinds",
    "lanes months share all",
    "a vs b",
    "lane:us-japan vs",
    "#tag note",
    "#a",
    "lane",
    "person",
    "ja",
    "en",
    "both",
    "UTC",
    "+09:00",
    "local",
    "-cyber",
    "(",
    "\"",
    "are:x",
    "~cybr",
    "off:cyber",
    "2023-02-30",
    "..",
    "year",
    "1 apa",
    "bibtex",
    "is:marked",
    "の",
    "サイバー",
];

fn line() -> impl Strategy<Value = String> {
    // Nothing is written to files.
    let commands = COMMANDS.iter().filter(|info| info.name != "export");
    let names: Vec<&str> = commands.flat_map(annalist::reader::CommandInfo::names).collect();
    let command = (prop::sample::select(names), prop::sample::select(ARGUMENTS))
        .prop_map(|(name, rest)| format!("{name} {rest}"));
    prop_oneof![6 => command, 1 => "[0-9]{1,3}", 1 => Just(String::new()), 1 => ".{0,40}", 1 => "[/a-z\\x1b\\x07 :\"(]{0,30}"]
}

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(&[Lang::En, Lang::Ja, Lang::Both][..])
}

/// The answers without the prompts.
fn told(conversation: &str) -> String {
    conversation.replace("annalist> ", "")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_line_makes_an_answer_act_or_draw(lines in prop::collection::vec(line(), 1..12), lang in lang(), parts: bool) {
        let typed = lines.join("\n").replace("export", "");
        let conversation = converse(app(SMALL, lang), typed.as_bytes(), parts);
        for line in told(&conversation).lines() {
            prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            prop_assert!(!line.chars().any(|c| matches!(c, '\u{2500}'..='\u{257F}')), "{line:?}");
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let typed = [b"find ", &*bytes].concat();
        let conversation = converse(app(SMALL, Lang::En), &typed, false);
        prop_assert!(!told(&conversation).chars().any(|c| c.is_control() && c != '\n'));
    }
}

#[test]
fn every_command_reads_well_on_the_timeline_that_comes_along() {
    let commands = [
        "read",
        "next",
        "read",
        "last",
        "read",
        "list",
        "quotes",
        "sources",
        "cite",
        "thread",
        "values area",
        "values person",
        "matrix",
        "matrix bodies years",
        "matrix bodies bodies",
        "matrix parties kinds",
        "matrix lanes quarters shares",
        "words japan",
        "compare",
        "about",
        "help",
        "help find",
        "where",
    ];
    for lang in [Lang::En, Lang::Ja, Lang::Both] {
        let conversation = converse(app(BUILT_IN, lang), commands.join("\n").as_bytes(), false);
        let told: String =
            conversation.lines().map(|line| line.trim_start_matches("annalist> ").to_owned() + "\n").collect();
        reads_well(told.trim_end());
    }
}

#[test]
fn nothing_in_a_file_acts_on_the_terminal() {
    let text = r"\u001B]0;owned\u0007\u202Edesrever\u009B2J\u2028end";
    let toml = format!(
        "[timeline]\ntitle = \"{text}\"\ndescription = \"{text}\"\n[[event]]\nid = \"a\"\ndate = \"2023\"\ntitle = \"{text}\"\nsummary = \"{text}\"\n\
         place = \"{text}\"\npeople = [{{ name = \"{text}\" }}]\norganisations = [\"{text}\"]\nnote = \"{text}\"\nodd = \"{text}\"\n\
         [[event.quote]]\ntext = \"{text}\"\nspeaker = \"{text}\"\n[[event.source]]\ntitle = \"{text}\"\npublisher = \"{text}\"\n"
    );
    let commands = "read\nlist\nquotes\nsources\ncite\nabout\nvalues person\nmatrix people\nwords end\nproblems\n";
    let conversation = converse(app(&toml, Lang::En), commands.as_bytes(), false);
    assert!(conversation.contains("desrever"), "{conversation}");
    assert!(!conversation.chars().any(|c| c.is_control() && c != '\n'), "{conversation:?}");
    assert!(!conversation.contains(['\u{202E}', '\u{2028}']), "{conversation:?}");
}
