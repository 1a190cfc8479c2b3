//! Where the first character or sequence of some bytes ends (ECMA-48, UTF-8, and the forms that keys and answers have).
//!
//! What it means is not known here.

/// The byte of the Esc key, which begins every sequence as well.
pub(super) const ESC: u8 = 0x1b;
/// The byte of Ctrl-c.
pub(super) const CTRL_C: u8 = 0x03;
const BEL: u8 = 0x07;

/// What begins a report of the mouse (SGR 1006), which comes unasked.
const MOUSE: &[u8] = b"\x1b[<";
/// What begins the answers that are asked for: the background colour (OSC 11), the device attributes (DA1).
const ANSWERS: [&[u8]; 2] = [b"\x1b]11;", b"\x1b[?"];

/// What ends a control sequence without parameters that a terminal sends: cursor keys, function keys, Shift-Tab, focus.
const BARE: &[u8] = b"ABCDFHIOPQSZ";
/// The longest sequence, in bytes; no key and no answer comes near it.
const LONGEST: usize = 1024;

/// What some bytes begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// One character or one sequence of a known form, of so many bytes.
    Event(usize),
    /// So many bytes that say nothing here: a sequence that nobody asked for, or no text at all.
    Foreign(usize),
    /// The sequence, of so many bytes, behind which pasted text begins.
    Paste(usize),
    /// So many bytes of a sequence that does not go on with what follows.
    Broken(usize),
    /// The beginning of something, or nothing.
    More,
}

/// An Esc that is followed by something else than the rest of a sequence.
const ESC_KEY: Cut = Cut::Event(1);

/// Whether these bytes, which are the beginning of something, are the beginning of a report, as no hand types it.
pub(super) fn is_report(bytes: &[u8], is_answer_owed: bool) -> bool {
    bytes.starts_with(MOUSE) || is_answer_owed && ANSWERS.iter().any(|head| bytes.starts_with(head))
}

/// Whether these bytes may become the beginning of an answer.
pub(super) fn may_be_answer(bytes: &[u8]) -> bool {
    ANSWERS.iter().any(|head| head.starts_with(bytes))
}

