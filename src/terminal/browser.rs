//! Opening an address in a browser: by a plain start of a program, without a shell, and only where one is to be seen.

use std::{
    ffi::OsString,
    fmt, io,
    process::{Command, Stdio},
    thread,
};

use crate::{
    messages::{Locale, files, system},
    platform,
};

/// Why an address was not opened.
#[derive(Debug)]
pub enum BrowserError {
    /// It is no address of the web.
    NotHttp,
    /// This is another machine, and none of its windows is here.
    Remote,
    /// No browser is known here.
    Missing,
    /// The browser cannot be started.
    Io(String, io::Error),
}

impl BrowserError {
    /// The error in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::NotHttp => files::only_http(locale).to_owned(),
            Self::Remote => files::browser_over_ssh(locale).to_owned(),
            Self::Missing => files::no_browser(locale).to_owned(),
            Self::Io(program, error) => system::of_file(locale, program, &system::error(locale, error)),
        }
    }
}

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

impl std::error::Error for BrowserError {}

/// Opens an address by the first program of `$BROWSER` that there is, else by the one that the system has for it.
///
/// # Errors
///
/// It is no address of the web, there is no browser, or it cannot be started.
pub fn open_in_browser(address: &str, variable: impl Fn(&str) -> Option<OsString>) -> Result<(), BrowserError> {
    let is_http = address.starts_with("https://") || address.starts_with("http://");
    if !is_http || address.contains(|c: char| c.is_control() || c.is_whitespace()) {
        return Err(BrowserError::NotHttp);
    }
    let named = variable("BROWSER").and_then(|value| value.into_string().ok()).filter(|value| !value.is_empty());
    let commands: Vec<Vec<String>> = match named {
        Some(value) => value.split(':').filter_map(|command| with_address(command, address)).collect(),
        None => {
            system_opener(&variable)?.iter().map(|program| vec![(*program).to_owned(), address.to_owned()]).collect()
        }
    };
    for command in commands {
        let Some((program, arguments)) = command.split_first() else { continue };
        match start(program, arguments) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(BrowserError::Io(program.clone(), error)),
            Ok(()) => return Ok(()),
        }
    }
    Err(BrowserError::Missing)
}

/// The words of a command of `$BROWSER`, with the address in place of `%s`, or behind them; `None` if there are none.
fn with_address(command: &str, address: &str) -> Option<Vec<String>> {
    let mut words = shlex::split(command).filter(|words| !words.is_empty())?;
    let has_place = words.iter().any(|word| word.contains("%s"));
    if has_place {
        for word in &mut words {
            *word = word.replace("%s", address);
        }
    } else {
        words.push(address.to_owned());
    }
    Some(words)
}

/// The programs that open addresses on this system, where there is a screen for what they open.
fn system_opener(variable: &impl Fn(&str) -> Option<OsString>) -> Result<&'static [&'static str], BrowserError> {
    if let Some(programs) = platform::desktop_opener() {
        return Ok(programs);
    }
    // Without a display xdg-open would start a browser in this very terminal.
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    if ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].into_iter().any(is_set) {
        Ok(&["xdg-open", "wslview"])
    } else if ["SSH_CONNECTION", "SSH_TTY"].into_iter().any(is_set) {
        Err(BrowserError::Remote)
    } else {
        Err(BrowserError::Missing)
    }
}

/// Starts a program that has nothing to do with this terminal, and lets it go on by itself.
fn start(program: &str, arguments: &[String]) -> io::Result<()> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    platform::detach(&mut command);
    let mut child = platform::spawn(&mut command)?;
    // Nothing is left of it when it has ended.
    thread::Builder::new().name("browser".to_owned()).spawn(move || child.wait().map(drop))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn none(_: &str) -> Option<OsString> {
        None
    }

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        for address in ["file:///etc/passwd", "javascript:alert(1)", "-h", "https://a b", "https://a\n", ""] {
            assert!(matches!(open_in_browser(address, none), Err(BrowserError::NotHttp)), "{address}");
        }
    }

    #[test]
    fn it_is_said_where_there_is_no_browser() {
        let ssh = |name: &str| (name == "SSH_CONNECTION").then(|| "1 2 3 4".into());
        let missing = |name: &str| (name == "BROWSER").then(|| "/nowhere/at/all:/nor/here %s".into());
        if platform::desktop_opener().is_none() {
            assert!(matches!(open_in_browser("https://a", ssh), Err(BrowserError::Remote)));
            assert!(matches!(open_in_browser("https://a", none), Err(BrowserError::Missing)));
        }
        assert!(matches!(open_in_browser("https://a", missing), Err(BrowserError::Missing)));
    }

    #[test]
    fn an_address_is_one_word_whatever_is_in_it() {
        let words = |command: &str| with_address(command, "https://a/;$(b)?c='d'").unwrap();
        assert_eq!(words("firefox --new-tab"), ["firefox", "--new-tab", "https://a/;$(b)?c='d'"]);
        assert_eq!(words("sh 'my browser' --url=%s"), ["sh", "my browser", "--url=https://a/;$(b)?c='d'"]);
        assert_eq!(with_address("", "https://a"), None);
    }
}
