//! How one event lies on the columns: where its glyph stands, which columns it may and which it must cover, and what
//! its ends are like. Geometry only; glyphs and colours are chosen by who draws it.

use super::Scale;
use crate::model::{DateBounds, EventDate, Moment, MomentRange};

/// The first and the last of some adjacent columns.
pub type ColumnRange = (u16, u16);

/// One event on the columns of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventGeometry {
    /// A point in time.
    Point {
        /// Where its glyph stands: in the middle of all the time that is possible; `None` if that is out of view.
        glyph: Option<u16>,
        /// The columns in view that it may lie in; the glyph's alone where no more than one column is possible.
        possible: ColumnRange,
    },
    /// A span of time.
    Span {
        /// Where its glyph stands: at its earliest start; `None` if that is out of view.
        glyph: Option<u16>,
        /// The columns in view that it covers at most.
        possible: ColumnRange,
        /// The columns in view that it covers in any case, within `possible`; what is left on either side is
        /// uncertain. `None` if there are none.
        certain: Option<ColumnRange>,
        /// What is at the left of `possible`.
        left: EndKind,
        /// What is at the right of `possible`.
        right: EndKind,
    },
}

/// What a span is like where its possible columns end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EndKind {
    /// It starts or ends here, at the outermost.
    Closed,
    /// It goes on without end.
    Open,
    /// It is not known how far it goes on.
    Unknown,
    /// It goes on outside the window.
    Clipped,
}

impl EventGeometry {
    /// The event of these bounds on this scale; `None` if nothing of it can lie in the window.
    pub fn of(date: &EventDate, scale: &Scale) -> Option<Self> {
        Some(match Self::of_bounds(date.bounds(), scale)? {
            Self::Point { possible, .. } if possible.0 < possible.1 => {
                Self::Point { glyph: date.display_moment().and_then(|moment| scale.column(moment)), possible }
            }
            mark => mark,
        })
    }

    /// The same for bounds alone.
    pub fn of_bounds(bounds: &DateBounds, scale: &Scale) -> Option<Self> {
        let possible = scale.range(bounds.start.earliest, bounds.end.latest)?;
        if bounds.is_point() {
            return Some(Self::point(bounds, scale, possible));
        }
        let from = if within_a_column(bounds.start, scale) { bounds.start.earliest } else { bounds.start.latest };
        let to = if within_a_column(bounds.end, scale) { bounds.end.latest } else { bounds.end.earliest };
        Some(Self::Span {
            glyph: bounds.display_moment().and_then(|moment| scale.column(moment)),
            possible,
            certain: scale.range(from, to),
            left: left_edge(bounds.start, scale),
            right: right_edge(bounds.end, scale),
        })
    }

    /// Where its glyph stands; `None` if that is out of view.
    pub const fn glyph(&self) -> Option<u16> {
        match *self {
            Self::Point { glyph, .. } | Self::Span { glyph, .. } => glyph,
        }
    }

    /// The columns in view that it may lie in.
    pub const fn possible(&self) -> ColumnRange {
        match *self {
            Self::Point { possible, .. } | Self::Span { possible, .. } => possible,
        }
    }

    fn point(bounds: &DateBounds, scale: &Scale, possible: ColumnRange) -> Self {
        let middle = bounds.display_moment();
        if within_a_column(bounds.start, scale) {
            let column = middle.map_or(possible.0, |moment| scale.clamped_column(moment));
            return Self::Point { glyph: Some(column), possible: (column, column) };
        }
        Self::Point { glyph: middle.and_then(|moment| scale.column(moment)), possible }
    }
}

/// Whether all that is possible is no longer than one column. It then counts as exact, else a day that falls on the
/// border of two columns would look uncertain at one place of the window and certain at the next.
fn within_a_column(between: MomentRange, scale: &Scale) -> bool {
    let seconds = i128::from(between.latest.seconds()) - i128::from(between.earliest.seconds()) + 1;
    seconds <= i128::from(scale.seconds_in(1))
}

fn left_edge(start: MomentRange, scale: &Scale) -> EndKind {
    let first = scale.window().start();
    if start.latest == Moment::DISTANT_PAST {
        EndKind::Open
    } else if start.earliest == Moment::DISTANT_PAST && start.latest >= first {
        EndKind::Unknown
    } else if start.earliest < first {
        EndKind::Clipped
    } else {
        EndKind::Closed
    }
}

