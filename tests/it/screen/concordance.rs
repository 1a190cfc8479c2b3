//! The concordance: where the words of the filter stand, a line each.

use std::collections::BTreeMap;
use std::sync::mpsc;

use annalist::app::{Direction, View};
use annalist::model::Lang;
use annalist::query::{OccurrenceRef, SearchWorker};
use annalist::text::width;

use crate::screen::{BUILT_IN, PRESS, Screen};

fn words(query: &str) -> Screen {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    screen.keys("/").paste(query).keys("Enter 6");
    screen
}

#[test]
fn words_in_fields_that_annalist_does_not_know_have_their_lines() {
    let text =
        "[[event]]\ndate = \"2020\"\ntitle = \"Talks\"\nsummary = \"a zebra\"\nremark = \"one more zebra here\"\n";
    let mut screen = Screen::open(text, 120, 24);
    screen.keys("/").paste("zebra").keys("Enter 6").shows("2 places in 1 event").shows("one more zebra here");
    screen.keys("j Enter").shows("one more zebra here");
}

/// All texts of the events of the built-in file that are read, by the years of their events, found without any of our code.
fn texts_by_year() -> Vec<(i32, String)> {
    const NOT_READ: [&str; 20] = [
        "id",
        "date",
        "end",
        "lane",
        "kind",
        "parties",
        "areas",
        "follows",
        "context",
        "confidence",
        "url",
        "archived",
        "lang",
        "primary",
        "supports",
        "field",
        "party",
        "as_reported",
        "further_reading",
        "window",
    ];
    fn collect(value: &toml::Value, texts: &mut Vec<String>) {
        match value {
            toml::Value::String(text) => texts.push(text.clone()),
            toml::Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
            toml::Value::Table(fields) => {
                let read = fields.iter().filter(|(name, _)| !NOT_READ.contains(&name.as_str()));
                read.for_each(|(_, value)| collect(value, texts));
            }
            _ => {}
        }
    }
    let file: toml::Table = toml::from_str(BUILT_IN).unwrap();
    let mut found = Vec::new();
    for event in file["event"].as_array().unwrap() {
        let date = event["date"].as_str().unwrap();
        let digits: String = date.chars().filter(char::is_ascii_digit).take(4).collect();
        let mut texts = Vec::new();
        collect(event, &mut texts);
        found.extend(texts.into_iter().map(|text| (digits.parse().unwrap(), text)));
    }
    found
}

/// How often some words stand in these texts, by year: all that are written so, whatever their case.
fn counted(texts: &[(i32, String)], words: &[&str]) -> BTreeMap<i32, usize> {
    let mut counts = BTreeMap::new();
    for (year, text) in texts {
        let text = text.to_lowercase();
        let count: usize = words.iter().map(|word| text.matches(word).count()).sum();
        if count > 0 {
            *counts.entry(*year).or_default() += count;
        }
    }
    counts
}

fn years_of(screen: &Screen) -> BTreeMap<i32, usize> {
    let found = screen.app.concordance().found().expect("lines are counted at once");
    assert_eq!(found.years().iter().map(|(_, count)| count).sum::<usize>(), found.len());
    found.years().iter().map(|&(year, count)| (year.unwrap(), count)).collect()
}

/// All lines, from the first to the last, as one goes through them.
fn lines(screen: &mut Screen) -> Vec<OccurrenceRef> {
    screen.keys("g");
    let mut lines = vec![screen.app.current_occurrence().unwrap()];
    loop {
        screen.keys("j");
        let now = screen.app.current_occurrence().unwrap();
        if lines.last() == Some(&now) {
            return lines;
        }
        lines.push(now);
    }
}

#[test]
fn how_often_words_stand_in_each_year_takes_three_keys() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    screen.keys("/").paste("\"supply chain\"").keys("Enter 6");
    let expected = counted(&texts_by_year(), &["supply chain"]);
    assert!(expected.len() > 2, "{expected:?}");
    assert_eq!(years_of(&screen), expected);
    let row = screen.rows()[usize::from(screen.row_of("places in")) + 1].clone();
    for (year, count) in &expected {
        let told = row.split(&year.to_string()).nth(1).unwrap_or_else(|| panic!("no {year} in {row}"));
        assert!(told.split_whitespace().any(|word| word == count.to_string()), "{year} {count}: {row}");
    }
    let total: usize = expected.values().sum();
    screen.shows(&format!("{total} places in"));
    assert_eq!(lines(&mut screen).len(), total);
    screen.shows("this is the last line");
}

