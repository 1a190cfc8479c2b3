//! What is written: events of a timeline, as they are shown, with what the reader has noted of them.

use std::{borrow::Cow, sync::Arc};

use ratatui::buffer::Buffer;

use crate::{
    fields::{FieldRecord, RecordValue, UsedNames, declarations},
    messages::Locale,
    model::{Annotation, Event, EventIndex, EventRef, Extra, Lang, List, Marks, NOTED_FIELDS, Timeline},
};

/// Events of a timeline, in the order of the list.
#[derive(Debug, Clone, Copy)]
pub struct EventSelection<'a> {
    /// Where they are from.
    pub timeline: &'a Timeline,
    /// Which they are.
    pub events: &'a [EventIndex],
    /// What the reader has noted of them.
    pub marks: &'a Marks,
    /// The language of labels and titles.
    pub lang: Lang,
    /// The filter that kept them; empty where all are meant.
    pub query: &'a str,
    /// The screen that shows them, of which a picture can be made; `None` where none was drawn.
    pub screen: Option<&'a Buffer>,
}

impl<'a> EventSelection<'a> {
    /// The events one by one: those of a long file are read as they are asked for. What the reader has noted of one is
    /// among the fields that annalist does not know.
    pub(super) fn iter(self) -> impl Iterator<Item = EventRef<'a>> + use<'a> {
        self.noted().map(|(event, annotation)| match annotation {
            Some(annotation) => EventRef::Loaded(Arc::new(with_annotation((*event).clone(), annotation))),
            None => event,
        })
    }

    /// The events as their file has them, each with what the reader has noted of it.
    pub(super) fn noted(self) -> impl Iterator<Item = (EventRef<'a>, Option<&'a Annotation>)> + use<'a> {
        let noted = move |&ix: &EventIndex| Some((self.timeline.event_once(ix)?, self.marks.of(self.timeline, ix)));
        self.events.iter().filter_map(noted)
    }

    /// Whether these are all events that there are.
    pub(super) fn is_whole(self) -> bool {
        self.events.len() == self.timeline.len()
    }

    /// What the file declares of what these events use, as fields.
    pub(super) fn declarations(self) -> FieldRecord<'a> {
        let used = (!self.is_whole()).then(|| UsedNames::of(self.iter()));
        declarations(self.timeline, used.as_ref())
    }

    /// How many names are declared, of what events name by their ids.
    pub(super) fn count_declared(self) -> usize {
        let tables = self.declarations().0;
        let lists = tables.iter().map(|(_, value)| match value {
            RecordValue::Tables(tables) => tables.len(),
            _ => 0,
        });
        lists.sum()
    }

    /// The language where there is room for one alone.
    pub(super) const fn one_lang(self) -> Lang {
        match self.lang {
            Lang::Both => Lang::En,
            lang => lang,
        }
    }

    /// The language of what is said around the events.
    pub(super) const fn locale(self) -> Locale {
        match self.lang {
            Lang::En | Lang::Both => Locale::English,
            Lang::Ja => Locale::Japanese,
        }
    }

    /// The title of the timeline, empty where it has none.
    pub(super) fn title(self) -> &'a str {
        let info = &self.timeline.info;
        self.lang.pick(&info.title, info.title_ja.as_deref())
    }
}

/// An event with what the reader has noted of it, in place of what was noted when it was written before.
fn with_annotation(mut event: Event, annotation: &Annotation) -> Event {
    let [marked, tags, note] = NOTED_FIELDS;
    let mut more = event.more.into_owned();
    more.retain(|extra| !NOTED_FIELDS.contains(&&*extra.name));
    let extra = |name: &'static str, value: &str| Extra { name: Cow::Borrowed(name), value: value.to_owned().into() };
    more.extend(annotation.is_marked.then(|| extra(marked, "true")));
    more.extend(annotation.tags.iter().map(|tag| extra(tags, tag)));
    more.extend(annotation.note.as_deref().map(|text| extra(note, text)));
    event.more = List::Owned(more);
    event
}
