//! Reads the name of a theme: those that come with annalist are offered to shells and in the help, and any other may be the
//! person's own.

use std::ffi::OsStr;

use clap::{
    Arg, Command, Error,
    builder::{PossibleValue, StringValueParser, TypedValueParser},
};

use crate::{
    messages::Locale,
    themes::{OFFERED_THEMES, OfferedTheme, ThemeChoice},
};

/// Reads the name of a theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct ThemeParser;

impl TypedValueParser for ThemeParser {
    type Value = ThemeChoice;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<ThemeChoice, Error> {
        StringValueParser::new().try_map(|name| name.parse::<ThemeChoice>()).parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let value = |theme: &'static OfferedTheme| PossibleValue::new(theme.name).help((theme.about)(Locale::English));
        Some(Box::new(OFFERED_THEMES.iter().map(value)))
    }
}
