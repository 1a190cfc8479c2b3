//! A line of the reader mode, taken apart: which command it is, and what stands behind it.

use super::command::{COMMANDS, CommandInfo, ReaderCommand};
use crate::text::{fold, suggest};

/// What a line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandLine<'a> {
    /// To go on.
    Empty,
    /// Nothing: it begins with `#`.
    Comment,
    /// An entry of the last list, from 1.
    Entry(usize),
    /// A command with what stands behind it.
    Command(ReaderCommand, &'a str),
    /// A word that begins several commands.
    Ambiguous(&'a str),
    /// A word that is no command.
    Unknown(&'a str),
}

impl<'a> CommandLine<'a> {
    /// Reads a line. A command is known by any of its names, by the beginning of one that no other has, and in letters of any
    /// width and case.
    pub fn read(line: &'a str) -> Self {
        let line = line.trim();
        if let Some(words) = line.strip_prefix(['/', '／']) {
            return Self::Command(ReaderCommand::Find, words.trim_start());
        }
        if line.starts_with(['#', '＃']) {
            return Self::Comment;
        }
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        if word.is_empty() {
            return Self::Empty;
        }
        let folded = fold(word);
        if rest.is_empty() && folded.bytes().all(|byte| byte.is_ascii_digit()) {
            return Self::Entry(folded.parse().unwrap_or(usize::MAX));
        }
        if let Some(info) = COMMANDS.iter().find(|info| info.names().any(|name| fold(name) == folded)) {
            return Self::Command(info.command, rest.trim_start());
        }
        match *beginning_with(&folded) {
            [] => Self::Unknown(word),
            [info] => Self::Command(info.command, rest.trim_start()),
            _ => Self::Ambiguous(word),
        }
    }
}

/// The commands of which a name begins so.
pub(super) fn beginning_with(word: &str) -> Box<[&'static CommandInfo]> {
    let word = fold(word);
    let begins = |info: &&CommandInfo| info.names().any(|name| fold(name).starts_with(&word));
    COMMANDS.iter().filter(begins).collect()
}

/// The name that was probably meant.
pub(super) fn near_command(word: &str) -> Option<&'static str> {
    suggest(&fold(word), COMMANDS.iter().flat_map(CommandInfo::names).filter(|name| name.chars().count() > 1))
}

#[cfg(test)]
mod tests {
    use super::{CommandLine::*, ReaderCommand::*, *};

    #[test]
    fn a_line_is_a_command_and_what_stands_behind_it() {
        for (line, read) in [
            ("", Empty),
            (" \u{3000}", Empty),
            ("# said:blinken", Comment),
            ("12", Entry(12)),
            ("１２", Entry(12)),
            ("99999999999999999999999", Entry(usize::MAX)),
            ("next", Command(Next, "")),
            ("Ｎ", Command(Next, "")),
            ("次", Command(Next, "")),
            ("find  said:blinken cyber ", Command(Find, "said:blinken cyber")),
            ("/said:blinken", Command(Find, "said:blinken")),
            ("検索　重要 インフラ", Command(Find, "重要 インフラ")),
            ("prob", Command(Problems, "")),
            ("quo", Command(Quotes, "")),
            ("q", Command(Quit, "")),
            ("qu", Ambiguous("qu")),
            ("frobnicate it", Unknown("frobnicate")),
            ("12 13", Unknown("12")),
        ] {
            assert_eq!(CommandLine::read(line), read, "{line}");
        }
        assert_eq!(near_command("qoutes"), Some("quotes"));
        assert_eq!(near_command("frobnicate"), None);
    }

    #[test]
    fn no_two_commands_have_a_name_in_common() {
        let mut names: Vec<String> = COMMANDS.iter().flat_map(CommandInfo::names).map(fold).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
