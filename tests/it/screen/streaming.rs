//! A timeline that grows while it is explored: however it is cut into blocks and whatever is pressed between them, in the end
//! all is as if it had been there from the start.

use std::fs::File;
use std::io::{PipeWriter, Write as _};
use std::os::fd::OwnedFd;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use annalist::app::{AppInit, Document, Prefs};
use annalist::input::{DEFAULT, Keymap};
use annalist::load::{Format, SourceLayout, timeline_in};
use annalist::model::EventIndex;
use annalist::query::{SearchWorker, run};
use annalist::stream::{Loader, LoaderMessage, OpenedStream, Progress, State, TimelineSource};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::screen::Screen;

const SIZE: (u16, u16) = (110, 34);
/// For what comes from another thread; generous, since machines are shared.
const DEADLINE: Duration = Duration::from_secs(60);

/// A screen over a pipe that gives its timeline block by block.
struct Stream {
    screen: Screen,
    /// The end that is written to; `None` when all has been.
    pipe: Option<PipeWriter>,
    blocks: Vec<Vec<u8>>,
    /// How many events the blocks hold that have been written.
    events: usize,
    loader: Loader,
    searcher: SearchWorker,
    asked: u64,
    woken: Receiver<()>,
}

impl Screen {
    /// Opens JSON Lines that come in these blocks, when the first of them has come.
    fn open_stream(blocks: &[&str]) -> Stream {
        Self::open_stream_with(blocks, Prefs::new(Keymap::parse(DEFAULT).unwrap()))
    }

    /// The same for who prefers this.
    fn open_stream_with(blocks: &[&str], prefs: Prefs) -> Stream {
        let mut blocks: Vec<Vec<u8>> = blocks.iter().rev().map(|block| block.as_bytes().to_vec()).collect();
        let (reader, mut pipe) = std::io::pipe().unwrap();
        let first = blocks.pop().unwrap();
        pipe.write_all(&first).unwrap();
        let mut input = TimelineSource::File(File::from(OwnedFd::from(reader)));
        let (begin, is_whole) = input.peek(1 << 20, Some(Duration::from_millis(1)), None).unwrap();
        assert!(!is_whole, "more is to come");
        let format = Format::of("pipe", &begin);
        let OpenedStream { first: growth, mut loader } =
            OpenedStream::new("pipe", input, SourceLayout::Native(format), begin, usize::MAX).unwrap();
        let (wake, woken) = mpsc::channel();
        let also = wake.clone();
        loader.start(move || wake.send(()).unwrap_or_default()).unwrap();
        let searcher = SearchWorker::start(move || also.send(()).unwrap_or_default()).unwrap();
        let explored = AppInit::new(Document::new(growth.timeline, Some(growth.text_index)), prefs);
        let screen = Screen::over(explored, SIZE.0, SIZE.1);
        let mut stream =
            Stream { screen, pipe: Some(pipe), blocks, events: events_in(&first), loader, searcher, asked: 0, woken };
        stream.wait(|stream| stream.screen.timeline().len() == stream.events);
        stream
    }
}

impl Stream {
    /// Writes the next block, or ends the pipe if there is none, and waits until it is on screen.
    fn grow(&mut self) -> &mut Self {
        let Some(block) = self.blocks.pop() else {
            self.pipe = None;
            self.wait(|stream| {
                stream.screen.app.document().progress.as_ref().is_some_and(|told| told.state == State::Complete)
            });
            return self;
        };
        self.events += events_in(&block);
        let mut pipe = self.pipe.as_ref().unwrap().try_clone().unwrap();
        // A pipe has room for less than a long block.
        let writing = thread::spawn(move || pipe.write_all(&block).unwrap());
        self.wait(|stream| stream.screen.timeline().len() == stream.events);
        writing.join().unwrap();
        self
    }

    /// Asks what has to be asked elsewhere, and waits for the answer.
    fn answer(&mut self) -> &mut Self {
        if let Some(question) = self.screen.app.search_request(self.asked) {
            self.asked = question.number;
            self.searcher.submit(question);
        }
        self.wait(|stream| stream.screen.app.filter().is_complete());
        self
    }

