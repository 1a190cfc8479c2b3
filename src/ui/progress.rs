//! How far the reading of a long timeline has come, in words.

use std::time::Duration;

use super::canvas::Skin;
use crate::{
    app::App,
    input::ProgramAction,
    model::Lang,
    stream::{Progress, State},
    text,
};

/// What is read so far, at which rate, and how long it will take; as much of it as fits. `None` when nothing is being
/// read.
pub(super) fn progress(app: &App, skin: &Skin, columns: usize) -> Option<String> {
    let progress = app.document().progress.as_ref()?;
    let dot = skin.glyphs.dot;
    let key = app.key_for(ProgramAction::Reload);
    let way = if app.lang() == Lang::Ja { format!("{key} で再読込") } else { format!("{key} reads it") };
    let parts = match (&progress.state, app.lang()) {
        (State::Complete, _) => return None,
        (State::MemoryLimit, Lang::Ja) => vec![format!("メモリの上限に達したため{}まで読込", bytes(progress.bytes))],
        (State::MemoryLimit, _) => vec![format!("memory limit reached after {}", bytes(progress.bytes))],
        (State::Failed(why), Lang::Ja) => vec![format!("読込中断: {why}")],
        (State::Failed(why), _) => vec![format!("not all is read: {why}")],
        (State::Longer(more), Lang::Ja) => {
            vec![format!("ファイルに{}の続きあり", size(*more)), way]
        }
        (State::Longer(more), _) => {
            vec![format!("the file has {} more", size(*more)), way]
        }
        (State::Changed, Lang::Ja) => vec!["ファイルが書き換えられた".to_owned(), way],
        (State::Changed, _) => vec!["the file has changed".to_owned(), way],
        (State::Broken(first), Lang::Ja) => vec![format!("読めない保存: {first}")],
        (State::Broken(first), _) => vec![format!("not shown: {first}")],
        (State::Loading, Lang::Ja) if app.prefs().follows => vec![format!("追跡中 {}", bytes(progress.bytes))],
        (State::Loading, _) if app.prefs().follows => vec![format!("following {}", bytes(progress.bytes))],
        (State::Loading, Lang::Ja) if progress.bytes == 0 => vec!["標準入力を待っている".to_owned()],
        (State::Loading, _) if progress.bytes == 0 => vec!["waiting for standard input".to_owned()],
        (State::Loading, lang) => reading(progress, lang),
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
fn size(number: u64) -> String {
    if number < 1000 { format!("{number} bytes") } else { bytes(number) }
}

fn reading(progress: &Progress, lang: Lang) -> Vec<String> {
    let seconds = progress.time.as_secs_f64().max(0.001);
    #[expect(clippy::cast_precision_loss, reason = "a rate is rounded anyway")]
    let (read, of) = (progress.bytes as f64, progress.of.map(|of| of as f64));
    let rate = read / seconds;
    let so_far = match (lang, progress.of) {
        (Lang::Ja, Some(of)) => format!("読込中 {}／{}", bytes(progress.bytes), bytes(of)),
        (Lang::Ja, None) => format!("読込中 {}", bytes(progress.bytes)),
        (_, Some(of)) => format!("reading {} of {}", bytes(progress.bytes), bytes(of)),
        (_, None) => format!("reading {}", bytes(progress.bytes)),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate is no negative number")]
    let per_second = format!("{}/s", bytes(rate as u64));
    let left = of.map(|of| Duration::from_secs_f64(((of - read) / rate.max(1.0)).clamp(0.0, 1e6)).as_secs() + 1);
    let left = left.map(|left| match lang {
        Lang::Ja => format!("残り{left}秒"),
        _ => format!("{left} s left"),
    });
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
