//! The view of words: a line for each place where the words of the filter stand, these under each other, with the text around
//! them; above, how often they stand there in each year.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{
    canvas::{Canvas, Skin},
    count::grouped,
    list::year_heading,
    no_events,
    styled_text::StyledText,
    year_counts,
};
use crate::{
    app::App,
    input::{FilterAction, ViewAction},
    messages::{Locale, empty, fields, views},
    model::{Event, Lang, Moment, Zone},
    query::{Concordance, ConcordanceLine, ConcordanceOrder, OccurrenceRef, Query, TextKind},
    text,
};

/// From so many columns a line says its date, and from so many who speaks as well.
const MIN_COLUMNS_WITH_DATE: u16 = 60;
const MIN_COLUMNS_WITH_SPEAKER: u16 = 90;
/// Columns of a date.
const DATE_COLUMNS: u16 = 14;
/// The columns of the words begin behind so many hundredths of the line.
const BEFORE_PERCENT: u16 = 45;

/// The lines on screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct ConcordancePage {
    key: Option<PageKey>,
    rows: Vec<(OccurrenceRef, LineText)>,
}

/// What decides over the words of a line, besides its place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PageKey {
    generation: u64,
    query: Query,
    lang: Lang,
    zone: Zone,
    width: u16,
}

/// The words of a line, cut to the columns that they have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct LineText {
    date: String,
    before: String,
    found: String,
    after: String,
    speaker: String,
}

/// The columns of a line.
#[derive(Debug, Clone, Copy)]
struct LineColumns {
    date: u16,
    before: u16,
    /// The words and what follows them.
    after: u16,
    speaker: u16,
}

impl LineColumns {
    fn new(width: u16) -> Self {
        let date = if width >= MIN_COLUMNS_WITH_DATE { DATE_COLUMNS + 2 } else { 0 };
        let speaker = if width >= MIN_COLUMNS_WITH_SPEAKER { (width / 6).clamp(14, 26) } else { 0 };
        let text = width.saturating_sub(2 + date + speaker);
        let before = text * BEFORE_PERCENT / 100;
        Self { date, before, after: text - before, speaker }
    }
}

impl ConcordancePage {
    /// Lays out what is on screen. What `known` said is taken from there as far as it is the same.
    pub(super) fn new(app: &App, skin: &Skin, area: Rect, known: Option<&Self>) -> Self {
        if area.is_empty() {
            return Self::default();
        }
        let key = PageKey {
            generation: app.document().generation,
            query: app.query().clone(),
            lang: app.lang(),
            zone: app.timeline().zone(),
            width: area.width,
        };
        let known = known.filter(|known| known.key.as_ref() == Some(&key)).map_or(&[][..], |known| &known.rows);
        let columns = LineColumns::new(area.width);
        let row = |line: OccurrenceRef| {
            let same = known.iter().find(|(known, _)| *known == line).map(|(_, row)| row.clone());
            (line, same.or_else(|| LineText::new(app, skin, columns, line)).unwrap_or_default())
        };
        let rows = app.concordance_rows(usize::from(area.height)).into_iter().map(row).collect();
        Self { key: Some(key), rows }
    }

    /// The line on a row.
    pub(super) fn at(&self, row: u16) -> Option<OccurrenceRef> {
        self.rows.get(usize::from(row)).map(|(line, _)| *line)
    }

    /// Draws the lines, or says what they would be.
    pub(super) fn draw(&self, app: &App, canvas: &mut Canvas<'_>) {
        if app.visible().is_empty() {
            return no_events::draw(app, canvas);
        }
        if self.rows.is_empty() {
            return draw_without_lines(app, canvas);
        }
        let columns = LineColumns::new(canvas.area.width);
        let current = app.current_occurrence();
        for (y, (line, row)) in (0..canvas.area.height).zip(&self.rows) {
            row.draw(columns, Some(*line) == current, &mut canvas.row(y));
        }
    }
}

impl LineText {
    fn new(app: &App, skin: &Skin, columns: LineColumns, line: OccurrenceRef) -> Option<Self> {
        let event = app.timeline().event(line.0)?;
        let ConcordanceLine { text, found, kind, quote } = app.concordance_line(line)?;
        let (before, rest) = text.split_at_checked(found.start)?;
        let (found, after) = rest.split_at_checked(found.end.saturating_sub(found.start))?;
        let ellipsis = skin.glyphs.ellipsis;
        let room = usize::from(columns.after.saturating_sub(1));
        let found = text::truncate(found, room, ellipsis).into_owned();
        let after = text::truncate(after.trim_end(), room.saturating_sub(text::width(&found)), ellipsis);
        let speaker = quote.and_then(|quote| event.quotes.get(quote)).and_then(|quote| {
            let speaker = app.timeline().vocabularies.speaker(quote, &event.date)?;
            Some(speaker.name(app.lang()).to_owned())
        });
        let speaker = speaker.unwrap_or_else(|| kind_name(kind, app.locale()).to_owned());
        let room = |columns: u16| usize::from(columns.saturating_sub(2));
        Some(Self {
            date: text::truncate(&date(app, line, &event), room(columns.date), ellipsis).into_owned(),
            before: text::truncate_start(before, usize::from(columns.before), ellipsis).into_owned(),
            found,
            after: after.into_owned(),
            speaker: text::truncate(&speaker, room(columns.speaker), ellipsis).into_owned(),
        })
    }

