//! What the keys do now, each in a word, as the last line of the screen says it.

use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use crate::{
    app::{App, HitTarget},
    input::{ACTIONS, Action, ActionInfo, EventAction, Key, KeySequence, PaneAction, ProgramAction},
    messages::{Locale, Phrase},
    text,
};

/// What a key does, and where on the line that stands.
pub(super) struct Hint {
    action: Action,
    keys: String,
    word: Phrase,
    /// Whether one of the keys does something.
    is_shown: bool,
    from: u16,
    to: u16,
}

impl Hint {
    /// A hint that has no place yet.
    fn new(action: Action, keys: &KeySequence, word: Phrase, is_shown: bool) -> Self {
        Self { action, keys: keys.to_string(), word, is_shown, from: 0, to: 0 }
    }
}

/// What the keys do, in a line that has nothing else.
pub(super) fn draw_alone(app: &App, canvas: &mut Canvas<'_>) {
    draw(&hints(app, canvas.area.width), app.locale(), canvas);
}

/// Draws hints where they stand.
pub(super) fn draw(hints: &[Hint], locale: Locale, canvas: &mut Canvas<'_>) {
    let theme = &canvas.skin.theme;
    for hint in hints {
        let words = Line::from(vec![
            Span::styled(&*hint.keys, theme.key),
            Span::styled(format!(" {}", hint.word.text(locale)), theme.dim),
        ]);
        canvas.line((0, hint.from), &words);
    }
}

/// The hint at a column of such a line.
pub(super) fn at_alone(app: &App, width: u16, column: u16) -> Option<HitTarget> {
    at(hints(app, width), column)
}

/// The one of these hints that stands at a column.
pub(super) fn at(hints: Vec<Hint>, column: u16) -> Option<HitTarget> {
    let hint = hints.into_iter().find(|hint| (hint.from..hint.to).contains(&column));
    hint.map(|hint| HitTarget::Hint(hint.action))
}

/// Whether the hint of an action is shown: it would do what that says. What comes first stays where it is while there is
/// anything to read, that the others stand still.
fn is_hinted(app: &App, action: Action) -> bool {
    match action {
        Action::Events(EventAction::Next | EventAction::Previous) => {
            app.availability(Action::Panes(PaneAction::Open)).is_ok()
        }
        Action::Panes(PaneAction::FollowItem) => app.has_item_target(),
        action => app.availability(action).is_ok(),
    }
}

/// What the keys do now, the most useful first, as many as have room up to a column.
///
/// Behind keys that mean nothing yet, what those do that may follow.
pub(super) fn hints(app: &App, end: u16) -> Vec<Hint> {
    let hints = app.pending_keys().map_or_else(|| ranked(app), |pending| continuations(app, pending));
    place(hints, app.locale(), end)
}

/// The hints of the keys that are possible, in the order of their ranks.
fn ranked(app: &App) -> Vec<Hint> {
    let layer = app.key_context();
    // Everybody knows it, and it is the same everywhere.
    let ctrl_c = KeySequence::from(Key::from('c').with_ctrl());
    let mut found: Vec<(u8, Hint)> = Vec::new();
    for entry in ACTIONS {
        let Some((word, rank)) = entry.hint else { continue };
        let mut keys = app.prefs().keymap.keys(layer, entry.action).into_iter();
        let Some(keys) = keys.find(|keys| *keys != ctrl_c) else { continue };
        let rank = match entry.action {
            // Where an event is not beside the list, reading it is the next thing,
            Action::Panes(PaneAction::Open) if !app.metrics().has_both => 0,
            // and once it is read, the way back.
            Action::Program(ProgramAction::Back) if !app.metrics().has_both && app.is_in_detail() => 1,
            _ => rank,
        };
        let is_hinted = || is_hinted(app, entry.action);
        if let Some((_, hint)) = found.iter_mut().find(|(_, hint)| hint.word == word) {
            hint.keys = format!("{} {keys}", hint.keys);
            if !hint.is_shown && is_hinted() {
                (hint.action, hint.is_shown) = (entry.action, true);
            }
        } else {
            found.push((rank, Hint::new(entry.action, &keys, word, is_hinted())));
        }
    }
    found.retain(|(_, hint)| hint.is_shown);
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, hint)| hint).collect()
}

/// What follows behind these keys, the shortest words first, so that there is room for many.
fn continuations(app: &App, pending: &KeySequence) -> Vec<Hint> {
    let hint = |entry: &ActionInfo| {
        let keys = app.prefs().keymap.keys(app.key_context(), entry.action);
        let left = keys.iter().find_map(|keys| keys.after(pending))?;
        Some(Hint::new(entry.action, &left, entry.help, true))
    };
    let mut hints: Vec<Hint> = ACTIONS.iter().filter_map(hint).collect();
    hints.sort_by_key(|hint| text::columns(hint.word.text(app.locale())));
    hints
}

/// Places hints one behind the other, as many as have room up to a column.
fn place(hints: Vec<Hint>, locale: Locale, end: u16) -> Vec<Hint> {
    let mut from = 1;
    let mut placed = Vec::with_capacity(hints.len());
    for mut hint in hints {
        let columns = text::columns(&hint.keys) + 1 + text::columns(hint.word.text(locale));
        if from + columns > end {
            break;
        }
        (hint.from, hint.to) = (from, from + columns);
        from = hint.to + 2;
        placed.push(hint);
    }
    placed
}
