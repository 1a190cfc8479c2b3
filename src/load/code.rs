//! What problems are called: a name each that stays, by which they are explained, counted and looked for.

/// Makes the codes of their names. Each has an explanation, or nothing compiles.
macro_rules! codes {
    ($($(#[$about:meta])* $code:ident = $name:literal,)*) => {
        /// What a problem is called, whatever file it is in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DiagnosticCode {
            $($(#[$about])* $code,)*
        }

        impl DiagnosticCode {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// Its name, as it is written.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }

            /// What is explained of it, as Markdown.
            pub(super) const fn source(self) -> &'static str {
                match self {
                    $(Self::$code => include_str!(concat!("explain/", $name, ".md")),)*
                }
            }

            /// The same in Japanese, without the examples.
            pub(super) const fn japanese(self) -> &'static str {
                match self {
                    $(Self::$code => include_str!(concat!("explain/ja/", $name, ".md")),)*
                }
            }
        }
    };
}

codes! {
    /// The file as a whole cannot be read as it was meant to be.
    NotUtf8 = "not-utf8",
    /// Not of the format.
    Syntax = "syntax",
    /// Nothing to show.
    NoEvents = "no-events",
    /// An event that is too long.
    TooLong = "too-long",
    /// A field that has to be there is not.
    MissingField = "missing-field",
    /// A field that has to say something says nothing.
    EmptyField = "empty-field",
    /// A value of another type.
    WrongType = "wrong-type",
    /// None of the values that there are.
    InvalidValue = "invalid-value",
    /// A field that annalist does not know.
    UnknownField = "unknown-field",
    /// A table that annalist does not know.
    UnknownTable = "unknown-table",
    /// A table that may stand once.
    RepeatedTable = "repeated-table",
    /// A field that stands twice in its table.
    RepeatedField = "repeated-field",
    /// A text that does not end.
    UnterminatedString = "unterminated-string",
    /// A text without quotation marks.
    UnquotedString = "unquoted-string",
    /// An escape that is none.
    InvalidEscape = "invalid-escape",
    /// A day or month that the calendar does not have.
    NoSuchDay = "no-such-day",
    /// A span that ends before it starts.
    EndBeforeStart = "end-before-start",
    /// A span where one date is to stand.
    SpanWithEnd = "span-with-end",
    /// A date that is spelled otherwise than it has to be.
    DateMisspelled = "date-misspelled",
    /// A date that can be read in two ways.
    DateAmbiguous = "date-ambiguous",
    /// A day of no year.
    DateWithoutYear = "date-without-year",
    /// No date at all.
    DateUnreadable = "date-unreadable",
    /// A span of clock times in one text.
    ClockSpan = "clock-span",
    /// No clock time.
    InvalidClock = "invalid-clock",
    /// A date of a form that is not supported.
    DateUnsupported = "date-unsupported",
    /// A year beyond the calendar.
    DateBeyondCalendar = "date-beyond-calendar",
    /// A date in another order than its column.
    DateOrderMisfit = "date-order-misfit",
    /// Two digits for a year.
    ShortYear = "short-year",
    /// A number that is no time.
    EpochRange = "epoch-range",
    /// The number of a day in a spreadsheet.
    SpreadsheetSerial = "spreadsheet-serial",
    /// An id that an earlier one has.
    DuplicateId = "duplicate-id",
    /// A link to an event that is not there.
    NoSuchEvent = "no-such-event",
    /// A source that is not there.
    NoSuchSource = "no-such-source",
    /// A value that is not declared, and like one that is.
    UndeclaredValue = "undeclared-value",
    /// No address of the web.
    InvalidAddress = "invalid-address",
    /// Characters that do not show.
    ControlCharacter = "control-character",
    /// A quotation mark that closes nothing.
    StrayQuote = "stray-quote",
    /// A row longer than the header.
    TooManyCells = "too-many-cells",
    /// A row without a date.
    UndatedRow = "undated-row",
    /// A row without a title.
    UntitledRow = "untitled-row",
    /// A mark that is not one column wide.
    MarkWidth = "mark-width",
    /// The checks were not made.
    ChecksSkipped = "checks-skipped",
    /// A source that bears nothing.
    SourceBearsNothing = "source-bears-nothing",
    /// Further reading that bears something.
    FurtherReadingBears = "further-reading-bears",
    /// A source bears what the event does not have.
    NothingToBear = "nothing-to-bear",
    /// An event without an official source.
    NoOfficialSource = "no-official-source",
    /// A quote from mid-sentence that does not say so.
    UnmarkedFragment = "unmarked-fragment",
    /// An address without https.
    InsecureAddress = "insecure-address",
    /// A body among the people.
    BodyAmongPeople = "body-among-people",
    /// A text without its Japanese.
    NoJapanese = "no-japanese",
    /// A Japanese quote that is not translated.
    NoTranslation = "no-translation",
    /// A quote that names no source.
    UnattributedQuote = "unattributed-quote",
    /// A source without a date.
    UndatedSource = "undated-source",
    /// A name that is nearly another one.
    NearName = "near-name",
    /// An event that may be there already.
    NearDuplicate = "near-duplicate",
    /// A link to a later event.
    FollowsLater = "follows-later",
    /// A line of a calendar without a name.
    CalendarLine = "calendar-line",
    /// A component of a calendar that does not end.
    ComponentNotClosed = "component-not-closed",
    /// A component of a calendar that does not begin.
    ComponentNotOpen = "component-not-open",
    /// No date of a calendar.
    CalendarDate = "calendar-date",
    /// No duration of a calendar.
    CalendarDuration = "calendar-duration",
    /// A zone that the calendar does not define.
    UnknownZone = "unknown-zone",
    /// An event that repeats.
    RepeatingEvent = "repeating-event",
    /// A record with too few parts, or too many.
    RecordParts = "record-parts",
    /// Other columns in the middle of a file.
    OtherColumns = "other-columns",
    /// A date that is shown as another time.
    DisplayDate = "display-date",
    /// How day and month stand was found out.
    DateOrderFound = "date-order-found",
    /// How day and month stand was not found out.
    DateOrderUnknown = "date-order-unknown",
    /// Day and month stand in both orders.
    DateOrderMixed = "date-order-mixed",
    /// No clock time has a zone.
    ZoneNotStated = "zone-not-stated",
    /// Some clock times have a zone.
    ZoneMixed = "zone-mixed",
    /// Times in several units.
    EpochUnits = "epoch-units",
    /// A clock that was never set.
    ClockZero = "clock-zero",
    /// A day that was filled in.
    FilledInDay = "filled-in-day",
    /// A clock time that was filled in.
    FilledInTime = "filled-in-time",
    /// An encoding that is a guess.
    GuessedEncoding = "guessed-encoding",
    /// Not all was read, for want of memory.
    MemoryLimit = "memory-limit",
    /// More terms than can be told apart.
    TooManyTerms = "too-many-terms",
    /// An id that stands in another file.
    SharedId = "shared-id",
    /// Lists beside the one that is read.
    OtherLists = "other-lists",
}

impl DiagnosticCode {
    /// The code of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}
