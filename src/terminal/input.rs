//! Everything that the terminal says, in batches: all that is there, after waiting for the first.
//!
//! What it is called here is decided elsewhere; what is not complete is waited for here, and only then is there a time.

use std::io;
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use ratatui::layout::Size;
use termina::escape::csi::{Csi, Device};
use termina::escape::osc::{ColorOrQuery, DynamicColorNumber, Osc};
use termina::{Event, Parser};

use super::caps::Background;
use super::cut::{Cutter, Piece};
use super::key::key;
use super::lock::{lock, try_lock};
use super::mouse::mouse;
use super::source::{PORTION, Said, Source, Waker};
use crate::input::{Gesture, Key, Mouse};

/// How long an answer about the background is of use; one that comes later would only make the screen jump.
const TIMELY: Duration = Duration::from_millis(150);
/// How long the rest of a key's sequence may take; an Esc that is pressed by itself is heard so much later.
const KEY: Duration = Duration::from_millis(50);
/// How long a report of the mouse, or an answer while one is owed, may pause amid.
const REPORT: Duration = Duration::from_secs(4);
/// How long a terminal may owe an answer; then it is taken for one that does not answer.
const OWED: Duration = Duration::from_secs(5);
/// How long after the question its answer is waited for where the terminal is given back.
const LAST: Duration = Duration::from_secs(3);
/// How long a paste may pause. Its rest must not be taken for keys.
const PASTE: Duration = Duration::from_secs(5);
/// How long it may pause behind a Ctrl-c, which is the key if its end has got lost.
const PASTED_CTRL_C: Duration = Duration::from_millis(200);
/// The most events of one batch, so that an endless stream of them cannot hold up the drawing.
const LONGEST_BATCH: usize = 4096;

/// One thing that the terminal or the system has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, or is held and repeats.
    Key(Key),
    /// The mouse was used.
    Mouse(Mouse),
    /// Text was pasted, at most 64 KiB of it; line ends are as the terminal sent them (usually CR).
    Paste(String),
    /// The terminal has a new size, which the session knows already.
    Resize(Size),
    /// The answer to the question for the background, if it came in time.
    Background(Background),
    /// The terminal's window has come to the front.
    Focus,
    /// The program is asked to stop, as by Ctrl-Z: call [`Session::suspend`](super::Session::suspend).
    Suspend,
    /// The program goes on after a stop; the terminal has been taken anew and needs a drawing.
    Resume,
    /// The terminal has gone away: nothing more will come, and nothing can be shown.
    Gone,
}

/// Makes input of the terminal's bytes.
///
/// It is shared: a thread that gives the terminal back takes what is owed out of it.
#[derive(Debug)]
pub(super) struct Reader {
    source: Source,
    ears: Mutex<Ears>,
}

/// The bytes that wait to become input, and how long they may wait.
#[derive(Debug)]
struct Ears {
    cutter: Cutter,
    parser: Parser,
    /// When that which is not complete yet has begun, or, of a paste, when its last part came.
    begun: Instant,
    /// When the background was last asked for.
    asked: Option<Instant>,
    /// Whether that question is not answered yet.
    owed: bool,
}

impl Reader {
    pub(super) fn new(source: Source) -> Self {
        Self { source, ears: Mutex::new(Ears::new()) }
    }

    pub(super) fn waker(&self) -> Waker {
        self.source.waker()
    }

    /// The question for the background is about to be written.
    pub(super) fn asked(&self) {
        let mut ears = self.ears();
        ears.asked = Some(Instant::now());
        ears.owed = true;
    }

    /// Whether a question has not been answered, however long ago it was.
    pub(super) fn waits_for_answer(&self) -> bool {
        self.ears().owed
    }

    /// Whether the terminal is still expected to answer.
    pub(super) fn is_owed(&self) -> bool {
        self.ears().is_owed()
    }

