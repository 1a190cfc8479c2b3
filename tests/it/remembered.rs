//! The built program from one run to the next: what it remembers, and the command line that opens the same view again.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use crate::support::pty::{Program, command};
use base64::Engine as _;

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const SIZE: (u16, u16) = (100, 30);

fn event(title: &str, lane: &str) -> String {
    format!("[[event]]\ndate = \"2020-05-01\"\ntitle = \"{title}\"\nlane = \"{lane}\"\n")
}

/// The program in a folder, with its state below it.
fn started(folder: &Path, arguments: &[&OsStr]) -> Program {
    let state = folder.join("state");
    let config = folder.join("config");
    let command =
        command(BINARY).env("XDG_STATE_HOME", state).env("XDG_CONFIG_HOME", config).current_dir(folder).args(arguments);
    let mut program = Program::start_in(command, SIZE, b"");
    program.wait(|screen| screen.contents().contains(" event") && screen.contents().contains("search"));
    program
}

fn last_line(screen: &vt100::Screen) -> String {
    screen.rows(0, SIZE.0).last().unwrap_or_default()
}

/// Looks for a word and keeps it as the filter.
fn look_for(program: &mut Program, query: &str) {
    program.send(format!("/{query}"));
    program.wait(|screen| last_line(screen).contains(&format!("/{query}")));
    program.send("\r");
    program.wait(|screen| last_line(screen).trim_end().ends_with(query));
}

fn quit(mut program: Program) -> Option<i32> {
    program.send("q");
    program.end().code()
}

#[test]
fn the_command_of_a_view_opens_its_file_whatever_it_is_called_or_says_that_none_does() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &[u8], title: &str| {
        fs::write(folder.path().join(OsStr::from_bytes(name)), event(title, "a") + &event("Beside it", "b")).unwrap();
    };
    write(b"a b.toml", "The other file");
    for (place, name) in [
        &b"--memory=0"[..],
        b"-q.toml",
        b"--",
        b"it's.toml",
        b"$(touch made).toml",
        b"*.toml",
        b"#x;y&z.toml",
        "年表.toml".as_bytes(),
        "か\u{3099}.toml".as_bytes(),
        b"\\n.toml",
    ]
    .into_iter()
    .enumerate()
    {
        let title = format!("File {place}");
        write(name, &title);
        let mut program = started(folder.path(), &[OsStr::new("--"), OsStr::from_bytes(name)]);
        look_for(&mut program, "file");
        program.send("Y");
        program.wait(|screen| last_line(screen).contains("annalist"));
        let output = String::from_utf8_lossy(&program.output).into_owned();
        let encoded = output.rsplit_once("\x1b]52;c;").unwrap().1.split(['\x07', '\x1b']).next().unwrap().to_owned();
        let copied = base64::engine::general_purpose::STANDARD.decode(encoded).unwrap();
        let copied = String::from_utf8(copied).unwrap();
        assert!(!copied.chars().any(char::is_control), "{copied:?}");
        quit(program);
        let script = format!("annalist() {{ \"$0\" \"$@\"; }}\n{copied}");
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &script, BINARY]).current_dir(folder.path()).env_remove("HOME");
        let again = shell.output().unwrap();
        let printed = String::from_utf8_lossy(&again.stdout).into_owned();
        assert_eq!(printed, format!("2020-05-01  a  {title}\n"), "{copied}: {again:?}");
    }
    assert!(!folder.path().join("made").exists());
    for name in [&b"a\tb.toml"[..], b"a\x1b[2J.toml", b"\xff.toml", "a\u{202E}b.toml".as_bytes(), b"a\nb.toml"] {
        write(name, "Shown");
        let mut program = started(folder.path(), &[OsStr::from_bytes(name)]);
        program.send("Y");
        program.wait(|screen| last_line(screen).contains("the name of this file cannot be written in a command line"));
        assert!(!program.output.windows(5).any(|bytes| bytes == b"\x1b]52;"), "{name:?}");
        quit(program);
    }
}

