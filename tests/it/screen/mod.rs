//! What a person sees, key by key, without a terminal: stories, sizes, hostile files and random keys, all over one
//! [`Screen`] that draws as the runtime does and checks every frame.

mod chips;
mod choice;
mod clock;
mod color_rules;
mod concordance;
mod detail;
mod expected;
mod exporting;
mod frame;
mod harness;
mod hint_laws;
mod hostile;
mod journeys;
mod ladder;
mod languages;
mod list;
mod many;
mod marks;
mod matrix;
mod mouse;
mod overflow;
mod plain_dates;
mod problems;
mod props;
mod query_line;
mod quotes;
mod refusals;
mod reloading;
mod remapped;
mod saved;
mod snapshots;
mod step;
mod streaming;
mod tables;
mod tabs;
mod themes;
mod threads;
mod windows;
mod years;

pub(crate) use harness::{BUILT_IN, DRAG, PRESS, RELEASE, SMALL, Screen, acts};
