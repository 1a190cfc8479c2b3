//! What can be done with the item under the cursor of the detail: citing it, copying its address, filtering by it, going to
//! what it points at.

use crate::{
    export,
    input::FilterAction,
    messages::{fields, notices},
    model::{EventIndex, EventRef, Text, publishers},
    query::{Field, FieldValue, Query},
};

use super::{App, DetailItem, Direction, DisabledReason, Effect, View};

/// What an item points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ItemTarget {
    /// Another event.
    Event(EventIndex),
    /// Another item: the source of a quote.
    Item(DetailItem),
}

impl App {
    pub(super) fn item_with_event(&self) -> Result<(DetailItem, EventRef<'_>), DisabledReason> {
        let event = self.selected_event().ok_or(DisabledReason::NothingShown)?;
        Ok((self.detail_item().ok_or(DisabledReason::NoItem)?, event))
    }

    /// The item under the cursor as it is cited, with what that is.
    ///
    /// # Errors
    ///
    /// There is no item under the cursor.
    pub(super) fn item_citation(&self) -> Result<(&'static str, String), DisabledReason> {
        let (item, event) = self.item_with_event()?;
        let (words, lang) = (&self.doc.timeline.vocabularies, self.prefs.lang);
        let locale = self.locale();
        let cited = match item {
            DetailItem::Party(place) => {
                let party = event.parties.get(place).map(|&party| words.parties.label(party, lang));
                party.map(|name| (fields::party(locale), name.into_owned()))
            }
            DetailItem::Area(place) => {
                let area = event.areas.get(place).map(|&area| words.areas.label(area, lang));
                area.map(|name| (fields::area(locale), name.into_owned()))
            }
            DetailItem::Body(place) => {
                let body = event.organisations.get(place).map(|body| words.organisation(body, lang));
                body.map(|name| (fields::body(locale), name.into_owned()))
            }
            DetailItem::Quote(place) => {
                let quote = event.quotes.get(place);
                quote.map(|quote| (fields::quote(locale), export::quote(words, &event, quote, lang)))
            }
            DetailItem::Person(place) => {
                let person = event.people.get(place).map(|person| words.person(person, &event.date));
                person.map(|person| (fields::name(locale), person.name(lang).to_owned()))
            }
            DetailItem::Link(ix) => {
                let linked = self.doc.timeline.event(ix);
                linked.map(|linked| (fields::event(locale), export::event_name(&linked, lang)))
            }
            DetailItem::Source(place) => {
                let source = event.sources.get(place);
                source.map(|source| (fields::citation(locale), self.prefs.citation_style.cite(words, source, lang)))
            }
        };
        cited.ok_or(DisabledReason::NoItem)
    }

    /// The address of the source under the cursor, or of the source of the quote there.
    ///
    /// # Errors
    ///
    /// Nothing under the cursor has one.
    pub(super) fn item_address(&self) -> Result<Text, DisabledReason> {
        let (item, event) = self.item_with_event()?;
        let place = match item {
            DetailItem::Source(place) => Some(place),
            DetailItem::Quote(place) => event.quotes.get(place).and_then(|quote| quote.source),
            _ => None,
        };
        let source = place.and_then(|place| event.sources.get(place));
        let address = source.and_then(|source| source.url.as_ref().or(source.archived.as_ref()));
        address.cloned().ok_or(DisabledReason::NoAddress)
    }

