//! What is wrong with a command line, and what stands around the options in a help text.

messages! {
    // What is wrong.
    unexpected(argument: &str) "unexpected argument '{argument}' found" | "引数 '{argument}' は使えません";
    no_such_command(name: &str) "unrecognized subcommand '{name}'" | "コマンド '{name}' はありません";
    value_missing(option: &str) "a value is required for '{option}' but none was supplied" | "'{option}' には値が必要です";
    invalid_value(value: &str, option: &str) "invalid value '{value}' for '{option}'" | "'{option}' に値 '{value}' は使えません";
    invalid_value_because(value: &str, option: &str, why: &str) "invalid value '{value}' for '{option}': {why}" | "'{option}' に値 '{value}' は使えません：{why}";
    takes_no_value(option: &str, value: &str) "unexpected value '{value}' for '{option}' found; no more were expected" | "'{option}' に値 '{value}' は付けられません";
    conflict(one: &str, other: &str) "the argument '{one}' cannot be used with '{other}'" | "'{one}' と '{other}' は一緒に使えません";
    twice(option: &str) "the argument '{option}' cannot be used multiple times" | "'{option}' は二度使えません";
    required(arguments: &str) "the following required arguments were not provided:{arguments}" | "次の引数が必要です：{arguments}";
    not_utf8() "invalid UTF-8 was detected in one or more arguments" | "UTF-8 でない引数があります";

    // Why a value is none.
    no_size() "such as 120x40, each from 10 to 1000" | "120x40 のように、それぞれ10～1000で指定します";
    no_number() "not a number" | "数ではありません";

    // The way out.
    error(told: &str) "error: {told}" | "エラー: {told}";
    values(names: &str) "  [possible values: {names}]" | "  [値: {names}]";
    near(name: &str) "  tip: a similar argument exists: '{name}'" | "  ヒント: '{name}' のことですか？";
    as_value(argument: &str) "  tip: to pass '{argument}' as a value, use '-- {argument}'" | "  ヒント: '{argument}' を値として渡すには '-- {argument}' とします";
    usage(usage: &str) "Usage: {usage}" | "使い方: {usage}";
    more() "For more information, try '--help'." | "詳しくは `--help` をご覧ください。";

    // Around the options.
    short_values(names: &str) "[possible values: {names}]" | "[値: {names}]";
    long_values() "Possible values:" | "値：";
    default_value(value: &str) "[default: {value}]" | "[既定値: {value}]";
    commands() "Commands:" | "コマンド：";
    arguments() "Arguments:" | "引数：";
    options() "Options:" | "オプション：";
}