#[test]
fn the_count_is_that_of_the_texts_whatever_is_asked_for() {
    let texts = texts_by_year();
    assert_eq!(years_of(&words("サイバー")), counted(&texts, &["サイバー"]));
    assert_eq!(years_of(&words("ｻｲﾊﾞｰ")), counted(&texts, &["サイバー"]));
    // British and American spelling are the same word.
    let defence = counted(&texts, &["defence", "defense"]);
    assert_eq!(years_of(&words("defence")), defence);
    assert_eq!(years_of(&words("defense")), defence);
    assert_eq!(years_of(&words("ransomware | sanctions")), counted(&texts, &["ransomware", "sanctions"]));
    // What is excluded has no lines, but leaves out its events.
    let all: usize = counted(&texts, &["critical"]).values().sum();
    let without = words("critical -ransomware");
    assert!(years_of(&without).values().sum::<usize>() < all);
    // Words of titles alone.
    let titles: usize = without.timeline().events().map(|it| it.title.to_lowercase().matches("dialogue").count()).sum();
    let screen = words("title:dialogue");
    assert_eq!(screen.app.concordance().found().unwrap().len(), titles);
    // A short word in capitals is a whole word.
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let whole = |text: &str| {
        let text = text.to_lowercase();
        let hits = text.match_indices("meti");
        let hits = hits
            .filter(|(at, _)| !is_letter(text[..*at].chars().next_back()) && !is_letter(text[at + 4..].chars().next()));
        hits.count()
    };
    let expected: usize = texts.iter().map(|(_, text)| whole(text)).sum();
    assert_eq!(years_of(&words("METI")).values().sum::<usize>(), expected);
    assert!(years_of(&words("meti")).values().sum::<usize>() > expected);
}

#[test]
fn words_of_one_person_are_looked_for_in_what_that_person_said() {
    let screen = words("said:blinken cyber");
    let found = screen.app.concordance().found().unwrap();
    let lines: Vec<_> = (0..found.len()).map_while(|place| found.line_at(place)).collect();
    let mut expected = 0;
    for event in screen.timeline().events() {
        for quote in event.quotes.iter().filter(|it| it.speaker.as_deref().is_some_and(|it| it.contains("Blinken"))) {
            let texts = [Some(&quote.text), quote.translation.as_ref(), quote.translation_ja.as_ref()];
            expected +=
                texts.into_iter().flatten().map(|text| text.to_lowercase().matches("cyber").count()).sum::<usize>();
        }
    }
    assert!(expected > 0);
    assert_eq!(lines.len(), expected);
    for line in lines {
        let quote = screen.app.concordance_line(line).unwrap().quote.unwrap();
        let event = screen.timeline().event(line.0).unwrap();
        assert!(event.quotes[quote].speaker.as_deref().unwrap().contains("Blinken"));
    }
}

#[test]
fn the_words_stand_in_one_column_with_date_and_speaker() {
    let mut screen = words("\"active cyber defence\"");
    let total = screen.app.concordance().found().unwrap().len();
    assert!(total > 3);
    let columns: Vec<usize> = screen.rows()[3..39]
        .iter()
        .filter_map(|row| Some(annalist::text::width(&row[..row.to_lowercase().find("active cyber defen")?])))
        .collect();
    assert_eq!(columns.len(), total.min(35), "{}", screen.text());
    assert!(columns.iter().all(|column| *column == columns[0]), "{columns:?}\n{}", screen.text());
    screen.shows("2022 16 Dec");
    screen.app.prefs_mut().lang = Lang::Ja;
    screen.draw();
    screen.shows("日付順").shows("2022年12月16日");
}

#[test]
fn enter_opens_the_event_of_a_line_at_its_words() {
    let mut screen = words("ransomware");
    screen.keys("g j j j");
    let line = screen.app.current_occurrence().unwrap();
    let text = screen.app.concordance_line(line).unwrap();
    assert_eq!(text.text[text.found.clone()].to_lowercase(), "ransomware");
    screen.keys("Enter");
    assert_eq!(screen.app.selected(), Some(line.0));
    let title = screen.app.selected_event().unwrap().title.to_string();
    assert!(screen.is_expanded());
    screen.keys("Esc").shows("places in");
    assert_eq!(screen.app.current_occurrence(), Some(line));
    // The line that was read has chosen its event.
    screen.keys("1 X").shows(&title[..20]);
    assert_eq!(screen.app.selected(), Some(line.0));
}

