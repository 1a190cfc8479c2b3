//! In which order events happened, as the program itself finds it.

use std::{collections::HashMap, fmt::Write};

use super::{syntax_tree::Section, table_block::TableBlock};
use crate::load;

/// The place in time of each block that is an event; an event of which the date cannot be read stays behind the one before it.
/// `None` for what is no event, and for what stands before the first that can be read.
pub(super) fn event_places(blocks: &[TableBlock<'_>]) -> Vec<Option<usize>> {
    let timeline = load::timeline(dates(blocks).into_bytes()).timeline;
    let places = timeline.events().enumerate().filter_map(|(place, event)| Some((event.id.parse().ok()?, place)));
    let places: HashMap<usize, usize> = places.collect();
    let mut last = None;
    let place = |(at, block): (usize, &TableBlock<'_>)| {
        if block.name() != "event" {
            return None;
        }
        last = places.get(&at).copied().or(last);
        last
    };
    blocks.iter().enumerate().map(place).collect()
}

/// A timeline that says no more of each event than when it was, and how the clocks go.
fn dates(blocks: &[TableBlock<'_>]) -> String {
    let mut text = String::new();
    let said = |section: &Section<'_>, name: &str| {
        let value = section.scalar(name);
        value.map_or_else(String::new, |value| format!("{name} = {value}\n"))
    };
    for (at, block) in blocks.iter().enumerate() {
        let Some(section) = block.sections.first().filter(|section| section.path().len() == 1) else { continue };
        match block.name() {
            "timeline" => text = format!("[timeline]\n{}\n{text}", said(section, "zone")),
            "event" => {
                let dates = said(section, "date") + &said(section, "end");
                // Nothing can go wrong where a text is written to.
                let _ = write!(text, "[[event]]\nid = \"{at}\"\ntitle = \"{at}\"\n{dates}\n");
            }
            _ => {}
        }
    }
    text
}
