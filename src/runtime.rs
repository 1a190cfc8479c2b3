//! The loop: hear all there is, change the state, draw once, sleep.

mod background_search;
mod current_skin;
mod reloading;
mod theme_folder;

use std::{env, io};

use crossterm::event::KeyModifiers;
use ratatui::layout::{Position, Rect};

use crate::{
    app::{App, Effect, Message, SavedQueryChange},
    export::{ExportWorker, OutputFormat, OutputTarget},
    marks::{MarkChange, MarkJournal},
    messages::{notices, system},
    stream::{Change, Loader, LoaderMessage, ReloadCause, SourceFiles, State, Watch},
    terminal::{CopyOutcome, Input, Options, Session, StopTarget, SuspendOutcome, open_in_browser},
    text::sanitize,
    themes::ColorDepth,
    ui::{Frame, Glyphs, Skin},
};

use background_search::BackgroundSearch;
use current_skin::CurrentSkin;
pub use current_skin::screenshot;
use reloading::Reloading;
pub use theme_folder::ThemeFolder;

/// Where the timeline comes from that is explored.
pub struct Sources {
    /// What goes on reading.
    pub loader: Option<Loader>,
    /// What sees whether the file changes.
    pub watch: Option<Watch>,
    /// The files, if there are any that can be read again.
    pub files: Option<SourceFiles>,
}

/// How to draw, as the terminal and the command line want it.
#[derive(Debug, Clone)]
pub struct RenderOptions {
    /// The signs.
    pub glyphs: Glyphs,
    /// How many colours there are.
    pub depth: ColorDepth,
    /// Whether to query the terminal whether its background is dark or light.
    pub query_background: bool,
    /// Whether addresses are written as links.
    pub links: bool,
    /// The themes of the person's own.
    pub themes: ThemeFolder,
}

/// Changes the queries that are saved: gives all of them, or says in words why they have not changed.
pub type SaveQueries<'a> = dyn Fn(&SavedQueryChange) -> Result<Vec<(String, String)>, String> + 'a;

/// Explores until the person quits or the terminal goes away.
///
/// Or until all has been read and there is nothing to see. Returns the state as it was left. What the loader has not yet
/// read comes in meanwhile; the file is watched once it has been read. What is noted of events goes into the journal.
///
/// # Errors
///
/// The terminal cannot be taken or drawn on, a theme cannot be read, or the system refuses threads.
pub fn explore(
    mut app: App,
    options: &RenderOptions,
    sources: Sources,
    journal: MarkJournal,
    save: &SaveQueries<'_>,
) -> io::Result<App> {
    app.set_marks(journal.marks(app.timeline()));
    let Sources { mut loader, watch, files } = sources;
    let mut skin = CurrentSkin::new(options);
    let mut session = Session::open(&Options {
        query_background: options.query_background,
        mouse_capture: app.prefs().mouse_capture,
        guard: Some(app.locale()),
    })?;
    let exports = ExportWorker::default();
    let mut workers = Workers { journal, exports, reloading: Reloading::new(files, watch, &session)?, save };
    let (mut searches, mut colors) = (BackgroundSearch::default(), BackgroundSearch::default());
    let mut last: Option<Frame> = None;
    loop {
        let is_other_skin = skin.follow(&mut app, options, &session)?;
        last = last.filter(|_| !is_other_skin);
        let skin = &skin.skin;
        let screen = Rect::from((Position::ORIGIN, session.size()));
        let frame = lay_out(screen, &mut app, skin, last.as_mut().filter(|_| session.is_intact()));
        if options.links {
            session.set_links(frame.links(&app));
        }
        session.draw(frame.damage(), |buf| frame.draw_into(&app, skin, buf))?;
        // What the last frame held is given back while nobody waits.
        drop(last.take());
        let waker = session.waker();
        if let Some(loader) = &mut loader {
            loader.start(move || waker.wake())?;
        }
        searches.submit(|after| app.search_request(after), &session)?;
        colors.submit(|after| app.color_request(after), &session)?;
        let (mut inputs, mut next_frame) = (session.read_inputs().into_iter().peekable(), None);
        while let Some(input) = inputs.next() {
            let view = app.view();
            let action = handle_input(&mut app, next_frame.as_ref().unwrap_or(&frame), skin, input);
            if matches!(action, LoopAction::Quit) {
                return Ok(app);
            }
            perform(action, &mut app, options, &mut session, &mut workers)?;
            // What was typed ahead is meant for what that view shows.
            if app.view() != view && inputs.peek().is_some() {
                next_frame = Some(lay_out(screen, &mut app, skin, None));
            }
        }
        let has_grown = apply_loader_messages(&mut app, loader.as_ref(), &mut workers.reloading.watch);
        workers.report(&mut app, has_grown, &session)?;
        if app.document().has_read_nothing() {
            return Ok(app);
        }
        searches.responses().for_each(|response| app.apply_search_response(response));
        colors.responses().for_each(|response| app.apply_color_response(response));
        last = Some(frame);
    }
}

