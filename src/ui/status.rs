//! The last line of the screen: the filter, what is told, and what the keys do now.

use ratatui::{
    layout::{Position, Rect},
    style::Style,
};

use super::{
    canvas::{Canvas, Skin},
    chips::ChipLine,
    hints::{self, Hint},
    overlay,
    progress::progress,
};
use crate::{
    app::{App, HitTarget, Overlay},
    input::{Action, FilterAction, PaneAction, ProgramAction},
    messages::status,
    text,
};

/// Columns between two parts of a line.
const GAP_COLUMNS: u16 = 3;
/// What is told of the events has so many columns at least.
const MIN_TEXT_COLUMNS: usize = 52;

/// What stands on the line: hints at the left, each where it always stands, and at the right what is told.
struct StatusLine {
    hints: Vec<Hint>,
    told: Option<StatusText>,
    chips: Option<ChipLine>,
}

/// What is told, and from which column on.
struct StatusText {
    from: u16,
    words: String,
    style: Style,
}

/// The last line: the query line, or what the keys do, with the filter, or with why the last key did nothing. The place of
/// the cursor comes back if words are being typed.
pub(super) fn draw_status(app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
    let (skin, area) = (canvas.skin, canvas.area);
    if area.is_empty() {
        return None;
    }
    let canvas = &mut draw_pending(app, canvas);
    if let Some(cursor) = overlay::draw_prompt(app, canvas) {
        return Some(cursor);
    }
    let line = lay_out(app, skin, canvas.area.width);
    hints::draw(&line.hints, app.locale(), canvas);
    if let Some(told) = line.told {
        canvas.text((0, told.from), &told.words, told.style);
    }
    if let Some(chips) = line.chips {
        chips.draw(app, canvas);
    }
    None
}

/// The keys to which others are to follow, at the right; gives the room that is left.
fn draw_pending<'a>(app: &App, canvas: &'a mut Canvas<'_>) -> Canvas<'a> {
    let words = pending(app);
    let columns = text::columns(&words);
    let (column, style) = (canvas.area.width.saturating_sub(columns), canvas.skin.theme.key);
    canvas.text((0, column), &words, style);
    canvas.without_right(columns)
}

/// The keys to which others are to follow, with blanks around them; empty if there are none.
fn pending(app: &App) -> String {
    app.pending_keys().map(|keys| format!("  {} ", text::sanitize(&keys.to_string()))).unwrap_or_default()
}

/// What stands at a column of the last line.
pub(super) fn hit(app: &App, skin: &Skin, area: Rect, x: u16) -> Option<HitTarget> {
    let column = x - area.x;
    let line = lay_out(app, skin, area.width.saturating_sub(text::columns(&pending(app))));
    let chip = line.chips.and_then(|chips| chips.at(column)).map(HitTarget::Chip);
    chip.or_else(|| hints::at(line.hints, column))
}

fn lay_out(app: &App, skin: &Skin, width: u16) -> StatusLine {
    let theme = &skin.theme;
    let right = width.saturating_sub(1);
    if app.chosen_chip().is_some() {
        // What the keys do stands in the row above.
        return StatusLine { hints: Vec::new(), told: None, chips: Some(ChipLine::new(app, skin, width)) };
    }
    if app.pending_keys().is_some() {
        return StatusLine { hints: hints::hints(app, right), told: None, chips: None };
    }
    if let Some(words) = status_parts(app) {
        let from = right.saturating_sub(text::columns(&words)).max(1);
        let hints = hints::hints(app, from.saturating_sub(GAP_COLUMNS));
        return StatusLine { hints, told: Some(StatusText { from, words, style: theme.warning }), chips: None };
    }
    let chips = ChipLine::new(app, skin, width);
    let has_chips = app.query().has_chips();
    let mut left = chips.start().map_or(right, |from| from.saturating_sub(GAP_COLUMNS));
    // Hints keep a third of the line, unless it is so short that there is no room for both.
    let columns = usize::from(left.saturating_sub(1));
    let columns = columns.min((columns * 2 / 3).max(MIN_TEXT_COLUMNS));
    let parts = [progress(app, skin, columns), across(app, skin, columns), around_origin(app, skin, columns)];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() && !has_chips && app.is_welcoming() {
        parts.push(welcome(app, columns));
    }
    let told = (!parts.is_empty()).then(|| {
        let words = parts.join(&" ".repeat(usize::from(GAP_COLUMNS)));
        let words = text::truncate(&words, columns, skin.glyphs.ellipsis).into_owned();
        let from = left.saturating_sub(text::columns(&words)).max(1);
        left = from.saturating_sub(GAP_COLUMNS);
        StatusText { from, words, style: theme.text }
    });
    StatusLine { hints: hints::hints(app, left), told, chips: Some(chips) }
}

/// What the program is, and three keys; the keys alone where there is no room for more.
fn welcome(app: &App, columns: usize) -> String {
    let keys = [ProgramAction::Help.into(), FilterAction::Search.into(), Action::from(PaneAction::Open)];
    let [help, search, read] = keys.map(|action| app.key_for(action));
    let locale = app.locale();
    let (what, keys) = (status::welcome(locale), status::welcome_keys(locale, &read, &search, &help));
    let whole = format!("{what}{keys}");
    if usize::from(text::columns(&whole)) <= columns { whole } else { keys }
}

/// Why the last key did nothing, or why Enter would do nothing in the help.
fn status_parts(app: &App) -> Option<String> {
    let refusal = || match app.overlays().last()? {
        Overlay::Palette(help) => help.current()?.refusal,
        _ => None,
    };
    app.status_message().map(str::to_owned).or_else(|| refusal().map(|refusal| refusal.text(app.locale()).to_owned()))
}

/// How much later the selected event was than the nearest one of the other side.
fn across(app: &App, skin: &Skin, columns: usize) -> Option<String> {
    let (other, delay) = app.counterpart()?;
    let event = app.timeline().event(other)?;
    let title = app.lang().pick(&event.title, event.title_ja.as_deref());
    let title = text::truncate(title, columns / 4 * 3, skin.glyphs.ellipsis);
    let delay = delay.describe(app.locale().into());
    Some(status::across(app.locale(), &delay, &title))
}

/// How many shown events lie on either side of the origin, in all and by area.
fn around_origin(app: &App, skin: &Skin, columns: usize) -> Option<String> {
    let origin = app.timeline().event(app.time().reference?)?;
    let around = &app.time().before_after;
    let locale = app.locale();
    let date = origin.date.long(locale.into());
    let (before, after) = around.all;
    let mut words = status::around(locale, &date, before, after);
    for (area, (before, after)) in &around.areas {
        let name = app.timeline().vocabularies.areas.label(*area, locale.into());
        let next = format!(" {} {name} {before} {} {after}", skin.glyphs.dot, skin.glyphs.later);
        if text::width(&words) + text::width(&next) > columns {
            break;
        }
        words.push_str(&next);
    }
    Some(words)
}
