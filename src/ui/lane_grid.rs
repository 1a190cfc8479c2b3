//! What stands where on the lanes: the marks of events with what lies around them, and titles beside marks where there is
//! room for them.

use std::collections::HashMap;

use ratatui::text::{Line, Span};

use super::{
    canvas::Skin,
    event_style,
    lane_fill::{LaneCell, LaneFill},
    styled_text::StyledText,
};
use crate::{
    app::{App, NonMatching},
    axis::{EventGeometry, Scale},
    model::EventIndex,
    text,
};

/// The columns of a title that runs in from the left at least.
const MIN_LABEL_COLUMNS: u16 = 8;
/// Where more events than this would have to be read from a file, they are counted by column.
const MAX_INDIVIDUAL_MARKS: usize = 250;

/// A title beside a mark.
pub(super) struct TitleLabel {
    pub(super) ix: EventIndex,
    pub(super) row: u16,
    pub(super) column: u16,
    pub(super) room: u16,
    pub(super) line: Line<'static>,
}

impl TitleLabel {
    /// The columns that it takes.
    pub(super) fn columns(&self) -> u16 {
        u16::try_from(self.line.width()).unwrap_or(u16::MAX).min(self.room)
    }
}

/// What stands on each row of the lanes.
pub(super) struct LaneGrid<'a> {
    pub(super) app: &'a App,
    pub(super) skin: &'a Skin,
    scale: &'a Scale,
    pub(super) selected: Option<EventIndex>,
    /// The first lane on screen.
    pub(super) top: usize,
    /// How many lanes are on screen.
    pub(super) shown: usize,
    /// The first row of each lane on screen, and the row after the last.
    starts: Vec<u16>,
    pub(super) cells: Vec<Vec<LaneCell>>,
    pub(super) labels: Vec<TitleLabel>,
    /// How many events of each lane on screen have found no place.
    pub(super) overflow: Vec<usize>,
}

impl<'a> LaneGrid<'a> {
    pub(super) fn new(
        app: &'a App,
        skin: &'a Skin,
        scale: &'a Scale,
        height: u16,
        selected: Option<EventIndex>,
    ) -> Self {
        let count = app.lane_count();
        let lane = selected.and_then(|ix| app.lanes_of(ix).next());
        let (top, shown) = if app.time().title_layout.has_titles() {
            (0, count)
        } else {
            let rows = usize::from(height);
            let middle = lane.unwrap_or(0).saturating_sub(rows / 2);
            (middle.min(count.saturating_sub(rows)), rows.min(count))
        };
        let mut starts = vec![0];
        for lane in top..top + shown {
            let next = starts.last().copied().unwrap_or(0) + app.time().title_layout.rows(lane);
            starts.push(next.min(height));
        }
        let cells = vec![vec![LaneCell::default(); usize::from(scale.columns())]; usize::from(height)];
        let mut marks = Self {
            app,
            skin,
            scale,
            selected,
            top,
            shown,
            starts,
            cells,
            labels: Vec::new(),
            overflow: vec![0; shown],
        };
        marks.fill();
        marks
    }

    /// The lane that a row belongs to.
    pub(super) fn lane_at(&self, row: u16) -> usize {
        self.top + self.starts.partition_point(|&start| start <= row).saturating_sub(1)
    }

    /// The rows of a lane.
    pub(super) fn rows(&self, lane: usize) -> (u16, u16) {
        let place = lane.saturating_sub(self.top);
        let at = |place: usize| self.starts.get(place).copied().unwrap_or(0);
        (at(place), at(place + 1))
    }

    fn fill(&mut self) {
        let app = self.app;
        let window = self.scale.window();
        let end = app.timeline().starting_after(window.last());
        if !app.timeline().is_in_memory()
            && app.timeline().overlapping_before(end, window.start()).nth(MAX_INDIVIDUAL_MARKS).is_some()
        {
            self.count();
            self.count_marks();
        } else {
            self.place(app.timeline().overlapping_before(end, window.start()));
        }
        for fold in self.scale.collapsed_gaps() {
            for line in &mut self.cells {
                for column in [fold.column, fold.column + fold.columns.saturating_sub(1)] {
                    if let Some(cell) = line.get_mut(usize::from(column)) {
                        cell.fill.get_or_insert(LaneFill::Folded);
                    }
                }
            }
        }
    }

