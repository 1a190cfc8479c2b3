//! Stories of people with a question, a line a step.

use annalist::app::{Effect, ListRow, Message, Pane};
use annalist::input::ProgramAction;
use annalist::messages::Locale;
use annalist::model::{Lang, Moment};
use annalist::query::Field;

use super::expected;
use crate::screen::{BUILT_IN, SMALL, Screen};

const MEMORANDUM: &str = "2023-01-06-dhs-meti-moc";
const TOKYO: &str = "2022-10-mayorkas-nishimura-tokyo";

fn built_in() -> Screen {
    Screen::open(BUILT_IN, 120, 40)
}

fn small() -> Screen {
    Screen::open(SMALL, 120, 40)
}

/// The row of an entry of the menu that is open: menus stand at the bottom, right of all else.
fn entry(screen: &Screen, label: &str) -> String {
    let rows = screen.rows().into_iter().rev();
    let entries = rows.filter_map(|row| row.rsplit_once('│').map(|(_, entry)| entry.to_owned()));
    let mut entries = entries.filter(|entry| entry.contains(&format!("  {label}")));
    entries.next().unwrap_or_else(|| panic!("no entry {label}:\n{}", screen.text()))
}

/// The letter of an entry of the menu that is open.
fn letter(screen: &Screen, label: &str) -> String {
    let before = entry(screen, label).split(label).next().unwrap().to_owned();
    before.split_whitespace().next_back().unwrap().to_owned()
}

/// The number at the end of an entry of the menu that is open.
fn number(screen: &Screen, label: &str) -> usize {
    entry(screen, label).split_whitespace().next_back().unwrap().parse().unwrap()
}

#[test]
fn the_first_screen_says_what_and_when() {
    let mut screen = built_in();
    screen.shows("US/UK–Japan cyber coopera…  1 Timeline 2 Matrix 3 Quotes 4 Threads 5 Compare 6 Words");
    screen.shows("  ?");
    screen.shows(&format!("{} events", expected::count(BUILT_IN)));
    screen.shows(" US–Japan ").shows(" UK–Japan ");
    let ruler = &screen.rows()[1];
    for year in ["2021", "2022", "2023", "2024"] {
        assert!(ruler.contains(year), "{year} is not on the axis: {ruler}");
    }
    let first = &screen.timeline().events().next().unwrap();
    assert_eq!(screen.selected_id(), &*first.id);
    let start = first.title.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    let detail: Vec<String> = screen.rows().iter().filter_map(|row| row.split_once('│')).map(|s| s.1.into()).collect();
    assert!(detail.iter().any(|row| row.contains(&start)), "`{start}` is not in the detail:\n{}", screen.text());
    screen.shows(&first.date.long(Lang::En)).shows("QUOTES");
}

#[test]
fn the_last_event_is_a_key_away_and_so_is_the_first() {
    let mut screen = built_in();
    let (first, last) = (screen.selected_id().to_owned(), (*screen.timeline().events().last().unwrap()).clone());
    screen.keys("G").shows(&last.date.long(Lang::En));
    assert_eq!(screen.selected_id(), &*last.id);
    screen.keys("j").shows("this is the last event");
    screen.keys("g");
    assert_eq!(screen.selected_id(), first);
    screen.keys("k").shows("this is the first event").keys("j k").hides("this is the first event");
}

#[test]
fn a_page_of_events_is_a_key() {
    let events = |screen: &Screen| {
        let rows = screen.app.list_rows(screen.metrics().list_rows);
        rows.iter().filter(|row| matches!(row, ListRow::Event(_))).count()
    };
    for (down, up) in [("PgDn", "PgUp"), ("Ctrl-d", "Ctrl-u"), ("Ctrl-f", "Ctrl-b")] {
        let mut screen = built_in();
        let place = |screen: &Screen| screen.app.selected_place().unwrap();
        // One event stays for the eye.
        let page = events(&screen) - 1;
        screen.keys(down);
        assert_eq!(place(&screen), page, "{down}");
        screen.keys(down);
        let (there, page) = (place(&screen), events(&screen) - 1);
        screen.keys(up);
        assert_eq!(place(&screen), there - page, "{up}");
    }
}

#[test]
fn the_menu_of_filters_has_all_that_one_can_ask_for() {
    let mut screen = built_in();
    screen.keys("f");
    let names = Field::FACETS.map(|(_, field)| field.label(Locale::English));
    assert!(["lane", "speaker", "language"].iter().all(|name| names.contains(name)));
    for name in names {
        let key = letter(&screen, name);
        let mut menu = built_in();
        menu.keys("f").keys(&key).shows(&format!("─ {name}"));
    }
}

#[test]
fn all_that_is_copied_is_what_it_says() {
    for (key, words) in [
        ("q", ["— DHS, ", "6 January 2023"]),
        ("c", ["7 January 2023", "https://"]),
        ("b", ["@", "url = {https://"]),
        ("m", ["**DHS and METI sign", "](https://"]),
        ("t", ["[[event]]", "2023-01-06-dhs-meti-moc"]),
    ] {
        let mut screen = built_in().at(MEMORANDUM);
        screen.keys("y").keys(key);
        let Some(Effect::Copy(text)) = &screen.effect else { panic!("{key}: {:?}", screen.effect) };
        assert!(words.iter().all(|word| text.contains(word)), "{key}: {text}");
    }
}

