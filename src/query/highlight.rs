//! Where the words of a query stand in a text.

use std::ops::Range;

use crate::text::Folded;

/// The byte ranges of the text in which one of the folded needles stands, widened to whole graphemes, in order and
/// joined where they touch.
pub fn matches(text: &str, needles: &[String]) -> Vec<Range<usize>> {
    if needles.is_empty() {
        return Vec::new();
    }
    let folded = Folded::new(text);
    let mut found: Vec<Range<usize>> = needles
        .iter()
        .flat_map(|needle| {
            folded.text.match_indices(needle.as_str()).map(|(at, hit)| folded.original(at..at + hit.len()))
        })
        .collect();
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup_by(|next, last| {
        let joins = next.start <= last.end;
        if joins {
            last.end = last.end.max(next.end);
        }
        joins
    });
    found
}
