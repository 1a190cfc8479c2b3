//! The command line: what is asked for, and what the exit code says. 0 is fine, 1 means problems in the data, 2 wrong
//! use: an unknown option, a file that is not there, an event that does not exist.

use std::{
    fs,
    io::{self, Read, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Parser, Subcommand, ValueEnum};

use crate::{
    app::{App, Setup, ThemeName},
    export,
    input::{self, Keymap},
    load::{self, Loaded},
    model::{EventIx, Lang, Timeline},
    runtime,
    terminal::{Background, Caps, Charset, Colour},
    text::sanitize,
    ui,
};

/// A timeline explorer for the terminal.
#[derive(Debug, Parser)]
#[command(
    name = "annalist",
    version,
    about = "Explore a timeline in the terminal.\n\nWithout FILE it opens the timeline that is built in: US/UK–Japan cyber cooperation, 2021 to 2023.",
    after_help = "Keys: press ? inside. A file of your own starts with two lines an event:\n\n  [[event]]\n  date = \"2023-01-06\"\n  title = \"What happened\"\n\nIf standard output is not a terminal, the events are printed, one a line.",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The timeline to open; - is standard input
    file: Option<PathBuf>,
    /// Print the events in this format instead of exploring them
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,
    /// Colours
    #[arg(long, value_enum, default_value = "auto", value_name = "THEME")]
    theme: ThemeChoice,
    /// Draw with ASCII only
    #[arg(long)]
    ascii: bool,
    /// Language of labels, titles and dates
    #[arg(long, value_enum, default_value = "en", value_name = "LANG")]
    lang: LangChoice,
    /// Start at the event of this id
    #[arg(long, value_name = "ID")]
    select: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Name every problem of a timeline with file, line and column
    Check {
        /// The timelines to check; - is standard input, and without any the built-in one is checked
        files: Vec<PathBuf>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One event a line
    Plain,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ThemeChoice {
    /// As the terminal's background asks for; without colours under `NO_COLOR`
    Auto,
    /// For dark backgrounds
    Dark,
    /// For light backgrounds
    Light,
    /// Without colours
    Mono,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangChoice {
    /// English
    En,
    /// Japanese
    Ja,
    /// Both
    Both,
}

/// How a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Fine = 0,
    Problems = 1,
    WrongUse = 2,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(ending as u8)
    }
}

/// A file that was read, under the name that messages give it.
struct Opened {
    name: String,
    loaded: Loaded,
}

/// Does what the command line asks for.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let ending = match &arguments.command {
        Some(Command::Check { files }) => check(files),
        None => open(&arguments),
    };
    ending.into()
}

fn check(files: &[PathBuf]) -> Ending {
    let named: Vec<Option<&PathBuf>> = if files.is_empty() { vec![None] } else { files.iter().map(Some).collect() };
    let mut ending = Ending::Fine;
    for file in named {
        match read(file) {
            Ok(opened) => {
                print(&format!("{}{}\n", opened.report(), opened.summary()));
                if opened.has_errors() && ending == Ending::Fine {
                    ending = Ending::Problems;
                }
            }
            Err(message) => {
                complain(&message);
                ending = Ending::WrongUse;
            }
        }
    }
    ending
}

fn open(arguments: &Arguments) -> Ending {
    let opened = match read(arguments.file.as_ref()) {
        Ok(opened) => opened,
        Err(message) => {
            complain(&message);
            return Ending::WrongUse;
        }
    };
    if opened.loaded.timeline.events().is_empty() {
        tell(&opened.report());
        return Ending::Problems;
    }
    if let Some(id) = arguments.select.as_deref().filter(|id| opened.loaded.timeline.find(id).is_none()) {
        complain(&no_such_event(&opened.loaded.timeline, id));
        return Ending::WrongUse;
    }
    let caps = Caps::detect();
    let lang = match arguments.lang {
        LangChoice::En => Lang::En,
        LangChoice::Ja => Lang::Ja,
        LangChoice::Both => Lang::Both,
    };
    if arguments.format.is_some() || !caps.stdout_is_terminal || caps.dumb {
        tell(&opened.report());
        let events: Vec<EventIx> = opened.loaded.timeline.indices().collect();
        print(&export::plain(&opened.loaded.timeline, &events, lang));
        return if opened.has_errors() { Ending::Problems } else { Ending::Fine };
    }
    explore(arguments, caps, opened, lang)
}

