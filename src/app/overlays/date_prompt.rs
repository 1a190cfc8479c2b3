//! Going to a date: any EDTF text, or a date as the screen prints it, followed while it is typed.

use std::borrow::Cow;

use crate::{
    axis::{self, Window},
    input::LineEditor,
    model::{Certainty, DateError, EventDate, EventIndex},
};

use crate::app::{App, Overlay, Snapshot};

/// A date that is being typed.
#[derive(Debug, Clone)]
pub struct DatePrompt {
    /// What is typed.
    pub editor: LineEditor,
    /// Why that is no date; `None` if it is one, or if nothing is typed.
    pub fault: Option<DateError>,
    /// The EDTF that the text was read as, if it is another.
    pub read_as: Option<String>,
    /// The event that is nearest to the date; `None` where a shown one touches it.
    pub nearest: Option<EventIndex>,
    /// What Esc brings back.
    pub before: Snapshot,
}

impl App {
    pub(in crate::app) fn open_date_prompt(&mut self) {
        let before = self.snapshot();
        let prompt = DatePrompt { editor: LineEditor::new(""), fault: None, read_as: None, nearest: None, before };
        self.overlays.push(Overlay::Date(prompt));
    }

    /// Stays where the typed date has led, with a way back.
    pub(in crate::app) fn accept_date(&mut self) {
        if let Some(Overlay::Date(DatePrompt { before, .. })) =
            self.overlays.pop_if(|overlay| matches!(overlay, Overlay::Date(DatePrompt { fault: None, .. })))
        {
            self.selection.jumped_from(before.preferred);
            self.push_undo(before, false);
        }
    }

    /// Goes where the typed text says, if it is a date, and says what is wrong with it otherwise.
    pub(in crate::app) fn preview_date(&mut self) {
        let Some(Overlay::Date(prompt)) = self.overlays.last_mut() else { return };
        let text = prompt.editor.text().trim();
        let date = (!text.is_empty()).then(|| axis::read_date(text));
        let read = date.as_ref().and_then(|date| date.as_ref().ok()).map(EventDate::written);
        prompt.read_as = read.filter(|edtf| *edtf != text).map(Cow::into_owned);
        prompt.fault = date.as_ref().and_then(|date| date.as_ref().err()).cloned();
        let gone_to = date.and_then(Result::ok).and_then(|date| self.go_to(&date));
        if let Some(Overlay::Date(prompt)) = self.overlays.last_mut() {
            prompt.nearest = gone_to.filter(|(_, touches)| *touches == Certainty::Out).map(|(nearest, _)| nearest);
        }
    }

    /// Shows a range from its start to its end. Brings any other date into the middle of the window if it is not in view
    /// whole; the window grows where the date is longer. Selects the shown event that is nearest to it: one that certainly touches it before one that may.
    /// Gives that event, and whether it touches the date.
    fn go_to(&mut self, date: &EventDate) -> Option<(EventIndex, Certainty)> {
        let date = date.clone().placed(self.doc.timeline.zone(), self.doc.timeline.base());
        let bounds = date.bounds();
        let mut moments = bounds.finite();
        let first = moments.next()?;
        let last = moments.last().unwrap_or(first).max(first);
        let nearest = self.nearest_among(&self.filter.visible, first, last);
        if nearest.is_some() {
            self.selection.preferred = nearest;
            self.resolve_selection();
        }
        let asked = Window::new(first, last);
        let is_range = date.written().contains('/') && last > first;
        self.time.window = if is_range {
            Window::fit((first, last), self.metrics.axis_columns)
        } else if self.time.window.contains(first) && self.time.window.contains(last) {
            self.time.window
        } else if asked.seconds() > self.time.window.seconds() {
            Window::fit((first, last), self.metrics.axis_columns)
        } else {
            let middle = |window: &Window| window.start().seconds() + window.seconds() / 2;
            self.kept_in_time(self.time.window.pan(middle(&asked).saturating_sub(middle(&self.time.window))))
        };
        nearest.and_then(|ix| Some((ix, self.doc.timeline.bounds(ix)?.touches(first, last))))
    }
}
