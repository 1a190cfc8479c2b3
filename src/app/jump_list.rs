//! The way back: from which events jumps were made.

use crate::model::EventIndex;

use super::App;

/// So many jumps can be gone back.
const MAX_JUMPS: usize = 100;

/// The events that were left by a jump, and those that going back has left.
#[derive(Debug, Clone, Default)]
pub struct JumpList {
    back: Vec<EventIndex>,
    forward: Vec<EventIndex>,
}

impl JumpList {
    /// Gives every event its new place.
    pub(super) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        for way in [&mut self.back, &mut self.forward] {
            *way = way.iter().filter_map(|&ix| moved(ix)).collect();
        }
    }
}

impl App {
    /// Selects an event far away, so that there is a way back to the selected one.
    pub fn jump(&mut self, ix: EventIndex) {
        let from = self.selection.selected;
        self.select(ix);
        self.jumped_from(from);
    }

    /// Remembers the event from which a jump was made to the selected one.
    pub(super) fn jumped_from(&mut self, from: Option<EventIndex>) {
        let Some(from) = from.filter(|&from| Some(from) != self.selection.selected) else { return };
        self.selection.jumps.back.retain(|&known| known != from);
        self.selection.jumps.back.push(from);
        if self.selection.jumps.back.len() > MAX_JUMPS {
            self.selection.jumps.back.remove(0);
        }
        self.selection.jumps.forward.clear();
    }

    /// The event that going back leads to: the last one left by a jump that is shown.
    pub(super) fn previous_jump(&self) -> Option<EventIndex> {
        self.reachable(&self.selection.jumps.back)
    }

    /// The event that going forward leads to.
    pub(super) fn next_jump(&self) -> Option<EventIndex> {
        self.reachable(&self.selection.jumps.forward)
    }

    pub(super) fn jump_back(&mut self) {
        let mut jumps = std::mem::take(&mut self.selection.jumps);
        self.follow(&mut jumps.back, &mut jumps.forward);
        self.selection.jumps = jumps;
    }

    pub(super) fn jump_forward(&mut self) {
        let mut jumps = std::mem::take(&mut self.selection.jumps);
        self.follow(&mut jumps.forward, &mut jumps.back);
        self.selection.jumps = jumps;
    }

    fn reachable(&self, way: &[EventIndex]) -> Option<EventIndex> {
        way.iter()
            .rev()
            .copied()
            .find(|&ix| Some(ix) != self.selection.selected && self.filter.visible.binary_search(&ix).is_ok())
    }

    fn follow(&mut self, way: &mut Vec<EventIndex>, other: &mut Vec<EventIndex>) {
        let Some(ix) = self.reachable(way) else { return };
        if let Some(place) = way.iter().rposition(|&known| known == ix) {
            way.truncate(place);
        }
        other.extend(self.selection.selected);
        self.select(ix);
    }
}
