//! The style of a cell as the terminal knows it (SGR, ECMA-48 8.3.117).

use crossterm::style::{Attribute, Color, Colors, SetAttribute, SetColors};
use ratatui::{
    buffer::Cell,
    style::{self, Modifier},
};

use super::queue;

/// What shows on a blank.
const VISIBLE_ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);
/// Two attributes that one command takes back.
const INTENSITIES: Modifier = Modifier::BOLD.union(Modifier::DIM);

/// Each modifier with the attributes that set it and take it back.
const ATTRIBUTES: [(Modifier, Attribute, Attribute); 9] = [
    (Modifier::BOLD, Attribute::Bold, Attribute::NormalIntensity),
    (Modifier::DIM, Attribute::Dim, Attribute::NormalIntensity),
    (Modifier::ITALIC, Attribute::Italic, Attribute::NoItalic),
    (Modifier::UNDERLINED, Attribute::Underlined, Attribute::NoUnderline),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink, Attribute::NoBlink),
    (Modifier::RAPID_BLINK, Attribute::RapidBlink, Attribute::NoBlink),
    (Modifier::REVERSED, Attribute::Reverse, Attribute::NoReverse),
    (Modifier::HIDDEN, Attribute::Hidden, Attribute::NoHidden),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut, Attribute::NotCrossedOut),
];

/// The style of a cell; the default is the terminal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct CellStyle {
    fg: style::Color,
    bg: style::Color,
    modifier: Modifier,
}

impl CellStyle {
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Returns whether a blank in it looks like a plain one.
    pub(super) fn is_invisible_on_space(self) -> bool {
        self.bg == style::Color::Reset && !self.modifier.intersects(VISIBLE_ON_BLANK)
    }

    /// Appends the shorter of two ways to another style.
    ///
    /// They are changing what differs, and beginning from the plain one.
    pub(super) fn queue_change(self, to: Self, bytes: &mut Vec<u8>) {
        let start = bytes.len();
        self.queue_difference(to, bytes);
        // Where nothing is taken back the first way is the shorter.
        if self.needs_reset_to(to) {
            let middle = bytes.len();
            queue(bytes, SetAttribute(Attribute::Reset));
            Self::default().queue_difference(to, bytes);
            if bytes.len() - middle < middle - start {
                bytes.drain(start..middle);
            } else {
                bytes.truncate(middle);
            }
        }
    }

    /// Returns whether something has to be taken back on the way to another style.
    fn needs_reset_to(self, to: Self) -> bool {
        let is_lost = |from: style::Color, to: style::Color| from != style::Color::Reset && to == style::Color::Reset;
        !to.modifier.contains(self.modifier) || is_lost(self.fg, to.fg) || is_lost(self.bg, to.bg)
    }

    fn queue_difference(self, to: Self, bytes: &mut Vec<u8>) {
        if self.modifier != to.modifier {
            queue_modifiers(self.modifier, to.modifier, bytes);
        }
        let changed = |from: style::Color, to: style::Color| (from != to).then(|| color(to));
        let colors = Colors { foreground: changed(self.fg, to.fg), background: changed(self.bg, to.bg) };
        queue(bytes, SetColors(colors));
    }
}

fn queue_modifiers(from: Modifier, to: Modifier, bytes: &mut Vec<u8>) {
    let lost = from - to;
    let mut new = to - from;
    if lost.intersects(INTENSITIES) {
        new |= to & INTENSITIES;
        queue(bytes, SetAttribute(Attribute::NormalIntensity));
    }
    for (modifier, on, off) in ATTRIBUTES {
        if new.contains(modifier) {
            queue(bytes, SetAttribute(on));
        } else if lost.contains(modifier) && !INTENSITIES.contains(modifier) {
            queue(bytes, SetAttribute(off));
        }
    }
}

/// What crossterm calls a colour of ratatui: its plain names are the bright ones.
fn color(color: style::Color) -> Color {
    match color {
        style::Color::Reset => Color::Reset,
        style::Color::Black => Color::Black,
        style::Color::Red => Color::DarkRed,
        style::Color::Green => Color::DarkGreen,
        style::Color::Yellow => Color::DarkYellow,
        style::Color::Blue => Color::DarkBlue,
        style::Color::Magenta => Color::DarkMagenta,
        style::Color::Cyan => Color::DarkCyan,
        style::Color::Gray => Color::Grey,
        style::Color::DarkGray => Color::DarkGrey,
        style::Color::LightRed => Color::Red,
        style::Color::LightGreen => Color::Green,
        style::Color::LightYellow => Color::Yellow,
        style::Color::LightBlue => Color::Blue,
        style::Color::LightMagenta => Color::Magenta,
        style::Color::LightCyan => Color::Cyan,
        style::Color::White => Color::White,
        style::Color::Indexed(index) => Color::AnsiValue(index),
        style::Color::Rgb(r, g, b) => Color::Rgb { r, g, b },
    }
}
