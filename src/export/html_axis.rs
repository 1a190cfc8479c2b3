//! The axis of a page: a row a lane, a mark an event, as SVG.

use std::{
    collections::{BTreeMap, HashSet},
    io::{self, Write},
};

use super::{escape::html, event_selection::EventSelection};
use crate::{
    messages::documents,
    model::{DateBounds, LaneId, Moment, year_name},
};

/// In units of the picture, which is scaled to the page.
const WIDTH: i64 = 1_000;
const LANE_HEIGHT: i64 = 26;
const AXIS_HEIGHT: i64 = 18;
/// Where the names of lanes end and time begins.
const LEFT: i64 = 120;
const RIGHT: i64 = 12;
const MARK_RADIUS: i64 = 4;
/// No more years than this are named.
const MAX_TICKS: i64 = 12;
/// How many years lie between two that are named.
const YEAR_STEPS: [i64; 13] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 100_000];

/// Writes the axis, unless nothing can be placed on it.
pub(super) fn write(selection: EventSelection<'_>, out: &mut dyn Write) -> io::Result<()> {
    let timeline = selection.timeline;
    let bounds = || selection.events.iter().filter_map(|&event| timeline.bounds(event));
    let finite = || bounds().flat_map(DateBounds::finite);
    let (Some(first), Some(last)) = (finite().min(), finite().max()) else { return Ok(()) };
    let scale = YearScale { first: first.clamped(), last: last.clamped().max(first.clamped().plus(1)) };
    let lanes = lanes(selection);
    let bottom = i64::try_from(lanes.len()).unwrap_or(i64::MAX / LANE_HEIGHT).saturating_mul(LANE_HEIGHT);
    let [from, to] = [first, last].map(|it| html(&year_name(it.year(), selection.one_lang())));
    let about = documents::on_axis(selection.locale(), selection.events.len(), &from, &to);
    writeln!(out, "<svg viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-label=\"{about}\">", bottom + AXIS_HEIGHT)?;
    for year in scale.years() {
        let Some(moment) = i32::try_from(year).ok().and_then(|year| Moment::day(year, 1, 1)) else { continue };
        let x = scale.x(moment);
        let name = i32::try_from(year).map_or_else(|_| year.to_string(), |it| year_name(it, selection.one_lang()));
        writeln!(
            out,
            "<line x1=\"{x}\" y1=\"0\" x2=\"{x}\" y2=\"{bottom}\"/><text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            bottom + AXIS_HEIGHT - 4,
            html(&name)
        )?;
    }
    for (lane, row) in &lanes {
        let name = timeline.vocabularies.lanes.label(*lane, selection.one_lang());
        let y = row * LANE_HEIGHT + LANE_HEIGHT / 2;
        writeln!(out, "<text x=\"0\" y=\"{}\">{}</text>", y + 4, html(&name))?;
    }
    // Two marks at one place look like one.
    let mut drawn = HashSet::new();
    for &event in selection.events {
        let (Some(bounds), Some(meta)) = (timeline.bounds(event), timeline.meta(event)) else { continue };
        let (Some(from), Some(row)) = (bounds.display_moment(), lanes.get(&meta.lane)) else { continue };
        let from_x = scale.x(from);
        let end = Some(bounds.end.latest).filter(|end| end.is_finite() && !bounds.is_point());
        let to_x = end.map_or(from_x, |end| scale.x(end));
        if drawn.insert((*row, from_x, to_x)) {
            writeln!(
                out,
                "<rect class=\"mark\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{MARK_RADIUS}\"/>",
                from_x - MARK_RADIUS,
                row * LANE_HEIGHT + LANE_HEIGHT / 2 - MARK_RADIUS,
                to_x - from_x + 2 * MARK_RADIUS,
                2 * MARK_RADIUS
            )?;
        }
    }
    out.write_all(b"</svg>\n")
}

/// The lanes that have events, each with its row from the top.
fn lanes(selection: EventSelection<'_>) -> BTreeMap<LaneId, i64> {
    let meta = selection.events.iter().filter_map(|&event| selection.timeline.meta(event));
    let lanes: BTreeMap<LaneId, i64> = meta.map(|meta| (meta.lane, 0)).collect();
    lanes.into_keys().zip(0..).collect()
}

/// Time over the width of the picture.
struct YearScale {
    first: Moment,
    last: Moment,
}

impl YearScale {
    fn x(&self, moment: Moment) -> i64 {
        let (first, last) = (i128::from(self.first.seconds()), i128::from(self.last.seconds()));
        let room = i128::from(WIDTH - LEFT - RIGHT);
        let x = (i128::from(moment.clamp(self.first, self.last).seconds()) - first) * room / (last - first).max(1);
        LEFT + i64::try_from(x).unwrap_or(0)
    }

    /// The years that are named.
    fn years(&self) -> impl Iterator<Item = i64> + use<> {
        let (first, last) = (i64::from(self.first.year()), i64::from(self.last.year()));
        let step = YEAR_STEPS.into_iter().find(|step| (last - first) / step < MAX_TICKS).unwrap_or(100_000);
        let start = first.div_euclid(step) * step;
        (0..=MAX_TICKS + 1).map(move |tick| start + tick * step).filter(move |year| (first..=last).contains(year))
    }
}
