//! The time on screen: how it fits what is shown, and where it stops.

use crate::screen::{BUILT_IN, SMALL, Screen};

fn small() -> Screen {
    Screen::open(SMALL, 120, 40)
}

#[test]
fn w_fits_the_window_to_what_is_shown_and_gives_it_back() {
    let mut screen = small();
    screen.keys("+ l");
    let before = screen.window();
    screen.keys("/ storm Enter w");
    let window = screen.window();
    assert!(window.seconds() < before.seconds());
    let moments = screen.visible().iter().filter_map(|&ix| screen.app.document().display_moment(ix));
    assert!(moments.clone().count() > 0 && moments.clone().all(|moment| window.contains(moment)));
    assert!(window.start() < moments.clone().min().unwrap() && moments.max().unwrap() < window.last());
    screen.keys("w");
    assert_eq!(screen.window(), before);
    // It is a change like any other.
    screen.keys("w u");
    assert_eq!(screen.window(), before);
    screen.keys("/ Space xyzzy Enter w").shows("no event passes the filter");
}

#[test]
fn a_window_that_fits_says_so() {
    let mut screen = small();
    screen.keys("+ w w u w").shows("the window fits what is shown already");
}

#[test]
fn panning_and_zooming_stop_at_the_data() {
    for toml in [SMALL, BUILT_IN] {
        let mut screen = Screen::open(toml, 120, 40);
        let whole = screen.time().whole(screen.timeline()).unwrap();
        let home = screen.window();
        screen.keys("- -").shows("no further out than this");
        assert!(screen.window().seconds() <= whole.seconds());
        for (keys, words) in [("l > ) l", "the timeline ends here"), ("h < ( h", "the timeline begins here")] {
            for zoom in ["0", "0 +", "0 + + + +"] {
                screen.keys(zoom);
                for _ in 0..80 {
                    screen.keys(keys);
                    let window = screen.window();
                    assert!(whole.start() <= window.start() && window.last() <= whole.last(), "{zoom} {keys}");
                }
                screen.shows(words);
            }
        }
        screen.keys("0");
        assert_eq!(screen.window(), home);
    }
}
