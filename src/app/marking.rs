//! What the reader notes of events: marks, tags, notes, and the way from one to the next.

use crate::{
    marks::{EventKey, MarkChange},
    messages::{Locale, notices},
    model::{Annotation, EventIndex, EventRowId, Marks},
};

use super::{App, Direction, Effect, Side, View};

/// What the reader notes, and of which events.
#[derive(Debug, Clone, Default)]
pub struct Marking {
    /// How many times something else was noted or chosen.
    pub revision: u64,
}

impl App {
    /// Takes what is noted of all events, as others have noted it by now.
    pub fn set_marks(&mut self, marks: Marks) {
        if *self.doc.marks() != marks {
            self.doc.set_marks(marks);
            self.follow_marks();
        }
    }

    fn follow_marks(&mut self) {
        self.marking.revision += 1;
        self.forget_candidates();
        let is_compared = self.panes.view == View::Compare;
        let sides = Side::BOTH.map(|side| self.comparison.query(side).asks_of_marks());
        if self.filter.query.asks_of_marks() || is_compared && sides.contains(&true) {
            self.refilter();
        }
        self.color_marked_events();
    }

    /// Notes something of events; what was noted before comes back, with what is to be kept.
    pub(super) fn set_annotations(
        &mut self,
        now: Vec<(EventRowId, Annotation)>,
    ) -> (Vec<(EventRowId, Annotation)>, Option<Effect>) {
        let mut marks = self.doc.marks().clone();
        let (mut before, mut changes) = (Vec::with_capacity(now.len()), Vec::with_capacity(now.len()));
        for (row, annotation) in now {
            let event = self.doc.timeline.index_of_row(row).and_then(|ix| self.doc.timeline.event(ix));
            let Some(key) = event.map(|event| EventKey::of(&event)) else { continue };
            before.push((row, marks.get(row).cloned().unwrap_or_default()));
            marks.set(row, annotation.clone());
            changes.push(MarkChange { key, annotation });
        }
        self.doc.set_marks(marks);
        self.follow_marks();
        (before, (!changes.is_empty()).then_some(Effect::KeepMarks(changes)))
    }

    /// The same as a change that can be taken back; of events of which it changes nothing, nothing is kept.
    fn annotate(&mut self, rows: &[EventRowId], change: impl Fn(&mut Annotation)) -> Option<Effect> {
        let changed = |&row: &EventRowId| {
            let before = self.doc.marks().get(row).cloned().unwrap_or_default();
            let mut now = before.clone();
            change(&mut now);
            (now != before).then_some((row, now))
        };
        let now: Vec<(EventRowId, Annotation)> = rows.iter().filter_map(changed).collect();
        if now.is_empty() {
            return None;
        }
        let (before, effect) = self.set_annotations(now);
        self.history.push_marks(before);
        effect
    }

    /// Marks the event, or takes its mark away; of several, if all are marked.
    pub(super) fn toggle_mark(&mut self) -> Option<Effect> {
        self.selection.prefer_selected();
        self.end_range();
        let rows = self.rows_acted_on();
        let is_marked = |row: &EventRowId| self.doc.marks().get(*row).is_some_and(|noted| noted.is_marked);
        let marks = !rows.iter().all(is_marked);
        let keeps = !marks && rows.iter().any(|&row| self.has_tags_or_note(row));
        let effect = self.annotate(&rows, |annotation| annotation.is_marked = marks);
        let locale = self.locale();
        let words = match (marks, keeps) {
            (true, _) => notices::marked(locale),
            (false, false) => notices::unmarked(locale),
            (false, true) => notices::unmarked_but_noted(locale),
        };
        self.tell(told(words, rows.len(), locale));
        effect
    }

    fn has_tags_or_note(&self, row: EventRowId) -> bool {
        let annotation = self.doc.marks().get(row);
        annotation.is_some_and(|annotation| !annotation.tags.is_empty() || annotation.note.is_some())
    }

    /// Takes tags and a note from a line: those of one event are what the line says, to those of several it adds.
    pub(super) fn annotate_from(&mut self, rows: &[EventRowId], line: &str) -> Option<Effect> {
        let typed = Annotation::from_line(line);
        let is_one = rows.len() == 1;
        let effect = self.annotate(rows, |annotation| {
            if is_one {
                // Whoever takes tags and note away leaves the mark.
                let is_marked = typed.is_marked || annotation.is_marked;
                *annotation = Annotation { is_marked, ..typed.clone() };
            } else {
                annotation.is_marked |= typed.is_marked;
                typed.tags.iter().for_each(|tag| annotation.add_tag(tag));
                annotation.note = typed.note.clone().or_else(|| annotation.note.take());
            }
        });
        let locale = self.locale();
        let words = match (typed.is_empty(), is_one) {
            (false, _) => notices::noted(locale),
            (true, true) => notices::nothing_noted(locale),
            (true, false) => notices::nothing_added(locale),
        };
        self.tell(told(words, rows.len(), locale));
        effect
    }

    /// The next shown event of which something is noted, in the order of time.
    pub(super) fn mark_beside(&self, direction: Direction) -> Option<EventIndex> {
        let selected = self.selection.selected?;
        let places = self.doc.marks().iter().filter_map(|(row, _)| self.doc.timeline.index_of_row(row));
        let shown = places.filter(|&ix| self.filter.position(ix).is_some());
        match direction {
            Direction::Next => shown.filter(|&ix| ix > selected).min(),
            Direction::Previous => shown.filter(|&ix| ix < selected).max(),
        }
    }

    pub(super) fn go_to_mark(&mut self, direction: Direction) {
        if let Some(ix) = self.mark_beside(direction) {
            self.jump(ix);
        }
    }
}

/// What was done, to how many events if to several.
fn told(words: &str, count: usize, locale: Locale) -> String {
    if count > 1 { notices::of_events(locale, count, words) } else { words.to_owned() }
}
