//! British and American spellings of the same words. Those of which one letter differs are one in a folded text; for the few
//! others that matter here the spellings are named.
//!
//! The groups are those of <https://en.wikipedia.org/wiki/American_and_British_English_spelling_differences>: -ise and -ize,
//! -yse and -yze, -ence and -ense, -re and -er, -ogramme and -ogram.

use memchr::memchr2_iter;

/// Makes one of the spellings that differ in a letter, in what stands in `out` from `start` on: `organize` is `organise`,
/// `defence` is `defense`. No byte changes its place, and what was the beginning of a word stays the beginning of it.
pub(super) fn unify(out: &mut String, start: usize) {
    let Some(text) = out.get(start..) else { return };
    let bytes = text.as_bytes();
    let differs = |&at: &usize| {
        let before = bytes.get(..at).unwrap_or_default();
        match bytes.get(at) {
            Some(b'z') => before.ends_with(b"i") || before.ends_with(b"y"),
            _ => before.ends_with(b"fen") || before.ends_with(b"icen"),
        }
    };
    let places: Vec<usize> = memchr2_iter(b'z', b'c', bytes).filter(differs).collect();
    let Some(&first) = places.first() else { return };
    let rest = out.split_off(start + first);
    let mut from = 0;
    for place in places {
        let at = place - first;
        out.push_str(rest.get(from..at).unwrap_or_default());
        out.push('s');
        from = at + 1;
    }
    out.push_str(rest.get(from..).unwrap_or_default());
}

/// Spellings of which more than a letter differs.
const PAIRS: [(&str, &str); 2] = [("centre", "center"), ("programme", "program")];
/// What is one word, two words, or two with a hyphen: `cybersecurity`, `cyber security`, `cyber-security`.
const PREFIXES: [&str; 1] = ["cyber"];

/// Returns the other spellings of a folded word or phrase; none for most.
pub fn other_spellings(folded: &str) -> Vec<String> {
    let mut spellings = vec![folded.to_owned()];
    for (one, other) in PAIRS {
        // `programme` holds `program`: only one of them is written.
        let (written, instead) = if folded.contains(one) { (one, other) } else { (other, one) };
        spellings.extend(folded.contains(written).then(|| folded.replace(written, instead)));
    }
    for prefix in PREFIXES {
        for spelling in spellings.clone() {
            let Some(rest) = spelling.strip_prefix(prefix) else { continue };
            let word = rest.trim_start_matches([' ', '-']);
            if word.starts_with(|c: char| c.is_ascii_lowercase()) {
                spellings.extend(["", " ", "-"].map(|joint| format!("{prefix}{joint}{word}")));
            }
        }
    }
    spellings.retain(|spelling| spelling != folded);
    spellings.sort_unstable();
    spellings.dedup();
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{FoldedText, fold};

    #[test]
    fn spellings_that_differ_in_a_letter_are_one() {
        for (one, other) in [
            ("defence", "Defense"),
            ("offence", "offense"),
            ("licence", "license"),
            ("organisation", "organization"),
            ("Analyse", "ANALYZE"),
            ("ｄｅｆｅｎｃｅ", "defense"),
            ("日本のdefence", "日本のdefense"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        for (one, other) in [("zone", "sone"), ("cent", "sent"), ("fuze", "fuse"), ("tens", "tenc")] {
            assert_ne!(fold(one), fold(other), "{one}");
        }
    }

    #[test]
    fn no_byte_changes_its_place() {
        for text in ["Organized defence", "日本のDefence organizes", "a\tb  defence", "İz defenc"] {
            let folded = FoldedText::new(text);
            assert_eq!(folded.text, fold(text), "{text}");
            assert_eq!(fold(&folded.text), folded.text, "folding again changes nothing");
            for word in ["organi", "defens"] {
                if let Some(at) = folded.text.find(word) {
                    let original = folded.original(at..at + word.len());
                    assert_eq!(original.len(), word.len(), "{text}");
                }
            }
        }
        let folded = FoldedText::new("日本のDefence");
        let at = folded.text.find("defense").unwrap();
        assert_eq!("日本のDefence".get(folded.original(at..at + 7)), Some("Defence"));
    }

    #[test]
    fn a_word_that_is_being_typed_is_the_beginning_of_the_folded_one() {
        for word in ["defence", "defense", "organization", "organise", "analyze", "licence"] {
            for (end, _) in word.char_indices() {
                assert!(fold(word).starts_with(&fold(word.get(..end).unwrap())), "{word}");
            }
        }
    }

    #[test]
    fn other_spellings_are_named() {
        for (word, others) in [
            ("centre", &["center"][..]),
            ("national center", &["national centre"]),
            ("programme", &["program"]),
            ("program", &["programme"]),
            ("cybersecurity", &["cyber security", "cyber-security"]),
            (
                "cyber security centre",
                &[
                    "cyber security center",
                    "cyber-security center",
                    "cyber-security centre",
                    "cybersecurity center",
                    "cybersecurity centre",
                ],
            ),
            ("cyber", &[]),
            ("nisc", &[]),
        ] {
            assert_eq!(other_spellings(word), others, "{word}");
        }
    }
}
