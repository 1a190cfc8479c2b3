//! What stands where there is nothing else to see, and the way out. Keys stand between the words.

messages! {
    no_event_yet() "No event has come yet." | "まだ出来事が届いていません。";
    no_events() "This timeline has no events." | "この年表に出来事はありません。";
    none_passes() "No event passes this filter:" | "この絞り込みに合う出来事はありません：";
    none_of_timeline(lack: &str) "No event of this timeline {lack}." | "この年表に、{lack}出来事はありません。";
    none_of_filter(lack: &str) "No event that passes this filter {lack}:" | "この絞り込みに合う出来事に、{lack}ものはありません：";

    // What the events lack.
    has_matching_quote() "has a quote that matches" | "条件に合う引用のある";
    has_quotes() "has quotes" | "引用のある";
    is_linked() "is linked to another" | "ほかの出来事とつながりのある";

    // What of a file fills the view.
    quotes_are_tables() "A file gives an event quotes as tables `[[event.quote]]`." | "引用は、ファイルの出来事に `[[event.quote]]` の表として書きます。";
    links_are_ids() "A file ties an event to those that it follows from by `follows = [\"id\"]`." | "つながりは、元になった出来事の ID を `follows = [\"id\"]` として書きます。";

    // Behind a key.
    brings_back() " brings back what was there before." | " で元に戻ります。";
    take_back() "Choose the value again to take it back." | "同じ値をもう一度選ぶと元に戻ります。";
    drops_last() " drops its last term, " | " で最後の条件を、";
    drops_all() " all of it." | " ですべての条件を外します。";
    shows_all() " shows all of them." | " ですべての出来事を表示します。";
    shows_others(count: usize) " shows what else is quoted in these events ({count})." | " でこれらの出来事の他の引用も表示します（{count}件）。";

    // The matrix.
    too_many_for_rows(rows: &str) "There are too many events to look for {rows} in all of them: a filter makes them fewer." | "出来事が多すぎて{rows}を数えられません。絞り込むと数えられます。";
    no_rows(rows: &str) "No event that is shown names any {rows}." | "表示中の出来事に{rows}はありません。";
    counts_something_else() " counts something else." | " で他のものを集計します。";

    // The words.
    only_in_names() "The words stand in names of areas and lanes alone, in no text." | "語は分野や系列の名前だけにあり、本文にはありません。";
    each_place_of_words() "Each place where the words of the filter stand, a line each, with the text around it." | "絞り込みの語が現れる箇所を、前後の文とともに一行ずつ示します。";
    looks_for_words() " looks for words." | " で語を検索します。";

    no_such_command() "No matching command. Esc closes." | "該当する操作はありません。Esc で閉じます。";
}
