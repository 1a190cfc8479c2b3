//! What people come for, each by the commands that lead there.

use super::answers;

fn lines<'a>(told: &'a str, begin: &str) -> Vec<&'a str> {
    told.lines().filter(|line| line.starts_with(begin)).collect()
}

#[track_caller]
fn has(told: &str, words: &str) {
    assert!(told.contains(words), "{words}\n{told}");
}

#[test]
fn what_uk_and_japan_signed_and_the_citation_of_its_official_source() {
    let told = answers(&[], "find lane:uk-japan kind:agreement 2024-01\nread\ncite\n");
    has(
        &told,
        "1 of 130 events passes the filter.\nEvent 1 of 1. 17 January 2024. NCAB and Keidanren sign a memorandum",
    );
    has(&told, "\nParties: United Kingdom, Japan.\n");
    let cited: Vec<&str> = told.lines().rev().take(2).collect();
    assert_eq!(
        cited,
        [
            "Keidanren, 「サイバー分野における官民連携に関するNCABと経団連の協力覚書」, https://www.keidanren.or.jp/policy/2024/003.html",
            "Source 3, official."
        ]
    );
    let styled = answers(&[], "find kind:agreement 2024-01 lane:uk-japan\ncite 1 apa\ncite bibtex\n");
    has(&styled, "Source 1.\nwired-gov. (2024, January 18). UK Government strengthens");
    has(&styled, "@online{");
}

#[test]
fn all_that_somebody_said() {
    let told = answers(&[], "find said:blinken\nquotes\n2\n");
    has(&told, "3 quotes of 2 events.\n1. Antony J. Blinken, US Secretary of State");
    assert_eq!(lines(&told, "2. ").len() + lines(&told, "3. ").len(), 2);
    assert!(!told.contains("4. "), "{told}");
    assert!(told.ends_with("ISMG InfoRiskToday.\n") && told.lines().last().unwrap().starts_with("Antony J. Blinken"));
}

#[test]
fn a_range_as_a_person_writes_it() {
    for range in ["oct 2022 to jan 2023", "2022-10/2023-01", "October 2022 – January 2023", "2022年10月から2023年1月"]
    {
        let told = answers(&[], &format!("window {range}\nlist\n"));
        has(&told, "Time: 1 October 2022 to 31 January 2023. 23 events.");
        has(&told, "\n17. 6 January 2023. DHS and METI sign");
        assert!(!told.contains("\n24. "), "{told}");
    }
    let month = answers(&[], "window january 2023\nfit\n");
    has(&month, "Time: January 2023. ");
    has(&month, "All time. 130 events.");
}

#[test]
fn who_met_whom() {
    let told = answers(&[], "matrix people people\n");
    has(&told, "Which people stand in the same events, 130 events.");
    has(&told, "\nAntony J. Blinken, 8 events: Yoshimasa Hayashi, 6; Lloyd J. Austin III, 3; ");
    assert_eq!(told, answers(&[], "matrix people × people\n"), "signs and blanks part as well");
}

#[test]
fn areas_by_year_with_shares() {
    let told = answers(&[], "matrix areas years shares\n");
    has(&told, "Areas by time, 130 events, in percent of the events of each column. Zeros are left out.");
    has(&told, "\nDefence: 2021, 38; 2022, 39; 2023, 27; 2024, 20.\n");
    let counted = answers(&[], "matrix areas years\n");
    has(&counted, "\nDefence, ");
    has(&counted, "\nAll, each event once, 130 events: 2021, ");
    let fewer = answers(&[], "window 2022\nmatrix areas quarters\n");
    has(&fewer, "Q1 2022, ");
    assert!(!fewer.contains("2023"), "{fewer}");
}

#[test]
fn how_often_words_stand_by_year() {
    let told = answers(&[], "find \"supply chain\"\nwords\n1\nwords ransomware\n");
    has(&told, "43 places in 18 events. By year: 2021, 7; 2022, 23; 2023, 10; 2024, 3.");
    has(&told, "\n10. 4 March 2022, title: UK and Japan agree to work together for diverse telecoms supply chains.\n");
    has(&told, "Event 1 of 18. 16 March 2021. ");
    has(&told, "\nransomware. ");
}

