//! What all events of a timeline answer to a question that some can only answer with "perhaps". Three values, after
//! Kleene: what is certain is possible too, and the opposite of "perhaps" is "perhaps".

use fixedbitset::FixedBitSet;

/// For which events something is certain, and for which it is at least possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TernarySet {
    pub(super) certain: FixedBitSet,
    pub(super) possible: FixedBitSet,
}

impl TernarySet {
    /// Certain for these, and out of the question for all others.
    pub(super) fn certain(events: FixedBitSet) -> Self {
        Self { possible: events.clone(), certain: events }
    }

    /// Out of the question for all of so many events.
    pub(super) fn none(events: usize) -> Self {
        Self::certain(FixedBitSet::with_capacity(events))
    }

    /// Certain for all of so many events.
    pub(super) fn all(events: usize) -> Self {
        let mut all = FixedBitSet::with_capacity(events);
        all.insert_range(..);
        Self::certain(all)
    }

    pub(super) fn and(&mut self, other: &Self) {
        self.certain.intersect_with(&other.certain);
        self.possible.intersect_with(&other.possible);
    }

    pub(super) fn or(&mut self, other: &Self) {
        self.certain.union_with(&other.certain);
        self.possible.union_with(&other.possible);
    }

    /// The opposite, of as many events as it was made for.
    pub(super) fn not(mut self) -> Self {
        self.certain.toggle_range(..);
        self.possible.toggle_range(..);
        Self { certain: self.possible, possible: self.certain }
    }
}