fn right_edge(end: MomentRange, scale: &Scale) -> EndKind {
    let last = scale.window().last();
    if end.earliest == Moment::DISTANT_FUTURE {
        EndKind::Open
    } else if end.latest == Moment::DISTANT_FUTURE && end.earliest <= last {
        EndKind::Unknown
    } else if end.latest > last {
        EndKind::Clipped
    } else {
        EndKind::Closed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{axis::Window, model::DAY};

    fn day(day: u32) -> Moment {
        Moment::day(2022, 10, day).unwrap()
    }

    fn any_time(first: u32, last: u32) -> MomentRange {
        MomentRange { earliest: day(first), latest: day(last).plus(DAY - 1) }
    }

    /// 10 to 19 October, at so many columns a day.
    fn scale(columns_a_day: u16) -> Scale {
        Scale::new(Window::new(day(10), day(20).plus(-1)), 10 * columns_a_day)
    }

    fn point(first: u32, last: u32) -> DateBounds {
        let between = any_time(first, last);
        DateBounds::point(between.earliest, between.latest)
    }

    #[test]
    fn a_day_is_one_column_and_a_longer_doubt_is_shaded() {
        assert_eq!(
            EventGeometry::of_bounds(&point(12, 12), &scale(1)),
            Some(EventGeometry::Point { glyph: Some(2), possible: (2, 2) })
        );
        assert_eq!(
            EventGeometry::of_bounds(&point(12, 16), &scale(1)),
            Some(EventGeometry::Point { glyph: Some(4), possible: (2, 6) })
        );
        assert_eq!(
            EventGeometry::of_bounds(&point(12, 12), &scale(3)),
            Some(EventGeometry::Point { glyph: Some(7), possible: (6, 8) })
        );
        assert_eq!(
            EventGeometry::of_bounds(&point(1, 31), &scale(1)),
            Some(EventGeometry::Point { glyph: Some(6), possible: (0, 9) })
        );
        assert_eq!(
            EventGeometry::of_bounds(&point(1, 11), &scale(1)),
            Some(EventGeometry::Point { glyph: None, possible: (0, 1) })
        );
        assert_eq!(EventGeometry::of_bounds(&point(1, 9), &scale(1)), None);
    }

    #[test]
    fn a_day_across_two_narrow_columns_is_not_in_doubt() {
        let scale = Scale::new(scale(1).window(), 3);
        assert_eq!(scale.range(day(13), day(14).plus(-1)), Some((0, 1)));
        assert_eq!(
            EventGeometry::of_bounds(&point(13, 13), &scale),
            Some(EventGeometry::Point { glyph: Some(1), possible: (1, 1) })
        );
        let span = DateBounds { start: any_time(13, 13), end: any_time(16, 16) };
        let edge = EndKind::Closed;
        let expected =
            EventGeometry::Span { glyph: Some(0), possible: (0, 2), certain: Some((0, 2)), left: edge, right: edge };
        assert_eq!(EventGeometry::of_bounds(&span, &scale), Some(expected));
    }

    #[test]
    fn a_span_has_a_body_and_ends() {
        let span = DateBounds { start: any_time(11, 13), end: any_time(16, 16) };
        let expected = EventGeometry::Span {
            glyph: Some(1),
            possible: (1, 6),
            certain: Some((3, 6)),
            left: EndKind::Closed,
            right: EndKind::Closed,
        };
        assert_eq!(EventGeometry::of_bounds(&span, &scale(1)), Some(expected));
    }

    #[test]
    fn ends_that_are_open_unknown_or_out_of_view_differ() {
        let future = Moment::DISTANT_FUTURE;
        let mark =
            |end: MomentRange| match EventGeometry::of_bounds(&DateBounds { start: any_time(5, 5), end }, &scale(1)) {
                Some(EventGeometry::Span { glyph: None, possible: (0, 9), certain, left: EndKind::Clipped, right }) => {
                    (certain, right)
                }
                other => panic!("{other:?}"),
            };
        assert_eq!(mark(MomentRange { earliest: future, latest: future }), (Some((0, 9)), EndKind::Open));
        assert_eq!(mark(MomentRange { earliest: day(13), latest: future }), (Some((0, 3)), EndKind::Unknown));
        assert_eq!(mark(MomentRange { earliest: day(5), latest: future }), (None, EndKind::Unknown));
        assert_eq!(mark(any_time(25, 25)), (Some((0, 9)), EndKind::Clipped));
    }
}
