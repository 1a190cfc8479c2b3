//! What annalist knows while it runs, and how a key changes it. No terminal, no file, no clock, no drawing: messages
//! come in, the state changes, effects go out as data.

mod availability;
mod choice;
mod coloring;
mod command_line;
mod commands;
mod detail;
mod direction;
mod document;
mod exporting;
mod filter;
mod history;
mod hit_target;
mod item_actions;
mod layout_metrics;
mod list_columns;
mod list_share;
mod loading;
mod marking;
mod message;
mod mouse;
mod opening;
mod overlays;
mod panes;
mod passages;
mod perform;
mod prefs;
mod reloading;
mod saved_query_change;
mod selection;
mod state;
mod static_inputs;
mod theme;
mod time;
mod timeline_counts;
mod undo;
mod update;
mod views;

pub use crate::messages::DisabledReason;
pub use choice::Choice;
pub use coloring::Coloring;
pub use command_line::FileName;
use detail::Follows;
pub use detail::{DetailItem, DetailView, ItemLines, MAX_LINKS, facts_borne};
pub use direction::Direction;
pub use document::{Document, Origin};
pub use exporting::losses_told;
pub use filter::{Filter, MAX_QUERY_HISTORY};
pub use history::{History, Snapshot};
pub use hit_target::HitTarget;
pub use layout_metrics::LayoutMetrics;
pub use list_columns::{LIST_COLUMN_GAP, ListColumn};
pub use list_share::ListShare;
pub use marking::Marking;
pub use message::{Effect, Message};
use overlays::MAX_COPIED_EVENTS;
pub use overlays::{
    AnnotationPrompt, ChosenText, ComparePrompt, DatePrompt, ExportPrompt, FacetItem, FacetMenu, FileNameFault,
    InfoPage, ListCursor, NamePrompt, Overlay, Palette, PaletteEntry, PaletteItem, PickEffect, PickItem, PickKind,
    PickMenu, QueryPrompt,
};
pub use panes::{Pane, Panes};
pub use passages::Passages;
pub use prefs::{NonMatching, Prefs};
pub use saved_query_change::SavedQueryChange;
use selection::ScrollMode;
pub use selection::{JumpList, ListRow, ListView, Selection, shared_date_columns};
pub use state::{App, AppInit};
pub use static_inputs::{AxisInputs, StaticInputs};
use time::DragState;
pub use time::{BeforeAfterCounts, ColumnIndex, GapMode, TimeView, TitleLayout};
pub use timeline_counts::{TimelineCounts, count_addresses};
pub use views::{
    Comparison, ComparisonErrorKind, ConcordanceView, EdgeStyle, GraphCell, GraphRow, Matrix, MatrixCursor, MatrixKey,
    MatrixMeasure, MatrixOrder, MatrixPivot, MatrixRow, MatrixUnit, MatrixView, ReturnPoint, Side, ThreadGraph, View,
};
