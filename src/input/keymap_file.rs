//! Reads the text of a keymap: which keys each line gives to which action. What that does to a keymap is no matter of this
//! file.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::{
    ACTIONS, Action, Key, KeyConflict, KeyContext, KeySequence, KeymapError, KeymapErrorKind, KeymapWarning,
    KeymapWarningKind,
};
use crate::text::suggest;

/// What takes all keys from an action.
const NO_KEYS: &str = "none";

/// A line of a keymap: all keys of an action in a layer.
#[derive(Debug)]
pub(super) struct Assignment {
    pub(super) context: KeyContext,
    pub(super) action: Action,
    /// The keys, each with where it stands in the text.
    pub(super) keys: Vec<(KeySequence, Range<usize>)>,
}

/// The lines of a keymap, and what has to be known of them.
#[derive(Debug, Default)]
pub(super) struct KeymapFile {
    pub(super) assignments: Vec<Assignment>,
    pub(super) warnings: Vec<KeymapWarning>,
}

impl KeymapFile {
    /// Reads layers of actions with their keys.
    ///
    /// # Errors
    ///
    /// The first thing in the text that is wrong.
    pub(super) fn read(layers: &DeTable<'_>) -> Result<Self, KeymapError> {
        let (mut file, mut errors) = (Self::default(), Vec::new());
        for (name, table) in layers {
            match layer(name, table) {
                Ok((context, lines)) => {
                    errors.extend(lines.iter().filter_map(|(name, keys)| file.read_line(context, name, keys).err()));
                }
                Err(error) => errors.push(error),
            }
        }
        errors.extend(file.conflicts());
        errors.sort_by_key(|error| error.span.start);
        errors.into_iter().next().map_or(Ok(file), Err)
    }

    fn read_line(
        &mut self,
        context: KeyContext,
        name: &Spanned<DeString<'_>>,
        keys: &Spanned<DeValue<'_>>,
    ) -> Result<(), KeymapError> {
        let written = name.get_ref().as_ref();
        let renamed = Action::renamed(written);
        let action = Action::from_name(renamed.unwrap_or(written)).ok_or_else(|| {
            let near = suggest(written, ACTIONS.iter().map(|entry| entry.name));
            error(name.span(), KeymapErrorKind::UnknownAction(written.to_owned(), near))
        })?;
        let outdated = renamed.map(|new| KeymapWarningKind::Outdated(written.to_owned(), new));
        self.warnings.extend(outdated.map(|kind| KeymapWarning { kind, span: name.span() }));
        let mut assignment = Assignment { context, action, keys: Vec::new() };
        for (text, span) in texts(keys)? {
            let keys: KeySequence = text.parse().map_err(|fault| error(span.clone(), KeymapErrorKind::Key(fault)))?;
            let first = keys.first().character();
            if context == KeyContext::Text && first.is_some() {
                return Err(error(span, KeymapErrorKind::Typed(keys)));
            }
            let hides = context == KeyContext::Menu && first.is_some_and(char::is_alphanumeric);
            let hides = hides.then(|| KeymapWarningKind::HidesEntry(keys.clone()));
            let kinds = hides.into_iter().chain(indistinct(&keys));
            self.warnings.extend(kinds.map(|kind| KeymapWarning { kind, span: span.clone() }));
            assignment.keys.push((keys, span));
        }
        self.assignments.push(assignment);
        Ok(())
    }

    /// Each pair of keys of one layer that cannot both be heard, told where the later one stands.
    fn conflicts(&self) -> Vec<KeymapError> {
        let mut conflicts = Vec::new();
        for context in KeyContext::ALL {
            let lines = self.assignments.iter().filter(|line| line.context == context);
            let mut bound: Vec<_> =
                lines.flat_map(|line| line.keys.iter().map(|(keys, span)| (keys, line.action.name(), span))).collect();
            bound.sort_by_key(|(.., span)| span.start);
            for (place, (keys, action, span)) in bound.iter().enumerate() {
                let earlier = bound.iter().take(place).find(|(earlier, ..)| earlier.overlaps(keys));
                conflicts.extend(earlier.map(|(first, first_action, other)| {
                    let (first, second) = (((*first).clone(), *first_action), ((*keys).clone(), *action));
                    let kind = KeymapErrorKind::Conflict(Box::new(KeyConflict { first, second }));
                    KeymapError { kind, span: (*span).clone(), other: Some((*other).clone()) }
                }));
            }
        }
        conflicts
    }
}

/// A layer with its lines.
fn layer<'a, 'b>(
    name: &Spanned<DeString<'_>>,
    table: &'a Spanned<DeValue<'b>>,
) -> Result<(KeyContext, &'a DeTable<'b>), KeymapError> {
    let context = KeyContext::named(name.get_ref()).ok_or_else(|| {
        let near = suggest(name.get_ref(), KeyContext::ALL.map(KeyContext::name));
        error(name.span(), KeymapErrorKind::UnknownLayer(name.get_ref().to_string(), near))
    })?;
    match table.get_ref() {
        DeValue::Table(lines) => Ok((context, lines)),
        _ => Err(error(table.span(), KeymapErrorKind::NoKeys)),
    }
}

/// The texts that a line gives, each with its place: one, a list of them, or none at all.
fn texts<'a>(keys: &'a Spanned<DeValue<'_>>) -> Result<Vec<(&'a str, Range<usize>)>, KeymapError> {
    let text = |one: &'a Spanned<DeValue<'_>>| match one.get_ref() {
        DeValue::String(text) => Ok((text.as_ref(), one.span())),
        _ => Err(error(one.span(), KeymapErrorKind::NoKeys)),
    };
    match keys.get_ref() {
        DeValue::String(word) if word == NO_KEYS => Ok(Vec::new()),
        DeValue::Array(list) => list.iter().map(text).collect(),
        _ => Ok(vec![text(keys)?]),
    }
}

/// What many terminals make of these keys, if it is something else.
fn indistinct(keys: &KeySequence) -> Option<KeymapWarningKind> {
    if keys.keys().all(|key| key.reported_as().is_none() && !key.begins_sequence()) {
        return None;
    }
    let heard = |key: Key| match key.reported_as() {
        Some(other) => vec![other],
        None if key.begins_sequence() => {
            vec![Key::from(crossterm::event::KeyCode::Esc), Key::from(key.code)]
        }
        None => vec![key],
    };
    let heard = KeySequence::of(keys.keys().flat_map(heard))?;
    Some(KeymapWarningKind::Indistinct { keys: keys.clone(), heard })
}

fn error(span: Range<usize>, kind: KeymapErrorKind) -> KeymapError {
    KeymapError { kind, span, other: None }
}
