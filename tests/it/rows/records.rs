//! Delimited text: what is written comes back, however it is cut.

use annalist::{
    load::{Diagnostics, Dialect, ReadOptions, RecordReader, SourceLayout, SourceSample, last_record_end},
    model::Vocabularies,
};
use proptest::{collection::vec, prelude::*, sample::select};

use super::{read, seen};

/// All cells of a text.
fn table(text: &str, dialect: Dialect) -> Vec<Vec<String>> {
    let mut records = RecordReader::new(text, dialect);
    let mut rows = Vec::new();
    while records.advance() {
        assert_eq!(records.stray_quote(), None, "{text:?}");
        rows.push(records.cells().map(|cell| cell.into_owned()).collect());
    }
    rows
}

fn comma(text: &str) -> Vec<Vec<String>> {
    table(text, Dialect::COMMA)
}

#[test]
fn cells_are_quoted_as_the_standard_has_it() {
    for (text, cells) in [
        ("a,b", vec![vec!["a", "b"]]),
        ("a,b\r\nc,d\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a,\n,b\n", vec![vec!["a", ""], vec!["", "b"]]),
        ("a,", vec![vec!["a", ""]]),
        ("\"a,b\",\"c\"\"d\"\"\",\"\"\n", vec![vec!["a,b", "c\"d\"", ""]]),
        ("\"two\r\nlines\",x\n\n\ny,z\n", vec![vec!["two\r\nlines", "x"], vec!["y", "z"]]),
        ("\"closed\" ,x\n", vec![vec!["closed", "x"]]),
        ("5\" disk,\"3.5\" disk\",x\n", vec![vec!["5\" disk", "\"3.5\" disk\"", "x"]]),
        ("\"OUTLOOK\".EXE,x\n", vec![vec!["\"OUTLOOK\".EXE", "x"]]),
    ] {
        assert_eq!(comma(text), cells, "{text:?}");
    }
}

#[test]
fn what_stands_between_cells_is_found_by_what_splits_lines_alike() {
    for (text, delimiter) in [
        ("date,title\n2021,a\n2022,b\n", Some(b',')),
        ("date;title\n2021;a, b\n2022;c, d, e\n", Some(b';')),
        ("date\ttitle, or so\n2021\ta\n2022\tb\n", Some(b'\t')),
        ("date|title\n2021|a\n", Some(b'|')),
        ("\"a,b\",c\n\"two\nlines; of; it\",d\n", Some(b',')),
        ("just a line\nand another, with a comma\n", None),
        ("one, line of words\n", None),
    ] {
        assert_eq!(Dialect::of(text).map(|dialect| dialect.delimiter), delimiter, "{text:?}");
    }
}

