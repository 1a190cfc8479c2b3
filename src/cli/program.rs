//! The command line: what is asked for, and what the exit code says. 0 is fine, 1 means problems in the data, 2 wrong
//! use (an unknown option, a file that is not there, an event that does not exist), 3 that something could not be written.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;

use super::{
    args::{Args, Command, OnOff, ThemeChoice},
    exit_status::ExitStatus,
    opened::OpenedTimeline,
    print::{print, print_error, print_stderr},
    saved_state::SavedState,
    startup_view::StartupView,
};
use crate::{
    app::{App, AppInit, Document, FileName, Prefs, ThemeName},
    config::{AppDirs, ConfigError, DEFAULT_CONFIG, Settings},
    export,
    model::EventIndex,
    runtime,
    stream::{self, Progress, State},
    terminal::{Background, Caps, Charset, ColorSupport, run_guard},
    text::{sanitize, sanitize_lines},
    ui,
};

/// Does what the command line asks for.
pub fn main() -> ExitCode {
    if run_guard() {
        return ExitStatus::Fine.into();
    }
    stream::spare_addresses();
    let ending = match Args::try_parse() {
        Ok(arguments) => match &arguments.command {
            Some(Command::Check { memory, files }) => check(files, *memory),
            Some(Command::Config) => print(DEFAULT_CONFIG).unwrap_or(ExitStatus::Fine),
            None => open(&arguments),
        },
        // What was typed stands in the message, whatever that is.
        Err(error) if error.use_stderr() => {
            print_stderr(&sanitize_lines(&error.render().to_string()));
            ExitStatus::WrongUse
        }
        Err(help) => print(&help.render().to_string()).unwrap_or(ExitStatus::Fine),
    };
    ending.into()
}

fn check(files: &[PathBuf], memory: Option<usize>) -> ExitStatus {
    // What is wrong with a configuration is no matter of these files.
    let memory = match memory.map_or_else(|| settings(None).map(|(settings, _)| settings.memory), Ok) {
        Ok(memory) => stream::granted(memory.saturating_mul(1 << 20)),
        Err(message) => {
            print_error(&message);
            return ExitStatus::WrongUse;
        }
    };
    let named: Vec<Option<&PathBuf>> = if files.is_empty() { vec![None] } else { files.iter().map(Some).collect() };
    let mut ending = ExitStatus::Fine;
    let mut unwritten = None;
    for file in named {
        let opened = match file {
            Some(path) => OpenedTimeline::read_all(path, memory),
            // What was built in is checked as it was written.
            None => Ok(OpenedTimeline::builtin_source()),
        };
        match opened {
            Ok(opened) => {
                unwritten = print(&format!("{}{}\n", opened.report(), opened.summary())).or(unwritten);
                let is_sound = !opened.has_errors() && !opened.timeline.is_empty();
                if !is_sound && ending == ExitStatus::Fine {
                    ending = ExitStatus::Problems;
                }
            }
            Err(message) => {
                print_error(&message);
                ending = ExitStatus::WrongUse;
            }
        }
    }
    unwritten.unwrap_or(ending)
}

