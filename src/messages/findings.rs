//! What checks that a file asks for find in it, and the way out.

messages! {
    // What was found.
    bears_nothing() "the source bears no fact of the event" | "この出典がどの事項の根拠かが示されていません";
    further_reading_bears() "the source is further reading, and bears facts of the event" | "参考の資料なのに、事項の根拠とされています";
    nothing_to_bear(support: &str) "the event has nothing that `{support}` could mean" | "`{support}` に当たるものが出来事にありません";
    no_official_source() "no source is official, and no note says why" | "公式の出典がなく、その理由の注記もありません";
    unmarked_fragment() "the quote begins in mid-sentence, and nothing says so" | "引用が文の途中から始まるのに、その断りがありません";
    insecure_url(host: &str) "`http://{host}`, though the same host stands with https elsewhere" | "`http://{host}` ですが、同じホストが他では `https` で書かれています";
    body_among_people(name: &str) "`{name}` is an organisation, and stands among the people" | "機関 `{name}` が人物の中にあります";
    no_japanese(table: &str, field: &str) "the {table} has `{field}`, and no Japanese for it" | "{table}の `{field}` に日本語がありません";
    no_translation() "the quote has no translation into English" | "引用に英訳がありません";
    unattributed_quote() "the quote names no source" | "引用に出典が示されていません";
    undated_source() "the source has no date" | "出典に日付がありません";
    near_name(what: &str, name: &str, usual: &str) "the {what} `{name}` is nearly `{usual}`" | "{what}の `{name}` は `{usual}` とほぼ同じです";
    near_duplicate(first: usize, title: &str) "the event is nearly that of line {first}, `{title}`" | "{first}行目の `{title}` とほぼ同じ出来事です";
    follows_later(id: &str) "it follows from `{id}`, which is not earlier" | "元とされた `{id}` が、これより前の出来事ではありません";

    // The way out.
    name_what_it_bears() "name what it bears, `supports = [\"date\", \"people:NAME\"]`, or say `further_reading = true`" | "根拠となる事項を `supports = [\"date\", \"people:NAME\"]` のように示すか、`further_reading = true` としてください";
    mark_as_primary() "mark it as `primary`, or say why there is none, with the word “official”" | "公式なら `primary` とし、なければその理由を「公式」の語を含めて注記してください";
    say_so_in_note() "say so in a `note`, or begin the quote with “…”" | "`note` で断るか、引用を「…」で始めてください";
    write_https(host: &str) "write `https://{host}`" | "`https://{host}` と書いてください";
    among_organisations() "write it into `organisations`" | "`organisations` に書いてください";
    write_field(field: &str) "write `{field}`" | "`{field}` を書いてください";
    number_of_source() "write `source = 1`, the number of the source in which it stands" | "載っている出典の番号を `source = 1` のように書いてください";
    date_of_source() "write the `date` on which it was published" | "公表された日を `date` に書いてください";
    usual_name(usual: &str) "write `{usual}`, or declare both" | "`{usual}` と書くか、両方を宣言してください";
    take_one_out() "take one of them out, or say in the title what is different" | "一方を除くか、違いを題名で示してください";
    later_names_earlier() "the later event names the earlier one in its `follows`" | "後の出来事の `follows` に前の出来事を書いてください";
    only_month_or_year() "where only the month or the year is known, write only that" | "月や年までしか分からなければ、そこまでを書いてください";
    only_day() "where only the day is known, write only that" | "日までしか分からなければ、そこまでを書いてください";
}
