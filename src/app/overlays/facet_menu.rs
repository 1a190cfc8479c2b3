//! The menu of values: of one facet, or of all that the selected event has. Each entry has a letter; the letter
//! filters, the capital excludes.

use std::collections::HashSet;

use crate::{
    input::LineEditor,
    model::{Event, EventIndex, Lang},
    query::{FacetValue, Field, Query, values},
    text::fold,
};

use crate::app::{App, Document, ListCursor, Overlay};

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetItem {
    /// The letter that chooses it; `None` once the letters have run out.
    pub key: Option<char>,
    /// The value with its count.
    pub facet: FacetValue,
}

/// What the menu lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FacetSource {
    /// All values of a field.
    Field(Field),
    /// All that an event has.
    Event(EventIndex),
}

/// A menu of values.
#[derive(Debug, Clone)]
pub struct FacetMenu {
    /// The entries.
    pub items: Vec<FacetItem>,
    /// The entry that the cursor stands on.
    pub cursor: ListCursor,
    /// What is typed to find an entry; `None` while letters choose entries.
    pub filter_input: Option<LineEditor>,
    all: Vec<FacetItem>,
    listed: FacetSource,
}

/// What `like this` offers, in this order.
const OF_AN_EVENT: [Field; 8] =
    [Field::Lane, Field::Kind, Field::Area, Field::Party, Field::Person, Field::Org, Field::Place, Field::Year];

/// In a longer timeline the values of fields that annalist does not know are not counted for a menu; and a longer value is
/// hardly one of few.
const MAX_COUNTED_EVENTS: usize = 100_000;
const MAX_VALUE_CHARS: usize = 60;
/// So many such fields are offered.
const MAX_EXTRA_FIELDS: usize = 12;

/// The fields of an event that annalist does not know and that may be chosen by.
fn extra_facets(event: &Event, doc: &Document) -> Vec<Field> {
    if doc.timeline.len() > MAX_COUNTED_EVENTS {
        return Vec::new();
    }
    let short = event.more.iter().filter(|extra| extra.value.chars().nth(MAX_VALUE_CHARS).is_none());
    let names = short.filter_map(|extra| doc.timeline.extra_fields().written_by_queries(&extra.name));
    names.map(Field::Extra).take(MAX_EXTRA_FIELDS).collect()
}

impl FacetMenu {
    /// The menu of all values of a field.
    pub(in crate::app) fn of_field(field: Field, query: &Query, doc: &Document, lang: Lang) -> Self {
        Self::new(FacetSource::Field(field), query, doc, lang)
    }

    /// The menu of all that an event has.
    pub(in crate::app) fn of_event(ix: EventIndex, query: &Query, doc: &Document, lang: Lang) -> Self {
        Self::new(FacetSource::Event(ix), query, doc, lang)
    }

    fn new(listed: FacetSource, query: &Query, doc: &Document, lang: Lang) -> Self {
        let mut menu =
            Self { items: Vec::new(), cursor: ListCursor::default(), filter_input: None, all: Vec::new(), listed };
        menu.count(query, doc, lang);
        // Where there are more entries than letters, one types.
        if menu.all.iter().any(|item| item.key.is_none()) {
            menu.type_ahead();
        }
        menu
    }

    /// The field whose values these are; `None` if they are those of an event.
    pub fn field(&self) -> Option<Field> {
        match self.listed {
            FacetSource::Field(field) => Some(field),
            FacetSource::Event(_) => None,
        }
    }

