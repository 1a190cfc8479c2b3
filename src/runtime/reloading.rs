//! Reading the files again while they are explored, and editing them.

use std::{env, io, sync::Arc};

use crate::{
    app::App,
    messages::{notices, system},
    stream::{FileStatus, FileWatcher, Reload, ReloadCause, Reloader, SourceFiles, Watch},
    terminal::{Session, editor_command},
    text::sanitize,
};

/// The files, what reads them and what watches them.
pub(super) struct Reloading {
    /// `None` where there are none that could be read again.
    files: Option<SourceFiles>,
    /// What sees whether the file that is shown changes.
    pub(super) watch: Option<Watch>,
    /// Started when it is first wanted.
    reloader: Option<Reloader>,
    watcher: Option<FileWatcher>,
    /// Whether something has been read that nobody has been told of.
    has_read: bool,
    /// How the files were when they were read last.
    seen: Vec<FileStatus>,
}

impl Reloading {
    /// Begins to watch the files, if that is wanted.
    ///
    /// # Errors
    ///
    /// The system refuses a thread.
    pub(super) fn new(files: Option<SourceFiles>, watch: Option<Watch>, session: &Session) -> io::Result<Self> {
        let waker = session.waker();
        let watched = files.as_ref().filter(|files| files.is_watched);
        let watcher = watched.map(|files| FileWatcher::start(&files.paths, move || waker.wake())).transpose()?;
        let has_watcher = watcher.is_some();
        let seen = files.as_ref().map(|files| files.seen.clone()).unwrap_or_default();
        let is_stale = seen != status(files.as_ref());
        let mut reloading = Self { files, watch, reloader: None, watcher, has_read: false, seen };
        if has_watcher && is_stale {
            // It was saved between the reading and the watching.
            reloading.want(ReloadCause::Saved, session)?;
        }
        Ok(reloading)
    }

    /// Wants the files to be read again.
    ///
    /// # Errors
    ///
    /// The system refuses a thread.
    pub(super) fn want(&mut self, cause: ReloadCause, session: &Session) -> io::Result<()> {
        let Some(files) = &self.files else { return Ok(()) };
        let reloader = if let Some(reloader) = &mut self.reloader {
            reloader
        } else {
            let waker = session.waker();
            let wake = move || waker.wake();
            self.reloader.insert(Reloader::start(Arc::clone(&files.read), files.baseline.clone(), wake)?)
        };
        reloader.want(cause);
        Ok(())
    }

    /// Takes in what was read, and sees to it that what was saved is read. `true` if the timeline may be another one.
    ///
    /// # Errors
    ///
    /// The system refuses a thread.
    pub(super) fn turn(&mut self, app: &mut App, session: &Session) -> io::Result<bool> {
        if let Some(reload) = self.reloader.as_mut().and_then(Reloader::result) {
            self.take(reload, app);
        }
        if self.watcher.as_ref().is_some_and(FileWatcher::has_news) {
            self.want(ReloadCause::Saved, session)?;
        }
        // What is still being read would come behind, and be taken for news.
        if let Some(reloader) = self.reloader.as_mut().filter(|_| !app.document().is_reading()) {
            let (seen, files) = (&mut self.seen, self.files.as_ref());
            reloader.submit(|| {
                *seen = status(files);
                app.shared_timeline()
            });
        }
        Ok(std::mem::take(&mut self.has_read))
    }

    /// Lends the terminal to an editor at the selected event, and reads the files again behind it.
    pub(super) fn edit(&mut self, app: &mut App, session: &mut Session) {
        if app.document().is_stale() || self.seen != status(self.files.as_ref()) {
            // Its line may be another by now.
            self.read_now(app);
        }
        let place = app.edited_line();
        let files = self.files.as_ref();
        let Some((path, place)) =
            files.zip(place).and_then(|(files, place)| Some((files.paths.get(place.file)?, place)))
        else {
            return app.tell(notices::line_unknown(app.locale()).to_owned());
        };
        let mut command = match editor_command(path, Some(place.line), |name| env::var_os(name)) {
            Ok(command) => command,
            Err(error) => return app.tell(sanitize(&error.told(app.locale())).into_owned()),
        };
        let program = command.get_program().to_string_lossy().into_owned();
        let outcome = match session.run_external(&mut command) {
            Ok(status) if status.success() => None,
            Ok(status) => Some(format!("{program}: {status}")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Some(notices::program_not_found(app.locale(), &program))
            }
            Err(error) => Some(system::of_file(app.locale(), &program, &system::error(app.locale(), &error))),
        };
        self.read_now(app);
        if let Some(outcome) = outcome {
            app.tell(sanitize(&outcome).into_owned());
        }
    }

    /// Reads the files while nobody can see anything else.
    fn read_now(&mut self, app: &mut App) {
        let Some(files) = &self.files else { return };
        self.reloader.iter_mut().for_each(Reloader::discard);
        self.seen = status(Some(files));
        let shown = app.shared_timeline();
        let reload = Reload::of(ReloadCause::Saved, &shown, files.baseline.as_deref(), &*files.read);
        self.take(reload, app);
    }

    /// Takes in what was read again, and watches the file as it is now.
    fn take(&mut self, mut reload: Reload, app: &mut App) {
        if let Ok((_, of_file)) = &mut reload.read {
            self.watch = of_file.take();
        }
        self.has_read = true;
        app.apply_reload(reload);
    }
}

fn status(files: Option<&SourceFiles>) -> Vec<FileStatus> {
    files.map(SourceFiles::status).unwrap_or_default()
}
