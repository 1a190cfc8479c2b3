//! The page of the manual and the completions: they say what the program has, and other programs read them.

use std::process::{Command, Stdio};

use annalist::{
    input::{ACTIONS, DEFAULT, KeyContext, Keymap},
    messages::Locale,
    query::Field,
};

use crate::cli::{annalist, ends, errors, file, out, path};

/// What asks for variables.
const READERS: [&str; 7] = [
    include_str!("../../src/cli/run_mode.rs"),
    include_str!("../../src/config/app_dirs.rs"),
    include_str!("../../src/messages/locale.rs"),
    include_str!("../../src/terminal/browser.rs"),
    include_str!("../../src/terminal/caps.rs"),
    include_str!("../../src/terminal/editor.rs"),
    include_str!("../../src/terminal/tmux.rs"),
];

/// What a page says, without the marks of its typesetting.
fn said(page: &str) -> String {
    let lines = page.lines().filter(|line| !line.starts_with(".ie") && !line.starts_with(".el"));
    let text = lines.collect::<Vec<_>>().join("\n").replace("\\-", "-").replace("\\&", "").replace("\\*(Aq", "'");
    text.replace("\\fB", "").replace("\\fI", "").replace("\\fR", "").replace("\\(aq", "'").replace("\\\\", "\\")
}

fn page(arguments: &[&str]) -> String {
    let output = annalist(&[&["man"], arguments].concat());
    ends(&output, 0);
    assert_eq!(errors(&output), "");
    out(&output)
}

/// The long options that this command has, by its help.
fn options(command: &[&str]) -> Vec<String> {
    let help = out(&annalist(&[command, &["--help"]].concat()));
    let lines = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let options = lines.filter_map(|line| line.split([' ', ',']).find(|word| word.starts_with("--")));
    options.map(str::to_owned).collect()
}

#[test]
fn the_page_has_every_option_key_and_field() {
    let page = said(&page(&[]));
    let options = options(&[]);
    assert!(options.len() > 30, "{options:?}");
    for option in options {
        assert!(page.contains(&option), "{option}");
    }
    let keymap = Keymap::parse(DEFAULT).unwrap();
    for entry in ACTIONS {
        assert!(page.contains(entry.help.english), "{}", entry.name);
        for key in KeyContext::ALL.into_iter().flat_map(|layer| keymap.own_keys(layer, entry.action)) {
            assert!(page.contains(&key.to_string()), "{}: {key}", entry.name);
        }
    }
    for field in Field::ALL {
        assert!(page.contains(field.example()) && page.contains(field.about(Locale::English)), "{field:?}");
    }
    for section in ["NAME", "SYNOPSIS", "KEYS", "QUERIES", "ENVIRONMENT", "FILES", "\"EXIT STATUS\"", "EXAMPLES"] {
        assert!(page.contains(&format!("\n.SH {section}\n")), "{section}");
    }
}

#[test]
fn the_keys_of_the_page_are_those_that_are_configured() {
    let (_folder, config) =
        file("config.toml", b"[keys.browse]\nnext = [\"Ctrl-Alt-n\"]\nfirst = [\"g g\", \"Home\"]\n");
    let page = said(&page(&["--config", path(&config)]));
    assert!(page.contains("\nCtrl-Alt-n\nnext event\n"), "{page}");
    assert!(page.contains("\ng g, Home\nfirst event\n"), "{page}");
    assert!(!page.contains("\nj, Down, Alt-j"), "{page}");
    let output = annalist(&["man", "--config", "/there/is/none.toml"]);
    ends(&output, 2);
    assert!(errors(&output).contains("file not found"));
}