    /// Gives the event that it lists the values of its new place.
    pub(in crate::app) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        if let FacetSource::Event(ix) = &mut self.listed {
            *ix = moved(*ix).unwrap_or(*ix);
        }
    }

    /// Counts anew, after the filter has changed.
    pub(in crate::app) fn count(&mut self, query: &Query, doc: &Document, lang: Lang) {
        let counted = |field| values(field, query, &doc.timeline, doc.text_index(), lang);
        let facets: Vec<FacetValue> = match self.listed {
            FacetSource::Field(field) => counted(field),
            FacetSource::Event(ix) => {
                let Some(event) = doc.timeline.event(ix) else { return };
                let of_event = |field: Field| {
                    let has = field.values_of(&doc.timeline, &event, lang);
                    let has: HashSet<String> = has.into_iter().map(|value| value.id).collect();
                    counted(field).into_iter().filter(move |facet| has.contains(&facet.value.id))
                };
                let extras = extra_facets(&event, doc).into_iter().flat_map(of_event);
                OF_AN_EVENT.into_iter().flat_map(of_event).chain(extras).collect()
            }
        };
        let keys = assign_hotkeys(&facets);
        self.all = facets.into_iter().zip(keys).map(|(facet, key)| FacetItem { key, facet }).collect();
        self.apply_filter();
    }

    /// Shows the entries in which what is typed stands.
    fn apply_filter(&mut self) {
        let typed = self.filter_input.as_ref().map(|editor| fold(editor.text())).unwrap_or_default();
        let stands = |item: &&FacetItem| {
            fold(&item.facet.value.label).contains(&typed) || fold(&item.facet.value.id).contains(&typed)
        };
        self.items = self.all.iter().filter(stands).cloned().collect();
        self.cursor.clamp(self.items.len());
    }

    /// Lets entries be found by typing.
    pub(in crate::app) fn type_ahead(&mut self) {
        self.filter_input.get_or_insert_default();
    }

    /// Shows what is found by what is typed now, from the first entry on.
    pub(in crate::app) fn follow_typing(&mut self) {
        self.cursor = ListCursor::default();
        self.apply_filter();
    }

    /// Lets letters choose entries again; `false` if they do already, or if there are more entries than letters and
    /// nothing is typed.
    pub(in crate::app) fn stop_typing(&mut self) -> bool {
        let needs_typing = self.all.iter().any(|item| item.key.is_none());
        let had_text = self.filter_input.as_ref().is_some_and(|editor| !editor.text().is_empty());
        if self.filter_input.is_none() || needs_typing && !had_text {
            return false;
        }
        self.filter_input = needs_typing.then(LineEditor::default);
        self.apply_filter();
        true
    }

    /// The entry that the cursor stands on.
    pub fn current(&self) -> Option<&FacetItem> {
        self.items.get(self.cursor.place)
    }

    /// The place of the entry with this letter, in whichever case; in a menu of an event `.` stands for the entry that the
    /// cursor is on.
    pub(in crate::app) fn place_of(&self, letter: char) -> Option<usize> {
        let wanted = Some(letter.to_ascii_lowercase());
        let place = self.items.iter().position(|item| item.key == wanted);
        place.or_else(|| (letter == '.' && self.field().is_none()).then_some(self.cursor.place))
    }
}

/// A letter for each value: the first of its id that is free, else the first that is free at all. The letters depend
/// on the values alone, not on counts or language, so that fingers can learn them.
fn assign_hotkeys(facets: &[FacetValue]) -> Vec<Option<char>> {
    let mut taken = Vec::with_capacity(facets.len());
    facets
        .iter()
        .map(|facet| {
            let own = facet.value.id.chars().map(|c| c.to_ascii_lowercase()).filter(char::is_ascii_lowercase);
            let letter = own.chain('a'..='z').find(|letter| !taken.contains(letter));
            taken.extend(letter);
            letter
        })
        .collect()
}

impl App {
    /// Opens the values of a facet.
    pub(in crate::app) fn open_values(&mut self, field: Field) {
        let menu = FacetMenu::of_field(field, &self.filter.query, &self.doc, self.prefs.lang);
        self.overlays.push(Overlay::Values(menu));
    }

    /// Opens the values that the selected event has.
    pub(in crate::app) fn open_similar(&mut self) {
        self.selection.prefer_selected();
        if let Some(ix) = self.selection.selected {
            let menu = FacetMenu::of_event(ix, &self.filter.query, &self.doc, self.prefs.lang);
            self.overlays.push(Overlay::Values(menu));
        }
    }

    /// Filters by the value under the cursor of the menu, or excludes it; counts anew.
    pub(in crate::app) fn choose_value(&mut self, excludes: bool) {
        let Some(Overlay::Values(menu)) = self.overlays.last() else { return };
        let Some(item) = menu.current().cloned() else { return };
        self.toggle(item.facet.field, &item.facet.value.id, excludes);
        self.recount();
    }

    /// Filters by the value under the cursor of the menu and by no other of its field; counts anew.
    pub(in crate::app) fn only_value(&mut self) {
        let Some(Overlay::Values(menu)) = self.overlays.last() else { return };
        let Some(item) = menu.current().cloned() else { return };
        let mut query = self.filter.query.clone();
        query.only(item.facet.field, &item.facet.value.id);
        self.set_query_undoable(query);
        self.recount();
    }

    /// Counts the values of every open menu anew.
    pub(in crate::app) fn recount(&mut self) {
        for overlay in &mut self.overlays {
            if let Overlay::Values(menu) = overlay {
                menu.count(&self.filter.query, &self.doc, self.prefs.lang);
            }
        }
    }
}