#[test]
fn the_legend_has_the_signs_that_are_drawn() {
    let mut screen = built_in();
    let kinds: Vec<String> =
        screen.timeline().vocabularies.kinds.iter().map(|(_, kind)| kind.label(Lang::En).into_owned()).collect();
    screen.keys("%").shows("symbols").shows("░░●░░     one day somewhere in the shade");
    for kind in kinds {
        screen.shows(&format!("  {kind}"));
    }
    screen.keys("Esc").hides("symbols");
}

#[test]
fn the_advisory_board_and_keidanren_signed_in_january_2024() {
    let mut screen = built_in();
    screen.keys("/ dowden Space endo Enter").shows("17 January 2024");
    let mut read = String::new();
    screen.keys("Enter");
    for _ in 0..20 {
        read += &screen.text();
        screen.keys("PgDn");
    }
    assert!(read.contains("— Oliver Dowden") && read.contains("— Nobuhiro Endo"), "{read}");
}

#[test]
fn a_name_keeps_exactly_the_events_that_hold_it() {
    let mut screen = built_in();
    screen.keys("/ nishimura");
    let wanted = expected::with_word(BUILT_IN, "nishimura");
    assert_eq!(expected::in_order(screen.shown_ids()), wanted);
    screen.shows("/nishimura").shows(&format!("{} of {} events", wanted.len(), expected::count(BUILT_IN)));
    for id in [MEMORANDUM, TOKYO] {
        assert!(wanted.iter().any(|found| found == id), "{id}");
    }
}

#[test]
fn japanese_words_and_full_width_letters_find_as_much() {
    let mut screen = built_in();
    screen.keys("/ 制御 Enter");
    assert_eq!(expected::in_order(screen.shown_ids()), expected::with_word(BUILT_IN, "制御"));
    assert!(screen.shown_ids().contains(&MEMORANDUM));
    let of = |typed: &str| expected::in_order(built_in().keys(typed).shown_ids());
    assert_eq!(of("/ ｎｉｓｃ"), expected::with_word(BUILT_IN, "NISC"));
    assert_eq!(of("/ ｎｉｓｃ"), of("/ NISC"));
    assert_eq!(of("/ さいばー"), of("/ ｻｲﾊﾞｰ"));
    assert_eq!(of("/ さいばー"), expected::with_word(BUILT_IN, "サイバー"));
}

#[test]
fn every_letter_filters_and_escape_takes_all_of_it_back() {
    let mut screen = built_in();
    screen.keys("f l").keys("Down").keys("Esc Esc").keys("j j +");
    let (window, selected) = (screen.window(), screen.selected_id().to_owned());
    let before = screen.text();
    let all = screen.visible().len();
    screen.keys("/ n");
    let some = screen.visible().len();
    screen.keys("ishimura");
    assert!(screen.visible().len() < some && some <= all);
    screen.keys("Esc");
    assert_eq!((screen.window(), screen.selected_id()), (window, &*selected));
    assert!(screen.query().is_empty());
    assert_eq!(screen.text(), before);
    // A filter that was there before is what comes back.
    screen.keys("/ dhs Enter / Space meti xyzzy Esc");
    assert_eq!(screen.query().to_string(), "dhs");
    assert_eq!(expected::in_order(screen.shown_ids()), expected::with_word(BUILT_IN, "dhs"));
}

#[test]
fn matches_stand_out_and_nothing_else_does() {
    for (typed, folded) in [("/ nishimura Enter", "nishimura"), ("/ ｎｉｓｃ Enter", "nisc"), ("/ 制御 Enter", "制御")]
    {
        let mut screen = built_in();
        screen.keys(typed).keys("Enter");
        let found = screen.drawn_in(screen.skin.theme.matched);
        assert!(!found.is_empty(), "nothing stands out:\n{}", screen.text());
        assert!(found.iter().all(|hit| hit.to_lowercase() == folded), "{found:?}");
        let rows = screen.rows();
        let panes = rows[2..rows.len() - 1].join("\n").to_lowercase();
        assert_eq!(found.len(), panes.matches(folded).count(), "{}", screen.text());
    }
    let mut accents = Screen::open("[[event]]\ndate = \"2020\"\ntitle = \"Zoe\u{301} met cafe\u{301}s\"", 80, 24);
    accents.keys("/ cafe");
    assert!(accents.drawn_in(accents.skin.theme.matched).iter().all(|hit| hit == "café"), "{}", accents.text());
    accents.keys("z");
    assert!(accents.drawn_in(accents.skin.theme.matched).is_empty(), "{}", accents.text());
}

#[test]
fn a_facet_asks_excludes_and_lets_go() {
    let mut screen = built_in();
    screen.keys("f a");
    let label = "Control-system security";
    let key = letter(&screen, label);
    let with = expected::with_value(BUILT_IN, "areas", "control-systems");
    assert_eq!(number(&screen, label), with.len());
    screen.keys(&key);
    assert_eq!(expected::in_order(screen.shown_ids()), with);
    screen.shows(&format!("{} of {} event", with.len(), expected::count(BUILT_IN)));
    screen.keys(&key.to_uppercase());
    assert_eq!(screen.visible().len(), expected::count(BUILT_IN) - with.len());
    assert!(!screen.shown_ids().contains(&MEMORANDUM));
    screen.keys(&key.to_uppercase());
    assert_eq!(screen.visible().len(), expected::count(BUILT_IN));
    assert!(screen.query().is_empty());
}

