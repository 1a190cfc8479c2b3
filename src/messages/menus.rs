//! Menus and the help.

messages! {
    // Titles.
    help() "help: type to find" | "ヘルプ（入力で検索）";
    filter_by() "filter by" | "絞り込み";
    similar_events() "similar events" | "類似の出来事";
    events_here() "events here" | "ここにある出来事";
    copy() "copy" | "コピー";
    saved_queries() "saved queries" | "保存した絞り込み";
    delete_query() "delete the saved query?" | "保存した絞り込みを削除しますか";
    list_columns() "fields beside the titles" | "題名の横に出す項目";
    count() "count" | "集計対象";
    open_in_browser() "open in the browser" | "ブラウザーで開く出典";
    write_as() "write what is shown as" | "書き出す形式";
    file_is_there() "the file is there already" | "同名のファイルがあります";
    what_follows() "what follows from it" | "続く出来事";
    what_it_follows() "what it follows from" | "元の出来事";
    left_side() "left side" | "左側";
    right_side() "right side" | "右側";

    // Headings of the help.
    saved_queries_heading() "Saved queries" | "保存した絞り込み";
    in_matrix(key: &str) "matrix: {key}" | "集計表：{key}";
    in_words(key: &str) "words: {key}" | "用例：{key}";
    on_axis(key: &str) "axis: {key}" | "時間軸：{key}";
    in_detail(key: &str) "detail: {key}" | "詳細：{key}";
    among_terms(key: &str) "chips: {key}" | "条件：{key}";

    // Entries.
    nothing_by_name() "nothing by that name" | "一致なし";
    no_event_has_any() "no event has any" | "該当する値なし";
    delete_it() "delete it" | "削除する";
    keep_it() "keep it" | "残す";
    by_time(rows: &str) "{rows} by time" | "{rows} × 時期";
    who_met_whom() "who met whom: how many events have both" | "同席者：両方が現れる出来事の件数";
    archived() " (archived)" | "（アーカイブ）";

    // What can be copied.
    lines() "lines" | "一覧";
    quotes() "quotes" | "引用";
    citations() "citations" | "出典";
    links() "links" | "リンク";
    archived_link() "archived link" | "アーカイブ";
    id() "id" | "ID";
    ids() "ids" | "ID";
    concordance(count: usize) "concordance ({count})" | "用例（{count}）";
}
