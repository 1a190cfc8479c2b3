//! What is no text, or text in another encoding, is known by its first bytes, and told with the way out.

use std::{error, fmt, str::Utf8Error};

use infer::MatcherType;

use crate::messages::{FileKind, Locale, LocalizedText, MessageFn, sources};

/// A kind of file that no timeline is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Packed by this program; that one prints what is in it.
    Packed {
        /// What it is called.
        by: &'static str,
        /// What prints it, as a command with `FILE` in it.
        print: &'static str,
    },
    /// Text in this encoding.
    Encoded(&'static str),
    /// A file of this kind; the ending that such files mostly have.
    Kind(FileKind, &'static str),
    /// Nothing but NUL bytes.
    Empty,
    /// No text, and nothing else that is known.
    Binary,
}

/// What is packed: the ending by which it is known, its name, and what prints it.
const PACKED: [(&str, &str, &str); 12] = [
    ("gz", "gzip", "zcat FILE"),
    ("zst", "zstd", "zstdcat FILE"),
    ("xz", "xz", "xzcat FILE"),
    ("bz2", "bzip2", "bzcat FILE"),
    ("lz4", "lz4", "lz4cat FILE"),
    ("lz", "lzip", "lzip -dc FILE"),
    ("Z", "compress", "zcat FILE"),
    ("br", "brotli", "brotli -dc FILE"),
    ("zip", "zip", "unzip -p FILE"),
    ("7z", "7-Zip", "7z x -so FILE"),
    ("rar", "RAR", "unrar p -inul FILE"),
    ("tar", "tar", "tar -xOf FILE"),
];

/// Tables of data: how such a file begins, what it is called, its usual ending.
const TABLES: [(&[u8], FileKind, &str); 6] = [
    (b"ElfFile\0", FileKind::EventLog, "evtx"),
    (b"PAR1", FileKind::Parquet, "parquet"),
    (b"ARROW1", FileKind::Arrow, "arrow"),
    (b"ORC", FileKind::Orc, "orc"),
    (b"Obj\x01", FileKind::Avro, "avro"),
    (b"\x89HDF", FileKind::Hdf5, "h5"),
];

/// Texts that are told by the end of their names, or by how they begin: what they are, and what makes of them something
/// that is read.
const OTHER_TEXTS: [(&str, &str, FileKind, MessageFn); 3] = [
    (".mw", "", FileKind::MarkwhenFile, sources::markwhen),
    (".org", "", FileKind::OrgFile, sources::org),
    (".ged", "0 HEAD", FileKind::Gedcom, sources::write_csv),
];

/// Why a text is not read that is known not to be a timeline; `None` where it may be one.
pub(super) fn other_text(name: &str, begin: &[u8]) -> Option<LocalizedText> {
    let name = name.to_ascii_lowercase();
    let found = OTHER_TEXTS
        .iter()
        .find(|(ending, first, ..)| name.ends_with(ending) || !first.is_empty() && begin.starts_with(first.as_bytes()));
    found.map(|(_, _, kind, way)| {
        LocalizedText::new(|locale| sources::other_text(locale, kind.text(locale), way(locale)))
    })
}

impl Foreign {
    /// Whether it is read all the same, since a decoder makes text of it.
    pub(super) fn is_decoded(self) -> bool {
        match self {
            Self::Packed { by, .. } => matches!(by, "gzip" | "zstd"),
            Self::Encoded(encoding) => encoding != "UTF-32",
            Self::Kind(..) | Self::Empty | Self::Binary => false,
        }
    }

    /// What a file is that begins like this, if it is no text that a timeline could be read from.
    pub fn of(begin: &[u8]) -> Option<Self> {
        encoding(begin).map(Self::Encoded).or_else(|| {
            let is_binary = is_binary(begin);
            let known = infer::get(begin).filter(|kind| kind.matcher_type() != MatcherType::Text);
            // A few letters are no sign where all the rest is text.
            let known = known.filter(|kind| is_binary || !is_text(begin) || kind.extension() == "pdf");
            match known.map(|kind| (kind.matcher_type(), kind.extension())) {
                Some((group, ending)) => Some(Self::known(group, ending)),
                None if !begin.is_empty() && begin.iter().all(|byte| *byte == 0) => Some(Self::Empty),
                None if is_binary => {
                    let table = TABLES.iter().find(|(sign, ..)| begin.starts_with(sign));
                    Some(table.map_or(Self::Binary, |&(_, kind, ending)| Self::Kind(kind, ending)))
                }
                None => None,
            }
        })
    }

    fn known(group: MatcherType, ending: &'static str) -> Self {
        if let Some(&(_, by, print)) = PACKED.iter().find(|(known, ..)| *known == ending) {
            return Self::Packed { by, print };
        }
        let kind = match (ending, group) {
            ("sqlite", _) => FileKind::Sqlite,
            ("pdf", _) => FileKind::Pdf,
            ("doc" | "docx" | "odt", _) => FileKind::WordProcessor,
            ("xls" | "xlsx" | "ods", _) => FileKind::Spreadsheet,
            (_, MatcherType::Doc | MatcherType::Book) => FileKind::Document,
            (_, MatcherType::App) => FileKind::Program,
            (_, MatcherType::Image) => FileKind::Picture,
            (_, MatcherType::Audio) => FileKind::Sound,
            (_, MatcherType::Video) => FileKind::Film,
            (_, MatcherType::Font) => FileKind::Font,
            (_, MatcherType::Archive) => FileKind::Archive,
            _ => FileKind::BinaryFile,
        };
        Self::Kind(kind, ending)
    }
}

/// The encoding of two or four bytes a character that a text is in: by its mark, or by every other byte being NUL.
pub(super) fn encoding(begin: &[u8]) -> Option<&'static str> {
    match begin {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Some("UTF-16"),
        _ => {}
    }
    let pairs = begin.get(..begin.len().min(256)).unwrap_or_default().chunks_exact(2);
    let count = pairs.len();
    let (mut little, mut big) = (0, 0);
    for pair in pairs {
        match pair {
            [0, 0] => {}
            [byte, 0] if is_of_text(*byte) => little += 1,
            [0, byte] if is_of_text(*byte) => big += 1,
            _ => {}
        }
    }
    let most = |found: usize| count >= 8 && found * 10 > count * 9;
    most(little).then_some("UTF-16LE").or(most(big).then_some("UTF-16BE"))
}

