//! A file that is saved while it is explored: whatever has changed in it and whatever was pressed before, what was chosen
//! stays chosen as far as it is still there.

use annalist::load::{FileDiagnostics, Format, timeline_in};
use annalist::model::{Annotation, Marks};
use annalist::query::TextIndex;
use annalist::stream::{Reload, ReloadCause, TimelineUpdate};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use crate::screen::Screen;

/// Keys of which some are pressed between two saves.
const KEYS: [&str; 28] = [
    "j", "k", "G", "g", "PgDn", "+", "-", "h", "l", "0", "w", "m", "Space", "v", "2", "3", "4", "5", "6", "1", "Tab",
    "Enter", "Esc", "u", "R", "F", "d", "a",
];

/// A timeline of these events; what is `changed` says something else in each.
fn toml(days: impl IntoIterator<Item = u8>, changed: bool) -> String {
    let words = if changed { "changed words" } else { "words" };
    let event = |day: u8| {
        format!(
            "[[event]]\nid = \"d{day}\"\ndate = \"20{:02}-03-{:02}\"\nlane = \"lane {}\"\ntitle = \"Day {day}\"\nareas = [\"area {}\"]\n\
             [[event.quote]]\ntext = \"Some {words} of day {day}\"\nspeaker = \"Speaker {}\"\n",
            day % 20,
            day % 28 + 1,
            day % 3,
            day % 4,
            day % 5,
        )
    };
    days.into_iter().map(event).collect()
}

impl Screen {
    /// Reads this text in place of what is on screen.
    pub(super) fn save(&mut self, text: &str) {
        let text = text.to_owned();
        let read = move || {
            let loaded = timeline_in(Format::Toml, text.clone().into_bytes());
            let diagnostics = FileDiagnostics::of("timeline.toml", &loaded).into();
            let text_index = TextIndex::new(&loaded.timeline);
            let timeline = loaded.timeline;
            Ok((TimelineUpdate { timeline, text_index, diagnostics, reading: None }, None))
        };
        let shown = self.app.shared_timeline();
        self.app.apply_reload(Reload::of(ReloadCause::Saved, &shown, None, &read));
        self.draw();
    }

    fn selected_event_id(&self) -> Option<String> {
        self.app.selected_event().map(|event| event.id.to_string())
    }

    /// The ids of the events that are marked.
    fn marked_ids(&self) -> Vec<String> {
        let timeline = self.app.timeline();
        let is_marked = |annotation: &&Annotation| annotation.is_marked;
        let marked = timeline.indices().filter(|&ix| self.app.document().annotation(ix).filter(is_marked).is_some());
        marked.filter_map(|ix| timeline.event(ix)).map(|event| event.id.to_string()).collect()
    }
}

fn is_there(text: &str, id: &str) -> bool {
    text.contains(&format!("\"{id}\""))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_that_was_chosen_is_lost_by_any_change_of_the_file(
        saves in vec((btree_set(0..60_u8, 1..24), any::<bool>(), vec(0..KEYS.len(), 0..8)), 1..5),
        filter in prop_oneof![Just(""), Just("words"), Just("lane:\"lane 1\""), Just("changed")],
    ) {
        let mut screen = Screen::open(&toml(0..30, false), 100, 30);
        if !filter.is_empty() {
            screen.keys("/").paste(filter).keys("Enter");
        }
        for (days, changed, keys) in saves {
            for key in keys {
                screen.keys(KEYS[key]);
            }
            let text = toml(days, changed);
            let (selected, query) = (screen.selected_event_id(), screen.app.query().to_string());
            let (window, home) = (screen.app.window(), screen.app.time().initial_window);
            let overlays = screen.app.overlays().len();
            screen.save(&text);
            prop_assert_eq!(screen.app.query().to_string(), query);
            let stays = selected.as_ref().is_some_and(|id| is_there(&text, id));
            // All of the timeline stays all of it; where the event is gone, another comes into view.
            prop_assert!(window == home || !stays || screen.app.window() == window, "the window has moved");
            prop_assert!(screen.app.overlays().len() <= overlays);
            if let Some(id) = selected.filter(|id| is_there(&text, id)) {
                let ix = screen.app.timeline().find(&id);
                let is_shown = ix.is_some_and(|ix| screen.app.filter().position(ix).is_some());
                prop_assert!(!is_shown || screen.selected_event_id() == Some(id.clone()), "{} is not selected any more", id);
            }
            prop_assert!(screen.app.visible().is_empty() || screen.selected_event_id().is_some());
        }
    }
}

#[test]
fn marks_follow_their_events_and_undo_takes_them_back() {
    let mut screen = Screen::open(&toml([5, 9, 14], false), 100, 30);
    screen.keys("j m");
    let marked = screen.marked_ids();
    let marks = screen.app.document().marks().clone();
    screen.save(&toml([1, 2, 5, 9, 14], true));
    // The journal would find them again by their ids; here what it finds is the same.
    let rows = marks.iter().map(|(_, annotation)| annotation.clone()).zip(marked.iter());
    let mut found = Marks::default();
    for (annotation, id) in rows {
        let ix = screen.app.timeline().find(id).unwrap();
        found.set(screen.app.timeline().row_of_index(ix).unwrap(), annotation);
    }
    screen.app.set_marks(found);
    assert_eq!(screen.marked_ids(), marked);
    screen.keys("u");
    assert_eq!(screen.marked_ids(), Vec::<String>::new());
}

#[test]
fn what_is_typed_is_typed_on_whatever_is_saved_meanwhile() {
    let mut screen = Screen::open(&toml(0..9, false), 100, 30);
    screen.keys("/").paste("day");
    screen.save(&toml(3..12, true));
    screen.paste(" 4").keys("Enter");
    assert_eq!(screen.app.query().to_string(), "day 4");
    let titles = screen.app.visible().iter().filter_map(|&ix| screen.app.timeline().event(ix));
    assert!(titles.clone().any(|event| &*event.title == "Day 4") && titles.count() < 9);
}

#[test]
fn a_file_with_faults_is_shown_as_long_as_no_more_of_it_is_lost() {
    let broken = "[[event]]\ntitle = \"No date\"\n";
    let mut screen = Screen::open(&(toml(0..3, false) + broken), 100, 30);
    assert_eq!(screen.app.timeline().len(), 3);
    // As many faults as before: it is what the person has been looking at all the time.
    screen.save(&(toml(0..5, false) + broken));
    assert_eq!(screen.app.timeline().len(), 5);
    screen.save(&(toml(0..7, false) + broken + "[[event]]\ndate = \"never\"\ntitle = \"x\"\n"));
    assert_eq!(screen.app.timeline().len(), 5);
    screen.shows("not shown");
    screen.save(&toml(0..2, false));
    assert_eq!(screen.app.timeline().len(), 2);
    screen.hides("not shown");
}
