//! Moving the cursor of the detail: by item and by section, through what is between them as well, so that nothing is
//! passed over unread.

use std::ops::Range;

use super::{DetailItem, Follows};
use crate::app::{App, Direction, DisabledReason};

/// So many lines above an item stay on screen with it: its heading.
const CONTEXT_LINES: usize = 2;
/// A step through text without an item is this part of the screen.
const STEP_FRACTION: usize = 3;

/// What a move of the cursor comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum DetailStep {
    /// Another item.
    Item(DetailItem),
    /// So many lines: the next item is not near, or this one goes on.
    Scroll(isize),
}

impl App {
    /// What the next item, or the one before, comes to.
    ///
    /// # Errors
    ///
    /// The detail ends or begins there.
    pub(in crate::app) fn item_step(&self, direction: Direction) -> Result<DetailStep, DisabledReason> {
        self.require_selection()?;
        let next = match self.detail.cursor {
            None if self.detail.is_measured => self.item_beside_screen(direction),
            cursor => beside(&self.detail_items(), cursor, direction),
        };
        if !self.detail.is_measured {
            return next.map(DetailStep::Item).ok_or(end(direction));
        }
        let rows = self.metrics.detail_rows;
        let screen = self.detail.top..self.detail.top + rows;
        let step = (rows / STEP_FRACTION).max(1);
        let here = self.detail.cursor.and_then(|item| self.lines_of(item));
        let there = next.and_then(|item| self.lines_of(item));
        let goes_on = here.is_some_and(|lines| match direction {
            Direction::Next => lines.end > screen.end,
            Direction::Previous => lines.start < screen.start,
        });
        let is_near = there.is_some_and(|lines| match direction {
            Direction::Next => lines.start < screen.end || lines.end <= screen.end + step,
            Direction::Previous => lines.end > screen.start || lines.start + step >= screen.start,
        });
        let has_more = match direction {
            Direction::Next => screen.end < self.metrics.detail_lines,
            Direction::Previous => screen.start > 0,
        };
        match next.filter(|_| is_near && !goes_on || !has_more) {
            Some(item) => Ok(DetailStep::Item(item)),
            None if has_more => {
                let step = isize::try_from(step).unwrap_or(isize::MAX);
                Ok(DetailStep::Scroll(direction.signed(step)))
            }
            None => Err(end(direction)),
        }
    }

    /// Where no item is on screen, the nearest one below it, or above.
    fn item_beside_screen(&self, direction: Direction) -> Option<DetailItem> {
        let mut items = self.metrics.detail_items.iter();
        let found = match direction {
            Direction::Next => items.find(|item| item.lines.start >= self.detail.top),
            Direction::Previous => items.rfind(|item| item.lines.start < self.detail.top),
        };
        found.map(|item| item.item)
    }

    /// The first item of the next section; of this section, or the one before, if the way is back.
    ///
    /// # Errors
    ///
    /// There is no further section.
    pub(in crate::app) fn section_step(&self, direction: Direction) -> Result<DetailItem, DisabledReason> {
        self.require_selection()?;
        let items = self.detail_items();
        let place = self.detail.cursor.and_then(|cursor| items.iter().position(|&item| item == cursor));
        let opens = |place: &usize| {
            let above = place.checked_sub(1).and_then(|above| items.get(above));
            items.get(*place).is_some_and(|item| above.is_none_or(|above| !above.is_beside(*item)))
        };
        let mut openings = (0..items.len()).filter(opens);
        let found = match (direction, place) {
            (Direction::Next, place) => openings.find(|&opening| place.is_none_or(|place| opening > place)),
            (Direction::Previous, Some(place)) => openings.rfind(|&opening| opening < place),
            (Direction::Previous, None) => openings.next(),
        };
        found.and_then(|place| items.get(place).copied()).ok_or(match direction {
            Direction::Next => DisabledReason::LastSection,
            Direction::Previous => DisabledReason::FirstSection,
        })
    }

    /// Moves the cursor by an item, or reads on.
    pub(in crate::app) fn step_in_detail(&mut self, direction: Direction) {
        match self.item_step(direction) {
            Ok(DetailStep::Item(item)) => self.put_cursor(item, direction),
            Ok(DetailStep::Scroll(lines)) => self.scroll_detail(lines),
            Err(_) => {}
        }
    }

