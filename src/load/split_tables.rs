//! Cutting a file at the headers of its top-level tables, so that each can be read for itself. A cut may fall into a text
//! of several lines that holds such a header; whoever reads the pieces joins them again.

use std::ops::Range;

/// The tables that a timeline is made of.
pub(super) const TABLES: [&str; 8] = ["timeline", "lane", "area", "kind", "party", "organisation", "person", "event"];

/// The pieces of a source, in order and without gaps. Each but the first begins with the header of a top-level table.
pub(super) fn split_tables(source: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in source.split_inclusive('\n') {
        if at > start && begins_table(line) {
            pieces.push(start..at);
            start = at;
        }
        at += line.len();
    }
    if at > start {
        pieces.push(start..at);
    }
    pieces
}

/// Whether a line is the header of a top-level table, or a failed attempt at one.
fn begins_table(line: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix('[') else { return false };
    let rest = rest.strip_prefix('[').unwrap_or(rest).trim_start();
    let (name, after) = match rest.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.split_once(['"', '\'']).unwrap_or((quoted, "")),
        None => {
            rest.split_at(rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len()))
        }
    };
    let after = after.trim_start();
    let closed = after.trim_start_matches(']').trim_start();
    let header = after.starts_with(']') && (closed.is_empty() || closed.starts_with('#'));
    !name.is_empty() && !after.starts_with('.') && (header || TABLES.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::{begins_table, split_tables};

    #[test]
    fn headers_are_known_in_every_spelling() {
        for line in [
            "[[event]]",
            "  [[ event ]] # one",
            "[timeline]\r\n",
            "[[\"event\"]]",
            "[['event']]",
            "[[event]",
            "[[lane]]",
        ] {
            assert!(begins_table(line), "{line}");
        }
        for line in
            ["[[event.quote]]", "[[ event . quote ]]", "[\"US\", \"JP\"]", "date = [[event]]", "[", "", "[1, 2]"]
        {
            assert!(!begins_table(line), "{line}");
        }
    }

    #[test]
    fn pieces_cover_the_source() {
        let source = "# head\n[[event]]\na = 1\n[[event.quote]]\n[[event]]\nb = 2";
        let texts: Vec<&str> = split_tables(source).into_iter().filter_map(|piece| source.get(piece)).collect();
        assert_eq!(texts, ["# head\n", "[[event]]\na = 1\n[[event.quote]]\n", "[[event]]\nb = 2"]);
        assert!(split_tables("").is_empty());
    }
}
