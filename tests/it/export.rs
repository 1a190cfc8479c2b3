//! What goes out: that it comes back, that nothing in it acts where it is read, and that a file is whole or not there.

use std::{
    collections::BTreeSet,
    fs,
    process::{Command, Stdio},
};

use annalist::{
    diff::TimelineDiff,
    export::{self, EventSelection, Losses, OutputFormat},
    load::{self, Format, ReadOptions},
    model::{Annotation, EventIndex, Lang, Marks, Timeline},
};
use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect};
use serde_json::Value;

use crate::cli::{annalist, ends, errors, out};

/// Titles that act in some format, and texts that break others.
const HOSTILE: &str = include_str!("../interop/hostile.toml");

fn timeline(toml: &str) -> Timeline {
    load::timeline(toml.as_bytes().to_vec()).timeline
}

fn built_in() -> Timeline {
    timeline(crate::support::BUILT_IN)
}

fn written(timeline: &Timeline, format: OutputFormat) -> (String, Losses) {
    let events: Vec<EventIndex> = timeline.indices().collect();
    written_part(timeline, &events, format)
}

fn written_part(timeline: &Timeline, events: &[EventIndex], format: OutputFormat) -> (String, Losses) {
    written_with(timeline, events, &Marks::default(), format)
}

fn written_with(timeline: &Timeline, events: &[EventIndex], marks: &Marks, format: OutputFormat) -> (String, Losses) {
    let mut bytes = Vec::new();
    let screen = Buffer::empty(Rect::new(0, 0, 2, 1));
    let screen = Some(&screen);
    let selection = EventSelection { timeline, events, marks, lang: Lang::En, query: "lane:a", screen };
    let losses = export::write(selection, format, &mut bytes).unwrap();
    (String::from_utf8(bytes).unwrap(), losses)
}

fn read(format: Format, text: &str) -> Timeline {
    let loaded = load::timeline_in(format, text.as_bytes().to_vec());
    assert!(loaded.problems.is_empty(), "{}", crate::support::report("back", &loaded, load::ColorChoice::Plain));
    loaded.timeline
}

