//! The detail: everything that is known of one event, as lines that are wrapped once for a width.

use std::borrow::Cow;

use ratatui::text::{Line, Span};

use super::{
    canvas::{Canvas, Skin},
    styled_text::StyledText,
    text_builder::TextBuilder,
    wrapped_text::{WrapCache, WrappedText},
};
use crate::{
    app::App,
    input::{EventAction, FilterAction},
    model::{Confidence, Event, EventIndex, Lang, Quote, Source},
};

/// The first lines of the selected event's detail, of at most so many columns: all of them, or at least as many as are
/// wanted. Long events are not wrapped for the sake of lines that nobody sees.
/// What is known of it from another document is not wrapped again.
pub(super) fn document(app: &App, skin: &Skin, columns: u16, wanted: usize, known: &WrappedText) -> WrappedText {
    written(app, skin, columns, wanted, WrapCache::of(known)).unwrap_or_default()
}

/// The lines of the whole detail in which words stand that were looked for.
pub(super) fn found_lines(app: &App, skin: &Skin, columns: u16) -> Vec<usize> {
    written(app, skin, columns, usize::MAX, WrapCache::default()).map_or_else(Vec::new, |document| document.found())
}

fn written(app: &App, skin: &Skin, columns: u16, wanted: usize, known: WrapCache<'_>) -> Option<WrappedText> {
    let event = app.selected_event().filter(|_| columns > 0)?;
    let columns = usize::from(columns);
    let needles = app.query().needles();
    let mut writer = TextBuilder { app, skin, columns, wanted, needles, document: WrappedText::default(), known };
    writer.write(&event);
    Some(writer.document)
}

/// Draws the part of the document that is on screen, and how far it is scrolled.
pub(super) fn draw(app: &App, document: &WrappedText, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    document.draw(app.detail().top, &mut canvas.without_right(1));
    let matched = app.detail().match_line.and_then(|line| u16::try_from(line.checked_sub(app.detail().top)?).ok());
    if let Some(y) = matched.filter(|&y| y < area.height) {
        canvas.line((y, 0), &Line::styled(skin.glyphs.cursor, skin.theme.accent));
    }
    let rows = usize::from(area.height);
    let signs = [
        (app.detail().top > 0, 0, skin.glyphs.up),
        (app.detail().top + rows < document.len(), area.height.saturating_sub(1), skin.glyphs.down),
    ];
    for (_, y, sign) in signs.into_iter().filter(|(is_more, ..)| *is_more) {
        let line = Line::styled(sign, skin.theme.accent);
        canvas.line((y, area.width.saturating_sub(1)), &line);
    }
}

/// So many events before and after an event in its thread are named; each has to be read.
const STEPS: usize = 100;

