//! The list: a row an event, under the years.

use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Line};

use super::{
    canvas::{Look, clear, draw_line, draw_rule, draw_text},
    prose::Prose,
    rail,
};
use crate::{
    app::{App, ListRow, Overlay, Pane, View},
    input::Action,
    model::{Event, EventIndex, Lang, Zone, year_name},
    query::Needles,
    text,
};

/// From so many columns a row says the parties as well.
const WITH_PARTIES: u16 = 46;
/// Columns of a day without its year.
const SHORT_DATE: usize = 6;
/// Dates take at most one column in so many of the list, but no less than the shorter and no more than the longer of these.
const DATE_PART: u16 = 4;
const MIN_DATE: usize = 11;
const MAX_DATE: usize = 22;
/// Columns of the parties at most.
const PARTIES: usize = 8;

/// Draws those of these rows that have changed.
pub(super) fn draw(app: &App, look: &Look, rows: &Rows, fresh: &[Rect], area: Rect, buf: &mut Buffer) {
    if rows.all.is_empty() {
        return draw_nothing(app, look, area, buf);
    }
    rows.draw(app, look, fresh, area, buf);
}

/// As many of these events as have room, and how many more there are.
pub(super) fn draw_some(app: &App, look: &Look, events: &[EventIndex], area: Rect, buf: &mut Buffer) {
    let rows = app.rows_of(events, usize::from(area.height));
    let more = events.len().saturating_sub(rows.iter().filter(|row| matches!(row, ListRow::Event(_))).count());
    Rows::new(app, rows, area.width, &Rows::default()).draw(app, look, &[area], area, buf);
    if more > 0 {
        let sign = format!("{more} {}", look.glyphs.down);
        let columns = u16::try_from(text::width(&sign)).unwrap_or(u16::MAX);
        let place = Rect { x: area.right().saturating_sub(columns + 1), width: columns + 1, ..area }.intersection(area);
        clear(
            buf,
            Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..place },
            look.theme.ground.patch(look.theme.text),
        );
        draw_text(buf, place, (area.height.saturating_sub(1), 1), &sign, look.theme.accent, look);
    }
}

/// The rows on screen, with how wide their columns are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Rows {
    all: Vec<(ListRow, Entry)>,
    columns: Columns,
    wording: Option<Wording>,
}

/// What decides over the words of a row, besides its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wording {
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
struct Entry {
    date: When,
    parties: String,
}

/// When an event was, in words: its start, and behind it the end of a span or the clock. Rows have their starts at the
/// right of one column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct When {
    words: String,
    /// How many bytes of the words are the start.
    start: usize,
}

impl When {
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
    pub(super) fn of<'a>(dates: impl Iterator<Item = &'a When>) -> Self {
        let widths = |when: &When| {
            let (start, tail) = when.widths();
            (start, tail + usize::from(start == 0 && tail > 0))
        };
        let (start, tail) = dates.map(widths).fold((0, 0), |most, it| (most.0.max(it.0), most.1.max(it.1)));
        let start = if start == 0 && tail > 0 { 0 } else { start.max(SHORT_DATE) };
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

impl Rows {
    /// These rows in a list of so many columns. What the last rows said is taken from there as far as it is the same.
    pub(super) fn new(app: &App, rows: Vec<ListRow>, width: u16, last: &Self) -> Self {
        let with_parties = width >= WITH_PARTIES && app.view() != View::Threads;
        let wording = Wording {
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
            Some(Entry { date: when(app, ix, &event, width), parties })
        };
        let entries: Vec<Entry> = rows.iter().map(|row| entry(row).unwrap_or_default()).collect();
        let events = rows.iter().filter_map(|row| if let ListRow::Event(ix) = row { Some(*ix) } else { None });
        let columns = Columns {
            dates: DateColumns::of(entries.iter().map(|entry| &entry.date)),
            parties: entries.iter().map(|entry| text::width(&entry.parties)).max().unwrap_or(0),
            rail: rail::width(app, events).min(usize::from(width / 3).max(1)),
        };
        Self { all: rows.into_iter().zip(entries).collect(), columns, wording: Some(wording) }
    }

    /// The place of an event among these rows; `None` if it is not among them.
    pub(super) fn place(&self, ix: EventIndex) -> Option<u16> {
        (0..).zip(&self.all).find(|(_, (row, _))| *row == ListRow::Event(ix)).map(|(y, _)| y)
    }

    fn draw(&self, app: &App, look: &Look, fresh: &[Rect], area: Rect, buf: &mut Buffer) {
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
                    let heading = year_heading(year, app.lang());
                    draw_text(buf, area, (y, 1), &heading, look.theme.heading, look);
                    if let Some(ListRow::Event(ix)) = next {
                        let line = Line::from(rail::above(app, look, ix, columns.rail));
                        draw_line(buf, area, y, 3 + columns_of(columns.dates.all), &line, look);
                    }
                }
                ListRow::Hidden(count) => {
                    let dot = look.glyphs.dot;
                    let line = format!("{dot} {count} hidden {dot}");
                    draw_text(buf, area, (y, 3), &line, look.theme.faint, look);
                }
                ListRow::Event(ix) => draw_entry(app, look, (ix, entry), *columns, &needles, place, buf),
            }
        }
    }
}

