//! How far the reading of a long timeline has come, in words.

use std::time::Duration;

use super::canvas::Skin;
use crate::{
    app::App,
    input::ProgramAction,
    messages::{Locale, status},
    stream::{Progress, State},
    text,
};

/// What is read so far, at which rate, and how long it will take; as much of it as fits. `None` when nothing is being
/// read.
pub(super) fn progress(app: &App, skin: &Skin, columns: usize) -> Option<String> {
    let progress = app.document().progress.as_ref()?;
    let dot = skin.glyphs.dot;
    let key = app.key_for(ProgramAction::Reload);
    let locale = app.locale();
    let read = bytes(progress.bytes);
    let parts = match &progress.state {
        State::Complete => return None,
        State::MemoryLimit => vec![status::memory_limit(locale, &read)],
        State::Failed(why) => vec![status::failed(locale, why.text(locale))],
        State::Longer(more) => vec![status::longer(locale, &size(*more, locale)), status::reads_it(locale, &key)],
        State::Changed => vec![status::changed(locale).to_owned(), status::reads_it(locale, &key)],
        State::Broken(first) => vec![status::not_shown(locale, first.text(locale))],
        State::Loading if app.prefs().follows => vec![status::following(locale, &read)],
        State::Loading if progress.bytes == 0 => vec![status::waiting(locale).to_owned()],
        State::Loading => reading(progress, locale),
    };
    let mut parts = parts.into_iter();
    let first = parts.next().unwrap_or_default();
    let mut words = text::truncate(&first, columns, skin.glyphs.ellipsis).into_owned();
    for part in parts {
        let longer = format!("{words} {dot} {part}");
        if text::width(&longer) > columns {
            break;
        }
        words = longer;
    }
    Some(words)
}

/// A number of bytes, exactly if they are few.
fn size(number: u64, locale: Locale) -> String {
    if number < 1000 { status::bytes(locale, number) } else { bytes(number) }
}

fn reading(progress: &Progress, locale: Locale) -> Vec<String> {
    let seconds = progress.time.as_secs_f64().max(0.001);
    #[expect(clippy::cast_precision_loss, reason = "a rate is rounded anyway")]
    let (read, of) = (progress.bytes as f64, progress.of.map(|of| of as f64));
    let rate = read / seconds;
    let so_far = match progress.of {
        Some(of) => status::reading_of(locale, &bytes(progress.bytes), &bytes(of)),
        None => status::reading(locale, &bytes(progress.bytes)),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate is no negative number")]
    let per_second = format!("{}/s", bytes(rate as u64));
    let left = of.map(|of| Duration::from_secs_f64(((of - read) / rate.max(1.0)).clamp(0.0, 1e6)).as_secs() + 1);
    let left = left.map(|left| status::seconds_left(locale, left));
    [so_far, per_second].into_iter().chain(left).collect()
}

/// A number of bytes in the unit that people use for so many.
fn bytes(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes / 1000),
        1_000_000..1_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{}.{} GB", bytes / 1_000_000_000, bytes / 100_000_000 % 10),
    }
}
