//! Finding out how delimited text is written.

use super::{dialect::Dialect, record::RecordReader};

/// Headers of programs that write no quotation marks around cells: in their texts commas have become blanks, and marks mean
/// themselves.
const UNQUOTED: [&str; 2] = [
    "datetime,timestamp_desc,source,source_long,message,parser,display_name,tag",
    "date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,version,filename,inode,notes,format,extra",
];

/// Whether this line is a header of a program that writes no quotation marks around cells.
fn unquoted_header(line: &str) -> bool {
    let line = line.trim();
    UNQUOTED.iter().any(|header| line.eq_ignore_ascii_case(header))
}

/// What may stand between cells, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// So many records are compared.
const RECORDS: usize = 20;

impl Dialect {
    /// The dialect of a text that begins like this; `None` where no delimiter splits its first records alike.
    ///
    /// That with the most cells is taken, if three in four records have as many.
    pub fn of(begin: &str) -> Option<Self> {
        let first = begin.lines().find(|line| !line.trim().is_empty())?;
        if unquoted_header(first) {
            return Some(Self { has_quotes: false, ..Self::COMMA });
        }
        let found = DELIMITERS.into_iter().filter_map(|delimiter| {
            let dialect = Self { delimiter, has_quotes: true };
            Some((dialect.agreed_cells(begin)?, dialect))
        });
        found.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, dialect)| dialect)
    }

    /// The dialect that splits the first record of a table into the most cells; `None` where none splits it.
    pub(super) fn of_one(begin: &str) -> Option<Self> {
        let cells = |delimiter: &u8| {
            let mut records = RecordReader::new(begin, Self { delimiter: *delimiter, has_quotes: true });
            if records.advance() { records.len() } else { 0 }
        };
        // Of those that split it alike the rarest in texts.
        let delimiter = [b',', b';', b'|', b'\t'].into_iter().max_by_key(cells)?;
        (cells(&delimiter) > 1).then_some(Self { delimiter, has_quotes: true })
    }

    /// How many cells the first records have, if they are two or more and most have as many.
    fn agreed_cells(self, begin: &str) -> Option<usize> {
        let mut records = RecordReader::new(begin, self);
        let mut counts = Vec::new();
        while counts.len() < RECORDS && records.advance() {
            // The last may be cut off.
            if records.is_cut() && !counts.is_empty() {
                break;
            }
            counts.push(records.len());
        }
        let first = *counts.first().filter(|count| **count > 1 && counts.len() > 1)?;
        let alike = counts.iter().filter(|count| **count == first).count();
        (alike * 4 >= counts.len() * 3).then_some(first)
    }
}