    /// Takes in what comes, as the runtime does, until this holds.
    fn wait(&mut self, holds: impl Fn(&Self) -> bool) {
        loop {
            for news in self.loader.messages() {
                match news {
                    LoaderMessage::Progress(progress) => self.screen.app.set_progress(progress),
                    LoaderMessage::Grown(growth) => {
                        self.screen.app.apply_update(*growth);
                        self.loader.acknowledge();
                    }
                    LoaderMessage::Read(_) => {}
                }
            }
            for reply in self.searcher.responses() {
                self.screen.app.apply_search_response(reply);
            }
            self.screen.draw();
            if holds(self) {
                return;
            }
            self.woken.recv_timeout(DEADLINE).expect("there is news in time");
        }
    }
}

/// How many lines end in a block: each but the first of the file is an event.
fn events_in(block: &[u8]) -> usize {
    block.iter().filter(|byte| **byte == b'\n').count() - usize::from(block.starts_with(b"{\"timeline\""))
}

/// A screen over all of it at once.
fn whole(text: &str) -> Screen {
    let timeline = timeline_in(Format::JsonLines, text.as_bytes().to_vec()).timeline;
    Screen::over(
        AppInit::new(Document::new(timeline, None), Prefs::new(Keymap::parse(DEFAULT).unwrap())),
        SIZE.0,
        SIZE.1,
    )
}

/// A timeline in order of time: so many events, some of them in threads.
fn text(count: usize, note: &str) -> String {
    text_in(count, note, true)
}

/// The same, with or without threads.
fn text_in(count: usize, note: &str, threads: bool) -> String {
    let event = |at: usize| {
        let (lane, kind) = (["asia", "europe", "north"][at % 3], ["talks", "visit"][at / 5 % 2]);
        let follows = if threads && at % 7 == 6 { format!(",\"follows\":[\"e{}\"]", at - 4) } else { String::new() };
        let quote = if at % 4 == 1 { ",\"quotes\":[{\"text\":\"We agree\",\"lang\":\"en\"}]" } else { "" };
        format!(
            "{{\"id\":\"e{at}\",\"date\":\"{}-{:02}\",\"title\":\"Round {at}\",\"lane\":\"{lane}\",\"kind\":\"{kind}\",\"areas\":[\"a{}\"],\"note\":\"{note}\"{follows}{quote}}}\n",
            2000 + at / 12,
            at % 12 + 1,
            at % 5,
        )
    };
    let head = "{\"timeline\":{\"title\":\"Rounds\",\"window\":\"2000/2009\"},\"lane\":[{\"id\":\"asia\"},{\"id\":\"europe\"},{\"id\":\"north\"}]}\n";
    head.to_owned() + &(0..count).map(event).collect::<String>()
}

/// All that a person has chosen and sees, in words.
fn state(screen: &Screen) -> String {
    let id = |ix: &EventIndex| screen.timeline().event(*ix).map(|event| event.id.to_string()).unwrap_or_default();
    let ids = |events: &[EventIndex]| events.iter().map(id).collect::<Vec<_>>().join(" ");
    format!(
        "{:?}, shown {}, perhaps {}, {}, {:?}, {:?}, {} open\n{}",
        screen.selected().as_ref().map(id),
        ids(screen.visible()),
        ids(screen.possible()),
        screen.query(),
        screen.window(),
        screen.view(),
        screen.overlays().len(),
        screen.text()
    )
}

/// Both show the same now, and on every way back.
fn assert_same(stream: &Screen, whole: &Screen, keys: &str) {
    let (mut stream, mut whole) = (stream.clone(), whole.clone());
    // What is said of the reading has no place where all was there.
    let read = Progress { events: 0, bytes: 0, of: None, time: Duration::ZERO, state: State::Complete };
    stream.app.set_progress(read);
    stream.draw();
    for back in ["", "u", "u", "u", "Ctrl-r", "Ctrl-o", "Ctrl-o", "Alt-Right", "]", "[", "j", "k", "2", "3", "4", "1"] {
        stream.keys(back);
        whole.keys(back);
        for (grown, there) in state(&stream).lines().zip(state(&whole).lines()) {
            assert_eq!(grown, there, "after {keys:?} and then {back:?}");
        }
    }
}

