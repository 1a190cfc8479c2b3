//! A table that is not understood: what stands in it, and the line to type.

use std::{cmp::Reverse, error, fmt};

use super::{mapping::MappingFault, row::Row, sample::Sample, target::Target};
use crate::{
    messages::{Locale, sources},
    model::{ExtraField, MissingYear},
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
    /// The place of the column whose dates have no year, if there is one.
    yearless: Option<usize>,
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
        let rows: Vec<Vec<String>> =
            rows.map(|row| columns.iter().map(|field| cell(&row.row, *field)).collect()).collect();
        let (mapping, yearless) = proposed_mapping(header, &rows);
        let proposal = match &fault {
            Some(MappingFault::Order { read_by, .. }) => {
                format!("--dates {}", read_by.first().map_or("dmy", |order| order.name()))
            }
            _ => format!("--map '{mapping}'"),
        };
        let yearless = yearless.filter(|_| fault.is_none());
        Self { fault: fault.map(Box::new), missing, header: header.to_vec(), rows, yearless, proposal }
    }
}

/// A mapping to begin with, and the place of the column whose dates have no year, if there is one: dates stand there, else
/// in the first column, and of the others the one with the longest texts is the title.
fn proposed_mapping(header: &[String], rows: &[Vec<String>]) -> (String, Option<usize>) {
    let texts =
        |place: usize| rows.iter().filter_map(move |row| row.get(place)).filter(|text: &&String| !text.is_empty());
    let missing_year = |place: usize| {
        texts(place).map(|text| MissingYear::of(text)).reduce(|all, one| all.filter(|_| all == one)).flatten()
    };
    let yearless = (0..header.len()).find_map(|place| Some((place, missing_year(place)?)));
    let dates = yearless.map_or(0, |(place, _)| place);
    let letters = |place: &usize| texts(*place).map(|text| text.chars().count()).sum::<usize>();
    let others = (0..header.len()).filter(|place| *place != dates);
    let title = others.max_by_key(|place| (letters(place), Reverse(*place))).unwrap_or(dates);
    let column = |place: usize| header.get(place).map_or("COLUMN", String::as_str);
    let date = match yearless {
        Some((place, MissingYear::Before)) => format!("YEAR-{{{}}}", column(place)),
        Some((place, MissingYear::Behind)) => format!("{{{}}} YEAR", column(place)),
        None => column(dates).to_owned(),
    };
    (format!("date={date},title={}", column(title)), yearless.map(|(place, _)| place))
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
        if let Some(column) = self.yearless.and_then(|place| self.header.get(place)) {
            text.extend(["\n", &sources::no_year_in(locale, column)]);
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
