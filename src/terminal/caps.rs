//! What the terminal can show, judged by the environment alone.
//!
//! Nothing is asked, and nothing waits.

use std::env;
use std::io::{self, IsTerminal};

use crate::themes::Background;

/// How many colours there are to paint with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColorSupport {
    /// None: bold, dim and reverse only.
    Mono,
    /// The sixteen named colours, which follow the user's palette.
    Sixteen,
    /// The 256 colours of xterm.
    Indexed,
    /// Any 24-bit colour.
    True,
}

/// The guess at the background that `COLORFGBG` allows; `None` if it says nothing.
///
/// `15;0` is foreground, perhaps a third value, and background, as palette numbers.
fn background_from_colorfgbg(value: &str) -> Option<Background> {
    match value.rsplit(';').next()?.trim().parse::<u8>().ok()? {
        0..=6 | 8 => Some(Background::Dark),
        7 | 9..=15 => Some(Background::Light),
        _ => None,
    }
}

/// Which characters are safe to draw with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// All of Unicode.
    Unicode,
    /// ASCII only: the locale names another encoding than UTF-8.
    Ascii,
}

/// What the terminal can show and where the program stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact by itself")]
pub struct Caps {
    /// Whether standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether the terminal can do no more than print lines (`TERM=dumb`).
    pub dumb: bool,
    /// How many colours there are, as the user wants it.
    pub colors: ColorSupport,
    /// The first guess at the background; `None` if nothing tells it.
    pub background: Option<Background>,
    /// Which characters are safe.
    pub charset: Charset,
    /// Whether the terminal is known to open what is written as a link.
    pub links: bool,
}

impl Caps {
    /// Reads the environment and looks whether the standard streams are terminals.
    pub fn detect() -> Self {
        let variable = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        Self::from_environment(io::stdin().is_terminal(), io::stdout().is_terminal(), variable)
    }

