//! The help: every action with its keys, filtered by what is typed, run by Enter.

use crate::{
    input::{ACTIONS, Action, ActionInfo, Group, KeyContext, LineEditor},
    text::fold,
};

use crate::app::{App, DisabledReason, ListCursor};

/// The help, open.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    /// What is typed.
    pub editor: LineEditor,
    /// The entry that the cursor stands on.
    pub cursor: ListCursor,
}

impl Palette {
    /// Shows what is found by what is typed now, from the first entry on.
    pub(in crate::app) fn follow_typing(&mut self) {
        self.cursor = ListCursor::default();
    }
}

/// An entry of the help.
#[derive(Debug, Clone)]
pub struct PaletteEntry {
    /// The action.
    pub entry: &'static ActionInfo,
    /// Its keys, as the hint line writes them.
    pub keys: Vec<String>,
    /// Why it does nothing now, if so.
    pub refusal: Option<DisabledReason>,
}

impl App {
    /// The entries of the help in which every word that is typed stands.
    pub fn palette_entries(&self, palette: &Palette) -> Vec<PaletteEntry> {
        let typed = fold(palette.editor.text());
        let here = self.panes.key_context();
        let is_own = |entry: &&ActionInfo| !self.prefs.keymap.own_keys(here, entry.action).is_empty();
        // What the keys do in the present pane alone comes first.
        let own = ACTIONS.iter().filter(|entry| here != KeyContext::Browse && is_own(entry));
        let others = ACTIONS.iter().filter(|entry| here == KeyContext::Browse || !is_own(entry));
        own.chain(others)
            .filter(|entry| entry.group != Group::Menus)
            .map(|entry| PaletteEntry {
                entry,
                keys: self.palette_keys(entry.action),
                refusal: self.availability_after_help(entry.action).err(),
            })
            .filter(|entry| {
                let text = format!(
                    "{} {} {} {}",
                    entry.entry.group.title(),
                    entry.entry.name,
                    entry.entry.help,
                    entry.keys.join(" ")
                );
                let folded = fold(&text);
                typed.split_whitespace().all(|word| folded.contains(word) || text.contains(word))
            })
            .collect()
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
            keys.iter().take(1).map(|key| format!("{}: {key}", layer.name())).collect()
        })
    }
}