#[test]
fn an_event_is_marked_tagged_and_noted_and_all_of_it_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("marks.jsonl");
    let marks = journal.to_str().unwrap();
    let told =
        answers(&["--marks", marks], "go 2023-01-06\nmark\ntag #chapter2 ask the ministry\nmarked\nfind is:marked\n");
    has(&told, "Marked. 6 January 2023. DHS and METI sign");
    has(
        &told,
        "Noted. 6 January 2023. DHS and METI sign an updated cybersecurity memorandum of cooperation. Tags: chapter2. Your note: ask the ministry.",
    );
    has(&told, "1 of 130 events passes the filter.");
    // They hold in the next run, and what is taken back is gone from it as well.
    let later = answers(&["--marks", marks], "marked\n1\nuntag\nunmark\nundo\nundo\ntag\n");
    has(&later, "1. 6 January 2023. DHS and METI");
    assert!(later.ends_with("Marked. Tags: chapter2. Your note: ask the ministry.\n"), "{later}");
    let gone = answers(&["--marks", marks], "marked\n1\nuntag\nunmark\ntag\nmarked\n");
    assert!(
        gone.ends_with("Nothing is noted of this event.\nNo event that is shown is marked, tagged or noted.\n"),
        "{gone}"
    );
}

#[test]
fn what_is_shown_is_written_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a report.md");
    let name = format!("\"{}\"", file.to_str().unwrap());
    let told = answers(&[], &format!("find said:blinken\nexport {name}\n"));
    has(&told, "2 events are in ");
    let report = std::fs::read_to_string(&file).unwrap();
    assert!(report.contains("Blinken") && report.starts_with('#'), "{report}");
    let again = super::run(&[], &format!("export {name}\n"));
    assert_eq!(again.status.code(), Some(1));
    has(&String::from_utf8(again.stdout).unwrap(), "is there already; to write over it, say: export ");
    let over = answers(&[], &format!("window 2021\nexport {name} over\n"));
    has(&over, "events are in ");
    assert_ne!(std::fs::read_to_string(&file).unwrap(), report);
    let csv = folder.path().join("events.txt");
    answers(&[], &format!("find said:blinken\nexport {} csv\n", csv.to_str().unwrap()));
    assert_eq!(std::fs::read_to_string(&csv).unwrap().lines().count(), 3);
}

#[test]
fn a_thread_is_followed() {
    let told = answers(&[], "go 2023-01-06\nthread\n1\nfollow\nback\n");
    has(&told, "\n1. It follows from: October 2022. Mayorkas and Nishimura discuss");
    has(&told, "\nEvent 56 of 130. October 2022. ");
    assert!(told.lines().last().unwrap().starts_with("Event 56 of 130. "), "{told}");
}

#[test]
fn two_filters_are_compared() {
    let told = answers(&[], "compare lane:us-japan vs lane:uk-japan\n1\n");
    has(&told, "US–Japan: ");
    has(&told, "They differ most in: ");
    has(&told, "\n1. UK–Japan. 3 February 2021. ");
    has(&told, "\nEvent 1 of 130. ");
}

#[test]
fn the_timeline_says_what_it_is_and_what_is_wrong_with_it() {
    let told = answers(&[], "about\nproblems\n");
    has(&told, "Rules: ");
    has(&told, "\nThe timeline has 130 events.\n");
    has(&told, "\nLanes:\n");
    has(&told, "Nothing is wrong with the file.");
    let (_folder, path) = crate::cli::file("a.toml", b"[[event]]\ndate = \"2023\"\ntitle = \"A\"\ntytle = \"B\"\n");
    let told = answers(&[path.to_str().unwrap()], "problems\n");
    has(&told, "1 problem was found in the file; the command problems tells it.\n");
    has(&told, "tytle");
}

#[test]
fn language_and_zone_are_a_command_away() {
    let told = answers(&[], "go 2023-01-06\nlanguage ja\nwhere\nlanguage en\n");
    has(&told, "日本語で答えます。\n130件中");
    has(&told, "2023年1月6日。");
    has(&told, "\nNow in English.\n");
    let log = b"[[event]]\ndate = \"2023-01-06T23:30:00Z\"\ntitle = \"A\"\n";
    let (_folder, path) = crate::cli::file("a.toml", log);
    let told = answers(&[path.to_str().unwrap(), "--zone", "UTC"], "where\nzone +09:00\nwindow 2023-01-07\n");
    has(&told, "6 January 2023, 23:30");
    has(&told, "Clock times are told in UTC+9.\nEvent 1 of 1. 7 January 2023, 08:30");
    has(&told, "Time: 7 January 2023. 1 event.");
}

#[test]
fn values_narrow_the_filter_and_terms_are_dropped() {
    let told = answers(&[], "values lanes\n1\nvalues kind\nnarrow 2022\ndrop\ndrop 1\nundo\nredo\nfilters\n1\n");
    has(&told, "Lanes: 4 values; a number adds that one to the filter.\n1. Together: 63 events.\n");
    has(&told, "Filter: lane:together. 63 of 130 events pass the filter.");
    has(&told, "Filter: lane:together 2022. 21 of 130 events pass the filter.");
    has(&told, "\nNo filter. 130 events.\n");
    has(&told, "Taken back.\n");
    has(&told, "Made again.\n");
    has(&told, "filters; a number takes that one again.\n1. ");
}
