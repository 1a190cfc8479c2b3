//! The query language over the timeline that comes with annalist, against what was found in it by other means.

use annalist::load;
use annalist::model::{Lang, Timeline};
use annalist::query::{Field, ParsedQuery, Query, QueryResult, TextIndex, best_match, complete, matches, run, values};

fn timeline() -> Timeline {
    load::timeline(crate::support::BUILT_IN.as_bytes().to_vec()).timeline
}

fn ids(found: &QueryResult, timeline: &Timeline) -> Vec<String> {
    let sign = |ix| if found.possible.binary_search(ix).is_ok() { " ?" } else { "" };
    found.events.iter().map(|ix| format!("{}{}", timeline.event(*ix).unwrap().id, sign(ix))).collect()
}

#[test]
fn every_query_of_the_table_keeps_what_it_should() {
    let timeline = timeline();
    let text_index = TextIndex::new(&timeline);
    let table = include_str!("../fixtures/queries.txt");
    let mut rows = 0;
    for row in table.split("\n\n").skip(1) {
        let mut lines = row.lines();
        let text = lines.next().unwrap();
        let expected: Vec<String> = lines.map(|line| line.trim().to_owned()).collect();
        let reading = ParsedQuery::parse_for(text, &timeline);
        assert_eq!(reading.faults, [], "{text}");
        assert_eq!(ids(&run(&reading.query, &timeline, &text_index), &timeline), expected, "{text}");
        // Asked anew of a text that remembers nothing, the answer is the same.
        let anew = run(&reading.query, &timeline, &TextIndex::new(&timeline));
        assert_eq!(ids(&anew, &timeline), expected, "{text}, asked anew");
        rows += 1;
    }
    assert!(rows > 50, "{rows}");
}

#[test]
fn a_letter_more_never_finds_more_and_finds_the_same_as_at_once() {
    let timeline = timeline();
    let text_index = TextIndex::new(&timeline);
    for text in ["memorandum", "サイバーセキュリティ", "title:cyber", "person:\"yasutoshi n", "\"critical infra"]
    {
        let mut before = timeline.len();
        for (end, _) in text.char_indices().skip(1).chain([(text.len(), ' ')]) {
            let query = Query::parse(&text[..end]);
            let found = run(&query, &timeline, &text_index);
            assert_eq!(found, run(&query, &timeline, &TextIndex::new(&timeline)), "{query}");
            if !text.contains(':') {
                assert!(found.events.len() <= before, "{query}");
                before = found.events.len();
            }
        }
    }
}

#[test]
fn every_value_of_every_facet_keeps_as_many_as_it_counts() {
    let timeline = timeline();
    let text_index = TextIndex::new(&timeline);
    // Tags are a reader's.
    for (_, field) in Field::FACETS.into_iter().filter(|(_, field)| *field != Field::Tag) {
        let mut some = 0;
        for rest in ["", "kind:agreement", "2022", "-lane:together"] {
            for facet in values(field, &Query::parse(rest), &timeline, &text_index, Lang::En) {
                let mut query = Query::parse(rest).without(field);
                query.toggle(field, &facet.value.id, false);
                let reading = ParsedQuery::parse_for(&query.to_string(), &timeline);
                assert_eq!(reading.faults, [], "{query}");
                assert_eq!(run(&reading.query, &timeline, &text_index).events.len(), facet.count, "{query}");
                some += facet.count;
            }
        }
        assert!(some > 0, "{field:?}");
    }
}

#[test]
fn letters_that_are_not_sure_find_what_was_meant() {
    let timeline = timeline();
    let text_index = TextIndex::new(&timeline);
    let first = |text: &str| ids(&run(&Query::parse(text), &timeline, &text_index), &timeline);
    assert!(first("~memorandom").iter().any(|id| id.contains("dhs-meti-moc")));
    assert!(first("~nishmura").iter().any(|id| id.contains("dhs-meti-moc")));
    assert!(first("~サイバ").len() > 10);
    let all = timeline.len();
    assert!(first("~memorandom").len() < all / 3, "{}", first("~memorandom").len());
    assert!(first("~zzzzqqqq").is_empty());
}

