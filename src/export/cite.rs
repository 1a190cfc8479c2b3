//! Words and sources as they are cited: a quote with its attribution, a source as a footnote or for BibTeX, both as
//! Markdown. Text of a timeline is escaped for where it goes.

use std::borrow::Cow;

use super::escape;
use crate::model::{Event, EventDate, Lang, Quote, Source, Vocabularies};

/// Returns a quote with who said it, in which role and when, and its source.
pub fn quote(words: &Vocabularies, event: &Event, quote: &Quote, lang: Lang) -> String {
    let translations = quote.translations(lang).into_iter().map(|text| match lang {
        Lang::Ja => format!("（当方訳：{text}）"),
        _ => format!(" [our translation: {text}]"),
    });
    let translations: String = translations.collect();
    let source = quote.source.and_then(|place| event.sources.get(place)).map(|source| {
        let publisher = source.publisher.as_deref().map(|name| words.publisher(name, one(lang)));
        let facts: Vec<Cow<'_, str>> = publisher.into_iter().chain(source.url.as_deref().map(Cow::Borrowed)).collect();
        format!(" ({})", facts.join(", "))
    });
    let source = source.filter(|source| source.len() > 3).unwrap_or_default();
    format!("{}{translations} — {}{source}", quoted(quote), byline(words, event, quote, lang))
}

/// The one language that stands for both.
const fn one(lang: Lang) -> Lang {
    match lang {
        Lang::Both => Lang::En,
        lang => lang,
    }
}

/// Who said it, in which role and when.
pub(super) fn byline(words: &Vocabularies, event: &Event, quote: &Quote, lang: Lang) -> String {
    let (date, speaker) = (event.date.long(one(lang)), words.speaker(quote, &event.date));
    let role = words.role_of_quote(quote, &event.date, lang);
    let facts = [speaker.map(|speaker| speaker.name(lang)), role, Some(date.as_str())];
    facts.into_iter().flatten().collect::<Vec<_>>().join(if lang == Lang::Ja { "、" } else { ", " })
}

/// The marks around words of a language.
pub(super) fn quotation_marks(lang: Option<&str>) -> (char, char) {
    if lang == Some("ja") { ('「', '」') } else { ('“', '”') }
}

/// A date in words; as it is written, where it is none.
pub(super) fn long_date(written: &str, lang: Lang) -> String {
    EventDate::parse(written).map_or_else(|_| written.to_owned(), |date| date.long(lang))
}

/// Words in the marks of their language.
pub fn quoted(quote: &Quote) -> String {
    let (open, close) = quotation_marks(quote.lang.as_deref());
    format!("{open}{}{close}", quote.text)
}

