//! Cells that say that there is no date.

/// Words for nothing, in capitals or not.
const WORDS: [&str; 17] = [
    "not set", "none", "null", "nil", "n/a", "na", "nan", "nat", "n.d.", "undated", "unknown", "never", "tbd", "tba",
    "不明", "未定", "未詳",
];

/// A day of noughts, whatever stands behind it.
const NOUGHTS: [&str; 5] = ["0000-00-00", "0000/00/00", "00/00/0000", "00-00-0000", "00.00.0000"];

/// Whether a cell, without blanks around it, says that there is no date.
pub(super) fn is_undated(cell: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let is_blank = |c: char| is_dash(c) || matches!(c, ':' | '/' | ',' | ' ' | '?');
    let is_nought = |c: char| is_blank(c) || matches!(c, '0' | '.' | 'T' | 'Z' | '+');
    match cell.chars().next() {
        None => true,
        Some('0') => NOUGHTS.iter().any(|day| cell.starts_with(day)) || cell.chars().all(is_nought),
        Some('1'..='9') => false,
        Some(c) if is_blank(c) => cell == "-1" || cell.chars().all(is_blank),
        Some(_) => WORDS.iter().any(|word| word.eq_ignore_ascii_case(cell)),
    }
}
