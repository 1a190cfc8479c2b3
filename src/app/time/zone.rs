//! The zone in which clock times are told: chosen once, by a key, or left to the timeline.

use std::sync::Arc;

use crate::app::App;
use crate::{
    axis::Window,
    messages::{notices, status},
    model::{Moment, Zone},
};

impl App {
    /// Tells clock times in the next zone: UTC, the local one, each as it was written; then in the one that was asked for
    /// at the start, if that is another.
    pub(in crate::app) fn next_zone(&mut self) {
        let usual = [Zone::UTC, Zone::Local, Zone::AsWritten];
        let others = self.time.first_zone.filter(|zone| !usual.contains(zone));
        let zones: Vec<Zone> = usual.into_iter().chain(others).collect();
        let place = zones.iter().position(|&zone| zone == self.doc.timeline.zone());
        let next = place.map_or(0, |place| (place + 1) % zones.len());
        if let Some(&zone) = zones.get(next) {
            self.tell_times_in(zone);
        }
    }

    /// Tells clock times in this zone from now on, and says so.
    pub fn tell_times_in(&mut self, zone: Zone) {
        self.time.zone = Some(zone);
        let old = Arc::clone(&self.doc.timeline);
        self.doc.show_in(Some(zone));
        self.follow_timeline(&old);
        let locale = self.locale();
        self.tell(match self.zone_name() {
            Some(name) => notices::clock(locale, &name),
            None => notices::clock_as_written(locale).to_owned(),
        });
    }

    /// Whether clock times are told as they were written, and by no one clock.
    pub fn shows_offsets(&self) -> bool {
        self.doc.timeline.zone() == Zone::AsWritten && self.doc.timeline.base() == Zone::UTC
    }

    /// The clock by which instants are told on screen: `UTC`, `UTC+9`, `UTC, as written`; `None` where no event is one.
    pub fn zone_name(&self) -> Option<String> {
        if !self.doc.timeline.has_instants() {
            return None;
        }
        let name = self.doc.timeline.base().name(self.time.window.start())?;
        Some(match self.doc.timeline.zone() {
            Zone::AsWritten => status::as_written(self.locale(), &name),
            Zone::Local => status::local(self.locale(), &name),
            Zone::Fixed(_) => name,
        })
    }
}

/// The window after the clock has been changed: it begins with the same instant.
pub(in crate::app) fn moved_window(window: Window, from: Zone, to: Zone) -> Window {
    let shift = |moment: Moment| to.offset(moment) - from.offset(moment);
    window.pan(shift(window.start()))
}
