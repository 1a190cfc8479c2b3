//! What the commands and options of the command line are, in Japanese. In English their own comments say it (`cli/args.rs`).

/// Commands, the program itself without a name.
pub const COMMANDS: &[(&str, &str)] = &[
    (
        "",
        "年表を端末で読み、探すためのプログラムです。\n\n\
         FILE を省くと、内蔵の年表（日米・日英のサイバー協力、2021～2023年）を開きます。",
    ),
    ("check", "年表の問題をファイル名・行・桁とともにすべて示す"),
    ("explain", "見つかったことがなぜ問題か、どう直すかを説明する"),
    ("map", "表のどの列を何として読むかを TOML で出力する"),
    ("diff", "二つの年表の違いを出来事ごとに示す。違いがあれば1で終了する"),
    ("new", "書き始めの年表ファイルを作る（出来事二つと、書き方の説明つき）"),
    ("fmt", "TOML の年表ファイルを整える（出来事は日付順、項目は決まった順、コメントはそのまま）"),
    ("schema", "年表ファイルの形式を JSON Schema で出力する（エディターの補完と検査用）"),
    ("formats", "読める形式と書き出せる形式を一覧にする"),
    ("config", "設定のすべてを既定値つきで出力する"),
    ("man", "マニュアルのページを、設定されたキーとともに出力する"),
    ("completions", "シェルの補完用スクリプトを出力する"),
];

/// Arguments and options, those that several commands have without the name of one.
pub const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("", "files", "開く年表（複数なら一つにまとめる）。- は標準入力"),
    ("", "query", "絞り込み（/ に続けて入力するものと同じ）"),
    ("", "window", "表示する期間（例：2022、2022-10/2023-01）"),
    ("", "view", "最初の表示"),
    ("", "compare", "比較する二つの絞り込み（例：lane:a vs lane:b）"),
    ("", "sides", "`--compare` の以前の名前。次の版まで使える"),
    ("", "columns", "一覧で題名の横に示す項目（例：EventID:6,Channel）"),
    ("", "select", "最初に選ぶ出来事の ID"),
    ("", "zone", "時刻の時間帯：UTC、local、as-written、+09:00"),
    ("", "against", "この古い版の年表から増えた出来事、変わった出来事に印を付ける"),
    ("", "plain", "画面を描かず、コマンドに文で答える（画面読み上げやスクリプト向け）。help で一覧"),
    ("", "theme", "テーマ（次のいずれか、または自分で作ったもの） [既定値: auto]"),
    ("", "ascii", "ASCII 文字だけで描く"),
    ("", "lang", "名称・題名・日付・プログラムの言語 [既定値: LANG に従う]"),
    ("", "links", "出典のアドレスをリンクにするか。auto は端末が対応していればリンクにする [既定値: auto]"),
    ("", "mouse", "マウスを使うか、端末に任せるか"),
    ("", "map", "どの列を何として読むか（例：date=Timestamp,title='{Rule} {Channel}',area=- または @FILE）"),
    ("", "headless", "表の1行目を見出しとせず、列を番号で呼ぶ"),
    ("", "dates", "数字だけの日付の、年・月・日の順"),
    ("", "encoding", "自動で判別できないときの文字コード（例：`Shift_JIS`）"),
    ("", "input_format", "自動で判別できないときのファイルの形式"),
    ("", "memory", "長い年表に使うメモリの上限（MB） [既定値: 4096]"),
    ("", "watch", "保存されるたびにファイルを読み直す"),
    ("", "follow", "増え続けるファイルやパイプを読み続け、末尾を表示する"),
    ("", "format", "画面を開かず、出来事をこの形式で出力する"),
    ("", "output", "このファイルに書き出す。形式の指定がなければ拡張子で決める。- は標準出力"),
    ("", "force", "すでにあるファイルに上書きする"),
    ("", "strict", "形式に収まらないものがあれば書き出さない"),
    ("", "size", "画像にするときの桁数と行数 [既定値: 120x40]"),
    ("", "cite", "コピーする出典の書式 [既定値: plain]"),
    ("", "marks", "印・タグ・メモの保存先。ほかの人と共有したり、つなぎ合わせたりできる"),
    ("", "config", "設定ファイル"),
    ("", "restore", "前回の表示から始める"),
    ("", "fresh", "前回までの記録を使わず、今回の記録も残さない"),
    ("", "help", "ヘルプを表示する"),
    ("", "version", "版を表示する"),
    ("check", "format", "結果の形式"),
    ("check", "deny", "警告もエラーと同じ終了コードにする"),
    ("check", "fix", "直し方が一通りのもの（引用符や日付の書き方など）を直す。変更を示し、確かめてから書き込む"),
    ("check", "yes", "`--fix` の変更を確かめずに書き込む"),
    ("check", "files", "検査する年表。- は標準入力、省くと内蔵の年表"),
    ("explain", "code", "`check` が示すコード（例：missing-field）。省くとすべてを一覧にする"),
    ("map", "file", "表のファイル。- は標準入力"),
    ("diff", "format", "結果の形式"),
    ("diff", "memory", "二つ合わせて使うメモリの上限（MB） [既定値: 4096]"),
    ("diff", "old", "前の年表。- は標準入力"),
    ("diff", "new", "後の年表。- は標準入力"),
    ("new", "file", "作るファイル。- は画面に出力"),
    ("fmt", "check", "書き込まず、整っていないファイルの名前を示す。あれば1で終了する"),
    ("fmt", "files", "整えるファイル。- は標準入力を整えて出力"),
    ("man", "command", "ページを出すコマンド（例：check）"),
    ("completions", "shell", "補完に使うシェル"),
];

