//! The quotes of all shown events as a reading list. The one that is read stays where the eye is; the others move past
//! it. Only what is on screen is wrapped.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{
    canvas::{Canvas, Skin},
    styled_text::StyledText,
    text_builder::TextBuilder,
    wrapped_text::{WrapCache, WrappedText},
};
use crate::{
    app::App,
    input::ViewAction,
    messages::{detail, views},
    model::{Event, Quote},
    query::QuoteRef,
    text,
};

/// A line of prose is at most this wide.
const MAX_TEXT_COLUMNS: u16 = 80;

/// The lines on screen, each with the quote that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct QuotePage {
    lines: Vec<(QuoteRef, Line<'static>)>,
    /// How many quotes are on screen at least in part.
    pub(super) quotes: usize,
    /// How many lines the quote that is read goes on below the screen.
    pub(super) below: usize,
}

impl QuotePage {
    /// Lays out what is on screen around the quote that is read.
    pub(super) fn new(app: &App, skin: &Skin, area: Rect) -> Self {
        let Some(now) = app.current_quote().filter(|_| !area.is_empty()) else { return Self::default() };
        let height = usize::from(area.height);
        let block = |quote: QuoteRef| lines(app, skin, area, quote, quote == now);
        let own = block(now);
        // The words begin a third down the screen, or higher where nothing is before them or they need the room.
        let head = head_lines(app, skin, area, now);
        let eye = (height / 3).min(height.saturating_sub(own.len() - head)).saturating_sub(head);
        let mut above: Vec<(QuoteRef, Line<'static>)> = Vec::new();
        let mut quotes = 1;
        let mut at = now;
        while above.len() < eye {
            let Some(before) = app.quote_before(at) else { break };
            let mut lines = owned(before, block(before));
            lines.append(&mut above);
            above = lines;
            at = before;
            quotes += 1;
        }
        let cut = above.len().saturating_sub(eye);
        let mut all: Vec<(QuoteRef, Line<'static>)> = above.into_iter().skip(cut).collect();
        all.extend(owned(now, own));
        let below = all.len().saturating_sub(height);
        let scrolled = app.detail().top.min(below);
        let mut at = now;
        while all.len() < height + scrolled {
            let Some(after) = app.quote_after(at) else { break };
            all.extend(owned(after, block(after)));
            at = after;
            quotes += 1;
        }
        let lines = all.into_iter().skip(scrolled).take(height).collect();
        Self { lines, quotes, below }
    }

    /// The quote on a row.
    pub(super) fn at(&self, row: u16) -> Option<QuoteRef> {
        self.lines.get(usize::from(row)).map(|(quote, _)| *quote)
    }

    /// Draws the lines.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        for (y, (_, line)) in (0..canvas.area.height).zip(&self.lines) {
            canvas.line((y, 1), line);
        }
    }
}

/// The line above: how many quotes there are.
pub(super) fn draw_head(app: &App, canvas: &mut Canvas<'_>) {
    let (quotes, events) = (app.quote_count(), app.visible().len());
    let theme = &canvas.skin.theme;
    let locale = app.locale();
    let Some(passages) = app.filter().passages.as_ref().filter(|passages| passages.others > 0) else {
        let words = views::quotes_of(locale, quotes, events);
        canvas.text((0, 1), &words, theme.dim);
        return;
    };
    let (matching, others, events) = (passages.matching.len(), passages.others, passages.events);
    let is_shown = app.filter().shows_other_quotes;
    let found = views::quotes_match(locale, matching);
    let (long, short) = if is_shown {
        (views::hides_others(locale, others), views::hides_others_shortly(locale, others))
    } else {
        (views::shows_others(locale, others, events), views::shows_others_shortly(locale, others))
    };
    let key = app.key_for(ViewAction::OtherQuotes);
    let line = |others: &str| {
        StyledText::new(&found, theme.dim).push("   ", theme.dim).push(&key, theme.key).push(others, theme.dim)
    };
    let long = line(&long);
    let has_room = text::columns(long.text()) < canvas.area.width;
    canvas.line((0, 1), &if has_room { long.line() } else { line(&short).line() });
}

/// How many lines say of what event a quote is, before its words.
fn head_lines(app: &App, skin: &Skin, area: Rect, quote: QuoteRef) -> usize {
    let Some(event) = app.timeline().event(quote.0).filter(|_| is_first_of_event(app, quote)) else { return 0 };
    let mut writer = writer(app, skin, area);
    head(&mut writer, &event, true);
    writer.document.len()
}

fn is_first_of_event(app: &App, quote: QuoteRef) -> bool {
    app.quote_before(quote).is_none_or(|before| before.0 != quote.0)
}

