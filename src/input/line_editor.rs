//! A line of text being typed: the words in it, the cursor, and the editing keys of a shell. Editing keys are fixed,
//! so that no keymap can break a text field.

use std::ops::Range;

use crossterm::event::KeyCode;
use tui_input::{Input, InputRequest};

use super::Key;
use crate::text::{sanitize, width};

/// One line of text with a cursor.
#[derive(Debug, Clone, Default)]
pub struct LineEditor {
    input: Input,
}

impl LineEditor {
    /// A line that holds this text, with the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// How many columns the text before the cursor has.
    pub fn cursor_column(&self) -> usize {
        let before: String = self.text().chars().take(self.input.cursor()).collect();
        width(&before)
    }

    /// Before which byte of the text the cursor stands.
    pub fn cursor_byte(&self) -> usize {
        self.text().char_indices().nth(self.input.cursor()).map_or(self.text().len(), |(at, _)| at)
    }

    /// Puts a text in the place of some bytes, with the cursor behind it; bytes that are no part of the text, or cut a
    /// character in two, are left alone.
    pub fn replace(&mut self, bytes: Range<usize>, text: &str) {
        let (Some(before), Some(after)) = (self.text().get(..bytes.start), self.text().get(bytes.end..)) else {
            return;
        };
        let cursor = before.chars().count() + text.chars().count();
        self.input = Input::new(format!("{before}{text}{after}")).with_cursor(cursor);
    }

    /// Takes an editing key; `false` if the key is none, and nothing was done.
    pub fn key(&mut self, key: Key) -> bool {
        let request = match (key.code, key.has_ctrl(), key.has_alt()) {
            (KeyCode::Char(c), false, false) if is_harmless(c) => InputRequest::InsertChar(c),
            (KeyCode::Char('a'), true, false) | (KeyCode::Home, ..) => InputRequest::GoToStart,
            (KeyCode::Char('e'), true, false) | (KeyCode::End, ..) => InputRequest::GoToEnd,
            (KeyCode::Char('b'), true, false) | (KeyCode::Left, false, false) => InputRequest::GoToPrevChar,
            (KeyCode::Char('f'), true, false) | (KeyCode::Right, false, false) => InputRequest::GoToNextChar,
            (KeyCode::Char('b'), false, true) | (KeyCode::Left, ..) => InputRequest::GoToPrevWord,
            (KeyCode::Char('f'), false, true) | (KeyCode::Right, ..) => InputRequest::GoToNextWord,
            (KeyCode::Char('h'), true, false) | (KeyCode::Backspace, false, false) => InputRequest::DeletePrevChar,
            (KeyCode::Char('d'), true, false) | (KeyCode::Delete, ..) => InputRequest::DeleteNextChar,
            (KeyCode::Char('w'), true, false) | (KeyCode::Backspace, ..) => InputRequest::DeletePrevWord,
            (KeyCode::Char('d'), false, true) => InputRequest::DeleteNextWord,
            (KeyCode::Char('u'), true, false) => return self.cut_before(),
            (KeyCode::Char('k'), true, false) => InputRequest::DeleteTillEnd,
            _ => return false,
        };
        self.input.handle(request);
        true
    }

    /// Puts pasted text in at the cursor: one line of it, control characters made visible.
    pub fn paste(&mut self, text: &str) {
        for c in sanitize(text).chars() {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }

    fn cut_before(&mut self) -> bool {
        let after: String = self.text().chars().skip(self.input.cursor()).collect();
        self.input = Input::new(after);
        self.input.handle(InputRequest::GoToStart);
        true
    }
}

/// Whether a character may stand in the line as it is: one that acts on the terminal or hides may not.
fn is_harmless(c: char) -> bool {
    c.is_ascii_graphic() || c == ' ' || !sanitize(c.encode_utf8(&mut [0; 4])).contains(char::REPLACEMENT_CHARACTER)
}
