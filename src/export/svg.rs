//! A picture of the screen: the cells as they are drawn, as [SVG](https://www.w3.org/TR/SVG11/).

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};

use super::escape::html;
use crate::text::grapheme_width;

/// How large letters are, in pixels. In most fonts whose letters are all as wide, that is 0.6 of it.
const FONT_SIZE: u16 = 15;
const CELL_WIDTH: u16 = 9;
const CELL_HEIGHT: u16 = 18;
/// How far below the upper border of its row a text stands.
const BASELINE: u16 = 14;

/// Writes a picture of the screen, under the title of what it shows.
///
/// # Errors
///
/// It cannot be written.
pub fn write(screen: &Buffer, title: &str, out: &mut dyn Write) -> io::Result<()> {
    let (width, height) = (screen.area.width * CELL_WIDTH, screen.area.height * CELL_HEIGHT);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK JP', \
         monospace\" font-size=\"{FONT_SIZE}\">\n<title>{}</title>\n",
        html(title)
    );
    let first = screen.content().first().map_or_else(CellLook::default, CellLook::of);
    let _infallible = writeln!(text, "<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>", first.background);
    for row in 0..screen.area.height {
        for run in runs(screen, row) {
            run.write(row, first.background, &mut text);
        }
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    out.write_all(b"</svg>\n")
}

/// A colour of red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rgb(u8, u8, u8);

impl Rgb {
    /// A colour of the screen; `None` where it is for the terminal to say.
    const fn of(color: Color) -> Option<Self> {
        match color {
            Color::Rgb(red, green, blue) => Some(Self(red, green, blue)),
            _ => None,
        }
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CellLook {
    foreground: Rgb,
    background: Rgb,
    modifier: Modifier,
}

impl Default for CellLook {
    /// Black on white, as on paper.
    fn default() -> Self {
        Self { foreground: Rgb(0, 0, 0), background: Rgb(255, 255, 255), modifier: Modifier::empty() }
    }
}

impl CellLook {
    fn of(cell: &Cell) -> Self {
        let plain = Self::default();
        let (foreground, background) =
            (Rgb::of(cell.fg).unwrap_or(plain.foreground), Rgb::of(cell.bg).unwrap_or(plain.background));
        let is_reversed = cell.modifier.contains(Modifier::REVERSED);
        let (foreground, background) = if is_reversed { (background, foreground) } else { (foreground, background) };
        Self { foreground, background, modifier: cell.modifier - Modifier::REVERSED }
    }

    /// The attributes of a text in it.
    fn attributes(self) -> String {
        let mut attributes = format!("fill=\"{}\"", self.foreground);
        for (modifier, attribute) in [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::UNDERLINED, " text-decoration=\"underline\""),
            (Modifier::CROSSED_OUT, " text-decoration=\"line-through\""),
            (Modifier::DIM, " opacity=\"0.7\""),
        ] {
            if self.modifier.contains(modifier) {
                attributes.push_str(attribute);
            }
        }
        attributes
    }
}

/// Which letters are as wide as each other in any font, so that a run of them keeps its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spacing {
    Ascii,
    /// The same sign over and over.
    Repeated,
    /// By itself.
    Single,
}

/// Cells beside each other that look the same and are one text.
struct Run {
    column: u16,
    columns: u16,
    text: String,
    look: CellLook,
    spacing: Spacing,
}

impl Run {
    fn takes(&self, symbol: &str, look: CellLook) -> bool {
        self.look == look
            && match self.spacing {
                Spacing::Ascii => is_ascii(symbol),
                Spacing::Repeated => self.text.ends_with(symbol) && !is_ascii(symbol),
                Spacing::Single => false,
            }
    }

    fn write(&self, row: u16, background: Rgb, out: &mut String) {
        let (x, y) = (self.column * CELL_WIDTH, row * CELL_HEIGHT);
        let width = self.columns * CELL_WIDTH;
        if self.look.background != background {
            let _infallible = writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{CELL_HEIGHT}\" fill=\"{}\"/>",
                self.look.background
            );
        }
        if !self.text.trim().is_empty() {
            let _infallible = writeln!(
                out,
                "<text x=\"{x}\" y=\"{}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\" \
                 xml:space=\"preserve\" {}>{}</text>",
                y + BASELINE,
                self.look.attributes(),
                html(&self.text)
            );
        }
    }
}

fn is_ascii(symbol: &str) -> bool {
    matches!(symbol.as_bytes(), [b' '..=b'~'])
}

/// The runs of a row, from left to right.
fn runs(screen: &Buffer, row: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut column = 0;
    while let Some(cell) =
        screen.cell((screen.area.x + column, screen.area.y + row)).filter(|_| column < screen.area.width)
    {
        let (symbol, look) = (cell.symbol(), CellLook::of(cell));
        let columns = u16::try_from(grapheme_width(symbol)).unwrap_or(1).max(1);
        if let Some(run) = runs.last_mut().filter(|run| run.takes(symbol, look)) {
            run.columns += columns;
            run.text.push_str(symbol);
        } else {
            let spacing = match symbol {
                _ if is_ascii(symbol) => Spacing::Ascii,
                _ if symbol.chars().nth(1).is_none() => Spacing::Repeated,
                _ => Spacing::Single,
            };
            runs.push(Run { column, columns, text: symbol.to_owned(), look, spacing });
        }
        column += columns;
    }
    runs
}

#[cfg(test)]
mod tests {
    use ratatui::{layout::Rect, style::Style};

    use super::*;

    #[test]
    fn every_cell_stands_in_its_column_as_it_looks() {
        let mut screen = Buffer::empty(Rect::new(0, 0, 12, 2));
        screen.set_string(0, 0, "a<b 日本 ──", Style::new());
        screen.set_string(
            0,
            1,
            "red",
            Style::new().fg(Color::Rgb(255, 0, 0)).add_modifier(Modifier::BOLD | Modifier::REVERSED),
        );
        let mut out = Vec::new();
        write(&screen, "A & B", &mut out).unwrap();
        let svg = String::from_utf8(out).unwrap();
        assert!(svg.contains("viewBox=\"0 0 108 36\"") && svg.contains("<title>A &amp; B</title>"), "{svg}");
        for (text, x, y, width) in
            [("a&lt;b ", 0, 14, 36), ("日", 36, 14, 18), ("本", 54, 14, 18), ("──", 81, 14, 18), ("red", 0, 32, 27)]
        {
            let head = format!("<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\" ");
            let found = svg.lines().any(|line| line.starts_with(&head) && line.ends_with(&format!(">{text}</text>")));
            assert!(found, "{text}: {svg}");
        }
        assert!(svg.contains("<rect x=\"0\" y=\"18\" width=\"27\" height=\"18\" fill=\"#ff0000\"/>"), "{svg}");
        assert!(svg.contains("fill=\"#ffffff\" font-weight=\"bold\">red<"), "{svg}");
    }
}
