//! What is written about the program is what the program says of itself.

use std::{env, fs};

use annalist::{
    config::DEFAULT_CONFIG,
    input::{DEFAULT, KeyContext, Keymap, readme_key_table},
    load::{self, Format},
    query::ParsedQuery,
};

const BEGIN: &str = "tests/it/docs.rs holds it -->\n";
const END: &str = "<!-- /keys -->";

#[test]
fn the_readme_has_the_table_of_keys() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).unwrap();
    let (head, rest) = readme.split_once(BEGIN).unwrap();
    let (table, tail) = rest.split_once(END).unwrap();
    let made = readme_key_table(&Keymap::parse(DEFAULT).unwrap());
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path, format!("{head}{BEGIN}{made}{END}{tail}")).unwrap();
        return;
    }
    assert_eq!(table, made, "run `UPDATE_DOCS=1 cargo test --test it docs`");
}

fn readme() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

/// The rows of the table below this head, without its rule.
fn rows(head: &str) -> Vec<String> {
    let readme = readme();
    let (_, table) = readme.split_once(head).unwrap();
    table.lines().skip(2).take_while(|line| line.starts_with('|')).map(str::to_owned).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(|quoted| quoted.replace("\\|", "|")).collect()
}

#[test]
fn the_timeline_and_the_dates_of_the_readme_are_sound() {
    let readme = readme();
    let toml = readme.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let help = include_str!("../../src/cli/args.rs").split("two lines an event:").nth(1).unwrap();
    let help = help.split("\\n\\n").nth(1).unwrap().replace("\\n", "\n").replace("\\\"", "\"");
    for (text, events) in [(toml, 2), (help.as_str(), 1)] {
        let loaded = load::timeline(text.as_bytes().to_vec());
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        assert_eq!(loaded.timeline.len(), events);
    }
    let dates = readme.split("A date is as precise as you know it").nth(1).unwrap();
    let dates = quoted(dates.split("annalist shows it just so").next().unwrap());
    assert_eq!(dates.len(), 8);
    let clock = readme.split("Clock times are ").nth(1).unwrap();
    for date in dates.iter().chain(quoted(clock).first()) {
        let toml = format!("[[event]]\ndate = \"{date}\"\ntitle = \"A\"\n");
        assert!(load::timeline(toml.into_bytes()).problems.is_empty(), "{date}");
    }
}

#[test]
fn the_queries_of_the_readme_are_sound() {
    let timeline = load::timeline(crate::support::BUILT_IN.as_bytes().to_vec()).timeline;
    let rows = rows("| query | keeps |");
    assert_eq!(rows.len(), 14);
    for row in rows {
        for query in quoted(&row.replace("\\|", "/")) {
            let query = query.replace('/', "|").replace("ID", "2023-01-06-dhs-meti-moc");
            let is_field = query.ends_with(':');
            assert!(is_field || ParsedQuery::parse_for(&query, &timeline).faults.is_empty(), "{query}");
            assert!(
                !is_field || !ParsedQuery::parse_for(&format!("{query}2023"), &timeline).query.is_empty(),
                "{query}"
            );
        }
    }
}

#[test]
fn the_queries_of_its_command_lines_are_sound() {
    let timeline = load::timeline(crate::support::BUILT_IN.as_bytes().to_vec()).timeline;
    let readme = readme();
    let queries: Vec<&str> = readme
        .lines()
        .filter(|line| line.starts_with("$ annalist -q '"))
        .filter_map(|line| line.split('\'').nth(1))
        .collect();
    assert!(!queries.is_empty());
    for query in queries {
        assert_eq!(ParsedQuery::parse_for(query, &timeline).faults, [], "{query}");
    }
}

#[test]
fn the_readme_names_every_field_that_is_read_and_no_other() {
    let source = include_str!("../../src/load/schema.rs");
    let mut read: Vec<&str> = Vec::new();
    for (call, before) in
        [("fields.", 0), ("required(fields, ", 1), ("said(fields, ", 0), ("mark(fields, ", 0), ("url(fields, ", 0)]
    {
        for rest in source.split(call).skip(1) {
            let call = rest.split(')').next().unwrap_or_default();
            let is_name = call.starts_with('"') || call.split_once("(\"").is_some_and(|(name, _)| !name.contains(' '));
            read.extend(call.split('"').skip(1).step_by(2).nth(before).filter(|_| is_name));
        }
    }
    read.sort_unstable();
    read.dedup();
    assert!(read.len() > 40, "{read:?}");
    let fields = rows("| table | fields |").into_iter().flat_map(|row| {
        let (_, fields) = row[1..].split_once('|').unwrap();
        quoted(fields)
    });
    let mut named: Vec<String> = fields.collect();
    named.sort_unstable();
    named.dedup();
    assert_eq!(named, read);
}

#[test]
fn a_timeline_with_every_field_is_read_without_a_word() {
    let values = |field: &str| match field {
        "areas" | "parties" | "organisations" => "[\"a\"]",
        "follows" | "checks" | "supports" => "[]",
        "roles" => "[{ role = \"b\", role_ja = \"b\", from = \"2020\" }]",
        "people" => "[{ name = \"a\", name_ja = \"A\", role = \"b\", party = \"a\" }]",
        "differs" => "[{ field = \"date\", value = \"2022\", source = 1 }]",
        "context" | "as_reported" | "primary" | "further_reading" => "true",
        "confidence" => "\"high\"",
        "date" | "end" | "updated" | "window" => "\"2023-01-06\"",
        "zone" => "\"UTC\"",
        "lang" => "\"en\"",
        "url" | "archived" => "\"https://example.org/\"",
        "mark" | "ascii" => "\"x\"",
        _ => "\"a\"",
    };
    let mut toml = String::new();
    let rows = rows("| table | fields |");
    let of = |table: &str| rows.iter().find(|row| row.contains(table)).unwrap();
    for table in [
        "[timeline]",
        "[[lane]]",
        "[[kind]]",
        "[[area]]",
        "[[party]]",
        "[[organisation]]",
        "[[person]]",
        "[[event]]",
        "[[event.quote]]",
        "[[event.source]]",
    ] {
        toml += &format!("{table}\n");
        for field in quoted(of(table).get(1..).unwrap().split_once('|').unwrap().1) {
            let is_table = table == "[[event]]" && ["quote", "source"].contains(&field.as_str())
                // The day stands in the posts themselves.
                || field == "from";
            let value = if field == "source" { "1" } else { values(&field) };
            toml += &if is_table { String::new() } else { format!("{field} = {value}\n") };
        }
    }
    let loaded = load::timeline_in(Format::Toml, toml.into_bytes());
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    assert_eq!(loaded.timeline.len(), 1);
}

#[test]
fn the_readme_names_the_oldest_rust_that_will_do() {
    let oldest = env!("CARGO_PKG_RUST_VERSION");
    assert!(readme().contains(&format!("Rust {oldest} or newer")), "{oldest}");
}

#[test]
fn the_configuration_names_all_layers() {
    let names: Vec<&str> = KeyContext::ALL.into_iter().map(KeyContext::name).collect();
    let words = DEFAULT_CONFIG.split_whitespace().filter(|word| *word != "#").collect::<Vec<_>>().join(" ");
    assert!(words.contains(&format!("Layers: {}.", names.join(", "))), "{names:?}");
}

#[test]
fn the_changelog_speaks_of_this_version() {
    let changelog = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/CHANGELOG.md")).unwrap();
    assert!(changelog.contains(&format!("## {}", env!("CARGO_PKG_VERSION"))));
}