/// What is read of a table that was written.
fn read_table(table: &str) -> (Timeline, tempfile::NamedTempFile) {
    let (update, file) = crate::rows::read(".csv", table.as_bytes(), &ReadOptions::default()).unwrap();
    assert!(
        crate::support::all_lines(&update.diagnostics).is_empty(),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
    (update.timeline, file)
}

#[test]
fn the_whole_timeline_comes_back_from_a_table() {
    let unknown = "[[event]]\ndate = 2020\ntitle = \"x\"\nzeta = \"1\"\nalpha = \"a;b\"\n\"=x\" = \"=1\"\n";
    for timeline in [built_in(), timeline(HOSTILE), timeline(unknown)] {
        for format in [OutputFormat::Csv, OutputFormat::CsvExcel] {
            let (table, _) = written(&timeline, format);
            let (back, _file) = read_table(&table);
            assert_eq!(events(&back), events(&timeline), "{format:?}");
            assert_eq!(TimelineDiff::between(&timeline, &back).changes, [], "{format:?}");
            assert_eq!(written(&back, format).0, table, "{format:?}");
        }
    }
    let (noted, marks) = noted();
    let events_of: Vec<EventIndex> = noted.indices().collect();
    let (table, _) = written_with(&noted, &events_of, &marks, OutputFormat::Csv);
    let (back, _file) = read_table(&table);
    assert_eq!(events(&back), written_with(&noted, &events_of, &marks, OutputFormat::JsonLines).0);
    let guarded =
        "date,first_day,last_day,title,place,areas\n2020,,,'=1+1,'-1,a;b\n2021,,,-,\"['x']\",\"[\"\"a;b\"\"]\"\n";
    let (back, _file) = read_table(guarded);
    let all: Vec<_> = back.events().map(|event| (*event).clone()).collect();
    assert_eq!((&*all[0].title, all[0].place.as_deref(), all[0].areas.len()), ("=1+1", Some("-1"), 2));
    assert_eq!((&*all[1].title, all[1].place.as_deref(), all[1].areas.len()), ("-", Some("['x']"), 1));
}

#[test]
fn a_table_of_our_own_that_a_spreadsheet_has_written_again_is_read_as_any_table() {
    let table = "date,first_day,last_day,title\n31/12/2024,2024-12-31,2024-12-31,One\n";
    let (update, _file) = crate::rows::read(".csv", table.as_bytes(), &ReadOptions::default()).unwrap();
    let event = update.timeline.events().next().unwrap();
    assert_eq!((event.date.as_written(), &*event.title), ("2024-12-31", "One"));
}

#[test]
fn what_is_wrong_in_a_table_of_our_own_is_told_of_its_row() {
    let table = "date,first_day,last_day,title,quote\n2020,,,One,\n20x0,,,Two,\n";
    let (update, _file) = crate::rows::read(".csv", table.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(update.timeline.len(), 1);
    assert!(
        crate::support::all_lines(&update.diagnostics).iter().any(|told| told.contains(":3:1: 20x0: ")),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
}

/// All that events say, by itself.
fn events(timeline: &Timeline) -> String {
    written(timeline, OutputFormat::JsonLines).0
}

#[test]
fn the_whole_timeline_comes_back_from_json_and_toml() {
    for timeline in [built_in(), timeline(HOSTILE)] {
        let toml = written(&timeline, OutputFormat::Toml);
        assert!(toml.1.is_empty());
        assert_eq!(written(&read(Format::Toml, &toml.0), OutputFormat::Toml).0, toml.0);
        let json = written(&timeline, OutputFormat::Json);
        assert!(json.1.is_empty());
        serde_json::from_str::<Value>(&json.0).unwrap();
        let back = read(Format::JsonLines, &json.0);
        assert_eq!(written(&back, OutputFormat::Toml).0, toml.0);
        assert!(back.info == timeline.info);
        let lines = events(&timeline);
        assert_eq!(lines.lines().count(), timeline.len());
        let back = read(Format::JsonLines, &lines);
        assert_eq!(events(&back), lines);
        assert_eq!(TimelineDiff::between(&timeline, &back).changes, []);
    }
}

#[test]
fn a_part_declares_what_it_uses() {
    let timeline = built_in();
    let memorandum = [timeline.find("2023-01-06-dhs-meti-moc").unwrap()];
    let toml = written_part(&timeline, &memorandum, OutputFormat::Toml).0;
    // What it follows from is still named, though it is not there.
    let part = self::timeline(&toml);
    assert_eq!(part.len(), 1);
    let lanes: Vec<&str> = part.vocabularies.lanes.iter().map(|(_, lane)| &*lane.name).collect();
    assert_eq!(lanes, ["US–Japan"]);
    let persons: Vec<&str> = part.vocabularies.persons.iter().map(|person| &*person.name).collect();
    assert!(persons.contains(&"Yasutoshi Nishimura") && persons.len() < 12, "{persons:?}");
    let (whole, part) = (events(&timeline), events(&part));
    assert!(whole.contains(&part), "the event says something else by itself:\n{part}");
}

#[test]
fn fields_that_annalist_does_not_know_go_out_as_they_came() {
    let line = r#"{"date":"2023","title":"t","EventID":4624,"ok":true,"text":"7 days","zero":"007"}"#;
    let timeline = load::timeline_in(Format::JsonLines, line.as_bytes().to_vec()).timeline;
    let back: Value = serde_json::from_str(&events(&timeline)).unwrap();
    let mut given: Value = serde_json::from_str(line).unwrap();
    given["id"] = back["id"].clone();
    assert_eq!(back, given);
}

#[test]
fn tables_hold_every_field_and_no_formula() {
    let timeline = timeline(HOSTILE);
    for (format, line_end) in [(OutputFormat::Csv, "\n"), (OutputFormat::CsvExcel, "\r\n")] {
        let (text, _) = written(&timeline, format);
        assert_eq!(text.starts_with('\u{FEFF}'), format == OutputFormat::CsvExcel);
        assert!(text.ends_with(line_end));
        let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let header = table.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 3);
        for cell in rows.iter().flatten() {
            assert!(
                !cell.starts_with(['=', '+', '@', '\t', '\r']) && (cell == "-" || !cell.starts_with('-')),
                "{cell}"
            );
        }
        let cell = |row: usize, name: &str| &rows[row][header.iter().position(|it| it == name).unwrap()];
        assert_eq!(cell(2, "title"), "-");
        assert_eq!(cell(2, "id"), "'=two");
        assert_eq!([cell(2, "first_day"), cell(2, "last_day")], ["2023-02-01", "2023-02-28"]);
        assert_eq!([cell(0, "title"), cell(0, "first_day")], ["''=no formula", "'-0043-03-15"]);
        let quotes: Value = serde_json::from_str(cell(1, "quote")).unwrap();
        assert_eq!(quotes[0]["speaker"], "</blockquote><script>");
    }
}

#[test]
fn nothing_of_a_text_acts_in_a_page() {
    let (page, _) = written(&timeline(HOSTILE), OutputFormat::Html);
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    assert!(!page.contains("<img") && !page.contains("<b>") && !page.contains("?a=\""), "{page}");
    assert!(page.contains("default-src 'none'"));
    for outside in ["<link", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn a_picture_of_any_view_is_written_in_the_size_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("view.svg");
    let name = file.to_str().unwrap();
    let written = annalist(&["--view", "quotes", "--size", "80x24", "--lang", "en", "-o", name]);
    ends(&written, 0);
    let picture = fs::read_to_string(&file).unwrap();
    assert!(picture.contains("viewBox=\"0 0 720 432\"") && picture.contains("> 3 Quotes <"), "{picture}");
    let printed = out(&annalist(&["-f", "svg", "--theme", "light"]));
    assert!(printed.contains("viewBox=\"0 0 1080 720\"") && printed.ends_with("</svg>\n"), "{printed}");
    assert_ne!(printed.split("fill=").nth(1), picture.split("fill=").nth(1), "the ground is that of the theme");
    let wrong = annalist(&["-f", "svg", "--size", "9x2000"]);
    ends(&wrong, 2);
    assert!(errors(&wrong).contains("such as 120x40"), "{}", errors(&wrong));
}

#[test]
fn nothing_of_a_text_acts_in_a_calendar() {
    let (calendar, losses) = written(&timeline(HOSTILE), OutputFormat::ICalendar);
    assert!(calendar.lines().all(|line| line.len() <= 75), "{calendar}");
    assert_eq!(calendar.matches("\r\nBEGIN:VEVENT").count(), 2);
    let unfolded = calendar.replace("\r\n ", "");
    assert!(unfolded.contains("LOCATION:a\\;b\\,c\\\\d\r\n"), "{unfolded}");
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20230201\r\nDTEND;VALUE=DATE:20230301\r\n"), "{unfolded}");
    assert!(losses.to_string().contains("1 event without a known time left out"), "{losses}");
}

#[test]
fn nothing_of_a_text_acts_in_a_report_or_a_bibliography() {
    let timeline = timeline(HOSTILE);
    let (report, _) = written(&timeline, OutputFormat::Markdown);
    assert!(report.contains(r"\<img src=x") && report.contains(r"\*\*bold\*\* \[a\]"), "{report}");
    assert_eq!(report.lines().filter(|line| line.starts_with("# ")).count(), 1, "{report}");
    let (bibliography, _) = written(&timeline, OutputFormat::BibTex);
    assert_eq!(bibliography.matches('@').count() - 1, bibliography.lines().filter(|it| it.starts_with('@')).count());
    let records: Value = serde_json::from_str(&written(&timeline, OutputFormat::CslJson).0).unwrap();
    assert_eq!(records[0]["author"][0]["literal"], "@SUM(1)");
}

#[test]
fn a_report_has_years_quotes_and_sources() {
    let timeline = built_in();
    let (report, _) = written(&timeline, OutputFormat::Markdown);
    let years: Vec<&str> = report.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(years, ["## 2021", "## 2022", "## 2023", "## 2024"]);
    let quotes = timeline.events().map(|event| event.quotes.len()).sum::<usize>();
    assert_eq!(report.lines().filter(|line| line.starts_with("> — ")).count(), quotes);
    let sources = timeline.events().map(|event| event.sources.len()).sum::<usize>();
    let is_numbered = |line: &&str| line.split_once(". ").is_some_and(|(number, _)| number.parse::<usize>().is_ok());
    assert_eq!(report.lines().filter(is_numbered).count(), sources);
}

#[test]
fn every_source_is_a_record() {
    let timeline = built_in();
    let sources = timeline.events().map(|event| event.sources.len()).sum::<usize>();
    let records: Vec<Value> = serde_json::from_str(&written(&timeline, OutputFormat::CslJson).0).unwrap();
    let keys: BTreeSet<&str> = records.iter().map(|record| record["id"].as_str().unwrap()).collect();
    assert_eq!([records.len(), keys.len()], [sources, sources]);
    let entries = written(&timeline, OutputFormat::BibTex).0;
    assert_eq!(entries.matches("@online{").count(), sources);
}

#[test]
fn the_readme_names_every_format() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let table = readme.split("| format | is |").nth(1).unwrap().split("\n\n").next().unwrap();
    for format in OutputFormat::ALL {
        assert!(table.contains(&format!("`{}`", format.name())), "{} is not told of", format.name());
    }
}

#[test]
fn slides_have_what_is_known_and_all_the_rest() {
    let timeline = timeline(HOSTILE);
    let slides: Value = serde_json::from_str(&written(&timeline, OutputFormat::TimelineJs).0).unwrap();
    let [_, first, second] = slides["events"].as_array().unwrap().as_slice() else { panic!("{slides}") };
    assert_eq!(first["start_date"], serde_json::json!({ "year": 2023, "month": 1, "day": 6 }));
    assert_eq!(second["start_date"], serde_json::json!({ "year": 2023, "month": 2 }));
    assert!(!first["text"].to_string().contains("<script") && !first["media"].to_string().contains("<script"));
    let native = format!("{}\n", first["x_annalist"]);
    let back = load::timeline_in(Format::JsonLines, native.into_bytes()).timeline;
    assert_eq!(events(&back), format!("{}\n", events(&timeline).lines().nth(1).unwrap()));
}

#[test]
fn slides_that_annalist_wrote_are_events_again_unless_they_were_changed() {
    for timeline in [built_in(), timeline(HOSTILE)] {
        let slides = written(&timeline, OutputFormat::TimelineJs).0;
        assert_eq!(events(&read(Format::TimelineJs, &slides)), events(&timeline));
    }
    let slides = written(&built_in(), OutputFormat::TimelineJs).0;
    let changed = slides.replacen("\"headline\":\"Fourth UK–Japan 2+2", "\"headline\":\"A new title: 2+2", 1);
    let back = load::timeline_in(Format::TimelineJs, changed.into_bytes()).timeline;
    let first = back.events().next().unwrap();
    assert!(first.title.starts_with("A new title") && first.title_ja.is_none(), "{}", first.title);
    assert_eq!(back.events().nth(1).unwrap().title_ja, built_in().events().nth(1).unwrap().title_ja);
}

#[test]
fn what_timesketch_gets_is_read_again_in_its_lanes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.jsonl");
    ends(&annalist(&["-f", "timesketch", "-o", path.to_str().unwrap()]), 0);
    let lanes = |text: &str| {
        text.lines()
            .map(|line| {
                let row: Value = serde_json::from_str(line).unwrap();
                row["lane"].as_str().unwrap().to_owned()
            })
            .collect::<Vec<String>>()
    };
    let back = annalist(&[path.to_str().unwrap(), "-f", "jsonl"]);
    assert_eq!(lanes(&out(&back)), lanes(&out(&annalist(&["-f", "jsonl"]))));
}

#[test]
fn timesketch_gets_its_three_fields() {
    let toml =
        "[[event]]\ndate = \"2023-01-06T10:00:00.123456789+09:00\"\ntitle = \"t\"\nkind = \"logon\"\nareas = [\"x\"]\n";
    let line: Value = serde_json::from_str(&written(&timeline(toml), OutputFormat::Timesketch).0).unwrap();
    assert_eq!(line["datetime"], "2023-01-06T01:00:00.123456+00:00");
    assert_eq!([&line["message"], &line["timestamp_desc"]], ["t", "logon"]);
    assert_eq!(line["tag"], serde_json::json!(["x"]));
}

#[test]
fn what_is_printed_is_what_is_shown() {
    let output = annalist(&["-f", "jsonl", "-q", "ransomware", "-w", "2022"]);
    ends(&output, 0);
    let ids: Vec<String> = out(&output)
        .lines()
        .map(|line| {
            let event: Value = serde_json::from_str(line).unwrap();
            event["id"].as_str().unwrap().to_owned()
        })
        .collect();
    let plain = out(&annalist(&["-f", "plain", "-q", "ransomware", "-w", "2022"]));
    assert_eq!(ids.len(), plain.lines().count());
    assert!(ids.len() > 1 && ids.iter().all(|id| id.starts_with("2022")), "{ids:?}");
    assert!(errors(&output).starts_with("annalist: jsonl cannot hold all: "), "{}", errors(&output));
}

#[test]
fn a_file_is_written_as_a_whole_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.json");
    let name = path.to_str().unwrap();
    ends(&annalist(&["-o", name]), 0);
    let first = fs::read_to_string(&path).unwrap();
    assert_eq!(load::timeline_in(Format::JsonLines, first.clone().into()).timeline.len(), built_in().len());
    let refused = annalist(&["-o", name, "-q", "ransomware"]);
    ends(&refused, 3);
    assert!(errors(&refused).contains("out.json: the file is there already"), "{}", errors(&refused));
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    ends(&annalist(&["-o", name, "-q", "ransomware", "--force"]), 0);
    assert!(fs::read_to_string(&path).unwrap().len() < first.len());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "something else was left");
    let unknown = annalist(&["-o", folder.path().join("out.xyz").to_str().unwrap()]);
    ends(&unknown, 2);
    ends(&annalist(&["-o", "-", "-f", "json"]), 0);
    ends(&annalist(&["-o", folder.path().join("no/such/x.json").to_str().unwrap()]), 3);
}

