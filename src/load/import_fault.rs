//! What is wrong with a file of another program: facts, and their wording.

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

    pub(super) fn message(&self) -> String {
        match self {
            Self::NoName => "the line does not begin with the name of a property; it is left out".to_owned(),
            Self::NotClosed { component } => format!("{component} is not closed; `END:{component}` is missing"),
            Self::NotOpen { component } => format!("`END:{component}` closes nothing"),
            Self::NoCalendarDate { text } => {
                format!("`{text}` is no date; expected one like 20230106 or 20230106T100000Z")
            }
            Self::NoDuration { text } => format!("`{text}` is no duration; expected one like P1D or PT1H30M"),
            Self::UnknownZone { name } => {
                format!("the file does not define the zone `{name}`: the time is told without a zone")
            }
            Self::Parts { expected, found } => format!("the line has {found} parts, and should have {expected}"),
            Self::OtherFields => {
                "the columns are others from here on, and are read as those that the file began with; \
                                  make two files of it"
                    .to_owned()
            }
            Self::DisplayDate { shown, date } => format!("the date is {date}, and `{shown}` is shown in its place"),
            Self::Repeats => "the event repeats; it is shown once, at its first time".to_owned(),
        }
    }
}