    /// Waits for the answer that is owed, up to a bound or a Ctrl-c; nothing else that comes is of use any more.
    ///
    /// Any thread may do so, a panicking one as well. Nobody else hears anything meanwhile.
    pub(super) fn await_answer(&self) {
        let Some(mut ears) = try_lock(&self.ears) else { return };
        let ctrl_c = Input::Key(Key::from('c').with_ctrl());
        let mut batch = Vec::new();
        while !batch.contains(&ctrl_c)
            && let Some(time) = ears.time_to_answer()
            && self.hear(time, &mut ears, &mut batch).is_ok()
        {}
    }

    /// Waits until something is there, and returns all of it; nothing if the wait was ended by a [`Waker`].
    pub(super) fn batch(&self) -> Vec<Input> {
        let mut batch = Vec::new();
        if self.fill(&mut batch).is_err() {
            batch.push(Input::Gone);
        }
        batch
    }

    fn fill(&self, batch: &mut Vec<Input>) -> io::Result<()> {
        while batch.len() < LONGEST_BATCH {
            let time = if batch.is_empty() { self.ears().patience() } else { Some(Duration::ZERO) };
            match self.source.wait(time)? {
                Said::Bytes => {
                    let is_all = self.hear(Duration::ZERO, &mut self.ears(), batch)?;
                    if is_all && !batch.is_empty() {
                        break;
                    }
                }
                Said::Nothing if batch.is_empty() => self.ears().give_up(batch),
                Said::Nothing | Said::Wake => break,
            }
        }
        Ok(())
    }

    /// Takes in what is there, or comes in so long a time; whether that was all.
    fn hear(&self, time: Duration, ears: &mut Ears, batch: &mut Vec<Input>) -> io::Result<bool> {
        let mut buffer = [0; PORTION];
        let bytes = self.source.read(time, &mut buffer)?;
        ears.hear(bytes, batch);
        Ok(bytes.len() < PORTION)
    }

    fn ears(&self) -> MutexGuard<'_, Ears> {
        lock(&self.ears)
    }
}

impl Ears {
    fn new() -> Self {
        Self { cutter: Cutter::default(), parser: Parser::default(), begun: Instant::now(), asked: None, owed: false }
    }

    /// How much longer to wait for the rest of what has begun; `None` if nothing has, and there is no haste.
    fn patience(&self) -> Option<Duration> {
        let whole = match () {
            () if self.cutter.ends_in_ctrl_c() => PASTED_CTRL_C,
            () if self.cutter.is_in_paste() => PASTE,
            () if self.cutter.waits_for_report() => REPORT,
            () => KEY,
        };
        self.cutter.is_amid().then(|| whole.saturating_sub(self.begun.elapsed()))
    }

    /// Whether the terminal is still expected to answer.
    fn is_owed(&self) -> bool {
        self.owed && self.asked.is_some_and(|asked| asked.elapsed() <= OWED)
    }

    /// How much longer the answer is waited for where the terminal is given back; `None` if it is not, or not any more.
    fn time_to_answer(&self) -> Option<Duration> {
        let asked = self.asked.filter(|_| self.is_owed())?;
        LAST.checked_sub(asked.elapsed()).filter(|left| !left.is_zero())
    }

    fn hear(&mut self, bytes: &[u8], batch: &mut Vec<Input>) {
        let was_amid = self.cutter.is_amid();
        if !was_amid {
            self.cutter.expect_answer(self.is_owed());
        }
        self.cutter.push(bytes);
        // The beginning of a sequence gets no more time with every byte: a key that is held would keep it alive.
        let understood = self.understand(batch);
        if understood || !was_amid || self.cutter.is_in_paste() || self.cutter.is_in_report() {
            self.begun = Instant::now();
        }
    }

    /// What has begun has not gone on in time.
    fn give_up(&mut self, batch: &mut Vec<Input>) {
        self.cutter.give_up();
        self.understand(batch);
    }

