//! The views, and what is found for each.

mod compare;
mod concordance;
mod matrix;
mod matrix_axis;
mod matrix_cell;
mod matrix_counts;
mod matrix_rows;
mod quotes;
mod thread_graph;
mod threads;
mod view;

pub use compare::{Comparison, ComparisonErrorKind, Side};
pub use concordance::ConcordanceView;
pub use matrix::{Matrix, MatrixCursor, MatrixView, ReturnPoint};
pub use matrix_axis::{MatrixKey, MatrixPivot, MatrixUnit};
pub use matrix_rows::{MatrixMeasure, MatrixOrder, MatrixRow};
pub use thread_graph::{EdgeStyle, GraphCell, GraphRow, ThreadGraph};
pub use view::View;
