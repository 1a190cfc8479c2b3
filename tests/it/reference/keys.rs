//! `docs/keys.md`: how keys are set, every action by its name with its keys in each layer, and the keymaps that come along.

use annalist::{
    config::Settings,
    input::{ACTIONS, DEFAULT, Group, KeyContext, KeyListEntry, Keymap, KeymapPreset, key_list},
};

use super::{assert_written, blocks, code, page, table};

const ABOUT: &str = "\
A key means what the layer that has the keyboard says; what `matrix`, `words`, `axis` and `detail` do not name goes to `browse`. Inside,
`?` lists these actions with the keys that they have, and runs the one that is chosen, whether it has a key or not.

## Other keys

In the [configuration](config.md) a line chooses the keymap to start from, and `[keys]` changes it, by layer and action:

```toml
keymap = \"vim\"

[keys.browse]
next = [\"n\", \"Down\"]
previous = [\"e\", \"Up\"]
last = \"g e\"
mouse = \"none\"
```

- An action that is named has the keys that are given there instead of its own; `\"none\"` takes all of them away. The first key is the one
  that hints and help show.
- A key of yours goes before every key that its layer has from the keymap. An action that has no key left by that is named among the
  problems (`!`), and the help still runs it. What a pane binds itself goes before `browse`, as it does in the keymap.
- Two of your own that do not go together are an error, which names both places by line and column; none of your keys hold then.
- Ctrl-c quits wherever it stands for nothing else.

A key is a character (`j`, `G`, `?`, `漢`) or a name: `Space`, `Enter`, `Esc`, `Tab`, `Backspace`, `Del`, `Ins`, `Home`, `End`, `PgUp`, `PgDn`,
`Up`, `Down`, `Left`, `Right`, `F1` to `F35`, with `Ctrl-`, `Alt-` or `Shift-` before it. A character says itself whether Shift is held, but for
a letter with Ctrl (`Ctrl-Shift-d`).

Keys that are pressed one after another stand with blanks between them: `g g`. What was pressed stands at the right of the last line, and
what may follow at its left; there is no time-out. Esc ends it, or what else goes back; any other key that leads nowhere ends it too, does
nothing, and that is said. A key that others begin with has no action of its own: where yours begins with one of the keymap, that one is
taken away, and two of yours of which one begins with the other are an error.

In text fields characters are typed, so what is bound there begins with another key. In menus a letter chooses an entry, unless it is bound.

Terminals with the [kitty keyboard protocol](https://sw.kovidgoyal.net/kitty/keyboard-protocol/) are asked for it: there Esc is heard at once, and all
keys are told apart. Others send the same for `Ctrl-i` and `Tab`, `Ctrl-m` and `Enter`, `Ctrl-[` and `Esc`, some also for `Ctrl-h` and `Backspace`
or `Ctrl-j` and `Enter`, and nearly all for a letter with Ctrl whether Shift is held or not; `Alt-[`, `Alt-]`, `Alt-O` and `Alt-P` begin longer
sequences there. Such keys can be bound, and are named with line and column. Where one is not bound, it is what it is to other terminals.
";

/// The keys of an action, by layer; an action without any has nothing there.
fn keys(entry: &KeyListEntry<'_>) -> String {
    let layers = entry.keys.iter().map(|(context, keys)| format!("{}: {}", context.name(), code(*keys)));
    layers.collect::<Vec<_>>().join(" · ")
}

/// What a keymap that comes along changes.
fn preset_table(preset: KeymapPreset) -> String {
    let (default, keymap) = (KeymapPreset::Default.keymap().unwrap(), preset.keymap().unwrap());
    let rows = KeyContext::ALL.into_iter().flat_map(|context| {
        let (default, keymap) = (&default, &keymap);
        ACTIONS.iter().filter_map(move |info| {
            let (before, keys) = (default.own_keys(context, info.action), keymap.own_keys(context, info.action));
            (before != keys)
                .then(|| [context.name().to_owned(), code([info.name]), code(keys), info.help.english.to_owned()])
        })
    });
    table(["layer", "action", "keys", "what it does"], rows.collect::<Vec<_>>())
}

#[test]
fn the_page_of_keys_is_made_of_the_actions_and_the_keymap() {
    let keymap = Keymap::parse(DEFAULT).unwrap();
    let entries: Vec<KeyListEntry<'_>> = key_list(&keymap).collect();
    let mut text = ABOUT.to_owned();
    let mut groups: Vec<Group> = entries.iter().map(|entry| entry.info.group).collect();
    groups.dedup();
    for group in groups {
        let actions = entries.iter().filter(|entry| entry.info.group == group);
        let rows = actions.map(|entry| [code([entry.info.name]), keys(entry), entry.info.help.english.to_owned()]);
        text += &format!("\n## {}\n\n{}", group.title().english, table(["action", "keys", "what it does"], rows));
    }
    for preset in KeymapPreset::ALL.into_iter().filter(|preset| *preset != KeymapPreset::Default) {
        let name = preset.name();
        text += &format!("\n## `keymap = \"{name}\"`\n\nWhat is otherwise than above:\n\n{}", preset_table(preset));
    }
    let page = page("Keys", &text);
    assert_written("docs/keys.md", &page);
    for entry in &entries {
        assert!(page.contains(&format!("| `{}` |", entry.info.name)), "{}", entry.info.name);
    }
    for example in blocks(&page, "toml") {
        let mut settings = Settings::new().unwrap();
        settings.read(example).unwrap();
        let told: Vec<String> = settings.warnings.iter().map(|warning| warning.fault.to_string()).collect();
        assert_eq!(told.len(), 2, "`n` and `e` had actions: {told:?}");
        assert!(settings.keymap != keymap, "{example}");
    }
}
