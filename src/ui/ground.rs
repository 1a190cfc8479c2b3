//! What lies around the glyph of a mark: shaded columns where it may lie, a bar where a span is certain, signs of doubt.

use super::canvas::Look;
use crate::{
    axis::{ColumnRange, EndKind, EventGeometry, Scale},
    model::{DAY, DateBounds, EventDate, EventIndex},
};

/// What stands in one column of a row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cell {
    /// Shown events whose glyph stands here.
    pub(super) count: u32,
    /// One of them: the selected one if it is among them.
    pub(super) event: Option<EventIndex>,
    /// What lies under the glyphs.
    pub(super) ground: Option<Ground>,
    /// Whether a title lies here.
    pub(super) is_covered: bool,
    /// Whether the glyph here belongs to marks without titles.
    pub(super) is_bare: bool,
}

impl Cell {
    /// Whether there is nothing to draw.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0 && self.ground.is_none()
    }
}

/// What lies under the glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// An event may lie here.
    Possible,
    /// A part of a span.
    Bar(&'static str),
    /// A doubt about the date of the mark on the left.
    Doubt(&'static str),
    /// An event that the filter leaves out.
    Dimmed,
    /// The border of a folded stretch.
    Folded,
}

/// How many columns stand for a start or an end of which nothing is known.
const UNKNOWN: u16 = 2;

/// Lays the ground of one event. A day is no doubt as long as no hours are shown.
pub(super) fn lay(
    line: &mut [Cell],
    look: &Look,
    scale: &Scale,
    date: &EventDate,
    mark: &EventGeometry,
    by_the_hour: bool,
) {
    if !is_a_day(date.bounds()) || by_the_hour {
        let members = date.members();
        if members.is_empty() {
            lay_mark(line, look, mark);
        } else {
            for stretch in members.iter().filter_map(|member| scale.range(member.earliest, member.latest)) {
                fill(line, stretch, Ground::Possible);
            }
        }
    }
    let sign = if date.is_uncertain() {
        look.glyphs.perhaps
    } else if date.is_approximate() {
        look.glyphs.about
    } else {
        return;
    };
    if let Some(cell) = mark.glyph().and_then(|column| line.get_mut(usize::from(column) + 1)) {
        cell.ground = Some(Ground::Doubt(sign));
    }
}

/// Whether this is a day: as long as no hours are shown, no doubt is left to be shaded.
fn is_a_day(bounds: &DateBounds) -> bool {
    bounds.is_point() && bounds.start.latest.seconds().saturating_sub(bounds.start.earliest.seconds()) < DAY
}

fn fill(line: &mut [Cell], (first, last): ColumnRange, ground: Ground) {
    for cell in line.iter_mut().take(usize::from(last) + 1).skip(usize::from(first)) {
        cell.ground = Some(ground);
    }
}

fn lay_mark(line: &mut [Cell], look: &Look, mark: &EventGeometry) {
    let glyphs = &look.glyphs;
    let mut lay = |stretch: ColumnRange, ground: Ground| fill(line, stretch, ground);
    match *mark {
        EventGeometry::Point { possible: (first, last), .. } if first == last => {}
        EventGeometry::Point { possible, .. } => lay(possible, Ground::Possible),
        EventGeometry::Span { glyph, possible: (first, last), certain, left, right } => {
            // Where it is certain, else where it begins: what is unknown is drawn from there, and only a little of it.
            let (from, to) = certain.or(glyph.map(|column| (column, column))).unwrap_or((first, last));
            match left {
                EndKind::Unknown => {
                    lay((first.max(from.saturating_sub(UNKNOWN)), from), Ground::Bar(glyphs.span_unknown))
                }
                _ => lay((first, from), Ground::Possible),
            }
            match right {
                EndKind::Unknown => lay((to, last.min(to.saturating_add(UNKNOWN))), Ground::Bar(glyphs.span_unknown)),
                _ => lay((to, last), Ground::Possible),
            }
            if let Some(certain) = certain {
                lay(certain, Ground::Bar(glyphs.span));
            }
            match right {
                EndKind::Closed => lay((last, last), Ground::Bar(glyphs.span_end)),
                EndKind::Open => lay((last, last), Ground::Bar(glyphs.span_open)),
                EndKind::Unknown | EndKind::Clipped => {}
            }
        }
    }
}
