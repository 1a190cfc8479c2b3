//! What can be copied: of the event that is read, or of all that are chosen.

use crate::{
    app::{App, ChosenText, DetailItem, Overlay, PickEffect, PickItem, PickKind, PickMenu},
    export::{self, OutputFormat},
    messages::{Locale, fields, menus},
    model::EventIndex,
};

/// So many lines of the concordance are copied.
const MAX_COPIED_LINES: usize = 200;
/// More events than this are written to a file rather than copied.
pub(in crate::app) const MAX_COPIED_EVENTS: usize = 500;
const BIBTEX: &str = "BibTeX";
const CSL_JSON: &str = "CSL-JSON";
const MARKDOWN: &str = "Markdown";
const TOML: &str = "TOML";
/// So many words of a text are shown beside its name.
const MAX_SHOWN_WORDS: usize = 30;

/// The texts of several events, each with its letter.
const CHOSEN_TEXTS: [(char, ChosenText); 10] = [
    ('p', ChosenText::Format(OutputFormat::Plain)),
    ('q', ChosenText::Quotes),
    ('c', ChosenText::Citations),
    ('b', ChosenText::Format(OutputFormat::BibTex)),
    ('r', ChosenText::Format(OutputFormat::CslJson)),
    ('l', ChosenText::Links),
    ('m', ChosenText::Format(OutputFormat::Markdown)),
    ('t', ChosenText::Format(OutputFormat::Toml)),
    ('j', ChosenText::Format(OutputFormat::JsonLines)),
    ('i', ChosenText::Ids),
];

/// What a text of several events is called.
fn name_of(text: ChosenText, locale: Locale) -> &'static str {
    match text {
        ChosenText::Quotes => menus::quotes(locale),
        ChosenText::Citations => menus::citations(locale),
        ChosenText::Links => menus::links(locale),
        ChosenText::Ids => menus::ids(locale),
        ChosenText::Format(OutputFormat::Plain) => menus::lines(locale),
        ChosenText::Format(OutputFormat::BibTex) => BIBTEX,
        ChosenText::Format(OutputFormat::CslJson) => CSL_JSON,
        ChosenText::Format(OutputFormat::Markdown) => MARKDOWN,
        ChosenText::Format(OutputFormat::Toml) => TOML,
        ChosenText::Format(OutputFormat::JsonLines) => "JSON Lines",
        ChosenText::Format(format) => format.name(),
    }
}

/// The beginning of a text, in one line.
fn beginning(text: &str) -> String {
    text.split_whitespace().take(MAX_SHOWN_WORDS).collect::<Vec<_>>().join(" ")
}

/// The entries of the menu, as they come.
#[derive(Default)]
struct Copies {
    items: Vec<PickItem>,
}

impl Copies {
    /// Adds a text, unless there is none.
    fn add(&mut self, key: char, name: &str, text: String) {
        let detail = beginning(&text);
        if !text.is_empty() {
            let effect = PickEffect::Copy { name: name.to_owned(), text };
            self.items.push(PickItem::new(Some(key), name.to_owned(), detail, effect));
        }
    }
}

impl App {
    /// Opens what can be copied of the selected event, or of those that are chosen.
    pub(in crate::app) fn open_copies(&mut self) {
        self.selection.prefer_selected();
        self.end_range();
        let chosen = self.chosen();
        let items = if chosen.is_empty() { self.copies_of_event() } else { self.copies_of_events(&chosen) };
        self.overlays.push(Overlay::Pick(PickMenu::new(PickKind::Copies, items)));
    }

    fn copies_of_event(&self) -> Vec<PickItem> {
        let Some(event) = self.selected_event() else { return Vec::new() };
        let event = &*event;
        let (words, lang) = (&self.doc.timeline.vocabularies, self.prefs.lang);
        let (mut copies, locale) = (Copies::default(), self.locale());
        if let Some((lines, count)) = self.concordance_text(MAX_COPIED_LINES) {
            copies.add('o', &menus::concordance(locale, count), lines);
        }
        let (quote, place) = match self.detail_item() {
            Some(DetailItem::Source(place)) => (None, place),
            Some(DetailItem::Quote(place)) => (event.quotes.get(place), 0),
            _ => (event.quotes.get(self.detail.quote).or(event.quotes.first()), 0),
        };
        if let Some(quote) = quote {
            copies.add('q', fields::quote(locale), export::quote(words, event, quote, lang));
        }
        let place = quote.map_or(Some(place), |quote| quote.source).unwrap_or(0);
        if let Some(source) = event.sources.get(place) {
            copies.add('c', fields::citation(locale), self.prefs.citation_style.cite(words, source, lang));
            copies.add('b', BIBTEX, export::bibtex(words, event, place + 1, source));
            copies.add('r', CSL_JSON, export::csl_json(words, event, place + 1, source));
            copies.add('l', fields::link(locale), source.url.as_deref().unwrap_or_default().to_owned());
            copies.add('a', menus::archived_link(locale), source.archived.as_deref().unwrap_or_default().to_owned());
        }
        copies.add('m', MARKDOWN, export::markdown(words, event, (quote, place), lang));
        copies.add('t', TOML, export::event_toml(&self.doc.timeline, event));
        copies.add('i', menus::id(locale), event.id.to_string());
        if event.quotes.len() > 1 {
            for (quote, digit) in event.quotes.iter().zip('1'..='9') {
                copies.add(digit, fields::quote(locale), export::quote(words, event, quote, lang));
            }
        }
        copies.items
    }

    /// The texts of which any event has something, each with that of the first such event; the whole is made when it is
    /// copied.
    fn copies_of_events(&self, chosen: &[EventIndex]) -> Vec<PickItem> {
        let locale = self.locale();
        let item = |(key, text): (char, ChosenText)| {
            let mut of_each = chosen.chunks(1).map(|event| self.chosen_text(text, event));
            let first = of_each.find(|text| !text.is_empty())?;
            let name = name_of(text, locale).to_owned();
            let effect = PickEffect::CopyChosen { name: name.clone(), text };
            Some(PickItem::new(Some(key), name, beginning(&first), effect))
        };
        CHOSEN_TEXTS.into_iter().filter_map(item).collect()
    }
}