#[test]
fn what_the_last_run_left_is_dropped_where_the_file_has_it_no_more() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("config/annalist")).unwrap();
    fs::write(folder.path().join("config/annalist/config.toml"), "restore = true\n").unwrap();
    let file = folder.path().join("mine.toml");
    fs::write(&file, event("One", "plans") + &event("Two", "work")).unwrap();
    let open = || started(folder.path(), &[OsStr::new("mine.toml")]);
    let mut program = open();
    look_for(&mut program, "lane:plans");
    assert_eq!(quit(program), Some(0));
    let program = open();
    assert!(program.screen().contents().contains("1 of 2 events"), "the filter is back");
    assert_eq!(quit(program), Some(0));
    // A command line that names a part of the view is all of it.
    let program = started(folder.path(), &[OsStr::new("mine.toml"), OsStr::new("-w"), OsStr::new("2020")]);
    assert!(program.screen().contents().contains("2 events"));
    drop(program);
    fs::write(&file, event("Three", "ideas") + &event("Four", "work")).unwrap();
    let mut program = {
        let command = command(BINARY)
            .env("XDG_STATE_HOME", folder.path().join("state"))
            .env("XDG_CONFIG_HOME", folder.path().join("config"))
            .current_dir(folder.path())
            .args(["mine.toml"]);
        Program::start_in(command, SIZE, b"")
    };
    program.wait(|screen| last_line(screen).contains("the last filter is dropped: --query: `lane:` knows no `plans`"));
    assert!(program.screen().contents().contains("2 events"));
    assert_eq!(quit(program), Some(0));
}

#[test]
fn what_is_dropped_is_told_in_the_language_that_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.toml");
    fs::write(&file, event("One", "plans") + &event("Two", "work")).unwrap();
    let open = |option: &[&str]| {
        let command = command(BINARY).env("XDG_STATE_HOME", folder.path().join("state")).current_dir(folder.path());
        let mut program = Program::start_in(command.args(option).arg("mine.toml"), SIZE, b"");
        program.wait(|screen| screen.contents().contains("年表"));
        program
    };
    let mut program = open(&["--lang", "ja"]);
    look_for(&mut program, "lane:plans");
    assert_eq!(quit(program), Some(0));
    fs::write(&file, event("Three", "ideas") + &event("Four", "work")).unwrap();
    let mut program = open(&["--restore"]);
    program.wait(|screen| {
        last_line(screen).contains("前回の絞り込みは使えません：`--query`：`lane:` に `plans` はありません")
    });
    assert_eq!(quit(program), Some(0));
}

#[test]
fn the_last_view_comes_back_by_the_clock_that_it_was_seen_by() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "{\"date\":\"2024-04-04T08:13:43+09:00\",\"title\":\"One\"}\n{\"date\":\"2024-04-04T00:10Z\",\"title\":\"Two\"}\n";
    fs::write(folder.path().join("mine.jsonl"), lines).unwrap();
    let open = |arguments: &[&str]| {
        let arguments: Vec<_> = ["mine.jsonl"].iter().chain(arguments).map(OsStr::new).collect();
        started(folder.path(), &arguments)
    };
    let title = |screen: &vt100::Screen| screen.rows(0, SIZE.0).next().unwrap_or_default();
    let mut program = open(&[]);
    assert!(!title(program.screen()).contains("as written"));
    program.send("ZZ");
    program.wait(|screen| title(screen).contains("as written"));
    assert_eq!(quit(program), Some(0));
    for (arguments, is_back) in [(&["--restore"][..], true), (&[], false), (&["--restore", "--zone", "UTC"], false)] {
        let program = open(arguments);
        assert_eq!(title(program.screen()).contains("as written"), is_back, "{arguments:?}");
    }
}

