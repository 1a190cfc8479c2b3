//! The command line: what is asked for.

use std::{env, process::ExitCode, sync::Arc};

use clap::{FromArgMatches as _, Parser as _};

use super::{
    args::{Args, AutoOff, Command, OnOff},
    check::check,
    completions, diff,
    exit_status::{ExitStatus, print, print_error, print_stderr},
    explain::explain,
    files_read::FilesRead,
    fmt, inspect,
    language::{behind_command, environment, locale, settle},
    localized, man, new,
    opened::OpenedTimeline,
    output::write_shown,
    reader_mode,
    run_mode::RunMode,
    saved_state::SavedState,
    settings_file::{change_queries, config_path},
    settled::Settled,
    startup_view::StartupView,
    timeline_files::TimelineFiles,
    usage_error,
};
use crate::{
    app::{App, AppInit, Document, FileName, Message, Prefs, SavedQueryChange},
    config::{AppDirs, Settings, default_config},
    input::EventAction,
    load::ColorChoice,
    marks::MarkJournal,
    messages::{LocalizedText, system},
    model::{Lang, Timeline},
    runtime::{self, Sources, ThemeFolder},
    schema::json_schema,
    stream::{self, FoundChanges, Loader, Progress, State, Watch},
    terminal::{Caps, Charset, ColorSupport, run_guard},
    text::{sanitize, sanitize_lines},
    themes::{ColorDepth, ThemeChoice, ThemeName},
    ui,
};

/// Does what the command line asks for.
pub fn main() -> ExitCode {
    if run_guard() {
        return ExitStatus::Fine.into();
    }
    stream::spare_addresses();
    let ending = match arguments() {
        Ok(arguments) => match &arguments.command {
            Some(Command::Check(args)) => check(args),
            Some(Command::Explain { code }) => explain(code.as_deref()),
            Some(Command::Map { reading, file }) => inspect::map(file, reading),
            Some(Command::Diff { format, memory, reading, old, new }) => {
                diff::diff([old, new], *format, reading, *memory)
            }
            Some(Command::New { force, file }) => new::new(file, *force),
            Some(Command::Fmt { check, files }) => fmt::fmt(files, *check),
            Some(Command::Schema) => print(&json_schema()).unwrap_or(ExitStatus::Fine),
            Some(Command::Formats) => inspect::formats(),
            Some(Command::Man { config, command }) => man::man(command.as_deref(), config.as_ref()),
            Some(Command::Completions { shell }) => completions::completions(*shell),
            Some(Command::Config) => print(default_config(locale())).unwrap_or(ExitStatus::Fine),
            None => open(&arguments),
        },
        // What was typed stands in the message, whatever that is.
        Err(error) if error.use_stderr() => {
            print_stderr(&sanitize_lines(&usage_error::told(&error, locale())));
            ExitStatus::WrongUse
        }
        Err(help) => print(&localized::headings(&help.render().to_string(), locale())).unwrap_or(ExitStatus::Fine),
    };
    ending.into()
}

