//! What stands where no event is shown.

use ratatui::text::Line;

use super::{canvas::Canvas, styled_text::StyledText};
use crate::{
    app::{App, Overlay, View},
    input::{Action, FilterAction, ViewAction},
    messages::{Locale, empty},
};

/// What the view asks of an event and none has that passes the filter; `None` if none passes it at all.
fn empty_reason(app: &App) -> Option<&'static str> {
    let locale = app.locale();
    match app.view() {
        _ if app.filter().excluded_by_view == 0 => None,
        View::Quotes if app.filter().passages.is_some() => Some(empty::has_matching_quote(locale)),
        View::Quotes => Some(empty::has_quotes(locale)),
        View::Threads => Some(empty::is_linked(locale)),
        View::Timeline | View::Matrix | View::Compare | View::Concordance => None,
    }
}

/// What of a file fills a view that is empty.
const fn filled_by(view: View, locale: Locale) -> &'static str {
    match view {
        View::Quotes => empty::quotes_are_tables(locale),
        View::Threads => empty::links_are_ids(locale),
        View::Timeline | View::Matrix | View::Compare | View::Concordance => "",
    }
}

/// Why no event is shown, and the way out.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let skin = canvas.skin;
    let (theme, locale) = (&skin.theme, app.locale());
    let key = |action: Action| app.key_for(action);
    let way_out = match app.overlays().last() {
        Some(Overlay::Query(_) | Overlay::Date(_) | Overlay::Compare(_)) => {
            StyledText::new("Esc", theme.key).push(empty::brings_back(locale), theme.dim)
        }
        Some(Overlay::Values(_) | Overlay::Facets(_)) => StyledText::new(empty::take_back(locale), theme.dim),
        _ => StyledText::new(&key(FilterAction::DropTerm.into()), theme.key)
            .push(empty::drops_last(locale), theme.dim)
            .push(&key(FilterAction::DropAll.into()), theme.key)
            .push(empty::drops_all(locale), theme.dim),
    };
    let query = StyledText::new(&app.query().to_string(), theme.accent);
    let lines = match (empty_reason(app), app.query().is_empty()) {
        (None, true) if app.document().is_reading() => vec![StyledText::new(empty::no_event_yet(locale), theme.dim)],
        (None, true) => vec![StyledText::new(empty::no_events(locale), theme.dim)],
        (None, false) => {
            let why = app.filter().explanation.as_ref().filter(|_| app.overlays().is_empty());
            let why = why.map(|why| StyledText::new(&why.told(locale), theme.text));
            let head = [StyledText::new(empty::none_passes(locale), theme.text), query, StyledText::default()];
            head.into_iter().chain(why).chain([way_out]).collect()
        }
        (Some(lack), true) => {
            let way_out =
                StyledText::new(&key(ViewAction::Timeline.into()), theme.key).push(empty::shows_all(locale), theme.dim);
            vec![
                StyledText::new(&empty::none_of_timeline(locale, lack), theme.text),
                StyledText::new(filled_by(app.view(), locale), theme.dim),
                StyledText::default(),
                way_out,
            ]
        }
        (Some(lack), false) => {
            let lack = StyledText::new(&empty::none_of_filter(locale, lack), theme.text);
            let others = app.filter().passages.as_ref().map_or(0, |passages| passages.others);
            let shows_others = StyledText::new(&key(ViewAction::OtherQuotes.into()), theme.key)
                .push(&empty::shows_others(locale, others), theme.dim);
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
