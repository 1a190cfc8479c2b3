//! The detail: its cursor, and what can be done with the item on which it stands.

use std::collections::HashSet;

use annalist::app::{DetailItem, Effect, Pane, View};
use annalist::export::CitationStyle;
use annalist::messages::DisabledReason;
use annalist::model::{EventIndex, Lang};

use crate::screen::{BUILT_IN, PRESS, SMALL, Screen};

const MEMORANDUM: &str = "2023-01-06-dhs-meti-moc";

fn copied(screen: &Screen) -> String {
    match &screen.effect {
        Some(Effect::Copy(text)) => text.clone(),
        other => panic!("nothing was copied: {other:?}\n{}", screen.text()),
    }
}

fn at(columns: u16, rows: u16) -> Screen {
    Screen::open(BUILT_IN, columns, rows).at(MEMORANDUM)
}

/// The rows that the cursor of the detail marks.
fn marked(screen: &Screen) -> Vec<String> {
    screen.rows().into_iter().filter_map(|row| Some(row.split_once("│▌")?.1.trim().to_owned())).collect()
}

#[test]
fn every_item_is_come_by_in_the_order_on_screen_and_is_on_screen_then() {
    for (columns, rows, lang) in [(120, 40, Lang::En), (80, 24, Lang::Ja), (40, 12, Lang::En), (30, 9, Lang::Ja)] {
        for id in [MEMORANDUM, "2023-09-27-us-japan-blacktech-advisory"] {
            let mut screen = Screen::open(BUILT_IN, columns, rows).lang(lang).at(id);
            screen.keys("Enter");
            let items = screen.app.detail_items();
            assert!(items.len() > 5);
            let said =
                |screen: &Screen, reason: DisabledReason| screen.text().contains(reason.text(screen.app.locale()));
            let mut met: Vec<DetailItem> = screen.app.detail_item().into_iter().collect();
            let mut tops = HashSet::new();
            // A step that does not move the cursor scrolls.
            while !said(screen.keys("j"), DisabledReason::EndOfDetail) {
                let is_new = tops.insert((screen.app.detail_item(), screen.detail_top()));
                assert!(is_new, "{}", screen.text());
                let Some(item) = screen.app.detail_item() else { continue };
                if met.last() != Some(&item) {
                    met.push(item);
                }
                let lines =
                    screen.metrics().detail_items.iter().find(|lines| lines.item == item).unwrap().lines.clone();
                let on_screen = screen.detail_top()..screen.detail_top() + screen.metrics().detail_rows;
                assert!(lines.start < on_screen.end && on_screen.start < lines.end, "{}", screen.text());
            }
            assert_eq!(met, items, "{columns}x{rows} {lang:?} {id}");
            let at_start = (0..1_000).any(|_| said(screen.keys("k"), DisabledReason::StartOfDetail));
            assert!(at_start, "{columns}x{rows} {lang:?} {id}:\n{}", screen.text());
            assert_eq!(screen.detail_top(), 0);
            assert!(screen.app.detail_item().is_none_or(|item| Some(&item) == items.first()));
        }
    }
}

#[test]
fn no_line_is_passed_over_by_the_cursor() {
    for (columns, rows) in [(80, 24), (40, 10)] {
        let mut screen = at(columns, rows);
        screen.keys("Enter");
        let mut seen = 0;
        loop {
            assert!(screen.detail_top() <= seen, "lines {seen} to {} were not shown", screen.detail_top());
            seen = seen.max(screen.detail_top() + screen.metrics().detail_rows);
            if screen.keys("j").text().contains("this event ends here") {
                break;
            }
        }
        assert!(seen >= screen.metrics().detail_lines);
        screen.shows("this event ends here");
    }
}

#[test]
fn the_item_under_the_cursor_is_marked_without_colour() {
    let mut screen = at(120, 40).theme("mono");
    screen.keys("Tab");
    assert!(matches!(screen.app.detail_item(), Some(DetailItem::Party(0))));
    assert!(
        screen.drawn_in(screen.skin.theme.selected).iter().any(|words| words == "United States"),
        "{}",
        screen.text()
    );
    screen.keys("} }");
    while !matches!(screen.app.detail_item(), Some(DetailItem::Quote(0))) {
        screen.keys("}");
    }
    let quote = screen.app.selected_event().unwrap().quotes[0].text.to_string();
    let first: String = quote.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    assert!(marked(&screen)[0].contains(&first), "{:?}\n{}", marked(&screen), screen.text());
    screen.keys("Esc");
    assert!(screen.app.detail_item().is_none());
    at(80, 24).ascii().keys("Enter").shows(">PARTIES");
}

