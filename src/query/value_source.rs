//! Where the values of a field stand: what is kept, counted, completed and highlighted by it follows from that.

use super::{Field, HAS, IS, TextKind};

/// Where the values of a field stand.
#[derive(Debug, Clone, Copy)]
pub(super) enum ValueSource {
    /// In a vocabulary; an event has their numbers.
    Vocabulary(TermField),
    /// In the date.
    Years,
    /// A text is a name, and a name is a value.
    Names {
        /// Texts each of which is a name.
        whole: &'static [TextKind],
        /// Texts of which a part is looked for where no name is what is asked for.
        part: &'static [TextKind],
    },
    /// In free texts, as a part of them.
    Words(&'static [TextKind]),
    /// In a field that annalist does not know, of this name.
    Extra(&'static str),
    /// In what a reader has tagged.
    Tags,
    /// In the notes of a reader, as a part of them.
    Notes,
    /// In the links between events.
    Threads,
    /// These are all there are.
    Closed(&'static [&'static str]),
}

impl ValueSource {
    const fn names(kinds: &'static [TextKind]) -> Self {
        Self::Names { whole: kinds, part: kinds }
    }
}

/// A field whose values are terms of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TermField {
    Lane,
    Area,
    Kind,
    Party,
    Lang,
}

impl Field {
    /// Where its values stand.
    pub(super) const fn value_source(self) -> ValueSource {
        match self {
            Self::Lane => ValueSource::Vocabulary(TermField::Lane),
            Self::Area => ValueSource::Vocabulary(TermField::Area),
            Self::Kind => ValueSource::Vocabulary(TermField::Kind),
            Self::Party => ValueSource::Vocabulary(TermField::Party),
            Self::Lang => ValueSource::Vocabulary(TermField::Lang),
            Self::Year => ValueSource::Years,
            Self::Person => ValueSource::names(&[TextKind::Person, TextKind::Speaker]),
            Self::Speaker => ValueSource::names(&[TextKind::Speaker]),
            Self::Org => ValueSource::names(&[TextKind::Org]),
            Self::Place => ValueSource::names(&[TextKind::Place]),
            Self::Source => {
                ValueSource::Names { whole: &[TextKind::Publisher], part: &[TextKind::Publisher, TextKind::Source] }
            }
            Self::Quote => ValueSource::Words(&[TextKind::Quote]),
            Self::Title => ValueSource::Words(&[TextKind::Title]),
            Self::Id => ValueSource::Words(&[TextKind::Id]),
            Self::Extra(name) => ValueSource::Extra(name),
            Self::Tag => ValueSource::Tags,
            Self::Note => ValueSource::Notes,
            Self::Thread => ValueSource::Threads,
            Self::Has => ValueSource::Closed(&HAS),
            Self::Is => ValueSource::Closed(&IS),
        }
    }

    /// The texts in which its values stand; none of a field that no text holds.
    pub(super) const fn text_kinds(self) -> &'static [TextKind] {
        match self.value_source() {
            ValueSource::Names { part: kinds, .. } | ValueSource::Words(kinds) => kinds,
            ValueSource::Vocabulary(_)
            | ValueSource::Years
            | ValueSource::Extra(_)
            | ValueSource::Tags
            | ValueSource::Notes
            | ValueSource::Threads
            | ValueSource::Closed(_) => &[],
        }
    }
}
