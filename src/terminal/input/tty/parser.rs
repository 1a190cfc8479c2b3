//! What a token says: its key, mouse report or reply.
//!
//! Read by termina's parser, named by crossterm's types, whose own parser cannot be called (see ARCHITECTURE.md).

use crossterm::event as to;
use termina::{
    Event, Parser,
    escape::{
        csi::{Csi, Device},
        osc::{ColorOrQuery, DynamicColorNumber, Osc},
    },
    event as from,
};

use crate::themes::Background;

/// What a character or a control sequence says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Parsed {
    /// A key, the mouse, the focus.
    Event(to::Event),
    /// The reply to OSC 11.
    Background(Background),
    /// The reply to DA1.
    DeviceAttributes,
}

/// Reads a whole character or control sequence; `None` if it says nothing here.
pub(super) fn parse(token: &[u8]) -> Option<Parsed> {
    let mut parser = Parser::default();
    parser.parse(token, false);
    match parser.pop()? {
        Event::Key(event) => Some(Parsed::Event(to::Event::Key(key(event)?))),
        Event::Mouse(event) => Some(Parsed::Event(to::Event::Mouse(mouse(event)))),
        Event::FocusIn => Some(Parsed::Event(to::Event::FocusGained)),
        Event::Csi(Csi::Device(Device::DeviceAttributes(()))) => Some(Parsed::DeviceAttributes),
        Event::Osc(Osc::ChangeDynamicColors(DynamicColorNumber::TextBackgroundColor, colors)) => {
            match colors.first()? {
                ColorOrQuery::Color(color) => {
                    Some(Parsed::Background(Background::from_rgb(color.red, color.green, color.blue)))
                }
                ColorOrQuery::Query => None,
            }
        }
        _ => None,
    }
}

fn key(event: from::KeyEvent) -> Option<to::KeyEvent> {
    let code = match event.code {
        from::KeyCode::Char(character) => to::KeyCode::Char(character),
        from::KeyCode::Enter => to::KeyCode::Enter,
        from::KeyCode::Escape => to::KeyCode::Esc,
        from::KeyCode::Tab => to::KeyCode::Tab,
        from::KeyCode::BackTab => to::KeyCode::BackTab,
        from::KeyCode::Backspace => to::KeyCode::Backspace,
        from::KeyCode::Delete => to::KeyCode::Delete,
        from::KeyCode::Insert => to::KeyCode::Insert,
        from::KeyCode::Home => to::KeyCode::Home,
        from::KeyCode::End => to::KeyCode::End,
        from::KeyCode::PageUp => to::KeyCode::PageUp,
        from::KeyCode::PageDown => to::KeyCode::PageDown,
        from::KeyCode::Up => to::KeyCode::Up,
        from::KeyCode::Down => to::KeyCode::Down,
        from::KeyCode::Left => to::KeyCode::Left,
        from::KeyCode::Right => to::KeyCode::Right,
        from::KeyCode::Function(number) => to::KeyCode::F(number),
        _ => return None,
    };
    let kind = match event.kind {
        from::KeyEventKind::Press => to::KeyEventKind::Press,
        from::KeyEventKind::Repeat => to::KeyEventKind::Repeat,
        from::KeyEventKind::Release => to::KeyEventKind::Release,
    };
    Some(to::KeyEvent::new_with_kind(code, modifiers(event.modifiers), kind))
}

fn modifiers(held: from::Modifiers) -> to::KeyModifiers {
    let named = [
        (from::Modifiers::SHIFT, to::KeyModifiers::SHIFT),
        (from::Modifiers::ALT, to::KeyModifiers::ALT),
        (from::Modifiers::CONTROL, to::KeyModifiers::CONTROL),
        (from::Modifiers::SUPER, to::KeyModifiers::SUPER),
        (from::Modifiers::HYPER, to::KeyModifiers::HYPER),
        (from::Modifiers::META, to::KeyModifiers::META),
    ];
    named.into_iter().filter(|(from, _)| held.contains(*from)).map(|(_, to)| to).collect()
}

fn mouse(event: from::MouseEvent) -> to::MouseEvent {
    let button = |button| match button {
        from::MouseButton::Left => to::MouseButton::Left,
        from::MouseButton::Right => to::MouseButton::Right,
        from::MouseButton::Middle => to::MouseButton::Middle,
    };
    let kind = match event.kind {
        from::MouseEventKind::Down(pressed) => to::MouseEventKind::Down(button(pressed)),
        from::MouseEventKind::Up(released) => to::MouseEventKind::Up(button(released)),
        from::MouseEventKind::Drag(held) => to::MouseEventKind::Drag(button(held)),
        from::MouseEventKind::Moved => to::MouseEventKind::Moved,
        from::MouseEventKind::ScrollUp => to::MouseEventKind::ScrollUp,
        from::MouseEventKind::ScrollDown => to::MouseEventKind::ScrollDown,
        from::MouseEventKind::ScrollLeft => to::MouseEventKind::ScrollLeft,
        from::MouseEventKind::ScrollRight => to::MouseEventKind::ScrollRight,
    };
    to::MouseEvent { kind, column: event.column, row: event.row, modifiers: modifiers(event.modifiers) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Key;

    /// The keys of whole tokens, by name.
    fn keys(tokens: &[&str]) -> Vec<String> {
        let events = tokens.iter().filter_map(|token| match parse(token.as_bytes()) {
            Some(Parsed::Event(to::Event::Key(event))) => Key::from_event(event),
            _ => None,
        });
        events.map(|key| key.to_string()).collect()
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
            assert_eq!(keys(&[bytes]), [name], "{bytes:?}");
        }
        assert_eq!(keys(&["\u{85}"]), [""; 0], "a control character is no key");
    }

    #[test]
    fn a_key_counts_when_pressed_and_when_repeated() {
        assert_eq!(keys(&["\x1b[106;1:1u", "\x1b[106;1:2u", "\x1b[106;1:3u"]), ["j", "j"]);
    }

    #[test]
    fn replies_are_told_from_keys() {
        assert_eq!(parse(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"), Some(Parsed::Background(Background::Light)));
        assert_eq!(parse(b"\x1b]11;rgb:00/2b/36\x07"), Some(Parsed::Background(Background::Dark)));
        assert_eq!(parse(b"\x1b[?62;4c"), Some(Parsed::DeviceAttributes));
        assert_eq!(parse(b"\x1b]4;1;rgb:0/0/0\x07"), None, "another colour");
    }
}
