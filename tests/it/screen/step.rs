//! Two filters side by side, and times counted from an event.

use annalist::app::View;
use annalist::model::Lang;

use crate::screen::{BUILT_IN, SMALL, Screen};

const MEMORANDUM: &str = "2023-01-06-dhs-meti-moc";

fn in_step() -> Screen {
    let mut screen = Screen::open(BUILT_IN, 120, 40).at(MEMORANDUM);
    screen.keys("5");
    screen
}

/// The columns on which a word stands in the row of the selected event.
fn column_of(screen: &Screen, words: &str) -> usize {
    let row = screen.rows().into_iter().find(|row| row.contains('▌') && row.contains(words));
    row.and_then(|row| row.find(words)).unwrap_or_else(|| panic!("no row with {words}:\n{}", screen.text()))
}

#[test]
fn two_lanes_stand_side_by_side_with_the_delay_between_them() {
    let mut screen = in_step();
    assert_eq!(screen.selected_id(), MEMORANDUM, "the selection stays");
    screen.shows("US–Japan").shows("UK–Japan");
    assert!(column_of(&screen, "DHS and METI") < 60);
    screen.shows("5 days before “Sunak and Kishida sign the UK–Japan Reciprocal");
    screen.keys("j");
    while !screen.selected_id().contains("reciprocal-access") {
        screen.keys("j");
    }
    assert!(column_of(&screen, "Sunak") > 60);
    screen.keys("1");
    assert_eq!(screen.visible().len(), screen.timeline().len());
}

#[test]
fn the_two_filters_are_typed_in_one_line_and_esc_brings_the_others_back() {
    let mut screen = in_step();
    let before = screen.visible().to_vec();
    screen.keys("c Ctrl-u").shows("write two filters with vs between them");
    screen.paste("kind:agreement vs kind:summit").shows("kind:agreement").shows("kind:summit");
    let kinds = |screen: &Screen| {
        let words = &screen.timeline().vocabularies;
        let ids = screen.visible().iter().map(|&ix| screen.timeline().event(ix).unwrap().kind);
        ids.map(|kind| words.kinds.get(kind).unwrap().id.to_string()).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(kinds(&screen).into_iter().collect::<Vec<_>>(), ["agreement", "summit"]);
    screen.keys("Esc");
    assert_eq!(screen.visible(), before);
    screen.keys("c Ctrl-u").paste("nisc vs").keys("Enter").shows("nisc");
    assert!(screen.overlays().is_empty());
    screen.keys("Esc");
    assert_eq!(screen.view(), View::Timeline);
    screen.keys("c").shows("only where two filters stand side by side");
}

#[test]
fn an_event_of_both_sides_stands_on_both() {
    let mut screen = in_step();
    screen.keys("c Ctrl-u").paste("dhs vs meti").keys("Enter");
    let row = screen.rows().into_iter().find(|row| row.contains('▌')).unwrap();
    assert_eq!(row.matches("DHS and METI").count(), 2, "{row}");
}

#[test]
fn times_are_counted_from_an_event_on_demand() {
    let mut screen = Screen::open(BUILT_IN, 120, 40).at(MEMORANDUM);
    screen.keys("@").shows("@ 6 January 2023:").shows("+5 d ");
    let (before, after) = screen.time().before_after.all;
    assert_eq!(before + after + 1, screen.visible().len());
    screen.keys("/ n i s c Enter");
    let (before, after) = screen.time().before_after.all;
    let origin_is_shown = screen.visible().contains(&screen.time().reference.unwrap());
    assert_eq!(before + after + usize::from(origin_is_shown), screen.visible().len());
    screen.keys("x @").hides("@ 6 January 2023:");
}

#[test]
fn every_size_and_language_of_both_holds() {
    for (columns, rows) in [(1, 1), (7, 3), (40, 12), (80, 24), (200, 60)] {
        for lang in [Lang::En, Lang::Ja, Lang::Both] {
            for timeline in [BUILT_IN, SMALL] {
                let view = Screen::open(timeline, columns, rows).lang(lang).keys("5 @ j j k").view();
                assert!(view == annalist::app::View::Compare || timeline != BUILT_IN, "{view:?}");
                Screen::open(timeline, columns, rows).lang(lang).keys("5 @ j j k G g c x Esc d 1");
            }
        }
    }
}

#[test]
fn the_view_is_a_command_line() {
    let mut screen = in_step();
    screen.keys("/").paste("\"capacity building\" -it's").keys("Enter + L Y");
    let Some(annalist::app::Effect::Copy(command)) = &screen.effect else { panic!("{:?}", screen.effect) };
    let window = screen.window().written();
    let id = screen.selected_id();
    let expected = format!(
        "annalist \"--query=\\\"capacity building\\\" -it's\" --window={window} --view=compare \
         '--compare=lane:us-japan vs lane:uk-japan' --select={id} --lang=ja"
    );
    assert_eq!(command.replace('\'', ""), expected.replace('\'', ""));
    assert_eq!(shlex::split(command).unwrap()[1], "--query=\"capacity building\" -it's");
    screen.shows("端末に送信：annalist");
}

#[test]
fn each_side_is_chosen_from_a_list_and_goes_by_its_name() {
    let mut screen = in_step();
    screen.shows("US–Japan").shows("UK–Japan").keys("C").shows("left side").shows("lane:us-japan");
    screen.keys("Down Enter").shows("right side");
    assert_eq!(screen.app.comparison().query(annalist::app::Side::Left).to_string(), "lane:uk-japan");
    screen.keys("Up Enter");
    assert!(screen.overlays().is_empty());
    assert_eq!(screen.app.comparison().text(), "lane:uk-japan vs lane:us-japan");
    // What has no name is told by its filter.
    screen
        .keys("c Ctrl-u")
        .paste("area:defense nisc vs kind:summit")
        .keys("Enter")
        .shows("area:defense nisc")
        .shows("Summit");
    screen.keys("1 C").shows("only where two filters stand side by side");
}

#[test]
fn the_areas_in_which_the_sides_differ_are_told() {
    let mut screen = in_step();
    let mut counts = std::collections::BTreeMap::<String, [usize; 2]>::new();
    for event in screen.timeline().events() {
        let words = &screen.timeline().vocabularies;
        let lane = &*words.lanes.get(event.lane).unwrap().id;
        let Some(side) = ["us-japan", "uk-japan"].iter().position(|it| *it == lane) else { continue };
        for &area in event.areas.iter() {
            counts.entry(words.areas.get(area).unwrap().name.to_string()).or_default()[side] += 1;
        }
    }
    let most = counts.values().map(|[left, right]| left.abs_diff(*right)).max().unwrap();
    let told = |(name, [left, right]): (&String, &[usize; 2])| format!("{name} {left} : {right}");
    let greatest: Vec<String> =
        counts.iter().filter(|(_, [left, right])| left.abs_diff(*right) == most).map(told).collect();
    let row = screen.rows()[usize::from(screen.row_of(" : "))].clone();
    assert!(greatest.iter().any(|first| row.trim_start().starts_with(first)), "{greatest:?}: {row}");
    screen.resize(40, 12).hides(" : ");
}