/// Keys that mean the same in the first part of the timeline as in all of it.
const KEYS: [&str; 22] = [
    "j",
    "j j",
    "k",
    "/ r o u n d Enter",
    "/ l a n e : a s i a Enter",
    "/ a g r e e Enter",
    "/ 2 0 0 1 Enter",
    "/ n o t h i n g Enter",
    "/ r o u n",
    "Esc",
    "x",
    "u",
    "Ctrl-r",
    "f",
    "f l",
    "J",
    "d",
    "@",
    "Ctrl-o",
    "}",
    ", Space",
    ", !",
];
/// Keys that lead into the detail. Its last items are the events that answer to this one: those that are still to come
/// cannot be reached.
const DETAIL_KEYS: [&str; 2] = ["Enter", "Tab"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_timeline_that_grows_ends_as_one_that_was_there(
        cuts in vec(3000..8000_usize, 1..4),
        keys in vec(vec(proptest::sample::select(&KEYS[..]), 0..3), 4),
    ) {
        assert_ends_as_whole(&text(60, ""), cuts, &keys);
    }

    #[test]
    fn an_event_that_is_read_while_the_timeline_grows_stays_as_it_was(
        cuts in vec(3000..8000_usize, 1..4),
        keys in vec(vec(proptest::sample::select([&KEYS[..], &DETAIL_KEYS].concat()), 0..3), 4),
    ) {
        assert_ends_as_whole(&text_in(60, "", false), cuts, &keys);
    }
}

/// A timeline that comes in parts, with these keys before each, ends as one that was there from the start.
fn assert_ends_as_whole(text: &str, mut cuts: Vec<usize>, keys: &[Vec<&str>]) {
    cuts.iter_mut().for_each(|cut| *cut = (*cut).min(text.len() - 1));
    cuts.sort_unstable();
    let ends = cuts.iter().copied().chain([text.len()]);
    let mut start = 0;
    let blocks: Vec<&str> = ends.map(|end| &text[std::mem::replace(&mut start, end)..end]).collect();
    let mut stream = Screen::open_stream(&blocks);
    let mut whole = whole(text);
    for keys in keys {
        for keys in keys {
            stream.screen.keys(keys);
            whole.keys(keys);
        }
        stream.grow();
    }
    while stream.pipe.is_some() {
        stream.grow();
    }
    assert_same(&stream.screen, &whole, &format!("{cuts:?} {keys:?}"));
}

#[test]
fn what_comes_before_the_selected_event_moves_nothing_else_under_it() {
    let text = text(60, "");
    let (head, events) = text.split_once('\n').unwrap();
    // The last come first.
    let turned: String = events.lines().rev().map(|line| line.to_owned() + "\n").collect();
    let middle = turned.find("{\"id\":\"e29\"").unwrap();
    let mut stream = Screen::open_stream(&[&format!("{head}\n{}", &turned[..middle]), &turned[middle..]]);
    let selected = |stream: &Stream| stream.screen.app.selected_event().unwrap().id.to_string();
    stream.screen.keys("j j @");
    assert_eq!(selected(&stream), "e32");
    stream.screen.keys("Enter Esc / l a n e : a s i a Enter");
    assert_eq!(selected(&stream), "e33", "the nearest that passes");
    stream.screen.keys("G");
    stream.grow();
    assert_eq!((selected(&stream), stream.screen.visible().len()), ("e57".to_owned(), 20));
    stream.screen.keys("Ctrl-o");
    assert_eq!(selected(&stream), "e33", "the way back leads where it led");
    stream.screen.keys("u");
    assert_eq!(selected(&stream), "e32", "what is taken back is where it was");
    let reference = stream.screen.time().reference.and_then(|ix| stream.screen.timeline().event(ix));
    assert_eq!(reference.unwrap().id, "e32", "times are counted from the same event");
    stream.screen.keys("g k");
    assert_eq!(selected(&stream), "e0", "what has come before it is there");
}

