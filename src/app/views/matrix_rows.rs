//! The rows of the matrix: in which order they stand, and what their cells tell.

use std::cmp::Reverse;

use super::{matrix_axis::MatrixKey, matrix_counts::TIME_PARTS};
use crate::model::EventIndex;

/// A row with its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// What it stands for.
    pub head: MatrixKey,
    /// Its name.
    pub label: String,
    /// Its place as the vocabulary has it.
    pub declared: usize,
    /// How many events each column has of it.
    pub cells: Vec<usize>,
    /// How many events it has in all: each once, whatever the column.
    pub sum: usize,
    /// How many there are in each of equal parts of the time of all events.
    pub over_time: [usize; TIME_PARTS],
    /// The last of them.
    pub last: Option<EventIndex>,
}

/// The order of the rows. Events without any of what the rows stand for are always last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MatrixOrder {
    /// As the vocabulary has them; names by how many events have them.
    #[default]
    Declared,
    /// Those with the most events first.
    Total,
    /// By name.
    Name,
    /// Those with the latest event first.
    Last,
}

impl MatrixOrder {
    #[must_use]
    pub(in crate::app) const fn next(self) -> Self {
        match self {
            Self::Declared => Self::Total,
            Self::Total => Self::Name,
            Self::Name => Self::Last,
            Self::Last => Self::Declared,
        }
    }

    pub(in crate::app) fn sort(self, rows: &mut [MatrixRow]) {
        let is_rest = |row: &MatrixRow| row.head == MatrixKey::Unassigned;
        match self {
            Self::Declared => rows.sort_by_key(|row| row.declared),
            Self::Total => rows.sort_by_key(|row| (is_rest(row), Reverse(row.sum), row.declared)),
            Self::Name => rows.sort_by_cached_key(|row| (is_rest(row), row.label.to_lowercase(), row.declared)),
            Self::Last => rows.sort_by_key(|row| (is_rest(row), Reverse(row.last), row.declared)),
        }
    }
}

/// What the cells tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MatrixMeasure {
    /// How many events.
    #[default]
    Count,
    /// How many in a hundred of the events of their column.
    ShareOfColumn,
    /// How many in a hundred of all that are shown.
    ShareOfAll,
}

impl MatrixMeasure {
    #[must_use]
    pub(in crate::app) const fn next(self) -> Self {
        match self {
            Self::Count => Self::ShareOfColumn,
            Self::ShareOfColumn => Self::ShareOfAll,
            Self::ShareOfAll => Self::Count,
        }
    }

    /// What a cell of so many events tells, of a column of so many and so many in all.
    pub fn tell(self, count: usize, total: usize, all: usize) -> String {
        let of = match self {
            Self::Count => return count.to_string(),
            Self::ShareOfColumn => total,
            Self::ShareOfAll => all,
        };
        // Rounded; a part that is no half of a hundredth is there all the same.
        match (count * 200 + of) / (of * 2).max(1) {
            0 if count > 0 => "<1".to_owned(),
            hundredths => hundredths.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_and_none_is_lost() {
        let tell = |count, total| MatrixMeasure::ShareOfColumn.tell(count, total, 1_000);
        assert_eq!([tell(0, 3), tell(1, 3), tell(2, 3), tell(3, 3)], ["0", "33", "67", "100"]);
        assert_eq!([tell(1, 1_000), tell(5, 1_000), tell(0, 0)], ["<1", "1", "0"]);
        assert_eq!(MatrixMeasure::ShareOfAll.tell(250, 1, 1_000), "25");
        assert_eq!(MatrixMeasure::Count.tell(7, 9, 10), "7");
    }
}