#[test]
fn counts_of_one_facet_follow_the_others() {
    let mut screen = built_in();
    let (area, lane) = ("control-systems", "us-japan");
    screen.keys("f l");
    let key = letter(&screen, "US–Japan");
    screen.keys(&key).keys("Esc a");
    let lanes = expected::with_value(BUILT_IN, "lane", lane);
    let areas = expected::with_value(BUILT_IN, "areas", area);
    let both = areas.iter().filter(|id| lanes.contains(id)).count();
    assert_eq!(number(&screen, "Control-system security"), both);
    // Values of one field are alternatives: what is chosen does not empty its neighbours.
    let other = number(&screen, "Operational cooperation");
    let key = letter(&screen, "Control-system security");
    screen.keys(&key);
    assert_eq!(number(&screen, "Operational cooperation"), other);
    let mine = screen.row_of("  Operational cooperation");
    screen.keys("Esc Esc").hides("filter by");
    assert!(mine > 0 && screen.query().terms.len() == 2);
}

#[test]
fn the_cursor_in_a_menu_chooses_as_well_as_letters() {
    let mut screen = small();
    screen.keys("f Enter Down Enter");
    assert_eq!(screen.query().to_string(), "lane:port");
    screen.keys("-");
    assert_eq!(screen.query().to_string(), "-lane:port");
    screen.keys("Space");
    assert_eq!(screen.query().to_string(), "lane:port");
    screen.keys("Enter Esc");
    assert!(screen.query().is_empty());
    screen.shows("filter by").keys("Esc").hides("filter by");
}

#[test]
fn like_this_filters_by_what_the_event_has() {
    let mut screen = built_in().at(MEMORANDUM);
    screen.keys(".").shows("similar events").shows("Yasutoshi Nishimura").shows("Washington, D.C.");
    let key = letter(&screen, "kind    Agreement");
    screen.keys(&key).keys("Esc");
    assert_eq!(expected::in_order(screen.shown_ids()), expected::with_value(BUILT_IN, "kind", "agreement"));
    assert_eq!(screen.selected_id(), MEMORANDUM);
}

#[test]
fn terms_are_dropped_one_by_one_or_all_at_once() {
    let mut screen = small();
    screen.keys("x").shows("there is no filter").keys("X").shows("there is no filter");
    screen.keys("/ quay Space city Enter").keys("f a d Esc Esc");
    assert_eq!(screen.query().to_string(), "quay city area:dredging");
    screen.keys("x").shows("quay  city").hides("area:dredging");
    screen.keys("x");
    assert_eq!(screen.query().to_string(), "quay");
    screen.keys("/ storm Enter X");
    assert!(screen.query().is_empty());
    assert_eq!(screen.visible().len(), 8);
}

#[test]
fn what_was_read_stays_when_the_filter_that_found_it_goes() {
    let first = built_in().selected_id().to_owned();
    for reading in ["J", "K", "Enter Esc", "Enter PgDn Esc", "Tab Shift-Tab", "y l", "Y", ". Esc", "@ @", "T T"] {
        for dropping in ["x", "X", "Esc", "/ Ctrl-u Enter"] {
            let mut screen = built_in();
            screen.keys("/ 2023-01-06 Enter").keys(reading);
            assert_eq!(screen.selected_id(), MEMORANDUM, "{reading}");
            screen.keys(dropping);
            assert_eq!((screen.selected_id(), screen.query().is_empty()), (MEMORANDUM, true), "{reading}, {dropping}");
        }
    }
    // What was only found was not chosen.
    assert_eq!(built_in().keys("/ 2023-01-06 Enter x").selected_id(), first);
}

#[test]
fn what_was_read_among_the_events_of_a_cell_or_the_quotes_stays() {
    let mut screen = built_in();
    screen.keys("2 l Enter");
    let found = screen.selected_id().to_owned();
    screen.keys("j J Esc 1");
    assert_ne!(screen.selected_id(), found);
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    screen.keys("/ dowden Enter 3 Enter Esc");
    let read = screen.selected_id().to_owned();
    screen.keys("1 X");
    assert_eq!(screen.selected_id(), read);
}

#[test]
fn nothing_found_is_no_dead_end() {
    let mut screen = built_in();
    screen.keys("j j");
    let selected = screen.selected_id().to_owned();
    screen.keys("/ xyzzy").shows("No event passes this filter:").shows("xyzzy").shows("0 of");
    screen.keys("Enter").shows("x drops its last term, X all of it.");
    screen.keys("j").shows("no event passes the filter").keys("Enter").keys("y z");
    screen.keys("x");
    assert_eq!(screen.selected_id(), selected);
    screen.keys("/ xyzzy Enter Esc Esc").hides("No event passes");
    assert_eq!(screen.selected_id(), selected);
}