/// Values of options, of those that no table of their own has.
pub const VALUES: &[(&str, &str, &str)] = &[
    ("view", "timeline", "年表：系列と一覧と詳細"),
    ("view", "matrix", "集計表：いつ、どの分野が何件"),
    ("view", "quotes", "引用：該当する出来事のすべて"),
    ("view", "threads", "つながり：何が何に続いたか"),
    ("view", "compare", "比較：一つの時間軸に二つの絞り込み"),
    ("view", "concordance", "用例：検索した語の現れる箇所"),
    ("lang", "en", "英語"),
    ("lang", "ja", "日本語"),
    ("lang", "both", "両方"),
    ("links", "auto", "端末が対応していればリンクにする"),
    ("links", "off", "しない"),
    ("mouse", "on", "使う"),
    ("mouse", "off", "端末に任せる"),
    ("cite", "plain", "発行元・題名・日付・アドレス（名称の言語に従う）"),
    ("cite", "chicago", "シカゴ・マニュアル"),
    ("cite", "apa", "アメリカ心理学会（APA）"),
    ("format", "human", "該当行を添えて、読むために"),
    ("format", "json", "一行に一件、プログラム用"),
    ("format", "sarif", "SARIF 2.1.0、コード検査用"),
    ("format", "plain", "読むための行。端末では色つき"),
    ("format", "markdown", "報告書"),
    ("deny", "warnings", "すべての警告"),
];

/// Headings over options.
pub const HEADINGS: &[(&str, &str)] = &[
    ("What is shown", "表示するもの"),
    ("How it looks", "見た目"),
    ("How files are read", "ファイルの読み方"),
    ("What is written", "書き出すもの"),
    ("This run", "今回の実行"),
];

/// What stands behind the options of the program.
pub const AFTER_HELP: &str = "キーは画面で ? を押すと表示します。自分の年表は、出来事一つにつき2行から始められます：\n\n  \
     [[event]]\n  date = \"2023-01-06\"\n  title = \"何があったか\"\n\n標準出力が端末でなければ、出来事を一行に一件出力します。";
