//! The configuration of a run, from its file, and the queries that are saved to it.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use super::{language::locale, state_file};
use crate::{
    app::SavedQueryChange,
    config::{AppDirs, ConfigError, EditError, QueryEdit, Settings, edit_queries},
    messages::{LocalizedText, files, system},
    platform::require_regular_file,
    text::sanitize,
};

/// What was settled before: a mistake in a file that was not asked for is named among the problems, and the defaults
/// hold; one in a file that was asked for ends the run.
pub(super) fn settings(asked: Option<&PathBuf>) -> Result<(Settings, Vec<LocalizedText>), LocalizedText> {
    let mut settings = Settings::new().map_err(|error| LocalizedText::new(|locale| error.kind.told(locale)))?;
    let Some(path) = config_path(asked) else { return Ok((settings, Vec::new())) };
    let name = sanitize(&path.to_string_lossy()).into_owned();
    let mut told = Vec::new();
    let fault = match regular_text(&path) {
        Ok(text) => {
            let line = |error: &ConfigError| error.describe(&name, &text).map(|_, it| sanitize(it).into_owned());
            let fault = settings.read(&text).err();
            told.extend(settings.warnings.iter().map(line));
            fault.as_ref().map(line)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound && asked.is_none() => None,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Some(LocalizedText::new(|locale| system::of_file(locale, &name, system::not_found(locale))))
        }
        Err(error) => Some(LocalizedText::new(|locale| system::of_file(locale, &name, &system::error(locale, &error)))),
    };
    match (fault, asked) {
        (Some(fault), Some(_)) => Err(fault),
        (fault, _) => {
            told.extend(fault);
            Ok((settings, told))
        }
    }
}

/// The file of the configuration: the one that was asked for, else that of the person.
pub(super) fn config_path(asked: Option<&PathBuf>) -> Option<PathBuf> {
    asked.cloned().or_else(|| AppDirs::from_env(|name| env::var_os(name)).config)
}

/// Changes the saved queries in the file, and nothing else there; gives those that it holds then. The error says in words why
/// it has not changed.
pub(super) fn change_queries(path: Option<&Path>, change: &SavedQueryChange) -> Result<Vec<(String, String)>, String> {
    let Some(path) = path else { return Err(files::not_saved(locale(), files::no_home(locale()))) };
    let mut saved = Vec::new();
    let edited = || {
        let text = match regular_text(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            text => text?,
        };
        let (text, queries) = edit_queries(&text, edit_of(change)).map_err(|error| match error {
            EditError::Wrong(wrong) => {
                let (line, column) = wrong.position(&text);
                io::Error::other(files::at_line(locale(), line, column, &wrong.fault.told(locale())))
            }
            error => io::Error::other(error.told(locale())),
        })?;
        saved = queries;
        Ok(text)
    };
    let written = writable(path).and_then(|permissions| state_file::try_update(path, permissions, edited));
    let refused = |error: io::Error| {
        let why = system::of_file(locale(), &path.to_string_lossy(), &system::error(locale(), &error));
        sanitize(&files::not_saved(locale(), &why)).into_owned()
    };
    written.map(|()| saved).map_err(refused)
}

/// What a file may be to whom; `None` for one that is not there.
///
/// # Errors
///
/// It is not to be written, or is a link that leads nowhere.
fn writable(path: &Path) -> io::Result<Option<fs::Permissions>> {
    match fs::metadata(path) {
        Ok(found) if found.permissions().readonly() => Err(io::Error::other(LocalizedText::of(files::read_only))),
        Ok(found) => Ok(Some(found.permissions())),
        Err(_) if fs::symlink_metadata(path).is_ok() => Err(io::Error::other(LocalizedText::of(files::dangling_link))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn edit_of(change: &SavedQueryChange) -> QueryEdit<'_> {
    match change {
        SavedQueryChange::Save { name, text } => QueryEdit::Save(name, text),
        SavedQueryChange::Delete(name) => QueryEdit::Delete(name),
        SavedQueryChange::Rename { from, to } => QueryEdit::Rename(from, to),
    }
}

/// The text of a file, and of nothing that may never end.
fn regular_text(path: &Path) -> io::Result<String> {
    require_regular_file(path)?;
    fs::read_to_string(path)
}
