//! Moving through events: where a move leads is found once, and then gone to.

use crate::{
    input::EventAction,
    model::{EventIndex, LaneId},
};

use crate::{
    app::{App, Direction, DisabledReason, Pane, View},
    query::{OccurrenceRef, QuoteRef},
};

/// How far a move through the list goes.
#[derive(Clone, Copy)]
enum Distance {
    One,
    Page,
    /// To the first or the last event.
    End,
}

/// What a move through events comes to.
#[derive(Clone, Copy)]
pub(in crate::app) enum EventStep {
    /// Selects an event.
    Select(EventIndex),
    /// Selects an event far away, so that one can go back.
    Jump(EventIndex),
    /// Reads a quote.
    Read(QuoteRef),
    /// Reads a line of the concordance.
    ReadOccurrence(OccurrenceRef),
    /// Goes back to an event from which a jump was made, or forward again.
    Return(Direction, EventIndex),
    /// Chooses one of the events to which a step along the thread may lead.
    ChooseTarget(Direction),
    /// Looks for a match.
    FindMatch(Direction),
    /// Shows times relative to the selected event, or no longer.
    ToggleReference,
}

impl App {
    /// What a move through events comes to.
    ///
    /// # Errors
    ///
    /// Why it leads nowhere.
    pub(in crate::app) fn event_step(&self, action: EventAction) -> Result<EventStep, DisabledReason> {
        match action {
            EventAction::Next => self.step(Direction::Next, Distance::One),
            EventAction::Previous => self.step(Direction::Previous, Distance::One),
            EventAction::PageDown => self.step(Direction::Next, Distance::Page),
            EventAction::PageUp => self.step(Direction::Previous, Distance::Page),
            EventAction::First => self.step(Direction::Previous, Distance::End),
            EventAction::Last => self.step(Direction::Next, Distance::End),
            EventAction::LaneNext => {
                self.step_to(|ix| self.in_same_lane(ix, Direction::Next), DisabledReason::EndOfLane)
            }
            EventAction::LanePrevious => {
                self.step_to(|ix| self.in_same_lane(ix, Direction::Previous), DisabledReason::EndOfLane)
            }
            EventAction::LaneBelow => {
                self.step_to(|ix| self.in_lane_beside(ix, Direction::Next), DisabledReason::NoLane)
            }
            EventAction::LaneAbove => {
                self.step_to(|ix| self.in_lane_beside(ix, Direction::Previous), DisabledReason::NoLane)
            }
            EventAction::ThreadEarlier if !self.thread_targets(Direction::Previous).is_empty() => {
                Ok(EventStep::ChooseTarget(Direction::Previous))
            }
            EventAction::ThreadLater if !self.thread_targets(Direction::Next).is_empty() => {
                Ok(EventStep::ChooseTarget(Direction::Next))
            }
            EventAction::ThreadEarlier => self
                .jump_to(|ix| self.doc.timeline.earlier_in_thread(ix).first().copied(), DisabledReason::NothingBefore),
            EventAction::ThreadLater => {
                self.jump_to(|ix| self.doc.timeline.later_in_thread(ix).first().copied(), DisabledReason::NothingAfter)
            }
            EventAction::JumpBack => self.return_to(Direction::Previous, DisabledReason::NoWayBack),
            EventAction::JumpForward => self.return_to(Direction::Next, DisabledReason::NoWayForward),
            EventAction::NextMatch => self.seek(Direction::Next),
            EventAction::PreviousMatch => self.seek(Direction::Previous),
            EventAction::NextChanged => self.changed_beside(Direction::Next).map(EventStep::Jump),
            EventAction::PreviousChanged => self.changed_beside(Direction::Previous).map(EventStep::Jump),
            EventAction::RelativeTimes => self.require_selection().map(|()| EventStep::ToggleReference),
        }
    }

    /// Goes where a move leads.
    pub(in crate::app) fn take_step(&mut self, step: EventStep) {
        match step {
            EventStep::Select(ix) => self.select(ix),
            EventStep::Jump(ix) => self.go_to_event(ix),
            EventStep::Read(quote) => self.read_quote(quote),
            EventStep::ReadOccurrence(line) => self.read_occurrence(line),
            EventStep::Return(direction, ix) => {
                self.selection.return_to(direction, ix);
                self.select(ix);
            }
            EventStep::ChooseTarget(direction) => self.open_targets(direction),
            EventStep::FindMatch(direction) => self.detail.match_request = Some(direction),
            EventStep::ToggleReference => {
                self.selection.prefer_selected();
                self.toggle_reference();
            }
        }
    }

