//! The sections of the detail, one after the other, and what stands in them of the event itself.

use std::borrow::Cow;

use super::{styled_text::StyledText, text_builder::TextBuilder};
use crate::{
    app::DetailItem,
    messages::{detail, field_name},
    model::{Confidence, Event, Lang},
};

impl TextBuilder<'_> {
    /// Writes the sections of an event, as many as are wanted.
    pub(super) fn event(&mut self, event: &Event) {
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
            note_ja: _,
            more: _,
        } = event;
        let sections: [fn(&mut Self, &Event); 10] = [
            Self::head,
            Self::annotation,
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
            let styled = self.found(title, theme.strong);
            self.plain(styled);
        }
        let (words, spoken, dot) = (&self.app.timeline().vocabularies, self.app.lang(), self.skin.glyphs.dot);
        let kind = words.kinds.get(event.kind).filter(|kind| !kind.name.is_empty());
        let hue = theme.lane(event.lane.index());
        let mut styled = StyledText::new(self.skin.glyphs.mark(kind), hue);
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
            styled = styled.push(&between, theme.dim).push(&fact, style);
            first = false;
        }
        let styled = styled.highlight(&self.needles, theme.matched);
        self.plain(styled);
        self.doubts(event);
    }

    /// What the reader has noted.
    fn annotation(&mut self, _: &Event) {
        let (theme, glyphs) = (&self.skin.theme, &self.skin.glyphs);
        let Some(noted) = self.app.selected().and_then(|ix| self.app.document().annotation(ix)) else { return };
        let sign = if noted.is_marked { glyphs.marked } else { glyphs.noted };
        let mut styled = StyledText::new(sign, theme.key);
        if noted.tags.is_empty() && noted.note.is_none() {
            styled = styled.push(" ", theme.dim).push(detail::marked(self.locale()), theme.dim);
        }
        for tag in &noted.tags {
            styled = styled.push(" ", theme.dim).append(&self.found(&format!("#{tag}"), theme.key));
        }
        if let Some(note) = &noted.note {
            styled = styled.push(" ", theme.dim).append(&self.found(note, theme.text));
        }
        self.plain(styled);
    }

    /// What a reader should know before relying on the event.
    fn doubts(&mut self, event: &Event) {
        let dot = self.skin.glyphs.dot;
        let mut doubts = Vec::new();
        if event.context {
            doubts.push(detail::background(self.locale()));
        }
        doubts.extend(match event.confidence {
            Some(Confidence::Low) => Some(detail::low_confidence(self.locale())),
            Some(Confidence::Medium) => Some(detail::medium_confidence(self.locale())),
            Some(Confidence::High) | None => None,
        });
        if !event.differs.is_empty() {
            doubts.push(detail::differs_below(self.locale()));
        }
        if !doubts.is_empty() {
            let styled = StyledText::new(&doubts.join(&format!(" {dot} ")), self.skin.theme.warning);
            self.plain(styled);
        }
    }

    fn facts(&mut self, event: &Event) {
        let (app, theme) = (self.app, &self.skin.theme);
        let words = &app.timeline().vocabularies;
        self.blank();
        let parties = event.parties.iter().map(|&party| words.parties.label(party, app.lang()));
        let parties = self.joined(parties, DetailItem::Party);
        self.labelled(detail::parties(self.locale()), parties);
        // Beside English the Japanese stands always: areas are what documents of both sides are compared by.
        let needles = self.needles.clone();
        let areas = event.areas.iter().enumerate().filter_map(|(at, &area)| Some((at, words.areas.get(area)?)));
        let areas = areas.map(|(at, area)| {
            let styled = match area.name_ja.as_deref() {
                Some(ja) if app.lang() == Lang::Ja => StyledText::new(ja, theme.text),
                Some(ja) => StyledText::new(&area.name, theme.text).push("  ", theme.text).push(ja, theme.dim),
                None => StyledText::new(&area.name, theme.text),
            };
            styled.highlight(&needles, theme.matched).into_item(DetailItem::Area(at))
        });
        self.labelled(detail::areas(self.locale()), areas);
        let bodies = event.organisations.iter().map(|body| words.organisation(body, app.lang()));
        let bodies = self.joined(bodies, DetailItem::Body);
        self.labelled(detail::bodies(self.locale()), bodies);
        self.document.pop_blank();
    }

    /// Names on one line, each an item; nothing if there is none.
    fn joined<'a>(
        &self,
        names: impl Iterator<Item = Cow<'a, str>>,
        item: fn(usize) -> DetailItem,
    ) -> Option<StyledText> {
        let (theme, dot) = (&self.skin.theme, self.skin.glyphs.dot);
        let mut styled = StyledText::default();
        for (at, name) in names.enumerate() {
            if !styled.is_empty() {
                styled = styled.push(&format!(" {dot} "), theme.text);
            }
            let item = item(at);
            // Others stand on the same line, so that the mark before it is not enough.
            let is_current = self.current == Some(item);
            styled = styled.push_item(item, &name, if is_current { theme.selected } else { theme.text });
        }
        (!styled.is_empty()).then(|| styled.highlight(&self.needles, theme.matched))
    }

    fn summary(&mut self, event: &Event) {
        for summary in self.app.lang().texts(event.summary.as_deref(), event.summary_ja.as_deref()) {
            self.blank();
            let styled = self.found(summary, self.skin.theme.text);
            self.plain(styled);
        }
    }

    fn notes(&mut self, event: &Event) {
        let theme = &self.skin.theme;
        if !event.differs.is_empty() {
            self.heading(detail::sources_differ(self.locale()));
            for differs in event.differs.iter() {
                if self.is_enough() {
                    return;
                }
                let source = differs.source.map_or_else(String::new, |source| format!(" [{}]", source + 1));
                let field = field_name(&differs.field, self.locale());
                let value = self.app.lang().pick(&differs.value, differs.value_ja.as_deref());
                let styled = StyledText::new(field, theme.dim)
                    .push(detail::colon(self.locale()), theme.dim)
                    .push(value, theme.text)
                    .push(&source, theme.dim)
                    .highlight(&self.needles, theme.matched);
                self.plain(styled);
            }
        }
        let notes = self.app.lang().texts(event.note.as_deref(), event.note_ja.as_deref());
        if !notes.is_empty() {
            self.heading(detail::note(self.locale()));
        }
        for note in notes {
            let styled = self.found(note, theme.text);
            self.plain(styled);
        }
    }

    /// What the file says besides, under the names that it gives.
    fn more(&mut self, event: &Event) {
        if event.more.is_empty() {
            return;
        }
        self.heading(detail::also_in_the_file(self.locale()));
        for extra in event.more.iter() {
            if self.is_enough() {
                return;
            }
            let theme = &self.skin.theme;
            let styled = StyledText::new(&extra.name, theme.dim).push(": ", theme.dim).push(&extra.value, theme.text);
            let styled = styled.highlight(&self.needles, theme.matched);
            self.plain(styled);
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