/// Lays out the screen, after the state has followed what has room on it: once more where it has changed by that. `last` is
/// the frame that this screen shows, drawn in the same skin; `None` where it is not known what the screen shows.
pub fn lay_out(screen: Rect, app: &mut App, skin: &Skin, last: Option<&mut Frame>) -> Frame {
    app.resolve_match_request(|app| Frame::match_lines(screen, app, skin));
    let mut frame = Frame::new(screen, app, skin, last.as_deref());
    // Once more is enough: what is on screen then is what the change asked for.
    if app.set_metrics(frame.metrics(app)) {
        frame = Frame::new(screen, app, skin, Some(&frame));
        app.set_metrics(frame.metrics(app));
    }
    frame.reuse_previous(screen, app, skin, last);
    frame
}

/// What is written, and read again, while one explores.
struct Workers<'a> {
    journal: MarkJournal,
    exports: ExportWorker,
    reloading: Reloading,
    save: &'a SaveQueries<'a>,
}

impl Workers<'_> {
    /// Takes in what has been read again, what others have noted, and which files have been written.
    fn report(&mut self, app: &mut App, has_grown: bool, session: &Session) -> io::Result<()> {
        let is_another = self.reloading.turn(app, session)?;
        if self.journal.has_news() || has_grown || is_another {
            app.set_marks(self.journal.marks(app.timeline()));
        }
        self.exports.reports().for_each(|report| app.apply_export(report));
        Ok(())
    }
}

/// Does what an input asks of the session.
fn perform(
    action: LoopAction,
    app: &mut App,
    options: &RenderOptions,
    session: &mut Session,
    workers: &mut Workers<'_>,
) -> io::Result<()> {
    match action {
        LoopAction::Continue | LoopAction::Quit => {}
        LoopAction::Reload => workers.reloading.want(ReloadCause::Asked, session)?,
        LoopAction::Edit => workers.reloading.edit(app, session),
        LoopAction::Suspend(target) => match session.suspend(target)? {
            SuspendOutcome::Stopped if app.prefs().theme.follows_background() => session.query_background(),
            SuspendOutcome::Stopped => {}
            SuspendOutcome::NoShell => app.tell(notices::no_shell(app.locale()).to_owned()),
        },
        LoopAction::QueryBackground => session.query_background(),
        LoopAction::ListThemes => app.set_own_themes(options.themes.names()),
        LoopAction::SetMouseCapture(is_on) => session.set_mouse_capture(is_on),
        LoopAction::Copy(text) => tell_copied(app, session.copy(&text)),
        LoopAction::ChangeQueries(change) => app.queries_changed(&change, (workers.save)(&change)),
        LoopAction::KeepMarks(changes) => keep_marks(changes, app, &mut workers.journal),
        LoopAction::Open(address) => {
            if let Err(error) = open_in_browser(&address, |name| env::var_os(name)) {
                app.tell(sanitize(&error.told(app.locale())).into_owned());
            }
        }
        LoopAction::Export(target) => {
            let waker = session.waker();
            let mut job = app.export_job();
            if target.format == OutputFormat::Svg {
                job.screen = Some(screenshot(app, options, session.size())?);
            }
            workers.exports.start(job, target, move || waker.wake())?;
        }
    }
    Ok(())
}

