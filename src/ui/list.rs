//! The list: a row an event, under the years.

use std::{borrow::Cow, cell::OnceCell, ops::Range, rc::Rc};

use ratatui::{layout::Rect, style::Style, text::Line};

use super::{
    canvas::{Canvas, Skin},
    date_cell::{DateCell, DateColumns},
    event_style, found_in,
    list_fields::{draw_fields, parties},
    no_events,
    selected_thread::SelectedThread,
    styled_text::StyledText,
    thread_graph,
};
use crate::{
    app::{App, ListColumn, ListRow, Pane, View},
    messages::status,
    model::{EventIndex, Lang, Revision, Zone, year_name},
    query::Needles,
    text,
};

/// From so many columns a row says the parties as well.
const MIN_COLUMNS_WITH_PARTIES: u16 = 46;
/// Columns that it takes to say where words stand that the title has not.
const MIN_FOUND_COLUMNS: u16 = 6;

/// Draws those of these rows that have changed.
pub(super) fn draw(app: &App, rows: &ListRows, fresh: &[Rect], canvas: &mut Canvas<'_>) {
    if rows.all.is_empty() {
        return no_events::draw(app, canvas);
    }
    rows.draw(app, fresh, canvas);
}

/// As many of these events as have room, and how many more there are.
pub(super) fn draw_some(app: &App, events: &[EventIndex], canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    let rows = app.rows_of(events, usize::from(area.height));
    let more = events.len().saturating_sub(rows.iter().filter(|row| matches!(row, ListRow::Event(_))).count());
    ListRows::new(app, rows, area.width, &ListRows::default()).draw(app, &[area], canvas);
    if more > 0 {
        let sign = format!("{more} {}", skin.glyphs.down);
        let columns = text::columns(&sign);
        let place = Rect { x: area.right().saturating_sub(columns + 1), width: columns + 1, ..area }.intersection(area);
        canvas
            .sub(Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..place })
            .clear(skin.theme.background.patch(skin.theme.text));
        canvas.sub(place).text((area.height.saturating_sub(1), 1), &sign, skin.theme.accent);
    }
}

/// The rows on screen, with how wide their columns are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct ListRows {
    all: Vec<(ListRow, Rc<EventRow>)>,
    columns: Columns,
    wording: Option<RowTextKey>,
}

/// What decides over the words of a row, besides its event.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RowTextKey {
    generation: u64,
    lang: Lang,
    zone: Zone,
    origin: Option<EventIndex>,
    with_parties: bool,
    /// Columns of the list.
    width: u16,
    /// The fields beside the titles.
    fields: Vec<ListColumn>,
}

/// What a row says of an event beside its title; nothing of what is no event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct EventRow {
    date: DateCell,
    /// Whether that tells the clock, by what stands beside the row.
    shows_clock: bool,
    parties: String,
    /// What it says in the fields beside the title.
    fields: Vec<String>,
    /// The lines of the title in so many columns, where it was wrapped.
    title_lines: OnceCell<(usize, Vec<Range<usize>>)>,
}

/// The columns of dates and of the lines of threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Columns {
    dates: DateColumns,
    graph: usize,
}

impl ListRows {
    /// These rows in a list of so many columns. What the last rows said is taken from there as far as it is the same.
    pub(super) fn new(app: &App, rows: Vec<ListRow>, width: u16, last: &Self) -> Self {
        let with_parties = width >= MIN_COLUMNS_WITH_PARTIES && app.view() != View::Threads;
        let wording = RowTextKey {
            generation: app.document().generation,
            lang: app.lang(),
            zone: app.timeline().zone(),
            origin: app.time().reference,
            with_parties,
            width,
            fields: app.list_columns(width).to_vec(),
        };
        let known = if last.wording.as_ref() == Some(&wording) { last.all.as_slice() } else { &[] };
        let entry = |row: &ListRow| {
            let ListRow::Event(ix) = *row else { return None };
            let shows_clock = app.shows_clock(ix);
            if let Some((_, entry)) =
                known.iter().find(|(known, entry)| known == row && entry.shows_clock == shows_clock)
            {
                return Some(Rc::clone(entry));
            }
            let event = app.timeline().event(ix)?;
            let parties = if with_parties { parties(app, &event) } else { String::new() };
            let fields = app.list_column_texts(&event, width);
            let date = DateCell::of(app, ix, &event, width);
            Some(Rc::new(EventRow { date, shows_clock, parties, fields, title_lines: OnceCell::new() }))
        };
        let entries: Vec<Rc<EventRow>> = rows.iter().map(|row| entry(row).unwrap_or_default()).collect();
        let events = rows.iter().filter_map(|row| if let ListRow::Event(ix) = row { Some(*ix) } else { None });
        // A clock behind some dates makes room for itself.
        let is_shared =
            app.metrics().wrapping_columns == Some(width) && !entries.iter().any(|entry| entry.date.has_clock());
        let dates = entries.iter().map(|entry| &entry.date);
        let columns = Columns {
            dates: if is_shared { DateColumns::shared(app.locale().into()) } else { DateColumns::of(dates) },
            graph: thread_graph::width(app, events).min(usize::from(width / 3).max(1)),
        };
        Self { all: rows.into_iter().zip(entries).collect(), columns, wording: Some(wording) }
    }

