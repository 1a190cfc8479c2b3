//! How often something stands in each year, in one row: the year, a bar, a number.

use ratatui::text::{Line, Span};

use super::{canvas::Canvas, count::grouped, list::year_heading};
use crate::{
    model::{Lang, year_name},
    query::{Concordance, by_years, first_of_years},
    text,
};

/// Columns between two counts.
const GAP_COLUMNS: u16 = 2;
/// Columns of a bar with the blanks beside it.
const BAR_COLUMNS: u16 = 3;

/// Some years, and how many there are of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct YearCount {
    /// The first of the years; `None` for dates without an end.
    first: Option<i32>,
    count: usize,
}

/// Draws the counts by as few years as there is room for; those of `current` stand out.
pub(super) fn draw(found: &Concordance, current: Option<i32>, lang: Lang, canvas: &mut Canvas<'_>) {
    let (skin, room) = (canvas.skin, canvas.area.width.saturating_sub(2));
    let theme = &skin.theme;
    let mut years = found.years_per_period();
    let mut counts: Vec<YearCount> = found.years().iter().map(|&(first, count)| YearCount { first, count }).collect();
    // The bars go before years are counted together.
    let fits = |counts: &[YearCount], years: i32, bar: u16| {
        let one =
            |it: &YearCount| text::columns(&name(it.first, years, lang)) + text::columns(&grouped(it.count)) + bar;
        let columns = counts.iter().map(one).fold(0, |sum: u16, columns| sum.saturating_add(columns + GAP_COLUMNS));
        columns <= room + GAP_COLUMNS
    };
    let mut filled = with_empty(&counts, years, usize::from(room));
    while !fits(&filled, years, 1) && counts.len() > 1 {
        let wider = years.saturating_mul(10);
        if wider == years {
            break;
        }
        years = wider;
        counts = together(&counts, years);
        filled = with_empty(&counts, years, usize::from(room));
    }
    let has_bars = fits(&filled, years, BAR_COLUMNS);
    let most = filled.iter().map(|it| it.count).max().unwrap_or(0).max(1);
    let steps = skin.glyphs.levels.len() - 1;
    let current = current.map(|year| first_of_years(year, years));
    let mut column = 1;
    for YearCount { first, count } in filled {
        let is_current = current.is_some() && current == first;
        let level = (count * steps).div_ceil(most);
        let bar = skin.glyphs.levels.get(level).copied().unwrap_or(" ");
        let bar = if has_bars { format!(" {bar} ") } else { " ".to_owned() };
        let line = Line::from(vec![
            Span::styled(name(first, years, lang), if is_current { theme.accent } else { theme.dim }),
            Span::styled(bar, if is_current { theme.accent } else { theme.dim }),
            Span::styled(grouped(count), if is_current { theme.strong } else { theme.text }),
        ]);
        column += canvas.line((0, column), &line) + GAP_COLUMNS;
    }
}

/// What some years are called.
fn name(first: Option<i32>, years: i32, lang: Lang) -> String {
    match first {
        Some(first) if years > 1 => {
            format!("{}–{}", year_name(first, lang), year_name(first.saturating_add(years - 1), lang))
        }
        first => year_heading(first, lang),
    }
}

/// The counts of so many years each.
fn together(counts: &[YearCount], years: i32) -> Vec<YearCount> {
    let wider = by_years(counts.iter().map(|it| (it.first, it.count)), years);
    wider.into_iter().map(|(first, count)| YearCount { first, count }).collect()
}

/// The counts with the years between them that have none, if these are at most so many.
fn with_empty(counts: &[YearCount], years: i32, most: usize) -> Vec<YearCount> {
    let mut filled: Vec<YearCount> = Vec::new();
    for it in counts {
        if let Some((last, first)) = filled.last().and_then(|last| Some((last.first?, it.first?))) {
            let empty = (1..).map_while(|step: i32| Some(last.saturating_add(step.checked_mul(years)?)));
            let empty = empty.take_while(|&year| year < first).take(most);
            filled.extend(empty.map(|year| YearCount { first: Some(year), count: 0 }));
        }
        filled.push(*it);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_without_any_are_there_and_wider_counts_are_sums() {
        let counts = [(None, 2), (Some(2021), 3), (Some(2023), 4)].map(|(first, count)| YearCount { first, count });
        let filled = with_empty(&counts, 1, 100);
        assert_eq!(filled.iter().map(|it| it.count).collect::<Vec<_>>(), [2, 3, 0, 4]);
        let decades = together(&counts, 10);
        assert_eq!(decades.iter().map(|it| (it.first, it.count)).collect::<Vec<_>>(), [(None, 2), (Some(2020), 7)]);
        assert_eq!(with_empty(&counts, 1, 0).len(), 3);
    }
}
