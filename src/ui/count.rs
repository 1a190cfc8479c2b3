//! How many events there are, in words.

use super::canvas::Look;
use crate::{app::App, model::Lang};

/// How many events are shown, of how many; apart from them those that may pass the filter.
pub(super) fn count(app: &App, look: &Look) -> String {
    let (shown, all) = (app.shown.len(), app.timeline.len());
    let perhaps = app.perhaps.len();
    let sure = shown.saturating_sub(perhaps);
    let count = match (app.lang, shown == all) {
        (Lang::Ja, _) if perhaps > 0 => format!("{all}件中{sure}件、可能性{perhaps}件"),
        (_, _) if perhaps > 0 => format!("{sure} + {perhaps} possible of {all} events"),
        (Lang::Ja, true) => format!("{all}件"),
        (Lang::Ja, false) => format!("{all}件中{shown}件"),
        (_, true) if all == 1 => "1 event".to_owned(),
        (_, true) => format!("{all} events"),
        (_, false) => format!("{shown} of {all} events"),
    };
    // As long as the answer is not whole, it says so.
    if app.is_settled() { count } else { format!("{} {count}", look.glyphs.ellipsis) }
}
