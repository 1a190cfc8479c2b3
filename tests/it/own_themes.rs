//! Themes of the person's own, in a real terminal: found, read again when they are saved, and never worse than the last good one.

use std::{fs, path::Path, time::Duration};

use pty_process::blocking::Command;
use tempfile::TempDir;

use crate::{
    cli::{annalist, ends, errors},
    support::pty::{ATTRIBUTES, LIGHT, Program, QUERY, command},
};

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const SIZE: (u16, u16) = (100, 40);

/// A home with a theme `mine` of this text, and this configuration.
fn home(theme: &str, config: &str) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("annalist");
    fs::create_dir_all(folder.join("themes")).unwrap();
    fs::write(folder.join("config.toml"), config).unwrap();
    save(home.path(), theme);
    home
}

fn save(home: &Path, theme: &str) {
    fs::write(home.join("annalist/themes/mine.toml"), theme).unwrap();
}

fn in_home(home: &Path) -> Command {
    command(BINARY).env("XDG_CONFIG_HOME", home).env("COLORTERM", "truecolor")
}

fn start(command: Command) -> Program {
    let mut program = Program::start_in(command, SIZE, b"");
    program.wait(shows("Timeline"));
    program
}

fn quits(mut program: Program) {
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}

fn shows(words: &str) -> impl Fn(&vt100::Screen) -> bool {
    move |screen| screen.contents().contains(words)
}

/// The ground of the first cell is this.
fn has_ground(red: u8, green: u8, blue: u8) -> impl Fn(&vt100::Screen) -> bool {
    move |screen| screen.cell(0, 0).is_some_and(|cell| cell.bgcolor() == vt100::Color::Rgb(red, green, blue))
}

/// A theme on this ground.
fn on(ground: &str) -> String {
    format!("inherits = \"indigo\"\nbackground = \"#ffffff on {ground}\"\n")
}

#[test]
fn a_theme_is_read_again_when_it_is_saved_and_a_broken_one_leaves_the_last() {
    let home = home(&on("#102030"), "theme = \"mine\"\n");
    let mut program = start(in_home(home.path()));
    program.wait(has_ground(0x10, 0x20, 0x30));
    save(home.path(), &on("#203010"));
    program.wait(has_ground(0x20, 0x30, 0x10));
    save(home.path(), "key = \"teapot\"\n");
    program.wait(shows("mine.toml:1:8: `teapot` is neither a colour nor a way to write"));
    assert!(has_ground(0x20, 0x30, 0x10)(program.screen()));
    save(home.path(), &on("#301020"));
    program.wait(has_ground(0x30, 0x10, 0x20));
    program.wait(shows("theme: mine"));
    quits(program);
}

#[test]
fn what_a_theme_inherits_is_watched_as_well() {
    let home = home("inherits = \"base\"\n", "");
    let base = home.path().join("annalist/themes/base.toml");
    fs::write(&base, on("#102030")).unwrap();
    let mut program = start(in_home(home.path()).args(["--theme", "mine"]));
    program.wait(has_ground(0x10, 0x20, 0x30));
    fs::write(&base, on("#405060")).unwrap();
    program.wait(has_ground(0x40, 0x50, 0x60));
    quits(program);
}

#[test]
fn the_menu_finds_and_previews_them() {
    let home = home(&on("#102030"), "theme = \"washi\"\n");
    let mut program = start(in_home(home.path()));
    program.send("t");
    program.wait(shows("your own"));
    program.send("\x1b[A\x1b[A\x1b[A\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B");
    program.wait(has_ground(0x10, 0x20, 0x30));
    program.send("\x1b");
    program.wait(has_ground(0xf7, 0xf0, 0xe1));
    // One that is written while the program runs is found too.
    fs::write(home.path().join("annalist/themes/other.toml"), on("#0a0b0c")).unwrap();
    program.send("t");
    program.wait(shows("other"));
    program.send("o");
    program.wait(has_ground(0x0a, 0x0b, 0x0c));
    quits(program);
}

#[test]
fn a_theme_that_is_not_there_or_broken_is_named() {
    let home = home("dim = \"dim\"\nacent = \"red\"\n", "theme = \"washy\"\n");
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new(BINARY).env("XDG_CONFIG_HOME", home.path()).args(arguments).output();
        output.unwrap()
    };
    let output = run(&["--theme", "wasi"]);
    ends(&output, 2);
    assert!(
        errors(&output).contains("no theme `wasi`; did you mean `washi`? (there are auto, dark, light,"),
        "{output:?}"
    );
    assert!(errors(&output).contains("mono, mine)"));
    let output = run(&["--theme", "mine"]);
    ends(&output, 2);
    let words = "annalist/themes/mine.toml:2:1: a theme has no `acent`; did you mean `accent`?";
    assert!(errors(&output).contains(words), "{output:?}");
    for name in ["../config", "/etc/passwd", "a b", ""] {
        let output = annalist(&["--theme", name]);
        ends(&output, 2);
        assert!(errors(&output).contains("the name of a theme has letters, digits, - and _ only"), "{output:?}");
    }
    // One that the configuration asks for is a problem, and the usual one holds.
    let mut program = start(in_home(home.path()));
    program.send("!");
    program.wait(shows("no theme `washy`; did you mean `washi`?"));
    // On a page this is one step back.
    program.send("q");
    program.wait(|screen| !shows("did you mean")(screen));
    quits(program);
}

