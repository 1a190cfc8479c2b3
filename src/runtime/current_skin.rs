//! The skin that is drawn in: made anew when another theme is chosen, when the cursor comes to one in the menu, when the terminal
//! says what its background is, and when the file of the theme is saved.

use std::{io, path::PathBuf};

use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};

use super::{RenderOptions, lay_out, theme_folder::ThemeRead};
use crate::{
    app::App,
    messages::{LocalizedText, themes},
    stream::FileWatcher,
    terminal::Session,
    themes::{Background, ColorDepth, Theme, ThemeChoice, ThemeError},
    ui::Skin,
};

/// The skin, and what it was made for.
pub(super) struct CurrentSkin {
    pub(super) skin: Skin,
    made_for: Option<(ThemeChoice, Option<Background>)>,
    /// The person's own files that the theme was read from.
    files: Vec<PathBuf>,
    /// Watches them; `None` where there are none.
    watcher: Option<FileWatcher>,
    /// Whether what the files hold is broken, so that the last theme is still shown.
    is_broken: bool,
}

impl CurrentSkin {
    /// A skin in which nothing has been drawn.
    pub(super) fn new(options: &RenderOptions) -> Self {
        Self {
            skin: Skin::new(Theme::plain(options.depth), options.glyphs, &[]),
            made_for: None,
            files: Vec::new(),
            watcher: None,
            is_broken: false,
        }
    }

    /// Makes the skin anew where it has to be another one; `true` if it is. What is wrong with a theme is told, and the last one
    /// stays.
    ///
    /// # Errors
    ///
    /// The system refuses a thread.
    pub(super) fn follow(&mut self, app: &mut App, options: &RenderOptions, session: &Session) -> io::Result<bool> {
        let wanted = (app.theme().clone(), app.prefs().background);
        let is_saved = self.watcher.as_ref().is_some_and(FileWatcher::has_news);
        if !is_saved && self.made_for.as_ref() == Some(&wanted) {
            return Ok(false);
        }
        let (choice, background) = &wanted;
        let mut read = options.themes.read(choice.on(*background), options.depth);
        if read.files != self.files {
            self.watcher = watch(&read.files, session)?;
            if !read.files.is_empty() {
                // It may have been saved between the reading and the watching.
                read = options.themes.read(choice.on(*background), options.depth);
            }
        }
        let is_another = self.take(read, &wanted, app, options);
        self.made_for = Some(wanted);
        Ok(is_another)
    }

    fn take(
        &mut self,
        read: ThemeRead,
        (choice, background): &(ThemeChoice, Option<Background>),
        app: &mut App,
        options: &RenderOptions,
    ) -> bool {
        self.files = read.files;
        match read.theme {
            Ok(theme) => {
                let theme = theme.shown_on(*background, choice.follows_background());
                self.skin = Skin::new(theme, options.glyphs, &app.prefs().color_rules);
                if std::mem::take(&mut self.is_broken) {
                    app.tell(themes::again(app.locale(), &choice.told(app.locale())));
                }
                true
            }
            Err(error) => {
                self.is_broken = true;
                app.tell(error.told(app.locale()));
                // Before the first frame there is no last one: then it is what comes with annalist by that name.
                let first = self.made_for.is_none().then(|| Theme::built_in(choice.on(*background), options.depth));
                let Some(theme) = first.map(|theme| theme.unwrap_or_else(|_| Theme::plain(options.depth))) else {
                    return false;
                };
                self.skin = Skin::new(theme, options.glyphs, &app.prefs().color_rules);
                true
            }
        }
    }
}

/// Watches files, if there are any.
fn watch(files: &[PathBuf], session: &Session) -> io::Result<Option<FileWatcher>> {
    let waker = session.waker();
    (!files.is_empty()).then(|| FileWatcher::start(files, move || waker.wake())).transpose()
}

/// Draws the screen for a picture: in true colour, on the ground of its theme.
///
/// # Errors
///
/// The theme cannot be read.
pub fn screenshot(app: &mut App, options: &RenderOptions, size: Size) -> io::Result<Buffer> {
    let name = app.theme().on(app.prefs().background);
    let refused = |error: ThemeError| io::Error::other(LocalizedText::new(|locale| error.told(locale)));
    let theme = options.themes.read(name, ColorDepth::True).theme.map_err(refused)?.painted();
    let skin = Skin::new(theme, options.glyphs, &app.prefs().color_rules);
    let screen = Rect::new(0, 0, size.width, size.height);
    let frame = lay_out(screen, app, &skin, None);
    let mut buffer = Buffer::empty(screen);
    frame.draw_into(app, &skin, &mut buffer);
    Ok(buffer)
}
