//! The interface in either language: no word of the other on any view, menu, page or prompt, or in what is told of any
//! action; and where there is room, nothing is cut.

use std::collections::{BTreeMap, BTreeSet};

use annalist::app::{AppInit, Document, Message, Overlay, Prefs};
use annalist::config::Settings;
use annalist::export::OutputFormat;
use annalist::input::{ACTIONS, DEFAULT, Keymap, ProgramAction};
use annalist::load;
use annalist::messages::Locale;
use annalist::model::Lang;
use annalist::query::{Field, HAS, IS};
use annalist::themes::OFFERED_THEMES;

use crate::messages::{NAMES, is_japanese, latin_words};
use crate::screen::Screen;

pub(super) const SIZES: [(u16, u16); 4] = [(40, 12), (60, 20), (80, 24), (120, 40)];
/// A timeline in which all is Japanese.
pub(super) const JAPANESE: &str = include_str!("../../fixtures/japanese.toml");
/// One in which all is English.
pub(super) const ENGLISH: &str = r#"
[timeline]
title = "Harbour"
policy = "What is certain."
[[event]]
id = "one"
date = "2021-04-05"
title = "Quay begun"
lane = "City"
kind = "work"
areas = ["quays"]
parties = ["City"]
people = [{ name = "Ann Lee" }, { name = "Bo Ray" }]
organisations = ["Port"]
place = "Hall"
confidence = "low"
quote = [{ text = "We build.", speaker = "Ann Lee", source = 1 }, { text = "It stands." }]
source = [{ title = "Minutes", publisher = "Port", url = "https://a.example/1", supports = ["date"] }, { title = "Past", url = "https://a.example/2" }]
[[event]]
id = "two"
date = "2022-11-02T10:00:00+09:00"
title = "Quay done"
lane = "Port"
kind = "work"
follows = ["one"]
"#;

/// Keys that open every view, pane, menu, page and prompt.
const TOURS: &[&str] = &[
    "j",
    "G",
    "j Enter",
    "Tab",
    "Tab Tab",
    "Tab Tab + + +",
    "2",
    "2 m",
    "2 o o",
    "2 % %",
    "3",
    "3 j",
    "4",
    "4 j j",
    "5",
    "5 c",
    "5 C",
    "6",
    "?",
    "? Down Down PgDn",
    "f",
    "f l",
    "f a",
    "f k",
    "f p",
    "f y",
    "f n",
    "f o",
    "a",
    ".",
    "s",
    "y",
    "o",
    "e",
    "e Enter",
    "e k Enter",
    "i",
    "i PgDn",
    "%",
    "% PgDn",
    "L L L",
    "/",
    "/ 1 2",
    "D",
    "D 2 0 2 2",
    "#",
    "# a Enter",
    "m",
    "m m",
    "Space",
    "Space j Space",
    "v",
    "v j v",
    "@",
    "@ j",
    "a a",
    "a a Esc S",
    "a a Esc ,",
    "a a Esc , Enter",
    "Z",
    "Z Z",
    "d",
    "M",
    "M M",
    "t",
    "t l",
    "F9",
    "あ",
    // What is refused.
    "/ (",
    "/ x x : a",
    "/ l a n e : x x",
    "/ l a n e : x x Enter",
    "/ o f f :",
    "D x x",
    "D 2 0 2 3 - 0 2 - 3 0",
    "5 C x x",
    "e Enter . x x Enter",
    "S",
    "S a Enter",
    "a a Esc S a Enter",
];

/// What stands on screen in Latin letters besides names: keys, what a query writes, a format, and what the timeline says or was typed
/// (addresses, the name that is proposed for a file).
const TYPED: [&str; 4] = [
    "Alt Ctrl Down End Home Left PgDn PgUp Right Shift Space Up",
    "off start vs",
    "Markdown",
    "https jp ja timeline export xx",
];

/// Names of formats, fields, themes and programs, which are the same in every language.
fn names() -> BTreeSet<&'static str> {
    let output = OutputFormat::ALL.into_iter().flat_map(|it| [it.name(), it.extension()]);
    let fields = Field::ALL.into_iter().map(Field::name);
    let fields = fields.chain(HAS).chain(IS).chain(OFFERED_THEMES.iter().map(|theme| theme.name));
    output.chain(fields).flat_map(latin_words).chain(NAMES.iter().copied()).collect()
}

/// Every screen of the tours, and what every action says in every view.
pub(super) fn each_screen(timeline: &str, lang: Lang, (columns, rows): (u16, u16), mut see: impl FnMut(&str, &Screen)) {
    let start = Screen::open(timeline, columns, rows).lang(lang);
    for keys in TOURS {
        let mut screen = start.clone();
        screen.keys(keys);
        see(keys, &screen);
    }
    for view in ["1", "2", "3", "4", "5", "6", "Tab", "a a"] {
        for entry in ACTIONS {
            // A command line is no words, and another language would be another story.
            if [ProgramAction::CopyView.into(), ProgramAction::Language.into()].contains(&entry.action) {
                continue;
            }
            let mut screen = start.clone();
            screen.keys(view).send(Message::Act(entry.action));
            see(&format!("{view}, {}", entry.name), &screen);
        }
    }
}

