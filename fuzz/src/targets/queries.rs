//! The line of a filter.

use annalist::{
    messages::Locale,
    model::Lang,
    query::{self, Explanation, ParsedQuery, Query, QueryEvaluator, TextIndex},
};

use super::{text, timelines::small};

/// What is printed of a query reads as the same query, and asks the same.
pub(super) fn query(bytes: &[u8]) {
    let line = text(bytes);
    let timeline = small();
    let index = TextIndex::new(timeline);
    for parsed in [ParsedQuery::parse(&line), ParsedQuery::parse_in(&line, timeline)] {
        let printed = parsed.query.to_string();
        assert_eq!(Query::parse(&printed), parsed.query, "{printed}");
    }
    let ParsedQuery { query, faults, .. } = ParsedQuery::parse_for(&line, timeline);
    for fault in faults {
        assert!(line.get(fault.span.clone()).is_some(), "{fault:?} of {line:?}");
        let _words = fault.to_string();
    }
    let evaluator = QueryEvaluator::new(timeline, &index);
    let found = query::run(&query, timeline, &index);
    assert!(found.events.is_sorted() && found.possible.iter().all(|ix| found.events.contains(ix)), "{found:?}");
    let _passages = evaluator.passages(&query, &found.events);
    let told = Explanation::of(&query, found.events.len(), timeline, &index);
    let _words = told.map(|told| Locale::ALL.map(|locale| told.told(locale)));
    for event in timeline.events() {
        let _places = query::matches(&event.title, &query.needles());
    }
    let mut known = None;
    let offered = |text, known: &mut _| query::complete(text, timeline, &index, Lang::Ja, known);
    for cursor in [0, line.len() / 2, line.len()].into_iter().filter(|at| line.is_char_boundary(*at)) {
        let _offers = offered((&line, cursor), &mut None);
        let typed = (line.get(..cursor).unwrap_or_default(), cursor);
        assert_eq!(offered(typed, &mut known), offered(typed, &mut None), "as it is typed");
        let _dates = query::complete_date(&line, cursor, Locale::English);
    }
}