/// What was settled before: a mistake in a file that was not asked for is named among the problems, and the defaults
/// hold; one in a file that was asked for ends the run.
fn settings(asked: Option<&PathBuf>) -> Result<(Settings, Vec<String>), String> {
    let mut settings = Settings::new().map_err(|error| error.to_string())?;
    let place = asked.cloned().or_else(|| AppDirs::from_env(|name| env::var_os(name)).config);
    let Some(path) = place else { return Ok((settings, Vec::new())) };
    let name = sanitize(&path.to_string_lossy()).into_owned();
    let mut told = Vec::new();
    let fault = match regular_text(&path) {
        Ok(text) => {
            let line = |error: &ConfigError| {
                let (line, column) = error.position(&text);
                sanitize(&format!("{name}:{line}:{column}: {}", error.fault)).into_owned()
            };
            let fault = settings.read(&text).err();
            told.extend(settings.warnings.iter().map(line));
            fault.as_ref().map(line)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound && asked.is_none() => None,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(format!("{name}: file not found")),
        Err(error) => Some(format!("{name}: {error}")),
    };
    match (fault, asked) {
        (Some(fault), Some(_)) => Err(fault),
        (fault, _) => {
            told.extend(fault);
            Ok((settings, told))
        }
    }
}

fn open(arguments: &Args) -> ExitStatus {
    let (mut settings, told) = match settings(arguments.config.as_ref()) {
        Ok(settings) => settings,
        Err(message) => {
            print_error(&message);
            return ExitStatus::WrongUse;
        }
    };
    let caps = Caps::detect();
    let prints = arguments.format.is_some() || !caps.stdout_is_terminal || caps.dumb;
    let memory = stream::granted(arguments.memory.unwrap_or(settings.memory).saturating_mul(1 << 20));
    let opened = match &arguments.file {
        None => Ok(OpenedTimeline::built_in()),
        Some(path) if prints => OpenedTimeline::read_all(path, memory),
        Some(path) => OpenedTimeline::open_streaming(path, memory),
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(message) => {
            print_error(&message);
            return ExitStatus::WrongUse;
        }
    };
    let memory = if arguments.fresh { SavedState::default() } else { SavedState::of(arguments.file.as_deref()) };
    // A command line that names a part of the view is all of it, unless the last one is asked for as well.
    let wants_last = (arguments.restore || settings.restore && !arguments.names_a_view()) && !arguments.fresh;
    let last = memory.view().filter(|_| wants_last).and_then(|text| Args::try_parse_from(shlex::split(&text)?).ok());
    settings.zone = arguments.zone.or(last.as_ref().and_then(|last| last.zone)).or(settings.zone);
    let opened = opened.in_zone(settings.zone);
    if opened.timeline.is_empty() && opened.loader.is_none() {
        print_stderr(opened.report());
        return ExitStatus::Problems;
    }
    let wanted = match StartupView::of(arguments, last.as_ref(), &settings, &opened.timeline, opened.loader.is_none()) {
        Ok(wanted) => wanted,
        Err(message) => {
            print_stderr(&message);
            return ExitStatus::WrongUse;
        }
    };
    if prints {
        print_stderr(opened.report());
        wanted.dropped.iter().for_each(|dropped| print_error(dropped));
        let ending = if opened.has_errors() { ExitStatus::Problems } else { ExitStatus::Fine };
        return print(&printed(opened, wanted, settings)).unwrap_or(ending);
    }
    let start = Start { args: arguments, caps, opened, view: wanted, settings, warnings: told, saved: &memory };
    start.explore()
}

/// The events that the explorer would show, a line each: those that pass the filter, that the view is about, and that lie
/// in the window or may, where one is asked for.
fn printed(opened: OpenedTimeline, wanted: StartupView, settings: Settings) -> String {
    let mut app = App::new(AppInit {
        query: wanted.query,
        view: wanted.view,
        comparison: wanted.comparison,
        ..AppInit::new(Document::new(opened.timeline, opened.haystack), Prefs::new(settings.keymap))
    });
    app.finish_filter();
    let is_in = |ix: &EventIndex| wanted.window.is_none_or(|window| app.document().is_within(*ix, window));
    let events: Vec<EventIndex> = app.visible().iter().copied().filter(is_in).collect();
    export::plain(app.timeline(), &events, wanted.lang)
}

/// What an exploration starts from.
struct Start<'a> {
    args: &'a Args,
    caps: Caps,
    opened: OpenedTimeline,
    view: StartupView,
    settings: Settings,
    /// What is old or wrong in the configuration, a line each.
    warnings: Vec<String>,
    saved: &'a SavedState,
}

