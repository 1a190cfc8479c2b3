//! The query line: every letter filters, what is wrong is named, what could come next is offered.

use crate::{
    input::{Key, LineEditor},
    query::{Completion, ParsedQuery, Query, QueryFault, best_match, complete},
};

use super::{App, Overlay, Snapshot};

/// In a longer timeline nothing is offered: a letter must not wait for counts.
const MAX_EVENTS_FOR_COMPLETION: usize = 20_000;
/// So many queries are remembered.
pub const MAX_QUERY_HISTORY: usize = 500;

/// A query that is being typed.
#[derive(Debug, Clone)]
pub struct QueryPrompt {
    /// What is typed.
    pub editor: LineEditor,
    /// What is wrong with it. As long as there is anything, the last query that was in order stays in force.
    pub faults: Vec<QueryFault>,
    /// What could stand at the cursor.
    pub completion: Completion,
    /// The item that the cursor of the completion stands on; `None` while it stands in the line.
    pub selected_completion: Option<usize>,
    /// What Esc brings back.
    pub before: Snapshot,
    /// The place of the query that was fetched back from the earlier ones, and what was typed before.
    history_cursor: Option<(usize, String)>,
}

impl QueryPrompt {
    /// What is told to be wrong: while anything is offered, nothing is.
    pub fn told(&self) -> Option<&QueryFault> {
        self.faults.first().filter(|_| self.completion.items.is_empty())
    }
}

impl App {
    pub(super) fn open_query(&mut self) {
        let text = if self.query.is_empty() { String::new() } else { format!("{} ", self.query) };
        self.overlays.push(Overlay::Query(QueryPrompt {
            editor: LineEditor::new(&text),
            faults: Vec::new(),
            completion: Completion::default(),
            selected_completion: None,
            before: self.snapshot(),
            history_cursor: None,
        }));
        // What all letters need is made before the first of them.
        self.haystack();
    }

    fn prompt(&mut self) -> Option<&mut QueryPrompt> {
        match self.overlays.last_mut() {
            Some(Overlay::Query(prompt)) => Some(prompt),
            _ => None,
        }
    }

    /// Takes a key into the line; `false` for a key that edits nothing.
    pub(super) fn type_query(&mut self, key: Key) -> bool {
        let Some(prompt) = self.prompt() else { return false };
        let before = prompt.editor.text().to_owned();
        if !prompt.editor.key(key) {
            return false;
        }
        if prompt.editor.text() != before {
            prompt.history_cursor = None;
            self.apply_typed_query();
        }
        self.update_completion();
        true
    }

    pub(super) fn paste_query(&mut self, text: &str) {
        let Some(prompt) = self.prompt() else { return };
        prompt.editor.paste(text);
        prompt.history_cursor = None;
        self.apply_typed_query();
        self.update_completion();
    }

    /// Filters by what is typed, if nothing is wrong with it.
    fn apply_typed_query(&mut self) {
        let Some(Overlay::Query(prompt)) = self.overlays.last() else { return };
        let reading = ParsedQuery::parse_for(prompt.editor.text(), &self.timeline);
        if let Some(prompt) = self.prompt() {
            prompt.faults = reading.faults;
            if prompt.faults.is_empty() {
                self.set_query(reading.query);
                // Of what is found with a slip, the best comes first.
                if self.is_search_complete()
                    && let Some(best) = best_match(&self.query, &self.timeline, self.haystack(), &self.visible)
                {
                    self.select(best);
                }
            }
        }
    }

    /// Offers what could stand at the cursor.
    fn update_completion(&mut self) {
        let Some(Overlay::Query(prompt)) = self.overlays.last() else { return };
        let (text, cursor) = (prompt.editor.text(), prompt.editor.cursor_byte());
        let completion = if self.timeline.len() > MAX_EVENTS_FOR_COMPLETION {
            Completion::default()
        } else {
            complete(text, cursor, &self.timeline, self.haystack(), self.lang)
        };
        // What is written out already needs no offer.
        let typed = text.get(completion.replaces.clone()).unwrap_or_default();
        let is_done = completion.items.iter().any(|item| item.text == typed) || typed.is_empty() && cursor == 0;
        if let Some(prompt) = self.prompt() {
            prompt.completion = if is_done { Completion::default() } else { completion };
            prompt.selected_completion = None;
        }
    }

    /// Takes the chosen item of the completion, or the first.
    pub(super) fn accept_completion(&mut self) {
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
    pub(super) fn move_in_prompt(&mut self, by: isize) {
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
        let queries = self.query_history.clone();
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
    pub(super) fn accept_query(&mut self) {
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
        self.push_query_history();
        self.push_undo(before, false);
    }

    fn push_query_history(&mut self) {
        let text = self.query.to_string();
        if text.is_empty() {
            return;
        }
        self.query_history.retain(|known| *known != text);
        self.query_history.push(text);
        let surplus = self.query_history.len().saturating_sub(MAX_QUERY_HISTORY);
        self.query_history.drain(..surplus);
    }

    /// Takes a whole query at once, as a change that can be taken back.
    pub fn ask(&mut self, text: &str) {
        self.set_query_undoable(Query::parse(text));
    }
}
