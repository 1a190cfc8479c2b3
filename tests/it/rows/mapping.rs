//! Which columns are which fields: guessed, said, and told.

use annalist::{
    load::{InputFormat, KnownMapping, Mapping, ReadOptions, Target, Template},
    model::DateOrder,
    query::ParsedQuery,
};
use proptest::prelude::*;

use super::{events, extra, read, seen};

fn with_map(map: &str) -> ReadOptions {
    ReadOptions { mapping: Mapping::parse(map).unwrap(), ..ReadOptions::default() }
}

/// What a table is read as, in one line.
fn summary(text: &str) -> String {
    let (update, _file) = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    update.reading.unwrap().summary.to_string().clone()
}

#[test]
fn columns_are_guessed_by_their_names() {
    for (text, expected) in [
        ("date,title\n2021,a\n2022,b\n", "CSV, 2 columns: date = date · title = title"),
        ("Headline;When\nx, y;2021-03\nz;2022-04\n", "CSV, 2 columns: date = When · title = Headline"),
        (
            "attribution_date,actorName,note\n2021-01-02,bear,x\n2021-01-03,panda,y\n",
            "CSV, 3 columns: date = attribution_date · title = actorName · note = note",
        ),
        (
            "Date,Time,Event\n2021-01-02,10:00,x\n2021-01-03,11:30,y\n",
            "CSV, 3 columns: date = {Date} {Time} · title = Event",
        ),
        ("日付,出来事\n令和3年4月1日,署名\n2021年5月1日,発効\n", "CSV, 2 columns: date = 日付 · title = 出来事"),
    ] {
        assert_eq!(summary(text), expected, "{text}");
    }
}

#[test]
fn a_candidate_is_filled_and_an_id_is_unique() {
    let text = "Time,Seen,Title,id\n,2021-01-01,a,1\n,2021-01-02,b,1\n10:00,2021-01-03,c,1\n";
    assert_eq!(summary(text), "CSV, 4 columns: date = Seen (by what stands in it) · title = Title · 2 kept as fields");
    let text = "Date,Title,id\n2021-01-01,a,1\n2021-01-02,b,2\n";
    assert!(summary(text).ends_with("id = id"), "{}", summary(text));
}

#[test]
fn what_is_said_overrides_what_is_guessed() {
    let text = "date,name,host,level\n2021-01-01,first,h1,low\n2021-01-02,second,h2,high\n";
    let (update, _file) = read(".csv", text.as_bytes(), &with_map("title={name} on {host},lane=level,kind=-")).unwrap();
    assert_eq!(seen(&update), ["2021-01-01 first on h1", "2021-01-02 second on h2"]);
    let words = &update.timeline.vocabularies;
    assert_eq!(words.lanes.iter().filter(|(_, term)| !term.id.is_empty()).count(), 2);
    assert!(words.kinds.iter().all(|(_, term)| term.id.is_empty()));
}

#[test]
fn columns_without_a_header_go_by_numbers() {
    let text = "2021-01-02T10:00:00+09:00\tKeller\tFix\n2021-01-02T00:30:00Z\tNovak\tAdd a, b\n";
    let options = ReadOptions { is_headless: true, ..with_map("date=1,lane=2,title=3") };
    let (update, _file) = read("", text.as_bytes(), &options).unwrap();
    let titles: Vec<String> = events(&update).iter().map(|event| event.title.to_string()).collect();
    assert_eq!(titles, ["Add a, b", "Fix"], "in order of the instants");
}

#[test]
fn one_line_is_a_table_where_that_is_said() {
    let options = ReadOptions { is_headless: true, ..with_map("date=1,lane=2,title=3") };
    let (update, _file) = read("", b"2021-01-02T10:00:00+09:00\tKeller\tFix a, b\n", &options).unwrap();
    assert_eq!(seen(&update), ["2021-01-02T10:00:00+09:00 Fix a, b"]);
}

