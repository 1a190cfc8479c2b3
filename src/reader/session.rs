//! The prompt: a line in, its answer out, until the lines end.

use std::io::{self, BufRead, Write};

use super::mode::{ReaderMode, is_closed};
use crate::text::sanitize;

/// What stands before what is typed.
const PROMPT: &str = "annalist> ";
/// A line of more bytes is no command.
const MAX_LINE_BYTES: usize = 1 << 16;

/// Reads commands and writes an answer to each, until they end or the answers are not read any more. `prompts` is whether
/// somebody types them.
///
/// # Errors
///
/// A command cannot be read, or an answer cannot be written.
pub fn read_commands(
    reader: &mut ReaderMode<'_>,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    prompts: bool,
) -> io::Result<()> {
    match converse(reader, input, out, prompts) {
        Err(error) if is_closed(&error) => Ok(()),
        ended => ended,
    }
}

fn converse(
    reader: &mut ReaderMode<'_>,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    prompts: bool,
) -> io::Result<()> {
    reader.read_to_end(out)?;
    if reader.app.document().has_read_nothing() {
        return Ok(());
    }
    let greeting = reader.greeting(prompts);
    write_lines(out, &greeting)?;
    write_parts(reader, out)?;
    while !reader.is_ending {
        if prompts {
            out.write_all(PROMPT.as_bytes())?;
        }
        out.flush()?;
        let Some(line) = read_line(input)? else {
            if prompts {
                // The prompt of the shell begins on a line of its own.
                out.write_all(b"\n")?;
            }
            break;
        };
        let news = reader.take_file_changes();
        write_lines(out, &news)?;
        let told = match &line {
            TypedLine::Whole(line) => reader.answer(line),
            TypedLine::TooLong => reader.refuse_long_line(),
        };
        write_lines(out, &told)?;
        write_parts(reader, out)?;
    }
    out.flush()
}

/// Writes what is told in parts: the next one, or all of them where nobody asks for more.
fn write_parts(reader: &mut ReaderMode<'_>, out: &mut dyn Write) -> io::Result<()> {
    loop {
        let lines = reader.next_part();
        write_lines(out, &lines)?;
        if reader.has_parts() || lines.is_empty() {
            return Ok(());
        }
    }
}

/// Writes lines in which nothing acts on a terminal, whatever they came from.
pub(super) fn write_lines(out: &mut dyn Write, lines: &[String]) -> io::Result<()> {
    for line in lines {
        out.write_all(sanitize(line).as_bytes())?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// A line that was read.
enum TypedLine {
    Whole(String),
    TooLong,
}

/// The next line, made harmless; `None` where they end.
fn read_line(input: &mut dyn BufRead) -> io::Result<Option<TypedLine>> {
    let (mut line, mut is_long, mut has_any) = (Vec::new(), false, false);
    loop {
        let bytes = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            bytes => bytes?,
        };
        if bytes.is_empty() {
            break;
        }
        has_any = true;
        let end = bytes.iter().position(|&byte| byte == b'\n');
        let part = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
        is_long |= line.len() + part.len() > MAX_LINE_BYTES;
        if !is_long {
            line.extend_from_slice(part);
        }
        let used = end.map_or(bytes.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    let read = || {
        if is_long {
            TypedLine::TooLong
        } else {
            TypedLine::Whole(sanitize(&String::from_utf8_lossy(&line)).into_owned())
        }
    };
    Ok(has_any.then(read))
}
