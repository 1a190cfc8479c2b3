//! What is wrong with a file of another program: facts, and their wording.

use crate::messages::{Locale, imports};

/// What is wrong with a file of another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportFault {
    /// A line of iCalendar that does not begin with the name of a property.
    NoName,
    /// A component of iCalendar that ends without its `END`.
    NotClosed {
        /// Its name.
        component: String,
    },
    /// An `END` of iCalendar without its `BEGIN`.
    NotOpen {
        /// The name of the component.
        component: String,
    },
    /// No date as iCalendar writes them.
    NoCalendarDate {
        /// The text.
        text: String,
    },
    /// No duration as iCalendar writes them, or one that goes backwards.
    NoDuration {
        /// The text.
        text: String,
    },
    /// A time zone that the file does not define.
    UnknownZone {
        /// Its name.
        name: String,
    },
    /// An event that happens again by a rule.
    Repeats,
    /// A record that has more or fewer parts than it should.
    Parts {
        /// How many it should have.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// A line that names other columns than the file began with.
    OtherFields,
    /// What is shown in place of a date is another time.
    DisplayDate {
        /// What is shown.
        shown: String,
        /// The date.
        date: String,
    },
}

impl ImportFault {
    /// Whether something was left out.
    pub(super) const fn is_error(&self) -> bool {
        matches!(self, Self::NoCalendarDate { .. } | Self::Parts { .. } | Self::OtherFields)
    }

    pub(super) fn message(&self, locale: Locale) -> String {
        match self {
            Self::NoName => imports::no_name(locale).to_owned(),
            Self::NotClosed { component } => imports::not_closed(locale, component),
            Self::NotOpen { component } => imports::not_open(locale, component),
            Self::NoCalendarDate { text } => imports::no_calendar_date(locale, text),
            Self::NoDuration { text } => imports::no_duration(locale, text),
            Self::UnknownZone { name } => imports::unknown_zone(locale, name),
            Self::Parts { expected, found } => imports::parts(locale, *found, *expected),
            Self::OtherFields => imports::other_fields(locale).to_owned(),
            Self::DisplayDate { shown, date } => imports::display_date(locale, date, shown),
            Self::Repeats => imports::repeats(locale).to_owned(),
        }
    }
}
