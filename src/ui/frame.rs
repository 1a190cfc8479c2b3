//! One frame: measured first, so that the state can keep what is selected in sight, then drawn.

use std::mem;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::Line,
};

use super::{
    Layout,
    axis::{self, CachedAxis},
    canvas::{Canvas, Skin},
    compare,
    concordance::{self, ConcordancePage},
    detail, hit_test,
    links::{self, LinkArea},
    list::{self, ListRows},
    matrix, matrix_geometry, no_events, overlay, page,
    quotes::{self, QuotePage},
    selected_thread, status, title,
    wrapped_text::WrappedText,
};
use crate::{
    app::{App, AxisInputs, HitTarget, LayoutMetrics, Overlay, Pane, StaticInputs, View},
    model::EventIndex,
};

/// A screen that is laid out, with the lines of its detail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    layout: Layout,
    document: WrappedText,
    page: Vec<Line<'static>>,
    quotes: QuotePage,
    concordance: ConcordancePage,
    rows: ListRows,
    /// What title, axis and list are drawn from.
    static_inputs: Option<StaticInputs>,
    /// What the axis is drawn from.
    axis_inputs: Option<AxisInputs>,
    /// The selection that they show.
    selected: Option<EventIndex>,
    /// The axis behind the selection, where that alone has moved on it.
    axis: Option<CachedAxis>,
    /// What is not on screen already, where not all of it is new.
    fresh: Option<Vec<Rect>>,
}

impl Frame {
    /// Lays out a screen of this size. `known` is a frame in the same skin, from which wrapped text is taken over.
    pub fn new(screen: Rect, app: &App, skin: &Skin, known: Option<&Self>) -> Self {
        let layout = Layout::new(screen, app);
        // As many as have room, and whether there is more; where the cursor moves among them, those that it can come to.
        let near = if app.focus() == Pane::Detail { 2 } else { 1 };
        let wanted = app.detail().top.saturating_add(usize::from(layout.detail.height) * near + 1);
        let unwrapped = WrappedText::default();
        let document = detail::document(
            app,
            skin,
            layout.detail_columns(),
            wanted,
            known.map_or(&unwrapped, |known| &known.document),
        );
        let page = match app.overlays().last() {
            Some(Overlay::Page { page, .. }) => page::document(app, skin, *page, layout.overlay.width),
            _ => Vec::new(),
        };
        let quotes = QuotePage::new(app, skin, layout.quotes);
        let concordance = ConcordancePage::new(app, skin, layout.concordance, known.map(|known| &known.concordance));
        Self {
            layout,
            document,
            page,
            quotes,
            concordance,
            rows: ListRows::default(),
            static_inputs: None,
            axis_inputs: None,
            selected: None,
            axis: None,
            fresh: None,
        }
    }

    /// The lines of the detail on which a match stands, laid out for a screen of this size.
    pub fn match_lines(screen: Rect, app: &App, skin: &Skin) -> Vec<usize> {
        detail::found_lines(app, skin, Layout::new(screen, app).detail_columns())
    }

    /// The part of the screen that has to be drawn: all of it, or the areas in which it differs from the last scene. What
    /// else is on screen may stay as it is.
    pub fn damage(&self) -> Option<&[Rect]> {
        self.fresh.as_deref()
    }

    /// Finds the rows of the list, and what of the last frame stays on screen, which is taken from it. `last` is the frame
    /// that this screen shows, drawn in the same skin; `None` where it is not known what the screen shows.
    pub fn reuse_previous(&mut self, screen: Rect, app: &App, skin: &Skin, mut last: Option<&mut Self>) {
        let layout = &self.layout;
        (self.static_inputs, self.axis_inputs) = (app.static_inputs(), app.axis_inputs());
        self.selected = app.selected();
        let is_same = |last: &Self| self.static_inputs == last.static_inputs && *layout == last.layout;
        if let Some(last) = last.as_deref_mut().filter(|last| self.static_inputs.is_some() && is_same(last)) {
            self.rows = mem::take(&mut last.rows);
            let changed = [last.selected, self.selected].into_iter().flatten().filter_map(|ix| self.rows.place(ix));
            let changed = changed.map(|(y, height)| Rect { y: layout.list.y + y, height, ..screen });
            let mut fresh: Vec<Rect> = [layout.rule, layout.detail, layout.status].into_iter().chain(changed).collect();
            fresh.extend(self.reuse_axis(app, skin, last).unwrap_or_else(|| vec![self.layout.axis]));
            self.fresh = Some(fresh);
            return;
        }
        if !layout.list.is_empty() && app.view() != View::Compare {
            let rows = app.list_rows(usize::from(layout.list.height));
            let nothing = ListRows::default();
            self.rows =
                ListRows::new(app, rows, layout.list.width, last.as_deref().map_or(&nothing, |last| &last.rows));
        }
        if let Some(changed) = last.and_then(|last| self.reuse_axis(app, skin, last)) {
            let Layout { title, axis, .. } = self.layout;
            let below = Rect { y: axis.bottom(), height: screen.bottom().saturating_sub(axis.bottom()), ..screen };
            self.fresh = Some([title, below].into_iter().chain(changed).collect());
        }
    }