    /// The first row of an event among these, and how many it has; `None` if it is not among them.
    pub(super) fn place(&self, ix: EventIndex) -> Option<(u16, u16)> {
        let (y, _) = (0..).zip(&self.all).find(|(_, (row, _))| *row == ListRow::Event(ix))?;
        Some((y, self.height_at(y)))
    }

    /// How many rows the event at a row has from there on.
    fn height_at(&self, y: u16) -> u16 {
        let below = self.all.iter().skip(usize::from(y) + 1);
        below.take_while(|(row, _)| matches!(row, ListRow::Rest(_))).fold(1, |rows, _| rows + 1)
    }

    fn draw(&self, app: &App, fresh: &[Rect], canvas: &mut Canvas<'_>) {
        let (skin, area) = (canvas.skin, canvas.area);
        let Self { all: rows, columns, .. } = self;
        let needles = app.query().needles();
        let thread = &SelectedThread::of(app);
        let nexts = rows.iter().skip(1).map(|(row, _)| Some(*row)).chain([None]);
        for ((y, (row, entry)), next) in (0..area.height).zip(rows).zip(nexts) {
            let height = self.height_at(y).min(area.height - y);
            let place = Rect { y: area.y + y, height, ..area };
            if !fresh.iter().any(|fresh| fresh.intersects(place)) {
                continue;
            }
            match *row {
                ListRow::Year(year) => {
                    if let Some(ListRow::Event(ix)) = next {
                        let line = Line::from(thread_graph::above(app, skin, ix, &thread.chain, columns.graph));
                        canvas.line((y, 3 + columns.dates.all()), &line);
                    }
                    // A long heading lies over the lines.
                    let heading = year_heading(year, app.locale().into());
                    let names = app.list_columns(area.width).iter().map(|column| column.label(app.locale()));
                    draw_fields(app, names, &mut canvas.sub(place), skin.theme.dim);
                    canvas.text((y, 1), &heading, skin.theme.heading);
                }
                ListRow::Hidden(count) => {
                    let dot = skin.glyphs.dot;
                    let line = format!("{dot} {} {dot}", status::hidden(app.locale(), count));
                    canvas.text((y, 3), &line, skin.theme.faint);
                }
                ListRow::Event(ix) => self.draw_event(app, (ix, entry), &needles, thread, &mut canvas.sub(place)),
                ListRow::Rest(_) => {}
            }
        }
    }

    fn draw_event(
        &self,
        app: &App,
        (ix, row): (EventIndex, &EventRow),
        needles: &Needles,
        thread: &SelectedThread,
        canvas: &mut Canvas<'_>,
    ) {
        let skin = canvas.skin;
        let Columns { dates, graph } = self.columns;
        let Some(event) = app.timeline().event(ix) else { return };
        let theme = &skin.theme;
        let selected = app.selected() == Some(ix);
        if selected {
            canvas.fill(" ", theme.selected);
            canvas.text((0, 0), skin.glyphs.cursor, theme.selected.patch(cursor_style(app, skin)));
        }
        let base = if selected { theme.selected } else { theme.text };
        draw_signs(app, ix, base, canvas);
        let mut column = 2;
        let mut draw = |text: &str, style: Style| {
            column += canvas.text((0, column), text, base.patch(style));
        };
        draw(&row.date.padded(dates), if selected { theme.text } else { theme.dim });
        draw(" ", Style::new());
        let lines = thread_graph::beside(app, skin, (ix, &event), &thread.chain, graph);
        for line in &lines {
            draw(&line.content, line.style);
        }
        if lines.is_empty() {
            draw(skin.glyphs.mark(app.timeline().vocabularies.kinds.get(event.kind)), theme.lane(event.lane.index()));
            draw(" ", Style::new());
        }
        if app.filter().possible.binary_search(&ix).is_ok() {
            draw(skin.glyphs.uncertain, theme.warning);
            draw(" ", Style::new());
        }
        if let Some(number) = thread.number(ix) {
            draw(&number, theme.key);
        }
        let title = app.lang().pick(&event.title, event.title_ja.as_deref());
        let style = match (selected, event.context || thread.leaves_out(ix)) {
            (true, _) => theme.strong,
            (false, true) => theme.dim,
            (false, false) => theme.text,
        };
        let style = style.patch(event_style::of_event(app, skin, ix, selected));
        let title = StyledText::new(title, style).highlight(needles, theme.matched);
        draw_fields(app, row.fields.iter().map(String::as_str), canvas, base.patch(theme.dim));
        let width = canvas.area.width.saturating_sub(app.list_columns_width(canvas.area.width));
        let titled = &mut canvas.sub(Rect { width, ..canvas.area });
        let end = draw_title(&title, row, (base, column), titled) + 2;
        let found = found_outside(app, ix, &title, needles, (end, titled));
        draw_behind_title(found.as_deref(), &row.parties, (base, end), titled);
    }
}

