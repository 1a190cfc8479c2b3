//! Why files are not written, and why they and addresses are not opened.

messages! {
    // Files that are written.
    exists(name: &str) "{name}: the file is there already" | "{name}：すでにファイルがあります";
    unknown_format(name: &str) "{name}: no format ends a name like this: name one with --format" | "{name}：この拡張子の形式はありません。`--format` で指定してください";
    cannot_hold(format: &str, losses: &str) "{format} cannot hold all: {losses}" | "{format} に収まらないもの：{losses}";
    hard_link() "it has another name (a hard link), which would keep the old text" | "別の名前（ハードリンク）があり、そちらには古い内容が残ります";
    of_somebody_else() "it belongs to somebody else, and would not any more" | "ほかの人のファイルなので、持ち主が変わってしまいます";
    no_screen() "there is no screen to draw" | "描く画面がありません";
    not_regular() "this is no regular file" | "通常のファイルではありません";
    read_only() "this file is read-only" | "読み取り専用のファイルです";
    dangling_link() "this link leads nowhere" | "リンクの先がありません";
    not_saved(why: &str) "not saved: {why}" | "保存できません：{why}";
    no_home() "there is no home folder for the configuration" | "設定を置くホームフォルダーがありません";
    query_gone(name: &str) "no query goes by the name `{name}` there any more" | "`{name}` という絞り込みは、もう設定にありません";
    queries_form() "write the saved queries below a line `[queries]`, each on a line of its own" | "保存した絞り込みは `[queries]` の行の下に、一行に一つずつ書いてください";
    at_line(line: usize, column: usize, why: &str) "line {line}, column {column}: {why}" | "{line}行{column}桁：{why}";

    // Layout.
    fmt_is_for_utf8() "fmt is for TOML in UTF-8" | "整えられるのは UTF-8 の TOML だけです";
    fmt_is_for_toml(other: &str) "fmt is for TOML, and this is {other}" | "整えられるのは TOML だけです。これは{other}です";
    calendar() "a calendar" | "カレンダー";
    says_otherwise() "in its layout it would say something else" | "整えると内容が変わってしまいます";

    // Programs of others.
    no_editor() "no editor: set $VISUAL or $EDITOR" | "エディターが分かりません。`$VISUAL` か `$EDITOR` を設定してください";
    no_editor_command(value: &str) "`{value}` is no command: look at $VISUAL and $EDITOR" | "`{value}` はコマンドではありません。`$VISUAL` と `$EDITOR` を確かめてください";
    only_http() "only http and https are opened" | "開けるのは `http` と `https` だけです";
    browser_over_ssh() "no browser over ssh: copy the address, or set $BROWSER" | "`ssh` 越しにはブラウザーを開けません。アドレスをコピーするか `$BROWSER` を設定してください";
    no_browser() "no browser is found here: copy the address, or set $BROWSER" | "ブラウザーが見つかりません。アドレスをコピーするか `$BROWSER` を設定してください";
}
