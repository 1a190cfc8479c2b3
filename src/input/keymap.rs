//! Which key does what in which layer.
//!
//! The keymap is read from text in the form of `assets/keymap.toml`, which is the default one.

use std::{collections::HashMap, fmt, ops::Range};

use toml::de::{DeTable, DeValue};

use super::{Action, Key, ProgramAction};

/// The keys that annalist comes with.
pub const DEFAULT: &str = include_str!("../../assets/keymap.toml");

const QUIT: Action = Action::Program(ProgramAction::Quit);

/// Who has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyContext {
    /// The list, and what is common to all panes.
    Browse,
    /// The matrix.
    Matrix,
    /// The words of the filter, a line each.
    Words,
    /// The axis.
    Axis,
    /// The detail.
    Detail,
    /// A menu whose entries have letters.
    Menu,
    /// A page of text over the panes.
    Page,
    /// A text field.
    Text,
}

impl KeyContext {
    /// All layers, in the order of the keymap file.
    pub const ALL: [Self; 8] =
        [Self::Browse, Self::Matrix, Self::Words, Self::Axis, Self::Detail, Self::Menu, Self::Page, Self::Text];

    /// Returns how the keymap file heads the layer.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Matrix => "matrix",
            Self::Words => "words",
            Self::Axis => "axis",
            Self::Detail => "detail",
            Self::Menu => "menu",
            Self::Page => "page",
            Self::Text => "text",
        }
    }

    /// Returns the layer that takes the keys which this one does not bind.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Matrix | Self::Words | Self::Axis | Self::Detail => Some(Self::Browse),
            Self::Browse | Self::Menu | Self::Page | Self::Text => None,
        }
    }
}

/// What is wrong with a keymap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeymapError {
    /// What is wrong.
    pub kind: KeymapErrorKind,
    /// Where in the text, in bytes.
    pub span: Range<usize>,
}

/// The ways in which a keymap can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeymapErrorKind {
    /// It is no TOML; the words are the reader's.
    Syntax(String),
    /// There is no such layer.
    UnknownLayer(String),
    /// There is no such action.
    UnknownAction(String),
    /// This names no key.
    UnknownKey(String),
    /// A key stands for two actions in one layer.
    Conflict {
        /// The key.
        key: Key,
        /// The action that has it.
        first: &'static str,
        /// The action that wants it too.
        second: &'static str,
    },
    /// Keys are a list of texts, and this is none.
    NoKeys,
}

impl fmt::Display for KeymapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl fmt::Display for KeymapErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) => f.write_str(message),
            Self::UnknownLayer(name) => write!(f, "there is no layer `{name}`"),
            Self::UnknownAction(name) => write!(f, "there is no action `{name}`"),
            Self::UnknownKey(name) => write!(f, "`{name}` names no key"),
            Self::Conflict { key, first, second } => write!(f, "{key} is bound to both `{first}` and `{second}`"),
            Self::NoKeys => f.write_str("keys are written as a list of texts: [\"j\", \"Down\"]"),
        }
    }
}

impl std::error::Error for KeymapError {}

/// An action by a name that it does not have any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    /// The name in the keymap.
    pub old: String,
    /// What it is called now.
    pub new: &'static str,
    /// Where in the text, in bytes.
    pub span: Range<usize>,
}

/// Keys and actions of each layer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    actions: HashMap<(KeyContext, Key), Action>,
    keys: HashMap<(KeyContext, Action), Vec<Key>>,
}

