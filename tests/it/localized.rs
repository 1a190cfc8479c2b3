//! What the program says on the command line, in Japanese: no English sentence but what others say.

use std::process::{Command, Output, Stdio};

use annalist::export::OutputFormat;
use annalist::load::{DiagnosticCode, INPUT_FORMATS, known_tables};
use annalist::text::width;
use annalist::themes::OFFERED_THEMES;

use crate::cli::{annalist, ends, errors, file, out, path};
use crate::messages::{NAMES, is_japanese, latin_words};

/// Runs the program where the environment asks for this language.
fn in_language(lang: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annalist"));
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LC_ALL", "LC_MESSAGES", "LC_CTYPE"] {
        command.env_remove(name);
    }
    command.env("LANG", lang).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn in_japanese(arguments: &[&str]) -> Output {
    in_language("ja_JP.UTF-8", arguments)
}

/// Whether two Latin words stand beside each other, as in no Japanese sentence but for names and what is typed as it stands.
fn has_english(text: &str) -> bool {
    const NAMES: [&str; 4] = ["JSON Lines", "JSON Schema", "lane:a vs lane:b", "annalist explain"];
    let prose: String = text.split('`').step_by(2).collect();
    let prose = NAMES.iter().fold(prose, |prose, name| prose.replace(name, ""));
    let words: Vec<&str> = prose.split(' ').collect();
    let is_latin = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    words.windows(2).any(|pair| is_latin(pair[0]) && is_latin(pair[1]))
}

#[test]
fn a_command_speaks_the_language_that_is_asked_for() {
    let (_folder, table) = file("a.csv", b"date,title\n2021,a\n,b\n");
    for words in [&["check", path(&table)][..], &["formats"], &["explain", "undated-row"], &["diff", "--help"]] {
        let asked = in_language("en_GB.UTF-8", &[words, &["--lang=ja"]].concat());
        assert!(out(&asked).contains(is_japanese), "{words:?}: {}{}", out(&asked), errors(&asked));
        let before = in_language("en_GB.UTF-8", &[&["--lang", "ja"], words].concat());
        assert_eq!(out(&before), out(&asked), "{words:?}: {}", errors(&before));
        let other = in_language("ja_JP.UTF-8", &[words, &["--lang", "en"]].concat());
        assert!(!out(&other).contains(is_japanese) && !out(&other).is_empty(), "{words:?}: {}", out(&other));
    }
}

const COMMANDS: [&str; 12] =
    ["", "check", "explain", "map", "diff", "new", "fmt", "schema", "formats", "config", "man", "completions"];

#[test]
fn every_help_is_in_japanese() {
    for command in COMMANDS {
        for flag in ["--help", "-h"] {
            let words: Vec<&str> = [command, flag].into_iter().filter(|word| !word.is_empty()).collect();
            let output = in_japanese(&words);
            ends(&output, 0);
            let help = out(&output);
            assert!(help.contains("使い方: annalist") && help.contains("オプション："), "{command} {flag}: {help}");
            for english in ["Usage", "Options:", "Arguments:", "Commands:", "ossible values", "[default", "Print"] {
                assert!(!help.contains(english), "{command} {flag}, {english}: {help}");
            }
            for line in help.lines() {
                let is_use = line.contains(" annalist ");
                assert!(is_use || !has_english(line.trim()), "{command} {flag}: {line}");
            }
        }
    }
    let help = out(&in_japanese(&["--help"]));
    assert!(help.contains("- matrix:") && help.contains("集計表：いつ、どの分野が何件"), "{help}");
    assert!(help.contains("\n見た目：\n") && help.contains("- csv:") && help.contains("全項目の表"), "{help}");
    // What is asked for in so many words comes before the environment.
    assert!(out(&in_japanese(&["--lang", "en", "--help"])).contains("\nUsage: annalist"));
    assert!(out(&annalist(&["--lang=ja", "--help"])).contains("\n使い方: annalist"));
}

