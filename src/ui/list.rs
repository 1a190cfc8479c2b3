//! The list: a row an event, under the years.

use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Line};

use super::{
    draw::{Skin, clear, draw_line, draw_text, fill},
    styled_text::StyledText,
    thread_graph,
};
use crate::{
    app::{App, ListRow, Overlay, Pane, View},
    input::{Action, FilterAction, ViewAction},
    model::{Event, EventIndex, Lang, Zone, year_name},
    query::Needles,
    text,
};

/// From so many columns a row says the parties as well.
const MIN_COLUMNS_WITH_PARTIES: u16 = 46;
/// Columns of a day without its year.
const SHORT_DATE_COLUMNS: usize = 6;
/// Dates take at most one column in so many of the list, but no less than the shorter and no more than the longer of these.
const MAX_DATE_FRACTION: u16 = 4;
const MIN_DATE_COLUMNS: usize = 11;
const MAX_DATE_COLUMNS: usize = 22;
/// Columns of the parties at most.
const PARTIES_COLUMNS: usize = 8;

/// Draws those of these rows that have changed.
pub(super) fn draw(app: &App, skin: &Skin, rows: &ListRows, fresh: &[Rect], area: Rect, buf: &mut Buffer) {
    if rows.all.is_empty() {
        return draw_nothing(app, skin, area, buf);
    }
    rows.draw(app, skin, fresh, area, buf);
}

/// As many of these events as have room, and how many more there are.
pub(super) fn draw_some(app: &App, skin: &Skin, events: &[EventIndex], area: Rect, buf: &mut Buffer) {
    let rows = app.rows_of(events, usize::from(area.height));
    let more = events.len().saturating_sub(rows.iter().filter(|row| matches!(row, ListRow::Event(_))).count());
    ListRows::new(app, rows, area.width, &ListRows::default()).draw(app, skin, &[area], area, buf);
    if more > 0 {
        let sign = format!("{more} {}", skin.glyphs.down);
        let columns = u16::try_from(text::width(&sign)).unwrap_or(u16::MAX);
        let place = Rect { x: area.right().saturating_sub(columns + 1), width: columns + 1, ..area }.intersection(area);
        clear(
            buf,
            Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..place },
            skin.theme.background.patch(skin.theme.text),
        );
        draw_text(buf, place, (area.height.saturating_sub(1), 1), &sign, skin.theme.accent, skin);
    }
}

/// The rows on screen, with how wide their columns are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct ListRows {
    all: Vec<(ListRow, EventRow)>,
    columns: Columns,
    wording: Option<RowTextKey>,
}

/// What decides over the words of a row, besides its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RowTextKey {
    events: usize,
    lang: Lang,
    zone: Zone,
    origin: Option<EventIndex>,
    with_parties: bool,
    /// Columns of the list.
    width: u16,
    /// Which events stand beside which, as far as that matters: the number of the filter, and whether all rows have clocks.
    clocks: (u64, bool),
}

/// What a row says of an event before its title; nothing of what is no event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct EventRow {
    date: DateCell,
    parties: String,
}

/// When an event was, in words: its start, and behind it the end of a span or the clock. Rows have their starts at the
/// right of one column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct DateCell {
    words: String,
    /// How many bytes of the words are the start.
    start: usize,
}

impl DateCell {
    fn new(words: String) -> Self {
        let clock = words.find(':').and_then(|colon| words.get(..colon)?.rfind(' '));
        // A clock alone stands with the clocks.
        let clock = clock.or_else(|| (words.find(':') == Some("00".len())).then_some(0));
        let tail = clock.into_iter().chain(words.find(" – ")).chain(words.find('～')).min();
        Self { start: tail.unwrap_or(words.len()), words }
    }

    /// The columns of the start, and of what is behind it.
    fn widths(&self) -> (usize, usize) {
        let (start, tail) = self.words.split_at_checked(self.start).unwrap_or((&self.words, ""));
        (text::width(start), text::width(tail))
    }

    /// The words with so many columns for all starts, in so many columns in all.
    pub(super) fn padded(&self, columns: DateColumns) -> String {
        let (start, tail) = self.widths();
        // Behind a start stands a blank.
        let is_alone = self.start == 0 && columns.start > 0;
        let before = columns.start.saturating_sub(start) + usize::from(is_alone);
        let after = columns.all.saturating_sub(before + start + tail);
        format!("{}{}{}", " ".repeat(before), self.words, " ".repeat(after))
    }
}

