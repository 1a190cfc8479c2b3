//! What can be copied: of the event that is read, or of all that are chosen.

use crate::{
    app::{App, ChosenText, DetailItem, Overlay, PickEffect, PickItem, PickKind, PickMenu},
    export::{self, OutputFormat},
    model::{EventIndex, Lang},
};

/// So many lines of the concordance are copied.
const MAX_COPIED_LINES: usize = 200;
/// More events than this are written to a file rather than copied.
pub(in crate::app) const MAX_COPIED_EVENTS: usize = 500;
/// So many words of a text are shown beside its name.
const MAX_SHOWN_WORDS: usize = 30;

/// The texts of several events, each with its letter and its name.
const CHOSEN_TEXTS: [(char, (&str, &str), ChosenText); 10] = [
    ('p', ("lines", "一覧"), ChosenText::Format(OutputFormat::Plain)),
    ('q', ("quotes", "引用"), ChosenText::Quotes),
    ('c', ("citations", "出典"), ChosenText::Citations),
    ('b', ("BibTeX", "BibTeX"), ChosenText::Format(OutputFormat::BibTex)),
    ('r', ("CSL-JSON", "CSL-JSON"), ChosenText::Format(OutputFormat::CslJson)),
    ('l', ("links", "リンク"), ChosenText::Links),
    ('m', ("Markdown", "Markdown"), ChosenText::Format(OutputFormat::Markdown)),
    ('t', ("TOML", "TOML"), ChosenText::Format(OutputFormat::Toml)),
    ('j', ("JSON Lines", "JSON Lines"), ChosenText::Format(OutputFormat::JsonLines)),
    ('i', ("ids", "ID"), ChosenText::Ids),
];

/// The beginning of a text, in one line.
fn beginning(text: &str) -> String {
    text.split_whitespace().take(MAX_SHOWN_WORDS).collect::<Vec<_>>().join(" ")
}

/// The entries of the menu, as they come.
struct Copies {
    ja: bool,
    items: Vec<PickItem>,
}

impl Copies {
    /// Adds a text, unless there is none.
    fn add(&mut self, key: char, (en, in_ja): (&str, &str), text: String) {
        let name = if self.ja { in_ja } else { en }.to_owned();
        let detail = beginning(&text);
        if !text.is_empty() {
            let effect = PickEffect::Copy { name: name.clone(), text };
            self.items.push(PickItem::new(Some(key), name, detail, effect));
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
        let mut copies = Copies { ja: lang == Lang::Ja, items: Vec::new() };
        if let Some((lines, count)) = self.concordance_text(MAX_COPIED_LINES) {
            copies.add('o', (&format!("concordance ({count})"), &format!("用例（{count}）")), lines);
        }
        let (quote, place) = match self.detail_item() {
            Some(DetailItem::Source(place)) => (None, place),
            Some(DetailItem::Quote(place)) => (event.quotes.get(place), 0),
            _ => (event.quotes.get(self.detail.quote).or(event.quotes.first()), 0),
        };
        if let Some(quote) = quote {
            copies.add('q', ("quote", "引用"), export::quote(words, event, quote, lang));
        }
        let place = quote.map_or(Some(place), |quote| quote.source).unwrap_or(0);
        if let Some(source) = event.sources.get(place) {
            copies.add('c', ("citation", "出典"), self.prefs.citation_style.cite(words, source, lang));
            copies.add('b', ("BibTeX", "BibTeX"), export::bibtex(words, event, place + 1, source));
            copies.add('r', ("CSL-JSON", "CSL-JSON"), export::csl_json(words, event, place + 1, source));
            copies.add('l', ("link", "リンク"), source.url.as_deref().unwrap_or_default().to_owned());
            copies.add('a', ("archived link", "アーカイブ"), source.archived.as_deref().unwrap_or_default().to_owned());
        }
        copies.add('m', ("Markdown", "Markdown"), export::markdown(words, event, (quote, place), lang));
        copies.add('t', ("TOML", "TOML"), export::event_toml(&self.doc.timeline, event));
        copies.add('i', ("id", "ID"), event.id.to_string());
        if event.quotes.len() > 1 {
            for (quote, digit) in event.quotes.iter().zip('1'..='9') {
                copies.add(digit, ("quote", "引用"), export::quote(words, event, quote, lang));
            }
        }
        copies.items
    }

    /// The texts of which any event has something, each with that of the first such event; the whole is made when it is
    /// copied.
    fn copies_of_events(&self, chosen: &[EventIndex]) -> Vec<PickItem> {
        let ja = self.prefs.lang == Lang::Ja;
        let item = |(key, (en, in_ja), text): (char, (&str, &str), ChosenText)| {
            let mut of_each = chosen.chunks(1).map(|event| self.chosen_text(text, event));
            let first = of_each.find(|text| !text.is_empty())?;
            let name = if ja { in_ja } else { en }.to_owned();
            let effect = PickEffect::CopyChosen { name: name.clone(), text };
            Some(PickItem::new(Some(key), name, beginning(&first), effect))
        };
        CHOSEN_TEXTS.into_iter().filter_map(item).collect()
    }
}
