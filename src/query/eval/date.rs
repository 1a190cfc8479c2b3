//! Which events lie in a time that is asked for.

use crate::{
    model::{Certainty, DateBounds, EventFlag, EventMeta, MomentRange, Timeline, Zone},
    query::{
        DatePredicate,
        parse::{DateScope, RangeEnd},
    },
};

/// How far clocks are from UTC at the most, in seconds: what has no zone may have been so much earlier or later.
const MAX_AHEAD: i64 = 14 * 3600;
const MAX_BEHIND: i64 = 12 * 3600;

impl RangeEnd {
    /// The same by the clock that a timeline is placed by.
    fn placed(self, zone: Zone) -> Self {
        if self.is_instant { Self { moment: zone.place(self.moment), ..self } } else { self }
    }
}

impl DatePredicate {
    /// Which events of a timeline lie in the time, or start there if that is asked.
    ///
    /// An instant is compared as such. A clock time without a zone is taken to be by the clock that the timeline is
    /// placed by; where the answer hangs on that, as it does between a clock time that is asked for and an event without
    /// a zone, it is *possible*. Days are days by the calendar of their source.
    pub(super) fn within<'a>(&'a self, timeline: &'a Timeline) -> impl Fn(&EventMeta) -> Certainty + 'a {
        let base = timeline.base();
        let (first, last) = (self.first.placed(base), self.last.placed(base));
        let hangs = |end: &RangeEnd| end.is_instant || (end.is_clock && timeline.has_instants());
        let ahead = base.offset(self.first.moment);
        let doubt = [first, last].map(|end| hangs(&end).then_some((ahead - MAX_AHEAD, ahead + MAX_BEHIND)));
        move |meta| self.holds(meta, [first, last], doubt)
    }

    fn holds(&self, meta: &EventMeta, [first, last]: [RangeEnd; 2], doubt: [Option<(i64, i64)>; 2]) -> Certainty {
        let doubt = if meta.is(EventFlag::Instant) { [None, None] } else { doubt };
        let DateBounds { start, end } = meta.bounds;
        // Each end of the time is compared with one end of the event.
        let (by_first, by_last) = if self.scope == DateScope::Start { (start, start) } else { (end, start) };
        let (by_first, by_last) = (widened(by_first, doubt[0]), widened(by_last, doubt[1]));
        let certainty = match self.scope {
            DateScope::Bare | DateScope::Date => {
                DateBounds { start: by_last, end: by_first }.touches(first.moment, last.moment)
            }
            DateScope::Start => DateBounds { start: by_first, end: by_last }.within(first.moment, last.moment),
        };
        match certainty {
            Certainty::Out => Certainty::Out,
            certainty => certainty.min(within_second(meta, first, last)),
        }
    }
}

/// Bounds of what may have been so much earlier or later.
fn widened(between: MomentRange, doubt: Option<(i64, i64)>) -> MomentRange {
    let Some((earlier, later)) = doubt else { return between };
    MomentRange { earliest: between.earliest.plus(earlier), latest: between.latest.plus(later) }
}

/// What the parts of a second say, where an event falls into the second at which the time begins or ends.
fn within_second(meta: &EventMeta, first: RangeEnd, last: RangeEnd) -> Certainty {
    let DateBounds { start, end } = meta.bounds;
    if start.earliest != start.latest || start != end {
        return Certainty::Certain;
    }
    let limit = |end: RangeEnd| end.nanos.filter(|_| end.moment == start.earliest);
    match (limit(first), limit(last), meta.nanos()) {
        (None, None, _) => Certainty::Certain,
        (_, _, None) => Certainty::Possible,
        (from, to, Some(nanos)) => {
            let is_in = from.is_none_or(|from| nanos >= from) && to.is_none_or(|to| nanos <= to);
            if is_in { Certainty::Certain } else { Certainty::Out }
        }
    }
}
