//! What is wrong with a keymap, or can be heard otherwise than it is written, and the words for it.

use std::{fmt, ops::Range};

use super::{Action, Group, KeyContext, KeyError, KeySequence};

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

impl fmt::Display for KeymapErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) => f.write_str(message),
            Self::UnknownLayer(name, near) => write!(f, "there is no layer `{name}`{}", Suggestion(*near)),
            Self::UnknownAction(name, near) => write!(f, "there is no action `{name}`{}", Suggestion(*near)),
            Self::Key(error) => error.fmt(f),
            Self::Conflict(conflict) => conflict.fmt(f),
            Self::Typed(keys) => write!(
                f,
                "`{keys}` begins with a character, which is typed in text fields; take one with `Ctrl` or `Alt`, or a key such as `F2`"
            ),
            Self::NoKeys => f.write_str("keys are written as a text or a list of texts: [\"j\", \"Down\"]"),
        }
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

impl fmt::Display for KeyConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first: (keys, first), second: (later, second) } = self;
        if keys != later {
            let is_first_longer = keys.after(later).is_some();
            let (long, short) = if is_first_longer { (&self.first, &self.second) } else { (&self.second, &self.first) };
            return write!(
                f,
                "`{}` for `{}` is never heard, since `{}` is bound to `{}`",
                long.0, long.1, short.0, short.1
            );
        }
        if first == second {
            return write!(f, "`{keys}` is bound to `{first}` twice");
        }
        write!(f, "`{keys}` is bound to both `{first}` and `{second}`")
    }
}

/// What may have been meant, behind what is wrong.
struct Suggestion(Option<&'static str>);

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
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

impl fmt::Display for KeymapWarningKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outdated(old, new) => write!(f, "the action `{old}` is called `{new}` now"),
            Self::Indistinct { keys, heard } => write!(
                f,
                "`{keys}` may be heard as `{heard}`: only terminals with the kitty keyboard protocol tell them apart"
            ),
            Self::HidesEntry(keys) => write!(f, "`{keys}` does not choose the entry of a menu that has this letter"),
            Self::Unreachable { action, context, keys, taken_by } => {
                let (name, layer, taken_by) = (action.name(), context.name(), taken_by.name());
                write!(f, "`{name}` has no key in {layer} any more: `{keys}` is bound to `{taken_by}`")?;
                let is_in_help = action.info().is_some_and(|info| info.group != Group::Menus);
                if is_in_help { f.write_str("; the help still runs it") } else { Ok(()) }
            }
        }
    }
}