/// Whether a byte may stand in a text: no control but those that move the paper or colour a log.
const fn is_of_text(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | 0x1B | b' '..=b'~' | 0x80..)
}

/// Whether it is text in UTF-8, which may end within a character.
fn is_text(begin: &[u8]) -> bool {
    let is_cut = |error: Utf8Error| error.error_len().is_none();
    begin.iter().copied().all(is_of_text) && str::from_utf8(begin).map_or_else(is_cut, |_| true)
}

/// Whether so many bytes are controls that it is no text in any encoding. NUL bytes do not count: a torn log has runs of
/// them between its lines.
fn is_binary(begin: &[u8]) -> bool {
    let (mut some, mut controls) = (0, 0);
    for &byte in begin.iter().filter(|byte| **byte != 0) {
        some += 1;
        controls += usize::from(!is_of_text(byte));
    }
    controls >= 4 && controls * 50 > some
}

impl Foreign {
    /// What it is, with the way out.
    pub fn told(self, locale: Locale) -> String {
        match self {
            Self::Packed { by, print } => sources::packed(locale, by, print),
            Self::Encoded(encoding) => sources::encoded(locale, encoding),
            Self::Kind(kind, ending) => sources::foreign(locale, kind.text(locale), ending, &way(ending, locale)),
            Self::Empty => sources::only_nul(locale).to_owned(),
            Self::Binary => sources::binary(locale, sources::write_text(locale)),
        }
    }
}