/// What the command line says.
///
/// # Errors
///
/// What is wrong with it, or the help that it asks for.
fn arguments() -> Result<Args, clap::Error> {
    let mut command = localized::command(locale());
    let words = behind_command(env::args_os().collect(), |word| command.find_subcommand(word).is_some());
    let matches = command.try_get_matches_from_mut(words)?;
    Args::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

fn open(arguments: &Args) -> ExitStatus {
    let Settled { mut settings, themes, told } = match Settled::of(arguments) {
        Ok(settled) => settled,
        Err(message) => {
            print_error(message.text(locale()));
            return ExitStatus::WrongUse;
        }
    };
    let saved = if arguments.fresh { SavedState::default() } else { SavedState::of(&arguments.files) };
    // A command line that names a part of the view is all of it, unless the last one is asked for as well.
    let wants_last = (arguments.restore || settings.restore && !arguments.names_a_view()) && !arguments.fresh;
    let last = saved.view().filter(|_| wants_last).and_then(|text| Args::try_parse_from(shlex::split(&text)?).ok());
    let last_lang = last.as_ref().and_then(|last| last.lang);
    settle(last_lang.map_or(settings.lang(environment()), Lang::from));
    let caps = Caps::detect();
    let memory = stream::granted(arguments.memory.unwrap_or(settings.memory).saturating_mul(1 << 20));
    let read = FilesRead::of(arguments, &settings, memory, caps);
    let FilesRead { mode, files, opened, baseline, changes } = match read {
        Ok(read) => read,
        Err(message) => {
            print_error(message.text(locale()));
            return ExitStatus::WrongUse;
        }
    };
    settings.zone = arguments.zone.or(last.as_ref().and_then(|last| last.zone)).or(settings.zone);
    let opened = opened.in_zone(settings.zone);
    if opened.timeline.is_empty() && opened.loader.is_none() {
        print_stderr(&opened.report(ColorChoice::Plain));
        return ExitStatus::Problems;
    }
    let wanted = match StartupView::of(arguments, last.as_ref(), &settings, &opened.timeline, opened.loader.is_none()) {
        Ok(wanted) => wanted,
        Err(message) => {
            print_stderr(&message);
            return ExitStatus::WrongUse;
        }
    };
    let start = Start {
        args: arguments,
        caps,
        files,
        opened,
        baseline,
        changes,
        view: wanted,
        settings,
        themes,
        warnings: told,
        saved: &saved,
    };
    match mode {
        RunMode::Write => start.write(),
        RunMode::ReadCommands => start.read_commands(),
        RunMode::Explore => start.explore(),
    }
}

/// What an exploration starts from.
struct Start<'a> {
    args: &'a Args,
    caps: Caps,
    files: TimelineFiles,
    opened: OpenedTimeline,
    /// The older version of the timeline that it is compared with.
    baseline: Option<Arc<Timeline>>,
    /// What has changed since then.
    changes: Option<FoundChanges>,
    view: StartupView,
    settings: Settings,
    /// The themes of the person's own.
    themes: ThemeFolder,
    /// What is old or wrong in the configuration, a line each.
    warnings: Vec<LocalizedText>,
    saved: &'a SavedState,
}

