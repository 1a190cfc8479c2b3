//! A whole file with all mends that have one reading.

use super::{
    diagnostics::{Diagnostics, counts},
    format::{Format, timeline_in},
    mend::Mend,
};

/// A mend can show another one: so many rounds are made.
const MAX_ROUNDS: usize = 8;
/// Where all mends of a round together would cost something, so many are tried one by one.
const MAX_TRIED_MENDS: usize = 64;

/// The text of a file with all mends that have one reading; `None` where there are none, or the format has none.
///
/// Nothing is mended that would make an error, or hide an event.
pub fn mended(format: Format, source: &str) -> Option<String> {
    if !matches!(format, Format::Toml | Format::JsonLines) {
        return None;
    }
    let mut text = source.to_owned();
    for _ in 0..MAX_ROUNDS {
        let Some(next) = round(format, &text) else { break };
        text = next;
    }
    (text != source).then_some(text)
}

/// The text after the mends that show in it; `None` where none does.
fn round(format: Format, text: &str) -> Option<String> {
    let mut mends = mends(format, text);
    mends.retain(|mend| text.get(mend.span.clone()).is_some_and(|there| there != mend.text));
    if mends.is_empty() {
        return None;
    }
    let before = worth(format, text);
    let all = applied(text, &mends);
    if worth(format, &all) >= before {
        return Some(all);
    }
    let is_good = |mend: &&Mend| worth(format, &applied(text, std::slice::from_ref(mend))) >= before;
    let good: Vec<Mend> = mends.iter().take(MAX_TRIED_MENDS).filter(is_good).cloned().collect();
    let some = applied(text, &good);
    (!good.is_empty() && worth(format, &some) >= before).then_some(some)
}

/// What a text is worth: the fewer errors and the more events, the more.
fn worth(format: Format, text: &str) -> (std::cmp::Reverse<usize>, usize) {
    let loaded = timeline_in(format, text.as_bytes().to_vec());
    (std::cmp::Reverse(counts(&loaded.problems).0), loaded.timeline.len())
}

/// The mends of a text in the order of their places, none within another.
fn mends(format: Format, text: &str) -> Vec<Mend> {
    let mut problems = Diagnostics::mending();
    format.read(text, 0, &mut problems);
    let mut mends = problems.into_mends();
    mends.sort_by_key(|mend| mend.span.start);
    let mut end = 0;
    mends.retain(|mend| {
        let is_apart = mend.span.start >= end;
        end = if is_apart { mend.span.end } else { end };
        is_apart
    });
    mends
}

/// A text with mends made, from the last to the first, so that places stay.
fn applied(text: &str, mends: &[Mend]) -> String {
    let mut mended = text.to_owned();
    for Mend { span, text } in mends.iter().rev() {
        mended.replace_range(span.clone(), text);
    }
    mended
}
