//! Who has the keyboard: the layers of a keymap.

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
    /// The terms of the filter, of which one is being chosen.
    Chips,
    /// A menu whose entries have letters.
    Menu,
    /// A page of text over the panes.
    Page,
    /// A text field.
    Text,
}

impl KeyContext {
    /// All layers, in the order of the keymap file.
    pub const ALL: [Self; 9] = [
        Self::Browse,
        Self::Matrix,
        Self::Words,
        Self::Axis,
        Self::Detail,
        Self::Chips,
        Self::Menu,
        Self::Page,
        Self::Text,
    ];

    /// The layer that the keymap file heads so, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.name() == name)
    }

    /// Returns how the keymap file heads the layer.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Matrix => "matrix",
            Self::Words => "words",
            Self::Axis => "axis",
            Self::Detail => "detail",
            Self::Chips => "chips",
            Self::Menu => "menu",
            Self::Page => "page",
            Self::Text => "text",
        }
    }

    /// Returns the layer that takes the keys which this one does not bind.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Matrix | Self::Words | Self::Axis | Self::Detail => Some(Self::Browse),
            Self::Browse | Self::Chips | Self::Menu | Self::Page | Self::Text => None,
        }
    }
}
