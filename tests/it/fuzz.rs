//! What is fuzzed, on the inputs that the repository holds: those that a run begins with, and those that broke something.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

#[path = "../../fuzz/src/targets/mod.rs"]
mod targets;

use targets::TARGETS;

/// What one small input may take, on a machine that does other things as well.
const MAX_TIME: Duration = Duration::from_secs(20);

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The files of a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn no_input_of_a_corpus_breaks_its_target() {
    for (name, target) in TARGETS {
        for file in files(&fuzz().join("corpus").join(name)) {
            println!("{}", file.display());
            let started = Instant::now();
            target(&fs::read(&file).unwrap());
            assert!(started.elapsed() < MAX_TIME, "{}: {:?}", file.display(), started.elapsed());
        }
    }
}

#[test]
fn each_target_has_a_corpus_and_a_program_for_libfuzzer() {
    let names: BTreeSet<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    let stems = |folder: &str| -> BTreeSet<String> {
        let stem = |file: PathBuf| file.file_stem().unwrap().to_string_lossy().into_owned();
        files(&fuzz().join(folder)).into_iter().map(stem).collect()
    };
    let named: BTreeSet<String> = names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(stems("corpus"), named);
    assert_eq!(stems("fuzz_targets"), named);
    let manifest: toml::Table = fs::read_to_string(fuzz().join("Cargo.toml")).unwrap().parse().unwrap();
    let programs: BTreeSet<&str> =
        manifest["bin"].as_array().unwrap().iter().map(|bin| bin["name"].as_str().unwrap()).collect();
    assert_eq!(programs, names);
    for name in names {
        let program = fs::read_to_string(fuzz().join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(program.contains(&format!("fuzz!(\"{name}\")")), "{name}");
        assert!(files(&fuzz().join("corpus").join(name)).len() > 1, "{name} begins with nothing");
    }
}