impl Start<'_> {
    /// Writes what the explorer would show.
    fn write(mut self) -> ExitStatus {
        // A picture has colours, whatever standard output is.
        self.caps.colors = ColorSupport::True;
        print_stderr(&self.opened.report(ColorChoice::Plain));
        self.view.dropped.iter().for_each(|dropped| print_error(dropped));
        let journal = self.journal();
        journal.problem().iter().for_each(|problem| print_error(problem.text(locale())));
        let (args, window, options) = (self.args, self.view.window, self.render_options());
        let ending = if self.opened.has_errors() { ExitStatus::Problems } else { ExitStatus::Fine };
        let (mut app, ..) = self.begin(&journal, Vec::new(), false);
        app.set_marks(journal.marks(app.timeline()));
        app.finish_filter();
        write_shown(args, &mut app, window, &options).unwrap_or(ending)
    }

    fn explore(self) -> ExitStatus {
        let options = self.render_options();
        let query_history = self.saved.queries();
        let (saved, journal) = (self.saved, self.journal());
        let config = config_path(self.args.config.as_ref());
        let save = |change: &SavedQueryChange| change_queries(config.as_deref(), change);
        let files = self.files.source_files(self.baseline.clone());
        let (app, loader, watch) = self.begin(&journal, query_history.clone(), saved.is_first_run());
        let sources = Sources { loader, watch, files };
        let app = match runtime::explore(app, &options, sources, journal, &save) {
            Ok(app) => app,
            Err(error) => {
                print_error(&system::error(locale(), &error));
                return ExitStatus::WrongUse;
            }
        };
        let ending = saved.keep(&query_history, &app);
        if app.document().has_read_nothing() {
            return nothing_to_see(&app);
        }
        // A long timeline takes a while to be given back piece by piece; the end of the program gives it back at once.
        std::mem::forget(app);
        ending
    }

    /// Answers commands, one line after the other.
    fn read_commands(self) -> ExitStatus {
        let query_history = self.saved.queries();
        let (saved, journal) = (self.saved, self.journal());
        let files = self.files.source_files(self.baseline.clone());
        let (app, loader, _) = self.begin(&journal, query_history.clone(), false);
        let (app, is_typed, mut ending) = reader_mode::run(app, journal, loader, files);
        if app.document().has_read_nothing() {
            return nothing_to_see(&app);
        }
        // A script leaves nothing for whoever comes next.
        if is_typed {
            ending = ending.max(saved.keep(&query_history, &app));
        }
        std::mem::forget(app);
        ending
    }

    fn journal(&self) -> MarkJournal {
        self.saved.journal(self.args.marks.as_ref(), &self.args.files)
    }

    /// Returns the state that is started with, what goes on reading, and what watches the file.
    fn begin(
        self,
        journal: &MarkJournal,
        query_history: Vec<String>,
        welcomes: bool,
    ) -> (App, Option<Loader>, Option<Watch>) {
        let prefs = self.prefs();
        let Self { args, files, opened, changes, view, settings, warnings, .. } = self;
        let mut problems = opened.diagnostics.lines();
        problems.extend(warnings);
        problems.extend(journal.problem());
        let (errors, _) = opened.diagnostics.counts();
        let mut document = Document::new(opened.timeline, opened.text_index);
        document.file = FileName::of_all(&args.files);
        (document.origin, document.errors) = (files.origin(), errors);
        if let Some(changes) = &changes {
            document.set_revisions(changes.revisions.clone());
        }
        document.problems = problems;
        document.reading.clone_from(&opened.reading);
        document.read_options = args.reading.words();
        document.read_options.extend(args.words());
        let mut dropped = view.dropped;
        dropped.extend(journal.problem().map(|problem| problem.text(locale()).to_owned()));
        let goes_to_end = args.follow && view.select.is_none() && !document.timeline.is_empty();
        let mut app = App::new(AppInit {
            zone: settings.zone,
            status_message: if dropped.is_empty() {
                opened.reading.as_ref().map(|reading| reading.summary.text(locale()).to_owned())
            } else {
                Some(dropped.join("; "))
            },
            query: view.query,
            query_history,
            window: view.window,
            view: view.view,
            comparison: view.comparison,
            select: view.select,
            welcomes,
            ..AppInit::new(document, prefs)
        });
        if let Some(changes) = &changes {
            app.tell_changes_since(changes);
        }
        if goes_to_end {
            app.update(Message::Act(EventAction::Last.into()));
        }
        (app, opened.loader, opened.watch)
    }

    /// Returns how frames are drawn.
    fn render_options(&self) -> runtime::RenderOptions {
        let ascii = self.args.ascii || self.settings.ascii || self.caps.charset == Charset::Ascii;
        runtime::RenderOptions {
            glyphs: if ascii { ui::ASCII } else { ui::UNICODE },
            depth: match self.caps.colors {
                ColorSupport::True => ColorDepth::True,
                ColorSupport::Indexed => ColorDepth::Indexed,
                ColorSupport::Sixteen | ColorSupport::Mono => ColorDepth::Sixteen,
            },
            query_background: self.theme().follows_background(),
            links: self.caps.links && self.args.links != Some(AutoOff::Off),
            themes: self.themes.clone(),
        }
    }

    /// Returns the theme that is asked for. Where there are to be no colours, only the command line asks for any.
    fn theme(&self) -> ThemeChoice {
        let asked = self.args.theme.as_ref();
        match (asked.filter(|choice| **choice != ThemeChoice::AUTO), self.caps.colors) {
            (Some(choice), _) => choice.clone(),
            (None, ColorSupport::Mono) => ThemeChoice::one(ThemeName::MONO),
            (None, _) => asked.unwrap_or(&self.settings.theme).clone(),
        }
    }

    /// Returns what the person prefers, by the command line and the configuration.
    fn prefs(&self) -> Prefs {
        let config = config_path(self.args.config.as_ref());
        Prefs {
            lang: self.view.lang,
            default_lang: self.settings.lang(environment()),
            environment: environment(),
            theme: self.theme(),
            background: self.caps.background,
            color_rules: self.settings.color_rules.clone(),
            config_file: config.map(|path| sanitize(&path.to_string_lossy()).into_owned()),
            mouse_capture: self.args.mouse.map_or(self.settings.mouse, |switch| switch == OnOff::On),
            list_share: self.saved.list_share(),
            folder: env::current_dir().ok().map(|folder| sanitize(&folder.to_string_lossy()).into_owned()),
            home: AppDirs::from_env(|name| env::var_os(name)).home,
            citation_style: self.args.cite.unwrap_or(self.settings.cite),
            saved_queries: self.settings.queries.clone(),
            columns: self.view.columns.clone(),
            follows: self.args.follow,
            ..Prefs::new(self.settings.keymap.clone())
        }
    }
}

/// Says why there was nothing to explore in the end.
fn nothing_to_see(app: &App) -> ExitStatus {
    if let Some(Progress { state: State::Failed(why), .. }) = &app.document().progress {
        let name = app.document().file.as_ref().map(|file| file.shown.as_str()).unwrap_or_default();
        print_error(&sanitize(&system::of_file(locale(), name, why.text(locale()))));
        return ExitStatus::WrongUse;
    }
    app.document().problems.iter().for_each(|problem| print_stderr(&format!("{}\n", problem.text(locale()))));
    ExitStatus::Problems
}
