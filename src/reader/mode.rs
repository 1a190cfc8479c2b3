//! The state of the reader mode: the same as that of the screen, and which answer is being told.

use std::{io, sync::Arc};

use super::{
    command::ReaderCommand,
    command_line::{CommandLine, beginning_with, near_command},
    event_lines,
    listing::{EntryTarget, Listing},
    response::Response,
    sentence::{enumerated, sentence},
};
use crate::{
    app::{App, Effect},
    axis::Window,
    marks::MarkJournal,
    messages::{Locale, notices, reader, system},
    model::EventIndex,
    stream::{FileStatus, Loader, SourceFiles},
    text::sanitize,
};

/// So many entries are told at once, and so many lines of text.
const ENTRIES_IN_PART: usize = 10;
const LINES_IN_PART: usize = 20;
/// What is told without parts is handed over by so many entries.
const ENTRIES_AT_ONCE: usize = 1_000;

/// Opens an address of the web; the error says why not.
pub type OpenAddress<'a> = dyn Fn(&str) -> Result<(), String> + 'a;

/// What the reader mode begins with.
pub struct ReaderInit<'a> {
    /// The state.
    pub app: App,
    /// Where marks are kept.
    pub journal: MarkJournal,
    /// What goes on reading the timeline.
    pub loader: Option<Loader>,
    /// The files, if there are any that can be read again.
    pub files: Option<SourceFiles>,
    /// What opens addresses.
    pub open: &'a OpenAddress<'a>,
    /// Whether long answers come in parts: somebody is there to ask for the next one.
    pub has_parts: bool,
}

/// The reader mode: commands come in, answers go out.
pub struct ReaderMode<'a> {
    pub(super) app: App,
    pub(super) journal: MarkJournal,
    pub(super) loader: Option<Loader>,
    pub(super) files: Option<SourceFiles>,
    /// How the files were when they were read last.
    pub(super) seen: Vec<FileStatus>,
    pub(super) open: &'a OpenAddress<'a>,
    has_parts: bool,
    /// The events that pass the filter within the window, and what they were found for.
    shown: (Option<(u64, Window)>, Arc<[EventIndex]>),
    /// The entries of the last answer that had any, and how many have been told.
    listing: Listing,
    told: usize,
    /// Whether the end was asked for.
    pub(super) is_ending: bool,
    /// Whether any command failed.
    pub(super) has_failed: bool,
}

impl<'a> ReaderMode<'a> {
    /// Begins with all that there is.
    pub fn new(init: ReaderInit<'a>) -> Self {
        let ReaderInit { app, journal, loader, files, open, has_parts } = init;
        let seen = files.as_ref().map(|files| files.seen.clone()).unwrap_or_default();
        Self {
            app,
            journal,
            loader,
            files,
            seen,
            open,
            has_parts,
            shown: (None, Arc::default()),
            listing: Listing::Text(Vec::new()),
            told: 0,
            is_ending: false,
            has_failed: false,
        }
    }

    /// The state as it was left.
    pub fn into_app(self) -> App {
        self.app
    }

    /// Whether every command could be done.
    pub const fn is_fine(&self) -> bool {
        !self.has_failed
    }

    pub(super) fn locale(&self) -> Locale {
        self.app.locale()
    }

    /// The events that pass the filter within the window, in order of time.
    pub(super) fn shown(&mut self) -> Arc<[EventIndex]> {
        let wanted = Some((self.app.filter().revision, self.app.window()));
        if self.shown.0 != wanted {
            self.shown = (wanted, self.app.events_in_window().into());
        }
        Arc::clone(&self.shown.1)
    }

    /// Answers a line; what is told in parts begins with [`next_part`](Self::next_part).
    pub(super) fn answer(&mut self, line: &str) -> Vec<String> {
        let has_more = self.told < self.listing.len();
        let answer = match CommandLine::read(line) {
            CommandLine::Comment => Response::default(),
            // Blank lines keep the parts of a script apart.
            CommandLine::Empty if !self.has_parts => Response::default(),
            CommandLine::Empty | CommandLine::Command(ReaderCommand::More, _) if has_more => return Vec::new(),
            CommandLine::Empty => self.run(ReaderCommand::Next, ""),
            CommandLine::Entry(number) => self.go_to_entry(number),
            CommandLine::Command(command, argument) => self.run(command, argument),
            CommandLine::Ambiguous(word) => {
                let names = beginning_with(word).iter().map(|info| info.name).collect::<Vec<_>>();
                Response::failed(reader::ambiguous(self.locale(), word, &enumerated(names, self.locale())))
            }
            CommandLine::Unknown(word) => Response::failed(match near_command(word) {
                Some(near) => reader::did_you_mean(self.locale(), word, near),
                None => reader::no_such_command(self.locale(), word),
            }),
        };
        self.settle_selection();
        self.take(answer)
    }

    /// Notes what is told in parts, and gives what is told at once.
    fn take(&mut self, answer: Response) -> Vec<String> {
        self.has_failed |= answer.is_failure;
        // The lines of a text have no numbers, so that those of the list before it hold on.
        match answer.listing {
            Some(listing) => (self.listing, self.told) = (listing, answer.from),
            None => self.told = self.listing.len(),
        }
        let locale = self.locale();
        answer.told.iter().map(|text| sentence(text, locale)).filter(|text| !text.is_empty()).collect()
    }