#[test]
fn strict_writes_all_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.bib");
    let refused = annalist(&["-o", path.to_str().unwrap(), "--strict"]);
    ends(&refused, 3);
    assert!(errors(&refused).contains("quotes left out") && !path.exists(), "{}", errors(&refused));
    let refused = annalist(&["-f", "bibtex", "--strict"]);
    ends(&refused, 3);
    assert!(refused.stdout.is_empty());
    ends(&annalist(&["-f", "toml", "--strict"]), 0);
}

/// Killed while it writes, it leaves the old file as it was.
#[cfg(unix)]
#[test]
fn a_kill_in_the_middle_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let (path, source) = (folder.path().join("out.csv"), folder.path().join("long.jsonl"));
    let lines: String =
        (0..40_000).map(|number| format!("{{\"date\":\"2020\",\"title\":\"Event {number}\"}}\n")).collect();
    fs::write(&source, lines).unwrap();
    let (path_text, source_text) = (path.to_str().unwrap(), source.to_str().unwrap());
    ends(&annalist(&["-o", path_text]), 0);
    let old = fs::read(&path).unwrap();
    let is_writing = || {
        let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        names.into_iter().any(|name| name.to_string_lossy().starts_with(".annalist-"))
    };
    let mut run = Command::new(env!("CARGO_BIN_EXE_annalist"));
    let mut run = run.args([source_text, "--fresh", "--force", "-o", path_text]).stderr(Stdio::null()).spawn().unwrap();
    while !is_writing() && run.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    run.kill().unwrap();
    assert!(!run.wait().unwrap().success(), "it had ended before it was killed");
    assert!(fs::read(&path).unwrap() == old, "the file is half of what it was");
    ends(&annalist(&[source_text, "--force", "-o", path_text]), 0);
    assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 40_001);
}