/// Returns a source as a footnote: who published what, when, and where.
pub fn citation(words: &Vocabularies, source: &Source, lang: Lang) -> String {
    let (open, close) = quotation_marks(source.lang.as_deref());
    let title = source.title.as_ref().map(|title| format!("{open}{title}{close}"));
    let date = source.date.as_deref().map(|date| long_date(date, one(lang)));
    let publisher = source.publisher.as_deref().map(|name| words.publisher(name, one(lang)).into_owned());
    let archived = source.archived.as_ref().map(|url| match lang {
        Lang::Ja => format!("アーカイブ：{url}"),
        _ => format!("archived at {url}"),
    });
    let facts = [publisher, title, date, source.url.as_deref().map(str::to_owned), archived];
    facts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Returns a source as an entry for biblatex.
///
/// Its key is the id of the event and the number of the source, from 1.
pub fn bibtex(words: &Vocabularies, event: &Event, number: usize, source: &Source) -> String {
    bibtex_entry(words, &bibtex_key(event, number), event, source)
}

/// The key of the source of this number, from 1: what biblatex takes of the event's id, and the number.
pub(super) fn bibtex_key(event: &Event, number: usize) -> String {
    let id: String = event.id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    format!("{id}-{number}")
}

pub(super) fn bibtex_entry(words: &Vocabularies, key: &str, event: &Event, source: &Source) -> String {
    let mut fields = Vec::new();
    let mut field = |name: &str, value: Option<String>| {
        fields.extend(value.map(|value| format!("  {name} = {{{value}}},\n")));
    };
    let whole = |text: &str| format!("{{{}}}", escape::bibtex(text));
    field("author", source.publisher.as_deref().map(|name| whole(&words.publisher(name, Lang::En))));
    field("title", Some(whole(source.title.as_deref().unwrap_or(&event.title))));
    field("date", source.date.as_deref().map(bibtex_date));
    // An address stays whole, but for what would end the field.
    field("url", source.url.as_deref().map(escape::url));
    field("note", source.archived.as_deref().map(|url| format!("archived at {}", escape::bibtex(url))));
    let langid = source.lang.as_deref().and_then(|lang| match lang {
        "en" => Some("english"),
        "ja" => Some("japanese"),
        _ => None,
    });
    field("langid", langid.map(str::to_owned));
    format!("@online{{{key},\n{}}}\n", fields.concat())
}

/// biblatex reads the qualifiers of EDTF, which therefore stay as they are.
fn bibtex_date(date: &str) -> String {
    let is_edtf = EventDate::parse(date).is_ok() && !date.contains(['{', '}', '\\']);
    if is_edtf { date.to_owned() } else { escape::bibtex(date) }
}

/// Returns an event by its title and its date.
pub fn event_name(event: &Event, lang: Lang) -> String {
    let (title, date) = (lang.pick(&event.title, event.title_ja.as_deref()), event.date.long(one(lang)));
    if lang == Lang::Ja { format!("{title}（{date}）") } else { format!("{title} ({date})") }
}

/// Returns an event as Markdown: its title and date, a quote and its source.
///
/// Without a quote, the source at this place, from 0.
pub fn markdown(words: &Vocabularies, event: &Event, (quote, source): (Option<&Quote>, usize), lang: Lang) -> String {
    let title = escape::markdown(lang.pick(&event.title, event.title_ja.as_deref()));
    let date = escape::markdown(&event.date.long(one(lang)));
    let mut parts = vec![format!("**{title}** ({date})")];
    if let Some(quote) = quote {
        let mut lines = vec![format!("> {}", escape::markdown(&quoted(quote)))];
        lines.extend(quote.translations(lang).into_iter().map(|text| format!(">\n> *{}*", escape::markdown(text))));
        lines.push(format!(">\n> — {}", escape::markdown(&byline(words, event, quote, lang))));
        parts.push(lines.join("\n"));
    }
    // Words are never given a source that does not print them.
    let place = quote.map_or(Some(source), |quote| quote.source);
    parts.extend(place.and_then(|place| event.sources.get(place)).map(|source| linked(words, source, lang)));
    format!("{}\n", parts.join("\n\n"))
}

/// A source by its name, which is a link if it has an address.
pub(super) fn linked(words: &Vocabularies, source: &Source, lang: Lang) -> String {
    let publisher = source.publisher.as_deref().map(|name| words.publisher(name, one(lang)));
    let name: Vec<Cow<'_, str>> = publisher.into_iter().chain(source.title.as_deref().map(Cow::Borrowed)).collect();
    let name = escape::markdown(&name.join(": "));
    let Some(url) = &source.url else { return name };
    let target = |url: &str| escape::url(url).replace('(', "%28").replace(')', "%29");
    let url = target(url);
    let name = if name.is_empty() { escape::markdown(&url) } else { name };
    let archived = source.archived.as_deref().map(|url| match lang {
        Lang::Ja => format!("（[アーカイブ]({})）", target(url)),
        _ => format!(" ([archived]({}))", target(url)),
    });
    format!("[{name}]({url}){}", archived.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    fn event() -> Event {
        let toml = r#"
[[event]]
date = "2023-01-06"
title = "Agreement *signed* [here]"
[[event.quote]]
text = "運用面での協力"
speaker = "西村 康稔"
role = "経済産業大臣"
lang = "ja"
translation = "operational cooperation"
source = 1
[[event.source]]
title = "覚書 & more_{x}"
publisher = "METI"
url = "https://example.org/a_(b)?x=1&y=2"
date = "2023-01-07"
lang = "ja"
"#;
        load::timeline(toml.as_bytes().to_vec()).timeline.events().next().map(|event| (*event).clone()).unwrap()
    }

    #[test]
    fn a_quote_says_who_said_it_when_and_where_it_stands() {
        let event = event();
        assert_eq!(
            quote(&Vocabularies::default(), &event, &event.quotes[0], Lang::En),
            "「運用面での協力」 [our translation: operational cooperation] — 西村 康稔, 経済産業大臣, 6 January 2023 (METI, https://example.org/a_(b)?x=1&y=2)"
        );
    }

    #[test]
    fn a_source_is_cited_in_three_ways() {
        let event = event();
        let source = &event.sources[0];
        let expected = "METI, 「覚書 & more_{x}」, 7 January 2023, https://example.org/a_(b)?x=1&y=2";
        assert_eq!(citation(&Vocabularies::default(), source, Lang::En), expected);
        let entry = bibtex(&Vocabularies::default(), &event, 1, source);
        assert!(entry.contains(r"  title = {{覚書 \& more\_\{x\}}},"), "{entry}");
        assert!(entry.contains("  url = {https://example.org/a_(b)?x=1&y=2},"), "{entry}");
        assert_eq!(entry.matches('{').count(), entry.matches('}').count());
        let text = markdown(&Vocabularies::default(), &event, (event.quotes.first(), 0), Lang::En);
        assert!(text.contains(r"**Agreement \*signed\* \[here\]** (6 January 2023)"), "{text}");
        assert!(text.contains("](https://example.org/a_%28b%29?x=1&y=2)"), "{text}");
    }

    #[test]
    fn a_doubtful_date_keeps_its_sign_and_nothing_else_gets_through() {
        let mut source = event().sources[0].clone();
        for (written, expected) in
            [("2019~", "2019~"), ("2019%", "2019%"), ("May 2019, 5% {x}", r"May 2019, 5\% \{x\}")]
        {
            source.date = Some(written.into());
            let entry = bibtex(&Vocabularies::default(), &event(), 1, &source);
            assert!(entry.contains(&format!("  date = {{{expected}}},")), "{entry}");
        }
    }

    #[test]
    fn words_get_no_source_that_does_not_print_them() {
        let event = event();
        let words = Quote { source: None, ..event.quotes[0].clone() };
        assert!(!quote(&Vocabularies::default(), &event, &words, Lang::En).contains("example.org"));
        assert!(!markdown(&Vocabularies::default(), &event, (Some(&words), 0), Lang::En).contains("example.org"));
        assert!(markdown(&Vocabularies::default(), &event, (None, 0), Lang::En).contains("example.org"));
    }
}
