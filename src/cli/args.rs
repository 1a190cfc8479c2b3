//! What can be said on the command line.

use std::{ops::RangeInclusive, path::PathBuf};

use clap::{
    Parser, Subcommand, ValueEnum,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use ratatui::layout::Size;

use super::{check_args::CheckArgs, language::locale, read_args::ReadArgs, theme_arg::ThemeParser};

use crate::{
    export::{CitationStyle, OutputFormat},
    messages::{Locale, commands},
    model::{Lang, Zone},
    text::is_plain_line,
    themes::ThemeChoice,
};

/// A timeline explorer for the terminal.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option by itself")]
#[command(
    name = "annalist",
    bin_name = "annalist",
    version,
    about = "Explore a timeline in the terminal.\n\nWithout FILE it opens the timeline that is built in: US/UK–Japan cyber cooperation, 2021 to 2023.",
    after_help = "Keys: press ? inside. A file of your own starts with two lines an event:\n\n  [[event]]\n  date = \"2023-01-06\"\n  title = \"What happened\"\n\nIf standard output is not a terminal, the events are printed, one a line.",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// The timelines to open, as one; - is standard input
    pub(super) files: Vec<PathBuf>,
    /// The filter, as it is typed after /
    #[arg(short, long, value_name = "TEXT", allow_hyphen_values = true, help_heading = "What is shown")]
    pub(super) query: Option<String>,
    /// The time to show: 2022, 2022-10/2023-01
    #[arg(short, long, value_name = "EDTF", allow_hyphen_values = true, help_heading = "What is shown")]
    pub(super) window: Option<String>,
    /// The view to start with
    #[arg(long, value_enum, value_name = "VIEW", help_heading = "What is shown")]
    pub(super) view: Option<ViewChoice>,
    /// The two filters of the view compare: lane:a vs lane:b
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help_heading = "What is shown")]
    pub(super) compare: Option<String>,
    /// What `--compare` was called before; read for one release more.
    #[arg(
        long,
        value_name = "TEXT",
        allow_hyphen_values = true,
        hide = true,
        conflicts_with = "compare",
        help_heading = "What is shown"
    )]
    pub(super) sides: Option<String>,
    /// Fields that stand beside the titles of the list: EventID:6,Channel
    #[arg(long, value_name = "FIELD,…", help_heading = "What is shown")]
    pub(super) columns: Option<String>,
    /// Start at the event of this id
    #[arg(long, value_name = "ID", help_heading = "What is shown")]
    pub(super) select: Option<String>,
    /// The zone of clock times: UTC, local, as-written, +09:00
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true, help_heading = "What is shown")]
    pub(super) zone: Option<Zone>,
    /// Mark what is new or has changed since this older version of the timeline
    #[arg(long, value_name = "FILE", conflicts_with = "follow", help_heading = "What is shown")]
    pub(super) against: Option<PathBuf>,
    /// Read commands and answer in sentences, one after the other, for screen readers and scripts: type help inside
    #[arg(long, conflicts_with_all = ["format", "output"], help_heading = "How it looks")]
    pub(super) plain: bool,
    /// The theme: one of these, or one of your own [default: auto]
    #[arg(long, value_name = "NAME", value_parser = ThemeParser, help_heading = "How it looks")]
    pub(super) theme: Option<ThemeChoice>,
    /// Draw with ASCII only
    #[arg(long, help_heading = "How it looks")]
    pub(super) ascii: bool,
    /// Language of labels, titles, dates and the program itself [default: by LANG]
    #[arg(long, global = true, value_enum, value_name = "LANG", help_heading = "How it looks")]
    pub(super) lang: Option<LangChoice>,
    /// Write addresses of sources as links, where the terminal is known to have them, or never [default: auto]
    #[arg(long, value_enum, value_name = "WHETHER", help_heading = "How it looks")]
    pub(super) links: Option<AutoOff>,
    /// Hear the mouse, or leave it to the terminal
    #[arg(long, value_enum, value_name = "WHETHER", help_heading = "How it looks")]
    pub(super) mouse: Option<OnOff>,
    #[command(flatten)]
    pub(super) reading: ReadArgs,
    /// Take no more memory than this for a long timeline, in MB [default: 4096]
    #[arg(long, value_name = "MB", help_heading = "How files are read")]
    pub(super) memory: Option<usize>,
    /// Read the files again whenever they are saved
    #[arg(long, help_heading = "How files are read")]
    pub(super) watch: bool,
    /// Go on reading what a growing file or pipe brings, and stay at its end
    #[arg(long, conflicts_with = "watch", help_heading = "How files are read")]
    pub(super) follow: bool,
    /// Print the events in this format instead of exploring them
    #[arg(short, long, value_name = "FORMAT", value_parser = output_format(), help_heading = "What is written")]
    pub(super) format: Option<OutputFormat>,
    /// Write them to this file, in the format that its name ends with if none is named; - is standard output
    #[arg(short, long, value_name = "FILE", help_heading = "What is written")]
    pub(super) output: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long, requires = "output", help_heading = "What is written")]
    pub(super) force: bool,
    /// Write nothing that the format cannot hold all of
    #[arg(long, help_heading = "What is written")]
    pub(super) strict: bool,
    /// The columns and rows of a picture of the view [default: 120x40]
    #[arg(long, value_name = "COLUMNSxROWS", value_parser = picture_size, help_heading = "What is written")]
    pub(super) size: Option<Size>,
    /// By whose rules copied citations are written [default: plain]
    #[arg(long, value_name = "STYLE", value_parser = citation_style(), help_heading = "What is written")]
    pub(super) cite: Option<CitationStyle>,
    /// Keep marks, tags and notes in this file, which can be shared and put together with others
    #[arg(long, value_name = "FILE", help_heading = "This run")]
    pub(super) marks: Option<PathBuf>,
    /// The configuration file
    #[arg(long, value_name = "FILE", help_heading = "This run")]
    pub(super) config: Option<PathBuf>,
    /// Start with the view of the last run
    #[arg(long, conflicts_with = "fresh", help_heading = "This run")]
    pub(super) restore: bool,
    /// Remember nothing of earlier runs, and leave nothing for later ones
    #[arg(long, help_heading = "This run")]
    pub(super) fresh: bool,
}

