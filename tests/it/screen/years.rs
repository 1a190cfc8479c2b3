//! Years before 100 have one notation on all of the screen: "44 BC" and "AD 12", 「紀元前44年」 and 「12年」.

use annalist::model::Lang;

use crate::screen::Screen;

const ROME: &str = r#"
[[event]]
id = "consul"
date = "-0044"
title = "A consul is made"

[[event]]
id = "ides"
date = "-0043-03-15"
title = "The ides"

[[event]]
id = "priest"
date = "0012-08"
title = "A priest is chosen"
"#;

/// No year is told as astronomers count, nor without the era that it needs.
#[track_caller]
fn is_told_well(screen: &mut Screen) {
    for wrong in ["-004", "-43", "-44", "0012", "August 12", "Aug 12", " 12 AD", "-0"] {
        screen.hides(wrong);
    }
}

#[test]
fn years_before_100_are_told_alike_everywhere() {
    let mut screen = Screen::open(ROME, 120, 40);
    // The heads of the list, the detail, the title line and the axis.
    screen.shows(" 45 BC").shows(" 44 BC").shows(" AD 12").shows(" BC – ");
    let ruler = screen.rows()[1..3].join("\n");
    assert!(ruler.contains(" BC"), "{ruler}");
    is_told_well(&mut screen);
    screen.keys("j").shows("Fri 15 March 44 BC");
    is_told_well(&mut screen);
    screen.keys("j").shows("August AD 12");
    for _ in 0..12 {
        screen.keys("+");
        is_told_well(&mut screen);
    }
    screen.shows("August AD 12").keys("0 2 g").shows(" BC ").shows(" AD ").shows(" 45 BC").shows(" 44 BC");
    is_told_well(&mut screen);
}

#[test]
fn years_before_100_are_told_alike_in_japanese() {
    let mut screen = Screen::open(ROME, 120, 40).lang(Lang::Ja);
    screen.shows(" 紀元前45年").shows(" 紀元前44年").shows(" 12年");
    for keys in ["j", "+ + + +", "0 2 g", "1 j + + + + + +"] {
        screen.keys(keys).hides("BC").hides("AD ");
        is_told_well(&mut screen);
    }
}

#[test]
fn what_the_screen_prints_is_gone_to() {
    for (typed, id) in [("44 BC", "ides"), ("紀元前44年", "ides"), ("AD 12", "priest"), ("August AD 12", "priest")]
    {
        let mut screen = Screen::open(ROME, 120, 40);
        screen.keys("D").paste(typed).keys("Enter");
        assert_eq!((screen.selected_id(), screen.overlays().len()), (id, 0), "{typed}");
    }
    for typed in ["6 January 2023", "2023年1月6日", "2023年1月", "Jan 2023", "２０２３－０１－０６"] {
        let mut screen = Screen::open(crate::screen::BUILT_IN, 120, 40);
        screen.keys("D").paste(typed).keys("Enter");
        assert!(screen.selected_id().starts_with("2023-01"), "{typed}: {}", screen.selected_id());
        assert!(screen.overlays().is_empty(), "{typed}");
    }
}

#[test]
fn every_width_holds() {
    let cluster = "[[event]]\ndate = \"1000-03-01\"\ntitle = \"A\"\n[[event]]\ndate = \"1500-03-01\"\ntitle = \"B\"\n\
                   [[event]]\ndate = \"1501-03-01~\"\ntitle = \"C\"\n[[event]]\ndate = \"2000\"\ntitle = \"D\"\n";
    let broken = format!("{ROME}[[event]]\ndate = \"x\"\ntitle = \"y\"\n");
    for columns in (1..30).chain([60, 100]) {
        for rows in [3, 14, 24] {
            for lang in [Lang::Ja, Lang::Both] {
                Screen::open(&broken, columns, rows).lang(lang).keys("j + + + + + + 0 2 g m l m w !");
                Screen::open(cluster, columns, rows).lang(lang).keys("j Tab Tab Enter");
            }
        }
    }
}
