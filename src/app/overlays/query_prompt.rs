//! The query line: every letter filters, what is wrong is named, what could come next is offered.

use crate::{
    input::LineEditor,
    query::{Completion, ParsedQuery, Query, QueryFault, WordCandidates, best_match, complete, complete_date},
};

use crate::app::{App, Overlay, Snapshot};

/// In a longer timeline nothing is offered but how a date is written: a letter must not wait for counts.
const MAX_EVENTS_FOR_COMPLETION: usize = 20_000;

/// A query that is being typed.
#[derive(Debug, Clone)]
pub struct QueryPrompt {
    /// What is typed.
    pub editor: LineEditor,
    /// What is wrong with it. As long as there is anything, the last query that was in order stays in force.
    pub faults: Vec<QueryFault>,
    /// What could stand at the cursor.
    pub completion: Completion,
    /// What the word at the cursor may mean.
    candidates: Option<WordCandidates>,
    /// The item that the cursor of the completion stands on; `None` while it stands in the line.
    pub selected_completion: Option<usize>,
    /// What Esc brings back.
    pub before: Snapshot,
    /// The place of the one term that is being edited; `None` where all of them are.
    pub chip: Option<usize>,
    /// The place of the query that was fetched back from the earlier ones, and what was typed before.
    history_cursor: Option<(usize, String)>,
}

impl QueryPrompt {
    /// What is told to be wrong: while anything is offered, nothing is.
    pub fn told(&self) -> Option<&QueryFault> {
        self.faults.first().filter(|_| self.completion.items.is_empty())
    }

    /// The filter of which this is typed: all of it, or one term among the others.
    fn whole(&self, typed: Query) -> Query {
        let Some(place) = self.chip else { return typed };
        let mut query = self.before.query.clone();
        query.edit_chips(|chips| {
            let place = place.min(chips.len());
            chips.splice(place..chips.len().min(place + 1), typed.chips());
        });
        query
    }
}

impl App {
    pub(in crate::app) fn open_query(&mut self) {
        let text = if self.filter.query.has_chips() { format!("{} ", self.filter.query) } else { String::new() };
        self.open_query_with(&text, None);
    }

    /// Opens the query line with the chosen term alone, which then takes its place again.
    pub(in crate::app) fn edit_chip(&mut self) {
        let Some(place) = self.chosen_chip() else { return };
        let text = self.filter.query.all_terms().nth(place).map(|(term, is_off)| term.text(is_off));
        if let Some(text) = text {
            self.open_query_with(&text, Some(place));
        }
    }

    fn open_query_with(&mut self, text: &str, chip: Option<usize>) {
        self.overlays.push(Overlay::Query(QueryPrompt {
            editor: LineEditor::new(text),
            chip,
            faults: Vec::new(),
            completion: Completion::default(),
            candidates: None,
            selected_completion: None,
            before: self.snapshot(),
            history_cursor: None,
        }));
        // What all letters need is made before the first of them.
        self.doc.text_index();
        self.update_completion();
    }

    fn prompt(&mut self) -> Option<&mut QueryPrompt> {
        match self.overlays.last_mut() {
            Some(Overlay::Query(prompt)) => Some(prompt),
            _ => None,
        }
    }

    /// Does what follows from the line as it is now; `is_changed` if only the cursor has not moved.
    pub(in crate::app) fn follow_typed_query(&mut self, is_changed: bool) {
        if is_changed {
            if let Some(prompt) = self.prompt() {
                prompt.history_cursor = None;
            }
            self.apply_typed_query();
        }
        self.update_completion();
    }

    /// Filters by what is typed, if nothing is wrong with it.
    fn apply_typed_query(&mut self) {
        let Some(Overlay::Query(prompt)) = self.overlays.last() else { return };
        let reading = ParsedQuery::parse_for(prompt.editor.text(), &self.doc.timeline);
        if let Some(prompt) = self.prompt() {
            prompt.faults = reading.faults;
            if prompt.faults.is_empty() {
                let query = prompt.whole(reading.query);
                self.set_query(query);
                // Of what is found with a slip, the best comes first.
                if self.filter.is_complete()
                    && let Some(best) =
                        best_match(&self.filter.query, &self.doc.timeline, self.doc.text_index(), &self.filter.visible)
                {
                    self.select(best);
                }
            }
        }
    }

