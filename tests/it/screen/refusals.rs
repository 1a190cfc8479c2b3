//! What cannot be done is said, whatever room there is for it.

use annalist::input::Key;
use annalist::text::width;

use crate::screen::{BUILT_IN, SMALL, Screen};

const SIZES: [(u16, u16); 6] = [(120, 40), (80, 24), (60, 20), (40, 16), (40, 8), (20, 12)];

/// The words of a message stand on the screen, in one row or in several; where rows run out they end in an ellipsis.
#[track_caller]
fn says(screen: &Screen, message: &str) {
    // A row may hold other panes on either side of nothing; rows of messages begin with a blank or with what is typed.
    let rows = screen.rows();
    let said = |words: &str| rows.iter().any(|row| row.contains(words));
    let all = message.split_whitespace().all(said);
    let first = message.chars().take(8).collect::<String>();
    assert!(all || said(&first) && rows.iter().any(|row| row.ends_with('…')), "`{message}`:\n{}", screen.text());
}

#[test]
fn a_text_that_is_no_date_is_told_why_at_every_size() {
    for (columns, rows) in SIZES {
        for (typed, message) in [
            ("2023-02-30", "2023-02-30: February 2023 has 28 days"),
            ("2023-13", "2023-13: no month 13; months are 01 to 12"),
            ("04/05/2024", "it can be read in more than one way; write `2024-04-05` or `2024-05-04`"),
            ("令和", "expected a date like 2023-01-06, 2023-01 or 2023"),
        ] {
            let mut screen = Screen::open(BUILT_IN, columns, rows);
            screen.keys("D").paste(typed);
            says(&screen, message);
            let last = screen.rows().last().unwrap().clone();
            assert!(last.contains(typed), "what is typed is not whole at {columns}x{rows}: {last}");
            // Enter keeps the prompt, and it still says why.
            screen.keys("Enter");
            says(&screen, message);
            assert!(!screen.overlays().is_empty());
        }
        let mut screen = Screen::open(BUILT_IN, columns, rows);
        screen.keys("D");
        says(&screen, "2022-10 · 2023-01-06 · 2021/2022");
        let mut screen = Screen::open(BUILT_IN, columns, rows);
        screen.keys("5 c").keys("Ctrl-u").paste("nisc");
        says(&screen, "write two filters with vs between them");
        screen.paste(" vs lane:zzz");
        says(&screen, "`lane:` knows no `zzz`");
        screen.keys("Enter");
        assert!(!screen.overlays().is_empty());
    }
}

#[test]
fn what_is_wrong_with_a_query_is_told_whole_and_its_caret_covers_nothing() {
    for (columns, rows) in SIZES {
        for (typed, message) in [
            ("制御 are:ics", "no field `are`, did you mean `area`?"),
            ("a b c d e f date:2023-02-30", "2023-02-30: February 2023 has 28 days"),
            ("nisc and many more words (", "unclosed `(`"),
            ("date:04/05/2024", "04/05/2024: it can be read in more than one way; write `2024-04-05` or `2024-05-04`"),
            ("覚書覚書覚書覚書覚書覚書覚書 zzz:x", "no field `zzz`; quote it to look for the words"),
        ] {
            let mut screen = Screen::open(BUILT_IN, columns, rows);
            screen.keys("/").paste(typed);
            // The offer gives way when one insists.
            screen.keys("Enter");
            says(&screen, message);
            let fault = &annalist::query::ParsedQuery::parse_for(typed, screen.timeline()).faults[0];
            let line = screen.rows().last().unwrap().clone();
            let Some(at) = screen.rows()[usize::from(rows) - 2].find('▾') else { continue };
            let above = &screen.rows()[usize::from(rows) - 2];
            let column = width(&above[..at]);
            let mut columns = 0;
            let under: String = line
                .chars()
                .skip_while(|c| {
                    let stands = columns < column;
                    columns += width(&c.to_string());
                    stands
                })
                .collect();
            let wrong = &typed[fault.span.clone()];
            assert!(under.starts_with(wrong) || under.starts_with(&wrong[..1]), "{above}\n{line}");
        }
    }
}

