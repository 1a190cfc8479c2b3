//! What can be open above the panes. The topmost overlay has the keyboard.

use crate::{
    input::{self, LineEditor},
    model::{EventIndex, EventRowId},
};

use crate::app::{
    AnnotationPrompt, ComparePrompt, DatePrompt, ExportPrompt, FacetMenu, InfoPage, ListCursor, NamePrompt, Palette,
    PickMenu, QueryPrompt,
};

/// Something open above the panes.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The query line.
    Query(QueryPrompt),
    /// The terms of the filter, with the place of the chosen one.
    Chips(usize),
    /// The date to go to.
    Date(DatePrompt),
    /// The two filters that are compared.
    Compare(ComparePrompt),
    /// The name of a saved query.
    Name(NamePrompt),
    /// Tags and a note.
    Annotation(AnnotationPrompt),
    /// The file to which events are written.
    Export(ExportPrompt),
    /// The menu of facets.
    Facets(ListCursor),
    /// The values of a facet, or of the selected event.
    Values(FacetMenu),
    /// A menu of things of which one is done.
    Pick(PickMenu),
    /// The help.
    Palette(Palette),
    /// A text to read.
    Page {
        /// Which one.
        page: InfoPage,
        /// The topmost line on screen.
        top: usize,
    },
}

impl Overlay {
    /// Whose keys are heard.
    pub(in crate::app) const fn key_context(&self) -> input::KeyContext {
        match self {
            Self::Query(_)
            | Self::Date(_)
            | Self::Compare(_)
            | Self::Name(_)
            | Self::Annotation(_)
            | Self::Export(_)
            | Self::Palette(_) => input::KeyContext::Text,
            Self::Values(menu) if menu.filter_input.is_some() => input::KeyContext::Text,
            Self::Chips(_) => input::KeyContext::Chips,
            Self::Facets(_) | Self::Values(_) | Self::Pick(_) => input::KeyContext::Menu,
            Self::Page { .. } => input::KeyContext::Page,
        }
    }

    /// The text that is typed, if any is.
    pub(in crate::app) const fn editor_mut(&mut self) -> Option<&mut LineEditor> {
        match self {
            Self::Query(prompt) => Some(&mut prompt.editor),
            Self::Date(prompt) => Some(&mut prompt.editor),
            Self::Compare(prompt) => Some(&mut prompt.editor),
            Self::Name(prompt) => Some(&mut prompt.editor),
            Self::Annotation(prompt) => Some(&mut prompt.editor),
            Self::Export(prompt) => Some(&mut prompt.editor),
            Self::Palette(palette) => Some(&mut palette.editor),
            Self::Values(menu) => menu.filter_input.as_mut(),
            Self::Chips(_) | Self::Facets(_) | Self::Pick(_) | Self::Page { .. } => None,
        }
    }

    /// The cursor of its entries, if it is a list.
    pub(in crate::app) const fn cursor_mut(&mut self) -> Option<&mut ListCursor> {
        match self {
            Self::Facets(cursor) => Some(cursor),
            Self::Values(menu) => Some(&mut menu.cursor),
            Self::Pick(menu) => Some(&mut menu.cursor),
            Self::Palette(palette) => Some(&mut palette.cursor),
            Self::Query(_)
            | Self::Chips(_)
            | Self::Date(_)
            | Self::Compare(_)
            | Self::Name(_)
            | Self::Annotation(_)
            | Self::Export(_)
            | Self::Page { .. } => None,
        }
    }

    /// Gives every row its new one.
    pub(in crate::app) fn remap_rows(&mut self, moved: &impl Fn(EventRowId) -> Option<EventRowId>) {
        if let Self::Annotation(prompt) = self {
            prompt.rows = prompt.rows.iter().filter_map(|&row| moved(row)).collect();
        }
    }

    /// Gives every event its new place.
    pub(in crate::app) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        match self {
            Self::Query(QueryPrompt { before, .. }) => before.remap_events(moved),
            Self::Date(DatePrompt { before, nearest, .. }) => {
                before.remap_events(moved);
                *nearest = nearest.and_then(moved);
            }
            Self::Values(menu) => menu.remap_events(moved),
            Self::Pick(menu) => menu.remap_events(moved),
            Self::Chips(_)
            | Self::Compare(_)
            | Self::Name(_)
            | Self::Annotation(_)
            | Self::Export(_)
            | Self::Facets(_)
            | Self::Palette(_)
            | Self::Page { .. } => {}
        }
    }
}
