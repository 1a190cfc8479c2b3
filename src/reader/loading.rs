//! What is still read, or read again: commands wait for all of a timeline, since they count it.

use std::{
    io::{self, Write},
    sync::mpsc,
    time::{Duration, Instant},
};

use super::{
    mode::ReaderMode,
    response::Response,
    sentence::{capitalized, sentences},
    session::write_lines,
};
use crate::{
    app::{Origin, View},
    messages::{DisabledReason, pages, reader},
    stream::{LoaderMessage, Reload, ReloadCause, State},
};

/// How often it is told how far the reading has come.
const TIME_BETWEEN_REPORTS: Duration = Duration::from_secs(3);
/// How long what is followed is waited for at the start.
const MAX_FIRST_WAIT: Duration = Duration::from_millis(200);

impl ReaderMode<'_> {
    /// Reads all of the timeline, and tells from time to time how far that has come; of a file that is followed what there is.
    pub(super) fn read_to_end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let window = self.app.window();
        let is_whole = window == self.app.time().initial_window;
        if let Some(loader) = &mut self.loader {
            let (sender, news) = mpsc::channel();
            loader.start(move || {
                // Nobody listens any more when all has been read.
                let _ended = sender.send(());
            })?;
            let (begun, mut reported) = (Instant::now(), Instant::now());
            while !(self.has_read_all() || self.is_followed() && begun.elapsed() > MAX_FIRST_WAIT) {
                // A wake-up that does not come is no reason to wait for ever.
                let _woken = news.recv_timeout(MAX_FIRST_WAIT);
                self.take_messages();
                if reported.elapsed() > TIME_BETWEEN_REPORTS {
                    reported = Instant::now();
                    let locale = self.locale();
                    let events = reader::events(locale, self.app.timeline().len());
                    write_lines(out, &[sentences([reader::reading(locale, &events)], locale)])?;
                    out.flush()?;
                }
            }
        }
        self.app.set_marks(self.journal.marks(self.app.timeline()));
        let window = if is_whole { self.app.time().initial_window } else { window };
        self.app.settle_filter(window);
        Ok(())
    }

    fn is_followed(&self) -> bool {
        self.app.document().origin == Origin::Followed || self.app.prefs().follows
    }

    fn has_read_all(&self) -> bool {
        self.app.document().progress.is_some() && !self.app.document().is_reading()
    }

    /// Takes in what the loader has read. `true` if that is more than there was.
    fn take_messages(&mut self) -> bool {
        let Some(loader) = &self.loader else { return false };
        let mut has_grown = false;
        for message in loader.messages() {
            match message {
                LoaderMessage::Progress(progress) => self.app.set_progress(progress),
                LoaderMessage::Grown(update) => {
                    self.app.apply_update(*update);
                    loader.acknowledge();
                    has_grown = true;
                }
                LoaderMessage::Read(_) => {}
            }
        }
        has_grown
    }

    /// What is said before the first command: what this is, how much there is, and where one stands.
    pub(super) fn greeting(&mut self, prompts: bool) -> Vec<String> {
        let locale = self.locale();
        let mut told = Vec::new();
        if prompts {
            let info = &self.app.timeline().info;
            let title = self.app.lang().pick(&info.title, info.title_ja.as_deref());
            let events = reader::events(locale, self.app.timeline().len());
            let title = if title.is_empty() { pages::about(locale) } else { title };
            told.push(sentences([&*reader::welcome(locale, title, &events), reader::how_to_begin(locale)], locale));
            told.extend(self.app.status_message().map(str::to_owned));
        }
        told.extend(self.failure().map(|why| reader::not_all_read(locale, &why)));
        let problems = self.app.document().problems.len();
        told.extend((problems > 0).then(|| reader::problems_found(locale, problems)));
        let view = match self.app.view() {
            View::Timeline => None,
            View::Matrix => Some("matrix"),
            View::Quotes => Some("quotes"),
            View::Threads => Some("thread"),
            View::Compare => Some("compare"),
            View::Concordance => Some("words"),
        };
        self.app.switch_view(View::Timeline);
        self.app.settle_filter(self.app.window());
        self.settle_selection();
        let answer = view.map(|command| self.answer(command));
        let position = || prompts.then(|| self.position()).into_iter().collect();
        told.extend(answer.unwrap_or_else(position));
        told
    }

    /// Why the reading has ended before the end.
    fn failure(&self) -> Option<String> {
        match &self.app.document().progress.as_ref()?.state {
            State::Failed(why) => Some(why.text(self.locale()).to_owned()),
            _ => None,
        }
    }

    /// What has come of the files since the last command: what is followed has grown, others have been written to.
    pub(super) fn take_file_changes(&mut self) -> Vec<String> {
        let window = self.app.window();
        let is_whole = window == self.app.time().initial_window;
        if self.take_messages() {
            self.forget_listing();
            let window = if is_whole { self.app.time().initial_window } else { window };
            self.app.settle_filter(window);
            self.app.set_marks(self.journal.marks(self.app.timeline()));
        } else if self.journal.has_news() {
            self.app.set_marks(self.journal.marks(self.app.timeline()));
            self.app.settle_filter(window);
        }
        let Some(files) = &self.files else { return Vec::new() };
        let now = files.status();
        if now == self.seen {
            return Vec::new();
        }
        if files.is_watched {
            return self.reload().told;
        }
        self.seen = now;
        vec![reader::file_has_changed(self.locale()).to_owned()]
    }

    /// Reads the files again.
    pub(super) fn reload(&mut self) -> Response {
        let Some(files) = &self.files else {
            let reason = match self.app.document().origin {
                Origin::BuiltIn => DisabledReason::BuiltIn,
                Origin::Pipe => DisabledReason::Pipe,
                Origin::Followed | Origin::Files => DisabledReason::Followed,
            };
            return Response::refused(reason, self.locale());
        };
        let window = self.app.window();
        let is_whole = window == self.app.time().initial_window;
        self.seen = files.status();
        let shown = self.app.shared_timeline();
        let reload = Reload::of(ReloadCause::Asked, &shown, files.baseline.as_deref(), &*files.read);
        self.app.apply_reload(reload);
        self.forget_listing();
        let window = if is_whole { self.app.time().initial_window } else { window };
        self.app.settle_filter(window);
        self.app.set_marks(self.journal.marks(self.app.timeline()));
        let answer = Response::told(capitalized(self.app.status_message().unwrap_or_default()));
        Response { is_failure: self.app.document().is_broken(), ..answer }
    }
}
