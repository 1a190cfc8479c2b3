//! The words of the interface, each in every language that it speaks, side by side. Actions have theirs in their own table
//! (`input/action.rs`); what a timeline says is no matter of this place.

#[macro_use]
mod table;

pub mod dates;
pub mod detail;
mod disabled_reason;
pub mod empty;
pub mod exports;
pub mod fields;
pub mod formats;
pub mod legend;
mod locale;
pub mod menus;
pub mod notices;
pub mod pages;
mod phrase;
pub mod prompts;
pub mod queries;
pub mod status;
pub mod units;
pub mod views;

pub use disabled_reason::DisabledReason;
pub use locale::Locale;
pub use phrase::Phrase;

/// Every table, by the area that it has the words of.
pub const TABLES: &[(&str, &[(&str, Phrase)])] = &[
    ("dates", dates::TABLE),
    ("detail", detail::TABLE),
    ("empty", empty::TABLE),
    ("exports", exports::TABLE),
    ("fields", fields::TABLE),
    ("formats", formats::TABLE),
    ("legend", legend::TABLE),
    ("menus", menus::TABLE),
    ("notices", notices::TABLE),
    ("pages", pages::TABLE),
    ("prompts", prompts::TABLE),
    ("queries", queries::TABLE),
    ("status", status::TABLE),
    ("units", units::TABLE),
    ("views", views::TABLE),
];
