//! From the size of the screen to named rectangles. The same layout tells the state how much is on screen and the
//! panes where to draw.

use ratatui::layout::Rect;

use super::{axis::AxisArea, overlay};
use crate::app::{App, Pane, View};

/// From so many columns list and detail stand side by side.
const MIN_SIDE_BY_SIDE_COLUMNS: u16 = 100;
/// From so many columns and rows the axis has lanes; below, a strip has to do.
const MEDIUM: (u16, u16) = (60, 16);
/// A line of prose is at most this wide.
const MAX_DETAIL_COLUMNS: u16 = 80;

/// Where everything is. A rectangle without area is not on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// The title line.
    pub title: Rect,
    /// The axis with its lanes, or one row of strip.
    pub axis: Rect,
    /// Columns at the left of the axis that hold names of lanes.
    pub axis_names: u16,
    /// Rows that all lanes of the axis may take together.
    pub max_lane_rows: u16,
    /// Whether the axis is a single strip.
    pub axis_is_overview: bool,
    /// The matrix.
    pub matrix: Rect,
    /// The line under the axis.
    pub rule: Rect,
    /// The line above the list: the two filters that are compared, or what the view counts.
    pub view_header: Rect,
    /// The list.
    pub list: Rect,
    /// The quotes.
    pub quotes: Rect,
    /// The line between list and detail.
    pub divider: Rect,
    /// The detail.
    pub detail: Rect,
    /// Filter, hints, query line.
    pub status: Rect,
    /// What an open menu may cover.
    pub overlay: Rect,
}

/// Rows of the axis besides its lanes: two for the ruler, one for the strip of the whole.
const AXIS_FRAME_ROWS: u16 = 3;

impl Layout {
    /// Lays out a screen.
    pub fn new(screen: Rect, app: &App) -> Self {
        let mut layout = Self::default();
        let mut rest = screen;
        // What is least needed goes first when rows run out.
        if screen.height >= 4 {
            layout.title = cut_top(&mut rest, 1);
        }
        if screen.height >= 3 {
            layout.status = cut_bottom(&mut rest, 1);
        }
        let roomy = screen.width >= MEDIUM.0 && screen.height >= MEDIUM.1;
        layout.axis_names = if roomy { names_width(app) } else { 0 };
        layout.axis_is_overview = !roomy;
        if app.view() == View::Matrix && !(app.is_expanded() && app.focus() == Pane::Detail) {
            layout.axis_is_overview = true;
            if screen.height >= 8 {
                layout.axis = cut_top(&mut rest, 1);
            }
            layout.overlay = rest;
            layout.matrix = rest;
            return layout;
        }
        if roomy && app.is_expanded() && app.focus() == Pane::Axis {
            layout.max_lane_rows = rest.height.saturating_sub(AXIS_FRAME_ROWS);
            layout.axis = rest;
            layout.overlay = rest;
            return layout;
        }
        if roomy && !app.is_expanded() {
            let rows = (0..app.lane_count()).map(|lane| app.time().title_layout.rows(lane));
            let rows = rows.fold(0_u16, u16::saturating_add).max(1);
            layout.max_lane_rows = (rest.height / 2).saturating_sub(AXIS_FRAME_ROWS + 1).max(1);
            layout.axis = cut_top(&mut rest, AXIS_FRAME_ROWS + rows.min(layout.max_lane_rows));
            layout.rule = cut_top(&mut rest, 1);
        } else if !roomy && screen.height >= 6 {
            layout.axis = cut_top(&mut rest, 1);
        } else if roomy {
            layout.rule = cut_top(&mut rest, 1);
        }
        layout.overlay = rest;
        let detail_alone = app.is_expanded() && app.focus() == Pane::Detail;
        let list_alone = app.is_expanded() && app.focus() != Pane::Detail;
        if app.view() == View::Threads && !detail_alone {
            let row = u16::from(rest.height > 6 && screen.width >= MIN_SIDE_BY_SIDE_COLUMNS);
            layout.view_header = cut_top(&mut rest, row);
        }
        if detail_alone {
            // The line of prose stands in the middle of a screen that has more room than it needs.
            let margin = rest.width.saturating_sub(MAX_DETAIL_COLUMNS + 4) / 2;
            layout.detail = Rect { x: rest.x + margin, width: rest.width - 2 * margin, ..rest };
        } else if app.view() == View::Quotes {
            let row = u16::from(rest.height > 3);
            layout.view_header = cut_top(&mut rest, row);
            layout.quotes = rest;
        } else if app.view() == View::Compare {
            let row = u16::from(rest.height > 3);
            layout.view_header = cut_top(&mut rest, row);
            layout.list = rest;
        } else if list_alone {
            layout.list = rest;
        } else if screen.width >= MIN_SIDE_BY_SIDE_COLUMNS {
            // The detail has its line of prose; what is more than that, and nearly half of what is less, is the list's.
            let share = if app.view() == View::Threads { 11 } else { 9 };
            let list = (rest.width * share / 20).max(rest.width.saturating_sub(MAX_DETAIL_COLUMNS + 3)).min(110);
            layout.list = cut_left(&mut rest, list);
            layout.divider = cut_left(&mut rest, 1);
            layout.detail = rest;
        } else if roomy {
            let list = (rest.height * 9 / 20).max(3);
            layout.list = cut_top(&mut rest, list);
            layout.divider = cut_top(&mut rest, 1);
            layout.detail = rest;
        } else if app.focus() == Pane::Detail {
            layout.detail = rest;
        } else {
            layout.list = rest;
        }
        layout
    }

    /// The columns of text in the detail.
    pub fn detail_columns(&self) -> u16 {
        self.detail.width.saturating_sub(2).min(MAX_DETAIL_COLUMNS)
    }

    /// Where the axis has room for its lanes.
    pub(super) const fn axis_area(&self) -> AxisArea {
        AxisArea { area: self.axis, names: self.axis_names }
    }

    /// The columns of the axis, without the names of lanes.
    pub fn axis_columns(&self) -> u16 {
        self.axis.width.saturating_sub(self.axis_names)
    }

    /// How many rows an open menu has for its entries.
    pub fn menu_rows(&self, app: &App) -> usize {
        let frame = app.overlays().last().map_or(1, overlay::frame_rows);
        usize::from(self.overlay.height.saturating_sub(frame).max(1))
    }
}

/// The columns that the names of lanes take, with a blank at each side.
fn names_width(app: &App) -> u16 {
    let lanes = app.timeline().vocabularies.lanes.iter();
    let widest = lanes.map(|(_, lane)| crate::text::width(app.lang().pick(&lane.name, lane.name_ja.as_deref()))).max();
    u16::try_from(widest.unwrap_or(0)).unwrap_or(u16::MAX).clamp(7, 16) + 2
}

fn cut_top(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    let cut = Rect { height: rows, ..*rest };
    rest.y += rows;
    rest.height -= rows;
    cut
}

fn cut_bottom(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    rest.height -= rows;
    Rect { y: rest.y + rest.height, height: rows, ..*rest }
}

fn cut_left(rest: &mut Rect, columns: u16) -> Rect {
    let columns = columns.min(rest.width);
    let cut = Rect { width: columns, ..*rest };
    rest.x += columns;
    rest.width -= columns;
    cut
}
