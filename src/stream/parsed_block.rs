//! A block that has been read: metadata and folded text of its events, and where each of them stands.

use std::{ops::Range, sync::Arc};

use super::{
    block_reader::{Block, BlockReader, Content, MAX_EVENT_BYTES},
    bytes::text,
    fast_path::BorrowedEvent,
    hash::{self, IdNumber},
    json_splitter::Part,
    row_event,
};
use crate::{
    load::{Diagnostic, DiagnosticKind, Diagnostics, Format, Position, Region, RowReader, SourceLayout, locate},
    model::{Chunk, Declared, Event, EventDate, ExtraFields, Language, Text, TimelineInfo, Vocabularies, Vocabulary},
    query::TextChunk,
};

/// What a block gives.
#[derive(Debug, Default)]
pub(super) struct ParsedBlock {
    pub(super) number: usize,
    pub(super) start: u64,
    pub(super) length: u64,
    /// How many lines it has, and how many characters behind the last of them.
    pub(super) lines: usize,
    pub(super) columns: usize,
    pub(super) about: Option<TimelineInfo>,
    pub(super) declared: Declared,
    pub(super) words: Vocabularies,
    pub(super) languages: Vocabulary<Language>,
    pub(super) chunk: Chunk,
    pub(super) leaf: TextChunk,
    /// Where each event begins, in bytes from the start of the block.
    pub(super) begins: Vec<u32>,
    /// The numbers of their ids.
    pub(super) ids: Vec<IdNumber>,
    /// The numbers of their titles.
    pub(super) titles: Vec<u32>,
    /// Events that follow from others, by their places in the block.
    pub(super) follows: Vec<(usize, Vec<Text>)>,
    /// What is wrong, each cause once; lines are counted from 1 within the block.
    pub(super) problems: Vec<Diagnostic<Region>>,
    /// Its bytes, if they cannot be read again.
    pub(super) kept: Option<Arc<[u8]>>,
    /// The names of fields that annalist does not know, of the whole source.
    pub(super) fields: Arc<ExtraFields>,
}

/// What parses blocks, one after the other.
pub(super) struct BlockParser {
    pub(super) layout: SourceLayout,
    pub(super) fields: Arc<ExtraFields>,
    /// Whether bytes are kept, since they cannot be read again.
    pub(super) keeps: bool,
    /// Room that text is folded in, so that what stays in memory is as large as it has to be and stands close.
    pub(super) room: TextChunk,
}

impl BlockParser {
    /// Returns what parses the blocks of a source.
    pub(super) fn new(reader: &BlockReader) -> Self {
        Self {
            layout: reader.layout().clone(),
            fields: Arc::clone(reader.fields()),
            keeps: reader.held().is_none(),
            room: TextChunk::default(),
        }
    }

    /// Reads a block.
    pub(super) fn parse(&mut self, block: Block) -> ParsedBlock {
        let Block { number, start, content } = block;
        let parsed = ParsedBlock { number, start, fields: Arc::clone(&self.fields), ..ParsedBlock::default() };
        let (bytes, part) = match content {
            Content::Events(bytes) => (bytes, None),
            Content::Part(bytes, part) => (bytes, Some(part)),
            Content::Oversized { bytes, is_first } => {
                let problems = if is_first { vec![too_long()] } else { Vec::new() };
                return ParsedBlock { problems, ..parsed.of_length(&bytes) };
            }
        };
        let kept = self.keeps.then(|| Arc::from(bytes.as_slice()));
        let mut parsed = ParsedBlock { kept, leaf: std::mem::take(&mut self.room), ..parsed.of_length(&bytes) };
        let (text, not_utf8) = text(bytes);
        let mut problems = Diagnostics::default();
        problems.extend(not_utf8.map(|at| Diagnostic::new(at..at + 1, DiagnosticKind::NotUtf8)));
        let wrapping = part.as_ref().filter(|part| !part.is_plain());
        match (&self.layout, wrapping) {
            (SourceLayout::Native(format), Some(part)) => parsed.read_wrapped(&text, part, *format, problems),
            (SourceLayout::Native(format), None) => {
                let pieces = part.map_or_else(|| format.pieces(&text), |part| part.pieces());
                parsed.read_pieces(&text, pieces, *format, &mut problems);
                parsed.push_diagnostics(&text, problems, 0);
            }
            // Between the lists of an object stands no row.
            (SourceLayout::Rows(_), Some(_)) => {}
            (SourceLayout::Rows(reader), None) => {
                parsed.read_rows(&text, reader, &mut problems);
                parsed.push_diagnostics(&text, problems, 0);
            }
        }
        parsed.leaf = parsed.leaf.take_compact(&mut self.room);
        parsed
    }
}

