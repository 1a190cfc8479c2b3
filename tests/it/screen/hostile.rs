//! A file that means harm: nothing of it commands the terminal, turns text around or hides, wherever it is shown.

use annalist::app::Effect;
use annalist::export::{self, EventSelection};
use annalist::load;
use annalist::model::{Lang, Marks};

use crate::screen::{Screen, acts};

/// Texts that act: titles of windows, clearing, turning around, eight-bit controls, nothing at all, hiding.
const ACTING: [&str; 8] = [
    "\u{1b}]0;owned\u{7}",
    "\u{1b}[2J\u{1b}[31m",
    "\u{202E}desrever\u{202C}",
    "\u{9b}2J\u{9d}0;owned\u{9c}",
    "\0\u{8}\u{7f}",
    "pay\u{200B}pal\u{FEFF}\u{2066}",
    "\u{E0041}\u{AD}\u{2028}",
    "☎\u{FE0F}\u{200D}x\u{200C}",
];
const NAME: &str = "time\u{1b}]0;owned\u{7}line\u{202E}.toml";

/// An event with everything that it can have, and with what it refers to.
const EVENT: &str = r#"
[[lane]]
id = TEXT
name = TEXT
name_ja = TEXT
mark = TEXT

[[kind]]
id = TEXT
name = TEXT
mark = TEXT
ascii = TEXT

[[area]]
id = TEXT
name = TEXT
name_ja = TEXT

[[party]]
id = TEXT
name = TEXT
short_ja = TEXT

[[event]]
id = TEXT
date = "2023-01-DAY"
title = TITLE
title_ja = TITLE
lane = TEXT
kind = TEXT
areas = [TEXT]
parties = [TEXT]
place = TEXT
place_ja = TEXT
summary = TEXT
summary_ja = TEXT
note = TEXT
people = [{ name = TEXT, name_ja = TEXT, role = TEXT, party = TEXT }]
organisations = [TEXT]
follows = [TEXT]
differs = [{ field = TEXT, value = TEXT, source = 1 }]

[[event.quote]]
text = TEXT
speaker = TEXT
role = TEXT
lang = TEXT
translation = TEXT
source = 1
note = TEXT

[[event.source]]
title = TEXT
publisher = TEXT
url = TEXT
date = TEXT

[[event.source]]
title = TEXT
url = URL
TEXT = 1
"#;

/// What acts stands in every field of an event, what is monstrous in its title alone; `write` puts a text into a string
/// of TOML.
fn hostile(write: impl Fn(&str) -> String) -> String {
    let zalgo = format!("z{}algo", "\u{0335}\u{0327}\u{0361}".repeat(40));
    let grapheme = format!("👩{}", "\u{200D}👩".repeat(1_500));
    let jamo = "\u{1100}".repeat(3_400);
    let long = "Ａ long title ".repeat(400);
    let texts = ACTING.map(|text| (text, text)).into_iter().chain([
        (&*zalgo, "zalgo"),
        (&*grapheme, "grapheme"),
        (&*jamo, "jamo"),
        (&*long, "long"),
        ("a\r\nb\tc", "lines"),
    ]);
    let event = |(number, (title, text)): (usize, (&str, &str))| {
        EVENT
            .replace("DAY", &format!("{number:02}"))
            .replace("TITLE", &write(title))
            .replace("URL", &write(&format!("https://example.org/{text}")))
            .replace("TEXT", &write(&format!("{number}{text}")))
    };
    let title = format!("[timeline]\ntitle = {}\ntitle_ja = {}\n", write(ACTING[0]), write(ACTING[2]));
    title + &(1..).zip(texts).map(event).collect::<String>()
}

