//! Loading, and searching all text, against what the formats and the search cost by themselves: `toml` into structs on one
//! thread, sonic-rs into borrowed structs on all cores, memmem over as much text.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

mod timelines;

use std::{fs::File, path::Path, thread, time::Duration};

use annalist::{
    load::{Format, SourceLayout},
    model::{CellDate, ColumnForm},
    query::{Query, best_match, run},
    stream::{OpenedStream, TimelineSource, TimelineUpdate},
    text::fold,
};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use memchr::memmem::Finder;
use serde::Deserialize;
use timelines::Script;

fn loaded(path: &Path, format: Format) -> TimelineUpdate {
    let input = TimelineSource::File(File::open(path).unwrap());
    OpenedStream::new("bench", input, SourceLayout::Native(format), Vec::new(), usize::MAX)
        .unwrap()
        .loader
        .finish()
        .unwrap()
}

/// An event of texts that are copied, or borrowed from the file.
#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is not used")]
struct Event<T> {
    id: T,
    date: T,
    title: T,
    kind: T,
    parties: Vec<T>,
    areas: Vec<T>,
    summary: T,
    place: T,
    #[serde(default = "Vec::new")]
    quote: Vec<Quote<T>>,
    #[serde(default = "Vec::new")]
    source: Vec<Source<T>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is not used")]
struct Quote<T> {
    text: T,
    speaker: T,
    lang: T,
    source: u32,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is not used")]
struct Source<T> {
    title: T,
    publisher: T,
    url: T,
}

#[derive(Deserialize)]
struct Document {
    event: Vec<Event<String>>,
}

/// The parts of a list, one for each core.
fn on_all_cores<T: Sync>(all: &[T], work: impl Fn(&[T]) -> usize + Sync) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let parts: Vec<_> =
            all.chunks(all.len().div_ceil(cores).max(1)).map(|part| scope.spawn(|| work(part))).collect();
        parts.into_iter().map(|part| part.join().unwrap()).sum()
    })
}

fn loading(c: &mut Criterion) {
    let mut group = c.benchmark_group("load");
    group.sample_size(10).warm_up_time(Duration::from_secs(1));
    for (format, name, counts) in [
        (Format::Toml, "TOML", &[100, 10_000, 100_000][..]),
        (Format::JsonLines, "JSON Lines", &[100, 10_000, 100_000, 1_000_000]),
    ] {
        for &count in counts {
            let path = timelines::file(count, Script::Mixed, format);
            group.bench_function(format!("{name}, {count}"), |b| b.iter_with_large_drop(|| loaded(&path, format)));
        }
    }
    let toml = timelines::file(100_000, Script::Mixed, Format::Toml);
    group.bench_function("toml::from_str, 100000", |b| {
        b.iter_with_large_drop(|| {
            let text = std::fs::read_to_string(&toml).unwrap();
            toml::from_str::<Document>(&text).unwrap().event
        });
    });
    for count in [100_000, 1_000_000] {
        let json = timelines::file(count, Script::Mixed, Format::JsonLines);
        group.bench_function(format!("sonic-rs borrowed, {count}"), |b| {
            b.iter(|| {
                let text = std::fs::read_to_string(&json).unwrap();
                let lines: Vec<&str> = text.lines().collect();
                on_all_cores(&lines, |lines| {
                    let events: Vec<Event<&str>> = lines.iter().map(|line| sonic_rs::from_str(line).unwrap()).collect();
                    events.len()
                })
            });
        });
    }
    group.finish();
}

