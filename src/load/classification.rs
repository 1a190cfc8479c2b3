//! Which problem has which code, and which are of a kind.

use super::{
    code::DiagnosticCode, diagnostic::DiagnosticKind, finding::Finding, import_fault::ImportFault,
    source_fault::SourceFault,
};
use crate::model::{ColumnFault, ColumnNote, DateError, DateFault, SpellingRule};

/// What kind a fault is of, in the eyes of who has to mend many.
pub(super) type DiagnosticClass = (DiagnosticCode, Option<SpellingRule>);

impl DiagnosticKind {
    /// What kind it is of.
    pub(super) const fn kind(&self) -> DiagnosticClass {
        let rule = match self {
            Self::Date(DateError { fault: DateFault::Misspelled { rule, .. }, .. }) => Some(*rule),
            _ => None,
        };
        (self.code(), rule)
    }

    /// What it is called.
    pub const fn code(&self) -> DiagnosticCode {
        match self {
            Self::NotUtf8 => DiagnosticCode::NotUtf8,
            Self::Syntax { .. } | Self::UnexpectedJson { .. } => DiagnosticCode::Syntax,
            Self::NoEvents => DiagnosticCode::NoEvents,
            Self::TooLong { .. } => DiagnosticCode::TooLong,
            Self::Missing { .. } => DiagnosticCode::MissingField,
            Self::Empty { .. } => DiagnosticCode::EmptyField,
            Self::WrongType { .. } => DiagnosticCode::WrongType,
            Self::WrongValue { .. } => DiagnosticCode::InvalidValue,
            Self::UnknownField { .. } => DiagnosticCode::UnknownField,
            Self::UnknownTable { .. } => DiagnosticCode::UnknownTable,
            Self::Repeated { .. } => DiagnosticCode::RepeatedTable,
            Self::RepeatedField { .. } => DiagnosticCode::RepeatedField,
            Self::UnterminatedString { .. } => DiagnosticCode::UnterminatedString,
            Self::Unquoted { .. } => DiagnosticCode::UnquotedString,
            Self::Escape { .. } => DiagnosticCode::InvalidEscape,
            Self::Date(error) => of_date(&error.fault),
            Self::DuplicateId { .. } => DiagnosticCode::DuplicateId,
            Self::NoSuchEvent { .. } => DiagnosticCode::NoSuchEvent,
            Self::NoSuchSource { .. } => DiagnosticCode::NoSuchSource,
            Self::Undeclared { .. } => DiagnosticCode::UndeclaredValue,
            Self::NotHttpUrl { .. } => DiagnosticCode::InvalidAddress,
            Self::Control { .. } => DiagnosticCode::ControlCharacter,
            Self::StrayQuote => DiagnosticCode::StrayQuote,
            Self::TooManyCells { .. } => DiagnosticCode::TooManyCells,
            Self::Undated => DiagnosticCode::UndatedRow,
            Self::NoTitle => DiagnosticCode::UntitledRow,
            Self::Check(finding) => of_finding(finding),
            Self::ChecksSkipped => DiagnosticCode::ChecksSkipped,
            Self::Import(fault) => of_import(fault),
            Self::Source(fault) => of_source(fault),
            Self::NotOneColumn { .. } => DiagnosticCode::MarkWidth,
        }
    }
}

const fn of_date(fault: &DateFault) -> DiagnosticCode {
    match fault {
        DateFault::Empty => DiagnosticCode::EmptyField,
        DateFault::NoSuchMonth { .. } | DateFault::NoSuchDay { .. } => DiagnosticCode::NoSuchDay,
        DateFault::EndBeforeStart { .. } => DiagnosticCode::EndBeforeStart,
        DateFault::NotOneDate => DiagnosticCode::SpanWithEnd,
        DateFault::Misspelled { .. } => DiagnosticCode::DateMisspelled,
        DateFault::Ambiguous { .. } | DateFault::ClockOrZone { .. } => DiagnosticCode::DateAmbiguous,
        DateFault::NoYear => DiagnosticCode::DateWithoutYear,
        DateFault::Spaced
        | DateFault::NoDigits
        | DateFault::NotSeconds
        | DateFault::SecondsBeyondCalendar
        | DateFault::Unreadable { .. } => DiagnosticCode::DateUnreadable,
        DateFault::ClockSpan => DiagnosticCode::ClockSpan,
        DateFault::Clock(_) => DiagnosticCode::InvalidClock,
        DateFault::Unsupported(_) => DiagnosticCode::DateUnsupported,
        DateFault::BeyondCalendar { .. } => DiagnosticCode::DateBeyondCalendar,
        DateFault::InColumn(ColumnFault::BothOrders { .. }) => DiagnosticCode::DateOrderMixed,
        DateFault::InColumn(ColumnFault::AgainstOrder { .. }) => DiagnosticCode::DateOrderMisfit,
        DateFault::InColumn(ColumnFault::ShortYear) => DiagnosticCode::ShortYear,
        DateFault::InColumn(ColumnFault::EpochRange { .. }) => DiagnosticCode::EpochRange,
        DateFault::InColumn(ColumnFault::Serial { .. }) => DiagnosticCode::SpreadsheetSerial,
    }
}

