//! What reading costs grows as the source does, whatever is wrong with it.

use std::{
    fs::File,
    io::Write,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use annalist::{
    load::{Format, SourceLayout},
    stream::{OpenedStream, TimelineSource, TimelineUpdate},
};

/// What makes a source of so many lines.
type Source = fn(usize) -> Vec<u8>;

/// A source of so many lines, or of what takes as much room.
fn sources() -> [(&'static str, Source); 7] {
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
        ("no border", |count| b"no table and no event, line by line\n".repeat(count)),
    ]
}

fn read(name: &str, bytes: &[u8]) -> Duration {
    let mut file = tempfile::Builder::new().suffix(name).tempfile().unwrap();
    file.write_all(bytes).unwrap();
    let begun = Instant::now();
    let mut input = TimelineSource::File(File::open(file.path()).unwrap());
    let (begin, _) = input.peek(1000, None).unwrap();
    let opening =
        OpenedStream::new(name, input, SourceLayout::Native(Format::of(name, &begin)), begin, usize::MAX).unwrap();
    let TimelineUpdate { timeline, problems, .. } = opening.loader.finish().unwrap();
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
