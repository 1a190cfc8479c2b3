//! The sections of the detail on what an event rests on and is linked to: quotes, people, its thread, sources.

use std::borrow::Cow;

use ratatui::text::Span;

use super::{styled_text::StyledText, text_builder::TextBuilder};
use crate::{
    app::{DetailItem, MAX_LINKS, facts_borne},
    input::{EventAction, FilterAction},
    messages::detail,
    model::{Event, EventIndex, Lang, Quote, Source},
};

impl TextBuilder<'_> {
    pub(super) fn quotes(&mut self, event: &Event) {
        if event.quotes.is_empty() {
            return;
        }
        self.heading(detail::quotes(self.locale()));
        for (index, quote) in event.quotes.iter().enumerate() {
            if self.is_enough() {
                return;
            }
            if index > 0 {
                self.blank();
            }
            self.item = Some(DetailItem::Quote(index));
            self.quote(event, quote);
            self.item = None;
        }
    }

    fn quote(&mut self, event: &Event, quote: &Quote) {
        let theme = &self.skin.theme;
        let bar = Span::styled(format!("{} ", self.skin.glyphs.quote_bar), theme.rule);
        let styled = self.found(&quote.text, theme.quote);
        self.wrap(&bar, &bar, styled);
        let lang = self.app.lang();
        for translation in quote.translations(lang) {
            let label = detail::our_translation(self.locale());
            let styled = StyledText::new(label, theme.dim)
                .push(translation, theme.translation)
                .highlight(&self.needles, theme.matched);
            self.wrap(&bar, &bar, styled);
        }
        let mut by = StyledText::default();
        let vocabularies = &self.app.timeline().vocabularies;
        let speaker = vocabularies.speaker(quote, &event.date);
        for (fact, style) in [
            (speaker.map(|speaker| speaker.name(lang)), theme.text),
            (vocabularies.role_of_quote(quote, &event.date, lang), theme.dim),
        ] {
            let Some(fact) = fact else { continue };
            let between = if by.is_empty() { "— " } else { detail::comma(self.locale()) };
            by = by.push(between, theme.dim).push(fact, style);
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
            let words = detail::as_reported(self.locale());
            self.wrap(&bar, &blank, StyledText::new(words, theme.warning));
        }
        for note in lang.texts(quote.note.as_deref(), quote.note_ja.as_deref()) {
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
        let (vocabularies, lang) = (&self.app.timeline().vocabularies, self.app.lang());
        let comma = detail::comma(self.locale());
        let people = event.people.iter().enumerate().map(|(at, person)| {
            let person = vocabularies.person(person, &event.date);
            let mut styled = StyledText::new(person.name(lang), theme.text);
            // Both forms of a name are wanted by who looks for the person elsewhere.
            let other = if lang == Lang::Ja { person.name_ja.map(|_| person.name) } else { person.name_ja };
            if let Some(other) = other {
                styled = styled.push(" ", theme.text).push(other, theme.text);
            }
            if let Some(role) = person.role(lang) {
                styled = styled.push(comma, theme.dim).push(role, theme.dim);
            }
            styled.highlight(&needles, theme.matched).into_item(DetailItem::Person(at))
        });
        self.labelled(detail::people(self.locale()), people);
    }

    pub(super) fn thread(&mut self, _: &Event) {
        let Some(ix) = self.app.selected() else { return };
        let (app, theme, glyphs) = (self.app, &self.skin.theme, &self.skin.glyphs);
        let step = |other: &EventIndex, sign: &str, action: EventAction| {
            let event = app.timeline().event(*other)?;
            let title = app.lang().pick(&event.title, event.title_ja.as_deref());
            let key = app.key_for(action);
            let date = event.date.long(app.locale().into());
            Some(
                StyledText::new(&format!("{sign} "), theme.accent)
                    .push(&date, theme.dim)
                    .push("  ", theme.dim)
                    .push(title, theme.text)
                    .push(&format!("  {key}"), theme.key)
                    .into_item(DetailItem::Link(*other)),
            )
        };
        let earlier = app.timeline().earlier_in_thread(ix);
        let later = app.timeline().later_in_thread(ix);
        let left_out = earlier.len().saturating_sub(MAX_LINKS) + later.len().saturating_sub(MAX_LINKS);
        let earlier =
            earlier.iter().take(MAX_LINKS).filter_map(|other| step(other, glyphs.earlier, EventAction::ThreadEarlier));
        let later =
            later.iter().take(MAX_LINKS).filter_map(|other| step(other, glyphs.later, EventAction::ThreadLater));
        let locale = self.locale();
        let rest = (left_out > 0).then(|| {
            let more = StyledText::new(&detail::more_in_thread(locale, left_out), theme.dim);
            more.push(&app.key_for(FilterAction::ThreadOnly), theme.key).push(detail::all_of_thread(locale), theme.dim)
        });
        let mut steps = earlier.chain(later).chain(rest).peekable();
        if steps.peek().is_some() {
            self.blank();
            self.labelled(detail::thread(self.locale()), steps);
        }
    }

    pub(super) fn sources(&mut self, event: &Event) {
        if event.sources.is_empty() {
            return;
        }
        let mut heading = None;
        for (place, source) in event.sources_by_rank().into_iter().filter_map(|at| Some((at, event.sources.get(at)?))) {
            if self.is_enough() {
                return;
            }
            if heading != Some(source.further_reading) {
                heading = Some(source.further_reading);
                let locale = self.locale();
                self.heading(if source.further_reading {
                    detail::further_reading(locale)
                } else {
                    detail::sources(locale)
                });
            }
            self.item = Some(DetailItem::Source(place));
            self.source(event, place + 1, source);
            self.item = None;
        }
    }

    fn source(&mut self, event: &Event, number: usize, source: &Source) {
        let (theme, dot) = (&self.skin.theme, self.skin.glyphs.dot);
        let mut styled = StyledText::default();
        if let Some(title) = &source.title {
            styled = styled.push(title, theme.text);
        }
        let vocabularies = &self.app.timeline().vocabularies;
        let publisher = source.publisher.as_deref().map(|name| vocabularies.publisher(name, self.app.lang()));
        for fact in publisher.into_iter().chain(source.date.as_deref().map(Cow::Borrowed)) {
            let between = if styled.is_empty() { String::new() } else { format!(" {dot} ") };
            styled = styled.push(&between, theme.dim).push(&fact, theme.dim);
        }
        if source.primary {
            let official = detail::official(self.locale());
            styled = styled.push(&format!(" {dot} "), theme.dim).push(official, theme.key);
        }
        let locale = self.locale();
        let bears = facts_borne(event, number - 1, locale);
        let bears = bears.map(|facts| format!("{}{}", detail::supports(locale), facts.join(detail::comma(locale))));
        let number = format!("[{number}] ");
        let margin = Span::raw(" ".repeat(number.len()));
        let styled = styled.highlight(&self.needles, theme.matched);
        let number = Span::styled(number, theme.dim);
        let mut lines = vec![styled];
        lines.extend(source.url.as_deref().map(|url| self.found(url, theme.dim)));
        lines.extend(source.archived.as_deref().map(|url| {
            StyledText::new(detail::archived(self.locale()), theme.dim).append(&self.found(url, theme.dim))
        }));
        lines.extend(bears.map(|bears| StyledText::new(&bears, theme.dim)));
        let mut first = &number;
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            self.wrap(first, &margin, line);
            first = &margin;
        }
    }
}
