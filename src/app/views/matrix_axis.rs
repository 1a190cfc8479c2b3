//! What the rows and the columns of the matrix stand for.

use crate::{
    axis::{Period, Unit, Window},
    messages::{Locale, fields},
    model::Moment,
    query::{EventNames, Field},
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
    /// Bodies down, time across.
    BodiesByTime,
    /// People down, time across.
    PeopleByTime,
    /// Parties down, kinds across.
    PartiesByKind,
    /// People down and across: who stands in the same events.
    PeopleByPeople,
    /// Bodies down and across.
    BodiesByBodies,
}

/// How many names of people and bodies are listed, against time and against each other.
const MAX_NAMES: usize = 200;
const MAX_PAIRED_NAMES: usize = 100;
/// More periods than this are not counted side by side.
const MAX_PERIODS: usize = 240;

impl MatrixPivot {
    /// All, in the order of their menu, each with the letter that chooses it.
    pub const ALL: [(char, Self); 7] = [
        ('a', Self::AreasByTime),
        ('l', Self::LanesByTime),
        ('b', Self::BodiesByTime),
        ('p', Self::PeopleByTime),
        ('k', Self::PartiesByKind),
        ('w', Self::PeopleByPeople),
        ('o', Self::BodiesByBodies),
    ];

    /// What stands in the rows.
    pub const fn rows(self) -> Field {
        match self {
            Self::AreasByTime => Field::Area,
            Self::LanesByTime => Field::Lane,
            Self::BodiesByTime | Self::BodiesByBodies => Field::Org,
            Self::PeopleByTime | Self::PeopleByPeople => Field::Person,
            Self::PartiesByKind => Field::Party,
        }
    }

    /// What stands in the columns; `None` for time.
    pub const fn columns(self) -> Option<Field> {
        match self {
            Self::AreasByTime | Self::LanesByTime | Self::BodiesByTime | Self::PeopleByTime => None,
            Self::PartiesByKind => Some(Field::Kind),
            Self::PeopleByPeople => Some(Field::Person),
            Self::BodiesByBodies => Some(Field::Org),
        }
    }

    /// Whether rows and columns stand for the same names.
    pub const fn is_paired(self) -> bool {
        matches!(self, Self::PeopleByPeople | Self::BodiesByBodies)
    }

    /// Whether names have to be looked for in the events.
    pub const fn is_named(self) -> bool {
        self.names().is_some()
    }

    /// The field of the names that have to be looked for, and how many are listed; `None` where there is a vocabulary.
    pub(in crate::app) const fn names(self) -> Option<(Field, usize)> {
        match self {
            Self::BodiesByTime | Self::PeopleByTime => Some((self.rows(), MAX_NAMES)),
            Self::PeopleByPeople | Self::BodiesByBodies => Some((self.rows(), MAX_PAIRED_NAMES)),
            Self::AreasByTime | Self::LanesByTime | Self::PartiesByKind => None,
        }
    }

    /// The columns: as many periods as there is room for, with what lies beside them, or kinds, or names.
    pub(in crate::app) fn column_keys(
        self,
        doc: &Document,
        names: &EventNames,
        (window, room, unit): (Window, usize, MatrixUnit),
    ) -> Vec<MatrixKey> {
        match self.columns() {
            None => {
                let (first, last) = (window.start(), window.last());
                let unit = unit.of(first, last, room.max(1));
                let periods = Period::touching(unit, first, last).map(MatrixKey::Period);
                [MatrixKey::Earlier]
                    .into_iter()
                    .chain(periods)
                    .chain([MatrixKey::Later, MatrixKey::Ambiguous])
                    .collect()
            }
            Some(Field::Kind) => {
                (0..doc.timeline.vocabularies.kinds.len()).map(MatrixKey::Term).chain([MatrixKey::Unassigned]).collect()
            }
            Some(_) => (0..names.values().len()).map(MatrixKey::Term).collect(),
        }
    }

    /// What the rows stand for, with their names; the last is for events without any.
    pub(in crate::app) fn row_names(
        self,
        doc: &Document,
        names: &EventNames,
        locale: Locale,
    ) -> Vec<(MatrixKey, String)> {
        let words = &doc.timeline.vocabularies;
        let lang = locale.into();
        let labels: Vec<String> = match self.rows() {
            Field::Area => words.areas.iter().map(|(_, term)| term.label(lang).into_owned()).collect(),
            Field::Lane => words.lanes.iter().map(|(_, term)| term.label(lang).into_owned()).collect(),
            Field::Party => words.parties.iter().map(|(_, term)| term.label(lang).into_owned()).collect(),
            _ => names.values().iter().map(|value| value.label.clone()).collect(),
        };
        let heads = (0..labels.len()).map(MatrixKey::Term).chain([MatrixKey::Unassigned]);
        heads.zip(labels.into_iter().chain([fields::without(locale).to_owned()])).collect()
    }
}

/// The unit of the periods that stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MatrixUnit {
    /// The shortest of which there is room for all.
    #[default]
    Fitting,
    /// Years.
    Year,
    /// Quarters.
    Quarter,
    /// Months.
    Month,
}

impl MatrixUnit {
    #[must_use]
    pub(in crate::app) const fn next(self) -> Self {
        match self {
            Self::Fitting => Self::Year,
            Self::Year => Self::Quarter,
            Self::Quarter => Self::Month,
            Self::Month => Self::Fitting,
        }
    }

    /// The unit of the calendar for this time; a longer one where there would be too many.
    fn of(self, first: Moment, last: Moment, room: usize) -> Unit {
        let fitting = |most| Period::unit_for(first, last, most);
        let unit = match self {
            Self::Fitting => return fitting(room),
            Self::Year => Unit::Year,
            Self::Quarter => Unit::Quarter,
            Self::Month => Unit::Month,
        };
        let seconds = last.seconds().saturating_sub(first.seconds());
        let has_few = seconds / unit.seconds() < i64::try_from(MAX_PERIODS).unwrap_or(i64::MAX);
        if has_few { unit } else { fitting(MAX_PERIODS) }
    }
}

/// What a row or a column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MatrixKey {
    /// A term of the vocabulary of the row or column, or one of the names, by its place.
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
