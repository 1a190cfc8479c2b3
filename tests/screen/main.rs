//! What a person sees, key by key, without a terminal: stories, sizes, hostile files and random keys, all over one
//! [`screen::Screen`] that draws as the runtime does and checks every frame.

#![allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_push_string,
    reason = "a test that fails here has failed"
)]

mod clock;
mod expected;
mod hostile;
mod journeys;
mod ladder;
mod many;
mod matrix;
mod mouse;
mod problems;
mod props;
mod quotes;
mod refusals;
mod screen;
mod snapshots;
mod step;
mod streaming;
mod themes;
mod threads;
mod years;