#[test]
fn sections_are_jumped_to_and_official_sources_come_first() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    for ix in screen.visible().to_vec() {
        screen.app.select(ix);
        screen.keys("Enter G");
        let event = screen.app.selected_event().unwrap();
        let sources: Vec<bool> = screen
            .app
            .detail_items()
            .into_iter()
            .filter_map(|item| if let DetailItem::Source(at) = item { event.sources.get(at) } else { None })
            .filter(|source| !source.further_reading)
            .map(|source| source.primary)
            .collect();
        assert!(sources.is_sorted_by(|a, b| a >= b), "{}", event.id);
        screen.keys("Esc");
    }
    let mut screen = at(120, 40);
    screen.keys("Enter");
    let mut sections = Vec::new();
    loop {
        sections.push(std::mem::discriminant(&screen.app.detail_item().unwrap()));
        if screen.keys("}").text().contains("no further section") {
            break;
        }
    }
    let distinct: HashSet<_> = sections.iter().collect();
    assert_eq!(distinct.len(), sections.len());
    screen.shows("SOURCES");
    screen.keys("j {");
    assert!(matches!(screen.app.detail_item(), Some(DetailItem::Source(_))), "to the start of the same section");
    for _ in &sections {
        screen.keys("{");
    }
    screen.shows("no section before this one");
    assert_eq!(screen.app.detail_item(), screen.app.detail_items().first().copied());
}

#[test]
fn what_is_under_the_cursor_is_cited_linked_and_filtered_by() {
    let mut screen = at(120, 40);
    screen.keys("Tab y").shows("sent to the terminal: party");
    assert_eq!(copied(&screen), "United States");
    screen.keys("U").shows("only of a source that has an address");
    for item in screen.app.detail_items() {
        let (id, address) = {
            let event = screen.app.selected_event().unwrap();
            let address = if let DetailItem::Source(at) = item { event.sources[at].url.clone() } else { None };
            (event.id.to_string(), address)
        };
        while screen.app.detail_item() != Some(item) {
            screen.keys("j");
        }
        screen.keys("y");
        let text = copied(&screen);
        match item {
            DetailItem::Quote(_) => assert!(text.contains(" — "), "{text}"),
            DetailItem::Source(at) => {
                assert!(text.contains(&**address.as_ref().unwrap()), "{text}");
                screen.keys("U");
                assert_eq!(copied(&screen), **address.as_ref().unwrap());
                // The menu is about the same source.
                screen.keys("c b");
                assert!(copied(&screen).contains(&format!("{id}-{}", at + 1)));
            }
            _ => assert!(!text.is_empty()),
        }
        if matches!(item, DetailItem::Link(_)) {
            screen.keys(".").shows("nothing to filter by here");
            continue;
        }
        let all = screen.visible().len();
        screen.keys(".");
        assert_eq!((screen.query().terms.len(), screen.selected_id()), (1, &*id), "{}", screen.text());
        assert!(screen.visible().len() < all);
        assert_eq!((screen.app.detail_item(), screen.focus()), (Some(item), Pane::Detail));
        screen.keys(".");
        assert!(screen.query().is_empty());
    }
    // A second value narrows further.
    screen.keys("g . j .");
    assert_eq!(screen.query().to_string(), "party:US party:JP");
    screen.keys("Esc x x");
    assert_eq!(screen.selected_id(), MEMORANDUM);
    screen.keys(". Esc y").shows("copy");
}

