//! What the program says on the command line, in Japanese: no English sentence but what others say.

use std::process::{Command, Output, Stdio};

use annalist::load::DiagnosticCode;
use annalist::text::width;

use crate::cli::{annalist, ends, errors, file, out, path};
use crate::messages::is_japanese;

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
