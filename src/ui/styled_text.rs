//! Text in several styles that wraps as one: what is said in bold and what follows in plain break across lines
//! together, by columns, with Japanese line breaking.

use std::ops::Range;

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use crate::{
    app::DetailItem,
    query::{Needles, matches},
    text,
};

/// A text and the styles of its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct StyledText {
    text: String,
    /// Of each part its style; they stand one behind the other.
    styles: Vec<(Range<usize>, Style)>,
    /// What was looked for, in order, with the style that lies over those of the parts.
    found: Vec<(Range<usize>, Style)>,
    /// The items of the detail that parts of it are, in order.
    items: Vec<(Range<usize>, DetailItem)>,
}

impl StyledText {
    /// A text in one style.
    pub(super) fn new(text: &str, style: Style) -> Self {
        Self::default().push(text, style)
    }

    /// The same with more text behind it.
    pub(super) fn push(mut self, text: &str, style: Style) -> Self {
        let from = self.text.len();
        self.text.push_str(text);
        self.styles.push((from..self.text.len(), style));
        self
    }

    /// The same with another text behind it, in its own styles.
    pub(super) fn append(mut self, other: &Self) -> Self {
        let from = self.text.len();
        self.text.push_str(&other.text);
        let moved = |(range, style): &(Range<usize>, Style)| (range.start + from..range.end + from, *style);
        self.styles.extend(other.styles.iter().map(moved));
        self.found.extend(other.found.iter().map(moved));
        self
    }

    /// The same with more text behind it, which is an item.
    pub(super) fn push_item(self, item: DetailItem, text: &str, style: Style) -> Self {
        let from = self.text.len();
        let mut styled = self.push(text, style);
        styled.items.push((from..styled.text.len(), item));
        styled
    }

    /// The same as one item.
    pub(super) fn into_item(mut self, item: DetailItem) -> Self {
        self.items = vec![(0..self.text.len(), item)];
        self
    }

    /// The items that parts of the text are.
    pub(super) fn items(&self) -> &[(Range<usize>, DetailItem)] {
        &self.items
    }

    /// Whether there is no text.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The words that were looked for stand out.
    pub(super) fn highlight(mut self, needles: &Needles, found: Style) -> Self {
        self.found = matches(&self.text, needles).into_iter().map(|hit| (hit, found)).collect();
        self
    }

    /// The text without its styles.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether words stand in this part of the text that were looked for.
    pub(super) fn has_find(&self, part: &Range<usize>) -> bool {
        !within(&self.found, part).is_empty()
    }

    /// The text broken into lines of at most so many columns.
    pub(super) fn lines(&self, columns: usize) -> Vec<Vec<Span<'static>>> {
        text::wrap(&self.text, columns).into_iter().map(|line| owned(self.spans(line))).collect()
    }

    /// The whole text as one line.
    pub(super) fn line(&self) -> Line<'static> {
        Line::from(owned(self.spans(0..self.text.len())))
    }

    /// A part of the text, cut where the style changes; a later style lies over an earlier one.
    pub(super) fn spans(&self, range: Range<usize>) -> Vec<Span<'_>> {
        if let ([(_, style)], []) = (self.styles.as_slice(), self.found.as_slice()) {
            let text = self.text.get(range).filter(|text| !text.is_empty());
            return text.map(|text| Span::styled(text, *style)).into_iter().collect();
        }
        // Only what lies in this part is looked at, however long the text is.
        let (parts, found) = (within(&self.styles, &range), within(&self.found, &range));
        let mut borders: Vec<usize> = parts
            .iter()
            .chain(found)
            .flat_map(|(part, _)| [part.start, part.end])
            .filter(|border| range.start < *border && *border < range.end)
            .chain([range.start, range.end])
            .collect();
        borders.sort_unstable();
        borders.dedup();
        let style_at = |at: usize| {
            let over = [parts, found].map(|styles| within(styles, &(at..at + 1)).first());
            over.into_iter().flatten().fold(Style::new(), |style, (_, next)| style.patch(*next))
        };
        borders
            .iter()
            .zip(borders.iter().skip(1))
            .filter_map(|(&from, &to)| Some(Span::styled(self.text.get(from..to)?, style_at(from))))
            .collect()
    }
}

/// Of ranges in order those that lie in a part.
fn within<'a>(ranges: &'a [(Range<usize>, Style)], part: &Range<usize>) -> &'a [(Range<usize>, Style)] {
    let from = ranges.partition_point(|(range, _)| range.end <= part.start);
    let to = ranges.partition_point(|(range, _)| range.start < part.end);
    ranges.get(from..to).unwrap_or_default()
}

/// The same spans, to be kept by themselves.
pub(super) fn owned(spans: Vec<Span<'_>>) -> Vec<Span<'static>> {
    spans.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style)).collect()
}