fn writer<'a>(app: &'a App, skin: &'a Skin, area: Rect) -> TextBuilder<'a> {
    let columns = usize::from(area.width.saturating_sub(3).min(MAX_TEXT_COLUMNS));
    TextBuilder {
        app,
        skin,
        columns,
        wanted: usize::MAX,
        needles: app.query().needles(),
        document: WrappedText::default(),
        known: WrapCache::default(),
        current: None,
        awaited: None,
        item: None,
    }
}

fn owned(quote: QuoteRef, lines: Vec<Line<'static>>) -> Vec<(QuoteRef, Line<'static>)> {
    lines.into_iter().map(|line| (quote, line)).collect()
}

/// The lines of one quote: of what event it is, if it is the first there, the words, who said them, and where they stand.
fn lines(app: &App, skin: &Skin, area: Rect, quote: QuoteRef, is_current: bool) -> Vec<Line<'static>> {
    let (ix, place) = quote;
    let Some(event) = app.timeline().event(ix) else { return Vec::new() };
    let Some(said) = event.quotes.get(place) else { return Vec::new() };
    let mut writer = writer(app, skin, area);
    if is_first_of_event(app, quote) {
        head(&mut writer, &event, is_current);
    }
    let style = if app.is_passage(quote) { skin.theme.quote } else { skin.theme.dim };
    words(&mut writer, said, style, is_current);
    source(&mut writer, &event, said);
    writer.blank();
    writer.document.into_lines()
}

fn head(writer: &mut TextBuilder<'_>, event: &Event, is_current: bool) {
    let (app, skin) = (writer.app, writer.skin);
    let theme = &skin.theme;
    let kind = app.timeline().vocabularies.kinds.get(event.kind);
    let date = event.date.long(app.locale().into());
    let title = app.lang().pick(&event.title, event.title_ja.as_deref());
    let title = writer.found(title, if is_current { theme.strong } else { theme.text });
    let styled = StyledText::new(skin.glyphs.mark(kind), theme.lane(event.lane.index()))
        .push(" ", theme.dim)
        .push(&date, theme.dim)
        .push("  ", theme.dim)
        .append(&title);
    writer.plain(styled);
}

fn words(writer: &mut TextBuilder<'_>, quote: &Quote, style: Style, is_current: bool) {
    let (skin, lang) = (writer.skin, writer.app.lang());
    let theme = &skin.theme;
    let bar = if is_current {
        Span::styled(format!("{} ", skin.glyphs.cursor), theme.accent)
    } else {
        Span::styled(format!("{} ", skin.glyphs.quote_bar), theme.rule)
    };
    let original = writer.found(&quote.text, style);
    writer.wrap(&bar, &bar, original);
    for translation in quote.translations(lang) {
        let label = detail::our_translation(writer.app.locale());
        let styled = StyledText::new(label, theme.dim).append(&writer.found(translation, theme.translation));
        writer.wrap(&bar, &bar, styled);
    }
}

fn source(writer: &mut TextBuilder<'_>, event: &Event, quote: &Quote) {
    let skin = writer.skin;
    let (theme, dot) = (&skin.theme, skin.glyphs.dot);
    let (margin, others) = (Span::raw("  "), Span::raw("    "));
    let mut by = StyledText::default();
    let (vocabularies, lang) = (&writer.app.timeline().vocabularies, writer.app.lang());
    let speaker = vocabularies.speaker(quote, &event.date);
    for (fact, style) in [
        (speaker.map(|speaker| speaker.name(lang)), theme.text),
        (vocabularies.role_of_quote(quote, &event.date, lang), theme.dim),
    ] {
        let Some(fact) = fact else { continue };
        let between = if by.is_empty() { "— " } else { detail::comma(writer.app.locale()) };
        by = by.push(between, theme.dim).append(&writer.found(fact, style));
    }
    if let Some(source) = quote.source.and_then(|place| event.sources.get(place)) {
        let publisher = source.publisher.as_deref().map(|name| vocabularies.publisher(name, lang));
        for (fact, style) in [
            (publisher.as_deref(), theme.dim),
            (source.date.as_deref(), theme.dim),
            (source.primary.then(|| detail::official(writer.app.locale())), theme.key),
        ] {
            let Some(fact) = fact else { continue };
            let between = if by.is_empty() { String::new() } else { format!(" {dot} ") };
            by = by.push(&between, theme.dim).append(&writer.found(fact, style));
        }
    }
    if !by.is_empty() {
        writer.wrap(&margin, &others, by);
    }
    if quote.as_reported {
        let words = detail::as_reported(writer.app.locale());
        writer.wrap(&margin, &others, StyledText::new(words, theme.warning));
    }
    for note in lang.texts(quote.note.as_deref(), quote.note_ja.as_deref()) {
        let styled = writer.found(note, theme.dim);
        writer.wrap(&margin, &others, styled);
    }
}