/// As a careful enemy writes it: escaped, so that it is sound TOML.
fn escaped(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// As it comes: raw bytes, which are no TOML.
fn raw(text: &str) -> String {
    format!("\"{text}\"")
}

fn harmless(text: &str) {
    let bad: Vec<char> = text.chars().filter(|&c| c != '\n' && acts(c)).collect();
    assert!(bad.is_empty(), "{bad:?} in\n{text:?}");
}

#[test]
fn the_enemy_is_read_and_drawn_in_every_pane_and_menu() {
    let source = hostile(escaped);
    for (columns, rows) in [(1, 1), (3, 40), (20, 6), (60, 16), (120, 40)] {
        let mut screen = Screen::open_as(NAME, &source, columns, rows);
        if columns >= 60 {
            screen.shows("\u{FFFD}]0;owned\u{FFFD}");
        }
        assert_eq!(screen.visible().len(), 13, "{:?}", screen.problems());
        assert!(screen.problems().len() > 13);
        for lang in [Lang::En, Lang::Ja, Lang::Both] {
            screen = screen.lang(lang);
            for keys in ["f l", "f a Down", "f k", "f p", "!", ".", "?", "/ 0"] {
                screen.keys(keys);
                while !screen.overlays().is_empty() {
                    screen.keys("Esc");
                }
            }
            screen.keys("z Tab");
            for _ in 0..13 {
                screen.keys("PgDn").keys("Esc j Enter");
            }
            screen.keys("Esc g");
        }
        screen.keys("! Down PgDn Down Esc . Enter Down Enter - Esc x X");
    }
}

#[test]
fn the_enemy_is_harmless_among_quotes_and_on_the_clipboard() {
    let source = hostile(escaped);
    let mut copied = 0;
    for (columns, rows) in [(1, 1), (60, 16)] {
        let mut screen = Screen::open_as(NAME, &source, columns, rows);
        for lang in [Lang::En, Lang::Ja] {
            screen = screen.lang(lang);
            for view in ["3", "1"] {
                screen.keys(view).keys("g");
                for _ in 0..13 {
                    for letter in ["q", "c", "b", "l", "m", "t", "i"] {
                        screen.keys("y").keys(letter);
                        if !screen.overlays().is_empty() {
                            // None of the addresses is one, so that there is no link to copy.
                            assert_eq!(letter, "l");
                            screen.keys("Esc");
                        }
                        let Some(Effect::Copy(text)) = &screen.effect else { continue };
                        harmless(text);
                        copied += 1;
                        if letter == "t" {
                            let again = load::timeline(text.clone().into_bytes()).timeline;
                            assert_eq!(&export::event_toml(&again, &again.events().next().unwrap()), text);
                        }
                    }
                    screen.keys("j J");
                }
            }
        }
    }
    assert_eq!(copied, 2 * 2 * 2 * 13 * 6, "six texts of every event");
}

#[test]
fn filters_made_of_it_are_harmless_and_read_back() {
    let mut screen = Screen::open_as(NAME, &hostile(escaped), 120, 40).theme("light");
    for _ in 0..13 {
        screen.keys(". Enter Down Enter Down Down Enter Esc");
        harmless(&screen.query().to_string());
        assert!(!screen.visible().is_empty(), "{}", screen.query());
        screen.keys("/ Esc X j");
    }
    for text in ACTING {
        screen.keys("/").paste(text);
        harmless(&screen.query().to_string());
        screen.keys("Esc ?").paste(text).keys("Esc");
    }
}

#[test]
fn bytes_that_are_no_toml_are_reported_harmlessly() {
    let source = hostile(raw);
    let screen = Screen::open_as(NAME, &source, 120, 40);
    assert!(!screen.problems().is_empty());
    let loaded = load::timeline(source.into_bytes());
    harmless(&crate::support::report(NAME, &loaded, load::ColorChoice::Plain));
}

#[test]
fn what_is_printed_is_harmless() {
    let loaded = load::timeline(hostile(escaped).into_bytes());
    harmless(&crate::support::report(NAME, &loaded, load::ColorChoice::Plain));
    let events: Vec<_> = loaded.timeline.indices().collect();
    for lang in [Lang::En, Lang::Ja, Lang::Both] {
        let marks = Marks::default();
        let timeline = &loaded.timeline;
        let printed =
            export::plain(EventSelection { timeline, events: &events, marks: &marks, lang, query: "", screen: None });
        harmless(&printed);
        assert_eq!(printed.lines().count(), 13);
    }
}
