//! The quotes as a reading list, and copying.

use annalist::app::Effect;
use annalist::model::Lang;

use crate::screen::{BUILT_IN, SMALL, Screen};

const MEMORANDUM: &str = "2023-01-06-dhs-meti-moc";

fn quotes() -> Screen {
    let mut screen = Screen::open(BUILT_IN, 120, 40).at(MEMORANDUM);
    screen.keys("3");
    screen
}

#[test]
fn quotes_are_read_one_after_the_other() {
    let mut screen = quotes();
    let count: usize = screen.timeline().events().map(|event| event.quotes.len()).sum();
    screen.shows(&format!("{count} quotes of")).shows("On January 6, 2023, Secretary of Homeland Security");
    assert_eq!(screen.selected_id(), MEMORANDUM);
    let first = screen.place_of("▌ On January 6").1;
    screen.keys("j").shows("▌ Secretary Mayorkas and Minister Nishimura also signed");
    assert_eq!(screen.place_of("▌ Secretary Mayorkas").1, first, "what is read stays where the eye is");
    screen.keys("k").shows("▌ On January 6").keys("k");
    assert_ne!(screen.selected_id(), MEMORANDUM);
    let mut read = 1;
    screen.keys("g");
    loop {
        let before = screen.app.current_quote();
        screen.keys("j");
        if screen.app.current_quote() == before {
            break;
        }
        read += 1;
    }
    assert_eq!(read, count);
    screen.shows("this is the last event").keys("g G");
    assert_eq!(screen.app.quote_after(screen.app.current_quote().unwrap()), None);
}

#[test]
fn words_of_both_languages_are_shown_as_the_labels_want() {
    let mut screen = quotes();
    screen.keys("j j j").shows("our translation:").shows("西村経済産業大臣");
    let id = screen.selected_id().to_owned();
    // Who reads Japanese needs no translation of Japanese words, but one of English words.
    screen.shows("On 6 January 2023, METI Minister Nishimura").hides("当方訳");
    screen.keys("L").hides("On 6 January 2023, METI Minister").shows("当方訳：");
    screen.shows("西村経済産業大臣").keys("L");
    assert_eq!(screen.selected_id(), id);
    screen.shows("our translation:");
}

#[test]
fn the_quote_that_is_read_is_the_one_that_is_copied() {
    let mut screen = quotes();
    screen.keys("j j j y q");
    let Some(Effect::Copy(text)) = &screen.effect else { panic!("{:?}", screen.effect) };
    assert!(
        text.starts_with("「2023年1月6日") && text.contains("[our translation: ") && text.contains("METI"),
        "{text}"
    );
    screen.shows("sent to the terminal: quote");
    screen.keys("1 y").shows("citation").shows("BibTeX").keys("i");
    assert_eq!(screen.effect, Some(Effect::Copy(MEMORANDUM.to_owned())));
    screen.keys("y Esc");
    assert!(screen.overlays().is_empty());
}

#[test]
fn a_filter_without_quotes_says_so() {
    let mut screen = quotes();
    screen.keys("/").paste("-has:quote").keys("Enter").shows("No event that passes this filter has quotes:");
    screen.keys("x").shows("quotes of");
    screen.keys("/").paste("xyzzy").keys("Enter").shows("No event passes this filter:");
}

#[test]
fn a_timeline_without_quotes_says_so() {
    let mut screen = Screen::open("[[event]]\ndate = \"2020\"\ntitle = \"Silence\"\n", 80, 24);
    screen.keys("3").shows("No event of this timeline has quotes.").keys("1").shows("Silence");
}

#[test]
fn scrolling_to_the_end_from_the_help_is_safe() {
    let mut screen = quotes();
    screen.keys("?").paste("detail-end").keys("Enter").shows("quotes of");
    assert_eq!(screen.selected_id(), MEMORANDUM);
}

#[test]
fn every_size_and_language_holds() {
    for (columns, rows) in [(1, 1), (9, 4), (40, 12), (60, 16), (80, 24), (300, 100)] {
        for lang in [Lang::En, Lang::Ja, Lang::Both] {
            for timeline in [BUILT_IN, SMALL] {
                Screen::open(timeline, columns, rows)
                    .lang(lang)
                    .keys("3 j j J J K G k g y Esc Enter Esc d PgDn PgUp 1");
                let view = Screen::open(timeline, columns, rows).lang(lang).ascii().keys("3 j").view();
                assert!(view == annalist::app::View::Quotes || timeline != BUILT_IN, "{view:?}");
            }
        }
    }
}
