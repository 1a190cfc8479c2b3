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

/// Two persons and a body who speak, known by several names; one event in which nobody speaks.
const SPOKEN: &str = r#"
[[person]]
id = "umino"
name = "Hana Umino"
name_ja = "海野はな"
role = "Head"

[[organisation]]
id = "PT"
name = "Port authority"
name_ja = "港湾局"

[[event]]
id = "talks"
date = "2021-06-14"
title = "Talks about dredging"
[[event.quote]]
text = "Dredge first, build later."
speaker = "Oto Nagare"
lang = "en"
[[event.quote]]
text = "浅い海では、大きな船は夢のままである。"
speaker = "umino"
lang = "ja"
translation = "In shallow water a large ship stays a dream."

[[event]]
id = "storm"
date = "2022-03-01"
title = "A storm over the quay, as Hana Umino feared"
people = ["umino"]
[[event.quote]]
text = "The quay is closed."
speaker = "PT"
lang = "en"

[[event]]
id = "opening"
date = "2023-01"
title = "The quay opens"
[[event.quote]]
text = "A dream come true."
speaker = "Hana Umino"
lang = "en"
"#;

/// The quotes that are listed, from the first on, as they stand on the screen.
fn listed(screen: &mut Screen) -> Vec<(String, usize)> {
    screen.keys("g");
    let mut listed = Vec::new();
    while let Some((ix, place)) = screen.app.current_quote() {
        let now = (screen.timeline().event(ix).unwrap().id.to_string(), place);
        if listed.last() == Some(&now) {
            break;
        }
        listed.push(now);
        screen.keys("j");
    }
    assert_eq!(listed.len(), screen.app.quote_count());
    listed
}

fn quotes_for(query: &str) -> Screen {
    let mut screen = Screen::open(SPOKEN, 100, 40);
    screen.keys("/").paste(query).keys("Enter 3");
    screen
}

#[test]
fn what_somebody_said_is_listed_by_any_of_the_names_and_nothing_else() {
    for name in ["umino", "Hana", "海野", "\"Hana Umino\"", "UMINO"] {
        let mut screen = quotes_for(&format!("said:{name}"));
        screen.shows("2 quotes match").hides("Dredge first").hides("closed");
        let said = listed(&mut screen);
        assert_eq!(said, [("talks".to_owned(), 1), ("opening".to_owned(), 0)], "{name}");
    }
    assert_eq!(listed(&mut quotes_for("said:nagare")), [("talks".to_owned(), 0)]);
    assert_eq!(listed(&mut quotes_for("said:港湾局")), [("storm".to_owned(), 0)], "a body speaks too");
    assert_eq!(listed(&mut quotes_for("-said:umino")), [("storm".to_owned(), 0)]);
    assert_eq!(listed(&mut quotes_for("said:umino | said:PT")).len(), 3);
}

#[test]
fn the_quotes_that_match_stand_alone_and_the_others_are_a_key_away() {
    let mut screen = quotes_for("dream");
    screen.shows("2 quotes match").shows("O shows 1 more of these 2 events").hides("Dredge first");
    screen.keys("O").shows("Dredge first").shows("2 quotes match").shows("O hides the other 1");
    assert_eq!(listed(&mut screen).len(), 3);
    let (column, row) = screen.place_of("Dredge first");
    let style = screen.buffer[(column, row)].style();
    assert_eq!(style.fg, screen.skin.theme.dim.fg, "what does not match is dim");
    screen.keys("O").hides("Dredge first");
    assert_eq!(listed(&mut quotes_for("lang:ja")), [("talks".to_owned(), 1)]);
    assert_eq!(listed(&mut quotes_for("quote:dream 2021")), [("talks".to_owned(), 1)]);
    assert_eq!(listed(&mut quotes_for("2021")).len(), 2, "of a time all quotes are shown");
    quotes_for("dream").resize(40, 20).shows("2 quotes match   O 1 more");
    quotes_for("2021").shows("2 quotes of 1 events").keys("O").shows("only where the filter leaves out quotes");
}

#[test]
fn where_no_quote_matches_the_others_are_counted() {
    let mut screen = quotes_for("storm");
    screen.shows("No event that passes this filter has a quote that matches:");
    screen.shows("O shows what else is quoted in these events (1).").keys("O").shows("The quay is closed.");
    screen.keys("1 3 O").shows("has a quote that matches").keys("x").shows("4 quotes of 3 events");
}

#[test]
fn speakers_are_offered_and_counted() {
    let mut screen = Screen::open(SPOKEN, 100, 40);
    screen.keys("/ said:").shows("\"Hana Umino\"").shows("Oto Nagare").shows("Port authority").keys("u m i Tab");
    assert_eq!(screen.query().to_string(), "said:\"Hana Umino\"");
    screen.keys("Esc f").shows("speaker").keys("v").shows("Hana Umino").keys("h Esc Esc 3");
    assert_eq!(screen.query().to_string(), "said:\"Hana Umino\"");
    assert_eq!(listed(&mut screen).len(), 2);
}

#[test]
fn all_that_blinken_said_is_a_filter_and_a_key_away() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    let mut said = Vec::new();
    for event in screen.timeline().events() {
        let speaks = |it: &annalist::model::Quote| it.speaker.as_deref().is_some_and(|name| name.contains("Blinken"));
        let places = event.quotes.iter().enumerate().filter(|(_, quote)| speaks(quote));
        said.extend(places.map(|(place, _)| (event.id.to_string(), place)));
    }
    assert!(said.len() > 2);
    screen.keys("/").paste("said:blinken").keys("Enter 3");
    assert_eq!(listed(&mut screen), said);
}
