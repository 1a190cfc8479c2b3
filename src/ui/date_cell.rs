//! The dates of the rows of a list: in words, in one column that all of them share.

use crate::{
    app::{App, ListRow, shared_date_columns},
    model::{Event, EventIndex, Lang},
    text,
};

/// Columns of a day without its year.
const SHORT_DATE_COLUMNS: usize = 6;

/// When an event was, in words: its start, and behind it the end of a span or the clock. Rows have their starts at the
/// right of one column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct DateCell {
    words: String,
    /// How many bytes of the words are the start.
    start: usize,
}

impl DateCell {
    /// The date of a row in a list of so many columns, or how much later it was than the origin.
    pub(super) fn of(app: &App, ix: EventIndex, event: &Event, width: u16) -> Self {
        Self::new(app.row_date(ix, event, width))
    }

    fn new(words: String) -> Self {
        let clock = words.find(':').and_then(|colon| words.get(..colon)?.rfind(' '));
        // A clock alone stands with the clocks.
        let clock = clock.or_else(|| (words.find(':') == Some("00".len())).then_some(0));
        let tail = clock.into_iter().chain(words.find(" – ")).chain(words.find('～')).min();
        Self { start: tail.unwrap_or(words.len()), words }
    }

    /// Whether it tells the clock.
    pub(super) fn has_clock(&self) -> bool {
        self.words.contains(':')
    }

    /// The columns of the start, and of what is behind it.
    fn widths(&self) -> (usize, usize) {
        let (start, tail) = self.words.split_at_checked(self.start).unwrap_or((&self.words, ""));
        (text::width(start), text::width(tail))
    }

    /// The words with so many columns for all starts, in so many columns in all.
    pub(super) fn padded(&self, columns: DateColumns) -> String {
        let (start, tail) = self.widths();
        // Behind a start stands a blank.
        let is_alone = self.start == 0 && columns.start > 0;
        // What is longer than all columns moves what is behind it as little as it can.
        let before = columns.start.saturating_sub(start).min(columns.all.saturating_sub(start + tail));
        let before = before + usize::from(is_alone);
        let after = columns.all.saturating_sub(before + start + tail);
        format!("{}{}{}", " ".repeat(before), self.words, " ".repeat(after))
    }
}

/// The columns that the dates of rows take, and of these the ones of their starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct DateColumns {
    start: usize,
    all: usize,
}

impl DateColumns {
    /// All of them.
    pub(super) fn all(self) -> u16 {
        u16::try_from(self.all).unwrap_or(u16::MAX)
    }

    /// Those of a list whose titles have two rows: the same wherever it is scrolled.
    pub(super) const fn shared(lang: Lang) -> Self {
        let all = shared_date_columns(lang);
        Self { start: all, all }
    }

    pub(super) fn of<'a>(dates: impl Iterator<Item = &'a DateCell>) -> Self {
        let widths = |when: &DateCell| {
            let (start, tail) = when.widths();
            (start, tail + usize::from(start == 0 && tail > 0))
        };
        let (start, tail) = dates.map(widths).fold((0, 0), |most, it| (most.0.max(it.0), most.1.max(it.1)));
        let start = if start == 0 && tail > 0 { 0 } else { start.max(SHORT_DATE_COLUMNS) };
        Self { start, all: start + tail }
    }

    /// The columns that the dates of these rows take in a list of so many columns.
    pub(super) fn of_rows(app: &App, rows: &[ListRow], width: u16) -> Self {
        let dates: Vec<DateCell> = (rows.iter())
            .filter_map(|row| if let ListRow::Event(ix) = row { Some(*ix) } else { None })
            .filter_map(|ix| Some(DateCell::of(app, ix, &*app.timeline().event(ix)?, width)))
            .collect();
        Self::of(dates.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_end_in_one_column_and_clocks_begin_in_one() {
        let rows = ["11 Jun", "11 Jun 15:10:00", "23:30:00+09:00", "31 Oct – 1 Nov", ""]
            .map(|it| DateCell::new(it.to_owned()));
        let columns = DateColumns::of(rows.iter());
        let padded: Vec<String> = rows.iter().map(|when| when.padded(columns)).collect();
        assert_eq!(
            padded,
            [
                "11 Jun               ",
                "11 Jun 15:10:00      ",
                "       23:30:00+09:00",
                "31 Oct – 1 Nov       ",
                &" ".repeat(21)
            ]
        );
        let clocks = ["08:13:43", ""].map(|it| DateCell::new(it.to_owned()));
        assert_eq!(clocks[0].padded(DateColumns::of(clocks.iter())), "08:13:43 ");
    }
}