#[test]
fn what_is_filtered_out_dims_and_can_be_hidden() {
    let mut screen = small();
    let marks = |screen: &Screen| screen.rows()[3..6].join("");
    assert!(!marks(&screen).contains('·'));
    screen.keys("/ storm Enter");
    assert!(marks(&screen).contains('·'), "{}", screen.text());
    screen.hides("hidden").keys("d").shows("· 4 hidden ·").shows("· 3 hidden ·");
    assert!(!marks(&screen).contains('·'), "{}", screen.text());
    screen.keys("X").hides("hidden").keys("/ quay Enter");
    let gaps: usize = screen
        .rows()
        .iter()
        .filter_map(|row| row.split("hidden").next()?.split('·').nth(1))
        .map(|n| n.trim().parse::<usize>().unwrap_or(0))
        .sum();
    assert_eq!(gaps + screen.visible().len(), 8, "{}", screen.text());
    screen.keys("d").hides("hidden");
}

#[test]
fn the_memorandum_goes_back_to_the_talks_in_tokyo() {
    let mut screen = Screen::open(BUILT_IN, 160, 40).at(MEMORANDUM);
    for area in [
        "Operational cooperation  運用面での協力",
        "Control-system security  制御システムセキュリティ",
        "Capacity building",
        "Regulatory alignment",
    ] {
        screen.shows(area);
    }
    screen.keys("[");
    assert_eq!(screen.selected_id(), TOKYO);
    screen.shows("October 2022").hides(" 1 October 2022").hides("31 October 2022");
    screen.shows("THREAD").keys("]");
    assert_eq!(screen.selected_id(), MEMORANDUM);
}

#[test]
fn threads_end_with_a_word() {
    let mut screen = small();
    screen.keys("[").shows("it follows from no other event");
    screen.keys("]");
    assert_eq!(screen.selected_id(), "2021-06-14-talks");
    screen.keys("]");
    assert_eq!(screen.selected_id(), "2021-11-dredging");
    screen.keys("] ]");
    assert_eq!(screen.selected_id(), "2023-building");
    screen.keys("]").shows("no later event follows from it").keys("[");
    assert_eq!(screen.selected_id(), "2022-12-01-contract");
    // What an event follows from first of all is what it names first.
    screen.keys("[");
    assert_eq!(screen.selected_id(), "2021-06-14-talks");
}

#[test]
fn a_lane_is_walked_along_and_left() {
    let mut screen = small();
    screen.keys("}");
    assert_eq!(screen.selected_id(), "2022-12-01-contract");
    screen.keys("} }").shows("no further event in this lane").keys("{ {");
    assert_eq!(screen.selected_id(), "2021-02-plan");
    screen.keys("Tab Tab j");
    assert_eq!((screen.focus(), screen.selected_id()), (Pane::Axis, "2021-06-14-talks"));
    screen.keys("j");
    assert_eq!(screen.selected_id(), "2022-law");
    screen.keys("j").shows("no lane with events on that side").keys("k k k").shows("no lane with events on that side");
}

#[test]
fn zooming_keeps_the_mark_in_its_column() {
    for keys in ["", "j", "j j j j", "G"] {
        let mut screen = small();
        screen.keys(keys);
        let (_, column) = screen.selected_mark().unwrap();
        for (step, key) in ["+", "+", "=", "+", "-", "_", "-", "-"].into_iter().enumerate() {
            let before = screen.window();
            screen.keys(key);
            let (_, now) = screen.selected_mark().unwrap();
            assert_ne!(screen.window(), before, "step {step}");
            assert!(now.abs_diff(column) <= 1, "from {column} to {now} in step {step}");
        }
    }
}

#[test]
fn fit_is_the_start_again_cell_by_cell() {
    let mut screen = built_in();
    let (start, styles) = (screen.buffer.clone(), screen.styles());
    screen.keys("+ + l l > h +").keys("0 g").keys("0");
    assert_eq!(screen.styles(), styles);
    assert_eq!(screen.buffer, start);
}

#[test]
fn panning_never_loses_the_timeline_and_the_selection_follows() {
    let mut screen = small();
    let (first, last) = screen.timeline().extent().unwrap();
    for key in ["l", ">", "h", "<", "Shift-Right", "Shift-Left"] {
        for _ in 0..40 {
            screen.keys(key);
            let window = screen.window();
            assert!(window.start() <= last && first <= window.last(), "{key}: {window:?}");
        }
    }
    let mut screen = small();
    screen.keys("+ + +");
    let visible = |screen: &Screen| {
        let moments = screen.visible().iter().filter_map(|&ix| screen.app.document().display_moment(ix));
        moments.filter(|&moment| screen.window().contains(moment)).count()
    };
    for _ in 0..30 {
        screen.keys("l");
        let selected: Moment = screen.selected().and_then(|ix| screen.app.document().display_moment(ix)).unwrap();
        assert!(screen.window().contains(selected) || visible(&screen) == 0, "{}", screen.text());
    }
    assert_ne!(screen.selected_id(), "2021-02-plan");
}

#[test]
fn what_lies_outside_the_window_is_counted() {
    let mut screen = small();
    screen.keys("j j j j + + +");
    let (before, after) = screen.app.outside_counts();
    assert!(before > 0 && after > 0);
    screen.shows(&format!("{before} ← ")).shows(&format!(" → {after}"));
    screen.keys("0").hides("←").hides("→");
}

