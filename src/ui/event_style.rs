//! The style that a person has given to an event by a rule of the configuration.

use ratatui::style::{Modifier, Style};

use super::Skin;
use crate::{app::App, model::EventIndex};

/// The style of an event of its own; empty where no rule keeps it. On the selected row the ground is that of the selection.
pub(super) fn of_event(app: &App, skin: &Skin, ix: EventIndex, is_selected: bool) -> Style {
    let style = app.color_rule_of(ix).map_or_else(Style::new, |rule| of_rule(skin, rule));
    if is_selected {
        let add_modifier = style.add_modifier.difference(Modifier::REVERSED | Modifier::DIM);
        // Where the selection is reversed, the ink is what is given as ground.
        let is_reversed = skin.theme.selected.add_modifier.contains(Modifier::REVERSED);
        let (fg, bg) = if is_reversed { (None, style.fg) } else { (style.fg, None) };
        return Style { fg, bg, add_modifier, ..style };
    }
    style
}

/// The style that a rule gives.
pub(super) fn of_rule(skin: &Skin, rule: usize) -> Style {
    skin.rule_styles.get(rule).copied().unwrap_or_default()
}
