//! The filter that a cell of the matrix stands for.

use crate::{
    axis::moment_text,
    model::Timeline,
    query::{Field, Predicate, Query},
};

use super::{MatrixKey, MatrixView};

impl MatrixView {
    /// The filter that the cell stands for on which the cursor is; `None` where the matrix has no cells, and for what may be in several
    /// periods, which no filter asks for.
    pub(in crate::app) fn cell_query(&self, timeline: &Timeline) -> Option<Query> {
        let (row, column) = self.cursor_index();
        let (row, column) = (self.table.rows.get(row)?.head, *self.table.columns.get(column)?);
        if column == MatrixKey::Ambiguous {
            return None;
        }
        let mut query = self.query_of(self.pivot.rows(), row, timeline);
        let across = self.query_of(self.pivot.columns().unwrap_or(Field::Kind), column, timeline);
        // A name with itself is asked for once.
        query.terms.extend(across.terms.into_iter().filter(|_| row != column || !self.pivot.is_paired()));
        Some(query)
    }

    /// The filter that a head stands for; an empty one where there is none.
    fn query_of(&self, field: Field, head: MatrixKey, timeline: &Timeline) -> Query {
        let words = &timeline.vocabularies;
        let periods = || {
            self.table.columns.iter().filter_map(|head| match head {
                MatrixKey::Period(period) => Some(period),
                _ => None,
            })
        };
        let text = match head {
            MatrixKey::Term(place) => {
                let id = match field {
                    Field::Area => words.areas.iter().nth(place).map(|(_, term)| &term.id),
                    Field::Lane => words.lanes.iter().nth(place).map(|(_, term)| &term.id),
                    Field::Party => words.parties.iter().nth(place).map(|(_, term)| &term.id),
                    Field::Person | Field::Org => {
                        let name = self.names.values().get(place).map(|value| vec![value.id.clone()]);
                        let terms = name.map(|name| Predicate::Field(field, name).into());
                        return terms.into_iter().collect::<Vec<_>>().into();
                    }
                    _ => words.kinds.iter().nth(place).map(|(_, term)| &term.id),
                };
                let mut query = Query::default();
                if let Some(id) = id {
                    query.toggle(field, id, false);
                }
                return query;
            }
            MatrixKey::Unassigned => format!("-has:{}", field.name()),
            MatrixKey::Period(period) => format!("start:{}", period.written()),
            MatrixKey::Earlier => {
                periods().next().map(|period| format!("start:<{}", moment_text(period.first))).unwrap_or_default()
            }
            MatrixKey::Later => {
                periods().next_back().map(|period| format!("start:>{}", moment_text(period.last))).unwrap_or_default()
            }
            MatrixKey::Ambiguous => String::new(),
        };
        Query::parse(&text)
    }
}
