//! What is written to a file: asked before, told behind.

messages! {
    // Before.
    this_screen() "this screen; as svg" | "この画面、形式 svg";
    chosen(count: usize) "the chosen event" / "the {count} chosen" | "選択した{count}件";
    shown(count: usize) "1 event" / "{count} events" | "{count}件";
    of_query(query: &str) "of {query}" | "絞り込み {query}";
    in_window(window: &str) "in {window}" | "期間 {window}";
    in_format(format: &str) "as {format}" | "形式 {format}";
    below(folder: &str) "; below {folder}" | "、保存先 {folder}";
    separator() "; " | "、";
    nothing_lost() "nothing is lost" | "失われるものなし";
    losses(told: &str) "kept as text or left out: {told}" | "収まらないもの：{told}";

    // Where the file is there already.
    another_name() "another name" | "別の名前";
    write_over() "write over it" | "上書きする";

    // Behind.
    writing(name: &str) "writing {name} …" | "{name} に書き出し中…";
    screen_written(name: &str) "the screen is in {name}" | "画面を {name} に書き出しました";
    written(count: usize, name: &str) "1 event is in {name}" / "{count} events are in {name}" | "{count}件を {name} に書き出しました";
    with_losses(told: &str, losses: &str) "{told}; {losses}" | "{told}。{losses}";
}
