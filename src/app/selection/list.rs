//! The rows of the list: events under the years that they belong to, and what is hidden between them. The list
//! scrolls by events, so that no row above the screen is ever counted.

use crate::model::{DAY, EventIndex};

use crate::app::{App, Document, Filter, NonMatching};

/// How many events stay visible around the selected one when the list scrolls.
const SCROLL_OFF: usize = 2;
/// In a window shorter than so many seconds every row tells the clock.
const MAX_CLOCK_WINDOW_SECONDS: i64 = 3 * DAY;
/// The part of the list by which it scrolls: one in so many.
const SCROLL_JUMP_FRACTION: usize = 3;

/// How the list keeps the selection on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::app) enum ScrollMode {
    /// With some events around it.
    #[default]
    Margin,
    /// As it is: what a hand points at must not move away under it.
    Pinned,
}

/// Where the list is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListView {
    /// The place among the shown events of the topmost one.
    pub top: usize,
    /// The same as it was when the selection moved last.
    pub(in crate::app) preferred_top: usize,
    /// How the list keeps the selection on screen.
    pub(in crate::app) scroll_mode: ScrollMode,
}

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListRow {
    /// The year of the events below; `None` for events that have no finite date.
    Year(Option<i32>),
    /// How many events between its neighbours the filter hides.
    Hidden(usize),
    /// An event.
    Event(EventIndex),
    /// The rest of the title of the event above.
    Rest(EventIndex),
}

/// The rows of the whole list, found one by one.
#[derive(Clone, Copy)]
struct ListModel<'a> {
    doc: &'a Document,
    filter: &'a Filter,
    /// How many rows an event takes.
    height: &'a dyn Fn(EventIndex) -> usize,
    /// Whether hidden events are counted between the rows.
    counts_hidden: bool,
}

impl ListModel<'_> {
    /// How many rows the event at a place takes.
    fn height_at(self, place: usize) -> usize {
        self.filter.visible.get(place).map_or(1, |&ix| (self.height)(ix))
    }

    fn len(self) -> usize {
        self.filter.visible.len()
    }

    /// The rows from an event on, at most so many. The topmost always says its year.
    fn rows(self, top: usize, height: usize) -> Vec<ListRow> {
        let mut rows = Vec::with_capacity(height);
        for (place, &ix) in self.filter.visible.iter().enumerate().skip(top) {
            if rows.len() >= height {
                break;
            }
            if let Some(count) = self.hidden_before(place) {
                rows.push(ListRow::Hidden(count));
            }
            if place == top || self.opens_year(place) {
                rows.push(ListRow::Year(self.year_at(place)));
            }
            rows.push(ListRow::Event(ix));
            rows.extend((1..(self.height)(ix)).map(|_| ListRow::Rest(ix)));
            if place + 1 == self.len() {
                rows.extend(self.hidden_after().map(ListRow::Hidden));
            }
        }
        rows.truncate(height);
        // A year says nothing without an event under it.
        rows.pop_if(|row| matches!(row, ListRow::Year(_)));
        rows
    }

    /// The first place from which a list of this height reaches the given place.
    fn top_that_shows(self, place: usize, height: usize) -> usize {
        let mut top = place;
        let mut rows = self.height_at(place);
        loop {
            // The topmost event says its year in any case, and what is hidden before it.
            let head = 1 + usize::from(self.hidden_before(top).is_some());
            if rows + head > height {
                return (top + 1).min(place);
            }
            let Some(above) = top.checked_sub(1) else { return 0 };
            let between = usize::from(self.opens_year(top)) + usize::from(self.hidden_before(top).is_some());
            rows += self.height_at(above) + between;
            top = above;
        }
    }

    fn year_at(self, place: usize) -> Option<i32> {
        self.filter.visible.get(place).and_then(|&ix| self.doc.year_of(ix))
    }

    fn opens_year(self, place: usize) -> bool {
        place.checked_sub(1).is_none_or(|above| self.year_at(above) != self.year_at(place))
    }

    fn hidden_before(self, place: usize) -> Option<usize> {
        let visible = &self.filter.visible;
        let ix = visible.get(place)?.index();
        let expected = place.checked_sub(1).and_then(|above| visible.get(above)).map_or(0, |ix| ix.index() + 1);
        self.hidden(ix.saturating_sub(expected))
    }

    fn hidden_after(self) -> Option<usize> {
        let last = self.filter.visible.last()?.index();
        self.hidden(self.doc.timeline.len().saturating_sub(last + 1))
    }

    fn hidden(self, count: usize) -> Option<usize> {
        (self.counts_hidden && count > 0).then_some(count)
    }
}

