//! What is larger or told twice today. These lists shrink: a test fails where one of them holds what is mended.

/// Files of more than [`MAX_FILE_LINES`](super::MAX_FILE_LINES).
pub(crate) const LONG_FILES: &[&str] = &[];

/// Functions of more than [`MAX_FUNCTION_LINES`](super::MAX_FUNCTION_LINES).
pub(crate) const LONG_FUNCTIONS: &[&str] = &[];

/// Functions of more than [`MAX_PARAMETERS`](super::MAX_PARAMETERS).
pub(crate) const WIDE_FUNCTIONS: &[&str] = &[];

/// Names of types that stand for two things.
pub(crate) const DOUBLED_TYPES: &[&str] = &[];

/// Names of types of which one is compiled for Unix, and another of the same meaning elsewhere.
pub(crate) const TYPES_BY_SYSTEM: &[&str] = &["CaughtSignals", "InputReader", "TtyAttrs", "Waker", "Wakeup"];

/// Files beside `platform` of which parts hang on the system: which reader is used, and what crossterm asks for on Windows.
pub(crate) const CHOICES_BY_SYSTEM: &[&str] =
    &["terminal/input/mod.rs", "terminal/mod.rs", "terminal/output/commands.rs"];

/// Uses that close a ring: by which file, of which.
pub(crate) const USES_IN_RINGS: &[(&str, &str)] = &[];

/// Words that were replaced and are still there.
pub(crate) const REPLACED_WORDS: &[&str] = &[];
