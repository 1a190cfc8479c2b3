//! Control sequences for which crossterm has no command.

use std::fmt;

use crossterm::{Command, QueueableCommand};

/// What the terminal is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::terminal) struct TerminalQuery {
    /// Whether it has the kitty keyboard protocol.
    pub(in crate::terminal) keyboard: bool,
    /// The colour of its background.
    pub(in crate::terminal) background: bool,
}

impl TerminalQuery {
    /// Whether anything is asked.
    pub(in crate::terminal) fn is_any(self) -> bool {
        self != Self::default()
    }
}

/// A control sequence for which crossterm has no command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::terminal) enum ExtraCommand<'a> {
    /// Reports buttons and drags of the mouse (mode 1002) as SGR (mode 1006).
    ///
    /// crossterm's own command asks for every movement as well (mode 1003).
    EnableMouse,
    /// Leaves the mouse to the terminal.
    DisableMouse,
    /// Asks whether there is the kitty keyboard protocol, for the background colour (OSC 11), and last for the device
    /// attributes (DA1).
    ///
    /// Every terminal replies to DA1: its reply alone means that nothing else will be told.
    Query(TerminalQuery),
    /// What is written from now on leads to the address of this number, which is harmless to write ([OSC 8]).
    ///
    /// [OSC 8]: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
    BeginLink(usize, &'a str),
    /// What is written from now on leads nowhere.
    EndLink,
    /// Erases so many columns from the cursor on (ECH, ECMA-48 8.3.38).
    EraseChars(u16),
}

impl Command for ExtraCommand<'_> {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        match self {
            Self::EnableMouse => f.write_str("\x1b[?1002h\x1b[?1006h"),
            Self::DisableMouse => f.write_str("\x1b[?1006l\x1b[?1002l"),
            Self::Query(query) => {
                f.write_str(if query.keyboard { "\x1b[?u" } else { "" })?;
                f.write_str(if query.background { "\x1b]11;?\x07" } else { "" })?;
                f.write_str("\x1b[c")
            }
            Self::BeginLink(number, address) => write!(f, "\x1b]8;id={number};{address}\x1b\\"),
            Self::EndLink => f.write_str("\x1b]8;;\x1b\\"),
            Self::EraseChars(columns) => write!(f, "\x1b[{columns}X"),
        }
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        // A console without control sequences has none of this.
        Ok(())
    }
}

/// Appends a command to bytes that wait to be written.
pub(in crate::terminal) fn queue(bytes: &mut Vec<u8>, command: impl Command) {
    // A vector takes all.
    let _infallible = bytes.queue(command);
}