    fn draw(&self, columns: LineColumns, is_current: bool, canvas: &mut Canvas<'_>) {
        let theme = &canvas.skin.theme;
        let ground = if is_current { theme.selected } else { Style::new() };
        if is_current {
            canvas.fill(" ", theme.selected);
            canvas.text((0, 0), canvas.skin.glyphs.cursor, theme.selected.patch(theme.accent));
        }
        let aside = ground.patch(if is_current { theme.text } else { theme.dim });
        canvas.text((0, 2), &self.date, aside);
        let middle = 2 + columns.date + columns.before;
        let from = middle.saturating_sub(text::columns(&self.before));
        canvas.line((0, from), &Line::styled(self.before.as_str(), ground.patch(theme.text)));
        let words = Line::from(vec![
            Span::styled(self.found.as_str(), ground.patch(theme.matched)),
            Span::styled(self.after.as_str(), ground.patch(theme.text)),
        ]);
        canvas.line((0, middle), &words);
        canvas.text((0, middle + columns.after + 1), &self.speaker, aside);
    }
}

/// The date of an event with its year in front, under which it stands elsewhere.
fn date(app: &App, line: OccurrenceRef, event: &Event) -> String {
    let lang = app.locale().into();
    let year = year_heading(app.document().sort_key(line.0).map(Moment::year), lang);
    let day = event.date.short(lang);
    match lang {
        _ if day.contains(&year) => day,
        Lang::Ja => format!("{year}{day}"),
        _ => format!("{year} {day}"),
    }
}

/// What a text is that nobody said.
const fn kind_name(kind: TextKind, locale: Locale) -> &'static str {
    match kind {
        TextKind::Title => fields::title(locale),
        TextKind::Person | TextKind::Speaker => fields::name(locale),
        TextKind::Org => fields::body(locale),
        TextKind::Place => fields::place(locale),
        TextKind::Publisher | TextKind::Source => fields::source(locale),
        TextKind::Quote => fields::quote(locale),
        TextKind::Other | TextKind::Id => fields::text(locale),
    }
}

/// The lines above: how many places there are, in which order, and how many of each year.
pub(super) fn draw_head(app: &App, canvas: &mut Canvas<'_>) {
    let (skin, view) = (canvas.skin, app.concordance());
    let theme = &skin.theme;
    let locale = app.locale();
    let order = view.found().map_or(ConcordanceOrder::Date, Concordance::order);
    let counted = match view.found() {
        Some(found) => {
            let [places, events] = [found.len(), found.event_count()].map(grouped);
            views::places(locale, found.len(), &places, &events)
        }
        None if !view.is_pending() => return,
        None => views::counting(locale, skin.glyphs.ellipsis),
    };
    let order_name = match order {
        ConcordanceOrder::Date => views::by_date(locale),
        ConcordanceOrder::WordAfter => views::by_word_after(locale),
        ConcordanceOrder::WordBefore => views::by_word_before(locale),
    };
    // What was asked for and is not there yet, or cannot be.
    let missing = match (view.order == order, view.is_pending()) {
        (true, _) => String::new(),
        (false, true) => views::sorting(locale, skin.glyphs.ellipsis),
        (false, false) => views::too_many_to_sort(locale).to_owned(),
    };
    let dot = format!(" {} ", skin.glyphs.dot);
    let head = StyledText::new(&counted, theme.text)
        .push(&dot, theme.dim)
        .push(&app.key_for(ViewAction::NextOrder), theme.key)
        .push(" ", theme.dim)
        .push(order_name, theme.text)
        .push(&missing, theme.dim);
    canvas.line((0, 1), &head.line());
    if let Some(found) = view.found() {
        let year = app.current_occurrence().and_then(|(ix, _)| app.document().sort_key(ix).map(Moment::year));
        year_counts::draw(found, year, app.locale().into(), &mut canvas.row(1));
    }
}

/// Why there is no line, and what would fill the view.
fn draw_without_lines(app: &App, canvas: &mut Canvas<'_>) {
    let theme = &canvas.skin.theme;
    let locale = app.locale();
    let lines = match (app.concordance().found(), app.concordance().is_pending()) {
        (None, true) => return,
        (Some(_), _) => vec![StyledText::new(empty::only_in_names(locale), theme.text)],
        (None, false) => {
            let what = StyledText::new(empty::each_place_of_words(locale), theme.text);
            let key = StyledText::new(&app.key_for(FilterAction::Search), theme.key);
            vec![what, StyledText::default(), key.push(empty::looks_for_words(locale), theme.dim)]
        }
    };
    no_events::draw_lines(&lines, canvas);
}