#[test]
fn lines_are_sorted_by_the_words_around() {
    let mut screen = words("cooperation");
    let by_date = lines(&mut screen);
    let mut events: Vec<_> = by_date.iter().map(|line| line.0).collect();
    assert!(events.is_sorted());
    let context = |screen: &Screen, line: OccurrenceRef| {
        let line = screen.app.concordance_line(line).unwrap();
        let around = |text: &str| annalist::text::fold(text);
        (around(&line.text[..line.found.start]), around(&line.text[line.found.end..]))
    };
    let first_word =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).find(|it| !it.is_empty()).map(str::to_owned);
    let last_word =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).rfind(|it| !it.is_empty()).map(str::to_owned);
    let line = screen.app.current_occurrence();
    screen.keys("o").shows("by the word after");
    assert_eq!(screen.app.current_occurrence(), line, "the line that is read stays");
    let after = lines(&mut screen);
    let words: Vec<_> = after.iter().map(|&line| first_word(&context(&screen, line).1)).collect();
    assert!(words.is_sorted(), "{words:#?}");
    screen.keys("o").shows("by the word before");
    let before = lines(&mut screen);
    let words: Vec<_> = before.iter().map(|&line| last_word(&context(&screen, line).0)).collect();
    let latin = |word: &Option<String>| word.as_ref().is_none_or(|word| word.is_ascii());
    let words: Vec<_> = words.into_iter().filter(latin).collect();
    assert!(words.is_sorted(), "{words:#?}");
    screen.keys("o").shows("by date");
    for mut sorted in [after, before] {
        sorted.sort_unstable();
        events = sorted.iter().map(|line| line.0).collect();
        assert_eq!((sorted, events.len()), (by_date.clone(), by_date.len()));
    }
    screen.keys("1 o").shows("open in the browser");
}

#[test]
fn the_mouse_reads_and_opens_a_line() {
    let mut screen = words("ransomware");
    screen.keys("g");
    let third = screen.app.concordance_rows(10)[2];
    let row = screen.row_of("places in") + 2 + 2;
    screen.mouse(PRESS, 60, row);
    assert_eq!(screen.app.current_occurrence(), Some(third));
    assert_eq!(screen.row_of("▌"), row, "what was clicked stays under the hand");
    screen.mouse(crossterm::event::MouseEventKind::ScrollDown, 60, row);
    assert_eq!(screen.app.occurrences(third, Direction::Next).next(), screen.app.current_occurrence());
    screen.mouse(PRESS, 60, row).mouse(PRESS, 60, row);
    assert!(screen.is_expanded() && screen.app.selected() == Some(third.0));
}

#[test]
fn the_lines_are_copied_as_text() {
    let mut screen = words("ransomware");
    let total = screen.app.concordance().found().unwrap().len();
    let current = screen.app.current_occurrence();
    screen.keys("y").shows(&format!("concordance ({total})")).keys("o");
    let Some(annalist::app::Effect::Copy(text)) = &screen.effect else { panic!("{:?}", screen.effect) };
    assert_eq!(text.lines().count(), total);
    for line in text.lines() {
        let fields: Vec<_> = line.split('\t').collect();
        assert_eq!((fields.len(), fields[2].to_lowercase().as_str()), (4, "ransomware"), "{line}");
    }
    assert_eq!(screen.app.current_occurrence(), current);
    screen.keys("1 y").hides("concordance (");
}

#[test]
fn without_words_the_view_says_what_fills_it() {
    let mut screen = Screen::open(BUILT_IN, 80, 24);
    screen.keys("6").shows("Each place where the words of the filter stand").shows("/ looks for words.");
    screen.keys("j").shows("no words are looked for");
    screen.keys("Enter").shows("no words are looked for").keys("o").shows("no words are looked for");
    assert!(!screen.app.is_in_detail());
    screen.keys("/ year:2022 Enter").shows("Each place where the words");
    screen.keys("X / xyzzy Enter").shows("No event passes this filter:");
    screen.keys("X").shows("Each place where").keys("L").shows("絞り込みの語が現れる箇所");
    let named =
        "[[area]]\nid = \"a\"\nname = \"Harbour\"\n[[event]]\ndate = \"2020\"\ntitle = \"T\"\nareas = [\"a\"]\n";
    Screen::open(named, 80, 24).keys("/ harbour Enter 6").shows("The words stand in names of areas and lanes alone");
}

