//! Moving through events, and where one is.

use super::{
    event_lines, event_text,
    listing::Listing,
    mode::ReaderMode,
    response::Response,
    sentence::{capitalized, quoted, sentences, window},
};
use crate::{
    app::{App, Direction},
    axis,
    messages::{DisabledReason, reader},
    model::EventIndex,
    query::Query,
};

impl ReaderMode<'_> {
    /// The selected event with its place among those that are shown; `None` where none is.
    pub(super) fn selected(&mut self) -> Option<(EventIndex, usize)> {
        let (ix, shown) = (self.app.selected()?, self.shown());
        shown.binary_search(&ix).ok().map(|place| (ix, place))
    }

    /// Selects of the shown events the one nearest to what was selected.
    pub(super) fn settle_selection(&mut self) {
        let shown = self.shown();
        let selected = self.app.selected();
        if selected.is_some_and(|ix| shown.binary_search(&ix).is_ok()) {
            return;
        }
        let place = selected.map_or(0, |ix| shown.partition_point(|&other| other < ix));
        if let Some(&ix) = shown.get(place).or(shown.last()) {
            self.app.select_by_command(ix, false);
        }
    }

    /// Selects an event; one that is not shown is shown by dropping filter and window. `true` if that was so.
    pub(super) fn select(&mut self, ix: EventIndex, jumps: bool) -> bool {
        let is_shown = self.shown().binary_search(&ix).is_ok();
        if !is_shown {
            self.app.filter_by(Query::default());
            let all = self.app.time().initial_window;
            self.app.show_window(all);
        }
        self.app.select_by_command(ix, jumps);
        !is_shown
    }

    /// Where one is, in a sentence: which event, of how many.
    pub(super) fn position(&mut self) -> String {
        self.settle_selection();
        let count = self.shown().len();
        match self.selected() {
            Some((ix, place)) => event_lines::at_position(&self.app, ix, (place, count)),
            None => reader::nothing_shown(self.locale()).to_owned(),
        }
    }

    /// Goes to an event and says where that is.
    pub(super) fn go_to_event(&mut self, ix: EventIndex) -> Response {
        let was_hidden = self.select(ix, true);
        let answer = Response::told(self.position());
        if was_hidden { answer.behind(reader::dropped_for_it(self.locale())) } else { answer }
    }

    /// The next event, or the one before.
    pub(super) fn step(&mut self, by: isize) -> Response {
        let shown = self.shown();
        let Some((_, place)) = self.selected() else { return self.nothing_shown() };
        match place.checked_add_signed(by).and_then(|place| shown.get(place)) {
            Some(&ix) => {
                self.app.select_by_command(ix, false);
                Response::told(self.position())
            }
            None if by > 0 => Response::told(capitalized(DisabledReason::LastEvent.text(self.locale()))),
            None => Response::told(capitalized(DisabledReason::FirstEvent.text(self.locale()))),
        }
    }

    /// The event at a place among the shown ones, or the last.
    pub(super) fn go_to_place(&mut self, place: usize) -> Response {
        let shown = self.shown();
        match shown.get(place).or(shown.last()) {
            Some(&ix) => self.go_to_event(ix),
            None => self.nothing_shown(),
        }
    }

    pub(super) fn nothing_shown(&self) -> Response {
        Response::failed(reader::nothing_shown(self.locale()))
    }

    /// Goes to an entry of the last list, or to the event nearest to a date.
    pub(super) fn go(&mut self, argument: &str) -> Response {
        let number = argument.parse().ok().filter(|&number| self.has_entry(number) || number < 100);
        if let Some(number) = number {
            return self.go_to_entry(number);
        }
        let locale = self.locale();
        let date = match axis::read_date(argument) {
            Ok(date) => date.placed(self.app.timeline().zone(), self.app.timeline().base()),
            Err(error) => {
                return Response::failed(reader::not_a_date(locale, argument, &quoted(&error.told(locale), locale)));
            }
        };
        let mut moments = date.bounds().finite();
        let Some(first) = moments.next() else {
            return Response::failed(reader::not_a_date(locale, argument, reader::both_ends(locale)));
        };
        let last = moments.last().unwrap_or(first).max(first);
        let shown = self.shown();
        match self.app.nearest_among(&shown, first, last) {
            Some(ix) => self.go_to_event(ix),
            None => self.nothing_shown(),
        }
    }

    /// Back to the event from which the last jump was made.
    pub(super) fn go_back(&mut self) -> Response {
        let shown = self.shown();
        match self.app.jump_back(&shown) {
            Ok(()) => Response::told(self.position()),
            Err(reason) => Response::refused(reason, self.locale()),
        }
    }

    /// Event, filter, time, and how much there is in all.
    pub(super) fn tell_where(&mut self) -> Response {
        let position = self.position();
        let surroundings = surroundings(&self.app);
        Response { told: vec![position, surroundings], ..Response::default() }
    }

    /// The shown events, from a number on.
    pub(super) fn list(&mut self, argument: &str) -> Response {
        let shown = self.shown();
        let from = match argument.parse::<usize>() {
            _ if argument.is_empty() => 0,
            Ok(number) if (1..=shown.len()).contains(&number) => number - 1,
            _ => {
                let number = argument.parse().unwrap_or(usize::MAX);
                return Response::failed(reader::no_such_event(self.locale(), number, shown.len()));
            }
        };
        let head = reader::events(self.locale(), shown.len());
        Response { from, ..Response::listed(head, Listing::Events(shown)) }
    }

    /// All of the selected event.
    pub(super) fn read_event(&mut self) -> Response {
        let count = self.shown().len();
        let Some((ix, place)) = self.selected() else { return self.nothing_shown() };
        Response::text(event_text::lines(&self.app, ix, (place, count)))
    }

    /// What the selected event follows from, and what follows from it.
    pub(super) fn tell_thread(&mut self) -> Response {
        let Some(ix) = self.app.selected() else { return self.nothing_shown() };
        let linked = event_text::linked(&self.app, ix);
        if linked.is_empty() {
            return Response::told(reader::no_thread(self.locale()));
        }
        Response::listed(event_lines::in_list(&self.app, ix), Listing::Linked(linked))
    }

    /// Goes to the event that follows; of several all are told.
    pub(super) fn follow(&mut self) -> Response {
        let Some(ix) = self.app.selected() else { return self.nothing_shown() };
        match *self.app.timeline().later_in_thread(ix) {
            [] => Response::refused(DisabledReason::NothingAfter, self.locale()),
            [only] => self.go_to_event(only),
            ref several => {
                let several = several.iter().map(|&ix| (Direction::Next, ix)).collect();
                Response::listed("", Listing::Linked(several))
            }
        }
    }
}

/// Filter and time, and how much there is in all.
pub(super) fn surroundings(app: &App) -> String {
    let locale = app.locale();
    let query = app.query();
    let filter = if query.has_chips() {
        reader::filter_is(locale, &query.to_string())
    } else {
        reader::no_filter(locale).to_owned()
    };
    let time = if app.window() == app.time().initial_window {
        reader::all_time(locale).to_owned()
    } else {
        reader::window_is(locale, &window(app.window(), locale))
    };
    sentences([filter, time, reader::of_timeline(locale, app.timeline().len())], locale)
}
