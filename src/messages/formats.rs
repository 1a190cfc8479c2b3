//! What the formats are, in a few words, and what they cannot hold.

messages! {
    // The list of them.
    read() "read:" | "読めるもの：";
    packed(names: &str) "read, packed or as it is: {names}" | "圧縮したままでも読めるもの：{names}";
    known_tables(names: &str) "tables known by their columns: {names}" | "列で見分ける表：{names}";
    written() "written:" | "書き出せるもの：";

    // What is read.
    native_toml() "events as annalist has them, in TOML" | "annalist の形式の TOML";
    native_json() "events as annalist has them, in JSON of any layout" | "annalist の形式の JSON（書き方は自由）";
    objects() "JSON of any layout with any fields, an object an event" | "項目が自由な JSON、一つのオブジェクトが一件";
    delimited() "a table with commas, semicolons, tabs or bars between its cells" | "コンマ・セミコロン・タブ・縦線で区切った表";
    tabs() "a table with tabs between its cells" | "タブで区切った表";
    timelinejs_versions() "JSON of TimelineJS, version 3 and 1" | "TimelineJS の JSON（第3版と第1版）";
    sparql() "results of SPARQL as JSON (Wikidata)" | "SPARQL の結果の JSON（Wikidata など）";
    bodyfile() "a bodyfile of The Sleuth Kit" | "The Sleuth Kit の `bodyfile`";
    zeek() "a log of Zeek, with tabs" | "Zeek のログ（タブ区切り）";

    // What is written.
    plain() "One event a line" | "一行に一件";
    markdown() "A report: a heading a year, quotes, numbered sources" | "報告書：年ごとの見出し、引用、番号付きの出典";
    csv() "A table with all fields, an event a row" | "全項目の表、一行に一件";
    csv_excel() "The same for spreadsheets, which know UTF-8 by its mark" | "表計算ソフト用の CSV（BOM 付き UTF-8）";
    json() "A timeline in one object" | "年表全体で一つのオブジェクト";
    json_lines() "An event a line" | "一行に一件の JSON";
    toml() "A timeline file to go on with" | "書き足していける年表ファイル";
    timesketch() "JSON Lines for Timesketch" | "Timesketch 用の JSON Lines";
    timelinejs() "JSON for TimelineJS" | "TimelineJS 用の JSON";
    calendar() "A calendar (iCalendar)" | "カレンダー（iCalendar）";
    bibtex() "The sources, for biblatex" | "出典（biblatex 用）";
    csl_json() "The sources, for citation processors" | "出典（文献処理ソフト用）";
    html() "A page to send, which works by itself" | "単独で開ける配布用のページ";
    svg() "A picture of the view, as the terminal shows it" | "端末の表示そのままの画像";

    undated(count: usize) "{count} event without a known time left out" / "{count} events without a known time left out" | "日時不明の出来事{count}件（省く）";
    inexact_dates(count: usize) "{count} date written more exactly than it is known" / "{count} dates written more exactly than they are known" | "日付{count}件（実際より細かく書く）";
    quotes_as_text(count: usize) "{count} quote written as text" / "{count} quotes written as text" | "引用{count}件（文章にする）";
    quotes(count: usize) "{count} quote left out" / "{count} quotes left out" | "引用{count}件（省く）";
    sources_as_text(count: usize) "{count} source written as text" / "{count} sources written as text" | "出典{count}件（文章にする）";
    sources(count: usize) "{count} source left out" / "{count} sources left out" | "出典{count}件（省く）";
    relations(count: usize) "{count} link to an earlier event left out" / "{count} links to earlier events left out" | "前の出来事へのつながり{count}件（省く）";
    other_language(count: usize) "{count} text in the other language left out" / "{count} texts in the other language left out" | "もう一方の言語の文{count}件（省く）";
    fields(count: usize) "{count} field left out" / "{count} fields left out" | "項目{count}件（省く）";
    declarations(count: usize) "{count} declared name left out" / "{count} declared names left out" | "宣言名{count}件（省く）";
    marks(count: usize) "{count} mark left out" / "{count} marks left out" | "印{count}件（省く）";
    without_source(count: usize) "{count} event has no source to write" / "{count} events have no source to write" | "出典のない出来事{count}件";
}
