//! One message, one change of the state.

use crossterm::event::{MouseButton, MouseEventKind};

use crate::{
    input::{Action, Binding, Key, KeySequence, ProgramAction},
    messages::notices,
    text::{sanitize, width},
};

use super::{App, Effect, Message};

impl App {
    /// Changes the state by one message; what only the runtime can do comes back.
    pub fn update(&mut self, message: Message) -> Option<Effect> {
        let pending = match message {
            Message::Background(_) => None,
            _ => self.pending_keys.take(),
        };
        match message {
            Message::Key(key) => {
                self.forget_message();
                self.key(pending, key)
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

    /// Does what a key means behind those that were pressed before it.
    ///
    /// One that means nothing here is taken for the one that other terminals report for it.
    fn key(&mut self, pending: Option<KeySequence>, key: Key) -> Option<Effect> {
        for heard in [Some(key), key.reported_as()].into_iter().flatten() {
            let keys = pending.clone().map_or_else(|| heard.into(), |pending| pending.then(heard));
            match self.prefs.keymap.binding(self.key_context(), &keys) {
                Some(Binding::Action(action)) => return self.perform(action),
                Some(Binding::Prefix) => {
                    self.pending_keys = Some(keys);
                    return None;
                }
                None => {}
            }
        }
        if let Some(pending) = pending {
            return self.end_sequence(pending, key);
        }
        let plain = |app: &mut Self, key: Key| key.reported_as().map_or(Err(key), |plain| app.key_in_overlay(plain));
        self.key_in_overlay(key).or_else(|key| plain(self, key)).unwrap_or_else(|_| {
            self.tell_unbound(&key.into());
            None
        })
    }

    /// Ends a sequence with a key that leads nowhere: one that goes back only ends it, Ctrl-c quits all the same, and of any
    /// other it is told.
    fn end_sequence(&mut self, pending: KeySequence, key: Key) -> Option<Effect> {
        const BACK: Option<Action> = Some(Action::Program(ProgramAction::Back));
        const QUIT: Option<Action> = Some(Action::Program(ProgramAction::Quit));
        let alone = |key: Key| self.prefs.keymap.action(self.key_context(), key);
        let is_back = alone(key) == BACK || key.reported_as().is_some_and(|plain| alone(plain) == BACK);
        if key == Key::from('c').with_ctrl() && alone(key) == QUIT {
            return self.perform(ProgramAction::Quit);
        }
        if !is_back {
            self.tell_unbound(&pending.then(key));
        }
        None
    }

    /// Says that a key does nothing here: most likely an input method is on, or it is a key of another program.
    fn tell_unbound(&mut self, keys: &KeySequence) {
        let is_wide = keys.keys().filter_map(Key::character).any(is_full_width);
        let locale = self.locale();
        self.tell(if is_wide {
            notices::full_width_key(locale).to_owned()
        } else {
            let key = sanitize(&keys.to_string()).into_owned();
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
