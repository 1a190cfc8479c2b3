//! Values of fields with a closed list: which terms they name, and what was meant by those that name none.

use std::collections::HashMap;

use fixedbitset::FixedBitSet;

use crate::{
    model::{Moment, Text, Timeline, Vocabulary, read_year},
    query::{
        Field,
        value_source::{TermField, ValueSource},
    },
    text::{fold, suggest},
};

/// Events among whose ids one that is like a wrong id is looked for.
const MAX_SUGGESTION_CANDIDATES: usize = 10_000;

/// The other code by which a country or an organisation of countries is known, both folded.
///
/// ISO 3166-1 has the codes of two and of three letters, and reserves UK for the United Kingdom
/// (<https://www.iso.org/glossary-for-iso-3166.html>, "exceptional reservations"). Here are those that people write.
pub(in crate::query) fn other_code(id: &str) -> Option<&'static str> {
    const CODES: [(&str, &str); 2] = [("gb", "uk"), ("us", "usa")];
    CODES.into_iter().find_map(|(code, other)| match id {
        _ if id == code => Some(other),
        _ if id == other => Some(code),
        _ => None,
    })
}

/// Returns the terms that folded values name.
///
/// Those are the terms whose id or name it is, else those whose id begins with it, so that a value that is still being typed
/// finds something.
pub(in crate::query) fn named<V: Copy>(vocabulary: &Vocabulary<V>, values: &[String]) -> FixedBitSet {
    let mut found = FixedBitSet::with_capacity(vocabulary.len());
    let mut wanted: HashMap<&str, bool> = values.iter().map(|value| (value.as_str(), false)).collect();
    for (id, term) in vocabulary.iter() {
        for text in term.names() {
            if let Some(is_found) = wanted.get_mut(fold(text).as_str()) {
                found.insert(id.index());
                *is_found = true;
            }
        }
    }
    for (id, term) in vocabulary.iter() {
        let code = other_code(&fold(&term.id));
        if let Some(is_wanted) = code.and_then(|code| wanted.get_mut(code)).filter(|is_found| !**is_found) {
            found.insert(id.index());
            *is_wanted = true;
        }
    }
    wanted.retain(|value, is_found| !value.is_empty() && !*is_found);
    let longest = wanted.keys().map(|value| value.len()).max().unwrap_or(0);
    for (id, term) in vocabulary.iter().filter(|_| longest > 0) {
        let folded = fold(&term.id);
        let begins = |end| folded.get(..end).is_some_and(|begin| wanted.contains_key(begin));
        found.set(id.index(), found.contains(id.index()) || (1..=longest.min(folded.len())).any(begins));
    }
    found
}

/// A value that a field does not have, with the nearest that it has, if one is near.
pub(super) struct UnknownValue {
    pub(super) suggestion: Option<String>,
}

/// Returns what is wrong where a field has a closed list of values and this is none of them.
///
/// Without a timeline, only what is the same for all timelines is known.
pub(super) fn unknown(field: Field, value: &str, timeline: Option<&Timeline>) -> Option<UnknownValue> {
    let among = |values: &[&'static str]| {
        let is_known = values.contains(&fold(value).as_str());
        (!is_known).then(|| UnknownValue { suggestion: suggest(value, values.iter().copied()).map(str::to_owned) })
    };
    match (field.value_source(), timeline) {
        (ValueSource::Closed(words), _) => among(words),
        (ValueSource::Years, _) => {
            read_year(&fold(value)).and_then(year).is_none().then_some(UnknownValue { suggestion: None })
        }
        (ValueSource::Vocabulary(field), Some(Timeline { vocabularies, .. })) => match field {
            TermField::Lane => unknown_term(&vocabularies.lanes, value),
            TermField::Kind => unknown_term(&vocabularies.kinds, value),
            TermField::Area => unknown_term(&vocabularies.areas, value),
            TermField::Party => unknown_term(&vocabularies.parties, value),
            // What events have is not all that there may be.
            TermField::Lang => None,
        },
        (ValueSource::Threads, Some(timeline)) if timeline.find(value).is_none() => {
            // In a long timeline a likeness would have to be looked for in a file.
            let ids: Vec<Text> =
                timeline.events().take(MAX_SUGGESTION_CANDIDATES).map(|event| event.id.clone()).collect();
            Some(UnknownValue { suggestion: suggest(value, ids.iter().map(AsRef::as_ref)).map(str::to_owned) })
        }
        (
            ValueSource::Vocabulary(_)
            | ValueSource::Threads
            | ValueSource::Tags
            | ValueSource::Notes
            | ValueSource::Names { .. }
            | ValueSource::Words(_)
            | ValueSource::Extra(_),
            _,
        ) => None,
    }
}

fn unknown_term<V: Copy>(vocabulary: &Vocabulary<V>, value: &str) -> Option<UnknownValue> {
    let is_known = !named(vocabulary, &[fold(value)]).is_clear();
    let names = || vocabulary.iter().flat_map(|(_, term)| [&*term.id, &*term.name]);
    let near = || {
        let near = suggest(value, names())?;
        let of = vocabulary.iter().find(|(_, term)| term.id == near || term.name == near);
        of.map(|(_, term)| term.id.to_string())
    };
    (!is_known).then(|| UnknownValue { suggestion: near() })
}

pub(in crate::query) fn year(year: i32) -> Option<(Moment, Moment)> {
    let next = Moment::day(year.checked_add(1)?, 1, 1)?;
    Some((Moment::day(year, 1, 1)?, next.plus(-1)))
}
