//! The modes that a session sets in the terminal, and takes back in reverse.
//!
//! The session, its panic hook, the thread of the signals and the guard all write these.

use crossterm::{
    cursor::{Hide, MoveTo, Show},
    event::{
        DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange, KeyboardEnhancementFlags,
        PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
    },
    style::{Attribute, SetAttribute},
    terminal::{Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen},
};

use super::{ExtraCommand, queue};

/// No terminal has more rows; the cursor stops in the last.
const BELOW_ALL_ROWS: u16 = 998;

/// The modes that are not set in every terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::terminal) struct Modes {
    /// Those of the mouse.
    pub(in crate::terminal) mouse_capture: bool,
    /// The [kitty keyboard protocol](https://sw.kovidgoyal.net/kitty/keyboard-protocol/).
    pub(in crate::terminal) enhanced_keyboard: bool,
}

/// Returns the bytes that set all modes, with these among them.
pub(in crate::terminal) fn enter(modes: Modes) -> Vec<u8> {
    let mut bytes = Vec::new();
    queue(&mut bytes, EnterAlternateScreen);
    queue(&mut bytes, Hide);
    queue(&mut bytes, EnableBracketedPaste);
    queue(&mut bytes, EnableFocusChange);
    if modes.mouse_capture {
        bytes.extend(set_mouse_capture(true));
    }
    if modes.enhanced_keyboard {
        bytes.extend(enhance_keyboard());
    }
    bytes
}

/// Returns the bytes that have each key reported as itself: an Esc is complete at once, and Ctrl-i is not Tab.
///
/// What writes text comes as text all the same.
pub(in crate::terminal) fn enhance_keyboard() -> Vec<u8> {
    let mut bytes = Vec::new();
    let flags = KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES | KeyboardEnhancementFlags::REPORT_ALTERNATE_KEYS;
    queue(&mut bytes, PushKeyboardEnhancementFlags(flags));
    bytes
}

/// Returns the bytes that have the mouse reported, or leave it to the terminal.
pub(in crate::terminal) fn set_mouse_capture(is_on: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    queue(&mut bytes, if is_on { ExtraCommand::EnableMouse } else { ExtraCommand::DisableMouse });
    bytes
}

/// Returns the bytes that take all modes back, whichever of them are set; that of the keyboard only where it is one.
///
/// An unfinished frame is ended before, and the last row is left clean for the shell: a terminal without an alternate
/// screen still shows it.
pub(in crate::terminal) fn leave(enhanced_keyboard: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    queue(&mut bytes, EndSynchronizedUpdate);
    queue(&mut bytes, SetAttribute(Attribute::Reset));
    queue(&mut bytes, MoveTo(0, BELOW_ALL_ROWS));
    queue(&mut bytes, Clear(ClearType::UntilNewLine));
    if enhanced_keyboard {
        queue(&mut bytes, PopKeyboardEnhancementFlags);
    }
    queue(&mut bytes, ExtraCommand::DisableMouse);
    queue(&mut bytes, DisableFocusChange);
    queue(&mut bytes, DisableBracketedPaste);
    queue(&mut bytes, Show);
    queue(&mut bytes, LeaveAlternateScreen);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mode_that_is_set_is_taken_back_in_reverse() {
        let numbers = |bytes: Vec<u8>| -> Vec<String> {
            let text = String::from_utf8(bytes).unwrap();
            text.split("\x1b[?").skip(1).map(|mode| mode.split(['h', 'l']).next().unwrap().to_owned()).collect()
        };
        let mut back = numbers(leave(true));
        assert_eq!(back.remove(0), "2026", "a frame is ended first");
        back.reverse();
        let modes = Modes { mouse_capture: true, enhanced_keyboard: true };
        assert_eq!(numbers(enter(modes)), back);
        assert_eq!(back, ["1049", "25", "2004", "1004", "1002", "1006"]);
    }

    // crossterm writes this to no console of Windows, which is not asked for it either.
    #[test]
    #[cfg(unix)]
    fn the_keyboard_is_left_as_it_is_unless_it_was_changed() {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let modes = Modes { mouse_capture: true, enhanced_keyboard: true };
        assert!(text(enter(modes)).ends_with("\x1b[>5u"));
        assert_eq!(text(leave(true)).replace("\x1b[<1u", ""), text(leave(false)));
        assert!(text(leave(true)).contains("\x1b[<1u\x1b[?1006l"), "before the mouse, in reverse");
        assert!(!text(enter(Modes::default())).contains('u'));
    }
}
