//! What the cursor of the detail can stand on.

use std::{mem, ops::Range};

use crate::{app::App, model::EventIndex};

/// So many events before and after an event in its thread are named; each has to be read.
pub const MAX_LINKS: usize = 100;

/// Something in the detail of an event that can be cited, filtered by or gone to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DetailItem {
    /// A party, by its place in the event.
    Party(usize),
    /// An area of cooperation, by its place in the event.
    Area(usize),
    /// A body, by its place in the event.
    Body(usize),
    /// A quote, by its place in the event.
    Quote(usize),
    /// A person, by the place in the event.
    Person(usize),
    /// Another event of the thread.
    Link(EventIndex),
    /// A source, by its place in the event.
    Source(usize),
}

impl DetailItem {
    /// Whether both stand in the same section.
    pub(in crate::app) fn is_beside(self, other: Self) -> bool {
        mem::discriminant(&self) == mem::discriminant(&other)
    }
}

/// The lines of the detail on which an item stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLines {
    /// The item.
    pub item: DetailItem,
    /// Its lines, counted from the top of the detail.
    pub lines: Range<usize>,
}

impl App {
    /// All items of the selected event, in the order in which they stand in its detail.
    pub fn detail_items(&self) -> Vec<DetailItem> {
        let (Some(ix), Some(event)) = (self.selection.selected, self.selected_event()) else { return Vec::new() };
        let timeline = &self.doc.timeline;
        let links = [timeline.earlier_in_thread(ix), timeline.later_in_thread(ix)];
        let facts = (0..event.parties.len()).map(DetailItem::Party).chain((0..event.areas.len()).map(DetailItem::Area));
        let facts = facts.chain((0..event.organisations.len()).map(DetailItem::Body));
        let said = (0..event.quotes.len()).map(DetailItem::Quote);
        let people = (0..event.people.len()).map(DetailItem::Person);
        let links = links.into_iter().flat_map(|links| links.iter().take(MAX_LINKS).copied().map(DetailItem::Link));
        let sources = event.sources_by_rank().into_iter().map(DetailItem::Source);
        facts.chain(said).chain(people).chain(links).chain(sources).collect()
    }

    /// The item under the cursor; `None` where the detail has no keyboard, and where no item is on screen.
    pub fn detail_item(&self) -> Option<DetailItem> {
        self.detail.cursor.filter(|_| self.is_in_detail())
    }
}
