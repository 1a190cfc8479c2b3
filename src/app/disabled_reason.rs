//! Why an action does nothing. The words stand in the help and in the status line.

use std::fmt;

/// Why an action does nothing now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisabledReason {
    /// It is the last event already.
    LastEvent,
    /// It is the first event already.
    FirstEvent,
    /// Nothing passes the filter.
    NothingShown,
    /// There is no further event in the lane.
    EndOfLane,
    /// There is no lane with events on that side.
    NoLane,
    /// The event follows from no other.
    NothingBefore,
    /// No other event follows from this one.
    NothingAfter,
    /// No jump has been made, or what it left is not shown.
    NoWayBack,
    /// Nothing has been gone back from.
    NoWayForward,
    /// Filter, window and marks are as at the start.
    NothingToUndo,
    /// Nothing has been taken back.
    NothingToRedo,
    /// The two filters are not on screen.
    NotComparing,
    /// What is on screen has one order.
    NoOrder,
    /// The last line is read already.
    LastLine,
    /// The first line is read already.
    FirstLine,
    /// No quotes are left out.
    NoOtherQuotes,
    /// No time stands in the columns of the matrix.
    NoPeriods,
    /// The matrix is not on screen.
    NoMatrix,
    /// No words are looked for.
    NoWords,
    /// No query was saved.
    NoQueries,
    /// The cursor stands on no saved query.
    NoSavedQuery,
    /// No term of the filter is being chosen.
    NoChip,
    /// There is no filter.
    NoFilter,
    /// The file is in order.
    NoProblems,
    /// No event is an instant.
    NoInstants,
    /// There is nothing to go back from.
    NothingOpen,
    /// It belongs to a menu, and none is open.
    NoMenu,
    /// The timeline begins on screen.
    NoEarlier,
    /// The timeline ends on screen.
    NoLater,
    /// The window is as short as it can be.
    NoCloser,
    /// The window is as long as it can be.
    NoWider,
    /// The window shows just the shown events.
    Fits,
    /// No gap on screen is long enough to be collapsed.
    NoGaps,
    /// Too many events are chosen for the clipboard.
    TooManyToCopy,
    /// The event names no address of a source.
    NoSource,
    /// Too many events are chosen.
    TooMany,
    /// No other shown event in this direction has anything noted of it.
    NoMarks,
    /// The timeline is part of the program, and so in no file.
    BuiltIn,
    /// The timeline came through a pipe, and is in no file.
    Pipe,
    /// The files are still being read.
    StillRead,
    /// The file is read as it grows.
    Followed,
    /// No other event is new or has changed.
    NoChanges,
    /// Nothing is offered to be taken.
    NothingOffered,
    /// The detail does not have the keyboard.
    NotInDetail,
    /// No item of the detail is under the cursor.
    NoItem,
    /// The item under the cursor has no address.
    NoAddress,
    /// The item under the cursor is no value of a field.
    NoValue,
    /// The item under the cursor points at nothing.
    NoTarget,
    /// The detail begins on screen.
    StartOfDetail,
    /// The detail ends on screen.
    EndOfDetail,
    /// There is no section before.
    FirstSection,
    /// There is no further section.
    LastSection,
    /// List and detail are not both on screen.
    NoBorder,
    /// The other pane is not on screen.
    NoAxis,
}

impl fmt::Display for DisabledReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LastEvent => "this is the last event",
            Self::FirstEvent => "this is the first event",
            Self::NothingShown => "no event passes the filter",
            Self::EndOfLane => "no further event in this lane",
            Self::NoLane => "no lane with events on that side",
            Self::NothingBefore => "it follows from no other event",
            Self::NothingAfter => "no later event follows from it",
            Self::NoWayBack => "no jump to go back from",
            Self::NoWayForward => "nothing to go forward to",
            Self::NothingToUndo => "filter, time and marks are as at the start",
            Self::NothingToRedo => "nothing was taken back",
            Self::NotComparing => "only where two filters stand side by side",
            Self::NoOrder => "only in the matrix and among words",
            Self::LastLine => "this is the last line",
            Self::FirstLine => "this is the first line",
            Self::NoOtherQuotes => "only where the filter leaves out quotes",
            Self::NoPeriods => "no time stands across",
            Self::NoMatrix => "only in the matrix",
            Self::NoWords => "no words are looked for",
            Self::NoQueries => "no query is saved yet; S saves the filter",
            Self::NoChip => "only while a term of the filter is chosen",
            Self::NoSavedQuery => "only of a saved query",
            Self::NoFilter => "there is no filter",
            Self::NoProblems => "nothing is wrong with the file",
            Self::NoInstants => "no event has a clock time with a zone",
            Self::NothingOpen => "nothing to go back from; q quits",
            Self::NoMenu => "only in a menu",
            Self::NoEarlier => "the timeline begins here",
            Self::NoLater => "the timeline ends here",
            Self::NoCloser => "no closer than this",
            Self::NoWider => "no further out than this",
            Self::Fits => "the window fits what is shown already",
            Self::NoGaps => "no gap on screen is long enough to be collapsed",
            Self::TooManyToCopy => "more than 500 events are too many to copy; e writes them to a file",
            Self::NoSource => "no source of this event has an address",
            Self::TooMany => "more than 10,000 events are too many to act on at once",
            Self::NoMarks => "no further event is marked, tagged or noted",
            Self::BuiltIn => "it is part of the program; annalist -o FILE.toml makes a file of it",
            Self::Pipe => "what came through a pipe is in no file",
            Self::StillRead => "the file is still being read",
            Self::Followed => "a file that is followed is read as it grows",
            Self::NoChanges => "no other event is new or has changed in the file",
            Self::NothingOffered => "nothing is offered here",
            Self::NotInDetail => "only in the detail of an event; Tab turns to it",
            Self::NoItem => "nothing is under the cursor of the detail",
            Self::NoAddress => "only of a source that has an address",
            Self::NoValue => "nothing to filter by here",
            Self::NoTarget => "it leads to no other place",
            Self::StartOfDetail => "this event begins here",
            Self::EndOfDetail => "this event ends here",
            Self::FirstSection => "no section before this one",
            Self::LastSection => "no further section",
            Self::NoBorder => "only where list and detail are both on screen",
            Self::NoAxis => "there is no room for the axis",
        })
    }
}
