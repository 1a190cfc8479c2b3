//! The shape of the house: storeys use lower ones only, rooms of a storey do not run in circles, files are small and
//! say what they hold, and nothing unfinished is left in them.

#![allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_push_string,
    reason = "a test that fails here has failed"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The storeys from the ground up, as the documentation of the library gives them. Those of one line stand side by
/// side, and the later may use the earlier.
const STOREYS: [(&str, u8); 16] = [
    ("text", 0),
    ("model", 0),
    ("built_in", 1),
    ("axis", 1),
    ("query", 1),
    ("load", 2),
    ("export", 2),
    ("stream", 3),
    ("input", 4),
    ("config", 5),
    ("app", 6),
    ("ui", 7),
    ("terminal", 8),
    ("runtime", 9),
    ("cli", 10),
    ("main", 11),
];
/// Lines of logic of a file at most: tests beside it are not counted.
const LONGEST: usize = 400;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file of Rust below `src`, by its path from there, with its text.
fn files() -> BTreeMap<String, String> {
    let mut folders = vec![source()];
    let mut files = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(source()).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    assert!(files.len() > 50);
    files
}

/// The code of a file up to its tests, without comments.
fn logic(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap();
    code.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

fn storey(file: &str) -> Option<(&str, u8)> {
    let name = file.split('/').next().unwrap().trim_end_matches(".rs");
    STOREYS.into_iter().find(|(storey, _)| *storey == name)
}

/// The first names of all paths that begin with this: `crate::{app::App, text}` uses `app` and `text`.
fn used(code: &str, root: &str) -> BTreeSet<String> {
    let name = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let mut names = BTreeSet::new();
    for after in code.split(root).skip(1) {
        match after.strip_prefix('{') {
            None => {
                names.insert(name(after));
            }
            Some(list) => {
                let mut depth = 0;
                let mut begins = true;
                for (at, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => begins = true,
                        c if begins && !c.is_whitespace() => {
                            names.insert(name(list.get(at..).unwrap_or_default()));
                            begins = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    names
}

#[test]
fn every_file_stands_in_a_storey() {
    for file in files().keys().filter(|file| *file != "lib.rs") {
        assert!(storey(file).is_some(), "{file} is in no storey");
    }
}

#[test]
fn imports_run_downwards() {
    for (file, text) in files() {
        let Some((mine, height)) = storey(&file) else { continue };
        let code = logic(&text);
        for name in used(&code, "crate::").into_iter().chain(used(&code, "annalist::")) {
            let Some((other, below)) = storey(&name) else { panic!("{file} uses crate::{name}, which is no storey") };
            let side_by_side = (mine, other) == ("model", "text");
            assert!(other == mine || below < height || side_by_side, "{file} uses {other}, which is not below it");
        }
    }
}

#[test]
fn rooms_of_a_storey_do_not_run_in_circles() {
    let files = files();
    let folders: BTreeSet<&str> =
        files.keys().filter_map(|file| file.rsplit_once('/')).map(|(folder, _)| folder).collect();
    for folder in folders {
        let rooms: BTreeMap<&str, String> = files
            .iter()
            .filter_map(|(file, text)| Some((file.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".rs")?, text)))
            .filter(|(room, _)| !room.contains('/') && *room != "mod")
            .map(|(room, text)| (room, logic(text)))
            .collect();
        let module = &files[&format!("{folder}/mod.rs")];
        let home = |name: &str| exporter(module, name).filter(|room| rooms.contains_key(room.as_str()));
        let uses: BTreeMap<&str, BTreeSet<String>> = rooms
            .iter()
            .map(|(&room, code)| {
                let named = used(code, "super::").into_iter();
                // A name of the storey stands for the room that it is from.
                let found =
                    named.filter_map(|name| if rooms.contains_key(name.as_str()) { Some(name) } else { home(&name) });
                (room, found.filter(|other| other != room).collect())
            })
            .collect();
        // What the state is made of and what changes it are one type, written in several rooms.
        if folder != "app" {
            assert_eq!(circle(&uses), None, "in {folder}");
        }
    }
}

/// The room that a storey exports a name from.
fn exporter(module: &str, name: &str) -> Option<String> {
    let exports = module.split("pub use ").skip(1).chain(module.split("pub(crate) use ").skip(1));
    let mut exports = exports.filter_map(|export| export.split(';').next()?.split_once("::"));
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let found = exports.find(|(_, names)| names.split(|c| !is_word(c)).any(|exported| exported == name));
    found.map(|(room, _)| room.to_owned())
}

/// Rooms that use each other in a circle, if any do: what is left once rooms that use nothing are taken away.
fn circle(uses: &BTreeMap<&str, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut left = uses.clone();
    loop {
        let free: Vec<&str> = left.iter().filter(|(_, others)| others.is_empty()).map(|(&room, _)| room).collect();
        if free.is_empty() {
            break;
        }
        for room in free {
            left.remove(room);
            left.values_mut().for_each(|others| others.retain(|other| other != room));
        }
    }
    (!left.is_empty()).then(|| left.keys().map(|&room| room.to_owned()).collect())
}

#[test]
fn files_are_small() {
    for (file, text) in files() {
        let lines = text.split("#[cfg(test)]").next().unwrap().lines().count();
        assert!(lines <= LONGEST, "{file} has {lines} lines");
    }
}

#[test]
fn every_file_says_what_it_holds() {
    for (file, text) in files() {
        assert!(text.starts_with("//! "), "{file} begins with something else");
        let lines = text.lines().take_while(|line| line.starts_with("//!")).count();
        assert!(lines <= 8, "{file} begins with {lines} lines about itself");
    }
}

#[test]
fn nothing_is_unfinished() {
    for (file, text) in files() {
        for word in ["TODO", "FIXME", "XXX", "todo!", "unimplemented!", "dbg!"] {
            assert!(!text.contains(word), "{file} holds {word}");
        }
    }
}

#[test]
fn nothing_opens_a_connection() {
    for (file, text) in files() {
        for word in ["TcpStream", "TcpListener", "UdpSocket", "SocketAddr", "UnixStream::connect", "rustix::net"] {
            assert!(!text.contains(word), "{file} holds {word}");
        }
    }
    // crossterm's own reader, which is not used here, brings mio, and uses it to poll.
    let lock = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")).unwrap();
    for name in ["curl", "hyper", "native-tls", "openssl", "reqwest", "rustls", "socket2", "tokio", "ureq"] {
        assert!(!lock.contains(&format!("name = \"{name}\"\n")), "{name} is among what it is built of");
    }
}

#[test]
fn modules_only_declare_and_export() {
    for (file, text) in files().into_iter().filter(|(file, _)| file.ends_with("/mod.rs")) {
        for word in ["fn ", "struct ", "enum ", "impl ", "trait "] {
            assert!(!logic(&text).contains(word), "{file} holds {word}");
        }
    }
}
