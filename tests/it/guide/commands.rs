//! Commands of the guide, run in a folder with the examples, and what they print.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::support::pty::UNSET;

/// A line that stands for any number of lines.
const ANY: &str = "...";
/// What begins a command.
pub(super) const PROMPT: &str = "$ ";

/// A folder of its own with copies of the examples.
pub(super) fn folder_of_examples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).unwrap() {
        let from = entry.unwrap().path();
        if from.extension().is_some_and(|extension| extension != "rs") {
            fs::copy(&from, folder.path().join(from.file_name().unwrap())).unwrap();
        }
    }
    folder
}

/// The environment of a command: the built program goes first, and the folder is the home of whoever runs it.
pub(super) fn environment(folder: &Path) -> [(&'static str, String); 4] {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_annalist"));
    let path = format!("{}:{}", program.parent().unwrap().display(), env::var("PATH").unwrap_or_default());
    [("PATH", path), ("HOME", folder.display().to_string()), ("LANG", "C.UTF-8".to_owned()), ("TZ", "UTC".to_owned())]
}

/// What a command prints, on both of its outputs.
pub(super) fn run(command: &str, folder: &Path) -> String {
    let mut shell = Command::new("sh");
    UNSET.into_iter().fold(&mut shell, Command::env_remove);
    shell.args(["-c", &format!("exec 2>&1\n{command}")]).current_dir(folder).envs(environment(folder));
    String::from_utf8(shell.output().unwrap().stdout).unwrap()
}

/// The block with what its commands print.
pub(super) fn with_what_they_print(block: &str, folder: &Path) -> String {
    let mut made = String::new();
    let mut lines = block.lines().peekable();
    while let Some(line) = lines.next() {
        let command = line.strip_prefix(PROMPT).unwrap_or_else(|| panic!("no command: {line}"));
        assert!(!explores(command), "it would open the explorer in a terminal: {command}");
        let expected: Vec<&str> = std::iter::from_fn(|| lines.next_if(|line| !line.starts_with(PROMPT))).collect();
        let printed = run(command, folder);
        let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
        let settled = if is_meant(&expected, &printed) { expected } else { replaced(&expected, &printed) };
        for line in std::iter::once(line).chain(settled) {
            made += &format!("{line}\n");
        }
    }
    made
}

/// Whether a command opens the explorer where it is typed, rather than print something.
fn explores(command: &str) -> bool {
    let Some(arguments) = command.strip_prefix("annalist") else { return false };
    let prints = [" -f ", " -o ", " | ", " > ", " --help", " --version"].iter().any(|part| arguments.contains(part));
    let first = arguments.split_whitespace().next().unwrap_or_default();
    !prints && !["check", "explain", "map", "diff", "new", "fmt", "schema", "formats", "config", "man"].contains(&first)
}

/// Whether these lines are meant by those, some of which may stand for any.
fn is_meant(expected: &[&str], printed: &[&str]) -> bool {
    match expected.split_first() {
        None => printed.is_empty(),
        Some((&ANY, rest)) => (0..=printed.len()).any(|skipped| is_meant(rest, &printed[skipped..])),
        Some((line, rest)) => printed.split_first().is_some_and(|(first, more)| first == line && is_meant(rest, more)),
    }
}

/// As many of the printed lines before and after those that are left out as there were.
fn replaced<'a>(expected: &[&'a str], printed: &[&'a str]) -> Vec<&'a str> {
    let Some(before) = expected.iter().position(|line| *line == ANY) else { return printed.to_vec() };
    let after = expected.iter().rev().position(|line| *line == ANY).unwrap_or_default();
    if before + after > printed.len() {
        return printed.to_vec();
    }
    [&printed[..before], &[ANY], &printed[printed.len() - after..]].concat()
}

#[test]
fn three_dots_stand_for_any_lines() {
    let printed = ["a", "b", "c", "d"];
    for expected in [&["a", "...", "d"][..], &["..."], &["a", "b", "...", "c", "d"], &["...", "c", "..."], &printed] {
        assert!(is_meant(expected, &printed), "{expected:?}");
    }
    for expected in [&["a", "...", "c"][..], &["a", "b"], &["b", "..."], &[]] {
        assert!(!is_meant(expected, &printed), "{expected:?}");
    }
    assert_eq!(replaced(&["x", "...", "y"], &printed), ["a", "...", "d"]);
    assert_eq!(replaced(&["...", "x", "..."], &printed), ["..."]);
    assert_eq!(replaced(&["x", "x", "x", "...", "y", "y"], &printed), printed);
}

#[test]
fn what_opens_the_explorer_is_no_command_that_prints() {
    for command in ["annalist", "annalist moon.toml", "annalist -q apollo", "annalist --watch mine.toml"] {
        assert!(explores(command), "{command}");
    }
    for command in ["annalist check a.toml", "annalist a.toml | head -3", "annalist a.toml -o b.md", "ls"] {
        assert!(!explores(command), "{command}");
    }
}
