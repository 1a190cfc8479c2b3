//! What is wrong with a keymap, and what has to be known of one that holds.

messages! {
    // Names.
    no_layer(name: &str, way: &str) "there is no layer `{name}`{way}" | "キーの区分 `{name}` はありません{way}";
    no_action(name: &str, way: &str) "there is no action `{name}`{way}" | "操作 `{name}` はありません{way}";
    no_key(name: &str, way: &str) "no key is called `{name}`{way}" | "キー `{name}` はありません{way}";
    write_a_key() "; write a character, or a name such as `Enter`, `PgDn` or `F1`" | "。文字か、`Enter`、`PgDn`、`F1` のような名前を書いてください";
    key_missing() "a key is missing; write one such as `j`, `Ctrl-d` or `PgDn`" | "キーがありません。`j`、`Ctrl-d`、`PgDn` のように書いてください";
    shifted_character(shifted: &str) "`Shift` does not go with a character; write the character that it gives, such as `{shifted}`" | "`Shift` は文字と組み合わせられません。`{shifted}` のように、入力される文字を書いてください";
    capital_control(small: char) "a letter with `Ctrl` is written small: `Ctrl-{small}`, or `Ctrl-Shift-{small}` with Shift held" | "`Ctrl` と組み合わせる英字は小文字です。`Ctrl-{small}`、または `Ctrl-Shift-{small}` と書いてください";

    // What does not go together.
    never_heard(long: &str, action: &str, short: &str, other: &str) "`{long}` for `{action}` is never heard, since `{short}` is bound to `{other}`" | "`{short}` が `{other}` に割り当てられているため、`{action}` の `{long}` は使えません";
    bound_twice(keys: &str, action: &str) "`{keys}` is bound to `{action}` twice" | "`{keys}` を `{action}` に二度割り当てています";
    bound_to_both(keys: &str, first: &str, second: &str) "`{keys}` is bound to both `{first}` and `{second}`" | "`{keys}` を `{first}` と `{second}` の両方に割り当てています";
    typed(keys: &str) "`{keys}` begins with a character, which is typed in text fields; take one with `Ctrl` or `Alt`, or a key such as `F2`" | "`{keys}` の始まりは、入力欄では文字として入力されます。`Ctrl` か `Alt` と組み合わせるか、`F2` のようなキーにしてください";
    key_list() "keys are written as a text or a list of texts: [\"j\", \"Down\"]" | "キーは文字列か文字列のリストで書きます（例：`[\"j\", \"Down\"]`）";

    // What holds, and has to be known.
    renamed(old: &str, new: &str) "the action `{old}` is called `{new}` now" | "操作 `{old}` は `{new}` に名前が変わりました";
    indistinct(keys: &str, heard: &str) "`{keys}` may be heard as `{heard}`: only terminals with the kitty keyboard protocol tell them apart" | "`{keys}` は `{heard}` として届くことがあります。区別できるのは `kitty` のキーボードプロトコルに対応した端末だけです";
    hides_entry(keys: &str) "`{keys}` does not choose the entry of a menu that has this letter" | "`{keys}` では、この文字のメニュー項目を選べなくなります";
    unreachable(action: &str, layer: &str, keys: &str, taken_by: &str) "`{action}` has no key in {layer} any more: `{keys}` is bound to `{taken_by}`" | "`{keys}` を `{taken_by}` に割り当てたため、`{layer}` の `{action}` にキーがありません";
    help_runs_it() "; the help still runs it" | "。ヘルプからは実行できます";
}
