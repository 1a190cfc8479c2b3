//! The keymap as a table for the README.

use std::fmt::Write as _;

use super::{ACTIONS, Group, KeyContext, Keymap};

/// Returns every action with its keys as a Markdown table.
///
/// What only menus and text fields bind is left out.
pub fn readme_key_table(keymap: &Keymap) -> String {
    let mut table = String::from("| keys | what they do |\n| --- | --- |\n");
    let mut group = None;
    for entry in ACTIONS.iter().filter(|entry| entry.group != Group::Menus) {
        let panes = [
            (KeyContext::Browse, ""),
            (KeyContext::Matrix, "matrix: "),
            (KeyContext::Words, "words: "),
            (KeyContext::Axis, "axis: "),
            (KeyContext::Detail, "detail: "),
            (KeyContext::Chips, "terms: "),
        ];
        let bound = |(layer, pane): (KeyContext, &str)| {
            let keys = keymap.own_keys(layer, entry.action);
            let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
            (!keys.is_empty()).then(|| format!("{pane}{}", keys.join(" ")))
        };
        let keys: Vec<String> = panes.into_iter().filter_map(bound).collect();
        if group.replace(entry.group) != Some(entry.group) {
            // Writing to a String cannot fail.
            let _ = writeln!(table, "| | **{}** |", entry.group.title().english);
        }
        let _ = writeln!(table, "| {} | {} |", keys.join(" · "), entry.help.english);
    }
    table
}