#[test]
fn each_command_has_a_page_and_one_that_is_not_there_is_named() {
    let help = out(&annalist(&["--help"]));
    let commands = help.split("Commands:\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 10, "{commands:?}");
    for command in commands {
        let page = said(&page(&[command]));
        assert!(page.contains(&format!(".TH annalist-{command} 1 ")), "{page}");
        for option in options(&[command]) {
            assert!(page.contains(&option), "{command} {option}");
        }
    }
    let output = annalist(&["man", "chek"]);
    ends(&output, 2);
    assert_eq!(errors(&output), "annalist: there is no command `chek`; did you mean `check`?\n");
}

#[test]
fn the_variables_of_the_page_are_those_that_are_read() {
    let page = said(&page(&[]));
    let (_, environment) = page.split_once(".SH ENVIRONMENT\n").unwrap();
    let (environment, _) = environment.split_once(".SH ").unwrap();
    let terms = environment.split(".TP\n").skip(1).filter_map(|entry| entry.lines().next());
    let mut named: Vec<&str> = terms.flat_map(|term| term.split(", ")).collect();
    named.sort_unstable();
    for name in &named {
        assert!(READERS.iter().any(|source| source.contains(&format!("\"{name}\""))), "{name}");
    }
    for name in ["NO_COLOR", "BROWSER", "VISUAL", "EDITOR", "XDG_STATE_HOME", "LC_CTYPE"] {
        assert!(named.contains(&name), "{name}");
    }
}

/// What a program that may not be there makes of this input; `None`, which is told, without it.
fn through(program: &str, arguments: &[&str], input: &str) -> Option<(String, String)> {
    use std::io::Write as _;
    let mut command = Command::new(program);
    command.args(arguments).env("LC_ALL", "C.UTF-8").env("MANWIDTH", "80");
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        eprintln!("skipped: no {program} here");
        return None;
    };
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Some((out(&output), errors(&output)))
}

#[test]
fn typesetters_find_nothing_wrong_with_the_pages() {
    for arguments in [&[][..], &["check"], &["diff"]] {
        let page = page(arguments);
        if let Some((text, warnings)) = through("groff", &["-man", "-Tutf8", "-ww", "-K", "utf8"], &page) {
            assert_eq!(warnings, "");
            assert!(text.contains("annalist"), "{text}");
        }
        if let Some((report, _)) = through("mandoc", &["-T", "lint", "-W", "error"], &page) {
            assert_eq!(report, "", "{arguments:?}");
        }
    }
}

fn completions(shell: &str) -> String {
    let output = annalist(&["completions", shell]);
    ends(&output, 0);
    out(&output)
}

#[test]
fn every_shell_is_told_of_every_option_and_command() {
    for shell in ["bash", "elvish", "fish", "nushell", "powershell", "zsh"] {
        let script = completions(shell);
        for option in options(&[]) {
            let name = option.trim_start_matches('-');
            assert!(script.contains(&option) || script.contains(&format!("-l {name}")), "{shell} {option}");
        }
        for command in ["check", "completions", "formats"] {
            assert!(script.contains(command), "{shell} {command}");
        }
    }
}

#[test]
fn bash_completes_options_and_their_values() {
    let script = completions("bash");
    let completed = |words: &str, at: usize, current: &str| {
        let ask = format!(
            "{script}\nCOMP_WORDS=({words}); COMP_CWORD={at}; _annalist annalist '{current}' ''; echo \"${{COMPREPLY[@]}}\""
        );
        through("bash", &["--norc"], &ask)
    };
    if let Some((reply, errors)) = completed("annalist --form", 1, "--form") {
        assert_eq!((reply.as_str(), errors.as_str()), ("--format\n", ""));
        let (reply, _) = completed("annalist check --de", 2, "--de").unwrap();
        assert_eq!(reply, "--deny\n");
    }
}

#[test]
fn zsh_and_fish_read_what_they_are_given() {
    for (shell, arguments) in [("zsh", ["-n", "/dev/stdin"]), ("fish", ["--no-execute", "/dev/stdin"])] {
        if let Some((_, errors)) = through(shell, &arguments, &completions(shell)) {
            assert_eq!(errors, "");
        }
    }
}