impl TextBuilder<'_> {
    fn write(&mut self, event: &Event) {
        // Where each field stands: a new one has to be given a place.
        let Event {
            // In links and on the command line only.
            id: _,
            // The head.
            date: _,
            title: _,
            title_ja: _,
            lane: _,
            kind: _,
            place: _,
            place_ja: _,
            context: _,
            confidence: _,
            // The facts.
            parties: _,
            areas: _,
            organisations: _,
            // Sections of their own.
            summary: _,
            summary_ja: _,
            quotes: _,
            people: _,
            follows: _,
            sources: _,
            differs: _,
            note: _,
            more: _,
        } = event;
        let sections: [fn(&mut Self, &Event); 9] = [
            Self::head,
            Self::facts,
            Self::summary,
            Self::quotes,
            Self::people,
            Self::thread,
            Self::sources,
            Self::notes,
            Self::more,
        ];
        for section in sections {
            if self.is_enough() {
                break;
            }
            section(self, event);
        }
    }

    fn head(&mut self, event: &Event) {
        let theme = &self.skin.theme;
        let titles: Vec<&str> = match (self.app.lang(), event.title_ja.as_deref()) {
            (Lang::Both, Some(ja)) => vec![&event.title, ja],
            (lang, ja) => vec![lang.pick(&event.title, ja)],
        };
        for title in titles {
            let prose = self.found(title, theme.strong);
            self.plain(prose);
        }
        let (words, spoken, dot) = (&self.app.timeline().vocabularies, self.app.lang(), self.skin.glyphs.dot);
        let kind = words.kinds.get(event.kind).filter(|kind| !kind.name.is_empty());
        let hue = theme.lane(event.lane.index());
        let mut prose = StyledText::new(self.skin.glyphs.mark(kind), hue);
        let kind = kind.map(|kind| kind.label(spoken));
        let place = both(spoken, event.place.as_deref(), event.place_ja.as_deref());
        let lane = words.lanes.label(event.lane, spoken);
        let mut first = true;
        for (fact, style) in [
            (kind, theme.text),
            (Some(event.date.full(spoken).into()), theme.strong),
            (place, theme.text),
            (Some(lane), hue),
        ] {
            let Some(fact) = fact.filter(|fact| !fact.is_empty()) else { continue };
            let between = if first { " ".to_owned() } else { format!(" {dot} ") };
            prose = prose.push(&between, theme.dim).push(&fact, style);
            first = false;
        }
        let prose = prose.highlight(&self.needles, theme.matched);
        self.plain(prose);
        self.doubts(event);
    }

    /// What a reader should know before relying on the event.
    fn doubts(&mut self, event: &Event) {
        let dot = self.skin.glyphs.dot;
        let mut doubts = Vec::new();
        if event.context {
            doubts.push(self.words("background", "背景"));
        }
        doubts.extend(match event.confidence {
            Some(Confidence::Low) => Some(self.words("low confidence: weakly supported", "確度は低い")),
            Some(Confidence::Medium) => {
                Some(self.words("medium confidence: it rests on few or indirect sources", "確度は中程度"))
            }
            Some(Confidence::High) | None => None,
        });
        if !event.differs.is_empty() {
            doubts.push(self.words("sources differ, see below", "資料により相違あり（下記）"));
        }
        if !doubts.is_empty() {
            let prose = StyledText::new(&doubts.join(&format!(" {dot} ")), self.skin.theme.warning);
            self.plain(prose);
        }
    }

    fn facts(&mut self, event: &Event) {
        let (app, theme, dot) = (self.app, &self.skin.theme, self.skin.glyphs.dot);
        let words = &app.timeline().vocabularies;
        self.blank();
        let parties: Vec<Cow<'_, str>> =
            event.parties.iter().map(|&party| words.parties.label(party, app.lang())).collect();
        let parties: Vec<StyledText> =
            some(!parties.is_empty(), || self.found(&parties.join(&format!(" {dot} ")), theme.text));
        self.labelled("PARTIES", "当事者", parties);
        // Areas stand in both languages always: they are what documents of both sides are compared by.
        let needles = self.needles.clone();
        let areas = event
            .areas
            .iter()
            .filter_map(|&area| words.areas.get(area))
            .map(|area| match area.name_ja.as_deref() {
                Some(ja) => StyledText::new(&area.name, theme.text).push("  ", theme.text).push(ja, theme.dim),
                None => StyledText::new(&area.name, theme.text),
            })
            .map(|prose| prose.highlight(&needles, theme.matched));
        self.labelled("AREAS", "分野", areas);
        let bodies = event.organisations.join(&format!(" {dot} "));
        let bodies = some(!bodies.is_empty(), || self.found(&bodies, theme.text));
        self.labelled("BODIES", "機関", bodies);
        self.document.pop_blank();
    }

    fn summary(&mut self, event: &Event) {
        let (en, ja) = (event.summary.as_deref(), event.summary_ja.as_deref());
        let texts = match self.app.lang() {
            Lang::Both => [en, ja],
            Lang::Ja => [ja.or(en), None],
            Lang::En => [en.or(ja), None],
        };
        for summary in texts.into_iter().flatten() {
            self.blank();
            let prose = self.found(summary, self.skin.theme.text);
            self.plain(prose);
        }
    }

    fn quotes(&mut self, event: &Event) {
        if event.quotes.is_empty() {
            return;
        }
        self.heading("QUOTES", "引用");
        for (index, quote) in event.quotes.iter().enumerate() {
            if self.is_enough() {
                return;
            }
            if index > 0 {
                self.blank();
            }
            self.quote(quote);
        }
    }

    fn quote(&mut self, quote: &Quote) {
        let theme = &self.skin.theme;
        let bar = Span::styled(format!("{} ", self.skin.glyphs.quote_bar), theme.rule);
        let prose = self.found(&quote.text, theme.quote);
        self.wrap(&bar, &bar, prose);
        if let Some(translation) = &quote.translation {
            let label = self.words("our translation: ", "当方訳：");
            let prose = StyledText::new(label, theme.dim)
                .push(translation, theme.editor_translation)
                .highlight(&self.needles, theme.matched);
            self.wrap(&bar, &bar, prose);
        }
        let mut by = StyledText::default();
        if let Some(speaker) = &quote.speaker {
            by = by.push("— ", theme.dim).push(speaker, theme.text);
        }
        if let Some(role) = &quote.role {
            let between = if by.is_empty() { "— " } else { ", " };
            by = by.push(between, theme.dim).push(role, theme.dim);
        }
        if let Some(source) = quote.source {
            by = by.push(&format!(" [{}]", source + 1), theme.dim);
        }
        let (bar, blank) = (Span::raw("  "), Span::raw("    "));
        if !by.is_empty() {
            let by = by.highlight(&self.needles, theme.matched);
            self.wrap(&bar, &blank, by);
        }
        if quote.as_reported {
            let words = self.words("so printed by this source alone; other wordings circulate", "この資料のみの表記");
            self.wrap(&bar, &blank, StyledText::new(words, theme.warning));
        }
        if let Some(note) = &quote.note {
            let prose = self.found(note, theme.dim);
            self.wrap(&bar, &blank, prose);
        }
    }

    fn people(&mut self, event: &Event) {
        if event.people.is_empty() {
            return;
        }
        let (theme, needles) = (&self.skin.theme, self.needles.clone());
        self.blank();
        let people = event.people.iter().map(|person| {
            let mut prose = StyledText::new(&person.name, theme.text);
            if let Some(ja) = &person.name_ja {
                prose = prose.push(" ", theme.text).push(ja, theme.text);
            }
            if let Some(role) = &person.role {
                prose = prose.push(", ", theme.dim).push(role, theme.dim);
            }
            prose.highlight(&needles, theme.matched)
        });
        self.labelled("PEOPLE", "人物", people);
    }

    fn thread(&mut self, _: &Event) {
        let Some(ix) = self.app.selected() else { return };
        let (app, theme, glyphs) = (self.app, &self.skin.theme, &self.skin.glyphs);
        let step = |other: &EventIndex, sign: &str, action: EventAction| {
            let event = app.timeline().event(*other)?;
            let title = app.lang().pick(&event.title, event.title_ja.as_deref());
            let key = app.key_for(action);
            let date = event.date.long(if app.lang() == Lang::Ja { Lang::Ja } else { Lang::En });
            Some(
                StyledText::new(&format!("{sign} "), theme.accent)
                    .push(&date, theme.dim)
                    .push("  ", theme.dim)
                    .push(title, theme.text)
                    .push(&format!("  {key}"), theme.key),
            )
        };
        let earlier = app.timeline().earlier_in_thread(ix);
        let later = app.timeline().later_in_thread(ix);
        let left_out = earlier.len().saturating_sub(STEPS) + later.len().saturating_sub(STEPS);
        let earlier =
            earlier.iter().take(STEPS).filter_map(|other| step(other, glyphs.earlier, EventAction::ThreadEarlier));
        let later = later.iter().take(STEPS).filter_map(|other| step(other, glyphs.later, EventAction::ThreadLater));
        let (more, all) = (self.words("more;", "ほか；"), self.words("shows all", "ですべて表示"));
        let rest = (left_out > 0).then(|| {
            let more = StyledText::new(&format!("+{left_out} {more} "), theme.dim);
            more.push(&app.key_for(FilterAction::ThreadOnly), theme.key).push(&format!(" {all}"), theme.dim)
        });
        let mut steps = earlier.chain(later).chain(rest).peekable();
        if steps.peek().is_some() {
            self.blank();
            self.labelled("THREAD", "経緯", steps);
        }
    }

    fn sources(&mut self, event: &Event) {
        if event.sources.is_empty() {
            return;
        }
        self.heading("SOURCES", "出典");
        for (index, source) in event.sources.iter().enumerate() {
            if self.is_enough() {
                return;
            }
            self.source(index + 1, source);
        }
    }

    fn source(&mut self, number: usize, source: &Source) {
        let (theme, dot) = (&self.skin.theme, self.skin.glyphs.dot);
        let mut prose = StyledText::default();
        if let Some(title) = &source.title {
            prose = prose.push(title, theme.text);
        }
        for fact in [source.publisher.as_deref(), source.date.as_deref()].into_iter().flatten() {
            let between = if prose.is_empty() { String::new() } else { format!(" {dot} ") };
            prose = prose.push(&between, theme.dim).push(fact, theme.dim);
        }
        if source.primary {
            let official = self.words("official", "公式");
            prose = prose.push(&format!(" {dot} "), theme.dim).push(official, theme.key);
        }
        let number = format!("[{number}] ");
        let margin = Span::raw(" ".repeat(number.len()));
        let prose = prose.highlight(&self.needles, theme.matched);
        let number = Span::styled(number, theme.dim);
        if prose.is_empty() {
            let url = self.found(source.url.as_deref().unwrap_or_default(), theme.dim);
            return self.wrap(&number, &margin, url);
        }
        self.wrap(&number, &margin, prose);
        if let Some(url) = &source.url {
            let url = self.found(url, theme.dim);
            self.wrap(&margin, &margin, url);
        }
    }

    fn notes(&mut self, event: &Event) {
        let theme = &self.skin.theme;
        if !event.differs.is_empty() {
            self.heading("SOURCES DIFFER", "資料による相違");
            for differs in event.differs.iter() {
                if self.is_enough() {
                    return;
                }
                let source = differs.source.map_or_else(String::new, |source| format!(" [{}]", source + 1));
                let prose = StyledText::new(&differs.field, theme.dim)
                    .push(": ", theme.dim)
                    .push(&differs.value, theme.text)
                    .push(&source, theme.dim)
                    .highlight(&self.needles, theme.matched);
                self.plain(prose);
            }
        }
        if let Some(note) = &event.note {
            self.heading("NOTE", "注記");
            let prose = self.found(note, theme.text);
            self.plain(prose);
        }
    }
}

impl TextBuilder<'_> {
    /// What the file says besides, under the names that it gives.
    fn more(&mut self, event: &Event) {
        if event.more.is_empty() {
            return;
        }
        self.heading("ALSO IN THE FILE", "その他の項目");
        for extra in event.more.iter() {
            if self.is_enough() {
                return;
            }
            let theme = &self.skin.theme;
            let prose = StyledText::new(&extra.name, theme.dim).push(": ", theme.dim).push(&extra.value, theme.text);
            let prose = prose.highlight(&self.needles, theme.matched);
            self.plain(prose);
        }
    }
}

/// A text in the language of labels; in both where both are wanted.
fn both<'a>(lang: Lang, en: Option<&'a str>, ja: Option<&'a str>) -> Option<Cow<'a, str>> {
    match (lang, en, ja) {
        (Lang::Both, Some(en), Some(ja)) => Some(format!("{en} {ja}").into()),
        (Lang::Ja, en, ja) => ja.or(en).map(Cow::Borrowed),
        (_, en, ja) => en.or(ja).map(Cow::Borrowed),
    }
}

fn some<T>(condition: bool, make: impl FnOnce() -> T) -> Vec<T> {
    if condition { vec![make()] } else { Vec::new() }
}
