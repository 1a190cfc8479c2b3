//! The table of actions: everything a person can do by key, once. The keymap, the hint line, the help and the README
//! are made from it. What an action does, and when it is possible, is the business of `app`.

/// What is known of an action besides what it does.
#[derive(Debug, Clone, Copy)]
pub struct ActionInfo {
    /// The action.
    pub action: Action,
    /// How the keymap writes it.
    pub name: &'static str,
    /// Under which heading it stands.
    pub group: Group,
    /// What it does, in at most 60 columns.
    pub help: &'static str,
    /// The word for it in the hint line and its rank there, from 1; `None` keeps it out.
    ///
    /// Hints stand in the order of their ranks, so that the last goes first when room runs out. Actions with the same word
    /// share one hint.
    pub hint: Option<(&'static str, u8)>,
}

/// Makes of a table, in which each action has a line, an enum of the actions of each group, one of all actions, and
/// [`ACTIONS`].
macro_rules! actions {
    ($(
        $(#[doc = $about:literal])*
        $group:ident($of_group:ident) $title:literal {
            $($action:ident $name:literal $help:literal $(hint($word:literal, $rank:literal))?;)*
        }
    )*) => {
        $(
            $(#[doc = $about])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            pub enum $of_group {
                $(#[doc = $help] $action,)*
            }

            impl From<$of_group> for Action {
                fn from(action: $of_group) -> Self {
                    Self::$group(action)
                }
            }
        )*

        /// Something a person can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[doc = $about])* $group($of_group),)*
        }

        /// A heading under which the help lists actions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Group {
            $($(#[doc = $about])* $group,)*
        }

        impl Group {
            /// The heading.
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$group => $title,)*
                }
            }
        }

        /// Every action, in the order of the help.
        pub const ACTIONS: &[ActionInfo] = &[$($(
            ActionInfo {
                action: Action::$group($of_group::$action),
                name: $name,
                group: Group::$group,
                help: $help,
                hint: actions!(@hint $($word, $rank)?),
            },
        )*)*];
    };
    (@hint) => { None };
    (@hint $word:literal, $rank:literal) => { Some(($word, $rank)) };
}

