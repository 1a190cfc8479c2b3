//! Lines and columns of a source.

use std::ops::Range;

use super::diagnostic::Diagnostic;

/// A line and a column, both from 1; columns are characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// From where to where something stands; the end is behind its last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

impl Region {
    /// The beginning of a file.
    pub const START: Self = Self::at(Position { line: 1, column: 1 });

    /// A place that nothing stands at.
    pub const fn at(start: Position) -> Self {
        Self { start, end: start }
    }

    /// The same with each of its places moved.
    #[must_use]
    pub fn map(self, moved: impl Fn(Position) -> Position) -> Self {
        Self { start: moved(self.start), end: moved(self.end) }
    }
}

impl Position {
    /// The place of a byte.
    pub fn of(source: &str, byte: usize) -> Self {
        Sweep::new(source).to(byte)
    }
}

impl Diagnostic {
    /// The line and the column of its start in the source.
    pub fn position(&self, source: &str) -> Position {
        Position::of(source, self.place.start)
    }
}

/// Returns diagnostics with lines and columns for bytes. All of them are found on one way through the source, which starts at this
/// byte of its file.
pub fn locate(problems: Vec<Diagnostic>, source: &str, start: usize) -> Vec<Diagnostic<Region>> {
    let bytes = |span: &Range<usize>| [span.start, span.end].map(|byte| byte.saturating_sub(start));
    let spans = problems.iter().flat_map(|problem| std::iter::once(&problem.place).chain(&problem.again));
    let mut asked: Vec<usize> = spans.flat_map(bytes).collect();
    asked.sort_unstable();
    asked.dedup();
    let mut sweep = Sweep::new(source);
    let places: Vec<Position> = asked.iter().map(|&byte| sweep.to(byte)).collect();
    let place = |byte: usize| {
        let known = asked.binary_search(&byte).ok().and_then(|at| places.get(at)).copied();
        known.unwrap_or(Region::START.start)
    };
    let region = |span: Range<usize>| {
        let [start, end] = bytes(&span).map(place);
        Region { start, end: end.max(start) }
    };
    problems.into_iter().map(|problem| problem.map(region)).collect()
}

/// The way through a source from one place to a later one.
struct Sweep<'a> {
    source: &'a str,
    byte: usize,
    place: Position,
}

impl<'a> Sweep<'a> {
    fn new(source: &'a str) -> Self {
        Self { source, byte: 0, place: Position { line: 1, column: 1 } }
    }

    /// Goes on to this byte, or to the end.
    fn to(&mut self, byte: usize) -> Position {
        let byte = byte.min(self.source.len());
        let passed = self.source.get(self.byte..byte).unwrap_or_default();
        let lines = memchr::memchr_iter(b'\n', passed.as_bytes()).count();
        if lines > 0 {
            self.place = Position { line: self.place.line + lines, column: 1 };
        }
        let in_line = passed.rsplit('\n').next().unwrap_or_default();
        self.place.column += in_line.chars().count();
        self.byte = self.byte.max(byte);
        self.place
    }
}

/// Where the lines of a source start.
pub(super) struct LineStarts(Vec<usize>);

impl LineStarts {
    /// Those of this source.
    pub(super) fn of(source: &str) -> Self {
        Self(memchr::memchr_iter(b'\n', source.as_bytes()).map(|newline| newline + 1).collect())
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|&start| start <= offset) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn columns_are_characters() {
        let place = |byte| Position::of("ab\n日本x\n", byte);
        assert_eq!(place(0), Position { line: 1, column: 1 });
        assert_eq!(place(2), Position { line: 1, column: 3 });
        assert_eq!(place(9), Position { line: 2, column: 3 });
        assert_eq!(place(99), Position { line: 3, column: 1 });
    }
}
