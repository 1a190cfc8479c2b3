//! The modes that a session sets in the terminal: one table, from which both the entering and the leaving are made.
//!
//! A mode that is not in this table is not set anywhere.

/// One mode: what sets it and what takes it back.
struct Mode {
    on: &'static str,
    off: &'static str,
}

const MODES: [Mode; 4] = [
    // The alternate screen, which leaves the shell's own screen and its cursor untouched.
    Mode { on: "\x1b[?1049h", off: "\x1b[?1049l" },
    // The hidden cursor.
    Mode { on: HIDE_CURSOR, off: SHOW_CURSOR },
    // Bracketed paste: a paste arrives as text, not as keys.
    Mode { on: "\x1b[?2004h", off: "\x1b[?2004l" },
    // Focus reports.
    Mode { on: "\x1b[?1004h", off: "\x1b[?1004l" },
];

/// The mouse: buttons with drags (1002), in a form without limits (1006).
const MOUSE: [Mode; 2] =
    [Mode { on: "\x1b[?1002h", off: "\x1b[?1002l" }, Mode { on: "\x1b[?1006h", off: "\x1b[?1006l" }];

/// Hides the cursor.
pub(super) const HIDE_CURSOR: &str = "\x1b[?25l";
/// Shows it.
pub(super) const SHOW_CURSOR: &str = "\x1b[?25h";
/// Begins a frame that the terminal shows as a whole (synchronized output).
pub(super) const BEGIN_FRAME: &str = "\x1b[?2026h";
/// Ends such a frame.
pub(super) const END_FRAME: &str = "\x1b[?2026l";
/// Plain text style.
pub(super) const PLAIN: &str = "\x1b[0m";
/// Goes to the last row, whichever that is, and clears it.
const CLEAN_ROW: &str = "\x1b[999;1H\x1b[K";
/// Asks for the background colour (OSC 11), then for the device attributes (DA1), which every terminal answers: their
/// answer alone means that the colour will not be told.
pub(super) const ASK_BACKGROUND: &str = "\x1b]11;?\x07\x1b[c";
/// Clears the whole screen in plain style.
pub(super) const CLEAR: &str = "\x1b[0m\x1b[2J";

/// The bytes that set all modes, with those of the mouse if it is to be heard.
pub(super) fn enter(with_mouse: bool) -> String {
    let mouse = if with_mouse { mouse(true) } else { String::new() };
    MODES.iter().map(|mode| mode.on).collect::<String>() + &mouse
}

/// The bytes that let the mouse be heard, or leave it to the terminal.
pub(super) fn mouse(is_heard: bool) -> String {
    if is_heard {
        MOUSE.iter().map(|mode| mode.on).collect()
    } else {
        MOUSE.iter().rev().map(|mode| mode.off).collect()
    }
}

/// The bytes that take all modes back, the last one first. An unfinished frame is ended before, and the last row is left
/// clean for the shell: a terminal without an alternate screen still shows it.
pub(super) fn leave() -> String {
    let modes = MODES.iter().chain(&MOUSE).rev().map(|mode| mode.off);
    [END_FRAME, PLAIN, CLEAN_ROW].into_iter().chain(modes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mode_that_is_set_is_taken_back_in_reverse() {
        let (enter, leave) = (enter(true), leave());
        let numbers = |text: &str| -> Vec<String> {
            text.split("\x1b[?").skip(1).map(|mode| mode.trim_end_matches(['h', 'l']).to_owned()).collect()
        };
        let mut back = numbers(leave.split_once(PLAIN).unwrap().1);
        back.reverse();
        assert_eq!(numbers(&enter), back);
        for mode in MODES.iter().chain(&MOUSE) {
            assert_ne!(mode.on, mode.off);
            assert_eq!(mode.on.trim_end_matches(['h', 'l']), mode.off.trim_end_matches(['h', 'l']));
        }
    }
}