#[test]
fn a_stray_quote_costs_its_line() {
    let rows: String = (0..50_000).map(|n| format!("2021-01-01,row {n},\"said, {n}\"\n")).collect();
    for stray in ["2021-01-01,\"never closed,x\n", "\"2021-01-01,never closed,x\n"] {
        let text = format!("date,title,note\n{stray}{rows}");
        let (update, _file) = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(
            (update.timeline.len(), update.diagnostics.counts().0),
            (50_000, 1),
            "{:?}",
            crate::support::all_lines(&update.diagnostics)
        );
        assert!(
            crate::support::all_lines(&update.diagnostics)[0].contains(":2:"),
            "{:?}",
            crate::support::all_lines(&update.diagnostics)
        );
    }
    // Not closed to the end.
    let unquoted: String = (0..50_000).map(|n| format!("2021-01-01,row {n},said {n}\n")).collect();
    let text = format!("date,title,note\n2021-01-01,\"never closed,x\n{unquoted}");
    let (update, _file) = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(
        (update.timeline.len(), update.diagnostics.counts().0),
        (50_000, 1),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
}

#[test]
fn headers_of_plaso_have_no_quotation_marks() {
    let text = "datetime,timestamp_desc,source,source_long,message,parser,display_name,tag\n\
        2021-01-01T00:00:00+00:00,Write,LOG,\"a log,it said \"no,p,d,-\n\
        2021-01-02T00:00:00+00:00,Write,LOG,\"a log,it said \"yes,p,d,-\n";
    let (update, _file) = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    let titles: Vec<String> = super::events(&update).iter().map(|event| event.title.to_string()).collect();
    assert_eq!(titles, ["it said \"no", "it said \"yes"]);
}

#[test]
fn long_quoted_cells_go_over_blocks() {
    let row = |n: usize| format!("{},\"row {n}\n{}\",x\n", 1900 + n % 100, "line, of words\n".repeat(n % 300));
    let rows: String = (0..2000).map(row).collect();
    let text = format!("date,title,note\n{rows}");
    assert!(text.len() > 3 << 20);
    let (update, _file) = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!((update.timeline.len(), crate::support::all_lines(&update.diagnostics)), (2000, Vec::new()));
}

#[test]
fn a_cell_beyond_the_header_is_kept_out_and_said() {
    let (update, _file) = read(".csv", b"date,title\n2021,a\n2022,b,c\n", &ReadOptions::default()).unwrap();
    assert_eq!(seen(&update), ["2021 a", "2022 b"]);
    assert!(
        crate::support::all_lines(&update.diagnostics)[0].contains(":3:8: 3 cells, where the header has 2"),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
}

fn cell() -> impl Strategy<Value = String> {
    let piece =
        select(vec!["a", "日", "😀", ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r", "\0", " ", "'", "{"]);
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// A cell as it is to be written.
fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #[test]
    fn what_is_written_comes_back_whatever_it_is_cut_into(
        rows in vec(vec(cell(), 2..5), 1..20), delimiter in select(vec![b',', b';', b'\t', b'|']), size in 1..60_usize,
    ) {
        let dialect = Dialect { delimiter, has_quotes: true };
        let between = char::from(delimiter).to_string();
        let record = |row: &Vec<String>| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(&between) + "\n";
        let text: String = rows.iter().map(record).collect();
        prop_assert_eq!(&table(&text, dialect), &rows);
        // Cut as a stream cuts it: at the last end of a record in what has come.
        let (mut carry, mut found) = (Vec::new(), Vec::new());
        for bytes in text.as_bytes().chunks(size) {
            carry.extend_from_slice(bytes);
            if let Some(end) = last_record_end(&carry, dialect, false) {
                let rest = carry.split_off(end);
                found.extend(table(std::str::from_utf8(&carry).unwrap(), dialect));
                carry = rest;
            }
        }
        found.extend(table(std::str::from_utf8(&carry).unwrap(), dialect));
        prop_assert_eq!(found, rows);
    }

    #[test]
    fn no_bytes_are_too_much(pieces in vec(cell(), 0..30), is_headless: bool) {
        let text = pieces.concat();
        let mut records = RecordReader::new(&text, Dialect::COMMA);
        let mut at = 0;
        while records.advance() {
            prop_assert!(records.span().start >= at && records.span().end > records.span().start);
            at = records.span().end;
            for place in 0..=records.len() {
                prop_assert!(text.get(records.cell_span(place)).is_some());
            }
        }
        let options = ReadOptions { is_headless, ..ReadOptions::default() };
        for begin in ["", "date,title\n2021,a\n2022,b\n"] {
            // Whether anything can be read does not matter.
            let text = format!("{begin}{text}");
            let layout = SourceLayout::of("x.csv", &SourceSample { begin: text.clone(), ..SourceSample::default() }, &options);
            if let Ok(SourceLayout::Rows(reader)) = layout {
                let events = reader.events(&text, 0, &mut Vocabularies::default(), &mut Diagnostics::default());
                prop_assert!(events.iter().all(|(begin, _, _)| *begin < text.len()));
            }
        }
    }
}
