//! Queries with a name: listed with how many events each keeps, saved, renamed and deleted. The configuration holds them; what
//! is to change there is an [`Effect`], and the list follows when that is done.

use crate::{
    input::LineEditor,
    messages::{Locale, menus, notices, prompts},
    query::{Query, run},
};

use crate::app::{App, Effect, Overlay, PickEffect, PickItem, PickKind, PickMenu, SavedQueryChange};

/// Bytes of text that are read at most to count what saved queries keep: a key must not wait for counts.
const MAX_COUNTED_BYTES: usize = 64 << 20;

/// A name that is being typed.
#[derive(Debug, Clone)]
pub struct NamePrompt {
    /// What is typed.
    pub editor: LineEditor,
    /// Whether this is no name for it; told once Enter has been pressed.
    pub fault: Option<NameFault>,
    /// The name that it has; `None` for the present filter, which has none.
    pub renames: Option<String>,
}

/// Why a text is no name for a saved query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing is typed.
    Empty,
    /// Another query goes by it.
    Taken,
}

impl NameFault {
    /// The fault in words.
    pub const fn told(self, locale: Locale) -> &'static str {
        match self {
            Self::Empty => prompts::no_query_name(locale),
            Self::Taken => prompts::name_taken(locale),
        }
    }
}

impl NamePrompt {
    fn name(&self) -> &str {
        self.editor.text().trim()
    }
}

impl App {
    /// Asks for the name under which the present filter is to be saved.
    pub(in crate::app) fn open_save(&mut self) {
        self.overlays.push(Overlay::Name(NamePrompt { editor: LineEditor::default(), fault: None, renames: None }));
    }

    /// The query that goes by a name already, where that is being typed.
    pub fn replaced_query(&self, prompt: &NamePrompt) -> Option<&str> {
        self.saved_query(prompt.name()).filter(|_| prompt.renames.is_none())
    }

    fn saved_query(&self, name: &str) -> Option<&str> {
        self.prefs.saved_queries.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// Takes the name that is typed, if it is one.
    pub(in crate::app) fn accept_name(&mut self) -> Option<Effect> {
        let Some(Overlay::Name(prompt)) = self.overlays.last() else { return None };
        let (name, renames) = (prompt.name().to_owned(), prompt.renames.clone());
        let is_taken = renames.as_ref().is_some_and(|old| *old != name) && self.saved_query(&name).is_some();
        let fault = if name.is_empty() { Some(NameFault::Empty) } else { is_taken.then_some(NameFault::Taken) };
        if let (Some(Overlay::Name(prompt)), Some(fault)) = (self.overlays.last_mut(), fault) {
            prompt.fault = Some(fault);
            return None;
        }
        self.overlays.pop();
        Some(Effect::ChangeQueries(match renames {
            Some(from) => SavedQueryChange::Rename { from, to: name },
            None => SavedQueryChange::Save { name, text: self.filter.query.to_string() },
        }))
    }

    /// Opens the queries that were saved, with how many events each keeps.
    pub(in crate::app) fn open_queries(&mut self) {
        let items = self.saved_query_items();
        self.overlays.push(Overlay::Pick(PickMenu::new(PickKind::Queries, items)));
    }

    fn saved_query_items(&self) -> Vec<PickItem> {
        let text_index = self.doc.text_index();
        let counted = MAX_COUNTED_BYTES / text_index.bytes().max(1);
        let count =
            |text: &str| run(&Query::parse_in(text, &self.doc.timeline), &self.doc.timeline, text_index).events.len();
        let letters = ('a'..='z').map(Some).chain(std::iter::repeat(None));
        let queries = self.prefs.saved_queries.iter().zip(letters).enumerate();
        let item = |(place, ((name, text), key)): (usize, (&(String, String), Option<char>))| PickItem {
            count: (place < counted).then(|| count(text)),
            ..PickItem::new(key, name.clone(), text.clone(), PickEffect::Query(text.clone()))
        };
        queries.map(item).collect()
    }

    /// Whether the entry under the cursor is a saved query.
    pub(in crate::app) fn is_on_saved_query(&self) -> bool {
        self.chosen_query().is_some()
    }

    /// The name of the saved query under the cursor.
    fn chosen_query(&self) -> Option<&str> {
        match self.overlays.last()? {
            Overlay::Pick(menu) if menu.offer == PickKind::Queries => {
                menu.items.get(menu.cursor.place).map(|item| item.label.as_str())
            }
            _ => None,
        }
    }

    /// Asks for another name of the saved query under the cursor.
    pub(in crate::app) fn rename_chosen_query(&mut self) {
        if let Some(name) = self.chosen_query().map(str::to_owned) {
            let editor = LineEditor::new(&name);
            self.overlays.push(Overlay::Name(NamePrompt { editor, fault: None, renames: Some(name) }));
        }
    }

    /// Asks whether the saved query under the cursor is to be deleted.
    pub(in crate::app) fn delete_chosen_query(&mut self) {
        let Some(name) = self.chosen_query().map(str::to_owned) else { return };
        let (delete, keep) = (menus::delete_it(self.locale()), menus::keep_it(self.locale()));
        let deletes = PickEffect::Change(SavedQueryChange::Delete(name.clone()));
        let items = vec![
            PickItem::new(Some('d'), delete.to_owned(), name, deletes),
            PickItem::new(Some('k'), keep.to_owned(), String::new(), PickEffect::Nothing),
        ];
        self.overlays.push(Overlay::Pick(PickMenu::new(PickKind::Delete, items)));
    }

    /// Takes note of what the configuration holds after a change, or says why it has not changed.
    pub fn queries_changed(&mut self, change: &SavedQueryChange, saved: Result<Vec<(String, String)>, String>) {
        let queries = match saved {
            Ok(queries) => queries,
            Err(why) => return self.tell(why),
        };
        self.prefs.saved_queries = queries;
        let lists = |overlay: &Overlay| matches!(overlay, Overlay::Pick(menu) if menu.offer == PickKind::Queries);
        // They are counted where a list of them is open alone.
        let items = if self.overlays.iter().any(lists) { self.saved_query_items() } else { Vec::new() };
        for overlay in &mut self.overlays {
            if let Overlay::Pick(menu) = overlay
                && menu.offer == PickKind::Queries
            {
                menu.items.clone_from(&items);
                menu.cursor.clamp(items.len());
            }
        }
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Pick(menu) if menu.items.is_empty()));
        let locale = self.locale();
        self.tell(match change {
            SavedQueryChange::Save { name, .. } => notices::saved(locale, name),
            SavedQueryChange::Delete(name) => notices::deleted(locale, name),
            SavedQueryChange::Rename { to, .. } => notices::renamed(locale, to),
        });
    }
}
