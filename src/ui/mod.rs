//! How the state looks: everything is drawn from `&App`, and nothing here changes it. What the state must know of the
//! screen comes back as a [`LayoutMetrics`](crate::app::LayoutMetrics).

mod axis;
mod canvas;
mod chips;
mod compare;
mod concordance;
mod count;
mod date_cell;
mod detail;
mod detail_references;
mod detail_sections;

mod field;
mod found_in;
mod frame;
mod glyphs;
mod hints;
mod hit_test;
mod lane_fill;
mod lane_grid;
mod lanes;
mod layout;
mod legend;
mod links;
mod list;
mod list_fields;
mod matrix;
mod matrix_geometry;
mod matrix_heads;
mod menu;
mod message;
mod no_events;
mod overlay;
mod page;
mod palette;
mod progress;
mod prompt;
mod query_line;
mod quotes;
mod selected_thread;
mod status;
mod styled_text;
mod text_builder;
mod theme;
mod thread_graph;
mod title;
mod wrapped_text;
mod year_counts;

pub use canvas::Skin;
pub use frame::Frame;
pub use glyphs::{ASCII, Glyphs, UNICODE};
pub use layout::Layout;
pub use links::LinkArea;
pub use theme::{ColorDepth, Theme, ThemeError};
