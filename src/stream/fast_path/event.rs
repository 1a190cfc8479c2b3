//! The event that a well-formed line or table is, for whoever looks at it.

use super::{
    BorrowedDifference, BorrowedEvent, BorrowedPerson, BorrowedQuote, BorrowedSource, MapOnly, clean_str::CleanStr,
};
use crate::model::{
    Confidence, Difference, Event, EventDate, Id, List, Person, Quote, Source, Text, Vocabularies, Vocabulary,
};

/// What a text says; `None` if that is nothing.
fn said<const LINES: bool>(text: CleanStr<'_, LINES>) -> Option<Text> {
    (!text.0.is_empty()).then(|| whole(text))
}

fn whole<const LINES: bool>(text: CleanStr<'_, LINES>) -> Text {
    Text::Owned(text.0.into_owned())
}

fn all<const LINES: bool>(texts: Vec<CleanStr<'_, LINES>>) -> List<Text> {
    texts.into_iter().map(whole).collect()
}

/// The numbers of terms that a vocabulary has; `None` if it lacks one.
fn found<V: Copy, const LINES: bool>(terms: &[CleanStr<'_, LINES>], vocabulary: &Vocabulary<V>) -> Option<List<Id<V>>>
where
    [Id<V>]: ToOwned<Owned = Vec<Id<V>>>,
{
    terms.iter().map(|term| vocabulary.find(&term.0)).collect::<Option<Vec<_>>>().map(List::Owned)
}

impl BorrowedEvent<'_> {
    /// The event with this date, by the numbers that these vocabularies have for its terms; `None` if they lack one.
    pub(in crate::stream) fn into_event(self, date: EventDate, words: &Vocabularies) -> Option<Event> {
        let id = self.id().into_owned().into();
        let sources = self.source.len();
        let people = self.people.into_iter().map(|MapOnly(person)| person.into_person(words));
        Some(Event {
            id,
            date,
            lane: words.lanes.find(&self.lane.0)?,
            kind: words.kinds.find(&self.kind.0)?,
            parties: found(&self.parties, &words.parties)?,
            areas: found(&self.areas, &words.areas)?,
            people: List::Owned(people.collect::<Option<_>>()?),
            title: whole(self.title),
            title_ja: said(self.title_ja),
            place: said(self.place),
            place_ja: said(self.place_ja),
            summary: said(self.summary),
            summary_ja: said(self.summary_ja),
            organisations: all(self.organisations),
            follows: all(self.follows),
            context: self.context == Some(true),
            confidence: match self.confidence.text() {
                Some("low") => Some(Confidence::Low),
                Some("medium") => Some(Confidence::Medium),
                Some("high") => Some(Confidence::High),
                _ => None,
            },
            note: said(self.note),
            note_ja: said(self.note_ja),
            differs: self.differs.into_iter().map(|MapOnly(differs)| differs.into_difference(sources)).collect(),
            quotes: self.quote.into_iter().map(|MapOnly(quote)| quote.into_quote(sources)).collect(),
            sources: self.source.into_iter().map(|MapOnly(source)| source.into_source()).collect(),
            more: List::default(),
        })
    }
}

impl BorrowedPerson<'_> {
    fn into_person(self, words: &Vocabularies) -> Option<Person> {
        let party = self.party.text().map(|party| words.parties.find(party).ok_or(()));
        Some(Person {
            party: party.transpose().ok()?,
            name: whole(self.name),
            name_ja: said(self.name_ja),
            role: said(self.role),
            role_ja: said(self.role_ja),
        })
    }
}

impl BorrowedDifference<'_> {
    fn into_difference(self, sources: usize) -> Difference {
        Difference {
            field: whole(self.field),
            value: whole(self.value),
            value_ja: said(self.value_ja),
            source: place_of(self.source, sources),
        }
    }
}

impl BorrowedQuote<'_> {
    fn into_quote(self, sources: usize) -> Quote {
        Quote {
            text: whole(self.text),
            speaker: said(self.speaker),
            speaker_ja: said(self.speaker_ja),
            role: said(self.role),
            role_ja: said(self.role_ja),
            lang: said(self.lang),
            translation: said(self.translation),
            translation_ja: said(self.translation_ja),
            source: place_of(self.source, sources),
            as_reported: self.as_reported == Some(true),
            note: said(self.note),
            note_ja: said(self.note_ja),
        }
    }
}

impl BorrowedSource<'_> {
    fn into_source(self) -> Source {
        Source {
            title: said(self.title),
            publisher: said(self.publisher),
            url: said(self.url),
            archived: said(self.archived),
            date: said(self.date),
            lang: said(self.lang),
            primary: self.primary == Some(true),
            supports: all(self.supports),
            further_reading: self.further_reading == Some(true),
        }
    }
}

/// The place of a source from 0, of its number from 1.
fn place_of(number: Option<usize>, sources: usize) -> Option<usize> {
    number?.checked_sub(1).filter(|&place| place < sources)
}
