//! A table that is not understood: what stands in it, and the line to type.

use std::{error, fmt};

use super::{mapping::MappingFault, row::Row, sample::Sample, target::Target};
use crate::{
    messages::{Locale, sources},
    model::ExtraField,
    text::sanitize,
};

/// A table of which it is not known what its columns mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmappedTable {
    /// What is wrong with the mapping that was given, if that is it.
    fault: Option<Box<MappingFault>>,
    /// The fields that no column was found for.
    missing: Vec<Target>,
    header: Vec<String>,
    /// The first rows, as far as they fill the columns.
    rows: Vec<Vec<String>>,
    /// A mapping to begin with.
    proposal: String,
}

/// So many rows of a table that is not understood are shown, and so many letters of a cell.
const SHOWN_ROWS: usize = 3;
const SHOWN_CHARS: usize = 60;

impl UnmappedTable {
    /// Whether it has no columns at all.
    pub(super) fn has_no_columns(&self) -> bool {
        self.header.is_empty()
    }

    pub(super) fn of(
        fault: Option<MappingFault>,
        missing: Vec<Target>,
        header: &[String],
        sample: &Sample<'_>,
        columns: &[ExtraField],
    ) -> Self {
        let cell = |row: &Row<'_>, field: ExtraField| {
            let text = row.cell(field).map_or("", |cell| cell.text.trim());
            let line = sanitize(text);
            let short: String = line.chars().take(SHOWN_CHARS).collect();
            if short.len() < line.len() { short + "…" } else { short }
        };
        let rows = sample.rows.iter().take(SHOWN_ROWS);
        let rows = rows.map(|row| columns.iter().map(|field| cell(&row.row, *field)).collect()).collect();
        let column = |place: usize| header.get(place).map_or("COLUMN", String::as_str);
        let proposal = match &fault {
            Some(MappingFault::Order { read_by, .. }) => {
                format!("--dates {}", read_by.first().map_or("dmy", |order| order.name()))
            }
            _ => format!("--map 'date={},title={}'", column(0), column(1.min(header.len().saturating_sub(1)))),
        };
        Self { fault: fault.map(Box::new), missing, header: header.to_vec(), rows, proposal }
    }
}

impl error::Error for UnmappedTable {}

impl UnmappedTable {
    /// What stands in it, and the line to type.
    pub fn told(&self, locale: Locale) -> String {
        let mut text = if let Some(fault) = &self.fault {
            let option = if matches!(**fault, MappingFault::Order { .. }) { "" } else { "--map: " };
            option.to_owned() + &fault.told(locale)
        } else {
            let missing: Vec<&str> = self.missing.iter().map(|target| target.name()).collect();
            sources::columns_not_known(locale, &missing.join(sources::or_the(locale)))
        };
        for (place, name) in self.header.iter().enumerate() {
            let cells = self.rows.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty());
            let cells: Vec<&str> = cells.map(String::as_str).collect();
            text.extend(["\n  ", &(place + 1).to_string(), "  ", name, ": ", &cells.join(" | ")]);
        }
        let command = format!("annalist {} FILE", self.proposal);
        text + "\n" + &sources::say_it(locale, &command)
    }
}

impl fmt::Display for UnmappedTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}
