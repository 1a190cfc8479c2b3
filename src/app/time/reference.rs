//! An event from which all times are counted: what changed after it?

use crate::model::{AreaId, Elapsed, EventIndex};

use crate::app::{App, Document, Filter, TimeView};

/// How many shown events started before the origin and after it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BeforeAfterCounts {
    /// Of all.
    pub all: (usize, usize),
    /// Of each area that has any, those with the most first.
    pub areas: Vec<(AreaId, (usize, usize))>,
}

impl TimeView {
    /// Counts the shown events on both sides of the origin. The origin itself is on neither.
    pub(in crate::app) fn count_before_after(&mut self, filter: &Filter, doc: &Document) {
        let Some(origin) = self.reference else {
            self.before_after = BeforeAfterCounts::default();
            return;
        };
        let mut around = BeforeAfterCounts::default();
        let mut areas = vec![(0, 0); doc.timeline.vocabularies.areas.len()];
        let count = |sides: &mut (usize, usize), ix: EventIndex| match ix.cmp(&origin) {
            std::cmp::Ordering::Less => sides.0 += 1,
            std::cmp::Ordering::Equal => {}
            std::cmp::Ordering::Greater => sides.1 += 1,
        };
        for &ix in &filter.visible {
            count(&mut around.all, ix);
            for area in doc.timeline.areas(ix) {
                if let Some(sides) = areas.get_mut(area.index()) {
                    count(sides, ix);
                }
            }
        }
        around.areas = doc.timeline.vocabularies.areas.iter().map(|(id, _)| id).zip(areas).collect();
        around.areas.retain(|(_, (before, after))| before + after > 0);
        around.areas.sort_by_key(|(_, (before, after))| std::cmp::Reverse(before + after));
        self.before_after = around;
    }
}

impl App {
    /// Counts from the selected event, or no longer if that is the origin already.
    pub(in crate::app) fn toggle_reference(&mut self) {
        self.time.reference =
            if self.time.reference == self.selection.selected { None } else { self.selection.selected };
        self.time.count_before_after(&self.filter, &self.doc);
    }

    /// How much later an event started than the origin; `None` if there is no origin or a start is not known.
    pub fn offset_from_reference(&self, ix: EventIndex) -> Option<Elapsed> {
        self.doc.timeline.delay(self.time.reference?, ix)
    }
}