/// What is said of something that goes on for longer than any event.
fn too_long() -> Diagnostic<Region> {
    Diagnostic::at(Region::START, DiagnosticKind::TooLong { megabytes: MAX_EVENT_BYTES >> 20 })
}

impl ParsedBlock {
    /// The same with the length of these bytes, in every measure.
    fn of_length(self, bytes: &[u8]) -> Self {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let lines = memchr::memchr_iter(b'\n', bytes).count();
        let last = memchr::memrchr(b'\n', bytes).map_or(0, |newline| newline + 1);
        let is_character = |byte: &&u8| !(0x80..0xC0).contains(*byte);
        let columns = bytes.get(last..).unwrap_or_default().iter().filter(is_character).count();
        Self { length, lines, columns, ..self }
    }

    /// Reads pieces of a block: by the fast path, as far as they are as they should be.
    fn read_pieces(&mut self, text: &str, pieces: Vec<Range<usize>>, format: Format, problems: &mut Diagnostics) {
        for piece in pieces {
            let part = text.get(piece.clone()).unwrap_or_default();
            let event = format.event(part);
            if event.is_empty() {
                continue;
            }
            if let Some((borrowed, date)) = BorrowedEvent::parse(event, format) {
                self.push_borrowed(piece.start + (part.len() - event.len()), &borrowed, &date);
                continue;
            }
            // Where a piece of TOML ends is known only when it has been read.
            let end = if format == Format::Toml { text.len() } else { piece.end };
            self.read(text.get(piece.start..end).unwrap_or_default(), piece.start, format, problems);
            if end == text.len() {
                break;
            }
        }
    }

    /// Reads a part of an object that holds the lists of a timeline, with what has to stand around it.
    fn read_wrapped(&mut self, text: &str, part: &Part, format: Format, mut problems: Diagnostics) {
        // The comma behind what stood there before.
        let (blank, rest) = match text.split_once(',') {
            Some((blank, rest)) if blank.trim_ascii().is_empty() => (format!("{blank} "), rest),
            _ => (String::new(), text),
        };
        let wrapped = [part.before, &blank, rest, part.after].concat();
        self.read(&wrapped, 0, format, &mut problems);
        let shift = part.before.len();
        for begin in &mut self.begins {
            *begin = begin.saturating_sub(u32::try_from(shift).unwrap_or(u32::MAX));
        }
        self.push_diagnostics(&wrapped, problems, shift);
    }

    /// Reads a part that begins at this byte of the block.
    fn read(&mut self, text: &str, start: usize, format: Format, problems: &mut Diagnostics) {
        let part = format.part(text, start, &mut self.words, problems);
        // A table of TOML within a line is read again with the list that it stands in.
        let stands_alone = |begin: usize| {
            format != Format::Toml
                || text.get(begin.saturating_sub(start)..).is_some_and(|event| event.starts_with('['))
        };
        for (begin, has_id, event) in &part.events {
            let begin = if stands_alone(*begin) { *begin } else { start };
            self.push_event(begin, *has_id, event);
        }
        self.about = self.about.take().or(part.about);
        self.declared.append(part.declared);
    }

    /// Reads the rows of a block.
    fn read_rows(&mut self, text: &str, reader: &RowReader, problems: &mut Diagnostics) {
        if reader.has_whole_events() {
            reader.read_events(text, self.start, problems, |row, problems| {
                if let Some((borrowed, date)) = BorrowedEvent::of_fields(row.cells()) {
                    self.push_borrowed(row.begin(), &borrowed, &date);
                } else if let Some((has_id, event)) = row.event(&mut self.words, problems) {
                    self.push_event(row.begin(), has_id, &event);
                }
            });
            return;
        }
        reader.read(text, self.start, problems, |begin, row| {
            for moment in &row.moments {
                let id = row.id_of(moment);
                row_event::push_meta(row, moment, &mut self.chunk, &mut self.words);
                row_event::fold_into(row, &id, &mut self.leaf);
                self.push_offset(begin, (IdNumber::new(&id, row.id.is_some()), &row.title), std::iter::empty());
            }
        });
    }

