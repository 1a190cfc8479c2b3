//! Writing what is shown to a file from inside: the format, the name, what is told before and after.

use std::fs;

use annalist::app::{AppInit, Document, Effect, Prefs};
use annalist::export::{ExportJob, OutputFormat, OutputTarget, WriteOptions};
use annalist::input::{DEFAULT, Keymap};
use annalist::load::{Format, timeline_in};
use annalist::model::Lang;
use annalist::runtime::{RenderOptions, ThemeFolder, screenshot};
use annalist::text::width;
use annalist::themes::ColorDepth;
use annalist::ui::UNICODE;
use ratatui::layout::Size;

use crate::screen::{BUILT_IN, SMALL, Screen};

/// Titles that act in some format.
const HOSTILE: &str = include_str!("../../interop/hostile.toml");

fn small() -> Screen {
    Screen::open(SMALL, 120, 40)
}

/// What the last key asked to be written.
fn target(screen: &Screen) -> OutputTarget {
    let Some(Effect::Export(target)) = screen.effect.clone() else { panic!("nothing is to be written") };
    target
}

/// Writes what the last key asked for, as the runtime does.
fn write(screen: &mut Screen) {
    let report = screen.app.export_job().run(target(screen));
    screen.app.apply_export(report);
    screen.draw();
}

/// The rows of a picture, by where its texts stand.
fn rows(picture: &str, rows: usize) -> Vec<String> {
    let mut found = vec![String::new(); rows];
    for line in picture.lines().filter(|line| line.starts_with("<text ")) {
        let number = |name: &str| -> usize {
            line.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
        };
        let text = line.split_once('>').unwrap().1.strip_suffix("</text>").unwrap();
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
        let row = &mut found[number("y") / 18];
        *row += &" ".repeat(number("x") / 9 - width(row));
        *row += text.replace("&amp;", "&").as_str();
    }
    found.into_iter().map(|row| row.trim_end().to_owned()).collect()
}

fn render_options() -> RenderOptions {
    RenderOptions {
        glyphs: UNICODE,
        depth: ColorDepth::Sixteen,
        query_background: false,
        links: false,
        themes: ThemeFolder::default(),
    }
}

#[test]
fn a_picture_shows_what_the_screen_shows() {
    for (timeline, keys) in [(BUILT_IN, "1"), (BUILT_IN, "2"), (BUILT_IN, "3 L"), (BUILT_IN, "4"), (HOSTILE, "1")] {
        let mut screen = Screen::open(timeline, 120, 40);
        screen.keys(keys);
        let drawn = screenshot(&mut screen.app, &render_options(), Size::new(120, 40)).unwrap();
        let job = ExportJob { screen: Some(drawn), ..screen.app.export_job() };
        let folder = tempfile::tempdir().unwrap();
        let file = Some(folder.path().join("view.svg"));
        let target = OutputTarget { format: OutputFormat::Svg, file, options: WriteOptions::default() };
        let report = job.run(target.clone());
        assert!(report.result.is_ok(), "{report:?}");
        let picture = fs::read_to_string(target.file.unwrap()).unwrap();
        assert_eq!(rows(&picture, 40), screen.rows(), "{keys}");
        let tags = picture.split('<').skip(1).map(|tag| tag.split([' ', '>']).next().unwrap());
        let known = ["svg", "title", "rect", "text", "/svg", "/title", "/text"];
        assert!(tags.into_iter().all(|tag| known.contains(&tag)), "{picture}");
        screen.app.apply_export(report);
        screen.draw();
        screen.shows(if keys == "3 L" { "画面を" } else { "the screen is in " });
    }
    let mut screen = small();
    screen.keys("e v").shows("write to timeline-export.svg").shows("this screen; as svg");
    // The picture that is taken then shows no word of its being written.
    screen.keys("Enter");
    assert_eq!(target(&screen).format, OutputFormat::Svg);
    let drawn = screenshot(&mut screen.app, &render_options(), Size::new(120, 40)).unwrap();
    let words: String = drawn.content().iter().map(|cell| cell.symbol()).collect();
    assert!(words.contains("search") && !words.contains("writing"), "{words}");
}

#[test]
fn a_format_and_a_name_are_chosen_with_what_will_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.md");
    let mut screen = small();
    screen.keys("e").shows("write what is shown as").shows("markdown").shows("A report: a heading a year");
    screen.keys("m").shows("write to timeline-export.md").shows("8 events; as markdown; kept as text or left out: ");
    screen.keys("Ctrl-u").shows("name a file").keys("Enter").shows("name a file");
    screen.paste(&file.to_string_lossy()).keys("Enter").shows("writing ");
    assert!(!file.exists(), "nothing is written before the runtime does it");
    write(&mut screen);
    screen.shows("8 events are in ");
    assert!(fs::read_to_string(&file).unwrap().contains("# Harbour works"));
    assert!(screen.text().contains("kept as text or left out: "), "{}", screen.text());
}

