//! Makes input of the terminal's bytes.
//!
//! Here is known how long what is not complete is waited for.

use std::time::{Duration, Instant};

use crossterm::event::Event;

use super::{
    parser::{Parsed, parse},
    tokenizer::{Token, Tokenizer},
};
use crate::terminal::Input;

/// The oldest reply that is of use; a later one would make the screen jump.
const MAX_REPLY_AGE: Duration = Duration::from_millis(150);
/// How long the rest of a key may take: an Esc is heard so much later.
const ESC_TIMEOUT: Duration = Duration::from_millis(50);
/// How long a report of the mouse, or a pending reply, may pause amid.
const REPORT_TIMEOUT: Duration = Duration::from_secs(4);
/// How long a reply may be pending; then it is taken for one that never comes.
const REPLY_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a reply may be pending where the terminal is given back.
const LAST_REPLY_TIMEOUT: Duration = Duration::from_secs(3);
/// How long the first one may be pending there: by then it has come over any line, or the terminal gives none.
const FIRST_REPLY_TIMEOUT: Duration = Duration::from_millis(1200);
/// How long a paste may pause. Its rest must not be taken for keys.
const PASTE_TIMEOUT: Duration = Duration::from_secs(5);
/// How long it may pause behind a Ctrl-c, which is the key if its end has got lost.
const PASTED_CTRL_C_TIMEOUT: Duration = Duration::from_millis(200);

/// The bytes that wait to become input, and how long they may wait.
#[derive(Debug)]
pub(super) struct InputDecoder {
    tokenizer: Tokenizer,
    /// When what is not complete began, or, of a paste, when its last part came.
    incomplete_since: Instant,
    /// When the terminal was last queried.
    queried_at: Option<Instant>,
    /// Whether that query has not been replied to yet, however long ago it was.
    reply_pending: bool,
    /// Whether the terminal has ever replied, if only to one of several questions.
    has_replied: bool,
}

impl InputDecoder {
    pub(super) fn new() -> Self {
        Self {
            tokenizer: Tokenizer::default(),
            incomplete_since: Instant::now(),
            queried_at: None,
            reply_pending: false,
            has_replied: false,
        }
    }

    /// The terminal is about to be queried.
    pub(super) fn expect_reply(&mut self) {
        self.queried_at = Some(Instant::now());
        self.reply_pending = true;
    }

    /// Returns whether the last query has been replied to, if there was one.
    pub(super) fn can_query(&self) -> bool {
        !self.reply_pending
    }

    /// Returns whether the terminal is still expected to reply.
    pub(super) fn is_reply_pending(&self) -> bool {
        self.reply_pending && self.queried_at.is_some_and(|queried| queried.elapsed() <= REPLY_TIMEOUT)
    }

    /// Returns how much longer to wait for a reply before giving the terminal back.
    ///
    /// `None`: no longer.
    pub(super) fn last_reply_timeout(&self) -> Option<Duration> {
        let queried = self.queried_at.filter(|_| self.is_reply_pending())?;
        // What has begun may become the first reply.
        let replies = self.has_replied || self.tokenizer.is_incomplete();
        let timeout = if replies { LAST_REPLY_TIMEOUT } else { FIRST_REPLY_TIMEOUT };
        timeout.checked_sub(queried.elapsed()).filter(|left| !left.is_zero())
    }

    /// Returns how much longer to wait for the rest of what has begun.
    ///
    /// `None`: nothing has, and there is no haste.
    pub(super) fn timeout(&self) -> Option<Duration> {
        let whole = match () {
            () if self.tokenizer.ends_in_ctrl_c() => PASTED_CTRL_C_TIMEOUT,
            () if self.tokenizer.is_in_paste() => PASTE_TIMEOUT,
            () if self.tokenizer.waits_for_report() => REPORT_TIMEOUT,
            () => ESC_TIMEOUT,
        };
        self.tokenizer.is_incomplete().then(|| whole.saturating_sub(self.incomplete_since.elapsed()))
    }

