//! An event, a quote or a link of a thread in one line.

use super::sentence::{date, enumerated, sentences};
use crate::{
    app::{App, Direction, Side},
    export,
    messages::reader,
    model::{Event, EventIndex, Lang},
    query::QuoteRef,
};

/// Its title, in both languages where both are wanted.
pub(super) fn title(event: &Event, lang: Lang) -> String {
    lang.texts(Some(&event.title), event.title_ja.as_deref()).join(" ")
}

/// Its date and its title, and whether the reader has noted anything.
pub(super) fn in_list(app: &App, ix: EventIndex) -> String {
    let Some(event) = app.timeline().event(ix) else { return String::new() };
    let locale = app.locale();
    let parts = [date(&event.date, locale), title(&event, app.lang())];
    sentences(parts.into_iter().chain(noted(app, ix)), locale)
}

/// The same behind the name of its side.
pub(super) fn on_side(app: &App, ix: EventIndex) -> String {
    let sides = Side::BOTH.into_iter().filter(|&side| app.comparison().has(side, ix));
    let names = enumerated(sides.map(|side| app.side_name(side)), app.locale());
    sentences([names, in_list(app, ix)], app.locale())
}

/// The same behind what it is to the selected event.
pub(super) fn linked(app: &App, side: Direction, ix: EventIndex) -> String {
    let locale = app.locale();
    let label = match side {
        Direction::Previous => reader::follows_from(locale),
        Direction::Next => reader::followed_by(locale),
    };
    reader::labelled(locale, label, &in_list(app, ix))
}

/// What the reader has noted of it, a sentence each.
pub(super) fn noted(app: &App, ix: EventIndex) -> Vec<String> {
    let Some(noted) = app.document().annotation(ix) else { return Vec::new() };
    let locale = app.locale();
    let marked = noted.is_marked.then(|| reader::marked(locale).to_owned());
    let tags = (!noted.tags.is_empty()).then(|| reader::tags(locale, &enumerated(&noted.tags, locale)));
    let note = noted.note.as_ref().map(|note| reader::your_note(locale, note));
    [marked, tags, note].into_iter().flatten().collect()
}

/// Which event of how many it is, its date, its title, lane and kind, and how much there is to read.
pub(super) fn at_position(app: &App, ix: EventIndex, (place, count): (usize, usize)) -> String {
    let Some(event) = app.timeline().event(ix) else { return String::new() };
    let (locale, lang, words) = (app.locale(), app.lang(), &app.timeline().vocabularies);
    let quotes = (!event.quotes.is_empty()).then(|| reader::quotes(locale, event.quotes.len()));
    let sources = (!event.sources.is_empty()).then(|| reader::sources(locale, event.sources.len()));
    let parts = [
        reader::position(locale, place + 1, count),
        date(&event.date, locale),
        title(&event, lang),
        enumerated([words.lanes.label(event.lane, lang), words.kinds.label(event.kind, lang)], locale),
        enumerated(quotes.into_iter().chain(sources), locale),
    ];
    sentences(parts.into_iter().chain(noted(app, ix)), locale)
}

/// A quote with who said it, when, and who printed it.
pub(super) fn quote_in_list(app: &App, (ix, place): QuoteRef) -> String {
    let Some(event) = app.timeline().event(ix) else { return String::new() };
    let quote = event.quotes.get(place);
    quote.map_or_else(String::new, |quote| {
        let (words, locale, lang) = (&app.timeline().vocabularies, app.locale(), app.lang());
        let speaker = words.speaker(quote, &event.date).map(|speaker| speaker.name(lang).to_owned());
        let role = words.role_of_quote(quote, &event.date, lang).map(str::to_owned);
        let by = enumerated(speaker.into_iter().chain(role).chain([date(&event.date, locale)]), locale);
        let source = quote.source.and_then(|place| event.sources.get(place));
        let publisher = source.and_then(|source| source.publisher.as_deref());
        let publisher = publisher.map(|name| words.publisher(name, super::sentence::one(lang)).into_owned());
        let translations = quote.translations(lang).into_iter().map(|text| reader::our_translation(locale, text));
        let said = reader::labelled(locale, &by, &export::quoted(quote));
        sentences([said].into_iter().chain(translations).chain(publisher), locale)
    })
}
