//! The lines that one types into.

messages! {
    // Their names.
    go_to() "go to" | "日付";
    compare() "compare" | "比較";
    rename() "rename" | "新しい名前";
    save_as() "save as" | "保存名";
    annotation() "tags, note" | "タグ・メモ";
    write_to() "write to" | "書き出し先";

    // What is told of them.
    nearest(date: &str) "no event then; nearest: {date}" | "該当なし。最も近い出来事：{date}";
    replaces(query: &str) "replaces {query}" | "置き換え：{query}";
    annotation_of_one() "#tag #another the note; nothing takes both away" | "#タグ #別のタグ メモ（空欄で両方を消す）";
    annotation_of_several() "#tag #another the note; added to all that are chosen" | "#タグ #別のタグ メモ（選択したすべてに加える）";
    term_of(place: usize, of: usize) "term {place} of {of}" | "条件 {place}/{of}";

    // What is wrong with them.
    no_file_name() "name a file" | "ファイル名を入力してください";
    no_query_name() "it needs a name" | "名前を入力してください";
    name_taken() "another query goes by this name" | "その名前は使われています";
    two_filters(between: &str) "write two filters with {between} between them" | "二つの絞り込みを {between} で区切って入力してください";
}
