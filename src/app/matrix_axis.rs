//! What the rows and the columns of the matrix stand for.

use crate::{axis::Period, query::Field};

/// What stands against what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MatrixPivot {
    /// Areas down, time across.
    #[default]
    AreasByTime,
    /// Lanes down, time across.
    LanesByTime,
    /// Parties down, kinds across.
    PartiesByKind,
}

impl MatrixPivot {
    pub(super) const fn next(self) -> Self {
        match self {
            Self::AreasByTime => Self::LanesByTime,
            Self::LanesByTime => Self::PartiesByKind,
            Self::PartiesByKind => Self::AreasByTime,
        }
    }

    pub(super) const fn rows(self) -> Field {
        match self {
            Self::AreasByTime => Field::Area,
            Self::LanesByTime => Field::Lane,
            Self::PartiesByKind => Field::Party,
        }
    }
}

/// What a row or a column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MatrixKey {
    /// A term of the vocabulary of the row or column, by its place.
    Term(usize),
    /// Events without any term of it.
    Unassigned,
    /// Everything before the first period.
    Earlier,
    /// A period.
    Period(Period),
    /// Everything after the last period.
    Later,
    /// Events of which it is not known in which column they belong.
    Ambiguous,
}
