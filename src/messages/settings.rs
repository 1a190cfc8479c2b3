//! What is wrong with a configuration, and what has to be known of one that holds.

messages! {
    no_setting(name: &str, way: &str) "there is no setting `{name}`{way}" | "設定 `{name}` はありません{way}";
    should_be(what: &str) "this should be {what}" | "{what}を指定してください";
    first_at(place: &str) "; first at {place}" | "（先のものは {place}）";

    // Mappings of tables.
    no_mapping(name: &str, why: &str) "this should be a mapping (`{name}`: {why})" | "列の対応 `{name}` に誤りがあります：{why}";
    no_table() "this is no table" | "テーブルではありません";
    needs_header() "write `header = [...]` with the names of its columns" | "`header = [...]` に列の名前を書いてください";
}