#[test]
fn panes_take_turns_and_give_way() {
    let mut screen = small();
    assert_eq!(screen.focus(), Pane::List);
    for pane in [Pane::Detail, Pane::Axis, Pane::List] {
        screen.keys("Tab");
        assert_eq!(screen.focus(), pane);
    }
    screen.keys("Shift-Tab Shift-Tab");
    assert_eq!(screen.focus(), Pane::Detail);
    screen.keys("z").hides("The fairway is dredged").shows("A plan for the new quay is drawn up");
    assert!(screen.is_expanded());
    screen.keys("Esc").shows("The fairway is dredged");
    assert_eq!((screen.focus(), screen.is_expanded()), (Pane::List, false));
    screen.keys("Enter");
    assert_eq!((screen.focus(), screen.is_expanded()), (Pane::Detail, true));
    screen.keys("Esc z").hides("The city council asks");
    screen.keys("z").shows("The city council asks");
    screen.keys("Tab Esc");
    assert_eq!(screen.focus(), Pane::List);
    screen.keys("Esc").shows("nothing to go back from; q quits");
}

#[test]
fn the_detail_scrolls_from_anywhere_and_starts_anew() {
    let mut screen = Screen::open(SMALL, 80, 24);
    screen.keys("j").shows("City and port talk about dredging").keys("J J J");
    assert_eq!(screen.detail_top(), 3);
    screen.keys("K");
    assert_eq!(screen.detail_top(), 2);
    screen.keys("j");
    assert_eq!(screen.detail_top(), 0);
    screen.keys("k Enter G").shows("https://post.example/dredging");
    screen.keys("J J J");
    let end = screen.detail_top();
    screen.keys("J g");
    assert!(end > 0 || screen.metrics().detail_lines <= screen.metrics().detail_rows);
    assert_eq!(screen.detail_top(), 0);
}

#[test]
fn quotes_say_who_where_and_whose_translation() {
    let mut screen = small();
    screen.keys("j Enter");
    screen.shows("浅い海では、大きな船は夢のままである。").shows("our translation: In shallow water");
    screen.shows("— Hana Umino, Head of the port authority [1]").shows("so printed by this source alone");
    screen.shows("[1] 議事録").shows("official").shows("https://minato.example/minutes");
    screen.keys("Esc j j").shows("SOURCES DIFFER").shows("date: 2023 [1]").shows("The year alone is known.");
}

#[test]
fn the_help_finds_and_runs_and_says_why_not() {
    let mut screen = small();
    screen.keys("?").shows("help: type to find").shows("next event").shows("this is the first event");
    screen.keys("last Space event").hides("zoom").shows("last event").keys("Enter").hides("help: type");
    assert_eq!(screen.selected_id(), "2023-08-opening");
    screen.keys(": thread-later").shows("no later event follows from it").keys("Enter");
    screen.shows("no later event follows from it").hides("help: type");
    screen.keys("? xyzzy").shows("No matching command. Esc closes.").keys("Enter").keys("? Esc");
    assert!(screen.overlays().is_empty());
    screen.keys("? filter Space publisher Down Up Enter").shows("filter by");
}

#[test]
fn a_key_that_does_nothing_says_so_until_the_next() {
    let mut screen = small();
    screen.keys("k").shows("this is the first event").keys("j").hides("this is the first event");
    screen.keys("!").shows("nothing is wrong with the file").keys("j");
    screen.keys("F5").hides("nothing is wrong");
}

#[test]
fn problems_of_the_file_are_a_key_away() {
    let broken = format!("{SMALL}\n[[event]]\ndate = \"2023-02-30\"\ntitle = \"Never\"\n");
    let mut screen = Screen::open(&broken, 120, 40);
    assert_eq!(screen.visible().len(), 8);
    screen.shows("1 problem").keys("!").shows("what is wrong").shows("timeline.toml:");
    screen.shows("2023-02").keys("Esc").hides("what is wrong");
}

#[test]
fn labels_speak_both_languages() {
    let mut screen = small();
    screen.keys("j").shows("City and port talk").shows("14 June 2021").hides("市と港湾局");
    screen.keys("L").shows("市と港湾局が浚渫について協議").shows("2021年6月14日").hides("City and port talk");
    screen.shows("港湾工事").shows("分野").shows("ヘルプ");
    screen.keys("L").shows("市と港湾局が浚渫について協議").shows("City and port talk about dredging");
    screen.keys("L").hides("市と港湾局");
    let mut memorandum = built_in().lang(Lang::Ja).at(MEMORANDUM);
    memorandum.shows("運用面での協力").hides("Operational cooperation").shows("2023年1月6日");
}