#[test]
fn several_dates_of_a_row_are_several_events() {
    let text = "File,Created,Modified\na.txt,2021-01-01,2021-03-01\nb.txt,2021-02-01,2021-02-01\nc.txt,,2021-04-01\n";
    let (update, _file) = read(".csv", text.as_bytes(), &with_map("date=Created,Modified,title=File")).unwrap();
    let told: Vec<String> = events(&update)
        .iter()
        .map(|event| {
            let kind = update.timeline.vocabularies.kinds.get(event.kind).unwrap();
            format!("{} {} {}", event.date.as_written(), event.title, kind.id)
        })
        .collect();
    assert_eq!(
        told,
        [
            "2021-01-01 a.txt Created",
            "2021-02-01 b.txt Created + Modified",
            "2021-03-01 a.txt Modified",
            "2021-04-01 c.txt Modified",
        ]
    );
    // By the name of one of them not the dates of all are found.
    let asked = |query: &str| ParsedQuery::parse_for(query, &update.timeline).query.to_string();
    assert_eq!(asked("created:2021-02"), "Created:2021-02");
    assert_eq!(asked("file:a"), "title:a");
}

#[test]
fn a_mapping_is_known_by_the_header_that_it_names() {
    let known = KnownMapping {
        name: "tickets".to_owned(),
        header: vec!["opened".to_owned(), "what".to_owned()],
        mapping: Mapping::parse("date=opened,title={what} ({who})").unwrap(),
    };
    let options = ReadOptions { known: vec![known], ..ReadOptions::default() };
    let text = "who,opened,what\nAnn,2021-05-06,A door\nBob,2021-05-07,A window\n";
    let (update, _file) = read(".csv", text.as_bytes(), &options).unwrap();
    assert_eq!(seen(&update), ["2021-05-06 A door (Ann)", "2021-05-07 A window (Bob)"]);
    assert!(update.reading.unwrap().summary.to_string().starts_with("CSV (tickets)"));
}

#[test]
fn a_table_that_is_not_understood_is_shown_with_the_line_to_type() {
    let text = "colour,size\nred,1\ngreen,2\nblue,3\nblack,4\n";
    let error = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap_err();
    for part in
        ["date or the title", "colour: red | green | blue\n", "size: 1 | 2 | 3\n", "--map 'date=colour,title=size'"]
    {
        assert!(error.contains(part), "{error}");
    }
    let error = read(".csv", text.as_bytes(), &with_map("date=color,title=size")).unwrap_err();
    assert!(error.contains("no column `color`, did you mean `colour`?"), "{error}");
}

#[test]
fn dates_without_a_year_are_shown_with_the_place_where_it_is_said() {
    let text =
        "time,host,message\nDec  1 06:25:01,mx,Started the mail queue\nDec  2 06:25:01,mx,Stopped the mail queue\n";
    let error = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap_err();
    for part in ["the dates of `time` have no year", "--map 'date={time} YEAR,title=message'"] {
        assert!(error.contains(part), "{error}");
    }
    let (update, _file) = read(".csv", text.as_bytes(), &with_map("date={time} 2023,title=message")).unwrap();
    assert_eq!(seen(&update)[0], "2023-12-01T06:25:01 Started the mail queue");
    let text = "level,at,what\nE,12-01 06:25:01.123,out of memory\n";
    let error = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap_err();
    assert!(error.contains("--map 'date=YEAR-{at},title=what'"), "{error}");
    let (update, _file) = read(".csv", text.as_bytes(), &with_map("date=2023-{at},title=what")).unwrap();
    assert_eq!(seen(&update)[0], "2023-12-01 06:25:01.123 out of memory");
}

#[test]
fn days_and_months_that_cannot_be_told_apart_are_one_of_two_unless_it_is_said() {
    let text = "date,title\n02/01/2020,a\n03/04/2020,b\n";
    let (update, _file) = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(seen(&update)[0], "[2020-01-02,2020-02-01] a");
    assert_eq!(update.diagnostics.counts().1, 1);
    let options = ReadOptions { order: Some(DateOrder::DayMonthYear), ..ReadOptions::default() };
    let (update, _file) = read(".csv", text.as_bytes(), &options).unwrap();
    assert_eq!(seen(&update), ["2020-01-02 a", "2020-04-03 b"]);
    assert_eq!(update.diagnostics.counts().1, 0);
}

