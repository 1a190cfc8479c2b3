//! Files that are made of something else: they are held to be what is made, or written anew.

use std::{env, fs, path::Path};

/// Asserts that a file of the repository has this content; writes it under `UPDATE_DOCS=1`.
#[track_caller]
pub(crate) fn assert_written(name: &str, content: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    let first = there.lines().zip(content.lines()).find(|(there, made)| there != made);
    assert!(
        there == content,
        "{name} is not what is made of the tables: UPDATE_DOCS=1 cargo test --test it writes it; (there, made): {first:?}"
    );
}
