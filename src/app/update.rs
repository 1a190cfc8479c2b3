//! One message, one change of the state.

use crossterm::event::{MouseButton, MouseEventKind};

use crate::{
    input::{self, Action, Key},
    query::{Field, Query},
    text::{sanitize, width},
};

use super::{
    App, DatePrompt, Effect, FacetMenu, InfoPage, MatchDirection, Message, NonMatching, Overlay, Palette, Pane,
    QueryPrompt, View, availability::refusal_to_move,
};

impl App {
    /// Changes the state by one message; what only the runtime can do comes back.
    pub fn update(&mut self, message: Message) -> Option<Effect> {
        match message {
            Message::Key(key) => {
                self.status_message = None;
                self.key(key)
            }
            Message::Mouse { kind, target, shift } => {
                if kind == MouseEventKind::Down(MouseButton::Left) {
                    self.status_message = None;
                }
                self.mouse(kind, target, shift)
            }
            Message::Act(action) => self.perform(action),
            Message::Paste(text) => {
                self.paste(&text);
                None
            }
            Message::Background(theme) => {
                self.set_background(theme);
                None
            }
        }
    }

    fn key(&mut self, key: Key) -> Option<Effect> {
        if let Some(action) = self.keymap.action(self.key_context(), key) {
            return self.perform(action);
        }
        if self.key_context() == input::Layer::Text {
            if !self.edit(key) {
                self.tell_unbound(key);
            }
            return None;
        }
        match (self.overlays.last_mut(), key.character()) {
            (Some(Overlay::Facets { .. }), Some(c)) => {
                if let Some((_, field)) = Field::FACETS.into_iter().find(|(letter, _)| *letter == c) {
                    self.open_values(field);
                    return None;
                }
            }
            (Some(Overlay::Choice(choice)), Some(c)) => {
                if let Some(place) = choice.place_of(c) {
                    choice.cursor = place;
                    return self.accept_pick();
                }
            }
            (Some(Overlay::Values(menu)), Some('/')) => {
                menu.type_ahead();
                return None;
            }
            (Some(Overlay::Values(menu)), Some(c)) => {
                let place = menu.place_of(c);
                if place.is_some() || c == '.' && menu.field().is_none() {
                    menu.cursor = place.unwrap_or(menu.cursor);
                    self.choose_value(c.is_ascii_uppercase());
                    return None;
                }
            }
            _ => {}
        }
        self.tell_unbound(key);
        None
    }

    /// Edits what is being typed; `false` for a key that edits nothing.
    fn edit(&mut self, key: Key) -> bool {
        match self.overlays.last_mut() {
            Some(Overlay::Query(_)) => self.type_query(key),
            Some(Overlay::Date(prompt)) => {
                let edits = prompt.editor.key(key);
                self.preview_date();
                edits
            }
            Some(Overlay::Sides(prompt)) => {
                let edits = prompt.editor.key(key);
                self.apply_typed_comparison();
                edits
            }
            Some(Overlay::Palette(palette)) => palette.edit(key),
            Some(Overlay::Values(menu)) => menu.edit(key),
            _ => false,
        }
    }

    /// Says that a key does nothing here: most likely an input method is on, or it is a key of another program.
    fn tell_unbound(&mut self, key: Key) {
        let is_wide = key.character().is_some_and(is_full_width);
        self.status_message = Some(if is_wide {
            "full-width key: switch the input method off".to_owned()
        } else {
            let key = sanitize(&key.to_string()).into_owned();
            match self.keymap.keys(self.key_context(), Action::Help).first() {
                Some(help) => format!("no key `{key}` here, {help} lists them"),
                None => format!("no key `{key}` here"),
            }
        });
    }

    fn paste(&mut self, text: &str) {
        match self.overlays.last_mut() {
            Some(Overlay::Query(_)) => self.paste_query(text),
            Some(Overlay::Date(prompt)) => {
                prompt.editor.paste(text);
                self.preview_date();
            }
            Some(Overlay::Sides(prompt)) => {
                prompt.editor.paste(text);
                self.apply_typed_comparison();
            }
            Some(Overlay::Palette(palette)) => palette.paste(text),
            Some(Overlay::Values(menu)) => menu.paste(text),
            None => {
                // Pasted text is never a row of commands: it is looked for.
                self.open_query();
                self.paste(text);
            }
            Some(_) => {}
        }
    }

