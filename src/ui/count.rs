//! How many events there are, in words.

use super::canvas::Skin;
use crate::{app::App, model::Lang};

/// How many events are shown, of how many; apart from them those that may pass the filter.
pub(super) fn count(app: &App, skin: &Skin) -> String {
    let (shown, all) = (app.visible().len(), app.timeline().len());
    let perhaps = app.filter().possible.len();
    let sure = grouped(shown.saturating_sub(perhaps));
    let is_all = shown == all;
    let (shown, all) = (grouped(shown), grouped(all));
    let count = match (app.lang(), is_all) {
        (Lang::Ja, _) if perhaps > 0 => format!("{all}件中{sure}件、可能性{perhaps}件"),
        (_, _) if perhaps > 0 => format!("{sure} + {perhaps} possible of {all} events"),
        (Lang::Ja, true) => format!("{all}件"),
        (Lang::Ja, false) => format!("{all}件中{shown}件"),
        (_, true) if all == "1" => "1 event".to_owned(),
        (_, true) => format!("{all} events"),
        (_, false) => format!("{shown} of {all} events"),
    };
    let count = match (app.chosen_count(), app.lang()) {
        (0, _) => count,
        (chosen, Lang::Ja) => format!("{count}、選択{}件", grouped(chosen)),
        (chosen, _) => format!("{count}, {} chosen", grouped(chosen)),
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
