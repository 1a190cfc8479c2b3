//! The pipes of the README, each as it is pasted into a shell, where its program is on the machine.

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};

const HEAD: &str = "### Out of other programs\n";

/// The command lines of the README in the first block behind some words.
fn recipes(behind: &str) -> Vec<String> {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, rest) = readme.split_once(behind).unwrap();
    let block = rest.split("```console\n").nth(1).unwrap().split("```").next().unwrap();
    block.lines().map(|line| line.strip_prefix("$ ").unwrap().to_owned()).collect()
}

fn shell(line: &str, folder: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_annalist")).parent().unwrap();
    let path = env::var("PATH").unwrap_or_default();
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(folder).env("PATH", format!("{}:{path}", program.display()));
    shell.env("HOME", folder).env("GIT_CONFIG_NOSYSTEM", "1").output().unwrap()
}

/// What a program needs to find in its folder; `None` where it is not on the machine, or has nothing to say there.
fn prepared(program: &str, folder: &Path) -> Option<&'static str> {
    let quiet = |line: &str| shell(line, folder).status.success();
    if !quiet(&format!("command -v {program}")) {
        return None;
    }
    let commit = "GIT_AUTHOR_DATE=2021-04-05T06:07:08+09:00 GIT_COMMITTER_DATE=2021-04-05T06:07:08+09:00 \
                  git -c user.name=Keller -c user.email=k@example.org commit -q --allow-empty -m 'A first step, and more'";
    match program {
        "git" => quiet("git init -q").then_some(())?,
        "sqlite3" => quiet("sqlite3 history.db \"CREATE TABLE visits(at TEXT, title TEXT); INSERT INTO visits VALUES ('2021-04-05T06:07:08Z', 'A first step, and more')\"").then_some(())?,
        "duckdb" => quiet("duckdb -c \"COPY (SELECT TIMESTAMP '2021-04-05 06:07:08' AS at, 'A first step, and more' AS title) TO 'events.parquet' (FORMAT parquet)\"").then_some(())?,
        "clickhouse" => quiet("clickhouse local -q \"SELECT toDateTime('2021-04-05 06:07:08', 'UTC') AS at, 'A first step, and more' AS title INTO OUTFILE 'events.parquet' FORMAT Parquet\"").then_some(())?,
        "soffice" => fs::write(folder.join("book.csv"), "date,title\n2021-04-05,\"A first step, and more\"\n").ok()?,
        "journalctl" => {
            let said = shell("journalctl -q -o json -n 1", folder);
            return (said.stdout.len() > 2).then_some("");
        }
        _ => return None,
    }
    if program == "git" && !quiet(commit) {
        return None;
    }
    if program == "soffice" && !quiet("soffice --headless --convert-to xlsx book.csv && rm book.csv") {
        return None;
    }
    Some("A first step, and more")
}

#[test]
fn what_is_declared_is_kept_by_itself_as_it_is_pasted() {
    let folder = tempfile::tempdir().unwrap();
    let said: Vec<Output> = recipes("is kept by itself").iter().map(|line| shell(line, folder.path())).collect();
    assert!(said.len() == 3 && said.iter().all(|output| output.status.success()), "{said:?}");
    fs::write(folder.path().join("again.toml"), &said[2].stdout).unwrap();
    let diff = shell("annalist -f toml -o all.toml && annalist diff all.toml again.toml", folder.path());
    assert!(diff.status.success(), "{}", String::from_utf8_lossy(&diff.stdout));
}

#[test]
fn the_pipes_of_the_readme_run_as_they_are_pasted() {
    let recipes = recipes(HEAD);
    assert!(recipes.len() >= 5, "{recipes:?}");
    let mut ran = Vec::new();
    for line in recipes {
        let program = line.split(' ').next().unwrap_or_default().to_owned();
        let folder = tempfile::tempdir().unwrap();
        let Some(expected) = prepared(&program, folder.path()) else {
            println!("skipped, for want of {program}: {line}");
            continue;
        };
        let output = shell(&line, folder.path());
        let (out, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{line}: {errors}");
        assert!(!out.trim().is_empty() && out.contains(expected), "{line}: {out}{errors}");
        ran.push(program);
    }
    assert!(ran.iter().any(|program| program == "git"), "of the recipes only these were run: {ran:?}");
}
