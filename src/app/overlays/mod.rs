//! What opens above the panes, and what keys do there.

mod annotation_prompt;
mod chip_row;
mod chosen_text;
mod column_menu;
mod compare_prompt;
mod copy_menu;
mod date_prompt;
mod export_prompt;
mod facet_menu;
mod info_page;
mod input;
mod list_cursor;
mod overlay;
mod palette;
mod pick_menu;
mod query_prompt;
mod saved_queries;

pub use annotation_prompt::AnnotationPrompt;
pub use chosen_text::ChosenText;
pub use compare_prompt::ComparePrompt;
pub(super) use copy_menu::MAX_COPIED_EVENTS;
pub use date_prompt::DatePrompt;
pub use export_prompt::{ExportPrompt, FileNameFault};
pub use facet_menu::{FacetItem, FacetMenu};
pub use info_page::InfoPage;
pub use list_cursor::ListCursor;
pub use overlay::Overlay;
pub use palette::{Palette, PaletteEntry, PaletteItem};
pub use pick_menu::{PickEffect, PickItem, PickKind, PickMenu};
pub use query_prompt::QueryPrompt;
pub use saved_queries::NamePrompt;
