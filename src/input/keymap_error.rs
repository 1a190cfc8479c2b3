//! What is wrong with a keymap, or can be heard otherwise than it is written, and the words for it.

use std::{fmt, ops::Range};

use super::{Action, Group, KeyContext, KeyError, KeySequence};
use crate::messages::{Locale, commands, keymaps, toml_words};

/// What is wrong with a keymap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeymapError {
    /// What is wrong.
    pub kind: KeymapErrorKind,
    /// Where in the text, in bytes.
    pub span: Range<usize>,
    /// Where the other of two things stands that do not go together.
    pub other: Option<Range<usize>>,
}

/// The ways in which a keymap can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeymapErrorKind {
    /// It is no TOML; the words are the reader's.
    Syntax(String),
    /// There is no such layer; the nearest one, if one is near.
    UnknownLayer(String, Option<&'static str>),
    /// There is no such action; the nearest one, if one is near.
    UnknownAction(String, Option<&'static str>),
    /// This names no key.
    Key(KeyError),
    /// Two lines of one layer do not go together.
    Conflict(Box<KeyConflict>),
    /// A character is bound in text fields, where it is typed.
    Typed(KeySequence),
    /// Keys are a text or a list of texts, and this is none.
    NoKeys,
}

impl fmt::Display for KeymapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for KeymapError {}

impl KeymapErrorKind {
    /// The fault in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::Syntax(message) => toml_words::told(message, locale),
            Self::UnknownLayer(name, near) => keymaps::no_layer(locale, name, &commands::meant(locale, *near)),
            Self::UnknownAction(name, near) => keymaps::no_action(locale, name, &commands::meant(locale, *near)),
            Self::Key(error) => error.told(locale),
            Self::Conflict(conflict) => conflict.told(locale),
            Self::Typed(keys) => keymaps::typed(locale, &keys.to_string()),
            Self::NoKeys => keymaps::key_list(locale).to_owned(),
        }
    }
}

impl fmt::Display for KeymapErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

/// Keys of one layer that cannot both be heard: they are the same, or one begins with the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyConflict {
    /// The keys that stand first in the text, and their action.
    pub first: (KeySequence, &'static str),
    /// The later ones, and their action.
    pub second: (KeySequence, &'static str),
}

impl KeyConflict {
    fn told(&self, locale: Locale) -> String {
        let Self { first: (keys, first), second: (later, second) } = self;
        if keys != later {
            let is_first_longer = keys.after(later).is_some();
            let (long, short) = if is_first_longer { (&self.first, &self.second) } else { (&self.second, &self.first) };
            return keymaps::never_heard(locale, &long.0.to_string(), long.1, &short.0.to_string(), short.1);
        }
        if first == second {
            return keymaps::bound_twice(locale, &keys.to_string(), first);
        }
        keymaps::bound_to_both(locale, &keys.to_string(), first, second)
    }
}

/// What a keymap says that holds, and has to be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeymapWarning {
    /// What it is.
    pub kind: KeymapWarningKind,
    /// Where in the text, in bytes.
    pub span: Range<usize>,
}

/// What a keymap can say that holds, and has to be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeymapWarningKind {
    /// An action by a name that it does not have any more: the old one, and the present one.
    Outdated(String, &'static str),
    /// Many terminals report these keys as others.
    Indistinct {
        /// The keys.
        keys: KeySequence,
        /// What is heard instead.
        heard: KeySequence,
    },
    /// A letter does not choose an entry of a menu any more.
    HidesEntry(KeySequence),
    /// The last key of an action was taken for another one.
    Unreachable {
        /// The action that has no key any more.
        action: Action,
        /// Where it has none.
        context: KeyContext,
        /// The key that it had.
        keys: KeySequence,
        /// The action that has its key now.
        taken_by: Action,
    },
}

impl KeymapWarningKind {
    /// It in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::Outdated(old, new) => keymaps::renamed(locale, old, new),
            Self::Indistinct { keys, heard } => keymaps::indistinct(locale, &keys.to_string(), &heard.to_string()),
            Self::HidesEntry(keys) => keymaps::hides_entry(locale, &keys.to_string()),
            Self::Unreachable { action, context, keys, taken_by } => {
                let (name, layer, taken_by) = (action.name(), context.name(), taken_by.name());
                let told = keymaps::unreachable(locale, name, layer, &keys.to_string(), taken_by);
                let is_in_help = action.info().is_some_and(|info| info.group != Group::Menus);
                if is_in_help { told + keymaps::help_runs_it(locale) } else { told }
            }
        }
    }
}

impl fmt::Display for KeymapWarningKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}
