//! The row of the filter's terms: one of them is chosen, and changed by a key.

use crate::query::Query;

use crate::app::{App, Overlay};

impl App {
    /// The place of the chosen term among all that were written; `None` unless one is being chosen.
    pub fn chosen_chip(&self) -> Option<usize> {
        match self.overlays.last() {
            Some(&Overlay::Chips(place)) => Some(place),
            _ => None,
        }
    }

    /// Chooses the term at a place, or the last one before it.
    pub(in crate::app) fn choose_chip(&mut self, place: usize) {
        self.overlays.pop_if(|overlay| matches!(overlay, Overlay::Chips(_)));
        self.overlays.push(Overlay::Chips(place));
        self.settle_chips();
    }

    /// Chooses the last term, which a key that drops terms would drop.
    pub(in crate::app) fn open_chips(&mut self) {
        self.choose_chip(usize::MAX);
    }

    /// Keeps the choice among the terms that there are; where there are none, nothing is chosen.
    pub(in crate::app) fn settle_chips(&mut self) {
        let last = self.filter.query.chip_count().checked_sub(1);
        match (self.overlays.last_mut(), last) {
            (Some(Overlay::Chips(place)), Some(last)) => *place = last.min(*place),
            (Some(Overlay::Chips(_)), None) => drop(self.overlays.pop()),
            _ => {}
        }
    }

    /// Chooses another term, so many places further.
    pub(in crate::app) fn move_chip(&mut self, by: isize) {
        if let Some(Overlay::Chips(place)) = self.overlays.last_mut() {
            *place = place.saturating_add_signed(by);
            self.settle_chips();
        }
    }

    /// Asks for the opposite of the chosen term.
    pub(in crate::app) fn negate_chip(&mut self) {
        self.change_chip(|query, place| {
            query.edit_chips(|chips| chips.iter_mut().skip(place).take(1).for_each(|chip| chip.term.negate()));
        });
    }

    /// Switches the chosen term off, or on again.
    pub(in crate::app) fn switch_chip(&mut self) {
        self.change_chip(|query, place| {
            query.edit_chips(|chips| chips.iter_mut().skip(place).take(1).for_each(|chip| chip.is_off = !chip.is_off));
        });
    }

    /// Drops the chosen term; the last one where none is being chosen.
    pub(in crate::app) fn drop_term(&mut self) {
        let last = self.filter.query.chip_count().saturating_sub(1);
        let place = self.chosen_chip().unwrap_or(last);
        let mut query = self.filter.query.clone();
        query.drop_chip(place);
        self.set_query_undoable(query);
    }

    fn change_chip(&mut self, change: impl FnOnce(&mut Query, usize)) {
        let Some(place) = self.chosen_chip() else { return };
        let mut query = self.filter.query.clone();
        change(&mut query, place);
        self.set_query_undoable(query);
    }
}