#[test]
fn what_is_wrong_with_a_command_line_is_said_in_japanese() {
    for (arguments, told) in [
        (&["--bogus"][..], "エラー: 引数 '--bogus' は使えません"),
        (&["--vieww", "matrix"], "  ヒント: '--view' のことですか？"),
        (&["--view"], "エラー: '--view <VIEW>' には値が必要です\n  [値: timeline, matrix,"),
        (&["--view", "matrx"], "エラー: '--view <VIEW>' に値 'matrx' は使えません\n  [値: timeline, matrix,"),
        (&["--view", "matrx"], "  ヒント: 'matrix' のことですか？"),
        (&["--size", "9x9"], "'--size <COLUMNSxROWS>' に値 '9x9' は使えません：120x40 のように"),
        (&["--zone", "Mars"], "'--zone <ZONE>' に値 'Mars' は使えません：時間帯として読めません"),
        (&["--memory", "much"], "'--memory <MB>' に値 'much' は使えません：数ではありません"),
        (&["--ascii=yes"], "'--ascii' に値 'yes' は付けられません"),
        (&["--ascii", "--ascii"], "'--ascii' は二度使えません"),
        (&["--watch", "--follow"], "'--watch' と '--follow' は一緒に使えません"),
        (&["diff", "one"], "次の引数が必要です：\n  <NEW>"),
        (&["--bogus"], "使い方: annalist"),
        (&["--bogus"], "\n詳しくは `--help` をご覧ください。\n"),
    ] {
        let output = in_japanese(arguments);
        ends(&output, 2);
        assert!(errors(&output).contains(told), "{arguments:?}: {}", errors(&output));
        let english = errors(&in_language("C.UTF-8", arguments));
        assert!(english.starts_with("error: ") && !english.chars().any(is_japanese), "{english}");
    }
}

#[test]
fn what_cannot_be_started_is_said_in_japanese() {
    let (_folder, packed) = file("a.toml", b"PK\x03\x04\x14\0\0\0\x08\0");
    let (_other, table) = file("a.csv", b"one,two\na,b\n");
    for (arguments, told) in [
        (&["/there/is/none.toml"][..], "/there/is/none.toml：ファイルが見つかりません"),
        (&["/"], "/：フォルダーです。中のファイルを指定してください"),
        (&["--select", "none"], "ID が `none` の出来事はありません"),
        (&["-q", "lnae:a"], "`--query`：項目 `lnae` はありません。`lane` のことですか？"),
        (&["-q", "(a"], "`--query`：`(` が閉じていません"),
        (&["-w", "2023-02-30"], "`--window`：2023-02-30：2023年2月は28日までです"),
        (&["-w", "6 January 2023x"], "`--window`："),
        (&["--compare", "a b"], "`--compare`："),
        (&["--watch"], "`--watch`：ファイルを指定してください"),
        (&["--encoding", "none", "x"], "`--encoding`：文字コード `none` はありません"),
        (&["--map", "dat=a", "x"], "`--map`：項目 `dat` はありません。`date` のことですか？"),
        (&[path(&packed)], "zip で圧縮されています： `unzip -p FILE | annalist -` "),
        (&[path(&table)], "指定の例：annalist --map 'date=one,title=two' FILE"),
        (&["explain", "none"], "コード `none` はありません"),
        (&["man", "chek"], "コマンド `chek` はありません。`check` のことですか？"),
    ] {
        let output = in_japanese(arguments);
        ends(&output, 2);
        let found = errors(&output);
        assert!(found.contains(told), "{arguments:?}: {found}");
        assert!(!has_english(&found), "{arguments:?}: {found}");
    }
}

/// The file that an example is.
fn name(language: &str) -> &str {
    match language {
        "toml" => "a.toml",
        "json" => "a.jsonl",
        "csv" => "a.csv",
        "ics" => "a.ics",
        _ => "a.log",
    }
}