/// An event for each title, which is its id as well, and one behind them that has names.
fn titled(titles: &[&str]) -> Timeline {
    let mut toml = String::new();
    for title in titles {
        toml += &format!("[[event]]\ndate = \"2020\"\nid = \"{title}\"\ntitle = \"{title}\"\n");
    }
    toml += "[[event]]\ndate = \"2021\"\nid = \"names\"\ntitle = \"x\"\nsummary = \"quokkas\"\nplace = \"Wasnetch\"\n\
             organisations = [\"Harbour Authority\"]\npeople = [{ name = \"Yasutoshi Nishimura\" }]\n";
    load::timeline(toml.into_bytes()).timeline
}

#[test]
fn a_fuzzy_word_occurs_in_titles_and_names_with_few_errors() {
    let timeline = titled(&["Memorandum", "NCSC and NISD", "サイバー", "Café Zürich", "ﾊﾟﾜｰ", "steamship"]);
    let text_index = TextIndex::new(&timeline);
    for (word, expected) in [
        ("~memorandom", &["Memorandum"][..]),
        ("~mmorandom", &["Memorandum"]),
        ("~mmrndom", &[]),
        ("~nisd", &["NCSC and NISD", "names"]),
        ("~サイバ", &["サイバー"]),
        ("~サイハ", &[]),
        ("~さいばー", &["サイバー"]),
        ("~CAFE", &["Café Zürich"]),
        ("~パワーー", &["ﾊﾟﾜｰ"]),
        ("~\"cafe zurich\"", &["Café Zürich"]),
        ("~cafezurich", &["Café Zürich"]),
        ("~stmshp", &[]),
        ("~steemship", &["steamship"]),
        ("~wasentch", &["names"]),
        ("~authorty", &["names"]),
        ("~nishmura", &["names"]),
        ("~quokkas", &[]),
    ] {
        let found = run(&Query::parse(word), &timeline, &text_index);
        assert_eq!(ids(&found, &timeline), expected, "{word}");
    }
}

#[test]
fn the_best_event_of_a_fuzzy_word_has_the_fewest_errors() {
    let titles = ["memorandvm", "Administration", "A memorandum", "NISC", "Memorandum, tokyo", "Memorandum, Kyoto"];
    let timeline = titled(&titles);
    let text_index = TextIndex::new(&timeline);
    for (query, best) in [
        ("~memorandum", Some("A memorandum")),
        ("~memorandvm", Some("memorandvm")),
        ("~nis", Some("NISC")),
        ("~memorandom ~kyto", Some("Memorandum, Kyoto")),
        ("~memorandom ~\"m, tkyo\"", Some("Memorandum, tokyo")),
        ("~memorandom ~nisc", None),
        ("memorandum", None),
    ] {
        let query = Query::parse(query);
        let found = run(&query, &timeline, &text_index);
        let found = best_match(&query, &timeline, &text_index, &found.events);
        let found = found.map(|ix| timeline.event(ix).unwrap().id.to_string());
        assert_eq!(found.as_deref(), best, "{query}");
    }
}

#[test]
fn full_width_letters_and_figures_mean_what_others_do() {
    let timeline = timeline();
    let text_index = TextIndex::new(&timeline);
    let found = |text: &str| {
        let reading = ParsedQuery::parse_for(text, &timeline);
        assert_eq!(reading.faults, [], "{text}");
        run(&reading.query, &timeline, &text_index)
    };
    for (wide, plain) in [
        ("２０２２", "2022"),
        ("２０２２－０３．．２０２３－０１", "2022-03..2023-01"),
        ("＞＝２０２２－０６", ">=2022-06"),
        ("ｌａｎｇ：ｊａ", "lang:ja"),
        ("ｌａｎｅ：ｕｓ－ｊａｐａｎ，ｕｋ－ｊａｐａｎ", "lane:us-japan,uk-japan"),
        ("ｎｉｓｃ　サイバー", "nisc サイバー"),
        ("（ｎｉｓｃ｜ｃｉｓａ）　－ｌａｎｅ：ｊａｐａｎ", "(nisc|cisa) -lane:japan"),
        ("～ｍｅｍｏｒａｎｄｏｍ", "~memorandom"),
    ] {
        let answer = found(plain);
        assert!(!answer.events.is_empty(), "{plain}");
        assert_eq!(found(wide), answer, "{wide}");
    }
}

