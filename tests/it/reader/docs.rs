//! The page about the reader mode: its conversations are what the program says.

use std::{collections::BTreeSet, env, fs};

use annalist::reader::COMMANDS;

use super::{reads_well, run};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/reader-mode.md");
const PROMPT: &str = "annalist> ";

/// The page with the answers of the program to each conversation on it.
fn answered(page: &str) -> String {
    let mut whole = String::new();
    for (place, part) in page.split("```").enumerate() {
        if place > 0 {
            whole.push_str("```");
        }
        match part.strip_prefix("text\nannalist> ").filter(|_| place % 2 == 1) {
            Some(_) => {
                whole.push_str("text\n");
                let mut said = String::new();
                let mut before = 0;
                for command in part.lines().filter_map(|line| line.strip_prefix(PROMPT)) {
                    said += &format!("{command}\n");
                    let told = String::from_utf8(run(&["--fresh"], &said).stdout).unwrap();
                    reads_well(&told);
                    whole += &format!("{PROMPT}{command}\n{}", &told[before..]);
                    before = told.len();
                }
            }
            None => whole.push_str(part),
        }
    }
    whole
}

#[test]
fn the_conversations_of_the_page_are_what_is_said() {
    let page = fs::read_to_string(PAGE).unwrap();
    assert!(page.matches(PROMPT).count() > 10);
    let answered = answered(&page);
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(PAGE, answered).unwrap();
        return;
    }
    assert_eq!(page, answered, "run `UPDATE_DOCS=1 cargo test --test it reader::docs`");
}

#[test]
fn the_page_names_every_command() {
    let page = fs::read_to_string(PAGE).unwrap();
    let quoted: BTreeSet<&str> = page.split('`').skip(1).step_by(2).flat_map(|code| code.split(' ').next()).collect();
    let missing: Vec<&str> = COMMANDS.iter().map(|info| info.name).filter(|name| !quoted.contains(name)).collect();
    assert_eq!(missing, [""; 0]);
}