    /// Takes in bytes, and adds what they say to the batch.
    pub(super) fn feed(&mut self, bytes: &[u8], batch: &mut Vec<Input>) {
        let was_incomplete = self.tokenizer.is_incomplete();
        if !was_incomplete {
            self.tokenizer.set_reply_pending(self.is_reply_pending());
        }
        self.tokenizer.push(bytes);
        // The beginning of a sequence gets no more time with every byte: a key that is held would keep it alive.
        let any = self.drain(batch);
        if any || !was_incomplete || self.tokenizer.is_in_paste() || self.tokenizer.is_in_report() {
            self.incomplete_since = Instant::now();
        }
    }

    /// Takes what has begun and has not gone on in time for what it is.
    pub(super) fn flush_timeout(&mut self, batch: &mut Vec<Input>) {
        self.tokenizer.timed_out();
        self.drain(batch);
    }

    /// Makes input of all that is complete; `false` if nothing is.
    fn drain(&mut self, batch: &mut Vec<Input>) -> bool {
        let mut any = false;
        while let Some(token) = self.tokenizer.next() {
            any = true;
            let parsed = match token {
                Token::Paste(text) => Some(Parsed::Event(Event::Paste(text))),
                Token::Sequence(bytes) => parse(bytes),
            };
            if let Some(input) = parsed.and_then(|parsed| self.input(parsed)) {
                input.add_to(batch);
            }
        }
        any
    }

    fn input(&mut self, parsed: Parsed) -> Option<Input> {
        self.has_replied |= !matches!(parsed, Parsed::Event(_));
        match parsed {
            Parsed::Event(event) => Input::from_event(event),
            Parsed::Background(background) => {
                let is_in_time = self.queried_at.is_some_and(|queried| queried.elapsed() <= MAX_REPLY_AGE);
                is_in_time.then_some(Input::Background(background))
            }
            Parsed::KeyboardProtocol => Some(Input::EnhancedKeyboard),
            Parsed::DeviceAttributes => {
                self.reply_pending = false;
                self.tokenizer.set_reply_pending(false);
                None
            }
        }
    }
}

