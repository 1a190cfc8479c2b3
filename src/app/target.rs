//! What the mouse can point at.

use crate::{
    input::Action,
    model::{EventIx, Moment},
};

use super::QuoteRef;

/// What stands at a place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A row of the list.
    Row(EventIx),
    /// A quote.
    Quote(QuoteRef),
    /// A mark on the axis or its title, and the moment that its column stands for.
    Mark(EventIx, Moment),
    /// A place of the axis without a mark.
    Axis(Moment),
    /// The name of a lane, by its place.
    Lane(usize),
    /// A place of the strip that shows the whole timeline.
    Strip(Moment),
    /// A cell of the matrix, by row and column.
    Cell(usize, usize),
    /// A term of the filter.
    Chip(usize),
    /// The hint of a key.
    Hint(Action),
    /// An entry of the menu that is open.
    Entry(usize),
    /// The list, where it is empty.
    List,
    /// The detail.
    Detail,
    /// Something beside the menu that is open.
    Beside,
}
