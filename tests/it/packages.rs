//! What is packed, and how it is built elsewhere.

use std::{
    collections::BTreeSet,
    fs,
    path::{Component, Path, PathBuf},
    process::Command,
};

use crate::cli::{annalist, out};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const VERSION: &str = env!("CARGO_PKG_VERSION");

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).unwrap()
}

/// The files of the package, by their paths in the project.
fn packed() -> BTreeSet<PathBuf> {
    let mut command = Command::new(env!("CARGO"));
    let output = command.current_dir(ROOT).args(["package", "--list", "--offline", "--allow-dirty"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(PathBuf::from).collect()
}

/// The path without its steps up.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        if part == Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
        plain
    })
}

#[test]
fn the_package_has_what_the_program_is_made_of_and_no_more() {
    let packed = packed();
    let mut included = 0;
    for file in packed.iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs")) {
        let text = fs::read_to_string(Path::new(ROOT).join(file)).unwrap();
        let logic = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for rest in logic.split("include_str!(\"").skip(1).chain(logic.split("include_bytes!(\"").skip(1)) {
            let named = plain(&file.parent().unwrap().join(rest.split('"').next().unwrap()));
            assert!(packed.contains(&named), "{} includes {}", file.display(), named.display());
            included += 1;
        }
    }
    assert!(included > 6);
    for file in &packed {
        let is_made = ["Cargo.lock", "Cargo.toml", "Cargo.toml.orig", ".cargo_vcs_info.json"];
        let is_text = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];
        let name = file.to_str().unwrap();
        let is_of_program = name.starts_with("src/") && (name.ends_with(".rs") || name.ends_with(".md"));
        let is_asset = name.starts_with("assets/") && [".toml", ".css", ".js"].iter().any(|end| name.ends_with(end));
        assert!(is_made.contains(&name) || is_text.contains(&name) || is_of_program || is_asset, "{name}");
    }
}

#[test]
fn recipes_name_the_version_and_the_licence() {
    for (recipe, version) in [
        ("packaging/debian/changelog", format!("annalist ({VERSION}-1) ")),
        ("packaging/aur/PKGBUILD", format!("\npkgver={VERSION}\n")),
        ("packaging/homebrew/annalist.rb", format!("\n  version \"{VERSION}\"\n")),
        ("packaging/homebrew/annalist.rb", format!("annalist-{VERSION}.tar.gz")),
        ("packaging/nix/default.nix", format!("\n  version = \"{VERSION}\";\n")),
        ("packaging/README.md", format!("annalist-{VERSION}.tar.gz")),
        ("CHANGELOG.md", format!("\n## {VERSION}")),
    ] {
        assert!(read(recipe).contains(&version), "{recipe}: {version}");
    }
    let oldest = env!("CARGO_PKG_RUST_VERSION");
    assert!(read(".github/workflows/tests.yml").contains(&format!("cargo +{oldest} check")));
}

#[test]
fn packages_get_a_page_for_each_command_and_completions_for_each_shell() {
    let folder = tempfile::tempdir().unwrap();
    let documents = folder.path().join("documents");
    let mut script = Command::new("bash");
    script.arg(Path::new(ROOT).join("packaging/documents")).arg(&documents).arg(env!("CARGO_BIN_EXE_annalist"));
    let output = script.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let written: BTreeSet<String> =
        fs::read_dir(&documents).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let help = out(&annalist(&["--help"]));
    let commands = help.split("Commands:\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    let pages = commands.iter().map(|command| format!("annalist-{command}.1")).chain(["annalist.1".to_owned()]);
    for page in pages {
        assert!(written.contains(&page), "{page}");
        assert!(fs::read_to_string(documents.join(&page)).unwrap().contains("\n.SH NAME\n"), "{page}");
    }
    assert_eq!(written.len(), commands.len() + 1 + 6, "{written:?}");
}
