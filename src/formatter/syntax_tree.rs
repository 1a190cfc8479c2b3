//! The pieces of a file of TOML, with every comment at what it belongs to.

use std::borrow::Cow;

/// A file.
#[derive(Debug, Default)]
pub(super) struct SyntaxTree<'a> {
    /// What stands above everything and is parted from it.
    pub(super) preamble: Vec<CommentLine<'a>>,
    /// The keys above the first header, and all tables.
    pub(super) sections: Vec<Section<'a>>,
    /// What stands below everything.
    pub(super) trailer: Vec<CommentLine<'a>>,
}

/// A line of a comment, or lines without anything between two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CommentLine<'a> {
    Text(&'a str),
    Blank,
}

/// A table with its header and its keys, without the tables below it.
#[derive(Debug, Default)]
pub(super) struct Section<'a> {
    pub(super) lead: Vec<CommentLine<'a>>,
    /// `None` of the keys that stand above all headers.
    pub(super) header: Option<Header<'a>>,
    pub(super) entries: Vec<KeyValue<'a>>,
    /// What stands right below the last key and is parted from the next table.
    pub(super) tail: Vec<&'a str>,
}

#[derive(Debug)]
pub(super) struct Header<'a> {
    pub(super) keys: Vec<KeyPart<'a>>,
    /// Whether it is one of several tables of its name.
    pub(super) is_array: bool,
    pub(super) comment: Option<&'a str>,
}

/// A part of a key, as it is written and as it is meant.
#[derive(Debug, Clone)]
pub(super) struct KeyPart<'a> {
    pub(super) written: &'a str,
    pub(super) name: Cow<'a, str>,
}

/// A key with its value, or a value of a list.
#[derive(Debug)]
pub(super) struct KeyValue<'a> {
    pub(super) lead: Vec<&'a str>,
    /// Empty in a list.
    pub(super) keys: Vec<KeyPart<'a>>,
    pub(super) value: TomlValue<'a>,
    pub(super) comment: Option<&'a str>,
}

#[derive(Debug)]
pub(super) enum TomlValue<'a> {
    /// A text, a number, a date, as it is written.
    Scalar(&'a str),
    /// A list, or a table between braces.
    Group(Group<'a>),
}

/// What stands between brackets or braces.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) is_table: bool,
    pub(super) entries: Vec<KeyValue<'a>>,
    /// Comments below the last of them.
    pub(super) tail: Vec<&'a str>,
}

impl Section<'_> {
    /// The name of its table, taken apart at the dots.
    pub(super) fn path(&self) -> &[KeyPart<'_>] {
        self.header.as_ref().map_or(&[], |header| &header.keys)
    }

    /// How the value of a key is written, if it is a single one.
    pub(super) fn scalar(&self, name: &str) -> Option<&str> {
        let is_it = |entry: &&KeyValue<'_>| matches!(entry.keys.as_slice(), [key] if key.name == name);
        match self.entries.iter().find(is_it)?.value {
            TomlValue::Scalar(written) => Some(written),
            TomlValue::Group(_) => None,
        }
    }
}
