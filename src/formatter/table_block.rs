//! A table that stands in a file by itself, with all that belongs to it.

use super::syntax_tree::Section;

/// A table with the tables below it.
#[derive(Debug, Default)]
pub(super) struct TableBlock<'a> {
    pub(super) sections: Vec<Section<'a>>,
}

impl<'a> TableBlock<'a> {
    /// Gathers the tables below a table, wherever they stand: they belong to the last one of its name above them.
    pub(super) fn gathered(sections: Vec<Section<'a>>) -> Vec<Self> {
        let mut blocks: Vec<Self> = Vec::new();
        for section in sections {
            let is_below = |block: &&mut Self| section.path().first().is_some_and(|key| key.name == block.name());
            let is_part = section.path().len() > 1;
            let above = is_part.then(|| blocks.iter_mut().rev().find(is_below)).flatten();
            match above {
                Some(block) => block.sections.push(section),
                None => blocks.push(Self { sections: vec![section] }),
            }
        }
        blocks
    }

    /// The name of its table, empty for the keys above all headers.
    pub(super) fn name(&self) -> &str {
        self.sections.first().and_then(|section| section.path().first()).map_or("", |key| &key.name)
    }
}
