//! Every size from one cell to a wall, in every theme, alphabet and language, with everything open that can be open.
//! What must hold of every frame is checked by the screen itself; here is what holds of what is open.

use annalist::app::Overlay;
use annalist::model::Lang;

use crate::screen::{SMALL, Screen};

const SIZES: [(u16, u16); 16] = [
    (1, 1),
    (2, 2),
    (5, 3),
    (5, 5),
    (20, 6),
    (39, 11),
    (40, 12),
    (59, 16),
    (60, 15),
    (60, 16),
    (80, 24),
    (99, 30),
    (100, 30),
    (120, 40),
    (200, 60),
    (300, 100),
];

/// What can be open, and the keys that open it.
const OPEN: [(&str, &str); 15] = [
    ("nothing", "j"),
    ("query line", "/ 岸壁 Space quay"),
    ("nothing found", "/ xyzzy Enter"),
    ("facets", "f"),
    ("values", "f a Down"),
    ("like this", "j ."),
    ("help", "? next Down"),
    ("whole screen", "j Enter J"),
    ("axis", "Tab Tab + + d"),
    ("problems", "! Down"),
    ("about", "i Down"),
    ("quotes", "3 j J"),
    ("threads", "4 j"),
    ("copies", "j y Down"),
    ("themes", "t"),
];

/// The small timeline with problems, for the list of them.
fn broken() -> String {
    format!("{SMALL}\n[[event]]\ndate = \"2023-02-30\"\ntitle = \"決して\"\n\n[[event]]\ntitel = \"No date\"\n")
}

fn climb(theme: &str, ascii: bool) {
    let source = broken();
    for (columns, rows) in SIZES {
        for lang in [Lang::En, Lang::Ja, Lang::Both] {
            let screen = Screen::open(&source, columns, rows).theme(theme).lang(lang);
            let bare = if ascii { screen.ascii() } else { screen };
            for (open, keys) in OPEN {
                let mut screen = bare.clone();
                screen.keys(keys);
                has_left_border(&screen, &format!("{open}, {columns}x{rows}, {theme:?}, {lang:?}"));
            }
        }
    }
}

/// An open menu has its border over whatever lies below it.
fn has_left_border(screen: &Screen, case: &str) {
    let entries = match screen.overlays().last() {
        Some(Overlay::Facets { .. }) => 5,
        Some(Overlay::Values(menu)) => menu.items.len(),
        _ => return,
    };
    let area = screen.buffer.area;
    let (column, below) = (area.width - area.width.min(52), u16::from(area.height >= 3));
    let wall = |y: u16| screen.buffer[(column, y)].symbol() == screen.skin.glyphs.divider;
    let walls = (0..area.height - below).rev().take_while(|&y| wall(y)).count();
    let room = screen.metrics().menu_rows.min(usize::from(area.height));
    assert!(walls >= entries.min(room), "the border is broken: {case}\n{}", screen.text());
}

#[test]
fn dark() {
    climb("dark", false);
}

#[test]
fn light() {
    climb("light", true);
}

#[test]
fn mono() {
    climb("mono", false);
}

#[test]
fn mono_in_ascii() {
    climb("mono", true);
}

/// Where the data is ASCII, all of the screen is.
#[test]
fn ascii_is_ascii() {
    let source: String = broken().lines().filter(|line| line.is_ascii()).map(|line| format!("{line}\n")).collect();
    for (columns, rows) in SIZES {
        let mut bare = Screen::open(&source, columns, rows).ascii();
        for (open, keys) in OPEN.into_iter().filter(|(_, keys)| keys.is_ascii()) {
            let mut screen = bare.clone();
            screen.keys(keys);
            assert!(screen.text().is_ascii(), "{open}, {columns}x{rows}:\n{}", screen.text());
        }
        for _ in 0..8 {
            bare.keys("j");
            assert!(bare.text().is_ascii(), "{columns}x{rows}:\n{}", bare.text());
        }
    }
}

#[test]
fn no_resize_loses_the_selection() {
    let mut screen = Screen::open(SMALL, 80, 24);
    let keys = ["j", "k", "l", "+", "-", "h", "Tab", "z", "G", "g", "L", "t", "d", "Enter", "Esc", "J", "]", "/ q Esc"];
    // A fixed walk over sizes and keys: the numbers of a linear congruential generator.
    let mut seed = 2_023_u32;
    let mut next = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % below
    };
    for step in 0..500 {
        let key = keys[usize::try_from(next(18)).unwrap()];
        screen.keys(key);
        let (selected, window) = (screen.selected_id().to_owned(), screen.window());
        let (columns, rows) = (u16::try_from(1 + next(160)).unwrap(), u16::try_from(1 + next(50)).unwrap());
        screen.resize(columns, rows);
        assert_eq!((screen.selected_id(), screen.window()), (&*selected, window), "step {step}: {columns}x{rows}");
        let in_list = screen.metrics().list_rows >= 3;
        assert!(!in_list || screen.lists_selected(), "step {step}: {columns}x{rows}\n{}", screen.text());
    }
}
