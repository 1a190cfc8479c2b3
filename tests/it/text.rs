//! Properties of the text layer: what holds for any text at all.

use annalist::text::{
    FoldedText, fold, fold_into, pad, sanitize, sanitize_lines, truncate, truncate_to_width, width, wrap,
};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation;

/// Text of any characters, more often those that are easily got wrong.
fn text() -> impl Strategy<Value = String> {
    let tricky = prop::sample::select(
        "a B  \n\t\r\u{1b}\u{a0}　éßẞςΣİ’“—‐、。「」『』“ーぁっ々日本語サイバーｻｲﾊﾞｰｶﾞパヷワ〜～ＮＩ㈱㍍ﾞﾟ゛\
         \u{300}\u{301}\u{327}\u{338}\u{3099}\u{309a}\u{200b}\u{200c}\u{200d}\u{202e}\u{2028}\u{fe0f}\u{ad}\u{61c}\u{600}\
         👩💻🏽🇯🇵☀♂한ᄒ\u{1161}\u{11ab}\u{ffa1}\u{ffc2}क्षरযмиמَب\u{e0041}\u{fffe}\u{e000}\u{115f}\u{9b}\u{7f}\u{e0100}"
            .chars()
            .collect::<Vec<_>>(),
    );
    let one = prop_oneof![6 => tricky, 2 => proptest::char::range(' ', '~'), 2 => any::<char>()];
    prop::collection::vec(one, 0..40).prop_map(String::from_iter)
}

/// The column that ratatui stands in after drawing `text`.
fn drawn(text: &str) -> usize {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
    usize::from(buffer.set_stringn(0, 0, text, usize::MAX, Style::new()).0)
}

fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    let ranges = [
        (0x00, 0x1F),
        (0x7F, 0x9F),
        (0xAD, 0xAD),
        (0x61C, 0x61C),
        (0x115F, 0x1160),
        (0x180E, 0x180E),
        (0x200B, 0x200B),
        (0x200E, 0x200F),
        (0x2028, 0x202E),
        (0x2060, 0x2064),
        (0x2066, 0x2069),
        (0x3164, 0x3164),
        (0xFDD0, 0xFDEF),
        (0xFE0E, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF9, 0xFFFB),
        (0xE0000, 0xE007F),
    ];
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&code)) || code & 0xFFFE == 0xFFFE
}

fn ends_grapheme(text: &str, at: usize) -> bool {
    at == text.len() || text.grapheme_indices(true).any(|(start, _)| start == at)
}

proptest! {
    #[test]
    fn width_is_what_is_drawn(text in text()) {
        prop_assert_eq!(width(&text), drawn(&text));
    }

    #[test]
    fn taken_is_the_longest_that_fits(text in text(), columns in 0..30_usize) {
        let taken = truncate_to_width(&text, columns);
        prop_assert!(text.starts_with(taken));
        prop_assert!(width(taken) <= columns);
        prop_assert!(ends_grapheme(&text, taken.len()));
        if let Some(next) = text.strip_prefix(taken).unwrap().graphemes(true).next() {
            prop_assert!(width(taken) + width(next) > columns);
        }
    }

    #[test]
    fn truncated_fits(text in text(), columns in 0..30_usize, ellipsis in prop::sample::select(vec!["…", "...", "", "〜"])) {
        let cut = truncate(&text, columns, ellipsis);
        prop_assert!(width(&cut) <= columns, "{:?}", cut);
        if width(&text) <= columns {
            prop_assert_eq!(&*cut, &*text);
        } else if width(ellipsis) <= columns {
            let kept = cut.strip_suffix(ellipsis).unwrap();
            prop_assert!(text.starts_with(kept) && ends_grapheme(&text, kept.len()));
        }
    }

    #[test]
    fn padded_is_exact(text in text(), columns in 0..60_usize) {
        let text = sanitize(&text);
        prop_assert_eq!(width(&pad(&text, columns)), columns.max(width(&text)));
    }

    #[test]
    fn lines_fit_and_lose_nothing(text in text(), columns in 0..12_usize) {
        let mut end = 0;
        for line in wrap(&text, columns) {
            prop_assert!(line.start >= end);
            prop_assert!(text.get(end..line.start).unwrap().chars().all(char::is_whitespace));
            end = line.end;
            let line = text.get(line).unwrap();
            prop_assert!(width(line) <= columns || line.graphemes(true).filter(|one| width(one) > 0).count() == 1);
            prop_assert!(!line.contains('\n') && !line.graphemes(true).next_back().is_some_and(|last| last.trim().is_empty()));
        }
        prop_assert!(text.get(end..).unwrap().chars().all(char::is_whitespace));
    }

    #[test]
    fn lines_split_no_grapheme(text in text(), columns in 0..12_usize) {
        let text = sanitize_lines(&text);
        for line in wrap(&text, columns) {
            prop_assert!(ends_grapheme(&text, line.start) && ends_grapheme(&text, line.end));
        }
    }

    #[test]
    fn newlines_end_lines(text in text()) {
        prop_assert_eq!(wrap(&text, usize::MAX).len(), text.split('\n').count());
    }

    #[test]
    fn no_line_breaks_kinsoku(
        words in prop::collection::vec("[「『（“]?[日本語協力aサ][ーっ々]?[、。」』）”]?( |　)?", 0..20),
        columns in 8..20_usize,
    ) {
        let text = words.concat();
        for line in wrap(&text, columns) {
            let line = text.get(line).unwrap();
            prop_assert!(!line.starts_with(|c| "、。」』）”ーっ々".contains(c)), "{:?}", line);
            prop_assert!(!line.ends_with(|c| "「『（“".contains(c)), "{:?}", line);
        }
    }

    #[test]
    fn folding_is_idempotent(text in text()) {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&folded), &folded);
    }

    #[test]
    fn folding_ignores_the_normal_form(text in text()) {
        use unicode_normalization::UnicodeNormalization;
        let folded = fold(&text);
        prop_assert_eq!(&fold(&text.nfc().collect::<String>()), &folded);
        prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &folded);
    }

    #[test]
    fn folded_agrees_and_maps_back(text in text(), from in 0..60_usize, length in 0..20_usize) {
        let folded = FoldedText::new(&text);
        prop_assert_eq!(&folded.text, &fold(&text));
        let mut appended = String::from("A ");
        fold_into(&mut appended, &text);
        prop_assert_eq!(appended.strip_prefix("A "), Some(folded.text.as_str()));

        let original = folded.original(from..from + length);
        prop_assert!(original.start <= original.end && original.end <= text.len());
        prop_assert!(ends_grapheme(&text, original.start) && ends_grapheme(&text, original.end));
        if let Some(found) = folded.text.get(from..from + length) {
            let around = fold(text.get(original).unwrap());
            prop_assert!(around.contains(found), "{:?} in {:?}", found, around);
        }
    }

    #[test]
    fn sanitized_is_safe(text in text()) {
        let line = sanitize(&text);
        prop_assert!(!line.contains(is_forbidden), "{:?}", line);
        prop_assert!(is_nfc(&line));
        prop_assert_eq!(sanitize(&line), line.clone());
        prop_assert_eq!(drawn(&line), width(&line));

        let lines = sanitize_lines(&text);
        prop_assert!(!lines.contains(|c| c != '\n' && is_forbidden(c)), "{:?}", lines);
        prop_assert!(is_nfc(&lines));
        prop_assert_eq!(sanitize_lines(&lines), lines.clone());
        for one in lines.lines() {
            prop_assert_eq!(sanitize(one), one);
        }
    }
}
