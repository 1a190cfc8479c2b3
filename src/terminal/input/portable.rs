//! The reader for other systems than Unix: crossterm's own, on a thread of its own.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

use crossterm::event::{self, Event};

use super::Input;
use crate::terminal::lock::lock;

/// The most inputs of one batch: no stream of them holds up the drawing.
const MAX_BATCH_INPUTS: usize = 4096;

/// What ends a wait.
#[derive(Debug)]
enum Wakeup {
    Event(Event),
    /// A [`Waker`] has been used.
    Waker,
    /// Nothing can be read any more.
    HangUp,
}

/// Wakes a session that waits for input, from any thread.
///
/// A wake-up is remembered until the next wait.
#[derive(Debug, Clone)]
pub struct Waker(Arc<Mutex<Sender<Wakeup>>>);

impl Waker {
    /// Ends the present or the next wait of the session.
    ///
    /// Its batch is empty if there is no input. Send the message first, then wake.
    pub fn wake(&self) {
        // It fails when the session has ended.
        let _ended = lock(&self.0).send(Wakeup::Waker);
    }
}

/// The input of a session.
#[derive(Debug)]
pub(in crate::terminal) struct InputReader {
    wakeups: Mutex<Receiver<Wakeup>>,
    waker: Waker,
}

impl InputReader {
    /// Starts the thread. It lives as long as the program.
    ///
    /// # Errors
    ///
    /// The system refuses a thread.
    pub(in crate::terminal) fn open() -> io::Result<Self> {
        let (sender, wakeups) = mpsc::channel();
        let waker = Waker(Arc::new(Mutex::new(sender.clone())));
        let read = move || {
            while let Ok(event) = event::read()
                && sender.send(Wakeup::Event(event)).is_ok()
            {}
            // Without a session there is nobody to tell.
            let _ended = sender.send(Wakeup::HangUp);
        };
        thread::Builder::new().name("input".to_owned()).spawn(read)?;
        Ok(Self { wakeups: Mutex::new(wakeups), waker })
    }

    /// A handle that ends the wait of [`read_batch`](Self::read_batch).
    pub(in crate::terminal) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    pub(in crate::terminal) fn expect_reply(&self) {}

    /// Returns whether the terminal may be queried.
    ///
    /// It may never: crossterm's reader takes replies for keys.
    pub(in crate::terminal) fn can_query(&self) -> bool {
        false
    }

    pub(in crate::terminal) fn is_reply_pending(&self) -> bool {
        false
    }

    pub(in crate::terminal) fn await_reply(&self) {}

    /// Waits until something is there, and returns all of it.
    ///
    /// Nothing if the wait was ended by a [`Waker`].
    pub(in crate::terminal) fn read_batch(&self) -> Vec<Input> {
        let wakeups = lock(&self.wakeups);
        let mut batch = Vec::new();
        for wakeup in wakeups.recv().into_iter().chain(wakeups.try_iter()).take(MAX_BATCH_INPUTS) {
            match wakeup {
                Wakeup::Event(event) => {
                    if let Some(input) = Input::from_event(event) {
                        input.add_to(&mut batch);
                    }
                }
                Wakeup::Waker => {}
                Wakeup::HangUp => batch.push(Input::HangUp),
            }
        }
        batch
    }
}
