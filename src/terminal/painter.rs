//! From one frame to the next in few bytes: only what has changed is written, by the shortest way to its place and to
//! its style (ECMA-48: CUP, CUF, EL, ECH, SGR).
//!
//! The columns of a sign are trusted where every terminal agrees about them; behind any other the place is told anew.

use std::ops::Range;

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
};

use super::{
    ink::{Codes, Ink, sequence},
    modes::{CLEAR, HIDE_CURSOR, SHOW_CURSOR},
};
use crate::text::grapheme_width;

/// So many signs that have not changed are written again rather than stepped over: a step takes as many bytes.
const SHORT_GAP: usize = 4;
/// From so many blanks on they are erased rather than written.
const LONG_BLANK: usize = 10;

/// Draws frames of one size, and knows what the terminal shows.
#[derive(Debug)]
pub(super) struct Painter {
    shown: Buffer,
    /// What is drawn of the next frame; what it holds beside that is of no meaning.
    next: Buffer,
    pen: Pen,
    /// Where the terminal shows its cursor; `None` while it is hidden.
    cursor: Option<Position>,
    /// Whether the screen has to be cleared before anything is drawn.
    clears: bool,
}

/// What the terminal writes with.
#[derive(Debug, Clone, Copy, Default)]
struct Pen {
    ink: Ink,
    /// Where it writes; `None` where that is not sure.
    at: Option<(u16, u16)>,
}

impl Painter {
    /// A painter that knows nothing of what the terminal shows: its first frame clears the screen.
    pub(super) fn new(size: Size) -> Self {
        let blank = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        Self { shown: blank.clone(), next: blank, pen: Pen::default(), cursor: None, clears: true }
    }

    /// Whether the terminal shows the last frame, so that the next may be a part of it.
    pub(super) const fn is_intact(&self) -> bool {
        !self.clears
    }

