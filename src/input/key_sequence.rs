//! Keys that are pressed one after another and mean one thing: `g g`. Most have one key.

use std::{fmt, iter, str::FromStr};

use super::{Key, KeyError};

/// One key, or several that are pressed one after another.
///
/// Written with blanks between the keys; the key of the blank itself is `Space`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KeySequence {
    first: Key,
    rest: Vec<Key>,
}

impl From<Key> for KeySequence {
    fn from(key: Key) -> Self {
        Self { first: key, rest: Vec::new() }
    }
}

impl KeySequence {
    /// The sequence of these keys; `None` for none.
    pub fn of(keys: impl IntoIterator<Item = Key>) -> Option<Self> {
        let mut keys = keys.into_iter();
        Some(Self { first: keys.next()?, rest: keys.collect() })
    }

    /// Returns this sequence with one key more.
    #[must_use]
    pub fn then(mut self, key: Key) -> Self {
        self.rest.push(key);
        self
    }

    /// The key that begins it.
    pub const fn first(&self) -> Key {
        self.first
    }

    /// Its keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        iter::once(self.first).chain(self.rest.iter().copied())
    }

    /// What is pressed before it is complete, the shortest first.
    pub fn prefixes(&self) -> impl Iterator<Item = Self> {
        (1..=self.rest.len()).filter_map(|length| Self::of(self.keys().take(length)))
    }

    /// Returns what is left to press behind these keys; `None` if it does not begin with them, or is the same.
    pub fn after(&self, begin: &Self) -> Option<Self> {
        let left = Self::of(self.keys().skip(begin.keys().count()));
        left.filter(|_| self.begins_with(begin))
    }

    /// Whether these keys are pressed first, or are all of it.
    fn begins_with(&self, begin: &Self) -> bool {
        self.first == begin.first && self.rest.starts_with(&begin.rest)
    }

    /// Whether both cannot be heard in one place: they are the same, or one begins with the other.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.begins_with(other) || other.begins_with(self)
    }
}

/// Prints it as the keymap file writes it; reading that again gives the same.
impl fmt::Display for KeySequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        self.rest.iter().try_for_each(|key| write!(f, " {key}"))
    }
}

impl FromStr for KeySequence {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        if let Ok(key) = text.parse::<Key>() {
            return Ok(key.into());
        }
        let mut keys = text.split(' ').filter(|key| !key.is_empty()).map(Key::from_str);
        let first = keys.next().ok_or(KeyError::Missing)??;
        Ok(Self { first, rest: keys.collect::<Result<_, _>>()? })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys(text: &str) -> KeySequence {
        text.parse().unwrap()
    }

    #[test]
    fn keys_stand_with_blanks_between_them() {
        assert_eq!(keys("g g"), KeySequence::from(Key::from('g')).then(Key::from('g')));
        assert_eq!(keys("Ctrl-x  Ctrl-c").to_string(), "Ctrl-x Ctrl-c");
        assert_eq!(keys("g"), Key::from('g').into());
        assert_eq!(keys(" "), Key::from(' ').into());
        assert_eq!(keys("Space g").first(), Key::from(' '));
        assert_eq!("".parse::<KeySequence>(), Err(KeyError::Missing));
        assert_eq!("  ".parse::<KeySequence>(), Err(KeyError::Missing));
        assert!("g Dwon".parse::<KeySequence>().unwrap_err().to_string().contains("did you mean `Down`?"));
    }

    #[test]
    fn one_that_begins_with_another_cannot_be_heard_beside_it() {
        assert!(keys("g").overlaps(&keys("g g")) && keys("g g").overlaps(&keys("g")) && keys("g").overlaps(&keys("g")));
        assert!(!keys("g g").overlaps(&keys("g e")) && !keys("g").overlaps(&keys("e g")));
        assert_eq!(keys("z a b").prefixes().collect::<Vec<_>>(), [keys("z"), keys("z a")]);
        assert_eq!(keys("z a b").after(&keys("z")), Some(keys("a b")));
        assert_eq!((keys("z").after(&keys("z")), keys("z a").after(&keys("x"))), (None, None));
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(text in "[ a-zA-Z-]{0,12}") {
            if let Ok(keys) = text.parse::<KeySequence>() {
                prop_assert_eq!(keys.to_string().parse(), Ok(keys));
            }
        }
    }
}
