//! The heads of the matrix: of what its columns stand for, and in the corner of what is counted, and how.

use ratatui::layout::Rect;

use super::{
    canvas::Canvas,
    matrix_geometry::{Geometry, SUM_COLUMNS, more, sum_place},
};
use crate::{
    app::{App, MatrixKey, MatrixMeasure, MatrixOrder},
    axis::Period,
    messages::views,
    text,
};

/// Behind a period of which the timeline has only a part.
pub(super) const PARTIAL: &str = "*";

/// What stands in the rows, in which order, and what the cells tell.
fn what(app: &App) -> String {
    let locale = app.locale();
    let matrix = app.matrix();
    let mut what = matrix.pivot.rows().label_of_many(locale).to_owned();
    let (found, listed) = (matrix.names.found(), matrix.names.values().len());
    if matrix.pivot.is_named() && found > listed {
        what = views::listed_of(locale, listed, found, &what);
    }
    let order = match matrix.order {
        MatrixOrder::Declared => "",
        MatrixOrder::Total => views::by_total(locale),
        MatrixOrder::Name => views::by_name(locale),
        MatrixOrder::Last => views::by_last(locale),
    };
    let measure = match matrix.measure {
        MatrixMeasure::Count => "",
        MatrixMeasure::ShareOfColumn => views::share_of_column(locale),
        MatrixMeasure::ShareOfAll => views::share_of_all(locale),
    };
    format!("{what}{order}{measure}")
}

/// A name of a column in two parts, one above the other; the second is that by which one is known.
fn head_name(app: &App, place: usize) -> (&str, &str) {
    let label = app.matrix().names.values().get(place).map_or("", |value| value.label.as_str());
    // What a body is called in short stands before its full name.
    let label = label.split(" – ").next().unwrap_or(label);
    let is_suffix = |word: &str| word.ends_with('.') || word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    match label.rsplit_once(' ') {
        Some((before, suffix)) if is_suffix(suffix) => before.rsplit_once(' ').unwrap_or(("", before)),
        parts => parts.unwrap_or(("", label)),
    }
}

/// Draws the heads of the columns, and in the corner what is counted.
pub(super) fn draw(app: &App, geometry: &Geometry, canvas: &mut Canvas<'_>) {
    let skin = canvas.skin;
    let (area, theme) = (geometry.area, &skin.theme);
    let lang = app.locale().into();
    let what = what(app);
    let names = Rect { width: geometry.names.saturating_sub(1), ..area };
    canvas.sub(names).text((1, 1), &what, theme.heading);
    let columns = app.matrix().table.columns.iter().skip(geometry.first.1);
    let unit = app
        .matrix()
        .table
        .columns
        .iter()
        .find_map(|head| if let MatrixKey::Period(period) = head { Some(period.unit) } else { None });
    if let Some(unit) = unit {
        let label = unit.label(app.locale());
        let signs = more(app, skin, geometry);
        if text::width(label) + text::width(&signs) + 2 <= usize::from(names.width) {
            canvas.sub(names).text((0, 1), label, theme.dim);
        }
    }
    // The name of a family stands where it begins, and gives way to the next.
    let mut family = String::new();
    let mut free = 0;
    for (x, head) in (0..geometry.count.1).zip(columns) {
        let cell = geometry.cell(0, x);
        let room = usize::from(geometry.cell.saturating_sub(1));
        let label = head_label(app, *head, room, skin.glyphs.ellipsis);
        // Names stand over the last digit of their numbers, as far as they are no wider.
        let blanks = room.saturating_sub(1).saturating_sub(text::width(&label));
        let label = format!("{}{label}", " ".repeat(blanks));
        let line = Rect { y: area.y + 1, width: geometry.cell.saturating_sub(1), ..cell };
        canvas.sub(line).text((0, 0), &label, theme.dim);
        if matches!(head, MatrixKey::Period(period) if app.is_partial(period)) {
            let end = line.x.saturating_add(text::columns(&label));
            let mark = Rect { x: end, y: line.y, width: 1, height: 1 }.intersection(area);
            canvas.sub(mark).text((0, 0), PARTIAL, theme.accent);
        }
        if let (MatrixKey::Term(place), true) = (head, app.matrix().pivot.is_paired()) {
            let (given, _) = head_name(app, *place);
            let given = text::truncate(given, room.saturating_sub(1), skin.glyphs.ellipsis);
            let blanks = room.saturating_sub(1).saturating_sub(text::width(&given));
            canvas.sub(Rect { y: area.y, ..line }).text((0, 0), &format!("{}{given}", " ".repeat(blanks)), theme.dim);
        }
        let next = if let MatrixKey::Period(period) = head { period.parent_label(lang) } else { String::new() };
        if next != family {
            family.clone_from(&next);
            let room = Rect { y: area.y, width: area.right().saturating_sub(cell.x), ..cell };
            if x >= free && text::width(&next) <= usize::from(room.width) {
                let taken = canvas.sub(room).text((0, 1), &next, theme.strong);
                free = x + (taken + 2).div_ceil(geometry.cell);
            }
        }
    }
    draw_sum_head(app, geometry, canvas);
}

/// The head of the sums of rows.
fn draw_sum_head(app: &App, geometry: &Geometry, canvas: &mut Canvas<'_>) {
    let sum = match app.matrix().measure {
        MatrixMeasure::Count => views::sum(app.locale()),
        _ => views::sum_share(app.locale()),
    };
    let sum = format!("{}{sum}", " ".repeat(usize::from(SUM_COLUMNS - 1).saturating_sub(text::width(sum))));
    let place = Rect { y: geometry.area.y + 1, ..sum_place(geometry, 0) };
    let style = canvas.skin.theme.dim;
    canvas.sub(place).text((0, 0), &sum, style);
}

fn head_label(app: &App, head: MatrixKey, room: usize, ellipsis: &str) -> String {
    let locale = app.locale();
    match head {
        MatrixKey::Period(period) => Period::label(&period, locale.into()),
        MatrixKey::Earlier => views::earlier(locale).to_owned(),
        MatrixKey::Later => views::later(locale).to_owned(),
        MatrixKey::Ambiguous => "?".to_owned(),
        MatrixKey::Unassigned => "-".to_owned(),
        MatrixKey::Term(place) if app.matrix().pivot.is_paired() => {
            let (_, name) = head_name(app, place);
            text::truncate(name, room.saturating_sub(1), ellipsis).into_owned()
        }
        MatrixKey::Term(place) => {
            let kind = app.timeline().vocabularies.kinds.iter().nth(place).map(|(_, term)| term);
            let name = kind.map(|kind| kind.label(locale.into()).into_owned()).unwrap_or_default();
            text::truncate(&name, room, ellipsis).into_owned()
        }
    }
}