#[test]
fn what_is_found_in_a_file_is_said_in_japanese() {
    for (code, example) in DiagnosticCode::ALL.iter().filter_map(|code| Some((code, code.example()?))) {
        let (_folder, file) = file(name(example.language), example.before.as_bytes());
        // Only where the order is said can a date be against it.
        let options: &[&str] = if *code == DiagnosticCode::DateOrderMisfit { &["--dates", "dmy"] } else { &[] };
        let report = out(&in_japanese(&[&["check"], options, &[path(&file)]].concat()));
        for line in report.lines() {
            // What the file holds stands between a bar and the end of its line.
            let is_of_file = line.trim_start().starts_with(|c: char| c.is_ascii_digit() || "|-.".contains(c));
            if line.contains(" | ") && is_of_file || line.contains("-->") {
                continue;
            }
            assert!(!has_english(line), "{}: {line}\n{report}", code.name());
            let starts =
                |it: &&str| [":", "["].iter().any(|sign| line.trim_start().starts_with(&format!("{it}{sign}")));
            let is_head = ["error", "warning", "note", "help"].iter().any(starts);
            assert!(!is_head && !line.contains("= help"), "{}: {line}", code.name());
        }
        assert!(report.contains("件"), "{}: {report}", code.name());
    }
}

#[test]
fn a_report_is_in_japanese_for_people_and_in_english_for_programs() {
    let (_folder, file) = file("a.toml", b"[[event]]\ndate = \"2023-02-30\"\ntitle = \"a\"\n\n[[event]]\ndate = \"2023\"\ntitle = \"b\"\ncolour = \"red\"\n");
    let report = out(&in_japanese(&["check", path(&file)]));
    for told in [
        "エラー[no-such-day]: 2023-02-30：2023年2月は28日までです",
        "警告[unknown-field]: 未知の項目 `colour` です",
        "出来事1件、エラー1件、警告1件",
        "理由と直し方： `annalist explain no-such-day` ",
    ] {
        assert!(report.contains(told), "{told}\n{report}");
    }
    for format in ["json", "sarif"] {
        let report = out(&in_japanese(&["check", "--format", format, path(&file)]));
        assert_eq!(report, out(&crate::cli::annalist(&["check", "--format", format, path(&file)])));
        assert!(report.contains("February 2023 has 28 days"), "{report}");
    }
}

#[test]
fn codes_are_listed_and_explained_in_japanese() {
    let list = out(&in_japanese(&["explain"]));
    assert_eq!(list.lines().count(), DiagnosticCode::ALL.len());
    assert!(list.lines().all(|line| line.chars().any(is_japanese) && line.ends_with('。')), "{list}");
    let explained = out(&in_japanese(&["explain", "no-such-day"]));
    assert!(explained.starts_with("暦にない日または月です。\n") && explained.contains("\n修正前：\n"), "{explained}");
    assert!(explained.contains("\n    date = \"2023-02-30\"\n"), "{explained}");
    assert!(explained.lines().all(|line| width(line) < 80), "{explained}");
}

#[test]
fn the_manual_is_in_japanese() {
    for command in COMMANDS {
        let words: Vec<&str> = ["man", command].into_iter().filter(|word| !word.is_empty()).collect();
        let output = in_japanese(&words);
        ends(&output, 0);
        let page = out(&output);
        let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert!(headings.iter().all(|heading| heading.chars().any(is_japanese)), "{command}: {headings:?}");
        for line in page.lines().filter(|line| !line.starts_with('.') && !line.contains("annalist ")) {
            let line = line.replace("\\fR", "").replace("\\fB", "").replace("\\fI", "");
            assert!(!has_english(&line), "{command}: {line}");
        }
    }
    let page = out(&in_japanese(&["man"]));
    assert!(page.contains("\n.br\n\\- timeline:    年表"), "{page}");
    for told in ["次の出来事", "引用の発言者（人物か機関）", "データに問題がある", "自分で付けたタグ"]
    {
        assert!(page.contains(told), "{told}");
    }
}

