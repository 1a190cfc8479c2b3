//! The language that the program speaks on the command line.

use std::env;

use crate::messages::Locale;

/// The language that the environment asks for.
pub(super) fn environment() -> Locale {
    Locale::from_environment(|name| env::var(name).ok())
}
