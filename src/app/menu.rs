//! Moving in what is open above the panes, and choosing there.

use crate::query::Field;

use super::{App, Effect, FacetMenu, Overlay};

impl App {
    pub(super) fn open_values(&mut self, field: Field) {
        let menu = FacetMenu::of_field(field, self);
        self.overlays.push(Overlay::Values(menu));
    }

    pub(super) fn accept(&mut self) -> Option<Effect> {
        match self.overlays.last() {
            Some(Overlay::Query(_)) => self.accept_query(),
            Some(Overlay::Date(prompt)) if prompt.fault.is_some() => {}
            Some(Overlay::Sides(prompt)) if prompt.fault.is_some() => {}
            Some(Overlay::Page { .. } | Overlay::Sides(_)) => {
                self.overlays.pop();
            }
            Some(Overlay::Date(prompt)) => {
                let before = prompt.before.clone();
                self.overlays.pop();
                self.jumped_from(before.wanted);
                self.push_undo(before, false);
            }
            Some(&Overlay::Facets { cursor }) => {
                if let Some(&(_, field)) = Field::FACETS.get(cursor) {
                    self.open_values(field);
                }
            }
            Some(Overlay::Values(_)) => self.choose_value(false),
            Some(Overlay::Choice(_)) => return self.accept_pick(),
            Some(Overlay::Palette(palette)) => {
                let chosen = self.palette_entries(palette).get(palette.cursor).map(|entry| entry.entry.action)?;
                self.overlays.pop();
                return self.perform(chosen);
            }
            None => {}
        }
        None
    }

    /// Filters by the value under the cursor of the menu, or excludes it; counts anew.
    pub(super) fn choose_value(&mut self, excludes: bool) {
        let Some(Overlay::Values(menu)) = self.overlays.last() else { return };
        let Some(item) = menu.current().cloned() else { return };
        self.toggle(item.facet.field, &item.facet.value.id, excludes);
        self.recount();
    }

    /// Filters by the value under the cursor of the menu and by no other of its field; counts anew.
    pub(super) fn only_value(&mut self) {
        let Some(Overlay::Values(menu)) = self.overlays.last() else { return };
        let Some(item) = menu.current().cloned() else { return };
        let mut query = self.query.clone();
        query.only(item.facet.field, &item.facet.value.id);
        self.set_query_undoable(query);
        self.recount();
    }

    /// Counts the values of every open menu anew.
    pub(super) fn recount(&mut self) {
        let mut layers = std::mem::take(&mut self.overlays);
        for layer in &mut layers {
            if let Overlay::Values(menu) = layer {
                menu.count(self);
            }
        }
        self.overlays = layers;
    }

    pub(super) fn move_in_menu(&mut self, by: isize) {
        let entries = match self.overlays.last() {
            Some(Overlay::Palette(palette)) => self.palette_entries(palette).len(),
            Some(Overlay::Values(menu)) => menu.items.len(),
            Some(Overlay::Choice(choice)) => choice.items.len(),
            Some(Overlay::Facets { .. }) => Field::FACETS.len(),
            Some(Overlay::Page { .. }) => self.metrics.page_lines,
            Some(Overlay::Query(_)) => return self.move_in_prompt(by),
            Some(Overlay::Date(_) | Overlay::Sides(_)) | None => return,
        };
        let rows = self.metrics.menu_rows.max(1);
        let last = entries.saturating_sub(1);
        let moved = |cursor: usize| cursor.saturating_add_signed(by).min(last);
        let scrolled = |top: usize, cursor: usize| top.clamp((cursor + 1).saturating_sub(rows), cursor);
        match self.overlays.last_mut() {
            Some(Overlay::Palette(palette)) => {
                palette.cursor = moved(palette.cursor);
                palette.top = scrolled(palette.top, palette.cursor);
            }
            Some(Overlay::Values(menu)) => {
                menu.cursor = moved(menu.cursor);
                menu.top = scrolled(menu.top, menu.cursor);
            }
            Some(Overlay::Choice(choice)) => {
                choice.cursor = moved(choice.cursor);
                choice.top = scrolled(choice.top, choice.cursor);
            }
            Some(Overlay::Facets { cursor }) => *cursor = moved(*cursor),
            Some(Overlay::Page { top, .. }) => {
                *top = (*top).saturating_add_signed(by).min(entries.saturating_sub(rows));
            }
            Some(Overlay::Query(_) | Overlay::Date(_) | Overlay::Sides(_)) | None => {}
        }
    }

    pub(super) fn menu_page(&self) -> isize {
        isize::try_from(self.metrics.menu_rows.saturating_sub(1).max(1)).unwrap_or(isize::MAX)
    }
}