    fn push_borrowed(&mut self, begin: usize, event: &BorrowedEvent<'_>, date: &EventDate) {
        event.push_meta(date, &mut self.chunk, &mut self.words, &mut self.languages);
        let id = event.id();
        event.fold_into(&id, &mut self.leaf);
        self.push_offset(begin, (IdNumber::new(&id, event.has_id()), event.title()), event.follows());
    }

    fn push_event(&mut self, begin: usize, has_id: bool, event: &Event) {
        self.chunk.push(event, &mut self.languages);
        self.leaf.push(event, &self.fields);
        let id = IdNumber::new(&event.id, has_id);
        self.push_offset(begin, (id, &event.title), event.follows.iter().cloned());
    }

    fn push_offset(
        &mut self,
        begin: usize,
        (id, title): (IdNumber, &str),
        follows: impl ExactSizeIterator<Item = Text>,
    ) {
        self.ids.push(id);
        self.titles.push(hash::hash_title(title));
        if follows.len() > 0 {
            self.follows.push((self.begins.len(), follows.collect()));
        }
        self.begins.push(u32::try_from(begin).unwrap_or(u32::MAX));
    }

    /// Finds the lines of the problems in a text that has so many characters in front of it which are not in the source.
    fn push_diagnostics(&mut self, text: &str, problems: Diagnostics, shift: usize) {
        let moved = |place: Position| match place {
            Position { line: 1, column } => Position { line: 1, column: column.saturating_sub(shift).max(1) },
            _ => place,
        };
        let located = locate(problems.into_all(), text, 0);
        self.problems = located.into_iter().map(|problem| problem.map(|region| region.map(moved))).collect();
        self.problems.sort_by_key(|problem| problem.place);
    }
}

#[cfg(test)]
mod tests {
    use proptest::{
        prelude::*,
        sample::{Index, select},
    };

    use super::*;
    use crate::{
        load::{ReadOptions, SourceSample},
        model::{CellContent, EVENT_FIELDS, OUTER_DAYS, Term},
    };

    const GOOD: &str = r#"{"id":"a","date":"2021-04-05","end":"2021-05","title":"Talks","title_ja":"会談","lane":"jp","kind":"talks","parties":["JP","UK"],"areas":["law"],"place":"Tokyo","place_ja":"東京","summary":"First.\nSecond.","summary_ja":"要約","people":[{"name":"A. Keller","name_ja":"ケラー","role":"chair","role_ja":"議長","party":"EU"}],"organisations":["NISC"],"follows":["b","c"],"context":true,"confidence":"low","note":"Note","note_ja":"注記","differs":[{"field":"date","value":"2022","value_ja":"2022年","source":1}],"quotes":[{"text":"Said \"so\"","speaker":"B. Novak","speaker_ja":"ノバク","role":"judge","role_ja":"判事","lang":"en","translation":"so","translation_ja":"そう","source":2,"as_reported":true,"note":"n","note_ja":"注"}],"sources":[{"title":"T","publisher":"P","url":"https://example.org/","archived":"https://archive.org/x","date":"2021","lang":"en","primary":true,"supports":["date","people:Keller"],"further_reading":false},{"url":"http://example.org"}]}"#;

    fn block(text: &str) -> Block {
        Block { number: 0, start: 0, content: Content::Events(text.as_bytes().to_vec()) }
    }

    /// The same without the fast path.
    fn read_slowly(text: &str, format: Format) -> ParsedBlock {
        let mut parsed = ParsedBlock::default().of_length(text.as_bytes());
        let mut problems = Diagnostics::default();
        parsed.read(text, 0, format, &mut problems);
        parsed.push_diagnostics(text, problems, 0);
        parsed
    }

    /// A line of JSON as TOML has it; `None` for what TOML cannot say.
    fn in_toml(line: &serde_json::Value) -> Option<String> {
        let mut event = line.clone();
        let table = event.as_object_mut()?;
        for (plural, one) in [("quotes", "quote"), ("sources", "source")] {
            table.remove(plural).into_iter().for_each(|list| drop(table.insert(one.to_owned(), list)));
        }
        toml::to_string(&serde_json::json!({ "event": [event] })).ok()
    }

