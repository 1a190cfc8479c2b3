//! The words of the interface, each in every language that it speaks, side by side. Actions have theirs in their own table
//! (`input/action.rs`); what a timeline says is no matter of this place.

#[macro_use]
mod table;

pub mod commands;
pub mod dates;
pub mod detail;
pub mod diagnostics;
pub mod diffs;
mod disabled_reason;
pub mod documents;
pub mod empty;
mod expected_value;
pub mod explanations;
pub mod exports;
mod field_name;
pub mod fields;
mod file_kind;
pub mod files;
pub mod findings;
pub mod formats;
pub mod imports;
mod json_part;
pub mod keymaps;
pub mod legend;
mod locale;
mod localized_text;
pub mod manual;
pub mod menus;
pub mod notices;
pub mod options;
pub mod pages;
mod phrase;
pub mod prompts;
pub mod queries;
pub mod query_fields;
pub mod reader;
pub mod reports;
pub mod settings;
pub mod sources;
pub mod status;
pub mod system;
pub mod themes;
pub mod toml_words;
pub mod units;
pub mod usage;
pub mod views;

pub use disabled_reason::DisabledReason;
pub use expected_value::ExpectedValue;
pub use field_name::field_name;
pub use file_kind::FileKind;
pub use json_part::JsonPart;
pub use locale::Locale;
pub use localized_text::LocalizedText;
pub use phrase::Phrase;

/// A message of a table into which nothing is put, by the language.
pub type MessageFn = fn(Locale) -> &'static str;

/// Every table, by the area that it has the words of.
pub const TABLES: &[(&str, &[(&str, Phrase)])] = &[
    ("commands", commands::TABLE),
    ("dates", dates::TABLE),
    ("detail", detail::TABLE),
    ("diagnostics", diagnostics::TABLE),
    ("diffs", diffs::TABLE),
    ("documents", documents::TABLE),
    ("empty", empty::TABLE),
    ("explanations", explanations::TABLE),
    ("exports", exports::TABLE),
    ("fields", fields::TABLE),
    ("files", files::TABLE),
    ("findings", findings::TABLE),
    ("formats", formats::TABLE),
    ("imports", imports::TABLE),
    ("keymaps", keymaps::TABLE),
    ("legend", legend::TABLE),
    ("manual", manual::TABLE),
    ("menus", menus::TABLE),
    ("notices", notices::TABLE),
    ("pages", pages::TABLE),
    ("prompts", prompts::TABLE),
    ("queries", queries::TABLE),
    ("query_fields", query_fields::TABLE),
    ("reader", reader::TABLE),
    ("reports", reports::TABLE),
    ("settings", settings::TABLE),
    ("sources", sources::TABLE),
    ("status", status::TABLE),
    ("system", system::TABLE),
    ("themes", themes::TABLE),
    ("units", units::TABLE),
    ("usage", usage::TABLE),
    ("views", views::TABLE),
];
