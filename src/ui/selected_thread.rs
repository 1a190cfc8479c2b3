//! The thread of the selected event, among the rows of the list.

use std::collections::HashSet;

use super::canvas::Canvas;
use crate::{
    app::{App, Direction},
    input::EventAction,
    messages::views,
    model::EventIndex,
};

/// The line above the threads: how many events are linked, and how many are not.
pub(super) fn draw_head(app: &App, canvas: &mut Canvas<'_>) {
    let words = views::in_threads(app.locale(), app.visible().len(), app.filter().excluded_by_view);
    canvas.text((0, 1), &words, canvas.skin.theme.dim);
}

/// The events to which the selected one is tied, where threads are on screen.
pub(super) struct SelectedThread {
    pub(super) chain: HashSet<EventIndex>,
    /// Those to which a step along the thread leads, where there are several, each with the key of the step.
    targets: [(String, Vec<EventIndex>); 2],
}

impl SelectedThread {
    pub(super) fn of(app: &App) -> Self {
        let steps = [(Direction::Previous, EventAction::ThreadEarlier), (Direction::Next, EventAction::ThreadLater)];
        let targets = steps.map(|(direction, step)| {
            let targets = app.thread_targets(direction);
            let key = if targets.is_empty() { String::new() } else { app.key_for(step) };
            (key, targets)
        });
        Self { chain: app.selected_chain(), targets }
    }

    /// The key and the number by which an event is gone to.
    pub(super) fn number(&self, ix: EventIndex) -> Option<String> {
        self.targets.iter().find_map(|(key, targets)| {
            let place = targets.iter().position(|&target| target == ix)? + 1;
            Some(format!("{key}{place} "))
        })
    }

    /// Whether an event is tied to the selected one by no chain.
    pub(super) fn leaves_out(&self, ix: EventIndex) -> bool {
        !self.chain.is_empty() && !self.chain.contains(&ix)
    }
}