/// What these bytes begin with.
pub(super) fn cut(bytes: &[u8]) -> Cut {
    match bytes {
        [] | [ESC] => Cut::More,
        // No chord has these: an Esc is a key of its own, and Ctrl-c ends the program whatever came before.
        [ESC, ESC | CTRL_C, ..] => ESC_KEY,
        [ESC, b'[', rest @ ..] => control_sequence(rest),
        [ESC, b'O', rest @ ..] => match rest.first() {
            None => Cut::More,
            Some(b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S') => Cut::Event(3),
            Some(_) => ESC_KEY,
        },
        [ESC, b']', rest @ ..] => string(rest, Cut::Event),
        [ESC, b'P', rest @ ..] => string(rest, Cut::Foreign),
        // With Alt.
        [ESC, rest @ ..] => match character(rest) {
            Cut::Event(length) => Cut::Event(1 + length),
            Cut::More => Cut::More,
            _ => ESC_KEY,
        },
        _ => character(bytes),
    }
}

/// Behind `ESC [`.
fn control_sequence(rest: &[u8]) -> Cut {
    let run = |from: usize, of: std::ops::RangeInclusive<u8>| {
        rest.iter().skip(from).take_while(|byte| of.contains(byte)).count()
    };
    let parameters = run(0, 0x30..=0x3f);
    let end = parameters + run(parameters, 0x20..=0x2f);
    let length = 2 + end + 1;
    match rest.get(end) {
        _ if length > LONGEST => Cut::Broken(length - 1),
        None => Cut::More,
        Some(0x40..=0x7e) => match rest {
            // The Linux console's function keys.
            [b'['] => Cut::More,
            [b'[', b'A'..=b'E', ..] => Cut::Event(4),
            [last, ..] if end == 0 && BARE.contains(last) => Cut::Event(length),
            // No terminal sends these: it was typed.
            _ if parameters == 0 => ESC_KEY,
            [b'2', b'0', b'0', b'~', ..] => Cut::Paste(length),
            [b'0'..=b'9' | b'?', ..] => Cut::Event(length),
            [b'<', report @ ..] if is_mouse(report.get(..end).unwrap_or_default()) => Cut::Event(length),
            _ => Cut::Foreign(length),
        },
        Some(_) => Cut::Broken(length - 1),
    }
}

/// Whether this, up to its final byte, says what was done with the mouse and where; places are counted from 1.
fn is_mouse(report: &[u8]) -> bool {
    let Some((b'M' | b'm', numbers)) = report.split_last() else { return false };
    let number = |digits| str::from_utf8(digits).ok()?.parse::<u16>().ok();
    let mut numbers = numbers.split(|byte| *byte == b';').map(number);
    let (button, column, row) = (numbers.next().flatten(), numbers.next().flatten(), numbers.next().flatten());
    button.is_some() && column > Some(0) && row > Some(0) && numbers.next().is_none()
}

/// Behind what begins a string, as answers are: up to `BEL` or `ESC \`.
fn string(rest: &[u8], whole: impl Fn(usize) -> Cut) -> Cut {
    for (at, byte) in rest.iter().enumerate().take(LONGEST) {
        match (byte, rest.get(at + 1)) {
            (&BEL, _) => return whole(2 + at + 1),
            (&ESC, Some(b'\\')) => return whole(2 + at + 2),
            (&ESC, None) | (0x20..=0x7e | 0x80.., _) => {}
            _ => return Cut::Broken(2 + at),
        }
    }
    if rest.len() < LONGEST { Cut::More } else { Cut::Broken(2 + LONGEST) }
}

/// One character in UTF-8.
fn character(bytes: &[u8]) -> Cut {
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
        (Some(character), _) => Cut::Event(character.len_utf8()),
        (None, Some(error)) => error.error_len().map_or(Cut::More, Cut::Foreign),
        (None, None) => Cut::More,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_complete_is_told_from_what_is_not() {
        for (bytes, expected) in [
            ("", Cut::More),
            ("jk", Cut::Event(1)),
            ("漢j", Cut::Event(3)),
            ("\x1b", Cut::More),
            ("\x1b\x1b", Cut::Event(1)),
            ("\x1bb", Cut::Event(2)),
            ("\x1b漢", Cut::Event(4)),
            ("\x1b\r", Cut::Event(2)),
            ("\x1b[", Cut::More),
            ("\x1b[Aj", Cut::Event(3)),
            ("\x1b[j", Cut::Event(1)),
            ("\x1b[M", Cut::Event(1)),
            ("\x1b[ q", Cut::Event(1)),
            ("\x1b\x03", Cut::Event(1)),
            ("\x1b[\x03", Cut::Broken(2)),
            ("\x1b[[", Cut::More),
            ("\x1b[[E", Cut::Event(4)),
            ("\x1b[[F", Cut::Event(1)),
            ("\x1b[1;5", Cut::More),
            ("\x1b[1;5Aj", Cut::Event(6)),
            ("\x1b[1;5\r", Cut::Broken(5)),
            ("\x1b[?62;4cj", Cut::Event(8)),
            ("\x1b[?2026;2$y", Cut::Event(11)),
            ("\x1b[<0;1;1Mj", Cut::Event(9)),
            ("\x1b[<65;120;40m", Cut::Event(13)),
            ("\x1b[<0;0;1M", Cut::Foreign(9)),
            ("\x1b[<0;1;0M", Cut::Foreign(9)),
            ("\x1b[<0;1M", Cut::Foreign(7)),
            ("\x1b[<0;1;1;1M", Cut::Foreign(11)),
            ("\x1b[<0;;1M", Cut::Foreign(8)),
            ("\x1b[<0;70000;1M", Cut::Foreign(13)),
            ("\x1b[<M", Cut::Foreign(4)),
            ("\x1b[<0;1;1j", Cut::Foreign(9)),
            ("\x1b[<0;1", Cut::More),
            ("\x1b[<0;1\x03", Cut::Broken(6)),
            ("\x1b[200~j", Cut::Paste(6)),
            ("\x1bO", Cut::More),
            ("\x1bOPj", Cut::Event(3)),
            ("\x1bOj", Cut::Event(1)),
            ("\x1b]11;rgb:00/00/00", Cut::More),
            ("\x1b]11;rgb:00/00/00\x1b", Cut::More),
            ("\x1b]11;rgb:00/00/00\x1b\\j", Cut::Event(19)),
            ("\x1b]11;rgb:00/00/00\x07j", Cut::Event(18)),
            ("\x1b]\r", Cut::Broken(2)),
            ("\x1b]\x1bj", Cut::Broken(2)),
            ("\x1bP>|name\x1b\\", Cut::Foreign(10)),
        ] {
            assert_eq!(cut(bytes.as_bytes()), expected, "{bytes:?}");
        }
        assert_eq!(cut(b"\xe6\xbc"), Cut::More);
        assert_eq!(cut(b"\xe6\xbcj"), Cut::Foreign(2));
        assert_eq!(cut(b"\xffj"), Cut::Foreign(1));
        assert_eq!(cut(b"\x1b\xffj"), Cut::Event(1));
    }

    #[test]
    fn nothing_is_waited_for_without_end() {
        let long = "1".repeat(2 * LONGEST);
        assert!(matches!(cut(format!("\x1b]{long}").as_bytes()), Cut::Broken(LONGEST..)));
        assert!(matches!(cut(format!("\x1b[{long}").as_bytes()), Cut::Broken(LONGEST..)));
    }
}