    pub(super) fn perform(&mut self, action: Action) -> Option<Effect> {
        if let Err(refusal) = self.availability(action) {
            self.status_message = Some(refusal.to_string());
            return None;
        }
        if action.takes_event() {
            self.choose_selected();
        }
        match action {
            Action::Quit => return Some(Effect::Quit),
            Action::Suspend => return Some(Effect::Suspend),
            Action::JumpBack => self.jump_back(),
            Action::JumpForward => self.jump_forward(),
            Action::Origin => self.toggle_reference(),
            Action::DetailDown => self.scroll_detail(1),
            Action::DetailUp => self.scroll_detail(-1),
            Action::DetailPageDown => self.scroll_detail(self.detail_page()),
            Action::DetailPageUp => self.scroll_detail(-self.detail_page()),
            Action::DetailStart => self.detail_top = 0,
            // The end is where the viewport stops it.
            Action::DetailEnd => self.detail_top = usize::MAX,
            Action::NextPane => self.turn_focus(1),
            Action::PreviousPane => self.turn_focus(2),
            Action::Expand => self.expanded = !self.expanded,
            Action::Open if self.focus == Pane::Axis && self.open_cluster() => {}
            Action::Open => (self.focus, self.expanded) = (Pane::Detail, true),
            Action::Copy => self.open_copies(),
            Action::Queries => self.open_queries(),
            Action::Legend => self.overlays.push(Overlay::Page { page: InfoPage::Legend, top: 0 }),
            Action::Search => self.open_query(),
            Action::Facets => self.overlays.push(Overlay::Facets { cursor: 0 }),
            Action::Areas => self.open_values(Field::Area),
            Action::Like => {
                if let Some(ix) = self.selected {
                    let menu = FacetMenu::of_event(ix, self);
                    self.overlays.push(Overlay::Values(menu));
                }
            }
            Action::DropTerm => self.drop_last_term(),
            Action::DropAll => self.set_query_undoable(Query::default()),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Outside => {
                self.non_matching =
                    if self.non_matching == NonMatching::Dim { NonMatching::Hide } else { NonMatching::Dim };
                self.follow_selection();
            }
            Action::Language => self.lang = self.lang.next(),
            Action::Zone => self.next_zone(),
            Action::Theme => self.next_theme(),
            Action::Mouse => {
                self.mouse_capture = !self.mouse_capture;
                self.status_message = Some(
                    if self.mouse_capture {
                        "the mouse is heard"
                    } else {
                        "the mouse is the terminal's: select text with it"
                    }
                    .to_owned(),
                );
                return Some(Effect::Mouse(self.mouse_capture));
            }
            Action::CopyView => {
                let Some(command) = self.command_line() else {
                    self.status_message = Some("the name of this file cannot be written in a command line".to_owned());
                    return None;
                };
                self.status_message = Some(format!("sent to the terminal: {command}"));
                return Some(Effect::Copy(command));
            }
            Action::About => self.overlays.push(Overlay::Page { page: InfoPage::About, top: 0 }),
            Action::Problems => self.overlays.push(Overlay::Page { page: InfoPage::Problems, top: 0 }),
            Action::Help => self.overlays.push(Overlay::Palette(Palette::default())),
            Action::Back => self.back(),
            Action::MenuNext => self.move_in_menu(1),
            Action::MenuPrevious => self.move_in_menu(-1),
            Action::MenuPageDown => self.move_in_menu(self.menu_page()),
            Action::MenuPageUp => self.move_in_menu(-self.menu_page()),
            Action::Complete => self.accept_completion(),
            Action::Accept => return self.accept(),
            Action::Exclude => self.choose_value(true),
            Action::Solo => self.only_value(),
            Action::NextMatch => self.match_request = Some(MatchDirection::Next),
            Action::PreviousMatch => self.match_request = Some(MatchDirection::Previous),
            moves if self.view == View::Quotes && self.quote_target(moves).is_some() => {
                if let Some(quote) = self.quote_target(moves) {
                    self.read_quote(quote);
                }
            }
            action if self.act_in_time(action) || self.act_in_view(action) => {}
            moves => {
                if let Some(ix) = self.target(moves) {
                    if moves.jumps() { self.jump(ix) } else { self.select(ix) }
                }
            }
        }
        None
    }

