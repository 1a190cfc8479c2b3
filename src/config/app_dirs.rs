//! Where the user's files lie, by the [XDG base directory specification].
//!
//! [XDG base directory specification]: https://specifications.freedesktop.org/basedir-spec/latest/

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use crate::platform::HOME;

/// The directories of annalist.
///
/// `None` where neither a variable nor a home says where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppDirs {
    /// The home directory.
    pub home: Option<PathBuf>,
    /// The configuration file.
    pub config: Option<PathBuf>,
    /// The directory of themes.
    pub themes: Option<PathBuf>,
    /// The directory of what is remembered from one run to the next.
    pub state: Option<PathBuf>,
}

impl AppDirs {
    /// Returns the directories that these environment variables name.
    ///
    /// Relative paths count for nothing, as the specification has it.
    pub fn from_env(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let absolute = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = absolute(HOME);
        let base = |name: &str, below_home: &str| absolute(name).or_else(|| Some(home.as_ref()?.join(below_home)));
        let config = base("XDG_CONFIG_HOME", ".config").map(|base| base.join("annalist"));
        Self {
            config: config.as_ref().map(|folder| folder.join("config.toml")),
            themes: config.map(|folder| folder.join("themes")),
            state: base("XDG_STATE_HOME", ".local/state").map(|base| base.join("annalist")),
            home,
        }
    }

    /// Returns the file of the queries of earlier runs.
    pub fn query_history(&self) -> Option<PathBuf> {
        self.state.as_ref().map(|state| state.join("queries"))
    }
}

/// Returns the file in the state directory that remembers the view of a timeline.
///
/// `None` stands for the timeline that is built in; the path should be absolute.
pub fn view_file(timeline: Option<&Path>) -> PathBuf {
    let name = timeline.map_or_else(String::new, |path| path.to_string_lossy().into_owned());
    // FNV-1a, 64 bits: the same in every run and on every machine.
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    Path::new("views").join(format!("{hash:016x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_come_before_the_home() {
        let root = Path::new(if cfg!(windows) { "C:/" } else { "/" });
        let dirs = AppDirs::from_env(|name| match name {
            HOME => Some(root.join("home/a").into()),
            "XDG_STATE_HOME" => Some(root.join("state").into()),
            "XDG_CONFIG_HOME" => Some("relative".into()),
            _ => None,
        });
        assert_eq!(dirs.config, Some(root.join("home/a/.config/annalist/config.toml")));
        assert_eq!(dirs.themes, Some(root.join("home/a/.config/annalist/themes")));
        assert_eq!(dirs.query_history(), Some(root.join("state/annalist/queries")));
        assert_eq!(AppDirs::from_env(|_| None), AppDirs::default());
    }

    #[test]
    fn every_timeline_has_a_file_of_its_own() {
        assert_ne!(view_file(None), view_file(Some(Path::new("/a.toml"))));
        assert_eq!(view_file(None), Path::new("views").join("cbf29ce484222325"));
    }
}
