//! The last line of the screen: the filter, what is told, and what the keys do now.

use ratatui::{
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

use super::{
    canvas::{Canvas, Skin},
    overlay,
    progress::progress,
};
use crate::{
    app::{App, HitTarget, Overlay},
    input::{ACTIONS, Action, EventAction, FilterAction, PaneAction, ProgramAction},
    model::Lang,
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
    chips: Vec<Chip>,
}

/// What is told, and from which column on.
struct StatusText {
    from: u16,
    words: String,
    style: Style,
}

/// A term of the filter, on the columns from one up to another.
struct Chip {
    from: u16,
    to: u16,
    term: String,
}

/// The last line: the query line, or what the keys do, with the filter, or with why the last key did nothing. The place of
/// the cursor comes back if words are being typed.
pub(super) fn draw_status(app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
    let (skin, area) = (canvas.skin, canvas.area);
    if area.is_empty() {
        return None;
    }
    if let Some(cursor) = overlay::draw_prompt(app, canvas) {
        return Some(cursor);
    }
    let theme = &skin.theme;
    let line = lay_out(app, skin, area.width);
    for hint in line.hints {
        let words =
            Line::from(vec![Span::styled(hint.keys, theme.key), Span::styled(format!(" {}", hint.word), theme.dim)]);
        canvas.line((0, hint.from), &words);
    }
    if let Some(told) = line.told {
        canvas.text((0, told.from), &told.words, told.style);
    }
    for chip in line.chips {
        canvas.sub(Rect { width: chip.to, ..area }).text((0, chip.from), &chip.term, theme.accent);
    }
    None
}

/// What stands at a column of the last line.
pub(super) fn hit(app: &App, skin: &Skin, area: Rect, x: u16) -> Option<HitTarget> {
    let column = x - area.x;
    let line = lay_out(app, skin, area.width);
    if let Some(place) = line.chips.iter().position(|chip| (chip.from..chip.to).contains(&column)) {
        return Some(HitTarget::Chip(place));
    }
    let hint = line.hints.into_iter().find(|hint| (hint.from..hint.to).contains(&column));
    hint.map(|hint| HitTarget::Hint(hint.action))
}

fn lay_out(app: &App, skin: &Skin, width: u16) -> StatusLine {
    let theme = &skin.theme;
    let right = width.saturating_sub(1);
    if let Some(words) = status_parts(app) {
        let from = right.saturating_sub(text::columns(&words)).max(1);
        let hints = hints(app, from.saturating_sub(GAP_COLUMNS));
        return StatusLine { hints, told: Some(StatusText { from, words, style: theme.warning }), chips: Vec::new() };
    }
    let chips = chips(app, width);
    let mut left = chips.first().map_or(right, |chip| chip.from.saturating_sub(GAP_COLUMNS));
    // Hints keep a third of the line, unless it is so short that there is no room for both.
    let columns = usize::from(left.saturating_sub(1));
    let columns = columns.min((columns * 2 / 3).max(MIN_TEXT_COLUMNS));
    let parts = [progress(app, skin, columns), across(app, skin, columns), around_origin(app, skin, columns)];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() && chips.is_empty() && app.is_welcoming() {
        parts.push(welcome(app, columns));
    }
    let told = (!parts.is_empty()).then(|| {
        let words = parts.join(&" ".repeat(usize::from(GAP_COLUMNS)));
        let words = text::truncate(&words, columns, skin.glyphs.ellipsis).into_owned();
        let from = left.saturating_sub(text::columns(&words)).max(1);
        left = from.saturating_sub(GAP_COLUMNS);
        StatusText { from, words, style: theme.text }
    });
    StatusLine { hints: hints(app, left), told, chips }
}

/// What the program is, and three keys; the keys alone where there is no room for more.
fn welcome(app: &App, columns: usize) -> String {
    let keys = [ProgramAction::Help.into(), FilterAction::Search.into(), Action::from(PaneAction::Open)];
    let [help, search, read] = keys.map(|action| app.key_for(action));
    let (what, keys) = match app.lang() {
        Lang::Ja => ("年表を見るためのプログラムです。", format!("{read} 読む、{search} 検索、{help} ヘルプ")),
        _ => ("a timeline to explore: ", format!("{read} read, {search} search, {help} help")),
    };
    let whole = format!("{what}{keys}");
    if usize::from(text::columns(&whole)) <= columns { whole } else { keys }
}

/// Why the last key did nothing, or why Enter would do nothing in the help.
fn status_parts(app: &App) -> Option<String> {
    let refusal = || match app.overlays().last()? {
        Overlay::Palette(help) => app.palette_entries(help).get(help.cursor.place)?.refusal,
        _ => None,
    };
    app.status_message().map(str::to_owned).or_else(|| refusal().map(|refusal| refusal.to_string()))
}

/// The terms of the filter, at the right. They take half of the line at most.
fn chips(app: &App, width: u16) -> Vec<Chip> {
    let room = width / 2;
    let mut chips: Vec<Chip> = Vec::new();
    let mut from = 0;
    for term in &app.query().terms {
        if from >= room {
            break;
        }
        let term = term.to_string();
        let to = from.saturating_add(text::columns(&term)).min(room);
        chips.push(Chip { from, to, term });
        from = to + 2;
    }
    let shift = chips.last().map_or(0, |last| width.saturating_sub(last.to + 1));
    for chip in &mut chips {
        (chip.from, chip.to) = (chip.from + shift, chip.to + shift);
    }
    chips
}

/// What a key does, and where on the line that stands.
struct Hint {
    action: Action,
    keys: String,
    word: &'static str,
    /// Whether one of the keys does something.
    is_shown: bool,
    from: u16,
    to: u16,
}

/// How much later the selected event was than the nearest one of the other side.
fn across(app: &App, skin: &Skin, columns: usize) -> Option<String> {
    let (other, delay) = app.counterpart()?;
    let event = app.timeline().event(other)?;
    let title = app.lang().pick(&event.title, event.title_ja.as_deref());
    let title = text::truncate(title, columns / 4 * 3, skin.glyphs.ellipsis);
    Some(match app.lang() {
        Lang::Ja => format!("「{title}」の{}", delay.describe(Lang::Ja)),
        lang => format!("{} “{title}”", delay.describe(lang)),
    })
}

/// How many shown events lie on either side of the origin, in all and by area.
fn around_origin(app: &App, skin: &Skin, columns: usize) -> Option<String> {
    let origin = app.timeline().event(app.time().reference?)?;
    let around = &app.time().before_after;
    let date = origin.date.long(if app.lang() == Lang::Ja { Lang::Ja } else { Lang::En });
    let lang = if app.lang() == Lang::Ja { Lang::Ja } else { Lang::En };
    let (before, after) = around.all;
    let mut words = match lang {
        Lang::Ja => format!("@ {date}：前{before}件、後{after}件"),
        _ => format!("@ {date}: {before} before, {after} after"),
    };
    for (area, (before, after)) in &around.areas {
        let name = app.timeline().vocabularies.areas.label(*area, lang);
        let next = format!(" {} {name} {before} {} {after}", skin.glyphs.dot, skin.glyphs.later);
        if text::width(&words) + text::width(&next) > columns {
            break;
        }
        words.push_str(&next);
    }
    Some(words)
}

/// Whether the hint of an action is shown: it would do what that says. What comes first stays where it is even so, that the
/// others stand still.
fn is_hinted(app: &App, action: Action) -> bool {
    match action {
        Action::Events(EventAction::Next | EventAction::Previous) | Action::Panes(PaneAction::Open) => true,
        Action::Panes(PaneAction::FollowItem) => app.has_item_target(),
        action => app.availability(action).is_ok(),
    }
}

/// What the keys do now, the most useful first, as many as have room up to a column.
fn hints(app: &App, end: u16) -> Vec<Hint> {
    let layer = app.key_context();
    let mut found: Vec<(u8, Hint)> = Vec::new();
    for entry in ACTIONS {
        let Some((word, rank)) = entry.hint else { continue };
        let Some(key) = app.prefs().keymap.keys(layer, entry.action).into_iter().find(|key| !key.has_ctrl()) else {
            continue;
        };
        // Where an event is not beside the list, reading it is the next thing.
        let is_next = entry.action == PaneAction::Open.into() && !app.metrics().has_both;
        let rank = if is_next { 0 } else { rank };
        let is_hinted = || is_hinted(app, entry.action);
        if let Some((_, hint)) = found.iter_mut().find(|(_, hint)| hint.word == word) {
            hint.keys = format!("{} {key}", hint.keys);
            if !hint.is_shown && is_hinted() {
                (hint.action, hint.is_shown) = (entry.action, true);
            }
        } else {
            let keys = key.to_string();
            found.push((rank, Hint { action: entry.action, keys, word, is_shown: is_hinted(), from: 0, to: 0 }));
        }
    }
    found.retain(|(_, hint)| hint.is_shown);
    found.sort_by_key(|(rank, _)| *rank);
    let mut from = 1;
    let mut placed = Vec::with_capacity(found.len());
    for (_, mut hint) in found {
        let columns = text::columns(&hint.keys) + 1 + text::columns(hint.word);
        if from + columns > end {
            break;
        }
        (hint.from, hint.to) = (from, from + columns);
        from = hint.to + 2;
        placed.push(hint);
    }
    placed
}
