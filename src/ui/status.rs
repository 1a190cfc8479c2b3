//! The last line of the screen: the filter, what is told, and what the keys do now.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    canvas::{Canvas, Skin},
    overlay,
    progress::progress,
};
use crate::{
    app::{App, HitTarget, Overlay},
    input::{ACTIONS, Action, PaneAction},
    model::Lang,
    text,
};

/// Columns between two parts of a line.
const GAP_COLUMNS: u16 = 3;

/// The last line: the query line, or why the last key did nothing, or the filter with what the keys do. The place of
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
    let mut left = 1;
    let told = status_parts(app);
    if let Some(words) = &told {
        left += canvas.text((0, left), words, theme.warning) + GAP_COLUMNS;
    } else {
        for (from, to, term) in chips(app, area) {
            canvas.sub(Rect { width: to, ..area }).text((0, from), &term, theme.accent);
            left = to + 2;
        }
        left += u16::from(!app.query().is_empty());
    }
    if told.is_none() {
        let room = Rect { width: area.width.saturating_sub(1), ..area };
        let columns = usize::from(area.width.saturating_sub(left + 1));
        let told = [progress(app, skin, columns), across(app, skin, columns), around_origin(app, skin, columns)];
        for words in told.into_iter().flatten() {
            left += canvas.sub(room).text((0, left), &words, theme.text) + GAP_COLUMNS;
        }
    }
    for hint in hints(app, area, left) {
        let line =
            Line::from(vec![Span::styled(hint.keys, theme.key), Span::styled(format!(" {}", hint.word), theme.dim)]);
        canvas.line((0, hint.from), &line);
    }
    None
}

/// Why the last key did nothing, or why Enter would do nothing in the help.
fn status_parts(app: &App) -> Option<String> {
    let refusal = || match app.overlays().last()? {
        Overlay::Palette(help) => app.palette_entries(help).get(help.cursor.place)?.refusal,
        _ => None,
    };
    app.status_message().map(str::to_owned).or_else(|| refusal().map(|refusal| refusal.to_string()))
}

/// The terms of the filter with the columns that they stand on: from the first, up to the second. They take half of the
/// line at most.
fn chips(app: &App, area: Rect) -> Vec<(u16, u16, String)> {
    let border = area.width / 2;
    let mut from: u16 = 1;
    let mut chips = Vec::new();
    for term in &app.query().terms {
        let term = term.to_string();
        let to = from.saturating_add(text::columns(&term)).min(border);
        if from >= border {
            break;
        }
        chips.push((from, to, term));
        from = to + 2;
    }
    chips
}

/// What stands at a column of the last line.
pub(super) fn hit(app: &App, area: Rect, x: u16) -> Option<HitTarget> {
    let column = x - area.x;
    let chips = if app.status_message().is_none() { chips(app, area) } else { Vec::new() };
    if let Some(place) = chips.iter().position(|(from, to, _)| (*from..*to).contains(&column)) {
        return Some(HitTarget::Chip(place));
    }
    let left = chips.last().map_or(1, |(_, to, _)| to + 3);
    let hints = hints(app, area, left);
    let hint = hints.into_iter().find(|hint| (hint.from..hint.to).contains(&column));
    hint.map(|hint| HitTarget::Hint(hint.action))
}

/// What a key does, and where on the line that stands.
struct Hint {
    action: Action,
    keys: String,
    word: &'static str,
    from: u16,
    to: u16,
}

/// How much later the selected event was than the nearest one of the other side.
fn across(app: &App, skin: &Skin, columns: usize) -> Option<String> {
    let (other, delay) = app.counterpart()?;
    let event = app.timeline().event(other)?;
    let title = app.lang().pick(&event.title, event.title_ja.as_deref());
    let title = text::truncate(title, columns / 2, skin.glyphs.ellipsis);
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

/// Whether an action would do what its hint says.
fn is_hinted(app: &App, action: Action) -> bool {
    app.availability(action).is_ok() && (action != PaneAction::FollowItem.into() || app.has_item_target())
}

/// What the keys do now, the most useful first to stay, in the order of the table, at the right of the line.
fn hints(app: &App, area: Rect, left: u16) -> Vec<Hint> {
    let room = area.width.saturating_sub(left + 1);
    let layer = app.key_context();
    let mut hints: Vec<(u8, &'static str, Vec<String>, Action)> = Vec::new();
    for entry in ACTIONS {
        let Some((word, rank)) = entry.hint else { continue };
        let Some(key) = app.prefs().keymap.keys(layer, entry.action).into_iter().find(|key| !key.has_ctrl()) else {
            continue;
        };
        let known = hints.iter_mut().find(|(_, known, ..)| *known == word);
        match known {
            Some((_, _, keys, _)) => keys.push(key.to_string()),
            None if is_hinted(app, entry.action) => {
                hints.push((rank, word, vec![key.to_string()], entry.action));
            }
            None => {}
        }
    }
    let columns =
        |(_, word, keys, _): &(u8, &str, Vec<String>, Action)| text::columns(&keys.join(" ")) + 1 + text::columns(word);
    let needed = |hints: &[(u8, &'static str, Vec<String>, Action)]| {
        hints.iter().fold(0_u16, |sum, hint| sum.saturating_add(columns(hint) + 2)).saturating_sub(2)
    };
    while needed(&hints) > room {
        let Some(least) = hints.iter().map(|hint| hint.0).max() else { break };
        hints.retain(|hint| hint.0 != least);
    }
    let mut from = area.width.saturating_sub(needed(&hints) + 1).max(left);
    let mut placed = Vec::with_capacity(hints.len());
    for hint in hints {
        let to = from + columns(&hint);
        let (_, word, keys, action) = hint;
        placed.push(Hint { action, keys: keys.join(" "), word, from, to });
        from = to + 2;
    }
    placed
}
