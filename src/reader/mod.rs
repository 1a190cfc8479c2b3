//! The reader mode: the same timeline at a prompt, for screen readers, braille lines, plain terminals and scripts. Commands are
//! words, answers are whole sentences, one after the other; nothing is drawn, and no byte of it moves a cursor.

mod command;
mod command_line;
mod comparing;
mod counting;
mod event_lines;
mod event_text;
mod files;
mod filtering;
mod listing;
mod loading;
mod mode;
mod moving;
mod noting;
mod occurrence_list;
mod pages;
mod period_name;

mod response;
mod sentence;
mod session;
mod sources;
mod timing;
mod value_lines;
mod values;
mod words;

pub use command::{COMMANDS, CommandInfo, ReaderCommand};
pub use command_line::CommandLine;
pub use mode::{OpenAddress, ReaderInit, ReaderMode};
pub use session::read_commands;
