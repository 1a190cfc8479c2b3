//! The whole program in a terminal, against the least program with ratatui (`benches/minimal`), in turns and in one run:
//! start, keys, letters, bytes, idling, memory, with the built-in timeline and with up to a million events. Prints tables
//! for `RESULTS.md`. Linux only, since it asks `/proc`.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::cast_precision_loss, reason = "a bench")]
#![allow(clippy::print_stdout, reason = "what it is for")]

#[path = "../timelines/mod.rs"]
mod timelines;

mod terminal;

use std::{path::Path, process::Command, time::Duration};

use annalist::load::Format;
use terminal::Terminal;
use timelines::Script;

const ANNALIST: &str = env!("CARGO_BIN_EXE_annalist");
/// How often the two programs take turns.
const PAIRS: usize = 5;
/// A frame is over when nothing has come for so long.
const QUIET: Duration = Duration::from_millis(12);
/// The same where a search goes on beside.
const LONG_QUIET: Duration = Duration::from_millis(300);

fn main() {
    // `cargo test --benches` only wants to know that it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let minimal = minimal();
    built_in(&minimal);
    growth();
}

/// Builds the program to compare with; gives its path.
fn minimal() -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/minimal");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("minimal");
    let build = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--release", "--locked", "--quiet", "--manifest-path"])
        .arg(here.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", &target)
        .status();
    assert!(build.unwrap().success(), "the minimal program cannot be built");
    target.join("release/minimal").to_string_lossy().into_owned()
}

/// What one program gave in all its turns.
#[derive(Default)]
struct Measured {
    start: Vec<Duration>,
    down: Vec<Duration>,
    bytes: Vec<usize>,
    pauses: usize,
    work: Vec<Duration>,
    letter: Vec<Duration>,
    flood: Vec<Duration>,
    idle: Vec<Duration>,
    memory: Vec<f64>,
    quit: Vec<Duration>,
}

fn turn(measured: &mut Measured, program: &str, arguments: &[&str], has_filter: bool) {
    let mut terminal = Terminal::start(program, arguments);
    measured.start.push(terminal.first_frame().last);
    let mut downs = |terminal: &mut Terminal, key: &str, count: usize| {
        for _ in 0..count {
            let Some(answer) = terminal.key(key, QUIET) else { continue };
            measured.down.push(answer.last);
            measured.bytes.push(answer.bytes);
            measured.pauses += answer.pauses;
        }
    };
    let before = terminal.work();
    downs(&mut terminal, "j", 60);
    downs(&mut terminal, "k", 60);
    measured.work.push(terminal.work().saturating_sub(before) / 120);
    measured.flood.push(terminal.flood("j", 300, 500));
    if has_filter {
        terminal.key("/", QUIET);
        for letter in ["n", "i", "s", "h", "i"] {
            measured.letter.extend(terminal.key(letter, QUIET).map(|answer| answer.last));
        }
        terminal.key("\x1b", Duration::from_millis(120));
    }
    let before = terminal.work();
    std::thread::sleep(Duration::from_secs(3));
    measured.idle.push(terminal.work().saturating_sub(before));
    measured.memory.push(terminal.memory());
    measured.quit.push(terminal.quit());
}

fn built_in(minimal: &str) {
    let (mut least, mut ours) = (Measured::default(), Measured::default());
    for _ in 0..PAIRS {
        turn(&mut least, minimal, &[], false);
        turn(&mut ours, ANNALIST, &["--fresh"], true);
    }
    println!("\nBuilt-in timeline, 120x40, {PAIRS} turns each\n");
    println!("| | minimal | annalist | ratio |");
    println!("|---|---:|---:|---:|");
    let row = |name: &str, least: f64, ours: f64, unit: &str| {
        let ratio = if least > 0.0 { format!("{:.2}", ours / least) } else { "–".to_owned() };
        println!("| {name} | {least:.2} {unit} | {ours:.2} {unit} | {ratio} |");
    };
    row("start to first full frame", millis(&least.start, 50), millis(&ours.start, 50), "ms");
    row("`j`/`k` to frame, median", millis(&least.down, 50), millis(&ours.down, 50), "ms");
    row("`j`/`k` to frame, 99 of 100", millis(&least.down, 99), millis(&ours.down, 99), "ms");
    row("letter to final result, median, against `j`", millis(&ours.down, 50), millis(&ours.letter, 50), "ms");
    row("work for a key, all threads", millis(&least.work, 50), millis(&ours.work, 50), "ms");
    row("bytes for a key, mean", mean(&least.bytes), mean(&ours.bytes), "B");
    row("frames in pieces", least.pauses as f64, ours.pauses as f64, "");
    row("screen changes after 300 keys at 500 Hz, for", millis(&least.flood, 50), millis(&ours.flood, 50), "ms");
    row("work in 3 s of idling", millis(&least.idle, 50), millis(&ours.idle, 50), "ms");
    row("peak memory", percentile(&least.memory, 50), percentile(&ours.memory, 50), "MB");
    row("`q` to gone", millis(&least.quit, 50), millis(&ours.quit, 50), "ms");
}

