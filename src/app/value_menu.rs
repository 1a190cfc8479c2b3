//! The menu of values: of one facet, or of all that the selected event has. Each entry has a letter; the letter
//! filters, the capital excludes.

use crate::{
    model::EventIx,
    query::{FacetValue, Field, values},
};

use super::App;

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueItem {
    /// The letter that chooses it; `None` once the letters have run out.
    pub key: Option<char>,
    /// The value with its count.
    pub facet: FacetValue,
}

/// What the menu lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    /// All values of a field.
    Field(Field),
    /// All that an event has.
    Event(EventIx),
}

/// A menu of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueMenu {
    /// The entries.
    pub items: Vec<ValueItem>,
    /// The place of the entry that the cursor stands on.
    pub cursor: usize,
    /// The place of the topmost entry on screen.
    pub top: usize,
    listed: Listed,
}

/// What `like this` offers, in this order.
const OF_AN_EVENT: [Field; 8] =
    [Field::Lane, Field::Kind, Field::Area, Field::Party, Field::Person, Field::Org, Field::Place, Field::Year];

impl ValueMenu {
    /// The menu of all values of a field.
    pub(super) fn of_field(field: Field, app: &App) -> Self {
        Self::new(Listed::Field(field), app)
    }

    /// The menu of all that an event has.
    pub(super) fn of_event(ix: EventIx, app: &App) -> Self {
        Self::new(Listed::Event(ix), app)
    }

    fn new(listed: Listed, app: &App) -> Self {
        let mut menu = Self { items: Vec::new(), cursor: 0, top: 0, listed };
        menu.count(app);
        menu
    }

    /// The field whose values these are; `None` if they are those of an event.
    pub fn field(&self) -> Option<Field> {
        match self.listed {
            Listed::Field(field) => Some(field),
            Listed::Event(_) => None,
        }
    }

    /// Counts anew, after the filter has changed.
    pub(super) fn count(&mut self, app: &App) {
        let counted = |field| values(field, &app.query, &app.timeline, app.haystack(), app.lang);
        let facets: Vec<FacetValue> = match self.listed {
            Listed::Field(field) => counted(field),
            Listed::Event(ix) => {
                let Some(event) = app.timeline.event(ix) else { return };
                let of_event = |field: Field| {
                    let has = field.values_of(&app.timeline, event, app.lang);
                    let counted = counted(field).into_iter();
                    counted.filter(move |facet| has.iter().any(|value| value.id == facet.value.id))
                };
                OF_AN_EVENT.into_iter().flat_map(of_event).collect()
            }
        };
        let keys = letters(&facets);
        self.items = facets.into_iter().zip(keys).map(|(facet, key)| ValueItem { key, facet }).collect();
        self.cursor = self.cursor.min(self.items.len().saturating_sub(1));
    }

    /// The entry that the cursor stands on.
    pub fn current(&self) -> Option<&ValueItem> {
        self.items.get(self.cursor)
    }

    /// The place of the entry with this letter, in whichever case.
    pub(super) fn place_of(&self, letter: char) -> Option<usize> {
        let letter = letter.to_ascii_lowercase();
        self.items.iter().position(|item| item.key == Some(letter))
    }
}

/// A letter for each value: the first of its id that is free, else the first that is free at all. The letters depend
/// on the values alone, not on counts or language, so that fingers can learn them.
fn letters(facets: &[FacetValue]) -> Vec<Option<char>> {
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
