//! What keys, text and the mouse do in the topmost overlay: the one place, with [`Overlay`] itself, that knows them all.

use crate::{
    input::{Key, KeyContext, MenuAction},
    query::Field,
};

use crate::app::{App, Direction, Effect, Overlay};

impl App {
    /// Who has the keyboard: the one place that decides it.
    pub fn key_context(&self) -> KeyContext {
        self.overlays.last().map_or_else(|| self.panes.key_context(), Overlay::key_context)
    }

    /// Does what an action says to the topmost overlay.
    pub(in crate::app) fn perform_on_overlay(&mut self, action: MenuAction) -> Option<Effect> {
        match action {
            MenuAction::Next => self.move_in_overlay(1),
            MenuAction::Previous => self.move_in_overlay(-1),
            MenuAction::PageDown => self.move_in_overlay(self.overlay_page(Direction::Next)),
            MenuAction::PageUp => self.move_in_overlay(self.overlay_page(Direction::Previous)),
            MenuAction::Complete => self.accept_completion(),
            MenuAction::Accept => return self.accept(),
            MenuAction::Only => self.only_value(),
            MenuAction::Exclude => self.choose_value(true),
        }
        None
    }

    /// Takes a key that no action is bound to.
    ///
    /// # Errors
    ///
    /// The key, where it does nothing.
    pub(in crate::app) fn key_in_overlay(&mut self, key: Key) -> Result<Option<Effect>, Key> {
        if self.key_context() == KeyContext::Text {
            return if self.edit(key) { Ok(None) } else { Err(key) };
        }
        self.choose_by_letter(key)
    }

    /// Edits what is being typed; `false` for a key that edits nothing.
    fn edit(&mut self, key: Key) -> bool {
        let Some(editor) = self.overlays.last_mut().and_then(Overlay::editor_mut) else { return false };
        let before = editor.text().to_owned();
        let edits = editor.key(key);
        if edits {
            let is_changed = editor.text() != before;
            self.follow_typing(is_changed);
        }
        edits
    }