    /// The bytes that lead from the last frame to what `paint` draws; it gives the place of the cursor, or `None` to hide
    /// it. It draws in these areas, which are blank before, and what it draws elsewhere is lost: there stays what is. All
    /// of the screen is drawn where no areas are told. No bytes if nothing changes.
    pub(super) fn frame(
        &mut self,
        areas: Option<&[Rect]>,
        paint: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> Vec<u8> {
        let whole = self.next.area;
        let areas = areas.unwrap_or(std::slice::from_ref(&whole));
        let stretches: Vec<Range<usize>> = (0..whole.height).map(|y| stretch(areas, y)).collect();
        let columns = usize::from(whole.width).max(1);
        for (row, fresh) in self.next.content.chunks_mut(columns).zip(&stretches) {
            row.get_mut(fresh.clone()).unwrap_or_default().iter_mut().for_each(Cell::reset);
        }
        let cursor = paint(&mut self.next);
        let mut bytes = Vec::new();
        if std::mem::take(&mut self.clears) {
            bytes.extend_from_slice(CLEAR.as_bytes());
        }
        // The cursor may stand anywhere between two frames.
        self.pen.at = None;
        let rows = self.next.content.chunks_mut(columns).zip(self.shown.content.chunks_mut(columns));
        for ((y, (next, shown)), fresh) in (0..).zip(rows).zip(stretches) {
            let (Some(new), Some(old)) = (next.get(fresh.clone()), shown.get(fresh.clone())) else { continue };
            if new.iter().zip(old).all(|(new, old)| Sign::of(new).is(&Sign::of(old))) {
                continue;
            }
            if let (Some(next), Some(shown)) = (next.get_mut(fresh.end..), shown.get(fresh.end..)) {
                next.clone_from_slice(shown);
            }
            self.pen.row(&mut bytes, y, fresh.start, next, shown);
            if let (Some(next), Some(shown)) = (next.get_mut(fresh.clone()), shown.get_mut(fresh)) {
                next.swap_with_slice(shown);
            }
        }
        self.place_cursor(&mut bytes, cursor);
        bytes
    }

    fn place_cursor(&mut self, bytes: &mut Vec<u8>, wanted: Option<Position>) {
        match wanted {
            Some(place) if self.cursor != wanted || !bytes.is_empty() => {
                self.pen.go(bytes, place.x, place.y);
                if self.cursor.is_none() {
                    bytes.extend_from_slice(SHOW_CURSOR.as_bytes());
                }
            }
            None if self.cursor.is_some() => bytes.extend_from_slice(HIDE_CURSOR.as_bytes()),
            _ => {}
        }
        self.cursor = wanted;
    }
}

/// The columns of a row that lie in any of these areas, and between them.
fn stretch(areas: &[Rect], y: u16) -> Range<usize> {
    let here = areas.iter().filter(|area| (area.top()..area.bottom()).contains(&y) && !area.is_empty());
    let (first, end) = here.fold((u16::MAX, 0), |(first, end), area| (first.min(area.left()), end.max(area.right())));
    usize::from(first.min(end))..usize::from(end)
}

impl Pen {
    /// Brings one row, from a column on, from what is shown to what is next.
    fn row(&mut self, bytes: &mut Vec<u8>, y: u16, from: usize, next: &[Cell], shown: &[Cell]) {
        let last = next.iter().rposition(|cell| !Sign::of(cell).is_blank()).filter(|&last| last >= from);
        let end = last.map_or(from, |last| last + columns(next, last));
        // Up to here the terminal shows something else, whatever the cells say: a part of a wide sign that is gone.
        let mut spoilt = 0;
        // Up to here blanks are written one by one.
        let mut written = 0;
        let mut x = from;
        while let (Some(sign), Some(old)) = (next.get(x).map(Sign::of), shown.get(x).map(Sign::of)) {
            if x >= end {
                break;
            }
            let width = sign.columns();
            if x >= spoilt && sign.looks_like(&old) {
                x += width;
                continue;
            }
            for covered in x..x + width {
                spoilt = spoilt.max(covered + columns(shown, covered));
            }
            if x >= written && sign.is_blank() {
                let blank = blank_run(next, x, end);
                let shows = |at: &usize| *at < spoilt || shown.get(*at).is_some_and(|old| !Sign::of(old).is_blank());
                if (x..x + blank).filter(shows).take(LONG_BLANK).count() == LONG_BLANK {
                    self.reach(bytes, x, y, next);
                    self.take(bytes, Ink::default());
                    sequence(bytes, &[narrow(blank)], b'X');
                    for erased in x..x + blank {
                        spoilt = spoilt.max(erased + columns(shown, erased));
                    }
                    x += blank;
                    continue;
                }
                written = x + blank;
            }
            self.reach(bytes, x, y, next);
            self.sign(bytes, &sign, width, x + width >= next.len());
            x += width;
        }
        let is_clean = |at: usize| at >= spoilt && shown.get(at).is_some_and(|old| Sign::of(old).is_blank());
        if !(end..next.len()).all(is_clean) {
            self.reach(bytes, end, y, next);
            self.take(bytes, Ink::default());
            bytes.extend_from_slice(b"\x1b[K");
        }
    }

    /// Writes a sign.
    fn sign(&mut self, bytes: &mut Vec<u8>, sign: &Sign<'_>, width: usize, is_last: bool) {
        if !(sign.is_blank() && self.ink.leaves_no_trace()) {
            self.take(bytes, sign.ink);
        }
        bytes.extend_from_slice(sign.text.as_bytes());
        // Behind the last column a terminal may stand there still, or in the next row.
        self.at = match self.at {
            Some((x, y)) if !is_last && sign.is_agreed() => Some((x.saturating_add(narrow(width)), y)),
            _ => None,
        };
    }

    /// Goes to a column of a row; over a short gap by writing once more what stands there.
    fn reach(&mut self, bytes: &mut Vec<u8>, x: usize, y: u16, row: &[Cell]) {
        if let Some((at, line)) = self.at
            && line == y
            && let Some(gap) = row.get(usize::from(at)..x)
            && gap.len() <= SHORT_GAP
        {
            let fits = |sign: &Sign<'_>| {
                let blank = sign.is_blank() && self.ink.leaves_no_trace();
                sign.text.len() == 1 && (blank || sign.ink == self.ink)
            };
            if gap.iter().map(Sign::of).all(|sign| fits(&sign)) {
                for cell in gap {
                    bytes.extend_from_slice(cell.symbol().as_bytes());
                }
                self.at = Some((narrow(x), y));
                return;
            }
        }
        self.go(bytes, narrow(x), y);
    }

