//! What reports and pages say around their events.

messages! {
    events_of(shown: usize, all: usize) "{shown} of {all} events" | "{all}件の出来事のうち{shown}件";
    filter(query: &str) "filter: {query}" | "絞り込み：{query}";
    last_revised(day: &str) "last revised {day}" | "最終更新：{day}";
    sentence(words: &str) "{words}." | "{words}。";
    note(text: &str) "note: {text}" | "メモ：{text}";

    // A page.
    on_axis(events: usize, first: &str, last: &str) "{events} events, {first} to {last}" | "{first}から{last}までの出来事{events}件";
    filter_field() "Filter" | "絞り込み";
    found(sign: &str, all: usize) "{sign} of {all}" | "{all}件中{sign}件";
    date() "Date" | "日付";
    event() "Event" | "出来事";
    archived() "archived" | "アーカイブ";
}
