//! How much memory reading takes, against the size of what is read: one bound for every format and every shape.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _},
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// The bound that the README states: so many times the file, and so many bytes for what is just being read.
const MAX_TIMES: u64 = 10;
const MAX_BEING_READ: u64 = 200 << 20;

/// Bytes that the program has had in memory at most by the time at which it reports on a file.
fn peak(folder: &TempDir, name: &str, text: &str) -> (u64, String) {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    // The second is read when all is known of the first, and keeps the program there until it has been looked at.
    let pipe = folder.path().join("pipe");
    if !pipe.exists() {
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_annalist"))
        .args(["check", path.to_str().unwrap(), pipe.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let summary = loop {
        let mut line = String::new();
        assert!(out.read_line(&mut line).unwrap() > 0, "{name} is reported on");
        if line.contains(" events, ") || line.contains(" event, ") {
            break line;
        }
    };
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kilobytes: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    drop(fs::File::options().write(true).open(&pipe).unwrap());
    out.read_to_end(&mut Vec::new()).unwrap();
    child.wait().unwrap();
    (kilobytes << 10, summary)
}

/// Shapes that are hard to read with little memory, each with the ending of its file.
fn shapes() -> Vec<(&'static str, &'static str, String)> {
    let line = |rest: &str| format!("{{\"date\":\"2020\",\"title\":\"a\"{rest}}}\n");
    let numbered =
        |count: usize, of: &dyn Fn(usize) -> String, joint: &str| (0..count).map(of).collect::<Vec<_>>().join(joint);
    let event = |n: usize| format!("{{\"date\":\"2020\",\"title\":\"Number {n}\"}}");
    let many = 3_000_000;
    vec![
        ("one deep nest", "jsonl", line(&format!(",\"x\":{}{}", "[".repeat(many), "]".repeat(many)))),
        ("a deep nest that is read", "jsonl", line(&format!(",\"x\":{}{}", "[".repeat(400_000), "]".repeat(400_000)))),
        ("one enormous string", "json", format!("[{}]", line(&format!(",\"note\":\"{}\"", "x".repeat(3 * many))))),
        ("millions of items", "jsonl", line(&format!(",\"parties\":[{}1]", "1,".repeat(many)))),
        (
            "millions of items in TOML",
            "toml",
            format!("[[event]]\ndate = 2020\ntitle = \"a\"\nparties = [{}1]\n", "1,".repeat(many)),
        ),
        ("items as many as an event may have", "jsonl", line(&format!(",\"parties\":[{}1]", "1,".repeat(500_000)))),
        (
            "objects as many as an event may have",
            "jsonl",
            line(&format!(",\"people\":[{}{{}}]", "{},".repeat(330_000))),
        ),
        (
            "the same in TOML",
            "toml",
            format!("[[event]]\ndate = 2020\ntitle = \"a\"\nparties = [{}1]\n", "1,".repeat(500_000)).repeat(2),
        ),
        ("many tiny keys", "jsonl", line(&format!(",{}", numbered(400_000, &|n| format!("\"{n:x}\":1"), ",")))),
        (
            "keys as many as an event may have",
            "jsonl",
            line(&format!(",{}", numbered(90_000, &|n| format!("\"{n:x}\":1"), ","))),
        ),
        ("objects in one line", "json", format!("[{}]", numbered(30_000, &event, ","))),
        ("an object of lists", "json", format!("{{{}}}", numbered(200_000, &|n| format!("\"l{n}\":[1,2,3]"), ","))),
        ("events within an object", "json", format!("{{\"events\":[{}]}}", numbered(30_000, &event, ","))),
        ("tiny events", "jsonl", "{\"date\":\"2020\",\"title\":\"a\"}\n".repeat(30_000)),
        ("an inline array", "toml", format!("event = [{}]\n", "{date=\"2020\",title=\"a\"},".repeat(100_000))),
        ("tables of another name", "toml", "[[events]]\ndate = \"2020\"\n".repeat(100_000)),
        ("tiny rows", "csv", format!("date,title\n{}", "2020,a\n".repeat(300_000))),
        (
            "rows of many fields",
            "csv",
            format!(
                "date,title{}\n{}",
                ",x".repeat(60),
                "2020,a\n".replace('\n', &format!("{}\n", ",1".repeat(60))).repeat(20_000)
            ),
        ),
        ("a bodyfile", "body", "0|/a|1|r/r|0|0|0|1000000000|2000000000|1500000000|1600000000\n".repeat(60_000)),
        ("a log of Zeek", "log", format!("#fields\tts\tmsg\n{}", "1000000000.5\ta\n".repeat(150_000))),
        ("a quote that does not close", "csv", format!("date,title\n2020,\"{}", "2020,a\n".repeat(300_000))),
        (
            "lists in a table of our own",
            "csv",
            format!(
                "date,first_day,last_day,title,parties\n{}",
                format!("2020,,,a,{}1\n", "1;".repeat(200_000)).repeat(6)
            ),
        ),
        ("no line ends", "jsonl", "x".repeat(3 * many)),
        ("no line ends in TOML", "toml", "x".repeat(3 * many)),
    ]
}

#[test]
fn memory_stays_below_one_bound_in_every_format_and_shape() {
    let folder = tempfile::tempdir().unwrap();
    let (base, _) = peak(&folder, "small.jsonl", "{\"date\":\"2020\",\"title\":\"a\"}\n");
    for (shape, ending, text) in shapes() {
        let (peak, summary) = peak(&folder, &format!("shape.{ending}"), &text);
        let bound = base + MAX_TIMES * text.len() as u64 + MAX_BEING_READ;
        let mb = |bytes: u64| bytes >> 20;
        println!("{shape}: {} MB of {} MB: {}", mb(peak), mb(text.len() as u64), summary.trim());
        assert!(peak <= bound, "{shape}: {} MB where {} MB are the bound", mb(peak), mb(bound));
    }
}

#[test]
fn what_is_read_as_a_whole_stays_below_the_bound_that_it_is_refused_by() {
    let folder = tempfile::tempdir().unwrap();
    let (base, _) = peak(&folder, "small.jsonl", "{\"date\":\"2020\",\"title\":\"a\"}\n");
    let events = |inner: &str, count: usize| {
        let event = format!("BEGIN:VEVENT\nDTSTART:20200101\nSUMMARY:a\n{inner}END:VEVENT\n");
        format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(count))
    };
    let categories = format!("CATEGORIES:{}a\n", "a,".repeat(2_000));
    let slide = "{\"start_date\":{\"year\":\"2020\"},\"text\":{\"headline\":\"a\"}}";
    let solution = "{\"date\":{\"value\":\"2020\"},\"x\":{\"value\":\"a\"}}";
    for (name, times, text) in [
        ("tiny.ics", 48, events("", 80_000)),
        ("categories.ics", 48, events(&categories, 1_000)),
        ("slides.json", 48, format!("{{\"events\":[{}]}}", vec![slide; 60_000].join(","))),
        (
            "solutions.json",
            64,
            format!(
                "{{\"head\":{{\"vars\":[\"date\",\"xLabel\"]}},\"results\":{{\"bindings\":[{}]}}}}",
                vec![solution; 80_000].join(",")
            ),
        ),
    ] {
        let (peak, summary) = peak(&folder, name, &text);
        println!("{name}: {} MB of {} MB: {}", peak >> 20, text.len() >> 20, summary.trim());
        assert!(!summary.contains(" 0 events") && peak - base <= times * text.len() as u64, "{name}: {peak}");
    }
}

#[test]
fn a_list_over_lines_takes_no_more_than_lines() {
    let folder = tempfile::tempdir().unwrap();
    let event =
        format!("  {{\n    \"date\": \"2020\",\n    \"title\": \"a\",\n    \"note\": \"{}\"\n  }}", "x".repeat(900));
    let list = |count: usize| format!("[\n{}\n]\n", vec![event.as_str(); count].join(",\n"));
    let lines = |count: usize| format!("{}\n", event.replace("\n", "").trim()).repeat(count);
    let (of_list, _) = peak(&folder, "list.json", &list(6000));
    let (of_lines, _) = peak(&folder, "lines.jsonl", &lines(6000));
    assert!(of_list < of_lines * 3 / 2, "{of_list} bytes for a list, {of_lines} for lines");
}
