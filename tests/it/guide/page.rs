//! A page of the guide, in parts: prose, and blocks of code.

use std::{fmt, fs, path::Path};

/// Where the pages are.
pub(super) const FOLDER: &str = "docs/guide";
const FENCE: &str = "```";

/// A page.
pub(super) struct Page {
    /// The name of its file.
    pub(super) name: String,
    /// All that stands in it.
    pub(super) text: String,
}

/// A part of a page.
#[derive(Clone, Copy)]
pub(super) enum Part<'a> {
    /// Lines of Markdown.
    Prose(&'a str),
    /// A block: what stands behind its fence, such as `console` or `toml mine.toml`, and its lines.
    Code { info: &'a str, body: &'a str },
}

impl Page {
    /// All pages.
    pub(super) fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
        let mut names: Vec<String> =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort_unstable();
        assert!(names.len() > 10, "{names:?}");
        names.into_iter().map(|name| Self { text: fs::read_to_string(folder.join(&name)).unwrap(), name }).collect()
    }

    /// Its path from the root of the repository.
    pub(super) fn path(&self) -> String {
        format!("{FOLDER}/{}", self.name)
    }

    /// Its parts, which together are all of it.
    pub(super) fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        let mut rest = self.text.as_str();
        while let Some((prose, block)) = rest.split_once(&format!("\n{FENCE}")) {
            let (info, block) = block.split_once('\n').unwrap();
            let (body, after) = block.split_once(FENCE).unwrap_or_else(|| panic!("{}: {info} has no end", self.name));
            // The fence belongs to the block, and so does the end of the line before it.
            parts.extend([Part::Prose(prose), Part::Code { info, body }]);
            rest = after;
        }
        parts.push(Part::Prose(rest));
        parts
    }

    /// The lines of its blocks of this kind.
    pub(super) fn lines_of(&self, kind: &str) -> Vec<&str> {
        let bodies = self.parts().into_iter().filter_map(|part| match part {
            Part::Code { info, body } if info == kind => Some(body),
            _ => None,
        });
        bodies.flat_map(str::lines).collect()
    }

    /// What its prose has between backticks.
    pub(super) fn quoted(&self) -> Vec<&str> {
        let prose = self.parts().into_iter().filter_map(|part| match part {
            Part::Prose(text) => Some(text),
            Part::Code { .. } => None,
        });
        prose.flat_map(|text| text.split('`').skip(1).step_by(2)).collect()
    }
}

impl<'a> Part<'a> {
    /// The same part with another text.
    pub(super) fn with(self, text: &'a str) -> Self {
        match self {
            Self::Prose(_) => Self::Prose(text),
            Self::Code { info, .. } => Self::Code { info, body: text },
        }
    }
}

impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prose(text) => f.write_str(text),
            Self::Code { info, body } => write!(f, "\n{FENCE}{info}\n{body}{FENCE}"),
        }
    }
}
