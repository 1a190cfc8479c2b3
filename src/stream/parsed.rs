//! A block that has been read: facts and folded text of its events, and where each of them stands.

use std::sync::Arc;

use super::{
    bytes::text,
    glance::Glance,
    hash,
    source::{Block, Content, LONGEST},
};
use crate::{
    load::{Fault, Format, Place, Problem, Problems, located},
    model::{Chunk, Event, Language, Term, Text, TimelineInfo, Vocabularies, Vocabulary},
    query::TextChunk,
};

/// What a block gives.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) number: usize,
    pub(super) start: u64,
    pub(super) length: u64,
    /// How many lines it has.
    pub(super) lines: usize,
    pub(super) about: Option<TimelineInfo>,
    pub(super) declared: [Vec<Term>; 4],
    pub(super) words: Vocabularies,
    pub(super) languages: Vocabulary<Language>,
    pub(super) chunk: Chunk,
    pub(super) leaf: TextChunk,
    /// Where each event begins, in bytes from the start of the block.
    pub(super) begins: Vec<u32>,
    /// The numbers of their ids.
    pub(super) ids: Vec<u64>,
    /// The numbers of their titles.
    pub(super) titles: Vec<u32>,
    /// Those of the ids that somebody wrote.
    pub(super) written: Vec<u64>,
    /// Events that follow from others, by their places in the block.
    pub(super) follows: Vec<(usize, Vec<Text>)>,
    /// What is wrong, each cause once; lines are counted from 1 within the block.
    pub(super) problems: Vec<Problem<Place>>,
    /// Its bytes, if they cannot be read again.
    pub(super) kept: Option<Arc<[u8]>>,
}

/// Reads a block, and keeps its bytes if asked to. Text is folded in this room, which one block after the other uses, so
/// that what stays in memory is as large as it has to be and stands close.
pub(super) fn parse(block: Block, format: Format, keeps: bool, room: &mut TextChunk) -> Parsed {
    let bytes = match block.content {
        Content::Events(bytes) => bytes,
        Content::TooLong { length, lines, is_first } => {
            let problems = if is_first { vec![too_long()] } else { Vec::new() };
            return Parsed { number: block.number, start: block.start, length, lines, problems, ..Parsed::default() };
        }
    };
    let kept = keeps.then(|| Arc::from(bytes.as_slice()));
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let (text, not_utf8) = text(bytes);
    let leaf = std::mem::take(room);
    let mut parsed = Parsed { number: block.number, start: block.start, length, kept, leaf, ..Parsed::default() };
    let mut problems = Problems::default();
    parsed.read_pieces(&text, format, &mut problems);
    problems.extend(not_utf8.map(|at| Problem::new(at..at + 1, Fault::NotUtf8)));
    parsed.tell(&text, problems);
    parsed.leaf = parsed.leaf.take_compact(room);
    parsed
}

/// What is said of something that goes on for longer than any event.
fn too_long() -> Problem<Place> {
    Problem::at(Place { line: 1, column: 1 }, Fault::TooLong { megabytes: LONGEST >> 20 })
}

impl Parsed {
    /// Reads the events of a block at a glance, as far as they are as they should be.
    fn read_pieces(&mut self, text: &str, format: Format, problems: &mut Problems) {
        for piece in format.pieces(text) {
            let begin = piece.start;
            if let Some((glance, date)) = text.get(piece.clone()).and_then(|text| Glance::of(text, format)) {
                glance.push_facts(&date, &mut self.chunk, &mut self.words, &mut self.languages);
                let id = glance.id();
                glance.fold_into(&id, &mut self.leaf);
                self.place(begin, (&id, glance.title()), glance.follows());
                self.note_own_id(&id, glance.has_id());
                continue;
            }
            // Where a piece of TOML ends is known only when it has been read.
            let end = if format == Format::Toml { text.len() } else { piece.end };
            self.read(text.get(begin..end).unwrap_or_default(), begin, format, problems);
            if end == text.len() {
                break;
            }
        }
    }

    /// Reads a part that begins at this byte of the block.
    fn read(&mut self, text: &str, start: usize, format: Format, problems: &mut Problems) {
        let part = format.part(text, start, &mut self.words, problems);
        for (begin, has_id, event) in &part.events {
            self.take(*begin, *has_id, event);
        }
        self.about = self.about.take().or(part.about);
        for (all, declared) in self.declared.iter_mut().zip(part.declared) {
            all.extend(declared);
        }
    }

    fn take(&mut self, begin: usize, has_id: bool, event: &Event) {
        self.chunk.push(event, &mut self.languages);
        self.leaf.push(event);
        self.place(begin, (&event.id, &event.title), event.follows.iter().cloned());
        self.note_own_id(&event.id, has_id);
    }

    /// Keeps the id of an event if somebody wrote it.
    fn note_own_id(&mut self, id: &str, is_written: bool) {
        self.written.extend(is_written.then(|| hash::of(id)));
    }

    fn place(&mut self, begin: usize, (id, title): (&str, &str), follows: impl ExactSizeIterator<Item = Text>) {
        self.ids.push(hash::of(id));
        self.titles.push(hash::of_title(title));
        if follows.len() > 0 {
            self.follows.push((self.begins.len(), follows.collect()));
        }
        self.begins.push(u32::try_from(begin).unwrap_or(u32::MAX));
    }

    /// Counts the lines of the block, and finds those of the problems.
    fn tell(&mut self, text: &str, problems: Problems) {
        self.problems = located(problems.into_all(), text, 0);
        self.problems.sort_by_key(|problem| problem.place);
        self.lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    }
}

