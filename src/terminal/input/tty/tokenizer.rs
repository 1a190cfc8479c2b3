//! Cuts the bytes of the terminal into tokens that mean one thing each.
//!
//! Here it is decided what belongs together, and nothing is read, timed or named. The Esc key sends the byte that also
//! begins every sequence. So a token that is not complete is held until it is, or until [`Tokenizer::timed_out`] says that
//! nothing more came in time: then the byte was the Esc key, and what follows it are keys. No byte is lost that way.
//! Only what no hand can have typed, the torn report of a mouse or the torn reply to a query, is never a key.

use memchr::memmem;

use super::scan::{CTRL_C, ESC, Scan, is_report, may_become_reply, scan};

const PASTE_END: &[u8] = b"\x1b[201~";
/// What the Ctrl-c key sends: to most programs, and by the kitty keyboard protocol.
const CTRL_C_KEY: [&[u8]; 2] = [&[CTRL_C], b"\x1b[99;5u"];
/// As many bytes as may be the beginning of what ends a paste.
const PASTE_TAIL_BYTES: usize = 7;
/// The longest paste, in bytes; the rest of a longer one is dropped.
const MAX_PASTE_BYTES: usize = 64 * 1024;
/// The most bytes of a character, so that the last of a paste is whole.
const MAX_CHARACTER_BYTES: usize = 4;

/// What belongs together.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// One character or one control sequence, complete and of a known form.
    Sequence(&'a [u8]),
    /// Pasted text.
    Paste(String),
}

/// What more is waited for, behind what is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum WaitFor {
    /// The rest of a key, a report or a paste.
    #[default]
    Anything,
    /// The rest of a report: that of a key would have come by now.
    Report,
    /// Nothing.
    Nothing,
}

/// Holds what is not complete yet.
#[derive(Debug, Default)]
pub(super) struct Tokenizer {
    bytes: Vec<u8>,
    /// How many of the bytes have been handed out.
    start: usize,
    /// The text so far, inside a paste.
    paste: Option<Vec<u8>>,
    wait_for: WaitFor,
    /// Whether the terminal is expected to reply to a query.
    reply_pending: bool,
}

impl Tokenizer {
    /// Takes in what the terminal has sent.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        // The Esc that was taken for a key last may have been the head of this report: it goes on where it was torn.
        let handed_out = self.bytes.get(..self.start).unwrap_or_default();
        let torn = [&b"\x1b"[..], b"\x1b["].into_iter().find(|head| {
            self.wait_for == WaitFor::Nothing
                && handed_out == *head
                && is_report(&[head, bytes].concat(), self.reply_pending)
        });
        self.start = torn.map_or(self.start, |_| 0);
        self.bytes.drain(..self.start);
        self.start = 0;
        self.bytes.extend_from_slice(bytes);
        if self.wait_for == WaitFor::Nothing {
            self.wait_for = WaitFor::Anything;
        }
    }

    /// Sets whether a reply is pending: its beginning is waited for longer.
    pub(super) fn set_reply_pending(&mut self, is_pending: bool) {
        self.reply_pending = is_pending;
    }

    /// Nothing more came in the time that a key takes.
    ///
    /// What is held is all there is; of a report, it is so the second time.
    pub(super) fn timed_out(&mut self) {
        let waits_on = self.wait_for == WaitFor::Anything && !self.is_in_paste() && self.may_be_report();
        self.wait_for = if waits_on { WaitFor::Report } else { WaitFor::Nothing };
    }

    /// Whether a sequence or a paste has begun that is not complete.
    pub(super) fn is_incomplete(&self) -> bool {
        self.is_in_paste() || self.rest().first() == Some(&ESC)
    }

    pub(super) fn is_in_paste(&self) -> bool {
        self.paste.is_some()
    }

    /// Whether the last byte of a paste may be the key, since its end has got lost.
    pub(super) fn ends_in_ctrl_c(&self) -> bool {
        self.is_in_paste() && self.ctrl_c_bytes() > 0
    }

    /// How many bytes at the end may be that key.
    fn ctrl_c_bytes(&self) -> usize {
        CTRL_C_KEY.into_iter().find(|key| self.rest().ends_with(key)).map_or(0, <[u8]>::len)
    }

    /// Whether what has begun is waited for longer than a key.
    pub(super) fn waits_for_report(&self) -> bool {
        self.wait_for == WaitFor::Report && self.is_incomplete()
    }

    /// Whether what is held can only be a report.
    pub(super) fn is_in_report(&self) -> bool {
        is_report(self.rest(), self.reply_pending)
    }

    fn may_be_report(&self) -> bool {
        self.is_in_report() || self.reply_pending && may_become_reply(self.rest())
    }

    /// Returns the next complete token; `None` if there is none yet.
    pub(super) fn next(&mut self) -> Option<Token<'_>> {
        loop {
            if let Some(text) = self.paste.take() {
                return self.paste(text).map(Token::Paste);
            }
            match scan(self.rest()) {
                Scan::Complete(_) if self.is_late_chord() => return Some(Token::Sequence(self.take(1))),
                Scan::Complete(length) => return Some(Token::Sequence(self.take(length))),
                Scan::Ignored(length) => _ = self.take(length),
                Scan::PasteStart(length) => {
                    self.take(length);
                    self.paste = Some(Vec::new());
                }
                Scan::Malformed(length) if self.is_in_report() => _ = self.take(length),
                Scan::Malformed(_) => return Some(Token::Sequence(self.take(1))),
                Scan::Incomplete if !self.is_incomplete() => return None,
                Scan::Incomplete => match self.wait_for {
                    WaitFor::Anything => return None,
                    WaitFor::Report if self.may_be_report() => return None,
                    WaitFor::Nothing if self.is_in_report() => _ = self.take(self.rest().len()),
                    WaitFor::Report | WaitFor::Nothing => return Some(Token::Sequence(self.take(1))),
                },
            }
        }
    }

    /// Whether an Esc and a character that came much later look like a key with Alt.
    fn is_late_chord(&self) -> bool {
        self.wait_for == WaitFor::Report && matches!(self.rest(), [ESC, second, ..] if !b"[]OP".contains(second))
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }

    fn take(&mut self, length: usize) -> &[u8] {
        let begin = self.start;
        self.start += length;
        if self.wait_for == WaitFor::Report {
            self.wait_for = WaitFor::Anything;
        }
        self.bytes.get(begin..self.start).unwrap_or_default()
    }

    /// The whole text of the paste, if its end is here or is not waited for any longer.
    fn paste(&mut self, mut text: Vec<u8>) -> Option<String> {
        let end = memmem::find(self.rest(), PASTE_END);
        let is_over = self.wait_for == WaitFor::Nothing;
        // What may be the beginning of the end is not text yet; a Ctrl-c for which no end came is the key, and is next.
        let tail = if is_over { self.ctrl_c_bytes() } else { PASTE_TAIL_BYTES };
        let length = end.unwrap_or(self.rest().len().saturating_sub(tail));
        let room = (MAX_PASTE_BYTES + MAX_CHARACTER_BYTES).saturating_sub(text.len());
        let more = self.take(length);
        text.extend_from_slice(more.get(..room).unwrap_or(more));
        if end.is_some() {
            self.start += PASTE_END.len();
        } else if !is_over {
            self.paste = Some(text);
            return None;
        }
        Some(shortened(String::from_utf8_lossy(&text).into_owned()))
    }
}

