//! What is told of the last key, until the next.

messages! {
    // Keys.
    full_width_key() "full-width key: switch the input method off" | "全角入力です。日本語入力をオフにしてください";
    no_key(key: &str) "no key `{key}` here" | "{key} に割り当てはありません";
    no_key_but_help(key: &str, help: &str) "no key `{key}` here, {help} lists them" | "{key} に割り当てはありません。{help} で一覧";

    // What goes elsewhere.
    sent(what: &str) "sent to the terminal: {what}" | "端末に送信：{what}";
    in_tmux(sent: &str) "in the tmux buffer, {sent}" | "tmux のバッファーに保存、{sent}";
    too_long() "too long for the clipboard of a terminal" | "端末のクリップボードには長すぎます";
    to_browser(address: &str) "to the browser: {address}" | "ブラウザーで開く：{address}";
    no_command_line() "the name of this file cannot be written in a command line" | "このファイル名はコマンドに書けません";
    no_shell() "no shell to go back to" | "戻り先のシェルがありません";

    // The filter.
    filter_dropped(undo: &str) "the filter left it out and is dropped; {undo} brings it back" | "絞り込みを外しました（対象外のため）。{undo} で元に戻ります";
    no_further_place() "no further place where the words stand" | "語の現れる箇所はこの先にありません";
    saved(name: &str) "saved: {name}" | "保存：{name}";
    deleted(name: &str) "deleted: {name}" | "削除：{name}";
    renamed(name: &str) "renamed: {name}" | "名前を変更：{name}";

    // Marks and choices.
    marked() "marked" | "印を付けました";
    unmarked() "no longer marked" | "印を外しました";
    unmarked_but_noted() "no longer marked; tags and note stay" | "印を外しました（タグとメモは残ります）";
    noted() "noted" | "記録しました";
    nothing_noted() "no tags, no note" | "タグもメモもありません";
    nothing_added() "nothing is added" | "何も加えていません";
    of_events(count: usize, words: &str) "{count} events: {words}" | "{count}件：{words}";
    chosen(count: usize) "1 event is chosen" / "{count} events are chosen" | "{count}件を選択";
    nothing_chosen() "nothing is chosen" | "選択なし";
    range_begun() "a range from here; the same key ends it" | "ここから範囲を選択中。同じキーで終了";
    this_run_only(why: &str) "this holds for this run only: {why}" | "今回の実行の間だけ有効です：{why}";

    // How things look.
    mouse_on() "mouse capture on" | "マウス操作：オン";
    mouse_off() "mouse capture off: select text with the mouse" | "マウス操作：オフ（文字列を選択できます）";
    no_fields() "events have nothing to show beside their titles" | "題名の横に出せる項目がありません";
    no_room_for_column(name: &str) "the list is too narrow for {name}" | "一覧の幅が足りず、{name} は表示できません";
    clock(zone: &str) "clock times: {zone}" | "時刻：{zone}";
    clock_as_written() "clock times as they were written" | "時刻：記載のまま";

    // The file.
    nothing_changed() "nothing has changed" | "変更なし";
    declarations_changed() "what the file declares has changed" | "出来事以外の変更";
    added(count: usize) "{count} added" | "追加{count}件";
    changed(count: usize) "{count} changed" | "変更{count}件";
    removed(count: usize) "{count} removed" | "削除{count}件";
    goes_to_changed(count: usize, key: &str) " ({key} goes to it)" / " ({key} goes to them)" | "（{key} で移動）";
    read_again(count: usize) "read again: {count} events" | "{count}件を再読込";
    line_unknown() "its line is not known any more: r reads the file again" | "行の位置が分かりません。r で読み直します";
    program_not_found(program: &str) "{program}: not found" | "{program}：見つかりません";
}
