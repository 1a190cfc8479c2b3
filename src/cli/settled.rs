//! What is settled before a timeline is opened.

use std::env;

use super::{args::Args, settings_file::settings};
use crate::{
    config::{AppDirs, Settings},
    messages::LocalizedText,
    runtime::ThemeFolder,
    themes::ThemeChoice,
};

/// What was settled before: by the configuration, and by the themes that there are.
pub(super) struct Settled {
    pub(super) settings: Settings,
    pub(super) themes: ThemeFolder,
    /// What is old or wrong in the configuration, a line each.
    pub(super) told: Vec<LocalizedText>,
}

impl Settled {
    /// A theme that the command line asks for has to be there; in place of one that only the configuration asks for, there is the usual
    /// one.
    pub(super) fn of(arguments: &Args) -> Result<Self, LocalizedText> {
        let themes = ThemeFolder::new(AppDirs::from_env(|name| env::var_os(name)).themes);
        let (mut settings, mut told) = settings(arguments.config.as_ref())?;
        arguments.theme.iter().try_for_each(|choice| themes.check(choice))?;
        if let Err(message) = themes.check(&settings.theme) {
            told.push(message);
            settings.theme = ThemeChoice::AUTO;
        }
        Ok(Self { settings, themes, told })
    }
}
