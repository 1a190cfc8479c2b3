//! How much of what there is in a timeline, as the page about it says.

use std::collections::{BTreeMap, HashSet};

use crate::model::{EventFlag, Timeline};

/// In a longer timeline addresses are not counted: each event would have to be read.
const MAX_COUNTED_EVENTS: usize = 20_000;

/// How many events, and how many quotes, there are of each sort.
#[derive(Debug, Clone)]
pub struct TimelineCounts<'a> {
    /// Events by lane.
    pub lanes: Vec<usize>,
    /// Events by kind.
    pub kinds: Vec<usize>,
    /// Quotes by the tag of their language; those without one under `?`.
    pub languages: BTreeMap<&'a str, usize>,
    /// Events of high, of medium and of low confidence.
    pub confidence: [usize; 3],
}

impl<'a> TimelineCounts<'a> {
    /// Counts all events of a timeline.
    pub fn of(timeline: &'a Timeline) -> Self {
        let words = &timeline.vocabularies;
        let mut lanes = vec![0; words.lanes.len()];
        let mut kinds = vec![0; words.kinds.len()];
        let (mut languages, mut quotes) = (BTreeMap::<&str, usize>::new(), 0_usize);
        let mut levels = [(EventFlag::High, 0), (EventFlag::Medium, 0), (EventFlag::Low, 0)];
        for (ix, meta) in timeline.indices().zip(timeline.all_meta()) {
            lanes.get_mut(meta.lane.index()).into_iter().for_each(|count| *count += 1);
            kinds.get_mut(meta.kind.index()).into_iter().for_each(|count| *count += 1);
            levels.iter_mut().filter(|(level, _)| meta.is(*level)).for_each(|(_, count)| *count += 1);
            quotes += usize::from(meta.quotes);
            for tag in timeline.languages(ix).filter_map(|id| timeline.all_languages().get(id)) {
                *languages.entry(&tag.id).or_default() += 1;
            }
        }
        let unnamed = quotes.saturating_sub(languages.values().sum());
        if unnamed > 0 {
            languages.insert("?", unnamed);
        }
        Self { lanes, kinds, languages, confidence: levels.map(|(_, count)| count) }
    }
}

/// How many addresses all sources have together, and how many of them are official; none where there are too many events.
pub fn count_addresses(timeline: &Timeline) -> (usize, usize) {
    let (mut urls, mut official) = (HashSet::new(), HashSet::new());
    if timeline.len() <= MAX_COUNTED_EVENTS {
        for event in timeline.events() {
            for source in event.sources.iter() {
                urls.extend(source.url.clone());
                official.extend(source.url.clone().filter(|_| source.primary));
            }
        }
    }
    (urls.len(), official.len())
}
