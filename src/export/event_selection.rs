//! What is written: events of a timeline, as they are shown.

use crate::model::{EventIndex, EventRef, Lang, Timeline};

/// Events of a timeline, in the order of the list.
#[derive(Debug, Clone, Copy)]
pub struct EventSelection<'a> {
    /// Where they are from.
    pub timeline: &'a Timeline,
    /// Which they are.
    pub events: &'a [EventIndex],
    /// The language of labels and titles.
    pub lang: Lang,
    /// The filter that kept them; empty where all are meant.
    pub query: &'a str,
}

impl<'a> EventSelection<'a> {
    /// The events one by one: those of a long file are read as they are asked for.
    pub(super) fn iter(self) -> impl Iterator<Item = EventRef<'a>> + use<'a> {
        self.events.iter().filter_map(move |&event| self.timeline.event(event))
    }

    /// Whether these are all events that there are.
    pub(super) fn is_whole(self) -> bool {
        self.events.len() == self.timeline.len()
    }

    /// The language where there is room for one alone.
    pub(super) const fn one_lang(self) -> Lang {
        match self.lang {
            Lang::Both => Lang::En,
            lang => lang,
        }
    }

    /// The title of the timeline, empty where it has none.
    pub(super) fn title(self) -> &'a str {
        let info = &self.timeline.info;
        self.lang.pick(&info.title, info.title_ja.as_deref())
    }
}
