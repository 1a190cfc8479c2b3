//! What a keystroke costs, piece by piece: folding, a query letter by letter, counting values, wrapping, laying out and
//! drawing each view; with a hundred, ten thousand and a million events, in Latin and in Japanese.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a bench")]

mod timelines;

use std::{fs::File, hint::black_box, time::Duration};

use annalist::{
    app::{App, AppInit, Document, Message, Prefs, View},
    input::{DEFAULT, Key, Keymap, TimeAction, ViewAction},
    load::{self, Format, SourceLayout},
    model::{Lang, Timeline},
    query::{Field, Query, TextIndex, run, values},
    runtime,
    stream::{OpenedStream, TimelineSource},
    text,
    themes::{ColorDepth, Theme, ThemeName},
    ui::{Skin, UNICODE},
};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use crossterm::event::KeyCode;
use ratatui::{buffer::Buffer, layout::Rect};
use timelines::Script;

const SCREEN: Rect = Rect::new(0, 0, 120, 40);
const COUNTS: [usize; 3] = [100, 10_000, 1_000_000];

/// As the program opens it: what is short is held in memory, what is long lies in its file.
fn opened(count: usize, script: Script) -> (Timeline, TextIndex) {
    let path = timelines::file(count, script, Format::JsonLines);
    if count < 1000 {
        let timeline = load::timeline_in(Format::JsonLines, std::fs::read(path).unwrap()).timeline;
        let text_index = TextIndex::new(&timeline);
        return (timeline, text_index);
    }
    let input = TimelineSource::File(File::open(path).unwrap());
    let opening =
        OpenedStream::new("bench", input, SourceLayout::Native(Format::JsonLines), Vec::new(), usize::MAX).unwrap();
    let growth = opening.loader.finish().unwrap();
    (growth.timeline, growth.text_index)
}

fn keymap() -> Keymap {
    Keymap::parse(DEFAULT).unwrap_or_default()
}

/// A frame after a message, drawn in whole.
fn frame(state: &mut App, skin: &Skin, buffer: &mut Buffer, message: Message) {
    state.update(message);
    let scene = runtime::lay_out(SCREEN, state, skin, None);
    buffer.reset();
    scene.draw_into(state, skin, buffer);
}

fn of_timeline(c: &mut Criterion, name: &str, script: Script, (timeline, text_index): (Timeline, TextIndex)) {
    let theme = Theme::built_in(&ThemeName::DARK, ColorDepth::True).unwrap();
    let skin = Skin::new(theme, UNICODE, &[]);
    let mut group = c.benchmark_group(name);
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    let word = if script == Script::Japanese { "サイバー" } else { "steam" };
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    for (place, end) in ends.enumerate() {
        let shorter = word.char_indices().nth(place).map_or(0, |(at, _)| at);
        let (before, now) = (Query::parse(&word[..shorter]), Query::parse(&word[..end]));
        // What was found for the letters before is known, as it is while one types.
        let typed = || {
            let text_index = text_index.clone();
            run(&before, &timeline, &text_index);
            text_index
        };
        group.bench_function(format!("letter {}, {}", place + 1, &word[..end]), |b| {
            b.iter_batched(typed, |text_index| run(&now, &timeline, &text_index), BatchSize::LargeInput);
        });
    }
    let fuzzy = if script == Script::Japanese { "~サイパー規制" } else { "~steemship" };
    group.bench_function(format!("fuzzy, {fuzzy}"), |b| {
        b.iter_batched(
            || text_index.clone(),
            |text_index| run(&Query::parse(fuzzy), &timeline, &text_index),
            BatchSize::LargeInput,
        );
    });
    let query = Query::parse("kind:treaty");
    group.bench_function("filter by a kind", |b| {
        b.iter(|| run(black_box(&query), &timeline, &text_index));
    });
    group.bench_function("values of a facet", |b| {
        b.iter(|| values(Field::Area, black_box(&query), &timeline, &text_index, Lang::En));
    });
    let mut state = App::new(AppInit::new(Document::new(timeline, Some(text_index)), Prefs::new(keymap())));
    let mut buffer = Buffer::empty(SCREEN);
    for view in View::ALL {
        state.switch_view(view);
        frame(&mut state, &skin, &mut buffer, Message::Key(Key::from(KeyCode::Home)));
        group.bench_function(format!("down and up, {}", view.name()), |b| {
            b.iter(|| {
                for code in [KeyCode::Down, KeyCode::Up] {
                    frame(&mut state, &skin, &mut buffer, Message::Key(Key::from(code)));
                }
            });
        });
    }
    // Every letter of a common word: in a long timeline the lines are not counted here.
    state.set_query(Query::parse(&word[..word.char_indices().nth(2).map_or(0, |(at, _)| at)]));
    state.finish_filter();
    for (name, keys) in [("first lines", ["1", "6"]), ("down and up", ["j", "k"]), ("to the end and back", ["G", "g"])]
    {
        state.switch_view(View::Concordance);
        group.bench_function(format!("concordance of {} events, {name}", state.visible().len()), |b| {
            b.iter(|| {
                for key in keys {
                    let key = Key::from(key.chars().next().unwrap());
                    frame(&mut state, &skin, &mut buffer, Message::Key(key));
                }
            });
        });
    }
    state.set_query(Query::default());
    state.switch_view(View::Timeline);
    group.bench_function("zoom in and out", |b| {
        b.iter(|| {
            for action in [TimeAction::ZoomIn, TimeAction::ZoomOut] {
                frame(&mut state, &skin, &mut buffer, Message::Act(action.into()));
            }
        });
    });
    group.bench_function("to the matrix and back", |b| {
        b.iter(|| {
            for action in [ViewAction::Matrix, ViewAction::Timeline] {
                frame(&mut state, &skin, &mut buffer, Message::Act(action.into()));
            }
        });
    });
    group.finish();
}

fn of_every_size(c: &mut Criterion) {
    for count in COUNTS {
        for (script, name) in Script::BOTH {
            of_timeline(c, &format!("{count} events, {name}"), script, opened(count, script));
        }
    }
}

fn of_the_built_in(c: &mut Criterion) {
    let timeline = load::timeline(include_bytes!("../events.toml").to_vec()).timeline;
    let text_index = TextIndex::new(&timeline);
    of_timeline(c, "built in", Script::Latin, (timeline, text_index));
}

fn of_text(c: &mut Criterion) {
    let mut group = c.benchmark_group("text");
    for (script, name) in Script::BOTH {
        let events = load::timeline_in(Format::JsonLines, timelines::text(100, script, Format::JsonLines).into_bytes());
        let summaries: Vec<String> =
            events.timeline.events().filter_map(|event| event.summary.as_deref().map(str::to_owned)).collect();
        let all = summaries.join("\n");
        group.throughput(criterion::Throughput::Bytes(all.len() as u64));
        group.bench_function(format!("wrap, {name}"), |b| b.iter(|| text::wrap(black_box(&all), 58)));
        group.bench_function(format!("fold, {name}"), |b| b.iter(|| text::fold(black_box(&all))));
        group.bench_function(format!("sanitise, {name}"), |b| b.iter(|| text::sanitize_lines(black_box(&all)).len()));
    }
    group.finish();
}

criterion_group!(explore, of_text, of_the_built_in, of_every_size);
criterion_main!(explore);