/// The columns that the dates of rows take, and of these the ones of their starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct DateColumns {
    start: usize,
    all: usize,
}

impl DateColumns {
    pub(super) fn of<'a>(dates: impl Iterator<Item = &'a DateCell>) -> Self {
        let widths = |when: &DateCell| {
            let (start, tail) = when.widths();
            (start, tail + usize::from(start == 0 && tail > 0))
        };
        let (start, tail) = dates.map(widths).fold((0, 0), |most, it| (most.0.max(it.0), most.1.max(it.1)));
        let start = if start == 0 && tail > 0 { 0 } else { start.max(SHORT_DATE_COLUMNS) };
        Self { start, all: start + tail }
    }
}

/// The columns of dates, of parties, and of the lines of threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Columns {
    dates: DateColumns,
    parties: usize,
    rail: usize,
}

impl ListRows {
    /// These rows in a list of so many columns. What the last rows said is taken from there as far as it is the same.
    pub(super) fn new(app: &App, rows: Vec<ListRow>, width: u16, last: &Self) -> Self {
        let with_parties = width >= MIN_COLUMNS_WITH_PARTIES && app.view() != View::Threads;
        let wording = RowTextKey {
            events: app.timeline().len(),
            lang: app.lang(),
            zone: app.timeline().zone(),
            origin: app.time().reference,
            with_parties,
            width,
            clocks: (app.filter().revision, app.has_clocks()),
        };
        let known = if last.wording == Some(wording) { last.all.as_slice() } else { &[] };
        let entry = |row: &ListRow| {
            let ListRow::Event(ix) = *row else { return None };
            if let Some((_, entry)) = known.iter().find(|(known, _)| known == row) {
                return Some(entry.clone());
            }
            let event = app.timeline().event(ix)?;
            let parties = if with_parties { parties(app, &event) } else { String::new() };
            Some(EventRow { date: date_cell(app, ix, &event, width), parties })
        };
        let entries: Vec<EventRow> = rows.iter().map(|row| entry(row).unwrap_or_default()).collect();
        let events = rows.iter().filter_map(|row| if let ListRow::Event(ix) = row { Some(*ix) } else { None });
        let columns = Columns {
            dates: DateColumns::of(entries.iter().map(|entry| &entry.date)),
            parties: entries.iter().map(|entry| text::width(&entry.parties)).max().unwrap_or(0),
            rail: thread_graph::width(app, events).min(usize::from(width / 3).max(1)),
        };
        Self { all: rows.into_iter().zip(entries).collect(), columns, wording: Some(wording) }
    }

    /// The place of an event among these rows; `None` if it is not among them.
    pub(super) fn place(&self, ix: EventIndex) -> Option<u16> {
        (0..).zip(&self.all).find(|(_, (row, _))| *row == ListRow::Event(ix)).map(|(y, _)| y)
    }

    fn draw(&self, app: &App, skin: &Skin, fresh: &[Rect], area: Rect, buf: &mut Buffer) {
        let Self { all: rows, columns, .. } = self;
        let needles = app.query().needles();
        let nexts = rows.iter().skip(1).map(|(row, _)| Some(*row)).chain([None]);
        for ((y, (row, entry)), next) in (0..area.height).zip(rows).zip(nexts) {
            let place = Rect { y: area.y + y, height: 1, ..area };
            if !fresh.iter().any(|fresh| fresh.intersects(place)) {
                continue;
            }
            match *row {
                ListRow::Year(year) => {
                    if let Some(ListRow::Event(ix)) = next {
                        let line = Line::from(thread_graph::above(app, skin, ix, columns.rail));
                        draw_line(buf, area, y, 3 + columns_of(columns.dates.all), &line, skin);
                    }
                    // A long heading lies over the lines.
                    let heading = year_heading(year, app.lang());
                    draw_text(buf, area, (y, 1), &heading, skin.theme.heading, skin);
                }
                ListRow::Hidden(count) => {
                    let dot = skin.glyphs.dot;
                    let line = format!("{dot} {count} hidden {dot}");
                    draw_text(buf, area, (y, 3), &line, skin.theme.faint, skin);
                }
                ListRow::Event(ix) => draw_entry(app, skin, (ix, entry), *columns, &needles, place, buf),
            }
        }
    }
}

