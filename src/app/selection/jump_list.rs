//! From which events jumps were made, so that one can go back to them.

use crate::model::EventIndex;

use crate::app::Direction;

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
    pub(in crate::app) fn push(&mut self, from: EventIndex) {
        self.back.retain(|&known| known != from);
        self.back.push(from);
        if self.back.len() > MAX_JUMPS {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// The last event in this direction that can be reached.
    pub(in crate::app) fn last(
        &self,
        direction: Direction,
        can_be_reached: impl Fn(EventIndex) -> bool,
    ) -> Option<EventIndex> {
        let stack = if direction == Direction::Next { &self.forward } else { &self.back };
        stack.iter().rev().copied().find(|&ix| can_be_reached(ix))
    }

    /// Takes an event, and what lies above it, from the stack of this direction; the event that is left for it comes on
    /// the other.
    pub(in crate::app) fn pop_to(&mut self, direction: Direction, ix: EventIndex, from: Option<EventIndex>) {
        let (stack, other) = match direction {
            Direction::Next => (&mut self.forward, &mut self.back),
            Direction::Previous => (&mut self.back, &mut self.forward),
        };
        if let Some(place) = stack.iter().rposition(|&known| known == ix) {
            stack.truncate(place);
        }
        other.extend(from);
    }

    /// Gives every event its new place.
    pub(in crate::app) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        for stack in [&mut self.back, &mut self.forward] {
            *stack = stack.iter().filter_map(|&ix| moved(ix)).collect();
        }
    }
}