/// What a run says that is wrong with these arguments, in Japanese; each word in Latin letters stands between backquotes, or is one of these.
#[track_caller]
fn refused(arguments: &[&str], names: &[&str]) -> String {
    let output = in_japanese(arguments);
    ends(&output, 2);
    let told = errors(&output);
    let prose: String = told.trim_start_matches("annalist: ").split('`').step_by(2).collect();
    let prose = arguments.iter().chain(names).fold(prose, |prose, name| prose.replace(name, ""));
    for word in latin_words(&prose) {
        assert!(NAMES.contains(&word), "`{word}` in {told}");
    }
    told
}

#[test]
fn what_is_wrong_with_a_configuration_is_said_in_japanese() {
    for (text, told) in [
        ("theme =", "：TOML の文法に合いません：文字列は引用符で囲みます"),
        ("thme = 'a'", ":1:1：設定 `thme` はありません。`theme` のことですか？"),
        ("theme = 5", ":1:9：テーマの名前か `{ dark = \"…\", light = \"…\" }` を指定してください"),
        ("theme = '../x'", ":1:9：テーマの名前に使えるのは文字、数字、- と _ だけです"),
        ("lang = 'fr'", "：`\"auto\"`、`\"en\"`、`\"ja\"`、`\"both\"` のいずれかを指定してください"),
        ("zone = 'Mars'", "か、`\"+09:00\"` のような時差を指定してください"),
        ("memory = 'much'", "：MB 単位の数を指定してください"),
        ("mouse = 1", "：`true` か `false` を指定してください"),
        ("[queries]\na = 1", ":2:5：絞り込みを表す文字列を指定してください"),
        ("[maps]\na = 1", "：列の対応 `a` に誤りがあります：テーブルではありません"),
        ("[maps]\na = { header = ['x'], dat = 'b' }", "：列の対応 `a` に誤りがあります：項目 `dat` はありません"),
        ("[[colour]]\nquery = '(a'\nstyle = 'bold'", ":2:10：`(` が閉じていません"),
        ("[[colour]]\nquery = 'a'\nstyle = 'bald'", ":3:10：`bald` は色でも書き方でもありません"),
        ("keymap = 'x'", "：`\"default\"`、`\"vim\"`、`\"emacs\"`、`\"arrows\"` のいずれかを指定してください"),
        ("[keys.brows]\nnext = 'j'", "：キーの区分 `brows` はありません。`browse` のことですか？"),
        ("[keys.browse]\nnxt = 'j'", "：操作 `nxt` はありません。`next` のことですか？"),
        ("[keys.browse]\nnext = 'Entr'", "：キー `Entr` はありません。`Enter` のことですか？"),
        ("[keys.browse]\nnext = ''", "：キーがありません。"),
        ("[keys.browse]\nnext = 'Shift-a'", "：`Shift` は文字と組み合わせられません。"),
        ("[keys.browse]\nnext = 'Ctrl-A'", "：`Ctrl` と組み合わせる英字は小文字です。"),
        (
            "[keys.browse]\nnext = 'j'\nprevious = 'j'",
            "：`j` を `next` と `previous` の両方に割り当てています（先のものは ",
        ),
        ("[keys.browse]\nnext = 'j'\nprevious = 'j k'", "：`j` が `next` に割り当てられているため、"),
        ("[keys.text]\naccept = 'j'", "：`j` の始まりは、入力欄では文字として入力されます。"),
    ] {
        let (_folder, config) = file("c.toml", text.as_bytes());
        let found = refused(&["--config", path(&config)], &[]);
        assert!(found.contains(told), "{text}: {found}");
    }
}