#[test]
fn an_order_that_does_not_fit_is_said_with_the_one_that_does() {
    let ordered = |order, map: &str| ReadOptions { order: Some(order), ..with_map(map) };
    let text = "Reported,Title\n31/12/2024,a\n01/02/2024,b\n15/02/2024,c\n";
    let error = read(".csv", text.as_bytes(), &ordered(DateOrder::YearMonthDay, "")).unwrap_err();
    assert!(
        error.starts_with(
            "`--dates ymd` does not fit the dates of `Reported`, such as `31/12/2024`; `--dates dmy` does\n"
        ),
        "{error}"
    );
    assert!(error.ends_with("say it, as in: annalist --dates dmy FILE"), "{error}");
    let (update, _file) = read(".csv", text.as_bytes(), &ordered(DateOrder::MonthDayYear, "date=Reported")).unwrap();
    assert_eq!(seen(&update), ["2024-01-02 b"]);
    let told = crate::support::all_lines(&update.diagnostics).join("\n");
    assert!(told.contains("the dates of the column are M/D/Y, and this is D/M/Y"), "{told}");
    assert!(told.contains("`--dates mdy` does not fit the dates of `Reported`, such as `31/12/2024`"), "{told}");
    let open = "Reported,Title\n01/02/2024,a\n";
    let error = read(".csv", open.as_bytes(), &ordered(DateOrder::YearMonthDay, "")).unwrap_err();
    assert!(error.contains("`--dates dmy` or `--dates mdy` does"), "{error}");
    let (update, _file) = read(".csv", open.as_bytes(), &ordered(DateOrder::YearMonthDay, "date=Reported")).unwrap();
    assert!(
        crate::support::all_lines(&update.diagnostics)
            .iter()
            .any(|told| told.contains("and the year of this one is last")),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
}

#[test]
fn all_cells_of_a_file_decide_how_its_dates_are_read() {
    let rows: String = (0..3_000).map(|number| format!("02/01/2020,Number {number}\n")).collect();
    let text = format!("date,title\n{rows}16/02/2020,The last\n");
    let (update, _file) = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(seen(&update)[0], "2020-01-02 Number 0");
    let reading = update.reading.as_ref().unwrap();
    let told: Vec<String> =
        reading.notes.iter().map(|note| note.message(annalist::messages::Locale::English)).collect();
    assert!(told.iter().any(|note| note.contains("as `16/02/2020` on line 3002 shows")), "{told:?}");
}

#[test]
fn well_known_tables_are_known_by_their_columns() {
    for (text, name, first) in [
        (
            "Timestamp,RuleTitle,Level,Computer,Channel,EventID,MitreTactics,Details,ExtraFieldInfo\n\
             2021-01-02 03:04:05.678 +00:00,Logon,high,pc1,Sec,4624,Exec ¦ Evas,User: x ¦ Type: 3,-\n",
            "Hayabusa",
            "2021-01-02 03:04:05.678 +00:00 Logon",
        ),
        (
            "date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,version,filename,inode,notes,format,extra\n\
             06/07/2012,04:17:38,UTC,M...,EVT,WinEVTX,Written,-,pc,short text,long \"text,2,f,1,-,p,-\n",
            "plaso l2tcsv",
            "2012-06-07T04:17:38Z short text",
        ),
        (
            "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Group\n\
             2011,3,5,,,,,,,Begun,\"two\nlines\",,a\n2012,4,,,2012,5,,,,Later,x,,b\n",
            "TimelineJS",
            "2011-03-05 Begun",
        ),
        (
            "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location\n\
             Meeting,6/7/2023,10:00 AM,6/7/2023,11:30 AM,False,x,Tokyo\n",
            "Google Calendar",
            "2023-06-07T10:00 Meeting",
        ),
    ] {
        let (update, _file) = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap();
        let reading = update.reading.clone().unwrap();
        assert!(reading.summary.to_string().contains(&format!("({name})")), "{}", reading.summary);
        assert_eq!(seen(&update)[0], first, "{:?}", crate::support::all_lines(&update.diagnostics));
        assert_eq!(update.diagnostics.counts().0, 0, "{:?}", crate::support::all_lines(&update.diagnostics));
    }
}

#[test]
fn json_of_any_shape_is_rows() {
    let one = r#"{"when":"2021-01-02","label":"one","log":{"level":"low"},"list":[1,2],"none":null}"#;
    let two = r#"{"when":"2021-01-03","label":"two","log":{"level":"high"}}"#;
    for text in [
        format!("{one}\n{two}\n"),
        format!("[{one},{two}]"),
        format!("[\n  {one},\n  {two}\n]\n"),
        format!("{{\"events\":[{one},{two}]}}"),
    ] {
        let (update, _file) = read(".json", text.as_bytes(), &with_map("kind=log.level")).unwrap();
        assert_eq!(seen(&update), ["2021-01-02 one", "2021-01-03 two"], "{text}");
        assert_eq!(crate::support::all_lines(&update.diagnostics), Vec::<String>::new(), "{text}");
        let events = events(&update);
        assert_eq!((extra(&events[0], "list"), extra(&events[0], "none")), (Some("1, 2"), None), "{text}");
        assert_eq!(update.timeline.vocabularies.kinds.get(events[1].kind).unwrap().id, "high");
    }
}

#[test]
fn how_a_file_is_written_can_be_said() {
    let text = "date|title\n2021|a,b\n";
    let options = ReadOptions { input: Some(InputFormat::Delimited(Some(b'|'))), ..ReadOptions::default() };
    let (update, _file) = read(".txt", text.as_bytes(), &options).unwrap();
    assert_eq!(seen(&update), ["2021 a,b"]);
}

#[test]
fn a_mapping_that_is_wrong_says_why() {
    for (text, why) in [
        ("titel=x", "no field `titel`, did you mean `title`?"),
        ("x", "`x` names no field: write `title=x`"),
        ("colour=x", "no field `colour`; there are date, end"),
    ] {
        assert!(Mapping::parse(text).unwrap_err().to_string().starts_with(why), "{text}");
    }
    assert!(Mapping::of_toml("date = 3").is_err() && Mapping::of_toml("date").is_err());
}

#[test]
fn facts_and_texts_are_those_of_the_events() {
    use annalist::query::{Query, TextIndex, run};
    let text = "date,title,summary,lane,kind,tags,people,place,url,quote,speaker,note,n\n\
        2021-01-02,A,s1,l,k,\"t1, t2\",Ann; Bob,Tokyo,https://example.org/a,said so,Ann,n1,alpha\n\
        2021-01-03,B\u{1b}[31m,,,,,,,see there,,,,\"two\nlines\"\n";
    let (update, _file) = read(".csv", text.as_bytes(), &ReadOptions::default()).unwrap();
    let whole = events(&update);
    assert_eq!(whole[1].title, "B\u{FFFD}[31m");
    let timeline = annalist::model::Timeline::new(
        update.timeline.info.clone(),
        update.timeline.vocabularies.clone(),
        whole.clone(),
    );
    let folded = TextIndex::new(&timeline);
    assert_eq!(update.timeline.chunk(0), timeline.chunk(0));
    for query in ["s1", "said:ann", "place:tokyo", "alpha", "lines", "area:t2", "has:quote", "has:note", "person:bob"] {
        let found = run(&Query::parse(query), &update.timeline, &update.text_index).events;
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(found, run(&Query::parse(query), &timeline, &folded).events, "{query}");
    }
}

proptest! {
    #[test]
    fn a_mapping_reads_back_as_it_is_written(
        columns in prop::collection::vec(("[a-zA-Z @#,=日.-]{1,12}", 0..Target::ALL.len()), 0..6),
    ) {
        let parts: Vec<String> =
            columns.iter().map(|(name, target)| format!("{}={{{name}}}", Target::ALL[*target].name())).collect();
        let mapping = Mapping::parse(&parts.join(",")).unwrap();
        prop_assert_eq!(Mapping::parse(&mapping.to_string()).unwrap(), mapping.clone());
        prop_assert_eq!(Mapping::of_toml(&mapping.to_toml(&["a\"b".to_owned()])).unwrap(), mapping);
    }

    #[test]
    fn no_mapping_is_too_much(text in "[a-z=,{}@ -]{0,30}") {
        if let Ok(mapping) = Mapping::parse(&text) {
            prop_assert_eq!(Mapping::parse(&mapping.to_string()), Ok(mapping));
        }
    }
}

#[test]
fn braces_without_a_name_are_text() {
    let template = Template::parse("a {} ({host}) { }");
    assert_eq!(template.to_string(), "a {} ({host}) {}");
    assert_eq!(Template::parse(&template.to_string()), template);
    assert_eq!(template.columns().collect::<Vec<_>>(), ["host"]);
}
