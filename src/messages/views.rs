//! The views: their names, and what stands above and beside their rows.

messages! {
    // Their names.
    timeline() "Timeline" | "年表";
    matrix() "Matrix" | "集計表";
    quotes() "Quotes" | "引用";
    threads() "Threads" | "つながり";
    compare() "Compare" | "比較";
    words() "Words" | "用例";

    // The axis.
    whole() "all" | "全体";

    // The matrix.
    listed_of(listed: usize, found: usize, what: &str) "{listed} of {found} {what}" | "{what}（{found}中{listed}）";
    by_total() " by total" | "・件数順";
    by_name() " by name" | "・名前順";
    by_last() " by last" | "・新しい順";
    share_of_column() ", % of column" | "・列の%";
    share_of_all() ", % of all" | "・全体の%";
    all_once() "all, each once" | "計";
    sum() "all" | "計";
    sum_share() "all %" | "計 %";
    earlier() "<" | "以前";
    later() ">" | "以後";

    // The quotes.
    quotes_of(quotes: usize, events: usize) "{quotes} quotes of {events} events" | "{events}件の出来事から引用{quotes}件";
    quotes_match(count: usize) "{count} quotes match" | "該当する引用{count}件";
    shows_others(others: usize, events: usize) " shows {others} more of these {events} events" | " これら{events}件の他の引用{others}件も表示";
    shows_others_shortly(others: usize) " {others} more" | " 他{others}件";
    hides_others(others: usize) " hides the other {others}" | " 他の引用{others}件を隠す";
    hides_others_shortly(others: usize) " hides {others}" | " {others}件を隠す";

    // The threads.
    in_threads(linked: usize, others: usize) "{linked} events in threads, {others} by themselves" | "つながりのある出来事{linked}件、ないもの{others}件";

    // The words.
    places(count: usize, places: &str, events: &str) "{places} place" / "{places} places in {events} events" | "{events}件の出来事に{places}か所";
    counting(sign: &str) "{sign} counting" | "{sign}集計中";
    by_date() "by date" | "日付順";
    by_word_after() "by the word after" | "後の語の順";
    by_word_before() "by the word before" | "前の語の順";
    sorting(sign: &str) " {sign} sorting" | " {sign}並べ替え中";
    too_many_to_sort() " (too many to sort)" | "（多すぎて並べ替え不可）";

    // Where in an event words stand that its title has not.
    in_quotes(count: usize) "a quote" / "{count} quotes" | "引用{count}件";
    in_text() "the text" | "本文";
    in_name() "a name" | "人名";
    in_body() "a body" | "機関";
    in_place() "the place" | "場所";
    in_source() "a source" | "資料";
    in_other_title() "the other title" | "別言語の題";
}
