//! Dates of a column: how they are to be read is decided once, by what all cells hold.

use annalist::messages::Locale;
use annalist::model::{
    CellDate, ClockZero, ColumnFault, ColumnForm, ColumnNote, ColumnSurvey, DateFault, DateOrder, EpochUnit, EventDate,
};
use proptest::{collection::vec, prelude::*, sample::select};

fn decide(cells: &[&str], order: Option<DateOrder>) -> ColumnSurvey {
    let cells: Vec<(Option<usize>, &str)> =
        cells.iter().enumerate().map(|(place, cell)| (Some(place + 2), *cell)).collect();
    ColumnForm::decide(&cells, order)
}

fn told(read: CellDate) -> String {
    match read {
        CellDate::Date(date) => date.as_written().to_owned(),
        CellDate::Undated => "undated".to_owned(),
        CellDate::Invalid(error) => format!("! {}", error.fault),
    }
}

/// The cells of a column as they are read.
fn column(cells: &[&str]) -> Vec<String> {
    let form = decide(cells, None).form;
    cells.iter().map(|cell| told(form.read(cell))).collect()
}

fn ordered(cell: &str, order: DateOrder) -> String {
    told(decide(&[cell], Some(order)).form.read(cell))
}

fn alone(cell: &str) -> String {
    column(&[cell]).remove(0)
}

/// Cells that say by themselves what they mean.
const PLAIN: &[(&str, &str)] = &[
    ("2021", "2021"),
    ("2021-04", "2021-04"),
    ("2021-04~", "2021-04~"),
    ("2021-04-01/2021-05", "2021-04-01/2021-05"),
    ("'2021-04-01", "2021-04-01"),
    (" 2021-04-01\u{A0}", "2021-04-01"),
    ("2012-03-14T04:17:38.276340+00:00", "2012-03-14T04:17:38.276340+00:00"),
    ("2012-03-14 04:17:38.276340 +09:00", "2012-03-14 04:17:38.276340 +09:00"),
    ("2012-03-14 04:17:38,27 UTC", "2012-03-14 04:17:38,27 UTC"),
    ("2012-03-14 04:17:38 +0900", "2012-03-14 04:17:38 +0900"),
    ("2012-03-14 04:17:38", "2012-03-14 04:17:38"),
    ("2012-3-4", "2012-03-04"),
    ("2012/3/4 9:05", "2012-03-04T09:05"),
    ("2012/03/04 09:05:07.25", "2012-03-04T09:05:07.25"),
    ("20240404", "2024-04-04"),
    ("20240404T081343Z", "2024-04-04T08:13:43Z"),
    ("20240404081343", "2024-04-04T08:13:43"),
    ("1658689261", "2022-07-24T19:01:01Z"),
    ("1658689261123", "2022-07-24T19:01:01.123Z"),
    ("1658689261123456", "2022-07-24T19:01:01.123456Z"),
    ("1658689261123456789", "2022-07-24T19:01:01.123456789Z"),
    ("1320279554.496300", "2011-11-03T00:19:14.496300Z"),
    ("6 Jan 2023", "2023-01-06"),
    ("Jan 6, 2023", "2023-01-06"),
    ("October 2022", "2022-10"),
    ("10/2022", "2022-10"),
    ("Tue Dec 16 2003 13:12:11", "2003-12-16T13:12:11"),
    ("Tue, 16 Dec 2003 13:12:11 +0900 (JST)", "2003-12-16T13:12:11+09:00"),
    ("Tue Dec 16 13:12:11 UTC 2003", "2003-12-16T13:12:11Z"),
    ("16 December 2003 13:12:11.25 -0130", "2003-12-16T13:12:11.25-01:30"),
    ("December 16, 2003", "2003-12-16"),
    ("Tue Dec 16 13:12:11 EST 2003", "2003-12-16T13:12:11-05:00"),
    ("Thu Apr  4 08:13:43 UTC 2024", "2024-04-04T08:13:43Z"),
    ("2021年4月1日", "2021-04-01"),
    ("２０２１年４月１日", "2021-04-01"),
    ("2021年4月1日 午後3時5分", "2021-04-01T15:05"),
    ("令和3年4月1日", "2021-04-01"),
    ("R3.4.1", "2021-04-01"),
    ("H31/4/30", "2019-04-30"),
    ("753 BC", "-0752"),
    ("[2020-01-02,2020-02-01]", "[2020-01-02,2020-02-01]"),
    ("2/2/2020", "2020-02-02"),
    ("16/02/2020", "2020-02-16"),
    ("05/30/2020 10:00 AM", "2020-05-30T10:00"),
    ("5/30/2020, 12:05:01 PM +0200", "2020-05-30T12:05:01+02:00"),
    ("30.5.2020 12:05 a.m.", "2020-05-30T00:05"),
    ("2020-05-30 10:00 PM", "2020-05-30T22:00"),
    ("05/30/2020 --:--:--", "2020-05-30"),
];