/// What turns a file of such an ending into one that is read.
fn way(ending: &str, locale: Locale) -> String {
    let way = match ending {
        "parquet" => return sources::query_reads(locale, "duckdb -jsonlines -c \"FROM 'FILE'\" | annalist -"),
        "sqlite" => {
            let command = "sqlite3 -csv -header FILE 'SELECT * FROM TABLE' | annalist -";
            return sources::query_reads(locale, command);
        }
        "xlsx" | "xls" | "ods" => sources::save_sheet(locale),
        "evtx" => sources::hayabusa(locale),
        _ => sources::write_text(locale),
    };
    way.to_owned()
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

impl error::Error for Foreign {}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "{\"date\":\"2024-01-05\",\"title\":\"日本 one\"}\n";

    fn told(begin: &[u8]) -> String {
        Foreign::of(begin).map_or_else(String::new, |foreign| foreign.to_string())
    }

    #[test]
    fn what_is_no_text_is_named_with_the_way_out() {
        for (begin, expected) in [
            (&b"\x1F\x8B\x08\x08\0\0\0\0\0\x03some"[..], "gzip: `zcat FILE | annalist -`"),
            (b"\x28\xB5\x2F\xFD\x04\x58\x09\x01\x00\x01\x02\x03", "zstd: `zstdcat FILE | annalist -`"),
            (b"\xFD7zXZ\0\0\x04\xE6\xD6\xB4\x46", "xz: `xzcat FILE | annalist -`"),
            (b"BZh91AY&SY\x01\x02\x03\x04\x90", "bzip2: `bzcat FILE | annalist -`"),
            (b"PK\x03\x04\x14\0\0\0\x08\0", "zip: `unzip -p FILE | annalist -`"),
            (b"PAR1\x15\x04\x15\x10\x15\x02L\x15", "a Parquet table"),
            (b"SQLite format 3\0\x10\0\x01\x01\0", "an SQLite database"),
            (b"%PDF-1.7\n1 0 obj\n", "a PDF document"),
            (
                b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0: the rest of a header, and of the program",
                "a program",
            ),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a picture"),
            (b"\x01\x02\x03\x04\x05\x06\x07\x08\0\0\xFF\xFE", "a binary file"),
            (&[0; 4096], "nothing in it but NUL bytes"),
            (b"\xFF\xFE{\0\"\0d\0a\0t\0e\0", "UTF-16, not UTF-8: `iconv -f UTF-16 -t UTF-8 FILE"),
        ] {
            assert!(told(begin).contains(expected), "{}: {}", begin.escape_ascii(), told(begin));
        }
        let utf16 =
            |bytes: fn(u16) -> [u8; 2]| "{\"date\":\"2024\"}".encode_utf16().flat_map(bytes).collect::<Vec<_>>();
        assert!(told(&utf16(u16::to_le_bytes)).contains("UTF-16LE"));
        assert!(told(&utf16(u16::to_be_bytes)).contains("UTF-16BE"));
    }

    #[test]
    fn text_with_something_wrong_in_it_is_text() {
        let torn = [LINE.as_bytes(), &[0; 4096], b"\n", LINE.as_bytes()].concat();
        let coloured = format!("{LINE}\u{1b}[31mred\u{1b}[0m\n");
        let shift_jis = b"{\"date\":\"2024-02-01\",\"title\":\"\x89\xEF\x8B\x63\x82\xCC\x8B\x4C\x98\x5E\"}\n";
        let cut = &LINE.as_bytes()[..=LINE.find('日').unwrap()];
        let with_nul = LINE.replace("one", "o\0e").repeat(100);
        for text in [
            b"" as &[u8],
            LINE.as_bytes(),
            &torn,
            coloured.as_bytes(),
            shift_jis,
            cut,
            with_nul.as_bytes(),
            b"BM = 1\n",
            b"MZ = 1\n",
            b"[[event]]\n",
            b"\x01\n{",
        ] {
            assert_eq!(Foreign::of(text), None, "{}", text.escape_ascii());
        }
    }
}