    /// Counts the events of each column, without a look at any of them.
    fn count(&mut self) {
        let app = self.app;
        let selected = self.selected.and_then(|ix| Some((app.document().display_moment(ix)?, ix)));
        let order = |ix: EventIndex| app.document().display_moment(ix).map(|moment| (moment, ix));
        for lane in self.top..self.top + self.shown {
            let (row, _) = self.rows(lane);
            let dims = app.prefs().non_matching == NonMatching::Dim && app.visible().len() < app.timeline().len();
            let scale = self.scale;
            let line = self.line(row);
            for (cell, events) in line.iter_mut().zip(app.columns(app.column_index(), lane, scale)) {
                cell.count = u32::try_from(events.len()).unwrap_or(u32::MAX);
                let is_here = events.binary_search_by_key(&selected, |&ix| order(ix)).is_ok();
                cell.event = selected.filter(|_| is_here).map(|(_, ix)| ix).or(events.first().copied());
            }
            for &(rule, ref index) in app.colored_columns() {
                for (cell, events) in line.iter_mut().zip(app.columns(index, lane, scale)) {
                    cell.rule = cell.rule.or((!events.is_empty()).then_some(rule));
                }
            }
            if dims {
                for (cell, events) in line.iter_mut().zip(app.columns(app.column_index_of_all(), lane, scale)) {
                    if cell.count == 0 && !events.is_empty() {
                        cell.fill = Some(LaneFill::Dimmed);
                    }
                }
            }
        }
    }

    /// Notes in which of the counted columns an event is marked.
    fn count_marks(&mut self) {
        let (app, shown) = (self.app, self.top..self.top + self.shown);
        let marked = app.document().marks().iter().filter_map(|(row, _)| app.timeline().index_of_row(row));
        for ix in marked.filter(|&ix| app.filter().position(ix).is_some()) {
            let column = app.document().display_moment(ix).and_then(|moment| self.scale.column(moment));
            let Some(column) = column else { continue };
            for lane in app.lanes_of(ix).filter(|lane| shown.contains(lane)) {
                let (row, _) = self.rows(lane);
                self.line(row).get_mut(usize::from(column)).into_iter().for_each(|cell| cell.is_marked = true);
            }
        }
    }

    /// Places these events, with the ground that their dates ask for, and titles where there is room.
    fn place(&mut self, events: impl Iterator<Item = EventIndex>) {
        let app = self.app;
        let mut shown = app.visible().iter().copied().peekable();
        let mut clusters: HashMap<(usize, EventIndex), Vec<EventIndex>> = HashMap::new();
        let mut order = Vec::new();
        let on_screen = self.top..self.top + self.shown;
        for ix in events {
            while shown.next_if(|&shown| shown < ix).is_some() {}
            let is_shown = shown.next_if_eq(&ix).is_some();
            if !is_shown && app.prefs().non_matching == NonMatching::Hide {
                continue;
            }
            let Some(event) = app.timeline().event(ix) else { continue };
            let Some(mark) = EventGeometry::of(&event.date, self.scale) else { continue };
            for lane in app.lanes_of(ix) {
                if !on_screen.contains(&lane) {
                    continue;
                }
                let (first, _) = app.time().title_layout.cluster(lane, ix);
                let spot = app.time().title_layout.spot(lane, first);
                let (start, end) = self.rows(lane);
                let row = start + spot.map_or(0, |spot| spot.row).min(end.saturating_sub(start + 1));
                if !is_shown {
                    self.dim(row, &mark);
                    continue;
                }
                self.paint_fill(row, ix, &mark);
                if app.time().title_layout.has_titles() && spot.is_none() {
                    order.push((lane, ix, None));
                } else if app.time().title_layout.has_titles() {
                    let events = clusters.entry((lane, first)).or_default();
                    if events.is_empty() {
                        order.push((lane, first, Some(row)));
                    }
                    events.push(ix);
                }
                if !app.time().title_layout.has_titles() || spot.is_some() {
                    self.put_glyph(row, &mark, ix);
                }
            }
        }
        for &(lane, first, row) in &order {
            if let (Some(row), Some(events)) = (row, clusters.get(&(lane, first))) {
                self.put_label(lane, first, row, events);
            }
        }
        for (lane, ix, _) in order.into_iter().filter(|(.., row)| row.is_none()) {
            self.place_untitled(lane, ix);
        }
    }

    fn line(&mut self, row: u16) -> &mut [LaneCell] {
        self.cells.get_mut(usize::from(row)).map_or(&mut [], Vec::as_mut_slice)
    }

    fn dim(&mut self, row: u16, mark: &EventGeometry) {
        if let Some(cell) = mark.glyph().and_then(|column| self.line(row).get_mut(usize::from(column))) {
            cell.fill.get_or_insert(LaneFill::Dimmed);
        }
    }

    fn paint_fill(&mut self, row: u16, ix: EventIndex, mark: &EventGeometry) {
        let (scale, skin) = (self.scale, self.skin);
        let Some(event) = self.app.timeline().event(ix) else { return };
        super::lane_fill::paint(self.line(row), skin, scale, &event.date, mark);
    }

    fn put_glyph(&mut self, row: u16, mark: &EventGeometry, ix: EventIndex) {
        let (app, is_selected) = (self.app, self.selected == Some(ix));
        if let Some(cell) = mark.glyph().and_then(|column| self.line(row).get_mut(usize::from(column))) {
            cell.put(app, ix, is_selected);
        }
    }

