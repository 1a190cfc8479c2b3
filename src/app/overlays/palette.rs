//! The help: every action with its keys, and every saved query, filtered by what is typed, run by Enter.

use crate::{
    input::{ACTIONS, Action, ActionInfo, Group, KeyContext, LineEditor},
    messages::{Locale, menus},
    text::fold,
};

use crate::app::{App, DisabledReason, ListCursor, Overlay};

/// The help, open.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    /// What is typed.
    pub editor: LineEditor,
    /// The entries in which every word that is typed stands.
    pub entries: Vec<PaletteEntry>,
    /// The entry that the cursor stands on.
    pub cursor: ListCursor,
}

impl Palette {
    /// The entry that the cursor stands on.
    pub fn current(&self) -> Option<&PaletteEntry> {
        self.entries.get(self.cursor.place)
    }
}

/// An entry of the help.
#[derive(Debug, Clone)]
pub struct PaletteEntry {
    /// What it does.
    pub item: PaletteItem,
    /// Its keys, as the hint line writes them.
    pub keys: Vec<String>,
    /// Why it does nothing now, if so.
    pub refusal: Option<DisabledReason>,
}

/// What an entry of the help does.
#[derive(Debug, Clone)]
pub enum PaletteItem {
    /// An action.
    Action(&'static ActionInfo),
    /// Filters by a saved query.
    Query {
        /// Its name.
        name: String,
        /// The filter.
        text: String,
    },
}

impl PaletteItem {
    /// What it does, in a line.
    pub fn help(&self, locale: Locale) -> String {
        match self {
            Self::Action(info) => info.help.text(locale).to_owned(),
            Self::Query { name, text } => format!("{name}: {text}"),
        }
    }

    /// The heading under which it stands.
    pub const fn title(&self, locale: Locale) -> &'static str {
        match self {
            Self::Action(info) => info.group.title().text(locale),
            Self::Query { .. } => menus::saved_queries_heading(locale),
        }
    }

    /// Whether every word stands in what is known of it.
    fn is_found(&self, keys: &[String], words: &str) -> bool {
        let name = match self {
            Self::Action(info) => info.name,
            Self::Query { .. } => "",
        };
        // The words of either language find it.
        let told = Locale::ALL.map(|locale| format!("{} {}", self.title(locale), self.help(locale)));
        let text = format!("{} {name} {}", told.join(" "), keys.join(" "));
        let folded = fold(&text);
        words.split_whitespace().all(|word| folded.contains(word) || text.contains(word))
    }
}

impl App {
    pub(in crate::app) fn open_palette(&mut self) {
        self.overlays.push(Overlay::Palette(Palette::default()));
        self.find_in_palette();
    }

    /// Finds what is typed in the help anew, where that is open.
    pub(in crate::app) fn find_in_palette(&mut self) {
        let Some(Overlay::Palette(palette)) = self.overlays.last() else { return };
        let entries = self.palette_entries(palette.editor.text());
        if let Some(Overlay::Palette(palette)) = self.overlays.last_mut() {
            palette.entries = entries;
            palette.cursor.clamp(palette.entries.len());
        }
    }

    /// The entries of the help in which every word that is typed stands.
    fn palette_entries(&self, typed: &str) -> Vec<PaletteEntry> {
        let typed = fold(typed);
        let here = self.panes.key_context();
        let is_own = |entry: &&ActionInfo| !self.prefs.keymap.own_keys(here, entry.action).is_empty();
        // What the keys do in the present pane alone comes first.
        let own = ACTIONS.iter().filter(|entry| here != KeyContext::Browse && is_own(entry));
        let others = ACTIONS.iter().filter(|entry| here == KeyContext::Browse || !is_own(entry));
        let actions = own.chain(others).filter(|entry| entry.group != Group::Menus).map(|entry| PaletteEntry {
            item: PaletteItem::Action(entry),
            keys: self.palette_keys(entry.action),
            refusal: self.availability_after_help(entry.action).err(),
        });
        let queries = self.prefs.saved_queries.iter().map(|(name, text)| PaletteEntry {
            item: PaletteItem::Query { name: name.clone(), text: text.clone() },
            keys: Vec::new(),
            refusal: None,
        });
        actions.chain(queries).filter(|entry| entry.item.is_found(&entry.keys, &typed)).collect()
    }

    /// The keys of an action where the keyboard is now, else in the pane that has any, with the name of the pane.
    fn palette_keys(&self, action: Action) -> Vec<String> {
        let here = self.prefs.keymap.keys(self.panes.key_context(), action);
        if !here.is_empty() {
            return here.iter().map(ToString::to_string).collect();
        }
        let there = |layer: KeyContext| (layer, self.prefs.keymap.keys(layer, action));
        let found = [KeyContext::Matrix, KeyContext::Axis, KeyContext::Detail, KeyContext::Chips]
            .into_iter()
            .map(there)
            .find(|(_, keys)| !keys.is_empty());
        found.map_or_else(Vec::new, |(layer, keys)| {
            keys.iter().take(1).map(|key| in_pane(layer, &key.to_string(), self.locale())).collect()
        })
    }
}

/// A key of a pane, with the name of the pane.
fn in_pane(pane: KeyContext, key: &str, locale: Locale) -> String {
    match pane {
        KeyContext::Matrix => menus::in_matrix(locale, key),
        KeyContext::Words => menus::in_words(locale, key),
        KeyContext::Axis => menus::on_axis(locale, key),
        KeyContext::Detail => menus::in_detail(locale, key),
        KeyContext::Chips => menus::among_terms(locale, key),
        _ => key.to_owned(),
    }
}
