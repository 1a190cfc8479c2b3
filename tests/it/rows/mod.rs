//! Tables and objects with any fields: how they are cut, what their columns are taken for, what is said of them.

mod encodings;
mod fields;
mod lists;
mod logs;
mod mapping;
mod records;
mod samples;
mod tables;

use std::{fs::File, io::Write as _, path::Path};

use annalist::{
    load::{ReadOptions, SourceLayout},
    model::Event,
    stream::{OpenedStream, TimelineSource, TimelineUpdate},
};

/// What is read of a file.
fn opened(path: &Path, options: &ReadOptions) -> Result<TimelineUpdate, String> {
    let name = path.to_string_lossy().into_owned();
    let mut input = TimelineSource::File(File::open(path).unwrap());
    let (begin, is_whole) = input.peek(1 << 20, None, options.encoding).unwrap();
    let layout = input.layout(&name, &begin, is_whole, options).map_err(|error| error.to_string())?.unwrap();
    assert!(matches!(layout, SourceLayout::Rows(_)), "{name} is read as rows");
    Ok(OpenedStream::new(&name, input, layout, begin, usize::MAX).unwrap().loader.finish().unwrap())
}

/// What is read of a text, and the file that it has to lie in for as long as it is looked at.
pub(crate) fn read(
    end: &str,
    text: &[u8],
    options: &ReadOptions,
) -> Result<(TimelineUpdate, tempfile::NamedTempFile), String> {
    let mut file = tempfile::Builder::new().suffix(end).tempfile().unwrap();
    file.write_all(text).unwrap();
    opened(file.path(), options).map(|update| (update, file))
}

/// All events in order of time.
fn events(update: &TimelineUpdate) -> Vec<Event> {
    update.timeline.events().map(|event| (*event).clone()).collect()
}

/// What an event says in a field that annalist does not know.
fn extra<'e>(event: &'e Event, name: &str) -> Option<&'e str> {
    event.more.iter().find(|extra| extra.name == name).map(|extra| extra.value.as_ref())
}

/// The date of each event as it is written, and its title.
fn seen(update: &TimelineUpdate) -> Vec<String> {
    let events = events(update);
    events.iter().map(|event| format!("{} {}", event.date.as_written(), event.title)).collect()
}
