//! Breaking a text into lines. Where a line may end is said by Unicode line breaking (UAX #14) and kinsoku, the rule of
//! Japanese typesetting on what no line begins or ends with; lines are filled first-fit. Lines are byte ranges, so that
//! styles and marks of the text can be carried over.

use std::ops::Range;

use icu_segmenter::{LineSegmenter, options::LineBreakOptions};

use super::{
    grapheme::{grapheme_width, graphemes},
    width::truncate_to_width,
};

/// Whether no line may begin with this.
fn is_not_at_start(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '・'
            | '：'
            | '；'
            | '？'
            | '！'
            | '」'
            | '』'
            | '）'
            | '】'
            | '〉'
            | '》'
            | '”'
            | '’'
            | 'ー'
            | '…'
            | '々'
            | 'ぁ'
            | 'ぃ'
            | 'ぅ'
            | 'ぇ'
            | 'ぉ'
            | 'っ'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'ァ'
            | 'ィ'
            | 'ゥ'
            | 'ェ'
            | 'ォ'
            | 'ッ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
    )
}

/// Whether no line may end with this.
fn is_not_at_end(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '【' | '〈' | '《' | '“' | '‘')
}

/// The lines of `text` as byte ranges, none wider than `columns`; a grapheme that is wider by itself stands alone.
///
/// `'\n'` ends a line, and an empty line is an empty range; white space at the end of a line and at a break is left
/// out. Every other character is in exactly one line. A word is broken only if it does not fit a line of its own.
/// Kinsoku gives way where a line holds nothing but what it binds together.
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, start, columns, &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

/// A grapheme with what matters to the breaks around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct BreakUnit {
    start: usize,
    columns: u16,
    is_space: bool,
    before: BreakKind,
}

/// Whether a line may end before a grapheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BreakKind {
    Allowed,
    /// Inside a word: only if the word is longer than a line.
    Forced,
    /// By kinsoku: only if there is no other way.
    Kinsoku,
}

fn wrap_paragraph(paragraph: &str, offset: usize, columns: usize, lines: &mut Vec<Range<usize>>) {
    // Most paragraphs of a list of sources are one line.
    if !paragraph.ends_with(char::is_whitespace) && truncate_to_width(paragraph, columns).len() == paragraph.len() {
        return lines.push(offset..offset + paragraph.len());
    }
    let glyphs = glyphs(paragraph);
    let before = lines.len();
    let mut rest = glyphs.as_slice();
    while let [first, ..] = rest {
        let length = line_length(rest, columns);
        let (line, after) = rest.split_at(length);
        if let Some(last) = line.iter().rposition(|glyph| !glyph.is_space) {
            let end = rest.get(last + 1).map_or(paragraph.len(), |next| next.start);
            lines.push(offset + first.start..offset + end);
        }
        let spaces = after.iter().take_while(|glyph| glyph.is_space).count();
        rest = after.get(spaces..).unwrap_or_default();
    }
    if lines.len() == before {
        lines.push(offset..offset);
    }
}

/// How many of these graphemes, at least one of them, the next line takes.
fn line_length(glyphs: &[BreakUnit], columns: usize) -> usize {
    let mut used = 0_usize;
    let mut allowed = None;
    let mut forced = None;
    for (length, glyph) in glyphs.iter().enumerate() {
        if length > 0 {
            match glyph.before {
                BreakKind::Allowed => allowed = Some(length),
                BreakKind::Forced => forced = Some(length),
                BreakKind::Kinsoku => {}
            }
        }
        used = used.saturating_add(glyph.columns.into());
        if used > columns && length > 0 && !glyph.is_space {
            return allowed.or(forced).unwrap_or(length);
        }
    }
    glyphs.len()
}

fn glyphs(paragraph: &str) -> Vec<BreakUnit> {
    if is_plain(paragraph) { plain_glyphs(paragraph) } else { segmented_glyphs(paragraph) }
}

/// Whether a text is words of Latin letters with blanks and usual signs between them, so that lines end at blanks alone.
fn is_plain(paragraph: &str) -> bool {
    let mut before = ' ';
    paragraph.chars().all(|c| {
        let is_plain = match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '\'' => true,
            ' ' => !matches!(before, ' ' | '(' | '“' | '‘'),
            '(' | '“' | '‘' => matches!(before, ' ' | '(' | '“' | '‘'),
            ',' | '.' | ':' | ';' | '-' | '–' | ')' | '”' | '’' => before != ' ',
            _ => false,
        };
        before = c;
        is_plain
    })
}

/// As [`segmented_glyphs`] has them, of which [`is_plain`] makes sure, sooner.
fn plain_glyphs(paragraph: &str) -> Vec<BreakUnit> {
    // The start is such a place as well.
    let mut before = ' ';
    let glyph = |(start, c): (usize, char)| {
        let kind = match (before, c) {
            ('“' | '‘', _) | (_, '”' | '’') => BreakKind::Kinsoku,
            (' ', _) => BreakKind::Allowed,
            _ => BreakKind::Forced,
        };
        before = c;
        BreakUnit { start, columns: 1, is_space: c == ' ', before: kind }
    };
    paragraph.char_indices().map(glyph).collect()
}

