//! What can be asked of a timeline, for whoever has typed nothing yet: the fields with how many values they have, examples
//! that find something, and the queries of before.

use super::{
    Completion, CompletionItem, FacetValue, Field, HAS, IS, Predicate, Query, QueryTerm, TextIndex, run, values,
};
use crate::{
    messages::{Locale, MessageFn, queries},
    model::{Lang, Timeline},
};

/// Values of a field that are named.
const NAMED_VALUES: usize = 3;
/// Earlier queries that are offered.
const MAX_EARLIER: usize = 5;

/// What can be asked of a timeline, counted.
#[derive(Debug, Clone)]
pub struct QueryOverview {
    fields: Vec<CompletionItem>,
    /// Queries with what each shows, and how many events it keeps.
    examples: Vec<(String, MessageFn, usize)>,
}

impl QueryOverview {
    /// Counts all values of all fields, with labels in a language.
    pub fn new(timeline: &Timeline, text_index: &TextIndex, lang: Lang) -> Self {
        let facets =
            Field::FACETS.map(|(_, field)| (field, values(field, &Query::default(), timeline, text_index, lang)));
        let mut fields: Vec<CompletionItem> =
            facets.iter().filter_map(|(field, values)| of_field(*field, values)).collect();
        fields.extend([(Field::Has, &HAS[..]), (Field::Is, &IS[..])].map(|(field, words)| CompletionItem {
            text: format!("{}:", field.name()),
            label: words.join(", "),
            count: Some(words.len()),
        }));
        let counted = examples(&facets).into_iter().map(|(query, label)| {
            let count = run(&query, timeline, text_index).events.len();
            (query.to_string(), label, count)
        });
        Self { fields, examples: counted.filter(|(.., count)| *count > 0).collect() }
    }

    /// What an empty line offers: fields, examples, and of the earlier queries, of which the newest is last, the newest.
    pub fn completion(&self, locale: Locale, earlier: &[String]) -> Completion {
        let item =
            |text: &str, label: &str, count| CompletionItem { text: text.to_owned(), label: label.to_owned(), count };
        let mut items = self.fields.clone();
        items.extend(self.examples.iter().map(|(query, label, count)| item(query, label(locale), Some(*count))));
        let newest = earlier.iter().rev().take(MAX_EARLIER);
        items.extend(newest.map(|query| item(query, queries::asked_before(locale), None)));
        Completion { replaces: 0..0, items }
    }
}

/// A field with how many values it has and the first of them; `None` if no event has one.
fn of_field(field: Field, values: &[FacetValue]) -> Option<CompletionItem> {
    let named = values.iter().take(NAMED_VALUES).map(|facet| facet.value.label.as_str());
    let mut label = named.collect::<Vec<_>>().join(", ");
    if values.len() > NAMED_VALUES {
        label.push_str(" …");
    }
    let text = format!("{}:", field.name());
    (!values.is_empty()).then_some(CompletionItem { text, label, count: Some(values.len()) })
}

/// A query of each sort, with what it shows.
fn examples(facets: &[(Field, Vec<FacetValue>)]) -> Vec<(Query, MessageFn)> {
    let first = |wanted: Field| {
        let (_, values) = facets.iter().find(|(field, _)| *field == wanted)?;
        let most = values.iter().enumerate().max_by_key(|(place, facet)| (facet.count, std::cmp::Reverse(*place)))?.1;
        Some(Predicate::Field(wanted, vec![most.value.id.clone()]))
    };
    let one = |predicate: Predicate| Query::from(vec![predicate.into()]);
    let mut examples: Vec<(Query, MessageFn)> = Vec::new();
    if let Some(speaker) = first(Field::Speaker) {
        examples.push((one(speaker), queries::their_words));
    }
    if let Some(Predicate::Field(_, years)) = first(Field::Year) {
        let written = years.first().map(|year| Query::parse(year)).filter(|query| !query.is_empty());
        examples.extend(written.map(|query| (query, queries::or_months as MessageFn)));
    }
    if let Some((kind, area)) = first(Field::Kind).zip(first(Field::Area).or_else(|| first(Field::Lane))) {
        let excluded = QueryTerm { excludes: true, predicate: area };
        examples.push((Query::from(vec![kind.into(), excluded]), queries::this_without_that));
    }
    examples
}
