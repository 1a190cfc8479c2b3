//! Reads what the terminal says, in batches: all that is there.

use std::io;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use super::decoder::InputDecoder;
use crate::{
    input::Key,
    platform::{READ_SIZE, TtyReader, Waker, Wakeup},
    terminal::{
        Input,
        lock::{lock, try_lock},
    },
};

/// The most inputs of one batch: no stream of them holds up the drawing.
const MAX_BATCH_INPUTS: usize = 4096;

/// The input of a session.
///
/// It is shared: a thread that gives the terminal back takes the pending reply out of it.
#[derive(Debug)]
pub(in crate::terminal) struct InputReader {
    tty: TtyReader,
    decoder: Mutex<InputDecoder>,
    /// What came while a reply was waited for.
    unread: Mutex<Vec<Input>>,
}

impl InputReader {
    /// Opens the terminal's input.
    ///
    /// # Errors
    ///
    /// There is no terminal, or the system cannot wait for it.
    pub(in crate::terminal) fn open() -> io::Result<Self> {
        Ok(Self { tty: TtyReader::open()?, decoder: Mutex::new(InputDecoder::new()), unread: Mutex::default() })
    }

    /// A handle that ends the wait of [`read_batch`](Self::read_batch).
    pub(in crate::terminal) fn waker(&self) -> Waker {
        self.tty.waker()
    }

    /// The terminal is about to be queried.
    pub(in crate::terminal) fn expect_reply(&self) {
        self.decoder().expect_reply();
    }

    /// Returns whether the terminal may be queried.
    ///
    /// It may if it has replied to the last query, if there was one.
    pub(in crate::terminal) fn can_query(&self) -> bool {
        self.decoder().can_query()
    }

    /// Returns whether the terminal is still expected to reply.
    pub(in crate::terminal) fn is_reply_pending(&self) -> bool {
        self.decoder().is_reply_pending()
    }

    /// Waits for the pending reply, up to a bound or a Ctrl-c.
    ///
    /// Left in the terminal, it would be typed into the shell. What else comes is in the next batch, but for the Ctrl-c; nobody
    /// else hears anything meanwhile. Any thread may do this, a panicking one as well.
    pub(in crate::terminal) fn await_reply(&self) {
        let Some(mut decoder) = try_lock(&self.decoder) else { return };
        let ctrl_c = Input::Key(Key::from('c').with_ctrl());
        let mut batch = Vec::new();
        while !batch.contains(&ctrl_c)
            && let Some(time) = decoder.last_reply_timeout()
            && self.read(time, &mut decoder, &mut batch).is_ok()
        {}
        batch.retain(|input| *input != ctrl_c);
        if let Some(mut unread) = try_lock(&self.unread) {
            unread.append(&mut batch);
        }
    }

    /// Waits until something is there, and returns all of it.
    ///
    /// Nothing if the wait was ended by a [`Waker`].
    pub(in crate::terminal) fn read_batch(&self) -> Vec<Input> {
        let mut batch = Vec::new();
        if self.fill(&mut batch).is_err() {
            batch.push(Input::HangUp);
        }
        batch
    }

    fn fill(&self, batch: &mut Vec<Input>) -> io::Result<()> {
        batch.append(&mut lock(&self.unread));
        while batch.len() < MAX_BATCH_INPUTS {
            let time = if batch.is_empty() { self.decoder().timeout() } else { Some(Duration::ZERO) };
            match self.tty.wait(time)? {
                Wakeup::Readable => {
                    let is_all = self.read(Duration::ZERO, &mut self.decoder(), batch)?;
                    if is_all && !batch.is_empty() {
                        break;
                    }
                }
                Wakeup::Timeout if batch.is_empty() => self.decoder().flush_timeout(batch),
                Wakeup::Timeout | Wakeup::Waker => break,
            }
        }
        Ok(())
    }

    /// Takes in what is there, or comes in this time; returns whether that was all.
    fn read(&self, time: Duration, decoder: &mut InputDecoder, batch: &mut Vec<Input>) -> io::Result<bool> {
        let mut buffer = [0; READ_SIZE];
        let bytes = self.tty.read(time, &mut buffer)?;
        decoder.feed(bytes, batch);
        Ok(bytes.len() < READ_SIZE)
    }

    fn decoder(&self) -> MutexGuard<'_, InputDecoder> {
        lock(&self.decoder)
    }
}
