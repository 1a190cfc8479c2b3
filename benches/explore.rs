//! What a keystroke costs: loading, evaluating a query, laying out and drawing a frame.

use std::hint::black_box;

use annalist::{
    app::{App, Message, Setup, ThemeName},
    input::{Code, DEFAULT, Key, Keymap},
    load,
    query::{Haystack, Query, run},
    ui::{Depth, Look, Scene, Theme, UNICODE},
};
use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::{buffer::Buffer, layout::Rect};

fn app() -> App {
    let timeline = load::timeline(load::BUILT_IN.as_bytes().to_vec()).timeline;
    let keymap = Keymap::parse(DEFAULT).unwrap_or_default();
    let select = Some("2023-01-06-dhs-meti-moc".to_owned());
    App::new(Setup { select, ..Setup::new(timeline, keymap) })
}

fn benches(c: &mut Criterion) {
    let Ok(theme) = Theme::named(ThemeName::Dark, Depth::True) else { return };
    let look = Look { theme, glyphs: UNICODE };
    let screen = Rect::new(0, 0, 120, 40);
    c.bench_function("load the built-in timeline", |b| {
        b.iter(|| load::timeline(black_box(load::BUILT_IN).as_bytes().to_vec()));
    });
    let mut state = app();
    c.bench_function("fold all text", |b| b.iter(|| Haystack::new(black_box(&state.timeline))));
    let haystack = Haystack::new(&state.timeline);
    let query = Query::parse("nishimura");
    c.bench_function("run a query of one word", |b| {
        b.iter(|| run(black_box(&query), &state.timeline, &haystack));
    });
    c.bench_function("lay out the memorandum at 120x40", |b| b.iter(|| Scene::new(screen, black_box(&state), &look)));
    let scene = Scene::new(screen, &state, &look);
    let mut buffer = Buffer::empty(screen);
    c.bench_function("draw the memorandum at 120x40", |b| {
        b.iter(|| scene.draw_into(black_box(&state), &look, &mut buffer));
    });
    c.bench_function("a key: down, then up", |b| {
        b.iter(|| {
            for code in [Code::Down, Code::Up] {
                state.update(Message::Key(Key::from(code)));
                let scene = Scene::settled(screen, &mut state, &look);
                scene.draw_into(&state, &look, &mut buffer);
            }
        });
    });
}

criterion_group!(explore, benches);
criterion_main!(explore);