    /// The next part of what is being told, empty at its end; with how much more there is.
    pub(super) fn next_part(&mut self) -> Vec<String> {
        let count = self.listing.len();
        let room = match (self.has_parts, self.listing.is_numbered()) {
            (false, _) => ENTRIES_AT_ONCE,
            (true, true) => ENTRIES_IN_PART,
            (true, false) => LINES_IN_PART,
        };
        let end = self.told.saturating_add(room).min(count);
        let mut lines: Vec<String> =
            (self.told..end).map(|place| self.listing.line(&self.app, place)).filter(|line| !line.is_empty()).collect();
        self.told = self.told.max(end);
        if self.has_parts && end < count {
            let locale = self.locale();
            let words = if self.listing.is_numbered() { reader::more } else { reader::more_lines };
            lines.push(sentence(&words(locale, end, count), locale));
        }
        lines
    }

    /// Whether long answers come in parts.
    pub(super) const fn has_parts(&self) -> bool {
        self.has_parts
    }

    /// Forgets what was listed: its events may have other places by now.
    pub(super) fn forget_listing(&mut self) {
        (self.listing, self.told) = (Listing::Text(Vec::new()), 0);
        self.shown.0 = None;
    }

    /// Goes where the number of an entry leads.
    pub(super) fn go_to_entry(&mut self, number: usize) -> Response {
        let (locale, count) = (self.locale(), self.listing.len());
        if !self.listing.is_numbered() {
            return Response::failed(reader::no_entries(locale));
        }
        match number.checked_sub(1).and_then(|place| self.listing.target(place)) {
            Some(EntryTarget::Event(ix)) => self.go_to_event(ix),
            Some(EntryTarget::Quote(quote)) => {
                self.select(quote.0, true);
                Response::told(event_lines::quote_in_list(&self.app, quote))
            }
            Some(EntryTarget::Value(value)) => self.toggle_value(&value),
            Some(EntryTarget::Filter(query)) => self.find(&query),
            None => Response::failed(reader::no_such_entry(locale, number, count)),
        }
    }

    /// Whether an entry of this number can be gone to.
    pub(super) fn has_entry(&self, number: usize) -> bool {
        self.listing.is_numbered() && (1..=self.listing.len()).contains(&number)
    }

    fn run(&mut self, command: ReaderCommand, argument: &str) -> Response {
        if command.needs_event() && self.selected().is_none() {
            return self.nothing_shown();
        }
        match command {
            ReaderCommand::Next => self.step(1),
            ReaderCommand::Previous => self.step(-1),
            ReaderCommand::First => self.go_to_place(0),
            ReaderCommand::Last => self.go_to_place(usize::MAX),
            ReaderCommand::Go => self.go(argument),
            ReaderCommand::Back => self.go_back(),
            ReaderCommand::Where => self.tell_where(),
            ReaderCommand::List => self.list(argument),
            ReaderCommand::Read => self.read_event(),
            ReaderCommand::More => Response::told(reader::end_of_list(self.locale())),
            ReaderCommand::Quotes => self.list_quotes(),
            ReaderCommand::Sources => self.tell_sources(),
            ReaderCommand::Cite => self.cite(argument),
            ReaderCommand::Open => self.open_source(argument),
            ReaderCommand::Thread => self.tell_thread(),
            ReaderCommand::Follow => self.follow(),
            ReaderCommand::Find => self.find(argument),
            ReaderCommand::Narrow => self.narrow(argument),
            ReaderCommand::Drop => self.drop_terms(argument),
            ReaderCommand::Values => self.list_values(argument),
            ReaderCommand::Filters => self.list_filters(),
            ReaderCommand::Window => self.show_time(argument),
            ReaderCommand::Fit => self.show_all_time(),
            ReaderCommand::Undo => self.undo(),
            ReaderCommand::Redo => self.redo(),
            ReaderCommand::Matrix => self.count(argument),
            ReaderCommand::Words => self.list_words(argument),
            ReaderCommand::Compare => self.compare(argument),
            ReaderCommand::Mark => self.mark(true),
            ReaderCommand::Unmark => self.mark(false),
            ReaderCommand::Tag => self.tag(argument),
            ReaderCommand::Untag => self.untag(),
            ReaderCommand::Marked => self.list_marked(),
            ReaderCommand::Export => self.export(argument),
            ReaderCommand::About => self.tell_about(),
            ReaderCommand::Problems => self.tell_problems(),
            ReaderCommand::Reload => self.reload(),
            ReaderCommand::Language => self.speak(argument),
            ReaderCommand::Zone => self.tell_times_in(argument),
            ReaderCommand::Help => self.help(argument),
            ReaderCommand::Quit => {
                self.is_ending = true;
                Response::default()
            }
        }
    }

    /// Keeps what an effect of the state asks to keep; the answer says where that cannot be done.
    pub(super) fn keep(&mut self, effect: Option<Effect>) -> Option<String> {
        let Some(Effect::KeepMarks(changes)) = effect else { return None };
        match self.journal.append(changes) {
            Ok(true) => {
                self.app.set_marks(self.journal.marks(self.app.timeline()));
                None
            }
            Ok(false) => None,
            Err(error) => Some(notices::this_run_only(self.locale(), &sanitize(&system::error(self.locale(), &error)))),
        }
    }
}

/// Why the reader mode ends before its commands do.
pub(super) fn is_closed(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}