impl Start<'_> {
    fn explore(self) -> ExitStatus {
        let options = self.render_options();
        let query_history = self.saved.queries();
        let prefs = self.prefs();
        let Self { args, opened, view, settings, warnings, saved, .. } = self;
        let mut problems = opened.lines();
        problems.extend(warnings);
        let mut document = Document::new(opened.timeline, opened.haystack);
        document.file = args.file.as_ref().map(|file| FileName::of(file.as_os_str()));
        document.problems = problems;
        let app = App::new(AppInit {
            zone: settings.zone,
            status_message: (!view.dropped.is_empty()).then(|| view.dropped.join("; ")),
            query: view.query,
            query_history: query_history.clone(),
            window: view.window,
            view: view.view,
            comparison: view.comparison,
            select: view.select,
            welcomes: saved.is_first_run(),
            ..AppInit::new(document, prefs)
        });
        let app = match runtime::explore(app, &options, opened.loader, opened.watch) {
            Ok(app) => app,
            Err(error) => {
                print_error(&error.to_string());
                return ExitStatus::WrongUse;
            }
        };
        let mut ending = ExitStatus::Fine;
        let kept = saved.save(&query_history, &app.filter().query_history, app.command_line().as_deref());
        if let Err(error) = kept.and_then(|()| saved.save_list_share(app.prefs().list_share)) {
            print_error(&format!("what was looked for cannot be remembered: {}", sanitize(&error.to_string())));
            ending = ExitStatus::Unwritten;
        }
        if app.document().has_read_nothing() {
            return nothing_to_see(&app);
        }
        // A long timeline takes a while to be given back piece by piece; the end of the program gives it back at once.
        std::mem::forget(app);
        ending
    }

    /// Returns how frames are drawn.
    fn render_options(&self) -> runtime::RenderOptions {
        let ascii = self.args.ascii || self.settings.ascii || self.caps.charset == Charset::Ascii;
        runtime::RenderOptions {
            glyphs: if ascii { ui::ASCII } else { ui::UNICODE },
            depth: match self.caps.colors {
                ColorSupport::True => ui::ColorDepth::True,
                ColorSupport::Indexed => ui::ColorDepth::Indexed,
                ColorSupport::Sixteen | ColorSupport::Mono => ui::ColorDepth::Sixteen,
            },
            query_background: self.theme().1,
        }
    }

    /// Returns the theme, and whether it follows the background of the terminal.
    fn theme(&self) -> (ThemeName, bool) {
        let choice = self.args.theme.unwrap_or(match self.settings.theme.as_str() {
            "dark" => ThemeChoice::Dark,
            "light" => ThemeChoice::Light,
            "mono" => ThemeChoice::Mono,
            _ => ThemeChoice::Auto,
        });
        let theme = theme(choice, self.caps);
        (theme, matches!(choice, ThemeChoice::Auto) && theme != ThemeName::Mono)
    }

    /// Returns what the person prefers, by the command line and the configuration.
    fn prefs(&self) -> Prefs {
        let (theme, theme_auto) = self.theme();
        Prefs {
            lang: self.view.lang,
            default_lang: self.settings.lang(),
            theme,
            theme_auto,
            background: self.caps.background.map(|background| match background {
                Background::Dark => ThemeName::Dark,
                Background::Light => ThemeName::Light,
            }),
            mouse_capture: self.args.mouse.map_or(self.settings.mouse, |switch| switch == OnOff::On),
            list_share: self.saved.list_share(),
            saved_queries: self.settings.queries.clone(),
            ..Prefs::new(self.settings.keymap.clone())
        }
    }
}

/// Says why there was nothing to explore in the end.
fn nothing_to_see(app: &App) -> ExitStatus {
    if let Some(Progress { state: State::Failed(why), .. }) = &app.document().progress {
        print_error(&sanitize(&format!(
            "{}: {why}",
            app.document().file.as_ref().map(|file| file.shown.as_str()).unwrap_or_default()
        )));
        return ExitStatus::WrongUse;
    }
    app.document().problems.iter().for_each(|problem| print_stderr(&format!("{problem}\n")));
    ExitStatus::Problems
}

fn theme(choice: ThemeChoice, caps: Caps) -> ThemeName {
    match (choice, caps.colors, caps.background) {
        (ThemeChoice::Mono, ..) | (ThemeChoice::Auto, ColorSupport::Mono, _) => ThemeName::Mono,
        (ThemeChoice::Light, ..) | (ThemeChoice::Auto, _, Some(Background::Light)) => ThemeName::Light,
        (ThemeChoice::Dark | ThemeChoice::Auto, ..) => ThemeName::Dark,
    }
}

/// The text of a file, and of nothing that may never end.
fn regular_text(path: &Path) -> io::Result<String> {
    if fs::metadata(path)?.is_file() {
        fs::read_to_string(path)
    } else {
        Err(io::Error::other("this is no regular file"))
    }
}