/// The columns that the dates of these rows take in a list of so many columns.
pub(super) fn date_columns(app: &App, rows: &[ListRow], width: u16) -> DateColumns {
    let dates: Vec<DateCell> = (rows.iter())
        .filter_map(|row| if let ListRow::Event(ix) = row { Some(*ix) } else { None })
        .filter_map(|ix| Some(date_cell(app, ix, &*app.timeline().event(ix)?, width)))
        .collect();
    DateColumns::of(dates.iter())
}

/// The line above the threads: how many events are linked, and how many are not.
pub(super) fn draw_threads_head(app: &App, skin: &Skin, area: Rect, buf: &mut Buffer) {
    let words = match app.lang() {
        Lang::Ja => {
            format!("つながりのある出来事{}件、ないもの{}件", app.visible().len(), app.filter().excluded_by_view)
        }
        _ => format!("{} events in threads, {} by themselves", app.visible().len(), app.filter().excluded_by_view),
    };
    draw_text(buf, area, (0, 1), &words, skin.theme.dim, skin);
}

fn columns_of(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// How a year heads its events.
pub(super) fn year_heading(year: Option<i32>, lang: Lang) -> String {
    year.map_or_else(|| "?".to_owned(), |year| year_name(year, lang))
}

fn draw_entry(
    app: &App,
    skin: &Skin,
    (ix, EventRow { date, parties: names }): (EventIndex, &EventRow),
    Columns { dates, parties, rail }: Columns,
    needles: &Needles,
    area: Rect,
    buf: &mut Buffer,
) {
    let Some(event) = app.timeline().event(ix) else { return };
    let theme = &skin.theme;
    let selected = app.selected() == Some(ix);
    if selected {
        fill(buf, area, " ", theme.selected);
        draw_text(buf, area, (0, 0), skin.glyphs.cursor, theme.selected.patch(cursor_style(app, skin)), skin);
    }
    let base = if selected { theme.selected } else { theme.text };
    let mut column = 2;
    let mut draw = |text: &str, style: Style| {
        column += draw_text(buf, area, (0, column), text, base.patch(style), skin);
    };
    draw(&date.padded(dates), if selected { theme.text } else { theme.dim });
    draw(" ", Style::new());
    let lines = thread_graph::beside(app, skin, ix, &event, rail);
    for line in &lines {
        draw(&line.content, line.style);
    }
    if lines.is_empty() {
        draw(skin.glyphs.mark(app.timeline().vocabularies.kinds.get(event.kind)), theme.lane(event.lane.index()));
        draw(" ", Style::new());
    }
    if parties > 0 {
        draw(&text::pad(names, parties), theme.dim);
        draw(" ", Style::new());
    }
    if app.filter().possible.binary_search(&ix).is_ok() {
        draw(skin.glyphs.uncertain, theme.warning);
        draw(" ", Style::new());
    }
    let title = app.lang().pick(&event.title, event.title_ja.as_deref());
    let style = match (selected, event.context) {
        (true, _) => theme.strong,
        (false, true) => theme.dim,
        (false, false) => theme.text,
    };
    if needles.is_empty() {
        draw(title, style);
    } else {
        let line = StyledText::new(title, style).highlight(needles, theme.matched).line().style(base);
        draw_line(buf, area, 0, column, &line, skin);
    }
}

/// The date of a row in a list of so many columns, or how much later it was than the origin.
pub(super) fn date_cell(app: &App, ix: EventIndex, event: &Event, width: u16) -> DateCell {
    DateCell::new(match app.offset_from_reference(ix) {
        Some(_) if app.time().reference == Some(ix) => "@".to_owned(),
        Some(delay) => delay.describe_short(app.lang()),
        None => {
            let with_clock = app.shows_clock(ix);
            let columns = |part: u16| usize::from(part).clamp(MIN_DATE_COLUMNS, MAX_DATE_COLUMNS);
            // A row that tells the clock has nothing else to tell it by.
            match (with_clock, app.shows_offsets()) {
                (true, true) => event.date.in_row_with_zone(app.lang(), columns(width / 2)),
                (true, false) => event.date.in_row(app.lang(), true, columns(width / 5 * 2)),
                (false, _) => event.date.in_row(app.lang(), false, columns(width / MAX_DATE_FRACTION)),
            }
        }
    })
}

fn cursor_style(app: &App, skin: &Skin) -> ratatui::style::Style {
    if app.focus() == Pane::List { skin.theme.accent } else { skin.theme.dim }
}

/// The parties in eight columns: as many as fit, and how many more there are.
fn parties(app: &App, event: &Event) -> String {
    let parties = event.parties.iter().filter_map(|&party| app.timeline().vocabularies.parties.get(party));
    let names = parties.map(|party| app.lang().pick(&party.id, party.short_ja.as_deref()));
    // No more than so many can fit, each with a blank.
    let names: Vec<&str> = names.take(PARTIES_COLUMNS + 1).collect();
    let all = names.join(" ");
    if text::width(&all) <= PARTIES_COLUMNS && names.len() <= PARTIES_COLUMNS {
        return all;
    }
    for count in (1..names.len()).rev() {
        let some = names.iter().take(count).copied().collect::<Vec<_>>().join(" ");
        let some = format!("{some} +{}", event.parties.len() - count);
        if text::width(&some) <= PARTIES_COLUMNS {
            return some;
        }
    }
    text::truncate(&all, PARTIES_COLUMNS, "+").into_owned()
}

/// What the view asks of an event and none has that passes the filter; `None` if none passes it at all.
fn empty_reason(app: &App) -> Option<&'static str> {
    match app.view() {
        _ if app.filter().excluded_by_view == 0 => None,
        View::Quotes => Some("has quotes"),
        View::Threads => Some("is linked to another"),
        View::Timeline | View::Matrix | View::Compare => None,
    }
}

