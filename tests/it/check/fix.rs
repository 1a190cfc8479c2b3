//! `check --fix`: what has one reading is mended, where it stands, and nothing else is touched.

use std::{fs, os::unix::fs::PermissionsExt as _};

use annalist::load::{DiagnosticCode, Format, counts, mended, timeline_in};
use proptest::{
    prelude::*,
    sample::{Index, select},
};

use crate::{
    cli::{annalist, ends, errors, file, out, path},
    support::pty::{Program, command},
};

const FAULTY: &str = "# Mine, as it is.\n[[event]]\ndate = “2023/1/6”   # the day\ntitle = \" Signed \"\nplace = 'か\u{3099}'\n\n[[event]]\ndate = 2023-02\nend = '２０２３-03'\ntitle = \"Talks\"\nodd   =   1\n";
const MENDED: &str = "# Mine, as it is.\n[[event]]\ndate = \"2023-01-06\"   # the day\ntitle = \"Signed\"\nplace = 'が'\n\n[[event]]\ndate = \"2023-02\"\nend = '2023-03'\ntitle = \"Talks\"\nodd   =   1\n";

/// The texts and dates of all events of a file, and how many errors it has.
fn read(format: Format, text: &str) -> (Vec<String>, usize) {
    let loaded = timeline_in(format, text.as_bytes().to_vec());
    let events = loaded.timeline.events().map(|event| format!("{event:?}")).collect();
    (events, counts(&loaded.problems).0)
}

#[test]
fn what_has_one_reading_is_mended_where_it_stands() {
    assert_eq!(mended(Format::Toml, FAULTY).as_deref(), Some(MENDED));
    assert_eq!(mended(Format::Toml, MENDED), None);
    let json = "{\"date\": 2023-02-01, \"title\": \" か\u{3099} \", \"n\": 1}\n{\"date\": “2023-02”, \"title\": \"b\"}\n{\"date\": \"Jan 6, 2023\", \"title\": \"c\\n\"}\n";
    let wanted = "{\"date\": \"2023-02-01\", \"title\": \"が\", \"n\": 1}\n{\"date\": \"2023-02\", \"title\": \"b\"}\n{\"date\": \"2023-01-06\", \"title\": \"c\\n\"}\n";
    assert_eq!(mended(Format::JsonLines, json).as_deref(), Some(wanted));
}

#[test]
fn what_has_several_readings_or_none_is_left_as_it_is() {
    for text in [
        "[[event]]\ndate = \"01/02/2023\"\ntitle = \"a\"\n",
        "[[event]]\ndate = \"2023-02-30\"\ntitle = \"a\"\n",
        "[[event]]\ndate = \"2023\"\ntitel = \"a\"\n",
        "[[event]]\ndate = \"2023\"\ntitle = Signed\n",
        "[[event]]\ndate = 2023-01-06\ntitle = \"a\"\nsummary = \"\"\"\n  two\n  lines\n\"\"\"\n",
        "",
        "no TOML at all",
    ] {
        assert_eq!(mended(Format::Toml, text), None, "{text}");
    }
    // Files of other programs are theirs.
    assert_eq!(mended(Format::ICalendar, "BEGIN:VCALENDAR\n"), None);
}

#[test]
fn a_file_is_written_where_that_is_said_and_keeps_its_rights() {
    let (_folder, faulty) = file("a.toml", ("\u{FEFF}".to_owned() + FAULTY).as_bytes());
    fs::set_permissions(&faulty, fs::Permissions::from_mode(0o640)).unwrap();
    // Without a yes it is shown and not written.
    let output = annalist(&["check", "--fix", path(&faulty)]);
    ends(&output, 1);
    let said = out(&output);
    for part in ["--- ", "+++ ", "@@ -1,", "-title = \" Signed \"", "+title = \"Signed\"", " # Mine, as it is."] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert!(errors(&output).contains("not written; --yes writes it"), "{}", errors(&output));
    assert_eq!(fs::read_to_string(&faulty).unwrap(), "\u{FEFF}".to_owned() + FAULTY);
    let output = annalist(&["check", "--fix", "--yes", path(&faulty)]);
    ends(&output, 0);
    assert!(out(&output).contains("2 events, 0 errors, 1 warning"), "{}", out(&output));
    assert_eq!(fs::read_to_string(&faulty).unwrap(), "\u{FEFF}".to_owned() + MENDED);
    assert_eq!(fs::metadata(&faulty).unwrap().permissions().mode() & 0o777, 0o640);
    // There is nothing left to do.
    let again = annalist(&["check", "--fix", path(&faulty)]);
    ends(&again, 0);
    assert!(!out(&again).contains("@@"), "{}", out(&again));
}