    /// Goes to a place by the shortest sequence.
    fn go(&mut self, bytes: &mut Vec<u8>, x: u16, y: u16) {
        match self.at {
            Some(at) if at == (x, y) => {}
            Some((at, line)) if line == y && at < x && x - at == 1 => bytes.extend_from_slice(b"\x1b[C"),
            Some((at, line)) if line == y && at < x => sequence(bytes, &[x - at], b'C'),
            _ if x == 0 && y == 0 => bytes.extend_from_slice(b"\x1b[H"),
            _ if x == 0 => sequence(bytes, &[y.saturating_add(1)], b'H'),
            _ => sequence(bytes, &[y.saturating_add(1), x.saturating_add(1)], b'H'),
        }
        self.at = Some((x, y));
    }

    /// Takes a style, by the shorter of two ways: changing what differs, or beginning from the plain one.
    fn take(&mut self, bytes: &mut Vec<u8>, ink: Ink) {
        if ink == self.ink {
            return;
        }
        let mut codes = Codes::between(self.ink, ink);
        // Where nothing is taken back the change is the shorter way.
        if self.ink.has_more_than(ink) {
            let anew = Codes::anew(ink);
            if anew.told().len() < codes.told().len() {
                codes = anew;
            }
        }
        bytes.extend_from_slice(b"\x1b[");
        bytes.extend_from_slice(codes.told());
        bytes.push(b'm');
        self.ink = ink;
    }
}

/// What a cell shows.
struct Sign<'a> {
    text: &'a str,
    ink: Ink,
}

impl<'a> Sign<'a> {
    fn of(cell: &'a Cell) -> Self {
        Self { text: cell.symbol(), ink: Ink::of(cell) }
    }

    /// Whether nothing shows.
    fn is_blank(&self) -> bool {
        self.text.as_bytes() == b" " && self.ink.leaves_no_trace()
    }

    /// Whether two look the same.
    fn looks_like(&self, other: &Self) -> bool {
        self.is(other) || self.is_blank() && other.is_blank()
    }

    /// Whether two are the same; quicker than a comparison of texts for those of few bytes, of which a screen has
    /// thousands.
    fn is(&self, other: &Self) -> bool {
        let is_one = match (self.text.as_bytes(), other.text.as_bytes()) {
            ([one], [other]) => one == other,
            (one, other) => one.iter().eq(other),
        };
        is_one && self.ink == other.ink
    }

    /// The columns that it takes.
    fn columns(&self) -> usize {
        if self.text.len() == 1 { 1 } else { grapheme_width(self.text).max(1) }
    }

    /// Whether every terminal takes as many columns for it: one for a single narrow one, two for kana, kanji, full-width
    /// forms and Hangul syllables. Emoji and what is put together of several characters differ.
    fn is_agreed(&self) -> bool {
        let mut chars = self.text.chars();
        match (chars.next(), chars.next()) {
            (Some(' '..='~'), None) => true,
            (Some(c), None) => match self.columns() {
                1 => true,
                2 => matches!(
                    c,
                    '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
                        | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}'
                ),
                _ => false,
            },
            _ => false,
        }
    }
}

/// How many cells from this one on are blank, at most up to `end`.
fn blank_run(row: &[Cell], from: usize, end: usize) -> usize {
    row.get(from..end).map_or(0, |cells| cells.iter().take_while(|cell| Sign::of(cell).is_blank()).count())
}

/// The columns that the sign of a cell takes.
fn columns(row: &[Cell], at: usize) -> usize {
    row.get(at).map_or(1, |cell| Sign::of(cell).columns())
}