/// The columns that the dates of these rows take in a list of so many columns.
pub(super) fn date_columns(app: &App, rows: &[ListRow], width: u16) -> DateColumns {
    let dates: Vec<When> = (rows.iter())
        .filter_map(|row| if let ListRow::Event(ix) = row { Some(*ix) } else { None })
        .filter_map(|ix| Some(when(app, ix, &*app.timeline().event(ix)?, width)))
        .collect();
    DateColumns::of(dates.iter())
}

/// The line above the threads: how many events are linked, and how many are not.
pub(super) fn draw_threads_head(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    let words = match app.lang() {
        Lang::Ja => {
            format!("つながりのある出来事{}件、ないもの{}件", app.visible().len(), app.filter().excluded_by_view)
        }
        _ => format!("{} events in threads, {} by themselves", app.visible().len(), app.filter().excluded_by_view),
    };
    draw_text(buf, area, (0, 1), &words, look.theme.dim, look);
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
    look: &Look,
    (ix, Entry { date, parties: names }): (EventIndex, &Entry),
    Columns { dates, parties, rail }: Columns,
    needles: &Needles,
    area: Rect,
    buf: &mut Buffer,
) {
    let Some(event) = app.timeline().event(ix) else { return };
    let theme = &look.theme;
    let selected = app.selected() == Some(ix);
    if selected {
        draw_rule(buf, area, " ", theme.selected);
        draw_text(buf, area, (0, 0), look.glyphs.cursor, theme.selected.patch(cursor_style(app, look)), look);
    }
    let base = if selected { theme.selected } else { theme.text };
    let mut column = 2;
    let mut draw = |text: &str, style: Style| {
        column += draw_text(buf, area, (0, column), text, base.patch(style), look);
    };
    draw(&date.padded(dates), if selected { theme.text } else { theme.dim });
    draw(" ", Style::new());
    let lines = rail::beside(app, look, ix, &event, rail);
    for line in &lines {
        draw(&line.content, line.style);
    }
    if lines.is_empty() {
        draw(look.glyphs.mark(app.timeline().vocabularies.kinds.get(event.kind)), theme.lane(event.lane.index()));
        draw(" ", Style::new());
    }
    if parties > 0 {
        draw(&text::pad(names, parties), theme.dim);
        draw(" ", Style::new());
    }
    if app.filter().possible.binary_search(&ix).is_ok() {
        draw(look.glyphs.perhaps, theme.warning);
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
        let line = Prose::new(title, style).find(needles, theme.found).line().style(base);
        draw_line(buf, area, 0, column, &line, look);
    }
}

/// The date of a row in a list of so many columns, or how much later it was than the origin.
pub(super) fn when(app: &App, ix: EventIndex, event: &Event, width: u16) -> When {
    When::new(match app.offset_from_reference(ix) {
        Some(_) if app.time().reference == Some(ix) => "@".to_owned(),
        Some(delay) => delay.describe_short(app.lang()),
        None => {
            let with_clock = app.shows_clock(ix);
            let columns = |part: u16| usize::from(part).clamp(MIN_DATE, MAX_DATE);
            // A row that tells the clock has nothing else to tell it by.
            match (with_clock, app.shows_offsets()) {
                (true, true) => event.date.in_row_with_zone(app.lang(), columns(width / 2)),
                (true, false) => event.date.in_row(app.lang(), true, columns(width / 5 * 2)),
                (false, _) => event.date.in_row(app.lang(), false, columns(width / DATE_PART)),
            }
        }
    })
}

