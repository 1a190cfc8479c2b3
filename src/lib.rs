//! annalist: a timeline explorer for the terminal.
//!
//! The storeys, from the ground up; each uses its own and lower ones only (`tests/layers.rs` holds it):
//! [`text`] and [`model`], then [`axis`] and [`query`], [`load`] and [`export`], [`input`], [`app`], [`ui`],
//! [`terminal`], and on top the binary's own `cli` and `runtime`.

pub mod model;
