//! Random people on random timelines: whatever is pressed, pasted and resized, in whatever order, the state stays whole.

use std::collections::HashSet;

use annalist::app::{Message, View};
use annalist::input::{ACTIONS, DEFAULT, Key, KeyContext, KeySequence, Keymap};
use annalist::model::Moment;
use annalist::query::{Field, Query};
use annalist::themes::Background;
use crossterm::event::MouseEventKind;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::screen::{DRAG, PRESS, RELEASE, Screen};

/// Something that happens.
#[derive(Debug, Clone)]
enum Step {
    Hear(Vec<Message>),
    Resize(u16, u16),
    /// A gesture at a part of the screen, in hundredths of its width and height.
    Mouse(MouseEventKind, u16, u16),
}

fn year() -> impl Strategy<Value = String> {
    prop_oneof![4 => 1990..2030_i32, 1 => -3000..9999_i32]
        .prop_map(|year| if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") })
}

fn day() -> impl Strategy<Value = String> {
    (year(), 1..=12_u32, 1..=28_u32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => day(),
        1 => year(),
        1 => (year(), 1..=12_u32).prop_map(|(year, month)| format!("{year}-{month:02}")),
        1 => (day(), day()).prop_map(|(a, b)| if a <= b { format!("{a}/{b}") } else { format!("{b}/{a}") }),
        1 => day().prop_map(|day| format!("{day}/..")),
        1 => day().prop_map(|day| format!("../{day}")),
        1 => day().prop_map(|day| format!("{day}/")),
        1 => year().prop_map(|year| format!("{year}~")),
        1 => (day(), day()).prop_map(|(a, b)| format!("[{a},{b}]")),
        1 => (day(), 0..24_u32).prop_map(|(day, hour)| format!("{day}T{hour:02}:30:00+09:00")),
    ]
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("cyber"),
        Just("覚書"),
        Just("サイバー"),
        Just("memorandum"),
        Just("ｻｲﾊﾞｰ"),
        Just("Straße"),
        Just("👩‍💻"),
        Just("が"),
        Just("ﬁ"),
        Just("İ"),
    ];
    vec(word, 1..6).prop_map(|words| words.join(" "))
}

/// An event as TOML.
fn event() -> impl Strategy<Value = String> {
    let fields = (date(), words(), proptest::option::of(words()), 0..30_u8, proptest::option::of(0..6_u8));
    let lists = (vec(0..40_u8, 0..4), vec(0..5_u8, 0..3), vec(0..60_u8, 0..3), proptest::option::of(words()));
    (fields, lists).prop_map(|((date, title, ja, lane, kind), (areas, parties, follows, quote))| {
        let mut toml = format!("[[event]]\ndate = \"{date}\"\ntitle = \"{title}\"\n");
        if let Some(ja) = ja {
            toml += &format!("title_ja = \"{ja}\"\nsummary = \"{ja} {title}\"\n");
        }
        if lane > 2 {
            toml += &format!("lane = \"lane {lane}\"\n");
        }
        if let Some(kind) = kind {
            toml += &format!("kind = \"種{kind}\"\n");
        }
        let list = |name: &str, values: &[u8]| {
            format!("{name} = [{}]\n", values.iter().map(|v| format!("\"{name}, {v}\"")).collect::<Vec<_>>().join(", "))
        };
        toml += &list("areas", &areas);
        toml += &list("parties", &parties);
        let ids = follows.iter().map(|number| format!("\"e{number}\"")).collect::<Vec<_>>().join(", ");
        toml += &format!("follows = [{ids}]\n");
        if let Some(quote) = quote {
            toml += &format!("[[event.quote]]\ntext = \"{quote}\"\nspeaker = \"{title}\"\n");
        }
        toml
    })
}

pub(super) fn timeline() -> impl Strategy<Value = String> {
    let window = prop_oneof![3 => Just(String::new()), 1 => date().prop_map(|date| format!("window = \"{date}\"\n"))];
    (window, vec(event(), 1..60)).prop_map(|(window, events)| {
        let numbered = events.iter().enumerate();
        let events =
            numbered.map(|(n, event)| event.replacen("[[event]]\n", &format!("[[event]]\nid = \"e{n}\"\n"), 1));
        format!("[timeline]\ntitle = \"随意\"\n{window}{}", events.collect::<String>())
    })
}

/// Keys that are bound in some layer but for those that end the program.
pub(super) fn bound() -> Vec<Key> {
    let keymap = Keymap::parse(DEFAULT).unwrap_or_default();
    let keys = KeyContext::ALL.into_iter().flat_map(|layer| ACTIONS.iter().map(move |entry| (layer, entry.action)));
    let mut seen = HashSet::new();
    let keys = keys.flat_map(|(layer, action)| keymap.own_keys(layer, action)).flat_map(KeySequence::keys);
    keys.filter(|key| seen.insert(*key)).collect()
}

