//! Fields that stand beside the titles of the list.

use super::App;
use crate::{
    messages::{Locale, notices},
    model::{Event, Lang, Timeline},
    query::Field,
    text::{self, sanitize},
};

/// Columns of the screen of a field for which nothing else is said, and at most.
const COLUMNS: u16 = 12;
const MAX_COLUMNS: u16 = 80;
/// So many columns of the screen are left to dates and titles at least.
const MIN_TITLED_COLUMNS: u16 = 36;
/// A field that is chosen on screen has so many columns at least, and at most.
const MIN_FITTED_COLUMNS: u16 = 4;
const MAX_FITTED_COLUMNS: u16 = 24;
/// So many events at the start of a timeline say which fields there are to choose, and how wide each is to be.
pub(super) const SAMPLED_EVENTS: usize = 500;
/// Columns of the screen between two fields.
pub const LIST_COLUMN_GAP: u16 = 2;

/// A field that stands beside the titles of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListColumn {
    /// Its name, as a query has it.
    pub name: String,
    /// How many columns of the screen it takes.
    pub width: u16,
}

impl ListColumn {
    /// A field for whose width nothing is said.
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), width: COLUMNS }
    }

    /// Reads the names of fields, each with how wide it is, as far as that is said: `EventID:6,Channel`.
    pub fn parse_all(text: &str) -> Vec<Self> {
        let column = |part: &str| {
            let (name, width) = match part.rsplit_once(':') {
                Some((name, width)) => match width.trim().parse::<u16>() {
                    Ok(width) => (name, width.clamp(1, MAX_COLUMNS)),
                    Err(_) => (part, COLUMNS),
                },
                None => (part, COLUMNS),
            };
            let name = sanitize(name.trim()).into_owned();
            (!name.is_empty()).then_some(Self { name, width })
        };
        text.split(',').filter_map(column).collect()
    }

    /// What [`parse_all`](Self::parse_all) reads as these.
    pub fn written(columns: &[Self]) -> String {
        let column = |Self { name, width }: &Self| {
            if *width == COLUMNS { name.clone() } else { format!("{name}:{width}") }
        };
        columns.iter().map(column).collect::<Vec<_>>().join(",")
    }

    /// What stands above it: how menus call a field that annalist knows, else its name.
    pub fn label(&self, locale: Locale) -> &str {
        Field::named(&self.name).map_or(&self.name, |field| field.label(locale))
    }

    /// The field that it shows; `None` if there is none of its name.
    pub fn field(&self, timeline: &Timeline) -> Option<Field> {
        Field::named_in(&self.name, timeline)
    }

    /// What an event says in it.
    pub(super) fn text(&self, timeline: &Timeline, event: &Event, lang: Lang) -> String {
        // Most are written just so.
        if let Some(extra) = event.more.iter().find(|extra| extra.name == self.name) {
            return extra.value.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        let values = self.field(timeline).map(|field| field.values_of(timeline, event, lang)).unwrap_or_default();
        values.into_iter().map(|value| value.label).collect::<Vec<_>>().join(", ")
    }
}

/// Columns of the screen that fields may have, with the gaps before them, in a list of so many.
fn room_for_fields(width: u16) -> u16 {
    (width / 2).min(width.saturating_sub(MIN_TITLED_COLUMNS))
}

impl App {
    /// The fields that stand beside the titles of a list of so many columns: as many as leave half of it, and enough, to the titles.
    pub fn list_columns(&self, width: u16) -> &[ListColumn] {
        let all = self.prefs.columns.as_slice();
        let mut room = room_for_fields(width);
        let has_room = |column: &&ListColumn| {
            let left = room.checked_sub(column.width.saturating_add(LIST_COLUMN_GAP));
            room = left.unwrap_or(room);
            left.is_some()
        };
        let count = all.iter().take_while(has_room).count();
        all.get(..count).unwrap_or_default()
    }

    /// Whether a field of this name stands beside the titles, or would where there is room.
    pub fn has_list_column(&self, name: &str) -> bool {
        self.prefs.columns.iter().any(|column| column.name == name)
    }

    /// Takes a field from beside the titles, or puts it there as wide as what stands in it and as there is room; says so
    /// where there is none.
    pub(super) fn toggle_list_column(&mut self, name: &str) {
        if self.has_list_column(name) {
            return self.prefs.columns.retain(|column| column.name != name);
        }
        let mut column = ListColumn::new(name);
        let timeline = &self.doc.timeline;
        let texts = timeline.events().take(SAMPLED_EVENTS).map(|event| column.text(timeline, &event, self.lang()));
        let widest = texts.map(|said| text::columns(&said)).max().unwrap_or(0).max(text::columns(name).min(COLUMNS));
        let list = self.metrics.list_columns;
        let left = room_for_fields(list).saturating_sub(self.list_columns_width(list) + LIST_COLUMN_GAP);
        let fitted = widest.clamp(MIN_FITTED_COLUMNS, MAX_FITTED_COLUMNS);
        column.width = if left < MIN_FITTED_COLUMNS { fitted } else { fitted.min(left) };
        self.prefs.columns.push(column);
        if self.list_columns(list).len() < self.prefs.columns.len() {
            self.tell(notices::no_room_for_column(self.locale(), name));
        }
    }

    /// How many columns of the screen they take, with one that keeps them from the border.
    pub fn list_columns_width(&self, width: u16) -> u16 {
        let columns = self.list_columns(width);
        let fields: u16 = columns.iter().map(|column| column.width + LIST_COLUMN_GAP).sum();
        fields + u16::from(!columns.is_empty())
    }

    /// What an event says in each of them.
    pub fn list_column_texts(&self, event: &Event, width: u16) -> Vec<String> {
        let columns = self.list_columns(width).iter();
        columns.map(|column| column.text(&self.doc.timeline, event, self.lang())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_as_they_are_written() {
        let columns = ListColumn::parse_all("EventID:6, log.level ,a:b,,x:900");
        let seen: Vec<(&str, u16)> = columns.iter().map(|column| (column.name.as_str(), column.width)).collect();
        assert_eq!(seen, [("EventID", 6), ("log.level", 12), ("a:b", 12), ("x", 80)]);
        assert_eq!(ListColumn::parse_all(&ListColumn::written(&columns)), columns);
    }
}
