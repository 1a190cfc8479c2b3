//! The four bounds of a date: when it started at the earliest and at the latest, and when it ended at the earliest and
//! at the latest. From them every question about uncertain dates is answered.

use super::{Moment, Zone};

/// One end of an event in time: some second from `earliest` to `latest`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MomentRange {
    /// The first second that is possible; [`Moment::DISTANT_PAST`] if there is none.
    pub earliest: Moment,
    /// The last second that is possible; [`Moment::DISTANT_FUTURE`] if there is none.
    pub latest: Moment,
}

impl MomentRange {
    /// The same so many seconds later.
    #[must_use]
    pub fn shifted(self, seconds: i64) -> Self {
        Self { earliest: self.earliest.plus(seconds), latest: self.latest.plus(seconds) }
    }
}

/// Whether an event lies in a window of time, from the least certain to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It does not.
    Out,
    /// It may: its date is not known that exactly.
    Possible,
    /// It does, whatever its exact date.
    Certain,
}

/// When an event started and when it ended, as far as is known. A point in time of which only the day, month or year
/// is known has the same two bounds at both ends: it lies somewhere in there, and does not last so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateBounds {
    /// When it started.
    pub start: MomentRange,
    /// When it ended.
    pub end: MomentRange,
}

impl DateBounds {
    /// A point in time somewhere from `earliest` to `latest`.
    pub const fn point(earliest: Moment, latest: Moment) -> Self {
        let between = MomentRange { earliest, latest };
        Self { start: between, end: between }
    }

    /// Bounds of instants as the clock of a zone shows them.
    #[must_use]
    pub fn placed(&self, zone: Zone) -> Self {
        let place = |it: MomentRange| MomentRange { earliest: zone.place(it.earliest), latest: zone.place(it.latest) };
        Self { start: place(self.start), end: place(self.end) }
    }

    /// Whether this is a point in time rather than a span: its start is its end.
    pub fn is_point(&self) -> bool {
        self.start == self.end
    }

    /// Where an event is drawn and where the selection stands: its earliest start, or its end if it has no finite
    /// start; `None` if nothing of it is finite.
    pub fn sort_key(&self) -> Option<Moment> {
        [self.start.earliest, self.start.latest, self.end.earliest, self.end.latest].into_iter().find(|m| m.is_finite())
    }

    /// Returns the moment at which it stands on the axis; `None` if nothing of it is finite.
    ///
    /// That is the middle of what is possible for a point, and the earliest start of a span.
    pub fn display_moment(&self) -> Option<Moment> {
        let (earliest, latest) = (self.start.earliest, self.start.latest);
        if self.is_point() && earliest.is_finite() && latest.is_finite() {
            let (first, last) = (earliest.clamped().seconds(), latest.clamped().seconds());
            return Some(Moment::from_seconds(first + (last - first) / 2));
        }
        self.sort_key()
    }

    /// The bounds that are real moments.
    pub fn finite(&self) -> impl Iterator<Item = Moment> + use<> {
        [self.start.earliest, self.start.latest, self.end.earliest, self.end.latest]
            .into_iter()
            .filter(|moment| moment.is_finite())
    }

    /// Whether it begins after another one has, for certain, and later by more than so many seconds of doubt.
    pub fn begins_after(&self, other: &Self, doubt: i64) -> bool {
        let (later, earlier) = (self.start.earliest, other.start.latest);
        later.is_finite() && earlier.is_finite() && later.seconds() > earlier.seconds().saturating_add(doubt)
    }

    /// Whether it touches the time from `from` to `to`, both included.
    pub fn touches(&self, from: Moment, to: Moment) -> Certainty {
        if self.start.latest <= to && self.end.earliest >= from {
            Certainty::Certain
        } else if self.start.earliest <= to && self.end.latest >= from {
            Certainty::Possible
        } else {
            Certainty::Out
        }
    }

    /// Whether all of it lies in the time from `from` to `to`, both included.
    pub fn within(&self, from: Moment, to: Moment) -> Certainty {
        if from <= self.start.earliest && self.end.latest <= to {
            Certainty::Certain
        } else if from <= self.start.latest && self.end.earliest <= to {
            Certainty::Possible
        } else {
            Certainty::Out
        }
    }
}
