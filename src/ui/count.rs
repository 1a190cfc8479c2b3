//! How many events there are, in words.

use super::canvas::Skin;
use crate::{app::App, messages::status};

/// How many events are shown, of how many; apart from them those that may pass the filter.
pub(super) fn count(app: &App, skin: &Skin) -> String {
    let (shown, all) = (app.visible().len(), app.timeline().len());
    let perhaps = app.filter().possible.len();
    let locale = app.locale();
    let sure = grouped(shown.saturating_sub(perhaps));
    let count = match shown == all {
        _ if perhaps > 0 => status::possible_of(locale, &sure, perhaps, &grouped(all)),
        true => status::events(locale, all, &grouped(all)),
        false => status::shown_of(locale, &grouped(shown), &grouped(all)),
    };
    let count = match app.chosen_count() {
        0 => count,
        chosen => status::and_chosen(locale, &count, &grouped(chosen)),
    };
    // As long as the answer is not whole, it says so.
    if app.filter().is_complete() { count } else { format!("{} {count}", skin.glyphs.ellipsis) }
}

/// A number with commas between its thousands, from five digits on.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    if number < 10_000 {
        return digits;
    }
    let comma = |place: usize| if place > 0 && (digits.len() - place).is_multiple_of(3) { "," } else { "" };
    digits.char_indices().flat_map(|(place, digit)| comma(place).chars().chain([digit])).collect()
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_told_apart() {
        for (number, written) in
            [(0, "0"), (9999, "9999"), (10_000, "10,000"), (356_335, "356,335"), (1_000_000, "1,000,000")]
        {
            assert_eq!(grouped(number), written);
        }
    }
}