#[test]
fn an_answer_is_that_of_the_whole_however_it_grows_meanwhile() {
    // So much text that queries are run beside the interface.
    let text = text(4800, &"so it goes ".repeat(100));
    let middle = text.find("{\"id\":\"e4200\"").unwrap();
    let mut stream = Screen::open_stream(&[&text[..60_000], &text[60_000..middle], &text[middle..]]);
    stream.grow();
    let before = stream.screen.visible().len();
    stream.screen.keys("/ l a n e : a s i a Enter");
    assert!(!stream.screen.app.filter().is_complete(), "it is asked elsewhere");
    assert_eq!(stream.screen.visible().len(), before, "what is shown stays until there is an answer");
    stream.answer();
    assert_eq!(stream.screen.visible().len(), 1400);
    // What is asked while more comes is answered for all of it; an answer to what was asked before counts no more.
    stream.screen.keys("x / r o u n d Enter");
    let late = stream.screen.app.search_request(0).unwrap();
    stream.grow();
    assert!(!stream.screen.app.filter().is_complete(), "it is asked again with what has come");
    let old = stream.screen.visible().len();
    stream.searcher.submit(late);
    stream.asked = 0;
    stream.answer();
    let app = &stream.screen.app;
    assert_eq!(app.visible(), run(app.query(), app.timeline(), app.text_index()).events);
    assert_eq!((old < app.visible().len(), app.visible().len()), (true, 4800));
    stream.grow();
    stream.answer();
    assert_eq!(stream.screen.visible().len(), 4800);
}

#[test]
fn an_open_menu_counts_what_has_come() {
    let text = text(60, "");
    let middle = text.find("{\"id\":\"e30\"").unwrap();
    let mut stream = Screen::open_stream(&[&text[..middle], &text[middle..]]);
    stream.screen.keys("f l");
    let counts = |stream: &Stream| stream.screen.rows().iter().any(|row| row.contains("asia") && row.ends_with("20"));
    assert!(!counts(&stream), "a third of what was there first");
    stream.grow();
    assert!(counts(&stream), "{}", stream.screen.text());
}

#[test]
fn the_event_that_is_nearest_to_a_date_is_the_same_when_earlier_ones_come() {
    let first = "{\"timeline\":{\"title\":\"T\"}}\n{\"date\":\"2021-03-04\",\"title\":\"One\"}\n";
    let mut stream = Screen::open_stream(&[first, "{\"date\":\"1950-01-02\",\"title\":\"Before\"}\n"]);
    stream.screen.keys("D 2 0 9 0").shows("nearest: 4 March 2021");
    stream.grow();
    stream.screen.shows("nearest: 4 March 2021");
}

#[test]
fn rules_of_colour_follow_a_timeline_that_grows() {
    let text = text(900, "");
    let (first, rest) = text.split_at(text.match_indices('\n').nth(40).unwrap().0 + 1);
    let (second, third) = rest.split_at(rest.match_indices('\n').nth(400).unwrap().0 + 1);
    // What comes last is first in time.
    let third = third.replace("\"date\":\"20", "\"date\":\"19");
    let config =
        "[[colour]]\nquery = 'area:a3 lane:north'\nstyle = '#ff0000'\n[[colour]]\nquery = 'agree'\nstyle = '#00ff00'\n";
    let mut stream = Screen::open_stream_with(&[first, second, &third], super::color_rules::prefs(config));
    loop {
        let screen = &mut stream.screen;
        super::color_rules::is_colored_as_asked(&screen.app);
        screen.keys("j G k g 0");
        if stream.pipe.is_none() {
            break;
        }
        stream.grow();
    }
    // So many events are counted by column: a column has the colour of the first rule that keeps one of them.
    let screen = &mut stream.screen;
    assert!(!screen.timeline().is_in_memory());
    let has_color = |screen: &Screen, color: ratatui::style::Color| {
        (0..9).any(|y| screen.cells(y).any(|(_, cell)| cell.fg == color && !cell.symbol().trim().is_empty()))
    };
    let (red, green) = (ratatui::style::Color::Rgb(255, 0, 0), ratatui::style::Color::Rgb(0, 255, 0));
    assert!(has_color(screen, red) && has_color(screen, green), "{}", screen.text());
    screen.keys("/ -lane:north Enter");
    assert!(!has_color(screen, red) && has_color(screen, green), "what is not shown gives no colour");
}
