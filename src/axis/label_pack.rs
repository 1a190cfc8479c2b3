//! Titles beside marks, in as few rows as possible, so that none lies over another. Columns are counted from no matter
//! where, as long as it is not the border of the window: then no title changes its row while time is panned.

/// Blanks between one item and the next in a row. Rounding may take one of them.
const LABEL_GAP_COLUMNS: i64 = 2;
/// A bar that is no longer than this has its label behind it; on a longer one the label lies.
const MAX_SHORT_BAR_COLUMNS: u16 = 12;

/// So many of a hundred items are nearly all.
const NEARLY_ALL_PERCENT: usize = 97;

/// A mark with a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelRequest {
    /// The column of its glyph.
    pub column: i64,
    /// How many columns of bar follow the glyph.
    pub bar: u16,
    /// How many columns the whole label takes.
    pub label: u16,
    /// The row that it takes if that is free.
    pub wish: Option<u16>,
}

impl LabelRequest {
    /// The columns of the label at most: on a long bar it leaves the end of the bar in sight.
    fn widest(&self) -> u16 {
        if self.bar <= MAX_SHORT_BAR_COLUMNS { self.label } else { self.label.min(self.bar - 3) }
    }
}

/// Where an item has found its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelSlot {
    /// The row, from 0.
    pub row: u16,
    /// How many columns right of the glyph the label starts.
    pub label_at: u16,
    /// How many columns the label has.
    pub room: u16,
}

/// Packs items, which come in order of their columns, into so many rows; each label gets `least` columns at least, or
/// all that it needs, and as many more as are free. An item that finds no row stays without a spot.
pub fn pack(items: &[LabelRequest], rows: u16, least: u16) -> Vec<Option<LabelSlot>> {
    let mut ends: Vec<i64> = vec![i64::MIN; usize::from(rows)];
    let mut spots: Vec<Option<LabelSlot>> = Vec::with_capacity(items.len());
    for item in items {
        let is_free = |row: &u16| ends.get(usize::from(*row)).is_some_and(|&end| end <= item.column);
        let row = item.wish.filter(is_free).or_else(|| (0..rows).find(is_free));
        let label_at = if item.bar <= MAX_SHORT_BAR_COLUMNS { item.bar + 2 } else { 2 };
        let room = item.widest().min(least);
        if let Some(end) = row.and_then(|row| ends.get_mut(usize::from(row))) {
            let taken = i64::from(label_at + room).max(i64::from(item.bar) + 1);
            *end = item.column.saturating_add(taken + LABEL_GAP_COLUMNS);
        }
        spots.push(row.map(|row| LabelSlot { row, label_at, room }));
    }
    expand_labels(items, &mut spots, rows);
    spots
}

/// How many rows it takes to give nearly every item a place, but no more than so many: for the sake of one crowded week
/// the rest of time is not left with empty rows.
pub fn rows_needed(items: &[LabelRequest], most: u16, least: u16) -> u16 {
    let mut rows: Vec<u16> =
        pack(items, most, least).into_iter().map(|spot| spot.map_or(most, |spot| spot.row + 1)).collect();
    rows.sort_unstable();
    rows.get(rows.len() * NEARLY_ALL_PERCENT / 100).or(rows.last()).copied().unwrap_or(0)
}

/// Gives every label what is free behind it in its row.
fn expand_labels(items: &[LabelRequest], spots: &mut [Option<LabelSlot>], rows: u16) {
    let mut next: Vec<i64> = vec![i64::MAX; usize::from(rows)];
    for (item, spot) in items.iter().zip(spots.iter_mut()).rev() {
        let Some(spot) = spot else { continue };
        let Some(border) = next.get_mut(usize::from(spot.row)) else { continue };
        let free = border
            .saturating_sub(LABEL_GAP_COLUMNS)
            .saturating_sub(item.column)
            .saturating_sub(i64::from(spot.label_at));
        spot.room = item.widest().min(u16::try_from(free).unwrap_or(u16::MAX)).max(spot.room);
        *border = item.column;
    }
}