#[test]
fn what_is_wrong_with_a_theme_is_said_in_japanese() {
    for (text, told) in [
        ("acent = 'red'", ":1:1：テーマに `acent` という項目はありません。`accent` のことですか？"),
        ("dim = 1", "：書き方を表す文字列を指定してください"),
        ("lanes = ['on']", "：色を書いてください"),
        ("kind = 'blue'", "：`\"dark\"`、`\"light\"`、`\"any\"` のいずれかを指定してください"),
        ("inherits = 'nope'", "：テーマ `nope` はありません"),
        ("inherits = 'mine'", "：このテーマは自分自身を引き継いでいます"),
        ("dim =", "：TOML の文法に合いません："),
    ] {
        let home = tempfile::tempdir().unwrap();
        let themes = home.path().join("annalist/themes");
        std::fs::create_dir_all(&themes).unwrap();
        std::fs::write(themes.join("mine.toml"), text).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_annalist"));
        command.env("XDG_CONFIG_HOME", home.path()).args(["--lang", "ja", "--theme", "mine"]);
        let output = command.stdin(Stdio::null()).output().unwrap();
        ends(&output, 2);
        assert!(errors(&output).contains(told), "{text}: {}", errors(&output));
    }
    let told = refused(&["--theme", "wahsi"], &OFFERED_THEMES.map(|theme| theme.name));
    assert!(told.contains("テーマ `wahsi` はありません。`washi` のことですか？（使えるテーマ：auto、"), "{told}");
    let told = errors(&in_japanese(&["--theme", "../x"]));
    assert!(told.contains("に値 '../x' は使えません：テーマの名前に使えるのは"), "{told}");
}

#[test]
fn old_names_are_told_in_japanese() {
    let told = errors(&in_japanese(&["-f", "plain", "--sides", "nisc vs jpcert", "--view", "step"]));
    assert!(told.contains("オプション `--sides` は `--compare` に名前が変わりました"), "{told}");
    assert!(told.contains("表示 `step` は `compare` に名前が変わりました"), "{told}");
}

/// Every word of what is printed is a name, or one of these.
#[track_caller]
fn has_no_english(text: &str, known: &[&str]) {
    for word in latin_words(text) {
        let is_known = NAMES.contains(&word) || known.iter().any(|known| latin_words(known).any(|it| it == word));
        assert!(is_known, "`{word}` in {text}");
    }
}

#[test]
fn formats_are_listed_in_japanese() {
    let list = out(&in_japanese(&["formats"]));
    let names: Vec<&str> = INPUT_FORMATS.iter().map(|(name, ..)| *name).collect();
    let names = [names, OutputFormat::ALL.map(OutputFormat::name).to_vec(), known_tables(), vec!["gzip zstd"]].concat();
    has_no_english(&list, &names);
    for told in ["読めるもの：\n  toml        annalist の形式の TOML\n", "書き出せるもの：\n", "列で見分ける表："]
    {
        assert!(list.contains(told), "{list}");
    }
}

const OLD: &str = "[timeline]\ntitle = '前'\n[[event]]\nid = 'a'\ndate = '2023'\ntitle = 'Signed'\ntitle_ja = '署名'\nareas = ['x', 'y']\n";

#[test]
fn a_comparison_is_in_japanese() {
    let new = OLD.replace("前", "後").replace("'x', 'y'", "'y', 'x'").replace("署名", "調印");
    let new = new + "[[event]]\nid = 'b'\ndate = '2024'\ntitle = 'Talks'\ntitle_ja = '協議'\n";
    let ((_folder, old), (_other, new)) = (file("o.toml", OLD.as_bytes()), file("n.toml", new.as_bytes()));
    let (old, new) = (path(&old), path(&new));
    for (format, told) in [
        ("plain", &["：追加1件、削除0件、変更1件", "areas: 順序が変わりました", "+ 2024  協議  (b)"][..]),
        (
            "markdown",
            &[
                "から ",
                " への変更\n\n追加1件、削除0件、変更1件。\n\n## 出来事以外\n",
                "\n## 出来事\n\n- 変更：2023、調印 (a)\n",
                "- areas：順序が変わりました",
            ],
        ),
    ] {
        let output = in_japanese(&["diff", "--format", format, old, new]);
        ends(&output, 1);
        let report = out(&output);
        assert!(told.iter().all(|told| report.contains(told)), "{report}");
        let names = ["areas title ja timeline del ins"];
        has_no_english(
            &report
                .replace(&old.replace('_', "\\_"), "")
                .replace(&new.replace('_', "\\_"), "")
                .replace(old, "")
                .replace(new, ""),
            &names,
        );
    }
}

