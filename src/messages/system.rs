//! Why the system refuses something.

use std::io::{Error, ErrorKind};

use super::{Locale, LocalizedText, system};

messages! {
    of_file(name: &str, why: &str) "{name}: {why}" | "{name}：{why}";
    not_found() "file not found" | "ファイルが見つかりません";
    directory() "this is a directory; name a file in it" | "フォルダーです。中のファイルを指定してください";
    no_access() "permission denied" | "アクセス権がありません";
    already_there() "it is there already" | "すでにあります";
    read_only() "it cannot be written to" | "書き込めない場所です";
    no_room() "no space is left" | "空き容量がありません";
    no_memory() "there is not enough memory" | "メモリが足りません";
    is_directory() "it is a directory" | "フォルダーです";
    no_directory() "a part of its path is no directory" | "途中の名前がフォルダーではありません";
    no_terminal() "standard output is not a terminal" | "標準出力が端末ではありません";
    no_keys() "keys cannot be read: standard input is no terminal, and the program has no controlling terminal" | "キーを読めません。標準入力が端末でなく、制御端末もありません";
    no_keys_beside_pipe() "keys cannot be read here while standard input is a file or a pipe" | "標準入力がファイルかパイプの間は、ここではキーを読めません";
    ended() "annalist: ended from outside, or for want of memory (see --memory); the terminal has been given back" | "annalist：外から、またはメモリ不足（`--memory` で調整）のため終了しました。端末は元に戻しました";
    busy() "it is in use" | "使用中です";
}

/// Why the system refuses something: what was said of it already, else what the system says itself, in Japanese where that is
/// known.
pub fn error(locale: Locale, error: &Error) -> String {
    if let Some(told) = error.get_ref().and_then(|inner| inner.downcast_ref::<LocalizedText>()) {
        return told.text(locale).to_owned();
    }
    if locale == Locale::English || error.get_ref().is_some() {
        return error.to_string();
    }
    let words = match error.kind() {
        ErrorKind::NotFound => system::not_found(locale),
        ErrorKind::PermissionDenied => system::no_access(locale),
        ErrorKind::AlreadyExists => system::already_there(locale),
        ErrorKind::ReadOnlyFilesystem => system::read_only(locale),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => system::no_room(locale),
        ErrorKind::OutOfMemory => system::no_memory(locale),
        ErrorKind::IsADirectory => system::is_directory(locale),
        ErrorKind::NotADirectory => system::no_directory(locale),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => system::busy(locale),
        _ => return error.to_string(),
    };
    words.to_owned()
}