    /// Moves the cursor by a section.
    pub(in crate::app) fn step_by_section(&mut self, direction: Direction) {
        if let Ok(item) = self.section_step(direction) {
            self.put_cursor(item, direction);
        }
    }

    /// Goes to the start of the detail, or to its end, with the cursor.
    pub(in crate::app) fn go_to_detail_end(&mut self, direction: Direction) {
        // The end is where the layout stops it.
        self.scroll_detail(direction.signed(isize::MAX));
        let items = self.detail_items();
        self.detail.cursor = match direction {
            Direction::Next => items.last().copied(),
            Direction::Previous => items.first().copied(),
        };
    }

    /// Puts the cursor on an item of the selected event, which is chosen by that.
    pub(in crate::app) fn put_cursor(&mut self, item: DetailItem, direction: Direction) {
        self.selection.prefer_selected();
        self.detail.put_cursor(item, direction);
    }

    /// Brings the item under the cursor on screen, or the cursor to an item that is; `true` if that has to be laid out.
    pub(in crate::app) fn settle_detail(&mut self) -> bool {
        let before = (self.detail.top, self.detail.cursor);
        let rows = self.metrics.detail_rows;
        self.detail.is_measured = true;
        let last = self.metrics.detail_lines.saturating_sub(rows);
        self.detail.top = self.detail.top.min(last);
        if !self.is_in_detail() || rows == 0 {
            return false;
        }
        match (self.detail.follows, self.detail.cursor.and_then(|item| self.lines_of(item))) {
            (Follows::Cursor(direction), Some(lines)) => {
                let top = top_that_shows(&lines, self.detail.top, rows, direction);
                self.detail.top = top.min(last);
            }
            (Follows::Cursor(_), None) => {}
            (Follows::Screen, lines) => {
                let screen = self.detail.top..self.detail.top + rows;
                if !lines.is_some_and(|lines| overlap(&lines, &screen)) {
                    self.detail.cursor = self.item_on_screen(&screen);
                }
            }
        }
        self.detail.top > before.0 || self.detail.cursor != before.1
    }

    /// The item in which a match was found last, if it is on screen, else the first that is.
    fn item_on_screen(&self, screen: &Range<usize>) -> Option<DetailItem> {
        let mut on_screen = self.metrics.detail_items.iter().filter(|item| overlap(&item.lines, screen));
        let matched = self.detail.match_line;
        let found = on_screen.clone().find(|item| matched.is_some_and(|line| item.lines.contains(&line)));
        found.or_else(|| on_screen.next()).map(|item| item.item)
    }

    fn lines_of(&self, item: DetailItem) -> Option<Range<usize>> {
        let known = self.metrics.detail_items.iter().find(|known| known.item == item);
        known.map(|known| known.lines.clone())
    }
}

/// The item behind the one under the cursor, or before it.
fn beside(items: &[DetailItem], cursor: Option<DetailItem>, direction: Direction) -> Option<DetailItem> {
    let place = cursor.and_then(|cursor| items.iter().position(|&item| item == cursor));
    match (direction, place) {
        (Direction::Next, Some(place)) => items.get(place + 1),
        (Direction::Previous, Some(place)) => place.checked_sub(1).and_then(|place| items.get(place)),
        (Direction::Next, None) => items.first(),
        (Direction::Previous, None) => items.last(),
    }
    .copied()
}

const fn end(direction: Direction) -> DisabledReason {
    match direction {
        Direction::Next => DisabledReason::EndOfDetail,
        Direction::Previous => DisabledReason::StartOfDetail,
    }
}

const fn overlap(lines: &Range<usize>, screen: &Range<usize>) -> bool {
    lines.start < screen.end && screen.start < lines.end
}

/// The top from which so many rows show the lines of an item, with as little scrolling as that takes. Of an item that is
/// taller than the screen they show the end at which one arrives.
fn top_that_shows(lines: &Range<usize>, top: usize, rows: usize, direction: Direction) -> usize {
    let first = lines.start.saturating_sub(CONTEXT_LINES.min(rows / 4));
    let lowest = lines.end.saturating_sub(rows);
    if first < lowest {
        return match direction {
            Direction::Next => first,
            Direction::Previous => lowest,
        };
    }
    top.clamp(lowest, first)
}