#[test]
fn a_reader_of_japanese_meets_no_english_on_any_screen() {
    let (names, typed) = (names(), TYPED.iter().flat_map(|words| words.split(' ')).collect::<BTreeSet<_>>());
    let mut met = BTreeSet::new();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for size in SIZES {
        each_screen(JAPANESE, Lang::Ja, size, |keys, screen| {
            for row in screen.rows() {
                // What is cut may be the beginning of a name, and what could be copied is in a format.
                let whole: Vec<&str> = row.split('…').map(|it| it.trim_end_matches(char::is_alphabetic)).collect();
                let whole = if row.contains('…') { whole.concat() } else { row.clone() };
                if row.contains("TOML  ")
                    || row.contains("BibTeX  ")
                    || row.contains("CSL-JSON  ")
                    || row.contains("JSON Lines  ")
                {
                    continue;
                }
                for word in latin_words(&whole).filter(|word| !names.contains(word)) {
                    if let Some(known) = typed.get(word) {
                        met.insert(*known);
                        continue;
                    }
                    found.entry(word.to_owned()).or_insert_with(|| format!("{size:?} {keys}: {row}"));
                }
            }
        });
    }
    assert!(found.is_empty(), "{} words: {found:#?}", found.len());
    let gone: Vec<_> = typed.difference(&met).collect();
    assert!(gone.is_empty(), "these are on no screen any more: {gone:?}");
}

#[test]
fn a_reader_of_english_meets_no_japanese_on_any_screen() {
    for size in SIZES {
        each_screen(ENGLISH, Lang::En, size, |keys, screen| {
            for row in screen.rows() {
                assert!(!row.chars().any(is_japanese) || keys.contains('あ'), "{size:?} {keys}: {row}");
            }
        });
    }
}

#[test]
fn labels_in_both_languages_leave_the_interface_to_the_environment() {
    for (environment, words) in [(Locale::English, "Timeline"), (Locale::Japanese, "年表")] {
        let mut screen = Screen::open(ENGLISH, 120, 40);
        screen.app.prefs_mut().environment = environment;
        screen.lang(Lang::Both).shows(words);
    }
    // The key for labels changes all.
    let mut screen = Screen::open(ENGLISH, 120, 40);
    screen.shows("? help").keys("L").shows("? ヘルプ").shows("年表").keys("L").shows("? help");
}

#[test]
fn the_help_is_found_in_either_language() {
    let mut screen = Screen::open(JAPANESE, 120, 40).lang(Lang::Ja);
    screen.keys("?").paste("集計表").shows("集計表：いつ、どの分野が何件");
    screen.keys("Esc ?").paste("zoom").shows("縮小").hides("次の出来事");
}

/// Keys behind which beginnings of texts are shown, cut on purpose: what would be copied, what could be typed, titles on lanes,
/// a file that is still being written, times in two ways.
const BEGINNINGS: [&str; 8] = ["y", "copy", "/", "search", "+", "e k Enter", "e Enter . x x Enter", "relative-times"];

#[test]
fn where_there_is_room_nothing_is_cut() {
    for (timeline, lang) in [(JAPANESE, Lang::Ja), (ENGLISH, Lang::En)] {
        let mut cut: BTreeMap<String, String> = BTreeMap::new();
        for size in [(80, 24), (120, 40)] {
            each_screen(timeline, lang, size, |keys, screen| {
                if BEGINNINGS.iter().any(|end| keys.ends_with(end)) {
                    return;
                }
                // In the help a reason has the room that is left.
                let is_help = matches!(screen.overlays().last(), Some(Overlay::Palette(_)));
                let whole = |row: &String| {
                    !row.contains('…') || is_help && row.rfind("   ").is_some_and(|at| !row[..at].contains('…'))
                };
                for row in screen.rows().into_iter().filter(|row| !whole(row)) {
                    cut.entry(row).or_insert_with(|| format!("{size:?} {keys}"));
                }
            });
        }
        assert!(cut.is_empty(), "{} rows: {cut:#?}", cut.len());
    }
}

#[test]
fn faults_of_a_configuration_follow_the_language() {
    let text = "[keys.browse]\nnxt = \"j\"\n";
    let fault = Settings::new().unwrap().read(text).unwrap_err();
    let loaded = load::timeline(JAPANESE.as_bytes().to_vec());
    let mut document = Document::new(loaded.timeline, None);
    document.problems = vec![fault.describe("config.toml", text)];
    let mut screen = Screen::over(AppInit::new(document, Prefs::new(Keymap::parse(DEFAULT).unwrap())), 120, 40);
    screen.keys("!").shows("config.toml:2:1: there is no action `nxt`; did you mean `next`?");
    screen
        .keys("Esc L !")
        .shows("config.toml:2:1：操作 `nxt` はありません。`next` のことですか？")
        .hides("there is no");
}
