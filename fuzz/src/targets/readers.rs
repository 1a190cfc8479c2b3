//! Bytes of a file, as the command line opens it.

use std::{
    fs::File,
    io::{self, Seek as _, Write as _},
};

use annalist::{
    load::{Format, InputFormat, Mapping, ReadOptions, SourceLayout, Template},
    model::DateOrder,
    stream::{OpenedStream, TimelineSource, TimelineUpdate},
};
use encoding_rs::Encoding;
use flate2::{Compression, write::GzEncoder};

use super::{
    halves,
    harmless::assert_harmless,
    text,
    timelines::{assert_sound_update, read_whole, written},
};

/// Files that are longer are read by blocks; none is here.
const MAX_BYTES: u64 = 1 << 20;
/// The memory that a source may take.
const MEMORY: usize = 64 << 20;

pub(super) fn toml(bytes: &[u8]) {
    native(Format::Toml, bytes);
}

pub(super) fn json(bytes: &[u8]) {
    native(Format::JsonLines, bytes);
}

pub(super) fn jsonl(bytes: &[u8]) {
    open("file.jsonl", bytes, &asked(InputFormat::Objects));
}

pub(super) fn csv(bytes: &[u8]) {
    for order in [None, Some(DateOrder::DayMonthYear)] {
        open("file.csv", bytes, &ReadOptions { order, ..asked(InputFormat::Delimited(None)) });
    }
}

pub(super) fn ics(bytes: &[u8]) {
    read_whole(Format::ICalendar, bytes);
}

pub(super) fn timelinejs(bytes: &[u8]) {
    read_whole(Format::TimelineJs, bytes);
}

pub(super) fn sparql(bytes: &[u8]) {
    read_whole(Format::Sparql, bytes);
}

pub(super) fn bodyfile(bytes: &[u8]) {
    open("file.body", bytes, &asked(InputFormat::BodyFile));
}

pub(super) fn zeek(bytes: &[u8]) {
    open("file.log", bytes, &asked(InputFormat::Zeek));
}

/// What a file is, is found out.
pub(super) fn detect(bytes: &[u8]) {
    open("file", bytes, &ReadOptions::default());
}

/// The same of what is packed, or in an encoding that the first byte chooses.
pub(super) fn decode(bytes: &[u8]) {
    const LABELS: [&[u8]; 8] =
        [b"utf-8", b"utf-16le", b"utf-16be", b"shift_jis", b"euc-jp", b"iso-2022-jp", b"gb18030", b"windows-1252"];
    let Some((first, rest)) = bytes.split_first() else { return };
    let encoding = LABELS.get(usize::from(*first)).and_then(|label| Encoding::for_label(label));
    open("file", rest, &ReadOptions { encoding, ..ReadOptions::default() });
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(rest).expect("memory can be written to");
    open("file.gz", &packed.finish().expect("memory can be written to"), &ReadOptions::default());
}

/// A mapping as the command line has it, or as TOML, and the table that it is for.
pub(super) fn map(bytes: &[u8]) {
    let all = text(bytes);
    let (map, table) = halves(&all);
    for mapping in [Mapping::parse(map), Mapping::of_toml(map)] {
        let mapping = match mapping {
            Ok(mapping) => mapping,
            Err(fault) => {
                let _words = fault.to_string();
                continue;
            }
        };
        let header = ["a \"b\"".to_owned()];
        let has_braces = |(_, columns): (_, &[Template])| {
            columns.iter().flat_map(Template::columns).any(|name| name.contains(['{', '}']))
        };
        // No text stands for a column with braces in its name, among others.
        if !mapping.fields().any(has_braces) {
            assert_eq!(Mapping::of_toml(&mapping.to_toml(&header)).as_ref(), Ok(&mapping));
        }
        for is_headless in [false, true] {
            let mapping = mapping.clone();
            open("file.csv", table.as_bytes(), &ReadOptions { mapping, is_headless, ..ReadOptions::default() });
        }
    }
}

fn asked(input: InputFormat) -> ReadOptions {
    ReadOptions { input: Some(input), ..ReadOptions::default() }
}

/// What is read by blocks is what is read as a whole, if nothing is wrong with it.
fn native(format: Format, bytes: &[u8]) {
    let whole = read_whole(format, bytes);
    let Some(update) = open("file", bytes, &asked(InputFormat::Native(format))) else { return };
    if update.diagnostics.counts() == (0, 0) {
        let format = annalist::export::OutputFormat::JsonLines;
        assert_eq!(written(&update.timeline, format), written(&whole, format));
    }
}

/// Opens a file of this name; `None` where that is refused.
fn open(name: &str, bytes: &[u8], options: &ReadOptions) -> Option<TimelineUpdate> {
    match try_open(name, bytes, options) {
        Ok(update) => {
            assert_sound_update(&update);
            Some(update)
        }
        Err(error) => {
            assert_harmless("a refusal", &error.to_string());
            None
        }
    }
}

fn try_open(name: &str, bytes: &[u8], options: &ReadOptions) -> io::Result<TimelineUpdate> {
    let mut source = TimelineSource::File(file(bytes)?);
    let (begin, is_whole) = source.peek(MAX_BYTES, None, options.encoding)?;
    let layout = source.layout(name, &begin, is_whole, options)?;
    let layout = layout.unwrap_or(SourceLayout::Native(Format::Toml));
    OpenedStream::new(name, source, layout, begin, MEMORY)?.loader.finish()
}

/// A file that holds these bytes and has no name.
fn file(bytes: &[u8]) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(bytes)?;
    file.rewind()?;
    Ok(file)
}
