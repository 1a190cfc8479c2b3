//! What a token says: its key, mouse report or reply.
//!
//! Read by termina's parser, named by crossterm's types, whose own parser cannot be called (see ARCHITECTURE.md).

use crossterm::event as to;
use termina::{
    Event, Parser,
    escape::{
        csi::{Csi, Device, Keyboard},
        osc::{ColorOrQuery, DynamicColorNumber, Osc},
    },
    event as from,
};

use super::scan::OLD_MOUSE_PREFIX;
use crate::themes::Background;

/// What a character or a control sequence says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Parsed {
    /// A key, the mouse, the focus.
    Event(to::Event),
    /// The reply to OSC 11.
    Background(Background),
    /// The reply of a terminal that has the kitty keyboard protocol, whatever of it is in force.
    KeyboardProtocol,
    /// The reply to DA1.
    DeviceAttributes,
}

/// Reads a whole character or control sequence; `None` if it says nothing here.
pub(super) fn parse(token: &[u8]) -> Option<Parsed> {
    let by_number = numbered(token);
    let mut parser = Parser::default();
    parser.parse(by_number.as_deref().unwrap_or(token), false);
    match parser.pop()? {
        Event::Key(event) => Some(Parsed::Event(to::Event::Key(key(latin(token, event))?))),
        Event::Mouse(event) => Some(Parsed::Event(to::Event::Mouse(mouse(event)))),
        Event::FocusIn => Some(Parsed::Event(to::Event::FocusGained)),
        Event::Csi(Csi::Keyboard(Keyboard::ReportFlags(_))) => Some(Parsed::KeyboardProtocol),
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

/// A report of the mouse by characters (mode 1005) as one by numbers (mode 1015); `None` for anything else.
///
/// In ASCII it is one by bytes as well, which the parser knows.
fn numbered(token: &[u8]) -> Option<Vec<u8>> {
    let report = token.strip_prefix(OLD_MOUSE_PREFIX).filter(|report| !report.is_ascii())?;
    let mut numbers = str::from_utf8(report).ok()?.chars().map(u32::from);
    let (button, column, row) = (numbers.next()?, numbers.next()?, numbers.next()?);
    Some(format!("\x1b[{button};{};{}M", column.checked_sub(32)?, row.checked_sub(32)?).into_bytes())
}

/// The key with the character that stands at its place on a Latin keyboard, where it has another one: a chord such as Ctrl-c is
/// meant by its key, whatever script that writes.
///
/// The kitty keyboard protocol gives it as the third number: `CSI code:shifted:base ; modifiers u`.
fn latin(token: &[u8], event: from::KeyEvent) -> from::KeyEvent {
    let is_chord = event.modifiers.intersects(from::Modifiers::CONTROL | from::Modifiers::ALT);
    let is_foreign = matches!(event.code, from::KeyCode::Char(character) if !character.is_ascii());
    let base = || {
        let codes = token.strip_prefix(b"\x1b[")?.strip_suffix(b"u")?.split(|byte| *byte == b';').next()?;
        let base = str::from_utf8(codes.split(|byte| *byte == b':').nth(2)?).ok()?;
        base.parse().ok().and_then(char::from_u32).filter(char::is_ascii_graphic)
    };
    let code = base().filter(|_| is_chord && is_foreign).map_or(event.code, from::KeyCode::Char);
    from::KeyEvent { code, ..event }
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
    fn keys_of_the_kitty_protocol_are_told_apart() {
        for (bytes, name) in [
            ("\x1b[27u", "Esc"),
            ("\x1b[27;5u", "Ctrl-Esc"),
            ("\x1b[105;5u", "Ctrl-i"),
            ("\x1b[109;5u", "Ctrl-m"),
            ("\x1b[106;5u", "Ctrl-j"),
            ("\x1b[104;5u", "Ctrl-h"),
            ("\x1b[91;5u", "Ctrl-["),
            ("\x1b[99;5u", "Ctrl-c"),
            ("\x1b[100;6u", "Ctrl-Shift-d"),
            ("\x1b[100:68;6u", "Ctrl-Shift-d"),
            ("\x1b[100;69u", "Ctrl-d"),
            ("\x1b[98;3u", "Alt-b"),
            ("\x1b[91;3u", "Alt-["),
            ("\x1b[46:62;4u", "Alt->"),
            ("\x1b[50:34;4u", "Alt-\""),
            ("\x1b[32;5u", "Ctrl-Space"),
            ("\x1b[13;2u", "Shift-Enter"),
            ("\x1b[9;2u", "Shift-Tab"),
            ("\x1b[1089::99;5u", "Ctrl-c"),
            ("\x1b[12376::100;3u", "Alt-d"),
            ("\x1b[1089;5u", "Ctrl-с"),
            ("\x1b[57399u", "0"),
            ("\x1b[57376u", "F13"),
            ("\x1b[1;129A", "Up"),
            ("に", "に"),
        ] {
            assert_eq!(keys(&[bytes]), [name], "{bytes:?}");
        }
        let none = ["\x1b[106;9u", "\x1b[57441;2u", "\x1b[57358u", "\x1b[97;1:3u", "\x1b[99999999u"];
        assert_eq!(keys(&none), [""; 0], "with Super, Shift alone, Caps Lock, a release, no character");
    }

    #[test]
    fn replies_are_told_from_keys() {
        assert_eq!(parse(b"\x1b[?0u"), Some(Parsed::KeyboardProtocol));
        assert_eq!(parse(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"), Some(Parsed::Background(Background::Light)));
        assert_eq!(parse(b"\x1b]11;rgb:00/2b/36\x07"), Some(Parsed::Background(Background::Dark)));
        assert_eq!(parse(b"\x1b[?62;4c"), Some(Parsed::DeviceAttributes));
        assert_eq!(parse(b"\x1b]4;1;rgb:0/0/0\x07"), None, "another colour");
    }
}
