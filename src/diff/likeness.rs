//! How alike two texts are.

use std::collections::HashMap;

/// From here on two texts are two versions of one.
pub(super) const MIN_LIKENESS: f64 = 0.5;
/// Of a long text its beginning is compared.
const MAX_COMPARED_CHARS: usize = 400;

/// How much two texts have in common, from 0 to 1 (Sørensen–Dice, by pairs of letters), so that it says the same of any
/// language.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    // `strsim::sorensen_dice` divides by bytes: two Japanese texts would have a third of what they have in common.
    let (one, other) = (pairs(one), pairs(other));
    let both: usize = one.iter().map(|(pair, count)| count.min(other.get(pair).unwrap_or(&0))).sum();
    let all = one.values().sum::<usize>() + other.values().sum::<usize>();
    #[expect(clippy::cast_precision_loss, reason = "there are a few hundred pairs")]
    if all == 0 { 0.0 } else { (2 * both) as f64 / all as f64 }
}

/// How often each pair of neighbouring letters stands at the beginning of a text.
fn pairs(text: &str) -> HashMap<(char, char), usize> {
    let letters: Vec<char> = beginning(text).chars().filter(|letter| !letter.is_whitespace()).collect();
    let mut pairs = HashMap::new();
    for pair in letters.iter().zip(letters.iter().skip(1)) {
        *pairs.entry((*pair.0, *pair.1)).or_insert(0) += 1;
    }
    pairs
}

fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(MAX_COMPARED_CHARS).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_versions_are_alike_in_any_language() {
        for (one, other) in [
            ("strengthen operational cooperation", "greatly strengthen operational cooperation"),
            ("運用協力を強化することで一致した。", "運用協力を大幅に強化することで一致した。"),
        ] {
            assert!(likeness(one, other) > 0.75, "{one}: {}", likeness(one, other));
        }
        assert!(likeness("運用協力を強化する", "防衛大臣と会談した") < MIN_LIKENESS);
        assert!((likeness("same", "same") - 1.0).abs() < f64::EPSILON && likeness("", "") < MIN_LIKENESS);
    }
}
