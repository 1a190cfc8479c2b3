//! Which key does what in which layer.
//!
//! The keymap is read from text in the form of `assets/keymap.toml`, which is the default one; others are merged over it.

use std::{collections::HashMap, mem, ops::Range};

use toml::de::DeTable;

use super::{
    Action, Key, KeyContext, KeySequence, KeymapError, KeymapErrorKind, KeymapWarning, KeymapWarningKind,
    ProgramAction,
    keymap_file::{Assignment, KeymapFile},
};

/// The keys that annalist comes with.
pub const DEFAULT: &str = include_str!("../../assets/keymap.toml");

const QUIT: Action = Action::Program(ProgramAction::Quit);

/// What some keys are in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    /// They do this.
    Action(Action),
    /// More keys are to follow.
    Prefix,
}

/// Keys and actions of each layer.
///
/// In a layer no keys begin with others that are bound there, so that nothing waits for a time to pass.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    keys: HashMap<(KeyContext, Action), Vec<KeySequence>>,
    /// What follows from `keys`.
    bindings: HashMap<(KeyContext, KeySequence), Binding>,
}

/// A key that an action had before another one took it.
struct TakenKey {
    context: KeyContext,
    action: Action,
    keys: KeySequence,
    taken_by: Action,
    /// Where in the text the other one takes it.
    span: Range<usize>,
}