fn narrow(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
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
            let ink = (text != " ").then(|| (cell.fgcolor(), cell.bold(), cell.dim(), cell.italic()));
            format!("{text}{traces:?}{ink:?}")
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
            let mut painter = Painter::new(SIZE);
            let mut terminal = terminal();
            for texts in frames {
                terminal.process(&painter.frame(None, |buffer| { draw(&texts, buffer); None }));
                let mut fresh = self::terminal();
                fresh.process(&Painter::new(SIZE).frame(None, |buffer| { draw(&texts, buffer); None }));
                prop_assert_eq!(seen(&terminal), seen(&fresh));
                // What a fresh painter shows is what stands in the buffer.
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
        fn what_is_not_drawn_anew_stays(
            frames in prop::collection::vec((texts(), texts(), any::<bool>(), 0..SIZE.height), 1..6),
        ) {
            const HALF: u16 = SIZE.width / 2;
            let mut painter = Painter::new(SIZE);
            let mut terminal = terminal();
            let mut expected = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
            for (place, (left, right, is_left, row)) in frames.into_iter().enumerate() {
                let mut drawn = Buffer::empty(expected.area);
                draw_within(&left, 0..HALF, &mut drawn);
                draw_within(&right, HALF..SIZE.width, &mut drawn);
                // One half, and one row as well; the first frame draws all.
                let half = Rect::new(if is_left { 0 } else { HALF }, 0, HALF, SIZE.height);
                let areas = [half, Rect::new(0, row, SIZE.width, 1)];
                let areas = if place == 0 { &[expected.area] } else { areas.as_slice() };
                for at in areas.iter().flat_map(|area| area.positions()) {
                    expected[at] = drawn[at].clone();
                }
                terminal.process(&painter.frame(Some(areas), |buffer| {
                    draw_within(&left, 0..HALF, buffer);
                    draw_within(&right, HALF..SIZE.width, buffer);
                    None
                }));
                let mut fresh = self::terminal();
                fresh.process(&Painter::new(SIZE).frame(None, |buffer| { *buffer = expected.clone(); None }));
                prop_assert_eq!(seen(&terminal), seen(&fresh));
            }
        }
    }

    #[test]
    fn the_same_frame_takes_no_bytes() {
        let mut painter = Painter::new(SIZE);
        let mut frame = |text: &str, cursor: Option<Position>| {
            let paint = |buffer: &mut Buffer| {
                buffer.set_string(0, 0, text, Style::new());
                cursor
            };
            String::from_utf8(painter.frame(None, paint)).unwrap()
        };
        assert_eq!(frame("text", None), "\x1b[0m\x1b[2J\x1b[Htext");
        assert_eq!(frame("text", None), "");
        assert_eq!(frame("tent", None), "\x1b[1;3Hn");
        assert_eq!(frame("tent", Some(Position::new(3, 0))), "\x1b[1;4H\x1b[?25h");
        assert_eq!(frame("tent", Some(Position::new(3, 0))), "");
        assert_eq!(frame("tents", Some(Position::new(4, 0))), "\x1b[1;5Hs\x1b[1;5H");
        assert_eq!(frame("tents", None), "\x1b[?25l");
    }

    #[test]
    fn ways_and_styles_are_short() {
        let mut painter = Painter::new(SIZE);
        let mut frame = |spans: &[(u16, &str, Style)]| {
            let paint = |buffer: &mut Buffer| {
                for (x, text, style) in spans {
                    buffer.set_string(*x, 0, text, *style);
                }
                None
            };
            String::from_utf8(painter.frame(None, paint)).unwrap()
        };
        let (plain, bold) = (Style::new(), Style::new().add_modifier(Modifier::BOLD));
        assert_eq!(frame(&[(0, "日本 a", bold)]), "\x1b[0m\x1b[2J\x1b[H\x1b[1m日本 a");
        // A short gap is written again, a long one stepped over, the rest of a row erased.
        assert_eq!(frame(&[(0, "米本 b", bold)]), "\x1b[H米\x1b[3Cb");
        assert_eq!(frame(&[(0, "abcdefgh", plain)]), "\x1b[H\x1b[mabcdefgh");
        assert_eq!(frame(&[(0, "Abcdefgh", plain)]), "\x1b[HA");
        assert_eq!(frame(&[(0, "abcDefgh", plain)]), "\x1b[HabcD");
        assert_eq!(frame(&[(0, "ab", plain)]), "\x1b[1;3H\x1b[K");
    }
}
