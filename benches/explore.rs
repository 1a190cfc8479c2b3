//! What a keystroke costs: loading, evaluating a query, counting values, laying out and drawing a frame of each view.

use std::hint::black_box;

use annalist::{
    app::{App, Message, Setup, ThemeName, View},
    input::{Action, Code, DEFAULT, Key, Keymap},
    load,
    model::Lang,
    query::{Field, Haystack, Query, run, values},
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
    c.bench_function("count the values of a facet", |b| {
        b.iter(|| values(Field::Area, black_box(&query), &state.timeline, &haystack, Lang::En));
    });
    c.bench_function("a letter of a query, typed and taken back", |b| {
        state.update(Message::Act(Action::Search));
        b.iter(|| {
            for code in [Code::Char('n'), Code::Backspace] {
                state.update(Message::Key(Key::from(code)));
                let scene = Scene::settled(screen, &mut state, &look);
                scene.draw_into(&state, &look, &mut buffer);
            }
        });
        state.update(Message::Act(Action::Back));
    });
    for view in View::ALL {
        state.show(view);
        c.bench_function(&format!("lay out and draw: {}", view.name()), |b| {
            b.iter(|| {
                let scene = Scene::settled(screen, &mut state, &look);
                scene.draw_into(black_box(&state), &look, &mut buffer);
            });
        });
    }
    state.show(View::Timeline);
    c.bench_function("a zoom in and out", |b| {
        b.iter(|| {
            for action in [Action::ZoomIn, Action::ZoomOut] {
                state.update(Message::Act(action));
                let scene = Scene::settled(screen, &mut state, &look);
                scene.draw_into(&state, &look, &mut buffer);
            }
        });
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
