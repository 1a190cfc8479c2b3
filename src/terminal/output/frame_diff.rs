//! From one frame to the next in few bytes.
//!
//! Only what has changed is written, by the shortest way to its place and to its style.
//!
//! The columns of a cell are trusted where every terminal agrees about them; behind any other the position is set again.

use std::ops::Range;

use crossterm::{
    cursor::{Hide, Show},
    style::{Attribute, SetAttribute, force_color_output},
    terminal::{Clear, ClearType},
};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
};

use super::{ExtraCommand, cell_view::CellView, pen::PenState, queue, row_diff::RowDiff};
use crate::ui::LinkArea;

/// Makes bytes of frames of one size, and knows what the terminal shows.
#[derive(Debug)]
pub(in crate::terminal) struct FrameDiff {
    screen: Rect,
    /// Without cells before the first frame, as the screen is blank.
    shown: Buffer,
    /// What is drawn of the next frame; what it holds beside that is of no meaning. Without cells behind the first frame.
    next: Buffer,
    pen: PenState,
    /// What the terminal shows as links, and what it is to.
    links: Vec<LinkArea>,
    next_links: Vec<LinkArea>,
    /// Where the terminal shows its cursor; `None` while it is hidden.
    cursor: Option<Position>,
    /// Whether the screen has to be cleared before anything is drawn.
    needs_clear: bool,
}

impl FrameDiff {
    /// Returns a diff that knows nothing yet: its first frame clears the screen.
    pub(in crate::terminal) fn new(size: Size) -> Self {
        // The theme has heeded `NO_COLOR` already; crossterm would write the codes without their numbers.
        force_color_output(true);
        let screen = Rect::new(0, 0, size.width, size.height);
        Self {
            screen,
            shown: Buffer::default(),
            next: Buffer::empty(screen),
            pen: PenState::default(),
            links: Vec::new(),
            next_links: Vec::new(),
            cursor: None,
            needs_clear: true,
        }
    }

    /// Returns whether the terminal shows the last frame.
    ///
    /// Then the next may be a part of it.
    pub(in crate::terminal) const fn is_intact(&self) -> bool {
        !self.needs_clear
    }

    /// Takes what the next frame shows as links.
    pub(in crate::terminal) fn set_links(&mut self, links: Vec<LinkArea>) {
        self.next_links = links;
    }

