//! What a person configures.

use annalist::{
    config::{QueryEdit, Settings, edit_queries},
    input::{ACTIONS, Binding, DEFAULT, KeyContext, KeySequence, Keymap, KeymapPreset},
    query::ParsedQuery,
    themes::{ColorDepth, StyleWords, ThemeName, ThemeReader},
};

use super::{halves, text};

/// A keymap over each of those that come along: a key does what it is listed for, and there is a way out.
pub(super) fn keymap(bytes: &[u8]) {
    let text = text(bytes);
    for mut keymap in [Keymap::parse(DEFAULT).ok(), KeymapPreset::Vim.keymap().ok()].into_iter().flatten() {
        let before = keymap.clone();
        match keymap.merge_text(&text) {
            Ok(warnings) => warnings.iter().for_each(|warning| {
                assert!(text.get(warning.span.clone()).is_some(), "{warning:?}");
                let _words = warning.kind.to_string();
            }),
            Err(error) => {
                assert!(text.get(error.span.clone()).is_some(), "{error:?}");
                let _words = error.kind.to_string();
                assert_eq!(keymap, before, "what is wrong changes nothing");
            }
        }
        for context in KeyContext::ALL {
            assert_listed(&keymap, context);
        }
    }
}

fn assert_listed(keymap: &Keymap, context: KeyContext) {
    let mut ways_out = 0;
    for info in ACTIONS {
        for keys in keymap.keys(context, info.action) {
            assert_eq!(keymap.binding(context, &keys), Some(Binding::Action(info.action)), "{keys}");
            assert_eq!(keys.to_string().parse::<KeySequence>().ok(), Some(keys));
            ways_out += usize::from(info.action == annalist::input::ProgramAction::Quit.into());
        }
    }
    assert!(ways_out > 0 || keymap.action(context, annalist::input::Key::from('c').with_ctrl()).is_some());
}

/// A configuration, and changes of its queries.
pub(super) fn config(bytes: &[u8]) {
    let all = text(bytes);
    let (config, query) = halves(&all);
    let Ok(mut settings) = Settings::new() else { panic!("the keys that come along are sound") };
    if let Err(error) = settings.read(config) {
        let _words = (error.position(config), error.describe("config.toml", config));
        return;
    }
    for name in settings.queries.iter().map(|(name, _)| name.as_str()).take(3).chain(["新 \"x\""]) {
        for edit in [QueryEdit::Save(name, query), QueryEdit::Delete(name), QueryEdit::Rename(name, "other")] {
            let Ok((changed, queries)) = edit_queries(config, edit) else { continue };
            let mut again = Settings { queries: Vec::new(), ..settings.clone() };
            assert_eq!(again.read(&changed), Ok(()), "{changed}");
            assert_eq!(again.queries, queries, "{changed}");
        }
    }
}

/// A theme, and behind a line of four dashes one that it may inherit.
pub(super) fn theme(bytes: &[u8]) {
    let all = text(bytes);
    let (mine, yours) = halves(&all);
    let own = |name: &ThemeName| match name.as_str() {
        "mine" => Some(Ok(mine.to_owned())),
        "yours" => Some(Ok(yours.to_owned())),
        _ => None,
    };
    let name: ThemeName = "mine".parse().expect("this is a name");
    for depth in [ColorDepth::True, ColorDepth::Indexed, ColorDepth::Sixteen] {
        match ThemeReader::new(&own, depth).read(&name) {
            Ok(theme) => drop(theme.lane(7)),
            Err(error) => drop(error.to_string()),
        }
    }
}

/// A query and, behind a line of four dashes, the style of the events that it keeps.
pub(super) fn colour(bytes: &[u8]) {
    let all = text(bytes);
    let (query, style) = halves(&all);
    let _style = StyleWords::parse(style).map(|words| words.style(ColorDepth::Sixteen));
    let quoted = |text: &str| toml_string(text);
    let config = format!("[[colour]]\nquery = {}\nstyle = {}\n", quoted(query), quoted(style));
    let Ok(mut settings) = Settings::new() else { panic!("the keys that come along are sound") };
    match settings.read(&config) {
        Ok(()) => {
            let rule = &settings.color_rules[0];
            for fault in ParsedQuery::parse(&rule.query).faults {
                let (line, column) = rule.position(fault.span.start);
                assert!(line >= 2 && column >= 1);
            }
        }
        Err(error) => assert!(error.position(&config).0 >= 1),
    }
}

/// A text as TOML has it in one line.
fn toml_string(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
