//! The timeline that comes with annalist as a reader of Japanese meets it: no English but names that have no other form.

use std::collections::BTreeMap;

use annalist::{
    built_in,
    model::{Event, Lang, Timeline},
};

/// Names and abbreviations that Japanese texts write in Latin letters.
const ALLOWED: &str = include_str!("../fixtures/latin_in_japanese.txt");

/// Every text of an event that is shown in Japanese: labels, areas, roles, notes, what sources differ on.
fn texts(timeline: &Timeline, event: &Event) -> Vec<String> {
    let (words, lang) = (&timeline.vocabularies, Lang::Ja);
    let mut texts = vec![
        words.lanes.label(event.lane, lang).into_owned(),
        words.kinds.label(event.kind, lang).into_owned(),
        lang.pick(&event.title, event.title_ja.as_deref()).to_owned(),
        event.date.full(lang),
    ];
    texts.extend(event.parties.iter().map(|&party| words.parties.label(party, lang).into_owned()));
    texts.extend(event.areas.iter().map(|&area| words.areas.label(area, lang).into_owned()));
    texts.extend(event.organisations.iter().map(|body| words.organisation(body, lang).into_owned()));
    let mut say = |en: Option<&str>, ja: Option<&str>| texts.extend(lang.texts(en, ja).into_iter().map(str::to_owned));
    say(event.place.as_deref(), event.place_ja.as_deref());
    say(event.summary.as_deref(), event.summary_ja.as_deref());
    say(event.note.as_deref(), event.note_ja.as_deref());
    for differs in event.differs.iter() {
        say(Some(&differs.value), differs.value_ja.as_deref());
    }
    for person in event.people.iter() {
        say(words.person(person, &event.date).role(lang), None);
    }
    for quote in event.quotes.iter() {
        say(words.role_of_quote(quote, &event.date, lang), None);
        say(quote.note.as_deref(), quote.note_ja.as_deref());
        if quote.lang.as_deref() != Some("ja") {
            assert!(quote.translation_ja.is_some(), "{}: a quote without a Japanese translation", event.id);
            say(None, quote.translation_ja.as_deref());
        }
    }
    texts
}

/// The words of two Latin letters or more.
fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    let is_latin = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}');
    text.split(move |c| !is_latin(c)).filter(|word| word.chars().count() > 1)
}

#[test]
fn a_reader_of_japanese_meets_no_english_word() {
    let timeline = built_in::timeline();
    let allowed: Vec<&str> = ALLOWED.lines().filter(|line| !line.starts_with('#')).collect();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for event in timeline.events() {
        for text in texts(&timeline, &event) {
            for word in latin_words(&text).filter(|word| !allowed.contains(word)) {
                found.entry(word.to_owned()).or_insert_with(|| format!("{}: {text}", event.id));
            }
        }
    }
    assert!(found.is_empty(), "{} words: {found:#?}", found.len());
}

#[test]
fn what_is_allowed_is_met() {
    let timeline = built_in::timeline();
    let all: Vec<String> = timeline.events().flat_map(|event| texts(&timeline, &event)).collect();
    let words: Vec<&str> = all.iter().flat_map(|text| latin_words(text)).collect();
    for allowed in ALLOWED.lines().filter(|line| !line.starts_with('#')) {
        assert!(words.contains(&allowed), "{allowed} is in no text any more");
    }
}
