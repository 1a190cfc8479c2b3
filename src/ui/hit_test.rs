//! What stands at a place of the screen: the way back from cells to what was drawn there.

use ratatui::layout::{Position, Rect};

use super::{Layout, Skin, axis, lanes, matrix, overlay, status, title};
use crate::{
    app::{App, HitTarget, ListRow},
    axis::Scale,
};

/// What stands at this place; `None` for what answers to nothing.
pub(super) fn hit_test(app: &App, skin: &Skin, layout: &Layout, place: Position) -> Option<HitTarget> {
    if app.chosen_chip().is_some() && layout.status.contains(place) {
        return status::hit(app, skin, layout.status, place.x);
    }
    if let Some(overlay) = app.overlays().last() {
        return Some(overlay::hit(app, overlay, layout.overlay, place));
    }
    // A hand that draws a window on the strip may leave its row, and the strip may leave the hand.
    if app.time().is_brushed() && !layout.axis.is_empty() {
        return on_strip(app, layout, place.x);
    }
    if app.is_dragging_divider() || layout.divider.contains(place) {
        return Some(HitTarget::Divider(layout.list_share(place)));
    }
    if layout.status.contains(place) {
        return status::hit(app, skin, layout.status, place.x);
    }
    if layout.title.contains(place) {
        return title::tab_at(app, skin, layout.title, place.x).map(HitTarget::Tab);
    }
    if layout.matrix.contains(place) {
        return matrix::hit(app, layout.matrix, place.x, place.y).map(|(row, column)| HitTarget::Cell(row, column));
    }
    if layout.axis.contains(place) {
        return on_axis(app, skin, layout, place);
    }
    if layout.list.contains(place) {
        let row = usize::from(place.y - layout.list.y);
        let rows = app.list_rows(usize::from(layout.list.height));
        return Some(match rows.get(row) {
            Some(ListRow::Event(ix) | ListRow::Rest(ix)) => HitTarget::Row(*ix),
            _ => HitTarget::List,
        });
    }
    layout.detail.contains(place).then_some(HitTarget::Detail)
}

/// The moment of the strip at a column of the screen, or at the border that is nearest to it.
fn on_strip(app: &App, layout: &Layout, x: u16) -> Option<HitTarget> {
    let (first, columns) = if layout.axis_is_overview {
        (layout.axis.x, layout.axis.width)
    } else {
        (layout.axis.x + layout.axis_names, layout.axis_columns())
    };
    let column = x.saturating_sub(first).min(columns.saturating_sub(1));
    axis::overview_scale(app, columns).map(|scale| HitTarget::Overview(scale.middle(column)))
}

fn on_axis(app: &App, skin: &Skin, layout: &Layout, place: Position) -> Option<HitTarget> {
    let area = layout.axis;
    if layout.axis_is_overview {
        return on_strip(app, layout, place.x);
    }
    let columns = Rect { x: area.x + layout.axis_names, width: layout.axis_columns(), ..area };
    let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    if !columns.contains(place) {
        let scale = app.time().scale(columns.width);
        return rows
            .contains(place)
            .then(|| lanes::lane_at(app, skin, &scale, rows, place.y - rows.y))
            .map(HitTarget::Lane);
    }
    let column = place.x - columns.x;
    if place.y + 1 == area.bottom() {
        return on_strip(app, layout, place.x);
    }
    let scale: Scale = app.time().scale(columns.width);
    let moment = scale.middle(column);
    let mark = rows.contains(place).then(|| lanes::hit(app, skin, &scale, rows, (place.y - rows.y, column))).flatten();
    Some(mark.map_or(HitTarget::Axis(moment), |ix| HitTarget::Mark(ix, moment)))
}
