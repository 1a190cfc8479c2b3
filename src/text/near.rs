//! Names that are nearly the same, found without comparing each with each.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use super::fold;

/// A longer name is compared with none.
const MAX_CHARS: usize = 80;
/// Shorter names differ by a letter because they are others; in scripts without letters a sign says more.
const MIN_CHARS: usize = 6;
const MIN_SIGNS: usize = 8;
/// Of names that may be alike each is compared with so many at most.
const MAX_COMPARISONS: usize = 8;

/// Pairs of names that are the same but for case, blanks and signs, or for one letter: places in the list, the earlier first.
///
/// Names whose digits differ are others. Each name is the second of one pair at most.
///
/// Two names that differ by one letter are the same where each is left without one, or one of them is: so the work grows as
/// the letters do.
pub fn near_pairs(names: &[&str]) -> Vec<(usize, usize)> {
    let letters: Vec<Vec<char>> = names.iter().map(|name| letters(name)).collect();
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let mut signatures: Vec<(u64, usize)> = Vec::new();
    for (place, word) in letters.iter().enumerate().filter(|(_, word)| !word.is_empty() && word.len() <= MAX_CHARS) {
        signatures.push((hasher.hash_one(word.iter().collect::<String>()), place));
        if is_long(word) {
            let without = |left_out: usize| {
                let rest = word.iter().enumerate().filter(move |(at, _)| *at != left_out);
                hasher.hash_one(rest.map(|(_, letter)| *letter).collect::<String>())
            };
            signatures.extend((0..word.len()).map(|left_out| (without(left_out), place)));
        }
    }
    signatures.sort_unstable();
    signatures.dedup();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for alike in signatures.chunk_by(|(one, _), (other, _)| one == other) {
        let places: Vec<usize> = alike.iter().map(|(_, place)| *place).collect();
        for (at, first) in places.iter().enumerate() {
            let others = places.iter().skip(at + 1).take(MAX_COMPARISONS);
            let near = |second: &&usize| match (letters.get(*first), letters.get(**second)) {
                (Some(one), Some(other)) => are_near(one, other),
                _ => false,
            };
            pairs.extend(others.filter(near).map(|second| (*first, *second)));
        }
    }
    pairs.sort_unstable_by_key(|(first, second)| (*second, *first));
    pairs.dedup_by_key(|(_, second)| *second);
    pairs
}

/// The letters and digits of a name, folded.
fn letters(name: &str) -> Vec<char> {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn is_long(word: &[char]) -> bool {
    word.len() >= if word.iter().all(|c| c.is_lowercase() || c.is_numeric()) { MIN_CHARS } else { MIN_SIGNS }
}

fn are_near(one: &[char], other: &[char]) -> bool {
    let digits = |word: &[char]| word.iter().copied().filter(|c| c.is_numeric()).collect::<Vec<_>>();
    one == other
        || is_long(one)
            && is_long(other)
            && digits(one) == digits(other)
            && strsim::generic_damerau_levenshtein(one, other) <= 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slips_are_near_and_other_names_are_not() {
        for (one, other, is_near) in [
            ("Jake Sullivan", "Jake Sulivan", true),
            ("Jake Sullivan", "Jake Slulivan", true),
            ("Jake Sullivan", "jake  sullivan", true),
            ("Washington, D.C.", "Washington DC", true),
            ("NISC", "nisc", true),
            ("NISC", "NIST", false),
            ("Annex 1 of it", "Annex 2 of it", false),
            ("松野博一", "松野博二", false),
            ("Tokyo", "Kyoto", false),
            ("", "", false),
        ] {
            assert_eq!(near_pairs(&[one, other]), if is_near { vec![(0, 1)] } else { vec![] }, "{one} {other}");
        }
        assert_eq!(near_pairs(&["Yasukazu Hamada", "x", "Yasukazu Hamda", "Yasukazu Hamadaa"]), [(0, 2), (0, 3)]);
    }

    proptest! {
        #[test]
        fn whatever_is_one_letter_apart_is_found(word in "[bcdfghk]{7,20}", at in 0..7_usize, letter in "[bcdfghk]") {
            let (before, rest) = word.split_at(at);
            let changed = format!("{before}{letter}{}", rest.split_at(1).1);
            let longer = format!("{before}{letter}{rest}");
            prop_assert_eq!(near_pairs(&[&word, &changed]), [(0, 1)]);
            prop_assert_eq!(near_pairs(&[&word, &longer]), [(0, 1)]);
        }
    }
}
