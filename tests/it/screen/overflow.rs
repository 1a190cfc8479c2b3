//! No message is lost at an edge: in either language each label, hint, title and notice stands whole, goes on in the next row, or
//! ends in the ellipsis that says so.

use std::collections::{BTreeMap, HashMap, HashSet};

use annalist::messages::Locale;
use annalist::model::Lang;
use annalist::text::width;

use super::languages::{ENGLISH, JAPANESE, SIZES, each_screen};
use crate::{
    messages::messages,
    screen::{BUILT_IN, Screen},
};

/// So many columns of a message have to stand on a row to tell which one it is.
const TELLING: usize = 6;

/// The parts of all messages that stand as they are, whatever is put in, by their first letters.
struct Parts(HashMap<char, Vec<String>>);

impl Parts {
    fn of(locale: Locale) -> Self {
        let mut parts: HashMap<char, Vec<String>> = HashMap::new();
        for (_, phrase) in messages() {
            for form in phrase.text(locale).lines() {
                let pieces = form.split('{').enumerate();
                let pieces = pieces.filter_map(|(at, it)| if at == 0 { Some(it) } else { Some(it.split_once('}')?.1) });
                for part in pieces.map(str::trim) {
                    let Some(first) = part.chars().next() else { continue };
                    parts.entry(first).or_default().push(part.to_owned());
                }
            }
        }
        for alike in parts.values_mut() {
            alike.sort();
            alike.dedup();
        }
        Self(parts)
    }

    /// Those that begin as a text does, with its first letter.
    fn like(&self, text: &str) -> &[String] {
        text.chars().next().and_then(|first| self.0.get(&first)).map_or(&[], Vec::as_slice)
    }
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
fn cut<'a>(text: &str, next: &str, parts: &'a Parts) -> Option<&'a str> {
    let mut whole_to = 0;
    for (at, _) in text.char_indices() {
        let is_start = !text[..at].ends_with(|c: char| c.is_alphanumeric());
        if at < whole_to || !is_start {
            continue;
        }
        let rest = &text[at..];
        let parts = parts.like(rest);
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

/// The text of a row from a column on.
fn from_column(row: &str, column: usize) -> &str {
    row.char_indices().find(|(at, _)| width(&row[..*at]) >= column).map_or("", |(at, _)| &row[at..])
}

/// The rows of a screen without what lies over it; none where nothing does.
fn rows_behind(screen: &Screen) -> Vec<String> {
    let mut behind = screen.clone();
    while !behind.overlays().is_empty() {
        behind.keys("Esc");
    }
    if screen.overlays().is_empty() { Vec::new() } else { behind.rows() }
}

#[test]
fn no_message_is_lost_at_an_edge() {
    for (timeline, lang, locale) in [(JAPANESE, Lang::Ja, Locale::Japanese), (ENGLISH, Lang::En, Locale::English)] {
        let parts = Parts::of(locale);
        let mut seen = HashSet::new();
        let mut lost: BTreeMap<String, String> = BTreeMap::new();
        // Where something lies over a screen, by what stands on the row: if it goes on elsewhere, the rest is only covered.
        let (mut covered, mut whole) = (BTreeMap::new(), HashSet::new());
        for size in SIZES {
            each_screen(timeline, lang, size, |keys, screen: &Screen| {
                let (rows, behind) = (screen.rows(), rows_behind(screen));
                let has_overlays = !screen.overlays().is_empty();
                for (at, row) in rows.iter().enumerate() {
                    assert!(width(row) <= usize::from(size.0), "{size:?} {keys}: {row}");
                    // What goes on below the last row says so above the first.
                    if has_overlays && at + 2 == rows.len() && rows.iter().any(|row| row.ends_with("↓─")) {
                        continue;
                    }
                    let next = rows.get(at + 1).cloned().unwrap_or_default();
                    let mut column = 0;
                    for pane in row.split('│') {
                        let behind = behind.get(at).map_or("", |row| from_column(row, column));
                        column += width(pane) + 1;
                        let pane = pane.trim_end();
                        // What goes on behind something else is not cut.
                        if behind.starts_with(pane) || !seen.insert((pane.to_owned(), next.clone(), has_overlays)) {
                            continue;
                        }
                        if let Some(message) = cut(pane, &next, &parts) {
                            let cut = if has_overlays { &mut covered } else { &mut lost };
                            cut.insert(pane.to_owned(), format!("{message}: {size:?} {keys}: {row}"));
                        } else {
                            whole.insert(pane.to_owned());
                        }
                    }
                }
            });
        }
        lost.extend(covered.into_iter().filter(|(pane, _)| !whole.contains(pane)));
        assert!(lost.is_empty(), "{} messages: {lost:#?}", lost.len());
    }
}

#[test]
fn what_is_cut_is_told_from_what_is_whole() {
    let parts = Parts::of(Locale::English);
    let cut = |row: &str, next: &str| cut(row, next, &parts);
    assert!(cut("  next event of the same la", "").is_some());
    assert_eq!(cut("  next event of the same lane", ""), None);
    assert_eq!(cut("  next event", ""), None);
    assert_eq!(cut("  next event of the sam…", ""), None);
    assert_eq!(cut("  next event of the same", "  lane"), None);
}

#[test]
fn what_is_offered_says_its_key_in_full_however_long_it_is() {
    for (columns, rows) in [(80, 24), (40, 12), (120, 40)] {
        for typed in ["ransomware", "critical", "nish", "cyber"] {
            let mut screen = Screen::open(BUILT_IN, columns, rows);
            screen.keys("/").paste(typed);
            assert!(
                screen.rows().iter().any(|row| row.contains(" Tab ") || row.ends_with(" Tab")),
                "{}",
                screen.text()
            );
        }
    }
}
