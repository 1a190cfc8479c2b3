//! annalist: a timeline explorer for the terminal.
//!
//! The layers, from the ground up; each uses its own and lower ones only (`tests/it/layers` holds it):
//! [`text`], [`messages`], [`platform`] and [`model`], then [`built_in`], [`axis`], [`query`] and [`themes`], [`load`], [`fields`] and [`marks`], [`diff`] and [`schema`], [`export`], [`stream`], [`input`] and [`config`], [`app`],
//! [`ui`] and, beside it, [`reader`],
//! [`terminal`], and on top the binary's own `cli` and `runtime`.

pub mod app;
pub mod axis;
pub mod built_in;
pub mod cli;
pub mod config;
pub mod diff;
pub mod export;
pub mod fields;
pub mod formatter;
pub mod input;
pub mod load;
pub mod marks;
pub mod messages;
pub mod model;
pub mod platform;
pub mod query;
pub mod reader;
pub mod runtime;
pub mod schema;
pub mod stream;
pub mod terminal;
pub mod text;
pub mod themes;
pub mod ui;
