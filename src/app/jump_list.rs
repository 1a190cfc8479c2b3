//! From which events jumps were made, so that one can go back to them.

use crate::model::EventIndex;

use super::{App, Filter};

/// So many jumps can be gone back.
const MAX_JUMPS: usize = 100;

/// The events that were left by a jump, and those that going back has left; the last is the next to go to.
#[derive(Debug, Clone, Default)]
pub struct JumpList {
    back: Vec<EventIndex>,
    forward: Vec<EventIndex>,
}

impl JumpList {
    /// Remembers the event that a jump leaves.
    pub(super) fn push(&mut self, from: EventIndex) {
        self.back.retain(|&known| known != from);
        self.back.push(from);
        if self.back.len() > MAX_JUMPS {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// Gives every event its new place.
    pub(super) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        for stack in [&mut self.back, &mut self.forward] {
            *stack = stack.iter().filter_map(|&ix| moved(ix)).collect();
        }
    }
}

/// The last event of a stack that is shown and not selected.
fn reachable(stack: &[EventIndex], filter: &Filter, selected: Option<EventIndex>) -> Option<EventIndex> {
    stack.iter().rev().copied().find(|&ix| Some(ix) != selected && filter.position(ix).is_some())
}

/// Takes an event, and what lies above it, from a stack.
fn pop_to(stack: &mut Vec<EventIndex>, ix: EventIndex) {
    if let Some(place) = stack.iter().rposition(|&known| known == ix) {
        stack.truncate(place);
    }
}

impl App {
    /// Selects an event far away, so that there is a way back to the selected one.
    pub fn jump(&mut self, ix: EventIndex) {
        let from = self.selection.selected;
        self.select(ix);
        self.selection.jumped_from(from);
    }

    /// The event that going back leads to: the last one left by a jump that is shown.
    pub(super) fn previous_jump(&self) -> Option<EventIndex> {
        reachable(&self.selection.jumps.back, &self.filter, self.selection.selected)
    }

    /// The event that going forward leads to.
    pub(super) fn next_jump(&self) -> Option<EventIndex> {
        reachable(&self.selection.jumps.forward, &self.filter, self.selection.selected)
    }

    pub(super) fn jump_back(&mut self) {
        let Some(ix) = self.previous_jump() else { return };
        let JumpList { back, forward } = &mut self.selection.jumps;
        pop_to(back, ix);
        forward.extend(self.selection.selected);
        self.select(ix);
    }

    pub(super) fn jump_forward(&mut self) {
        let Some(ix) = self.next_jump() else { return };
        let JumpList { back, forward } = &mut self.selection.jumps;
        pop_to(forward, ix);
        back.extend(self.selection.selected);
        self.select(ix);
    }
}
