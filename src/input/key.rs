//! One press of a key, and what a plain terminal can tell of it.
//!
//! Which action a key is bound to is no matter of this file, nor is its name, nor the bytes that a terminal sends.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A press of one key together with the modifiers held, as it is bound and printed.
///
/// Build one with [`Key::from`] and the `with_` methods, which keep to what a terminal can say: a character carries its
/// own shift, except a letter with Control, which has no case; a tab with shift is a tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key itself.
    pub code: KeyCode,
    /// Control, Alt and Shift, if they are held.
    ///
    /// Shift never with a character, which says so itself, but for a letter with Control.
    pub modifiers: KeyModifiers,
}

impl From<KeyCode> for Key {
    fn from(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::NONE }
    }
}

impl From<char> for Key {
    fn from(character: char) -> Self {
        Self::from(KeyCode::Char(character))
    }
}

impl Key {
    /// Returns the key of an event.
    ///
    /// `None` for a release, and for keys that have no name here.
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        let held = event.modifiers;
        if event.kind == KeyEventKind::Release || held.intersects(KeyModifiers::SUPER | KeyModifiers::HYPER) {
            return None;
        }
        let is_ctrl = held.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            // The control codes behind Esc, by the characters that ASCII gives them.
            KeyCode::Char('4') if is_ctrl => KeyCode::Char('\\'),
            KeyCode::Char('5') if is_ctrl => KeyCode::Char(']'),
            KeyCode::Char('6') if is_ctrl => KeyCode::Char('^'),
            KeyCode::Char('7') if is_ctrl => KeyCode::Char('_'),
            KeyCode::BackTab => KeyCode::Tab,
            KeyCode::Char(character) if character.is_control() => return None,
            KeyCode::Null
            | KeyCode::CapsLock
            | KeyCode::ScrollLock
            | KeyCode::NumLock
            | KeyCode::PrintScreen
            | KeyCode::Pause
            | KeyCode::Menu
            | KeyCode::KeypadBegin
            | KeyCode::Media(_)
            | KeyCode::Modifier(_) => return None,
            code => code,
        };
        let mut key = Self::from(code);
        if is_ctrl {
            key = key.with_ctrl();
        }
        if held.intersects(KeyModifiers::ALT | KeyModifiers::META) {
            key = key.with_alt();
        }
        // A terminal that tells capitals with Control apart sends them as such.
        let is_capital = matches!(event.code, KeyCode::Char('A'..='Z'));
        if held.contains(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab || is_capital {
            key = key.with_shift();
        }
        Some(key)
    }

    /// Returns this key with Control held.
    ///
    /// A letter becomes small: most terminals send one code for both, and others say Shift.
    #[must_use]
    pub fn with_ctrl(self) -> Self {
        let code = match self.code {
            KeyCode::Char(character) => KeyCode::Char(character.to_ascii_lowercase()),
            named => named,
        };
        Self { code, modifiers: self.modifiers | KeyModifiers::CONTROL }
    }

    /// Returns this key with Alt held.
    #[must_use]
    pub fn with_alt(self) -> Self {
        Self { modifiers: self.modifiers | KeyModifiers::ALT, ..self }
    }

    /// Returns this key with Shift held; a character stays as it is, but for a letter with Control.
    #[must_use]
    pub fn with_shift(self) -> Self {
        let has_case = |character: char| self.has_ctrl() && character.is_ascii_lowercase();
        if matches!(self.code, KeyCode::Char(character) if !has_case(character)) {
            return self;
        }
        Self { modifiers: self.modifiers | KeyModifiers::SHIFT, ..self }
    }

    /// Returns whether Control is held.
    pub fn has_ctrl(self) -> bool {
        self.modifiers.contains(KeyModifiers::CONTROL)
    }

    /// Returns whether Alt is held.
    pub fn has_alt(self) -> bool {
        self.modifiers.contains(KeyModifiers::ALT)
    }

    /// Returns the character that this key writes into a text field, if any.
    pub fn character(self) -> Option<char> {
        match self.code {
            KeyCode::Char(character) if !self.has_ctrl() && !self.has_alt() => Some(character),
            _ => None,
        }
    }

    /// Returns the key that a terminal may report for this one: `Ctrl-i` is `Tab`.
    ///
    /// Those with the [kitty keyboard protocol] report each key as itself, so does every terminal where this is `None`. Of
    /// `Ctrl-h` and `Ctrl-j` it depends on the terminal.
    ///
    /// [kitty keyboard protocol]: https://sw.kovidgoyal.net/kitty/keyboard-protocol/
    pub fn reported_as(self) -> Option<Self> {
        let with = |code| Self { code, ..self };
        let without = |modifiers| Self { modifiers: self.modifiers - modifiers, ..self };
        let plain = |code| Self { code, modifiers: self.modifiers & KeyModifiers::ALT };
        let reported = match self.code {
            KeyCode::Char(_) if self.modifiers.contains(KeyModifiers::SHIFT) => {
                let small = without(KeyModifiers::SHIFT);
                small.reported_as().unwrap_or(small)
            }
            KeyCode::Char(character) if self.has_ctrl() => match character {
                'i' => plain(KeyCode::Tab),
                'j' | 'm' => plain(KeyCode::Enter),
                '[' | '3' => plain(KeyCode::Esc),
                'h' | '?' | '8' => plain(KeyCode::Backspace),
                '@' | '2' | '`' => with(KeyCode::Char(' ')),
                '4' => with(KeyCode::Char('\\')),
                '5' => with(KeyCode::Char(']')),
                '6' | '~' => with(KeyCode::Char('^')),
                '7' | '/' | '-' => with(KeyCode::Char('_')),
                'a'..='z' | ' ' | '\\' | ']' | '^' | '_' => return None,
                _ => without(KeyModifiers::CONTROL),
            },
            KeyCode::Tab if self.has_ctrl() => without(KeyModifiers::CONTROL),
            KeyCode::Enter | KeyCode::Esc | KeyCode::Backspace => plain(self.code),
            _ => return None,
        };
        (reported != self).then_some(reported)
    }

    /// Returns whether most terminals send for this key what also begins a longer sequence, as `ESC [` does.
    ///
    /// There it is heard as Esc and a character.
    pub fn begins_sequence(self) -> bool {
        self.modifiers == KeyModifiers::ALT && matches!(self.code, KeyCode::Char('[' | ']' | 'O' | 'P'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn keys_that_a_terminal_cannot_tell_apart_are_known() {
        for (pressed, heard) in [
            ("Ctrl-i", "Tab"),
            ("Ctrl-m", "Enter"),
            ("Ctrl-j", "Enter"),
            ("Ctrl-h", "Backspace"),
            ("Ctrl-Shift-d", "Ctrl-d"),
            ("Ctrl-Shift-i", "Tab"),
            ("Ctrl-Alt-Shift-d", "Ctrl-Alt-d"),
            ("Ctrl-[", "Esc"),
            ("Ctrl-Alt-i", "Alt-Tab"),
            ("Ctrl-/", "Ctrl-_"),
            ("Ctrl-@", "Ctrl-Space"),
            ("Ctrl-.", "."),
            ("Ctrl-Enter", "Enter"),
            ("Ctrl-Shift-Tab", "Shift-Tab"),
        ] {
            assert_eq!(key(pressed).reported_as(), Some(key(heard)), "{pressed}");
        }
        for own in ["i", "Tab", "Enter", "Esc", "Ctrl-d", "Ctrl-Space", "Shift-Tab", "Ctrl-Left", "Alt-b", "Ctrl-\\"] {
            assert_eq!(key(own).reported_as(), None, "{own}");
        }
        assert!(key("Alt-[").begins_sequence() && key("Alt-P").begins_sequence() && !key("Alt-p").begins_sequence());
    }

    #[test]
    fn shift_counts_where_the_character_does_not_say_it() {
        let pressed = |code, modifiers| Key::from_event(KeyEvent::new(code, modifiers)).unwrap().to_string();
        let (ctrl, shift) = (KeyModifiers::CONTROL, KeyModifiers::SHIFT);
        assert_eq!(pressed(KeyCode::Char('G'), shift), "G");
        assert_eq!(pressed(KeyCode::Char('D'), ctrl), "Ctrl-Shift-d");
        assert_eq!(pressed(KeyCode::Char('d'), ctrl | shift), "Ctrl-Shift-d");
        assert_eq!(pressed(KeyCode::Char('?'), ctrl | shift), "Ctrl-?");
        assert_eq!(pressed(KeyCode::Left, shift), "Shift-Left");
    }

    #[test]
    fn what_is_reported_is_reported_as_itself() {
        for character in (' '..='~').map(|character| Key::from(character).with_ctrl()) {
            let held = [character, character.with_alt(), character.with_shift(), character.with_alt().with_shift()];
            for reported in held.into_iter().filter_map(Key::reported_as) {
                assert_eq!(reported.reported_as(), None, "{reported}");
            }
        }
    }
}
