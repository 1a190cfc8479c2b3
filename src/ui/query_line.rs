//! The query line: what is typed, with what is wrong in it and what could come next above it.

use ratatui::{
    layout::{Position, Rect},
    style::Modifier,
    text::{Line, Span},
};

use super::{
    canvas::{Canvas, Skin},
    count::count,
    field::{column_of, draw_field},
    menu::more,
    message::{draw_error, draw_message},
};
use crate::{
    app::{App, QueryPrompt},
    input::{KeyContext, MenuAction},
    messages::prompts,
    text,
};

/// Where the text of the query line starts, in columns.
const EDITOR_COLUMN: u16 = 2;
/// Columns between the line and the count.
const GAP_COLUMNS: u16 = 3;
/// Columns that the line keeps at least.
const MIN_COLUMNS: u16 = 20;
/// The most rows of the offer; where nothing is typed yet, half of the room.
const MAX_COMPLETIONS: usize = 8;
/// Columns of an offered item besides its text, its label and its key: blanks, and the count.
const ITEM_COLUMNS: u16 = 10;
/// Columns of the offer at most.
const MAX_COMPLETION_COLUMNS: u16 = 48;

/// The line itself; gives the place of the cursor.
pub(super) fn draw(app: &App, prompt: &QueryPrompt, canvas: &mut Canvas<'_>) -> Position {
    let (skin, area) = (canvas.skin, canvas.area);
    let theme = &skin.theme;
    let (count, width) = beside(app, prompt, skin, area.width);
    let field = Rect { width, ..area };
    canvas.text((0, 1), "/", theme.key);
    let column = draw_field(&prompt.editor, EDITOR_COLUMN, &mut canvas.sub(field));
    if width < area.width {
        let style = if app.visible().is_empty() { theme.warning } else { theme.dim };
        canvas.text((0, width + GAP_COLUMNS - 1), &count, style);
    }
    // What is wrong stands out in the line too.
    if let Some(fault) = prompt.told() {
        let from = column_of(&prompt.editor, fault.span.start, width, EDITOR_COLUMN);
        let to = column_of(&prompt.editor, fault.span.end, width, EDITOR_COLUMN).max(from + 1);
        let place = Rect { x: area.x + from, width: (to - from).min(width.saturating_sub(from)), ..area };
        canvas.sub(place).set_style(theme.warning.add_modifier(Modifier::UNDERLINED));
    }
    Position::new(area.x + column, area.y)
}

/// The count, behind which of the terms is typed if it is one, and the columns that this leaves to the line: all of them
/// where there is no room for both.
fn beside(app: &App, prompt: &QueryPrompt, skin: &Skin, width: u16) -> (String, u16) {
    let term = prompt.chip.map(|place| (place + 1, prompt.before.query.chip_count()));
    let term = term.map_or_else(String::new, |(place, of)| {
        format!("{} {} ", prompts::term_of(app.locale(), place, of), skin.glyphs.dot)
    });
    let count = format!("{term}{}", count(app, skin));
    let columns = text::columns(&count);
    let has_room = width > columns.saturating_add(MIN_COLUMNS);
    (count, width.saturating_sub(if has_room { columns + GAP_COLUMNS } else { 0 }))
}

/// What is wrong, or what could come next, in the room above the line.
pub(super) fn draw_above(app: &App, prompt: &QueryPrompt, canvas: &mut Canvas<'_>) {
    let (skin, room) = (canvas.skin, canvas.area);
    let style = skin.theme.warning;
    if let Some(notice) = app.status_message() {
        draw_message(notice, style, canvas);
    } else if let Some(fault) = prompt.told() {
        let (_, width) = beside(app, prompt, skin, room.width);
        let at = column_of(&prompt.editor, fault.span.start, width, EDITOR_COLUMN);
        draw_error(&fault.told(app.locale()), style, at, canvas);
    } else if prompt.completion.items.is_empty() {
        let date = app.query().last_date().map(|date| date.describe(app.locale()));
        let told = [date, app.filter().explanation.as_ref().map(|why| why.told(app.locale()))];
        let told = told.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        if !told.is_empty() {
            draw_message(&told, skin.theme.dim, canvas);
        }
    } else {
        draw_completion(app, prompt, canvas);
    }
}

/// The place of the offered item at a place of the screen; `None` beside them.
pub(super) fn hit(prompt: &QueryPrompt, room: Rect, place: Position) -> Option<usize> {
    let (first, rows) = shown_completions(prompt, room);
    let top = room.bottom().saturating_sub(u16::try_from(rows).unwrap_or(u16::MAX));
    let row = usize::from(place.y.checked_sub(top)?);
    (room.contains(place) && row < rows).then_some(first + row)
}

