//! Folding: the form of a text in which two spellings of the same word are the same. Both the text and what is searched
//! for are folded. Gone are case (ß is ss), width (ＮＩＳＣ, ｻｲﾊﾞｰ), accents, the difference of hiragana and katakana,
//! of typographic and typewriter quotes and dashes, of NFC and NFD, of one white space and many, and of British and American
//! spelling where it is one letter.
//! Where the folded text came from is [`FoldedText`](super::FoldedText)'s concern.

use unicode_normalization::UnicodeNormalization;

use super::spelling::unify;

/// `text`, folded. Folding once more changes nothing, but `fold(a + b)` may differ from `fold(a) + fold(b)`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// Appends the folded `text` to `out`, of which nothing that is there is looked at or changed.
pub fn fold_into(out: &mut String, text: &str) {
    let start = out.len();
    fold_from(out, start, text);
    unify(out, start);
}

/// Appends `text` as the continuation of what was folded into `out` from `start` on, each word as it is spelt there.
pub(super) fn fold_from(out: &mut String, start: usize, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let (ascii, after) = rest.split_at(ascii_length(rest));
        fold_ascii(out, start, ascii);
        let (plain, after) = after.split_at(plain_length(after));
        fold_plain(out, plain);
        let (other, after) = after.split_at(other_length(after));
        if !other.is_empty() {
            fold_other(other).for_each(|c| push(out, start, c));
        }
        rest = after;
    }
}

/// The bytes of ASCII at the start of `text`; quicker where there is nothing else.
fn ascii_length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.bytes().take_while(u8::is_ascii).count() }
}

/// Kanji and kana: no tables are needed for them.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30F6}' | '\u{4E00}'..='\u{9FFF}')
        || matches!(c, 'ー' | '、' | '。' | '「' | '」')
}

/// The bytes of the plain characters at the start of `text`, without the last one if a mark may follow that belongs
/// to it: が may be written as か and U+3099.
fn plain_length(text: &str) -> usize {
    let length = text.find(|c| !is_plain(c)).unwrap_or(text.len());
    let (plain, after) = text.split_at(length);
    match plain.chars().next_back() {
        Some(last) if after.starts_with(|c: char| !c.is_ascii()) => length - last.len_utf8(),
        _ => length,
    }
}

/// The bytes of the first character and of those that are neither ASCII nor plain after it; 0 where ASCII stands.
fn other_length(text: &str) -> usize {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !first.is_ascii() => {
            let after = chars.as_str();
            first.len_utf8() + after.find(|c: char| c.is_ascii() || is_plain(c)).unwrap_or(after.len())
        }
        _ => 0,
    }
}

/// A run is copied whole unless some of its white space has to go.
fn fold_ascii(out: &mut String, start: usize, run: &str) {
    let bytes = run.as_bytes();
    // Without a way out, so that many bytes are looked at together.
    let control = bytes.iter().fold(false, |found, byte| found | matches!(byte, b'\t' | 0x0B | 0x0C | b'\r'));
    let (before, after) = (bytes.get(..bytes.len().saturating_sub(1)), bytes.get(1..));
    let pairs = before.unwrap_or_default().iter().zip(after.unwrap_or_default());
    let double = pairs.fold(0, |found, (one, next)| found | u8::from(*one == b' ') & u8::from(*next == b' '));
    if double > 0 || control || run.starts_with(' ') {
        for c in run.chars() {
            push(out, start, fold_char(c.to_ascii_lowercase()));
        }
    } else {
        let end = out.len();
        out.push_str(run);
        if let Some(run) = out.get_mut(end..) {
            run.make_ascii_lowercase();
        }
    }
}

/// Of kanji and kana only katakana change.
fn fold_plain(out: &mut String, run: &str) {
    let mut rest = run;
    while let Some(at) = rest.find(|c| matches!(c, 'ァ'..='ヶ')) {
        let (same, after) = rest.split_at(at);
        out.push_str(same);
        let mut chars = after.chars();
        out.extend(chars.next().map(fold_char));
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// Taken apart (NFKD), stripped of accents, folded, and put together again (NFC). The marks of kana are no accents:
/// が is not か.
fn fold_other(run: &str) -> impl Iterator<Item = char> {
    run.nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36F}'))
        .flat_map(char::to_lowercase)
        .flat_map(|c| if c == 'ß' { [Some('s'), Some('s')] } else { [Some(fold_char(c)), None] })
        .flatten()
        .nfc()
}

/// What is left to fold in a character that is lower case and compatibility decomposed.
fn fold_char(c: char) -> char {
    match c {
        '\n' => c,
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        'ς' => 'σ',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '‐'..='―' | '−' => '-',
        '〜' => '~',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

fn push(out: &mut String, start: usize, c: char) {
    let repeats_space = c == ' ' && out.len() > start && out.ends_with(' ');
    if !repeats_space {
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same() {
        for (text, folded) in [
            ("NISC", "nisc"),
            ("ＮＩＳＣ　２０２１", "nisc 2021"),
            ("サイバー", "さいばー"),
            ("ｻｲﾊﾞｰ", "さいばー"),
            ("サイハ\u{3099}ー", "さいばー"),
            ("ガギ ヴ パ", "がぎ ゔ ぱ"),
            ("か\u{301}\u{3099}", "が"),
            ("Café", "cafe"),
            ("Cafe\u{301}", "cafe"),
            ("Köln, Łódź", "koln, łodz"),
            ("Straße STRASSE ẞ", "strasse strasse ss"),
            ("ΟΔΟΣ οδος", "οδοσ οδοσ"),
            ("İstanbul", "istanbul"),
            ("“It’s” – ‘so’ — a‐b‑c", "\"it's\" - 'so' - a-b-c"),
            ("a \t\u{A0}　b\r\nc\n\nd", "a b \nc\n\nd"),
            ("日米、サイバー対話", "日米、さいばー対話"),
            ("한국 ㈱ Ⅳ ½", "한국 (株) iv 1⁄2"),
            ("ﾐｸﾛ ㍍", "みくろ めーとる"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn kana_keep_their_marks() {
        assert_ne!(fold("が"), fold("か"));
        assert_ne!(fold("パ"), fold("ハ"));
    }

    #[test]
    fn appending_leaves_the_rest_alone() {
        let mut out = String::from("A ");
        fold_into(&mut out, " B");
        fold_into(&mut out, "\u{3099}");
        assert_eq!(out, "A  b\u{3099}");
    }

    #[test]
    fn folding_a_character_again_changes_nothing() {
        let less_han_and_hangul = ['\0'..='\u{33FF}', '\u{A000}'..='\u{ABFF}', '\u{F900}'..='\u{1FFFF}'];
        for c in less_han_and_hangul.into_iter().flatten() {
            let folded = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&folded), folded, "{c:?}");
        }
    }
}
