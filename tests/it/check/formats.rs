//! What `check` writes for programs is what it says that it is, and says what it says to people.

use std::fs;

use annalist::load::DiagnosticCode;
use jsonschema::Validator;
use serde_json::Value;

use super::check;
use crate::{
    cli::{annalist, ends, errors, file, out, path, with_input},
    support::pty::{Program, command},
};

const FAULTY: &str = "[[event]]\ndate = \"2023-02-30\"\ntitle = \"日本\"\n\n[[event]]\ndate = \"2023\"\ntitle = \"日本\"\nplace = \"日本\" \nbody = 1\n\n[[event]]\ndate = \"2024\"\ntitle = \"x\"\nbody = 2\n";

/// The schema of this file of the project.
fn schema(file: &str) -> Validator {
    let text = fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    // One pattern of the official schema has a bracket too many, which a strict reader of patterns does not take.
    let text = text.replace("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

#[track_caller]
fn is_valid(schema: &Validator, value: &Value) {
    let wrong: Vec<String> =
        schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(wrong, [""; 0], "{value:#}");
}

fn problems(report: &str) -> Vec<Value> {
    report.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The example of each code, by its name.
fn examples() -> Vec<(String, &'static str)> {
    let examples = DiagnosticCode::ALL.iter().filter_map(|code| code.example());
    examples.map(|example| (format!("a.{}", example.language), example.before)).collect()
}

#[test]
fn each_row_without_a_date_is_listed() {
    // Of 2,000 rows, long enough to be read by several blocks, every second one.
    let rows: Vec<String> = (0..2000)
        .map(|at| format!("{},{} {at}\n", if at % 2 == 0 { "2024-03-01" } else { "Not set" }, "ship ".repeat(120)))
        .collect();
    let table = format!("date,title\n{}", rows.concat());
    let told = problems(&check("a.csv", table.as_bytes(), &["--format", "json"]));
    let undated: Vec<&Value> = told.iter().filter(|problem| problem["code"] == "undated-row").collect();
    let lines = |places: &Value| -> Vec<u64> {
        places.as_array().unwrap().iter().map(|place| place["line"].as_u64().unwrap()).collect()
    };
    assert_eq!((undated.len(), &undated[0]["line"], &undated[0]["count"]), (1, &Value::from(3), &Value::from(1000)));
    assert_eq!(lines(&undated[0]["places"]), (5..2002).step_by(2).collect::<Vec<u64>>());
    // People are told the first few, and who reads SARIF is.
    assert!(check("a.csv", table.as_bytes(), &[]).contains("999 more: lines 5, 7, 9, …"));
    let sarif: Value = serde_json::from_str(&check("a.csv", table.as_bytes(), &["--format", "sarif"])).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(
        (&result["occurrenceCount"], &result["relatedLocations"][2]["physicalLocation"]["region"]["startLine"]),
        (&1000.into(), &9.into())
    );
    assert_eq!(result["relatedLocations"].as_array().unwrap().len(), 3);
    let endless = format!("date,title\n2024,One\n{}", ",x\n".repeat(100_005));
    let told = problems(&check("a.csv", endless.as_bytes(), &["--format", "json"]));
    let undated = told.iter().find(|problem| problem["code"] == "undated-row").unwrap();
    assert_eq!((undated["count"].as_u64(), lines(&undated["places"]).len()), (Some(100_005), 99_999));
}

#[test]
fn json_has_a_problem_a_line_as_its_schema_says() {
    let schema = schema("docs/check.schema.json");
    let report = check("a.toml", FAULTY.as_bytes(), &["--format", "json"]);
    let told = problems(&report);
    assert_eq!(told.len(), 2, "{report}");
    let [day, field] = [&told[0], &told[1]];
    assert!(day["file"].as_str().unwrap().ends_with("a.toml"));
    assert_eq!((&day["line"], &day["column"]), (&Value::from(2), &Value::from(17)));
    assert_eq!(day["end"], serde_json::json!({"line": 2, "column": 19}));
    assert_eq!((&day["severity"], &day["code"], &day["count"]), (&"error".into(), &"no-such-day".into(), &1.into()));
    assert_eq!(day["message"], "2023-02-30: February 2023 has 28 days");
    let spelled = check("a.toml", b"[[event]]\ndate = \"2023/1/6\"\ntitle = \"a\"\n", &["--format", "json"]);
    assert_eq!(problems(&spelled)[0]["suggestion"], "write `2023-01-06`");
    assert_eq!((&field["severity"], &field["count"]), (&Value::from("warning"), &Value::from(2)));
    assert_eq!(field["places"], serde_json::json!([{"line": 14, "column": 1, "end": {"line": 14, "column": 5}}]));
    for (name, text) in examples() {
        for problem in problems(&check(&name, text.as_bytes(), &["--format", "json"])) {
            is_valid(&schema, &problem);
        }
    }
    assert_eq!(check("a.toml", b"[[event]]\ndate = 2023\ntitle = \"a\"\n", &["--format=json"]), "");
    assert!(!schema.is_valid(&serde_json::json!({"file": "a"})), "the schema holds for anything");
}

#[test]
fn what_a_file_that_is_read_by_parts_holds_has_the_same_form() {
    let schema = schema("docs/check.schema.json");
    let event = |at: usize| format!("{{\"date\":\"2020\",\"title\":\"Number {at} {}\"}}\n", "x".repeat(60));
    let events: String = (0..20_000).map(event).collect();
    let text = format!(
        "{events}{{\"date\":\"2020-13\",\"title\":\"日本\"}}\n{{\"date\":\"2020\",\"title\":\"日本\",\"odd\":1}}\n"
    );
    let told = problems(&check("a.jsonl", text.as_bytes(), &["--format", "json"]));
    told.iter().for_each(|problem| is_valid(&schema, problem));
    let places: Vec<_> = told
        .iter()
        .map(|it| {
            (
                it["code"].as_str().unwrap(),
                it["line"].as_u64().unwrap(),
                it["column"].as_u64().unwrap(),
                it["end"]["column"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(places, [("no-such-day", 20_001, 15, 17), ("unknown-field", 20_002, 29, 34)]);
    // For people it is told like that of any other file.
    let report = check("a.jsonl", text.as_bytes(), &[]);
    assert!(report.contains("error[no-such-day]: ") && report.contains("a.jsonl:20001:15"), "{report}");
    // Where nothing stands at a place there is none.
    let (_folder, packed) =
        file("a.jsonl", b"{\"date\":\"2020\",\"title\":\"\x93\xFA\x95\xC4\x83\x54\x83\x43\x83\x6F\x81\x5B\"}\n");
    let told = problems(&out(&annalist(&["check", "--format=json", path(&packed)])));
    assert_eq!(
        (&told[0]["code"], &told[0]["line"], &told[0]["end"]),
        (&"guessed-encoding".into(), &Value::Null, &Value::Null)
    );
    is_valid(&schema, &told[0]);
}

#[test]
fn sarif_is_what_its_standard_says() {
    let schema = schema("tests/fixtures/sarif-schema-2.1.0.json");
    let report: Value = serde_json::from_str(&check("a b.toml", FAULTY.as_bytes(), &["--format", "sarif"])).unwrap();
    is_valid(&schema, &report);
    let run = &report["runs"][0];
    assert_eq!((&report["version"], &run["columnKind"]), (&Value::from("2.1.0"), &Value::from("unicodeCodePoints")));
    let day = &run["results"][0];
    assert_eq!((&day["ruleId"], &day["level"]), (&Value::from("no-such-day"), &Value::from("error")));
    let place = &day["locations"][0]["physicalLocation"];
    let uri = place["artifactLocation"]["uri"].as_str().unwrap();
    assert!(uri.starts_with("file:///") && uri.ends_with("/a%20b.toml"), "{uri}");
    assert_eq!(place["region"], serde_json::json!({"startLine": 2, "startColumn": 17, "endLine": 2, "endColumn": 19}));
    let field = &run["results"][1];
    assert_eq!((&field["occurrenceCount"], field["relatedLocations"].as_array().unwrap().len()), (&Value::from(2), 1));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        let code = DiagnosticCode::named(rule["id"].as_str().unwrap()).unwrap();
        assert_eq!(rule["help"]["markdown"], code.markdown());
    }
    for (name, text) in examples() {
        is_valid(&schema, &serde_json::from_str(&check(&name, text.as_bytes(), &["--format", "sarif"])).unwrap());
    }
    let none = check("a.toml", b"[[event]]\ndate = 2023\ntitle = \"a\"\n", &["--format=sarif"]);
    let none: Value = serde_json::from_str(&none).unwrap();
    is_valid(&schema, &none);
    assert_eq!(none["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn sarif_has_all_files_in_one_document_and_says_which_could_not_be_read() {
    let (_folder, faulty) = file("a.toml", FAULTY.as_bytes());
    let output = annalist(&["check", "--format", "sarif", path(&faulty), "no-such-file.toml"]);
    ends(&output, 2);
    let report: Value = serde_json::from_str(&out(&output)).unwrap();
    is_valid(&schema("tests/fixtures/sarif-schema-2.1.0.json"), &report);
    let invocation = &report["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let told = &invocation["toolExecutionNotifications"][0]["message"]["text"];
    assert!(told.as_str().unwrap().contains("no-such-file.toml"), "{told}");
    assert_eq!(report["runs"][0]["results"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_hostile_in_a_file_is_harmless_in_every_format() {
    let hostile = "[[event]]\ndate = \"2023\\u001b[2J\"\ntitle = \"x\"\n\"od\u{202E}d\u{9b}\" = 1\n";
    for format in ["human", "json", "sarif"] {
        let report = check("a.toml", hostile.as_bytes(), &["--format", format]);
        let is_harmful = |c: char| c.is_control() && c != '\n' || c == '\u{202E}';
        assert!(report.contains('\u{FFFD}') && !report.contains(is_harmful), "{report:?}");
    }
}

#[test]
fn warnings_can_be_denied() {
    let (_folder, warned) = file("a.toml", b"[[event]]\ndate = \"2023\"\ntitle = \"a\"\nbody = 1\n");
    ends(&annalist(&["check", path(&warned)]), 0);
    ends(&annalist(&["check", "--deny", "warnings", path(&warned)]), 1);
    let (_folder, clean) = file("b.toml", b"[[event]]\ndate = \"2023\"\ntitle = \"a\"\n");
    ends(&annalist(&["check", "--deny=warnings", path(&clean)]), 0);
    ends(&annalist(&["check", "--deny=warnings", "--format=json", path(&warned)]), 1);
}

#[test]
fn several_files_are_counted_together() {
    let (_folder, warned) = file("a.toml", b"[[event]]\ndate = \"2023\"\ntitle = \"a\"\nbody = 1\n");
    let (_other, faulty) = file("b.toml", FAULTY.as_bytes());
    let said = out(&annalist(&["check", path(&warned), path(&faulty)]));
    assert!(said.ends_with("in all: 2 files, 3 events, 1 error, 3 warnings\n"), "{said}");
    assert!(said.contains("a.toml: 1 event, 0 errors, 1 warning\n"), "{said}");
    let one = out(&annalist(&["check", path(&warned)]));
    assert!(
        !one.contains("in all") && one.ends_with("why, and how to mend it: annalist explain unknown-field\n"),
        "{one}"
    );
}

#[test]
fn an_id_of_two_files_is_found() {
    let text = b"[[event]]\nid = \"same\"\ndate = \"2023\"\ntitle = \"a\"\n";
    let ((_folder, one), (_other, other)) = (file("a.toml", text), file("b.toml", text));
    let output = annalist(&["check", "--format=json", path(&one), path(&other)]);
    ends(&output, 0);
    let told = problems(&out(&output));
    assert_eq!(told.len(), 1);
    assert!(told[0]["file"].as_str().unwrap().ends_with("b.toml"));
    assert_eq!(told[0]["code"], "shared-id");
    assert!(told[0]["message"].as_str().unwrap().contains("`same`"));
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let (_folder, faulty) = file("a.toml", FAULTY.as_bytes());
    let said = |variables: &[(&str, &str)]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_annalist"));
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").args(["check", path(&faulty)]);
        out(&command.envs(variables.iter().copied()).output().unwrap())
    };
    assert!(!said(&[]).contains('\u{1b}'));
    assert!(said(&[("CLICOLOR_FORCE", "1")]).contains("\u{1b}["));
    assert!(!said(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains('\u{1b}'));
    for (variable, is_coloured) in [(("A", "1"), true), (("NO_COLOR", "1"), false), (("TERM", "dumb"), false)] {
        let check = command(env!("CARGO_BIN_EXE_annalist")).args(["check", path(&faulty)]).env(variable.0, variable.1);
        let mut terminal = Program::start(check);
        terminal.end();
        assert!(terminal.screen().contents().contains("error[no-such-day]"), "{}", terminal.screen().contents());
        assert_eq!(terminal.output.contains(&0x1b), is_coloured, "{variable:?}");
    }
}

#[test]
fn standard_input_and_the_built_in_timeline_are_told_in_every_format() {
    let told = problems(&out(&with_input(&["check", "--format=json", "-"], FAULTY.as_bytes())));
    assert_eq!((told.len(), &told[0]["file"]), (2, &Value::from("standard input")));
    let output = annalist(&["check", "--format=json"]);
    ends(&output, 0);
    assert_eq!(out(&output) + &errors(&output), "");
}
