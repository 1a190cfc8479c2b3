//! A slide of TimelineJS as an event.

use std::{collections::HashSet, ops::Range};

use super::{
    super::{
        clean::{self, line, lines},
        diagnostic::DiagnosticKind,
        diagnostics::Diagnostics,
        fields::SpannedText,
        markup,
        object::JsonObject,
        raw::{RawEvent, RawSource},
    },
    links,
};
use crate::model::{EventDate, Source, Text, TimelineInfo};

/// What is said beside the date, with the names that one version has for it.
pub(super) struct SlideText<'a> {
    pub(super) headline: Option<String>,
    pub(super) text: Option<String>,
    pub(super) media: Option<JsonObject<'a>>,
    /// The name of the address in `media`.
    pub(super) address: &'static str,
}

/// The event of a slide.
pub(super) fn event(date: EventDate, said: &SlideText<'_>, span: Range<usize>) -> RawEvent {
    let text = said.text.as_deref().map(markup::text);
    let caption = said.media.and_then(|media| media.text("caption"));
    let headline = said.headline.as_deref().and_then(|headline| line(&markup::text(headline)));
    let title = headline
        .or_else(|| line(text.as_deref()?.trim().lines().next()?))
        .or_else(|| line(&markup::text(caption.as_deref()?)))
        .unwrap_or_else(|| "(untitled)".into());
    let mut event = RawEvent::dated(span.clone(), date, title);
    event.summary = text.as_deref().and_then(lines).filter(|text| *text != event.title);
    event.sources = sources(said).into_iter().map(|source| RawSource { source, span: span.clone() }).collect();
    let is_markup = |url: &String| url.trim_start().starts_with('<');
    let shown = said.media.and_then(|media| media.text(said.address)).filter(is_markup);
    let shown = shown.and_then(|html| lines(&markup::text(&html)));
    event.more.extend(shown.map(|text| ("media".to_owned(), text.into_owned())));
    event
}

/// What is shown with a slide, and all that its texts link to.
fn sources(said: &SlideText<'_>) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let html = |name: &str| said.media.and_then(|media| media.text(name));
    let (address, caption, credit) = (html(said.address), html("caption"), html("credit"));
    if let Some(address) = &address {
        let title = caption.as_deref().and_then(|caption| line(&markup::words(caption)));
        let publisher = credit.as_deref().and_then(|credit| line(&markup::words(credit)));
        let address = if address.starts_with("//") { format!("https:{address}") } else { address.clone() };
        let own = clean::address(&address)
            .or_else(|| links::addresses(&address).first().and_then(|address| clean::address(address)));
        if own.is_some() || title.is_some() || publisher.is_some() {
            sources.push(Source { title, publisher, url: own, ..Source::unnamed() });
        }
    }
    let mut known: HashSet<Text> = sources.iter().filter_map(|source| source.url.clone()).collect();
    let texts = [said.headline.clone(), said.text.clone(), address, caption, credit, html("link")];
    for html in texts.into_iter().flatten() {
        let addresses = links::addresses(&html).into_iter().chain([html]);
        for url in addresses.filter_map(|address| clean::address(&address)) {
            if known.insert(url.clone()) {
                sources.push(Source { url: Some(url), ..Source::unnamed() });
            }
        }
    }
    sources
}

/// A text of a slide for a field that refers to something.
pub(super) fn spanned(slide: JsonObject<'_>, name: &str) -> Option<SpannedText> {
    let (text, span) = slide.said(name)?;
    Some(SpannedText { text: line(&markup::text(&text))?, span })
}

/// What is said of the timeline as a whole.
pub(super) fn info(headline: Option<String>, text: Option<String>) -> TimelineInfo {
    let title = headline.and_then(|headline| line(&markup::text(&headline)));
    let description = text.and_then(|text| lines(&markup::text(&text)));
    TimelineInfo { title: title.unwrap_or_default(), description, ..TimelineInfo::default() }
}

/// Takes note of a slide without a date.
pub(super) fn missing_date(
    slide: JsonObject<'_>,
    field: &'static str,
    span: &Range<usize>,
    problems: &mut Diagnostics,
) {
    let found = slide.entries.iter().map(|entry| entry.key.clone().into_owned()).take(8).collect();
    let fault = DiagnosticKind::Missing { table: "event", fields: vec![field], found, meant: Vec::new() };
    problems.push(span.start..span.start + 1, fault);
}
