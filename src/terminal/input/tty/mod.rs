//! The reader of bytes, which is that of Unix: they are cut into tokens, read as events of crossterm.

mod decoder;
mod parser;
mod reader;
mod scan;
mod tokenizer;

pub use decoder::decoded;
pub(in crate::terminal) use reader::InputReader;
