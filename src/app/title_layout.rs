//! The lanes of the axis: which events stand in which of them, and where titles stand beside their marks. Titles are
//! placed for a zoom and not for a window, so that none changes its row while time is panned or while one filters.

use std::collections::HashMap;

use crate::{
    axis::{LabelRequest, LabelSlot, Scale, Unit, find_gaps, pack, rows_needed},
    model::{DAY, DateBounds, EventIndex, Lang},
    text,
};

use super::{App, GapMode, Side, View};

/// The columns of a title at least, if it is so long.
const MIN_TITLE_COLUMNS: u16 = 24;
/// Titles stand beside marks where so many of a hundred marks have room for one.
const MIN_TITLED_PERCENT: usize = 60;
/// Where there are more events, they are counted by column and have no titles.
const MAX_TITLED_EVENTS: usize = 20_000;
/// The same for titles that have to be read from a file.
const MAX_TITLED_EVENTS_ON_DISK: usize = 1000;

/// Where titles stand beside their marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TitleLayout {
    made_for: Option<TitleLayoutKey>,
    /// How many rows each lane has; empty where every lane has one row, without titles.
    rows: Vec<u16>,
    /// Where the first event of a cluster stands, with its lane.
    spots: HashMap<(usize, EventIndex), LabelSlot>,
    /// The first event of each cluster, and how many there are; by all events of clusters.
    clusters: HashMap<(usize, EventIndex), (EventIndex, usize)>,
}

/// What a packing was made for; it holds as long as this is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TitleLayoutKey {
    seconds: i64,
    columns: u16,
    room: u16,
    whole: bool,
    lang: Lang,
    sides: Option<[Vec<EventIndex>; 2]>,
}

impl TitleLayout {
    /// How many rows a lane has.
    pub fn rows(&self, lane: usize) -> u16 {
        self.rows.get(lane).copied().unwrap_or(1)
    }

    /// Whether titles stand beside marks.
    pub fn has_titles(&self) -> bool {
        !self.rows.is_empty()
    }

    /// Where the title of an event stands in a lane, if it is the first of its cluster and has found a row.
    pub fn spot(&self, lane: usize, ix: EventIndex) -> Option<LabelSlot> {
        self.spots.get(&(lane, ix)).copied()
    }

    /// The first event of the cluster that an event is in, and how many events it has.
    pub fn cluster(&self, lane: usize, ix: EventIndex) -> (EventIndex, usize) {
        self.clusters.get(&(lane, ix)).copied().unwrap_or((ix, 1))
    }
}

impl App {
    /// How many lanes there are.
    pub fn lane_count(&self) -> usize {
        if self.view == View::Compare { Side::BOTH.len() } else { self.timeline.vocabularies.lanes.len() }
    }

    /// The lanes in which an event stands: its own, or the sides that are compared.
    pub fn lanes_of(&self, ix: EventIndex) -> impl Iterator<Item = usize> + use<> {
        let (own, sides) = if self.view == View::Compare {
            (None, Side::BOTH.map(|side| self.comparison.has(side, ix)))
        } else {
            (self.timeline.facts(ix).map(|facts| facts.lane.index()), [false; 2])
        };
        own.into_iter().chain(sides.into_iter().enumerate().filter(|(_, stands)| *stands).map(|(place, _)| place))
    }

    /// The columns of the window, with long empty stretches folded if that is wanted.
    pub fn scale(&self, columns: u16) -> Scale {
        match self.gaps {
            GapMode::Shown => Scale::new(self.window, columns),
            GapMode::Collapsed => Scale::collapsed(self.window, columns, &self.gap_ranges),
        }
    }

    /// Finds the long empty stretches between shown events, if they are folded.
    pub(super) fn find_gap_ranges(&mut self) {
        if self.gaps == GapMode::Shown {
            return self.gap_ranges.clear();
        }
        let bounds = self.visible.iter().filter_map(|&ix| self.timeline.bounds(ix));
        self.gap_ranges = find_gaps(bounds);
    }

