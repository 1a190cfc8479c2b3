//! Threads as lines beside the rows: which columns of lines pass each row, and where they begin, join and end.

/// A line that may pass a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum EdgeStyle {
    /// None.
    #[default]
    None,
    /// From one event straight to the next.
    Solid,
    /// Past events that are not shown.
    Dotted,
}

/// What passes one column of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct GraphCell {
    /// What comes from above.
    pub up: EdgeStyle,
    /// What goes on below.
    pub down: EdgeStyle,
    /// The row to which the line leads that goes on below, or else the one from above.
    pub to: Option<usize>,
    /// Whether a line goes to the left.
    pub left: bool,
    /// Whether a line goes to the right.
    pub right: bool,
}

/// The lines beside one event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GraphRow {
    /// The columns from left to right.
    pub cells: Vec<GraphCell>,
    /// The column of the event itself; one past the kept lines if it has no room among them.
    pub node: usize,
    /// Whether lines lie beyond the kept ones.
    pub is_cut: bool,
}

/// The lines beside the rows of a list, one for each event of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThreadGraph {
    pub(in crate::app) rows: Vec<GraphRow>,
}

/// A step from an event to a later row: the row, and whether it passes events that are not shown.
pub(in crate::app) type Step = (usize, bool);

/// So many columns of lines are kept; lines that find no column are told by a sign.
const MAX_GRAPH_COLUMNS: usize = 6;

/// Lays out the lines of rows, each with its steps to later rows. Steps to no later row are left out.
pub(in crate::app) fn thread_graph(steps: &[Vec<Step>]) -> Vec<GraphRow> {
    let mut columns: Vec<Option<Step>> = Vec::new();
    let mut rows = Vec::with_capacity(steps.len());
    // The last row to which a line leads that had no room.
    let mut cut_until = 0;
    for (row, steps_on) in steps.iter().enumerate() {
        let before = columns.clone();
        let arrives = |column: &Option<Step>| column.is_some_and(|(to, _)| to == row);
        let node = before.iter().position(arrives).unwrap_or_else(|| free(&columns, 0)).min(MAX_GRAPH_COLUMNS);
        let mut touched: Vec<usize> = Vec::new();
        for (place, column) in columns.iter_mut().enumerate() {
            if arrives(column) {
                *column = None;
                touched.extend((place != node).then_some(place));
            }
        }
        let ended = touched.clone();
        for &(to, is_dotted) in steps_on.iter().filter(|(to, _)| *to > row && *to < steps.len()) {
            let known = columns.iter().position(|column| column.is_some_and(|(target, _)| target == to));
            let place = match known {
                Some(place) => {
                    if let Some(Some((_, dotted))) = columns.get_mut(place) {
                        *dotted &= is_dotted;
                    }
                    touched.push(place);
                    continue;
                }
                None if node < MAX_GRAPH_COLUMNS && columns.get(node).is_none_or(Option::is_none) => node,
                // A column that has just ended here is not begun anew in the same row.
                None => {
                    let mut place = free(&columns, node + 1);
                    while ended.contains(&place) {
                        place = free(&columns, place + 1);
                    }
                    if place >= MAX_GRAPH_COLUMNS {
                        cut_until = cut_until.max(to);
                        continue;
                    }
                    touched.push(place);
                    place
                }
            };
            if columns.len() <= place {
                columns.resize(place + 1, None);
            }
            if let Some(column) = columns.get_mut(place) {
                *column = Some((to, is_dotted));
            }
        }
        while columns.last().is_some_and(Option::is_none) {
            columns.pop();
        }
        rows.push(GraphRow { is_cut: row <= cut_until && cut_until > 0, ..row_of(&before, &columns, node, &touched) });
    }
    rows
}

