//! Where in an event the words stand that are looked for, if its title has none of them: said at the end of its row.

use super::canvas::Skin;
use crate::{
    app::App,
    model::{Event, EventIndex, Lang},
    query::{Needles, TextKind},
};

/// So many sorts of text are named.
const MAX_NAMED: usize = 2;

/// Returns where the words stand; `None` if the title that is shown has them, or nothing that is named here has.
pub(super) fn outside_title(
    app: &App,
    skin: &Skin,
    (ix, event): (EventIndex, &Event),
    needles: &Needles,
) -> Option<String> {
    let lang = app.lang();
    if needles.is_empty() || needles.stand_in(lang.pick(&event.title, event.title_ja.as_deref())) {
        return None;
    }
    let found = needles.count_texts(app.document().haystack(), app.timeline().row_of_index(ix)?);
    let count = |kinds: &[TextKind]| kinds.iter().filter_map(|kind| found.get(kind)).sum::<usize>();
    let sorts = [
        (count(&[TextKind::Quote]), "a quote", "quotes", "引用"),
        (count(&[TextKind::Other]).min(1), "the text", "", "本文"),
        (count(&[TextKind::Person, TextKind::Speaker]).min(1), "a name", "", "人名"),
        (count(&[TextKind::Org]).min(1), "a body", "", "機関"),
        (count(&[TextKind::Place]).min(1), "the place", "", "場所"),
        (count(&[TextKind::Publisher, TextKind::Source]).min(1), "a source", "", "資料"),
        (count(&[TextKind::Title]).min(1), "the other title", "", "別言語の題"),
    ];
    let words = sorts.into_iter().filter(|(count, ..)| *count > 0).take(MAX_NAMED).map(|(count, one, several, ja)| {
        match (count, lang) {
            (1, Lang::Ja) => ja.to_owned(),
            (_, Lang::Ja) => format!("{ja}{count}件"),
            (1, _) => one.to_owned(),
            _ => format!("{count} {several}"),
        }
    });
    let between = format!(" {} ", skin.glyphs.dot);
    Some(words.collect::<Vec<_>>().join(&between)).filter(|words| !words.is_empty())
}
