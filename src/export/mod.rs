//! A timeline or a part of it as text for elsewhere.

mod cite;
mod event_toml;
mod plain;

pub use cite::{bibtex, citation, event_name, markdown, quote};
pub use event_toml::event_toml;
pub use plain::plain;
