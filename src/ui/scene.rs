//! One frame: measured first, so that the state can keep what is selected in sight, then drawn.

use std::mem;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::Line,
};

use super::{
    Layout, Look,
    axis::{self, Still},
    canvas::{draw_rule, set_style},
    detail,
    document::Document,
    hit,
    list::{self, Rows},
    matrix, menu, page, palette,
    prompt::Prompt,
    query_line,
    quotes::{self, Reading},
    status, step,
};
use crate::{
    app::{App, HitTarget, LayoutMetrics, Overlay, StaticInputs, View},
    model::EventIndex,
};

/// A screen that is laid out, with the lines of its detail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    layout: Layout,
    document: Document,
    page: Vec<Line<'static>>,
    quotes: Reading,
    rows: Rows,
    /// What title, axis and list are drawn from, with the selection that they show.
    backdrop: Option<(StaticInputs, Option<EventIndex>)>,
    /// The axis behind the selection, where that alone has moved.
    axis: Option<Still>,
    /// What is not on screen already, where not all of it is new.
    fresh: Option<Vec<Rect>>,
}

impl Scene {
    /// Lays out a screen of this size, once more if the state has changed by what is on screen. `last` is the scene that
    /// this screen shows, drawn in the same look; `None` where it is not known what the screen shows.
    pub fn settled(screen: Rect, app: &mut App, look: &Look, last: Option<&mut Self>) -> Self {
        let unknown = Document::default();
        app.resolve_match_request(|app| detail::found_lines(app, look, Layout::new(screen, app).detail_columns()));
        let known = last.as_ref().map_or(&unknown, |last| &last.document);
        let mut scene = Self::new(screen, app, look, known);
        // Once more is enough: what is on screen then is what the change asked for.
        if app.set_metrics(scene.viewport(app)) {
            scene = Self::new(screen, app, look, &scene.document);
            app.set_metrics(scene.viewport(app));
        }
        scene.carry_over(screen, app, look, last);
        scene
    }

    /// The part of the screen that has to be drawn: all of it, or the areas in which it differs from the last scene. What
    /// else is on screen may stay as it is.
    pub fn fresh(&self) -> Option<&[Rect]> {
        self.fresh.as_deref()
    }

    /// Finds the rows of the list, and what of the last scene stays on screen.
    fn carry_over(&mut self, screen: Rect, app: &App, look: &Look, mut last: Option<&mut Self>) {
        let layout = &self.layout;
        self.backdrop = app.static_inputs().map(|backdrop| (backdrop, app.selected()));
        if let (Some((now, selected)), Some(last)) = (&self.backdrop, last.as_deref_mut())
            && let Some((before, was_selected)) = &last.backdrop
            && (before, &last.layout) == (now, layout)
        {
            self.rows = mem::take(&mut last.rows);
            let events = [*was_selected, *selected];
            let changed = events.into_iter().flatten().filter_map(|ix| self.rows.place(ix));
            let changed = changed.map(|y| Rect { y: layout.list.y + y, height: 1, ..screen });
            let mut fresh: Vec<Rect> = [layout.detail, layout.status].into_iter().chain(changed).collect();
            self.axis = last.axis.take().or_else(|| Still::new(app, look, layout.axis_room()));
            match &self.axis {
                Some(_) => fresh.extend(Still::changed(app, layout.axis_room(), events)),
                None => fresh.push(layout.axis),
            }
            self.fresh = Some(fresh);
        } else if !layout.list.is_empty() && app.view() != View::Compare {
            let rows = app.list_rows(usize::from(layout.list.height));
            let nothing = Rows::default();
            self.rows = Rows::new(app, rows, layout.list.width, last.map_or(&nothing, |last| &last.rows));
        }
    }

    /// Lays out a screen of this size.
    fn new(screen: Rect, app: &App, look: &Look, known: &Document) -> Self {
        let layout = Layout::new(screen, app);
        // As many as have room, and whether there is more.
        let wanted = app.detail().top.saturating_add(usize::from(layout.detail.height) + 1);
        let document = detail::document(app, look, layout.detail_columns(), wanted, known);
        let page = match app.overlays().last() {
            Some(Overlay::Page { page, .. }) => page::document(app, look, *page, layout.overlay.width),
            _ => Vec::new(),
        };
        let quotes = Reading::new(app, look, layout.quotes);
        Self { layout, document, page, quotes, rows: Rows::default(), backdrop: None, axis: None, fresh: None }
    }

