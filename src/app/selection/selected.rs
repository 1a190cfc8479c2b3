//! Moving the selection.

use crate::model::{EventIndex, Timeline};

use super::list::ScrollMode;
use crate::app::{App, DetailView, Direction, Filter, JumpList};

/// Which event is selected, and how one gets back to others.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The event that was chosen last. It stays when a filter leaves it out, so that the selection comes back to it.
    pub(in crate::app) preferred: Option<EventIndex>,
    /// The selected event: the shown one nearest to the preferred one; `None` only if nothing is shown.
    pub selected: Option<EventIndex>,
    /// The id of the event to select as soon as it has been read.
    pub(in crate::app) pending_id: Option<String>,
    pub(in crate::app) jumps: JumpList,
}

impl Selection {
    /// The event of this id is preferred, else the first.
    pub(in crate::app) fn new(timeline: &Timeline, id: Option<String>) -> Self {
        let found = id.as_deref().and_then(|id| timeline.find(id));
        Self {
            preferred: found.or_else(|| timeline.indices().next()),
            selected: None,
            pending_id: id.filter(|_| found.is_none()),
            jumps: JumpList::default(),
        }
    }

    /// Prefers the selected event: it is read, copied from, or filtered by.
    pub(in crate::app) fn prefer_selected(&mut self) {
        self.preferred = self.selected.or(self.preferred);
    }

    /// Selects the shown event that is nearest to the preferred one: itself, else the next in time, else the last. `true`
    /// if that is another than before.
    fn resolve(&mut self, visible: &[EventIndex]) -> bool {
        let place = self.preferred.map_or(0, |ix| visible.partition_point(|&shown| shown < ix));
        let selected = visible.get(place).or(visible.last()).copied();
        std::mem::replace(&mut self.selected, selected) != selected
    }

    /// Prefers the event that was asked for at the start, once it is there.
    pub(in crate::app) fn resolve_pending(&mut self, timeline: &Timeline) {
        if let Some(ix) = self.pending_id.as_deref().and_then(|id| timeline.find(id)) {
            self.pending_id = None;
            self.preferred = Some(ix);
        }
    }

    /// Remembers the event from which a jump was made to the selected one.
    pub(in crate::app) fn jumped_from(&mut self, from: Option<EventIndex>) {
        if let Some(from) = from.filter(|_| from != self.selected) {
            self.jumps.push(from);
        }
    }

    /// The shown event that going back after a jump leads to, or forward again.
    pub(in crate::app) fn jump(&self, direction: Direction, filter: &Filter) -> Option<EventIndex> {
        self.jumps.last(direction, |ix| Some(ix) != self.selected && filter.position(ix).is_some())
    }

    /// Goes back to this event, or forward again, and remembers the selected one for the way in the other direction.
    pub(in crate::app) fn return_to(&mut self, direction: Direction, ix: EventIndex) {
        self.jumps.pop_to(direction, ix, self.selected);
    }

    /// Gives every event its new place.
    pub(in crate::app) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        self.preferred = self.preferred.and_then(moved);
        self.selected = self.selected.and_then(moved);
        self.jumps.remap_events(moved);
    }
}

impl App {
    /// Selects an event, and brings it into view.
    pub fn select(&mut self, ix: EventIndex) {
        self.selection.preferred = Some(ix);
        self.history.end_coalescing();
        self.list.scroll_mode = ScrollMode::Margin;
        self.resolve_selection();
        self.reveal();
    }

    /// Selects an event far away, so that there is a way back to the selected one.
    pub fn jump(&mut self, ix: EventIndex) {
        let from = self.selection.selected;
        self.select(ix);
        self.selection.jumped_from(from);
    }

    /// Selects the shown event that is nearest to the preferred one.
    pub(in crate::app) fn resolve_selection(&mut self) {
        if self.selection.resolve(&self.filter.visible) {
            self.detail = DetailView { match_request: self.detail.match_request, ..DetailView::default() };
        }
        self.select_of_occurrence();
        self.follow_selection();
    }
}
