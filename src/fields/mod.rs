//! An event, and what a timeline file declares before its events, as fields by name: what is written of them, and what two
//! timelines are compared by.

mod declarations;
mod event_record;
mod field_record;

pub use declarations::{UsedNames, declarations};
pub use event_record::{Naming, event_record};
pub use field_record::{FieldRecord, JsonText, RecordValue};
