//! The modes that a session sets in the terminal, and takes back in reverse.
//!
//! The session, its panic hook, the thread of the signals and the guard all write these.

use crossterm::{
    cursor::{Hide, MoveTo, Show},
    event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange},
    style::{Attribute, SetAttribute},
    terminal::{Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen},
};

use super::{ExtraCommand, queue};

/// No terminal has more rows; the cursor stops in the last.
const BELOW_ALL_ROWS: u16 = 998;

/// Returns the bytes that set all modes, with those of the mouse if it is captured.
pub(in crate::terminal) fn enter(mouse_capture: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    queue(&mut bytes, EnterAlternateScreen);
    queue(&mut bytes, Hide);
    queue(&mut bytes, EnableBracketedPaste);
    queue(&mut bytes, EnableFocusChange);
    if mouse_capture {
        bytes.extend(set_mouse_capture(true));
    }
    bytes
}

/// Returns the bytes that have the mouse reported, or leave it to the terminal.
pub(in crate::terminal) fn set_mouse_capture(is_on: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    queue(&mut bytes, if is_on { ExtraCommand::EnableMouse } else { ExtraCommand::DisableMouse });
    bytes
}

/// Returns the bytes that take all modes back, whichever of them are set.
///
/// An unfinished frame is ended before, and the last row is left clean for the shell: a terminal without an alternate
/// screen still shows it.
pub(in crate::terminal) fn leave() -> Vec<u8> {
    let mut bytes = Vec::new();
    queue(&mut bytes, EndSynchronizedUpdate);
    queue(&mut bytes, SetAttribute(Attribute::Reset));
    queue(&mut bytes, MoveTo(0, BELOW_ALL_ROWS));
    queue(&mut bytes, Clear(ClearType::UntilNewLine));
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
        let mut back = numbers(leave());
        assert_eq!(back.remove(0), "2026", "a frame is ended first");
        back.reverse();
        assert_eq!(numbers(enter(true)), back);
        assert_eq!(back, ["1049", "25", "2004", "1004", "1002", "1006"]);
    }
}