    /// The event of the fast path is that of the reader, wherever there is one.
    fn assert_same_events(text: &str, format: Format) {
        for piece in format.pieces(text) {
            let piece = text.get(piece).unwrap();
            let mut words = Vocabularies::default();
            let read = format.part(piece, 0, &mut words, &mut Diagnostics::unheard()).events;
            let fast = BorrowedEvent::parse(format.event(piece), format)
                .and_then(|(borrowed, date)| borrowed.into_event(date, &words));
            if let Some(fast) = fast {
                assert_eq!(Some(&fast), read.first().map(|(_, _, event)| event), "{piece}");
            }
        }
    }

    /// All that a block gives, in words.
    fn shown(mut parsed: ParsedBlock) -> String {
        fn terms<V: Copy>(vocabulary: &Vocabulary<V>) -> Vec<Term> {
            vocabulary.iter().map(|(_, term)| term.clone()).collect()
        }
        // Terms are found by hash, in no order.
        let words = std::mem::take(&mut parsed.words);
        let languages = terms(&std::mem::take(&mut parsed.languages));
        let (kinds, areas, parties) = (terms(&words.kinds), terms(&words.areas), terms(&words.parties));
        format!("{:?}{kinds:?}{areas:?}{parties:?}{languages:?}{parsed:?}", terms(&words.lanes))
    }

    /// What the fast path and what the reader gives, in words.
    fn both(text: &str, format: Format) -> (String, String) {
        assert_same_events(text, format);
        let mut parser = BlockParser {
            layout: SourceLayout::Native(format),
            fields: Arc::default(),
            keeps: false,
            room: TextChunk::default(),
        };
        (shown(parser.parse(block(text))), shown(read_slowly(text, format)))
    }

    /// A line of JSON as a row of a table, below a header.
    fn in_table(line: &serde_json::Value) -> String {
        let cell = |name: &str, content: CellContent| match (content, line.get(name).or(line.get(format!("{name}s")))) {
            (_, None) => String::new(),
            (CellContent::Texts, Some(serde_json::Value::Array(items)))
                if items.iter().all(serde_json::Value::is_string) =>
            {
                items.iter().filter_map(|item| item.as_str()).collect::<Vec<_>>().join("; ")
            }
            (_, Some(serde_json::Value::String(text))) => text.clone(),
            (_, Some(value)) => value.to_string(),
        };
        let mut table = csv::Writer::from_writer(Vec::new());
        let names = EVENT_FIELDS.iter().map(|(name, _)| *name);
        table.write_record(names.chain(OUTER_DAYS)).unwrap();
        let cells = EVENT_FIELDS.iter().map(|&(name, content)| cell(name, content));
        table.write_record(cells.chain([String::new(), String::new()])).unwrap();
        String::from_utf8(table.into_inner().unwrap()).unwrap()
    }

    /// What reads tables of this header.
    fn row_reader(table: String) -> Arc<RowReader> {
        let sample = SourceSample { begin: table, is_whole: true, ..SourceSample::default() };
        match SourceLayout::of("table.csv", &sample, &ReadOptions::default()).unwrap() {
            SourceLayout::Rows(reader) => reader,
            layout @ SourceLayout::Native(_) => panic!("{layout:?} is no table"),
        }
    }

    /// What the fast path and what the reader gives of a row, in words.
    fn both_of_table(table: &str) -> (String, String) {
        let reader = row_reader(in_table(&serde_json::from_str(GOOD).unwrap()));
        let mut slow =
            ParsedBlock { fields: Arc::clone(reader.fields()), ..ParsedBlock::default().of_length(table.as_bytes()) };
        let mut problems = Diagnostics::default();
        for (begin, has_id, event) in reader.events(table, 0, &mut slow.words, &mut problems) {
            slow.push_event(begin, has_id, &event);
        }
        slow.push_diagnostics(table, problems, 0);
        let fields = Arc::clone(reader.fields());
        let layout = SourceLayout::Rows(reader);
        let mut parser = BlockParser { layout, fields, keeps: false, room: TextChunk::default() };
        (shown(parser.parse(block(table))), shown(slow))
    }

    #[test]
    fn a_row_that_annalist_wrote_takes_the_fast_path() {
        let good = in_table(&serde_json::from_str(GOOD).unwrap());
        let mut taken = 0;
        row_reader(good.clone()).read_events(&good, 0, &mut Diagnostics::unheard(), |row, _| {
            taken += usize::from(BorrowedEvent::of_fields(row.cells()).is_some());
        });
        assert_eq!(taken, 1);
    }