#[test]
fn a_link_is_gone_to_and_come_back_from_even_where_the_filter_leaves_it_out() {
    let linked = |screen: &Screen| {
        let is_link = |item: &DetailItem| matches!(item, DetailItem::Link(_));
        screen.app.detail_items().into_iter().find(is_link)
    };
    let mut screen = at(120, 40);
    let Some(DetailItem::Link(there)) = linked(&screen) else { panic!("it is linked") };
    let here = screen.selected();
    let go = |screen: &mut Screen| {
        screen.keys("Tab");
        while !matches!(screen.app.detail_item(), Some(DetailItem::Link(_))) {
            screen.keys("}");
        }
        screen.shows("Enter go to it").keys("Enter");
        assert_eq!((screen.selected(), screen.focus()), (Some(there), Pane::Detail));
    };
    go(&mut screen);
    screen.keys("Ctrl-o");
    assert_eq!(screen.selected(), here);
    let mut screen = at(120, 40);
    screen.keys("/").paste(&format!("id:{MEMORANDUM}")).keys("Enter");
    assert_eq!(screen.visible().len(), 1);
    go(&mut screen);
    screen.shows("the filter left it out and is dropped; u brings it back").keys("u");
    assert_eq!((screen.visible().len(), screen.selected()), (1, here));
    // Of a quote it is the source.
    let mut screen = at(120, 40);
    screen.keys("Enter");
    while !matches!(screen.app.detail_item(), Some(DetailItem::Quote(0))) {
        screen.keys("}");
    }
    let source = screen.app.selected_event().unwrap().quotes[0].source.unwrap();
    screen.keys("Enter");
    assert_eq!(screen.app.detail_item(), Some(DetailItem::Source(source)));
}

#[test]
fn reading_goes_on_to_the_next_event_without_leaving() {
    for view in ["", "3", "4"] {
        let mut screen = at(120, 40);
        screen.keys(view).keys("Enter");
        let read = screen.selected();
        screen.keys("PgDn Alt-j");
        assert!(screen.selected() > read, "{view}");
        assert_eq!((screen.focus(), screen.is_expanded(), screen.detail_top()), (Pane::Detail, true, 0));
        assert_eq!(screen.app.detail_item(), screen.app.detail_items().first().copied());
        screen.keys("Alt-k");
        assert_eq!(screen.selected(), read);
    }
}

#[test]
fn a_scrolled_text_takes_the_cursor_along() {
    let mut screen = at(80, 16);
    screen.keys("Enter PgDn PgDn");
    let item = screen.app.detail_item().unwrap();
    let lines = screen.metrics().detail_items.iter().find(|lines| lines.item == item).unwrap().lines.clone();
    assert!(lines.end > screen.detail_top(), "{}", screen.text());
    // Below the last item there may be more than a screen of text.
    screen.keys("G");
    let last = screen.app.detail_items().last().copied();
    assert!(screen.app.detail_item().is_none_or(|item| Some(item) == last));
    screen.keys("j").shows("this event ends here").keys("k k k k k k k k");
    assert!(matches!(screen.app.detail_item(), Some(DetailItem::Source(_))), "{}", screen.text());
    screen.keys("g");
    assert_eq!((screen.app.detail_item(), screen.detail_top()), (screen.app.detail_items().first().copied(), 0));
    // Keys that come at once do what they do one by one.
    let keys = |keys: &str| keys.split(' ').map(|key| annalist::app::Message::Key(key.parse().unwrap())).collect();
    let all: Vec<annalist::app::Message> = keys("Enter j j y");
    let mut at_once = at(120, 40);
    at_once.burst(all);
    let mut one_by_one = at(120, 40);
    one_by_one.keys("Enter j j y");
    assert_eq!(copied(&at_once), copied(&one_by_one));
}

#[test]
fn a_click_chooses_an_item_and_a_second_one_follows_it() {
    let mut screen = at(120, 40);
    screen.click("United States");
    assert!(matches!(screen.app.detail_item(), Some(DetailItem::Party(_))), "{}", screen.text());
    screen.keys("y");
    assert_eq!(copied(&screen), "United States");
    let mut screen = Screen::open(SMALL, 80, 24);
    screen.keys("j Tab");
    screen.resize(80, 40);
    while !matches!(screen.app.detail_item(), Some(DetailItem::Link(_))) {
        screen.keys("}");
    }
    let here: Option<EventIndex> = screen.selected();
    let (column, row) = screen.place_of("THREAD");
    screen.keys("{");
    assert!(!matches!(screen.app.detail_item(), Some(DetailItem::Link(_))));
    screen.mouse(PRESS, column + 14, row);
    assert!(matches!(screen.app.detail_item(), Some(DetailItem::Link(_))), "{}", screen.text());
    screen.mouse(PRESS, column + 14, row);
    assert_ne!(screen.selected(), here);
}

