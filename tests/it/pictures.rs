//! The pictures of the README and of the guide, drawn by the program itself: `UPDATE_DOCS=1 cargo test --test it pictures`
//! writes them.

use std::fmt::Write as _;

use annalist::{
    app::{AppInit, Document, Prefs},
    export::write_picture,
    input::{DEFAULT, Keymap},
    load::ReadOptions,
    runtime::{RenderOptions, ThemeFolder, screenshot},
    themes::ColorDepth,
};
use ratatui::layout::Size;

use crate::{
    rows,
    screen::{BUILT_IN, Screen},
    support::written::assert_written,
};

const MEMORANDUM: &str = "2023-01-06-dhs-meti-moc";

/// What the screen shows, as SVG.
fn picture(screen: &mut Screen) -> String {
    let area = screen.buffer.area;
    let options = RenderOptions {
        glyphs: screen.skin.glyphs,
        depth: ColorDepth::True,
        query_background: false,
        links: false,
        themes: ThemeFolder::default(),
    };
    let drawn = screenshot(&mut screen.app, &options, Size::new(area.width, area.height)).unwrap();
    let mut svg = Vec::new();
    write_picture(&drawn, &screen.app.timeline().info.title, &mut svg).unwrap();
    String::from_utf8(svg).unwrap()
}

/// Pictures by name, with the keys that lead there from the memorandum.
const VIEWS: [(&str, &str); 5] = [
    ("timeline", ""),
    ("matrix", "2"),
    ("quotes", "3"),
    ("threads", "4"),
    ("words", "/ s u p p l y Space c h a i n Enter 6"),
];

#[test]
fn the_views_are_drawn_in_dark_and_in_light() {
    for (name, keys) in VIEWS {
        for (theme, suffix) in [("dark", ""), ("light", "-light")] {
            let mut screen = Screen::open(BUILT_IN, 120, 36).theme(theme).at(MEMORANDUM);
            screen.keys(keys);
            assert_written(&format!("assets/{name}{suffix}.svg"), &picture(&mut screen));
        }
    }
}

/// Pictures of the guide by name, with the timeline and the keys that lead there.
const GUIDE: [(&str, GuideTimeline, &str); 7] = [
    ("start", GuideTimeline::Moon, "G k k"),
    ("zoom", GuideTimeline::BuiltIn, "+ + +"),
    ("query", GuideTimeline::BuiltIn, "/"),
    ("detail", GuideTimeline::BuiltIn, "Enter } } } j"),
    ("export", GuideTimeline::Moon, "/ a p o l l o Enter e"),
    ("incident", GuideTimeline::Incident, "j j j j"),
    ("themes", GuideTimeline::Moon, "t Down Down Down Down"),
];

/// What a picture of the guide shows.
#[derive(Clone, Copy)]
enum GuideTimeline {
    /// The one that comes along, at the memorandum.
    BuiltIn,
    /// `examples/moon.toml`.
    Moon,
    /// `examples/incident.csv`.
    Incident,
}

impl GuideTimeline {
    fn open(self) -> Screen {
        let (columns, rows) = (100, 30);
        match self {
            Self::BuiltIn => Screen::open(BUILT_IN, columns, rows).at(MEMORANDUM),
            Self::Moon => Screen::open(include_str!("../../examples/moon.toml"), columns, rows),
            Self::Incident => {
                let table = include_bytes!("../../examples/incident.csv");
                let (update, _file) = rows::read(".csv", table, &ReadOptions::default()).unwrap();
                let document = Document::new(update.timeline, Some(update.text_index));
                let prefs = Prefs::new(Keymap::parse(DEFAULT).unwrap());
                Screen::over(AppInit::new(document, prefs), columns, rows)
            }
        }
    }
}

#[test]
fn the_pages_of_the_guide_have_pictures_of_their_own() {
    for (name, timeline, keys) in GUIDE {
        let mut screen = timeline.open();
        let before = screen.text();
        screen.keys(keys);
        assert_ne!(screen.text(), before, "{name}: nothing has changed");
        assert_written(&format!("docs/pictures/{name}.svg"), &picture(&mut screen));
    }
}

#[test]
fn the_themes_with_a_ground_of_their_own_are_drawn() {
    for theme in ["indigo", "washi"] {
        let mut screen = Screen::open(BUILT_IN, 120, 36).theme(theme).at(MEMORANDUM);
        assert_written(&format!("assets/theme-{theme}.svg"), &picture(&mut screen));
    }
}

/// A step of the tour: keys, and what is said of them below.
const TOUR: [(&str, &str); 11] = [
    ("", "three years of events, each with its sources"),
    ("j j", "j k  one event on, one back"),
    ("+ + + +", "+ -  zoom in time"),
    ("0", "0  all of it again"),
    ("/ s u p p l y", "/  every letter narrows what is shown"),
    ("Enter 3", "3  what was said of it"),
    ("6", "6  where the words stand, year by year"),
    ("1 Enter", "Enter  read the event"),
    ("} }", "}  on to the people"),
    ("Esc x 2", "2  areas against time"),
    ("4", "4  what follows from what"),
];
const SECONDS_A_STEP: usize = 3;

#[test]
fn the_tour_shows_one_step_after_the_other() {
    let mut screen = Screen::open(BUILT_IN, 100, 28);
    let all = SECONDS_A_STEP * TOUR.len();
    let mut steps = String::new();
    let mut last = String::new();
    for (number, (keys, caption)) in TOUR.into_iter().enumerate() {
        screen.keys(keys);
        let svg = picture(&mut screen);
        let drawn: Vec<&str> =
            svg.lines().filter(|line| !line.contains("svg") && !line.starts_with("<title>")).collect();
        // It begins as if it had run until its turn came.
        let delay = (SECONDS_A_STEP * number).cast_signed() - all.cast_signed();
        let _ = writeln!(
            steps,
            "<g style=\"animation-delay:{delay}s\">\n{}\n<text x=\"9\" y=\"524\" fill=\"#e0b25e\">{caption}</text>\n</g>",
            drawn.join("\n")
        );
        assert_ne!(svg, last, "{caption}: nothing has changed");
        last = svg;
    }
    let share = 100.0 / TOUR.len() as f64;
    let style = format!(
        "g{{visibility:hidden;animation:step {all}s step-end infinite}}\
         @keyframes step{{0%{{visibility:visible}}{share:.3}%{{visibility:hidden}}}}\
         @media(prefers-reduced-motion:reduce){{g{{animation:none}}g:first-of-type{{visibility:visible}}}}"
    );
    let tour = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 900 540\" width=\"900\" height=\"540\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace\" \
         font-size=\"15\">\n<title>A tour of annalist</title>\n<style>{style}</style>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#14171d\"/>\n{steps}</svg>\n"
    );
    assert_written("assets/tour.svg", &tour);
}
