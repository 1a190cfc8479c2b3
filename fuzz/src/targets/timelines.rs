//! What holds of every timeline, however it was read.

use std::sync::LazyLock;

use annalist::{
    export::{self, EventSelection, OutputFormat},
    load::{self, ColorChoice, FileDiagnostics, Format},
    messages::Locale,
    model::{Event, EventIndex, Lang, Marks, Timeline},
    stream::TimelineUpdate,
};

use super::harmless::{assert_harmless, assert_words_harmless};

/// Of longer timelines not every format is written.
const MAX_EXPORTED_EVENTS: usize = 200;

/// A small timeline in two languages.
pub(super) fn small() -> &'static Timeline {
    static SMALL: LazyLock<Timeline> =
        LazyLock::new(|| load::timeline(include_bytes!("../../../tests/fixtures/small.toml").to_vec()).timeline);
    &SMALL
}

/// The events of a timeline in a format.
pub(super) fn written(timeline: &Timeline, format: OutputFormat) -> String {
    let (events, marks): (Vec<EventIndex>, _) = (timeline.indices().collect(), Marks::default());
    let selection =
        EventSelection { timeline, events: &events, marks: &marks, lang: Lang::Both, query: "", screen: None };
    export::written(selection, format)
}

/// Reads bytes as a whole and sees whether what comes out is sound.
pub(super) fn read_whole(format: Format, bytes: &[u8]) -> Timeline {
    let loaded = load::timeline_in(format, bytes.to_vec());
    let found = FileDiagnostics::of("file", &loaded).with_source(loaded.source);
    assert_sound(&loaded.timeline, &found);
    loaded.timeline
}

/// What a source gave that was read by blocks is sound.
pub(super) fn assert_sound_update(update: &TimelineUpdate) {
    for found in &update.diagnostics.files {
        assert_sound(&update.timeline, found);
    }
    let read = update.reading.iter().flat_map(|reading| std::iter::once(&reading.summary).chain(&reading.details));
    read.for_each(|line| assert_words_harmless("what is told of the columns", line));
}

fn assert_sound(timeline: &Timeline, found: &FileDiagnostics) {
    for locale in Locale::ALL {
        assert_harmless("a report", &load::human_report(found, ColorChoice::Plain, locale));
    }
    found.lines().iter().for_each(|line| assert_words_harmless("a problem", line));
    let as_json = load::json_report(found).and_then(|_| load::sarif_report(std::slice::from_ref(found), &[]));
    assert!(as_json.is_ok(), "a report is no JSON: {as_json:?}");
    let events: Vec<_> = timeline.events().collect();
    assert_eq!(events.len(), timeline.len(), "an event cannot be read");
    for ix in timeline.indices() {
        let bounds = timeline.bounds(ix).expect("an event has a date");
        assert!(bounds.start.earliest <= bounds.start.latest && bounds.end.earliest <= bounds.end.latest, "{bounds:?}");
        assert!(bounds.start.earliest <= bounds.end.latest, "{bounds:?}");
    }
    let formats = OutputFormat::ALL.into_iter().filter(|format| *format != OutputFormat::Svg);
    for format in formats.filter(|_| timeline.len() <= MAX_EXPORTED_EVENTS) {
        let text = written(timeline, format);
        // A spreadsheet asks for the mark.
        assert_harmless(format.name(), text.strip_prefix('\u{FEFF}').unwrap_or(&text));
    }
    assert_comes_back(timeline);
}

/// What is written reads as the same events.
fn assert_comes_back(timeline: &Timeline) {
    for (output, input) in [(OutputFormat::Toml, Format::Toml), (OutputFormat::Json, Format::JsonLines)] {
        let back = load::timeline_in(input, written(timeline, output).into_bytes()).timeline;
        assert_eq!(back.len(), timeline.len(), "through {}", output.name());
        for (back, event) in back.events().zip(timeline.events()) {
            let said = |event: &Event| {
                let Event { id, date, title, title_ja, summary, note, quotes, sources, follows, .. } = event.clone();
                let date = (date.as_written().to_owned(), *date.bounds());
                (id, date, (title, title_ja, summary, note), quotes, sources, follows)
            };
            assert_eq!(said(&back), said(&event), "through {}", output.name());
        }
    }
}