impl Keymap {
    /// Reads a keymap.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, KeymapError> {
        let mut keymap = Self::default();
        keymap.merge_text(text)?;
        Ok(keymap)
    }

    /// Takes in the text of another keymap; see [`merge`](Self::merge).
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it. The keymap stays as it was then.
    pub fn merge_text(&mut self, text: &str) -> Result<Vec<KeymapWarning>, KeymapError> {
        let document = DeTable::parse(text).map_err(|error| {
            let kind = KeymapErrorKind::Syntax(error.message().to_owned());
            KeymapError { kind, span: error.span().unwrap_or_default(), other: None }
        })?;
        self.merge(document.get_ref())
    }

    /// Takes in layers of actions with their keys.
    ///
    /// An action that is named has these keys in that layer and no others. Keys that another action of the layer had before are
    /// taken from it, and those that begin with them or that they begin with. Returns what has to be known of it.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with them. The keymap stays as it was then.
    pub fn merge(&mut self, layers: &DeTable<'_>) -> Result<Vec<KeymapWarning>, KeymapError> {
        let KeymapFile { assignments, mut warnings } = KeymapFile::read(layers)?;
        let before = self.keys.len();
        for line in &assignments {
            self.keys.remove(&(line.context, line.action));
        }
        if self.keys.len() < before {
            self.index();
        }
        let taken: Vec<TakenKey> = assignments.into_iter().flat_map(|line| self.assign(line)).collect();
        self.keep_a_way_out();
        warnings.extend(self.unreachable(taken));
        warnings.sort_by_key(|warning| warning.span.start);
        Ok(warnings)
    }

    /// Gives keys to an action; returns those that others had before.
    fn assign(&mut self, line: Assignment) -> Vec<TakenKey> {
        let Assignment { context, action, keys: assigned } = line;
        let mut taken = Vec::new();
        for (keys, span) in assigned {
            if self.uses(context, &keys) {
                taken.extend(self.take(&keys, (context, action), &span));
                self.index();
            }
            self.add(context, keys, action);
        }
        taken
    }

    /// Gives keys that are free to an action.
    fn add(&mut self, context: KeyContext, keys: KeySequence, action: Action) {
        self.bind(context, &keys, action);
        self.keys.entry((context, action)).or_default().push(keys);
    }

    /// Takes from all other actions of a layer what cannot be heard beside these keys of an action.
    fn take(&mut self, keys: &KeySequence, by: (KeyContext, Action), span: &Range<usize>) -> Vec<TakenKey> {
        let (context, taken_by) = by;
        let others = self.keys.iter_mut().filter(|((layer, other), _)| *layer == context && *other != taken_by);
        let lost = others.flat_map(|((_, action), theirs)| {
            let lost = theirs.extract_if(.., |their| their.overlaps(keys));
            lost.map(|keys| TakenKey { context, action: *action, keys, taken_by, span: span.clone() })
        });
        lost.collect()
    }

    /// The actions that have lost their last key, each once.
    fn unreachable(&self, mut taken: Vec<TakenKey>) -> Vec<KeymapWarning> {
        taken.retain(|lost| self.keys(lost.context, lost.action).is_empty());
        taken.sort_by_key(|lost| (lost.action.name(), lost.context.name(), lost.span.start));
        taken.dedup_by_key(|lost| (lost.context, lost.action));
        let warning = |lost: TakenKey| {
            let TakenKey { context, action, keys, taken_by, span } = lost;
            KeymapWarning { kind: KeymapWarningKind::Unreachable { action, context, keys, taken_by }, span }
        };
        taken.into_iter().map(warning).collect()
    }

    /// Finds anew what keys are in each layer.
    fn index(&mut self) {
        self.bindings.clear();
        let keys = mem::take(&mut self.keys);
        for ((context, action), keys) in &keys {
            for keys in keys {
                self.bind(*context, keys, *action);
            }
        }
        self.keys = keys;
    }

    /// Notes what keys are in a layer.
    fn bind(&mut self, context: KeyContext, keys: &KeySequence, action: Action) {
        let prefixes = keys.prefixes().map(|prefix| ((context, prefix), Binding::Prefix));
        self.bindings.extend(prefixes);
        self.bindings.insert((context, keys.clone()), Binding::Action(action));
    }

    /// Ctrl-c quits wherever it stands for nothing else.
    fn keep_a_way_out(&mut self) {
        let key = KeySequence::from(Key::from('c').with_ctrl());
        for context in KeyContext::ALL {
            if self.binding(context, &key).is_none() {
                self.add(context, key.clone(), QUIT);
            }
        }
    }

    /// Returns what the keys are in this layer, or in its parents; `None` if nothing.
    pub fn binding(&self, context: KeyContext, keys: &KeySequence) -> Option<Binding> {
        let found = self.bindings.get(&(context, keys.clone())).copied();
        found.or_else(|| self.binding(context.parent()?, keys))
    }

    /// Returns what a key does by itself in this layer, or in its parents; `None` if nothing.
    pub fn action(&self, context: KeyContext, key: Key) -> Option<Action> {
        match self.binding(context, &key.into())? {
            Binding::Action(action) => Some(action),
            Binding::Prefix => None,
        }
    }

    /// Returns the keys that do this in the layer, the ones to show first.
    ///
    /// Keys that the layer itself uses otherwise are not handed down.
    pub fn keys(&self, context: KeyContext, action: Action) -> Vec<KeySequence> {
        let mut keys = self.own_keys(context, action).to_vec();
        if let Some(parent) = context.parent() {
            let handed_down = self.keys(parent, action).into_iter();
            keys.extend(handed_down.filter(|keys| !self.uses(context, keys)));
        }
        keys
    }

    /// Whether the layer itself binds these keys, or what they begin with, or others that begin with them.
    fn uses(&self, context: KeyContext, keys: &KeySequence) -> bool {
        let begins = |prefix| self.bindings.get(&(context, prefix)).is_some_and(|found| *found != Binding::Prefix);
        self.bindings.contains_key(&(context, keys.clone())) || keys.prefixes().any(begins)
    }

    /// Returns the keys that the layer itself binds to this, the ones to show first.
    pub fn own_keys(&self, context: KeyContext, action: Action) -> &[KeySequence] {
        self.keys.get(&(context, action)).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use crate::input::KeymapPreset;

    #[test]
    fn what_keys_are_is_always_what_follows_from_them() {
        let of_ones_own = "[browse]\nnext = [\"g g\", \"n\"]\nquit = \"none\"\nhelp = [\"n n\"]\n";
        for preset in KeymapPreset::ALL {
            let mut keymap = preset.keymap().unwrap();
            for text in ["", "[browse]\nnext = \"Ctrl-c\"\n", "[browse]\nnext = [\"g x\", \"d\"]\nquit = \"none\"\n"] {
                keymap.merge_text(text).unwrap();
                let mut anew = keymap.clone();
                anew.index();
                assert_eq!(anew, keymap, "{preset:?} and {text}");
            }
            let before = keymap.clone();
            assert!(keymap.merge_text(of_ones_own).is_err(), "`n` begins `n n`");
            assert_eq!(keymap, before);
        }
    }
}
