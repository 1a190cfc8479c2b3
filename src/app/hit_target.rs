//! What the mouse can point at.

use crate::{
    input::Action,
    model::{EventIndex, Moment},
};

use super::{DetailItem, View};
use crate::query::{OccurrenceRef, QuoteRef};

/// What stands at a place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitTarget {
    /// A row of the list.
    Row(EventIndex),
    /// A quote.
    Quote(QuoteRef),
    /// A line of the concordance.
    Occurrence(OccurrenceRef),
    /// A mark on the axis or its title, and the moment that its column stands for.
    Mark(EventIndex, Moment),
    /// A place of the axis without a mark.
    Axis(Moment),
    /// The name of a lane, by its place.
    Lane(usize),
    /// A place of the strip that shows the whole timeline.
    Overview(Moment),
    /// A cell of the matrix, by row and column.
    Cell(usize, usize),
    /// A term of the filter.
    Chip(usize),
    /// The name of a view.
    Tab(View),
    /// The hint of a key.
    Hint(Action),
    /// An entry of the menu that is open.
    MenuItem(usize),
    /// The list, where it is empty.
    List,
    /// An item of the detail.
    Item(DetailItem),
    /// The border between list and detail, or where it is dragged to: what the list would have of the room, in thousandths.
    Divider(u16),
    /// Another place of the detail.
    Detail,
    /// Something beside the menu that is open.
    OutsidePopup,
}
