//! Places in texts as they are written: lines and columns, and what stands between the quotation marks of TOML.

use std::ops::Range;

/// Returns line and column of a byte, both from 1; the column in characters.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before.get(line..).unwrap_or_default().chars().count() + 1)
}

/// Returns where a byte of a string's value stands in the TOML that it was written in.
///
/// `string` is where the string stands, quotation marks included.
pub fn byte_in_string(toml: &str, string: &Range<usize>, byte: usize) -> usize {
    let written = toml.get(string.clone()).unwrap_or_default();
    let is_literal = written.starts_with('\'');
    let open = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { 1 };
    // A line break right behind the marks of several lines is none of the value.
    let rest = written.get(open..).unwrap_or_default();
    let lead = if open == 3 {
        rest.len() - rest.strip_prefix("\r\n").or(rest.strip_prefix('\n')).unwrap_or(rest).len()
    } else {
        0
    };
    let mut at = open + lead;
    let mut value = 0;
    while let Some(rest) = written.get(at..).filter(|rest| !rest.is_empty()) {
        let (taken, gives) = if is_literal { plain(rest) } else { escape(rest).unwrap_or_else(|| plain(rest)) };
        if value + gives > byte {
            break;
        }
        (at, value) = (at + taken, value + gives);
    }
    string.start + at
}

/// Bytes of the next character as it is written, and in the value.
fn plain(rest: &str) -> (usize, usize) {
    let bytes = rest.chars().next().map_or(1, char::len_utf8);
    (bytes, bytes)
}

/// The same of an escape, if one stands here.
fn escape(rest: &str) -> Option<(usize, usize)> {
    let escaped = rest.strip_prefix('\\')?;
    let letter = escaped.chars().next()?;
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        letter if letter.is_whitespace() => {
            // The end of a line, with all blanks behind it.
            return Some((1 + escaped.len() - escaped.trim_start().len(), 0));
        }
        _ => return Some((1 + letter.len_utf8(), 1)),
    };
    let number = u32::from_str_radix(escaped.get(1..=digits)?, 16).ok()?;
    Some((2 + digits, char::from_u32(number)?.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        assert_eq!(line_and_column("a\n日本 = 1", 8), (2, 3));
        assert_eq!(line_and_column("", 5), (1, 1));
    }

    #[test]
    fn a_byte_of_a_value_is_found_in_what_is_written() {
        for (toml, value, word) in [
            (r#"a = "red teapot""#, "red teapot", "teapot"),
            ("a = 'red teapot'", "red teapot", "teapot"),
            (r#"a = "\"r\u00e9d\" teapot""#, "\"réd\" teapot", "teapot"),
            ("a = \"\"\"\nred\n  teapot\"\"\"", "red\n  teapot", "teapot"),
            ("a = \"\"\"red \\\n   teapot\"\"\"", "red teapot", "teapot"),
            ("a = '''\\n teapot'''", "\\n teapot", "teapot"),
        ] {
            let found = byte_in_string(toml, &(4..toml.len()), value.find(word).unwrap());
            assert_eq!(found, toml.find(word).unwrap(), "{toml}");
        }
        assert_eq!(byte_in_string("a = \"x\"", &(4..7), 1), 6, "behind the last one");
    }
}
