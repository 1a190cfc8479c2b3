//! A page by itself: all events in a table that is read without a script, with a box to filter it, the axis as SVG, for
//! screens light and dark and for paper. It asks for nothing else, which its content security policy holds it to.

use std::io::{self, Write};

use super::{
    cite::{byline, quoted},
    escape::{html, url},
    event_selection::EventSelection,
    html_axis,
    loss::{Loss, Losses},
};
use crate::{
    messages::{detail, documents, exports, views},
    model::{Event, Lang, Quote, Source},
};

const STYLE: &str = include_str!("../../assets/page.css");
const SCRIPT: &str = include_str!("../../assets/page.js");

/// Writes the page.
pub(super) fn write(selection: EventSelection<'_>, out: &mut dyn Write, losses: &mut Losses) -> io::Result<()> {
    let info = &selection.timeline.info;
    let lang = if selection.lang == Lang::Ja { "ja" } else { "en" };
    let locale = selection.locale();
    let title = if selection.title().is_empty() { views::timeline(locale) } else { selection.title() };
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <main>\n<h1>{}</h1>\n",
        html(title),
        html(title)
    )?;
    for about in selection.lang.texts(info.description.as_deref(), info.description_ja.as_deref()) {
        writeln!(out, "<p>{}</p>", html(about))?;
    }
    let shown = documents::events_of(locale, selection.events.len(), selection.timeline.len());
    let query = || documents::filter(locale, &format!("<code>{}</code>", html(selection.query)));
    let query = (!selection.query.is_empty()).then(query);
    let updated = info.updated.as_deref().map(|updated| documents::last_revised(locale, &html(updated)));
    let facts: Vec<String> = [shown].into_iter().chain(query).chain(updated).collect();
    writeln!(out, "<p>{}</p>", documents::sentence(locale, &facts.join(exports::separator(locale))))?;
    html_axis::write(selection, out)?;
    writeln!(
        out,
        "<p class=\"filter\" hidden><label for=\"filter\">{}</label> <input id=\"filter\" type=\"search\" \
         autocomplete=\"off\"> <output id=\"count\" for=\"filter\" data-told=\"{}\"></output></p>\n\
         <table>\n<thead>\n<tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr>\n</thead>\n<tbody>",
        documents::filter_field(locale),
        // The script puts in how many.
        documents::found(locale, "#", selection.events.len()),
        documents::date(locale),
        documents::event(locale)
    )?;
    for event in selection.iter() {
        losses.add(Loss::QuoteAsText, event.quotes.len());
        losses.add(Loss::SourceAsText, event.sources.len());
        write_event(selection, &event, out)?;
    }
    writeln!(out, "</tbody>\n</table>\n</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>")
}

fn write_event(selection: EventSelection<'_>, event: &Event, out: &mut dyn Write) -> io::Result<()> {
    let (lang, one, words) = (selection.lang, selection.one_lang(), &selection.timeline.vocabularies);
    writeln!(out, "<tr>\n<td class=\"date\">{}</td>\n<td>", html(&event.date.full(one)))?;
    writeln!(out, "<h2>{}</h2>", html(&lang.label(&event.title, event.title_ja.as_deref())))?;
    let lane = words.lanes.label(event.lane, one);
    let kind = words.kinds.label(event.kind, one);
    let areas = event.areas.iter().map(|&area| words.areas.label(area, one));
    let place = event.place.as_deref().map(|place| lang.pick(place, event.place_ja.as_deref()).into());
    let facts = [lane, kind].into_iter().chain(place).chain(areas).filter(|it| !it.is_empty());
    let facts: Vec<String> = facts.map(|it| html(&it)).collect();
    if !facts.is_empty() {
        writeln!(out, "<p class=\"facts\">{}</p>", facts.join(" · "))?;
    }
    for summary in lang.texts(event.summary.as_deref(), event.summary_ja.as_deref()) {
        writeln!(out, "<p>{}</p>", html(summary))?;
    }
    list(
        out,
        "ul",
        event.people.iter().map(|person| {
            let person = words.person(person, &event.date);
            let role = person.role(lang).map(|role| format!("{}{}", detail::comma(selection.locale()), html(role)));
            format!("{}{}", html(person.name(lang)), role.unwrap_or_default())
        }),
    )?;
    for quote in event.quotes.iter() {
        write_quote(selection, event, quote, out)?;
    }
    for note in lang.texts(event.note.as_deref(), event.note_ja.as_deref()) {
        writeln!(out, "<p class=\"note\">{}</p>", html(note))?;
    }
    list(
        out,
        "dl",
        event.more.iter().map(|extra| format!("<dt>{}</dt><dd>{}</dd>", html(&extra.name), html(&extra.value))),
    )?;
    list(out, "ol", event.sources.iter().map(|source| linked(selection, source)))?;
    out.write_all(b"</td>\n</tr>\n")
}

fn write_quote(selection: EventSelection<'_>, event: &Event, quote: &Quote, out: &mut dyn Write) -> io::Result<()> {
    let (lang, words) = (selection.lang, &selection.timeline.vocabularies);
    // A language that is no tag of BCP 47 would be worse than none.
    let tag = quote.lang.as_deref().filter(|tag| tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    let tag = tag.map(|tag| format!(" lang=\"{tag}\""));
    write!(out, "<blockquote><p{}>{}</p>", tag.unwrap_or_default(), html(&quoted(quote)))?;
    for translation in quote.translations(lang) {
        write!(out, "<p><em>{}</em></p>", html(translation))?;
    }
    let source = quote.source.map(|source| format!(" [{}]", source + 1));
    writeln!(out, "<p>— {}{}</p></blockquote>", html(&byline(words, event, quote, lang)), source.unwrap_or_default())
}

/// A source by its name, which is a link if it has an address.
fn linked(selection: EventSelection<'_>, source: &Source) -> String {
    let (lang, words) = (selection.one_lang(), &selection.timeline.vocabularies);
    let publisher = source.publisher.as_deref().map(|name| words.publisher(name, lang));
    let name: Vec<_> = publisher.into_iter().chain(source.title.as_deref().map(Into::into)).collect();
    let name = name.join(": ");
    let date = source.date.as_deref().map(|date| format!(", {}", html(date))).unwrap_or_default();
    let link = |to: &str, name: &str| format!("<a href=\"{}\">{}</a>", html(&url(to)), html(name));
    let named = match source.url.as_deref() {
        Some(to) => link(to, if name.is_empty() { to } else { &name }),
        None => html(&name),
    };
    let archived =
        source.archived.as_deref().map(|to| format!(" ({})", link(to, documents::archived(selection.locale()))));
    format!("{named}{date}{}", archived.unwrap_or_default())
}

/// A list, unless there is nothing in it.
fn list(out: &mut dyn Write, element: &str, items: impl Iterator<Item = String>) -> io::Result<()> {
    let mut is_open = false;
    for item in items {
        if !is_open {
            write!(out, "<{element}>")?;
            is_open = true;
        }
        if element == "dl" { write!(out, "{item}")? } else { write!(out, "<li>{item}</li>")? }
    }
    if is_open { writeln!(out, "</{element}>") } else { Ok(()) }
}