/// The signs before the date of an event: that it is chosen, that it is new or has changed, that something is noted of it.
pub(super) fn draw_signs(app: &App, ix: EventIndex, base: Style, canvas: &mut Canvas<'_>) {
    let skin = canvas.skin;
    let (glyphs, theme) = (&skin.glyphs, &skin.theme);
    if app.is_chosen(ix) {
        canvas.text((0, 0), glyphs.chosen, base.patch(theme.accent));
    }
    if let Some(revision) = app.document().revision(ix) {
        let (sign, style) = match revision {
            Revision::New => (glyphs.new, theme.accent),
            Revision::Changed => (glyphs.changed, theme.warning),
        };
        let has_bar = app.is_chosen(ix) || app.selected() == Some(ix);
        canvas.text((0, u16::from(has_bar)), sign, base.patch(style));
        if has_bar {
            return;
        }
    }
    if let Some(annotation) = app.document().annotation(ix) {
        let sign = if annotation.is_marked { glyphs.marked } else { glyphs.noted };
        canvas.text((0, 1), sign, base.patch(theme.key));
    }
}

/// Where words stand that the title has not, if that has room behind the column at which it ends.
fn found_outside(
    app: &App,
    ix: EventIndex,
    title: &StyledText,
    needles: &Needles,
    (end, canvas): (u16, &Canvas<'_>),
) -> Option<String> {
    let width = canvas.area.width;
    if needles.is_empty() || title.has_find(&(0..title.text().len())) || end + MIN_FOUND_COLUMNS >= width {
        return None;
    }
    let has_room = |words: &String| end.saturating_add(text::columns(words)) < width;
    found_in::outside_title(app, canvas.skin, ix, needles).filter(has_room)
}

/// Where words stand that the title has not, else who took part, where the title leaves room for it in its last row.
fn draw_behind_title(found: Option<&str>, parties: &str, (base, end): (Style, u16), canvas: &mut Canvas<'_>) {
    let (last, width) = (canvas.area.height.saturating_sub(1), canvas.area.width);
    let style = base.patch(canvas.skin.theme.dim);
    if let Some(words) = found {
        canvas.text((last, end), words, style);
        return;
    }
    let place = width.saturating_sub(text::columns(parties) + 1);
    if end <= place {
        canvas.text((last, place), parties, style);
    }
}

/// Draws a title from a column on, in all rows of an event; gives the column at which it ends in the last.
fn draw_title(title: &StyledText, row: &EventRow, (base, column): (Style, u16), canvas: &mut Canvas<'_>) -> u16 {
    let area = canvas.area;
    if area.height == 1 {
        return column + canvas.line((0, column), &title.line().style(base));
    }
    let columns = usize::from(area.width.saturating_sub(column));
    let wrap = || text::wrap(title.text(), columns);
    let (known, lines) = row.title_lines.get_or_init(|| (columns, wrap()));
    let lines = if *known == columns { Cow::Borrowed(lines) } else { Cow::Owned(wrap()) };
    let mut end = column;
    for (y, range) in (0..area.height).zip(lines.iter()) {
        // The last row has all that is left.
        let last = if y + 1 == area.height { title.text().len() } else { range.end };
        let line = Line::from(title.spans(range.start..last)).style(base);
        end = column + canvas.line((y, column), &line);
    }
    end
}

/// How a year heads its events.
pub(super) fn year_heading(year: Option<i32>, lang: Lang) -> String {
    year.map_or_else(|| "?".to_owned(), |year| year_name(year, lang))
}

fn cursor_style(app: &App, skin: &Skin) -> ratatui::style::Style {
    if app.focus() == Pane::List { skin.theme.accent } else { skin.theme.dim }
}