fn cursor_style(app: &App, look: &Look) -> ratatui::style::Style {
    if app.focus() == Pane::List { look.theme.accent } else { look.theme.dim }
}

/// The parties in eight columns: as many as fit, and how many more there are.
fn parties(app: &App, event: &Event) -> String {
    let parties = event.parties.iter().filter_map(|&party| app.timeline().vocabularies.parties.get(party));
    let names = parties.map(|party| app.lang().pick(&party.id, party.short_ja.as_deref()));
    // No more than so many can fit, each with a blank.
    let names: Vec<&str> = names.take(PARTIES + 1).collect();
    let all = names.join(" ");
    if text::width(&all) <= PARTIES && names.len() <= PARTIES {
        return all;
    }
    for count in (1..names.len()).rev() {
        let some = names.iter().take(count).copied().collect::<Vec<_>>().join(" ");
        let some = format!("{some} +{}", event.parties.len() - count);
        if text::width(&some) <= PARTIES {
            return some;
        }
    }
    text::truncate(&all, PARTIES, "+").into_owned()
}

/// What the view asks of an event and none has that passes the filter; `None` if none passes it at all.
fn lack(app: &App) -> Option<&'static str> {
    match app.view() {
        _ if app.filter().excluded_by_view == 0 => None,
        View::Quotes => Some("has quotes"),
        View::Threads => Some("is linked to another"),
        View::Timeline | View::Matrix | View::Compare => None,
    }
}

/// What stands where no event is shown: why, and the way out.
pub(super) fn draw_nothing(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let key = |action| app.key_for(action);
    let way_out = match app.overlays().last() {
        None => Prose::new(&key(Action::DropTerm), theme.key)
            .and(" drops its last term, ", theme.dim)
            .and(&key(Action::DropAll), theme.key)
            .and(" all of it.", theme.dim),
        Some(Overlay::Query(_) | Overlay::Date(_) | Overlay::Sides(_)) => {
            Prose::new("Esc", theme.key).and(" brings back what was there before.", theme.dim)
        }
        Some(_) => Prose::new("Choose the value again to take it back.", theme.dim),
    };
    let query = Prose::new(&app.query().to_string(), theme.accent);
    let lines = match (lack(app), app.query().is_empty()) {
        (None, true) if app.document().is_reading() => vec![Prose::new("No event has come yet.", theme.dim)],
        (None, true) => vec![Prose::new("This timeline has no events.", theme.dim)],
        (None, false) => {
            vec![Prose::new("No event passes this filter:", theme.text), query, Prose::default(), way_out]
        }
        (Some(lack), true) => {
            let way_out = Prose::new(&key(Action::ViewTimeline), theme.key).and(" shows all of them.", theme.dim);
            vec![Prose::new(&format!("No event of this timeline {lack}."), theme.text), Prose::default(), way_out]
        }
        (Some(lack), false) => {
            let lack = Prose::new(&format!("No event that passes this filter {lack}:"), theme.text);
            vec![lack, query, Prose::default(), way_out]
        }
    };
    let columns = usize::from(area.width.saturating_sub(4));
    let lines = lines.iter().flat_map(|line| if line.is_empty() { vec![Vec::new()] } else { line.lines(columns) });
    let top = area.height / 4;
    for (y, line) in (top..area.height).zip(lines) {
        draw_line(buf, area, y, 2, &Line::from(line), look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_end_in_one_column_and_clocks_begin_in_one() {
        let rows =
            ["11 Jun", "11 Jun 15:10:00", "23:30:00+09:00", "31 Oct – 1 Nov", ""].map(|it| When::new(it.to_owned()));
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
        let clocks = ["08:13:43", ""].map(|it| When::new(it.to_owned()));
        assert_eq!(clocks[0].padded(DateColumns::of(clocks.iter())), "08:13:43 ");
    }
}