    fn from_environment(
        stdin_is_terminal: bool,
        stdout_is_terminal: bool,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Self {
        // A variable that is set but empty counts as not set, as no-color.org asks.
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let dumb = set("TERM").is_some_and(|term| term == "dumb");
        Self {
            stdin_is_terminal,
            stdout_is_terminal,
            dumb,
            colors: color_support(stdout_is_terminal, dumb, &set),
            background: set("COLORFGBG").and_then(|value| background_from_colorfgbg(&value)),
            charset: charset(&set),
            links: stdout_is_terminal && !dumb && has_links(&set),
        }
    }
}

/// Whether this is one of the terminals that are known to have links, or says so itself.
///
/// Others may write the address on the screen.
fn has_links(set: &impl Fn(&str) -> Option<String>) -> bool {
    const PROGRAMS: [&str; 6] = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"];
    const TERMS: [&str; 5] = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour"];
    if let Some(forced) = set("FORCE_HYPERLINK") {
        return forced != "0";
    }
    // A multiplexer may be too old to hand them on.
    if set("TMUX").is_some() || set("STY").is_some() {
        return false;
    }
    let is_new_vte = set("VTE_VERSION").and_then(|version| version.parse::<u32>().ok()).is_some_and(|it| it >= 5_000);
    let is_one_of = |name: &str, known: &[&str]| set(name).is_some_and(|value| known.contains(&value.as_str()));
    is_new_vte
        || is_one_of("TERM_PROGRAM", &PROGRAMS)
        || is_one_of("TERM", &TERMS)
        || ["WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID"].into_iter().any(|name| set(name).is_some())
}

/// Terminals that have no colours, of which some write what they do not understand on the screen.
const MONOCHROME_TERMS: [&str; 6] = ["vt100", "vt102", "vt220", "vt320", "vt420", "linux-m"];

/// `NO_COLOR` wins over all, `CLICOLOR_FORCE` over what the terminal seems.
fn color_support(is_terminal: bool, dumb: bool, set: &impl Fn(&str) -> Option<String>) -> ColorSupport {
    let forced = set("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let unwanted = set("CLICOLOR").is_some_and(|value| value == "0");
    if set("NO_COLOR").is_some() || !forced && (unwanted || dumb || !is_terminal) {
        return ColorSupport::Mono;
    }
    let term = set("TERM").unwrap_or_default();
    if !forced && MONOCHROME_TERMS.contains(&term.as_str()) {
        return ColorSupport::Mono;
    }
    let truecolour = set("COLORTERM").is_some_and(|value| matches!(value.as_str(), "truecolor" | "24bit"));
    if truecolour || term.ends_with("-direct") {
        ColorSupport::True
    } else if term.contains("256color") {
        ColorSupport::Indexed
    } else {
        ColorSupport::Sixteen
    }
}

/// The first of three variables that is set decides; without any it is UTF-8.
fn charset(set: &impl Fn(&str) -> Option<String>) -> Charset {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    match locale.map(|locale| locale.to_ascii_lowercase()) {
        Some(locale) if !locale.contains("utf-8") && !locale.contains("utf8") => Charset::Ascii,
        _ => Charset::Unicode,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caps(variables: &[(&str, &str)]) -> Caps {
        caps_on(true, variables)
    }

    fn caps_on(terminal: bool, variables: &[(&str, &str)]) -> Caps {
        Caps::from_environment(terminal, terminal, |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_terminal_says_how_many_colours_it_has() {
        assert_eq!(caps(&[("TERM", "xterm")]).colors, ColorSupport::Sixteen);
        assert_eq!(caps(&[("TERM", "xterm-256color")]).colors, ColorSupport::Indexed);
        assert_eq!(caps(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]).colors, ColorSupport::True);
        assert_eq!(caps(&[("TERM", "xterm-direct")]).colors, ColorSupport::True);
        assert_eq!(caps(&[("TERM", "dumb"), ("COLORTERM", "24bit")]).colors, ColorSupport::Mono);
        assert_eq!(caps(&[("TERM", "vt100")]).colors, ColorSupport::Mono);
        assert_eq!(caps(&[("TERM", "vt100"), ("CLICOLOR_FORCE", "1")]).colors, ColorSupport::Sixteen);
        assert!(caps(&[("TERM", "dumb")]).dumb);
    }

    #[test]
    fn the_user_decides_over_the_terminal() {
        let no = ("NO_COLOR", "1");
        let force = ("CLICOLOR_FORCE", "1");
        assert_eq!(caps(&[no, ("COLORTERM", "truecolor")]).colors, ColorSupport::Mono);
        assert_eq!(caps(&[no, force]).colors, ColorSupport::Mono);
        assert_eq!(caps(&[("NO_COLOR", "")]).colors, ColorSupport::Sixteen);
        assert_eq!(caps(&[("CLICOLOR", "0")]).colors, ColorSupport::Mono);
        assert_eq!(caps(&[("CLICOLOR", "0"), force]).colors, ColorSupport::Sixteen);
        assert_eq!(caps_on(false, &[]).colors, ColorSupport::Mono);
        assert_eq!(caps_on(false, &[force]).colors, ColorSupport::Sixteen);
        assert_eq!(caps_on(false, &[("CLICOLOR_FORCE", "0")]).colors, ColorSupport::Mono);
    }

    #[test]
    fn the_background_is_guessed_from_the_palette_number() {
        let background = |value| caps(&[("COLORFGBG", value)]).background;
        assert_eq!(background("15;0"), Some(Background::Dark));
        assert_eq!(background("0;15"), Some(Background::Light));
        assert_eq!(background("0;default;7"), Some(Background::Light));
        assert_eq!(background("15;8"), Some(Background::Dark));
        assert_eq!(background("default;default"), None);
        assert_eq!(background("15;231"), None);
        assert_eq!(caps(&[]).background, None);
    }

    #[test]
    fn the_locale_says_whether_unicode_is_safe() {
        assert_eq!(caps(&[("LANG", "ja_JP.UTF-8")]).charset, Charset::Unicode);
        assert_eq!(caps(&[("LANG", "C.utf8")]).charset, Charset::Unicode);
        assert_eq!(caps(&[("LANG", "C")]).charset, Charset::Ascii);
        assert_eq!(caps(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")]).charset, Charset::Ascii);
        assert_eq!(caps(&[("LANG", "ja_JP.eucJP"), ("LC_CTYPE", "ja_JP.UTF-8")]).charset, Charset::Unicode);
        assert_eq!(caps(&[]).charset, Charset::Unicode);
    }

    #[test]
    fn links_are_written_to_those_that_are_known_to_have_them() {
        for (variables, has) in [
            (&[][..], false),
            (&[("VTE_VERSION", "7600")], true),
            (&[("VTE_VERSION", "4800")], false),
            (&[("TERM_PROGRAM", "WezTerm")], true),
            (&[("TERM_PROGRAM", "WezTerm"), ("TMUX", "/tmp/x")], false),
            (&[("TERM_PROGRAM", "Apple_Terminal")], false),
            (&[("FORCE_HYPERLINK", "1"), ("TMUX", "/tmp/x")], true),
            (&[("FORCE_HYPERLINK", "0"), ("WT_SESSION", "x")], false),
        ] {
            assert_eq!(caps(variables).links, has, "{variables:?}");
        }
        assert!(!caps_on(false, &[("WT_SESSION", "x")]).links);
    }
}
