//! What is heard from the terminal: bytes cut into tokens, read as events of crossterm, and told in batches.

mod decoder;
mod event;
mod parser;
mod reader;
mod scan;
mod tokenizer;
mod tty_reader;

pub use event::Input;
pub(super) use reader::InputReader;
pub use tty_reader::Waker;