fn explore(arguments: &Arguments, caps: Caps, opened: Opened, lang: Lang) -> Ending {
    let keymap = match Keymap::parse(input::DEFAULT) {
        Ok(keymap) => keymap,
        Err(error) => {
            complain(&error.to_string());
            return Ending::WrongUse;
        }
    };
    let theme = theme(arguments.theme, caps);
    let follows = matches!(arguments.theme, ThemeChoice::Auto) && theme != ThemeName::Mono;
    let problems = opened.lines();
    let ascii = arguments.ascii || caps.charset == Charset::Ascii;
    let manner = runtime::Manner {
        glyphs: if ascii { ui::ASCII } else { ui::UNICODE },
        depth: match caps.colour {
            Colour::True => ui::Depth::True,
            Colour::Indexed => ui::Depth::Indexed,
            Colour::Sixteen | Colour::Mono => ui::Depth::Sixteen,
        },
        asks_background: follows,
    };
    let app = App::new(Setup {
        lang,
        theme,
        theme_follows: follows,
        problems,
        select: arguments.select.clone(),
        file: arguments.file.as_ref().map(|file| sanitize(&file.to_string_lossy()).into_owned()),
        ..Setup::new(opened.loaded.timeline, keymap)
    });
    match runtime::explore(app, &manner) {
        Ok(()) => Ending::Fine,
        Err(error) => {
            complain(&error.to_string());
            Ending::WrongUse
        }
    }
}

fn theme(choice: ThemeChoice, caps: Caps) -> ThemeName {
    match (choice, caps.colour, caps.background) {
        (ThemeChoice::Mono, ..) | (ThemeChoice::Auto, Colour::Mono, _) => ThemeName::Mono,
        (ThemeChoice::Light, ..) | (ThemeChoice::Auto, _, Some(Background::Light)) => ThemeName::Light,
        (ThemeChoice::Dark | ThemeChoice::Auto, ..) => ThemeName::Dark,
    }
}

/// Reads a timeline: a file, standard input, or the built-in one. The error is the whole message.
fn read(file: Option<&PathBuf>) -> Result<Opened, String> {
    let Some(path) = file else {
        let loaded = load::timeline(load::BUILT_IN.as_bytes().to_vec());
        return Ok(Opened { name: "events.toml (built in)".to_owned(), loaded });
    };
    let name = sanitize(&path.to_string_lossy()).into_owned();
    let (name, bytes) = if name == "-" {
        let mut bytes = Vec::new();
        (String::from("standard input"), io::stdin().read_to_end(&mut bytes).map(|_| bytes))
    } else if path.is_dir() {
        return Err(format!("{name}: this is a directory; name a file in it"));
    } else {
        (name, fs::read(path))
    };
    match bytes {
        Ok(bytes) => Ok(Opened { loaded: load::timeline(bytes), name }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!("{name}: there is no such file")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

impl Opened {
    /// Every problem with its place; empty if there is none.
    fn report(&self) -> String {
        load::report(&self.name, &self.loaded.source, &self.loaded.problems, load::Colour::Plain)
    }

    /// Every problem in one line.
    fn lines(&self) -> Vec<String> {
        let Loaded { source, problems, .. } = &self.loaded;
        let line = |problem: &load::Problem| {
            let (line, column) = problem.position(source);
            sanitize(&format!("{}:{line}:{column}: {}", self.name, problem.fault)).into_owned()
        };
        problems.iter().map(line).collect()
    }

    fn has_errors(&self) -> bool {
        self.loaded.problems.iter().any(|problem| problem.severity == load::Severity::Error)
    }

    /// How many events there are, and how many problems.
    fn summary(&self) -> String {
        let count = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        let errors = self.loaded.problems.iter().filter(|problem| problem.severity == load::Severity::Error).count();
        let warnings = self.loaded.problems.len() - errors;
        let events = self.loaded.timeline.events().len();
        format!("{}: {}, {}, {}", self.name, count(events, "event"), count(errors, "error"), count(warnings, "warning"))
    }
}

fn no_such_event(timeline: &Timeline, id: &str) -> String {
    let near = timeline
        .events()
        .iter()
        .map(|event| (strsim::jaro_winkler(&event.id, id), &event.id))
        .filter(|(likeness, _)| *likeness > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let id = sanitize(id);
    match near {
        Some((_, near)) => format!("no event has the id `{id}`; did you mean `{near}`?"),
        None => format!("no event has the id `{id}`"),
    }
}

/// Prints a result. A reader that has heard enough is no error.
fn print(text: &str) {
    let mut out = io::stdout().lock();
    if let Err(error) = out.write_all(text.as_bytes()).and_then(|()| out.flush())
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        complain(&error.to_string());
    }
}

/// Says why something cannot be done.
fn complain(message: &str) {
    tell(&format!("annalist: {message}\n"));
}

/// Tells what is beside the result.
fn tell(text: &str) {
    // Where even this cannot be written, nothing is left to say it with.
    let _ = io::stderr().write_all(text.as_bytes());
}
