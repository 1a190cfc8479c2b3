//! Sources that are packed, or in another encoding than UTF-8.

use std::io::Write as _;

use annalist::load::ReadOptions;
use encoding_rs::{Encoding, SHIFT_JIS, WINDOWS_1252};
use flate2::{Compression, write::GzEncoder};

use super::{read, seen};

const JAPANESE: &str = "日付,題名\n2021-04-01,日米協定の署名\n2021-04-02,会議を開催しました\n";
const FRENCH: &str = "date,title\n2021-04-01,Réunion à Genève\n2021-04-02,Été passé\n";

fn options(encoding: Option<&'static Encoding>) -> ReadOptions {
    ReadOptions { encoding, ..ReadOptions::default() }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn what_is_packed_and_torn_is_said_each_time() {
    let rows: String = (0..50_000).map(|row| format!("2021-04-01,Row {row} of {}\n", row * 7919 % 1000)).collect();
    let packed = gzip(format!("date,title\n{rows}").as_bytes());
    let mut file = tempfile::Builder::new().suffix(".csv.gz").tempfile().unwrap();
    file.write_all(packed.get(..packed.len() / 2).unwrap()).unwrap();
    for _ in 0..8 {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_annalist"));
        let output = program.arg("check").arg(file.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("it cannot be unpacked"), "{output:?}");
    }
}

#[test]
fn an_encoding_is_guessed_and_that_is_said() {
    for (text, encoding, first) in
        [(JAPANESE, SHIFT_JIS, "2021-04-01 日米協定の署名"), (FRENCH, WINDOWS_1252, "2021-04-01 Réunion à Genève")]
    {
        let (bytes, _, _) = encoding.encode(text);
        let (update, _file) = read(".csv", &bytes, &options(None)).unwrap();
        assert_eq!(seen(&update)[0], first);
        assert!(
            crate::support::all_lines(&update.diagnostics)[0].contains(&format!("read as {}", encoding.name())),
            "{:?}",
            crate::support::all_lines(&update.diagnostics)
        );
        let (update, _file) = read(".csv", &bytes, &options(Some(encoding))).unwrap();
        assert_eq!(
            (seen(&update)[0].as_str(), crate::support::all_lines(&update.diagnostics).len()),
            (first, 0),
            "what is said is not guessed"
        );
    }
}

#[test]
fn a_byte_that_is_wrong_in_utf8_makes_no_other_encoding_of_it() {
    let mut bytes = JAPANESE.as_bytes().to_vec();
    bytes.extend_from_slice(b"2021-04-03,torn \xE6\x97\n2021-04-04,whole\n");
    let (update, _file) = read(".csv", &bytes, &options(None)).unwrap();
    assert_eq!(seen(&update)[0], "2021-04-01 日米協定の署名");
    assert!(
        crate::support::all_lines(&update.diagnostics).iter().any(|line| line.contains("not UTF-8")),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
}

#[test]
fn utf16_is_read_with_a_mark_and_without() {
    for bytes in [
        utf16(&format!("\u{FEFF}{FRENCH}"), u16::to_le_bytes),
        utf16(&format!("\u{FEFF}{FRENCH}"), u16::to_be_bytes),
        utf16(FRENCH, u16::to_le_bytes),
    ] {
        let (update, _file) = read(".csv", &bytes, &options(None)).unwrap();
        assert_eq!(seen(&update), ["2021-04-01 Réunion à Genève", "2021-04-02 Été passé"]);
        assert_eq!(crate::support::all_lines(&update.diagnostics), Vec::<String>::new());
    }
}

#[test]
fn what_is_packed_is_read_whatever_is_in_it() {
    let zstd = |bytes: &[u8]| ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest);
    let (head, rest) = FRENCH.split_at(30);
    let utf16 = utf16(&format!("\u{FEFF}{FRENCH}"), u16::to_le_bytes);
    for bytes in [
        gzip(FRENCH.as_bytes()),
        [gzip(head.as_bytes()), gzip(rest.as_bytes())].concat(),
        zstd(FRENCH.as_bytes()),
        [zstd(head.as_bytes()), zstd(rest.as_bytes())].concat(),
        gzip(&utf16),
        gzip(&gzip(FRENCH.as_bytes())),
    ] {
        let (update, _file) = read(".csv.gz", &bytes, &options(None)).unwrap();
        assert_eq!(seen(&update), ["2021-04-01 Réunion à Genève", "2021-04-02 Été passé"]);
    }
}

#[test]
fn a_long_packed_table_is_read_as_it_comes_and_one_that_is_torn_says_so() {
    let rows: String = (0..60_000).map(|n| format!("{},row {n}\n", 1900 + n % 100)).collect();
    let packed = gzip(format!("date,title\n{rows}").as_bytes());
    let (update, _file) = read(".csv.gz", &packed, &options(None)).unwrap();
    assert_eq!((update.timeline.len(), crate::support::all_lines(&update.diagnostics).len()), (60_000, 0));
    let event = update.timeline.events().nth(30_000).unwrap();
    assert!(event.title.starts_with("row "), "texts of what was packed are kept");
    let torn = packed.get(..packed.len() / 2).unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), torn).unwrap();
    let output =
        std::process::Command::new(env!("CARGO_BIN_EXE_annalist")).args(["check"]).arg(file.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("it cannot be unpacked"), "{output:?}");
}
