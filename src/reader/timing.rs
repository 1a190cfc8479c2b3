//! The time that is shown, and the zone of clock times.

use super::{
    mode::ReaderMode,
    response::Response,
    sentence::{quoted, sentence, sentences, window},
};
use crate::{
    axis::Window,
    messages::{DisabledReason, reader},
    model::{Certainty, EventIndex, Zone},
};

impl ReaderMode<'_> {
    /// Shows this time only; without any, says which it is.
    pub(super) fn show_time(&mut self, argument: &str) -> Response {
        let locale = self.locale();
        if argument.is_empty() {
            return self.tell_where();
        }
        match Window::read(argument, self.app.timeline().base()) {
            Ok(asked) => {
                self.app.show_window(asked);
                self.tell_time()
            }
            Err(error) => {
                let why = error
                    .map_or_else(|| reader::both_ends(locale).to_owned(), |error| quoted(&error.told(locale), locale));
                Response::failed(reader::not_a_date(locale, argument, &why))
            }
        }
    }

    /// Shows all time.
    pub(super) fn show_all_time(&mut self) -> Response {
        self.app.show_window(self.app.time().initial_window);
        self.tell_time()
    }

    /// Which time is shown, and where one is in it.
    fn tell_time(&mut self) -> Response {
        let locale = self.locale();
        let is_all = self.app.window() == self.app.time().initial_window;
        let time = if is_all {
            reader::all_time(locale).to_owned()
        } else {
            reader::window_is(locale, &window(self.app.window(), locale))
        };
        let shown = self.shown();
        let may_be_in = |ix: &&EventIndex| {
            let (first, last) = (self.app.window().start(), self.app.window().last());
            let bounds = self.app.timeline().bounds(**ix);
            bounds.is_some_and(|bounds| bounds.touches(first, last) == Certainty::Possible)
        };
        let possible = if is_all { 0 } else { shown.iter().filter(may_be_in).count() };
        let possible = (possible > 0).then(|| reader::possible(locale, possible));
        let head = sentences([time, reader::events(locale, shown.len())].into_iter().chain(possible), locale);
        let position = self.position();
        Response { told: vec![head, position], ..Response::default() }
    }

    /// Tells clock times in this zone.
    pub(super) fn tell_times_in(&mut self, argument: &str) -> Response {
        let locale = self.locale();
        if !self.app.timeline().has_instants() {
            return Response::refused(DisabledReason::NoInstants, locale);
        }
        if !argument.is_empty() {
            let Ok(zone) = argument.parse::<Zone>() else {
                return Response::failed(reader::not_a_zone(locale, argument));
            };
            self.app.tell_times_in(zone);
            self.app.settle_filter(self.app.window());
            self.forget_listing();
        }
        let name = self.app.zone_name().unwrap_or_default();
        let position = self.position();
        Response { told: vec![sentence(&reader::zone_is(locale, &name), locale), position], ..Response::default() }
    }
}
