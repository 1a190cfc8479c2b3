//! Two filters over one axis, side by side: who moved first, and how long until the other side followed?

use std::fmt;

use crate::{
    input::LineEditor,
    model::{Elapsed, EventIndex, Timeline},
    query::{Field, ParsedQuery, Predicate, Query, QueryFault, run},
};

use super::{App, Overlay, View};

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

/// Two filters that are being typed.
#[derive(Debug, Clone)]
pub struct ComparePrompt {
    /// What is typed.
    pub editor: LineEditor,
    /// Why these are no two filters; as long as they are not, the last two that were stay in force.
    pub fault: Option<ComparisonErrorKind>,
    before: Comparison,
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
    pub(super) fn of(timeline: &Timeline) -> Self {
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
    pub fn read(text: &str, timeline: Option<&Timeline>) -> Result<Self, ComparisonErrorKind> {
        let (left, right) = halves(text).ok_or(ComparisonErrorKind::NotTwo)?;
        let query = |text: &str| {
            let reading =
                timeline.map_or_else(|| ParsedQuery::parse(text), |timeline| ParsedQuery::parse_for(text, timeline));
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
    /// Keeps of the shown events those of either side, as long as both stand side by side.
    pub(super) fn retain_compared(&mut self) {
        if self.view != View::Compare {
            return;
        }
        let of_side = |side: Side| {
            let found = run(self.comparison.query(side), &self.timeline, self.haystack()).events;
            self.visible.iter().copied().filter(|ix| found.binary_search(ix).is_ok()).collect::<Vec<_>>()
        };
        let kept = Side::BOTH.map(of_side);
        self.visible.retain(|ix| kept.iter().any(|side| side.binary_search(ix).is_ok()));
        self.comparison.kept = kept;
    }

    pub(super) fn open_compare_prompt(&mut self) {
        let editor = LineEditor::new(&self.comparison.text());
        self.overlays.push(Overlay::Sides(ComparePrompt { editor, fault: None, before: self.comparison.clone() }));
    }

    /// Takes the two filters that are typed, if there are two.
    pub(super) fn apply_typed_comparison(&mut self) {
        let Some(Overlay::Sides(prompt)) = self.overlays.last_mut() else { return };
        match Comparison::read(prompt.editor.text(), Some(&self.timeline)) {
            Ok(sides) => {
                prompt.fault = None;
                self.comparison = sides;
                self.refilter();
            }
            Err(fault) => prompt.fault = Some(fault),
        }
    }

    /// Brings the two filters back that were there before others were typed.
    pub(super) fn restore_comparison(&mut self, prompt: ComparePrompt) {
        self.comparison = prompt.before;
        self.refilter();
    }

    /// The event of the other side that is nearest in time to the selected one, and how much later the selected one
    /// was; `None` outside of this view, and where the other side has none.
    pub fn counterpart(&self) -> Option<(EventIndex, Elapsed)> {
        let selected = self.selected.filter(|_| self.view == View::Compare)?;
        let other = if self.comparison.has(Side::Left, selected) { Side::Right } else { Side::Left };
        let events = self.comparison.events(other);
        // The nearest by its start is among the last that starts before and the first that starts after: what lies
        // further away on either side starts further away.
        let place = events.partition_point(|&ix| ix < selected);
        let near = events.get(place.saturating_sub(1)..)?.iter().take(3).copied().filter(|&ix| ix != selected);
        let told = near.filter_map(|ix| Some((ix, self.timeline.delay(ix, selected)?)));
        told.min_by_key(|(_, delay)| delay.distance())
    }
}
