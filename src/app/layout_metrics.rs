//! How much of everything is on screen, as far as the state needs to know it. The layout of the screen measures it.

use super::ItemLines;

/// Sizes of what is on screen, in rows, lines and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutMetrics {
    /// Columns of the axis, without the names of lanes.
    pub axis_columns: u16,
    /// Rows that all lanes of the axis may take together.
    pub max_lane_rows: u16,
    /// How many periods have room beside each other in the matrix.
    pub matrix_columns: usize,
    /// Rows of the list.
    pub list_rows: usize,
    /// Columns of the list; 0 where it is not on screen.
    pub list_columns: u16,
    /// Columns of the list where long titles go on in a second row; `None` where every title has one row.
    pub wrapping_columns: Option<u16>,
    /// Rows of the detail.
    pub detail_rows: usize,
    /// Lines that the detail of the selected event has, or as many as reach beyond the screen by a page.
    pub detail_lines: usize,
    /// Where in them items stand, as far as they are wrapped; none where the detail does not have the keyboard.
    pub detail_items: Vec<ItemLines>,
    /// Quotes on screen.
    pub quotes: usize,
    /// Rows of the menu that is open.
    pub menu_rows: usize,
    /// Lines of the page that is open.
    pub page_lines: usize,
    /// Whether the axis is on screen.
    pub has_axis: bool,
    /// Whether list and detail are both on screen.
    pub has_both: bool,
    /// Whether they stand side by side there.
    pub is_beside: bool,
    /// What the list has of the room for both, in thousandths.
    pub list_share: u16,
}

impl Default for LayoutMetrics {
    fn default() -> Self {
        Self {
            axis_columns: 80,
            max_lane_rows: 0,
            matrix_columns: 12,
            list_rows: 10,
            list_columns: 60,
            wrapping_columns: None,
            detail_rows: 10,
            detail_lines: 10,
            detail_items: Vec::new(),
            quotes: 1,
            menu_rows: 10,
            page_lines: 0,
            has_axis: true,
            has_both: true,
            is_beside: true,
            list_share: 600,
        }
    }
}