    /// Through the quotes where they are on screen, else through the list.
    fn step(&self, direction: Direction, distance: Distance) -> Result<EventStep, DisabledReason> {
        let end = match direction {
            Direction::Next => DisabledReason::LastEvent,
            Direction::Previous => DisabledReason::FirstEvent,
        };
        let place = self.selected_place().ok_or(DisabledReason::NothingShown)?;
        if self.panes.view == View::Concordance && self.panes.focus == Pane::List {
            return self.step_through_lines(direction, distance);
        }
        if self.panes.view == View::Quotes
            && !self.is_in_detail()
            && let Some(quote) = self.quote_at(direction, distance)
        {
            return Ok(EventStep::Read(quote));
        }
        let places = match distance {
            Distance::One => 1,
            Distance::Page => self.events_on_screen().saturating_sub(1).max(1),
            Distance::End => self.filter.visible.len(),
        };
        let there = match direction {
            Direction::Next => place.saturating_add(places).min(self.filter.visible.len().saturating_sub(1)),
            Direction::Previous => place.saturating_sub(places),
        };
        let ix = self.filter.visible.get(there).copied().filter(|_| there != place).ok_or(end)?;
        Ok(if matches!(distance, Distance::End) { EventStep::Jump(ix) } else { EventStep::Select(ix) })
    }

    /// Through the lines of the concordance.
    fn step_through_lines(&self, direction: Direction, distance: Distance) -> Result<EventStep, DisabledReason> {
        let end = match direction {
            Direction::Next => DisabledReason::LastLine,
            Direction::Previous => DisabledReason::FirstLine,
        };
        let now = self.current_occurrence().ok_or(DisabledReason::NoWords)?;
        let line = match distance {
            Distance::One => self.occurrence_at(direction, 1),
            Distance::Page => self.occurrence_at(direction, self.metrics.list_rows.saturating_sub(1).max(1)),
            Distance::End => self.last_occurrence(direction),
        };
        line.filter(|&line| line != now).map(EventStep::ReadOccurrence).ok_or(end)
    }

    /// The quote at a distance from the one that is read; `None` if there is no other.
    fn quote_at(&self, direction: Direction, distance: Distance) -> Option<QuoteRef> {
        let now = self.current_quote()?;
        let next = |&quote: &QuoteRef| match direction {
            Direction::Next => self.quote_after(quote),
            Direction::Previous => self.quote_before(quote),
        };
        let steps = |count: usize| std::iter::successors(Some(now), next).take(count + 1).last();
        let quote = match (distance, direction) {
            (Distance::One, _) => steps(1),
            (Distance::Page, _) => steps(self.metrics.quotes.max(1)),
            (Distance::End, Direction::Previous) => self.first_quote(),
            (Distance::End, Direction::Next) => self.last_quote(),
        };
        quote.filter(|&quote| quote != now)
    }

    fn step_to(
        &self,
        find: impl Fn(EventIndex) -> Option<EventIndex>,
        reason: DisabledReason,
    ) -> Result<EventStep, DisabledReason> {
        let selected = self.selection.selected.ok_or(DisabledReason::NothingShown)?;
        find(selected).filter(|&ix| ix != selected).map(EventStep::Select).ok_or(reason)
    }

    fn jump_to(
        &self,
        find: impl Fn(EventIndex) -> Option<EventIndex>,
        reason: DisabledReason,
    ) -> Result<EventStep, DisabledReason> {
        let selected = self.selection.selected.ok_or(DisabledReason::NothingShown)?;
        find(selected).filter(|&ix| ix != selected).map(EventStep::Jump).ok_or(reason)
    }

    fn return_to(&self, direction: Direction, reason: DisabledReason) -> Result<EventStep, DisabledReason> {
        self.selection.jump(direction, &self.filter).map(|ix| EventStep::Return(direction, ix)).ok_or(reason)
    }

    fn seek(&self, direction: Direction) -> Result<EventStep, DisabledReason> {
        if self.filter.query.needles().is_empty() {
            return Err(DisabledReason::NoWords);
        }
        Ok(EventStep::FindMatch(direction))
    }

    /// The next shown event of the same lane.
    fn in_same_lane(&self, from: EventIndex, direction: Direction) -> Option<EventIndex> {
        let place = self.filter.position(from)?;
        let (before, after) = self.filter.visible.split_at_checked(place)?;
        let is_there = |ix: &&EventIndex| self.doc.lane_of(**ix) == self.doc.lane_of(from);
        match direction {
            Direction::Next => after.iter().skip(1).find(is_there).copied(),
            Direction::Previous => before.iter().rfind(is_there).copied(),
        }
    }

    /// The shown event nearest in time in the nearest lane that has one: of those below, or above.
    fn in_lane_beside(&self, from: EventIndex, direction: Direction) -> Option<EventIndex> {
        let (own, now) = (self.doc.lane_of(from)?, self.doc.sort_key(from));
        let lane_of = |&ix: &EventIndex| self.doc.lane_of(ix);
        let lanes = self.filter.visible.iter().filter_map(lane_of);
        let lane: LaneId = match direction {
            Direction::Next => lanes.filter(|&lane| lane > own).min()?,
            Direction::Previous => lanes.filter(|&lane| lane < own).max()?,
        };
        let distance = |ix: &EventIndex| match (self.doc.sort_key(*ix), now) {
            (Some(there), Some(now)) => there.seconds().abs_diff(now.seconds()),
            _ => u64::MAX,
        };
        self.filter.visible.iter().copied().filter(|ix| lane_of(ix) == Some(lane)).min_by_key(distance)
    }
}
