//! Where on the screen addresses of sources stand, so that the terminal can open them.

use std::ops::Range;

use super::wrapped_text::WrappedText;
use crate::{app::App, text};

/// A part of a row that stands for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkArea {
    /// The row, from 0.
    pub row: u16,
    /// The columns, from 0.
    pub columns: Range<u16>,
    /// The address: `http` or `https`, in printable ASCII alone.
    pub address: String,
}

/// The parts of the lines of a detail, from the topmost on screen, that are addresses.
///
/// The first line stands at `row`, and lines begin at `column` and have so many columns.
pub(super) fn of_detail(app: &App, document: &WrappedText, rows: Range<u16>, columns: Range<u16>) -> Vec<LinkArea> {
    let mut areas = Vec::new();
    for (row, (whole, line, margin)) in rows.zip(document.source_lines(app.detail().top)) {
        let Some((whole, start)) = whole.and_then(|whole| Some((whole, address_start(whole)?))) else { continue };
        let from = line.start.max(start);
        let (Some(before), Some(part), Some(address)) =
            (whole.get(line.start..from.min(line.end)), whole.get(from..line.end), whole.get(start..))
        else {
            continue;
        };
        let first = columns.start.saturating_add(text::columns(margin)).saturating_add(text::columns(before));
        let end = first.saturating_add(text::columns(part.trim_end())).min(columns.end);
        if first < end {
            areas.push(LinkArea { row, columns: first..end, address: address.to_owned() });
        }
    }
    areas
}

/// Where in a text the address begins with which it ends.
fn address_start(text: &str) -> Option<usize> {
    // That of an archive may hold another one.
    let start = ["https://", "http://"].into_iter().filter_map(|scheme| text.find(scheme)).min()?;
    text.get(start..)?.bytes().all(|byte| matches!(byte, b'!'..=b'~')).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_plainly_an_address_is_one() {
        for (text, start) in [
            ("https://example.org/", Some(0)),
            ("archived: http://example.org/", Some(10)),
            ("http://archive.example/2020/https://example.org/", Some(0)),
            ("archived: https://archive.example/2020/http://example.org/", Some(10)),
            ("https://example.org/a b", None),
            ("https://example.org/\u{1b}]8;;", None),
            ("https://例え.jp/", None),
            ("ftp://example.org/", None),
        ] {
            assert_eq!(address_start(text), start, "{text}");
        }
    }
}
