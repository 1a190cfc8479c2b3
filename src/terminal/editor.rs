//! Opening a file in the person's own editor, at a line.

use std::{ffi::OsString, fmt, path::Path, process::Command};

use crate::messages::{Locale, files};

/// Why no editor is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorError {
    /// None is named.
    Unnamed,
    /// What is named is no command.
    NoCommand(String),
}

impl EditorError {
    /// The error in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::Unnamed => files::no_editor(locale).to_owned(),
            Self::NoCommand(value) => files::no_editor_command(locale, value),
        }
    }
}

impl fmt::Display for EditorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

impl std::error::Error for EditorError {}

/// How an editor is told a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineFlag {
    /// `+12 FILE`, as vi has it.
    Plus,
    /// `FILE:12`.
    Colon,
    /// `--goto FILE:12`.
    Goto,
    /// `--line 12 FILE`.
    Line,
    /// `-l 12 FILE`.
    ShortLine,
    /// `-n12 FILE`.
    Number,
    /// It cannot be told.
    None,
}

impl LineFlag {
    /// That of an editor with this name, without folder and ending.
    fn of(editor: &str) -> Self {
        match editor {
            "vi" | "vim" | "nvim" | "gvim" | "mvim" | "view" | "vimx" | "elvis" | "nvi" | "vis" | "nano" | "pico"
            | "rnano" | "emacs" | "emacsclient" | "mg" | "jmacs" | "joe" | "jed" | "jove" | "zile" | "ne"
            | "mcedit" | "micro" | "kak" | "gedit" | "gnome-text-editor" | "xed" | "pluma" | "less" => Self::Plus,
            "hx" | "helix" | "subl" | "sublime_text" | "zed" | "zeditor" | "zedit" | "lapce" | "pulsar" | "atom" => {
                Self::Colon
            }
            "code" | "code-insiders" | "code-oss" | "codium" | "vscodium" | "cursor" | "windsurf" | "positron" => {
                Self::Goto
            }
            "idea" | "pycharm" | "webstorm" | "clion" | "goland" | "rustrover" | "kate" | "kwrite" | "bbedit" => {
                Self::Line
            }
            "mate" | "geany" => Self::ShortLine,
            "notepad++" => Self::Number,
            _ => Self::None,
        }
    }
}

/// The command that opens a file in the editor of `$VISUAL`, or of `$EDITOR`, at this line, from 1, as far as it is known how that
/// editor is told one.
///
/// # Errors
///
/// No editor is named, or what is named is no command.
pub fn editor_command(
    file: &Path,
    line: Option<usize>,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Result<Command, EditorError> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    let value = named.ok_or(EditorError::Unnamed)?;
    let text = value.to_string_lossy().into_owned();
    let words = value.to_str().and_then(shlex::split);
    let Some((program, arguments)) = words.as_deref().and_then(<[String]>::split_first) else {
        return Err(EditorError::NoCommand(text));
    };
    let mut command = Command::new(program);
    command.args(arguments);
    // What begins with one of these would be taken for an option.
    let is_option = matches!(file.as_os_str().as_encoded_bytes().first(), Some(b'-' | b'+'));
    let mut name = OsString::from(if is_option { "./" } else { "" });
    name.push(file);
    let editor = Path::new(program).file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let with_line = |line: usize| {
        let mut at_line = name.clone();
        at_line.push(format!(":{line}"));
        at_line
    };
    match (LineFlag::of(&editor), line) {
        (LineFlag::Plus, Some(line)) => command.arg(format!("+{line}")).arg(name),
        (LineFlag::Colon, Some(line)) => command.arg(with_line(line)),
        (LineFlag::Goto, Some(line)) => command.arg("--goto").arg(with_line(line)),
        (LineFlag::Line, Some(line)) => command.args(["--line", &line.to_string()]).arg(name),
        (LineFlag::ShortLine, Some(line)) => command.args(["-l", &line.to_string()]).arg(name),
        (LineFlag::Number, Some(line)) => command.arg(format!("-n{line}")).arg(name),
        (LineFlag::None, _) | (_, None) => command.arg(name),
    };
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of the command for line 12 of a file, with these values of `$VISUAL` and `$EDITOR`.
    fn words(file: &str, visual: &str, editor: &str) -> Result<Vec<String>, EditorError> {
        let variable = |name: &str| Some(OsString::from(if name == "VISUAL" { visual } else { editor }));
        let command = editor_command(Path::new(file), Some(12), variable)?;
        let words = std::iter::once(command.get_program()).chain(command.get_args());
        Ok(words.map(|word| word.to_string_lossy().into_owned()).collect())
    }

    #[test]
    fn editors_are_told_the_line_in_their_own_way() {
        for (editor, expected) in [
            ("vim", "vim +12 a b.toml"),
            ("nvim -p", "nvim -p +12 a b.toml"),
            ("/usr/bin/nano", "/usr/bin/nano +12 a b.toml"),
            ("emacsclient -t", "emacsclient -t +12 a b.toml"),
            ("hx", "hx a b.toml:12"),
            ("subl --wait", "subl --wait a b.toml:12"),
            ("code --wait", "code --wait --goto a b.toml:12"),
            ("'/opt/My Editor/codium' -w", "/opt/My Editor/codium -w --goto a b.toml:12"),
            ("kate", "kate --line 12 a b.toml"),
            ("mate -w", "mate -w -l 12 a b.toml"),
            ("notepad++.exe", "notepad++.exe -n12 a b.toml"),
            ("my-editor", "my-editor a b.toml"),
        ] {
            assert_eq!(words("a b.toml", "", editor).unwrap().join(" "), expected);
        }
    }

    #[test]
    fn visual_goes_before_editor() {
        assert_eq!(words("a", "vim", "nano").unwrap()[0], "vim");
    }

    #[test]
    fn a_name_is_never_an_option() {
        assert_eq!(words("-c!sh", "vim", "").unwrap(), ["vim", "+12", "./-c!sh"]);
        assert_eq!(words("+13", "hx", "").unwrap(), ["hx", "./+13:12"]);
    }

    #[test]
    fn what_is_no_command_is_told() {
        assert_eq!(words("a", "", ""), Err(EditorError::Unnamed));
        assert_eq!(words("a", "vim 'x", ""), Err(EditorError::NoCommand("vim 'x".to_owned())));
        assert_eq!(words("a", "  ", ""), Err(EditorError::NoCommand("  ".to_owned())));
    }
}