fn message() -> impl Strategy<Value = Message> {
    let text = prop_oneof!["[a-z:,\"\\- 覚ー]{1,8}", any::<String>()];
    prop_oneof![
        16 => proptest::sample::select(bound()).prop_map(Message::Key),
        4 => proptest::char::range('a', 'z').prop_map(|c| Message::Key(Key::from(c))),
        2 => proptest::sample::select(vec!['覚', 'サ', 'é', '"', ':', ',', '-', ' ', '\\']).prop_map(|c| Message::Key(Key::from(c))),
        1 => text.prop_map(Message::Paste),
        1 => Just(Message::Background(Background::Light)),
    ]
}

fn gesture() -> impl Strategy<Value = MouseEventKind> {
    proptest::sample::select(vec![
        PRESS,
        DRAG,
        RELEASE,
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::ScrollLeft,
        MouseEventKind::ScrollRight,
    ])
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => message().prop_map(|message| Step::Hear(vec![message])),
        2 => vec(message(), 2..12).prop_map(Step::Hear),
        1 => (1..130_u16, 1..45_u16).prop_map(|(columns, rows)| Step::Resize(columns, rows)),
        4 => (gesture(), 0..100_u16, 0..100_u16).prop_map(|(gesture, x, y)| Step::Mouse(gesture, x, y)),
    ]
}

fn whole(screen: &Screen) -> Result<(), TestCaseError> {
    let app = &screen.app;
    let window = app.window();
    prop_assert!(Moment::FIRST <= window.start() && window.last() <= Moment::LAST && window.seconds() > 0);
    prop_assert!(
        matches!(app.view(), View::Matrix | View::Quotes | View::Concordance)
            || app.metrics().list_rows < 3
            || screen.lists_selected(),
        "the selected row is not in the list:\n{}",
        screen.text()
    );
    let printed = app.query().to_string();
    prop_assert_eq!(&Query::parse(&printed), app.query(), "{}", printed);
    if app.view() == View::Concordance && !app.is_expanded() && app.metrics().list_rows > 0 {
        let rows = app.concordance_rows(app.metrics().list_rows);
        prop_assert_eq!(rows.is_empty(), app.current_occurrence().is_none());
        prop_assert!(app.current_occurrence().is_none_or(|line| rows.contains(&line)), "{}", screen.text());
        let found = app.concordance().found().map_or(0, annalist::query::Concordance::len);
        prop_assert_eq!(rows.len(), found.min(app.metrics().list_rows));
    }
    prop_assert!(app.list().top < app.visible().len().max(1));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_breaks_it(toml in timeline(), steps in vec(step(), 1..80), size in (1..130_u16, 1..45_u16)) {
        let mut screen = Screen::open(&toml, size.0, size.1);
        prop_assume!(!screen.visible().is_empty());
        whole(&screen)?;
        for step in steps {
            match step {
                Step::Hear(messages) => screen.burst(messages),
                Step::Resize(columns, rows) => screen.resize(columns, rows),
                Step::Mouse(gesture, x, y) => {
                    let area = screen.buffer.area;
                    screen.mouse(gesture, area.width * x / 100, area.height * y / 100)
                }
            };
            whole(&screen)?;
        }
        // From anywhere, Esc leads back to the bare list and stays there.
        for _ in 0..100 {
            screen.keys("Esc");
        }
        prop_assert!(screen.overlays().is_empty() && screen.query().is_empty() && !screen.is_expanded());
        prop_assert_eq!(screen.visible().len(), screen.timeline().len());
    }

    #[test]
    fn a_filter_is_taken_back_whole(toml in timeline(), moves in "[jkhl+G-]{0,6}", typed in "[a-z 覚サ:\"-]{1,12}") {
        let mut screen = Screen::open(&toml, 100, 30);
        for key in moves.chars() {
            screen.keys(&key.to_string());
        }
        // The word on the last key goes with the next.
        screen.keys("? Esc");
        let before = screen.text();
        screen.keys("/").paste(&typed).keys("Esc");
        prop_assert_eq!(screen.text(), before);
    }

    #[test]
    fn a_value_chosen_twice_is_as_never_chosen(toml in timeline(), field in 0..Field::FACETS.len(), place in any::<prop::sample::Index>(), excludes: bool) {
        let app = Screen::open(&toml, 80, 24).app;
        let (_, field) = Field::FACETS[field];
        let values = annalist::query::values(field, app.query(), app.timeline(), app.text_index(), app.lang());
        prop_assume!(!values.is_empty());
        let value = &values[place.index(values.len())];
        let mut query = Query::default();
        query.toggle(field, &value.value.id, excludes);
        prop_assert_eq!(Query::parse(&query.to_string()), query.clone());
        let found = annalist::query::run(&query, app.timeline(), app.text_index());
        let kept = found.events.len();
        // What may have the value may also be without it.
        let certain = kept - found.possible.len();
        prop_assert_eq!(if excludes { app.visible().len() - certain } else { kept }, value.count, "{}", query);
        query.toggle(field, &value.value.id, excludes);
        prop_assert_eq!(query, Query::default());
    }

    #[test]
    fn what_a_query_prints_reads_back(text in any::<String>()) {
        let query = Query::parse(&text);
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }

    #[test]
    fn what_a_query_prints_reads_back_where_it_has_fields(text in "[a-c\"\\\\:, -]{0,6}((lane|area|year|place)?[:a-c\"\\\\, -]{0,6}){0,4}") {
        let query = Query::parse(&text);
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }

    #[test]
    fn ten_filters_in_a_row_never_lose_the_event_that_was_read(
        toml in timeline(),
        rounds in vec((
            proptest::sample::select(vec!["cyber", "覚", "year:2001..2015", "-lane:1", "has:quote", "2010", "ﬁ"]),
            0..5_usize,
            proptest::sample::select(vec!["J", "Enter Esc", "Tab Tab Tab", "y i", "J n N", "Enter j j } y Esc", "Tab j Alt-j Alt-k k Esc"]),
            proptest::sample::select(vec!["x", "X", "Esc", "/ Ctrl-u Enter", ", Space Esc X", ", ! Esc x", ", ! Space Space Del"]),
        ), 10),
    ) {
        let mut screen = Screen::open(&toml, 120, 36);
        for (filter, moves, reading, dropping) in rounds {
            screen.keys("/").paste(filter).keys("Enter");
            if screen.visible().is_empty() || !screen.overlays().is_empty() {
                screen.keys("Esc X");
                continue;
            }
            screen.keys(&"j ".repeat(moves)).keys(reading);
            let read = screen.selected_id().to_owned();
            screen.keys(dropping);
            prop_assert!(screen.query().is_empty(), "{}", screen.text());
            prop_assert_eq!(screen.selected_id(), read, "{} {} {}", filter, reading, dropping);
        }
    }

    #[test]
    fn as_many_steps_back_as_changes_lead_to_the_first_screen(
        toml in timeline(),
        changes in vec(proptest::sample::select(vec![
            "+", "-", "0", "h", "l", "<", ">", "(", ")", "x", "X", "f l a", "f k b", "f y Enter", "a a", "/ c y Enter", "/ 覚 Enter", ". a", "T", "/ c y Enter , Space", "/ 覚 Enter , !",
            "/ c y Enter , h x", "/ b e r Enter , h Space l !", "/ 覚 Enter , Enter Ctrl-u c Enter",
        ]), 50),
    ) {
        let mut screen = Screen::open(&toml, 100, 30);
        screen.keys("? Esc");
        let first = screen.buffer.clone();
        for keys in changes {
            screen.keys(keys);
            while !screen.overlays().is_empty() {
                screen.keys("Esc");
            }
        }
        // A key that changes nothing is no step, and pans in a row are one.
        while screen.can_undo() {
            screen.keys("u");
        }
        screen.keys("? Esc");
        prop_assert_eq!(&screen.buffer, &first, "{}", screen.text());
        while screen.can_redo() {
            screen.keys("Ctrl-r");
        }
        while screen.can_undo() {
            screen.keys("u");
        }
        screen.keys("? Esc");
        prop_assert_eq!(screen.buffer, first);
    }
}