    /// Takes the axis from the last frame where it is the same but for the selection; gives the rows that this changes, `None` where it is another.
    fn reuse_axis(&mut self, app: &App, skin: &Skin, last: &mut Self) -> Option<Vec<Rect>> {
        let area = self.layout.axis_area();
        let is_same = self.axis_inputs.is_some()
            && self.axis_inputs == last.axis_inputs
            && area == last.layout.axis_area()
            && !self.may_cover_axis()
            && !last.may_cover_axis();
        self.axis = last.axis.take().filter(|_| is_same);
        if is_same && self.axis.is_none() {
            self.axis = CachedAxis::new(app, skin, area);
        }
        self.axis.as_ref().map(|_| CachedAxis::changed(app, area, [last.selected, self.selected]).collect())
    }

    /// Whether a menu may lie over the axis.
    const fn may_cover_axis(&self) -> bool {
        self.static_inputs.is_none() && self.layout.overlay.intersects(self.layout.axis)
    }

    /// How much of everything is on screen.
    pub fn metrics(&self, app: &App) -> LayoutMetrics {
        let layout = &self.layout;
        LayoutMetrics {
            axis_columns: layout.axis_columns().max(1),
            max_lane_rows: layout.max_lane_rows,
            matrix_columns: matrix_geometry::periods(app, layout.matrix),
            list_rows: usize::from(layout.list.height.max(layout.concordance.height)),
            list_columns: layout.list.width,
            wrapping_columns: layout.wrapping_columns(app),
            detail_rows: usize::from(layout.detail.height.max(layout.quotes.height)),
            detail_lines: if layout.quotes.is_empty() {
                self.document.len()
            } else {
                usize::from(layout.quotes.height) + self.quotes.below
            },
            detail_items: if app.focus() == Pane::Detail { self.document.items() } else { Vec::new() },
            quotes: self.quotes.quotes,
            menu_rows: layout.menu_rows(app),
            page_lines: self.page.len(),
            has_axis: !layout.axis.is_empty() && !layout.axis_is_overview,
            has_both: !layout.list.is_empty() && !layout.detail.is_empty(),
            is_beside: layout.is_beside(),
            list_share: layout.list_share(layout.divider.as_position()),
        }
    }

    /// Where addresses of sources stand on the screen; none where something lies over them.
    pub fn links(&self, app: &App) -> Vec<LinkArea> {
        let area = self.layout.detail;
        if area.is_empty() || !app.overlays().is_empty() {
            return Vec::new();
        }
        // Text begins behind the column of the cursor, and ends before that of the signs for more.
        let columns = area.x.saturating_add(1)..area.right().saturating_sub(1);
        links::of_detail(app, &self.document, area.y..area.bottom(), columns)
    }

    /// What stands at a place of the screen, by column and row from 0; `None` for what answers to nothing.
    pub fn target(&self, app: &App, skin: &Skin, column: u16, row: u16) -> Option<HitTarget> {
        let place = Position::new(column, row);
        let quotes = self.layout.quotes;
        if app.overlays().is_empty() && quotes.contains(place) {
            return self.quotes.at(row - quotes.y).map(HitTarget::Quote);
        }
        let lines = self.layout.concordance;
        if app.overlays().is_empty() && lines.contains(place) {
            return self.concordance.at(row - lines.y).map(HitTarget::Occurrence);
        }
        let found = hit_test::hit_test(app, skin, &self.layout, place);
        if found != Some(HitTarget::Detail) {
            return found;
        }
        let detail = self.layout.detail;
        let line = app.detail().top + usize::from(row - detail.y);
        // Text begins behind the column of the cursor.
        let column = usize::from((column - detail.x).saturating_sub(1));
        self.document.item_at(line, column).map(HitTarget::Item).or(found)
    }

