//! All that was decided about events, of each the last, and which events of a timeline that is about.

use std::collections::{HashMap, HashSet};

use super::{EventKey, MarkRecord, event_key::content};
use crate::model::{EventRowId, Marks, Timeline};

/// Among so many events of one day and title the one that was meant is looked for.
const MAX_TWINS: u32 = 16;
/// In longer timelines an event is not looked for by what it says alone.
const MAX_COMPARED_EVENTS: usize = 20_000;

/// Records, of each event the last.
#[derive(Debug, Clone, Default)]
pub struct MarkLog {
    latest: HashMap<EventKey, (usize, MarkRecord)>,
    taken: usize,
}

impl MarkLog {
    /// Takes a record; of two about the same event the later holds, and of two of the same moment that which is taken later.
    pub fn take(&mut self, record: MarkRecord) {
        self.taken += 1;
        let is_old = self.latest.get(&record.change.key).is_some_and(|(_, known)| known.at > record.at);
        if !is_old {
            self.latest.insert(record.change.key.clone(), (self.taken, record));
        }
    }

    /// What is noted of the events of a timeline, which stands in this file if in any.
    ///
    /// An event is the one that was meant where it says just the same, wherever it stands; where it has been changed since,
    /// by its id, if the file is the same, or is by most of what was noted in it.
    pub fn marks(&self, timeline: &Timeline, file: Option<&str>) -> Marks {
        let mut marks = Marks::default();
        if self.latest.is_empty() || timeline.is_empty() {
            return marks;
        }
        let mut records: Vec<&(usize, MarkRecord)> = self.latest.values().collect();
        records.sort_by_key(|(number, record)| (record.at, *number));
        let records: Vec<&MarkRecord> = records.into_iter().map(|(_, record)| record).collect();
        let rows = Search { timeline, records: &records }.rows(file);
        for (record, row) in records.iter().zip(rows) {
            if let Some(row) = row {
                marks.set(row, record.change.annotation.clone());
            }
        }
        marks
    }
}

/// The search for the events of records.
struct Search<'a> {
    timeline: &'a Timeline,
    records: &'a [&'a MarkRecord],
}

impl Search<'_> {
    /// The row of the event of each record; `None` where there is none.
    fn rows(&self, file: Option<&str>) -> Vec<Option<EventRowId>> {
        let ids: Vec<&str> = self.records.iter().map(|record| record.change.key.id.as_str()).collect();
        let named = self.timeline.find_rows(&ids);
        let exact = |(record, rows): (&&MarkRecord, &Vec<EventRowId>)| self.exact(record, rows);
        let mut found: Vec<Option<EventRowId>> = self.records.iter().zip(&named).map(exact).collect();
        self.find_twins(&named, &mut found);
        let of_file = self.files(file, &found);
        let is_of_file = |record: &MarkRecord| record.file.as_deref().is_some_and(|file| of_file.contains(file));
        if self.timeline.is_in_memory() && self.timeline.len() <= MAX_COMPARED_EVENTS {
            self.find_renamed(is_of_file, &named, &mut found);
        }
        for ((record, found), named) in self.records.iter().zip(&mut found).zip(named) {
            if found.is_none() && is_of_file(record) {
                *found = named.first().copied();
            }
        }
        found
    }

    /// That of some rows whose event says just what was noted.
    fn exact(&self, record: &MarkRecord, rows: &[EventRowId]) -> Option<EventRowId> {
        rows.iter().copied().find(|&row| self.content(row) == Some(record.change.key.content))
    }

    fn content(&self, row: EventRowId) -> Option<u64> {
        Some(content(&*self.timeline.event(self.timeline.index_of_row(row)?)?))
    }

    /// Finds events whose id has become that of another one of the same day and title, as where a line was added in front.
    fn find_twins(&self, named: &[Vec<EventRowId>], found: &mut [Option<EventRowId>]) {
        let mut wanted: Vec<(usize, String)> = Vec::new();
        for (place, record) in self.records.iter().enumerate() {
            if named.get(place).is_none_or(Vec::is_empty) || found.get(place).is_some_and(Option::is_some) {
                continue;
            }
            let id = record.change.key.id.as_str();
            let is_number = |(_, number): &(&str, &str)| number.parse::<u32>().is_ok();
            let name = id.rsplit_once('-').filter(is_number).map_or(id, |(name, _)| name);
            for base in if name == id { vec![id] } else { vec![id, name] } {
                wanted.push((place, base.to_owned()));
                wanted.extend((2..=MAX_TWINS).map(|number| (place, format!("{base}-{number}"))));
            }
        }
        let ids: Vec<&str> = wanted.iter().map(|(_, id)| id.as_str()).collect();
        for ((place, _), rows) in wanted.iter().zip(self.timeline.find_rows(&ids)) {
            if let (Some(record), Some(found @ None)) = (self.records.get(*place), found.get_mut(*place)) {
                *found = self.exact(record, &rows);
            }
        }
    }

    /// The files that are this one: that of this name, and those of which more than half of what was noted is found here.
    fn files(&self, file: Option<&str>, found: &[Option<EventRowId>]) -> HashSet<String> {
        let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
        for (record, found) in self.records.iter().zip(found) {
            if let Some(file) = record.file.as_deref() {
                let (all, here) = counts.entry(file).or_default();
                *all += 1;
                *here += usize::from(found.is_some());
            }
        }
        let same = counts.into_iter().filter(|(_, (all, here))| here * 2 > *all).map(|(file, _)| file);
        same.chain(file).map(str::to_owned).collect()
    }

    /// Finds events that say the same under another id.
    fn find_renamed(
        &self,
        is_of_file: impl Fn(&MarkRecord) -> bool,
        named: &[Vec<EventRowId>],
        found: &mut [Option<EventRowId>],
    ) {
        let is_nowhere =
            |place: usize| named.get(place).is_none_or(Vec::is_empty) && found.get(place).is_none_or(Option::is_none);
        let lost = self.records.iter().enumerate().filter(|(place, record)| is_nowhere(*place) && is_of_file(record));
        let lost: Vec<(usize, u64)> = lost.map(|(place, record)| (place, record.change.key.content)).collect();
        if lost.is_empty() {
            return;
        }
        let rows = self.timeline.indices().filter_map(|ix| self.timeline.row_of_index(ix));
        let by_content: HashMap<u64, EventRowId> = rows.filter_map(|row| Some((self.content(row)?, row))).collect();
        for (place, content) in lost {
            if let Some(found) = found.get_mut(place) {
                *found = by_content.get(&content).copied();
            }
        }
    }
}
