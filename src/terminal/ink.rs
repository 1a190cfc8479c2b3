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

    /// Whether something has to be taken back on the way to another style.
    pub(super) fn has_more_than(self, other: Self) -> bool {
        let is_lost = |mine: Color, other: Color| mine != Color::Reset && other == Color::Reset;
        !other.modifier.contains(self.modifier) || is_lost(self.fg, other.fg) || is_lost(self.bg, other.bg)
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
        tell(*parameter, &mut |digit| bytes.push(digit));
    }
    bytes.push(last);
}

/// Tells the decimal digits of a number, one by one.
fn tell(number: u16, to: &mut impl FnMut(u8)) {
    if number >= 10 {
        tell(number / 10, to);
    }
    to(u8::try_from(number % 10).map_or(b'0', |digit| b'0' + digit));
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
    pub(super) fn between(from: Ink, to: Ink) -> Self {
        let mut codes = Self::default();
        codes.lead(from, to);
        codes
    }

    /// What leads from any style to this one; nothing for the plain one, which is what a change without codes means.
    pub(super) fn anew(to: Ink) -> Self {
        let mut codes = Self::default();
        if to != Ink::default() {
            codes.push(0);
        }
        codes.lead(Ink::default(), to);
        codes
    }

    fn lead(&mut self, from: Ink, to: Ink) {
        if from.modifier != to.modifier {
            self.modify(from.modifier, to.modifier);
        }
        if from.fg != to.fg {
            self.color(to.fg, 30);
        }
        if from.bg != to.bg {
            self.color(to.bg, 40);
        }
    }

    fn modify(&mut self, from: Modifier, to: Modifier) {
        let weight = Modifier::BOLD | Modifier::DIM;
        let gone = from - to;
        let mut new = to - from;
        if gone.intersects(weight) {
            // One code takes both weights back.
            new |= to & weight;
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
    }

    fn push(&mut self, code: u8) {
        if self.length > 0 {
            self.byte(b';');
        }
        tell(code.into(), &mut |digit| self.byte(digit));
    }

    fn byte(&mut self, byte: u8) {
        if let Some(free) = self.bytes.get_mut(self.length) {
            *free = byte;
            self.length += 1;
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
