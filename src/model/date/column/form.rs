//! How the dates of a column are to be read, decided by its cells, and the reading of a cell.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

use super::{
    super::{
        column_fault::ColumnFault,
        date_order::DateOrder,
        edtf,
        epoch_unit::EpochUnit,
        event_date::EventDate,
        fault::{DateError, DateFault, SpellingRule},
        fields::DateFields,
        tokens::tokens,
        words,
    },
    census::DateCensus,
    clock_zero::ClockZero,
    epoch, named,
    note::{ColumnNote, Proof},
    numeric::{NumericDate, YearPlace},
    undated::is_undated,
};
/// Days since 30 December 1899 that a spreadsheet may have for a date: 1954 to 2064.
const SERIALS: RangeInclusive<u64> = 20_000..=60_000;

/// How the dates of a column are to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnForm {
    order: OrderRule,
    /// Whether each cell is a number of seconds since 1970, whatever its digits.
    is_seconds: bool,
}

/// What was decided about dates in three numbers of which the year is not the first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum OrderRule {
    /// Nothing is known: each date that can mean two days is one of them.
    #[default]
    Unknown,
    /// The cells have shown it.
    Shown(DateOrder),
    /// Somebody has said it; years may have two digits.
    Given(DateOrder),
    /// Some have the day first, others the month.
    Mixed { day_first: String, month_first: String },
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellDate {
    /// A date, with its text as EDTF or RFC 3339 have it.
    Date(EventDate),
    /// That there is none.
    Undated,
    /// Something that is no date, or that can be read in several ways.
    Invalid(DateError),
}

/// What the cells of a column were found to hold.
#[derive(Debug, Clone, Default)]
pub struct ColumnSurvey {
    /// How they are to be read.
    pub form: ColumnForm,
    /// What is to be said of them.
    pub notes: Vec<ColumnNote>,
    /// How many are dates.
    pub dates: usize,
    /// How many say that there is none.
    pub undated: usize,
    /// How many cannot be read.
    pub faults: usize,
}

impl ColumnForm {
    /// Seconds since 1970-01-01T00:00:00Z, with a fraction or without.
    pub const SECONDS: Self = Self { order: OrderRule::Unknown, is_seconds: true };

    /// Decides how the cells of a column are to be read: these, or a sample of them, each with its line, as far as that is known.
    ///
    /// Where somebody has said in which order day, month and year stand, that holds.
    pub fn decide(cells: &[(Option<usize>, &str)], given: Option<DateOrder>) -> ColumnSurvey {
        let mut notes = Vec::new();
        let order = given.map_or_else(|| Self::order(cells, &mut notes), OrderRule::Given);
        let mut survey = ColumnSurvey { form: Self { order, is_seconds: false }, notes, ..ColumnSurvey::default() };
        survey.count(cells);
        survey
    }

    fn order(cells: &[(Option<usize>, &str)], notes: &mut Vec<ColumnNote>) -> OrderRule {
        let dates = cells.iter().filter_map(|&(line, cell)| Some((line, cell, NumericDate::of(trimmed(cell))?)));
        let first = |order: DateOrder| {
            let proof = |(line, cell, date): (Option<usize>, &str, NumericDate<'_>)| {
                (date.shows() == Some(order)).then(|| Proof { line, cell: trimmed(cell).to_owned() })
            };
            dates.clone().find_map(proof)
        };
        match (first(DateOrder::DayMonthYear), first(DateOrder::MonthDayYear)) {
            (Some(day_first), Some(month_first)) => {
                let rule =
                    OrderRule::Mixed { day_first: day_first.cell.clone(), month_first: month_first.cell.clone() };
                notes.push(ColumnNote::OrderMixed { day_first, month_first });
                return rule;
            }
            (Some(proof), None) => {
                notes.push(ColumnNote::OrderFound { order: DateOrder::DayMonthYear, proof });
                return OrderRule::Shown(DateOrder::DayMonthYear);
            }
            (None, Some(proof)) => {
                notes.push(ColumnNote::OrderFound { order: DateOrder::MonthDayYear, proof });
                return OrderRule::Shown(DateOrder::MonthDayYear);
            }
            (None, None) => {}
        }
        let mut open = dates.filter(|(_, _, date)| date.is_ambiguous());
        if let Some((line, cell, _)) = open.next() {
            let example = Proof { line, cell: trimmed(cell).to_owned() };
            notes.push(ColumnNote::OrderUnknown { cells: open.count() + 1, example });
        }
        OrderRule::Unknown
    }