    /// The value that the item under the cursor stands for; of a quote its speaker, of a source its publisher.
    ///
    /// # Errors
    ///
    /// It stands for none.
    pub(super) fn item_value(&self) -> Result<(Field, FieldValue), DisabledReason> {
        let (item, event) = self.item_with_event()?;
        let (timeline, lang) = (&*self.doc.timeline, self.prefs.lang);
        let words = &timeline.vocabularies;
        let named =
            |field: Field, name: Option<&str>| name.map(|name| (field, field.value_named(timeline, name, lang)));
        let value = match item {
            DetailItem::Party(place) => {
                let party = event.parties.get(place).and_then(|&party| words.parties.get(party));
                named(Field::Party, party.map(|party| &*party.id))
            }
            DetailItem::Area(place) => {
                let area = event.areas.get(place).and_then(|&area| words.areas.get(area));
                named(Field::Area, area.map(|area| &*area.id))
            }
            DetailItem::Body(place) => named(Field::Org, event.organisations.get(place).map(|body| &**body)),
            DetailItem::Person(place) => named(Field::Person, event.people.get(place).map(|person| &*person.name)),
            DetailItem::Quote(place) => {
                let speaker = event.quotes.get(place).and_then(|quote| quote.speaker.as_deref());
                named(Field::Speaker, speaker)
            }
            DetailItem::Source(place) => {
                let publisher = event.sources.get(place).and_then(|source| source.publisher.as_deref());
                named(Field::Source, publisher.and_then(|written| publishers(written).next()))
            }
            DetailItem::Link(_) => None,
        };
        value.ok_or(DisabledReason::NoValue)
    }

    fn item_target(&self) -> Result<ItemTarget, DisabledReason> {
        let (item, event) = self.item_with_event()?;
        match item {
            DetailItem::Link(ix) => Ok(ItemTarget::Event(ix)),
            DetailItem::Quote(place) => {
                let source = event.quotes.get(place).and_then(|quote| quote.source);
                let source = source.filter(|&place| place < event.sources.len());
                source.map(|place| ItemTarget::Item(DetailItem::Source(place))).ok_or(DisabledReason::NoTarget)
            }
            _ => Err(DisabledReason::NoTarget),
        }
    }

    /// Whether the item under the cursor points at something.
    pub fn has_item_target(&self) -> bool {
        self.item_target().is_ok()
    }

    /// Copies what the item under the cursor is cited as.
    pub(super) fn cite_item(&mut self) -> Option<Effect> {
        let (name, text) = self.item_citation().ok()?;
        Some(self.copy(name, text))
    }

    /// Copies the address of the source under the cursor.
    pub(super) fn copy_item_address(&mut self) -> Option<Effect> {
        let address = self.item_address().ok()?;
        Some(self.copy(fields::link(self.locale()), address.into_owned()))
    }

    /// Narrows the filter by what the item under the cursor stands for, or takes that back.
    pub(super) fn filter_by_item(&mut self) {
        let Ok((field, value)) = self.item_value() else { return };
        self.selection.prefer_selected();
        let mut query = self.filter.query.clone();
        query.narrow(field, &value.id);
        self.set_query_undoable(query);
    }

    /// Goes where the item under the cursor points; where it points nowhere, the detail gets the whole screen.
    pub(super) fn follow_item(&mut self) {
        match self.item_target() {
            Ok(ItemTarget::Event(ix)) => self.go_to_event(ix),
            Ok(ItemTarget::Item(item)) => self.put_cursor(item, Direction::Next),
            Err(_) => self.panes.expanded = true,
        }
    }

    /// Jumps to an event, and reads it where the last was read. What leaves it out gives way: the filter, which `undo` brings
    /// back, and the view.
    pub(super) fn go_to_event(&mut self, ix: EventIndex) {
        let panes = self.panes;
        self.selection.prefer_selected();
        if self.filter.position(ix).is_none() {
            let was_filtered = !self.filter.query.is_empty();
            self.set_query_undoable(Query::default());
            if self.filter.position(ix).is_none() {
                self.switch_view(View::Timeline);
                (self.panes.focus, self.panes.expanded) = (panes.focus, panes.expanded);
            }
            if was_filtered {
                let undo = self.key_for(FilterAction::Undo);
                self.tell(notices::filter_dropped(self.locale(), &undo));
            }
        }
        self.jump(ix);
        if self.is_in_detail() {
            self.enter_detail();
        }
    }

    /// Puts a text on the clipboard, and says what it is.
    pub(super) fn copy(&mut self, name: &str, text: String) -> Effect {
        self.selection.prefer_selected();
        self.tell(notices::sent(self.locale(), name));
        Effect::Copy(text)
    }
}
