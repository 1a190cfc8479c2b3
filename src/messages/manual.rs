//! What stands on the pages of the manual besides commands, options, keys and fields.

messages! {
    about() "a timeline explorer for the terminal" | "端末で年表を読み、探す";

    // Headings.
    name() "NAME" | "名前";
    synopsis() "SYNOPSIS" | "書式";
    description() "DESCRIPTION" | "説明";
    options() "OPTIONS" | "オプション";
    subcommands() "SUBCOMMANDS" | "コマンド";
    version() "VERSION" | "版";
    extra() "EXTRA" | "補足";
    keys() "KEYS" | "キー";
    queries() "QUERIES" | "絞り込み";
    environment() "ENVIRONMENT" | "環境変数";
    files() "FILES" | "ファイル";
    exit_status() "EXIT STATUS" | "終了ステータス";
    examples() "EXAMPLES" | "例";
    see_also() "SEE ALSO" | "関連項目";

    // Keys and queries.
    no_key() "(no key)" | "（割り当てなし）";
    how_queries_are_written() "Words beside each other are all meant; | means either, - in front of a term excludes, parentheses group, quotation marks keep words together. Dates are written as in 2022, 2022-03..2023-01, ..2021, >=2022-06." | "並べた語はすべてを含むものに絞ります。| は「または」、条件の前の - は除外、括弧はまとまり、引用符はひと続きの語を表します。日付は 2022、2022-03..2023-01、..2021、>=2022-06 のように書きます。";
    asks_for() " asks for " | " に書けるもの：";

    // Variables.
    editor() "the editor in which an event is edited" | "出来事を編集するエディター";
    browser() "the program that opens the address of a source" | "出典のアドレスを開くプログラム";
    accessible() "unless it is empty, 0 or false, commands are read at a terminal, as by --plain" | "空でも0でも `false` でもなければ、端末では `--plain` と同じくコマンドを読む";
    no_color() "if it is not empty, nothing is coloured" | "空でなければ色を使わない";
    clicolor() "0 for no colours; colours even where they seem unwanted, unless it is 0" | "0なら色なし。後者は0でなければ常に色を使う";
    term() "how many colours there are; where TERM is dumb, commands are read, or the events are printed if nobody types" | "使える色の数。`TERM` が `dumb` ならコマンドを読み、入力が端末でなければ出来事を出力する";
    background() "whether the background is dark, where the terminal does not say it" | "端末が知らせないときの、背景の明暗";
    hyperlink() "addresses are links, unless it is 0, whatever is known of the terminal" | "0でなければ、端末にかかわらずアドレスをリンクにする";
    language() "the language of the program" | "プログラムの言語";
    characters() "whether the terminal shows more than ASCII" | "ASCII 以外を表示できるか";
    tmux() "inside tmux, what is copied is handed to tmux as well" | "tmux の中では、コピーを tmux にも渡す";
    config_home() "the folder of the configuration, in place of ~/.config" | "設定のフォルダー（既定は `~/.config`）";
    state_home() "the folder of what is remembered, in place of ~/.local/state" | "記録のフォルダー（既定は `~/.local/state`）";

    // Files.
    configuration() "the configuration; annalist config prints one with all defaults" | "設定ファイル。`annalist config` で既定値つきのものを出力";
    state() "marks, earlier queries, the view of the last run" | "印、以前の絞り込み、前回の表示";

    // How runs end.
    fine() "all is well" | "問題なし";
    problems() "there are problems in the data, or the two timelines of diff differ" | "データに問題がある、または `diff` の二つの年表が違う";
    wrong_use() "wrong use: an unknown option, a file that is not there, an event that does not exist" | "使い方の誤り：不明なオプション、ないファイル、ない出来事";
    unwritten() "something could not be written" | "書き込めなかったものがある";

    // Examples.
    explores_built_in() "explores the timeline that is built in" | "内蔵の年表を開く";
    explores_table() "explores a table, filtered" | "表を絞り込んで開く";
    writes_report() "writes a report of what the filter keeps" | "絞り込んだ結果の報告書を書き出す";
    mends() "names what is wrong, and mends what has one reading" | "問題を示し、直し方が一通りのものを直す";
    reads_log() "reads a log" | "ログを読む";
}
