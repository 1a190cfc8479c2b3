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
            parts.extend(pieces.map(|it| it.trim().to_owned()).filter(|it| width(it) > TELLING));
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
    one.char_indices()
        .zip(other.chars())
        .find(|((_, a), b)| a != b)
        .map_or(one.len().min(other.len()), |((at, _), _)| at)
}

/// The message that is cut at an edge of a row without a sign of it.
fn cut<'a>(row: &str, next: Option<&str>, parts: &'a [String]) -> Option<&'a str> {
    let edge = |c: char| "│┃|".contains(c);
    for (at, _) in row.char_indices() {
        let rest = &row[at..];
        let begun: Vec<&String> = parts.iter().filter(|it| rest.starts_with(telling(it))).collect();
        if begun.is_empty() || begun.iter().any(|it| rest.starts_with(it.as_str())) {
            continue;
        }
        let Some(longest) = begun.into_iter().max_by_key(|it| common(rest, it)) else { continue };
        let shown = common(rest, longest);
        let behind = rest[shown..].trim_start();
        let left = longest[shown..].trim_start();
        let goes_on = next.is_some_and(|next| next.contains(left.split(' ').next().map_or("", telling)));
        if (behind.is_empty() || behind.starts_with(edge)) && !goes_on {
            return Some(longest);
        }
    }
    None
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
                    let next = rows.get(at + 1).map(String::as_str);
                    if seen.insert((row.clone(), next.map(str::to_owned)))
                        && let Some(message) = cut(row, next, &parts)
                    {
                        lost.entry(message.to_owned()).or_insert_with(|| format!("{size:?} {keys}: {row}"));
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
    let cut = |row: &str, next: &str| cut(row, Some(next), &parts);
    assert!(cut("  next event of the same la", "").is_some());
    assert!(cut("  next event of the sam│ 2021", "").is_some());
    assert_eq!(cut("  next event of the same lane", ""), None);
    assert_eq!(cut("  next event of the sam…", ""), None);
    assert_eq!(cut("  next event of the same", "lane"), None);
}