#[cfg(test)]
mod tests {
    use proptest::{
        prelude::*,
        sample::{Index, select},
    };

    use super::*;

    const GOOD: &str = r#"{"id":"a","date":"2021-04-05","end":"2021-05","title":"Talks","title_ja":"会談","lane":"jp","kind":"talks","parties":["JP","UK"],"areas":["law"],"place":"Tokyo","place_ja":"東京","summary":"First.\nSecond.","summary_ja":"要約","people":[{"name":"A. Keller","name_ja":"ケラー","role":"chair","party":"EU"}],"organisations":["NISC"],"follows":["b","c"],"context":true,"confidence":"low","note":"Note","differs":[{"field":"date","value":"2022","source":1}],"quotes":[{"text":"Said \"so\"","speaker":"B. Novak","role":"judge","lang":"en","translation":"そう","source":2,"as_reported":true,"note":"n"}],"sources":[{"title":"T","publisher":"P","url":"https://example.org/","date":"2021","lang":"en","primary":true},{"url":"http://example.org"}]}"#;

    fn block(text: &str) -> Block {
        Block { number: 0, start: 0, content: Content::Events(text.as_bytes().to_vec()) }
    }

    /// The same without a glance.
    fn read_slowly(text: &str, format: Format) -> Parsed {
        let mut parsed = Parsed { length: text.len() as u64, ..Parsed::default() };
        let mut problems = Problems::default();
        parsed.read(text, 0, format, &mut problems);
        parsed.tell(text, problems);
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

    /// What a glance and what the reader gives, in words.
    fn both(text: &str, format: Format) -> (String, String) {
        fn terms<V: Copy>(vocabulary: &Vocabulary<V>) -> Vec<Term> {
            vocabulary.iter().map(|(_, term)| term.clone()).collect()
        }
        let show = |mut parsed: Parsed| {
            // Terms are found by hash, in no order.
            let words = std::mem::take(&mut parsed.words);
            let languages = terms(&std::mem::take(&mut parsed.languages));
            let (kinds, areas, parties) = (terms(&words.kinds), terms(&words.areas), terms(&words.parties));
            format!("{:?}{kinds:?}{areas:?}{parties:?}{languages:?}{parsed:?}", terms(&words.lanes))
        };
        (show(parse(block(text), format, false, &mut TextChunk::default())), show(read_slowly(text, format)))
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
    fn the_example_has_every_field() {
        let (mut words, mut problems) = (Vocabularies::default(), Problems::default());
        let part = Format::JsonLines.part(GOOD, 0, &mut words, &mut problems);
        let [(_, _, event)] = &part.events[..] else { panic!("the example is one event") };
        // A new field has to be in the example, and so is read at a glance.
        let Event {
            id,
            date,
            title,
            title_ja,
            lane,
            kind,
            parties,
            areas,
            place,
            place_ja,
            summary,
            summary_ja,
            people,
            organisations,
            follows,
            context,
            confidence,
            note,
            differs,
            quotes,
            sources,
            more: _,
        } = event;
        assert!(date.end_as_written().is_some() && confidence.is_some() && *context);
        for text in [Some(id), Some(title), title_ja.as_ref(), place.as_ref(), place_ja.as_ref(), note.as_ref()] {
            assert!(text.is_some_and(|text| !text.is_empty()), "{event:?}");
        }
        assert!(summary.is_some() && summary_ja.is_some());
        assert!(words.lanes.get(*lane).is_some() && words.kinds.get(*kind).is_some());
        let lists = [parties.len(), areas.len(), people.len(), organisations.len(), follows.len()];
        assert!(lists.into_iter().chain([differs.len(), quotes.len(), sources.len()]).all(|count| count > 0));
    }

    #[test]
    fn a_line_as_it_should_be_is_read_at_a_glance() {
        assert!(Glance::of(GOOD, Format::JsonLines).is_some());
        let toml = in_toml(&serde_json::from_str(GOOD).unwrap()).unwrap();
        assert!(Glance::of(&toml, Format::Toml).is_some(), "{toml}");
        let (glanced, read) =
            both(&format!("{GOOD}\n\n{{\"date\":\"1999\",\"title\":\"No id\"}}\n{GOOD}"), Format::JsonLines);
        assert_eq!(glanced, read);
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
            assert!(Glance::of(line, Format::JsonLines).is_none(), "{line}");
            let (glanced, read) = both(line, Format::JsonLines);
            assert_eq!(glanced, read);
        }
    }

    #[test]
    fn a_glance_sees_what_the_reader_sees() {
        let good: serde_json::Value = serde_json::from_str(GOOD).unwrap();
        let mut all = Vec::new();
        places(&good, &mut all, "");
        for path in all.iter().filter(|path| !path.is_empty()) {
            for new in others() {
                let mut line = good.clone();
                *line.pointer_mut(path).unwrap() = new;
                let text = format!("{line}\n");
                let (glanced, read) = both(&text, Format::JsonLines);
                assert_eq!(glanced, read, "{text}");
                if let Some(text) = in_toml(&line) {
                    let (glanced, read) = both(&text, Format::Toml);
                    assert_eq!(glanced, read, "{text}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn a_glance_sees_it_whatever_is_changed(
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
            let (glanced, read) = both(&format!("{line}\n{GOOD}\n"), Format::JsonLines);
            prop_assert_eq!(glanced, read);
            if let Some(event) = in_toml(&line) {
                let (glanced, read) = both(&format!("{event}\n{event}"), Format::Toml);
                prop_assert_eq!(glanced, read);
            }
        }
    }
}
