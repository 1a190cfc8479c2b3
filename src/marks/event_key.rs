//! By what an event is known again: its id, and a number of all that it says.

use crate::model::{Event, Text};

/// By what an event is known again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EventKey {
    /// Its id, given or made.
    pub id: String,
    /// A number of all that it says but its id: the same in every run and on every machine.
    pub content: u64,
}

impl EventKey {
    /// The key of an event.
    pub fn of(event: &Event) -> Self {
        Self { id: event.id.to_string(), content: content(event) }
    }
}

/// A number of what an event says. Terms of vocabularies are left out: what a file calls them may change.
pub(super) fn content(event: &Event) -> u64 {
    let mut hash = Fnv::new();
    hash.text(event.date.as_written());
    hash.text(event.date.end_as_written().unwrap_or_default());
    hash.text(&event.title);
    for text in [&event.title_ja, &event.place, &event.place_ja, &event.summary, &event.summary_ja, &event.note] {
        hash.optional(text.as_ref());
    }
    event.organisations.iter().for_each(|body| hash.text(body));
    event.people.iter().for_each(|person| hash.text(&person.name));
    for quote in event.quotes.iter() {
        hash.text(&quote.text);
        hash.optional(quote.speaker.as_ref());
    }
    for source in event.sources.iter() {
        hash.optional(source.title.as_ref());
        hash.optional(source.url.as_ref());
    }
    for extra in event.more.iter() {
        hash.text(&extra.name);
        hash.text(&extra.value);
    }
    hash.0
}

/// FNV-1a, 64 bits.
struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    /// A text, and its end, which is no byte of any.
    fn text(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0xff);
    }

    fn optional(&mut self, text: Option<&Text>) {
        self.text(text.map_or("", |text| text));
    }
}
