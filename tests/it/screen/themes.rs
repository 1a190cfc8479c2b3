//! Every theme is readable on every background and by every eye, each is shown as the cursor comes to it, and nothing that is cut
//! hides that it is.

use std::collections::HashSet;

use annalist::app::{Effect, Message};
use annalist::themes::{BUILT_IN_THEMES, Background, ColorDepth, OFFERED_THEMES, Theme, ThemeChoice, ThemeName};
use ratatui::style::{Color, Modifier, Style};

use crate::screen::{BUILT_IN, Screen};

const BLACK: [u8; 3] = [0, 0, 0];
const WHITE: [u8; 3] = [255, 255, 255];
const BACKGROUNDS: [Background; 2] = [Background::Dark, Background::Light];

/// What the web's guidelines ask for text of usual size, and for the highest level.
///
/// [WCAG 2.2](https://www.w3.org/TR/WCAG22/#contrast-minimum), 1.4.3 and 1.4.6.
fn least_contrast(theme: &str) -> f64 {
    if theme.starts_with("high-contrast") { 7.0 } else { 4.5 }
}

/// Two hues of lanes are told apart from so far on; what is just noticed is 0.02.
const LEAST_DISTANCE: f64 = 0.05;

/// How eyes see that lack a sort of cones, by red, green and blue in linear light: protanopia, deuteranopia, tritanopia.
///
/// Machado, Oliveira, Fernandes 2009, [A Physiologically-based Model for Simulation of Color Vision
/// Deficiency](https://doi.org/10.1109/TVCG.2009.113), severity 1.0.
const DEFICIENCIES: [(&str, [[f64; 3]; 3]); 3] = [
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];
const EVERY_CONE: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

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