#[test]
fn a_day_or_a_month_is_never_taken_for_a_year() {
    for typed in ["16", "7", "1–2", "12-16"] {
        let mut screen = Screen::open(BUILT_IN, 100, 30);
        screen.keys("D").paste(typed);
        assert!(!screen.text().contains("`0"), "{}", screen.text());
        let mut screen = Screen::open(BUILT_IN, 100, 30);
        screen.keys("/").paste(&format!("start:{typed}"));
        screen.keys("Enter").hides("`0");
        assert!(!screen.overlays().is_empty(), "{typed}");
    }
    for (prompt, typed) in [("D", "16 December 2022"), ("/", "start:16 December 2022")] {
        let mut screen = Screen::open(BUILT_IN, 100, 30);
        screen.keys(prompt).paste(typed).shows("2022-12-16").keys("Enter");
        assert!(screen.overlays().is_empty(), "{typed}");
    }
}

#[test]
fn a_date_that_can_be_read_in_one_way_is_gone_to_and_told() {
    for (typed, edtf) in [
        ("10/2022", "2022-10"),
        ("16/12/2022", "2022-12-16"),
        ("16 December 2022", "2022-12-16"),
        ("2021/3/8", "2021-03-08"),
        ("Fri 6 January 2023", "2023-01-06"),
        ("2023年1月6日（金）", "2023-01-06"),
        ("44 BC", "-0043"),
        ("476", "0476"),
        ("6 January 2023, 09:00–18:00", "2023-01-06T09:00/2023-01-06T18:00"),
        ("2023年1月6日 09:00～7日", "2023-01-06T09:00/2023-01-07"),
    ] {
        Screen::open(BUILT_IN, 100, 30).keys("D").paste(typed).shows(edtf);
    }
    let mut screen = Screen::open(BUILT_IN, 100, 30);
    screen.keys("D").paste("6 January 2023").keys("Enter").shows("6 January 2023");
    assert_eq!(&*screen.app.selected_event().unwrap().id, "2023-01-06-dhs-meti-moc");
    screen.keys("D").paste("6 January 2023, 09:00–18:00").keys("Enter");
    // As nearly as the axis has columns.
    let (start, hours) = (screen.app.window().start().civil().to_string(), screen.app.window().seconds() / 3600);
    assert!(start.starts_with("2023-01-06 08:") && (9..11).contains(&hours), "{start}, {hours} hours");
}

#[test]
fn keys_that_do_nothing_say_so() {
    let wide = "full-width key: switch the input method off";
    for (key, message) in [
        ('ｊ', wide),
        ('／', wide),
        ('あ', wide),
        ('　', wide),
        ('ｱ', wide),
        ('ü', "no key `ü` here, ? lists them"),
        ('ß', "no key `ß` here, ? lists them"),
    ] {
        for columns in [120, 80, 60, 40, 20] {
            let mut screen = Screen::open(BUILT_IN, columns, 24);
            screen.send(annalist::app::Message::Key(Key::from(key)));
            says(&screen, message);
            let last = screen.rows().last().unwrap().clone();
            screen.keys("j");
            assert_ne!(screen.rows().last(), Some(&last), "the next key takes it away");
        }
    }
    let mut screen = Screen::open(BUILT_IN, 100, 30);
    screen.keys("F9").shows("no key `F9` here, ? lists them");
    // In menus and pages as well; letters of entries are theirs.
    screen.keys("f z").shows("no key `z` here").keys("l Z").shows("no key `Z` here").keys("ｌ").shows(wide);
    screen.keys("Esc Esc i w").shows("no key `w` here");
    // In a field every sign is text, but not every key edits.
    screen.keys("Esc / ｊ").hides(wide).shows("/ｊ").keys("F5").shows("no key `F5` here");
    screen.keys("Esc D F5").shows("no key `F5` here").keys("Tab").shows("nothing is offered here");
    screen.keys("Esc ? F5").shows("no key `F5` here");
}

