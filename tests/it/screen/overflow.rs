//! No message is lost at an edge: in either language each label, hint, title and notice stands whole, goes on in the next row, or
//! ends in the ellipsis that says so.

use std::collections::{BTreeMap, HashSet};

use annalist::messages::Locale;
use annalist::model::Lang;
use annalist::text::width;

use super::languages::{ENGLISH, JAPANESE, SIZES, each_screen};
use crate::{messages::messages, screen::Screen};

/// So many columns of a message have to stand on a row to tell which one it is.
const TELLING: usize = 6;

/// The parts of all messages that stand as they are, whatever is put in.
fn parts(locale: Locale) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for (_, phrase) in messages() {
        for form in phrase.text(locale).lines() {
            let pieces = form.split('{').enumerate();
            let pieces = pieces.filter_map(|(at, it)| if at == 0 { Some(it) } else { Some(it.split_once('}')?.1) });
            parts.extend(pieces.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()));
        }
    }
    parts.sort();
    parts.dedup();
    parts
}

/// The start of a text that tells which it is.
fn telling(text: &str) -> &str {
    let mut columns = 0;
    let end = text.char_indices().find(|(_, c)| {
        let is_enough = columns >= TELLING;
        columns += width(c.encode_utf8(&mut [0; 4]));
        is_enough
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// How many bytes two texts begin alike with.
fn common(one: &str, other: &str) -> usize {
    let differ = one.char_indices().zip(other.chars()).find(|((_, a), b)| a != b);
    differ.map_or(one.len().min(other.len()), |((at, _), _)| at)
}

/// The message that is cut at the end of a text without a sign of it. What goes on in the next row is not cut.
fn cut<'a>(text: &str, next: &str, parts: &'a [String]) -> Option<&'a str> {
    let mut whole_to = 0;
    for (at, _) in text.char_indices() {
        let is_start = !text[..at].ends_with(|c: char| c.is_alphanumeric());
        if at < whole_to || !is_start {
            continue;
        }
        let rest = &text[at..];
        let longest = parts.iter().filter(|it| rest.starts_with(it.as_str())).map(String::len).max().unwrap_or(0);
        whole_to = at + longest;
        let begun = parts.iter().filter(|it| width(it) > TELLING && rest.starts_with(telling(it)));
        let cut: Vec<&String> = begun.filter(|it| common(rest, it) == rest.len() && rest.len() > longest).collect();
        let goes_on = |it: &&String| next.contains(telling(it[rest.len()..].trim_start()).split(' ').next().unwrap());
        if !cut.is_empty() {
            return if cut.iter().any(goes_on) { None } else { cut.first().map(|it| it.as_str()) };
        }
    }
    None
}

/// What stands on a row beside each other, each up to the edge of its pane. What lies behind something else is no matter here.
fn panes<'a>(row: &'a str, screen: &Screen) -> Vec<&'a str> {
    let parts: Vec<&str> = row.split(['│', '┃']).map(str::trim_end).collect();
    match (screen.overlays(), parts.as_slice()) {
        ([], _) => parts,
        (_, [.., last]) if parts.len() > 1 => vec![last],
        _ => Vec::new(),
    }
}

#[test]
fn no_message_is_lost_at_an_edge() {
    for (timeline, lang, locale) in [(JAPANESE, Lang::Ja, Locale::Japanese), (ENGLISH, Lang::En, Locale::English)] {
        let parts = parts(locale);
        let mut seen = HashSet::new();
        let mut lost: BTreeMap<String, String> = BTreeMap::new();
        for size in SIZES {
            each_screen(timeline, lang, size, |keys, screen: &Screen| {
                let rows = screen.rows();
                for (at, row) in rows.iter().enumerate() {
                    assert!(width(row) <= usize::from(size.0), "{size:?} {keys}: {row}");
                    let next = rows.get(at + 1).cloned().unwrap_or_default();
                    for pane in panes(row, screen) {
                        if seen.insert((pane.to_owned(), next.clone()))
                            && let Some(message) = cut(pane, &next, &parts)
                        {
                            lost.entry(message.to_owned()).or_insert_with(|| format!("{size:?} {keys}: {row}"));
                        }
                    }
                }
            });
        }
        assert!(lost.is_empty(), "{} messages: {lost:#?}", lost.len());
    }
}

#[test]
fn what_is_cut_is_told_from_what_is_whole() {
    let parts = parts(Locale::English);
    let cut = |row: &str, next: &str| cut(row, next, &parts);
    assert!(cut("  next event of the same la", "").is_some());
    assert_eq!(cut("  next event of the same lane", ""), None);
    assert_eq!(cut("  next event", ""), None);
    assert_eq!(cut("  next event of the sam…", ""), None);
    assert_eq!(cut("  next event of the same", "  lane"), None);
}
