//! Two filters over one axis, side by side: who moved first, and how long until the other side followed?

use crate::{
    messages::{Locale, prompts},
    model::{Elapsed, EventIndex, Id, Timeline},
    query::{Field, ParsedQuery, Predicate, Query, QueryFault, QueryTerm, run},
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
    /// The areas of which one side has more events than the other, the greatest difference first: by their places, with
    /// how many each side has.
    pub areas: Vec<(usize, [usize; 2])>,
}

/// Why a text is no two filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComparisonErrorKind {
    /// There is no word between them.
    NotTwo,
    /// One of them is wrong.
    Query(QueryFault),
}

impl ComparisonErrorKind {
    /// The fault in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::NotTwo => prompts::two_filters(locale, BETWEEN),
            Self::Query(fault) => fault.told(locale),
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
                let query = |id: &str| Query::from(vec![Predicate::Field(field, vec![id.to_owned()]).into()]);
                return Self {
                    left: query(left),
                    right: query(right),
                    kept: [Vec::new(), Vec::new()],
                    areas: Vec::new(),
                };
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
        Ok(Self { left: query(left)?, right: query(right)?, kept: [Vec::new(), Vec::new()], areas: Vec::new() })
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
            let found = run(self.query(side), &doc.timeline, doc.text_index()).events;
            filter.visible.iter().copied().filter(|ix| found.binary_search(ix).is_ok()).collect::<Vec<_>>()
        };
        self.kept = Side::BOTH.map(of_side);
        self.areas = areas_by_difference(&doc.timeline, &self.kept);
        filter.visible.retain(|&ix| Side::BOTH.iter().any(|&side| self.has(side, ix)));
    }

    /// Whether an event stands on a side; it may stand on both.
    pub fn has(&self, side: Side, ix: EventIndex) -> bool {
        self.events(side).binary_search(&ix).is_ok()
    }
}

/// The areas that the sides have unlike numbers of events of.
fn areas_by_difference(timeline: &Timeline, sides: &[Vec<EventIndex>; 2]) -> Vec<(usize, [usize; 2])> {
    let mut counts = vec![[0_usize; 2]; timeline.vocabularies.areas.len()];
    for (side, events) in sides.iter().enumerate() {
        for &ix in events {
            let mut seen = Vec::new();
            for area in timeline.areas(ix).map(Id::index) {
                if let Some(count) = counts.get_mut(area).and_then(|count| count.get_mut(side))
                    && !seen.contains(&area)
                {
                    *count += 1;
                    seen.push(area);
                }
            }
        }
    }
    let mut areas: Vec<_> = counts.into_iter().enumerate().filter(|(_, [left, right])| left != right).collect();
    areas.sort_by_key(|(_, [left, right])| std::cmp::Reverse(left.abs_diff(*right)));
    areas
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
    /// Takes another filter for a side; behind the left one the right one is asked for.
    pub(in crate::app) fn choose_side(&mut self, side: Side, text: &str) {
        let query = ParsedQuery::parse_for(text, &self.doc.timeline).query;
        match side {
            Side::Left => self.comparison.left = query,
            Side::Right => self.comparison.right = query,
        }
        self.refilter();
        if side == Side::Left {
            self.open_side(Side::Right);
        }
    }

    /// What a side is called: the value that it asks for, if that is all that it asks for, else its filter.
    pub fn side_name(&self, side: Side) -> String {
        let query = self.comparison.query(side);
        let saved = self.prefs.saved_queries.iter().find(|(_, text)| *text == query.to_string());
        if let Some((name, _)) = saved {
            return name.clone();
        }
        let named = match query.terms.as_slice() {
            [QueryTerm { excludes: false, predicate: Predicate::Field(field, values) }] => match values.as_slice() {
                [value] => self.term_label(*field, value),
                _ => None,
            },
            _ => None,
        };
        named.unwrap_or_else(|| query.to_string())
    }

    fn term_label(&self, field: Field, id: &str) -> Option<String> {
        let lang = self.locale().into();
        let is_of_vocabulary = matches!(field, Field::Lane | Field::Area | Field::Kind | Field::Party);
        is_of_vocabulary.then(|| field.value_named(&self.doc.timeline, id, lang).label)
    }

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
