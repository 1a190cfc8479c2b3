//! Wrapped text: each passage is kept whole behind its margins, and its lines are parts of it.

use std::ops::Range;

use ratatui::text::{Line, Span};

use super::{
    canvas::Canvas,
    styled_text::{StyledText, owned},
};
use crate::{
    app::{DetailItem, ItemLines},
    text,
};

/// How far ahead a passage is looked for among those that are wrapped already.
const MAX_LOOKAHEAD_PARAGRAPHS: usize = 8;

/// Passages one under the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct WrappedText {
    passages: Vec<Paragraph>,
    length: usize,
}

/// A text behind margins: one for its first line, one for the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Paragraph {
    first: Span<'static>,
    others: Span<'static>,
    styled: StyledText,
    /// How wide its lines are at most, without the margins.
    columns: usize,
    lines: Vec<Range<usize>>,
}

impl Paragraph {
    fn is_blank(&self) -> bool {
        self.styled.is_empty() && self.first.content.is_empty()
    }

    /// The lines on which a part of the text stands.
    fn lines_of(&self, part: &Range<usize>) -> Range<usize> {
        let first = self.lines.partition_point(|line| line.end <= part.start);
        first..self.lines.partition_point(|line| line.start < part.end).max(first)
    }

    fn line(&self, place: usize, range: &Range<usize>) -> Line<'_> {
        let margin = if place == 0 { &self.first } else { &self.others };
        let margin = Span::styled(margin.content.as_ref(), margin.style);
        let mut spans = vec![margin];
        spans.extend(self.styled.spans(range.clone()));
        Line::from(spans)
    }
}

impl WrappedText {
    /// How many lines there are.
    pub(super) const fn len(&self) -> usize {
        self.length
    }

    /// Adds a text that is wrapped behind margins, in so many columns with them. It is wrapped as it was in the document
    /// that is known, if it stands there, not far behind the passages that were taken from there before.
    pub(super) fn wrap(
        &mut self,
        first: Span<'static>,
        others: Span<'static>,
        styled: StyledText,
        columns: usize,
        known: &mut WrapCache<'_>,
    ) {
        let margin = text::width(&first.content).max(text::width(&others.content));
        let columns = columns.saturating_sub(margin).max(1);
        let lines = known.lines(&styled, columns).unwrap_or_else(|| text::wrap(styled.text(), columns));
        self.length += lines.len();
        self.passages.push(Paragraph { first, others, styled, columns, lines });
    }

    /// Adds a text as one line, however long it is.
    pub(super) fn line(&mut self, styled: StyledText) {
        self.length += 1;
        let whole = 0..styled.text().len();
        self.passages.push(Paragraph { styled, lines: vec![whole], ..Paragraph::default() });
    }

    /// Takes away the last line if it is blank.
    pub(super) fn pop_blank(&mut self) {
        if let Some(blank) = self.passages.pop_if(|last| last.is_blank()) {
            self.length -= blank.lines.len();
        }
    }

    /// The lines from the top, each in a passage and with its place there.
    fn all<'a>(&'a self) -> impl Iterator<Item = (&'a Paragraph, usize, &'a Range<usize>)> {
        let lines = |passage: &'a Paragraph| {
            passage.lines.iter().enumerate().map(move |(place, range)| (passage, place, range))
        };
        self.passages.iter().flat_map(lines)
    }

    /// The places of lines in which words stand that were looked for.
    pub(super) fn found(&self) -> Vec<usize> {
        let has = |(passage, _, range): (&Paragraph, usize, &Range<usize>)| passage.styled.has_find(range);
        self.all().map(has).enumerate().filter(|(_, has)| *has).map(|(place, _)| place).collect()
    }

    /// The lines on which each item stands, in order.
    pub(super) fn items(&self) -> Vec<ItemLines> {
        let mut all: Vec<ItemLines> = Vec::new();
        let mut top = 0;
        for passage in &self.passages {
            for (part, item) in passage.styled.items() {
                let lines = passage.lines_of(part);
                let lines = top + lines.start..top + lines.end;
                match all.last_mut() {
                    Some(last) if last.item == *item => last.lines.end = lines.end,
                    _ => all.push(ItemLines { item: *item, lines }),
                }
            }
            top += passage.lines.len();
        }
        all
    }

    /// The item at a line and a column of it, if one stands there.
    pub(super) fn item_at(&self, line: usize, column: usize) -> Option<DetailItem> {
        let (passage, place, range) = self.all().nth(line)?;
        if let [(part, item)] = passage.styled.items()
            && part.len() == passage.styled.text().len()
        {
            return Some(*item);
        }
        let margin = text::width(&if place == 0 { &passage.first } else { &passage.others }.content);
        let at = column.checked_sub(margin)?;
        let line = passage.styled.text().get(range.clone())?;
        let at = range.start + text::truncate_to_width(line, at).len();
        passage.styled.items().iter().find(|(part, _)| part.contains(&at)).map(|(_, item)| *item)
    }

    /// Of each line from one on the whole text of which it is a part, if that is of a source alone, which part it is, and
    /// the margin before it.
    pub(super) fn source_lines(&self, top: usize) -> impl Iterator<Item = (Option<&str>, &Range<usize>, &str)> {
        self.all().skip(top).map(|(passage, place, range)| {
            let is_source = matches!(passage.styled.items(), [(_, DetailItem::Source(_))]);
            let margin = if place == 0 { &passage.first } else { &passage.others };
            (is_source.then(|| passage.styled.text()), range, margin.content.as_ref())
        })
    }

    /// All lines, to be kept by themselves.
    pub(super) fn into_lines(self) -> Vec<Line<'static>> {
        self.all().map(|(passage, place, range)| Line::from(owned(passage.line(place, range).spans))).collect()
    }

    /// Draws the lines from one on, one column in.
    pub(super) fn draw(&self, top: usize, canvas: &mut Canvas<'_>) {
        for (y, (passage, place, range)) in (0..canvas.area.height).zip(self.all().skip(top)) {
            canvas.line((y, 1), &passage.line(place, range));
        }
    }
}

/// What has been wrapped already, passage by passage.
#[derive(Debug, Default)]
pub(super) struct WrapCache<'a> {
    rest: &'a [Paragraph],
}

impl<'a> WrapCache<'a> {
    /// What is wrapped in this document.
    pub(super) fn of(document: &'a WrappedText) -> Self {
        Self { rest: &document.passages }
    }

    fn lines(&mut self, styled: &StyledText, columns: usize) -> Option<Vec<Range<usize>>> {
        let is_same = |known: &Paragraph| known.columns == columns && known.styled.text() == styled.text();
        let place = self.rest.iter().take(MAX_LOOKAHEAD_PARAGRAPHS).position(is_same)?;
        let (known, rest) = self.rest.get(place..)?.split_first()?;
        self.rest = rest;
        Some(known.lines.clone())
    }
}
