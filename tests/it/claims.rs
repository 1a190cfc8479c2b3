//! The list of what is promised: its words still stand where it says, its tests are there, and nothing is left out.

use std::fs;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A row of the list.
struct Claim {
    words: String,
    place: &'static str,
    tests: Vec<String>,
}

fn read(path: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{path}")).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text without line breaks, so that words are found wherever their lines end.
fn flat(text: &str) -> String {
    let lines = text.lines().map(|line| line.strip_prefix("# ").unwrap_or(line));
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Where options are defined, of which the help is made.
const HELP: &str = "src/cli/args.rs";

fn read_place(place: &str) -> String {
    if place != HELP {
        return read(place);
    }
    let styles = annalist::export::CitationStyle::ALL.map(|style| format!("    /// {}\n", style.about()));
    read(HELP) + &read("src/cli/read_args.rs") + &read("src/cli/check_args.rs") + &styles.concat()
}

fn claims() -> Vec<Claim> {
    let list = read("tests/claims.md");
    let rows = list.lines().filter(|line| line.starts_with("| \""));
    let claims: Vec<Claim> = rows
        .map(|row| {
            let cells: Vec<&str> = row.trim_matches(['|', ' ']).split(" | ").collect();
            let [words, place, tests] = cells[..] else { panic!("not three cells: {row}") };
            let place = match place {
                "README" => "README.md",
                "help" => HELP,
                "config" => "assets/config.toml",
                _ => panic!("no such place: {row}"),
            };
            let words = flat(words.strip_prefix('"').unwrap().strip_suffix('"').unwrap());
            Claim { words, place, tests: tests.split(", ").map(str::to_owned).collect() }
        })
        .collect();
    assert!(claims.len() > 100);
    claims
}

/// Whether a claim is about a part of this text, or of a part of which it is one.
fn is_claimed(text: &str, place: &str, claims: &[Claim]) -> bool {
    let text = flat(text);
    claims.iter().any(|claim| claim.place == place && (text.contains(&claim.words) || claim.words.contains(&text)))
}

#[test]
fn what_is_claimed_still_stands_where_it_is_said_to() {
    let mut gone = claims();
    gone.retain(|claim| !flat(&read_place(claim.place)).contains(&claim.words));
    let gone: Vec<String> = gone.into_iter().map(|claim| format!("{}: {}", claim.place, claim.words)).collect();
    assert_eq!(gone, [""; 0], "this is no longer said");
}

#[test]
fn every_claim_is_held_by_a_test_that_is_there() {
    for claim in claims() {
        assert!(!claim.tests.is_empty());
        for test in &claim.tests {
            let (file, name) = test.rsplit_once("::").unwrap_or_else(|| panic!("{test}: {}", claim.words));
            let path = if file.starts_with("src/") { format!("{file}.rs") } else { format!("tests/it/{file}.rs") };
            let source = read(&path);
            let Some((before, _)) = source.split_once(&format!("fn {name}(")) else { panic!("{path} has no {name}") };
            let attributes = before.rsplit("\n\n").next().unwrap_or_default();
            assert!(attributes.contains("#[test]"), "{name} is no test of {path}");
        }
    }
}

#[test]
fn no_sentence_of_the_readme_is_without_a_claim() {
    let claims = claims();
    let readme = read("README.md");
    let (before, _) = readme.split_once("## Keys").unwrap();
    let mut without = Vec::new();
    let mut text = String::new();
    let mut is_code = false;
    for line in before.lines() {
        is_code ^= line.starts_with("```");
        let is_row = line.starts_with("| ");
        let is_head = ["| --- ", "| query |", "| option |", "| file |", "| table |", "| format |"]
            .iter()
            .any(|head| line.starts_with(head));
        // The table of fields is one claim.
        let is_field = line.starts_with("| `[") || line.starts_with("| `people`");
        if is_row && !is_head && !is_field {
            without.extend(Some(line.to_owned()).filter(|line| !is_claimed(line, "README.md", &claims)));
        }
        if !is_code && !is_row && !line.starts_with(['#', '!', '`']) {
            text += if line.is_empty() || line.starts_with("- ") { "\n\n" } else { " " };
            text += line;
        }
    }
    for sentence in text.split("\n\n").flat_map(|part| part.split_inclusive(". ")).map(str::trim) {
        let says_nothing = sentence.is_empty() || sentence.starts_with("The [quotes]");
        if !says_nothing && !is_claimed(sentence, "README.md", &claims) {
            without.push(sentence.to_owned());
        }
    }
    assert_eq!(without, [""; 0], "nothing holds these");
}

#[test]
fn no_line_of_the_help_or_the_configuration_is_without_a_claim() {
    let claims = claims();
    let help = read_place(HELP);
    let lines: Vec<&str> = help.lines().collect();
    for pair in lines.windows(2) {
        let Some(words) = pair[0].trim().strip_prefix("/// ").filter(|_| pair[0].starts_with("    ")) else { continue };
        let is_code = pair[1].contains("fn ");
        assert!(is_code || is_claimed(words, HELP, &claims), "nothing holds: {words}");
    }
    for setting in
        read("assets/config.toml").lines().filter(|line| !line.starts_with(['#', '[']) && line.contains(" = "))
    {
        assert!(is_claimed(setting, "assets/config.toml", &claims), "nothing holds: {setting}");
    }
}
