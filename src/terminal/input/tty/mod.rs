//! The reader for Unix: bytes, cut into tokens, read as events of crossterm.

mod decoder;
mod parser;
mod reader;
mod scan;
mod tokenizer;
mod tty_reader;

pub use decoder::decoded;
pub(in crate::terminal) use reader::InputReader;
pub use tty_reader::Waker;