/// Returns what a terminal says that sends these portions of bytes, and nothing more.
///
/// It is taken to have been queried, so that replies are among what it says; none is late, however long the decoding takes.
pub fn decoded<'a>(portions: impl IntoIterator<Item = &'a [u8]>) -> Vec<Input> {
    let mut decoder = InputDecoder::new();
    decoder.expect_reply();
    // No time passes since an instant that is to come.
    decoder.queried_at = Instant::now().checked_add(Duration::from_secs(24 * 60 * 60));
    let mut batch = Vec::new();
    for portion in portions {
        decoder.feed(portion, &mut batch);
    }
    while decoder.timeout().is_some() {
        decoder.flush_timeout(&mut batch);
    }
    batch
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

    use super::*;
    use crate::{input::Key, themes::Background};

    /// What is heard in these portions, and once all has timed out; keys by name.
    fn heard(portions: &[&[u8]]) -> Vec<String> {
        let name = |input| if let Input::Key(key) = input { key.to_string() } else { format!("{input:?}") };
        decoded(portions.iter().copied()).into_iter().map(name).collect()
    }

    #[test]
    fn an_esc_and_what_follows_it_are_keys_when_no_sequence_comes_of_them() {
        assert_eq!(heard(&[b"\x1b]"]), ["Esc", "]"]);
        assert_eq!(heard(&[b"\x1b]jk"]), ["Esc", "]", "j", "k"]);
        assert_eq!(heard(&[b"\x1bPx"]), ["Esc", "P", "x"]);
        assert_eq!(heard(&[b"\x1b\x1b"]), ["Esc", "Esc"]);
        assert_eq!(heard(&[b"\x1b\x1b[A"]), ["Esc", "Up"]);
        assert_eq!(heard(&[b"\x1b["]), ["Esc", "["]);
        assert_eq!(heard(&[b"\x1b[j"]), ["Esc", "[", "j"]);
        assert_eq!(heard(&[b"\x1bOj"]), ["Esc", "O", "j"]);
        assert_eq!(heard(&[b"\x1bb"]), ["Alt-b"]);
        assert_eq!(heard(&[b"\x1b", b"[", b"1;5", b"C"]), ["Ctrl-Right"]);
    }

    #[test]
    fn a_reply_is_one_in_however_many_parts_it_comes() {
        let reply = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;4cj";
        for cut in 0..reply.len() {
            let (first, second) = reply.split_at(cut);
            assert_eq!(heard(&[first, second]), ["Background(Light)", "j"], "cut at {cut}");
            let mut decoder = InputDecoder::new();
            decoder.expect_reply();
            let mut batch = Vec::new();
            decoder.feed(first, &mut batch);
            decoder.flush_timeout(&mut batch);
            decoder.feed(second, &mut batch);
            assert_eq!(batch, [Input::Background(Background::Light), Input::Key(Key::from('j'))], "torn at {cut}");
        }
    }

    #[test]
    fn sequences_that_say_nothing_here_swallow_nothing() {
        for foreign in [
            "\x1b[?1;2z",
            "\x1b[?997;1n",
            "\x1b[!p",
            "\x1b[;5A",
            "\x1b[9999u",
            "\x1b[201~",
            "\x1b]4;1;rgb:0/0/0\x07",
            "\x1bP1$r\x1b\\",
        ] {
            assert_eq!(heard(&[foreign.as_bytes(), b"j"]).last().map(String::as_str), Some("j"), "{foreign:?}");
        }
    }

    #[test]
    fn there_is_haste_only_while_something_has_begun() {
        let mut decoder = InputDecoder::new();
        let mut hears = |bytes: &[u8]| {
            decoder.feed(bytes, &mut Vec::new());
            decoder.timeout()
        };
        assert_eq!(hears(b"j"), None);
        assert!(hears(b"\x1b").is_some_and(|time| time <= ESC_TIMEOUT));
        assert_eq!(hears(b"b"), None);
        assert_eq!(hears(b"\xe6"), None);
        assert!(hears(b"\x1b[200~text").is_some_and(|time| time > REPORT_TIMEOUT));
        assert_eq!(hears(b"\x1b[201~"), None);
        assert!(hears(b"\x1b[200~text\x03").is_some_and(|time| time < Duration::from_millis(300)));
    }

    #[test]
    fn a_report_is_waited_for_and_a_key_is_not() {
        let after = |is_pending: bool, bytes: &[u8]| {
            let mut decoder = InputDecoder::new();
            if is_pending {
                decoder.expect_reply();
            }
            let mut batch = Vec::new();
            decoder.feed(bytes, &mut batch);
            decoder.flush_timeout(&mut batch);
            decoder.timeout().is_some_and(|time| time > Duration::from_secs(3))
        };
        for reply in ["\x1b", "\x1b]", "\x1b]1", "\x1b]11;rgb:0", "\x1b]11;rgb:0/0/0\x07\x1b", "\x1b[", "\x1b[?62;4"] {
            assert!(after(true, reply.as_bytes()), "{reply:?} is pending");
            assert!(!after(false, reply.as_bytes()), "{reply:?} is not");
        }
        assert!(!after(true, b"\x1b[?62;4c\x1b"), "all has been said");
        assert!(!after(true, b"\x1bO"));
        assert!(after(false, b"\x1b[<0;1"), "the mouse speaks unasked");
    }

    #[test]
    fn an_esc_and_a_later_key_are_no_chord_while_a_reply_is_pending() {
        let mut decoder = InputDecoder::new();
        decoder.expect_reply();
        let mut batch = Vec::new();
        decoder.feed(b"\x1b", &mut batch);
        decoder.flush_timeout(&mut batch);
        assert_eq!(batch, [], "a reply may come of it");
        decoder.feed(b"j", &mut batch);
        assert_eq!(batch, [Input::Key(KeyCode::Esc.into()), Input::Key(Key::from('j'))]);
    }

    #[test]
    fn a_report_of_the_mouse_is_none_of_keys_wherever_it_is_torn() {
        let report = b"\x1b[<0;20;12M";
        for cut in 3..report.len() {
            let mut decoder = InputDecoder::new();
            let mut batch = Vec::new();
            decoder.feed(&report[..cut], &mut batch);
            decoder.flush_timeout(&mut batch);
            decoder.feed(&report[cut..], &mut batch);
            let kind = MouseEventKind::Down(MouseButton::Left);
            let click = MouseEvent { kind, column: 19, row: 11, modifiers: KeyModifiers::NONE };
            assert_eq!(batch, [Input::Mouse(click)], "cut at {cut}");
            // Its end never comes.
            decoder.feed(&report[..cut], &mut batch);
            decoder.flush_timeout(&mut batch);
            decoder.flush_timeout(&mut batch);
            assert_eq!(batch.len(), 1, "cut at {cut}");
            // It is broken off by a key.
            decoder.feed(&[&report[..cut], b"\x03"].concat(), &mut batch);
            assert_eq!(batch.pop(), Some(Input::Key(Key::from('c').with_ctrl())), "cut at {cut}");
            assert_eq!(batch.len(), 1, "cut at {cut}");
        }
        // What comes too late for a sequence has been the Esc key; the rest is no key for that.
        for cut in 1..3 {
            assert_eq!(heard_late(&report[..cut], &report[cut..]).last().map(String::as_str), Some("mouse"), "{cut}");
        }
    }

    #[test]
    fn a_terminal_without_numbers_reports_the_mouse_by_bytes() {
        let click = |column: u16, row: u16| MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column,
            row,
            modifiers: KeyModifiers::NONE,
        };
        let whole = decoded([&b"\x1b[M !!j"[..]]);
        assert_eq!(whole, [Input::Mouse(click(0, 0)), Input::Key(Key::from('j'))]);
        assert_eq!(decoded([&b"\x1b[M "[..], b"\xff\xa0"]), [Input::Mouse(click(222, 127))]);
        // By characters, and by numbers.
        for (column, row) in [(0, 0), (94, 10), (95, 95), (200, 10), (161, 120), (10, 130)] {
            let place = |at: u16| char::from_u32(u32::from(at) + 33).unwrap();
            let report = format!("\x1b[M {}{}", place(column), place(row));
            for report in [report, format!("\x1b[32;{};{}M", column + 1, row + 1)] {
                let expected = [Input::Mouse(click(column, row)), Input::Key(Key::from('j'))];
                assert_eq!(decoded([report.as_bytes(), b"j"]), expected, "{report:?}");
            }
        }
        assert_eq!(decoded([&b"\x1b[M \xc2\xa0"[..], b"\x1b[A"]).len(), 2, "a place beyond 160, in bytes");
        assert_eq!(decoded([&b"\x1b[M \xc2"[..]]), [], "no hand types it");
        assert_eq!(heard(&[b"\x1b[M"]), ["Esc", "[", "M"], "it was typed");
        assert_eq!(heard(&[b"\x1b[Mx\r"]), ["Esc", "[", "M", "x", "Enter"]);
    }

    #[test]
    fn nothing_that_is_no_place_is_a_click() {
        for report in ["\x1b[<0;0;1M", "\x1b[<0;1;0M", "\x1b[<0;1M", "\x1b[<0;99999;1M", "\x1b[<999;1;1M", "\x1b[<M"] {
            assert_eq!(heard(&[report.as_bytes(), b"j"]), ["j"], "{report:?}");
        }
    }

    #[test]
    fn a_ctrl_c_is_the_key_where_the_end_of_a_paste_has_got_lost() {
        let mut decoder = InputDecoder::new();
        let mut batch = Vec::new();
        decoder.feed(b"\x1b[200~one\x03two\x03", &mut batch);
        assert_eq!(batch, []);
        decoder.flush_timeout(&mut batch);
        let key = Input::Key(Key::from('c').with_ctrl());
        assert_eq!(batch, [Input::Paste("one\x03two".to_owned()), key.clone()]);
        // By the kitty keyboard protocol, in parts.
        batch.clear();
        for part in [&b"\x1b[200~one"[..], b"\x1b[9", b"9;5u"] {
            decoder.feed(part, &mut batch);
        }
        assert!(decoder.timeout().is_some_and(|time| time <= PASTED_CTRL_C_TIMEOUT));
        decoder.flush_timeout(&mut batch);
        assert_eq!(batch, [Input::Paste("one".to_owned()), key]);
    }

    #[test]
    fn an_esc_of_the_kitty_protocol_is_heard_at_once() {
        let mut decoder = InputDecoder::new();
        let mut batch = Vec::new();
        decoder.expect_reply();
        decoder.feed(b"\x1b[?0u", &mut batch);
        assert_eq!(batch, [Input::EnhancedKeyboard]);
        assert!(decoder.is_reply_pending(), "the rest of the answer is to come");
        decoder.feed(b"\x1b[?62;4c\x1b[27u", &mut batch);
        assert_eq!(batch, [Input::EnhancedKeyboard, Input::Key(KeyCode::Esc.into())]);
        assert_eq!((decoder.timeout(), decoder.is_reply_pending()), (None, false));
    }

    #[test]
    fn a_terminal_that_has_never_replied_is_left_sooner() {
        let waits = |said: &[u8], silence: Duration| {
            let mut decoder = InputDecoder::new();
            decoder.expect_reply();
            decoder.queried_at = Instant::now().checked_sub(silence);
            decoder.feed(said, &mut Vec::new());
            decoder.last_reply_timeout().is_some()
        };
        let (short, long) = (FIRST_REPLY_TIMEOUT / 2, FIRST_REPLY_TIMEOUT * 2);
        assert!(waits(b"", short) && waits(b"jj", short));
        assert!(!waits(b"", long) && !waits(b"jj\x1b[A", long), "keys are no reply");
        for part in [&b"\x1b[?0u"[..], b"\x1b]11;rgb:0/0/0\x07", b"\x1b]11;rg"] {
            assert!(waits(part, long) && !waits(part, LAST_REPLY_TIMEOUT), "the rest is to come");
        }
        assert!(!waits(b"\x1b[?62c", short), "all has been said");
    }

    /// What is heard where the second part comes too late for a key, by name.
    fn heard_late(first: &[u8], second: &[u8]) -> Vec<String> {
        let mut decoder = InputDecoder::new();
        let mut batch = Vec::new();
        decoder.feed(first, &mut batch);
        decoder.flush_timeout(&mut batch);
        decoder.feed(second, &mut batch);
        let name = |input| match input {
            Input::Key(key) => key.to_string(),
            Input::Mouse(_) => "mouse".to_owned(),
            other => format!("{other:?}"),
        };
        batch.into_iter().map(name).collect()
    }

    proptest! {
        #[test]
        fn no_stream_is_too_much(portions in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..50), 0..8)) {
            let portions: Vec<&[u8]> = portions.iter().map(Vec::as_slice).collect();
            heard(&portions);
        }

        #[test]
        fn no_sequence_is_too_much(sequences in "(\x1b(\\[[?<>!]?[0-9:;]{0,9}[ $]?[@-~]|[\\]P][0-9:;a-z?]{0,9}(\x07|\x1b\\\\))|[ -~]|\x1b){0,20}") {
            heard(&[sequences.as_bytes()]);
        }

        #[test]
        fn every_printable_byte_outside_a_sequence_is_a_key(text in "[ -~]{1,40}", sequence in prop::sample::select(vec![
            "\x1b", "\x1b[A", "\x1b[1;5C", "\x1bOP", "\x1b[?62;4c", "\x1b]11;rgb:00/00/00\x07", "\x1bP>|x\x1b\\", "\x1b[<0;1;1M", "\x1b[?1z",
        ])) {
            let keys = heard(&[text.as_bytes(), sequence.as_bytes()]);
            let expected: Vec<String> = text.chars().map(|character| Key::from(character).to_string()).collect();
            prop_assert_eq!(&keys[..expected.len()], &expected[..]);
            // Behind an Esc that is only a key, `]` and `P` wait in vain, and are keys then.
            for begin in ["\x1b]", "\x1bP"] {
                let keys = heard(&[begin.as_bytes(), text.as_bytes()]);
                prop_assert_eq!(&keys[2..], &expected[..]);
            }
        }
    }
}
