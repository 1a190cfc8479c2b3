//! One press of a key, and what a plain terminal can tell of it.
//!
//! Which action a key is bound to is no matter of this file, nor is its name, nor the bytes that a terminal sends.

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A key that writes a character, as written: `Shift` and `g` together are `Char('G')`.
    Char(char),
    /// The enter or return key.
    Enter,
    /// The escape key.
    Esc,
    /// The tabulator key.
    Tab,
    /// The key that deletes backwards.
    Backspace,
    /// The key that deletes forwards.
    Delete,
    /// The insert key.
    Insert,
    /// The home key.
    Home,
    /// The end key.
    End,
    /// The key that pages up.
    PageUp,
    /// The key that pages down.
    PageDown,
    /// The up arrow.
    Up,
    /// The down arrow.
    Down,
    /// The left arrow.
    Left,
    /// The right arrow.
    Right,
    /// A function key by its number, from 1.
    F(u8),
}

/// A press of one key together with the modifiers held.
///
/// Build one with [`Key::from`] and the `with_` methods, which keep to what a terminal can say: a character carries its
/// own shift, and a control character has no case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key itself.
    pub code: Code,
    /// Whether Control was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held; never with a character, which says so itself.
    pub shift: bool,
}

impl From<Code> for Key {
    fn from(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }
}

impl From<char> for Key {
    fn from(character: char) -> Self {
        Self::from(Code::Char(character))
    }
}

impl Key {
    /// This key with Control held; a letter becomes small, since terminals send one code for both.
    #[must_use]
    pub fn with_ctrl(self) -> Self {
        let code = match self.code {
            Code::Char(character) => Code::Char(character.to_ascii_lowercase()),
            named => named,
        };
        Self { code, ctrl: true, ..self }
    }

    /// This key with Alt held.
    #[must_use]
    pub fn with_alt(self) -> Self {
        Self { alt: true, ..self }
    }

    /// This key with Shift held; a character stays as it is.
    #[must_use]
    pub fn with_shift(self) -> Self {
        Self { shift: !matches!(self.code, Code::Char(_)), ..self }
    }

    /// The character that this key writes into a text field; `None` for keys that write none.
    pub fn character(self) -> Option<char> {
        match self.code {
            Code::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }

    /// The key that a plain terminal reports when this one is pressed, if that is another one: `Ctrl-i` is `Tab`.
    ///
    /// A binding of such a key would never be heard. `None`: the key is reported as itself.
    pub fn twin(self) -> Option<Self> {
        let plain = Self { ctrl: false, shift: false, ..self };
        let twin = match self.code {
            Code::Char(character) if self.ctrl => match character {
                'i' => Self { code: Code::Tab, ..plain },
                'm' => Self { code: Code::Enter, ..plain },
                '[' | '3' => Self { code: Code::Esc, ..plain },
                'h' | '?' | '8' => Self { code: Code::Backspace, ..plain },
                '@' | '2' | '`' => Self { code: Code::Char(' '), ..self },
                '4' => Self { code: Code::Char('\\'), ..self },
                '5' => Self { code: Code::Char(']'), ..self },
                '6' | '~' => Self { code: Code::Char('^'), ..self },
                '7' | '/' | '-' => Self { code: Code::Char('_'), ..self },
                'a'..='z' | ' ' | '\\' | ']' | '^' | '_' => return None,
                _ => Self { ctrl: false, ..self },
            },
            Code::Tab if self.ctrl => Self { ctrl: false, ..self },
            Code::Enter | Code::Esc | Code::Backspace => plain,
            _ => return None,
        };
        (twin != self).then_some(twin)
    }

    /// Whether a terminal sends for this key what also begins a longer report (`Alt-[`, `Alt-]`, `Alt-O`, `Alt-P`), so
    /// that the press is not heard, or only together with what follows.
    pub fn begins_a_report(self) -> bool {
        self.alt && !self.ctrl && matches!(self.code, Code::Char('[' | ']' | 'O' | 'P'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn keys_that_a_terminal_cannot_tell_apart_have_a_twin() {
        for (pressed, heard) in [
            ("Ctrl-i", "Tab"),
            ("Ctrl-m", "Enter"),
            ("Ctrl-h", "Backspace"),
            ("Ctrl-[", "Esc"),
            ("Ctrl-Alt-i", "Alt-Tab"),
            ("Ctrl-/", "Ctrl-_"),
            ("Ctrl-@", "Ctrl-Space"),
            ("Ctrl-.", "."),
            ("Ctrl-Enter", "Enter"),
            ("Ctrl-Shift-Tab", "Shift-Tab"),
        ] {
            assert_eq!(key(pressed).twin(), Some(key(heard)), "{pressed}");
        }
        for own in ["i", "Tab", "Enter", "Esc", "Ctrl-d", "Ctrl-Space", "Shift-Tab", "Ctrl-Left", "Alt-b", "Ctrl-\\"] {
            assert_eq!(key(own).twin(), None, "{own}");
        }
    }

    #[test]
    fn what_begins_a_report_is_known() {
        assert!(key("Alt-[").begins_a_report());
        assert!(key("Alt-O").begins_a_report());
        assert!(!key("[").begins_a_report());
        assert!(!key("Alt-o").begins_a_report());
    }

    #[test]
    fn a_twin_is_heard_as_itself() {
        for character in (' '..='~').map(|character| Key::from(character).with_ctrl()) {
            for twin in [character.twin(), character.with_alt().twin()].into_iter().flatten() {
                assert_eq!(twin.twin(), None, "{twin}");
            }
        }
    }
}