#[test]
fn what_folds_nothing_stays_off() {
    let mut screen = Screen::open(BUILT_IN, 100, 30);
    let gaps = screen.time().gap_mode;
    screen.keys("F").shows("no gap on screen is long enough to be collapsed");
    assert_eq!(screen.time().gap_mode, gaps);
    // Nor does it begin to fold later.
    screen.keys("/ zzzz").keys("Esc");
    assert!(screen.time().gap_ranges.is_empty());
    screen.keys("F").shows("no gap on screen is long enough to be collapsed");
}

#[test]
fn the_help_says_why_not_at_every_size() {
    for (columns, rows) in SIZES {
        let mut screen = Screen::open(BUILT_IN, columns, rows);
        screen.keys("?").paste("redo");
        let Some(annalist::app::Overlay::Palette(help)) = screen.overlays().last() else { panic!("no help is open") };
        assert!(help.entries[0].refusal.is_some());
        says(&screen, "nothing was taken back");
    }
    // Enter on nothing leaves the help open.
    let mut screen = Screen::open(SMALL, 80, 24);
    screen.keys("?").paste("zzzz");
    screen.keys("Enter").shows("No matching command.");
}

#[test]
fn menus_say_what_they_hide_and_that_nothing_is_there() {
    let mut screen = Screen::open(BUILT_IN, 60, 13);
    screen.keys("f").shows("filter by");
    let all = annalist::query::Field::FACETS.len();
    let shown = (0..all)
        .filter(|&place| {
            let (letter, _) = annalist::query::Field::FACETS[place];
            screen.rows().iter().any(|row| row.contains(&format!("│ {letter}  ")))
        })
        .count();
    assert!(shown < all, "all have room");
    screen.shows(&format!("{} ↓", all - shown));
    // The last one is reached, and what is above is counted then.
    for _ in 1..all {
        screen.keys("Down");
    }
    screen.shows(&format!("{} ↑", all - shown));
    let (letter, _) = annalist::query::Field::FACETS[all - 1];
    screen.shows(&format!("│ {letter}  "));
    for (columns, rows) in SIZES {
        let mut screen = Screen::open(BUILT_IN, columns, rows);
        screen.keys("f p").paste("zzz");
        screen.shows("/zzz").shows("nothing by that n");
        assert!(screen.cursor.is_some());
        screen.keys("Enter").shows("/zzz").keys("Backspace Backspace Backspace").hides("nothing by that n").shows("↓");
        screen.keys("Esc Esc Esc ?").shows("↓");
    }
    let mut screen = Screen::open("[[event]]\ndate = \"2020\"\ntitle = \"A\"\n", 80, 24);
    screen.keys("f s").shows("no event has any");
}

#[test]
fn the_offer_says_how_much_more_there_is() {
    let mut screen = Screen::open(BUILT_IN, 80, 24);
    screen.keys("/").paste("person:");
    screen.keys("Left Right");
    let items = match screen.overlays().last() {
        Some(annalist::app::Overlay::Query(prompt)) => prompt.completion.items.len(),
        _ => 0,
    };
    if items > 8 {
        screen.shows(&format!("{} ↓", items - 8));
    } else {
        screen.hides("↓");
    }
}

#[test]
fn time_that_goes_no_further_says_so() {
    for (key, message) in [
        ("+", "no closer than this"),
        ("-", "no further out than this"),
        ("<", "the timeline begins here"),
        (">", "the timeline ends here"),
    ] {
        let mut screen = Screen::open(BUILT_IN, 100, 30).at("2023-01-06-dhs-meti-moc");
        screen.keys("+ +").keys(key).hides(message);
        screen.burst((0..100).map(|_| annalist::app::Message::Key(key.parse().unwrap())));
        screen.shows(message);
    }
}
