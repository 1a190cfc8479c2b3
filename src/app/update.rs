//! One message, one change of the state.

use crossterm::event::{MouseButton, MouseEventKind};

use crate::{
    input::{Key, ProgramAction},
    messages::notices,
    text::{sanitize, width},
};

use super::{App, Effect, Message};

impl App {
    /// Changes the state by one message; what only the runtime can do comes back.
    pub fn update(&mut self, message: Message) -> Option<Effect> {
        match message {
            Message::Key(key) => {
                self.forget_message();
                self.key(key)
            }
            Message::Mouse { kind, target, shift } => {
                if kind == MouseEventKind::Down(MouseButton::Left) {
                    self.forget_message();
                }
                self.mouse(kind, target, shift)
            }
            Message::Act(action) => self.perform(action),
            Message::Paste(text) => {
                self.paste(&text);
                None
            }
            Message::Background(background) => {
                self.prefs.background = Some(background);
                None
            }
        }
    }

    /// What was told is gone with the next key.
    fn forget_message(&mut self) {
        (self.status_message, self.welcomes) = (None, false);
    }

    fn key(&mut self, key: Key) -> Option<Effect> {
        if let Some(action) = self.prefs.keymap.action(self.key_context(), key) {
            return self.perform(action);
        }
        self.key_in_overlay(key).unwrap_or_else(|key| {
            self.tell_unbound(key);
            None
        })
    }

    /// Says that a key does nothing here: most likely an input method is on, or it is a key of another program.
    fn tell_unbound(&mut self, key: Key) {
        let is_wide = key.character().is_some_and(is_full_width);
        let locale = self.locale();
        self.tell(if is_wide {
            notices::full_width_key(locale).to_owned()
        } else {
            let key = sanitize(&key.to_string()).into_owned();
            match self.prefs.keymap.keys(self.key_context(), ProgramAction::Help.into()).first() {
                Some(help) => notices::no_key_but_help(locale, &key, &help.to_string()),
                None => notices::no_key(locale, &key),
            }
        });
    }
}

/// Whether a character comes from an input method: of two columns, or of the block of forms in other widths.
fn is_full_width(c: char) -> bool {
    width(c.encode_utf8(&mut [0; 4])) > 1 || matches!(c, '\u{FF00}'..='\u{FFEF}')
}
