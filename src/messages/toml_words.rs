//! What the reader of TOML says, in Japanese.

use super::{Locale, diagnostics};

/// What stands for all that is not among the words.
const UNKNOWN: &str = "ここが読めません";

/// What it says in English, and the same in Japanese.
pub const WORDS: &[(&str, &str)] = &[
    ("string values must be quoted", "文字列は引用符で囲みます"),
    ("duplicate key", "キーが重複しています"),
    ("missing value for key", "キーに値がありません"),
    ("missing value", "値がありません"),
    ("key with no value", "キーに値がありません"),
    ("missing assignment between key-value pairs", "キーと値の間に `=` がありません"),
    ("missing comma between array elements", "配列の要素の間にコンマがありません"),
    ("missing comma between key-value pairs", "項目の間にコンマがありません"),
    ("missing key for inline table element", "インラインテーブルの項目にキーがありません"),
    ("missing opening quote", "始まりの引用符がありません"),
    ("missing escaped value", "エスケープの後に文字がありません"),
    ("missing comment start", "コメントの始まりの `#` がありません"),
    ("missing table open", "テーブルの始まりの `[` がありません"),
    ("missing", "要るものがありません"),
    ("unclosed array table", "`[[` が閉じていません"),
    ("unclosed table", "`[` が閉じていません"),
    ("unclosed inline table", "インラインテーブルが閉じていません"),
    ("unclosed array", "配列が閉じていません"),
    ("invalid unquoted key", "キーに使えない文字があります。引用符で囲みます"),
    ("unquoted keys cannot be empty", "キーが空です"),
    ("keys cannot be multi-line", "キーは一行に書きます"),
    ("invalid key-value pair", "キーと値の組ではありません"),
    ("invalid key", "キーとして読めません"),
    ("invalid table", "テーブルとして読めません"),
    ("invalid date-time", "日時として読めません"),
    ("invalid boolean", "真偽値は `true` か `false` です"),
    ("invalid comment character", "コメントに使えない文字があります"),
    ("invalid multi-line", "複数行の文字列として読めません"),
    ("invalid basic string", "文字列として読めません"),
    ("invalid literal string", "文字列として読めません"),
    ("invalid string", "文字列として読めません"),
    ("invalid inline table element", "インラインテーブルの項目として読めません"),
    ("invalid value", "値として読めません"),
    ("invalid", "数値として読めません"),
    ("unexpected leading zero", "数値の先頭に0は書けません"),
    ("unexpected sign", "この位置に符号は書けません"),
    ("unexpected `=` in array", "配列の中に `=` があります"),
    ("unexpected", "この位置に書けないものがあります"),
    ("redundant", "余分な記号があります"),
    ("extra comma", "余分なコンマがあります"),
    ("extra", "余分な `=` があります"),
    ("too few unicode value digits", "文字番号の桁が足りません"),
    ("integers with a radix cannot be signed", "`0x` などの整数に符号は付けられません"),
    ("radix must be lowercase", "`0x` などは小文字で書きます"),
    ("`_` may only go between digits", "`_` は数字の間にだけ書けます"),
    ("carriage return must be followed by newline", "改行が CR だけです"),
    ("cannot extend value", "値のあるキーに項目を加えています"),
    ("cannot recurse further", "入れ子が深すぎます"),
    ("recursion limit", "入れ子が深すぎます"),
];

/// What the reader of TOML says of a text, in this language.
pub fn told(english: &str, locale: Locale) -> String {
    let known = || WORDS.iter().find(|(known, _)| english.starts_with(known)).map_or(UNKNOWN, |(_, words)| words);
    match locale {
        Locale::English => english.to_owned(),
        Locale::Japanese => diagnostics::bad_toml(locale, known()),
    }
}
