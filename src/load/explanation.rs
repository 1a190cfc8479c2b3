//! What is explained of a code: why it is a problem, and how it is mended, with a small file before and after.

use super::code::DiagnosticCode;

/// What stands around the text of a file in an explanation.
const FENCE: &str = "```";

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
    pub fn summary(self) -> &'static str {
        self.markdown().lines().next().unwrap_or_default()
    }

    /// All that is explained of it, as Markdown.
    pub const fn markdown(self) -> &'static str {
        self.source()
    }

    /// The same for a terminal: what stands between fences is indented.
    pub fn explanation(self) -> String {
        let mut text = String::new();
        let mut is_code = false;
        for line in self.markdown().lines() {
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