    /// Takes pasted text. It is never a row of commands: where nothing is typed, it is looked for.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        if self.overlays.is_empty() {
            self.open_query();
        }
        if let Some(editor) = self.overlays.last_mut().and_then(Overlay::editor_mut) {
            editor.paste(text);
            self.follow_typing(true);
        }
    }

    /// Does what follows from what is typed now.
    fn follow_typing(&mut self, is_changed: bool) {
        match self.overlays.last_mut() {
            Some(Overlay::Query(_)) => self.follow_typed_query(is_changed),
            Some(Overlay::Date(_)) => self.preview_date(),
            Some(Overlay::Compare(_)) => self.apply_typed_comparison(),
            Some(Overlay::Export(_)) => self.follow_export_name(),
            Some(Overlay::Values(menu)) => menu.follow_typing(),
            Some(Overlay::Palette(palette)) => palette.follow_typing(),
            Some(Overlay::Annotation(_) | Overlay::Facets(_) | Overlay::Pick(_) | Overlay::Page { .. }) | None => {}
        }
    }

    /// Chooses the entry with the letter of a key.
    fn choose_by_letter(&mut self, key: Key) -> Result<Option<Effect>, Key> {
        let letter = key.character().ok_or(key)?;
        match self.overlays.last_mut().ok_or(key)? {
            Overlay::Facets(_) => {
                let (_, field) = Field::FACETS.into_iter().find(|(known, _)| *known == letter).ok_or(key)?;
                self.open_values(field);
            }
            Overlay::Values(menu) if letter == '/' => menu.type_ahead(),
            Overlay::Values(menu) => {
                menu.cursor.place = menu.place_of(letter).ok_or(key)?;
                self.choose_value(letter.is_ascii_uppercase());
            }
            Overlay::Pick(menu) => {
                menu.cursor.place = menu.place_of(letter).ok_or(key)?;
                return Ok(self.accept_pick());
            }
            Overlay::Query(_)
            | Overlay::Date(_)
            | Overlay::Compare(_)
            | Overlay::Annotation(_)
            | Overlay::Export(_)
            | Overlay::Palette(_)
            | Overlay::Page { .. } => return Err(key),
        }
        Ok(None)
    }

    /// Accepts the entry at a place.
    pub(in crate::app) fn press_entry(&mut self, place: usize) -> Option<Effect> {
        let overlay = self.overlays.last_mut()?;
        if let Overlay::Query(prompt) = overlay {
            prompt.selected_completion = Some(place);
        } else {
            overlay.cursor_mut()?.place = place;
        }
        self.accept()
    }

    fn accept(&mut self) -> Option<Effect> {
        match self.overlays.last()? {
            Overlay::Query(_) => self.accept_query(),
            Overlay::Date(_) => self.accept_date(),
            Overlay::Annotation(_) => return self.accept_annotation(),
            Overlay::Export(_) => return self.accept_export(),
            Overlay::Compare(prompt) if prompt.fault.is_some() => {}
            Overlay::Compare(_) | Overlay::Page { .. } => drop(self.overlays.pop()),
            Overlay::Facets(cursor) => {
                if let Some(&(_, field)) = Field::FACETS.get(cursor.place) {
                    self.open_values(field);
                }
            }
            Overlay::Values(_) => self.choose_value(false),
            Overlay::Pick(_) => return self.accept_pick(),
            Overlay::Palette(palette) => {
                let chosen = self.palette_entries(palette).get(palette.cursor.place)?.entry.action;
                self.overlays.pop();
                return self.perform(chosen);
            }
        }
        None
    }

    /// Leaves the topmost overlay, with what it has changed as it was before.
    pub(in crate::app) fn close_overlay(&mut self) {
        if let Some(Overlay::Values(menu)) = self.overlays.last_mut()
            && menu.stop_typing()
        {
            return;
        }
        match self.overlays.pop() {
            Some(Overlay::Query(prompt)) => self.restore_snapshot(prompt.before),
            Some(Overlay::Date(prompt)) => self.restore_snapshot(prompt.before),
            Some(Overlay::Compare(prompt)) => self.restore_comparison(prompt),
            Some(
                Overlay::Annotation(_)
                | Overlay::Export(_)
                | Overlay::Facets(_)
                | Overlay::Values(_)
                | Overlay::Pick(_)
                | Overlay::Palette(_)
                | Overlay::Page { .. },
            )
            | None => {}
        }
    }

    /// Moves the cursor of the topmost overlay, or scrolls it.
    pub(in crate::app) fn move_in_overlay(&mut self, by: isize) {
        let entries = match self.overlays.last() {
            Some(Overlay::Palette(palette)) => self.palette_entries(palette).len(),
            Some(Overlay::Values(menu)) => menu.items.len(),
            Some(Overlay::Pick(menu)) => menu.items.len(),
            Some(Overlay::Facets(_)) => Field::FACETS.len(),
            Some(Overlay::Page { .. }) => self.metrics.page_lines,
            Some(Overlay::Query(_)) => return self.move_in_prompt(by),
            Some(Overlay::Date(_) | Overlay::Compare(_) | Overlay::Annotation(_) | Overlay::Export(_)) | None => return,
        };
        let rows = self.metrics.menu_rows.max(1);
        match self.overlays.last_mut() {
            Some(Overlay::Page { top, .. }) => {
                *top = top.saturating_add_signed(by).min(entries.saturating_sub(rows));
            }
            overlay => {
                if let Some(cursor) = overlay.and_then(Overlay::cursor_mut) {
                    cursor.move_by(by, entries, rows);
                }
            }
        }
    }

    fn overlay_page(&self, direction: Direction) -> isize {
        let rows = self.metrics.menu_rows.saturating_sub(1).max(1);
        direction.signed(isize::try_from(rows).unwrap_or(isize::MAX))
    }
}