#[test]
fn what_was_looked_for_stands_out_by_whole_graphemes() {
    for (query, text, found) in [
        ("nisc", "The ＮＩＳＣ and nisc", vec!["ＮＩＳＣ", "nisc"]),
        ("サイバー", "ｻｲﾊﾞｰとサイバー", vec!["ｻｲﾊﾞｰ", "サイバー"]),
        ("cafe", "Café", vec!["Café"]),
        ("title:moc person:\"a b\"", "moc by A B", vec!["moc", "A B"]),
        ("-nisc moc", "nisc moc", vec!["moc"]),
        ("(a1 | b2)", "a1 b2", vec!["a1", "b2"]),
        ("~memorandom", "a memorandum", vec!["memorandum"]),
        ("lane:us-japan 2022", "us-japan 2022", vec!["2022"]),
        ("lane:us-japan date:2022", "us-japan 2022", vec![]),
    ] {
        let hits: Vec<&str> = matches(text, &Query::parse(query).needles()).into_iter().map(|r| &text[r]).collect();
        assert_eq!(hits, found, "{query} in {text}");
    }
}

#[test]
fn what_could_come_next_is_offered_with_its_count() {
    let timeline = timeline();
    let text_index = TextIndex::new(&timeline);
    let offered = |text: &str, lang| {
        let completion = complete((text, text.len()), &timeline, &text_index, lang, &mut None);
        let apply = |item: &annalist::query::CompletionItem| {
            let whole = format!("{}{}", &text[..completion.replaces.start], item.text);
            let count = run(&Query::parse(&whole), &timeline, &text_index).events.len();
            (whole, item.count.is_none_or(|of| of == count))
        };
        completion.items.iter().map(apply).collect::<Vec<_>>()
    };
    let texts = |text: &str| offered(text, Lang::En).into_iter().map(|(whole, _)| whole).collect::<Vec<_>>();
    assert_eq!(texts("are"), ["area:"]);
    assert!(texts("lane:").contains(&"lane:uk-japan".to_owned()));
    assert_eq!(texts("nisc -lane:us"), ["nisc -lane:us-japan"]);
    assert_eq!(texts("lane:us-japan,uk"), ["lane:us-japan,uk-japan"]);
    assert!(
        texts("person:\"Yasutoshi").contains(&"person:\"Yasutoshi Nishimura\"".to_owned()),
        "{:?}",
        texts("person:\"Yasutoshi")
    );
    assert!(texts("place:wash").contains(&"place:\"Washington, D.C.\"".to_owned()));
    assert_eq!(texts("has:q"), ["has:quote"]);
    assert!(texts("").is_empty() || texts("").iter().all(|text| !text.is_empty()));
    let ja: Vec<String> = offered("area:制御", Lang::Ja).into_iter().map(|(whole, _)| whole).collect();
    assert_eq!(ja, ["area:control-systems"]);
    for text in ["lane:", "nisc kind:", "2022 area:c", "person:k", "is:", "source:m", "lang:"] {
        for (whole, is_right) in offered(text, Lang::En) {
            assert!(is_right || whole.contains(','), "{whole}");
        }
    }
}

#[test]
fn what_is_offered_for_a_word_does_not_hang_on_how_it_was_typed() {
    let timeline = timeline();
    let text_index = TextIndex::new(&timeline);
    let words = [
        "nishimura",
        "cyber-security",
        "nato",
        "US-Japan",
        "defence",
        "Kanetaka",
        "西村康稔",
        "ニシムラ",
        "tokyo",
        "ministry",
    ];
    for (lang, rest) in [(Lang::En, ""), (Lang::Ja, "2022 "), (Lang::Both, "lane:us-japan "), (Lang::En, "-tokyo ")] {
        let mut known = None;
        let mut narrowed = 0;
        for word in words {
            // Letter by letter, then back, then another word.
            let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
            for end in ends.clone().chain(ends.rev().skip(1)) {
                let text = format!("{rest}{}", &word[..end]);
                let had = known.is_some();
                let step = complete((&text, text.len()), &timeline, &text_index, lang, &mut known);
                let at_once = complete((&text, text.len()), &timeline, &text_index, lang, &mut None);
                assert_eq!(step, at_once, "{text}");
                narrowed += usize::from(had && step.items.iter().any(|item| item.count.is_some()));
            }
        }
        assert!(narrowed > 20, "{rest}{narrowed}");
    }
}