    /// Returns the bytes that lead from the last frame to what `paint` draws.
    ///
    /// None if nothing changes. `paint` returns the position of the cursor, or `None` to hide it. It draws in these areas, which are blank before;
    /// what it draws elsewhere is lost, and there stays what is. `None` is the whole screen.
    pub(in crate::terminal) fn frame(
        &mut self,
        areas: Option<&[Rect]>,
        paint: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> Vec<u8> {
        self.prepare_next();
        let screen = self.screen;
        let areas = areas.unwrap_or(std::slice::from_ref(&screen));
        let spans: Vec<Range<usize>> = (0..screen.height).map(|y| column_span(areas, y)).collect();
        let columns = usize::from(screen.width).max(1);
        for (row, span) in self.next.content.chunks_mut(columns).zip(&spans) {
            row.get_mut(span.clone()).unwrap_or_default().iter_mut().for_each(Cell::reset);
        }
        let cursor = paint(&mut self.next);
        let mut bytes = Vec::new();
        if std::mem::take(&mut self.needs_clear) {
            queue(&mut bytes, SetAttribute(Attribute::Reset));
            queue(&mut bytes, Clear(ClearType::All));
        }
        self.pen.forget_position();
        let is_first = self.shown.content.is_empty();
        let changed =
            if is_first { self.queue_first(columns, &mut bytes) } else { self.queue_rows(spans, columns, &mut bytes) };
        self.queue_links(&changed, &mut bytes);
        self.queue_cursor(cursor, &mut bytes);
        bytes
    }

    /// Makes room for the next frame, which takes time that the first one has not.
    pub(in crate::terminal) fn prepare_next(&mut self) {
        if self.next.content.is_empty() {
            self.next = Buffer::empty(self.screen);
        }
    }

    /// Appends all that stands on a blank screen, and takes it for shown; gives all rows.
    fn queue_first(&mut self, columns: usize, bytes: &mut Vec<u8>) -> Vec<u16> {
        let blank = vec![Cell::EMPTY; columns];
        for (y, row) in (0..).zip(self.next.content.chunks(columns)) {
            RowDiff::new(y, row, &blank).queue(0, 0..columns, &mut self.pen, bytes);
        }
        self.shown = std::mem::take(&mut self.next);
        (0..self.screen.height).collect()
    }

    /// Appends what has changed within the span of each row, and takes it for shown; gives the rows that have changed.
    fn queue_rows(&mut self, spans: Vec<Range<usize>>, columns: usize, bytes: &mut Vec<u8>) -> Vec<u16> {
        let mut changed = Vec::new();
        let rows = self.next.content.chunks_mut(columns).zip(self.shown.content.chunks_mut(columns));
        for ((y, (next, shown)), span) in (0..).zip(rows).zip(spans) {
            let (Some(new), Some(old)) = (next.get(span.clone()), shown.get(span.clone())) else { continue };
            let differs = |(new, old): (&Cell, &Cell)| !CellView::of(new).is(&CellView::of(old));
            let Some(first) = new.iter().zip(old).position(differs) else { continue };
            let last = new.iter().zip(old).rposition(differs).unwrap_or(first);
            let differing = span.start + first..span.start + last + 1;
            if let (Some(next), Some(shown)) = (next.get_mut(span.end..), shown.get(span.end..)) {
                next.clone_from_slice(shown);
            }
            changed.push(y);
            RowDiff::new(y, next, shown).queue(span.start, differing, &mut self.pen, bytes);
            if let (Some(next), Some(shown)) = (next.get_mut(span.clone()), shown.get_mut(span)) {
                next.swap_with_slice(shown);
            }
        }
        changed
    }

    /// Writes again what is a link no longer, what has become one, and the links of rows that have changed: a cell that is
    /// written over is no part of a link any more.
    fn queue_links(&mut self, changed: &[u16], bytes: &mut Vec<u8>) {
        let links = std::mem::take(&mut self.next_links);
        let shown = std::mem::take(&mut self.links);
        for old in shown.iter().filter(|old| !links.contains(old)) {
            self.queue_area(old, bytes);
        }
        for (number, link) in links.iter().enumerate() {
            let is_whole = shown.contains(link) && !changed.contains(&link.row);
            // What was taken away may have lain over it.
            let is_beside = shown.iter().all(|old| old.row != link.row || links.contains(old));
            if !(is_whole && is_beside) {
                // Lines of one address are one link.
                let first = links.iter().position(|other| other.address == link.address).unwrap_or(number);
                self.pen.move_to(bytes, link.columns.start, link.row);
                queue(bytes, ExtraCommand::BeginLink(first + 1, &link.address));
                self.queue_area(link, bytes);
                queue(bytes, ExtraCommand::EndLink);
            }
        }
        self.links = links;
    }

    /// Writes the cells of an area again, as they are shown.
    fn queue_area(&mut self, area: &LinkArea, bytes: &mut Vec<u8>) {
        let end = area.columns.end.min(self.shown.area.width);
        let mut x = area.columns.start;
        self.pen.move_to(bytes, x, area.row);
        while x < end
            && let Some(cell) = self.shown.cell((x, area.row)).map(CellView::of)
        {
            let columns = u16::try_from(cell.columns()).unwrap_or(1).max(1);
            self.pen.move_to(bytes, x, area.row);
            self.pen.write(bytes, &cell, x + columns >= self.shown.area.width);
            x += columns;
        }
    }

    fn queue_cursor(&mut self, wanted: Option<Position>, bytes: &mut Vec<u8>) {
        match wanted {
            Some(position) if self.cursor != wanted || !bytes.is_empty() => {
                self.pen.move_to(bytes, position.x, position.y);
                if self.cursor.is_none() {
                    queue(bytes, Show);
                }
            }
            None if self.cursor.is_some() => queue(bytes, Hide),
            _ => {}
        }
        self.cursor = wanted;
    }
}

/// The columns of a row that lie in any of these areas, and between them.
fn column_span(areas: &[Rect], y: u16) -> Range<usize> {
    let here = areas.iter().filter(|area| (area.top()..area.bottom()).contains(&y) && !area.is_empty());
    let (first, end) = here.fold((u16::MAX, 0), |(first, end), area| (first.min(area.left()), end.max(area.right())));
    usize::from(first.min(end))..usize::from(end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::{
        buffer::CellWidth,
        style::{Color, Modifier, Style},
    };

    use super::*;

    const SIZE: Size = Size::new(30, 3);

    /// What a terminal shows, cell by cell.
    fn seen(parser: &vt100::Parser) -> Vec<String> {
        let cell = |row, column| {
            let cell = parser.screen().cell(row, column).unwrap();
            if cell.is_wide_continuation() {
                return "<".to_owned();
            }
            let text = if cell.contents().is_empty() { " " } else { cell.contents() };
            let traces = (cell.bgcolor(), cell.inverse(), cell.underline());
            let visible = (text != " ").then(|| (cell.fgcolor(), cell.bold(), cell.dim(), cell.italic()));
            format!("{text}{traces:?}{visible:?}")
        };
        (0..SIZE.height)
            .flat_map(|row| (0..SIZE.width).map(move |column| (row, column)))
            .map(|(r, c)| cell(r, c))
            .collect()
    }

    fn terminal() -> vt100::Parser {
        let side = |cells| std::num::NonZero::new(cells).unwrap();
        vt100::Parser::new(side(SIZE.height), side(SIZE.width), 0)
    }

    fn draw(texts: &[(u16, u16, String, Style)], buffer: &mut Buffer) {
        draw_within(texts, 0..SIZE.width, buffer);
    }

    fn draw_within(texts: &[(u16, u16, String, Style)], columns: Range<u16>, buffer: &mut Buffer) {
        for (x, y, text, style) in texts {
            let style = Style::reset().patch(*style);
            let x = x % (columns.end - columns.start) + columns.start;
            buffer.set_stringn(x, *y, text, usize::from(columns.end - x), style);
        }
    }

    fn style() -> impl Strategy<Value = Style> {
        let color = prop_oneof![
            Just(Color::Reset),
            Just(Color::Red),
            Just(Color::LightBlue),
            any::<u8>().prop_map(Color::Indexed),
            any::<(u8, u8, u8)>().prop_map(|(r, g, b)| Color::Rgb(r, g, b)),
        ];
        let modifier = (0_u16..512).prop_map(Modifier::from_bits_truncate);
        (color.clone(), color, modifier).prop_map(|(fg, bg, modifier)| {
            let bg = if modifier.contains(Modifier::BOLD) { bg } else { Color::Reset };
            // The terminal of this test knows one weight at a time.
            let weight = if modifier.contains(Modifier::BOLD) { Modifier::DIM } else { Modifier::BOLD };
            Style::new().fg(fg).bg(bg).add_modifier(modifier - Modifier::HIDDEN - weight)
        })
    }

    fn texts() -> impl Strategy<Value = Vec<(u16, u16, String, Style)>> {
        let text = prop_oneof!["[a-c ]{0,30}", "[日本語 a]{0,15}", " {0,30}", "[─│あｱ・é ]{0,20}"];
        prop::collection::vec((0..SIZE.width, 0..SIZE.height, text, style()), 0..6)
    }

    proptest! {
        #[test]
        fn the_terminal_shows_what_was_drawn(frames in prop::collection::vec(texts(), 1..6)) {
            let mut diff = FrameDiff::new(SIZE);
            let mut terminal = terminal();
            for texts in frames {
                terminal.process(&diff.frame(None, |buffer| { draw(&texts, buffer); None }));
                let mut fresh = self::terminal();
                fresh.process(&FrameDiff::new(SIZE).frame(None, |buffer| { draw(&texts, buffer); None }));
                prop_assert_eq!(seen(&terminal), seen(&fresh));
                // What a fresh diff shows is what stands in the buffer.
                let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
                draw(&texts, &mut buffer);
                for y in 0..SIZE.height {
                    let row: String = (0..SIZE.width).map(|x| fresh.screen().cell(y, x).unwrap().contents().to_owned()).collect();
                    let mut drawn = String::new();
                    let mut x = 0;
                    while let Some(cell) = buffer.cell((x, y)) {
                        drawn.push_str(cell.symbol());
                        x += cell.cell_width().max(1);
                    }
                    prop_assert_eq!(row.replace(' ', ""), drawn.replace(' ', ""));
                }
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_not_drawn_again_stays(
            frames in prop::collection::vec((texts(), texts(), any::<bool>(), 0..SIZE.height), 1..6),
        ) {
            const HALF: u16 = SIZE.width / 2;
            let mut diff = FrameDiff::new(SIZE);
            let mut terminal = terminal();
            let mut expected = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
            for (index, (left, right, is_left, row)) in frames.into_iter().enumerate() {
                let mut drawn = Buffer::empty(expected.area);
                draw_within(&left, 0..HALF, &mut drawn);
                draw_within(&right, HALF..SIZE.width, &mut drawn);
                // One half, and one row as well; the first frame draws all.
                let half = Rect::new(if is_left { 0 } else { HALF }, 0, HALF, SIZE.height);
                let areas = [half, Rect::new(0, row, SIZE.width, 1)];
                let areas = if index == 0 { &[expected.area] } else { areas.as_slice() };
                for at in areas.iter().flat_map(|area| area.positions()) {
                    expected[at] = drawn[at].clone();
                }
                terminal.process(&diff.frame(Some(areas), |buffer| {
                    draw_within(&left, 0..HALF, buffer);
                    draw_within(&right, HALF..SIZE.width, buffer);
                    None
                }));
                let mut fresh = self::terminal();
                fresh.process(&FrameDiff::new(SIZE).frame(None, |buffer| { *buffer = expected.clone(); None }));
                prop_assert_eq!(seen(&terminal), seen(&fresh));
            }
        }
    }

    #[test]
    fn a_link_is_written_around_its_words_and_taken_away_again() {
        let mut diff = FrameDiff::new(SIZE);
        let mut frame = |text: &str, links: &[(Range<u16>, &str)]| {
            let area = |(columns, address): &(Range<u16>, &str)| LinkArea {
                row: 0,
                columns: columns.clone(),
                address: (*address).to_owned(),
            };
            diff.set_links(links.iter().map(area).collect());
            let paint = |buffer: &mut Buffer| {
                buffer.set_string(0, 0, text, Style::new());
                None
            };
            String::from_utf8(diff.frame(None, paint)).unwrap()
        };
        let link = |words: &str| format!("\x1b[1;3H\x1b]8;id=1;https://a/\x1b\\{words}\x1b]8;;\x1b\\");
        assert!(frame("a bcd", &[(2..5, "https://a/")]).ends_with(&link("bcd")));
        assert_eq!(frame("a bcd", &[(2..5, "https://a/")]), "");
        // Where the words change, the link is written anew; where it alone changes, so are its words.
        assert!(frame("a bcx", &[(2..5, "https://a/")]).ends_with(&link("bcx")));
        assert!(frame("a bcx", &[(2..5, "https://b/")]).ends_with(&link("bcx").replace("https://a/", "https://b/")));
        assert_eq!(frame("a bcx", &[]), "\x1b[1;3Hbcx");
        assert_eq!(frame("a bcx", &[]), "");
    }

    #[test]
    fn the_same_frame_takes_no_bytes() {
        let mut diff = FrameDiff::new(SIZE);
        let mut frame = |text: &str, cursor: Option<Position>| {
            let paint = |buffer: &mut Buffer| {
                buffer.set_string(0, 0, text, Style::new());
                cursor
            };
            String::from_utf8(diff.frame(None, paint)).unwrap()
        };
        assert_eq!(frame("text", None), "\x1b[0m\x1b[2J\x1b[1;1Htext");
        assert_eq!(frame("text", None), "");
        assert_eq!(frame("tent", None), "\x1b[1;3Hn");
        assert_eq!(frame("tent", Some(Position::new(3, 0))), "\x1b[1;4H\x1b[?25h");
        assert_eq!(frame("tent", Some(Position::new(3, 0))), "");
        assert_eq!(frame("tents", Some(Position::new(4, 0))), "\x1b[1;5Hs\x1b[1;5H");
        assert_eq!(frame("tents", None), "\x1b[?25l");
    }

    #[test]
    fn ways_and_styles_are_short() {
        let mut diff = FrameDiff::new(SIZE);
        let mut frame = |spans: &[(u16, &str, Style)]| {
            let paint = |buffer: &mut Buffer| {
                for (x, text, style) in spans {
                    buffer.set_string(*x, 0, text, *style);
                }
                None
            };
            String::from_utf8(diff.frame(None, paint)).unwrap()
        };
        let (plain, bold) = (Style::new(), Style::new().add_modifier(Modifier::BOLD));
        assert_eq!(frame(&[(0, "日本 a", bold)]), "\x1b[0m\x1b[2J\x1b[1;1H\x1b[1m日本 a");
        // A short gap is written again, a long one stepped over, the rest of a row erased.
        assert_eq!(frame(&[(0, "米本 b", bold)]), "\x1b[1;1H米\x1b[3Cb");
        assert_eq!(frame(&[(0, "abcdefgh", plain)]), "\x1b[1;1H\x1b[0mabcdefgh");
        assert_eq!(frame(&[(0, "Abcdefgh", plain)]), "\x1b[1;1HA");
        assert_eq!(frame(&[(0, "abcDefgh", plain)]), "\x1b[1;1HabcD");
        assert_eq!(frame(&[(0, "ab", plain)]), "\x1b[1;3H\x1b[K");
    }
}
