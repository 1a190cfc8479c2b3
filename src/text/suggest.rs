//! The name that was probably meant.

/// The candidate nearest to a word, the first in the alphabet of several; `None` if none is near
/// enough to be a slip of the fingers.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let allowed = (length / 3).min(3);
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|&(distance, _)| distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        assert_eq!(suggest("tytle", ["date", "title"]), Some("title"));
        assert_eq!(suggest("us-japn", ["uk-japan", "us-japan"]), Some("us-japan"));
        assert_eq!(suggest("notes", ["date", "note"]), Some("note"));
        assert_eq!(suggest("evidence", ["date", "title", "note"]), None);
        assert_eq!(suggest("uk", ["us", "japan"]), None, "words of two letters are all alike");
        assert_eq!(suggest("us", ["US", "JP"]), Some("US"));
        assert_eq!(suggest("", []), None);
    }
}
