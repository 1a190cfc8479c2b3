//! The texts of several events that can be copied, each made when it is asked for.

use crate::{
    app::App,
    export::{self, EventSelection, OutputFormat},
    model::{EventIndex, EventRef},
};

/// A text of several events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenText {
    /// Their quotes.
    Quotes,
    /// Their sources as they are cited.
    Citations,
    /// The addresses of their sources.
    Links,
    /// Their ids.
    Ids,
    /// All of them in this format.
    Format(OutputFormat),
}

impl App {
    /// A text of several events.
    pub(in crate::app) fn chosen_text(&self, text: ChosenText, chosen: &[EventIndex]) -> String {
        let (timeline, lang) = (&*self.doc.timeline, self.prefs.lang);
        let (words, style) = (&timeline.vocabularies, self.prefs.citation_style);
        let of_event = |event: &EventRef<'_>| -> Vec<String> {
            match text {
                ChosenText::Quotes => {
                    event.quotes.iter().map(|quote| export::quote(words, event, quote, lang)).collect()
                }
                ChosenText::Citations => event.sources.iter().map(|source| style.cite(words, source, lang)).collect(),
                ChosenText::Links => {
                    event.sources.iter().filter_map(|source| source.url.as_deref().map(str::to_owned)).collect()
                }
                ChosenText::Ids => vec![event.id.to_string()],
                ChosenText::Format(_) => Vec::new(),
            }
        };
        if let ChosenText::Format(format) = text {
            let (query, marks) = (self.filter.query.to_string(), self.doc.marks());
            let selection = EventSelection { timeline, events: chosen, marks, lang, query: &query, screen: None };
            return export::written(selection, format);
        }
        let events = chosen.iter().filter_map(|&ix| timeline.event(ix));
        events.flat_map(|event| of_event(&event)).collect::<Vec<_>>().join("\n")
    }
}