impl Args {
    /// The two filters to compare.
    pub(super) fn compared(&self) -> Option<&str> {
        self.compare.as_deref().or(self.sides.as_deref())
    }

    /// What is named as it was called before, with what it is called now.
    pub(super) fn outdated(&self) -> Vec<String> {
        let option = self.sides.as_ref().map(|_| commands::option_renamed(locale(), "--sides", "--compare"));
        let view = self.view.filter(|view| *view == ViewChoice::Step);
        let view = view.map(|_| commands::view_renamed(locale(), "step", "compare"));
        option.into_iter().chain(view).collect()
    }

    /// What a copied command line says besides; a file of which the name cannot be held safely by a text is left out.
    pub(super) fn words(&self) -> Vec<String> {
        let named = |option: &str, file: &Option<PathBuf>| {
            let name = file.as_ref()?.to_str().filter(|name| is_plain_line(name))?;
            Some(format!("--{option}={name}"))
        };
        let switches = [("--watch", self.watch), ("--follow", self.follow)].into_iter().filter(|(_, is_on)| *is_on);
        let files = [named("against", &self.against), named("marks", &self.marks)].into_iter().flatten();
        switches.map(|(name, _)| name.to_owned()).chain(files).collect()
    }

    /// Whether a part of the view is named: what is shown of the file, and how.
    pub(super) fn names_a_view(&self) -> bool {
        [&self.query, &self.window, &self.compare, &self.sides, &self.select].into_iter().any(Option::is_some)
            || self.view.is_some()
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Name every problem of a timeline with file, line and column
    Check(Box<CheckArgs>),
    /// Say why something that is found is a problem, and how it is mended
    Explain {
        /// What `check` calls it, such as missing-field; without it, all that can be found are listed
        code: Option<String>,
    },
    /// Print which columns of a table are read as what, as TOML
    Map {
        #[command(flatten)]
        reading: ReadArgs,
        /// The table; - is standard input
        file: PathBuf,
    },
    /// Tell what has changed between two timelines, event by event; ends with 1 if anything has
    Diff {
        /// How it is told
        #[arg(short, long, value_enum, value_name = "FORMAT", default_value = "plain")]
        format: DiffFormatChoice,
        /// Take no more memory than this for both, in MB [default: 4096]
        #[arg(long, value_name = "MB")]
        memory: Option<usize>,
        #[command(flatten)]
        reading: ReadArgs,
        /// The timeline before; - is standard input
        old: PathBuf,
        /// The timeline after; - is standard input
        new: PathBuf,
    },
    /// Write a timeline to start with: two events, and comments that say what else there is
    New {
        /// Write over a file that is there
        #[arg(long)]
        force: bool,
        /// The file; - prints it
        file: PathBuf,
    },
    /// Lay timeline files of TOML out: events in order of time, keys in one order, comments kept
    Fmt {
        /// Write nothing, name the files that would change, and end with 1 if there are any
        #[arg(long)]
        check: bool,
        /// The files; - lays out standard input and prints it
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Print the form of a timeline file as a JSON Schema, by which editors complete and check
    Schema,
    /// Name what is read, and what is written
    Formats,
    /// Print the whole configuration with its defaults
    Config,
    /// Print the page of the manual, with the keys that are configured
    Man {
        /// The configuration file
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        /// The command of which the page is, such as check
        command: Option<String>,
    },
    /// Print what a shell reads to complete options, values and files
    Completions {
        /// The shell that completes
        #[arg(value_enum)]
        shell: ShellChoice,
    },
}

/// Reads the name of a format to write.
fn output_format() -> impl TypedValueParser<Value = OutputFormat> {
    let names = OutputFormat::ALL.map(|format| PossibleValue::new(format.name()).help(format.about(Locale::English)));
    PossibleValuesParser::new(names)
        .map(|name| OutputFormat::ALL.into_iter().find(|format| format.name() == name).unwrap_or(OutputFormat::Plain))
}

/// Reads the name of a style of citations.
fn citation_style() -> impl TypedValueParser<Value = CitationStyle> {
    let names = CitationStyle::ALL.map(|style| PossibleValue::new(style.name()).help(style.about()));
    PossibleValuesParser::new(names).map(|name| name.parse().unwrap_or_default())
}

/// Reads how many columns and rows a picture has.
fn picture_size(text: &str) -> Result<Size, String> {
    const ROOM: RangeInclusive<u16> = 10..=1000;
    let side = |text: &str| text.parse().ok().filter(|side| ROOM.contains(side));
    let size = text.split_once('x').and_then(|(columns, rows)| Some(Size::new(side(columns)?, side(rows)?)));
    size.ok_or_else(|| format!("such as 120x40, each from {} to {}", ROOM.start(), ROOM.end()))
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum DiffFormatChoice {
    /// Lines for people, with colours on a terminal
    Plain,
    /// A report
    Markdown,
    /// One object with all that has changed
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LangChoice {
    /// English
    En,
    /// Japanese
    Ja,
    /// Both
    Both,
}

impl From<LangChoice> for Lang {
    fn from(lang: LangChoice) -> Self {
        match lang {
            LangChoice::En => Self::En,
            LangChoice::Ja => Self::Ja,
            LangChoice::Both => Self::Both,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AutoOff {
    /// Where the terminal is known to have them
    Auto,
    /// Never
    Off,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ViewChoice {
    /// Lanes, list and event
    Timeline,
    /// How many of which area when
    Matrix,
    /// Quotes of all matching events
    Quotes,
    /// What follows from what
    Threads,
    /// Two filters over one axis
    Compare,
    /// Each place where the words of the filter stand
    Concordance,
    /// What compare was called before; read for one release more
    #[value(hide = true)]
    Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OnOff {
    /// Yes
    On,
    /// No
    Off,
}

/// A shell that completes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ShellChoice {
    Bash,
    Elvish,
    Fish,
    Nushell,
    Powershell,
    Zsh,
}