fn row_of(before: &[Option<Step>], after: &[Option<Step>], node: usize, touched: &[usize]) -> GraphRow {
    let width = before.len().max(after.len()).max(node + 1);
    let strand = |columns: &[Option<Step>], place: usize| match columns.get(place) {
        Some(Some((_, true))) => EdgeStyle::Dotted,
        Some(Some((_, false))) => EdgeStyle::Solid,
        _ => EdgeStyle::None,
    };
    let target = |columns: &[Option<Step>], place: usize| columns.get(place).copied().flatten().map(|(to, _)| to);
    let mut cells: Vec<GraphCell> = (0..width)
        .map(|place| GraphCell {
            up: strand(before, place),
            down: strand(after, place),
            to: target(after, place).or_else(|| target(before, place)),
            ..GraphCell::default()
        })
        .collect();
    for &place in touched {
        let (from, to) = (node.min(place), node.max(place));
        for cell in cells.iter_mut().take(to).skip(from) {
            cell.right = true;
        }
        for cell in cells.iter_mut().take(to + 1).skip(from + 1) {
            cell.left = true;
        }
    }
    GraphRow { cells, node, is_cut: false }
}

/// The first column from a place on that is free.
fn free(columns: &[Option<Step>], from: usize) -> usize {
    (from..columns.len())
        .find(|&place| columns.get(place).is_none_or(Option::is_none))
        .unwrap_or(columns.len().max(from))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The lines as text: `*` for an event, a letter for each way of a cell.
    fn drawn(steps: &[Vec<Step>]) -> Vec<String> {
        let sign = |cell: &GraphCell| {
            let (up, down) = (cell.up != EdgeStyle::None, cell.down != EdgeStyle::None);
            match (up, down, cell.left, cell.right) {
                (false, false, false, false) => ' ',
                (true, true, false, false) => '|',
                (false, true, true, _) => '\\',
                (true, false, true, _) => '/',
                (true, true, ..) => '+',
                (false, false, ..) => '-',
                _ => '?',
            }
        };
        let row = |row: &GraphRow| {
            let cells = row.cells.iter().enumerate();
            cells.map(|(place, cell)| if place == row.node { '*' } else { sign(cell) }).collect()
        };
        thread_graph(steps).iter().map(row).collect()
    }

    #[test]
    fn a_chain_is_one_line_and_a_fork_begins_another() {
        let to = |rows: &[usize]| rows.iter().map(|&row| (row, false)).collect::<Vec<_>>();
        assert_eq!(drawn(&[to(&[1]), to(&[2]), to(&[])]), ["*", "*", "*"]);
        assert_eq!(drawn(&[to(&[1, 2]), to(&[3]), to(&[3]), to(&[])]), ["*\\", "*|", "+*", "*"]);
        assert_eq!(drawn(&[to(&[2]), to(&[3]), to(&[]), to(&[])]), ["*", "|*", "*|", " *"]);
        assert_eq!(drawn(&[to(&[3]), to(&[2]), to(&[3]), to(&[])]), ["*", "|*", "+*", "*"]);
    }

    proptest! {
        #[test]
        fn lines_go_on_where_they_left_off(steps in prop::collection::vec(prop::collection::vec((0_usize..60, any::<bool>()), 0..6), 0..50)) {
            let rows = thread_graph(&steps);
            prop_assert_eq!(rows.len(), steps.len());
            for pair in rows.windows(2) {
                let at = |row: &GraphRow, place: usize| row.cells.get(place).copied().unwrap_or_default();
                for place in 0..MAX_GRAPH_COLUMNS {
                    prop_assert_eq!(at(&pair[0], place).down, at(&pair[1], place).up);
                }
            }
            for row in &rows {
                prop_assert!(row.node < row.cells.len() && row.cells.len() <= MAX_GRAPH_COLUMNS + 1);
                for pair in row.cells.windows(2) {
                    prop_assert_eq!(pair[0].right, pair[1].left);
                }
            }
            if let Some(last) = rows.last() {
                prop_assert!(last.cells.iter().all(|cell| cell.down == EdgeStyle::None));
            }
        }
    }
}