    /// The order of day, month and year, if the cells have shown it or somebody has said it.
    pub const fn known_order(&self) -> Option<DateOrder> {
        match self.order {
            OrderRule::Shown(order) | OrderRule::Given(order) => Some(order),
            OrderRule::Unknown | OrderRule::Mixed { .. } => None,
        }
    }

    /// Reads a cell.
    pub fn read(&self, cell: &str) -> CellDate {
        if self.is_seconds {
            return match epoch::instant(cell) {
                Ok(date) => date.map_or(CellDate::Undated, CellDate::Date),
                Err(error) => CellDate::Invalid(error),
            };
        }
        let cell = trimmed(cell);
        if is_undated(cell) {
            return CellDate::Undated;
        }
        match self.date(cell) {
            Ok(date) => CellDate::Date(date),
            Err(error) => CellDate::Invalid(error),
        }
    }

    fn date(&self, cell: &str) -> Result<EventDate, DateError> {
        let bytes = cell.as_bytes();
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        match (digits, bytes.get(digits)) {
            // EDTF, or a clock time behind a day of it.
            (4, Some(b'-')) if bytes.get(5..7).is_some_and(|month| month.iter().all(u8::is_ascii_digit)) => {
                EventDate::parse(cell).or_else(|error| spoken(cell).ok_or(error))
            }
            (1.., None | Some(b'.' | b',')) if is_number(bytes) => number(cell, digits),
            (1.., _) => match NumericDate::of(cell) {
                Some(numeric) => self.numeric(cell, &numeric),
                None => in_words(cell),
            },
            _ => in_words(cell),
        }
    }

    fn numeric(&self, cell: &str, date: &NumericDate<'_>) -> Result<EventDate, DateError> {
        let fault = |fault| DateError { text: cell.to_owned(), fault: DateFault::InColumn(fault), offset: 0 };
        let shown = date.shows();
        match (&self.order, date.year) {
            (_, YearPlace::First) => date.read(cell, DateOrder::YearMonthDay),
            (OrderRule::Given(order) | OrderRule::Shown(order), YearPlace::Last)
                if shown.is_some_and(|shown| shown != *order) =>
            {
                Err(fault(ColumnFault::AgainstOrder { order: *order, only: shown }))
            }
            (OrderRule::Given(order), _) | (OrderRule::Shown(order), YearPlace::Last) => date.read(cell, *order),
            (_, YearPlace::Short) => Err(fault(ColumnFault::ShortYear)),
            (OrderRule::Mixed { day_first, month_first }, YearPlace::Last) if date.first != date.second => {
                let (day_first, month_first) = (day_first.clone(), month_first.clone());
                Err(fault(ColumnFault::BothOrders { day_first, month_first }))
            }
            (_, YearPlace::Last) if date.is_ambiguous() => {
                date.one_of().map_err(|fault| DateError { text: cell.to_owned(), fault, offset: 0 })
            }
            (_, YearPlace::Last) => date.read(cell, shown.unwrap_or_else(|| date.likely())),
        }
    }
}

