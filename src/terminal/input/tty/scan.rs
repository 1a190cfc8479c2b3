//! Where the first character or control sequence of some bytes ends.
//!
//! By [ECMA-48](https://ecma-international.org/publications-and-standards/standards/ecma-48/) 5.4, UTF-8, and the forms
//! that keys and replies have. What it means is not known here.

/// The byte of the Esc key, which begins every sequence as well.
pub(super) const ESC: u8 = 0x1b;
/// The byte of Ctrl-c.
pub(super) const CTRL_C: u8 = 0x03;
const BEL: u8 = 0x07;

/// What begins a report of the mouse (SGR 1006), which comes unasked.
const MOUSE_PREFIX: &[u8] = b"\x1b[<";
/// What begins one in the older forms, as a hand may type it too; the byte of a place beyond 95 no hand is expected to type.
pub(super) const OLD_MOUSE_PREFIX: &[u8] = b"\x1b[M";
/// What begins replies: the background colour (OSC 11), the keyboard protocol, device attributes (DA1).
const REPLY_PREFIXES: [&[u8]; 2] = [b"\x1b]11;", b"\x1b[?"];

/// Final bytes of the control sequences without parameters that a terminal sends.
///
/// Cursor keys, function keys, Shift-Tab, focus.
const UNPARAMETERIZED_FINALS: &[u8] = b"ABCDFHIOPQSZ";
/// The longest sequence, in bytes; no key and no reply comes near it.
const MAX_SEQUENCE_BYTES: usize = 1024;

/// What some bytes begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scan {
    /// One character or one control sequence of a known form, of this many bytes.
    Complete(usize),
    /// This many bytes that say nothing here: nobody asked, or it is no text.
    Ignored(usize),
    /// The sequence, of this many bytes, behind which pasted text begins.
    PasteStart(usize),
    /// This many bytes of a sequence that does not go on with what follows.
    Malformed(usize),
    /// The beginning of something, or nothing.
    Incomplete,
}

/// An Esc that is followed by something else than the rest of a sequence.
const ESC_KEY: Scan = Scan::Complete(1);

/// Returns whether these bytes begin a report of the mouse or a pending reply.
///
/// No hand types them.
pub(super) fn is_report(bytes: &[u8], reply_pending: bool) -> bool {
    let is_old_mouse = || bytes.strip_prefix(OLD_MOUSE_PREFIX).is_some_and(|report| !report.is_ascii());
    bytes.starts_with(MOUSE_PREFIX)
        || is_old_mouse()
        || reply_pending && REPLY_PREFIXES.iter().any(|head| bytes.starts_with(head))
}

/// Returns whether these bytes may become the beginning of a reply.
pub(super) fn may_become_reply(bytes: &[u8]) -> bool {
    REPLY_PREFIXES.iter().any(|head| head.starts_with(bytes))
}