impl Keymap {
    /// Reads a keymap.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, KeymapError> {
        let at = |span: Range<usize>, kind| KeymapError { kind, span };
        let document = DeTable::parse(text)
            .map_err(|e| at(e.span().unwrap_or_default(), KeymapErrorKind::Syntax(e.message().to_owned())))?;
        let mut keymap = Self::default();
        keymap.merge(document.get_ref())?;
        Ok(keymap)
    }

    /// Takes in layers of actions with their keys.
    ///
    /// An action that is named has these keys in that layer and no others. Returns the names that actions do not have any
    /// more.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with them. A key of another action of the layer is one.
    pub fn merge(&mut self, layers: &DeTable<'_>) -> Result<Vec<Outdated>, KeymapError> {
        let mut outdated = Vec::new();
        let at = |span: Range<usize>, kind| KeymapError { kind, span };
        for (name, table) in layers {
            let layer = KeyContext::ALL.into_iter().find(|layer| layer.name() == name.get_ref());
            let layer =
                layer.ok_or_else(|| at(name.span(), KeymapErrorKind::UnknownLayer(name.get_ref().to_string())))?;
            let DeValue::Table(lines) = table.get_ref() else { return Err(at(table.span(), KeymapErrorKind::NoKeys)) };
            let mut bound = Vec::new();
            for (name, keys) in lines {
                let renamed = Action::renamed(name.get_ref());
                let action = Action::from_name(renamed.unwrap_or(name.get_ref()))
                    .ok_or_else(|| at(name.span(), KeymapErrorKind::UnknownAction(name.get_ref().to_string())))?;
                outdated.extend(renamed.map(|new| Outdated {
                    old: name.get_ref().to_string(),
                    new,
                    span: name.span(),
                }));
                let DeValue::Array(keys) = keys.get_ref() else { return Err(at(keys.span(), KeymapErrorKind::NoKeys)) };
                self.unbind(layer, action);
                for text in keys {
                    let DeValue::String(written) = text.get_ref() else {
                        return Err(at(text.span(), KeymapErrorKind::NoKeys));
                    };
                    let key: Key = written
                        .parse()
                        .map_err(|_| at(text.span(), KeymapErrorKind::UnknownKey(written.to_string())))?;
                    bound.push((key, action, text.span()));
                }
            }
            for (key, action, span) in bound {
                self.bind(layer, key, action).map_err(|kind| at(span, kind))?;
            }
        }
        self.keep_a_way_out();
        Ok(outdated)
    }

    /// Ctrl-c quits wherever it stands for nothing else.
    fn keep_a_way_out(&mut self) {
        let key = Key::from('c').with_ctrl();
        for layer in KeyContext::ALL {
            if self.action(layer, key).is_none() {
                self.actions.insert((layer, key), QUIT);
                self.keys.entry((layer, QUIT)).or_default().push(key);
            }
        }
    }

    /// Takes the keys of an action away.
    fn unbind(&mut self, layer: KeyContext, action: Action) {
        for key in self.keys.remove(&(layer, action)).unwrap_or_default() {
            self.actions.remove(&(layer, key));
        }
    }

    fn bind(&mut self, layer: KeyContext, key: Key, action: Action) -> Result<(), KeymapErrorKind> {
        let name = |action: Action| action.info().map_or("", |info| info.name);
        if let Some(&first) = self.actions.get(&(layer, key)) {
            return Err(KeymapErrorKind::Conflict { key, first: name(first), second: name(action) });
        }
        self.actions.insert((layer, key), action);
        self.keys.entry((layer, action)).or_default().push(key);
        Ok(())
    }

    /// Returns what the key does in this layer, or in its parents; `None` if nothing.
    pub fn action(&self, layer: KeyContext, key: Key) -> Option<Action> {
        let found = self.actions.get(&(layer, key)).copied();
        found.or_else(|| layer.parent().and_then(|parent| self.action(parent, key)))
    }

    /// Returns the keys that do this in the layer, the one to show first.
    ///
    /// A key that the layer itself binds to something else is not handed down.
    pub fn keys(&self, layer: KeyContext, action: Action) -> Vec<Key> {
        let mut keys = self.own_keys(layer, action).to_vec();
        if let Some(parent) = layer.parent() {
            let handed_down = self.keys(parent, action).into_iter();
            keys.extend(handed_down.filter(|&key| !self.actions.contains_key(&(layer, key))));
        }
        keys
    }

    /// Returns the keys that the layer itself binds to this, the one to show first.
    pub fn own_keys(&self, layer: KeyContext, action: Action) -> &[Key] {
        self.keys.get(&(layer, action)).map_or(&[], Vec::as_slice)
    }
}
