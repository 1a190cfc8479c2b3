//! What is said of a source as a whole, and how its rows are read.

messages! {
    // What stands in place of a title.
    untitled() "(no title)" | "（題名なし）";
    lost() "its file has changed since it was read: open it again" | "読み込み後にファイルが変わりました。開き直してください";

    // The source as a whole.
    guessed_encoding(encoding: &str) "read as {encoding}, which is a guess; `--encoding` says otherwise" | "文字コードを {encoding} と推定しました。違う場合は `--encoding` で指定します";
    memory_limit(megabytes: u64) "what comes after {megabytes} MB is not read: it would take more than --memory" | "{megabytes}MB より後は `--memory` の上限を超えるため読みません";
    too_many_terms(most: usize, vocabulary: &str) "more than {most} {vocabulary}: those that come later are one, `…`" | "{vocabulary}が{most}個を超えました。以降は `…` にまとめます";
    repeated_ids(events: usize) "{events} events have an id that an earlier one has" | "{events}件の出来事の ID が前の出来事と重複しています";
    lost_links(links: usize) "{links} links lead to no event" | "つながり{links}件の行き先がありません";
    later_links(links: usize) "{links} links lead to an event that is later, or to itself" | "つながり{links}件の行き先が、後の出来事か自分自身です";
    shared_ids(events: usize, first: &str) "1 event has an id that stands in another file as well, as `{first}`" / "{events} events have an id that stands in another file as well, as `{first}`" | "{events}件の出来事の ID が別のファイルにもあります（`{first}` など）";
    no_room(lane: &str) "{lane}: not shown, since there is no room for so many events beside those of the other files" | "{lane}：他のファイルと合わせると多すぎるため表示しません";
    column(column: &str, note: &str) "`{column}`: {note}" | "`{column}`：{note}";
    of_some_rows(told: &str) "{told} (of the rows that were looked at)" | "{told}（調べた行の範囲）";
    other_lists(read: &str, others: &str) "`{read}` is read, the longest list whose objects are events; not read: {others}" | "出来事のリストとして最も長い `{read}` を読みます。読まないもの：{others}";
    organisations() "organisations" | "機関";

    // Which columns are which fields.
    no_field(name: &str, all: &str) "no field `{name}`; there are {all}" | "項目 `{name}` はありません（使える項目：{all}）";
    no_field_but(name: &str, near: &str) "no field `{name}`, did you mean `{near}`?" | "項目 `{name}` はありません。`{near}` のことですか？";
    names_no_field(part: &str) "`{part}` names no field: write `title={part}`" | "`{part}` に項目名がありません。`title={part}` のように書いてください";
    no_column(name: &str) "no column `{name}`" | "列 `{name}` はありません";
    no_column_but(name: &str, near: &str) "no column `{name}`, did you mean `{near}`?" | "列 `{name}` はありません。`{near}` のことですか？";
    order_misfit(given: &str, column: &str, cell: &str, right: &str) "`--dates {given}` does not fit the dates of `{column}`, such as `{cell}`; {right} does" | "`--dates {given}` は `{column}` の日付（`{cell}` など）に合いません。{right} なら合います";
    names_no_columns(name: &str) "`{name}` is to name a column, or a list of them" | "`{name}` には列の名前か、そのリストを書いてください";
    columns_not_known(fields: &str) "this is a table, and which of its columns is the {fields} is not known" | "表ですが、{fields} に当たる列が分かりません";
    or_the() " or the " | " と ";
    no_year_in(column: &str) "the dates of `{column}` have no year: write it in place of YEAR" | "`{column}` の日付に年がありません。`YEAR` の箇所に年を書いてください";
    say_it(command: &str) "say it, as in: {command}" | "指定の例：{command}";

    // How rows are read.
    log() "log" | "ログ";
    kind_named(kind: &str, name: &str) "{kind} ({name})" | "{kind}（{name}）";
    with_columns(count: usize, kind: &str) "{kind}, 1 column" / "{kind}, {count} columns" | "{kind}、{count}列";
    own_table(head: &str) "{head}: events as they were written" | "{head}：書き出した出来事のまま";
    list_of(name: &str, told: &str) "list `{name}` of {told}" | "{told}のリスト `{name}` ";
    by_content(told: &str) "{told} (by what stands in it)" | "{told}（内容から推定）";
    kept_as_fields(count: usize) "{count} kept as fields" | "ほか{count}列はそのまま保持";
    kept(names: &str) "kept as fields: {names}" | "そのまま保持：{names}";
    summary(head: &str, told: &str) "{head}: {told}" | "{head}：{told}";
    files(count: usize) "{count} files" | "ファイル{count}個";
    tables_of_files(files: &str, tables: usize) "{files}: {tables} of them tables, told under i" | "{files}：うち表{tables}個。i で詳細";
    standard_input() "standard input" | "標準入力";
    built_in() "events.toml (built in)" | "events.toml（内蔵）";

    // What is no timeline.
    packed(by: &str, print: &str) "this is packed by {by}: `{print} | annalist -`" | "{by} で圧縮されています： `{print} | annalist -` ";
    encoded(encoding: &str) "this is {encoding}, not UTF-8: `iconv -f {encoding} -t UTF-8 FILE | annalist -`" | "UTF-8 ではなく {encoding} です： `iconv -f {encoding} -t UTF-8 FILE | annalist -` ";
    foreign(kind: &str, ending: &str, way: &str) "this is {kind} ({ending}); {way}" | "{kind}（{ending}）です。{way}";
    only_nul() "there is nothing in it but NUL bytes" | "中身が NUL バイトだけです";
    binary(way: &str) "this is a binary file; {way}" | "バイナリーファイルです。{way}";
    other_text(kind: &str, way: &str) "this is {kind}, which is not read; {way}" | "{kind} には対応していません。{way}";
    write_text() "a timeline is a text: write its events as TOML, JSON Lines or CSV" | "年表はテキストです。出来事を TOML、JSON Lines、CSV のいずれかで書いてください";
    query_reads(command: &str) "a query reads it: `{command}`" | "問い合わせで読み出せます： `{command}` ";
    save_sheet() "save the sheet as CSV" | "シートを CSV で保存してください";
    hayabusa() "`hayabusa csv-timeline -f FILE -o out.csv` makes a table of it" | "`hayabusa csv-timeline -f FILE -o out.csv` で表にできます";
    markwhen() "write it as CSV or as iCalendar" | "CSV か iCalendar で書き出してください";
    org() "`M-x org-icalendar-export-to-ics` makes a calendar of it" | "`M-x org-icalendar-export-to-ics` でカレンダーにできます";
    write_csv() "write its events as CSV" | "出来事を CSV で書き出してください";
    whole_too_long(megabytes: usize) "such a file is read as a whole, and this one is longer than {megabytes} MB; give it more with --memory" | "全体を一度に読む形式ですが、{megabytes}MB を超えています。`--memory` で上限を増やしてください";
    not_unpacked(why: &str) "it cannot be unpacked: {why}" | "展開できません：{why}";
}