    /// Offers what could stand at the cursor.
    fn update_completion(&mut self) {
        let mut candidates = self.prompt().and_then(|prompt| prompt.candidates.take());
        let Some(Overlay::Query(prompt)) = self.overlays.last() else { return };
        let (text, cursor) = (prompt.editor.text(), prompt.editor.cursor_byte());
        let locale = self.locale();
        let completion = if text.is_empty() && self.doc.timeline.len() <= MAX_EVENTS_FOR_COMPLETION {
            self.doc.overview(self.prefs.lang).completion(locale, &self.filter.query_history)
        } else if self.doc.timeline.len() > MAX_EVENTS_FOR_COMPLETION {
            complete_date(text, cursor, locale)
        } else {
            let lang = self.prefs.lang;
            complete((text, cursor), &self.doc.timeline, self.doc.text_index(), lang, &mut candidates)
        };
        // What is written out already needs no offer.
        let typed = text.get(completion.replaces.clone()).unwrap_or_default();
        let is_done = completion.items.iter().any(|item| item.text == typed)
            || typed.is_empty() && cursor == 0 && !text.is_empty();
        if let Some(prompt) = self.prompt() {
            prompt.completion = if is_done { Completion::default() } else { completion };
            prompt.candidates = candidates;
            prompt.selected_completion = None;
        }
    }

    /// Forgets what words may mean, which other events or marks may change.
    pub(in crate::app) fn forget_candidates(&mut self) {
        for overlay in &mut self.overlays {
            if let Overlay::Query(prompt) = overlay {
                prompt.candidates = None;
            }
        }
    }

    /// Takes the chosen item of the completion, or the first.
    pub(in crate::app) fn accept_completion(&mut self) {
        let Some(prompt) = self.prompt() else { return };
        let Some(item) = prompt.completion.items.get(prompt.selected_completion.unwrap_or(0)) else { return };
        // A field goes on with its value, a value is done.
        let end = if item.text.ends_with(':') { "" } else { " " };
        let text = format!("{}{end}", item.text);
        prompt.editor.replace(prompt.completion.replaces.clone(), &text);
        self.apply_typed_query();
        self.update_completion();
    }

    /// Moves in the offer; above its first item lie the earlier queries.
    pub(in crate::app) fn move_in_prompt(&mut self, by: isize) {
        let Some(prompt) = self.prompt() else { return };
        let last = prompt.completion.items.len().checked_sub(1);
        match (prompt.selected_completion, last) {
            (Some(0), _) if by < 0 => prompt.selected_completion = None,
            (Some(chosen), Some(last)) => prompt.selected_completion = Some(chosen.saturating_add_signed(by).min(last)),
            (None, Some(_)) if by > 0 && prompt.history_cursor.is_none() => prompt.selected_completion = Some(0),
            _ => self.recall(by),
        }
    }

    /// Fetches back an earlier query, or a later one again.
    fn recall(&mut self, by: isize) {
        let queries = self.filter.query_history.clone();
        let Some(prompt) = self.prompt() else { return };
        let (place, typed) =
            prompt.history_cursor.clone().unwrap_or_else(|| (queries.len(), prompt.editor.text().to_owned()));
        let place = place.saturating_add_signed(by.signum());
        let text = queries.get(place).unwrap_or(&typed);
        prompt.editor = LineEditor::new(text);
        prompt.history_cursor = (place < queries.len()).then_some((place, typed));
        prompt.completion = Completion::default();
        self.apply_typed_query();
    }

    /// Keeps the query and closes the line; a chosen item of the completion is taken first, and a faulty query stays.
    pub(in crate::app) fn accept_query(&mut self) {
        let Some(prompt) = self.prompt() else { return };
        if prompt.selected_completion.is_some() {
            return self.accept_completion();
        }
        if !prompt.faults.is_empty() {
            // The offer gives way to what is wrong.
            prompt.completion = Completion::default();
            return;
        }
        let before = prompt.before.clone();
        self.overlays.pop();
        self.settle_chips();
        self.filter.push_query_history();
        self.push_undo(before, false);
    }

    /// Takes a whole query at once, as a change that can be taken back.
    pub fn ask(&mut self, text: &str) {
        let query = Query::parse_in(text, &self.doc.timeline);
        self.set_query_undoable(query);
    }
}
