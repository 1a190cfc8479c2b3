//! The view as one command line: who runs it sees the same.

use crate::{axis::Window, model::Lang};

use super::{App, View};

impl App {
    /// The command line that opens what is on screen: the file, the filter, the window, the view, the selection and the
    /// language, as far as they are not those of the start.
    pub fn command(&self) -> String {
        let mut words = vec!["annalist".to_owned()];
        words.extend(self.file.clone());
        let mut option = |name: &str, value: String| {
            // A value that begins with a dash would be taken for an option.
            words.push(format!("{name}={value}"));
        };
        if !self.query.is_empty() {
            option("--query", self.query.to_string());
        }
        if self.window != self.home {
            option("--window", Window::written(&self.window));
        }
        if let Some(zone) = self.zone {
            option("--zone", zone.to_string());
        }
        if self.view != View::Timeline {
            option("--view", self.view.name().to_owned());
        }
        if self.view == View::Step {
            option("--sides", self.sides.text());
        }
        if let Some(event) = self.selected_event() {
            option("--select", event.id.to_string());
        }
        match self.lang {
            Lang::En => {}
            Lang::Ja => option("--lang", "ja".to_owned()),
            Lang::Both => option("--lang", "both".to_owned()),
        }
        quoted(&words)
    }
}

/// Words as a POSIX shell takes them. Text of a file has no NUL in it; a word that had one would be left out.
fn quoted(words: &[String]) -> String {
    let words: Vec<_> = words.iter().filter_map(|word| shlex::try_quote(word).ok()).collect();
    words.join(" ")
}
