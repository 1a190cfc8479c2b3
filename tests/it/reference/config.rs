//! `docs/config.md`: what can be set.

use annalist::config::{DEFAULT_CONFIG, Settings};

use super::{assert_written, blocks, code, page, table};

const ABOUT: &str = "\
The configuration is `~/.config/annalist/config.toml`, or below `$XDG_CONFIG_HOME` where that is set; `--config FILE` names another one.
`annalist config` prints all of it with its defaults, and what is wrong in one is named with line and column. An option of the command line
goes before a setting.
";

/// The settings that are a line: name, default and what it says of them.
fn settings() -> Vec<[String; 3]> {
    let lines = DEFAULT_CONFIG.lines().take_while(|line| !line.starts_with('[')).filter(|line| !line.starts_with('#'));
    let setting = |line: &str| {
        let (name, rest) = line.split_once(" = ")?;
        let (value, about) = rest.split_once('#')?;
        Some([code([name.trim()]), code([value.trim()]), about.trim().to_owned()])
    };
    lines.filter_map(setting).collect()
}

#[test]
fn the_page_of_settings_is_made_of_the_configuration_and_its_examples_are_read() {
    let settings = settings();
    let by_line = DEFAULT_CONFIG.lines().take_while(|line| !line.starts_with('[')).filter(|line| line.contains(" = "));
    assert_eq!(settings.len(), by_line.filter(|line| !line.starts_with('#')).count());
    let tables = DEFAULT_CONFIG.find("# Queries with a name").unwrap();
    let text = format!(
        "{ABOUT}\n{}\n## Queries, colours, tables and keys\n\nWhat stands in tables, with an example each:\n\n```toml\n{}```\n\n\
         Actions and layers are listed in [keys.md](keys.md), queries in [query.md](query.md), styles and themes in [themes.md](themes.md).\n",
        table(["setting", "default", "means"], settings),
        &DEFAULT_CONFIG[tables..],
    );
    let page = page("Configuration", &text);
    assert_written("docs/config.md", &page);
    for example in blocks(&page, "toml") {
        // An example is what is left of a line without the sign of a comment.
        let active: Vec<&str> =
            example
                .lines()
                .map(|line| {
                    if line.contains(" = ") || line.starts_with("# [[") { line.trim_start_matches("# ") } else { line }
                })
                .collect();
        let mut read = Settings::new().unwrap();
        read.read(&active.join("\n")).unwrap();
        assert!(read.warnings.is_empty());
        assert_eq!((read.queries.len(), read.color_rules.len(), read.maps.len()), (2, 1, 1));
    }
}
