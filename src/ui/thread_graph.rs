//! The lines of threads beside the rows of the list.

use std::collections::HashSet;

use ratatui::{style::Style, text::Span};

use super::canvas::Skin;
use crate::{
    app::{App, EdgeStyle, GraphCell, GraphRow},
    model::{Event, EventIndex},
};

/// The most columns of lines beside any of these events.
pub(super) fn width(app: &App, events: impl Iterator<Item = EventIndex>) -> usize {
    events.filter_map(|ix| app.graph_row(ix)).map(|row| row.cells.len()).max().unwrap_or(0)
}

/// The lines beside an event in so many columns, with its mark on them; nothing where no threads are on screen.
pub(super) fn beside(
    app: &App,
    skin: &Skin,
    (ix, event): (EventIndex, &Event),
    chain: &HashSet<EventIndex>,
    width: usize,
) -> Vec<Span<'static>> {
    let Some(row) = app.graph_row(ix) else { return Vec::new() };
    let kind = app.timeline().vocabularies.kinds.get(event.kind);
    let theme = &skin.theme;
    let mut spans = Vec::with_capacity(width + 2);
    // Where there is no room for all lines, the event stands on the last column at least.
    let node = row.node.min(width.saturating_sub(1));
    for (place, cell) in row.cells.iter().take(width).enumerate() {
        if place == node {
            spans.push(Span::styled(skin.glyphs.mark(kind).to_owned(), theme.lane(event.lane.index())));
        } else {
            // What only goes across belongs to the event.
            let is_across = cell.up == EdgeStyle::None && cell.down == EdgeStyle::None;
            let of_chain = match cell.to {
                Some(to) if !is_across => app.is_line_of(chain, to, ix),
                _ => chain.contains(&ix),
            };
            spans.push(Span::styled(sign(skin, *cell), line_style(skin, of_chain)));
        }
    }
    spans.push(Span::raw(" ".repeat(width.saturating_sub(row.cells.len()))));
    end(skin, row, width, &mut spans);
    spans
}

/// Lines of the chain of the selected event stand out.
fn line_style(skin: &Skin, is_of_chain: bool) -> Style {
    if is_of_chain { skin.theme.accent.patch(skin.theme.strong) } else { skin.theme.faint }
}

/// The lines that pass between the rows above an event, as beside the heading of a year.
pub(super) fn above(
    app: &App,
    skin: &Skin,
    ix: EventIndex,
    chain: &HashSet<EventIndex>,
    width: usize,
) -> Vec<Span<'static>> {
    let Some(row) = app.graph_row(ix) else { return Vec::new() };
    let through = |cell: &GraphCell| GraphCell { up: cell.up, down: cell.up, to: cell.to, left: false, right: false };
    let of_chain = |cell: &GraphCell| cell.to.is_some_and(|to| app.is_line_of(chain, to, ix));
    let cells = row.cells.iter().take(width);
    let mut spans: Vec<Span<'static>> =
        cells.map(|cell| Span::styled(sign(skin, through(cell)), line_style(skin, of_chain(cell)))).collect();
    spans.push(Span::raw(" ".repeat(width.saturating_sub(row.cells.len()))));
    end(skin, row, width, &mut spans);
    spans
}

fn end(skin: &Skin, row: &GraphRow, width: usize, spans: &mut Vec<Span<'static>>) {
    spans.push(Span::styled(if row.is_cut || row.cells.len() > width { "+ " } else { " " }, skin.theme.dim));
}

fn sign(skin: &Skin, cell: GraphCell) -> &'static str {
    skin.glyphs.rails.get(index(cell)).copied().unwrap_or(" ")
}

/// The place of the sign of a cell in the table: by the ways that go up, down, left and right, and the last for a line
/// that passes what is not shown.
fn index(cell: GraphCell) -> usize {
    let is_dotted = cell.up == EdgeStyle::Dotted && cell.down == EdgeStyle::Dotted && !cell.left && !cell.right;
    if is_dotted {
        return 16;
    }
    let bit = |is: bool, value: usize| if is { value } else { 0 };
    bit(cell.up != EdgeStyle::None, 1) + bit(cell.down != EdgeStyle::None, 2) + bit(cell.left, 4) + bit(cell.right, 8)
}
