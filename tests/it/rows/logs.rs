//! Bodyfiles of The Sleuth Kit and logs of Zeek: rows of columns that are known, however long the file is.

use annalist::{
    load::{InputFormat, Mapping, ReadOptions},
    model::Event,
    query::{ParsedQuery, Query, run},
    stream::TimelineUpdate,
};
use proptest::prelude::*;

use super::{events, extra, seen};

const BODYFILE: &str = include_str!("../../fixtures/imports/plaso.bodyfile");
const CONN: &str = include_str!("../../fixtures/imports/lnav-zeek-conn.log");

/// What is read of a text, with its file, from which events are read again.
fn kept(text: &str) -> (TimelineUpdate, tempfile::NamedTempFile) {
    super::read(".txt", text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn kind(update: &TimelineUpdate, event: &Event) -> String {
    update.timeline.vocabularies.kinds.get(event.kind).unwrap().id.to_string()
}

fn lane(update: &TimelineUpdate, event: &Event) -> String {
    update.timeline.vocabularies.lanes.get(event.lane).unwrap().id.to_string()
}

#[test]
fn times_of_a_file_that_are_the_same_are_one_event() {
    let (update, _file) = kept(BODYFILE);
    let events = events(&update);
    assert_eq!(events.len(), 40);
    assert_eq!(events[0].date.as_written(), "2012-05-15T06:00:53Z");
    assert_eq!(events[39].date.as_written(), "2020-08-19T18:48:01Z");
    let times = |event: &Event| kind(&update, event).matches(char::is_alphabetic).count();
    assert_eq!(events.iter().map(times).sum::<usize>(), 67);
    assert_eq!(events.iter().filter(|event| event.date.nanos().is_some()).map(times).sum::<usize>(), 12);
    let titled = |title: &str| events.iter().filter(|event| event.title == title).collect::<Vec<_>>();
    let pipes: Vec<String> = titled("/file|with|pipes").iter().map(|event| kind(&update, event)).collect();
    assert_eq!(pipes, ["...b", "ma..", "..c."]);
    assert_eq!(titled("/file|with|pipes")[0].date.as_written(), "2020-07-30T06:41:05.352070808Z");
    assert_eq!(titled("\\testdir2").len(), 2);
    assert_eq!(titled("/leyndardómarnir/ekki skoða/þínar skrár").len(), 3);
    assert_eq!(titled("/passwordz\\x0d.txt").len(), 2);
    assert_eq!(extra(titled("/lost+found")[0], "mode"), Some("d/drwx------"));
    assert!(events.iter().all(|event| extra(event, "md5").is_none() && extra(event, "atime").is_none()));
    let told = &crate::support::all_lines(&update.diagnostics);
    assert!(told.len() == 1 && told[0].contains("no date: it is not shown") && told[0].contains("3 more"), "{told:?}");
    assert_eq!(update.reading.unwrap().summary.to_string().split(':').next(), Some("log (bodyfile), 11 columns"));
}

#[test]
fn a_log_is_known_by_how_it_begins() {
    for begin in [
        "#separator \\x09\n#fields\tts\tmsg\n1320279554\ta\n",
        "# a comment\n0|a|1|m|0|0|1|0|1337961350|0|0\n",
        "\n#fields\tts\tmsg\n1320279554\ta\n",
    ] {
        for end in [".csv", ".toml", ".json", ""] {
            let (update, _file) = super::read(end, begin.as_bytes(), &ReadOptions::default()).unwrap();
            assert!(update.reading.unwrap().summary.to_string().starts_with("log ("), "{begin}");
            assert_eq!(update.timeline.len(), 1);
        }
    }
}

#[test]
fn lines_of_a_bodyfile_that_are_none_cost_themselves() {
    let (update, _file) = kept("0|a|1|m|0|0|1|0|1337961350|0|0\n0|b|1\n0|c|1|m|0|0|1|x|1337961351|0|0\n");
    assert_eq!(seen(&update), ["2012-05-25T15:55:50Z a", "2012-05-25T15:55:51Z c"]);
    let told = &crate::support::all_lines(&update.diagnostics);
    assert!(told[0].contains(":2:1: ") && told[0].contains("the line has 3 parts, and should have 11"), "{told:?}");
    assert!(told[1].contains(":3:15: ") && told[1].contains("no number of seconds since 1970"), "{told:?}");
}

#[test]
fn times_of_a_bodyfile_from_any_year_are_read() {
    let (update, _file) = kept("0|a|1|m|0|0|1|315532800|-1|0|86400\n");
    assert_eq!(seen(&update), ["1970-01-02T00:00:00Z a", "1980-01-01T00:00:00Z a"]);
    assert!(crate::support::all_lines(&update.diagnostics).is_empty());
}

#[test]
fn the_columns_of_a_log_can_be_said_otherwise() {
    let options = |map: &str| ReadOptions { mapping: Mapping::parse(map).unwrap(), ..ReadOptions::default() };
    let line = "0|a|1|m|0|0|1|1337961352|1337961350|1337961350|0\n";
    let (update, _file) =
        super::read(".txt", line.as_bytes(), &options("date=mtime,crtime,title={name} of {uid}")).unwrap();
    assert_eq!(seen(&update), ["2012-05-25T15:55:50Z a of 0"]);
    assert_eq!(kind(&update, &events(&update)[0]), "m...");
    assert!(super::read(".txt", line.as_bytes(), &options("date=mtim")).unwrap_err().contains("did you mean `mtime`?"));
    let (update, _file) = super::read(".txt", CONN.as_bytes(), &options("title={service} {uid},lane=proto")).unwrap();
    let event = &events(&update)[1];
    assert_eq!((event.title.split(' ').next(), lane(&update, event).as_str()), (Some("http"), "tcp"));
}

#[test]
fn a_log_of_zeek_is_read_by_its_own_header() {
    let (update, _file) = kept(CONN);
    assert!(
        crate::support::all_lines(&update.diagnostics).is_empty(),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
    let events = events(&update);
    assert_eq!(events.len(), 92);
    assert_eq!(events[0].date.as_written(), "2011-11-03T00:19:14.496300Z");
    assert_eq!(events[91].date.as_written(), "2011-11-03T00:21:13.118549Z");
    let key = |event: &Event| (event.date.bounds().start.earliest, event.date.nanos());
    assert!(events.windows(2).all(|pair| key(&pair[0]) <= key(&pair[1])));
    assert_eq!(events.iter().filter(|event| extra(event, "service").is_none()).count(), 9);
    assert_eq!(events[0].title, "192.168.2.76:52025 → 208.85.42.28:80");
    assert_eq!((kind(&update, &events[0]), kind(&update, &events[1])), ("tcp".to_owned(), "http".to_owned()));
    assert_eq!((extra(&events[0], "uid"), extra(&events[0], "local_orig")), (Some("Cg9xqq3JAcZusspA86"), None));
    assert_eq!(lane(&update, &events[0]), "conn");
    let query = ParsedQuery::parse_for("id.resp_h:208.85.42.28", &update.timeline).query;
    let found = run(&query, &update.timeline, &update.text_index).events;
    let has = |event: &&Event| extra(event, "id.resp_h").is_some_and(|host| host.contains("208.85.42.28"));
    assert_eq!(found.len(), events.iter().filter(has).count());
    assert!(!found.is_empty());
}

#[test]
fn what_separates_the_cells_of_a_log_is_what_it_says() {
    let text = "#separator \\x2c\n#unset_field,?\n#fields,when,msg,x\n#types,time,string,string\n\
                1320279554.5,Say\\x2c so,?\n?,b,c\n1,b\n1.2.3,b,c\n";
    let (update, _file) = kept(text);
    assert_eq!(seen(&update), ["2011-11-03T00:19:14.5Z Say, so"]);
    let told = &crate::support::all_lines(&update.diagnostics);
    assert!(told[0].contains(":6:1: no date: it is not shown"), "{told:?}");
    assert!(told[1].contains(":7:1: the line has 2 parts, and should have 3"), "{told:?}");
    assert!(told[2].contains(":8:1: ") && told[2].contains("no number of seconds"), "{told:?}");
}

#[test]
fn the_fault_of_a_time_stands_where_the_time_does() {
    let (update, _file) = kept("#fields\tuid\tts\n#types\tstring\ttime\nabc\t1320279554\nabc\tyesterday\n");
    assert!(
        crate::support::all_lines(&update.diagnostics).iter().any(|told| told.contains(":4:5: yesterday")),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
}

#[test]
fn addresses_with_colons_stand_in_brackets_before_their_ports() {
    let header = "#separator \\x09\n#path\tconn\n#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\n";
    let (update, _file) = kept(&format!("{header}1320279554\tfe80::1\t5353\t192.0.2.1\t-\n"));
    assert_eq!(seen(&update), ["2011-11-03T00:19:14Z [fe80::1]:5353 → 192.0.2.1"]);
}

#[test]
fn columns_that_change_within_a_log_are_said() {
    let (update, _file) = kept(
        "#fields\tts\tmsg\n1320279554\ta\n#close\tx\n#fields\tts\tmsg\n1320279555\tb\n#fields\tmsg\tts\nc\t1320279556\n",
    );
    assert_eq!(seen(&update), ["2011-11-03T00:19:14Z a", "2011-11-03T00:19:15Z b"]);
    assert!(
        crate::support::all_lines(&update.diagnostics)[0].contains(":6:1: the columns are others from here on"),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
}

#[test]
fn long_logs_are_shown_as_they_are_read() {
    let lines: String =
        (0..40_000).map(|at| format!("0|/dir/{at}|{at}|r/r|0|0|{at}|0|{}|0|0\n", 1_300_000_000 + at)).collect();
    let (update, _file) = kept(&lines);
    assert_eq!(update.timeline.len(), 40_000);
    let found = run(&Query::parse("title:/dir/31415"), &update.timeline, &update.text_index).events;
    let event = update.timeline.event(found[0]).unwrap();
    assert_eq!((found.len(), extra(&event, "inode")), (1, Some("31415")));
}

proptest! {
    #[test]
    fn no_text_breaks_a_reader(text in "[#\\\\x09a-z|,:\"{}\\[\\]0-9.\t\n é-]{0,80}") {
        for input in [InputFormat::BodyFile, InputFormat::Zeek] {
            let options = ReadOptions { input: Some(input), ..ReadOptions::default() };
            for text in [text.clone(), format!("#fields\tts\tmsg\n{text}"), format!("0|{text}|1|m|0|0|1|1|1|1|1\n")] {
                if let Ok((update, _file)) = super::read(".txt", text.as_bytes(), &options) {
                    prop_assert_eq!(events(&update).len(), update.timeline.len());
                }
            }
        }
    }
}
