//! What could stand where the cursor is in a query that is being typed: names of fields and their values, each with the
//! number of events that it would keep.

use std::ops::Range;

use super::{
    Field, FieldValue, ParsedQuery, Predicate, Query, TextIndex,
    candidates::{CandidateCounter, CandidateSource, ValueCandidate, WordCandidates},
    run,
};
use crate::{
    messages::Locale,
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
    /// How many events would be kept; where nothing is typed, of a field how many values it has. `None` where it is not counted.
    pub count: Option<usize>,
}

/// Items that are offered at most.
const MAX_ITEMS: usize = 50;
/// Letters of a bare word from which on values are offered for it.
const MIN_BARE_CHARS: usize = 2;
/// Names that are offered for it at most.
const MAX_NAMES_OF_WORD: usize = 8;

/// Returns what could stand where the cursor is.
///
/// `cursor` is a byte of the text. Of what is behind it, only the events that it keeps matter. `known` is what was found for the
/// bare word that was typed last in this timeline, and becomes what is found for this one.
pub fn complete(
    (text, cursor): (&str, usize),
    timeline: &Timeline,
    text_index: &TextIndex,
    lang: Lang,
    known: &mut Option<WordCandidates>,
) -> Completion {
    let known_before = known.take();
    let source = CandidateSource { timeline, text_index, lang };
    let locale = if lang == Lang::Ja { Locale::Japanese } else { Locale::English };
    let mut completion = complete_date(text, cursor, locale);
    if let Some(item) = completion.items.first_mut() {
        item.count = Some(run(&Query::parse_in(text, timeline), timeline, text_index).events.len());
        return completion;
    }
    let before = text.get(..cursor).unwrap_or(text);
    let start = term_start(before);
    let typed = before.get(start..).unwrap_or_default();
    // What is switched off is written as anything else.
    let off = typed.strip_prefix("off:").map_or(0, |rest| typed.len() - rest.len());
    let sign = typed.len() - typed.get(off..).unwrap_or_default().trim_start_matches('-').len();
    let typed = typed.get(sign..).unwrap_or_default();
    let start = start + sign;
    // What the rest of the query keeps is what a value is counted among.
    let rest = format!("{} {}", text.get(..start - sign).unwrap_or_default(), text.get(cursor..).unwrap_or_default());
    let items = match typed.split_once(':') {
        Some((name, value)) => match Field::named_in(name, timeline) {
            Some(field) => {
                let done = value.rfind(',').map_or(0, |comma| comma + 1);
                let from = start + name.len() + 1 + done;
                let typed = fold(value.get(done..).unwrap_or_default().trim_start_matches('"'));
                let counter = CandidateCounter::new(Query::parse_in(&rest, timeline), source);
                let candidates = counter.candidates(field, &typed, |text| text.contains(&typed));
                return Completion { replaces: from..cursor, items: values(field, &candidates, &typed, false) };
            }
            None => Vec::new(),
        },
        None if typed.starts_with(['"', '~', '(', '>', '<']) => Vec::new(),
        None => {
            let folded = fold(typed);
            let mut items = fields(&folded, timeline);
            if folded.chars().count() >= MIN_BARE_CHARS {
                let found = known.insert(WordCandidates::new(&folded, rest, known_before, source));
                let of = |(field, candidates): &(Field, Vec<ValueCandidate>)| values(*field, candidates, &folded, true);
                items.extend(found.terms.iter().flat_map(of));
                items.extend(found.names.iter().flat_map(of).take(MAX_NAMES_OF_WORD));
            }
            items
        }
    };
    let items = items.into_iter().take(MAX_ITEMS).collect();
    Completion { replaces: start..cursor, items }
}

/// Returns what the query language writes for a date that ends at the cursor and is written as people write dates.
///
/// What it was read as is its label; nothing is counted.
pub fn complete_date(text: &str, cursor: usize, locale: Locale) -> Completion {
    let before = text.get(..cursor).unwrap_or(text);
    let dates = ParsedQuery::parse(before).dates;
    let Some(date) = dates.into_iter().next_back().filter(|date| date.span.end == before.len()) else {
        return Completion::default();
    };
    let item = CompletionItem { text: date.instead, label: date.date.describe(locale), count: None };
    Completion { replaces: date.span, items: vec![item] }
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

fn fields(typed: &str, timeline: &Timeline) -> Vec<CompletionItem> {
    let extra = timeline.extra_fields();
    let more = extra.names().into_iter().filter_map(|name| extra.written_by_queries(&name));
    let names = Field::ALL.map(Field::name).into_iter().chain(["date", "start", "off"]).chain(more);
    let begin = names.filter(|name| !typed.is_empty() && fold(name).starts_with(typed));
    begin.map(|name| CompletionItem { text: format!("{name}:"), label: format!("{name}:"), count: None }).collect()
}

/// The values of a field that could stand where this is typed: those that begin with it come first. A bare word is replaced by field and value.
fn values(field: Field, candidates: &[ValueCandidate], typed: &str, is_bare: bool) -> Vec<CompletionItem> {
    let item = |candidate: &ValueCandidate| {
        let ValueCandidate { value: FieldValue { id, label }, count, folded } = candidate;
        let begins = folded.iter().any(|text| text.starts_with(typed));
        let text = Query::from(vec![Predicate::Field(field, vec![id.clone()]).into()]).to_string();
        let text = if is_bare { text } else { text.get(field.name().len() + 1..)?.to_owned() };
        Some((begins, CompletionItem { text, label: label.clone(), count: Some(*count) }))
    };
    let mut found: Vec<(bool, CompletionItem)> = candidates.iter().filter_map(item).collect();
    found.sort_by_key(|(begins, _)| !begins);
    found.into_iter().map(|(_, item)| item).take(MAX_ITEMS).collect()
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
