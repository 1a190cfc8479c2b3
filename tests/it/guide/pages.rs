//! Each page, from its first block to its last, in one folder.

use std::fs;

use super::{
    commands, keyboard,
    page::{Page, Part},
};
use crate::support::written::assert_written;

/// The longest page, in lines.
const MAX_LINES: usize = 60;

/// A test a page, by the name of its file, and a list of all.
macro_rules! pages {
    ($($name:ident)*) => {
        const TRIED: &[&str] = &[$(stringify!($name)),*];

        $(
            #[test]
            fn $name() {
                try_page(stringify!($name));
            }
        )*
    };
}

pages! { start time filter read views words marks cite export yours tables changes looks server }

#[test]
fn the_index() {
    try_page("README");
}

#[test]
fn every_page_is_tried_and_short() {
    for page in Page::all() {
        let name = page.name.trim_end_matches(".md");
        assert!(name == "README" || TRIED.contains(&name), "{name} has no test");
    }
    let long = Page::all().into_iter().filter(|page| page.text.lines().count() > MAX_LINES);
    assert_eq!(long.map(|page| page.name).collect::<Vec<_>>(), [""; 0], "these have more than {MAX_LINES} lines");
}

/// Runs the commands of a page, types its keys and writes its files, as they stand in it.
fn try_page(name: &str) {
    let page = Page::all().into_iter().find(|page| page.name == format!("{name}.md")).unwrap();
    let folder = commands::folder_of_examples();
    let mut made = String::new();
    for part in page.parts() {
        let printed = match part {
            Part::Code { info: "console", body } => commands::with_what_they_print(body, folder.path()),
            Part::Code { info: "keys", body } => {
                keyboard::type_into_program(body, folder.path());
                body.to_owned()
            }
            Part::Code { info, body } => {
                if let Some((_, file)) = info.split_once(' ') {
                    fs::write(folder.path().join(file), body).unwrap();
                }
                body.to_owned()
            }
            Part::Prose(text) => text.to_owned(),
        };
        made += &part.with(&printed).to_string();
    }
    assert_written(&page.path(), &made);
}
