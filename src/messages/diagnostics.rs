//! What is wrong with a file, what was expected, and the way out.

messages! {
    // What is wrong.
    not_utf8() "the file is not UTF-8" | "UTF-8 のファイルではありません";
    bad_toml(why: &str) "{why}" | "TOML の文法に合いません：{why}";
    unexpected(expected: &str, found: char) "expected {expected}, found `{found}`" | "{expected}が必要ですが、`{found}` があります";
    unexpected_end(expected: &str) "expected {expected}, found the end" | "{expected}が必要ですが、ここで終わっています";
    no_events() "no events: an event needs a date and a title" | "出来事がありません。出来事には日付と題名が必要です";
    too_long(megabytes: usize) "an event of more than {megabytes} MB, which is not read" | "{megabytes}MB を超える出来事のため読みません";
    needs(table: &str, fields: &str) "{table} needs {fields}" | "{table}には {fields} が必要です";
    needs_but_has(needs: &str, found: &str) "{needs}; this one has {found}" | "{needs}。あるのは {found} です";
    empty(field: &str) "the {field} is empty" | "`{field}` が空です";
    what_happened() "What happened" | "何があったか";
    no_json() "this is no JSON" | "JSON ではありません";
    wrong_type(field: &str, found: &str) "`{field}` holds {found}" | "`{field}` の値が{found}です";
    wrong_value(value: &str, field: &str) "invalid value `{value}` for `{field}`" | "`{field}` の値 `{value}` は使えません";
    unknown_field(field: &str) "unknown field `{field}`" | "未知の項目 `{field}` です";
    unknown_table(table: &str, name: &str) "unknown {table} `{name}`" | "未知の{table} `{name}` です";
    repeated(name: &str) "a second `{name}`; only the first counts" | "`{name}` が二つ目です。最初のものだけを使います";
    repeated_field(field: &str) "`{field}` is given twice; the last one counts" | "`{field}` が二度あります。後のものを使います";
    unterminated_string() "unterminated string" | "文字列が閉じていません";
    unquoted_string() "unquoted string" | "文字列が引用符で囲まれていません";
    no_character(text: &str) "`{text}` is no character" | "`{text}` に当たる文字はありません";
    no_escape(text: &str) "`{text}` is no escape" | "`{text}` というエスケープはありません";
    duplicate_id(id: &str, first: usize) "duplicate id `{id}` (first on line {first})" | "ID `{id}` が重複しています（最初は{first}行目）";
    no_such_event(id: &str) "no event has the id `{id}`" | "ID が `{id}` の出来事はありません";
    no_such_source(number: i64) "no source {number}" | "出典 {number} はありません";
    undeclared(what: &str, id: &str) "{what} `{id}` is not declared" | "{what} `{id}` は宣言されていません";
    not_http(url: &str) "`{url}` is not an http(s) URL" | "`{url}` は `http(s)` の URL ではありません";
    control(field: &str) "the {field} holds invisible or control characters" | "`{field}` に見えない文字か制御文字があります";
    not_one_column(mark: &str) "the mark `{mark}` is not one column wide" | "記号 `{mark}` の幅が1桁ではありません";
    stray_quote() "a quotation mark that closes nothing and opens nothing: the line is not read" | "対応のない引用符があるため、この行は読みません";
    too_many_cells(cells: usize, columns: usize) "{cells} cells, where the header has {columns}" | "見出しは{columns}列ですが、セルが{cells}個あります";
    undated() "no date: it is not shown" | "日付がないため表示しません";
    no_title() "no title" | "題名がありません";
    checks_skipped() "the checks are not made: the file is too long for them" | "ファイルが長すぎるため検査を省きます";

    // What was expected.
    not_utf8_here() "not UTF-8 from here" | "ここから UTF-8 ではない";
    there_is_no(fields: &str) "there is no {fields}" | "{fields} がない";
    starts_here() "it starts here" | "ここから始まる";
    expected_text() "expected a text" | "文字列が必要";
    expected_quoted_text() "expected a text in quotation marks" | "引用符で囲んだ文字列が必要";
    expected(what: &str) "expected {what}" | "{what}が必要";
    no_sources() "the event has no sources" | "出典のない出来事";
    expected_number(most: usize) "expected a number from 1 to {most}" | "1～{most} の番号が必要";
    expected_http() "expected http:// or https://" | "`http://` か `https://` が必要";
    expected_one_column() "expected one character, one column wide" | "幅1桁の文字が一つ必要";
    checks() "`sources`, `official`, `quotes`, `https`, `people`, `japanese`, `attribution`, `dated`, `names` or `duplicates`" | "`sources`、`official`、`quotes`、`https`、`people`、`japanese`、`attribution`、`dated`、`names`、`duplicates` のいずれか";
    supports() "a field of the event, such as `date` or `summary`, or `people:NAME`" | "`date` や `summary` などの出来事の項目、または `people:NAME` ";
    zone() "`UTC`, `local`, `as-written` or an offset such as `+09:00`" | "`UTC`、`local`、`as-written`、または `+09:00` のような時差";
    confidence() "`low`, `medium` or `high`" | "`low`、`medium`、`high` のいずれか";

    // The way out.
    save_as_utf8() "save the file as UTF-8; what could be read is shown" | "UTF-8 で保存し直してください（読めた分は表示しています）";
    rename(names: &str) "rename {names}" | "{names} に改名してください";
    rename_to(found: &str, field: &str) "`{found}` to `{field}`" | "`{found}` を `{field}` ";
    add(entries: &str) "add {entries}" | "{entries} を加えてください";
    add_column(field: &str) "a column `{field}`" | "`{field}` の列";
    mapping(filter: &str) ", or: jq -c '{filter}' FILE | annalist -" | "。または： `jq -c '{filter}' FILE | annalist -` ";
    write(entry: &str) "write `{entry}`" | "`{entry}` と書いてください";
    event_lines() "each event starts with a line `[[event]]`" | "出来事はそれぞれ `[[event]]` の行で始めてください";
    event_objects(example: &str) "each event is an object: {example}" | "出来事はそれぞれオブジェクトにしてください：{example}";
    did_you_mean(near: &str) "did you mean `{near}`?" | "`{near}` のことですか？";
    close(mark: &str) "close it with `{mark}`" | "`{mark}` で閉じてください";
    shown_as(sign: char) "it is shown as {sign}" | "{sign} として表示します";
    shown_as_it_stands(right: &str) "it is shown as it stands; write `{right}`" | "そのまま表示します。`{right}` と書いてください";
    double_quote() "double it, and put the whole cell into quotation marks" | "引用符を二つ重ね、セル全体を引用符で囲んでください";
    quote_cell() "put a cell that holds a delimiter into quotation marks" | "区切り文字を含むセルは引用符で囲んでください";
    another_id() "give one of them another id" | "一方を別の ID にしてください";
    retype(sign: char) "they are shown as {sign}; retype the text without them" | "{sign} として表示します。取り除いて入力し直してください";

    // Between words.
    and() " and " | " と ";
    and_then() ", and " | "。";
    and_no() " and no " | " と ";
    with_help(why: &str, help: &str) "{why}; {help}" | "{why}。{help}";
    in_parentheses(text: &str) " ({text})" | "（{text}）";

    // How often it is there besides.
    on_line(more: &str, lines: &str) "{more} more: line {lines}" | "ほか{more}か所：{lines}行目";
    on_lines(more: &str, lines: &str) "{more} more: lines {lines}" | "ほか{more}か所：{lines}行目";
    of_the_kind_on_line(more: &str, lines: &str) "{more} more of the kind: line {lines}" | "同種がほか{more}か所：{lines}行目";
    of_the_kind_on_lines(more: &str, lines: &str) "{more} more of the kind: lines {lines}" | "同種がほか{more}か所：{lines}行目";

    // What a value is.
    text() "a text" | "文字列";
    number() "a number" | "数値";
    whole_number() "a whole number" | "整数";
    boolean() "true or false" | "真偽値";
    date() "a date" | "日付";
    list() "a list" | "リスト";
    texts() "a list of texts" | "文字列のリスト";
    table() "a table" | "テーブル";
    object() "an object" | "オブジェクト";
    tables() "a list of tables" | "テーブルのリスト";
    objects() "a list of objects" | "オブジェクトのリスト";
    no_value() "no value of the format" | "形式にない値";

    // What holds fields.
    of_toml() "table" | "テーブル";
    of_json() "list" | "リスト";
    of_calendar() "component" | "コンポーネント";
    of_object() "object" | "オブジェクト";
    of_log() "line" | "行";
    of_delimited() "column" | "列";
}
