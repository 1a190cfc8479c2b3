//! What is said of a query: what is wrong with it, what it was read as, why it keeps nothing, what could be asked.

messages! {
    // What is wrong.
    no_field(name: &str) "no field `{name}`; quote it to look for the words" | "項目 `{name}` はありません。語として探すには引用符で囲みます";
    no_field_but(name: &str, near: &str) "no field `{name}`, did you mean `{near}`?" | "項目 `{name}` はありません。`{near}` のことですか？";
    no_value(field: &str, value: &str) "`{field}:` knows no `{value}`" | "`{field}:` に `{value}` はありません";
    no_value_but(field: &str, value: &str, near: &str) "`{field}:` knows no `{value}`, did you mean `{near}`?" | "`{field}:` に `{value}` はありません。`{near}` のことですか？";
    needs_value(field: &str) "`{field}:` needs a value" | "`{field}:` には値が必要です";
    off_inside() "`off:` stands before a whole term: `off:-nisc`, `off:(a | b)`" | "`off:` は条件全体の前に置きます（`off:-nisc`、`off:(a | b)`）";
    unclosed() "unclosed `(`" | "`(` が閉じていません";
    unmatched() "unmatched `)`" | "`)` に対応する `(` がありません";
    word_too_long(most: usize) "a word of more than {most} letters is not looked for" | "{most}文字を超える語は検索できません";
    too_many_terms(most: usize) "a query has no more than {most} terms" | "条件は{most}個までです";
    too_deep(most: usize) "parentheses stand in no more than {most} others" | "括弧の入れ子は{most}段までです";

    // What a date was read as.
    year_or_digits(year: &str) "the year {year}, or these digits in a text" | "{year}、または文中の数字";
    from(date: &str) "from {date} on" | "{date}以降";
    until(date: &str) "until {date}" | "{date}以前";
    after(date: &str) "after {date}" | "{date}より後";
    before(date: &str) "before {date}" | "{date}より前";

    // Why nothing is kept, or no less than without the last word.
    nearly_all(term: &str, kept: usize, of: usize) "{term}: in {kept} of {of} events" | "{term}：{of}件中{kept}件にある";
    without(count: usize, term: &str) "nothing: without `{term}` 1 event" / "nothing: without `{term}` {count} events" | "該当なし：`{term}` を除くと{count}件";
    instead(count: usize, term: &str, instead: &str) "no {term}: `{instead}` finds 1 event" / "no {term}: `{instead}` finds {count} events" | "{term} はない：`{instead}` なら{count}件";

    // What could be asked.
    asked_before() "asked before" | "以前の絞り込み";
    their_words() "their own words" | "その発言";
    or_months() "or oct 2022 to jan 2023" | "または令和5年1月";
    this_without_that() "this kind without that" | "この種類、これを除く";
}
