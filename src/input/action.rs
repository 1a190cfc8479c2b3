//! The table of actions: everything a person can do by key, once. The keymap, the hint line, the help and the README
//! are made from it. What an action does, and when it is possible, is the business of `app`.

/// Something a person can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Selects the next event.
    Next,
    /// Selects the event before.
    Previous,
    /// Selects an event a page further.
    PageDown,
    /// Selects an event a page back.
    PageUp,
    /// Selects the first event.
    First,
    /// Selects the last event.
    Last,
    /// Selects the next event of the lane.
    LaneNext,
    /// Selects the previous event of the lane.
    LanePrevious,
    /// Selects the nearest event in the next lane that has one.
    LaneBelow,
    /// Selects the nearest event in the lane above that has one.
    LaneAbove,
    /// Selects the event that the selected one follows from.
    ThreadEarlier,
    /// Selects the event that follows from the selected one.
    ThreadLater,
    /// Shows the next place at which what is looked for stands.
    NextMatch,
    /// Shows the place before.
    PreviousMatch,
    /// Goes back to the event from which a jump was made.
    JumpBack,
    /// Goes forward again after going back.
    JumpForward,
    /// Counts all times from the selected event, or no longer.
    Origin,
    /// Moves the window to earlier times by a little.
    PanEarlier,
    /// Moves the window to later times by a little.
    PanLater,
    /// Moves the window by half its length to earlier times.
    PanHalfEarlier,
    /// Moves the window by half its length to later times.
    PanHalfLater,
    /// Halves the window around the selection.
    ZoomIn,
    /// Doubles the window around the selection.
    ZoomOut,
    /// Shows the whole timeline, as at the start.
    Fit,
    /// Moves the window back by a unit of zoom.
    StepEarlier,
    /// Moves the window on by a unit of zoom.
    StepLater,
    /// Asks for a date to go to.
    GoToDate,
    /// Folds long empty stretches of time, or unfolds them.
    FoldGaps,
    /// Scrolls the detail by a line.
    DetailDown,
    /// Scrolls the detail back by a line.
    DetailUp,
    /// Scrolls the detail by a page.
    DetailPageDown,
    /// Scrolls the detail back by a page.
    DetailPageUp,
    /// Scrolls the detail to its end.
    DetailEnd,
    /// Scrolls the detail to its start.
    DetailStart,
    /// Gives the keyboard to the next pane.
    NextPane,
    /// Gives the keyboard to the pane before.
    PreviousPane,
    /// Gives the pane the whole screen, or takes it back.
    Expand,
    /// Opens the event in the whole screen.
    Open,
    /// Shows time as lanes, with the list and the event.
    ViewTimeline,
    /// Shows how many events there are of each area in each time.
    ViewMatrix,
    /// Shows the quotes of all shown events.
    ViewQuotes,
    /// Shows which events follow from one another.
    ViewThreads,
    /// Shows two filters side by side.
    ViewStep,
    /// Asks for the two filters.
    Sides,
    /// In the matrix: the cell above.
    CellUp,
    /// In the matrix: the cell below.
    CellDown,
    /// In the matrix: the cell on the left.
    CellLeft,
    /// In the matrix: the cell on the right.
    CellRight,
    /// In the matrix: the first cell.
    CellFirst,
    /// In the matrix: the last cell.
    CellLast,
    /// In the matrix: filters to the cell and shows its events.
    FilterCell,
    /// In the matrix: something else stands against something else.
    TurnMatrix,
    /// Opens the query line.
    Search,
    /// Opens the menu of facets.
    Facets,
    /// Opens the facet of areas.
    Areas,
    /// Opens the menu of what the selected event has.
    Like,
    /// Drops the last term of the filter.
    DropTerm,
    /// Drops the whole filter.
    DropAll,
    /// Opens the queries that were saved.
    Queries,
    /// Filters by the thread of the selected event, or no longer.
    ThreadOnly,
    /// Takes the last change of filter or time back.
    Undo,
    /// Makes it again.
    Redo,
    /// Switches between dimming and hiding what the filter leaves out.
    Outside,
    /// Switches the language of labels.
    Language,
    /// Switches the zone in which clock times are told.
    Zone,
    /// Switches the theme.
    Theme,
    /// Hears the mouse, or leaves it to the terminal.
    Mouse,
    /// Shows what the timeline covers and by which rules it is made.
    About,
    /// Shows what is wrong with the file.
    Problems,
    /// Shows what the signs mean.
    Legend,
    /// Opens what can be copied of the selected event.
    Copy,
    /// Copies the command line that opens what is on screen.
    CopyView,
    /// Opens the help, which runs actions as well.
    Help,
    /// Goes back one step.
    Back,
    /// Ends the program.
    Quit,
    /// Gives the terminal back to the shell for a while.
    Suspend,
    /// In a menu: the next entry.
    MenuNext,
    /// In a menu: the entry before.
    MenuPrevious,
    /// In a menu: a page further.
    MenuPageDown,
    /// In a menu: a page back.
    MenuPageUp,
    /// In the query line: takes what is offered.
    Complete,
    /// In a menu or a text field: accepts.
    Accept,
    /// In a menu of values: asks for this entry alone.
    Solo,
    /// In a menu of values: excludes the entry.
    Exclude,
}

