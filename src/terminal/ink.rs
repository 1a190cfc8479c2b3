//! Styles as the terminal knows them, and the control sequences (ECMA-48) that lead from one to another.

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

/// A style as the terminal knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Ink {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Ink {
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a blank in it looks like a plain one.
    pub(super) fn leaves_no_trace(self) -> bool {
        self.bg == Color::Reset && !self.modifier.intersects(TRACES)
    }
}

/// What shows on a blank.
const TRACES: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// A control sequence (ECMA-48) with these parameters and this final byte.
pub(super) fn sequence(bytes: &mut Vec<u8>, parameters: &[u16], last: u8) {
    bytes.extend_from_slice(b"\x1b[");
    for (place, parameter) in parameters.iter().enumerate() {
        if place > 0 {
            bytes.push(b';');
        }
        bytes.extend(digits(*parameter));
    }
    bytes.push(last);
}

/// The decimal digits of a number.
fn digits(number: u16) -> impl Iterator<Item = u8> {
    let places = [10_000, 1000, 100, 10, 1].into_iter().skip_while(move |place| *place > number.max(1));
    places.filter_map(move |place| u8::try_from(number / place % 10).ok()).map(|digit| b'0' + digit)
}

/// The parameters of one change of style (SGR), separated by semicolons. They are never longer than this.
#[derive(Debug)]
pub(super) struct Codes {
    bytes: [u8; 96],
    length: usize,
}

impl Default for Codes {
    fn default() -> Self {
        Self { bytes: [0; 96], length: 0 }
    }
}

impl Codes {
    /// What leads from one style to another.
    pub(super) fn lead(&mut self, from: Ink, to: Ink) {
        let weight = Modifier::BOLD | Modifier::DIM;
        let gone = from.modifier - to.modifier;
        let mut new = to.modifier - from.modifier;
        if gone.intersects(weight) {
            // One code takes both weights back.
            new |= to.modifier & weight;
            self.push(22);
        }
        for (modifier, on, off) in [
            (Modifier::BOLD, 1, None),
            (Modifier::DIM, 2, None),
            (Modifier::ITALIC, 3, Some(23)),
            (Modifier::UNDERLINED, 4, Some(24)),
            (Modifier::SLOW_BLINK, 5, Some(25)),
            (Modifier::RAPID_BLINK, 6, Some(25)),
            (Modifier::REVERSED, 7, Some(27)),
            (Modifier::HIDDEN, 8, Some(28)),
            (Modifier::CROSSED_OUT, 9, Some(29)),
        ] {
            if new.contains(modifier) {
                self.push(on);
            } else if let Some(off) = off.filter(|_| gone.contains(modifier)) {
                self.push(off);
            }
        }
        if from.fg != to.fg {
            self.color(to.fg, 30);
        }
        if from.bg != to.bg {
            self.color(to.bg, 40);
        }
    }

    fn push(&mut self, code: u8) {
        let separator = (self.length > 0).then_some(b';');
        for byte in separator.into_iter().chain(digits(code.into())) {
            if let Some(free) = self.bytes.get_mut(self.length) {
                *free = byte;
                self.length += 1;
            }
        }
    }

    pub(super) fn told(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// A colour; the codes of the ground are 10 above those of the ink.
    fn color(&mut self, color: Color, base: u8) {
        let simple = match color {
            Color::Reset => 9,
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 60,
            Color::LightRed => 61,
            Color::LightGreen => 62,
            Color::LightYellow => 63,
            Color::LightBlue => 64,
            Color::LightMagenta => 65,
            Color::LightCyan => 66,
            Color::White => 67,
            Color::Indexed(index) => return [base + 8, 5, index].into_iter().for_each(|code| self.push(code)),
            Color::Rgb(r, g, b) => return [base + 8, 2, r, g, b].into_iter().for_each(|code| self.push(code)),
        };
        self.push(base + simple);
    }
}
