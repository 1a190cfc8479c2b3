//! How things may look: themes as people write them, and styles by what they mean. Texts in and values out; files are read
//! elsewhere, and what is drawn in which style is decided by `ui`.

mod background;
mod built_in;
mod choice;
mod error;
mod name;
mod reader;
mod roles;
mod style_words;

pub use background::Background;
pub use built_in::{BUILT_IN_THEMES, BuiltInTheme};
pub use choice::{OFFERED_THEMES, OfferedTheme, ThemeChoice};
pub use error::{ThemeError, ThemeFault};
pub use name::{ThemeName, ThemeNameError};
pub use reader::ThemeReader;
pub use roles::{ROLES, RoleInfo, Theme};
pub use style_words::{ATTRIBUTES, ColorDepth, StyleWords, UnknownWord};