#[test]
fn a_fresh_run_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("config")).unwrap();
    let mut program = started(folder.path(), &[OsStr::new("--fresh")]);
    look_for(&mut program, "nisc");
    assert_eq!(quit(program), Some(0));
    assert!(!folder.path().join("state").exists());
    let mut program = started(folder.path(), &[]);
    look_for(&mut program, "nisc");
    assert_eq!(quit(program), Some(0));
    assert!(folder.path().join("state").exists());
}

#[test]
fn queries_are_for_their_owner_alone_and_those_of_two_runs_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state/annalist");
    fs::create_dir_all(&state).unwrap();
    let queries = state.join("queries");
    fs::write(&queries, b"good one\n\xff\xfe\ngood two\n").unwrap();
    fs::set_permissions(&queries, fs::Permissions::from_mode(0o644)).unwrap();
    let (mut first, mut second) = (started(folder.path(), &[]), started(folder.path(), &[]));
    look_for(&mut first, "nisc");
    look_for(&mut second, "keidanren");
    assert_eq!((quit(first), quit(second)), (Some(0), Some(0)));
    assert_eq!(fs::read_to_string(&queries).unwrap(), "good one\ngood two\nnisc\nkeidanren\n");
    let modes = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(modes(&queries), 0o600);
    for view in fs::read_dir(state.join("views")).unwrap() {
        assert_eq!(modes(&view.unwrap().path()), 0o600);
    }
}

/// What stands in the place of a file, and how it is made.
type Case = (&'static str, fn(&Path));

#[test]
fn what_is_no_file_neither_holds_it_up_nor_gathers_litter() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state/annalist");
    fs::create_dir_all(&state).unwrap();
    let queries = state.join("queries");
    let cases: [Case; 3] = [
        ("a pipe", |path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success())),
        ("a folder", |path| fs::create_dir(path).unwrap()),
        ("a device", |path| symlink("/dev/zero", path).unwrap()),
    ];
    for (what, make) in cases {
        make(&queries);
        for _ in 0..2 {
            let mut program = started(folder.path(), &[]);
            look_for(&mut program, "nisc");
            program.send("q");
            let code = program.end().code();
            assert_eq!(code, Some(3), "{what}: a write that failed is no success");
            let said = String::from_utf8_lossy(&program.output).into_owned();
            assert!(said.contains("cannot be remembered") && said.contains("is no regular file"), "{what}");
        }
        let names: Vec<_> = fs::read_dir(&state).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(names.iter().all(|name| name == "queries" || name == "views"), "{what}: {names:?}");
        if queries.is_dir() { fs::remove_dir(&queries).unwrap() } else { fs::remove_file(&queries).unwrap() }
    }
}

#[test]
fn what_this_is_is_said_once_and_the_border_stays_where_it_was_put() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.toml"), event("One", "plans") + &event("Two", "work")).unwrap();
    let border = |screen: &vt100::Screen| {
        let rows = screen.rows(0, SIZE.0);
        rows.into_iter().find_map(|row| Some(row.split_once('┬')?.0.chars().count())).unwrap_or(0)
    };
    let mut program = started(folder.path(), &[OsStr::new("mine.toml")]);
    program.wait(|screen| last_line(screen).contains("a timeline to explore"));
    let before = border(program.screen());
    // Ctrl-Right.
    program.send("\x1b[1;5C");
    program.wait(|screen| border(screen) > before && !last_line(screen).contains("a timeline to explore"));
    let moved = border(program.screen());
    quit(program);
    let program = started(folder.path(), &[OsStr::new("mine.toml")]);
    assert_eq!(border(program.screen()), moved);
    assert!(!last_line(program.screen()).contains("a timeline to explore"));
    quit(program);
    // A run that remembers nothing has neither.
    let program = started(folder.path(), &[OsStr::new("mine.toml"), OsStr::new("--fresh")]);
    assert!(last_line(program.screen()).contains("a timeline to explore"));
    assert_eq!(border(program.screen()), before);
    quit(program);
}
