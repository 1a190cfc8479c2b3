//! How alike two texts are.

/// From here on two texts are two versions of one.
pub(super) const MIN_LIKENESS: f64 = 0.5;
/// Of a long text its beginning is compared.
const MAX_COMPARED_CHARS: usize = 400;

/// How much two texts have in common, from 0 to 1 (Sørensen–Dice, by pairs of letters), so that it says the same of any
/// language.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    strsim::sorensen_dice(beginning(one), beginning(other))
}

fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(MAX_COMPARED_CHARS).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}
