//! A timeline as text for other programs and other readers: a timeline and the events wanted of it in, text out.

mod plain;

pub use plain::plain;