    /// What may stand in place of a value.
    fn others() -> Vec<serde_json::Value> {
        let all = r#"["", " a ", "tab\there", "two\nlines", "\u001b[31m", "か\u3099", "2021-13", "[2021, 2023]", "2020", "ftp://x",
            "ＡＢＣ é", null, -1, 0, 2, 3, 1.5, true, [], ["a", null, ""], [[]], [{}], {"a": 1}, {"low": null}]"#;
        serde_json::from_str(all).unwrap()
    }

    /// All values that stand in a value, in order, itself included.
    fn places(value: &serde_json::Value, found: &mut Vec<String>, path: &str) {
        found.push(path.to_owned());
        match value {
            serde_json::Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    places(item, found, &format!("{path}/{at}"));
                }
            }
            serde_json::Value::Object(map) => {
                for (key, item) in map {
                    places(item, found, &format!("{path}/{key}"));
                }
            }
            _ => {}
        }
    }

    #[test]
    fn a_well_formed_line_takes_the_fast_path() {
        let (borrowed, date) = BorrowedEvent::parse(GOOD, Format::JsonLines).unwrap();
        let mut words = Vocabularies::default();
        drop(Format::JsonLines.part(GOOD, 0, &mut words, &mut Diagnostics::unheard()));
        assert!(borrowed.into_event(date, &words).is_some());
        let toml = in_toml(&serde_json::from_str(GOOD).unwrap()).unwrap();
        assert!(BorrowedEvent::parse(&toml, Format::Toml).is_some(), "{toml}");
        let (fast, read) =
            both(&format!("{GOOD}\n\n{{\"date\":\"1999\",\"title\":\"No id\"}}\n{GOOD}"), Format::JsonLines);
        assert_eq!(fast, read);
    }

    #[test]
    fn a_key_that_is_given_twice_or_misspelt_is_left_to_the_reader() {
        for line in [
            r#"{"date":"1999","title":"a","title":"b"}"#,
            r#"{"date":"1999","tytle":"a","title":"b"}"#,
            r#"{"date":"1999","title":"b","event":[]}"#,
            r#"{"event":[{"date":"1999","title":"b"}]}"#,
            r#"{"date":"1999","title":"b"} x"#,
        ] {
            assert!(BorrowedEvent::parse(line, Format::JsonLines).is_none(), "{line}");
            let (fast, read) = both(line, Format::JsonLines);
            assert_eq!(fast, read);
        }
    }

    #[test]
    fn fast_path_equals_load() {
        let good: serde_json::Value = serde_json::from_str(GOOD).unwrap();
        let mut all = Vec::new();
        places(&good, &mut all, "");
        for path in all.iter().filter(|path| !path.is_empty()) {
            for new in others() {
                let mut line = good.clone();
                *line.pointer_mut(path).unwrap() = new;
                let text = format!("{line}\n");
                let (fast, read) = both(&text, Format::JsonLines);
                assert_eq!(fast, read, "{text}");
                let table = in_table(&line);
                let (fast, read) = both_of_table(&table);
                assert_eq!(fast, read, "{table}");
                if let Some(text) = in_toml(&line) {
                    let (fast, read) = both(&text, Format::Toml);
                    assert_eq!(fast, read, "{text}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn fast_path_equals_load_whatever_is_changed(
            changes in prop::collection::vec((any::<Index>(), prop::option::of(select(others()))), 1..4),
        ) {
            let mut line: serde_json::Value = serde_json::from_str(GOOD).unwrap();
            for (at, new) in changes {
                let mut all = Vec::new();
                places(&line, &mut all, "");
                let path = at.get(&all).clone();
                match (new, path.rsplit_once('/')) {
                    (Some(new), Some(_)) => *line.pointer_mut(&path).unwrap() = new,
                    (None, Some((parent, key))) => match line.pointer_mut(parent).unwrap() {
                        serde_json::Value::Object(map) => drop(map.remove(key)),
                        serde_json::Value::Array(items) => drop(items.remove(key.parse().unwrap())),
                        _ => {}
                    },
                    (_, None) => {}
                }
            }
            let (fast, read) = both(&format!("{line}\n{GOOD}\n"), Format::JsonLines);
            prop_assert_eq!(fast, read);
            let (fast, read) = both_of_table(&in_table(&line));
            prop_assert_eq!(fast, read);
            if let Some(event) = in_toml(&line) {
                let (fast, read) = both(&format!("{event}\n{event}"), Format::Toml);
                prop_assert_eq!(fast, read);
            }
        }
    }
}