    /// Makes input of all that is complete; `false` if nothing is.
    fn understand(&mut self, batch: &mut Vec<Input>) -> bool {
        let mut any = false;
        while let Some(piece) = self.cutter.next() {
            any = true;
            let event = match piece {
                Piece::Paste(text) => Some(Event::Paste(text)),
                Piece::Event(bytes) => {
                    self.parser.parse(bytes, false);
                    self.parser.pop()
                }
            };
            match event {
                Some(event) => {
                    let input = self.input(event);
                    push(batch, input);
                }
                // It may keep a sequence that it does not know, and would count what follows to it.
                None => self.parser = Parser::default(),
            }
        }
        any
    }

    /// What this event says, if it says anything here.
    fn input(&mut self, event: Event) -> Option<Input> {
        match event {
            Event::Key(event) => key(event).map(Input::Key),
            Event::Mouse(event) => mouse(event).map(Input::Mouse),
            Event::Paste(text) => Some(Input::Paste(text)),
            Event::FocusIn => Some(Input::Focus),
            Event::Osc(Osc::ChangeDynamicColors(DynamicColorNumber::TextBackgroundColor, colours)) => {
                let in_time = self.asked.is_some_and(|asked| asked.elapsed() <= TIMELY);
                match colours.first() {
                    Some(ColorOrQuery::Color(colour)) if in_time => {
                        Some(Input::Background(Background::of(colour.red, colour.green, colour.blue)))
                    }
                    _ => None,
                }
            }
            Event::Csi(Csi::Device(Device::DeviceAttributes(()))) => {
                self.owed = false;
                self.cutter.expect_answer(false);
                None
            }
            _ => None,
        }
    }
}