#[test]
fn every_size_language_and_theme_holds() {
    for (columns, rows) in [(1, 1), (9, 4), (40, 12), (60, 20), (80, 24), (120, 40), (200, 60)] {
        for lang in [Lang::En, Lang::Ja, Lang::Both] {
            for theme in ["dark", "light", "mono"] {
                let mut screen = Screen::open(BUILT_IN, columns, rows).lang(lang).theme(theme);
                screen
                    .keys("/")
                    .paste("サイバー | cyber")
                    .keys("Enter 6 j j PgDn o G k o g o J K y Esc z z Enter Esc d 6");
                let is_bare = |row: &String| matches!(row.trim(), "…" | "▌ …");
                assert!(!screen.rows().iter().any(is_bare) || columns < 40, "{}", screen.text());
                assert_eq!(screen.view(), View::Concordance);
            }
        }
    }
}

/// A long timeline in which a word stands in most events, often twice.
fn long() -> String {
    let event = |at: usize| {
        let (year, month) = (1900 + at / 300, at % 12 + 1);
        let harbour = if at.is_multiple_of(7) { "quay" } else { "harbour" };
        format!(
            "[[event]]\ndate = \"{year}-{month:02}\"\ntitle = \"Talks about the {harbour} number {at}\"\n\
             summary = \"{} The {harbour} was dredged.\"\n",
            "Nothing else of note is told of it. ".repeat(4)
        )
    };
    (0..24_000).map(event).collect()
}

#[test]
fn a_long_timeline_shows_lines_at_once_and_counts_beside_the_interface() {
    let text = long();
    let mut screen = Screen::open(&text, 100, 30);
    screen.app.set_query(annalist::query::Query::parse("harbour"));
    screen.app.finish_filter();
    screen.keys("6").shows("counting").shows("harbour number");
    assert!(screen.app.concordance().found().is_none() && screen.app.concordance().is_pending());
    screen.keys("j j j PgDn k");
    let (before, line) = (screen.app.concordance_rows(20), screen.app.current_occurrence());
    // The last one, and back.
    screen.keys("G");
    let last = screen.app.current_occurrence();
    screen.keys("g j j j PgDn k");
    assert_eq!(screen.app.current_occurrence(), line);
    let (sender, woken) = mpsc::channel();
    let worker = SearchWorker::start(move || sender.send(()).unwrap()).unwrap();
    let answered = |screen: &mut Screen| {
        worker.submit(screen.app.search_request(0).expect("the count is asked for"));
        woken.recv().unwrap();
        let responses: Vec<_> = worker.responses().collect();
        responses.into_iter().for_each(|response| screen.app.apply_search_response(response));
        screen.draw();
    };
    answered(&mut screen);
    let expected = text.matches("harbour").count();
    assert_eq!(screen.app.concordance().found().unwrap().len(), expected);
    screen.hides("counting");
    assert_eq!((screen.app.concordance_rows(20), screen.app.current_occurrence()), (before, line));
    screen.keys("G");
    assert_eq!(screen.app.current_occurrence(), last);
    screen.keys("o").shows("sorting");
    answered(&mut screen);
    screen.shows("by the word after").hides("sorting");
    assert_eq!(screen.app.current_occurrence(), last);
}

#[test]
fn other_words_of_the_same_events_have_lines_of_their_own() {
    let text = "[[event]]\ndate = \"2020\"\ntitle = \"Talks\"\nsummary = \"a zebra and then a heron\"\n";
    let mut screen = Screen::open(text, 120, 24);
    screen.keys("6 / a");
    let line = screen.app.current_occurrence();
    let column = |screen: &Screen, words| {
        let rows = screen.rows();
        let line = rows.iter().find(|row| row.contains("a zebra and"))?;
        line.find(words).map(|at| width(&line[..at]))
    };
    let found = column(&screen, "a zebra").expect("a line of the concordance");
    screen.keys("n");
    assert_eq!(screen.app.current_occurrence(), line, "the first place in the one event");
    assert_eq!(column(&screen, "and"), Some(found));
}
