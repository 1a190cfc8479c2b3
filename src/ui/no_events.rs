//! What stands where no event is shown.

use ratatui::text::Line;

use super::{canvas::Canvas, styled_text::StyledText};
use crate::{
    app::{App, Overlay, View},
    input::{Action, FilterAction, ViewAction},
};

/// What the view asks of an event and none has that passes the filter; `None` if none passes it at all.
fn empty_reason(app: &App) -> Option<&'static str> {
    match app.view() {
        _ if app.filter().excluded_by_view == 0 => None,
        View::Quotes if app.filter().passages.is_some() => Some("has a quote that matches"),
        View::Quotes => Some("has quotes"),
        View::Threads => Some("is linked to another"),
        View::Timeline | View::Matrix | View::Compare | View::Concordance => None,
    }
}

/// What of a file fills a view that is empty.
const fn filled_by(view: View) -> &'static str {
    match view {
        View::Quotes => "A file gives an event quotes as tables `[[event.quote]]`.",
        View::Threads => "A file ties an event to those that it follows from by `follows = [\"id\"]`.",
        View::Timeline | View::Matrix | View::Compare | View::Concordance => "",
    }
}

/// Why no event is shown, and the way out.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let skin = canvas.skin;
    let theme = &skin.theme;
    let key = |action: Action| app.key_for(action);
    let way_out = match app.overlays().last() {
        Some(Overlay::Query(_) | Overlay::Date(_) | Overlay::Compare(_)) => {
            StyledText::new("Esc", theme.key).push(" brings back what was there before.", theme.dim)
        }
        Some(Overlay::Values(_) | Overlay::Facets(_)) => {
            StyledText::new("Choose the value again to take it back.", theme.dim)
        }
        _ => StyledText::new(&key(FilterAction::DropTerm.into()), theme.key)
            .push(" drops its last term, ", theme.dim)
            .push(&key(FilterAction::DropAll.into()), theme.key)
            .push(" all of it.", theme.dim),
    };
    let query = StyledText::new(&app.query().to_string(), theme.accent);
    let lines = match (empty_reason(app), app.query().is_empty()) {
        (None, true) if app.document().is_reading() => vec![StyledText::new("No event has come yet.", theme.dim)],
        (None, true) => vec![StyledText::new("This timeline has no events.", theme.dim)],
        (None, false) => {
            let why = app.filter().explanation.as_ref().filter(|_| app.overlays().is_empty());
            let why = why.map(|why| StyledText::new(&why.told(app.lang()), theme.text));
            let head = [StyledText::new("No event passes this filter:", theme.text), query, StyledText::default()];
            head.into_iter().chain(why).chain([way_out]).collect()
        }
        (Some(lack), true) => {
            let way_out =
                StyledText::new(&key(ViewAction::Timeline.into()), theme.key).push(" shows all of them.", theme.dim);
            vec![
                StyledText::new(&format!("No event of this timeline {lack}."), theme.text),
                StyledText::new(filled_by(app.view()), theme.dim),
                StyledText::default(),
                way_out,
            ]
        }
        (Some(lack), false) => {
            let lack = StyledText::new(&format!("No event that passes this filter {lack}:"), theme.text);
            let others = app.filter().passages.as_ref().map_or(0, |passages| passages.others);
            let shows_others = StyledText::new(&key(ViewAction::OtherQuotes.into()), theme.key)
                .push(&format!(" shows what else is quoted in these events ({others})."), theme.dim);
            let shows_others = (others > 0 && app.overlays().is_empty()).then_some(shows_others);
            [lack, query, StyledText::default()].into_iter().chain(shows_others).chain([way_out]).collect()
        }
    };
    draw_lines(&lines, canvas);
}

/// Draws what is said where there is nothing else to see.
pub(super) fn draw_lines(lines: &[StyledText], canvas: &mut Canvas<'_>) {
    let area = canvas.area;
    let columns = usize::from(area.width.saturating_sub(4));
    let lines = lines.iter().flat_map(|line| if line.is_empty() { vec![Vec::new()] } else { line.lines(columns) });
    let top = area.height / 4;
    for (y, line) in (top..area.height).zip(lines) {
        canvas.line((y, 2), &Line::from(line));
    }
}
