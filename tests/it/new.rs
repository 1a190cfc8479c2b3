//! The file that a timeline starts with.

use std::fs;

use annalist::{formatter::formatted, load};

use crate::{
    cli::{annalist, ends, errors, out},
    schema::faults_of_toml,
};

/// What `annalist new` writes.
fn written() -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("mine.toml").to_str().unwrap().to_owned();
    let output = annalist(&["new", &name]);
    ends(&output, 0);
    assert_eq!((out(&output), errors(&output)), (String::new(), String::new()));
    let text = fs::read_to_string(&name).unwrap();
    (folder, name, text)
}

#[test]
fn it_opens_is_in_order_and_laid_out_and_validates() {
    let (_folder, name, text) = written();
    let output = annalist(&["check", &name]);
    ends(&output, 0);
    assert_eq!(out(&output), format!("{name}: 2 events, 0 errors, 0 warnings\n"));
    ends(&annalist(&["fmt", "--check", &name]), 0);
    assert_eq!(formatted(&text).unwrap(), text);
    assert_eq!(faults_of_toml(&text), [""; 0]);
    assert!(text.starts_with("#:schema ./annalist.schema.json\n"));
    let timeline = load::timeline(text.into_bytes()).timeline;
    let first = timeline.events().next().unwrap();
    assert_eq!((first.quotes.len(), first.sources.len()), (1, 1));
    assert!(out(&annalist(&[&name])).contains("A spring of meetings"));
}

#[test]
fn no_file_is_written_over_unless_that_is_asked_for() {
    let (_folder, name, text) = written();
    fs::write(&name, "mine").unwrap();
    let output = annalist(&["new", &name]);
    ends(&output, 3);
    assert!(errors(&output).contains("the file is there already"), "{}", errors(&output));
    assert_eq!(fs::read_to_string(&name).unwrap(), "mine");
    ends(&annalist(&["new", "--force", &name]), 0);
    assert_eq!(fs::read_to_string(&name).unwrap(), text);
}

#[test]
fn it_is_printed_too() {
    let (_folder, _, text) = written();
    let output = annalist(&["new", "-"]);
    ends(&output, 0);
    assert_eq!(out(&output), text);
}

#[test]
fn each_command_that_it_names_is_there() {
    let (folder, name, text) = written();
    let commands: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("#   annalist ")).collect();
    assert_eq!(commands.len(), 4);
    for command in commands {
        let words: Vec<&str> = command.split(" > ").next().unwrap().split(' ').collect();
        let words: Vec<&str> =
            words.into_iter().map(|word| if word == "FILE" { name.as_str() } else { word }).collect();
        ends(&annalist(&words), 0);
    }
    drop(folder);
}
