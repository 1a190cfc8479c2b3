//! What stands beside the titles of the list: the parties, and the fields that are asked for.

use ratatui::style::Style;

use super::canvas::Canvas;
use crate::{
    app::{App, LIST_COLUMN_GAP},
    model::Event,
    text,
};

/// Columns of the parties at most.
const PARTIES_COLUMNS: usize = 8;

/// Draws what stands in the fields beside the title, in the first row at the right.
pub(super) fn draw_fields<'a>(app: &App, texts: impl Iterator<Item = &'a str>, canvas: &mut Canvas<'_>, style: Style) {
    let area = canvas.area;
    let mut column = area.width.saturating_sub(app.list_columns_width(area.width));
    for (field, said) in app.list_columns(area.width).iter().zip(texts) {
        column += LIST_COLUMN_GAP;
        let said = text::truncate(said, usize::from(field.width), canvas.skin.glyphs.ellipsis);
        canvas.text((0, column), &said, style);
        column += field.width;
    }
}

/// The parties in eight columns: as many as fit, and how many more there are.
pub(super) fn parties(app: &App, event: &Event) -> String {
    let parties = event.parties.iter().filter_map(|&party| app.timeline().vocabularies.parties.get(party));
    let names = parties.map(|party| app.lang().pick(&party.id, party.short_ja.as_deref()));
    // No more than so many can fit, each with a blank.
    let names: Vec<&str> = names.take(PARTIES_COLUMNS + 1).collect();
    let all = names.join(" ");
    if text::width(&all) <= PARTIES_COLUMNS && names.len() <= PARTIES_COLUMNS {
        return all;
    }
    for count in (1..names.len()).rev() {
        let some = names.iter().take(count).copied().collect::<Vec<_>>().join(" ");
        let some = format!("{some} +{}", event.parties.len() - count);
        if text::width(&some) <= PARTIES_COLUMNS {
            return some;
        }
    }
    text::truncate(&all, PARTIES_COLUMNS, "+").into_owned()
}
