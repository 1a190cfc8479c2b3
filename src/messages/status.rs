//! The first line of the screen and the last: how many events there are, how far reading has come.

messages! {
    // How many events.
    events(count: usize, all: &str) "{all} event" / "{all} events" | "{all}件";
    shown_of(shown: &str, all: &str) "{shown} of {all} events" | "{all}件中{shown}件";
    possible_of(sure: &str, perhaps: usize, all: &str) "{sure} + {perhaps} possible of {all} events" | "{all}件中{sure}件、可能性{perhaps}件";
    and_chosen(count: &str, chosen: &str) "{count}, {chosen} chosen" | "{count}、選択{chosen}件";
    hidden(count: usize) "{count} hidden" | "{count}件を非表示";
    around(date: &str, before: usize, after: usize) "@ {date}: {before} before, {after} after" | "@ {date}：前{before}件、後{after}件";
    across(delay: &str, title: &str) "{delay} “{title}”" | "『{title}』の{delay}";

    // Keys.
    help(key: &str) "{key} help" | "{key} ヘルプ";
    problems(count: usize, key: &str) "{key} 1 problem" / "{key} {count} problems" | "{key} 問題{count}件";
    broken_save(key: &str) "{key} broken save" | "{key} 保存に誤り";
    welcome() "a timeline to explore: " | "年表を見るためのプログラムです。";
    welcome_keys(read: &str, search: &str, help: &str) "{read} read, {search} search, {help} help" | "{read} 読む、{search} 検索、{help} ヘルプ";

    // Clocks.
    as_written(zone: &str) "{zone}, as written" | "{zone}（記載のまま）";
    local(zone: &str) "{zone}, local" | "{zone}（現地）";

    // How far reading has come.
    waiting() "waiting for standard input" | "標準入力を待っています";
    reading(bytes: &str) "reading {bytes}" | "読込中 {bytes}";
    reading_of(bytes: &str, of: &str) "reading {bytes} of {of}" | "読込中 {bytes}／{of}";
    seconds_left(seconds: u64) "{seconds} s left" | "残り{seconds}秒";
    following(bytes: &str) "following {bytes}" | "追跡中 {bytes}";
    memory_limit(bytes: &str) "memory limit reached after {bytes}" | "メモリの上限に達したため{bytes}まで読込";
    failed(why: &str) "not all is read: {why}" | "読込中断：{why}";
    longer(size: &str) "the file has {size} more" | "ファイルに{size}の続きあり";
    changed() "the file has changed" | "ファイルが書き換えられました";
    not_shown(why: &str) "not shown: {why}" | "保存内容を読めません：{why}";
    reads_it(key: &str) "{key} reads it" | "{key} で再読込";
    bytes(number: u64) "{number} bytes" | "{number}バイト";
}