actions! {
    /// Moving through events.
    Events(EventAction) "Events" {
        Next "next" "next event" hint("event", 4);
        Previous "previous" "previous event" hint("event", 4);
        PageDown "page-down" "page down";
        PageUp "page-up" "page up";
        First "first" "first event";
        Last "last" "last event";
        LaneNext "lane-next" "next event of the same lane";
        LanePrevious "lane-previous" "previous event of the same lane";
        LaneBelow "lane-below" "nearest event in a lane below" hint("lane", 1);
        LaneAbove "lane-above" "nearest event in a lane above" hint("lane", 1);
        ThreadEarlier "thread-earlier" "the event that this one follows from" hint("thread", 18);
        ThreadLater "thread-later" "the event that follows from this one" hint("thread", 18);
        NextMatch "next-match" "next match";
        PreviousMatch "previous-match" "previous match";
        JumpBack "jump-back" "back to where the last jump began";
        JumpForward "jump-forward" "forward again after going back";
        NextChanged "next-changed" "next event that is new or has changed in the file";
        PreviousChanged "previous-changed" "previous event that is new or has changed";
        RelativeTimes "relative-times" "show times relative to this event, or as dates again";
    }
    /// Moving through time.
    Time(TimeAction) "Time" {
        PanEarlier "pan-earlier" "earlier by a little" hint("time", 13);
        PanLater "pan-later" "later by a little" hint("time", 13);
        PanHalfEarlier "pan-half-earlier" "earlier by half a window";
        PanHalfLater "pan-half-later" "later by half a window";
        ZoomIn "zoom-in" "zoom in on the selected event" hint("zoom", 12);
        ZoomOut "zoom-out" "zoom out" hint("zoom", 12);
        Fit "fit" "show all of the timeline, as at the start";
        FitShown "fit-shown" "fit the window to what the filter keeps, and back";
        StepEarlier "step-earlier" "back one unit (day, month, …)";
        StepLater "step-later" "on one unit (day, month, …)";
        GoToDate "go-to-date" "go to a date or a range: 2022-10, oct 2022 to jan 2023";
        CollapseGaps "collapse-gaps" "collapse long gaps, or show them again";
    }
    /// The views.
    Views(ViewAction) "Views" {
        Timeline "view-timeline" "timeline: lanes, list and event";
        Matrix "view-matrix" "matrix: how many of which area when";
        Quotes "view-quotes" "quotes of all matching events";
        Threads "view-threads" "threads: what follows from what";
        Compare "view-compare" "compare: two filters over one axis";
        Concordance "view-concordance" "words: each place where those of the filter stand";
        NextOrder "next-order" "rows of the matrix and words in another order" hint("order", 5);
        OtherQuotes "other-quotes" "quotes: with the others of these events, or without";
        CompareFilters "compare-filters" "type the two filters that are compared";
        CompareSides "compare-sides" "compare: choose each side from a list" hint("sides", 4);
        CellDown "cell-down" "matrix: the cell below" hint("cell", 1);
        CellUp "cell-up" "matrix: the cell above" hint("cell", 1);
        CellLeft "cell-left" "matrix: the cell on the left" hint("cell", 1);
        CellRight "cell-right" "matrix: the cell on the right" hint("cell", 1);
        CellFirst "cell-first" "matrix: the first cell";
        CellLast "cell-last" "matrix: the last cell";
        FilterCell "filter-cell" "matrix: show the events of this cell" hint("show", 2);
        PivotMatrix "pivot-matrix" "matrix: what is counted: areas, people, who met whom, …" hint("count", 3);
        NextMeasure "next-measure" "matrix: counts, shares of the column, shares of all" hint("shares", 4);
        NextUnit "next-unit" "matrix: periods that fit, years, quarters, months" hint("periods", 6);
    }
    /// The detail and the panes.
    Panes(PaneAction) "Panes" {
        NextPane "next-pane" "next pane: list, detail, axis" hint("pane", 15);
        PreviousPane "previous-pane" "previous pane";
        ListLarger "list-larger" "more room for the list, less for the detail";
        ListSmaller "list-smaller" "more room for the detail, less for the list";
        Expand "expand" "give this pane the whole screen, and back";
        Open "open" "read the event in the whole screen" hint("read", 8);
        ItemNext "item-next" "detail: the next quote, person, source or other item" hint("item", 1);
        ItemPrevious "item-previous" "detail: the quote, person, source or other item before" hint("item", 1);
        SectionNext "section-next" "detail: the next section" hint("section", 11);
        SectionPrevious "section-previous" "detail: the section before" hint("section", 11);
        FollowItem "follow-item" "detail: to the linked event, or the source of a quote" hint("go to it", 5);
        DetailDown "detail-down" "scroll the detail down" hint("scroll", 21);
        DetailUp "detail-up" "scroll the detail up" hint("scroll", 21);
        DetailPageDown "detail-page-down" "scroll the detail down by a page";
        DetailPageUp "detail-page-up" "scroll the detail up by a page";
        DetailStart "detail-start" "scroll to the start of the detail";
        DetailEnd "detail-end" "scroll to the end of the detail";
    }
    /// Filtering.
    Filter(FilterAction) "Filter" {
        Search "search" "filter by words, at every letter" hint("search", 7);
        Facets "facets" "filter by lane, area, person, place, publisher and more" hint("filter", 10);
        Areas "areas" "filter by area of cooperation";
        Similar "similar" "filter by a value of this event" hint("similar", 17);
        FilterItem "filter-item" "detail: filter by this person, body, area or publisher" hint("filter to it", 3);
        Chips "chips" "choose a term of the filter: edit, negate, switch it off" hint("terms", 11);
        PreviousChip "previous-chip" "terms: the one before" hint("term", 1);
        NextChip "next-chip" "terms: the next one" hint("term", 1);
        SwitchChip "switch-chip" "terms: switch it off, or on again" hint("on/off", 2);
        EditChip "edit-chip" "terms: edit it in the query line" hint("edit", 3);
        NegateChip "negate-chip" "terms: ask for the opposite" hint("negate", 4);
        DropTerm "drop-term" "drop the last term of the filter, or the chosen one" hint("drop term", 19);
        DropAll "drop-all" "drop the whole filter";
        ThreadOnly "thread-only" "only the thread of this event, or all again";
        Queries "queries" "filter by a saved query; rename or delete one there";
        SaveQuery "save-query" "save the filter under a name, in the configuration";
        Undo "undo" "undo the last change of filter, time or marks";
        Redo "redo" "redo";
        DimOrHide "dim-or-hide" "dim or hide what the filter leaves out";
    }
    /// What a reader notes of events.
    Marks(MarkAction) "Marks" {
        Toggle "mark" "mark this event, or take its mark away";
        Annotate "annotate" "tags and a note on this event: #tag #tag note";
        Choose "choose" "choose this event as well, to act on several at once";
        ChooseRange "choose-range" "choose all from here to where it is pressed again";
        Next "next-marked" "next event that is marked, tagged or noted";
        Previous "previous-marked" "previous event that is marked, tagged or noted";
    }
    /// How things look, and the program itself.
    Program(ProgramAction) "Program" {
        Language "language" "labels in English, Japanese or both";
        Zone "zone" "clock times in UTC, in the local zone or as written";
        Theme "theme" "choose a theme; each is shown as the cursor comes to it";
        Mouse "mouse" "toggle mouse capture (off: select text)";
        Edit "edit" "edit this event in $VISUAL or $EDITOR, at its line";
        Reload "reload" "read the file again";
        About "about" "about this timeline: scope, counts, rules, corrections";
        Problems "problems" "what is wrong with the file";
        Copy "copy" "copy a quote, its citation, a link" hint("copy", 14);
        Cite "cite" "detail: copy this quote, citation or name" hint("cite", 2);
        CopyLink "copy-link" "detail: copy the address of this source" hint("link", 6);
        OpenSource "open-source" "open a source of this event in the browser";
        Export "export" "write what is shown to a file: format, name, what is lost";
        CopyView "copy-view" "copy this view as a command line";
        Legend "legend" "symbols";
        Help "help" "this list; Enter runs an entry" hint("help", 9);
        Back "back" "one step back, never out of the program" hint("back", 16);
        Quit "quit" "quit" hint("quit", 20);
        Suspend "suspend" "back to the shell for a while (fg returns)";
    }
    /// Inside menus and text fields.
    Menus(MenuAction) "Menus" {
        Next "menu-next" "next entry";
        Previous "menu-previous" "previous entry";
        PageDown "menu-page-down" "page down";
        PageUp "menu-page-up" "page up";
        Complete "complete" "take what is offered";
        Accept "accept" "choose the entry, or keep the words" hint("choose", 1);
        Only "only" "only this entry" hint("only", 3);
        Exclude "exclude" "exclude the entry" hint("exclude", 2);
        Rename "rename" "another name for the saved query" hint("rename", 4);
        Delete "delete" "delete the saved query" hint("delete", 5);
    }
}

/// Names that actions had in keymaps before, each with the present one. They are read for one release more.
const RENAMED: [(&str, &str); 7] = [
    ("solo", "only"),
    ("like-this", "similar"),
    ("sides", "compare-filters"),
    ("view-step", "view-compare"),
    ("fold-gaps", "collapse-gaps"),
    ("origin", "relative-times"),
    ("turn-matrix", "pivot-matrix"),
];

impl Action {
    /// What is known of this action.
    pub fn info(self) -> Option<&'static ActionInfo> {
        ACTIONS.iter().find(|info| info.action == self)
    }

    /// The action of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        ACTIONS.iter().find(|info| info.name == name).map(|info| info.action)
    }

    /// The present name of the action that had this name before, if one had.
    pub fn renamed(old: &str) -> Option<&'static str> {
        RENAMED.into_iter().find(|(name, _)| *name == old).map(|(_, new)| new)
    }
}