const fn of_finding(finding: &Finding) -> DiagnosticCode {
    match finding {
        Finding::BearsNothing => DiagnosticCode::SourceBearsNothing,
        Finding::FurtherReadingBears => DiagnosticCode::FurtherReadingBears,
        Finding::NothingToBear { .. } => DiagnosticCode::NothingToBear,
        Finding::NoOfficialSource => DiagnosticCode::NoOfficialSource,
        Finding::UnmarkedFragment => DiagnosticCode::UnmarkedFragment,
        Finding::InsecureUrl { .. } => DiagnosticCode::InsecureAddress,
        Finding::BodyAmongPeople { .. } => DiagnosticCode::BodyAmongPeople,
        Finding::NoJapanese { .. } => DiagnosticCode::NoJapanese,
        Finding::NoTranslation => DiagnosticCode::NoTranslation,
        Finding::UnattributedQuote => DiagnosticCode::UnattributedQuote,
        Finding::UndatedSource => DiagnosticCode::UndatedSource,
        Finding::NearName { .. } => DiagnosticCode::NearName,
        Finding::NearDuplicate { .. } => DiagnosticCode::NearDuplicate,
        Finding::FollowsLater { .. } => DiagnosticCode::FollowsLater,
        Finding::Dates(note) => of_note(note),
    }
}

const fn of_import(fault: &ImportFault) -> DiagnosticCode {
    match fault {
        ImportFault::NoName => DiagnosticCode::CalendarLine,
        ImportFault::NotClosed { .. } => DiagnosticCode::ComponentNotClosed,
        ImportFault::NotOpen { .. } => DiagnosticCode::ComponentNotOpen,
        ImportFault::NoCalendarDate { .. } => DiagnosticCode::CalendarDate,
        ImportFault::NoDuration { .. } => DiagnosticCode::CalendarDuration,
        ImportFault::UnknownZone { .. } => DiagnosticCode::UnknownZone,
        ImportFault::Repeats => DiagnosticCode::RepeatingEvent,
        ImportFault::Parts { .. } => DiagnosticCode::RecordParts,
        ImportFault::OtherFields => DiagnosticCode::OtherColumns,
        ImportFault::DisplayDate { .. } => DiagnosticCode::DisplayDate,
    }
}

const fn of_source(fault: &SourceFault) -> DiagnosticCode {
    match fault {
        SourceFault::GuessedEncoding { .. } => DiagnosticCode::GuessedEncoding,
        SourceFault::MemoryLimit { .. } | SourceFault::NoRoom { .. } => DiagnosticCode::MemoryLimit,
        SourceFault::TooManyTerms { .. } => DiagnosticCode::TooManyTerms,
        SourceFault::RepeatedIds { .. } => DiagnosticCode::DuplicateId,
        SourceFault::LostLinks { .. } => DiagnosticCode::NoSuchEvent,
        SourceFault::LaterLinks { .. } => DiagnosticCode::FollowsLater,
        SourceFault::SharedIds { .. } => DiagnosticCode::SharedId,
        SourceFault::Column { note, .. } => of_note(note),
        SourceFault::OrderMisfit { .. } => DiagnosticCode::DateOrderMisfit,
        SourceFault::OtherLists { .. } => DiagnosticCode::OtherLists,
    }
}

const fn of_note(note: &ColumnNote) -> DiagnosticCode {
    match note {
        ColumnNote::OrderFound { .. } => DiagnosticCode::DateOrderFound,
        ColumnNote::OrderUnknown { .. } => DiagnosticCode::DateOrderUnknown,
        ColumnNote::OrderMixed { .. } => DiagnosticCode::DateOrderMixed,
        ColumnNote::ZoneNotStated => DiagnosticCode::ZoneNotStated,
        ColumnNote::ZoneMixed { .. } => DiagnosticCode::ZoneMixed,
        ColumnNote::EpochUnits { .. } => DiagnosticCode::EpochUnits,
        ColumnNote::Zero { .. } => DiagnosticCode::ClockZero,
        ColumnNote::SameDay { .. } | ColumnNote::FirstOfMonth { .. } => DiagnosticCode::FilledInDay,
        ColumnNote::Midnight { .. } => DiagnosticCode::FilledInTime,
    }
}