#[test]
fn a_source_says_what_it_bears() {
    const TOML: &str = r#"
[[person]]
id = "ruiz"
name = "Ana Ruiz"
name_ja = "アナ・ルイス"
role = "envoy"
role_ja = "特使"
[[organisation]]
id = "SCO"
name = "Space Office"
name_ja = "宇宙庁"
[[event]]
date = "2023-01-06"
title = "Signed"
people = ["ruiz"]
note = "A remark."
note_ja = "注である。"
[[event.quote]]
text = "Onwards"
lang = "en"
speaker = "SCO"
translation_ja = "前へ"
source = 1
[[event.source]]
title = "Minutes"
publisher = "SCO"
url = "https://example.org/minutes"
archived = "https://archive.org/minutes"
supports = ["date", "people:Ruiz"]
[[event.source]]
title = "Gazette"
further_reading = true
"#;
    let mut screen = Screen::open(TOML, 120, 40);
    screen.shows("Ana Ruiz アナ・ルイス, envoy").shows("— Space Office [1]").hides("前へ");
    screen.shows("[1] Minutes · Space Office").shows("archived: https://archive.org/minutes");
    screen.shows("supports: date, Ruiz, quote").shows("FURTHER READING").shows("[2] Gazette");
    screen
        .keys("L")
        .shows("アナ・ルイス Ana Ruiz、特使")
        .shows("— 宇宙庁 [1]")
        .shows("当方訳：前へ")
        .shows("注である。");
    screen
        .hides("A remark.")
        .shows("アーカイブ：https://archive.org/minutes")
        .shows("根拠とする事項：日付、Ruiz、引用")
        .shows("参考");
    screen.keys("/ person:ルイス Enter").shows("Signed").shows("1件");
}

#[test]
fn without_colours_the_selection_still_stands_out() {
    let mut screen = small().theme("mono");
    screen.keys("j j / dredg Enter");
    let row = screen.row_of("▌");
    assert!(screen.styles().lines().nth(usize::from(row)).is_some());
    assert!(screen.rows()[usize::from(row)].contains("The fairway is dredged"), "{}", screen.text());
    let found = screen.drawn_in(screen.skin.theme.matched);
    assert!(found.iter().any(|hit| hit == "dredg"), "{found:?}");
    assert!(screen.selected_mark().is_some());
}

#[test]
fn pasted_text_is_looked_for_and_never_obeyed() {
    let mut screen = small();
    screen.paste("q\u{3}storm");
    assert_eq!(screen.effect, None);
    screen.shows("/q").keys("Ctrl-u").paste("sto").paste("rm\n");
    assert_eq!(screen.shown_ids(), ["2022-09-storm"]);
    screen.keys("Esc f").paste("lq").shows("filter by");
    assert!(screen.query().is_empty());
    screen.keys("Esc ? j").paste("last event\nq").keys("Esc");
    assert_eq!(screen.effect, None);
    // What is pasted into the help is found from its first entry on.
    screen.keys("? Down Down Down Down").paste("next pane").keys("Enter");
    assert_eq!(screen.focus(), Pane::Detail);
}

#[test]
fn words_are_edited_as_in_a_shell() {
    let mut screen = small();
    screen.keys("/ quay Space stormx Backspace");
    assert_eq!(screen.query().to_string(), "quay storm");
    screen.keys("Ctrl-w");
    assert_eq!(screen.query().to_string(), "quay");
    screen.keys("Home s Space").shows("/s quay").keys("Ctrl-a Ctrl-k").shows("/");
    assert!(screen.query().is_empty());
    screen.keys("港");
    let cursor = screen.cursor.unwrap();
    assert_eq!((cursor.x, cursor.y), (4, 39));
}

#[test]
fn only_quit_quits() {
    let mut screen = small();
    assert_eq!(screen.keys("Esc Esc Esc").effect, None);
    assert_eq!(screen.keys("/ q").effect, None);
    assert_eq!(screen.keys("Esc ? q").effect, None);
    assert_eq!(screen.keys("Esc f q Esc").effect, None);
    assert_eq!(screen.keys("q").effect, Some(Effect::Quit));
    for open in ["", "/", "?", "f", "a", ".", "Enter"] {
        let mut screen = small();
        assert_eq!(screen.keys(open).keys("Ctrl-c").effect, Some(Effect::Quit), "after {open}");
        assert_eq!(small().keys(open).keys("Ctrl-z").effect, Some(Effect::Suspend), "after {open}");
    }
    assert_eq!(small().send(Message::Act(ProgramAction::Quit.into())).effect, Some(Effect::Quit));
}

#[test]
fn a_date_is_gone_to_while_it_is_typed_and_esc_comes_back() {
    let mut screen = built_in();
    let start = screen.text();
    screen.keys("D 2022-10");
    assert!(screen.selected_id().starts_with("2022-10"), "{}", screen.selected_id());
    screen.keys("Esc").keys("G D 2022-10-32").shows("October 2022 has 31 days");
    let faulty = screen.text();
    assert_eq!(screen.keys("Enter").text(), faulty, "a date that does not exist is not gone to");
    screen.keys("Backspace 1 Enter");
    let there = screen.selected_id().to_owned();
    screen.keys("Ctrl-o");
    assert_ne!(screen.selected_id(), there);
    screen.keys("Alt-Right");
    assert_eq!(screen.selected_id(), there);
    screen.keys("Ctrl-o Ctrl-o 0");
    assert_eq!(screen.text(), start);
}

#[test]
fn changes_of_filter_and_time_are_taken_back_and_made_again() {
    let mut screen = built_in().at(MEMORANDUM);
    let start = screen.buffer.clone();
    screen.keys("/ n i s c Enter + + a");
    let operational = letter(&screen, "Operational");
    screen.keys(&operational).keys("Esc l l l 0 + x");
    let end = screen.buffer.clone();
    screen.keys("u u u u u u u u");
    assert_eq!(screen.buffer, start);
    screen.keys("u").shows("filter, time and marks are as at the start");
    for _ in 0..8 {
        screen.keys("Ctrl-r");
    }
    assert_eq!(screen.buffer, end);
}

