//! Two filters side by side: the events of both in one order of time, each under its own side.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use super::{
    draw::{Skin, draw_line, draw_text, fill},
    list,
    styled_text::StyledText,
};
use crate::{
    app::{App, ListRow, Side},
    model::EventIndex,
    query::Needles,
    text,
};

/// The line above both sides: the filter of each, and how many events it keeps.
pub(super) fn draw_heads(app: &App, skin: &Skin, area: Rect, buf: &mut Buffer) {
    for (side, half) in Side::BOTH.into_iter().zip(halves(area)) {
        let query = app.comparison().query(side).to_string();
        let count = app.comparison().events(side).len().to_string();
        let columns = u16::try_from(text::width(&count)).unwrap_or(u16::MAX);
        let room = Rect { width: half.width.saturating_sub(columns + 3), ..half };
        let end = draw_text(buf, room, (0, 2), &query, skin.theme.accent, skin);
        draw_text(buf, half, (0, 2 + end + 1), &count, skin.theme.dim, skin);
    }
}

/// The rows of both sides.
pub(super) fn draw(app: &App, skin: &Skin, area: Rect, buf: &mut Buffer) {
    let rows = app.list_rows(usize::from(area.height));
    if rows.is_empty() {
        return list::draw_nothing(app, skin, area, buf);
    }
    let [left, right] = halves(area);
    let wall = Rect { x: left.right(), width: right.x.saturating_sub(left.right()).min(1), ..area };
    fill(buf, wall, skin.glyphs.divider, skin.theme.rule);
    let needles = app.query().needles();
    let dates = list::date_columns(app, &rows, left.width);
    for (y, row) in (0..area.height).zip(rows) {
        match row {
            ListRow::Year(year) => {
                let heading = list::year_heading(year, app.lang());
                draw_text(buf, left, (y, 1), &heading, skin.theme.heading, skin);
            }
            ListRow::Hidden(count) => {
                let dot = skin.glyphs.dot;
                draw_text(buf, left, (y, 3), &format!("{dot} {count} hidden {dot}"), skin.theme.faint, skin);
            }
            ListRow::Event(ix) => {
                for (side, half) in Side::BOTH.into_iter().zip([left, right]) {
                    if app.comparison().has(side, ix) {
                        draw_event(app, skin, (ix, dates), &needles, Rect { y: area.y + y, height: 1, ..half }, buf);
                    }
                }
            }
        }
    }
}

fn draw_event(
    app: &App,
    skin: &Skin,
    (ix, dates): (EventIndex, list::DateColumns),
    needles: &Needles,
    area: Rect,
    buf: &mut Buffer,
) {
    let Some(event) = app.timeline().event(ix) else { return };
    let theme = &skin.theme;
    let selected = app.selected() == Some(ix);
    if selected {
        fill(buf, area, " ", theme.selected);
        draw_text(buf, area, (0, 0), skin.glyphs.cursor, theme.selected.patch(theme.accent), skin);
    }
    let date = list::date_cell(app, ix, &event, area.width).padded(dates);
    let kind = app.timeline().vocabularies.kinds.get(event.kind);
    let mut spans = vec![
        Span::styled(format!("{date} "), if selected { theme.text } else { theme.dim }),
        Span::styled(format!("{} ", skin.glyphs.mark(kind)), theme.lane(event.lane.index())),
    ];
    let title = app.lang().pick(&event.title, event.title_ja.as_deref());
    let title =
        StyledText::new(title, if selected { theme.strong } else { theme.text }).highlight(needles, theme.matched);
    spans.extend(title.line().spans);
    let line = Line::from(spans).style(if selected { theme.selected } else { theme.text });
    draw_line(buf, area, 0, 2, &line, skin);
}

/// The two sides of an area, with a column for the line between them.
fn halves(area: Rect) -> [Rect; 2] {
    let left = area.width / 2;
    let right = (left + 1).min(area.width);
    [Rect { width: left, ..area }, Rect { x: area.x + right, width: area.width - right, ..area }]
}