fn searching(c: &mut Criterion) {
    let mut group = c.benchmark_group("search a million");
    group.sample_size(20).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    for (script, name) in Script::BOTH {
        let path = timelines::file(1_000_000, script, Format::JsonLines);
        let TimelineUpdate { timeline, text_index, .. } = loaded(&path, Format::JsonLines);
        let text = fold(&std::fs::read_to_string(&path).unwrap());
        let end = (0..=text_index.bytes().min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap();
        let pieces: Vec<&[u8]> = text.as_bytes()[..end].chunks(1 << 20).collect();
        for word in if script == Script::Latin { ["steamship", "quokka"] } else { ["蒸気船", "未曾有"] } {
            group.bench_function(format!("all text, {name}, {word}"), |b| {
                let query = Query::parse(word);
                b.iter_batched(|| text_index.clone(), |fresh| run(&query, &timeline, &fresh), BatchSize::LargeInput);
            });
            group.bench_function(format!("memmem, {name}, {word}"), |b| {
                let finder = Finder::new(word);
                b.iter(|| {
                    on_all_cores(&pieces, |pieces| pieces.iter().map(|piece| finder.find_iter(piece).count()).sum())
                });
            });
        }
        let titles = Query::parse(if script == Script::Latin { "title:steamship" } else { "title:蒸気船" });
        group.bench_function(format!("titles, {name}"), |b| {
            b.iter_batched(|| text_index.clone(), |fresh| run(&titles, &timeline, &fresh), BatchSize::LargeInput);
        });
        // Found often, nowhere, and nowhere though parts of it stand in many titles.
        for word in if script == Script::Latin {
            ["steemship", "quokkas", "consigneed"]
        } else {
            ["サイパー規制", "未曾有災害", "最初的蒸気"]
        } {
            let query = Query::parse(&format!("~{word}"));
            group.bench_function(format!("fuzzy, {name}, {word}"), |b| {
                b.iter_batched(|| text_index.clone(), |fresh| run(&query, &timeline, &fresh), BatchSize::LargeInput);
            });
            let found = run(&query, &timeline, &text_index).events;
            group.bench_function(format!("best of {} fuzzy, {name}, {word}", found.len()), |b| {
                b.iter(|| best_match(&query, &timeline, &text_index, &found));
            });
        }
    }
    group.finish();
}

/// What the cell of a column has of a day, by its number.
type CellOfDay = fn(usize) -> String;

/// Reading one cell of a column of dates, whose form has been decided.
fn cells(c: &mut Criterion) {
    const COUNT: usize = 280;
    let mut group = c.benchmark_group("cells");
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    group.throughput(Throughput::Elements(COUNT as u64));
    let forms: [(&str, CellOfDay); 8] = [
        ("2021-03-04", |day| format!("2021-{:02}-{:02}", day % 12 + 1, day % 28 + 1)),
        ("2021-03-04T05:06:07Z", |day| format!("2021-{:02}-{:02}T{:02}:06:07Z", day % 12 + 1, day % 28 + 1, day % 24)),
        ("2021-03-04 05:06:07.123 +09:00", |day| {
            format!("2021-{:02}-{:02} {:02}:06:07.123 +09:00", day % 12 + 1, day % 28 + 1, day % 24)
        }),
        ("31/12/2024", |day| format!("{:02}/{:02}/2024", day % 28 + 1, day % 12 + 1)),
        ("12/31/2024 9:05 PM", |day| format!("{}/{}/2024 {}:05 PM", day % 12 + 1, day % 28 + 1, day % 12 + 1)),
        ("1646734417123", |day| (1_646_734_417_123 + day * 86_400_017).to_string()),
        ("4 Mar 2021 05:06:07", |day| format!("{} Mar 2021 {:02}:06:07", day % 28 + 1, day % 24)),
        ("2021年3月4日", |day| format!("2021年{}月{}日", day % 12 + 1, day % 28 + 1)),
    ];
    for (name, cell) in forms {
        let texts: Vec<String> = (0..COUNT).map(cell).collect();
        let texts: Vec<(Option<usize>, &str)> = texts.iter().map(|text| (None, text.as_str())).collect();
        let form = ColumnForm::decide(&texts, None).form;
        let is_date = |(_, text): &(Option<usize>, &str)| matches!(form.read(text), CellDate::Date(_));
        assert!(texts.iter().all(is_date), "{name}");
        group.bench_function(name, |b| b.iter(|| texts.iter().filter(|text| is_date(text)).count()));
    }
    group.finish();
}

criterion_group!(load, cells, loading, searching);
criterion_main!(load);