#[test]
fn a_thousand_changes_are_taken_back_and_no_more_are_kept() {
    let mut screen = small();
    let toggle = || Message::Key("T".parse().unwrap());
    screen.burst((0..1_200).map(|_| toggle()));
    let mut back = 0;
    while screen.can_undo() {
        screen.app.update(Message::Key("u".parse().unwrap()));
        back += 1;
    }
    assert_eq!(back, 1_000);
}

#[test]
fn the_window_steps_by_the_unit_of_zoom() {
    let mut screen = built_in().at(MEMORANDUM);
    screen.keys("+ +");
    let before = screen.window();
    screen.keys(")");
    let moved = screen.window().start().seconds() - before.start().seconds();
    assert!((28..=31).map(|days| days * 86_400).any(|month| month == moved), "{moved}");
    screen.keys("(");
    assert_eq!(screen.window(), before);
}

#[test]
fn a_date_that_is_not_known_that_exactly_is_possible_and_counted_apart() {
    let mut screen = built_in();
    screen.keys("/ 2022-10-05 Enter").shows("0 + 2 possible of");
    let row = screen.rows().into_iter().find(|row| row.contains("Mayorkas") && row.contains("Oct")).unwrap();
    assert!(row.contains("? "), "{row}");
    screen.keys("u / 2022-10-06 Enter").shows("1 + 2 possible of");
}

#[test]
fn what_is_wrong_with_a_query_is_said_where_it_is_and_the_last_good_one_stays() {
    let mut screen = built_in();
    screen.keys("/ n i s c Space a r e");
    let good = screen.visible().to_vec();
    screen.keys(": i c s").shows("▾ no field `are`, did you mean `area`?");
    assert_eq!(screen.visible(), good);
    assert!(!good.is_empty(), "while the colon is typed as well");
    screen.keys("Enter");
    assert_eq!(screen.overlays().len(), 1, "a faulty query is not kept");
    screen.keys("Ctrl-u").paste("nisc date:2023-02-30").shows("2023-02-30: February 2023 has 28 days");
    screen.keys("Ctrl-u").paste("\"unclosed").hides("`");
    assert_eq!(screen.query().to_string(), "unclosed");
    screen.keys("Esc");
    assert!(screen.query().is_empty());
}

#[test]
fn the_query_line_offers_what_could_come_next_and_remembers() {
    let mut screen = built_in();
    screen.keys("/ l a n").shows("lane:").keys("Tab").shows("us-japan").shows("uk-japan");
    screen.keys("u k Tab");
    assert_eq!(screen.query().to_string(), "lane:uk-japan");
    screen.keys("Enter").shows(&format!("24 of {} events", expected::count(BUILT_IN)));
    screen.keys("X / n i s c Enter X / Up");
    assert_eq!(screen.query().to_string(), "nisc");
    screen.keys("Up");
    assert_eq!(screen.query().to_string(), "lane:uk-japan");
    screen.keys("Down Down Enter");
    assert!(screen.query().is_empty());
}

#[test]
fn a_number_is_looked_for_in_texts_too_and_what_was_read_as_a_date_is_said() {
    let log = "[[event]]\nid = \"in-text\"\ndate = \"2024-06-11\"\ntitle = \"Logon 2021 failed\"\n\
               [[event]]\nid = \"in-time\"\ndate = \"2021-06-11\"\ntitle = \"Talks\"\n\
               [[event]]\nid = \"neither\"\ndate = \"2022-06-11\"\ntitle = \"Event 4624\"\n";
    let mut screen = Screen::open(log, 120, 30);
    screen.keys("/ 2021").shows("the year 2021, or these digits in a text");
    let above = screen.row_of("the year 2021, or these digits in a text");
    assert_eq!(above + 1, screen.row_of(" /2021"));
    assert_eq!(screen.shown_ids(), ["in-time", "in-text"]);
    screen.keys("Ctrl-u").paste("4624");
    assert_eq!(screen.shown_ids(), ["neither"]);
    screen.keys("Ctrl-u").paste("date:2021");
    assert_eq!(screen.shown_ids(), ["in-time"]);
    screen.keys("Ctrl-u").paste(">=2022-06").shows("from June 2022 on");
    assert_eq!(screen.shown_ids(), ["neither", "in-text"]);
    screen.keys("Esc").hides("from June 2022 on");
}

#[test]
fn saved_queries_are_chosen_by_their_names() {
    let mut screen = small();
    screen.keys("s").shows("no query is saved yet; S saves the filter");
    screen.app.prefs_mut().saved_queries = vec![("Storms".to_owned(), "storm".to_owned())];
    screen.keys("s").shows("Storms").keys("Enter");
    assert_eq!(screen.query().to_string(), "storm");
}

#[test]
fn a_long_facet_is_found_by_typing_and_one_value_can_be_alone() {
    let mut screen = built_in();
    screen.keys("f n").shows("person /").paste("blinken").keys("Enter");
    assert!(screen.query().to_string().contains("Blinken"), "{}", screen.query());
    screen.keys("Esc").shows("person /").keys("Esc Esc X f l =");
    assert_eq!(screen.query().to_string().matches(':').count(), 1);
    screen.keys("Down =");
    assert_eq!(screen.query().terms.len(), 1, "one value alone");
    assert!(!screen.query().to_string().contains(','));
    screen.keys("=");
    assert!(screen.query().is_empty());
    screen.keys("/ u k Enter").shows("lane:uk-japan");
    assert!(screen.query().to_string().contains("uk-japan"));
}

