//! All tests from outside, in one executable: `cargo test --test it screen::` runs those of the screen.

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

mod axis;
mod built_in;
mod calendar;
mod check;
mod claims;
mod cli;
mod dataset;
mod date;
mod date_columns;
mod diff;
mod docs;
mod evidence;
mod examples;
mod export;
mod fmt;
mod fuzz;
mod growing;
mod guide;
mod hints;
mod imports;
mod japanese;
mod json;
mod keyboard;
mod keymap;
mod keymap_merge;
mod layers;
mod linear;
mod load;
mod localized;
mod manual;
mod marks;
mod memory;
mod messages;
mod mouse;
mod multiplexers;
mod names;
mod new;
mod own_themes;
mod packages;
mod pictures;
mod pty;
mod query;
mod reader;
mod recipes;
mod reference;
mod reloading;
mod remembered;
mod rows;
mod schema;
mod screen;
mod stream;
mod support;
mod terminals;
mod text;
mod tmux;
mod vocabulary;
mod zones;
