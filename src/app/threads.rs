//! The view of threads: only events that follow from another, or from which another follows, with the lines between
//! them.

use std::collections::{HashMap, HashSet};

use crate::{
    model::EventIndex,
    query::{Field, Predicate},
};

use super::{
    App, View,
    thread_graph::{GraphRow, Step, thread_graph},
};

/// A detour is looked for over so many links at most, and one more for each that may be one.
const MAX_DETOUR_EVENTS: usize = 500;

/// Drops a link where the same event is reached step by step: what follows from both the talks and their outcome is
/// drawn below the outcome alone.
fn transitive_reduction(links: &mut HashMap<EventIndex, Vec<(EventIndex, bool)>>) {
    let all = links.clone();
    let next = |ix: EventIndex| all.get(&ix).into_iter().flatten().map(|(to, _)| *to);
    for to in links.values_mut().filter(|to| to.len() > 1) {
        let Some(last) = to.iter().map(|(end, _)| *end).max() else { continue };
        let mut reached = HashSet::new();
        let mut open: Vec<EventIndex> = to.iter().map(|(step, _)| *step).collect();
        let mut steps = MAX_DETOUR_EVENTS + to.len();
        while let Some(ix) = open.pop() {
            for step in next(ix).filter(|step| *step <= last).take(steps) {
                steps -= 1;
                if reached.insert(step) {
                    open.push(step);
                }
            }
        }
        to.retain(|(end, _)| !reached.contains(end));
    }
}

impl App {
    /// Keeps of the shown events those that are linked to another shown one, as long as threads are on screen.
    pub(super) fn retain_linked(&mut self) {
        self.thread_graph = Vec::new();
        if self.view != View::Threads {
            return;
        }
        let links = self.visible_edges();
        let linked: HashSet<EventIndex> =
            links.iter().flat_map(|(from, to)| to.iter().map(|(ix, _)| *ix).chain([*from])).collect();
        self.excluded_by_view = self.visible.len() - linked.len();
        self.visible.retain(|ix| linked.contains(ix));
        let rows: HashMap<EventIndex, usize> = self.visible.iter().enumerate().map(|(row, &ix)| (ix, row)).collect();
        let steps: Vec<Vec<Step>> = self
            .visible
            .iter()
            .map(|ix| {
                let to = links.get(ix).map_or(&[][..], Vec::as_slice);
                let mut steps: Vec<Step> = to.iter().filter_map(|(to, far)| Some((*rows.get(to)?, *far))).collect();
                steps.sort_unstable();
                steps
            })
            .collect();
        self.thread_graph = thread_graph(&steps);
    }

    /// From each shown event to the shown events that stand below it and are linked to it; with each whether events
    /// that are not shown lie between. A link that runs against time is drawn from the upper to the lower all the same.
    fn visible_edges(&self) -> HashMap<EventIndex, Vec<(EventIndex, bool)>> {
        let shown: HashSet<EventIndex> = self.visible.iter().copied().collect();
        let mut known = HashSet::new();
        let mut links: HashMap<EventIndex, Vec<(EventIndex, bool)>> = HashMap::new();
        for &ix in &self.visible {
            // On through what is not shown, each event once, so that no circle is without an end.
            let mut seen = HashSet::from([ix]);
            let mut open: Vec<(EventIndex, bool)> =
                self.timeline.later_in_thread(ix).iter().map(|&later| (later, false)).collect();
            while let Some((later, is_far)) = open.pop() {
                if !seen.insert(later) {
                    continue;
                }
                if shown.contains(&later) {
                    let (upper, lower) = (ix.min(later), ix.max(later));
                    if known.insert((upper, lower)) {
                        links.entry(upper).or_default().push((lower, is_far));
                    }
                } else {
                    open.extend(self.timeline.later_in_thread(later).iter().map(|&next| (next, true)));
                }
            }
        }
        transitive_reduction(&mut links);
        links
    }

    /// The lines beside an event, and those that pass above it; `None` where no threads are on screen.
    pub fn graph_row(&self, ix: EventIndex) -> Option<&GraphRow> {
        self.thread_graph.get(self.visible.binary_search(&ix).ok()?)
    }

    /// Filters by the thread of the selected event, or no longer.
    pub(super) fn next_in_thread(&mut self) {
        let mut query = self.query.clone();
        let had = query.terms.len();
        query.terms.retain(|term| !matches!(term.predicate, Predicate::Field(Field::Thread, _)));
        if query.terms.len() == had
            && let Some(event) = self.selected_event()
        {
            query.terms.push(Predicate::Field(Field::Thread, vec![event.id.to_string()]).into());
        }
        self.set_query_undoable(query);
    }
}
