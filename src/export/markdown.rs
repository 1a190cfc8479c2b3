//! A report in Markdown ([CommonMark](https://spec.commonmark.org/)): a heading a year, each event with its quotes and its
//! numbered sources.

use std::io::{self, Write};

use super::{
    cite::{byline, linked, quoted},
    escape::markdown,
    event_selection::EventSelection,
    loss::{Loss, Losses},
};
use crate::{
    messages::{Locale, detail, documents, exports, views},
    model::{Annotation, Event, Quote, year_name},
};

/// Writes the report.
pub(super) fn write(selection: EventSelection<'_>, out: &mut dyn Write, losses: &mut Losses) -> io::Result<()> {
    head(selection, out)?;
    let mut year = None;
    for (event, annotation) in selection.noted() {
        losses.add(Loss::QuoteAsText, event.quotes.len());
        losses.add(Loss::SourceAsText, event.sources.len());
        losses.add(Loss::Field, event.more.len());
        let years = event.date.display_moment().map(|moment| year_name(moment.year(), selection.one_lang()));
        let years = years.unwrap_or_else(|| "?".to_owned());
        if year.as_ref() != Some(&years) {
            writeln!(out, "\n## {}", markdown(&years))?;
            year = Some(years);
        }
        write_event(selection, &event, annotation, out)?;
    }
    Ok(())
}

/// Title, what it is about, and which events of it these are.
fn head(selection: EventSelection<'_>, out: &mut dyn Write) -> io::Result<()> {
    let info = &selection.timeline.info;
    let locale = selection.locale();
    let title = if selection.title().is_empty() { views::timeline(locale) } else { selection.title() };
    writeln!(out, "# {}", markdown(title))?;
    for about in selection.lang.texts(info.description.as_deref(), info.description_ja.as_deref()) {
        writeln!(out, "\n{}", markdown(about))?;
    }
    let mut facts = vec![documents::events_of(locale, selection.events.len(), selection.timeline.len())];
    if !selection.query.is_empty() {
        facts.push(documents::filter(locale, &markdown(selection.query)));
    }
    facts.extend(info.updated.as_deref().map(|updated| documents::last_revised(locale, &markdown(updated))));
    writeln!(out, "\n{}", documents::sentence(locale, &facts.join(exports::separator(locale))))
}

fn write_event(
    selection: EventSelection<'_>,
    event: &Event,
    annotation: Option<&Annotation>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (lang, words) = (selection.lang, &selection.timeline.vocabularies);
    let title = selection.lang.label(&event.title, event.title_ja.as_deref());
    let (date, colon) = (event.date.full(selection.one_lang()), detail::colon(selection.locale()));
    writeln!(out, "\n### {}{colon}{}", markdown(&date), markdown(&title))?;
    let kind = words.kinds.label(event.kind, selection.one_lang());
    let areas = event.areas.iter().map(|&area| words.areas.label(area, selection.one_lang()));
    let place = event.place.as_deref().map(|place| lang.pick(place, event.place_ja.as_deref()).into());
    let facts: Vec<String> =
        [kind].into_iter().chain(place).chain(areas).filter(|it| !it.is_empty()).map(|it| markdown(&it)).collect();
    if !facts.is_empty() {
        writeln!(out, "\n{}", facts.join(" · "))?;
    }
    if let Some(annotation) = annotation {
        writeln!(out, "\n{}", noted(annotation, selection.locale()))?;
    }
    for summary in lang.texts(event.summary.as_deref(), event.summary_ja.as_deref()) {
        writeln!(out, "\n{}", markdown(summary))?;
    }
    for (at, person) in event.people.iter().enumerate() {
        let person = words.person(person, &event.date);
        let role = person.role(lang).map(|role| format!("{}{}", detail::comma(selection.locale()), markdown(role)));
        let border = if at == 0 { "\n" } else { "" };
        writeln!(out, "{border}- {}{}", markdown(person.name(lang)), role.unwrap_or_default())?;
    }
    for (at, quote) in event.quotes.iter().enumerate() {
        // One block: two with a blank line between them would be one to some readers and two to others.
        writeln!(out, "{}", if at == 0 { "" } else { ">" })?;
        write_quote(selection, event, quote, out)?;
    }
    for note in lang.texts(event.note.as_deref(), event.note_ja.as_deref()) {
        writeln!(out, "\n{}", markdown(note))?;
    }
    for (at, source) in event.sources.iter().enumerate() {
        let date = source.date.as_deref().map(|date| format!(", {}", markdown(date)));
        let border = if at == 0 { "\n" } else { "" };
        writeln!(out, "{border}{}. {}{}", at + 1, linked(words, source, lang), date.unwrap_or_default())?;
    }
    Ok(())
}

/// What the reader has noted, in a line. A note may be Markdown, but holds no HTML.
fn noted(annotation: &Annotation, locale: Locale) -> String {
    let mark = annotation.is_marked.then(|| format!("**{}**", detail::marked(locale)));
    let tags = annotation.tags.iter().map(|tag| markdown(&format!("#{tag}")));
    let note = annotation.note.as_deref().map(|note| documents::note(locale, &note.replace('<', "&lt;")));
    mark.into_iter().chain(tags).chain(note).collect::<Vec<_>>().join(" ")
}

fn write_quote(selection: EventSelection<'_>, event: &Event, quote: &Quote, out: &mut dyn Write) -> io::Result<()> {
    let (lang, words) = (selection.lang, &selection.timeline.vocabularies);
    writeln!(out, "> {}", markdown(&quoted(quote)))?;
    for translation in quote.translations(lang) {
        writeln!(out, ">\n> *{}*", markdown(translation))?;
    }
    let source = quote.source.map(|source| format!(" \\[{}\\]", source + 1));
    writeln!(out, ">\n> — {}{}", markdown(&byline(words, event, quote, lang)), source.unwrap_or_default())
}
