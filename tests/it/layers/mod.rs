//! The shape of the crate: layers use lower ones only, nothing is used in a ring, files and functions are small, names
//! have one meaning, and nothing unfinished is left.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::LazyLock,
};

use self::{
    rings::Use,
    source::{Mention, Program},
};

mod allowed;
mod glossary;
mod literals;
mod rings;
mod source;

/// The layers from the ground up, as ARCHITECTURE.md gives them, with their heights. A layer uses lower ones.
const LAYERS: [(&str, u8); 25] = [
    ("text", 0),
    ("messages", 0),
    ("platform", 1),
    ("model", 1),
    ("built_in", 2),
    ("axis", 2),
    ("query", 2),
    ("themes", 2),
    ("fields", 3),
    ("load", 3),
    ("marks", 3),
    ("diff", 4),
    ("schema", 4),
    ("export", 5),
    ("formatter", 5),
    ("stream", 5),
    ("input", 6),
    ("config", 7),
    ("app", 8),
    ("ui", 9),
    ("reader", 9),
    ("terminal", 10),
    ("runtime", 11),
    ("cli", 12),
    ("main", 13),
];
/// Lines of logic of a file, tests beside it not counted.
const MAX_FILE_LINES: usize = 350;
/// Lines of a function, from its signature to its last brace.
const MAX_FUNCTION_LINES: usize = 60;
/// Parameters of a function besides `self`.
const MAX_PARAMETERS: usize = 5;

static PROGRAM: LazyLock<Program> = LazyLock::new(Program::read);

/// Every file of Rust below `src`, by its path from there, with its text.
fn files() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |file: &String| (file.clone(), fs::read_to_string(root.join(file)).unwrap());
    PROGRAM.lines.keys().map(read).collect()
}

/// The code of a file up to its tests, without comments.
fn logic(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap();
    code.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

fn layer_of(file: &str) -> Option<(&str, u8)> {
    let name = file.split('/').next().unwrap().trim_end_matches(".rs");
    LAYERS.into_iter().find(|(layer, _)| *layer == name)
}

#[test]
fn every_file_is_in_a_layer() {
    for file in files().keys().filter(|file| *file != "lib.rs") {
        assert!(layer_of(file).is_some(), "{file} is in no layer");
    }
}

#[test]
fn imports_run_downwards() {
    for Use { from, to, name, line } in rings::uses(&PROGRAM) {
        let (Some((mine, height)), Some((other, below))) = (layer_of(&from), layer_of(&to)) else { continue };
        let is_below = other == mine || below < height;
        assert!(is_below, "{from}:{line} uses {name} of {other}, which is not below {mine}");
    }
}

#[test]
fn platform_alone_names_interfaces_of_a_system() {
    const CRATES: [&str; 6] = ["libc", "nix", "rustix", "signal_hook", "winapi", "windows_sys"];
    let is_foreign = |path: &[String]| match path {
        [first, second, ..] if first == "std" => second == "os",
        [first, ..] => CRATES.contains(&first.as_str()),
        [] => false,
    };
    let in_platform = |file: &str| file.starts_with("platform/");
    let mut found = 0;
    for module in PROGRAM.modules.values() {
        for Mention { path, line, .. } in module.mentions.iter().filter(|it| is_foreign(&it.path)) {
            assert!(in_platform(&module.file), "{}:{line} names {}", module.file, path.join("::"));
            found += 1;
        }
    }
    assert!(found > 20, "only {found} are found where they belong");
    let conditions = ["(unix", "(windows", ", unix", ", windows", "target_os", "target_family"];
    let chooses = |text: &str| conditions.iter().any(|condition| logic(text).contains(condition));
    let chosen = files().into_iter().filter(|(file, text)| !in_platform(file) && chooses(text)).map(|(file, _)| file);
    compare("files that go by the system", chosen, allowed::CHOICES_BY_SYSTEM.iter().copied());
}

#[test]
fn nothing_is_used_in_a_ring() {
    let rings = rings::rings(&PROGRAM, allowed::USES_IN_RINGS);
    assert!(rings.is_empty(), "there are rings:\n\n{}", rings.join("\n\n"));
    for &allowed in allowed::USES_IN_RINGS {
        let others: Vec<_> = allowed::USES_IN_RINGS.iter().copied().filter(|it| *it != allowed).collect();
        assert!(!rings::rings(&PROGRAM, &others).is_empty(), "{allowed:?} is to be taken off the list");
    }
}

/// Says which of what was found is not on a list, and what on it is not found any more.
fn compare<'a>(what: &str, found: impl IntoIterator<Item = String>, allowed: impl IntoIterator<Item = &'a str>) {
    let (found, allowed): (BTreeSet<_>, BTreeSet<_>) = (found.into_iter().collect(), allowed.into_iter().collect());
    let more: Vec<_> = found.iter().filter(|name| !allowed.contains(name.as_str())).collect();
    assert!(more.is_empty(), "{what}: {more:#?}");
    let fewer: Vec<_> = allowed.iter().filter(|name| !found.contains(**name)).collect();
    assert!(fewer.is_empty(), "these are to be taken off the list of \u{201c}{what}\u{201d}: {fewer:#?}");
}

#[test]
fn files_are_small() {
    let long = PROGRAM.lines.iter().filter(|(_, lines)| **lines > MAX_FILE_LINES);
    compare("files of too many lines", long.map(|(file, _)| file.clone()), allowed::LONG_FILES.iter().copied());
}

#[test]
fn functions_are_small() {
    let program = &*PROGRAM;
    let functions = || program.modules.values().flat_map(|module| &module.functions);
    let long = functions().filter(|it| it.lines > MAX_FUNCTION_LINES).map(|it| it.name.clone());
    compare("functions of too many lines", long, allowed::LONG_FUNCTIONS.iter().copied());
    let wide = functions().filter(|it| it.parameters > MAX_PARAMETERS).map(|it| it.name.clone());
    compare("functions of too many parameters", wide, allowed::WIDE_FUNCTIONS.iter().copied());
}

#[test]
fn a_name_of_a_type_has_one_meaning() {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for module in PROGRAM.modules.values() {
        for it in &module.types {
            places.entry(&it.name).or_default().push(format!("{}:{}", module.file, it.line));
        }
    }
    places.retain(|name, places| places.len() > 1 && !allowed::TYPES_BY_SYSTEM.contains(name));
    let (names, allowed) = (places.keys().map(|name| (*name).to_owned()), allowed::DOUBLED_TYPES.iter().copied());
    compare(&format!("types of one name, of {places:#?}"), names, allowed);
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