#[test]
fn the_places_where_words_stand_are_visited_one_by_one() {
    let mut screen = built_in();
    screen.keys("n").shows("no words are looked for").keys("/").paste("nisc").keys("Enter g n");
    let mut places = vec![(screen.selected_id().to_owned(), screen.match_line())];
    for _ in 0..12 {
        screen.keys("n");
        assert!(screen.match_line().is_some());
        let line = screen.match_line().unwrap();
        let rows = screen.metrics().detail_rows;
        assert!((screen.detail_top()..screen.detail_top() + rows).contains(&line), "it is on screen");
        places.push((screen.selected_id().to_owned(), screen.match_line()));
    }
    assert!(places.windows(2).all(|pair| pair[0] != pair[1]));
    assert!(places.iter().any(|(id, _)| *id != places[0].0), "it goes on to other events");
    for place in places.iter().rev().skip(1) {
        screen.keys("N");
        assert_eq!((screen.selected_id(), screen.match_line()), (place.0.as_str(), place.1));
    }
}

#[test]
fn days_with_titles_are_five_keys_away_and_one_key_leads_back() {
    let mut screen = built_in().at(MEMORANDUM);
    let start = screen.buffer.clone();
    let pointer = screen.place_of("▾").0;
    for _ in 0..5 {
        screen.keys("+");
        assert!(screen.place_of("▾").0.abs_diff(pointer) <= 1, "{}", screen.text());
    }
    screen.shows(" day ").shows("◆ DHS and METI sign an updated").shows("△ US National Cyber Director Inglis talks");
    assert!(screen.place_of("▾").0.abs_diff(screen.place_of("◆ DHS and METI sign").0) <= 1);
    screen.keys("0");
    for (at, (now, then)) in screen.buffer.content.iter().zip(&start.content).enumerate() {
        assert_eq!(now, then, "at {} {}", at % 120, at / 120);
    }
}

#[test]
fn titles_keep_their_rows_while_time_moves_and_while_one_filters() {
    let mut screen = built_in().at(MEMORANDUM);
    screen.keys("+ + +");
    let rows_of = |screen: &Screen| {
        let places = screen.timeline().indices();
        let lane = |ix| screen.app.lanes_of(ix).next().unwrap();
        places.filter_map(|ix| Some((ix, screen.time().title_layout.spot(lane(ix), ix)?.row))).collect::<Vec<_>>()
    };
    let before = rows_of(&screen);
    assert!(before.len() > 60);
    let rule = screen.rows().iter().position(|row| row.starts_with("────"));
    for keys in ["l", "l", ">", "h", "/ n i s c Enter", "X", "d", ")"] {
        screen.keys(keys);
        assert_eq!(rows_of(&screen), before, "{keys}");
        let now = screen.rows().iter().position(|row| row.starts_with("────"));
        assert!(now >= rule, "the axis gives back no row while time is panned");
    }
}

#[test]
fn dates_look_as_they_are_known() {
    let mut screen = built_in().at(TOKYO);
    screen.keys("+ + + +").shows("░░● Mayorkas").shows("October 2022");
    screen = built_in();
    screen.keys("/").paste("\"cyber flag\" kind:exercise 2022").keys("Enter g + + +").shows("★━");
    let toml = "[[event]]\ndate = \"[2023-11-03,2023-11-17]\"\ntitle = \"One of two days\"\n\
                [[event]]\ndate = \"2023-11-10~\"\ntitle = \"About then\"\nlane = \"b\"\n\
                [[event]]\ndate = \"2023-11-10?\"\ntitle = \"Perhaps then\"\nlane = \"c\"\n";
    let mut screen = Screen::open(toml, 120, 40);
    screen.shows("● One of two days").shows("●~ About then").shows("●? Perhaps then");
    let row = screen.rows().into_iter().find(|row| row.contains("One of two days") && row.contains('░')).unwrap();
    assert!(!row.contains("░░░░░░░░░░░░"), "what lies between is not possible: {row}");
}

#[test]
fn long_silences_are_folded_by_a_key_and_say_how_long_they_are() {
    let mut toml = String::new();
    for year in [1990, 1991, 1992, 2020, 2021, 2022] {
        toml += &format!("[[event]]\ndate = \"{year}-06-01\"\ntitle = \"In {year}\"\n");
    }
    let mut screen = Screen::open(&toml, 120, 40);
    let before = screen.buffer.clone();
    screen.keys("F").shows("27 y").shows("╱").shows("1991").shows("2021");
    screen.keys("F ? Esc");
    assert_eq!(screen.buffer, before);
    built_in().keys("F").shows("no gap on screen is long enough");
}

#[test]
fn of_what_is_found_with_a_slip_the_best_is_selected() {
    let mut screen = built_in();
    screen.keys("/ ~ n i s h m u r a").shows("Nishimura");
    let event = screen.app.selected_event().unwrap();
    assert!(event.people.iter().any(|person| person.name.contains("Nishimura")), "{}", event.id);
    screen.keys("Esc");
    assert_eq!(screen.selected_id(), &*screen.timeline().events().next().unwrap().id);
}
