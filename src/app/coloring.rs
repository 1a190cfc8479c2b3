//! Which events have a style of their own: those that the rules of the configuration keep, found out once and beside the
//! interface where that takes longer than a frame.

use fixedbitset::FixedBitSet;

use crate::{
    messages::{LocalizedText, system},
    model::EventIndex,
    query::{FaultKind, FoundEvents, ParsedQuery, Query, QueryFault, SearchGoal, SearchRequest, SearchResponse, run},
};

use super::{App, filter::MIN_BACKGROUND_SEARCH_BYTES};

/// The events that each rule keeps.
#[derive(Debug, Clone, Default)]
pub struct Coloring {
    /// How many times other events were found.
    pub revision: u64,
    /// What each rule asks for.
    queries: Vec<Query>,
    /// By rule, the events.
    kept: Vec<FixedBitSet>,
    /// The rule of which that is to be found out beside the interface, with the number of the request.
    pending: Option<(usize, u64)>,
    next_request: u64,
}

impl Coloring {
    /// The first rule that keeps an event.
    fn rule_of(&self, ix: EventIndex) -> Option<usize> {
        self.kept.iter().position(|kept| kept.contains(ix.index()))
    }

    /// Gives every event its new place.
    pub(super) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        for kept in &mut self.kept {
            let places = kept.ones().filter_map(|place| moved(EventIndex::new(place)));
            *kept = bits(places);
        }
    }

    /// Asks for what this rule keeps, if there is one.
    fn ask(&mut self, rule: usize) {
        self.next_request += 1;
        self.pending = (rule < self.queries.len()).then_some((rule, self.next_request));
    }

    fn set(&mut self, rule: usize, events: &[EventIndex]) {
        if self.kept.len() <= rule {
            self.kept.resize(rule + 1, FixedBitSet::new());
        }
        if let Some(kept) = self.kept.get_mut(rule) {
            *kept = bits(events.iter().copied());
        }
    }
}

fn bits(events: impl Iterator<Item = EventIndex>) -> FixedBitSet {
    events.map(EventIndex::index).collect()
}

impl App {
    /// The first rule of colour that keeps an event, by its place among them.
    pub fn color_rule_of(&self, ix: EventIndex) -> Option<usize> {
        self.coloring.rule_of(ix)
    }

    /// How many events a rule keeps, those of rules before it included.
    pub fn color_rule_count(&self, rule: usize) -> usize {
        self.coloring.kept.get(rule).map_or(0, |kept| kept.count_ones(..))
    }

    /// The rules that keep something, by their places.
    pub(super) fn color_rules_in_use(&self) -> impl Iterator<Item = usize> + '_ {
        self.coloring.kept.iter().enumerate().filter(|(_, kept)| !kept.is_clear()).map(|(rule, _)| rule)
    }

    /// Finds out which events the rules of colour keep, at once or [beside the interface](Self::color_request).
    pub(super) fn color_events(&mut self) {
        if self.prefs.color_rules.is_empty() {
            return;
        }
        let rules = self.prefs.color_rules.iter();
        self.coloring.queries = rules.map(|rule| Query::parse_in(&rule.query, &self.doc.timeline)).collect();
        self.report_color_rules();
        if self.doc.text_index().bytes() > MIN_BACKGROUND_SEARCH_BYTES {
            return self.coloring.ask(0);
        }
        self.coloring.pending = None;
        for (rule, query) in self.coloring.queries.clone().iter().enumerate() {
            // A rule that asks for nothing colours nothing, rather than all.
            let found = if query.is_empty() { Vec::new() } else { self.run(query) };
            self.coloring.set(rule, &found);
        }
        self.colors_changed();
    }

    fn run(&self, query: &Query) -> Vec<EventIndex> {
        run(query, &self.doc.timeline, self.doc.text_index()).events
    }

    fn colors_changed(&mut self) {
        self.coloring.revision += 1;
        self.time.colored_columns.take();
    }

    /// The same if a rule asks of what a reader notes.
    pub(super) fn color_marked_events(&mut self) {
        if self.coloring.queries.iter().any(Query::asks_of_marks) {
            self.color_events();
        }
    }

    /// What is to be asked beside the interface for the rules of colour: a search of a higher number than this one.
    pub fn color_request(&self, after: u64) -> Option<SearchRequest> {
        let (rule, number) = self.coloring.pending.filter(|&(_, number)| number > after)?;
        let query = self.coloring.queries.get(rule)?.clone();
        let goal = SearchGoal::Events { with_passages: false };
        Some(SearchRequest { query, near: None, ..self.request(number, goal) })
    }

    /// Takes the answer to such a request, if it is still asked.
    pub fn apply_color_response(&mut self, response: SearchResponse) {
        let SearchResponse::Events(FoundEvents { number, found, .. }) = response else { return };
        let Some((rule, _)) = self.coloring.pending.filter(|&(_, asked)| asked == number) else { return };
        let asks_nothing = self.coloring.queries.get(rule).is_none_or(Query::is_empty);
        self.coloring.set(rule, if asks_nothing { &[] } else { &found.events });
        self.coloring.ask(rule + 1);
        self.colors_changed();
    }

    /// Adds to what is wrong which fields the rules ask for and no timeline has: those that are nearly the name of one. Others may
    /// be fields of another timeline.
    pub(super) fn report_color_rules(&mut self) {
        if self.doc.is_reading() {
            return;
        }
        for rule in &self.prefs.color_rules {
            let faults = ParsedQuery::parse_in(&rule.query, &self.doc.timeline).faults;
            let is_slip = |fault: &&QueryFault| matches!(fault.kind, FaultKind::UnknownField(_, Some(_)));
            for fault in faults.iter().filter(is_slip) {
                let (line, column) = rule.position(fault.span.start);
                let file = self.prefs.config_file.as_deref().unwrap_or("config.toml");
                let place = format!("{file}:{line}:{column}");
                let problem = LocalizedText::new(|locale| system::of_file(locale, &place, &fault.told(locale)));
                if !self.doc.problems.contains(&problem) {
                    self.doc.problems.push(problem);
                }
            }
        }
    }
}