/// Adds an input; of several drags in a row the last is enough.
fn push(batch: &mut Vec<Input>, input: Option<Input>) {
    let is_drag = |input: Option<&Input>| matches!(input, Some(Input::Mouse(Mouse { gesture: Gesture::Drag, .. })));
    if is_drag(input.as_ref()) && is_drag(batch.last()) {
        batch.pop();
    }
    batch.extend(input);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::input::Code;

    /// What is heard in these portions, and then given up; keys by name.
    fn heard(portions: &[&[u8]]) -> Vec<String> {
        let mut ears = Ears::new();
        ears.asked = Some(Instant::now());
        ears.owed = true;
        let mut batch = Vec::new();
        for portion in portions {
            ears.hear(portion, &mut batch);
        }
        while ears.patience().is_some() {
            ears.give_up(&mut batch);
        }
        let name = |input| if let Input::Key(key) = input { key.to_string() } else { format!("{input:?}") };
        batch.into_iter().map(name).collect()
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
    fn an_answer_is_one_in_however_many_parts_it_comes() {
        let answer = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;4cj";
        for cut in 0..answer.len() {
            let (first, second) = answer.split_at(cut);
            assert_eq!(heard(&[first, second]), ["Background(Light)", "j"], "cut at {cut}");
            let mut ears = Ears::new();
            (ears.owed, ears.asked) = (true, Some(Instant::now()));
            let mut batch = Vec::new();
            ears.hear(first, &mut batch);
            ears.give_up(&mut batch);
            ears.hear(second, &mut batch);
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
        let mut ears = Ears::new();
        let mut hears = |bytes: &[u8]| {
            ears.hear(bytes, &mut Vec::new());
            ears.patience()
        };
        assert_eq!(hears(b"j"), None);
        assert!(hears(b"\x1b").is_some_and(|time| time <= KEY));
        assert_eq!(hears(b"b"), None);
        assert_eq!(hears(b"\xe6"), None);
        assert!(hears(b"\x1b[200~text").is_some_and(|time| time > REPORT));
        assert_eq!(hears(b"\x1b[201~"), None);
        assert!(hears(b"\x1b[200~text\x03").is_some_and(|time| time < Duration::from_millis(300)));
    }

    #[test]
    fn a_report_is_waited_for_and_a_key_is_not() {
        let after = |owed: bool, bytes: &[u8]| {
            let mut ears = Ears::new();
            (ears.owed, ears.asked) = (owed, Some(Instant::now()));
            let mut batch = Vec::new();
            ears.hear(bytes, &mut batch);
            ears.give_up(&mut batch);
            ears.patience().is_some_and(|time| time > Duration::from_secs(3))
        };
        for answer in ["\x1b", "\x1b]", "\x1b]1", "\x1b]11;rgb:0", "\x1b]11;rgb:0/0/0\x07\x1b", "\x1b[", "\x1b[?62;4"] {
            assert!(after(true, answer.as_bytes()), "{answer:?} is owed");
            assert!(!after(false, answer.as_bytes()), "{answer:?} is not");
        }
        assert!(!after(true, b"\x1b[?62;4c\x1b"), "all has been said");
        assert!(!after(true, b"\x1bO"));
        assert!(after(false, b"\x1b[<0;1"), "the mouse speaks unasked");
    }

    #[test]
    fn an_esc_and_a_key_that_comes_later_are_no_chord_while_an_answer_is_owed() {
        let mut ears = Ears::new();
        (ears.owed, ears.asked) = (true, Some(Instant::now()));
        let mut batch = Vec::new();
        ears.hear(b"\x1b", &mut batch);
        ears.give_up(&mut batch);
        assert_eq!(batch, [], "an answer may come of it");
        ears.hear(b"j", &mut batch);
        assert_eq!(batch, [Input::Key(Code::Esc.into()), Input::Key(Key::from('j'))]);
    }

    #[test]
    fn a_report_of_the_mouse_is_none_of_keys_wherever_it_is_torn() {
        let report = b"\x1b[<0;20;12M";
        for cut in 3..report.len() {
            let mut ears = Ears::new();
            let mut batch = Vec::new();
            ears.hear(&report[..cut], &mut batch);
            ears.give_up(&mut batch);
            ears.hear(&report[cut..], &mut batch);
            let click = Mouse { gesture: Gesture::Press, column: 19, row: 11, shift: false };
            assert_eq!(batch, [Input::Mouse(click)], "cut at {cut}");
            // Its end never comes.
            ears.hear(&report[..cut], &mut batch);
            ears.give_up(&mut batch);
            ears.give_up(&mut batch);
            assert_eq!(batch.len(), 1, "cut at {cut}");
            // It is broken off by a key.
            ears.hear(&[&report[..cut], b"\x03"].concat(), &mut batch);
            assert_eq!(batch.pop(), Some(Input::Key(Key::from('c').with_ctrl())), "cut at {cut}");
            assert_eq!(batch.len(), 1, "cut at {cut}");
        }
        // What comes too late for a sequence has been the Esc key; the rest is no key for that.
        for cut in 1..3 {
            assert_eq!(heard_late(&report[..cut], &report[cut..]).last().map(String::as_str), Some("mouse"), "{cut}");
        }
    }

    #[test]
    fn nothing_that_is_no_place_is_a_click() {
        for report in ["\x1b[<0;0;1M", "\x1b[<0;1;0M", "\x1b[<0;1M", "\x1b[<0;99999;1M", "\x1b[<999;1;1M", "\x1b[<M"] {
            assert_eq!(heard(&[report.as_bytes(), b"j"]), ["j"], "{report:?}");
        }
    }

    #[test]
    fn a_ctrl_c_is_the_key_where_the_end_of_a_paste_has_got_lost() {
        let mut ears = Ears::new();
        let mut batch = Vec::new();
        ears.hear(b"\x1b[200~one\x03two\x03", &mut batch);
        assert_eq!(batch, []);
        ears.give_up(&mut batch);
        let key = Input::Key(Key::from('c').with_ctrl());
        assert_eq!(batch, [Input::Paste("one\x03two".to_owned()), key]);
    }

    /// What is heard where the second part comes too late for a key, by name.
    fn heard_late(first: &[u8], second: &[u8]) -> Vec<String> {
        let mut ears = Ears::new();
        let mut batch = Vec::new();
        ears.hear(first, &mut batch);
        ears.give_up(&mut batch);
        ears.hear(second, &mut batch);
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