/// Numbers that look random and are the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

#[test]
fn ten_thousand_keys_and_clicks_over_three_hundred_lanes_break_nothing() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut toml = String::new();
    for event in 0..600 {
        let year = i32::try_from(numbers.below(12_999)).unwrap() - 3_000;
        let year = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
        let date = match numbers.below(5) {
            0 => year,
            1 => format!("{year}-{:02}", numbers.below(12) + 1),
            2 => format!("{year}-01-01/.."),
            3 => format!("{year}~"),
            _ => format!("{year}-{:02}-{:02}", numbers.below(12) + 1, numbers.below(28) + 1),
        };
        let title = ["", " ", "会談", "A rather long title that says what happened there"][numbers.below(4)];
        let (lane, before) = (numbers.below(300), numbers.below(event + 1));
        toml += &format!(
            "[[event]]\nid = \"e{event}\"\ndate = \"{date}\"\ntitle = \"{title}\"\nlane = \"lane {lane}\"\nfollows = [\"e{before}\"]\n\
             areas = [\"{}\"]\n[[event.quote]]\ntext = \"words {event}\"\n",
            lane % 7
        );
    }
    let mut screen = Screen::open(&toml, 110, 36);
    assert!(screen.timeline().len() > 100);
    let keys = bound();
    let gestures =
        [PRESS, DRAG, RELEASE, MouseEventKind::ScrollUp, MouseEventKind::ScrollDown, MouseEventKind::ScrollLeft];
    for _ in 0..500 {
        let mut messages = Vec::new();
        for _ in 0..19 {
            messages.push(match numbers.below(8) {
                0 => Message::Key(Key::from(char::from(b'a' + u8::try_from(numbers.below(26)).unwrap()))),
                1 => Message::Key(Key::from(char::from(b'1' + u8::try_from(numbers.below(6)).unwrap()))),
                _ => Message::Key(keys[numbers.below(keys.len())]),
            });
        }
        screen.burst(messages);
        let (column, row) = (u16::try_from(numbers.below(110)).unwrap(), u16::try_from(numbers.below(36)).unwrap());
        screen.mouse(gestures[numbers.below(gestures.len())], column, row);
        whole(&screen).unwrap();
    }
}
