//! Moving in what is open above the panes, and choosing there.

use crate::query::Field;

use super::{App, Effect, Layer, ValueMenu};

impl App {
    pub(super) fn open_values(&mut self, field: Field) {
        let menu = ValueMenu::of_field(field, self);
        self.layers.push(Layer::Values(menu));
    }

    pub(super) fn accept(&mut self) -> Option<Effect> {
        match self.layers.last() {
            Some(Layer::Query(_)) => self.accept_query(),
            Some(Layer::Date(prompt)) if prompt.fault.is_some() => {}
            Some(Layer::Sides(prompt)) if prompt.fault.is_some() => {}
            Some(Layer::Page { .. } | Layer::Sides(_)) => {
                self.layers.pop();
            }
            Some(Layer::Date(prompt)) => {
                let before = prompt.before.clone();
                self.layers.pop();
                self.jumped_from(before.wanted);
                self.remember(before, false);
            }
            Some(&Layer::Facets { cursor }) => {
                if let Some(&(_, field)) = Field::FACETS.get(cursor) {
                    self.open_values(field);
                }
            }
            Some(Layer::Values(_)) => self.choose_value(false),
            Some(Layer::Choice(_)) => return self.choose(),
            Some(Layer::Palette(palette)) => {
                let chosen = self.palette_entries(palette).get(palette.cursor).map(|entry| entry.entry.action)?;
                self.layers.pop();
                return self.act(chosen);
            }
            None => {}
        }
        None
    }

    /// Filters by the value under the cursor of the menu, or excludes it; counts anew.
    pub(super) fn choose_value(&mut self, excludes: bool) {
        let Some(Layer::Values(menu)) = self.layers.last() else { return };
        let Some(item) = menu.current().cloned() else { return };
        self.toggle(item.facet.field, &item.facet.value.id, excludes);
        self.recount();
    }

    /// Filters by the value under the cursor of the menu and by no other of its field; counts anew.
    pub(super) fn solo_value(&mut self) {
        let Some(Layer::Values(menu)) = self.layers.last() else { return };
        let Some(item) = menu.current().cloned() else { return };
        let mut query = self.query.clone();
        query.solo(item.facet.field, &item.facet.value.id);
        self.change_query(query);
        self.recount();
    }

    /// Counts the values of every open menu anew.
    fn recount(&mut self) {
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            if let Layer::Values(menu) = layer {
                menu.count(self);
            }
        }
        self.layers = layers;
    }

    pub(super) fn move_in_menu(&mut self, by: isize) {
        let entries = match self.layers.last() {
            Some(Layer::Palette(palette)) => self.palette_entries(palette).len(),
            Some(Layer::Values(menu)) => menu.items.len(),
            Some(Layer::Choice(choice)) => choice.items.len(),
            Some(Layer::Facets { .. }) => Field::FACETS.len(),
            Some(Layer::Page { .. }) => self.viewport.page_lines,
            Some(Layer::Query(_)) => return self.move_in_prompt(by),
            Some(Layer::Date(_) | Layer::Sides(_)) | None => return,
        };
        let rows = self.viewport.menu_rows.max(1);
        let last = entries.saturating_sub(1);
        let moved = |cursor: usize| cursor.saturating_add_signed(by).min(last);
        let scrolled = |top: usize, cursor: usize| top.clamp((cursor + 1).saturating_sub(rows), cursor);
        match self.layers.last_mut() {
            Some(Layer::Palette(palette)) => {
                palette.cursor = moved(palette.cursor);
                palette.top = scrolled(palette.top, palette.cursor);
            }
            Some(Layer::Values(menu)) => {
                menu.cursor = moved(menu.cursor);
                menu.top = scrolled(menu.top, menu.cursor);
            }
            Some(Layer::Choice(choice)) => {
                choice.cursor = moved(choice.cursor);
                choice.top = scrolled(choice.top, choice.cursor);
            }
            Some(Layer::Facets { cursor }) => *cursor = moved(*cursor),
            Some(Layer::Page { top, .. }) => *top = (*top).saturating_add_signed(by).min(entries.saturating_sub(rows)),
            Some(Layer::Query(_) | Layer::Date(_) | Layer::Sides(_)) | None => {}
        }
    }

    pub(super) fn menu_page(&self) -> isize {
        isize::try_from(self.viewport.menu_rows.saturating_sub(1).max(1)).unwrap_or(isize::MAX)
    }
}
