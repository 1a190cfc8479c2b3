//! What a timeline is made of: events with their dates, the vocabularies that they use, and the threads between them.
//! No file is read and nothing is drawn here.

mod about;
mod bounds;
mod date;
mod delay;
mod event;
mod facts;
mod lang;
mod moment;
mod order;
mod placement;
mod reach;
mod shelf;
mod text;
mod timeline;
mod vocabulary;
mod zone;

pub use about::About;
pub use bounds::{Between, Bounds, Certainty};
pub use date::{ClockFault, DateError, DateFault, EventDate, Precision, Spelling, Unsupported, read_year, year_name};
pub use delay::Delay;
pub use event::{Confidence, Difference, Event, Extra, Person, Quote, Source};
pub use facts::{Chunk, Facts, Language, Offsets, Outline, Renumbering, Trait, Traits};
pub use lang::Lang;
pub use moment::{DAY, Moment};
pub use order::EventIx;
pub use shelf::{EventRef, Row, Shelf};
pub use text::{List, Text};
pub use timeline::Timeline;
pub use vocabulary::{Area, AreaId, Id, Kind, KindId, Lane, LaneId, Party, PartyId, Term, Vocabularies, Vocabulary};
pub use zone::{NotAZone, Zone};