    /// How much of everything is on screen.
    pub fn viewport(&self, app: &App) -> LayoutMetrics {
        let layout = &self.layout;
        LayoutMetrics {
            axis_columns: layout.axis_columns().max(1),
            max_lane_rows: layout.lane_room,
            matrix_columns: matrix::periods(layout.matrix),
            list_rows: usize::from(layout.list.height),
            detail_rows: usize::from(layout.detail.height.max(layout.quotes.height)),
            detail_lines: if layout.quotes.is_empty() {
                self.document.len()
            } else {
                usize::from(layout.quotes.height) + self.quotes.below
            },
            quotes: self.quotes.quotes,
            menu_rows: layout.menu_rows(app),
            page_lines: self.page.len(),
            has_axis: !layout.axis.is_empty() && !layout.axis_is_strip,
            has_both: !layout.list.is_empty() && !layout.detail.is_empty(),
        }
    }

    /// What stands at a place of the screen, by column and row from 0; `None` for what answers to nothing.
    pub fn target(&self, app: &App, look: &Look, column: u16, row: u16) -> Option<HitTarget> {
        let place = Position::new(column, row);
        let quotes = self.layout.quotes;
        if app.overlays().is_empty() && quotes.contains(place) {
            return self.quotes.at(row - quotes.y).map(HitTarget::Quote);
        }
        hit::target(app, look, &self.layout, place)
    }

    /// Draws what is [fresh](Self::fresh) into a buffer that is blank there; gives the place of the cursor if words are
    /// being typed.
    pub fn draw_into(&self, app: &App, look: &Look, buf: &mut Buffer) -> Option<Position> {
        let layout = &self.layout;
        let theme = &look.theme;
        let whole = [buf.area];
        let fresh = self.fresh.as_deref().unwrap_or(&whole);
        for area in fresh {
            set_style(buf, *area, theme.ground.patch(theme.text));
        }
        if !layout.title.is_empty() && self.fresh.is_none() {
            status::draw_title(app, look, layout.title, buf);
        }
        if layout.axis_is_strip {
            axis::draw_strip(app, look, layout.axis, buf);
        } else if let Some(still) = &self.axis {
            still.draw(app, look, fresh, layout.axis_room(), buf);
        } else if !layout.axis.is_empty() {
            axis::draw(app, look, layout.axis_room(), buf);
        }
        draw_rule(buf, layout.rule, look.glyphs.rule, theme.rule);
        if !layout.matrix.is_empty() {
            matrix::draw(app, look, layout.matrix, buf);
        }
        if !layout.heads.is_empty() {
            match app.view() {
                View::Compare => step::draw_heads(app, look, layout.heads, buf),
                View::Quotes => quotes::draw_head(app, look, layout.heads, buf),
                View::Threads => list::draw_threads_head(app, look, layout.heads, buf),
                View::Timeline | View::Matrix => {}
            }
        }
        if !layout.quotes.is_empty() {
            if app.visible().is_empty() {
                list::draw_nothing(app, look, layout.quotes, buf);
            } else {
                self.quotes.draw(look, layout.quotes, buf);
            }
        }
        if !layout.list.is_empty() {
            match app.view() {
                View::Compare => step::draw(app, look, layout.list, buf),
                _ => list::draw(app, look, &self.rows, fresh, layout.list, buf),
            }
        }
        if !layout.wall.is_empty() {
            let sign = if layout.wall.width == 1 { look.glyphs.wall } else { look.glyphs.rule };
            draw_rule(buf, layout.wall, sign, theme.rule);
            if layout.wall.width == 1 && !layout.rule.is_empty() {
                let joint = Rect { x: layout.wall.x, width: 1, ..layout.rule };
                draw_rule(buf, joint, look.glyphs.tee_down, theme.rule);
            }
        }
        if !layout.detail.is_empty() {
            detail::draw(app, look, &self.document, layout.detail, buf);
        }
        let typed = status::draw_status(app, look, layout.status, buf);
        let over = app.overlays().last().and_then(|layer| self.draw_layer(app, look, layer, buf));
        over.or(typed).filter(|cursor| buf.area.contains(*cursor))
    }

    fn draw_layer(&self, app: &App, look: &Look, layer: &Overlay, buf: &mut Buffer) -> Option<Position> {
        let room = self.layout.overlay;
        if room.is_empty() {
            return None;
        }
        match layer {
            Overlay::Query(prompt) => {
                query_line::draw_above(app, look, prompt, room, buf);
                None
            }
            Overlay::Date(_) | Overlay::Sides(_) => {
                if let Some(prompt) = Prompt::open(app, look) {
                    prompt.draw_above(look, room, buf);
                }
                None
            }
            Overlay::Facets { cursor } => {
                menu::draw_facets(app, look, *cursor, room, buf);
                None
            }
            Overlay::Values(values) => menu::draw_values(app, look, values, room, buf),
            Overlay::Choice(choice) => {
                menu::draw_choice(app, look, choice, room, buf);
                None
            }
            Overlay::Palette(help) => Some(palette::draw(app, look, help, room, buf)),
            Overlay::Page { page, top } => {
                page::draw(app, look, (*page, *top), &self.page, room, buf);
                None
            }
        }
    }
}