    /// Places titles anew if zoom, room or language have changed; `true` if the axis has changed its height by it.
    pub(super) fn layout_titles(&mut self) -> bool {
        let made_for = TitleLayoutKey {
            seconds: self.window.seconds(),
            columns: self.metrics.axis_columns,
            room: self.metrics.max_lane_rows,
            whole: self.expanded && self.focus == super::Pane::Axis,
            lang: self.lang,
            sides: (self.view == View::Compare).then(|| Side::BOTH.map(|side| self.comparison.events(side).to_vec())),
        };
        if self.title_layout.made_for.as_ref() == Some(&made_for) {
            return false;
        }
        let packing = self.packed(&made_for);
        let changes = packing.rows != self.title_layout.rows;
        self.title_layout = TitleLayout { made_for: Some(made_for), ..packing };
        changes
    }

    fn packed(&self, made_for: &TitleLayoutKey) -> TitleLayout {
        let lanes = self.lane_count();
        let room = usize::from(made_for.room);
        let most = if self.timeline.is_in_memory() { MAX_TITLED_EVENTS } else { MAX_TITLED_EVENTS_ON_DISK };
        if self.timeline.len() > most || room <= lanes {
            return TitleLayout::default();
        }
        let now = self.clusters(made_for, lanes);
        let mut items = self.items(&now, made_for);
        let needed: Vec<u16> =
            items.iter().map(|items| rows_needed(items, made_for.room, MIN_TITLE_COLUMNS).max(1)).collect();
        let rows = distribute_rows(made_for.room, &needed);
        // At every zoom a title would stand where it stands when all is shown: so it keeps its row while time is zoomed,
        // and the same zoom always looks the same.
        let home = TitleLayoutKey { seconds: self.initial_window.seconds(), ..made_for.clone() };
        let at_home = self.clusters(&home, lanes);
        for (lane, ((clusters, all_items), &rows)) in
            at_home.iter().zip(self.items(&at_home, &home)).zip(&rows).enumerate()
        {
            let mut wish: HashMap<EventIndex, u16> = HashMap::new();
            for (cluster, spot) in clusters.iter().zip(pack(&all_items, rows, MIN_TITLE_COLUMNS)) {
                wish.extend(spot.iter().flat_map(|spot| cluster.events.iter().map(|&ix| (ix, spot.row))));
            }
            let Some((clusters, items)) = now.get(lane).zip(items.get_mut(lane)) else { continue };
            for (cluster, item) in clusters.iter().zip(items) {
                item.wish = cluster.events.first().and_then(|ix| wish.get(ix)).copied();
            }
        }
        let mut packing = TitleLayout { rows: rows.clone(), ..TitleLayout::default() };
        let mut all = 0;
        for (lane, ((clusters, items), rows)) in now.iter().zip(&items).zip(rows).enumerate() {
            all += clusters.iter().map(|cluster| cluster.events.len()).sum::<usize>();
            for (cluster, spot) in clusters.iter().zip(pack(items, rows, MIN_TITLE_COLUMNS)) {
                let Some(&first) = cluster.events.first() else { continue };
                packing.spots.extend(spot.map(|spot| ((lane, first), spot)));
                let count = cluster.events.len();
                packing.clusters.extend(cluster.events.iter().map(|&ix| ((lane, ix), (first, count))));
            }
        }
        if !made_for.whole && packing.spots.len() * 100 < all * MIN_TITLED_PERCENT {
            return TitleLayout::default();
        }
        packing
    }

    /// The events of each lane whose glyphs fall on one column, wherever the window stands.
    fn clusters(&self, made_for: &TitleLayoutKey, lanes: usize) -> Vec<Vec<Cluster>> {
        let mut clusters: Vec<Vec<Cluster>> = vec![Vec::new(); lanes];
        for ix in self.timeline.indices() {
            let Some(moment) = self.display_moment(ix) else { continue };
            let column = i128::from(moment.seconds()) * i128::from(made_for.columns);
            let column = i64::try_from(column.div_euclid(i128::from(made_for.seconds.max(1)))).unwrap_or(i64::MAX);
            for lane in self.lanes_of(ix) {
                let Some(clusters) = clusters.get_mut(lane) else { continue };
                clusters.push(Cluster { column, events: vec![ix] });
            }
        }
        for lane in &mut clusters {
            // Events are in order of their starts, glyphs may stand elsewhere.
            lane.sort_by_key(|cluster| cluster.column);
            lane.dedup_by(|next, last| {
                let is_one = next.column == last.column;
                if is_one {
                    last.events.append(&mut next.events);
                }
                is_one
            });
        }
        clusters
    }

