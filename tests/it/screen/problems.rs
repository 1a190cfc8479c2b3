//! A file with something wrong in it, on the screen.

use annalist::{load, query::TextIndex, stream::TimelineUpdate};

use crate::screen::Screen;

const FOREIGN: &str =
    "[[event]]\nwhen = \"2023-05-01\"\nlabel = \"Talks\"\n[[event]]\nwhen = \"2023-05-02\"\nlabel = \"More\"\n";
const SOUND: &str = "[[event]]\ndate = \"2023-05-01\"\ntitle = \"Talks in Bern\"\nhost = \"alpha\"\ncount = 3\n";

fn growth(toml: &str) -> TimelineUpdate {
    let loaded = load::timeline(toml.as_bytes().to_vec());
    let diagnostics = load::FileDiagnostics::of("x.toml", &loaded);
    let text_index = TextIndex::new(&loaded.timeline);
    TimelineUpdate { timeline: loaded.timeline, text_index, diagnostics: diagnostics.into(), reading: None }
}

#[test]
fn an_empty_screen_says_why_it_is_empty() {
    let mut screen = Screen::open(FOREIGN, 80, 24);
    screen.shows("No event could be read").shows("this one has `when`,").shows("1 more: line 4");
    // What comes later is shown.
    screen.app.apply_update(growth(SOUND));
    screen.resize(90, 24).shows("Talks in Bern").hides("No event could be read");
}

#[test]
fn what_is_read_later_and_holds_no_event_says_so() {
    let mut screen = Screen::open(SOUND, 80, 24);
    screen.hides("what is wrong");
    screen.app.apply_update(growth(FOREIGN));
    screen.resize(90, 24).shows("No event could be read").shows("rename");
}

#[test]
fn fields_that_nobody_knows_are_shown_under_their_names() {
    let mut screen = Screen::open(SOUND, 100, 30);
    screen.shows("ALSO IN THE FILE").shows("host: alpha").shows("count: 3").shows("2 problems");
    screen.keys("!").shows("unknown field `host`").keys("Esc").keys("/").keys("a l p h a Enter").shows("Talks in Bern");
}