impl ColumnSurvey {
    /// Reads the cells as has been decided, and takes note of what they show.
    fn count(&mut self, cells: &[(Option<usize>, &str)]) {
        let mut census = DateCensus::default();
        let (mut with_zone, mut without) = (None, None);
        let mut units: Vec<(EpochUnit, Proof)> = Vec::new();
        let mut zeros: Vec<(ClockZero, usize, Proof)> = Vec::new();
        for &(line, cell) in cells {
            let date = match self.form.read(cell) {
                CellDate::Date(date) => date,
                CellDate::Undated => {
                    self.undated += 1;
                    continue;
                }
                CellDate::Invalid(_) => {
                    self.faults += 1;
                    continue;
                }
            };
            self.dates += 1;
            census.push(&date);
            let proof = || Proof { line, cell: trimmed(cell).to_owned() };
            if date.has_clock() {
                (if date.is_instant() { &mut with_zone } else { &mut without }).get_or_insert_with(proof);
            }
            let digits = trimmed(cell).split(['.', ',']).next().unwrap_or_default();
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            if let Some(unit) = EpochUnit::of_digits(digits.len()).filter(|_| is_number)
                && units.iter().all(|(known, _)| *known != unit)
            {
                units.push((unit, proof()));
            }
            if let Some(zero) = ClockZero::of(&date) {
                match zeros.iter_mut().find(|(known, ..)| *known == zero) {
                    Some((_, count, _)) => *count += 1,
                    None => zeros.push((zero, 1, proof())),
                }
            }
        }
        self.notes.extend(match (with_zone, without) {
            (Some(with), Some(without)) => Some(ColumnNote::ZoneMixed { with, without }),
            (None, Some(_)) => Some(ColumnNote::ZoneNotStated),
            (_, None) => None,
        });
        self.notes.extend((units.len() > 1).then_some(ColumnNote::EpochUnits { units }));
        self.notes.extend(zeros.into_iter().map(|(zero, cells, example)| ColumnNote::Zero { zero, cells, example }));
        self.notes.extend(census.notes().into_iter().map(|(_, note)| note));
    }
}

/// A cell without blanks around it, and without the mark by which spreadsheets keep a text from being a number.
fn trimmed(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('\'').map_or(cell, str::trim_start)
}

/// Whether all of it is digits, with one point at most.
fn is_number(bytes: &[u8]) -> bool {
    let is_point = |byte: &&u8| matches!(**byte, b'.' | b',');
    bytes.iter().all(|byte| byte.is_ascii_digit() || is_point(&byte)) && bytes.iter().filter(is_point).count() <= 1
}

/// The date of a number with so many digits before its point.
fn number(cell: &str, digits: usize) -> Result<EventDate, DateError> {
    let error = |fault| DateError { text: cell.to_owned(), fault, offset: 0 };
    let (whole, fraction) = cell.split_at_checked(digits).unwrap_or((cell, ""));
    if let Some(read) = epoch::read(whole, fraction.trim_start_matches(['.', ','])) {
        return read.map_err(error);
    }
    if let Ok(days) = whole.parse()
        && digits == 5
        && SERIALS.contains(&days)
    {
        let day = NaiveDate::from_ymd_opt(1899, 12, 30).and_then(|day| day.checked_add_days(Days::new(days)));
        let day = day.map_or_else(String::new, |day| day.to_string());
        return Err(error(DateFault::InColumn(ColumnFault::Serial { day })));
    }
    EventDate::parse(cell).or_else(compact)
}

/// The date of `20240404` or `20240404T081343Z`.
fn compact(error: DateError) -> Result<EventDate, DateError> {
    let is_compact = error.text.bytes().take_while(u8::is_ascii_digit).count() >= 8;
    match &error.fault {
        DateFault::Misspelled { rule: SpellingRule::Hyphens, instead } if is_compact => EventDate::parse(instead),
        _ => Err(error),
    }
}

/// EDTF of any form, or a date in words.
fn in_words(cell: &str) -> Result<EventDate, DateError> {
    if let Some(date) = named::read(cell) {
        return Ok(date);
    }
    if edtf::is_supported(cell) {
        return EventDate::parse(cell);
    }
    if let Some(date) = spoken(cell) {
        return Ok(date);
    }
    EventDate::parse(cell).or_else(compact).map_err(|error| match &error.fault {
        DateFault::Misspelled { instead, .. } => match lasting(instead) {
            Some(span) => DateError { fault: DateFault::Ambiguous { readings: vec![span, instead.clone()] }, ..error },
            None => error,
        },
        _ => error,
    })
}

/// One date in words that leaves nothing open: a year, a month, a day, a clock time.
fn spoken(cell: &str) -> Option<EventDate> {
    let fields = words::parts(&tokens(cell)).filter(DateFields::is_exact)?;
    fields.forms()?.iter().find_map(|form| EventDate::parse(form).ok())
}

/// The span of which a date is one day: "between" can mean both.
fn lasting(one_of: &str) -> Option<String> {
    let (first, last) = one_of.strip_prefix('[')?.strip_suffix(']')?.split_once("..")?;
    (!first.is_empty() && !last.is_empty()).then(|| format!("{first}/{last}"))
}