fn segmented_glyphs(paragraph: &str) -> Vec<BreakUnit> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    // A hyphen joins what belongs together, and so does a dash without blanks: US–Japan, 2021–2023.
    let is_at_hyphen = |at: &usize| paragraph.get(..*at).is_some_and(|before| before.ends_with(['-', '–']));
    let mut breaks = segmenter.segment_str(paragraph).filter(|at| !is_at_hyphen(at)).peekable();
    let mut opened = false;
    let mut glyphs = Vec::with_capacity(paragraph.len());
    for (start, text) in graphemes(paragraph) {
        while breaks.next_if(|at| *at < start).is_some() {}
        let is_space = match text.as_bytes() {
            [byte] => matches!(byte, b' ' | b'\t'..=b'\r'),
            _ => text.chars().all(char::is_whitespace),
        };
        // Kinsoku is about none of ASCII.
        let is_ascii = text.len() == 1;
        let before = if opened || !is_ascii && text.starts_with(is_not_at_start) {
            BreakKind::Kinsoku
        } else if breaks.peek() == Some(&start) {
            BreakKind::Allowed
        } else {
            BreakKind::Forced
        };
        opened = !is_ascii && text.starts_with(is_not_at_end) || (opened && is_space);
        let columns = match text.as_bytes() {
            [b' '..=b'~'] => 1,
            _ => u16::try_from(grapheme_width(text)).unwrap_or(u16::MAX),
        };
        glyphs.push(BreakUnit { start, columns, is_space, before });
    }
    if paragraph.contains(['“', '‘', '”', '’']) {
        free_wide_quotes(paragraph, &mut glyphs);
    }
    glyphs
}

/// Between wide characters a quote is an East Asian one: a line may end outside of it (rule 19a of UAX #14, which
/// the segmenter does not have).
fn free_wide_quotes(paragraph: &str, glyphs: &mut [BreakUnit]) {
    for middle in 1..glyphs.len().saturating_sub(1) {
        let Some([left, quote, right]) = glyphs.get_mut(middle - 1..=middle + 1) else { return };
        let freed = match paragraph.get(quote.start..right.start) {
            Some("“" | "‘") => quote,
            Some("”" | "’") => right,
            _ => continue,
        };
        if left.columns == 2 && freed.before == BreakKind::Forced {
            freed.before = BreakKind::Allowed;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn plain_text_breaks_as_the_standard_has_it(text in "([(“‘]{0,2}'?[ab0]{1,3}([-,.:;–)'”’]{1,2}[bC1]{1,2}){0,2}[-,.:;–)'”’]{0,2} ){0,6}") {
            prop_assume!(is_plain(&text));
            prop_assert_eq!(plain_glyphs(&text), segmented_glyphs(&text));
        }
    }

    #[test]
    fn what_stands_between_blanks_is_not_plain() {
        for text in ["a  b", "a - b", "a – b", "( a", "see /etc", "a/b", "naïve", "日本"] {
            assert!(!is_plain(text), "{text}");
        }
        assert!(is_plain("It's “the US–Japan” (and UK–Japan) dialogue: a first, since 2021."));
    }

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns).into_iter().map(|line| text.get(line).unwrap()).collect()
    }

    #[test]
    fn words() {
        assert_eq!(lines("The two sides met in Tokyo.", 10), ["The two", "sides met", "in Tokyo."]);
        assert_eq!(lines("  indented", 20), ["  indented"]);
        assert_eq!(lines("end   ", 20), ["end"]);
        assert_eq!(lines("a      b", 3), ["a", "b"]);
        assert_eq!(lines("the US–Japan dialogue", 9), ["the", "US–Japan", "dialogue"]);
        assert_eq!(lines("28 March – 2 April", 11), ["28 March –", "2 April"]);
        assert_eq!(lines("… and so on …", 11), ["… and so", "on …"]);
    }

    #[test]
    fn hard_breaks() {
        assert_eq!(lines("", 10), [""]);
        assert_eq!(lines("a\n\nb\n", 10), ["a", "", "b", ""]);
        assert_eq!(wrap("a\n \nb", 10), [0..1, 2..2, 4..5]);
    }

    #[test]
    fn japanese() {
        assert_eq!(lines("これは文章です。「引用」、終わり。", 14), ["これは文章で", "す。「引用」、", "終わり。"]);
        assert_eq!(lines("日本のサーバーへ", 8), ["日本の", "サーバー", "へ"]);
        assert_eq!(lines("首相は「協力」と述べた", 8), ["首相は", "「協力」", "と述べた"]);
        assert_eq!(lines("日米　協力", 20), ["日米　協力"]);
        assert_eq!(lines("日米　協力", 5), ["日米", "協力"]);
        assert_eq!(lines("Joint statement: 日米両国は", 22), ["Joint statement: 日米", "両国は"]);
        assert_eq!(lines("彼は“協力”と", 6), ["彼は", "“協力”", "と"]);
    }

    #[test]
    fn what_fits_no_line() {
        assert_eq!(
            lines("see https://example.org/abcdefghijkl now", 10),
            ["see", "https://", "example.or", "g/", "abcdefghij", "kl now"]
        );
        assert_eq!(lines("abcdefghij。", 10), ["abcdefghi", "j。"]);
        assert_eq!(lines("日本", 1), ["日", "本"]);
        assert_eq!(lines("ab", 0), ["a", "b"]);
        assert_eq!(lines("。。。。", 4), ["。。", "。。"]);
    }
}
