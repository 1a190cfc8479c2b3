//! What a timeline file consists of: its tables, their fields in order, what each may hold and what it means. The reader asks
//! for just these (a test of `load` holds it); editors, the formatter and the documentation go by them.

mod field_schema;
mod json;
mod json_schema;
mod tables;

pub use field_schema::{FieldKind, FieldSchema, TableSchema};
pub use json_schema::json_schema;
pub use tables::{TABLES, table};