impl ListView {
    /// Keeps the selected event and its neighbours on screen. Where the list has to scroll it does so by a part of the
    /// screen, so that it then stands still for some steps, for the eye and for a slow line.
    fn follow_selection(&mut self, model: ListModel<'_>, selected: Option<usize>, height: usize) {
        let leap = match self.scroll_mode {
            ScrollMode::Margin => height / SCROLL_JUMP_FRACTION,
            ScrollMode::Pinned => 0,
        };
        self.scroll(model, selected, height, leap);
        self.preferred_top = self.top;
    }

    /// The same for a list that has another height now: what was scrolled away only for want of room comes back with it.
    fn follow_height(&mut self, model: ListModel<'_>, selected: Option<usize>, height: usize) {
        self.top = self.preferred_top;
        self.scroll(model, selected, height, 0);
    }

    /// Scrolls as little as is needed, and by so many events more if it is.
    fn scroll(&mut self, model: ListModel<'_>, selected: Option<usize>, height: usize, leap: usize) {
        let Some(place) = selected else {
            self.top = 0;
            return;
        };
        let height = height.max(1);
        let margin = match self.scroll_mode {
            ScrollMode::Margin => SCROLL_OFF.min(height.saturating_sub(1) / 3),
            ScrollMode::Pinned => 0,
        };
        let last = model.len().saturating_sub(1);
        let lowest = model.top_that_shows((place + margin).min(last), height).min(place);
        let highest = place.saturating_sub(margin).max(lowest);
        if self.top < lowest {
            // Below the last event there is nothing to make room for.
            let end = model.top_that_shows(last, height);
            self.top = (lowest + leap).min(highest).min(end.max(lowest));
        } else if self.top > highest {
            self.top = highest.saturating_sub(leap).max(lowest);
        }
        if model.len() <= height && model.top_that_shows(last, height) == 0 {
            self.top = 0;
        }
    }
}

impl App {
    /// Asks the list something.
    fn with_list<T>(&self, ask: impl FnOnce(ListModel<'_>) -> T) -> T {
        let height = |ix| self.title_rows(ix);
        let counts_hidden = self.prefs.non_matching == NonMatching::Hide;
        ask(ListModel { doc: &self.doc, filter: &self.filter, height: &height, counts_hidden })
    }

    /// The rows on screen, at most so many. The topmost always says its year.
    pub fn list_rows(&self, height: usize) -> Vec<ListRow> {
        self.with_list(|model| model.rows(self.list.top, height))
    }

    /// How many events the list shows.
    pub(in crate::app) fn events_on_screen(&self) -> usize {
        let rows = self.list_rows(self.metrics.list_rows);
        rows.iter().filter(|row| matches!(row, ListRow::Event(_))).count()
    }

    /// The rows of some events, at most so many: under their years, unless all have the same.
    pub fn rows_of(&self, events: &[EventIndex], height: usize) -> Vec<ListRow> {
        let years = events.iter().take(height).map(|&ix| (ix, self.doc.year_of(ix)));
        let first = years.clone().next().map(|(_, year)| year);
        let mut above = first.filter(|first| years.clone().all(|(_, year)| year == *first));
        let mut rows = Vec::with_capacity(height);
        for (ix, year) in years {
            if above != Some(year) {
                rows.push(ListRow::Year(year));
            }
            rows.push(ListRow::Event(ix));
            above = Some(year);
        }
        rows.truncate(height);
        rows.pop_if(|row| matches!(row, ListRow::Year(_)));
        rows
    }

    /// Scrolls the list so that the selected event is on screen.
    pub(in crate::app) fn follow_selection(&mut self) {
        let mut list = self.list;
        self.with_list(|model| list.follow_selection(model, self.selected_place(), self.metrics.list_rows));
        self.list = list;
    }

    /// The same where the list has another height now.
    pub(in crate::app) fn follow_height(&mut self) {
        let mut list = self.list;
        self.with_list(|model| list.follow_height(model, self.selected_place(), self.metrics.list_rows));
        self.list = list;
    }

    /// Whether every row tells the clock: the window is so short that days alone would not tell events apart.
    fn has_clocks(&self) -> bool {
        self.time.window.seconds() < MAX_CLOCK_WINDOW_SECONDS
    }

    /// Whether the row of an event tells the clock, if the event has one: every row does, or the event shares its day with
    /// a neighbour.
    pub fn shows_clock(&self, ix: EventIndex) -> bool {
        let day = |ix: EventIndex| self.doc.sort_key(ix).map(|moment| moment.seconds().div_euclid(DAY));
        let shares = || {
            let place = self.filter.position(ix)?;
            let beside = [place.checked_sub(1), place.checked_add(1)].into_iter().flatten();
            let mut beside = beside.filter_map(|place| self.filter.visible.get(place)).map(|&ix| day(ix));
            Some(beside.any(|other| other == day(ix)))
        };
        self.has_clocks() || shares().unwrap_or(false)
    }

    /// Where in `shown` the selected event stands.
    pub fn selected_place(&self) -> Option<usize> {
        self.filter.position(self.selection.selected?)
    }
}
