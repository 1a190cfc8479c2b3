//! From the size of the screen to named rectangles. The same layout tells the state how much is on screen and the
//! panes where to draw.

use ratatui::layout::{Position, Rect};

use super::{axis::AxisArea, overlay};
use crate::{
    app::{App, Pane, View},
    model::Lang,
    text,
};

/// From so many columns list and detail stand side by side.
const MIN_SIDE_BY_SIDE_COLUMNS: u16 = 100;
/// From so many columns and rows there are two panes, one below the other.
const MEDIUM: (u16, u16) = (60, 16);
/// From so many rows the axis has lanes; below, a strip has to do.
const MIN_ROWS_WITH_LANES: u16 = 24;
/// A line of prose is at most this wide.
const MAX_DETAIL_COLUMNS: u16 = 80;
/// The part of the columns that the list has beside the detail, in thousandths.
const LIST_SHARE: u16 = 600;
/// The part of the rows that it has above the detail, in thousandths.
const LIST_SHARE_ABOVE: u16 = 450;
/// In a list of so many rows, long titles have two.
const MIN_WRAPPING_ROWS: u16 = 10;

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
    /// The lines of the concordance.
    pub concordance: Rect,
    /// List and detail with the line between them, where both are on screen.
    pub panes: Rect,
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
        let roomy = screen.width >= MEDIUM.0 && screen.height >= MIN_ROWS_WITH_LANES;
        layout.axis_names = if roomy { names_width(app) } else { 0 };
        layout.axis_is_overview = !roomy;
        let is_detail_alone = app.is_expanded() && app.focus() == Pane::Detail;
        if app.view() == View::Matrix && !is_detail_alone {
            layout.axis_is_overview = true;
            if screen.height >= 8 {
                layout.axis = cut_top(&mut rest, 1);
            }
            layout.overlay = rest;
            layout.matrix = rest;
        } else if app.view() == View::Concordance && !is_detail_alone {
            layout.axis_is_overview = true;
            if screen.height >= 8 {
                layout.axis = cut_top(&mut rest, 1);
            }
            layout.overlay = rest;
            let head = if rest.height > 6 { 2 } else { u16::from(rest.height > 3) };
            layout.view_header = cut_top(&mut rest, head);
            layout.concordance = rest;
        } else if roomy && app.is_expanded() && app.focus() == Pane::Axis {
            layout.overlay = rest;
            layout.rule = cut_bottom(&mut rest, 1);
            layout.max_lane_rows = rest.height.saturating_sub(AXIS_FRAME_ROWS);
            layout.axis = rest;
        } else {
            layout.cut_axis(screen, &mut rest, app);
            layout.overlay = rest;
            layout.cut_view_header(screen, &mut rest, app);
            layout.place_panes(screen, rest, app);
        }
        layout.overlay = overlay::room(app, layout.overlay);
        layout
    }

    /// The axis above everything else, with the line under it.
    fn cut_axis(&mut self, screen: Rect, rest: &mut Rect, app: &App) {
        if self.axis_is_overview {
            if screen.height >= 6 {
                self.axis = cut_top(rest, 1);
            }
            return;
        }
        if !app.is_expanded() {
            let rows = (0..app.lane_count()).map(|lane| app.time().title_layout.rows(lane));
            let rows = rows.fold(0_u16, u16::saturating_add).max(1);
            self.max_lane_rows = (screen.height / 3).saturating_sub(AXIS_FRAME_ROWS).max(1);
            self.axis = cut_top(rest, AXIS_FRAME_ROWS + rows.min(self.max_lane_rows));
        }
        self.rule = cut_top(rest, 1);
    }

    /// The line above the panes of the views that have one.
    fn cut_view_header(&mut self, screen: Rect, rest: &mut Rect, app: &App) {
        let is_detail_alone = app.is_expanded() && app.focus() == Pane::Detail;
        let has_header = !is_detail_alone
            && match app.view() {
                View::Threads => rest.height > 6 && screen.width >= MIN_SIDE_BY_SIDE_COLUMNS,
                View::Quotes | View::Compare => rest.height > 3,
                View::Timeline | View::Matrix | View::Concordance => false,
            };
        if has_header {
            // What the sides differ in has a line of its own.
            let rows = if app.view() == View::Compare && rest.height > 8 && screen.width >= MEDIUM.0 { 2 } else { 1 };
            self.view_header = cut_top(rest, rows);
        }
    }

    /// The list, the quotes and the detail: one of them alone, or two beside each other, or below each other.
    fn place_panes(&mut self, screen: Rect, mut rest: Rect, app: &App) {
        let is_detail_focused = app.focus() == Pane::Detail;
        if app.is_expanded() && is_detail_focused {
            // The line of prose stands in the middle of a screen that has more room than it needs.
            let margin = rest.width.saturating_sub(MAX_DETAIL_COLUMNS + 4) / 2;
            self.detail = Rect { x: rest.x + margin, width: rest.width - 2 * margin, ..rest };
        } else if app.view() == View::Quotes {
            self.quotes = rest;
        } else if app.view() == View::Compare || app.is_expanded() {
            self.list = rest;
        } else if screen.width >= MIN_SIDE_BY_SIDE_COLUMNS {
            // What the detail's line of prose has no use for is the list's as well.
            let list = app.prefs().list_share.beside.map_or_else(
                || part(rest.width, LIST_SHARE).max(rest.width.saturating_sub(MAX_DETAIL_COLUMNS + 3)).min(110),
                |share| part(rest.width, share),
            );
            self.panes = rest;
            self.list = cut_left(&mut rest, list);
            self.divider = cut_left(&mut rest, 1);
            self.detail = rest;
        } else if screen.width >= MEDIUM.0 && screen.height >= MEDIUM.1 {
            let share = app.prefs().list_share.above.unwrap_or(LIST_SHARE_ABOVE);
            let list = part(rest.height, share).clamp(3, rest.height.saturating_sub(4).max(3));
            self.panes = rest;
            self.list = cut_top(&mut rest, list);
            self.divider = cut_top(&mut rest, 1);
            self.detail = rest;
        } else if is_detail_focused {
            self.detail = rest;
        } else {
            self.list = rest;
        }
    }

    /// Whether list and detail stand side by side.
    pub(super) const fn is_beside(&self) -> bool {
        self.divider.width == 1
    }

    /// What the list would have of the room that it shares with the detail, in thousandths, with the border at this place.
    pub(super) fn list_share(&self, place: Position) -> u16 {
        let panes = self.panes;
        let (before, all) = if self.is_beside() {
            (place.x.saturating_sub(panes.x), panes.width)
        } else {
            (place.y.saturating_sub(panes.y), panes.height)
        };
        // Half a cell more, so that the same cell comes of it again.
        let share = (u32::from(before) * 1000 + 500) / u32::from(all.max(1));
        u16::try_from(share).unwrap_or(u16::MAX)
    }

    /// The columns of text in the detail.
    pub fn detail_columns(&self) -> u16 {
        self.detail.width.saturating_sub(2).min(MAX_DETAIL_COLUMNS)
    }

    /// The columns of the list if long titles go on in a second row there.
    pub(super) fn wrapping_columns(&self, app: &App) -> Option<u16> {
        (app.view() == View::Timeline && self.list.height >= MIN_WRAPPING_ROWS).then_some(self.list.width)
    }

    /// The part of the rule under the axis that tells the date of the selected event; none where the axis has none.
    pub(super) fn date_area(&self) -> Rect {
        if self.axis.is_empty() || self.axis_is_overview {
            return Rect::default();
        }
        // The joint of the border between list and detail stays.
        let is_beside = self.is_beside() && self.divider.x > self.rule.x;
        let from = if is_beside { self.divider.right() } else { self.rule.x + self.rule.width / 3 };
        Rect { x: from, width: self.rule.right().saturating_sub(from), ..self.rule }
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
    let widest =
        lanes.map(|(_, lane)| text::columns(Lang::from(app.locale()).pick(&lane.name, lane.name_ja.as_deref()))).max();
    widest.unwrap_or(0).clamp(7, 16) + 2
}

/// So many thousandths of a length.
fn part(length: u16, share: u16) -> u16 {
    u16::try_from(u32::from(length) * u32::from(share) / 1000).unwrap_or(length)
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