/// The text up to the longest paste, at a whole character.
fn shortened(mut text: String) -> String {
    let end = (0..=MAX_PASTE_BYTES.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.truncate(end.unwrap_or(0));
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The tokens of bytes that come in these portions, readable; at the end all times out.
    fn tokens<'a>(portions: impl IntoIterator<Item = &'a [u8]>) -> Vec<String> {
        let mut tokenizer = Tokenizer::default();
        let mut tokens = Vec::new();
        let mut collect = |tokenizer: &mut Tokenizer| {
            while let Some(token) = tokenizer.next() {
                tokens.push(match token {
                    Token::Sequence(bytes) => bytes.escape_ascii().to_string(),
                    Token::Paste(text) => format!("<{text}>"),
                });
            }
        };
        for portion in portions {
            tokenizer.push(portion);
            collect(&mut tokenizer);
        }
        while tokenizer.is_incomplete() {
            tokenizer.timed_out();
            collect(&mut tokenizer);
        }
        tokens
    }

    fn at_once(bytes: &[u8]) -> Vec<String> {
        tokens([bytes])
    }

    #[test]
    fn it_does_not_matter_where_the_bytes_are_cut() {
        let all: [&[u8]; 12] = [
            b"jk\x1b[Aq",
            b"\x1b[1;5C\x1bOB\x1b[[A\x1b[Z",
            "漢\x1b漢\u{85}é".as_bytes(),
            b"\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[?62;4cj",
            b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;4cj",
            b"\x1b[200~a\x1b[A\rb\x1b[201~j",
            b"\x1b]j\x1b[\x1bPx\x1b\x1b",
            b"\x1bb\x1b\r\x1b\x7f",
            b"\x1b[!p\x1b[>1q\x1b[<0;1;1Mj",
            b"\x1bP>|term\x1b\\j",
            b"\xff\xe6\x81j\x1b\xffj",
            b"\x1b[j\x1b[Mj\x1bOxj\x1b[[x",
        ];
        for bytes in all {
            let whole = at_once(bytes);
            for cut in 0..=bytes.len() {
                let (first, second) = bytes.split_at(cut);
                assert_eq!(tokens([first, second]), whole, "{} cut at {cut}", bytes.escape_ascii());
            }
            assert_eq!(tokens(bytes.chunks(1)), whole, "{} byte by byte", bytes.escape_ascii());
        }
    }

    #[test]
    fn what_times_out_is_the_esc_key_and_keys() {
        assert_eq!(at_once(b"\x1b"), ["\\x1b"]);
        assert_eq!(at_once(b"\x1b]"), ["\\x1b", "]"]);
        assert_eq!(at_once(b"\x1b]jj"), ["\\x1b", "]", "j", "j"]);
        assert_eq!(at_once(b"\x1bPx"), ["\\x1b", "P", "x"]);
        assert_eq!(at_once(b"\x1b["), ["\\x1b", "["]);
        assert_eq!(at_once(b"\x1bO"), ["\\x1b", "O"]);
        assert_eq!(at_once(b"\x1b]\x1b"), ["\\x1b", "]", "\\x1b"]);
        assert_eq!(at_once(b"\x1b[200~text\x1b[20"), ["<text\x1b[20>"]);
    }

    #[test]
    fn the_next_bytes_belong_to_what_is_held_only_until_it_times_out() {
        let mut tokenizer = Tokenizer::default();
        tokenizer.push(b"\x1b");
        assert_eq!(tokenizer.next(), None);
        assert!(tokenizer.is_incomplete());
        tokenizer.timed_out();
        assert_eq!(tokenizer.next(), Some(Token::Sequence(b"\x1b")));
        tokenizer.push(b"[A");
        assert_eq!(tokenizer.next(), Some(Token::Sequence(b"[")));
    }

    #[test]
    fn a_character_is_waited_for_without_hurry() {
        let mut tokenizer = Tokenizer::default();
        tokenizer.push(b"\xe6\xbc");
        assert_eq!(tokenizer.next(), None);
        assert!(!tokenizer.is_incomplete());
        tokenizer.push(b"\xa2");
        assert_eq!(tokenizer.next(), Some(Token::Sequence("漢".as_bytes())));
    }

    #[test]
    fn a_long_paste_is_cut_at_a_whole_character_and_ends_where_it_ends() {
        let text = "漢".repeat(MAX_PASTE_BYTES);
        let mut tokenizer = Tokenizer::default();
        tokenizer.push(b"\x1b[200~");
        for portion in text.as_bytes().chunks(1000) {
            tokenizer.push(portion);
            assert_eq!(tokenizer.next(), None);
        }
        tokenizer.push(b"\x1b[201~j");
        let Some(Token::Paste(paste)) = tokenizer.next() else { panic!("a paste") };
        assert_eq!(paste.len(), MAX_PASTE_BYTES - MAX_PASTE_BYTES % 3);
        assert!(text.starts_with(&paste));
        assert_eq!(tokenizer.next(), Some(Token::Sequence(b"j")));
    }

    /// Bytes among which sequences, and beginnings of them, are frequent.
    fn stream() -> impl Strategy<Value = Vec<u8>> {
        let part = prop_oneof![
            3 => any::<u8>().prop_map(|byte| vec![byte]),
            3 => "[ -~]{1,3}".prop_map(String::into_bytes),
            2 => prop::sample::select(vec![
                "\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1bO", "\x1b\\", "\x07", "\x1b[?", "\x1b]11;", "漢", "\x1b[200~", "\x1b[201~",
            ])
            .prop_map(|text| text.as_bytes().to_vec()),
        ];
        prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn no_stream_depends_on_where_it_is_cut(bytes in stream(), sizes in prop::collection::vec(1_usize..9, 1..80)) {
            let mut rest = bytes.as_slice();
            let mut portions = Vec::new();
            for size in sizes {
                let (portion, behind) = rest.split_at(size.min(rest.len()));
                portions.push(portion);
                rest = behind;
            }
            portions.push(rest);
            prop_assert_eq!(tokens(portions), at_once(&bytes));
        }

        #[test]
        fn no_printable_byte_is_lost_without_a_sequence(text in "[ -~]{0,60}", escapes in prop::collection::vec(0_usize..60, 0..6)) {
            let mut bytes = text.into_bytes();
            for at in escapes {
                bytes.insert(at.min(bytes.len()), 0x1b);
            }
            let handed: usize = {
                let mut tokenizer = Tokenizer::default();
                tokenizer.push(&bytes);
                tokenizer.timed_out();
                let mut count = 0;
                while let Some(token) = tokenizer.next() {
                    let Token::Sequence(bytes) = token else { return Ok(()) };
                    count += bytes.len();
                }
                count
            };
            // What is not handed out is a complete sequence that says nothing here.
            let foreign = bytes.windows(3).filter(|three| three.starts_with(b"\x1b[") && b"!<=>:;".contains(&three[2]));
            let ends_a_string = bytes.windows(2).any(|two| two == b"\x1b\\");
            if foreign.count() == 0 && !ends_a_string {
                prop_assert_eq!(handed, bytes.len());
            }
        }
    }
}
