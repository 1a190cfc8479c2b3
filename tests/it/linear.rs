//! What reading costs grows as the source does, whatever is wrong with it.

use std::{
    fs::File,
    io::Write,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use annalist::{
    load::{Format, ReadOptions, SourceLayout},
    stream::{OpenedStream, TimelineSource, TimelineUpdate},
};

/// What makes a source of so many lines.
type Source = fn(usize) -> Vec<u8>;

/// A source of so many lines, or of what takes as much room.
fn sources() -> [(&'static str, Source); 14] {
    [
        ("a missing title", |count| b"{\"date\":\"2020-01-01\",\"place\":\"Somewhere\"}\n".repeat(count)),
        ("Shift_JIS", |count| {
            b"{\"date\":\"2020\",\"title\":\"\x93\xFA\x95\xC4\x83\x54\x83\x43\x83\x6F\x81\x5B\"}\n".repeat(count)
        }),
        ("nothing but wrong bytes", |count| {
            [b"{\"date\":\"2020\",\"title\":\"a\"}\n".repeat(20), vec![0xFD; count * 40]].concat()
        }),
        ("NUL bytes", |count| {
            b"{\"date\":\"2020\",\"title\":\"a\"}\n\0\0\0\0\0\0\0\0\n{\"title\":\"a\0b\"}\n".repeat(count / 2)
        }),
        ("one long line", |count| {
            [b"{\"date\":\"2020\",\"title\":\"", "so it goes ".repeat(count * 4).as_bytes(), b"\"}\n"].concat()
        }),
        ("many parties", |count| {
            let parties: Vec<String> = (0..count * 4).map(|at| format!("\"p{at}\"")).collect();
            format!("{{\"date\":\"2020\",\"title\":\"a\",\"parties\":[{}]}}\n", parties.join(",")).into_bytes()
        }),
        ("a calendar", |count| {
            let event = "BEGIN:VEVENT\nDTSTART;TZID=a:20200101T100000\nSUMMARY:a\n b\nEND:VEVENT\n";
            let zone = "BEGIN:VTIMEZONE\nTZID:a\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n";
            format!("BEGIN:VCALENDAR\n{zone}{}", event.repeat(count)).into_bytes()
        }),
        ("a calendar of one line", |count| {
            format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:{}", "a\n b<".repeat(count)).into_bytes()
        }),
        ("components that do not end", |count| {
            format!("BEGIN:VCALENDAR\n{}", "BEGIN:A\nBEGIN:B\n".repeat(count)).into_bytes()
        }),
        ("slides", |count| {
            let slide = "{\"start_date\": {\"year\": 2020}, \"text\": {\"headline\": \"<b>a\"}},\n";
            format!("{{\"events\": [{}]}}", slide.repeat(count)).into_bytes()
        }),
        ("a slide of many links", |count| {
            let links: String = (0..count).map(|at| format!("<a href='https://example.org/{at}'>&amp;<p>")).collect();
            format!("{{\"events\": [{{\"start_date\": {{\"year\": 2020}}, \"text\": {{\"text\": \"{links}\"}}}}]}}")
                .into_bytes()
        }),
        ("a bodyfile", |count| b"0|a|1|m|0|0|1|1337961350|1337961351|1337961352|1337961353\n".repeat(count)),
        ("a log of Zeek", |count| [&b"#fields\tts\tmsg\n"[..], &b"1337961350.5\ta\n".repeat(count)].concat()),
        ("no border", |count| b"no table and no event, line by line\n".repeat(count)),
    ]
}

fn read(name: &str, bytes: &[u8]) -> Duration {
    let mut file = tempfile::Builder::new().suffix(name).tempfile().unwrap();
    file.write_all(bytes).unwrap();
    let begun = Instant::now();
    let mut input = TimelineSource::File(File::open(file.path()).unwrap());
    let (begin, _) = input.peek(1000, None, None).unwrap();
    let layout = match begin.first() {
        Some(b'0' | b'#') => input.layout(name, &begin, false, &ReadOptions::default()).unwrap().unwrap(),
        _ => SourceLayout::Native(Format::of(name, &begin)),
    };
    let opening = OpenedStream::new(name, input, layout, begin, usize::MAX).unwrap();
    let TimelineUpdate { timeline, diagnostics, .. } = opening.loader.finish().unwrap();
    let problems = diagnostics.lines();
    assert!(timeline.len() + problems.len() > 0);
    begun.elapsed()
}

#[test]
fn four_times_as_much_takes_about_four_times_as_long() {
    for (what, source) in sources() {
        let name = if what == "no border" { ".toml" } else { ".jsonl" };
        let (some, more) = (source(4000), source(16_000));
        let some = read(name, &some).min(read(name, &some));
        let more = read(name, &more).min(read(name, &more));
        println!("{what}: {some:?}, {more:?}");
        // What looks at all of it again for each of its parts takes 16 times as long. Other tests run beside this one.
        assert!(more < some * 8 + Duration::from_millis(300), "{what}: {some:?}, {more:?}");
    }
}

/// What makes a source of so many lines, or of one line as long.
type Repeated<'a> = &'a dyn Fn(usize) -> Vec<u8>;

/// How long the program takes with these arguments and a file of this text; of three times the shortest.
fn run(arguments: &[&str], text: &[u8]) -> Duration {
    let mut file = tempfile::Builder::new().suffix(".jsonl").tempfile().unwrap();
    file.write_all(text).unwrap();
    let time = |_| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_annalist"));
        let begun = Instant::now();
        program.args(arguments).arg(file.path()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        begun.elapsed()
    };
    (0..3).map(time).min().unwrap()
}

#[test]
fn four_times_as_much_takes_about_four_times_as_long_to_check_and_to_print() {
    let note = "so it goes ".repeat(90);
    let unknown = format!("{{\"date\":\"2020\",\"title\":\"a\",\"odd\":1,\"note\":\"{note}\"}}\n");
    let in_shift_jis =
        [b"{\"date\":\"2020\",\"title\":\"\x93\xFA\x95\xC4\x83\x54\",\"note\":\"", note.as_bytes(), b"\"}\n"].concat();
    let one_long_line = |count: usize| {
        [b"{\"date\":\"2020\",\"title\":\"a\",\"note\":\"", note.repeat(count).as_bytes(), b"\"}\n"].concat()
    };
    let shapes: [(&str, Repeated<'_>); 3] = [
        ("an unknown field", &|count| unknown.as_bytes().repeat(count)),
        ("Shift_JIS", &|count| in_shift_jis.repeat(count)),
        ("one long line", &one_long_line),
    ];
    for (shape, source) in shapes {
        for arguments in [&["check"][..], &["-f", "plain"]] {
            // 3 and 12 MB.
            let (some, more) = (run(arguments, &source(3000)), run(arguments, &source(12_000)));
            println!("{shape}, {arguments:?}: {some:?}, {more:?}");
            // Other tests run beside this one.
            assert!(more < some * 6 + Duration::from_millis(300), "{shape}, {arguments:?}: {some:?}, {more:?}");
        }
    }
}

#[test]
fn four_times_as_many_names_and_titles_take_about_four_times_as_long_to_compare() {
    let asked = "{\"timeline\":{\"checks\":[\"names\",\"duplicates\",\"https\"]}}\n";
    let apart = |at: usize| {
        format!("{{\"date\":\"2020-01-06\",\"title\":\"Talks of delegation {at}\",\"place\":\"A place {at}\"}}\n")
    };
    let alike =
        |_| "{\"date\":\"2020-01-06\",\"title\":\"Talks of a delegation\",\"place\":\"A place of it\"}\n".to_owned();
    let shapes: [&dyn Fn(usize) -> String; 2] = [&apart, &alike];
    for shape in shapes {
        let source = |count: usize| asked.to_owned() + &(0..count).map(shape).collect::<String>();
        // 230 and 920 KB: a longer file is read by parts, and not checked.
        let (some, more) = (run(&["check"], source(3000).as_bytes()), run(&["check"], source(11_000).as_bytes()));
        println!("{some:?}, {more:?}");
        assert!(more < some * 6 + Duration::from_millis(300), "{some:?}, {more:?}");
    }
}