    /// Moves through time; `false` if the action is about something else. Where nothing moves, that is said.
    fn act_in_time(&mut self, action: Action) -> bool {
        let before = (self.window, self.selected);
        match action {
            Action::PanEarlier => self.pan(-1, None),
            Action::PanLater => self.pan(1, None),
            Action::PanHalfEarlier => self.pan(-1, Some(2)),
            Action::PanHalfLater => self.pan(1, Some(2)),
            Action::ZoomIn => self.zoom_in(),
            Action::ZoomOut => self.zoom_out(),
            Action::Fit => self.fit(),
            Action::StepEarlier => self.shift_by_unit(false),
            Action::StepLater => self.shift_by_unit(true),
            Action::GoToDate => self.overlays.push(Overlay::Date(self.date_prompt())),
            Action::FoldGaps => self.fold_gaps(),
            _ => return false,
        }
        if let Some(refusal) = refusal_to_move(action).filter(|_| before == (self.window, self.selected)) {
            self.status_message = Some(refusal.to_string());
        }
        true
    }

    /// Changes the view or moves in it; `false` if the action is about something else.
    fn act_in_view(&mut self, action: Action) -> bool {
        match action {
            Action::ViewTimeline => self.switch_view(View::Timeline),
            Action::ViewMatrix => self.switch_view(View::Matrix),
            Action::ViewQuotes => self.switch_view(View::Quotes),
            Action::ViewThreads => self.switch_view(View::Threads),
            Action::ViewStep => self.switch_view(View::Compare),
            Action::Sides => self.open_compare_prompt(),
            Action::CellUp => self.move_cursor(-1, 0),
            Action::CellDown => self.move_cursor(1, 0),
            Action::CellLeft => self.move_cursor(0, -1),
            Action::CellRight => self.move_cursor(0, 1),
            Action::CellFirst => self.set_cursor(0, 0),
            Action::CellLast => self.set_cursor(usize::MAX, usize::MAX),
            Action::ThreadOnly => self.next_in_thread(),
            Action::FilterCell => self.filter_to_cell(),
            Action::TurnMatrix => self.next_pivot(),
            _ => return false,
        }
        true
    }

    /// One step back: out of a layer, out of the whole screen, back to the list, and last a term of the filter.
    fn back(&mut self) {
        if let Some(Overlay::Values(menu)) = self.overlays.last_mut()
            && menu.stop_typing()
        {
            return;
        }
        match self.overlays.pop() {
            Some(Overlay::Query(QueryPrompt { before, .. }) | Overlay::Date(DatePrompt { before, .. })) => {
                self.restore_snapshot(before);
            }
            Some(Overlay::Sides(prompt)) => self.restore_comparison(prompt),
            Some(_) => {}
            None if self.return_point.is_some() => self.return_to_matrix(),
            None if self.expanded => (self.expanded, self.focus) = (false, Pane::List),
            None if self.focus != Pane::List => self.focus = Pane::List,
            None if self.view != View::Timeline => self.switch_view(View::Timeline),
            None => self.drop_last_term(),
        }
    }

    fn turn_focus(&mut self, steps: usize) {
        let panes: &[Pane] = match (self.view, self.metrics.has_axis) {
            (View::Matrix, _) | (View::Quotes | View::Compare, false) => &[Pane::List],
            (View::Quotes | View::Compare, true) => &[Pane::List, Pane::Axis],
            (View::Timeline | View::Threads, true) => &[Pane::List, Pane::Detail, Pane::Axis],
            (View::Timeline | View::Threads, false) => &[Pane::List, Pane::Detail],
        };
        let place = panes.iter().position(|&pane| pane == self.focus).unwrap_or(0);
        let steps = if steps == 2 { panes.len() - 1 } else { steps };
        if let Some(&pane) = panes.get((place + steps) % panes.len()) {
            self.give_focus(pane);
        }
    }

    /// Gives a pane the keyboard. Who turns to the detail has chosen its event.
    pub(super) fn give_focus(&mut self, pane: Pane) {
        self.focus = pane;
        if pane == Pane::Detail {
            self.choose_selected();
        }
    }

    fn detail_page(&self) -> isize {
        isize::try_from(self.metrics.detail_rows.saturating_sub(2).max(1)).unwrap_or(isize::MAX)
    }

    pub(super) fn scroll_detail(&mut self, by: isize) {
        self.choose_selected();
        self.detail_top = self.detail_top.saturating_add_signed(by);
    }
}

/// Whether a character comes from an input method: of two columns, or of the block of forms in other widths.
fn is_full_width(c: char) -> bool {
    width(c.encode_utf8(&mut [0; 4])) > 1 || matches!(c, '\u{FF00}'..='\u{FFEF}')
}
