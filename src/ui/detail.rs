//! The detail: everything that is known of one event, as lines that are wrapped once for a width.

use ratatui::text::Line;

use super::{
    canvas::{Canvas, Skin},
    text_builder::TextBuilder,
    wrapped_text::{WrapCache, WrappedText},
};
use crate::app::App;

/// The first lines of the selected event's detail, of at most so many columns: all of them, or at least as many as are
/// wanted. Long events are not wrapped for the sake of lines that nobody sees.
/// What is known of it from another document is not wrapped again.
pub(super) fn document(app: &App, skin: &Skin, columns: u16, wanted: usize, known: &WrappedText) -> WrappedText {
    written(app, skin, columns, wanted, WrapCache::of(known)).unwrap_or_default()
}

/// The lines of the whole detail in which words stand that were looked for.
pub(super) fn found_lines(app: &App, skin: &Skin, columns: u16) -> Vec<usize> {
    written(app, skin, columns, usize::MAX, WrapCache::default()).map_or_else(Vec::new, |document| document.found())
}

fn written(app: &App, skin: &Skin, columns: u16, wanted: usize, known: WrapCache<'_>) -> Option<WrappedText> {
    let event = app.selected_event().filter(|_| columns > 0)?;
    let columns = usize::from(columns);
    let current = app.detail_item();
    let mut writer = TextBuilder {
        app,
        skin,
        columns,
        wanted,
        needles: app.query().needles(),
        document: WrappedText::default(),
        known,
        current,
        awaited: current,
        item: None,
    };
    writer.event(&event);
    Some(writer.document)
}

/// Draws the part of the document that is on screen, and how far it is scrolled.
pub(super) fn draw(app: &App, document: &WrappedText, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    document.draw(app.detail().top, &mut canvas.without_right(1));
    draw_cursor(app, document, canvas);
    let matched = app.detail().match_line.and_then(|line| u16::try_from(line.checked_sub(app.detail().top)?).ok());
    if let Some(y) = matched.filter(|&y| y < area.height) {
        canvas.line((y, 0), &Line::styled(skin.glyphs.cursor, skin.theme.accent));
    }
    let rows = usize::from(area.height);
    let signs = [
        (app.detail().top > 0, 0, skin.glyphs.up),
        (app.detail().top + rows < document.len(), area.height.saturating_sub(1), skin.glyphs.down),
    ];
    for (_, y, sign) in signs.into_iter().filter(|(is_more, ..)| *is_more) {
        let line = Line::styled(sign, skin.theme.accent);
        canvas.line((y, area.width.saturating_sub(1)), &line);
    }
}

/// Marks the lines of the item under the cursor.
fn draw_cursor(app: &App, document: &WrappedText, canvas: &mut Canvas<'_>) {
    let (skin, top) = (canvas.skin, app.detail().top);
    let Some(current) = app.detail_item() else { return };
    let rows = (0..canvas.area.height).zip(top..);
    for lines in document.items().into_iter().filter(|lines| lines.item == current) {
        for (y, _) in rows.clone().filter(|(_, line)| lines.lines.contains(line)) {
            canvas.line((y, 0), &Line::styled(skin.glyphs.cursor, skin.theme.accent));
        }
    }
}
