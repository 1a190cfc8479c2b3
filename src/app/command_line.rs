//! The view as one command line: who runs it sees the same.

use std::ffi::OsStr;

use crate::{
    axis::Window,
    model::Lang,
    text::{is_plain_line, sanitize},
};

use super::{App, ListColumn, View};

/// How the command line names a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    /// As it is shown.
    pub shown: String,
    /// As they are written to open the same files again; `None` for a name that a text cannot hold safely: one that is not
    /// UTF-8, or has something in it that acts or hides.
    words: Option<Vec<String>>,
}

impl FileName {
    /// The name of a file as it was given.
    pub fn of(name: &OsStr) -> Self {
        let word = name.to_str().filter(|name| is_plain_line(name));
        // What begins with a dash would be taken for an option; a dash alone is standard input.
        let from_here = |name: &str| if name.len() > 1 && name.starts_with('-') { "./" } else { "" };
        Self {
            shown: sanitize(&name.to_string_lossy()).into_owned(),
            words: word.map(|name| vec![format!("{}{name}", from_here(name))]),
        }
    }
}

impl FileName {
    /// The names of several files as they were given; `None` if there are none.
    pub fn of_all(names: &[impl AsRef<OsStr>]) -> Option<Self> {
        let names = names.iter().map(|name| Self::of(name.as_ref()));
        names.reduce(|all, name| {
            let words = all.words.zip(name.words).map(|(all, name)| [all, name].concat());
            Self { shown: format!("{} + {}", all.shown, name.shown), words }
        })
    }
}

impl App {
    /// The command line that opens what is on screen: the file, the filter, the window, the view, the selection and the
    /// language, as far as they are not those of the start. `None` where the name of the file cannot be written.
    pub fn command_line(&self) -> Option<String> {
        let mut words = vec!["annalist".to_owned()];
        if let Some(file) = &self.doc.file {
            words.extend(file.words.clone()?);
        }
        words.extend(self.doc.read_options.iter().cloned());
        let mut option = |name: &str, value: String| {
            // A value that begins with a dash would be taken for an option.
            words.push(format!("{name}={value}"));
        };
        if self.filter.query.has_chips() {
            option("--query", self.filter.query.to_string());
        }
        if self.time.window != self.time.initial_window {
            option("--window", Window::written(&self.time.window));
        }
        if let Some(zone) = self.time.zone {
            option("--zone", zone.to_string());
        }
        if self.panes.view != View::Timeline {
            option("--view", self.panes.view.name().to_owned());
        }
        if self.panes.view == View::Compare {
            option("--compare", self.comparison.text());
        }
        if let Some(event) = self.selected_event() {
            option("--select", event.id.to_string());
        }
        if !self.prefs.columns.is_empty() {
            option("--columns", ListColumn::written(&self.prefs.columns));
        }
        if self.prefs.lang != self.prefs.default_lang {
            let lang = match self.prefs.lang {
                Lang::En => "en",
                Lang::Ja => "ja",
                Lang::Both => "both",
            };
            option("--lang", lang.to_owned());
        }
        Some(shell_join(&words))
    }
}

/// Words as a POSIX shell takes them. Text of a file has no NUL in it; a word that had one would be left out.
fn shell_join(words: &[String]) -> String {
    let words: Vec<_> = words.iter().filter_map(|word| shlex::try_quote(word).ok()).collect();
    words.join(" ")
}
