//! One message, one change of the state.

use crossterm::event::{MouseButton, MouseEventKind};

use crate::{
    input::{self, Action, Key},
    query::{Field, Query},
    text::{sanitize, width},
};

use super::{
    App, DatePrompt, Effect, Layer, Message, Outside, Page, Palette, Pane, QueryPrompt, Seek, ValueMenu, View,
    possible::refusal_to_move,
};

impl App {
    /// Changes the state by one message; what only the runtime can do comes back.
    pub fn update(&mut self, message: Message) -> Option<Effect> {
        match message {
            Message::Key(key) => {
                self.notice = None;
                self.key(key)
            }
            Message::Mouse { kind, target, shift } => {
                if kind == MouseEventKind::Down(MouseButton::Left) {
                    self.notice = None;
                }
                self.mouse(kind, target, shift)
            }
            Message::Act(action) => self.act(action),
            Message::Paste(text) => {
                self.paste(&text);
                None
            }
            Message::Background(theme) => {
                self.hear_background(theme);
                None
            }
        }
    }

    fn key(&mut self, key: Key) -> Option<Effect> {
        if let Some(action) = self.keymap.action(self.keyboard(), key) {
            return self.act(action);
        }
        if self.keyboard() == input::Layer::Text {
            if !self.edit(key) {
                self.tell_unbound(key);
            }
            return None;
        }
        match (self.layers.last_mut(), key.character()) {
            (Some(Layer::Facets { .. }), Some(c)) => {
                if let Some((_, field)) = Field::FACETS.into_iter().find(|(letter, _)| *letter == c) {
                    self.open_values(field);
                    return None;
                }
            }
            (Some(Layer::Choice(choice)), Some(c)) => {
                if let Some(place) = choice.place_of(c) {
                    choice.cursor = place;
                    return self.choose();
                }
            }
            (Some(Layer::Values(menu)), Some('/')) => {
                menu.type_ahead();
                return None;
            }
            (Some(Layer::Values(menu)), Some(c)) => {
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
        match self.layers.last_mut() {
            Some(Layer::Query(_)) => self.type_query(key),
            Some(Layer::Date(prompt)) => {
                let edits = prompt.editor.key(key);
                self.follow_date();
                edits
            }
            Some(Layer::Sides(prompt)) => {
                let edits = prompt.editor.key(key);
                self.follow_sides();
                edits
            }
            Some(Layer::Palette(palette)) => palette.edit(key),
            Some(Layer::Values(menu)) => menu.edit(key),
            _ => false,
        }
    }

    /// Says that a key does nothing here: most likely an input method is on, or it is a key of another program.
    fn tell_unbound(&mut self, key: Key) {
        let is_wide = key.character().is_some_and(is_full_width);
        self.notice = Some(if is_wide {
            "full-width key: switch the input method off".to_owned()
        } else {
            let key = sanitize(&key.to_string()).into_owned();
            match self.keymap.keys(self.keyboard(), Action::Help).first() {
                Some(help) => format!("no key `{key}` here, {help} lists them"),
                None => format!("no key `{key}` here"),
            }
        });
    }

    fn paste(&mut self, text: &str) {
        match self.layers.last_mut() {
            Some(Layer::Query(_)) => self.paste_query(text),
            Some(Layer::Date(prompt)) => {
                prompt.editor.paste(text);
                self.follow_date();
            }
            Some(Layer::Sides(prompt)) => {
                prompt.editor.paste(text);
                self.follow_sides();
            }
            Some(Layer::Palette(palette)) => palette.paste(text),
            Some(Layer::Values(menu)) => menu.paste(text),
            None => {
                // Pasted text is never a row of commands: it is looked for.
                self.open_query();
                self.paste(text);
            }
            Some(_) => {}
        }
    }

    pub(super) fn act(&mut self, action: Action) -> Option<Effect> {
        if let Err(refusal) = self.possible(action) {
            self.notice = Some(refusal.to_string());
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
            Action::Origin => self.turn_origin(),
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
            Action::Legend => self.layers.push(Layer::Page { page: Page::Legend, top: 0 }),
            Action::Search => self.open_query(),
            Action::Facets => self.layers.push(Layer::Facets { cursor: 0 }),
            Action::Areas => self.open_values(Field::Area),
            Action::Like => {
                if let Some(ix) = self.selected {
                    let menu = ValueMenu::of_event(ix, self);
                    self.layers.push(Layer::Values(menu));
                }
            }
            Action::DropTerm => self.drop_last_term(),
            Action::DropAll => self.change_query(Query::default()),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Outside => {
                self.outside = if self.outside == Outside::Dim { Outside::Hide } else { Outside::Dim };
                self.follow_selection();
            }
            Action::Language => self.lang = self.lang.next(),
            Action::Zone => self.turn_zone(),
            Action::Theme => self.next_theme(),
            Action::Mouse => {
                self.hears_mouse = !self.hears_mouse;
                self.notice = Some(
                    if self.hears_mouse {
                        "the mouse is heard"
                    } else {
                        "the mouse is the terminal's: select text with it"
                    }
                    .to_owned(),
                );
                return Some(Effect::Mouse(self.hears_mouse));
            }
            Action::CopyView => {
                let Some(command) = self.command() else {
                    self.notice = Some("the name of this file cannot be written in a command line".to_owned());
                    return None;
                };
                self.notice = Some(format!("sent to the terminal: {command}"));
                return Some(Effect::Copy(command));
            }
            Action::About => self.layers.push(Layer::Page { page: Page::About, top: 0 }),
            Action::Problems => self.layers.push(Layer::Page { page: Page::Problems, top: 0 }),
            Action::Help => self.layers.push(Layer::Palette(Palette::default())),
            Action::Back => self.back(),
            Action::MenuNext => self.move_in_menu(1),
            Action::MenuPrevious => self.move_in_menu(-1),
            Action::MenuPageDown => self.move_in_menu(self.menu_page()),
            Action::MenuPageUp => self.move_in_menu(-self.menu_page()),
            Action::Complete => self.take_completion(),
            Action::Accept => return self.accept(),
            Action::Exclude => self.choose_value(true),
            Action::Solo => self.solo_value(),
            Action::NextMatch => self.seek = Some(Seek::Onwards),
            Action::PreviousMatch => self.seek = Some(Seek::Back),
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
            Action::StepEarlier => self.step(false),
            Action::StepLater => self.step(true),
            Action::GoToDate => self.layers.push(Layer::Date(self.date_prompt())),
            Action::FoldGaps => self.fold_gaps(),
            _ => return false,
        }
        if let Some(refusal) = refusal_to_move(action).filter(|_| before == (self.window, self.selected)) {
            self.notice = Some(refusal.to_string());
        }
        true
    }

    /// Changes the view or moves in it; `false` if the action is about something else.
    fn act_in_view(&mut self, action: Action) -> bool {
        match action {
            Action::ViewTimeline => self.show(View::Timeline),
            Action::ViewMatrix => self.show(View::Matrix),
            Action::ViewQuotes => self.show(View::Quotes),
            Action::ViewThreads => self.show(View::Threads),
            Action::ViewStep => self.show(View::Step),
            Action::Sides => self.open_sides(),
            Action::CellUp => self.move_cell(-1, 0),
            Action::CellDown => self.move_cell(1, 0),
            Action::CellLeft => self.move_cell(0, -1),
            Action::CellRight => self.move_cell(0, 1),
            Action::CellFirst => self.put_cell(0, 0),
            Action::CellLast => self.put_cell(usize::MAX, usize::MAX),
            Action::ThreadOnly => self.turn_thread(),
            Action::FilterCell => self.filter_to_cell(),
            Action::TurnMatrix => self.turn_matrix(),
            _ => return false,
        }
        true
    }

    /// One step back: out of a layer, out of the whole screen, back to the list, and last a term of the filter.
    fn back(&mut self) {
        if let Some(Layer::Values(menu)) = self.layers.last_mut()
            && menu.stop_typing()
        {
            return;
        }
        match self.layers.pop() {
            Some(Layer::Query(QueryPrompt { before, .. }) | Layer::Date(DatePrompt { before, .. })) => {
                self.restore(before);
            }
            Some(Layer::Sides(prompt)) => self.restore_sides(prompt),
            Some(_) => {}
            None if self.came_from.is_some() => self.return_to_matrix(),
            None if self.expanded => (self.expanded, self.focus) = (false, Pane::List),
            None if self.focus != Pane::List => self.focus = Pane::List,
            None if self.view != View::Timeline => self.show(View::Timeline),
            None => self.drop_last_term(),
        }
    }

    fn turn_focus(&mut self, steps: usize) {
        let panes: &[Pane] = match (self.view, self.viewport.has_axis) {
            (View::Matrix, _) | (View::Quotes | View::Step, false) => &[Pane::List],
            (View::Quotes | View::Step, true) => &[Pane::List, Pane::Axis],
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
        isize::try_from(self.viewport.detail_rows.saturating_sub(2).max(1)).unwrap_or(isize::MAX)
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