#[test]
fn a_pair_of_themes_follows_the_background() {
    let home = home("", "theme = { dark = \"indigo\", light = \"washi\" }\n");
    let mut program = start(in_home(home.path()));
    program.wait(has_ground(0x13, 0x1a, 0x33));
    program.wait_output(QUERY, 1);
    program.send(LIGHT);
    program.send(ATTRIBUTES);
    program.wait(has_ground(0xf7, 0xf0, 0xe1));
    program.send("t");
    program.wait(shows("as configured"));
    assert!(has_ground(0xf7, 0xf0, 0xe1)(program.screen()), "the menu begins at the present theme");
    program.send("\x1b");
    program.wait(|screen| !shows("as configured")(screen));
    quits(program);
}

#[test]
fn where_no_colours_are_wanted_only_the_command_line_asks_for_any() {
    let home = home("", "theme = \"indigo\"\n");
    let program = start(in_home(home.path()).env("NO_COLOR", "1"));
    assert!(!has_ground(0x13, 0x1a, 0x33)(program.screen()));
    quits(program);
    // There are no more than sixteen colours then, of which the ground is black.
    let mut program = start(in_home(home.path()).env("NO_COLOR", "1").args(["--theme", "indigo"]));
    program.wait(|screen| screen.cell(0, 0).is_some_and(|cell| cell.bgcolor() == vt100::Color::Idx(0)));
    quits(program);
}

#[test]
fn rules_of_colour_are_on_the_screen_and_their_faults_are_named_where_they_stand() {
    let home = home("", "[[colour]]\nquery = \"room:crit\"\nstyle = \"bold #ff0000\"\n");
    let table = home.path().join("log.csv");
    fs::write(&table, "time,message,room\n2023-01-01,Disk full,crit\n2023-01-02,All well,info\n").unwrap();
    let mut program = Program::start_in(in_home(home.path()).arg(&table), SIZE, b"");
    let is_red = |screen: &vt100::Screen, words: &str| {
        let row = screen.rows(0, SIZE.0).position(|row| row.contains(words)).unwrap_or_default();
        let column = screen
            .rows(0, SIZE.0)
            .nth(row)
            .and_then(|row| Some(row.split_once(words)?.0.chars().count()))
            .unwrap_or_default();
        let cell = screen.cell(u16::try_from(row).unwrap(), u16::try_from(column).unwrap());
        cell.is_some_and(|cell| cell.fgcolor() == vt100::Color::Rgb(255, 0, 0))
    };
    program.wait(|screen| shows("All well")(screen) && is_red(screen, "Disk full"));
    assert!(!is_red(program.screen(), "All well"));
    quits(program);
    // `room` is no field of the built-in timeline, which is nothing wrong.
    let program = start(in_home(home.path()));
    assert!(!shows("problem")(program.screen()));
    quits(program);
    fs::write(home.path().join("bad.toml"), "[[colour]]\nquery = \"a (b\"\nstyle = \"red\"\n").unwrap();
    let bad = home.path().join("bad.toml");
    let output = annalist(&["--config", bad.to_str().unwrap()]);
    ends(&output, 2);
    assert!(errors(&output).contains("bad.toml:2:12: unclosed `(`"), "{output:?}");
}

/// Only what is the person's own is watched, and that takes no time while nothing happens.
#[cfg(target_os = "linux")]
#[test]
fn nothing_is_watched_that_comes_with_annalist() {
    let home = home(&on("#102030"), "");
    let watches = |program: &Program| {
        let tasks = fs::read_dir(format!("/proc/{}/task", program.pid().as_raw_nonzero())).unwrap();
        let name = |task: std::io::Result<fs::DirEntry>| {
            fs::read_to_string(task.unwrap().path().join("comm")).unwrap_or_default()
        };
        tasks.map(name).any(|name| name.trim() == "file watcher")
    };
    let program = start(in_home(home.path()));
    assert!(!watches(&program));
    quits(program);
    let mut program = start(in_home(home.path()).args(["--theme", "mine"]));
    program.wait(has_ground(0x10, 0x20, 0x30));
    program.wait_for(watches);
    while !program.is_quiet(Duration::from_millis(300)) {}
    let before = program.cpu_time();
    assert!(program.is_quiet(Duration::from_secs(3)));
    assert!(program.cpu_time() - before <= Duration::from_millis(20), "{:?}", program.cpu_time() - before);
    // Back at a theme that comes with annalist, nothing is.
    program.send("tw");
    program.wait(has_ground(0xf7, 0xf0, 0xe1));
    program.wait_for(|program| !watches(program));
    quits(program);
}
