//! What is open above the panes: the one place that knows how each overlay is drawn and pointed at.

use ratatui::{
    layout::{Position, Rect},
    text::Line,
};

use super::{canvas::Canvas, chips, hints, menu, page, palette, prompt::Prompt, query_line};
use crate::{
    app::{App, HitTarget, Overlay, PickKind},
    query::Field,
};

/// A menu of themes leaves at least half of the screen to what it changes.
const MIN_THEME_ROWS: u16 = 3;

/// The room that the topmost overlay may take of what overlays may cover.
pub(super) fn room(app: &App, area: Rect) -> Rect {
    match app.overlays().last() {
        Some(Overlay::Pick(menu)) if menu.offer == PickKind::Themes => {
            let height = (area.height / 2).max(MIN_THEME_ROWS).min(area.height);
            Rect { y: area.bottom() - height, height, ..area }
        }
        _ => area,
    }
}

/// Rows that an overlay takes besides those of its entries.
pub(super) const fn frame_rows(overlay: &Overlay) -> u16 {
    match overlay {
        Overlay::Palette(_) => 2,
        Overlay::Query(_)
        | Overlay::Chips(_)
        | Overlay::Date(_)
        | Overlay::Compare(_)
        | Overlay::Name(_)
        | Overlay::Annotation(_)
        | Overlay::Export(_)
        | Overlay::Facets(_)
        | Overlay::Values(_)
        | Overlay::Pick(_)
        | Overlay::Page { .. } => 1,
    }
}

/// The line in which an overlay is typed into, in place of the last line; gives the place of the cursor. `None` for one
/// that has no such line.
pub(super) fn draw_prompt(app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
    match app.overlays().last()? {
        Overlay::Query(prompt) => Some(query_line::draw(app, prompt, canvas)),
        Overlay::Date(_) | Overlay::Compare(_) | Overlay::Name(_) | Overlay::Annotation(_) | Overlay::Export(_) => {
            Prompt::open(app, canvas.skin).map(|prompt| prompt.draw(canvas))
        }
        Overlay::Chips(_)
        | Overlay::Facets(_)
        | Overlay::Values(_)
        | Overlay::Pick(_)
        | Overlay::Palette(_)
        | Overlay::Page { .. } => None,
    }
}

/// Draws the topmost overlay over the panes, `page` being the lines of an open page; gives the place of the cursor if words
/// are typed there.
pub(super) fn draw(app: &App, page: &[Line<'static>], canvas: &mut Canvas<'_>) -> Option<Position> {
    let overlay = app.overlays().last().filter(|_| !canvas.area.is_empty())?;
    match overlay {
        Overlay::Query(prompt) => query_line::draw_above(app, prompt, canvas),
        Overlay::Chips(_) => chips::draw_above(app, canvas),
        Overlay::Date(_) | Overlay::Compare(_) | Overlay::Name(_) | Overlay::Annotation(_) | Overlay::Export(_) => {
            Prompt::open(app, canvas.skin)?.draw_above(canvas);
        }
        Overlay::Facets(cursor) => menu::draw_facets(app, cursor.place, canvas),
        Overlay::Values(menu) => return menu::draw_values(app, menu, canvas),
        Overlay::Pick(menu) => menu::draw_pick(app, menu, canvas),
        Overlay::Palette(palette) => return Some(palette::draw(app, palette, canvas)),
        Overlay::Page { page: kind, top } => page::draw(app, *kind, *top, page, canvas),
    }
    None
}

/// What of the topmost overlay stands at a place of the screen.
pub(super) fn hit(app: &App, overlay: &Overlay, room: Rect, place: Position) -> HitTarget {
    if let Some(column) = chips::hint_column(app, room, place).filter(|_| matches!(overlay, Overlay::Chips(_))) {
        return hints::at_alone(app, room.width, column).unwrap_or(HitTarget::List);
    }
    let entry = match overlay {
        Overlay::Query(prompt) => query_line::hit(prompt, room, place),
        Overlay::Facets(cursor) => {
            let top = menu::facets_top(room, cursor.place);
            menu::hit(room, Field::FACETS.len(), top, place)
        }
        Overlay::Values(menu) => menu::hit(room, menu.items.len(), menu.cursor.top, place),
        Overlay::Pick(menu) => menu::hit_pick(room, menu, place),
        Overlay::Palette(palette) => palette::hit(palette, room, place),
        Overlay::Chips(_)
        | Overlay::Date(_)
        | Overlay::Compare(_)
        | Overlay::Name(_)
        | Overlay::Annotation(_)
        | Overlay::Export(_)
        | Overlay::Page { .. } => None,
    };
    match (entry, overlay) {
        (Some(entry), _) => HitTarget::MenuItem(entry),
        (None, Overlay::Chips(_) | Overlay::Values(_) | Overlay::Facets(_) | Overlay::Pick(_)) => {
            HitTarget::OutsidePopup
        }
        // What is being typed or read does not go away by a slip of the hand; the wheel scrolls it.
        (None, _) => HitTarget::List,
    }
}
