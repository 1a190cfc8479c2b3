//! A block that has been read: facts and folded text of its events, and where each of them stands.

use std::sync::Arc;

use super::{bytes::text, hash, source::Block};
use crate::{
    load::{Format, Problem, Severity},
    model::{About, Chunk, Language, Term, Text, Vocabularies, Vocabulary},
    query::Leaf,
};

/// What a block gives.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) number: usize,
    pub(super) start: u64,
    pub(super) length: u64,
    /// How many lines it has.
    pub(super) lines: usize,
    pub(super) about: Option<About>,
    pub(super) declared: [Vec<Term>; 4],
    pub(super) words: Vocabularies,
    pub(super) languages: Vocabulary<Language>,
    pub(super) chunk: Chunk,
    pub(super) leaf: Leaf,
    /// Where each event begins, in bytes from the start of the block.
    pub(super) begins: Vec<u32>,
    /// The numbers of their ids.
    pub(super) ids: Vec<u64>,
    /// Events that follow from others, by their places in the block.
    pub(super) follows: Vec<(usize, Vec<Text>)>,
    pub(super) problems: Vec<Told>,
    /// Its bytes, if they cannot be read again.
    pub(super) kept: Option<Arc<[u8]>>,
}

/// A problem in words, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) severity: Severity,
    /// From 0, within its block.
    pub(super) line: usize,
    /// From 1, in characters.
    pub(super) column: usize,
    pub(super) words: String,
}

/// Reads a block, and keeps its bytes if asked to.
pub(super) fn parse(block: Block, format: Format, keeps: bool) -> Parsed {
    let kept = keeps.then(|| Arc::from(block.bytes.as_slice()));
    let length = u64::try_from(block.bytes.len()).unwrap_or(u64::MAX);
    let (text, not_utf8) = text(block.bytes);
    let part = format.part(&text, 0);
    let mut parsed = Parsed {
        number: block.number,
        start: block.start,
        length,
        lines: memchr::memchr_iter(b'\n', text.as_bytes()).count(),
        about: part.about,
        declared: part.declared,
        words: part.words,
        kept,
        ..Parsed::default()
    };
    for (begin, event) in &part.events {
        parsed.chunk.push(event, &mut parsed.languages);
        parsed.leaf.push(event);
        parsed.ids.push(hash::of_id(&event.id));
        if !event.follows.is_empty() {
            parsed.follows.push((parsed.begins.len(), event.follows.to_vec()));
        }
        parsed.begins.push(u32::try_from(*begin).unwrap_or(u32::MAX));
    }
    let not_utf8 = not_utf8.map(|at| Problem::new(at..at + 1, crate::load::Fault::NotUtf8));
    parsed.problems = part.problems.iter().chain(&not_utf8).map(|problem| told(problem, &text)).collect();
    parsed
}

fn told(problem: &Problem, text: &str) -> Told {
    let (line, column) = problem.position(text);
    Told { severity: problem.severity, line: line - 1, column, words: problem.fault.to_string() }
}
