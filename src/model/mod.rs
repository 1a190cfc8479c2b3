//! What a timeline is made of: events with their dates, the vocabularies that they use, and the threads between them.
//! No file is read and nothing is drawn here.

mod bounds;
mod date;
mod delay;
mod event;
mod facts;
mod lang;
mod moment;
mod shelf;
mod text;
mod timeline;
mod vocabulary;

pub use bounds::{Between, Bounds, Certainty};
pub use date::{DateError, DateFault, EventDate, Precision, Spelling, Unsupported};
pub use delay::Delay;
pub use event::{Confidence, Difference, Event, Extra, Person, Quote, Source};
pub use facts::{Chunk, Facts, Language, Outline, Renumbering, Trait, Traits};
pub use lang::Lang;
pub use moment::{DAY, Moment};
pub use shelf::{EventRef, Row, Shelf};
pub use text::{List, Text};
pub use timeline::{About, EventIx, Timeline};
pub use vocabulary::{Area, AreaId, Id, Kind, KindId, Lane, LaneId, Party, PartyId, Term, Vocabularies, Vocabulary};
