//! The themes of the person's own: the files of a folder.

use std::{fs, io, path::PathBuf};

use crate::{
    messages::{LocalizedText, commands, detail, files, themes},
    text::{sanitize, suggest},
    themes::{
        BUILT_IN_THEMES, ColorDepth, OFFERED_THEMES, Theme, ThemeChoice, ThemeError, ThemeFault, ThemeName, ThemeReader,
    },
};

/// A longer file is no theme.
const MAX_BYTES: u64 = 1 << 20;

/// The folder of the person's own themes; none where there is no home.
#[derive(Debug, Clone, Default)]
pub struct ThemeFolder(Option<PathBuf>);

/// What came of reading a theme.
pub(super) struct ThemeRead {
    pub(super) theme: Result<Theme, ThemeError>,
    /// The files that it was read from, broken ones included; none of a theme that comes with annalist.
    pub(super) files: Vec<PathBuf>,
}

impl ThemeFolder {
    /// The themes in this folder.
    pub const fn new(folder: Option<PathBuf>) -> Self {
        Self(folder)
    }

    /// The names of the themes there, in order. What cannot be read holds none.
    pub fn names(&self) -> Vec<ThemeName> {
        let name = |entry: io::Result<fs::DirEntry>| {
            let file = entry.ok()?.file_name();
            file.to_str()?.strip_suffix(".toml")?.parse::<ThemeName>().ok()
        };
        let entries = self.0.as_deref().and_then(|folder| fs::read_dir(folder).ok());
        let mut names: Vec<ThemeName> = entries.into_iter().flatten().filter_map(name).collect();
        names.sort_unstable();
        names
    }

    /// Reads a theme of this folder, or one that comes with annalist.
    pub(super) fn read(&self, name: &ThemeName, depth: ColorDepth) -> ThemeRead {
        let text = |name: &ThemeName| self.text(name);
        let mut reader = ThemeReader::new(&text, depth);
        let theme = reader.read(name);
        let files = reader.own_names.iter().filter_map(|name| self.file(name)).collect();
        ThemeRead { theme, files }
    }

    /// Sees to it that what is asked for can be shown.
    ///
    /// # Errors
    ///
    /// What is wrong, in words: where in which file, or which themes there are.
    pub fn check(&self, choice: &ThemeChoice) -> Result<(), LocalizedText> {
        for name in [&choice.dark, &choice.light] {
            let is_own = self.text(name).is_some() || !BUILT_IN_THEMES.iter().any(|theme| theme.name == name.as_str());
            if let Some(error) = is_own.then(|| self.read(name, ColorDepth::True).theme.err()).flatten() {
                return Err(self.told(&error));
            }
        }
        Ok(())
    }

    fn told(&self, error: &ThemeError) -> LocalizedText {
        if error.fault == ThemeFault::NotFound {
            return self.not_found(&error.theme);
        }
        let folder = self.0.as_ref().map(|folder| format!("{}/", folder.display())).unwrap_or_default();
        LocalizedText::new(|locale| sanitize(&format!("{folder}{}", error.told(locale))).into_owned())
    }

    /// That there is no theme of a name, and which ones there are.
    fn not_found(&self, name: &ThemeName) -> LocalizedText {
        let own = self.names();
        let mut names: Vec<&str> = OFFERED_THEMES.iter().map(|theme| theme.name).collect();
        names.extend(own.iter().map(ThemeName::as_str).filter(|own| !OFFERED_THEMES.iter().any(|it| it.name == *own)));
        let near = suggest(name.as_str(), names.iter().copied());
        LocalizedText::new(|locale| {
            themes::none_of(locale, name.as_str(), &commands::meant(locale, near), &names.join(detail::comma(locale)))
        })
    }

    fn file(&self, name: &ThemeName) -> Option<PathBuf> {
        Some(self.0.as_ref()?.join(name.file_name()))
    }

    /// The text of a theme of this folder; `None` if there is none of this name.
    fn text(&self, name: &ThemeName) -> Option<io::Result<String>> {
        let file = self.file(name)?;
        match fs::metadata(&file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => Some(Err(error)),
            Ok(about) if !about.is_file() => Some(Err(io::Error::other(LocalizedText::of(files::not_regular)))),
            Ok(about) if about.len() > MAX_BYTES => Some(Err(io::Error::other(LocalizedText::of(themes::too_long)))),
            Ok(_) => Some(fs::read_to_string(&file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_named_with_what_is() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["mine.toml", "a b.toml", "notes.txt", "dark.toml"] {
            fs::write(folder.path().join(file), "key = 'red'").unwrap();
        }
        fs::create_dir(folder.path().join("folder.toml")).unwrap();
        let themes = ThemeFolder::new(Some(folder.path().to_owned()));
        let check = |name: &str| themes.check(&name.parse().unwrap());
        assert_eq!(check("mine").and_then(|()| check("high-contrast")), Ok(()));
        assert_eq!(
            check("wahsi").unwrap_err().to_string(),
            "no theme `wahsi`; did you mean `washi`? (there are auto, dark, light, high-contrast, indigo, washi, terminal, \
             mono, folder, mine)"
        );
        assert!(check("folder").unwrap_err().to_string().ends_with("folder.toml: this is no regular file"));
        fs::write(folder.path().join("mine.toml"), "key = 'teapot'").unwrap();
        assert!(
            check("mine")
                .unwrap_err()
                .to_string()
                .ends_with("/mine.toml:1:8: `teapot` is neither a colour nor a way to write")
        );
        assert!(ThemeFolder::default().names().is_empty());
    }
}
