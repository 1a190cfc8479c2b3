//! What is written about the program is what the program says of itself.

use std::{env, fs};

use annalist::input::{DEFAULT, Keymap, key_table};

const BEGIN: &str = "tests/docs.rs holds it -->\n";
const END: &str = "<!-- /keys -->";

#[test]
fn the_readme_has_the_table_of_keys() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).unwrap();
    let (head, rest) = readme.split_once(BEGIN).unwrap();
    let (table, tail) = rest.split_once(END).unwrap();
    let made = key_table(&Keymap::parse(DEFAULT).unwrap());
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path, format!("{head}{BEGIN}{made}{END}{tail}")).unwrap();
        return;
    }
    assert_eq!(table, made, "run `UPDATE_DOCS=1 cargo test --test docs`");
}

#[test]
fn the_changelog_speaks_of_this_version() {
    let changelog = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/CHANGELOG.md")).unwrap();
    assert!(changelog.contains(&format!("## {}", env!("CARGO_PKG_VERSION"))));
}
