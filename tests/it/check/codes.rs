//! Each code is provoked by a small file, and explained by one that has the problem and one that has not.

use annalist::load::DiagnosticCode;
use annalist::messages::Locale;
use annalist::text::width;

use super::check;
use crate::cli::{annalist, ends, errors, out};

/// What is found, by its codes.
fn found(report: &str) -> Vec<&str> {
    let heads = ["error[", "warning[", "note["];
    report
        .lines()
        .filter_map(|line| heads.iter().find_map(|head| line.strip_prefix(head)))
        .filter_map(|rest| rest.split(']').next())
        .collect()
}

/// The name of a file in this language.
fn name(language: &str) -> &str {
    match language {
        "toml" => "a.toml",
        "json" => "a.jsonl",
        "csv" => "a.csv",
        "ics" => "a.ics",
        "log" => "a.log",
        _ => panic!("no such language: {language}"),
    }
}

/// Files that have problems which no small text shows: the name of each, what is in it, and the options to check it with.
fn provoked(code: DiagnosticCode) -> (&'static str, Vec<u8>, &'static [&'static str]) {
    let event = b"{\"date\":\"2020\",\"title\":\"a\"}\n";
    let filler = || [&event[..], b"\n"].concat().repeat(40_000);
    match code {
        DiagnosticCode::NotUtf8 => ("a.toml", b"\xFD\xFE\x00\x01[[event]]".to_vec(), &[]),
        DiagnosticCode::GuessedEncoding => (
            "a.jsonl",
            "{\"date\":\"2020\",\"title\":\""
                .bytes()
                .chain(*b"\x93\xFA\x95\xC4\x83\x54\x83\x43\x83\x6F\x81\x5B\"}\n")
                .collect::<Vec<u8>>()
                .repeat(40),
            &[],
        ),
        DiagnosticCode::TooLong => {
            let long = format!("{{\"date\":\"2020\",\"title\":\"{}\"}}\n", "a".repeat(3 << 20));
            ("a.jsonl", [&event[..], long.as_bytes()].concat(), &[])
        }
        DiagnosticCode::ChecksSkipped => {
            let asked = b"{\"timeline\":{\"checks\":[\"sources\"]}}\n";
            ("a.jsonl", [&asked[..], &filler()].concat(), &[])
        }
        DiagnosticCode::MemoryLimit => ("a.jsonl", filler().repeat(8), &["--memory", "2"]),
        DiagnosticCode::TooManyTerms => {
            let line = |at: usize| format!("{{\"date\":\"2020\",\"title\":\"a\",\"lane\":\"{at}\"}}\n");
            ("a.jsonl", (0..66_000).map(line).collect::<String>().into_bytes(), &[])
        }
        _ => panic!("{} has no example, and nothing provokes it", code.name()),
    }
}

#[test]
fn each_code_is_explained_in_japanese_with_the_same_examples() {
    for code in DiagnosticCode::ALL {
        let name = code.name();
        let summary = code.summary(Locale::Japanese);
        assert!(summary.ends_with('。') && width(summary) < 80, "{name}: {summary}");
        let [english, japanese] = Locale::ALL.map(|locale| code.explanation(locale));
        assert!(japanese.lines().all(|line| width(line) < 80 || english.contains(line)), "{name}: {japanese}");
        let examples =
            |text: &str| text.lines().filter(|line| line.starts_with("    ")).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(examples(&english), examples(&japanese), "{name}");
        let headings = ["修正前：", "修正後："].map(|heading| japanese.matches(&format!("\n{heading}\n\n")).count());
        let count = usize::from(code.example().is_some());
        assert_eq!(headings, [count, count], "{name}: {japanese}");
        assert!(!japanese.contains("Before:") && !japanese.contains("\n\n\n"), "{name}: {japanese}");
    }
}

#[test]
fn each_code_is_provoked_by_a_file_and_explained() {
    for code in DiagnosticCode::ALL {
        // It takes two files.
        if *code == DiagnosticCode::SharedId {
            continue;
        }
        let name_of_code = code.name();
        let explained = code.summary(Locale::English);
        assert!(explained.ends_with('.') && explained.len() < 90, "{name_of_code}: {explained}");
        assert!(code.explanation(Locale::English).lines().count() > 2, "{name_of_code}");
        let Some(example) = code.example() else {
            let (name, text, options) = provoked(*code);
            let report = check(name, &text, options);
            assert!(found(&report).contains(&name_of_code), "{name_of_code}\n{report}");
            continue;
        };
        // Only where the order is said can a date be against it.
        let options: &[&str] = if *code == DiagnosticCode::DateOrderMisfit { &["--dates", "dmy"] } else { &[] };
        let before = check(name(example.language), example.before.as_bytes(), options);
        assert!(found(&before).contains(&name_of_code), "{name_of_code}, before:\n{before}");
        let after = check(name(example.language), example.after.as_bytes(), options);
        assert!(found(&after).is_empty() && after.contains(" 0 errors, 0 warnings"), "{name_of_code}, after:\n{after}");
    }
}

#[test]
fn a_code_is_a_name_of_its_own() {
    let mut names: Vec<&str> = DiagnosticCode::ALL.iter().map(|code| code.name()).collect();
    let is_kebab = |name: &&str| {
        name.split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
    };
    assert!(names.iter().all(is_kebab), "{names:?}");
    assert!(DiagnosticCode::ALL.iter().all(|code| DiagnosticCode::named(code.name()) == Some(*code)));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), DiagnosticCode::ALL.len());
}

#[test]
fn explain_says_why_and_how_with_an_example() {
    let output = annalist(&["explain", "missing-field"]);
    ends(&output, 0);
    let said = out(&output);
    for part in
        ["A field that has to be there is not.", "it is left out", "Before:", "    label = ", "After:", "    title = "]
    {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert!(!said.contains("```"));
    let all = out(&annalist(&["explain"]));
    assert_eq!(all.lines().count(), DiagnosticCode::ALL.len());
    assert!(all.lines().all(|line| line.ends_with('.') && line.len() < 120), "{all}");
    let unknown = annalist(&["explain", "mising-field\u{1b}[31m"]);
    ends(&unknown, 2);
    assert!(errors(&unknown).contains("there is no code") && !errors(&unknown).contains('\u{1b}'));
    let near = annalist(&["explain", "mising-field"]);
    assert!(errors(&near).contains("did you mean `missing-field`?"), "{}", errors(&near));
}