#[test]
fn a_tilde_is_the_home_directory_as_in_a_shell() {
    let home = tempfile::tempdir().unwrap();
    let prefs = Prefs {
        home: Some(home.path().to_owned()),
        folder: Some("/elsewhere".to_owned()),
        ..Prefs::new(Keymap::parse(DEFAULT).unwrap())
    };
    let timeline = timeline_in(Format::Toml, SMALL.as_bytes().to_vec()).timeline;
    let mut screen = Screen::over(AppInit::new(Document::new(timeline, None), prefs), 120, 40);
    screen
        .keys("e m")
        .shows("below /elsewhere")
        .keys("Ctrl-u")
        .paste("~/out.md")
        .hides("below /elsewhere")
        .keys("Enter");
    write(&mut screen);
    assert!(fs::read_to_string(home.path().join("out.md")).unwrap().contains("# Harbour works"));
    screen.keys("e m Ctrl-u").paste("~//out.md").keys("Enter");
    assert_eq!(target(&screen).file.unwrap(), home.path().join("out.md"));
    screen.keys("Esc e m Ctrl-u").paste("~other/out.md").shows("below /elsewhere").keys("Enter");
    assert_eq!(target(&screen).file.unwrap().to_string_lossy(), "~other/out.md");
}

#[test]
fn one_event_is_one_and_japanese_has_japanese_words_alone() {
    let mut screen = small();
    let first = screen.selected_id().to_owned();
    screen.keys("Space e j").shows("the chosen event; as json").keys("Esc Esc Esc");
    screen.app.ask(&format!("id:{first}"));
    screen.keys("e j").shows("1 event; of id:");
    let mut screen = small().lang(Lang::Ja);
    screen.keys("e m Ctrl-u").shows("ファイル名を入力してください").hides("name a file");
    let folder = tempfile::tempdir().unwrap();
    screen.paste(&folder.path().join("a.md").to_string_lossy()).keys("Enter");
    write(&mut screen);
    let told = screen.app.status_message().unwrap_or_default();
    assert!(told.contains("に書き出しました。収まらないもの："), "{told}");
    assert!(!told.contains("left out") && !told.contains("as text"), "{told}");
}

#[test]
fn the_end_of_a_name_tells_the_format_unless_one_was_chosen_that_ends_so() {
    let mut screen = small();
    screen.keys("e m Ctrl-u").paste("out.json").shows("as json; nothing is lost");
    screen.keys("Esc Esc e x").shows("timeline-export.csv").shows("as csv-excel").keys("Ctrl-u").paste("a.csv");
    screen.shows("as csv-excel").keys("Esc").keys("e p Ctrl-u").paste("name").keys("Enter");
    assert_eq!(target(&screen).format.name(), "plain");
}

#[test]
fn the_filter_and_the_window_say_which_events_and_japanese_says_it_too() {
    let mut screen = small();
    screen.app.ask("lane:port");
    screen.draw();
    let count = screen.visible().len();
    screen.keys("e j").shows(&format!("{count} events; of lane:port; as json; nothing is lost")).keys("Esc");
    screen.keys("+ + e j").shows("; in ").keys("Esc");
    small().lang(Lang::Ja).keys("e").shows("書き出す形式").keys("j").shows("8件、形式 json、失われるものなし");
}

#[test]
fn a_file_that_is_there_is_written_over_after_a_yes_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.txt");
    fs::write(&file, "mine").unwrap();
    let mut screen = small();
    screen.keys("e p Ctrl-u").paste(&file.to_string_lossy()).keys("Enter");
    write(&mut screen);
    screen.shows("the file is there already");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    // Whoever presses Enter once more gives another name.
    screen.keys("Enter").shows("write to ").keys("Enter");
    assert!(!target(&screen).options.overwrite);
    write(&mut screen);
    screen.keys("Esc").hides("the file is there already");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    screen.keys("e p Ctrl-u").paste(&file.to_string_lossy()).keys("Enter");
    write(&mut screen);
    screen.keys("y");
    write(&mut screen);
    screen.shows("8 events are in ");
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 8);
}

#[test]
fn a_file_that_cannot_be_written_is_told_and_its_name_is_there_again() {
    let mut screen = small();
    screen.keys("e m Ctrl-u").paste("/nowhere/at/all.md").keys("Enter");
    write(&mut screen);
    screen.shows("/nowhere/at/all.md: ").shows("write to /nowhere/at/all.md");
}