/// Under which heading the help lists an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving through events.
    Events,
    /// Moving through time.
    Time,
    /// The detail and the panes.
    Panes,
    /// The views.
    Views,
    /// Filtering.
    Filter,
    /// How things look, and the program itself.
    Program,
    /// Keys inside menus and text fields.
    Menus,
}

impl Group {
    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Events => "Events",
            Self::Time => "Time",
            Self::Views => "Views",
            Self::Panes => "Panes",
            Self::Filter => "Filter",
            Self::Program => "Program",
            Self::Menus => "Menus",
        }
    }
}

/// What is known of an action besides what it does.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The action.
    pub action: Action,
    /// How the keymap writes it.
    pub name: &'static str,
    /// Under which heading it stands.
    pub group: Group,
    /// What it does, in at most 60 columns.
    pub help: &'static str,
    /// The word for it in the hint line and its rank there, from 1: what has the highest rank goes first when room
    /// runs out. Entries with the same word share one hint. `None` keeps it out.
    pub hint: Option<(&'static str, u8)>,
}

const fn entry(
    action: Action,
    name: &'static str,
    group: Group,
    help: &'static str,
    hint: Option<(&'static str, u8)>,
) -> Entry {
    Entry { action, name, group, help, hint }
}

/// Every action, in the order of the help.
pub const ACTIONS: &[Entry] = {
    use Action as A;
    use Group::{Events, Filter, Menus, Panes, Program, Time, Views};
    &[
        entry(A::Next, "next", Events, "next event", Some(("event", 2))),
        entry(A::Previous, "previous", Events, "previous event", Some(("event", 2))),
        entry(A::PageDown, "page-down", Events, "a page of events further", None),
        entry(A::PageUp, "page-up", Events, "a page of events back", None),
        entry(A::First, "first", Events, "first event", None),
        entry(A::Last, "last", Events, "last event", None),
        entry(A::LaneNext, "lane-next", Events, "next event of the same lane", None),
        entry(A::LanePrevious, "lane-previous", Events, "previous event of the same lane", None),
        entry(A::LaneBelow, "lane-below", Events, "nearest event in a lane below", Some(("lane", 8))),
        entry(A::LaneAbove, "lane-above", Events, "nearest event in a lane above", Some(("lane", 8))),
        entry(A::ThreadEarlier, "thread-earlier", Events, "the event that this one follows from", Some(("thread", 11))),
        entry(A::ThreadLater, "thread-later", Events, "the event that follows from this one", Some(("thread", 11))),
        entry(A::NextMatch, "next-match", Events, "the next place where the words stand", None),
        entry(A::PreviousMatch, "previous-match", Events, "the place before where the words stand", None),
        entry(A::JumpBack, "jump-back", Events, "back to where the last jump began", None),
        entry(A::JumpForward, "jump-forward", Events, "forward again after going back", None),
        entry(A::Origin, "origin", Events, "count all times from this event, or no longer", None),
        entry(A::PanEarlier, "pan-earlier", Time, "earlier by a little", Some(("time", 8))),
        entry(A::PanLater, "pan-later", Time, "later by a little", Some(("time", 8))),
        entry(A::PanHalfEarlier, "pan-half-earlier", Time, "earlier by half a window", None),
        entry(A::PanHalfLater, "pan-half-later", Time, "later by half a window", None),
        entry(A::ZoomIn, "zoom-in", Time, "zoom in on the selected event", Some(("zoom", 7))),
        entry(A::ZoomOut, "zoom-out", Time, "zoom out", Some(("zoom", 7))),
        entry(A::Fit, "fit", Time, "show all of the timeline, as at the start", None),
        entry(A::StepEarlier, "step-earlier", Time, "earlier by the unit of zoom", None),
        entry(A::StepLater, "step-later", Time, "later by the unit of zoom", None),
        entry(A::GoToDate, "go-to-date", Time, "go to a date: 2022-10, 2023-01-06, 2021/2022", None),
        entry(A::FoldGaps, "fold-gaps", Time, "fold long empty stretches, or unfold them", None),
        entry(A::ViewTimeline, "view-timeline", Views, "timeline: lanes, list and event", None),
        entry(A::ViewMatrix, "view-matrix", Views, "matrix: how many of which area when", None),
        entry(A::ViewQuotes, "view-quotes", Views, "quotes: the words of all shown events", None),
        entry(A::ViewThreads, "view-threads", Views, "threads: what follows from what", None),
        entry(A::ViewStep, "view-step", Views, "in step: two sides over one axis", None),
        entry(A::Sides, "sides", Views, "choose the two sides that are compared", None),
        entry(A::CellDown, "cell-down", Views, "matrix: the cell below", Some(("cell", 3))),
        entry(A::CellUp, "cell-up", Views, "matrix: the cell above", Some(("cell", 3))),
        entry(A::CellLeft, "cell-left", Views, "matrix: the cell on the left", Some(("cell", 3))),
        entry(A::CellRight, "cell-right", Views, "matrix: the cell on the right", Some(("cell", 3))),
        entry(A::CellFirst, "cell-first", Views, "matrix: the first cell", None),
        entry(A::CellLast, "cell-last", Views, "matrix: the last cell", None),
        entry(A::FilterCell, "filter-cell", Views, "matrix: show the events of this cell", Some(("show", 5))),
        entry(
            A::TurnMatrix,
            "turn-matrix",
            Views,
            "matrix: areas by time, lanes by time, parties by kind",
            Some(("turn", 4)),
        ),
        entry(A::DetailDown, "detail-down", Panes, "scroll the detail down", Some(("scroll", 7))),
        entry(A::DetailUp, "detail-up", Panes, "scroll the detail up", Some(("scroll", 7))),
        entry(A::DetailPageDown, "detail-page-down", Panes, "scroll the detail down by a page", None),
        entry(A::DetailPageUp, "detail-page-up", Panes, "scroll the detail up by a page", None),
        entry(A::DetailStart, "detail-start", Panes, "scroll to the start of the detail", None),
        entry(A::DetailEnd, "detail-end", Panes, "scroll to the end of the detail", None),
        entry(A::NextPane, "next-pane", Panes, "next pane: list, detail, axis", Some(("pane", 9))),
        entry(A::PreviousPane, "previous-pane", Panes, "previous pane", None),
        entry(A::Expand, "expand", Panes, "give this pane the whole screen, and back", None),
        entry(A::Open, "open", Panes, "read the event in the whole screen", Some(("read", 6))),
        entry(A::Search, "search", Filter, "filter by words, at every letter", Some(("search", 3))),
        entry(
            A::Facets,
            "facets",
            Filter,
            "filter by lane, area, person, place, publisher and more",
            Some(("filter", 4)),
        ),
        entry(A::Areas, "areas", Filter, "filter by area of cooperation", None),
        entry(A::Like, "like-this", Filter, "filter by what the selected event has", Some(("like this", 10))),
        entry(A::DropTerm, "drop-term", Filter, "drop the last term of the filter", Some(("drop filter", 6))),
        entry(A::DropAll, "drop-all", Filter, "drop the whole filter", None),
        entry(A::ThreadOnly, "thread-only", Filter, "only the thread of this event, or all again", None),
        entry(A::Queries, "queries", Filter, "filter by a saved query", None),
        entry(A::Undo, "undo", Filter, "take the last change of filter or time back", None),
        entry(A::Redo, "redo", Filter, "make it again", None),
        entry(A::Outside, "dim-or-hide", Filter, "dim or hide what the filter leaves out", None),
        entry(A::Language, "language", Program, "labels in English, Japanese or both", None),
        entry(A::Zone, "zone", Program, "clock times in UTC, in the local zone or as written", None),
        entry(A::Theme, "theme", Program, "next theme: dark, light, mono", None),
        entry(A::Mouse, "mouse", Program, "hear the mouse, or leave it to select text", None),
        entry(A::About, "about", Program, "about this timeline: scope, counts, rules, corrections", None),
        entry(A::Problems, "problems", Program, "what is wrong with the file", None),
        entry(A::Copy, "copy", Program, "copy a quote, its citation, a link", Some(("copy", 9))),
        entry(A::CopyView, "copy-view", Program, "copy this view as a command line", None),
        entry(A::Legend, "legend", Program, "legend: what the signs mean", None),
        entry(A::Help, "help", Program, "this list; Enter runs an entry", Some(("help", 1))),
        entry(A::Back, "back", Program, "one step back, never out of the program", Some(("back", 4))),
        entry(A::Quit, "quit", Program, "quit", Some(("quit", 5))),
        entry(A::Suspend, "suspend", Program, "back to the shell for a while (fg returns)", None),
        entry(A::MenuNext, "menu-next", Menus, "next entry", None),
        entry(A::MenuPrevious, "menu-previous", Menus, "previous entry", None),
        entry(A::MenuPageDown, "menu-page-down", Menus, "a page of entries further", None),
        entry(A::MenuPageUp, "menu-page-up", Menus, "a page of entries back", None),
        entry(A::Complete, "complete", Menus, "take what is offered", None),
        entry(A::Accept, "accept", Menus, "choose the entry, or keep the words", Some(("choose", 2))),
        entry(A::Solo, "solo", Menus, "this entry and no other", Some(("only", 6))),
        entry(A::Exclude, "exclude", Menus, "exclude the entry", Some(("exclude", 5))),
    ]
};

impl Action {
    /// The entry of this action.
    pub fn entry(self) -> Option<&'static Entry> {
        ACTIONS.iter().find(|entry| entry.action == self)
    }

    /// The action of this name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        ACTIONS.iter().find(|entry| entry.name == name).map(|entry| entry.action)
    }

    /// Whether a person does it to the selected event, and so has chosen that one.
    pub const fn takes_event(self) -> bool {
        matches!(
            self,
            Self::Open
                | Self::DetailDown
                | Self::DetailUp
                | Self::DetailPageDown
                | Self::DetailPageUp
                | Self::DetailStart
                | Self::DetailEnd
                | Self::Copy
                | Self::CopyView
                | Self::Like
                | Self::Origin
                | Self::ThreadOnly
        )
    }

    /// Whether it moves the selection so far that people want a way back.
    pub const fn jumps(self) -> bool {
        matches!(self, Self::First | Self::Last | Self::ThreadEarlier | Self::ThreadLater)
    }
}
