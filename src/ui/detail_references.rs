//! The sections of the detail on what an event rests on and is linked to: quotes, people, its thread, sources.

use ratatui::text::Span;

use super::{styled_text::StyledText, text_builder::TextBuilder};
use crate::{
    input::{EventAction, FilterAction},
    model::{Event, EventIndex, Lang, Quote, Source},
};

/// So many events before and after an event in its thread are named; each has to be read.
const STEPS: usize = 100;

impl TextBuilder<'_> {
    pub(super) fn quotes(&mut self, event: &Event) {
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
        let styled = self.found(&quote.text, theme.quote);
        self.wrap(&bar, &bar, styled);
        if let Some(translation) = &quote.translation {
            let label = self.words("our translation: ", "当方訳：");
            let styled = StyledText::new(label, theme.dim)
                .push(translation, theme.editor_translation)
                .highlight(&self.needles, theme.matched);
            self.wrap(&bar, &bar, styled);
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
            let styled = self.found(note, theme.dim);
            self.wrap(&bar, &blank, styled);
        }
    }

    pub(super) fn people(&mut self, event: &Event) {
        if event.people.is_empty() {
            return;
        }
        let (theme, needles) = (&self.skin.theme, self.needles.clone());
        self.blank();
        let people = event.people.iter().map(|person| {
            let mut styled = StyledText::new(&person.name, theme.text);
            if let Some(ja) = &person.name_ja {
                styled = styled.push(" ", theme.text).push(ja, theme.text);
            }
            if let Some(role) = &person.role {
                styled = styled.push(", ", theme.dim).push(role, theme.dim);
            }
            styled.highlight(&needles, theme.matched)
        });
        self.labelled("PEOPLE", "人物", people);
    }

    pub(super) fn thread(&mut self, _: &Event) {
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

    pub(super) fn sources(&mut self, event: &Event) {
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
        let mut styled = StyledText::default();
        if let Some(title) = &source.title {
            styled = styled.push(title, theme.text);
        }
        for fact in [source.publisher.as_deref(), source.date.as_deref()].into_iter().flatten() {
            let between = if styled.is_empty() { String::new() } else { format!(" {dot} ") };
            styled = styled.push(&between, theme.dim).push(fact, theme.dim);
        }
        if source.primary {
            let official = self.words("official", "公式");
            styled = styled.push(&format!(" {dot} "), theme.dim).push(official, theme.key);
        }
        let number = format!("[{number}] ");
        let margin = Span::raw(" ".repeat(number.len()));
        let styled = styled.highlight(&self.needles, theme.matched);
        let number = Span::styled(number, theme.dim);
        if styled.is_empty() {
            let url = self.found(source.url.as_deref().unwrap_or_default(), theme.dim);
            return self.wrap(&number, &margin, url);
        }
        self.wrap(&number, &margin, styled);
        if let Some(url) = &source.url {
            let url = self.found(url, theme.dim);
            self.wrap(&margin, &margin, url);
        }
    }
}
