//! Every theme is readable on every background, and nothing that is cut hides that it is.

use std::collections::HashSet;

use annalist::app::{Message, ThemeName};
use annalist::ui::{ColorDepth, Theme};
use ratatui::style::{Color, Modifier, Style};

use crate::screen::{BUILT_IN, Screen};

const BLACK: [u8; 3] = [0, 0, 0];
const WHITE: [u8; 3] = [255, 255, 255];
/// What the web's guidelines ask for text of usual size.
const LEAST: f64 = 4.5;

fn rgb(color: Color) -> Option<[u8; 3]> {
    match color {
        Color::Rgb(r, g, b) => Some([r, g, b]),
        Color::Indexed(index @ 232..) => Some([8 + 10 * (index - 232); 3]),
        Color::Indexed(index @ 16..) => {
            let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            let cube = index - 16;
            Some([level(cube / 36), level(cube / 6 % 6), level(cube % 6)])
        }
        _ => None,
    }
}

fn luminance(color: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2])
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// What the terminal itself draws with: its ink and its paper.
fn terminal(background: ThemeName) -> ([u8; 3], [u8; 3]) {
    if background == ThemeName::Light { (BLACK, WHITE) } else { (WHITE, BLACK) }
}

#[test]
fn every_role_is_readable_on_everything_that_it_stands_on() {
    for (name, depth) in [
        (ThemeName::Dark, ColorDepth::True),
        (ThemeName::Dark, ColorDepth::Indexed),
        (ThemeName::Light, ColorDepth::True),
        (ThemeName::Light, ColorDepth::Indexed),
    ] {
        let theme = Theme::named(name, depth).unwrap().painted();
        let (ink, paper) = terminal(name);
        let grounds = [Style::new(), theme.background, theme.selected, theme.popup];
        let mut roles = vec![
            theme.text,
            theme.dim,
            theme.faint,
            theme.strong,
            theme.accent,
            theme.matched,
            theme.key,
            theme.heading,
            theme.quote,
            theme.editor_translation,
            theme.warning,
        ];
        roles.extend((0..6).map(|lane| theme.lane(lane)));
        for (ground, role) in grounds.iter().flat_map(|ground| roles.iter().map(move |role| (ground, role))) {
            let style = ground.patch(*role);
            let (fg, bg) = (style.fg.and_then(rgb).unwrap_or(ink), style.bg.and_then(rgb).unwrap_or(paper));
            let found = contrast(fg, bg);
            assert!(found >= LEAST, "{name:?}, {depth:?}: {role:?} on {ground:?} has {found:.2}");
        }
        // Where the terminal's colours are the other way round, the theme must bring both of its own.
        assert!(theme.background.fg.is_some() && theme.background.bg.is_some());
    }
    // Without colours both are the terminal's.
    assert_eq!(Theme::named(ThemeName::Mono, ColorDepth::True).unwrap().painted().background, Style::new());
}

/// Every letter and digit on the screen is readable on a terminal of this background.
#[track_caller]
fn is_readable(screen: &Screen, background: ThemeName) {
    let (ink, paper) = terminal(background);
    let mut known = HashSet::new();
    for y in 0..screen.buffer.area.height {
        for (x, cell) in screen.cells(y).filter(|(_, cell)| cell.symbol().chars().any(char::is_alphanumeric)) {
            let (fg, bg) = (rgb(cell.fg).unwrap_or(ink), rgb(cell.bg).unwrap_or(paper));
            let (fg, bg) = if cell.modifier.contains(Modifier::REVERSED) { (bg, fg) } else { (fg, bg) };
            if !known.insert((fg, bg)) {
                continue;
            }
            let found = contrast(fg, bg);
            let theme = screen.theme_name();
            assert!(found >= LEAST, "{theme:?} on {background:?}: {found:.2} at {x},{y}:\n{}", screen.text());
        }
    }
}

#[test]
fn every_screen_is_readable_in_every_theme_on_every_background() {
    for background in [ThemeName::Dark, ThemeName::Light] {
        for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::Mono] {
            let mut screen = Screen::open(BUILT_IN, 110, 36);
            screen.send(Message::Background(background));
            let mut screen = screen.theme(theme);
            for keys in [
                "j",
                "/ c y b",
                "Enter d",
                "z",
                "z G",
                "f k",
                "Esc f p z",
                "Esc Esc Esc ?",
                "Down",
                "Esc i",
                "Esc D 2 0",
                "Esc 2",
                "j l",
                "3",
                "j",
                "4",
                "5",
                "1 y",
                "Esc %",
                "Esc + + +",
                "Enter",
                "Esc Esc Esc Esc @ n",
                "Tab",
                "} } j",
                "G k k",
                "Alt-j .",
            ] {
                screen.keys(keys);
                is_readable(&screen, background);
            }
        }
    }
}

#[test]
fn a_theme_unlike_the_background_brings_its_own() {
    let mut screen = Screen::open(BUILT_IN, 100, 30);
    let of_ground = |screen: &Screen| screen.buffer.content.iter().filter(|cell| cell.bg == Color::Reset).count();
    assert!(of_ground(&screen) > 0, "a theme like the background leaves it alone");
    screen.keys("t");
    assert_eq!((screen.theme_name(), of_ground(&screen)), (ThemeName::Light, 0));
    is_readable(&screen, ThemeName::Dark);
    screen.keys("t t");
    assert_eq!(screen.theme_name(), ThemeName::Dark);
    assert!(of_ground(&screen) > 0);
    // Where nothing is known of the background, a theme that was asked for brings its own.
    screen.app.prefs_mut().background = None;
    let screen = screen.theme(ThemeName::Dark);
    assert_eq!(of_ground(&screen), 0);
}

#[test]
fn a_title_that_is_cut_under_a_highlight_still_says_so() {
    let toml = "[[event]]\ndate = \"2020-01-02\"\ntitle = \"Alpha beta覚書gamma delta epsilon\"\n";
    for columns in 20..70 {
        for word in ["alpha", "beta", "覚書", "gamma", "delta", "a"] {
            let mut screen = Screen::open(toml, columns, 12);
            screen.keys("/").paste(word);
            screen.keys("Enter z");
            let row = screen.rows().into_iter().find(|row| row.contains("Alph") || row.contains("02 Jan")).unwrap();
            assert!(row.contains("epsilon") || row.ends_with('…'), "{columns} {word}: {row}");
        }
    }
}
