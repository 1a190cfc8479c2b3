//! What lies around the glyph of a mark: shaded columns where it may lie, a bar where a span is certain, signs of doubt.

use super::canvas::Skin;
use crate::{
    app::App,
    axis::{ColumnRange, EndKind, EventGeometry, Scale, Unit},
    model::{DAY, DateBounds, EventDate, EventIndex},
};

/// What stands in one column of a row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct LaneCell {
    /// Shown events whose glyph stands here.
    pub(super) count: u32,
    /// One of them: the selected one if it is among them.
    pub(super) event: Option<EventIndex>,
    /// The first rule of colour that keeps one of them.
    pub(super) rule: Option<usize>,
    /// What lies under the glyphs.
    pub(super) fill: Option<LaneFill>,
    /// Whether one of them is marked, or has something noted of it.
    pub(super) is_marked: bool,
    /// Whether a title lies here.
    pub(super) under_title: bool,
    /// Whether the glyph here belongs to marks without titles.
    pub(super) untitled: bool,
}

impl LaneCell {
    /// Puts one more event here, which is shown if it is the first or the selected one.
    pub(super) fn put(&mut self, app: &App, ix: EventIndex, is_selected: bool) {
        self.count += 1;
        self.is_marked |= app.document().annotation(ix).is_some();
        self.rule = [self.rule, app.color_rule_of(ix)].into_iter().flatten().min();
        if self.event.is_none() || is_selected {
            self.event = Some(ix);
        }
    }

    /// Whether there is nothing to draw.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0 && self.fill.is_none()
    }
}

/// What lies under the glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LaneFill {
    /// An event may lie here.
    Possible,
    /// A part of a span.
    Bar(&'static str),
    /// A doubt about the date of the mark on the left.
    Uncertainty(&'static str),
    /// An event that the filter leaves out.
    Dimmed,
    /// The border of a folded stretch.
    Folded,
}

/// How many columns stand for a start or an end of which nothing is known.
const UNKNOWN_END_COLUMNS: u16 = 2;

/// Lays the ground of one event. A day is no doubt as long as no hours are shown.
pub(super) fn paint(line: &mut [LaneCell], skin: &Skin, scale: &Scale, date: &EventDate, mark: &EventGeometry) {
    let by_the_hour = Unit::for_scale(scale) < Unit::Day;
    if by_the_hour || !is_a_day(date.bounds()) {
        let members = date.alternatives();
        if members.is_empty() {
            paint_mark(line, skin, mark);
        } else {
            for stretch in members.iter().filter_map(|member| scale.range(member.earliest, member.latest)) {
                fill(line, stretch, LaneFill::Possible);
            }
        }
    }
    let sign = if date.is_uncertain() {
        skin.glyphs.uncertain
    } else if date.is_approximate() {
        skin.glyphs.about
    } else {
        return;
    };
    if let Some(cell) = mark.glyph().and_then(|column| line.get_mut(usize::from(column) + 1)) {
        cell.fill = Some(LaneFill::Uncertainty(sign));
    }
}

/// Whether this is a day: as long as no hours are shown, no doubt is left to be shaded.
fn is_a_day(bounds: &DateBounds) -> bool {
    bounds.is_point() && bounds.start.latest.seconds().saturating_sub(bounds.start.earliest.seconds()) < DAY
}

fn fill(line: &mut [LaneCell], (first, last): ColumnRange, ground: LaneFill) {
    for cell in line.iter_mut().take(usize::from(last) + 1).skip(usize::from(first)) {
        cell.fill = Some(ground);
    }
}

fn paint_mark(line: &mut [LaneCell], skin: &Skin, mark: &EventGeometry) {
    let glyphs = &skin.glyphs;
    let mut lay = |stretch: ColumnRange, ground: LaneFill| fill(line, stretch, ground);
    match *mark {
        EventGeometry::Point { possible: (first, last), .. } if first == last => {}
        EventGeometry::Point { possible, .. } => lay(possible, LaneFill::Possible),
        EventGeometry::Span { glyph, possible: (first, last), certain, left, right } => {
            // Where it is certain, else where it begins: what is unknown is drawn from there, and only a little of it.
            let (from, to) = certain.or(glyph.map(|column| (column, column))).unwrap_or((first, last));
            match left {
                EndKind::Unknown => {
                    lay(
                        (first.max(from.saturating_sub(UNKNOWN_END_COLUMNS)), from),
                        LaneFill::Bar(glyphs.span_unknown),
                    );
                }
                _ => lay((first, from), LaneFill::Possible),
            }
            match right {
                EndKind::Unknown => {
                    lay((to, last.min(to.saturating_add(UNKNOWN_END_COLUMNS))), LaneFill::Bar(glyphs.span_unknown));
                }
                _ => lay((to, last), LaneFill::Possible),
            }
            if let Some(certain) = certain {
                lay(certain, LaneFill::Bar(glyphs.span));
            }
            match right {
                EndKind::Closed => lay((last, last), LaneFill::Bar(glyphs.span_end)),
                EndKind::Open => lay((last, last), LaneFill::Bar(glyphs.span_open)),
                EndKind::Unknown | EndKind::Clipped => {}
            }
        }
    }
}
