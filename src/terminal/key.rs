//! What the keys of the input library are called here.

use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers};

use crate::input::{Code, Key};

/// The key of this event; `None` for a release and for keys that have no name here.
pub(super) fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(Modifiers::SUPER | Modifiers::HYPER) {
        return None;
    }
    let ctrl = event.modifiers.contains(Modifiers::CONTROL);
    let code = match event.code {
        // The control codes behind Esc, by the characters that ASCII gives them.
        KeyCode::Char('4') if ctrl => Code::Char('\\'),
        KeyCode::Char('5') if ctrl => Code::Char(']'),
        KeyCode::Char('6') if ctrl => Code::Char('^'),
        KeyCode::Char('7') if ctrl => Code::Char('_'),
        KeyCode::Char(character) if !character.is_control() => Code::Char(character),
        KeyCode::Enter => Code::Enter,
        KeyCode::Escape => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Function(number) => Code::F(number),
        _ => return None,
    };
    let mut key = Key::from(code);
    if ctrl {
        key = key.with_ctrl();
    }
    if event.modifiers.intersects(Modifiers::ALT | Modifiers::META) {
        key = key.with_alt();
    }
    if event.modifiers.contains(Modifiers::SHIFT) || event.code == KeyCode::BackTab {
        key = key.with_shift();
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use termina::{Event, Parser};

    use super::*;

    fn heard(bytes: &str) -> Vec<String> {
        let mut parser = Parser::default();
        parser.parse(bytes.as_bytes(), false);
        let events = std::iter::from_fn(|| parser.pop());
        events
            .filter_map(|event| if let Event::Key(event) = event { key(event) } else { None })
            .map(|k| k.to_string())
            .collect()
    }

    #[test]
    fn bytes_become_keys_by_name() {
        for (bytes, name) in [
            ("j", "j"),
            ("G", "G"),
            ("漢", "漢"),
            (" ", "Space"),
            ("\r", "Enter"),
            ("\t", "Tab"),
            ("\x1b[Z", "Shift-Tab"),
            ("\x1b", "Esc"),
            ("\x7f", "Backspace"),
            ("\x08", "Ctrl-h"),
            ("\x04", "Ctrl-d"),
            ("\x00", "Ctrl-Space"),
            ("\x1c", "Ctrl-\\"),
            ("\x1f", "Ctrl-_"),
            ("\x1bb", "Alt-b"),
            ("\x1b[A", "Up"),
            ("\x1bOB", "Down"),
            ("\x1b[1;5C", "Ctrl-Right"),
            ("\x1b[5~", "PgUp"),
            ("\x1b[3~", "Del"),
            ("\x1bOP", "F1"),
            ("\x1b[24~", "F12"),
        ] {
            assert_eq!(heard(bytes), [name], "{bytes:?}");
        }
        assert_eq!(heard("\u{85}"), [""; 0], "a control character is no key");
    }

    #[test]
    fn a_key_counts_when_pressed_and_when_repeated() {
        assert_eq!(heard("\x1b[106;1:1u\x1b[106;1:2u\x1b[106;1:3u"), ["j", "j"]);
    }
}
