//! The loop: hear all that there is to hear, change the state, draw once, and sleep until there is more.

use std::io;

use ratatui::layout::Rect;

use crate::{
    app::{App, Effect, Message, ThemeName},
    model::Lang,
    query::Searcher,
    stream::{Change, Loader, News, State, Watch},
    terminal::{Background, Copied, Input, Options, Session, Stopping, Suspension},
    ui::{ColorDepth, Frame, Glyphs, Skin, Theme},
};

/// How to draw, as the terminal and the command line want it.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// The signs.
    pub glyphs: Glyphs,
    /// How many colours there are.
    pub depth: ColorDepth,
    /// Whether to ask the terminal if its background is dark or light.
    pub asks_background: bool,
}

/// Explores until the person quits or the terminal goes away, or all has been read and there is nothing to see; gives the
/// state as it was left. What the loader has not yet read comes in meanwhile; the file is watched once it has been read.
///
/// # Errors
///
/// The terminal cannot be taken or drawn on, a theme cannot be read, or the system refuses threads.
pub fn explore(mut app: App, manner: &Manner, mut loader: Option<Loader>, mut watch: Option<Watch>) -> io::Result<App> {
    let mut skin = skin(&app, manner)?;
    let mut themed = (app.prefs().theme, app.prefs().paints_background());
    let mut session = Session::open(&Options {
        ask_background: manner.asks_background,
        hear_mouse: app.prefs().mouse_capture,
        guard: true,
    })?;
    let (mut searcher, mut asked) = (None, 0);
    let mut last: Option<Frame> = None;
    loop {
        if themed != (app.prefs().theme, app.prefs().paints_background()) {
            skin = self::skin(&app, manner)?;
            themed = (app.prefs().theme, app.prefs().paints_background());
            last = None;
        }
        let size = session.size();
        let screen = Rect::new(0, 0, size.width, size.height);
        let scene = lay_out(screen, &mut app, &skin, last.as_mut().filter(|_| session.is_intact()));
        session.draw(scene.damage(), |buf| scene.draw_into(&app, &skin, buf))?;
        // What the last scene held is given back while nobody waits.
        drop(last.take());
        force_panic();
        let waker = session.waker();
        if let Some(loader) = &mut loader {
            loader.start(move || waker.wake())?;
        }
        ask(&app, &session, &mut searcher, &mut asked)?;
        for input in session.inputs() {
            match hear(&mut app, &scene, &skin, input) {
                Next::GoOn => {}
                Next::Quit => return Ok(app),
                Next::Suspend(who) => match session.suspend(who)? {
                    Suspension::Stopped if app.prefs().theme_auto => session.ask_background(),
                    Suspension::Stopped => {}
                    Suspension::NoShell => app.tell("no shell to go back to".to_owned()),
                },
                Next::AskBackground => session.ask_background(),
                Next::HearMouse(is_heard) => session.hear_mouse(is_heard),
                Next::Copy(text) => tell_copied(&mut app, session.copy(&text)),
            }
        }
        take_news(&mut app, loader.as_ref(), &mut watch);
        if app.document().has_read_nothing() {
            return Ok(app);
        }
        for reply in searcher.iter().flat_map(Searcher::replies) {
            app.apply_search_response(reply);
        }
        last = Some(scene);
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

/// Adds to the notice where a text has got to, beyond having been sent to the terminal.
fn tell_copied(app: &mut App, copied: Copied) {
    let also = if app.lang() == Lang::Ja { "tmux のバッファーに保存、" } else { "in the tmux buffer, " };
    match (copied, app.status_message()) {
        (Copied::InTmux, Some(sent)) => app.tell(format!("{also}{sent}")),
        (Copied::TooLong, _) => app.tell("too long for the clipboard of a terminal".to_owned()),
        (Copied::Sent | Copied::InTmux, _) => {}
    }
}

/// Takes in what has been read meanwhile, and what has become of the file.
fn take_news(app: &mut App, loader: Option<&Loader>, watch: &mut Option<Watch>) {
    if let Some(loader) = loader {
        for news in loader.news() {
            match news {
                News::Progress(progress) => app.set_progress(progress),
                News::Grown(growth) => {
                    app.apply_update(*growth);
                    loader.took();
                }
                News::Read(file) => *watch = Some(file),
            }
        }
    }
    match watch.as_mut().and_then(Watch::news) {
        Some(Change::Longer(more)) => app.set_file_state(State::Longer(more)),
        Some(Change::Other) => app.set_file_state(State::Changed),
        None => {}
    }
}

/// Asks beside the interface what would hold it up. The thread for it is there from the first such question on.
fn ask(app: &App, session: &Session, searcher: &mut Option<Searcher>, asked: &mut u64) -> io::Result<()> {
    let Some(question) = app.search_request(*asked) else { return Ok(()) };
    *asked = question.number;
    let searcher = if let Some(searcher) = searcher {
        searcher
    } else {
        let waker = session.waker();
        searcher.insert(Searcher::start(move || waker.wake())?)
    };
    searcher.ask(question);
    Ok(())
}

/// What the loop does after an input.
enum Next {
    GoOn,
    Quit,
    Suspend(Stopping),
    AskBackground,
    HearMouse(bool),
    Copy(String),
}

fn hear(app: &mut App, scene: &Frame, skin: &Skin, input: Input) -> Next {
    let message = match input {
        Input::Key(key) => Message::Key(key),
        Input::Paste(text) => Message::Paste(text),
        Input::Mouse(mouse) => Message::Mouse {
            gesture: mouse.gesture,
            target: scene.target(app, skin, mouse.column, mouse.row),
            shift: mouse.shift,
        },
        Input::Background(Background::Dark) => Message::Background(ThemeName::Dark),
        Input::Background(Background::Light) => Message::Background(ThemeName::Light),
        Input::Focus | Input::Resume if app.prefs().theme_auto => return Next::AskBackground,
        Input::Focus | Input::Resume | Input::Resize(_) => return Next::GoOn,
        Input::Suspend => return Next::Suspend(Stopping::Program),
        Input::Gone => return Next::Quit,
    };
    match app.update(message) {
        Some(Effect::Quit) => Next::Quit,
        Some(Effect::Suspend) => Next::Suspend(Stopping::Job),
        Some(Effect::Mouse(is_heard)) => Next::HearMouse(is_heard),
        Some(Effect::Copy(text)) => Next::Copy(text),
        None => Next::GoOn,
    }
}

fn skin(app: &App, manner: &Manner) -> io::Result<Skin> {
    let theme = Theme::named(app.prefs().theme, manner.depth).map_err(io::Error::other)?;
    let theme = if app.prefs().paints_background() { theme.painted() } else { theme };
    Ok(Skin { theme, glyphs: manner.glyphs })
}

#[cfg(not(debug_assertions))]
const fn force_panic() {}

/// Panics where a test asks for it by `ANNALIST_FORCE_PANIC`, on this thread (`main`) or on another (`worker`): that the
/// terminal survives it can be seen in no other way.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a test asks for it")]
fn force_panic() {
    match std::env::var("ANNALIST_FORCE_PANIC").as_deref() {
        Ok("main") => panic!("forced on the main thread"),
        Ok("worker") => drop(std::thread::spawn(|| panic!("forced on another thread")).join()),
        _ => {}
    }
}