/// Comments of a file.
fn comments(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.split_once("# ").map(|(_, comment)| comment))
}

#[test]
fn a_timeline_and_a_configuration_to_start_with_have_comments_in_japanese() {
    for (command, is_like) in [(&["new", "-"][..], "title = \"新しい年表\""), (&["config"], "theme = \"auto\"")] {
        let text = out(&in_japanese(command));
        assert!(text.contains(is_like), "{text}");
        for comment in comments(&text).filter(|comment| {
            !comment.contains(" = ") && !comment.starts_with("[[") && !comment.trim().starts_with("annalist ")
        }) {
            assert!(comment.chars().any(is_japanese), "{comment}");
        }
        let english = out(&annalist(command));
        assert!(!english.chars().any(is_japanese), "{english}");
        // Both say the same, whatever the words.
        let keys = |text: &str| -> Vec<String> {
            let said = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "));
            said.map(|(key, _)| key.to_owned()).collect()
        };
        assert_eq!(keys(&text), keys(&english));
    }
    let (_folder, started) = file("new.toml", out(&in_japanese(&["new", "-"])).as_bytes());
    assert!(out(&in_japanese(&["check", path(&started)])).contains("出来事2件、エラー0件、警告0件"));
    ends(&annalist(&["fmt", "--check", path(&started)]), 0);
}

#[test]
fn documents_are_in_japanese() {
    let (_folder, old) = file(
        "o.toml",
        (OLD.to_owned() + "source = [{ url = 'https://a.example/1', archived = 'https://a.example/2' }]\n").as_bytes(),
    );
    for (format, told) in [
        ("markdown", &["\n1件の出来事のうち1件、絞り込み：has:source。\n", "### 2023年：署名\n", "アーカイブ"][..]),
        (
            "html",
            &[
                "<p>1件の出来事のうち1件、絞り込み：<code>has:source</code>。</p>",
                ">日付</th>",
                ">出来事</th>",
                ">絞り込み</label>",
                "data-told=\"1件中#件\"",
                "2023年から2023年までの出来事1件",
            ],
        ),
    ] {
        let document = out(&in_japanese(&["-q", "has:source", "-f", format, path(&old)]));
        assert!(told.iter().all(|told| document.contains(told)), "{document}");
        for english in ["events", "filter:", "archived", "revised", "Timeline", "Date", "Event<"] {
            let body = document.split("<main>").last().unwrap().split("<script>").next().unwrap();
            assert!(!body.contains(english), "{english}: {body}");
        }
    }
}

#[test]
fn a_row_without_a_title_says_so_in_japanese() {
    let (_folder, table) = file("a.csv", b"date,title,lane\n2023-01-06,,a\n2023-01-07,b,a\n");
    assert!(out(&in_japanese(&[path(&table)])).contains("（題名なし）"));
    assert!(out(&annalist(&[path(&table)])).contains("(no title)"));
}

#[test]
fn completions_are_in_japanese() {
    let script = out(&in_japanese(&["completions", "fish"]));
    let told = script.lines().filter_map(|line| line.split_once("\\t'").map(|(_, told)| told));
    let told: Vec<&str> = told.map(|told| told.trim_end_matches(['\'', '"'])).collect();
    assert!(told.contains(&"年表：系列と一覧と詳細") && told.contains(&"すべての警告"), "{told:?}");
    for words in told {
        let is_example = words.chars().all(|c| c.is_ascii_digit() || c == '/');
        assert!(
            is_example || words.chars().any(is_japanese) || latin_words(words).all(|it| NAMES.contains(&it)),
            "{words}"
        );
    }
}