#[test]
fn what_a_cell_says_by_itself_is_read() {
    let wrong: Vec<String> = PLAIN
        .iter()
        .filter(|(cell, meant)| alone(cell) != *meant)
        .map(|(cell, meant)| format!("{cell}: {}, not {meant}", alone(cell)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_date_is_no_error() {
    for cell in [
        "",
        " ",
        "-",
        "—",
        "--:--:--",
        "00/00/0000",
        "00/00/0000 --:--:--",
        "0000-00-00T00:00:00Z",
        "0000-00-00",
        "0",
        "-1",
        "0000",
        "0.000000",
        "Not set",
        "N/A",
        "null",
        "NaT",
        "不明",
        "'",
    ] {
        assert_eq!(alone(cell), "undated", "{cell:?}");
    }
}

#[test]
fn what_is_no_date_says_what_was_meant() {
    for (cell, words) in [
        ("mid-2021", "`2021-05/2021-08`"),
        ("Summer 2020", "`2020-22`"),
        ("between August and November 2022", "`2022-08/2022-11` or `[2022-08..2022-11]`"),
        ("c. 1677", "`1677~`"),
        ("2019-2021", "`2019/2021`"),
        ("44927", "2023-01-01"),
        ("44927.5", "2023-01-01"),
        ("123456789", "no time from 1990 to 2099"),
        ("9999999999999", "no time from 1990 to 2099"),
        ("1234 19:01:01", ""),
        ("May  8 16:33:32", "the year is missing"),
        ("31/04/2024", "April 2024 has 30 days"),
        ("2024-13-01", "no month 13"),
        ("13/13/2024", "no month 13"),
        ("01/00/1980", "no day 00"),
        ("12/31/99", "`--dates mdy`"),
        ("05/30/2020 25:00", "no hour 25"),
        ("05/30/2020 13:00 PM", "no hour 13"),
        ("someday", ""),
    ] {
        let told = alone(cell);
        assert!(told.starts_with("! ") && told.contains(words), "{cell}: {told}");
    }
}

#[test]
fn one_cell_over_twelve_decides_for_all() {
    assert_eq!(column(&["08-02-2020", "16-02-2020"]), ["2020-02-08", "2020-02-16"]);
    assert_eq!(column(&["08/02/2020", "02/16/2020"]), ["2020-08-02", "2020-02-16"]);
    assert_eq!(column(&["8.2.2020 10:00", "16.2.2020"]), ["2020-02-08T10:00", "2020-02-16"]);
    let survey = decide(&["1/2/2020", "x", "1/20/2020"], None);
    assert_eq!((survey.dates, survey.faults), (2, 1));
    let [note @ ColumnNote::OrderFound { order: DateOrder::MonthDayYear, proof }] = &survey.notes[..] else {
        panic!("{:?}", survey.notes)
    };
    assert_eq!(proof.line, Some(4));
    assert!(note.message(Locale::English).contains("M/D/Y, as `1/20/2020` on line 4 shows"));
    let late = survey.form.read("20/1/2020");
    assert!(
        matches!(&late, CellDate::Invalid(error) if matches!(error.fault, DateFault::InColumn(ColumnFault::AgainstOrder { only: Some(DateOrder::DayMonthYear), .. })))
    );
}

#[test]
fn where_none_decides_each_is_one_of_two_days_and_that_is_said_once() {
    let cells = ["02/01/2020", "01/02/2020 10:00", "3/3/2020"];
    assert_eq!(column(&cells), ["[2020-01-02,2020-02-01]", "[2020-01-02,2020-02-01]", "2020-03-03"]);
    let notes = decide(&cells, None).notes;
    assert!(matches!(&notes[..], [ColumnNote::OrderUnknown { cells: 2, .. }]), "{notes:?}");
    assert!(notes[0].is_warning() && notes[0].message(Locale::English).contains("on line 2"));
    assert_eq!(ordered("02/01/2020 10:00", DateOrder::DayMonthYear), "2020-01-02T10:00");
    assert_eq!(ordered("02/01/2020", DateOrder::MonthDayYear), "2020-02-01");
    assert_eq!(decide(&cells, Some(DateOrder::MonthDayYear)).notes, [ColumnNote::ZoneNotStated]);
}

#[test]
fn both_orders_in_a_column_are_errors_with_one_of_each_as_proof() {
    let cells = ["16/02/2020", "02/01/2020", "02/17/2020", "4/4/2020", "2020-01-05"];
    let read = column(&cells);
    assert!(read[..3].iter().all(|told| told.contains("`16/02/2020`") && told.contains("`02/17/2020`")), "{read:?}");
    assert_eq!(read[3..], ["2020-04-04", "2020-01-05"]);
    let notes = decide(&cells, None).notes;
    let said = notes[0].message(Locale::English);
    assert!(said.contains("`16/02/2020` on line 2") && said.contains("`02/17/2020` on line 4"), "{said}");
    let form = decide(&cells, Some(DateOrder::DayMonthYear)).form;
    assert_eq!(told(form.read(cells[1])), "2020-01-02");
    assert!(told(form.read(cells[2])).contains("D/M/Y"));
}

#[test]
fn years_of_two_digits_need_the_order() {
    assert_eq!(ordered("12/31/99", DateOrder::MonthDayYear), "1999-12-31");
    assert_eq!(ordered("31-12-20", DateOrder::DayMonthYear), "2020-12-31");
    assert_eq!(ordered("20/01/02", DateOrder::YearMonthDay), "2020-01-02");
    for order in DateOrder::ALL {
        assert_eq!(order.name().parse(), Ok(order));
    }
    assert_eq!("DMY ".parse(), Ok(DateOrder::DayMonthYear));
    assert!("ydm".parse::<DateOrder>().is_err());
}

#[test]
fn units_of_a_column_are_said_where_they_differ() {
    let notes = decide(&["1658689261", "1658689261123", "1658689261123456"], None).notes;
    let [note @ ColumnNote::EpochUnits { units }] = &notes[..] else { panic!("{notes:?}") };
    let found: Vec<EpochUnit> = units.iter().map(|(unit, _)| *unit).collect();
    assert_eq!(found, [EpochUnit::Seconds, EpochUnit::Milliseconds, EpochUnit::Microseconds]);
    assert!(note.message(Locale::English).contains("milliseconds (`1658689261123` on line 3)"));
    assert!(decide(&["1658689261", "1658689262", "0"], None).notes.is_empty());
}

#[test]
fn zones_that_are_stated_here_and_not_there_are_said() {
    let notes = decide(&["2020-01-01T10:00:00Z", "2020-01-02 10:00", "2020"], None).notes;
    assert!(matches!(&notes[..], [ColumnNote::ZoneMixed { .. }]), "{notes:?}");
    assert_eq!(decide(&["2020-01-02 10:00", "2020"], None).notes, [ColumnNote::ZoneNotStated]);
    assert!(decide(&["2020-01-02 10:00Z", "2020"], None).notes.is_empty());
}

#[test]
fn the_zero_of_a_clock_is_kept_and_said() {
    let survey = decide(&["1601-01-01T00:00:00Z", "2227-01-01T00:00:00Z", "1601-01-01"], None);
    assert_eq!(survey.dates, 3);
    let [ColumnNote::Zero { zero: ClockZero::FileTime, cells: 1, .. }] = &survey.notes[..] else {
        panic!("{:?}", survey.notes)
    };
}

#[test]
fn a_day_that_was_filled_in_is_said_and_a_bulk_load_is_not() {
    let filled: Vec<String> = (2001..2010).map(|year| format!("{year}-01-09")).collect();
    let others: Vec<String> = (0..47).map(|day| format!("2015-{:02}-{:02}", day % 12 + 1, day / 12 + 11)).collect();
    let cells: Vec<&str> = filled.iter().chain(&others).map(String::as_str).collect();
    let notes = decide(&cells, None).notes;
    assert_eq!(notes, [ColumnNote::SameDay { month: 1, day: 9, cells: 9, of: 56, years: 9 }]);
    let bulk: Vec<&str> = others.iter().map(String::as_str).chain(["2021-11-03"; 20]).collect();
    assert!(decide(&bulk, None).notes.is_empty());
    let few: Vec<&str> = filled[..4].iter().map(String::as_str).collect();
    assert!(decide(&few, None).notes.is_empty());
}

#[test]
fn clocks_at_midnight_are_said() {
    let cells: Vec<String> = (1..=15)
        .map(|day| format!("2020-01-{day:02}T{}:00:00+09:00", if day % 3 == 0 { "00" } else { "12" }))
        .collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    assert_eq!(decide(&cells, None).notes, [ColumnNote::Midnight { cells: 5, of: 15 }]);
    assert!(decide(&cells[..12], None).notes.is_empty());
}

/// The days that a cell of three numbers can mean.
fn meanings(day: u32, month: u32, year: i32) -> Vec<String> {
    let day_text = |month: u32, day: u32| format!("{year:04}-{month:02}-{day:02}");
    [day_text(month, day), day_text(day, month)].into_iter().filter(|text| EventDate::parse(text).is_ok()).collect()
}

proptest! {
    #[test]
    fn a_decided_column_contradicts_none_of_its_cells(
        days in vec((1..=31_u32, 1..=12_u32, 1990..2030_i32, any::<bool>()), 1..12),
        sign in select(vec!['/', '-', '.']),
        settled in select(vec![None, Some(DateOrder::DayMonthYear), Some(DateOrder::MonthDayYear)]),
    ) {
        let written: Vec<String> = days.iter().map(|(day, month, year, flipped)| {
            let (one, other) = if *flipped { (month, day) } else { (day, month) };
            format!("{one:02}{sign}{other}{sign}{year}")
        }).collect();
        let cells: Vec<&str> = written.iter().map(String::as_str).collect();
        let form = decide(&cells, settled).form;
        let numbers: Vec<[u32; 2]> = cells
            .iter()
            .map(|cell| {
                let numbers: Vec<u32> = cell.split(sign).take(2).map(|part| part.parse().unwrap()).collect();
                [numbers[0], numbers[1]]
            })
            .collect();
        // The order that is settled or shown; none where both are shown.
        let shows = [0, 1].map(|first: usize| numbers.iter().any(|it| it[first] > 12 && it[1 - first] <= 12));
        let order = settled.map_or(shows, |order| [order == DateOrder::DayMonthYear, order == DateOrder::MonthDayYear]);
        for (cell, ([one, other], (.., year, _))) in cells.iter().zip(numbers.iter().zip(&days)) {
            let (day, month) = if order[1] { (*other, *one) } else { (*one, *other) };
            let is_date = chrono::NaiveDate::from_ymd_opt(*year, month, day).is_some();
            if is_date && !(order[0] && order[1]) {
                prop_assert!(matches!(form.read(cell), CellDate::Date(_)), "{} in {:?}", cell, cells);
            }
        }
        let mut orders = [false; 2];
        for (cell, (day, month, year, _)) in cells.iter().zip(&days) {
            let possible = meanings(*day, *month, *year);
            let CellDate::Date(date) = form.read(cell) else { continue };
            let numbers: Vec<u32> = cell.split(sign).take(2).map(|part| part.parse().unwrap()).collect();
            if date.as_written().starts_with('[') {
                // One of two days: all that the cell can mean.
                prop_assert!(form.known_order().is_none());
                prop_assert_eq!(date.alternatives().len(), 2);
                prop_assert!(possible.iter().all(|day| date.as_written().contains(day.as_str())));
            } else {
                prop_assert!(possible.contains(&date.as_written().to_owned()), "{} {:?}", cell, date);
                if numbers[0] != numbers[1] {
                    let month_of = |text: &str| text[5..7].parse::<u32>().unwrap();
                    orders[usize::from(month_of(date.as_written()) == numbers[0])] = true;
                }
            }
        }
        // No two cells are ever read in two orders.
        prop_assert!(!(orders[0] && orders[1]), "{:?}", cells);
    }

    #[test]
    fn no_cell_breaks_a_column(cells in vec("[ '0-9A-Za-z年月日時分令和RH平頃:/.,+TZ~?\\[\\]-]{0,24}", 0..8)) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        for order in [None, Some(DateOrder::DayMonthYear), Some(DateOrder::YearMonthDay)] {
            let survey = decide(&cells, order);
            prop_assert_eq!(survey.dates + survey.undated + survey.faults, cells.len());
            for cell in &cells {
                if let CellDate::Date(date) = survey.form.read(cell) {
                    // What is read is a date by its own text as well.
                    let again = EventDate::parse(date.as_written());
                    prop_assert_eq!(again.as_ref(), Ok(&date));
                }
            }
        }
    }

    #[test]
    fn instants_since_1970_are_those_that_were_counted(seconds in 631_152_000_i64..4_102_444_800, nanos in 0_u32..1_000_000_000) {
        for (cell, nanos, digits) in [
            (format!("{seconds}"), 0, 0),
            (format!("{seconds}{:03}", nanos / 1_000_000), nanos / 1_000_000 * 1_000_000, 3),
            (format!("{seconds}{:06}", nanos / 1000), nanos / 1000 * 1000, 6),
            (format!("{seconds}{nanos:09}"), nanos, 9),
            (format!("{seconds}.{nanos:09}"), nanos, 9),
        ] {
            let CellDate::Date(date) = decide(&[&cell], None).form.read(&cell) else { panic!("{cell}") };
            prop_assert_eq!(date.bounds().start.earliest.seconds(), seconds);
            prop_assert_eq!(date.nanos(), (digits > 0).then_some(nanos));
            prop_assert_eq!(&EventDate::parse(date.as_written()), &Ok(date));
        }
    }
}
