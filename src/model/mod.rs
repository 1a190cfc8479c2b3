//! What a timeline is made of: events with their dates, the vocabularies that they use, and the threads between them.
//! No file is read and nothing is drawn here.

mod attribution;
mod bounds;
mod date;
mod elapsed;
mod event;
mod event_flags;
mod event_meta;
mod event_store;
mod extra_fields;
mod known_person;
mod lang;
mod marks;
mod moment;
mod order;
mod placement;
mod reach;
mod records;
mod revisions;
mod table_columns;
mod text;
mod threads;
mod timeline;
mod timeline_chunks;
mod timeline_files;
mod timeline_info;
mod vocabulary;
mod zone;

pub use attribution::Attribution;
pub use bounds::{Certainty, DateBounds, MomentRange};
pub use date::{
    CellDate, ClockFault, ClockZero, ColumnFault, ColumnForm, ColumnNote, ColumnSurvey, DateCensus, DateError,
    DateFault, DateOrder, EpochUnit, EventDate, MissingYear, Proof, SpellingRule, Unsupported, read_year, year_name,
};
pub use elapsed::Elapsed;
pub use event::{
    CONFIDENCE_NAMES, Confidence, Difference, Event, Extra, Person, Quote, SUPPORTABLE, Source, publishers,
};
pub use event_flags::{EventFlag, EventFlags};
pub use event_meta::{Chunk, EventMeta, IdRemap, Language, NewEventMeta, Offsets};
pub use event_store::{EventRef, EventRowId, EventStore, SourceLine};
pub use extra_fields::{ExtraField, ExtraFields, plain_name};
pub use known_person::{KnownPerson, KnownPersons, Post};
pub use lang::Lang;
pub use marks::{Annotation, Marks, NOTED_FIELDS};
pub use moment::{DAY, Moment};
pub use order::EventIndex;
pub use revisions::{Revision, Revisions};
pub use table_columns::{CellContent, EVENT_FIELDS, OUTER_DAYS, begins_formula, cell_content};
pub use text::{List, Text};
pub use timeline::{Timeline, TimelineParts};
pub use timeline_info::TimelineInfo;
pub use vocabulary::{
    Area, AreaId, Declared, Id, Kind, KindId, Lane, LaneId, Organisation, Party, PartyId, Term, Vocabularies,
    Vocabulary,
};
pub use zone::{NotAZone, Zone};
