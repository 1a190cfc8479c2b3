//! All actions with their keys, for whatever is written about them.

use std::fmt::Write as _;

use super::{ACTIONS, ActionInfo, Group, KeyContext, KeySequence, Keymap};

/// An action with the keys that it has in each layer.
#[derive(Debug, Clone)]
pub struct KeyListEntry<'a> {
    /// The action.
    pub info: &'static ActionInfo,
    /// The layers that bind keys to it themselves, in the order of the keymap file, with those keys.
    pub keys: Vec<(KeyContext, &'a [KeySequence])>,
}

/// Returns every action with its keys, in the order of the help.
pub fn key_list(keymap: &Keymap) -> impl Iterator<Item = KeyListEntry<'_>> {
    let keys = |info: &ActionInfo| {
        let keys = KeyContext::ALL.into_iter().map(|context| (context, keymap.own_keys(context, info.action)));
        keys.filter(|(_, keys)| !keys.is_empty()).collect()
    };
    ACTIONS.iter().map(move |info| KeyListEntry { info, keys: keys(info) })
}

/// Returns every action with its keys as a Markdown table.
///
/// What only menus and text fields bind is left out.
pub fn readme_key_table(keymap: &Keymap) -> String {
    let mut table = String::from("| keys | what they do |\n| --- | --- |\n");
    let mut group = None;
    for entry in key_list(keymap).filter(|entry| entry.info.group != Group::Menus) {
        let bound = |(context, keys): &(KeyContext, &[KeySequence])| {
            let pane = match context {
                KeyContext::Browse => "",
                KeyContext::Matrix => "matrix: ",
                KeyContext::Words => "words: ",
                KeyContext::Axis => "axis: ",
                KeyContext::Detail => "detail: ",
                KeyContext::Chips => "terms: ",
                KeyContext::Menu | KeyContext::Page | KeyContext::Text => return None,
            };
            let keys: Vec<String> = keys.iter().map(|keys| format!("`{keys}`")).collect();
            Some(format!("{pane}{}", keys.join(" ")))
        };
        let keys: Vec<String> = entry.keys.iter().filter_map(bound).collect();
        let info = entry.info;
        if group.replace(info.group) != Some(info.group) {
            // Writing to a String cannot fail.
            let _ = writeln!(table, "| | **{}** |", info.group.title().english);
        }
        // A bar would end its cell, in code as well.
        let _ = writeln!(table, "| {} | {} |", keys.join(" · ").replace('|', "\\|"), info.help.english);
    }
    table
}