#[test]
fn at_a_terminal_it_is_asked() {
    for (answer, is_written) in [("y\r", true), ("\r", false), ("no\r", false)] {
        let (_folder, faulty) = file("a.toml", FAULTY.as_bytes());
        let command = command(env!("CARGO_BIN_EXE_annalist")).args(["check", "--fix", path(&faulty)]);
        let mut terminal = Program::start(command);
        terminal.wait(|screen| screen.contents().contains("[y/N]"));
        terminal.send(answer);
        let status = terminal.end();
        assert_eq!(status.code(), Some(i32::from(!is_written)), "{}", terminal.screen().contents());
        let expected = if is_written { MENDED } else { FAULTY };
        assert_eq!(fs::read_to_string(&faulty).unwrap(), expected, "{answer:?}");
    }
}

#[test]
fn of_other_files_it_is_said_that_nothing_is_mended() {
    let (_folder, table) = file("a.csv", b"Date,Title\n2023-01-06, Signed\n2023-01-07,Read\n");
    let before = fs::read(&table).unwrap();
    let output = annalist(&["check", "--fix", "--yes", path(&table)]);
    ends(&output, 0);
    assert!(errors(&output).contains("a.csv: nothing is mended there"), "{}", errors(&output));
    assert_eq!(fs::read(&table).unwrap(), before);
}

#[test]
fn what_is_shown_of_a_change_is_harmless() {
    let text = "[[event]]\ndate = \"2023/1/6\"\ntitle = \"a\u{202E}b\"\n";
    let (_folder, faulty) = file("a.toml", text.as_bytes());
    let said = out(&annalist(&["check", "--fix", path(&faulty)]));
    assert!(said.contains("+date = \"2023-01-06\"") && !said.contains('\u{202E}'), "{said:?}");
}

#[test]
fn every_example_that_is_clean_stays_as_it_is() {
    for code in DiagnosticCode::ALL {
        let Some(example) = code.example() else { continue };
        let format = match example.language {
            "toml" => Format::Toml,
            "json" => Format::JsonLines,
            _ => continue,
        };
        assert_eq!(mended(format, example.after), None, "{}", code.name());
        let text = mended(format, example.before);
        let is_mechanical = matches!(code, DiagnosticCode::DateMisspelled | DiagnosticCode::UnquotedString);
        assert_eq!(text.is_some(), is_mechanical, "{}", code.name());
    }
    assert_eq!(mended(Format::Toml, crate::support::BUILT_IN), None);
}

/// What may stand in place of a part of a sound file.
const PIECES: [&str; 16] =
    ["\"", "'", "“", "”", " ", "\\", "\n", "2023/1/6", "か\u{3099}", "\"\"\"", "=", "[[event]]\n", "１", "/", "#", "]"];

proptest! {
    #[test]
    fn mending_costs_no_event_makes_no_error_and_is_done_at_once(
        changes in prop::collection::vec((any::<Index>(), 0..6_usize, select(&PIECES[..])), 1..5),
        is_json in any::<bool>(),
    ) {
        let (format, sound) = if is_json {
            (Format::JsonLines, "{\"date\": \"2023/1/6\", \"title\": \" か\u{3099} \", \"id\": \"a\"}\n{\"date\": \"2023-02\", \"title\": \"b\"}\n")
        } else {
            (Format::Toml, FAULTY)
        };
        let mut characters: Vec<char> = sound.chars().collect();
        for (at, length, piece) in changes {
            let at = at.index(characters.len());
            let end = (at + length).min(characters.len());
            characters.splice(at..end, piece.chars());
        }
        let text: String = characters.into_iter().collect();
        let Some(new) = mended(format, &text) else { return Ok(()) };
        let ((before, faults), (after, left)) = (read(format, &text), read(format, &new));
        prop_assert!(left <= faults, "{text}\n{new}");
        prop_assert!(after.len() >= before.len(), "{text}\n{new}");
        if left == faults && after.len() == before.len() {
            prop_assert_eq!(&before, &after, "{}\n{}", text, &new);
        }
        prop_assert_eq!(mended(format, &new), None, "{}", new);
    }
}

#[test]
fn standard_input_is_not_mended() {
    // It ends without reading anything: there is nothing to write to.
    let ended = annalist(&["check", "--fix", "--yes", "-"]);
    assert_eq!(ended.status.code(), Some(2));
    assert!(errors(&ended).contains("standard input is not written to"));
    assert!(!std::path::Path::new("-").exists());
}
