//! Yes or no about an event: what can be asked of all events at once.

use super::{Confidence, Event};

/// A yes or no about an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum EventFlag {
    /// It has quotes.
    Quote = 1,
    /// One of its quotes has a translation.
    Translation = 1 << 1,
    /// It has a note.
    Note = 1 << 2,
    /// It names sources.
    Source = 1 << 3,
    /// One of its sources is primary.
    Primary = 1 << 4,
    /// It has a summary in any language.
    Summary = 1 << 5,
    /// It names people.
    Person = 1 << 6,
    /// It names a place.
    Place = 1 << 7,
    /// It is background.
    Context = 1 << 8,
    /// Its sources differ.
    Contested = 1 << 9,
    /// It is well supported.
    High = 1 << 10,
    /// It is supported by one good source.
    Medium = 1 << 11,
    /// It is weakly supported.
    Low = 1 << 12,
    /// Its date is an instant: a clock time with a zone.
    Instant = 1 << 13,
}

/// Which [`EventFlag`]s hold of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EventFlags(u16);

impl EventFlags {
    /// From now on this holds as well, if it does.
    pub const fn add(&mut self, asked: EventFlag, holds: bool) {
        if holds {
            self.0 |= asked as u16;
        }
    }

    /// Returns what holds of an event that is read as a whole.
    pub(super) fn of(event: &Event) -> Self {
        let Event {
            place,
            place_ja,
            summary,
            summary_ja,
            people,
            context,
            confidence,
            note,
            note_ja,
            differs,
            quotes,
            sources,
            // Facts of their own, or no fact at all.
            id: _,
            date: _,
            title: _,
            title_ja: _,
            lane: _,
            kind: _,
            parties: _,
            areas: _,
            organisations: _,
            follows: _,
            more: _,
        } = event;
        let mut flags = Self::default();
        for (asked, holds) in [
            (EventFlag::Quote, !quotes.is_empty()),
            (
                EventFlag::Translation,
                quotes.iter().any(|quote| quote.translation.is_some() || quote.translation_ja.is_some()),
            ),
            (EventFlag::Note, note.is_some() || note_ja.is_some()),
            (EventFlag::Source, !sources.is_empty()),
            (EventFlag::Primary, sources.iter().any(|source| source.primary)),
            (EventFlag::Summary, summary.is_some() || summary_ja.is_some()),
            (EventFlag::Person, !people.is_empty()),
            (EventFlag::Place, place.is_some() || place_ja.is_some()),
            (EventFlag::Context, *context),
            (EventFlag::Contested, !differs.is_empty()),
            (EventFlag::High, *confidence == Some(Confidence::High)),
            (EventFlag::Medium, *confidence == Some(Confidence::Medium)),
            (EventFlag::Low, *confidence == Some(Confidence::Low)),
        ] {
            flags.add(asked, holds);
        }
        flags
    }

    /// Whether this holds.
    pub(super) const fn has(self, asked: EventFlag) -> bool {
        self.0 & asked as u16 != 0
    }
}
