//! The views, and what is found for each.

mod compare;
mod concordance;
mod matrix;
mod matrix_axis;
mod matrix_counts;
mod quotes;
mod thread_graph;
mod threads;
mod view;

pub use compare::{Comparison, ComparisonErrorKind, Side};
pub use concordance::ConcordanceView;
pub use matrix::{Matrix, MatrixCursor, MatrixRow, MatrixView, ReturnPoint};
pub use matrix_axis::{MatrixKey, MatrixPivot};
pub use thread_graph::{EdgeStyle, GraphCell, GraphRow, ThreadGraph};
pub use view::View;
