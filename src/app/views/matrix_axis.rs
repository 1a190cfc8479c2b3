//! What the rows and the columns of the matrix stand for.

use crate::{
    axis::{Period, Window},
    model::Lang,
    query::Field,
};

use crate::app::Document;

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
    pub(in crate::app) const fn next(self) -> Self {
        match self {
            Self::AreasByTime => Self::LanesByTime,
            Self::LanesByTime => Self::PartiesByKind,
            Self::PartiesByKind => Self::AreasByTime,
        }
    }

    pub(in crate::app) const fn rows(self) -> Field {
        match self {
            Self::AreasByTime => Field::Area,
            Self::LanesByTime => Field::Lane,
            Self::PartiesByKind => Field::Party,
        }
    }

    /// The columns: as many periods as there is room for, with what lies beside them, or kinds.
    pub(in crate::app) fn columns(self, doc: &Document, window: Window, room: usize) -> Vec<MatrixKey> {
        match self {
            Self::AreasByTime | Self::LanesByTime => {
                let (first, last) = (window.start(), window.last());
                let unit = Period::unit_for(first, last, room.max(1));
                let periods = Period::touching(unit, first, last).map(MatrixKey::Period);
                [MatrixKey::Earlier]
                    .into_iter()
                    .chain(periods)
                    .chain([MatrixKey::Later, MatrixKey::Ambiguous])
                    .collect()
            }
            Self::PartiesByKind => {
                (0..doc.timeline.vocabularies.kinds.len()).map(MatrixKey::Term).chain([MatrixKey::Unassigned]).collect()
            }
        }
    }

    /// What the rows stand for, with their names; the last is for events without any.
    pub(in crate::app) fn row_names(self, doc: &Document, lang: Lang) -> Vec<(MatrixKey, String)> {
        let words = &doc.timeline.vocabularies;
        let lang = if lang == Lang::Both { Lang::En } else { lang };
        let labels: Vec<String> = match self {
            Self::AreasByTime => words.areas.iter().map(|(_, term)| term.label(lang).into_owned()).collect(),
            Self::LanesByTime => words.lanes.iter().map(|(_, term)| term.label(lang).into_owned()).collect(),
            Self::PartiesByKind => words.parties.iter().map(|(_, term)| term.label(lang).into_owned()).collect(),
        };
        let without = if lang == Lang::Ja { "（なし）" } else { "(none)" };
        let heads = (0..labels.len()).map(MatrixKey::Term).chain([MatrixKey::Unassigned]);
        heads.zip(labels.into_iter().chain([without.to_owned()])).collect()
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
