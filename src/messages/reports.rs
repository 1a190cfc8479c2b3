//! What the report of a check says besides the problems.

messages! {
    error() "error" | "エラー";
    warning() "warning" | "警告";
    note() "note" | "注記";
    help() "help" | "対処";

    events(count: usize) "1 event" / "{count} events" | "出来事{count}件";
    errors(count: usize) "1 error" / "{count} errors" | "エラー{count}件";
    warnings(count: usize) "1 warning" / "{count} warnings" | "警告{count}件";
    files(count: usize) "1 file" / "{count} files" | "ファイル{count}個";
    of_file(name: &str, told: &str) "{name}: {told}" | "{name}：{told}";
    more(code: &str) "why, and how to mend it: annalist explain {code}" | "理由と直し方： `annalist explain {code}` ";
    in_all(told: &str) "in all: {told}" | "合計：{told}";

    // Mending.
    nothing_mended() "nothing is mended there: only TOML and JSON in UTF-8 of up to 1 MB are" | "直せません。直せるのは1MB までの UTF-8 の TOML と JSON だけです";
    changed_meanwhile() "it has changed meanwhile, and is not written" | "その間に書き換えられたため、書き込みません";
    not_written() "not written; --yes writes it" | "書き込んでいません。`--yes` で書き込みます";
    write_this(name: &str) "Write this to {name}? [y/N] " | "{name} に書き込みますか？ [y/N] ";
}