/// Returns what these bytes begin with.
pub(super) fn scan(bytes: &[u8]) -> Scan {
    match bytes {
        [] | [ESC] => Scan::Incomplete,
        // No chord has these: an Esc is a key of its own, and Ctrl-c ends the program whatever came before.
        [ESC, ESC | CTRL_C, ..] => ESC_KEY,
        [ESC, b'[', rest @ ..] => control_sequence(rest),
        [ESC, b'O', rest @ ..] => match rest.first() {
            None => Scan::Incomplete,
            Some(b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S') => Scan::Complete(3),
            Some(_) => ESC_KEY,
        },
        [ESC, b']', rest @ ..] => string(rest, Scan::Complete),
        [ESC, b'P', rest @ ..] => string(rest, Scan::Ignored),
        // With Alt.
        [ESC, rest @ ..] => match character(rest) {
            Scan::Complete(length) => Scan::Complete(1 + length),
            Scan::Incomplete => Scan::Incomplete,
            _ => ESC_KEY,
        },
        _ => character(bytes),
    }
}

/// Behind `ESC [`.
fn control_sequence(rest: &[u8]) -> Scan {
    let run = |from: usize, of: std::ops::RangeInclusive<u8>| {
        rest.iter().skip(from).take_while(|byte| of.contains(byte)).count()
    };
    let parameters = run(0, 0x30..=0x3f);
    let end = parameters + run(parameters, 0x20..=0x2f);
    let length = 2 + end + 1;
    match rest.get(end) {
        // However much of it is here already.
        _ if length > MAX_SEQUENCE_BYTES => Scan::Malformed(MAX_SEQUENCE_BYTES),
        None => Scan::Incomplete,
        Some(0x40..=0x7e) => match rest {
            // The Linux console's function keys.
            [b'['] => Scan::Incomplete,
            [b'[', b'A'..=b'E', ..] => Scan::Complete(4),
            [last, ..] if end == 0 && UNPARAMETERIZED_FINALS.contains(last) => Scan::Complete(length),
            [b'M', report @ ..] if end == 0 => old_report(report),
            // No terminal sends these: it was typed.
            _ if parameters == 0 => ESC_KEY,
            [b'2', b'0', b'0', b'~', ..] => Scan::PasteStart(length),
            [b'0'..=b'9' | b'?', ..] => Scan::Complete(length),
            [b'<', report @ ..] if is_mouse(report.get(..end).unwrap_or_default()) => Scan::Complete(length),
            _ => Scan::Ignored(length),
        },
        Some(_) => Scan::Malformed(length - 1),
    }
}

/// Behind `ESC [ M`: the button, column and row that terminals without SGR 1006 report, a byte each, or a character of UTF-8
/// where a program before has left that on (mode 1005).
fn old_report(report: &[u8]) -> Scan {
    let (mut rest, mut length) = (report, OLD_MOUSE_PREFIX.len());
    for (least, is_last) in [(0x20, false), (0x21, false), (0x21, true)] {
        let width = match rest {
            [] | [0xc2..=0xdf] => return Scan::Incomplete,
            [0xc2..=0xdf, 0x80..=0xbf] if !is_last => return Scan::Incomplete,
            // Where nothing of a report follows, they are two bytes of which each is a place.
            [0xc2..=0xdf, 0x80..=0xbf, behind @ ..] if is_last || behind.first() > Some(&0x20) => 2,
            [byte, ..] if *byte >= least => 1,
            _ => return ESC_KEY,
        };
        rest = rest.get(width..).unwrap_or_default();
        length += width;
    }
    Scan::Complete(length)
}

/// Whether this, up to its final byte, is a report of the mouse, from column 1.
fn is_mouse(report: &[u8]) -> bool {
    let Some((b'M' | b'm', numbers)) = report.split_last() else { return false };
    let number = |digits| str::from_utf8(digits).ok()?.parse::<u16>().ok();
    let mut numbers = numbers.split(|byte| *byte == b';').map(number);
    let (button, column, row) = (numbers.next().flatten(), numbers.next().flatten(), numbers.next().flatten());
    button.is_some() && column > Some(0) && row > Some(0) && numbers.next().is_none()
}

/// Behind what begins a control string, as replies are: up to `BEL` or `ESC \`.
fn string(rest: &[u8], whole: impl Fn(usize) -> Scan) -> Scan {
    let rest = rest.get(..MAX_SEQUENCE_BYTES).unwrap_or(rest);
    for (at, byte) in rest.iter().enumerate() {
        match (byte, rest.get(at + 1)) {
            (&BEL, _) => return whole(2 + at + 1),
            (&ESC, Some(b'\\')) => return whole(2 + at + 2),
            (&ESC, None) | (0x20..=0x7e | 0x80.., _) => {}
            _ => return Scan::Malformed(2 + at),
        }
    }
    if rest.len() < MAX_SEQUENCE_BYTES { Scan::Incomplete } else { Scan::Malformed(2 + MAX_SEQUENCE_BYTES) }
}

/// One character in UTF-8.
fn character(bytes: &[u8]) -> Scan {
    // No character is longer.
    let first = bytes.get(..4).unwrap_or(bytes);
    let (valid, error) = match str::from_utf8(first) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = first.get(..error.valid_up_to()).unwrap_or_default();
            (str::from_utf8(valid).unwrap_or_default(), Some(error))
        }
    };
    match (valid.chars().next(), error) {
        (Some(character), _) => Scan::Complete(character.len_utf8()),
        (None, Some(error)) => error.error_len().map_or(Scan::Incomplete, Scan::Ignored),
        (None, None) => Scan::Incomplete,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_complete_is_told_from_what_is_not() {
        for (bytes, expected) in [
            ("", Scan::Incomplete),
            ("jk", Scan::Complete(1)),
            ("漢j", Scan::Complete(3)),
            ("\x1b", Scan::Incomplete),
            ("\x1b\x1b", Scan::Complete(1)),
            ("\x1bb", Scan::Complete(2)),
            ("\x1b漢", Scan::Complete(4)),
            ("\x1b\r", Scan::Complete(2)),
            ("\x1b[", Scan::Incomplete),
            ("\x1b[Aj", Scan::Complete(3)),
            ("\x1b[j", Scan::Complete(1)),
            ("\x1b[M", Scan::Incomplete),
            ("\x1b[M !", Scan::Incomplete),
            ("\x1b[M !!j", Scan::Complete(6)),
            ("\x1b[M !\u{a0}j", Scan::Complete(7)),
            ("\x1b[M \u{a0}!j", Scan::Complete(7)),
            ("\x1b[M \u{a0}", Scan::Incomplete),
            ("\x1b[M \u{a0}\x1b[M", Scan::Complete(6)),
            ("\x1b[M j\r", Scan::Complete(1)),
            ("\x1b[M\x03", Scan::Complete(1)),
            ("\x1b[ q", Scan::Complete(1)),
            ("\x1b\x03", Scan::Complete(1)),
            ("\x1b[\x03", Scan::Malformed(2)),
            ("\x1b[[", Scan::Incomplete),
            ("\x1b[[E", Scan::Complete(4)),
            ("\x1b[[F", Scan::Complete(1)),
            ("\x1b[1;5", Scan::Incomplete),
            ("\x1b[1;5Aj", Scan::Complete(6)),
            ("\x1b[1;5\r", Scan::Malformed(5)),
            ("\x1b[?62;4cj", Scan::Complete(8)),
            ("\x1b[?2026;2$y", Scan::Complete(11)),
            ("\x1b[<0;1;1Mj", Scan::Complete(9)),
            ("\x1b[<65;120;40m", Scan::Complete(13)),
            ("\x1b[<0;0;1M", Scan::Ignored(9)),
            ("\x1b[<0;1;0M", Scan::Ignored(9)),
            ("\x1b[<0;1M", Scan::Ignored(7)),
            ("\x1b[<0;1;1;1M", Scan::Ignored(11)),
            ("\x1b[<0;;1M", Scan::Ignored(8)),
            ("\x1b[<0;70000;1M", Scan::Ignored(13)),
            ("\x1b[<M", Scan::Ignored(4)),
            ("\x1b[<0;1;1j", Scan::Ignored(9)),
            ("\x1b[<0;1", Scan::Incomplete),
            ("\x1b[<0;1\x03", Scan::Malformed(6)),
            ("\x1b[200~j", Scan::PasteStart(6)),
            ("\x1bO", Scan::Incomplete),
            ("\x1bOPj", Scan::Complete(3)),
            ("\x1bOj", Scan::Complete(1)),
            ("\x1b]11;rgb:00/00/00", Scan::Incomplete),
            ("\x1b]11;rgb:00/00/00\x1b", Scan::Incomplete),
            ("\x1b]11;rgb:00/00/00\x1b\\j", Scan::Complete(19)),
            ("\x1b]11;rgb:00/00/00\x07j", Scan::Complete(18)),
            ("\x1b]\r", Scan::Malformed(2)),
            ("\x1b]\x1bj", Scan::Malformed(2)),
            ("\x1bP>|name\x1b\\", Scan::Ignored(10)),
        ] {
            assert_eq!(scan(bytes.as_bytes()), expected, "{bytes:?}");
        }
        assert_eq!(scan(b"\xe6\xbc"), Scan::Incomplete);
        assert_eq!(scan(b"\xe6\xbcj"), Scan::Ignored(2));
        assert_eq!(scan(b"\xffj"), Scan::Ignored(1));
        assert_eq!(scan(b"\x1b\xffj"), Scan::Complete(1));
    }

    #[test]
    fn nothing_is_waited_for_without_end() {
        let long = "1".repeat(2 * MAX_SEQUENCE_BYTES);
        assert!(matches!(scan(format!("\x1b]{long}").as_bytes()), Scan::Malformed(MAX_SEQUENCE_BYTES..)));
        assert!(matches!(scan(format!("\x1b[{long}").as_bytes()), Scan::Malformed(MAX_SEQUENCE_BYTES..)));
    }
}
