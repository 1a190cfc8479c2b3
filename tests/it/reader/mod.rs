//! The reader mode: commands in, sentences out.

mod docs;
mod laws;
mod pipe;
mod tasks;
mod terminal;
mod transcripts;

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

use annalist::{
    app::{App, AppInit, Document, Prefs},
    input::{self, Keymap},
    load,
    marks::MarkJournal,
    model::Lang,
    reader::{ReaderInit, ReaderMode, read_commands},
};

/// The program on its own timeline in reader mode, with nothing of earlier runs.
pub(crate) fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annalist"));
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LANG", "LC_ALL", "LC_MESSAGES", "ACCESSIBLE"] {
        command.env_remove(name);
    }
    command.arg("--plain").args(arguments);
    command
}

/// What comes of these commands through a pipe.
pub(crate) fn run(arguments: &[&str], commands: &str) -> Output {
    let mut command = program(arguments);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let written = child.stdin.take().unwrap().write_all(commands.as_bytes());
    // What refuses to begin may have ended by now.
    assert!(written.is_ok() || child.wait().is_ok_and(|status| !status.success()));
    child.wait_with_output().unwrap()
}

/// The answers to these commands, all of which can be done, and which read well.
#[track_caller]
pub(crate) fn answers(arguments: &[&str], commands: &str) -> String {
    let output = run(arguments, commands);
    let told = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && errors.is_empty(), "{told}{errors}");
    reads_well(&told);
    told
}

/// No byte acts on a terminal, nothing is drawn, and no line is empty.
#[track_caller]
pub(crate) fn reads_well(told: &str) {
    for line in told.lines() {
        assert!(!line.trim().is_empty(), "an empty line: {told}");
        let is_drawn = |c: char| matches!(c, '\u{2500}'..='\u{259F}' | '·' | '\u{FFFD}');
        assert!(!line.chars().any(|c| c.is_control() || is_drawn(c)), "{line:?}");
    }
}

/// A state on a timeline of TOML.
pub(crate) fn app(toml: &str, lang: Lang) -> App {
    let loaded = load::timeline(toml.as_bytes().to_vec());
    let document = Document::new(loaded.timeline, None);
    let prefs = Prefs { lang, ..Prefs::new(Keymap::parse(input::DEFAULT).unwrap()) };
    App::new(AppInit::new(document, prefs))
}

/// What is said to these commands, as to somebody who types them; in parts, if they are wanted.
pub(crate) fn converse(app: App, commands: &[u8], has_parts: bool) -> String {
    let open = |_: &str| Ok(());
    let journal = MarkJournal::own(None, None);
    let init = ReaderInit { app, journal, loader: None, files: None, open: &open, has_parts };
    let mut out = Vec::new();
    read_commands(&mut ReaderMode::new(init), &mut &*commands, &mut out, true).unwrap();
    String::from_utf8(out).unwrap()
}