#[test]
fn the_name_of_a_file_tells_its_format() {
    assert_eq!(OutputFormat::of_name("a.b.ICS"), Some(OutputFormat::ICalendar));
    assert_eq!(OutputFormat::of_name("report.md"), Some(OutputFormat::Markdown));
    assert_eq!(OutputFormat::of_name("md"), None);
    assert_eq!(OutputFormat::of_name("x.csv"), Some(OutputFormat::Csv));
    assert_eq!(OutputFormat::of_name("x.xyz"), None);
}

/// Any line of text that a file may hold.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z ,;'\"=+@|-]{1,12}", "\\PC{1,12}", Just("サイバー；, \"x\"".to_owned())]
}

proptest! {
    #[test]
    fn any_timeline_comes_back(
        titles in prop::collection::vec((any_text(), any_text(), any_text()), 1..5),
        date in prop_oneof![Just("2023-01-06"), Just("2019~"), Just("2021-03-08/2021-03-12"), Just("[2020-01-02,2020-02-01]")],
    ) {
        let toml: Vec<String> = titles.iter().map(|(title, other, last)| {
            let text = |text: &str| toml::Value::String(text.to_owned()).to_string();
            format!(
                "[[event]]\ndate = \"{date}\"\ntitle = {}\nlane = {}\nareas = [{}, {}]\nplace = {}\nmine = {}\n[[event.quote]]\ntext = {}\n[[event.source]]\ntitle = {}\n",
                text(title), text(other), text(other), text(last), text(last), text(other), text(title), text(last)
            )
        }).collect();
        let timeline = timeline(&toml.join("\n"));
        let whole = written(&timeline, OutputFormat::Toml).0;
        let back = load::timeline_in(Format::Toml, whole.clone().into_bytes()).timeline;
        prop_assert_eq!(&written(&back, OutputFormat::Toml).0, &whole);
        let json = written(&timeline, OutputFormat::Json).0;
        let back = load::timeline_in(Format::JsonLines, json.into_bytes()).timeline;
        prop_assert_eq!(&written(&back, OutputFormat::Toml).0, &whole);
        let lines = events(&timeline);
        let back = load::timeline_in(Format::JsonLines, lines.clone().into_bytes()).timeline;
        prop_assert_eq!(events(&back), lines);
        // Of a blank title there is no event.
        if !timeline.is_empty() {
            let (back, _file) = read_table(&written(&timeline, OutputFormat::Csv).0);
            // In a cell nothing is nothing.
            prop_assert_eq!(events(&back), events(&timeline).replace(",\"mine\":\"\"", ""));
        }
        for format in OutputFormat::ALL {
            written(&timeline, format);
        }
    }
}

