//! What could stand where the cursor is in a query that is being typed: names of fields and their values, each with the
//! number of events that it would keep.

use std::ops::Range;

use super::{
    Field, Haystack, Query, Test, Value,
    facet::values,
    field::{HAS, IS},
    run,
};
use crate::{
    model::{Lang, Timeline},
    text::fold,
};

/// What could stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completion {
    /// The bytes of the text that an item takes the place of.
    pub replaces: Range<usize>,
    /// The items, the best first.
    pub items: Vec<CompletionItem>,
}

/// One thing that could stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletionItem {
    /// What takes the place of what was typed.
    pub text: String,
    /// What readers see.
    pub label: String,
    /// How many events would be kept; `None` for the name of a field.
    pub count: Option<usize>,
}

/// So many items are offered at most.
const MOST: usize = 50;
/// Values are offered for a bare word from so many letters on.
const LETTERS: usize = 2;

/// Completes what is typed before the cursor, which stands at a byte of the text.
pub fn complete(text: &str, cursor: usize, timeline: &Timeline, haystack: &Haystack, lang: Lang) -> Completion {
    let before = text.get(..cursor).unwrap_or(text);
    let start = term_start(before);
    let typed = before.get(start..).unwrap_or_default();
    let sign = typed.len() - typed.trim_start_matches('-').len();
    let typed = typed.get(sign..).unwrap_or_default();
    let start = start + sign;
    // What the rest of the query keeps is what a value is counted among.
    let rest = format!("{} {}", text.get(..start - sign).unwrap_or_default(), text.get(cursor..).unwrap_or_default());
    let rest = Query::parse(&rest);
    let items = match typed.split_once(':') {
        Some((name, value)) => match Field::named(name) {
            Some(field) => {
                let done = value.rfind(',').map_or(0, |comma| comma + 1);
                let from = start + name.len() + 1 + done;
                let typed = value.get(done..).unwrap_or_default().trim_start_matches('"');
                let items = of_field(field, &fold(typed), &rest, timeline, haystack, lang, false);
                return Completion { replaces: from..cursor, items };
            }
            None => Vec::new(),
        },
        None if typed.starts_with(['"', '~', '(', '>', '<']) => Vec::new(),
        None => {
            let folded = fold(typed);
            let mut items = fields(&folded);
            if folded.chars().count() >= LETTERS {
                let closed = [Field::Area, Field::Lane, Field::Kind, Field::Party];
                let of = |field| of_field(field, &folded, &rest, timeline, haystack, lang, true);
                items.extend(closed.into_iter().flat_map(of));
                items.extend([Field::Person, Field::Org, Field::Place].into_iter().flat_map(of).take(8));
            }
            items
        }
    };
    let items = items.into_iter().take(MOST).collect();
    Completion { replaces: start..cursor, items }
}

/// Where the term before the cursor begins: after the last blank, parenthesis or `|` outside of quotation marks.
fn term_start(before: &str) -> usize {
    let mut start = 0;
    let mut is_quoted = false;
    for (at, c) in before.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            _ if c.is_whitespace() || matches!(c, '(' | ')' | '|') => start = at + c.len_utf8(),
            _ => {}
        }
    }
    start
}

fn fields(typed: &str) -> Vec<CompletionItem> {
    let names = Field::ALL.map(Field::name).into_iter().chain(["date", "start"]);
    let begin = names.filter(|name| !typed.is_empty() && name.starts_with(typed));
    begin.map(|name| CompletionItem { text: format!("{name}:"), label: format!("{name}:"), count: None }).collect()
}

/// The values of a field in whose id or name the typed text stands; those that begin with it first, then those with
/// the most events. Values that no event has are left out.
fn of_field(
    field: Field,
    typed: &str,
    rest: &Query,
    timeline: &Timeline,
    haystack: &Haystack,
    lang: Lang,
    with_name: bool,
) -> Vec<CompletionItem> {
    let words: &[&str] = match field {
        Field::Has => &HAS,
        Field::Is => &IS,
        _ => &[],
    };
    let counted = if words.is_empty() {
        values(field, rest, timeline, haystack, lang).into_iter().map(|facet| (facet.value, facet.count)).collect()
    } else {
        words.iter().map(|word| counted_word(field, word, rest, timeline, haystack)).collect::<Vec<_>>()
    };
    let mut found: Vec<(bool, CompletionItem)> = counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .filter_map(|(value, count)| {
            let (id, label) = (fold(&value.id), fold(&value.label));
            let begins = id.starts_with(typed) || label.starts_with(typed);
            // For a bare word, only what begins a word of a value is likely to be meant.
            let begins_a_word = || label.split_whitespace().chain(id.split('-')).any(|word| word.starts_with(typed));
            let stands =
                begins || if with_name { begins_a_word() } else { id.contains(typed) || label.contains(typed) };
            let text = Query { terms: vec![Test::Field(field, vec![value.id]).into()] }.to_string();
            let text = if with_name { text } else { text.get(field.name().len() + 1..)?.to_owned() };
            let item = CompletionItem { text, label: value.label, count: Some(count) };
            stands.then_some((begins, item))
        })
        .collect();
    found.sort_by_key(|(begins, _)| !begins);
    found.into_iter().map(|(_, item)| item).take(MOST).collect()
}

fn counted_word(field: Field, word: &str, rest: &Query, timeline: &Timeline, haystack: &Haystack) -> (Value, usize) {
    let mut query = rest.clone();
    query.terms.push(Test::Field(field, vec![word.to_owned()]).into());
    let value = Value { id: word.to_owned(), label: word.to_owned() };
    (value, run(&query, timeline, haystack).events.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_begins_after_a_blank_outside_of_quotation_marks() {
        for (text, start) in
            [("", 0), ("nisc", 0), ("a b", 2), ("place:\"Wash D", 0), ("(a|b", 3), ("あ い", 4), ("-x", 0)]
        {
            assert_eq!(term_start(text), start, "{text}");
        }
    }
}