    /// Draws what is damaged into a buffer that is blank there; gives the place of the cursor if words are
    /// being typed.
    pub fn draw_into(&self, app: &App, skin: &Skin, buf: &mut Buffer) -> Option<Position> {
        let layout = &self.layout;
        let theme = &skin.theme;
        let whole = [buf.area];
        let fresh = self.fresh.as_deref().unwrap_or(&whole);
        let canvas = &mut Canvas { area: buf.area, buf, skin };
        for area in fresh {
            canvas.sub(*area).set_style(theme.background.patch(theme.text));
        }
        if fresh.iter().any(|fresh| fresh.intersects(layout.title)) {
            title::draw(app, &mut canvas.sub(layout.title));
        }
        if layout.axis_is_overview {
            axis::draw_overview(app, &mut canvas.sub(layout.axis));
        } else if let Some(still) = &self.axis {
            still.draw(app, fresh, layout.axis_area(), canvas);
        } else if !layout.axis.is_empty() {
            axis::draw(app, layout.axis_area(), canvas);
        }
        self.draw_rules(app, canvas);
        if !layout.matrix.is_empty() {
            matrix::draw(app, &mut canvas.sub(layout.matrix));
        }
        if !layout.view_header.is_empty() {
            match app.view() {
                View::Compare => compare::draw_heads(app, &mut canvas.sub(layout.view_header)),
                View::Quotes => quotes::draw_head(app, &mut canvas.sub(layout.view_header)),
                View::Threads => selected_thread::draw_head(app, &mut canvas.sub(layout.view_header)),
                View::Concordance => concordance::draw_head(app, &mut canvas.sub(layout.view_header)),
                View::Timeline | View::Matrix => {}
            }
        }
        if !layout.quotes.is_empty() {
            if app.visible().is_empty() {
                no_events::draw(app, &mut canvas.sub(layout.quotes));
            } else {
                self.quotes.draw(&mut canvas.sub(layout.quotes));
            }
        }
        if !layout.concordance.is_empty() {
            self.concordance.draw(app, &mut canvas.sub(layout.concordance));
        }
        if !layout.list.is_empty() {
            match app.view() {
                View::Compare => compare::draw(app, &mut canvas.sub(layout.list)),
                _ => list::draw(app, &self.rows, fresh, &mut canvas.sub(layout.list)),
            }
        }
        if !layout.detail.is_empty() {
            detail::draw(app, &self.document, &mut canvas.sub(layout.detail));
        }
        let typed = status::draw_status(app, &mut canvas.sub(layout.status));
        let over = overlay::draw(app, &self.page, &mut canvas.sub(layout.overlay));
        over.or(typed).filter(|cursor| canvas.area.contains(*cursor))
    }

    /// Draws the line under the axis, which tells the date of the selected event, and the border between the panes.
    fn draw_rules(&self, app: &App, canvas: &mut Canvas<'_>) {
        let layout = &self.layout;
        let (glyphs, style) = (&canvas.skin.glyphs, canvas.skin.theme.rule);
        canvas.sub(layout.rule).fill(glyphs.rule, style);
        if layout.is_beside() {
            canvas.sub(layout.divider).fill(glyphs.divider, style);
            let joint = Rect { x: layout.divider.x, width: 1, ..layout.rule };
            canvas.sub(joint.intersection(layout.rule)).fill(glyphs.tee_down, style);
        } else {
            canvas.sub(layout.divider).fill(glyphs.rule, style);
        }
        self.mark_focus(app, canvas);
        if !layout.date_area().is_empty() {
            axis::draw_date(app, &mut canvas.sub(layout.date_area()));
        }
    }

    /// Marks the pane that has the keyboard at its border, where others are on screen: by a heavier line with an arrow that
    /// points into the pane; where there is no line across, by an arrow alone.
    fn mark_focus(&self, app: &App, canvas: &mut Canvas<'_>) {
        let layout = &self.layout;
        let (glyphs, style) = (&canvas.skin.glyphs, canvas.skin.theme.accent);
        let is_detail = app.focus() == Pane::Detail;
        if app.is_expanded() || app.view() == View::Matrix {
            return;
        }
        if layout.rule.is_empty() {
            if layout.is_beside() {
                let sign = if is_detail { glyphs.later } else { glyphs.earlier };
                canvas.sub(layout.divider).glyph((0, 0), sign, style);
            }
            return;
        }
        let border = match app.focus() {
            Pane::List if layout.is_beside() => Rect { width: layout.divider.x - layout.rule.x, ..layout.rule },
            Pane::Detail if layout.is_beside() => {
                let x = layout.divider.right();
                Rect { x, width: layout.rule.right().saturating_sub(x), ..layout.rule }
            }
            Pane::Detail => layout.divider,
            Pane::List | Pane::Axis => layout.rule,
        };
        let sign = if app.focus() == Pane::Axis { glyphs.up } else { glyphs.down };
        canvas.sub(border).fill(glyphs.span, style);
        canvas.sub(border).glyph((0, 0), sign, style);
    }
}
