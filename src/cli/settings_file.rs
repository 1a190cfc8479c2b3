//! The configuration of a run, from its file.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use crate::{
    config::{AppDirs, ConfigError, Settings},
    text::sanitize,
};

/// What was settled before: a mistake in a file that was not asked for is named among the problems, and the defaults
/// hold; one in a file that was asked for ends the run.
pub(super) fn settings(asked: Option<&PathBuf>) -> Result<(Settings, Vec<String>), String> {
    let mut settings = Settings::new().map_err(|error| error.to_string())?;
    let place = asked.cloned().or_else(|| AppDirs::from_env(|name| env::var_os(name)).config);
    let Some(path) = place else { return Ok((settings, Vec::new())) };
    let name = sanitize(&path.to_string_lossy()).into_owned();
    let mut told = Vec::new();
    let fault = match regular_text(&path) {
        Ok(text) => {
            let line = |error: &ConfigError| {
                let (line, column) = error.position(&text);
                sanitize(&format!("{name}:{line}:{column}: {}", error.fault)).into_owned()
            };
            let fault = settings.read(&text).err();
            told.extend(settings.warnings.iter().map(line));
            fault.as_ref().map(line)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound && asked.is_none() => None,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(format!("{name}: file not found")),
        Err(error) => Some(format!("{name}: {error}")),
    };
    match (fault, asked) {
        (Some(fault), Some(_)) => Err(fault),
        (fault, _) => {
            told.extend(fault);
            Ok((settings, told))
        }
    }
}

/// The text of a file, and of nothing that may never end.
fn regular_text(path: &Path) -> io::Result<String> {
    if fs::metadata(path)?.is_file() {
        fs::read_to_string(path)
    } else {
        Err(io::Error::other("this is no regular file"))
    }
}
