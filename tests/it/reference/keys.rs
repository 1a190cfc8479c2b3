//! `docs/keys.md`: every action by its name, with its keys in each layer.

use annalist::{
    config::Settings,
    input::{ACTIONS, DEFAULT, Group, KeyContext, Keymap},
};

use super::{assert_written, blocks, code, page, table};

const ABOUT: &str = "\
A key means what the layer that has the keyboard says; what that layer does not name goes to `browse`. In the configuration an action
that is named has the keys that are given there instead of its own:

```toml
[keys.browse]
next = [\"j\", \"Down\", \"Ctrl-j\"]
```

Inside, `?` lists these actions with the keys that they have, and runs the one that is chosen.
";

#[test]
fn the_page_of_keys_is_made_of_the_actions_and_the_keymap() {
    let keymap = Keymap::parse(DEFAULT).unwrap();
    let keys = |action| {
        let in_layer = |layer: KeyContext| {
            let keys = keymap.own_keys(layer, action);
            (!keys.is_empty()).then(|| format!("{}: {}", layer.name(), code(keys)))
        };
        KeyContext::ALL.into_iter().filter_map(in_layer).collect::<Vec<_>>().join(" · ")
    };
    let mut text = ABOUT.to_owned();
    let mut groups: Vec<Group> = ACTIONS.iter().map(|entry| entry.group).collect();
    groups.dedup();
    for group in groups {
        let actions = ACTIONS.iter().filter(|entry| entry.group == group);
        let rows = actions.map(|entry| [code([entry.name]), keys(entry.action), entry.help.english.to_owned()]);
        text += &format!("\n## {}\n\n{}", group.title().english, table(["action", "keys", "what it does"], rows));
    }
    let page = page("Keys", &text);
    assert_written("docs/keys.md", &page);
    for entry in ACTIONS {
        assert!(page.contains(&format!("| `{}` |", entry.name)), "{}", entry.name);
    }
    for example in blocks(&page, "toml") {
        let mut settings = Settings::new().unwrap();
        settings.read(example).unwrap();
        assert!(settings.warnings.is_empty() && settings.keymap != keymap, "{example}");
    }
}