/// A timeline of two events, of which something is noted of the first.
fn noted() -> (Timeline, Marks) {
    let timeline = timeline(
        "[[event]]\ndate = \"2020-05-01\"\ntitle = \"One\"\n[[event.source]]\ntitle = \"Page\"\n[[event]]\ndate = \"2020-05-02\"\ntitle = \"Two\"\n",
    );
    let mut marks = Marks::default();
    let first = timeline.indices().next().and_then(|ix| timeline.row_of_index(ix)).unwrap();
    marks.set(first, Annotation::from_line("#quay #to-check =SUM(1) see <b>*annex*</b>"));
    (timeline, marks)
}

#[test]
fn what_a_reader_has_noted_is_in_every_format_or_is_said_to_be_left_out() {
    let (timeline, marks) = noted();
    let events: Vec<EventIndex> = timeline.indices().collect();
    for format in OutputFormat::ALL {
        let (text, losses) = written_with(&timeline, &events, &marks, format);
        let losses = losses.to_string();
        let has = |words: &[&str]| {
            words.iter().for_each(|words| assert!(text.contains(words), "{format:?}: no {words} in {text}"))
        };
        match format {
            OutputFormat::Plain => has(&["One  [marked]  #quay #to-check =SUM(1) see <b>*annex*</b>\n"]),
            OutputFormat::Markdown => has(&["**marked** \\#quay \\#to-check note: =SUM(1) see &lt;b>*annex*&lt;/b>\n"]),
            OutputFormat::Csv | OutputFormat::CsvExcel => {
                has(&["marked,mark_tags,mark_note", "true,quay; to-check,'=SUM(1) see <b>*annex*</b>"]);
            }
            OutputFormat::Json | OutputFormat::JsonLines | OutputFormat::Timesketch | OutputFormat::TimelineJs => {
                has(&["\"marked\":true", "\"mark_tags\":[\"quay\",\"to-check\"]", "\"mark_note\":\"=SUM(1)"]);
            }
            OutputFormat::Toml => {
                has(&["marked = \"true\"", "mark_tags = [\"quay\", \"to-check\"]", "mark_note = \"=SUM"])
            }
            OutputFormat::ICalendar => {
                has(&["CATEGORIES:quay,to-check\r\n", "DESCRIPTION:=SUM(1) see"]);
                assert_eq!(losses, "1 source written as text; 1 mark left out");
            }
            OutputFormat::BibTex | OutputFormat::CslJson => assert!(losses.contains("1 mark left out"), "{losses}"),
            OutputFormat::Html => has(&["<dt>marked</dt>", "<dd>quay</dd>", "see &lt;b&gt;*annex*"]),
            // Marks are on the screen, or are not.
            OutputFormat::Svg => {}
        }
    }
}

#[test]
fn what_was_noted_comes_back_as_fields_without_a_word() {
    let (timeline, marks) = noted();
    let events: Vec<EventIndex> = timeline.indices().collect();
    for (format, back) in [(OutputFormat::Toml, Format::Toml), (OutputFormat::Json, Format::JsonLines)] {
        let again = read(back, &written_with(&timeline, &events, &marks, format).0);
        assert_eq!(again.extra_fields().names().len(), 3, "{format:?}");
        // What is noted of it now takes the place of what was noted when it was written.
        let first = again.indices().next().and_then(|ix| again.row_of_index(ix)).unwrap();
        let mut marks = Marks::default();
        marks.set(first, Annotation::from_line("#new"));
        let (text, _) = written_with(&again, &events, &marks, OutputFormat::JsonLines);
        assert!(text.contains("\"mark_tags\":\"new\"") && !text.contains("quay"), "{text}");
    }
}
