//! Folded names of several things, one behind the other, so that a needle is looked for in all of them at once.

use fixedbitset::FixedBitSet;

use crate::{query::needle::Needle, text::fold_into};

/// What stands between two names: no needle has it.
const END: char = '\n';

/// The folded names of things in a list.
#[derive(Debug, Default)]
pub(in crate::query) struct FoldedList {
    text: String,
    /// Where the names of each end, in bytes.
    ends: Vec<usize>,
}

impl FoldedList {
    /// Appends a thing with its names.
    pub(super) fn push<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        for name in names {
            fold_into(&mut self.text, name);
            self.text.push(END);
        }
        self.ends.push(self.text.len());
    }

    /// How many things there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The places of those in one of whose names a needle stands.
    pub(in crate::query) fn matching(&self, needle: &Needle) -> FixedBitSet {
        let mut found = FixedBitSet::with_capacity(self.ends.len());
        if needle.is_empty() {
            found.insert_range(..);
            return found;
        }
        let mut places = needle.places(&self.text).peekable();
        if places.peek().is_none() {
            return found;
        }
        for (at, end) in self.ends.iter().enumerate() {
            while places.next_if(|place| place.start < *end).is_some() {
                found.insert(at);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold;

    proptest! {
        #[test]
        fn those_match_in_whose_names_it_stands(
            things in prop::collection::vec(prop::collection::vec("[aBé日 ]{0,4}", 0..4), 0..8), word in "[ab日]{1,2}", is_whole: bool,
        ) {
            let mut list = FoldedList::default();
            for names in &things {
                list.push(names.iter().map(String::as_str));
            }
            let needle = if is_whole { Needle::whole_word(word) } else { Needle::part(word) };
            let matching = |names: &Vec<String>| names.iter().any(|name| needle.stands_in(&fold(name)));
            let expected: Vec<usize> = (0..things.len()).filter(|&at| matching(&things[at])).collect();
            prop_assert_eq!(list.matching(&needle).ones().collect::<Vec<_>>(), expected);
        }
    }
}