#[test]
fn a_citation_of_an_official_source_takes_few_keys() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    // Every word is typed; all else is counted.
    let mut keys = 0;
    let mut press = |screen: &mut Screen, all: &str| {
        screen.keys(all);
        keys += all.split(' ').count();
    };
    press(&mut screen, "/");
    screen.paste("uk japan signed jan 2024");
    press(&mut screen, "Enter Enter");
    screen.shows("January 2024");
    while !matches!(screen.app.detail_item(), Some(DetailItem::Source(_))) {
        press(&mut screen, "}");
    }
    press(&mut screen, "y");
    let event = screen.app.selected_event().unwrap();
    assert!(event.parties.len() >= 2 && event.id.starts_with("2024-01"), "{}", screen.text());
    let official = event.sources.iter().find(|source| source.primary).and_then(|source| source.url.clone()).unwrap();
    assert!(copied(&screen).contains(&*official), "{}", copied(&screen));
    assert!(keys <= 16, "{keys}");
}

#[test]
fn a_source_is_opened_the_one_under_the_cursor_or_one_of_several() {
    let toml = "[[event]]\ndate = \"2020\"\ntitle = \"One\"\n[[event.source]]\npublisher = \"Press\"\nurl = \"https://example.org/1\"\n";
    let mut screen = Screen::open(toml, 120, 30);
    screen.keys("o").shows("to the browser: https://example.org/1");
    assert_eq!(screen.effect, Some(Effect::Open("https://example.org/1".to_owned())));
    let more = "[[event.source]]\nurl = \"https://example.org/2\"\narchived = \"https://archive.org/2\"\n";
    let mut screen = Screen::open(&format!("{toml}{more}"), 120, 30);
    screen
        .keys("o")
        .shows("open in the browser")
        .shows("[1] Press")
        .shows("(archived)")
        .shows(" example.org/2")
        .keys("3");
    assert_eq!(screen.effect, Some(Effect::Open("https://archive.org/2".to_owned())));
    screen.keys("Enter G o");
    assert_eq!(screen.effect, Some(Effect::Open("https://example.org/2".to_owned())));
    let mut screen = Screen::open("[[event]]\ndate = \"2020\"\ntitle = \"One\"\n", 120, 30);
    screen.keys("o").shows("no source of this event has an address");
}

#[test]
fn a_citation_is_copied_by_the_rules_that_are_asked_for() {
    let toml = "[[event]]\ndate = \"2020\"\ntitle = \"One\"\n[[event.source]]\ntitle = \"Page\"\npublisher = \"Press\"\ndate = \"2023-01-07\"\nurl = \"https://example.org/1\"\n";
    for (style, expected) in [
        (CitationStyle::Plain, "Press, “Page”, 7 January 2023, https://example.org/1"),
        (CitationStyle::Chicago, "Press. “Page.” January 7, 2023. https://example.org/1."),
        (CitationStyle::Apa, "Press. (2023, January 7). Page. https://example.org/1"),
    ] {
        let mut screen = Screen::open(toml, 120, 30);
        screen.app.prefs_mut().citation_style = style;
        assert_eq!(copied(screen.keys("y c")), expected);
        assert_eq!(copied(screen.keys("Enter G y")), expected);
    }
    let mut screen = Screen::open(toml, 120, 30);
    let csl = copied(screen.keys("y r"));
    assert!(csl.contains("\"URL\":\"https://example.org/1\"") && csl.starts_with("[\n"), "{csl}");
}

#[test]
fn a_quote_that_is_read_in_a_view_is_under_the_cursor_when_its_event_opens() {
    for keys in ["3 j j", "/ ransomware Enter 3 j", "/ ransomware Enter 6 j j"] {
        let mut screen = Screen::open(BUILT_IN, 120, 40);
        screen.keys(keys);
        let line = screen.app.current_occurrence().filter(|_| screen.app.view() == View::Concordance);
        let quote = match line {
            Some(line) => screen.app.concordance_line(line).unwrap().quote.unwrap(),
            None => screen.app.current_quote().unwrap().1,
        };
        let text = screen.app.selected_event().unwrap().quotes[quote].text.to_string();
        screen.keys("Enter y");
        assert!(copied(&screen).contains(&text), "{keys}: {} without {text}", copied(&screen));
    }
}
