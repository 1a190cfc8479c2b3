//! The menu of the fields that can stand beside the titles of the list. It stays open, so that several can be chosen, and the
//! list follows at once.

use crate::{
    app::{App, ListColumn, Overlay, PickEffect, PickItem, PickKind, PickMenu, list_columns::SAMPLED_EVENTS},
    messages::notices,
    query::Field,
};

impl App {
    /// Opens the fields that can stand beside the titles: those that annalist does not know, as the file has them, then
    /// those that it knows, as far as events have them.
    pub(in crate::app) fn open_list_columns(&mut self) {
        let (locale, timeline) = (self.locale(), &self.doc.timeline);
        let unknown = timeline.extra_fields();
        let of_file =
            unknown.names().into_iter().filter(|name| unknown.stands_for(name).is_none()).filter_map(|name| {
                // A name that would not be read back goes as a query has it.
                let is_plain = !name.contains([',', ':']) && name.trim() == &*name;
                let written = if is_plain { &*name } else { unknown.written_by_queries(&name)? };
                Some((name.to_string(), written.to_owned()))
            });
        let has_any = |field: Field| {
            let mut values =
                timeline.events().take(SAMPLED_EVENTS).flat_map(|event| field.values_of(timeline, &event, self.lang()));
            values.any(|value| !value.id.is_empty())
        };
        let known = Field::FACETS.into_iter().map(|(_, field)| field).filter(|field| *field != Field::Year);
        let known = known.filter(|field| has_any(*field));
        let known = known.map(|field| (field.label(locale).to_owned(), field.name().to_owned()));
        let letters = ('a'..='z').map(Some).chain(std::iter::repeat(None));
        let item = |((label, name), key): ((String, String), Option<char>)| {
            let example = self.selected_event().map(|event| ListColumn::new(&name).text(timeline, &event, self.lang()));
            PickItem::new(key, label, example.unwrap_or_default(), PickEffect::Column(name))
        };
        let items: Vec<PickItem> = of_file.chain(known).zip(letters).map(item).collect();
        if items.is_empty() {
            return self.tell(notices::no_fields(locale).to_owned());
        }
        self.overlays.push(Overlay::Pick(PickMenu::new(PickKind::Columns, items)));
    }
}
