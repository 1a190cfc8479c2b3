//! `annalist check`: what is found, what it is called, how it is told, and what is made of it.

mod codes;
mod findings;
mod fix;
mod formats;

use std::path::PathBuf;

use tempfile::TempDir;

use crate::cli::{annalist, file, out, path};

/// What `check` prints of a file, with these options before its name.
fn check(name: &str, text: &[u8], options: &[&str]) -> String {
    let (_folder, file): (TempDir, PathBuf) = file(name, text);
    out(&annalist(&[&["check"], options, &[path(&file)]].concat()))
}
