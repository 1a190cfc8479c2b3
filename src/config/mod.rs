//! What a person has settled for good: the configuration, and what is remembered from one run to the next. Texts in and
//! values out; files are read and written elsewhere.

mod places;
mod settings;

pub use places::{Places, view_file};
pub use settings::{ConfigError, ConfigFault, DEFAULT_CONFIG, Settings};
