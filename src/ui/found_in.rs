//! Where in an event the words stand that are looked for, if its title has none of them: said at the end of its row.

use super::canvas::Skin;
use crate::{
    app::App,
    messages::views,
    model::EventIndex,
    query::{Needles, TextKind},
};

/// So many sorts of text are named.
const MAX_NAMED: usize = 2;

/// Returns where the words stand of which the title that is shown has none; `None` if nothing that is named here has them.
pub(super) fn outside_title(app: &App, skin: &Skin, ix: EventIndex, needles: &Needles) -> Option<String> {
    let found = needles.count_texts(app.document().text_index(), app.timeline().row_of_index(ix)?);
    let count = |kinds: &[TextKind]| kinds.iter().filter_map(|kind| found.get(kind)).sum::<usize>();
    let locale = app.locale();
    let any = |kinds: &[TextKind], words: &str| (count(kinds) > 0).then(|| words.to_owned());
    let quotes = count(&[TextKind::Quote]);
    let words = [
        (quotes > 0).then(|| views::in_quotes(locale, quotes)),
        any(&[TextKind::Other], views::in_text(locale)),
        any(&[TextKind::Person, TextKind::Speaker], views::in_name(locale)),
        any(&[TextKind::Org], views::in_body(locale)),
        any(&[TextKind::Place], views::in_place(locale)),
        any(&[TextKind::Publisher, TextKind::Source], views::in_source(locale)),
        any(&[TextKind::Title], views::in_other_title(locale)),
    ];
    let words = words.into_iter().flatten().take(MAX_NAMED);
    let between = format!(" {} ", skin.glyphs.dot);
    Some(words.collect::<Vec<_>>().join(&between)).filter(|words| !words.is_empty())
}