/// Adds to the message where a text has got to, beyond the terminal.
fn tell_copied(app: &mut App, outcome: CopyOutcome) {
    let locale = app.locale();
    match (outcome, app.status_message()) {
        (CopyOutcome::InTmux, Some(sent)) => app.tell(notices::in_tmux(locale, sent)),
        (CopyOutcome::TooLong, _) => app.tell(notices::too_long(locale).to_owned()),
        (CopyOutcome::Sent | CopyOutcome::InTmux, _) => {}
    }
}

/// Keeps what was noted of events, and takes in what others have noted meanwhile.
fn keep_marks(changes: Vec<MarkChange>, app: &mut App, journal: &mut MarkJournal) {
    match journal.append(changes) {
        Ok(true) => app.set_marks(journal.marks(app.timeline())),
        Ok(false) => {}
        Err(error) => app.tell(notices::this_run_only(app.locale(), &sanitize(&system::error(app.locale(), &error)))),
    }
}

/// Takes in what has been read meanwhile, and what has become of the file. `true` if there are more events.
fn apply_loader_messages(app: &mut App, loader: Option<&Loader>, watch: &mut Option<Watch>) -> bool {
    let mut has_grown = false;
    if let Some(loader) = loader {
        for news in loader.messages() {
            match news {
                LoaderMessage::Progress(progress) => app.set_progress(progress),
                LoaderMessage::Grown(growth) => {
                    app.apply_update(*growth);
                    has_grown = true;
                    loader.acknowledge();
                }
                LoaderMessage::Read(file) => *watch = Some(file),
            }
        }
    }
    match watch.as_mut().and_then(Watch::news) {
        Some(Change::Longer(more)) => app.set_file_state(State::Longer(more)),
        Some(Change::Other) => app.set_file_state(State::Changed),
        None => {}
    }
    has_grown
}

/// What the loop does after an input.
enum LoopAction {
    Continue,
    Quit,
    Suspend(StopTarget),
    QueryBackground,
    ListThemes,
    SetMouseCapture(bool),
    Copy(String),
    ChangeQueries(SavedQueryChange),
    KeepMarks(Vec<MarkChange>),
    Export(OutputTarget),
    Open(String),
    Reload,
    Edit,
}

fn handle_input(app: &mut App, frame: &Frame, skin: &Skin, input: Input) -> LoopAction {
    let message = match input {
        Input::Key(key) => Message::Key(key),
        Input::Paste(text) => Message::Paste(text),
        Input::Mouse(mouse) => Message::Mouse {
            kind: mouse.kind,
            target: frame.target(app, skin, mouse.column, mouse.row),
            shift: mouse.modifiers.contains(KeyModifiers::SHIFT),
        },
        Input::Background(background) => Message::Background(background),
        Input::FocusGained | Input::Resume if app.prefs().theme.follows_background() => {
            return LoopAction::QueryBackground;
        }
        Input::FocusGained | Input::Resume | Input::Resize(_) | Input::EnhancedKeyboard => return LoopAction::Continue,
        Input::Suspend => return LoopAction::Suspend(StopTarget::Program),
        Input::HangUp => return LoopAction::Quit,
    };
    match app.update(message) {
        Some(Effect::Quit) => LoopAction::Quit,
        Some(Effect::Suspend) => LoopAction::Suspend(StopTarget::Job),
        Some(Effect::Mouse(is_heard)) => LoopAction::SetMouseCapture(is_heard),
        Some(Effect::Copy(text)) => LoopAction::Copy(text),
        Some(Effect::ChangeQueries(change)) => LoopAction::ChangeQueries(change),
        Some(Effect::KeepMarks(changes)) => LoopAction::KeepMarks(changes),
        Some(Effect::Export(target)) => LoopAction::Export(target),
        Some(Effect::Open(address)) => LoopAction::Open(address),
        Some(Effect::ListThemes) => LoopAction::ListThemes,
        Some(Effect::QueryBackground) => LoopAction::QueryBackground,
        Some(Effect::Reload) => LoopAction::Reload,
        Some(Effect::Edit) => LoopAction::Edit,
        None => LoopAction::Continue,
    }
}