fn linear(color: [u8; 3]) -> [f64; 3] {
    color.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: [[f64; 3]; 3], [x, y, z]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

/// A colour as these cones see it, in a space in which distances are those of the eye: Oklab.
///
/// Ottosson 2020, [A perceptual color space for image processing](https://bottosson.github.io/posts/oklab/).
fn seen(color: Color, cones: [[f64; 3]; 3]) -> [f64; 3] {
    let light = times(cones, linear(rgb(color).unwrap())).map(|part| part.clamp(0.0, 1.0));
    let lms = times(
        [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ],
        light,
    );
    times(
        [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ],
        lms.map(f64::cbrt),
    )
}

fn luminance(color: [u8; 3]) -> f64 {
    let [red, green, blue] = linear(color);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// What the terminal itself draws with: its ink and its paper.
fn terminal(background: Background) -> ([u8; 3], [u8; 3]) {
    if background == Background::Light { (BLACK, WHITE) } else { (WHITE, BLACK) }
}

fn theme(name: &str, depth: ColorDepth) -> Theme {
    Theme::built_in(&name.parse().unwrap(), depth).unwrap()
}

/// The roles in which something is written.
fn inks(theme: &Theme) -> Vec<(&'static str, Style)> {
    let mut roles = vec![
        ("text", theme.text),
        ("dim", theme.dim),
        ("faint", theme.faint),
        ("strong", theme.strong),
        ("accent", theme.accent),
        ("matched", theme.matched),
        ("key", theme.key),
        ("heading", theme.heading),
        ("quote", theme.quote),
        ("translation", theme.translation),
        ("warning", theme.warning),
    ];
    roles.extend((0..6).map(|lane| ("lane", theme.lane(lane))));
    roles
}

/// The themes that bring colours of their own.
fn colored() -> impl Iterator<Item = (&'static str, ColorDepth)> {
    let names = BUILT_IN_THEMES.iter().map(|theme| theme.name).filter(|name| !["mono", "terminal"].contains(name));
    names.flat_map(|name| [(name, ColorDepth::True), (name, ColorDepth::Indexed)])
}

#[test]
fn every_role_is_readable_on_everything_that_it_stands_on() {
    for (name, depth) in colored() {
        let theme = theme(name, depth);
        let kind = theme.kind.expect("colours are made for a background");
        let (ink, paper) = terminal(kind);
        // A theme that is always painted never stands on the terminal's own ground.
        let own = theme.clone().painted().background;
        let terminals = (theme.clone().shown_on(Some(kind), true).background == Style::new()).then(Style::new);
        let grounds = [own, theme.selected, theme.popup].into_iter().chain(terminals);
        for (ground, (role, style)) in
            grounds.flat_map(|ground| inks(&theme).into_iter().map(move |role| (ground, role)))
        {
            let style = ground.patch(style);
            let (fg, bg) = (style.fg.and_then(rgb).unwrap_or(ink), style.bg.and_then(rgb).unwrap_or(paper));
            let found = contrast(fg, bg);
            assert!(found >= least_contrast(name), "{name}, {depth:?}: {role} {style:?} on {ground:?} has {found:.2}");
        }
        // Where the terminal's colours are the other way round, the theme must bring both of its own.
        assert!(own.fg.is_some() && own.bg.is_some(), "{name}");
    }
}

#[test]
fn lanes_are_told_apart_by_every_eye() {
    for (name, depth) in colored() {
        let theme = theme(name, depth);
        for (eye, cones) in DEFICIENCIES.into_iter().chain([("every cone", EVERY_CONE)]) {
            let hues: Vec<[f64; 3]> = (0..6).map(|lane| seen(theme.lane(lane).fg.unwrap(), cones)).collect();
            for (at, one) in hues.iter().enumerate() {
                for (other, hue) in hues.iter().enumerate().skip(at + 1) {
                    let distance = one.iter().zip(hue).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                    assert!(
                        distance >= LEAST_DISTANCE,
                        "{name}, {depth:?}, {eye}: lanes {at} and {other}: {distance:.3}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_terminal_of_few_colours_gets_no_others() {
    for built_in in BUILT_IN_THEMES {
        let theme = theme(built_in.name, ColorDepth::Sixteen).painted();
        let grounds = [theme.background, theme.selected, theme.popup].map(|ground| ("ground", ground));
        for (role, style) in inks(&theme).into_iter().chain(grounds) {
            for color in [style.fg, style.bg].into_iter().flatten() {
                assert!(!matches!(color, Color::Rgb(..) | Color::Indexed(_)), "{}: {role}: {color:?}", built_in.name);
            }
        }
        assert_eq!(theme.has_colors(), built_in.name != "mono");
    }
}

#[test]
fn the_terminals_own_colours_are_all_that_a_theme_of_them_has() {
    let (all, few) = (theme("terminal", ColorDepth::True), theme("terminal", ColorDepth::Sixteen));
    assert_eq!(inks(&all), inks(&few));
    assert_eq!((all.selected, all.popup, all.clone().painted().background), (few.selected, few.popup, Style::new()));
    // Without colours both are the terminal's.
    assert_eq!(theme("mono", ColorDepth::True).painted().background, Style::new());
}

/// Every letter and digit on the screen is readable on a terminal of this background.
#[track_caller]
fn is_readable(screen: &Screen, background: Background) {
    let (ink, paper) = terminal(background);
    let mut known = HashSet::new();
    for y in 0..screen.buffer.area.height {
        for (x, cell) in screen.cells(y).filter(|(_, cell)| cell.symbol().chars().any(char::is_alphanumeric)) {
            let (fg, bg) = (rgb(cell.fg).unwrap_or(ink), rgb(cell.bg).unwrap_or(paper));
            let (fg, bg) = if cell.modifier.contains(Modifier::REVERSED) { (bg, fg) } else { (fg, bg) };
            if !known.insert((fg, bg)) {
                continue;
            }
            let (found, theme) = (contrast(fg, bg), screen.theme_name());
            let least = least_contrast(theme);
            assert!(found >= least, "{theme} on {background:?}: {found:.2} at {x},{y}:\n{}", screen.text());
        }
    }
}

#[test]
fn every_screen_is_readable_in_every_theme_on_every_background() {
    for background in BACKGROUNDS {
        for theme in ["dark", "light", "high-contrast", "high-contrast-light", "indigo", "washi", "mono"] {
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

/// How many cells have the terminal's own ground.
fn of_ground(screen: &Screen) -> usize {
    screen.buffer.content.iter().filter(|cell| cell.bg == Color::Reset).count()
}

#[test]
fn a_theme_unlike_the_background_brings_its_own() {
    let mut screen = Screen::open(BUILT_IN, 100, 30);
    assert!(of_ground(&screen) > 0, "a theme like the background leaves it alone");
    screen.keys("t l");
    assert_eq!((screen.theme_name(), of_ground(&screen)), ("light", 0));
    is_readable(&screen, Background::Dark);
    screen.keys("t d");
    assert_eq!(screen.theme_name(), "dark");
    assert!(of_ground(&screen) > 0);
    // Where nothing is known of the background, a theme that was asked for brings its own, and one that follows it none.
    screen.app.prefs_mut().background = None;
    let screen = screen.theme("dark");
    assert_eq!(of_ground(&screen), 0);
    let screen = screen.theme("auto");
    assert!(screen.theme_name() == "dark" && of_ground(&screen) > 0);
}

#[test]
fn a_theme_with_a_ground_of_its_own_always_has_it() {
    for (theme, background) in [("indigo", Background::Dark), ("washi", Background::Light)] {
        let mut screen = Screen::open(BUILT_IN, 100, 30).theme(theme);
        screen.send(Message::Background(background));
        assert_eq!(of_ground(&screen), 0, "{theme}");
        let ground = self::theme(theme, ColorDepth::True).painted().background.bg.unwrap();
        assert_eq!(screen.buffer[(0, 0)].bg, ground);
    }
}

#[test]
fn a_theme_that_follows_the_background_does_so_whenever_it_is_told() {
    let mut screen = Screen::open(BUILT_IN, 100, 30).theme("high-contrast");
    assert_eq!(screen.theme_name(), "high-contrast-dark");
    screen.send(Message::Background(Background::Light));
    assert_eq!(screen.theme_name(), "high-contrast-light");
    screen.keys("t m").send(Message::Background(Background::Dark));
    assert_eq!(screen.theme_name(), "mono", "one that was chosen is not undone by the terminal");
    screen.keys("t a");
    assert_eq!(screen.effect, Some(Effect::QueryBackground));
    assert_eq!(screen.theme_name(), "dark");
}

#[test]
fn each_theme_is_shown_as_the_cursor_comes_to_it() {
    let mut screen = Screen::open(BUILT_IN, 100, 30);
    let before = screen.buffer.clone();
    screen.keys("t").shows("theme").shows("ink on warm paper");
    assert_eq!(screen.effect, Some(Effect::ListThemes));
    for (place, offered) in OFFERED_THEMES.iter().enumerate() {
        let on = offered.name.parse::<ThemeChoice>().unwrap();
        assert_eq!(screen.app.theme(), &on, "{place}");
        assert_eq!(screen.theme_name(), on.on(Some(Background::Dark)).as_str());
        screen.keys("Down");
    }
    assert_eq!(screen.theme_name(), "mono");
    screen.keys("Esc");
    assert_eq!((screen.theme_name(), &screen.buffer), ("dark", &before), "Esc gives back what was there");
    screen.keys("t Down Down Enter").shows("theme: light; theme = \"light\" in the configuration keeps it");
    screen.keys("t i").shows("theme: indigo");
    screen.keys("t Up Enter");
    assert_eq!(screen.theme_name(), "high-contrast-dark", "the cursor begins at the present theme");
}

#[test]
fn the_menu_of_themes_leaves_half_of_the_screen_to_what_it_changes() {
    for (columns, rows) in [(40, 12), (60, 20), (80, 24), (120, 40)] {
        for keys in ["t", "2 t", "3 t", "z t"] {
            let mut screen = Screen::open(BUILT_IN, columns, rows);
            screen.keys(keys);
            let top = screen.row_of("theme ");
            assert!(top >= rows / 2 - 1, "{columns}x{rows} {keys}:\n{}", screen.text());
            // All are reached there, also by hand.
            for offered in OFFERED_THEMES {
                screen.shows(offered.name).keys("Down");
            }
            screen.click("mono");
            assert_eq!(screen.theme_name(), "mono");
        }
    }
}

#[test]
fn the_present_theme_is_in_sight_where_the_menu_has_room_for_few() {
    let mut screen = Screen::open(BUILT_IN, 40, 12).theme("mono");
    screen.keys("t").shows("no colours").hides("your terminal's background");
    screen.resize(120, 40).shows("no colours").resize(40, 12).shows("no colours");
}

#[test]
fn themes_of_ones_own_are_offered_behind_the_others() {
    let mut screen = Screen::open(BUILT_IN, 100, 40).lang(annalist::model::Lang::Ja);
    screen.keys("t").hides("自分のテーマ");
    let own = ["dark", "moss", "朝"].map(|name| name.parse::<ThemeName>().unwrap());
    screen.app.set_own_themes(own.to_vec());
    screen.draw();
    screen.shows("moss").shows("朝").shows("自分のテーマ");
    assert_eq!(screen.rows().iter().filter(|row| row.contains("dark")).count(), 1, "{}", screen.text());
    // `m` is mono; a theme of one's own has a letter that is free.
    let letter = |name: &str| {
        let row = screen.rows().into_iter().find(|row| row.contains(name)).unwrap();
        row.split(name).next().unwrap().trim_end().chars().next_back().unwrap()
    };
    assert_eq!((letter("mono"), letter("moss"), letter("朝")), ('m', 'b', 'c'));
    assert_eq!(screen.app.theme(), &ThemeChoice::AUTO, "what comes in moves no cursor");
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