    /// The title of a cluster: that of its selected event, or of the first.
    fn put_label(&mut self, lane: usize, first: EventIndex, row: u16, events: &[EventIndex]) {
        let app = self.app;
        let Some(spot) = app.time().title_layout.spot(lane, first) else { return };
        let chosen = self.selected.filter(|ix| events.contains(ix)).or(events.first().copied());
        let Some((ix, event)) = chosen.and_then(|ix| Some((ix, app.timeline().event(ix)?))) else { return };
        let Some(mark) = EventGeometry::of(&event.date, self.scale) else { return };
        let (column, room) = match (mark.glyph(), mark.possible()) {
            (Some(glyph), _) => (glyph + spot.label_at, spot.room),
            // A mark whose glyph has left the window at the left says what it is as long as there is room on its bar.
            (None, (0, last)) if last >= MIN_LABEL_COLUMNS + 2 && self.is_before(ix) => (1, spot.room.min(last - 1)),
            _ => return,
        };
        let room = room.min(self.scale.columns().saturating_sub(column));
        // At the right border a title stands before its mark if it has more room there.
        let room_before = mark.glyph().map_or(0, |glyph| self.free_before(row, glyph));
        let is_before = room < spot.room && room_before > room;
        let room = if is_before { room_before.min(spot.room) } else { room };
        let theme = &self.skin.theme;
        let is_selected = self.selected == Some(ix);
        let style = match (is_selected, event.context) {
            (true, _) => theme.strong,
            (false, true) => theme.dim,
            (false, false) => theme.text,
        };
        let style = style.patch(event_style::of_event(app, self.skin, ix, is_selected));
        let more = if events.len() > 1 { format!(" +{}", events.len() - 1) } else { String::new() };
        // The sign of a doubt stands behind the glyph, and has a blank behind it.
        let doubt = if event.date.is_approximate() || event.date.is_uncertain() { " " } else { "" };
        let title = app.lang().pick(&event.title, event.title_ja.as_deref());
        let columns = usize::from(room).saturating_sub(text::width(&more) + text::width(doubt));
        let title = text::truncate(title, columns, self.skin.glyphs.ellipsis);
        let title = StyledText::new(&title, style).highlight(&app.query().needles(), theme.matched);
        // On a bar the title has a blank before it, as it has beside one.
        let is_on_bar = !is_before && self.line(row).get(usize::from(column)).is_some_and(|cell| cell.fill.is_some());
        let (column, room) = if is_on_bar && column > 0 { (column - 1, room + 1) } else { (column, room) };
        let mut line = Line::from(Span::raw(if is_on_bar { " " } else { "" }));
        line.spans.push(Span::raw(doubt));
        line.spans.extend(title.line().spans);
        line.spans.push(Span::styled(more, theme.dim));
        let mut label = TitleLabel { ix, row, column, room, line };
        if let Some(glyph) = mark.glyph().filter(|_| is_before) {
            label.column = glyph.saturating_sub(label.columns() + 1);
        }
        let column = label.column;
        // A blank at either side belongs to it.
        let from = usize::from(mark.glyph().unwrap_or(column).min(column).saturating_sub(1));
        for cell in self.line(row).iter_mut().take(usize::from(column + label.columns()) + 1).skip(from) {
            cell.under_title = true;
        }
        self.labels.push(label);
    }

    /// The columns before a mark that are free on its row, without one beside it and one before the title.
    fn free_before(&self, row: u16, glyph: u16) -> u16 {
        let line = self.cells.get(usize::from(row)).map_or(&[][..], Vec::as_slice);
        let before = line.get(..usize::from(glyph)).unwrap_or_default();
        let is_free = |cell: &&LaneCell| cell.count == 0 && cell.fill.is_none() && !cell.under_title;
        let free = before.iter().rev().take_while(is_free).count();
        u16::try_from(free).unwrap_or(u16::MAX).saturating_sub(2)
    }

    fn is_before(&self, ix: EventIndex) -> bool {
        self.app.document().display_moment(ix).is_some_and(|moment| moment < self.scale.window().start())
    }

    /// A mark without a title stands wherever its column is free in its lane; the selected one in any case. What finds
    /// no place is counted.
    fn place_untitled(&mut self, lane: usize, ix: EventIndex) {
        let Some(event) = self.app.timeline().event(ix) else { return };
        let Some(column) = EventGeometry::of(&event.date, self.scale).and_then(|mark| mark.glyph()) else { return };
        let (start, end) = self.rows(lane);
        let (app, is_selected) = (self.app, self.selected == Some(ix));
        let is_free = |cell: &LaneCell| !cell.under_title && (cell.count == 0 || cell.untitled);
        let cell = |row: u16| self.cells.get(usize::from(row)).and_then(|line| line.get(usize::from(column)));
        let free = (start..end).rev().find(|&row| cell(row).is_some_and(is_free));
        let Some(row) = free.or(is_selected.then_some(end.saturating_sub(1))) else {
            if let Some(count) = self.overflow.get_mut(lane.saturating_sub(self.top)) {
                *count += 1;
            }
            return;
        };
        if free.is_none() {
            self.labels
                .retain(|label| label.row != row || !(label.column..label.column + label.room).contains(&column));
        }
        if let Some(cell) = self.line(row).get_mut(usize::from(column)) {
            cell.untitled = true;
            cell.put(app, ix, is_selected);
        }
    }
}