    fn items(&self, clusters: &[Vec<Cluster>], made_for: &TitleLayoutKey) -> Vec<Vec<LabelRequest>> {
        clusters.iter().map(|lane| lane.iter().map(|cluster| self.item(cluster, made_for)).collect()).collect()
    }

    fn item(&self, cluster: &Cluster, made_for: &TitleLayoutKey) -> LabelRequest {
        let first = cluster.events.first().copied().unwrap_or(EventIndex::new(0));
        let event = self.timeline.event(first);
        let event = event.as_deref();
        let title = event.map_or("", |event| made_for.lang.pick(&event.title, event.title_ja.as_deref()));
        let doubt = event.is_some_and(|event| event.date.is_approximate() || event.date.is_uncertain());
        let count = if cluster.events.len() > 1 { 5 } else { 0 };
        let bar = event.map_or(0, |event| bar(event.date.bounds(), made_for));
        LabelRequest {
            column: cluster.column,
            bar,
            label: u16::try_from(text::width(title) + usize::from(doubt) + count).unwrap_or(u16::MAX),
            wish: None,
        }
    }

    /// The shown events that share the column of the selected one in its lane, with it.
    pub fn cluster(&self) -> Vec<EventIndex> {
        let scale = self.scale(self.metrics.axis_columns);
        let column = |ix: EventIndex| self.display_moment(ix).and_then(|moment| scale.column(moment));
        let Some(selected) = self.selected else { return Vec::new() };
        let Some(lane) = self.lanes_of(selected).next() else { return Vec::new() };
        let here = column(selected);
        if here.is_none() {
            return vec![selected];
        }
        let (first, end) = self.around_window();
        let near = self.visible.get(first..end).unwrap_or_default().iter().copied();
        near.filter(|&ix| column(ix) == here && self.lanes_of(ix).any(|of| of == lane)).collect()
    }

    /// The unit of zoom.
    pub fn unit(&self) -> Unit {
        Unit::for_scale(&self.scale(self.metrics.axis_columns))
    }
}

/// Events of a lane whose glyphs fall on one column.
#[derive(Debug, Clone)]
struct Cluster {
    column: i64,
    events: Vec<EventIndex>,
}

/// How many columns of bar or of shade follow a glyph.
fn bar(bounds: &DateBounds, made_for: &TitleLayoutKey) -> u16 {
    let is_a_day =
        bounds.is_point() && bounds.start.latest.seconds().saturating_sub(bounds.start.earliest.seconds()) < DAY;
    let Some(last) = bounds.finite().max().filter(|_| !is_a_day) else { return 0 };
    let from = bounds.display_moment().unwrap_or(last);
    let seconds =
        if bounds.end.latest.is_finite() { last.seconds().saturating_sub(from.seconds()) } else { i64::MAX / 2 };
    let columns =
        (i128::from(seconds) * i128::from(made_for.columns)).div_euclid(i128::from(made_for.seconds.max(1))) + 1;
    // What is longer than all that can be on screen is as good as endless.
    u16::try_from(columns).unwrap_or(u16::MAX).min(2 * made_for.columns.min(u16::MAX / 2))
}

/// Shares rows among lanes: each has one, and none has more than it needs while another has less than that.
fn distribute_rows(room: u16, needed: &[u16]) -> Vec<u16> {
    let mut rows: Vec<u16> = vec![1; needed.len()];
    let mut left = usize::from(room).saturating_sub(needed.len());
    while left > 0 {
        let wanting = rows.iter_mut().zip(needed).filter(|(rows, needed)| **rows < **needed);
        let Some((poorest, _)) = wanting.min_by_key(|(rows, _)| **rows) else { break };
        *poorest += 1;
        left -= 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::distribute_rows;

    #[test]
    fn rows_go_where_they_are_needed() {
        assert_eq!(distribute_rows(10, &[1, 9, 2, 1]), [1, 6, 2, 1]);
        assert_eq!(distribute_rows(4, &[9, 9, 9, 9]), [1, 1, 1, 1]);
        assert_eq!(distribute_rows(20, &[2, 3]), [2, 3]);
        assert_eq!(distribute_rows(2, &[9, 9, 9]), [1, 1, 1]);
    }
}