fn growth() {
    println!("\nSynthetic timelines, JSON Lines and TOML, one in ten events in Japanese\n");
    println!(
        "| events | file | first screen | whole | peak memory | of the file | key p50 | key p99 | first answer | final, longest | `q` |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (format, counts) in
        [(Format::JsonLines, &[1000, 10_000, 100_000, 1_000_000][..]), (Format::Toml, &[1000, 10_000, 100_000])]
    {
        for &count in counts {
            of_file(&timelines::file(count, Script::Mixed, format), format, count);
        }
    }
}

fn of_file(path: &Path, format: Format, count: usize) {
    let file = std::fs::metadata(path).unwrap().len() as f64 / 1e6;
    let name = path.to_string_lossy();
    let arguments = ["--fresh", &name];
    let (mut starts, mut wholes) = (Vec::new(), Vec::new());
    let mut last = None;
    for _ in 0..PAIRS {
        let mut terminal = Terminal::start(ANNALIST, &arguments);
        starts.push(terminal.first_frame().first);
        drop(terminal);
        let mut terminal = Terminal::start(ANNALIST, &arguments);
        wholes.push(terminal.until(&format!("{} events", grouped(count))));
        terminal.key("j", LONG_QUIET);
        last = Some(terminal);
    }
    let mut terminal = last.unwrap();
    let memory = terminal.memory();
    let mut keys = Vec::new();
    for key in ["j", "k", "J", "G", "g", "+", "-", "l", "h"] {
        for _ in 0..20 {
            keys.extend(terminal.key(key, Duration::from_millis(25)).map(|answer| answer.last));
        }
    }
    terminal.key("/", QUIET);
    let letters: Vec<_> = ["s", "t", "e", "a", "m"].iter().filter_map(|key| terminal.key(key, LONG_QUIET)).collect();
    let first = letters.iter().map(|answer| answer.first).collect::<Vec<_>>();
    let longest = letters.iter().map(|answer| answer.last).collect::<Vec<_>>();
    terminal.key("\x1b", Duration::from_millis(300));
    println!(
        "| {} {format:?} | {file:.1} MB | {:.1} ms | {:.0} ms | {memory:.0} MB | {:.2} | {:.2} ms | {:.2} ms | {:.1} ms | {:.0} ms | {:.0} ms |",
        grouped(count),
        millis(&starts, 50),
        millis(&wholes, 50),
        memory / file,
        millis(&keys, 50),
        millis(&keys, 99),
        millis(&first, 100),
        millis(&longest, 100),
        terminal.quit().as_secs_f64() * 1e3,
    );
}

/// A number as the program writes it.
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    if count < 10_000 {
        return digits;
    }
    let from_end = |at: usize| digits.len() - at;
    let sign = |(at, digit): (usize, char)| {
        let comma = (at > 0 && from_end(at).is_multiple_of(3)).then_some(',');
        comma.into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(sign).collect()
}

fn percentile<T: Copy + PartialOrd>(values: &[T], percent: usize) -> T {
    let mut values = values.to_vec();
    values.sort_by(|a, b| a.partial_cmp(b).unwrap());
    values[((values.len() - 1) * percent).div_ceil(100)]
}

fn millis(times: &[Duration], percent: usize) -> f64 {
    percentile(times, percent).as_secs_f64() * 1e3
}

fn mean(values: &[usize]) -> f64 {
    values.iter().sum::<usize>() as f64 / values.len().max(1) as f64
}
