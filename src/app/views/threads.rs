//! The view of threads: only events that follow from another, or from which another follows, with the lines between
//! them.

use std::collections::{HashMap, HashSet};

use crate::{
    model::{EventIndex, Timeline},
    query::{Field, Predicate},
};

use super::thread_graph::{GraphRow, Step, ThreadGraph, thread_graph};
use crate::app::{App, Direction, Filter, View};

/// So many links of a chain are followed to either side.
const MAX_CHAIN_LINKS: usize = 500;
/// So many targets of a step along a thread are numbered: a digit each.
const MAX_TARGETS: usize = 9;
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

/// From each shown event to the shown events that stand below it and are linked to it; with each whether events
/// that are not shown lie between. A link that runs against time is drawn from the upper to the lower all the same.
fn visible_edges(visible: &[EventIndex], timeline: &Timeline) -> HashMap<EventIndex, Vec<(EventIndex, bool)>> {
    let shown: HashSet<EventIndex> = visible.iter().copied().collect();
    let mut known = HashSet::new();
    let mut links: HashMap<EventIndex, Vec<(EventIndex, bool)>> = HashMap::new();
    for &ix in visible {
        // On through what is not shown, each event once, so that no circle is without an end.
        let mut seen = HashSet::from([ix]);
        let mut open: Vec<(EventIndex, bool)> =
            timeline.later_in_thread(ix).iter().map(|&later| (later, false)).collect();
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
                open.extend(timeline.later_in_thread(later).iter().map(|&next| (next, true)));
            }
        }
    }
    transitive_reduction(&mut links);
    links
}

impl ThreadGraph {
    /// Keeps of the shown events those that are linked to another shown one; gives the lines beside each.
    pub(in crate::app) fn retain_linked(filter: &mut Filter, timeline: &Timeline) -> Self {
        let links = visible_edges(&filter.visible, timeline);
        let linked: HashSet<EventIndex> =
            links.iter().flat_map(|(from, to)| to.iter().map(|(ix, _)| *ix).chain([*from])).collect();
        filter.retain_in_view(|ix| linked.contains(&ix));
        let rows: HashMap<EventIndex, usize> = filter.visible.iter().enumerate().map(|(row, &ix)| (ix, row)).collect();
        let steps: Vec<Vec<Step>> = filter
            .visible
            .iter()
            .map(|ix| {
                let to = links.get(ix).map_or(&[][..], Vec::as_slice);
                let mut steps: Vec<Step> = to.iter().filter_map(|(to, far)| Some((*rows.get(to)?, *far))).collect();
                steps.sort_unstable();
                steps
            })
            .collect();
        Self { rows: thread_graph(&steps) }
    }
}

impl App {
    /// The lines beside an event, and those that pass above it; `None` where no threads are on screen.
    pub fn graph_row(&self, ix: EventIndex) -> Option<&GraphRow> {
        self.thread_graph.rows.get(self.filter.position(ix)?)
    }

    /// The events from which the selected one follows and those that follow from it, over any number of links, with itself;
    /// only some of very many. Empty where no threads are on screen.
    pub fn selected_chain(&self) -> HashSet<EventIndex> {
        let mut chain = HashSet::new();
        let Some(selected) = self.selection.selected.filter(|_| self.panes.view == View::Threads) else { return chain };
        for direction in [Direction::Previous, Direction::Next] {
            let mut open = vec![selected];
            let mut left = MAX_CHAIN_LINKS;
            while let Some(ix) = open.pop() {
                for &next in self.linked(ix, direction).iter().take(left) {
                    left -= 1;
                    if next != selected && chain.insert(next) {
                        open.push(next);
                    }
                }
            }
        }
        chain.insert(selected);
        chain
    }

    /// Whether the line to a row that passes another one joins two events of a chain.
    pub fn is_line_of(&self, chain: &HashSet<EventIndex>, to: usize, passed: EventIndex) -> bool {
        let Some(&to) = self.filter.visible.get(to).filter(|to| chain.contains(to)) else { return false };
        let linked = [Direction::Previous, Direction::Next].map(|direction| self.linked(to, direction));
        linked.into_iter().flatten().take(MAX_CHAIN_LINKS).any(|from| *from <= passed && chain.contains(from))
    }

    /// The events that follow from this one directly, or from which it follows.
    fn linked(&self, ix: EventIndex, direction: Direction) -> &[EventIndex] {
        match direction {
            Direction::Next => self.doc.timeline.later_in_thread(ix),
            Direction::Previous => self.doc.timeline.earlier_in_thread(ix),
        }
    }

    /// The shown events to which a step along the thread of the selected event may lead, where it may lead to several.
    pub fn thread_targets(&self, direction: Direction) -> Vec<EventIndex> {
        let Some(selected) = self.selection.selected.filter(|_| self.panes.view == View::Threads) else {
            return Vec::new();
        };
        let shown = |ix: &EventIndex| self.filter.position(*ix).is_some();
        let mut targets: Vec<_> =
            self.linked(selected, direction).iter().copied().take(MAX_TARGETS).filter(shown).collect();
        targets.sort_unstable();
        if targets.len() < 2 { Vec::new() } else { targets }
    }

    /// Filters by the thread of the selected event, or no longer.
    pub(in crate::app) fn toggle_thread(&mut self) {
        self.selection.prefer_selected();
        let mut query = self.filter.query.clone();
        let had = query.terms.len();
        query.retain(|term| !matches!(term.predicate, Predicate::Field(Field::Thread, _)));
        if query.terms.len() == had
            && let Some(event) = self.selected_event()
        {
            query.terms.push(Predicate::Field(Field::Thread, vec![event.id.to_string()]).into());
        }
        self.set_query_undoable(query);
    }
}
