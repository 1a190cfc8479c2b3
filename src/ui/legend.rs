//! What the signs of the axis and the list mean, from the same table that they are drawn from.

use super::{Glyphs, matrix_heads::PARTIAL};
use crate::messages::{Locale, legend, units};

/// A sign with its meaning.
pub(super) struct LegendEntry {
    pub(super) drawn: String,
    pub(super) meaning: &'static str,
}

/// Signs under a heading.
pub(super) struct LegendSection {
    pub(super) heading: &'static str,
    pub(super) entries: Vec<LegendEntry>,
}

/// The signs under their headings.
pub(super) fn sections(glyphs: &Glyphs, locale: Locale) -> [LegendSection; 4] {
    [
        LegendSection { heading: legend::when(locale), entries: dates(glyphs, locale) },
        LegendSection { heading: legend::on_the_axis(locale), entries: axis(glyphs, locale) },
        LegendSection { heading: legend::in_the_list(locale), entries: list(glyphs, locale) },
        LegendSection { heading: legend::in_the_matrix(locale), entries: matrix(locale) },
    ]
}

fn sign(drawn: impl Into<String>, meaning: &'static str) -> LegendEntry {
    LegendEntry { drawn: drawn.into(), meaning }
}

fn dates(glyphs: &Glyphs, locale: Locale) -> Vec<LegendEntry> {
    let Glyphs { possible, span, span_end, span_open, span_unknown, .. } = *glyphs;
    let mark = glyphs.mark(None);
    vec![
        sign(mark, legend::known_day(locale)),
        sign(format!("{possible}{possible}{mark}{possible}{possible}"), legend::day_in_shade(locale)),
        sign(format!("{possible}{mark}{possible} {possible}"), legend::one_of_days(locale)),
        sign(format!("{mark}{span}{span}{span_end}"), legend::span(locale)),
        sign(format!("{mark}{span}{possible}{possible}"), legend::vague_end(locale)),
        sign(format!("{mark}{span}{span_open}"), legend::goes_on(locale)),
        sign(format!("{mark}{span}{span_unknown}"), legend::unknown_end(locale)),
        sign(format!("{mark}{}", glyphs.about), legend::about(locale)),
        sign(format!("{mark}{}", glyphs.uncertain), legend::doubtful(locale)),
    ]
}

fn axis(glyphs: &Glyphs, locale: Locale) -> Vec<LegendEntry> {
    vec![
        sign("3", legend::count_in_column(locale)),
        sign(glyphs.filtered_out, legend::left_out(locale)),
        sign("+5", legend::no_place(locale)),
        sign(glyphs.pointer, legend::selected(locale)),
        sign(glyphs.mark(None), legend::marked_on_axis(locale)),
        sign(format!("{0} {1} {0}", glyphs.folded, units::months(locale, 7)), legend::folded(locale)),
    ]
}

fn matrix(locale: Locale) -> Vec<LegendEntry> {
    vec![sign(PARTIAL, legend::partial(locale))]
}

fn list(glyphs: &Glyphs, locale: Locale) -> Vec<LegendEntry> {
    vec![
        sign(glyphs.uncertain, legend::may_pass(locale)),
        sign(glyphs.chosen, legend::chosen(locale)),
        sign(glyphs.new, legend::new(locale)),
        sign(glyphs.changed, legend::changed(locale)),
        sign(glyphs.marked, legend::marked(locale)),
        sign(glyphs.noted, legend::noted(locale)),
        sign(format!("@  {}", legend::some_days(locale)), legend::reference(locale)),
    ]
}
