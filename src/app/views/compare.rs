//! Two filters over one axis, side by side: who moved first, and how long until the other side followed?

use std::fmt;

use crate::{
    model::{Elapsed, EventIndex, Timeline},
    query::{Field, ParsedQuery, Predicate, Query, QueryFault, run},
};

use crate::app::{App, Document, Filter, View};

/// The word between two filters that are written in one line.
const BETWEEN: &str = "vs";

/// One of two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The one that is written first.
    Left,
    /// The other.
    Right,
}

impl Side {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];
}

/// Two filters and the events that each keeps among the shown ones.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The filter on the left.
    pub left: Query,
    /// The filter on the right.
    pub right: Query,
    kept: [Vec<EventIndex>; 2],
}

/// Why a text is no two filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComparisonErrorKind {
    /// There is no word between them.
    NotTwo,
    /// One of them is wrong.
    Query(QueryFault),
}

impl fmt::Display for ComparisonErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotTwo => write!(f, "write two filters with {BETWEEN} between them"),
            Self::Query(fault) => fault.fmt(f),
        }
    }
}

impl Comparison {
    /// The first two lanes of a timeline, else its first two kinds or parties; two empty filters where there is
    /// nothing of which there are two.
    pub(in crate::app) fn of(timeline: &Timeline) -> Self {
        let words = &timeline.vocabularies;
        let lanes: Vec<&str> = words.lanes.iter().map(|(_, term)| &*term.id).collect();
        let kinds: Vec<&str> = words.kinds.iter().map(|(_, term)| &*term.id).collect();
        let parties: Vec<&str> = words.parties.iter().map(|(_, term)| &*term.id).collect();
        for (field, ids) in [(Field::Lane, lanes), (Field::Kind, kinds), (Field::Party, parties)] {
            if let [left, right, ..] = ids[..] {
                let query = |id: &str| Query { terms: vec![Predicate::Field(field, vec![id.to_owned()]).into()] };
                return Self { left: query(left), right: query(right), kept: [Vec::new(), Vec::new()] };
            }
        }
        Self::default()
    }

    /// Both filters in one line, as they are typed.
    pub fn text(&self) -> String {
        format!("{} {BETWEEN} {}", self.left, self.right)
    }

    /// The two filters of a line; of a timeline that is there as a whole, they name what it has.
    pub fn read(text: &str, timeline: &Timeline, is_whole: bool) -> Result<Self, ComparisonErrorKind> {
        let (left, right) = halves(text).ok_or(ComparisonErrorKind::NotTwo)?;
        let query = |text: &str| {
            let parse = if is_whole { ParsedQuery::parse_for } else { ParsedQuery::parse_in };
            let reading = parse(text, timeline);
            reading.faults.into_iter().next().map_or(Ok(reading.query), |fault| Err(ComparisonErrorKind::Query(fault)))
        };
        Ok(Self { left: query(left)?, right: query(right)?, kept: [Vec::new(), Vec::new()] })
    }

    /// The filter of a side.
    pub fn query(&self, side: Side) -> &Query {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The shown events of a side, in order of time.
    pub fn events(&self, side: Side) -> &[EventIndex] {
        match side {
            Side::Left => &self.kept[0],
            Side::Right => &self.kept[1],
        }
    }

    /// Keeps of the shown events those of either side.
    pub(in crate::app) fn retain(&mut self, filter: &mut Filter, doc: &Document) {
        let of_side = |side: Side| {
            let found = run(self.query(side), &doc.timeline, doc.haystack()).events;
            filter.visible.iter().copied().filter(|ix| found.binary_search(ix).is_ok()).collect::<Vec<_>>()
        };
        self.kept = Side::BOTH.map(of_side);
        filter.visible.retain(|&ix| Side::BOTH.iter().any(|&side| self.has(side, ix)));
    }

    /// Whether an event stands on a side; it may stand on both.
    pub fn has(&self, side: Side, ix: EventIndex) -> bool {
        self.events(side).binary_search(&ix).is_ok()
    }
}

/// What stands before and behind the first word that is between two filters.
fn halves(text: &str) -> Option<(&str, &str)> {
    let mut is_quoted = false;
    let mut word_start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c == '"' {
            is_quoted = !is_quoted;
        }
        if !c.is_whitespace() || is_quoted {
            continue;
        }
        if text.get(word_start..at) == Some(BETWEEN) {
            return Some((text.get(..word_start)?, text.get(at..)?));
        }
        word_start = at + c.len_utf8();
    }
    None
}

impl App {
    /// The event of the other side that is nearest in time to the selected one, and how much later the selected one
    /// was; `None` outside of this view, and where the other side has none.
    pub fn counterpart(&self) -> Option<(EventIndex, Elapsed)> {
        let selected = self.selection.selected.filter(|_| self.panes.view == View::Compare)?;
        let other = if self.comparison.has(Side::Left, selected) { Side::Right } else { Side::Left };
        let events = self.comparison.events(other);
        // The nearest by its start is among the last that starts before and the first that starts after: what lies
        // further away on either side starts further away.
        let place = events.partition_point(|&ix| ix < selected);
        let near = events.get(place.saturating_sub(1)..)?.iter().take(3).copied().filter(|&ix| ix != selected);
        let told = near.filter_map(|ix| Some((ix, self.doc.timeline.delay(ix, selected)?)));
        told.min_by_key(|(_, delay)| delay.distance())
    }
}