/// The first of the offered items that have room, and how many those are. A row is left to say how many more there are.
fn shown_completions(prompt: &QueryPrompt, room: Rect) -> (usize, usize) {
    let items = prompt.completion.items.len();
    let height = usize::from(room.height);
    let most = if prompt.editor.text().is_empty() { MAX_COMPLETIONS.max(height / 2) } else { MAX_COMPLETIONS };
    let rows = items.min(most).min(height);
    let rows = if rows < items { rows.min(height.saturating_sub(1)).max(1) } else { rows };
    let rows = rows.min(height);
    (prompt.selected_completion.map_or(0, |chosen| (chosen + 1).saturating_sub(rows)), rows)
}

/// What stands above the offer: how much more there is of it, and above that why all or nothing is kept.
fn draw_above_completion(app: &App, more: &str, offer: Rect, canvas: &mut Canvas<'_>) {
    let (theme, room) = (&canvas.skin.theme, canvas.area);
    let above = offer.y.saturating_sub(room.y);
    let has_head = !more.is_empty() && above > 0;
    if has_head {
        let mut head = canvas.sub(Rect { y: offer.y - 1, height: 1, ..offer }).clear(theme.popup);
        head.text((0, offer.width.saturating_sub(text::columns(more) + 1)), more, theme.dim);
    }
    let height = above.saturating_sub(u16::from(has_head));
    if let Some(why) = app.filter().explanation.as_ref().filter(|_| height > 0) {
        draw_message(&why.told(app.locale()), theme.dim, &mut canvas.sub(Rect { height, ..room }));
    }
}

fn draw_completion(app: &App, prompt: &QueryPrompt, canvas: &mut Canvas<'_>) {
    let (skin, room) = (canvas.skin, canvas.area);
    let items = &prompt.completion.items;
    let (first, rows) = shown_completions(prompt, room);
    if rows == 0 {
        return;
    }
    let theme = &skin.theme;
    let visible = || items.iter().enumerate().skip(first).take(rows);
    let label = |text: &str, label: &str| {
        if label == text.trim_matches('"') || label == text { String::new() } else { label.to_owned() }
    };
    let texts = visible().map(|(_, item)| text::width(&item.text)).max().unwrap_or(0);
    let labels = visible().map(|(_, item)| text::width(&label(&item.text, &item.label))).max().unwrap_or(0);
    // The item that a key would take says so.
    let key = app.prefs().keymap.keys(KeyContext::Text, MenuAction::Complete.into());
    let key = key.first().map(ToString::to_string).unwrap_or_default();
    let key_columns = text::width(&key) + 1;
    let item_columns = usize::from(ITEM_COLUMNS) + key_columns;
    let needed = u16::try_from(texts + labels + 2 + item_columns).unwrap_or(u16::MAX);
    let width = needed.min(MAX_COMPLETION_COLUMNS.max(room.width / 2)).min(room.width);
    let (_, line) = beside(app, prompt, skin, room.width);
    let at = column_of(&prompt.editor, prompt.completion.replaces.start, line, EDITOR_COLUMN).saturating_sub(1);
    let height = u16::try_from(rows).unwrap_or(u16::MAX);
    let x = room.x + at.min(room.width.saturating_sub(width));
    let area = Rect { x, y: room.bottom().saturating_sub(height), width, height };
    let more = more(skin, first, items.len().saturating_sub(first + rows));
    draw_above_completion(app, &more, area, canvas);
    let mut offer = canvas.sub(area).clear(theme.popup);
    let area = offer.area;
    for (row, (place, item)) in (0..area.height).zip(visible()) {
        let is_chosen = prompt.selected_completion == Some(place);
        let count = item.count.map_or_else(String::new, |count| count.to_string());
        let texts = texts.min(usize::from(area.width).saturating_sub(item_columns));
        let label_room = usize::from(area.width).saturating_sub(texts + item_columns);
        let key = if place == prompt.selected_completion.unwrap_or(0) { key.as_str() } else { "" };
        let label = label(&item.text, &item.label);
        let label = text::truncate(&label, label_room, skin.glyphs.ellipsis);
        let cut = text::truncate(&item.text, texts, skin.glyphs.ellipsis);
        let line = Line::from(vec![
            Span::styled(text::pad(&cut, texts).into_owned(), theme.text),
            Span::raw("  "),
            Span::styled(text::pad(&label, label_room).into_owned(), theme.dim),
            Span::styled(format!("{count:>6} "), theme.dim),
            Span::styled(text::pad(key, key_columns).into_owned(), theme.key),
        ]);
        let line = if is_chosen {
            offer.row(row).fill(" ", theme.selected);
            line.style(theme.selected)
        } else {
            line
        };
        offer.line((row, 1), &line);
    }
}