/// What stands where no event is shown: why, and the way out.
pub(super) fn draw_nothing(app: &App, skin: &Skin, area: Rect, buf: &mut Buffer) {
    let theme = &skin.theme;
    let key = |action: Action| app.key_for(action);
    let way_out = match app.overlays().last() {
        None => StyledText::new(&key(FilterAction::DropTerm.into()), theme.key)
            .push(" drops its last term, ", theme.dim)
            .push(&key(FilterAction::DropAll.into()), theme.key)
            .push(" all of it.", theme.dim),
        Some(Overlay::Query(_) | Overlay::Date(_) | Overlay::Compare(_)) => {
            StyledText::new("Esc", theme.key).push(" brings back what was there before.", theme.dim)
        }
        Some(_) => StyledText::new("Choose the value again to take it back.", theme.dim),
    };
    let query = StyledText::new(&app.query().to_string(), theme.accent);
    let lines = match (empty_reason(app), app.query().is_empty()) {
        (None, true) if app.document().is_reading() => vec![StyledText::new("No event has come yet.", theme.dim)],
        (None, true) => vec![StyledText::new("This timeline has no events.", theme.dim)],
        (None, false) => {
            vec![StyledText::new("No event passes this filter:", theme.text), query, StyledText::default(), way_out]
        }
        (Some(lack), true) => {
            let way_out =
                StyledText::new(&key(ViewAction::Timeline.into()), theme.key).push(" shows all of them.", theme.dim);
            vec![
                StyledText::new(&format!("No event of this timeline {lack}."), theme.text),
                StyledText::default(),
                way_out,
            ]
        }
        (Some(lack), false) => {
            let lack = StyledText::new(&format!("No event that passes this filter {lack}:"), theme.text);
            vec![lack, query, StyledText::default(), way_out]
        }
    };
    let columns = usize::from(area.width.saturating_sub(4));
    let lines = lines.iter().flat_map(|line| if line.is_empty() { vec![Vec::new()] } else { line.lines(columns) });
    let top = area.height / 4;
    for (y, line) in (top..area.height).zip(lines) {
        draw_line(buf, area, y, 2, &Line::from(line), skin);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_end_in_one_column_and_clocks_begin_in_one() {
        let rows = ["11 Jun", "11 Jun 15:10:00", "23:30:00+09:00", "31 Oct – 1 Nov", ""]
            .map(|it| DateCell::new(it.to_owned()));
        let columns = DateColumns::of(rows.iter());
        let padded: Vec<String> = rows.iter().map(|when| when.padded(columns)).collect();
        assert_eq!(
            padded,
            [
                "11 Jun               ",
                "11 Jun 15:10:00      ",
                "       23:30:00+09:00",
                "31 Oct – 1 Nov       ",
                &" ".repeat(21)
            ]
        );
        let clocks = ["08:13:43", ""].map(|it| DateCell::new(it.to_owned()));
        assert_eq!(clocks[0].padded(DateColumns::of(clocks.iter())), "08:13:43 ");
    }
}
