//! What a person has settled for good: the configuration, and what is remembered from one run to the next. Texts in and
//! values out; files are read and written elsewhere.

mod app_dirs;
mod color_rule;
mod config_error;
mod maps;
mod query_edit;
mod settings;

pub use app_dirs::{AppDirs, view_file};
pub use color_rule::ColorRule;
pub use config_error::{ConfigError, ConfigErrorKind};
pub use query_edit::{EditError, QueryEdit, edit_queries};
pub use settings::{DEFAULT_CONFIG, Settings, default_config};
