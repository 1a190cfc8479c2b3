//! The terms of the filter as a row of chips at the right of the last line. One that is switched off is struck through, and
//! says so; the chosen one has the sign of the cursor before it.

use std::ops::Range;

use ratatui::{
    layout::{Position, Rect},
    style::Modifier,
};

use super::{
    canvas::{Canvas, Skin},
    hints,
    message::draw_message,
};
use crate::{app::App, text};

/// Columns between two chips.
const GAP_COLUMNS: u16 = 2;

/// The chips that have room, each where it stands.
pub(super) struct ChipLine {
    chips: Vec<PlacedChip>,
    /// How many stand before and behind those, with where that is said.
    hidden: Vec<(u16, String)>,
}

/// A chip on the columns from one up to another.
struct PlacedChip {
    place: usize,
    from: u16,
    to: u16,
    words: String,
    is_off: bool,
}

impl ChipLine {
    /// Lays the chips out in a line of this width: half of it is theirs, and all of it while one of them is chosen.
    pub(super) fn new(app: &App, skin: &Skin, width: u16) -> Self {
        let chosen = app.chosen_chip();
        // A column is left at the right, and one for the sign of the cursor.
        let room = if chosen.is_some() { width.saturating_sub(GAP_COLUMNS) } else { width / 2 };
        let terms = app.query().all_terms();
        let words: Vec<String> =
            terms.map(|(term, is_off)| skin.glyphs.to_ascii(&term.text(is_off)).into_owned()).collect();
        let columns: Vec<u16> = words.iter().map(|words| text::columns(words)).collect();
        let shown = shown(&columns, chosen.unwrap_or(0), room);
        let (before, after) = (shown.start, columns.len().saturating_sub(shown.end));
        let mut line = Self { chips: Vec::new(), hidden: Vec::new() };
        let mut from = 0;
        if before > 0 {
            line.hidden.push((0, format!("{}{before}", skin.glyphs.earlier)));
            from = sign_columns(before);
        }
        let end = room.saturating_sub(sign_columns(after));
        let terms = app.query().all_terms().zip(words).enumerate();
        for (place, ((_, is_off), words)) in terms.skip(shown.start).take(shown.len()) {
            let to = from.saturating_add(text::columns(&words)).min(end);
            line.chips.push(PlacedChip { place, from, to, words, is_off });
            from = to.saturating_add(GAP_COLUMNS);
        }
        if after > 0 {
            line.hidden.push((from, format!("{after}{}", skin.glyphs.later)));
            from = from.saturating_add(sign_columns(after));
        }
        line.shift(width.saturating_sub(from.saturating_sub(GAP_COLUMNS) + 1));
        line
    }

    fn shift(&mut self, columns: u16) {
        self.hidden.iter_mut().for_each(|(from, _)| *from += columns);
        for chip in &mut self.chips {
            (chip.from, chip.to) = (chip.from + columns, chip.to + columns);
        }
    }

    /// The first column that it takes; `None` for an empty one.
    pub(super) fn start(&self) -> Option<u16> {
        let chip = self.chips.first().map(|chip| chip.from);
        chip.into_iter().chain(self.hidden.first().map(|(from, _)| *from)).min()
    }

    /// The place of the chip at a column.
    pub(super) fn at(&self, column: u16) -> Option<usize> {
        self.chips.iter().find(|chip| (chip.from..chip.to).contains(&column)).map(|chip| chip.place)
    }

    /// Draws it on the line that it was laid out for.
    pub(super) fn draw(&self, app: &App, canvas: &mut Canvas<'_>) {
        let (skin, area) = (canvas.skin, canvas.area);
        let theme = &skin.theme;
        for (from, words) in &self.hidden {
            canvas.text((0, *from), words, theme.dim);
        }
        for chip in &self.chips {
            let is_chosen = app.chosen_chip() == Some(chip.place);
            let style = if chip.is_off { theme.faint.add_modifier(Modifier::CROSSED_OUT) } else { theme.accent };
            let style = if is_chosen { theme.selected.patch(style) } else { style };
            if is_chosen {
                canvas.glyph((0, chip.from.saturating_sub(1)), skin.glyphs.cursor, theme.accent);
            }
            canvas.sub(Rect { width: chip.to, ..area }).text((0, chip.from), &chip.words, style);
        }
    }
}

/// The columns that the number of hidden chips takes, with the gap beside it.
fn sign_columns(hidden: usize) -> u16 {
    if hidden == 0 { 0 } else { text::columns(&hidden.to_string()) + 1 + GAP_COLUMNS }
}

/// As many chips as have room, from the first on, or from the first that leaves room for one of them.
fn shown(columns: &[u16], wanted: usize, room: u16) -> Range<usize> {
    if columns.is_empty() {
        return 0..0;
    }
    let end = |start: usize| {
        let mut used = sign_columns(start);
        let fits = |&(place, chip): &(usize, &u16)| {
            let end = used.saturating_add(*chip);
            used = end.saturating_add(GAP_COLUMNS);
            end.saturating_add(sign_columns(columns.len() - place - 1)) <= room
        };
        start + columns.iter().enumerate().skip(start).take_while(fits).count()
    };
    let start = (0..=wanted).find(|&start| end(start) > wanted).unwrap_or(wanted);
    // One that has no room whole is cut.
    start..end(start).max(start + 1)
}

/// What the keys do to the chosen chip, in the row above; or what is told.
pub(super) fn draw_above(app: &App, canvas: &mut Canvas<'_>) {
    let theme = &canvas.skin.theme;
    if let Some(told) = app.status_message() {
        draw_message(told, theme.warning, canvas);
    } else {
        let area = hint_row(canvas.area);
        hints::draw_alone(app, &mut canvas.sub(area).clear(theme.popup));
    }
}

/// The row in which hints stand while a chip is chosen.
pub(super) fn hint_row(room: Rect) -> Rect {
    Rect { y: room.bottom().saturating_sub(1), height: room.height.min(1), ..room }
}

/// The column of the row of hints at a place of the screen; `None` beside it.
pub(super) fn hint_column(app: &App, room: Rect, place: Position) -> Option<u16> {
    (app.status_message().is_none() && hint_row(room).contains(place)).then(|| place.x - room.x)
}
