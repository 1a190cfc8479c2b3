//! What is explained of a code: why it is a problem, and how it is mended, with a small file before and after.

use super::code::DiagnosticCode;
use crate::messages::{Locale, explanations};

/// What stands around the text of a file in an explanation.
const FENCE: &str = "```";
/// What stands in front of the examples.
const BEFORE: &str = "\nBefore:\n";
const AFTER: &str = "\nAfter:\n";

/// A small file that has a problem, and the same without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// In what it is written: `toml`, `json`, `csv`, `ics` or `log`.
    pub language: &'static str,
    /// The file with the problem.
    pub before: &'static str,
    /// The file without it.
    pub after: &'static str,
}

impl DiagnosticCode {
    /// What it is, in a sentence.
    pub fn summary(self, locale: Locale) -> &'static str {
        self.text(locale).lines().next().unwrap_or_default()
    }

    /// All that is explained of it in English, as Markdown.
    pub const fn markdown(self) -> &'static str {
        self.source()
    }

    const fn text(self, locale: Locale) -> &'static str {
        match locale {
            Locale::English => self.source(),
            Locale::Japanese => self.japanese(),
        }
    }

    /// All that is explained of it, for a terminal: what stands between fences is indented.
    pub fn explanation(self, locale: Locale) -> String {
        // The examples are the same in every language.
        let examples = match locale {
            Locale::English => None,
            Locale::Japanese => self.source().split_once(BEFORE),
        };
        let examples = examples.map(|(_, examples)| {
            let (before, after) = (explanations::before(locale), explanations::after(locale));
            format!("\n{before}\n{}", examples.replace(AFTER, &format!("\n{after}\n")))
        });
        let mut text = String::new();
        let mut is_code = false;
        for line in self.text(locale).lines().chain(examples.as_deref().unwrap_or_default().lines()) {
            if line.starts_with(FENCE) {
                is_code = !is_code;
                continue;
            }
            text += if is_code && !line.is_empty() { "    " } else { "" };
            text += line;
            text.push('\n');
        }
        text
    }

    /// A small file before and after; `None` where a small one cannot have the problem.
    pub fn example(self) -> Option<Example> {
        let mut blocks = self.markdown().split(FENCE).skip(1).step_by(2).filter_map(|block| block.split_once('\n'));
        let ((language, before), (_, after)) = (blocks.next()?, blocks.next()?);
        Some(Example { language, before, after })
    }
}
