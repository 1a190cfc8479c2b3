//! Two filters side by side: the events of both in one order of time, each under its own side.

use ratatui::{
    layout::Rect,
    text::{Line, Span},
};

use super::{
    canvas::Canvas,
    date_cell::{DateCell, DateColumns},
    event_style, list, no_events,
    styled_text::StyledText,
};
use crate::{
    app::{App, ListRow, Side},
    messages::status,
    model::EventIndex,
    query::Needles,
    text,
};

/// The line above both sides: the filter of each, and how many events it keeps.
pub(super) fn draw_heads(app: &App, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    for (side, half) in Side::BOTH.into_iter().zip(halves(area)) {
        let query = app.side_name(side);
        let count = app.comparison().events(side).len().to_string();
        let columns = text::columns(&count);
        let room = Rect { width: half.width.saturating_sub(columns + 3), ..half };
        let end = canvas.sub(room).text((0, 2), &query, skin.theme.accent);
        canvas.sub(half).text((0, 2 + end + 1), &count, skin.theme.dim);
    }
    if area.height > 1 {
        draw_areas(app, &mut canvas.row(1));
    }
}

/// In which areas the sides differ most: how many events each has of them.
fn draw_areas(app: &App, canvas: &mut Canvas<'_>) {
    let (theme, width) = (&canvas.skin.theme, canvas.area.width);
    let lang = app.locale().into();
    let mut column = 2;
    for (area, [left, right]) in &app.comparison().areas {
        let name = app.timeline().vocabularies.areas.iter().nth(*area).map(|(_, term)| term.label(lang));
        let name = name.unwrap_or_default();
        let counts = format!(" {left} : {right}");
        let columns = text::columns(&name) + text::columns(&counts);
        if column + columns >= width {
            break;
        }
        column += canvas.text((0, column), &name, theme.dim);
        column += canvas.text((0, column), &counts, theme.text) + 3;
    }
}

/// The rows of both sides.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    let rows = app.list_rows(usize::from(area.height));
    if rows.is_empty() {
        return no_events::draw(app, canvas);
    }
    let [left, right] = halves(area);
    let wall = Rect { x: left.right(), width: right.x.saturating_sub(left.right()).min(1), ..area };
    canvas.sub(wall).fill(skin.glyphs.divider, skin.theme.rule);
    let needles = app.query().needles();
    let dates = DateColumns::of_rows(app, &rows, left.width);
    for (y, row) in (0..area.height).zip(rows) {
        match row {
            ListRow::Year(year) => {
                let heading = list::year_heading(year, app.locale().into());
                canvas.sub(left).text((y, 1), &heading, skin.theme.heading);
            }
            ListRow::Hidden(count) => {
                let dot = skin.glyphs.dot;
                canvas.sub(left).text(
                    (y, 3),
                    &format!("{dot} {} {dot}", status::hidden(app.locale(), count)),
                    skin.theme.faint,
                );
            }
            ListRow::Rest(_) => {}
            ListRow::Event(ix) => {
                for (side, half) in Side::BOTH.into_iter().zip([left, right]) {
                    if app.comparison().has(side, ix) {
                        draw_event(
                            app,
                            ix,
                            dates,
                            &needles,
                            &mut canvas.sub(Rect { y: area.y + y, height: 1, ..half }),
                        );
                    }
                }
            }
        }
    }
}

fn draw_event(app: &App, ix: EventIndex, dates: DateColumns, needles: &Needles, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    let Some(event) = app.timeline().event(ix) else { return };
    let theme = &skin.theme;
    let selected = app.selected() == Some(ix);
    if selected {
        canvas.fill(" ", theme.selected);
        canvas.text((0, 0), skin.glyphs.cursor, theme.selected.patch(theme.accent));
    }
    list::draw_signs(app, ix, if selected { theme.selected } else { theme.text }, canvas);
    let date = DateCell::of(app, ix, &event, area.width).padded(dates);
    let kind = app.timeline().vocabularies.kinds.get(event.kind);
    let mut spans = vec![
        Span::styled(format!("{date} "), if selected { theme.text } else { theme.dim }),
        Span::styled(format!("{} ", skin.glyphs.mark(kind)), theme.lane(event.lane.index())),
    ];
    let title = app.lang().pick(&event.title, event.title_ja.as_deref());
    let style = if selected { theme.strong } else { theme.text };
    let style = style.patch(event_style::of_event(app, skin, ix, selected));
    let title = StyledText::new(title, style).highlight(needles, theme.matched);
    spans.extend(title.line().spans);
    let line = Line::from(spans).style(if selected { theme.selected } else { theme.text });
    canvas.line((0, 2), &line);
}

/// The two sides of an area, with a column for the line between them.
fn halves(area: Rect) -> [Rect; 2] {
    let left = area.width / 2;
    let right = (left + 1).min(area.width);
    [Rect { width: left, ..area }, Rect { x: area.x + right, width: area.width - right, ..area }]
}
