//! The guide is what happens: its commands print what stands below them, its keys show what they are said to show, and
//! its links lead somewhere. `UPDATE_DOCS=1 cargo test --test it guide` writes what the commands print.

mod commands;
mod keyboard;
mod links;
mod page;
mod pages;
mod prose;
