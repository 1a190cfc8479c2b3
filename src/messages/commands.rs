//! What commands say: why something cannot be done, and what goes with a result.

use super::Locale;

messages! {
    // Files.
    standard_output(why: &str) "standard output: {why}" | "標準出力：{why}";
    plain_standard_input() "--plain: commands come from standard input, so the timeline has to come from a file" | "`--plain`：標準入力からはコマンドを読むので、年表はファイルで指定してください";
    one_standard_input() "only one of the two can be standard input" | "標準入力にできるのは一方だけです";
    against(why: &str) "--against: {why}" | "`--against`：{why}";
    against_too_long() "timelines of more than 20,000 events are not compared" | "20,000件を超える年表は比べられません";
    watch_built_in() "--watch: name a file; the timeline that is built in does not change" | "`--watch`：ファイルを指定してください。内蔵の年表は変わりません";
    watch_pipe() "--watch: what comes through a pipe cannot be read again" | "`--watch`：パイプから来たものは読み直せません";
    follow_built_in() "--follow: name a file; the timeline that is built in does not grow" | "`--follow`：ファイルを指定してください。内蔵の年表は増えません";
    follow_several() "--follow: one file or pipe can be followed" | "`--follow`：追跡できるファイルかパイプは一つだけです";
    fix_standard_input() "--fix: standard input is not written to; name a file" | "`--fix`：標準入力には書き込めません。ファイルを指定してください";
    nothing_mapped() "this file has events as annalist has them: nothing is mapped" | "annalist の形式の出来事なので、列の対応はありません";
    no_encoding(name: &str) "--encoding: there is no encoding `{name}`" | "`--encoding`：文字コード `{name}` はありません";
    map(why: &str) "--map: {why}" | "`--map`：{why}";

    // What a run starts from.
    filter() "filter" | "絞り込み";
    time() "time" | "期間";
    comparison() "comparison" | "比較";
    columns() "columns" | "列";
    option_renamed(old: &str, new: &str) "the option `{old}` is called `{new}` now" | "オプション `{old}` は `{new}` に名前が変わりました";
    view_renamed(old: &str, new: &str) "the view `{old}` is called `{new}` now" | "表示 `{old}` は `{new}` に名前が変わりました";
    last_dropped(what: &str, why: &str) "the last {what} is dropped: {why}" | "前回の{what}は使えません：{why}";
    last_event_gone(id: &str) "the last event, `{id}`, is not there any more" | "前回の出来事 `{id}` はもうありません";
    query(why: &str) "--query: {why}" | "`--query`：{why}";
    window(why: &str) "--window: {why}" | "`--window`：{why}";
    both_ends() "both ends must be known" | "始まりと終わりの両方が必要です";
    compare(why: &str) "--compare: {why}" | "`--compare`：{why}";
    no_column(name: &str, way: &str) "--columns: no field `{name}`{way}" | "`--columns`：項目 `{name}` はありません{way}";
    no_event(id: &str, way: &str) "no event has the id `{id}`{way}" | "ID が `{id}` の出来事はありません{way}";
    did_you_mean(near: &str) "; did you mean `{near}`?" | "。`{near}` のことですか？";
    not_remembered(why: &str) "what was looked for cannot be remembered: {why}" | "検索の履歴を保存できません：{why}";

    // Marks.
    marks_unreadable(name: &str, why: &str) "{name}: marks cannot be read: {why}" | "{name}：印を読めません：{why}";
    no_marks(count: usize, place: &str) "{place}: 1 line is no mark; the file is kept as it is" / "{place}: {count} lines are no marks; the file is kept as it is" | "{place}：印として読めない行が{count}行あります（ファイルはそのままです）";

    // What is explained and listed.
    no_code(code: &str, way: &str) "there is no code `{code}`{way}" | "コード `{code}` はありません{way}";
    explain_lists_all() "; `annalist explain` lists all" | "。一覧： `annalist explain` ";
    no_command(name: &str, way: &str) "there is no command `{name}`{way}" | "コマンド `{name}` はありません{way}";
}

/// What may have been meant, behind what is wrong; nothing where nothing is near.
pub fn meant(locale: Locale, near: Option<&str>) -> String {
    near.map(|near| did_you_mean(locale, near)).unwrap_or_default()
}
