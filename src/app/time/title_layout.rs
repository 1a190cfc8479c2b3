//! The lanes of the axis: which events stand in which of them, and where titles stand beside their marks. Titles are
//! placed for a zoom and not for a window, so that none changes its row while time is panned or while one filters.

use std::collections::HashMap;

use crate::{
    axis::{LabelRequest, LabelSlot, Unit, Window, pack, rows_needed},
    model::{DAY, DateBounds, EventIndex, Lang},
    text,
};

use super::lanes::Lanes;
use crate::app::{App, Document, Pane, Side, View};

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
    /// The window for which the rows that no title there needs were given back, and how many each lane keeps.
    window: Option<Window>,
    kept_rows: Vec<u16>,
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
        self.kept_rows.get(lane).or(self.rows.get(lane)).copied().unwrap_or(1)
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

    /// Gives back the rows of each lane below the last that anything in the window stands on. A lane keeps all where
    /// something in the window has found no row, since that stands wherever there is room.
    /// At the same zoom no lane gives back what it has, so that the axis does not go up and down while time is panned.
    fn keep_rows_of(&mut self, window: Window, doc: &Document) {
        self.window = Some(window);
        let before = |lane: usize| self.kept_rows.get(lane).copied().unwrap_or(1);
        let mut kept: Vec<u16> = (0..self.rows.len()).map(before).collect();
        for (&(lane, _), (first, _)) in self.clusters.iter().filter(|((_, ix), _)| doc.is_within(*ix, window)) {
            let all = self.rows.get(lane).copied().unwrap_or(1);
            let needed = self.spots.get(&(lane, *first)).map_or(all, |spot| spot.row + 1);
            if let Some(kept) = kept.get_mut(lane) {
                *kept = (*kept).max(needed.min(all));
            }
        }
        self.kept_rows = kept;
    }

    fn new(made_for: &TitleLayoutKey, initial_seconds: i64, doc: &Document, lanes: Lanes<'_>) -> Self {
        let room = usize::from(made_for.room);
        let most = if doc.timeline.is_in_memory() { MAX_TITLED_EVENTS } else { MAX_TITLED_EVENTS_ON_DISK };
        if doc.timeline.len() > most || room <= lanes.count() {
            return Self::default();
        }
        let now = clusters(made_for, doc, lanes);
        let mut requests = items(&now, made_for, doc);
        let needed: Vec<u16> =
            requests.iter().map(|items| rows_needed(items, made_for.room, MIN_TITLE_COLUMNS).max(1)).collect();
        let rows = distribute_rows(made_for.room, &needed);
        // At every zoom a title would stand where it stands when all is shown: so it keeps its row while time is zoomed,
        // and the same zoom always looks the same.
        let home = TitleLayoutKey { seconds: initial_seconds, ..made_for.clone() };
        let at_home = clusters(&home, doc, lanes);
        for (lane, ((clusters, all_items), &rows)) in
            at_home.iter().zip(items(&at_home, &home, doc)).zip(&rows).enumerate()
        {
            let mut wish: HashMap<EventIndex, u16> = HashMap::new();
            for (cluster, spot) in clusters.iter().zip(pack(&all_items, rows, MIN_TITLE_COLUMNS)) {
                wish.extend(spot.iter().flat_map(|spot| cluster.events.iter().map(|&ix| (ix, spot.row))));
            }
            let Some((clusters, items)) = now.get(lane).zip(requests.get_mut(lane)) else { continue };
            for (cluster, item) in clusters.iter().zip(items) {
                item.wish = cluster.events.first().and_then(|ix| wish.get(ix)).copied();
            }
        }
        let mut packing = Self { rows: rows.clone(), ..Self::default() };
        let mut all = 0;
        for (lane, ((clusters, items), rows)) in now.iter().zip(&requests).zip(rows).enumerate() {
            all += clusters.iter().map(|cluster| cluster.events.len()).sum::<usize>();
            for (cluster, spot) in clusters.iter().zip(pack(items, rows, MIN_TITLE_COLUMNS)) {
                let Some(&first) = cluster.events.first() else { continue };
                packing.spots.extend(spot.map(|spot| ((lane, first), spot)));
                let count = cluster.events.len();
                packing.clusters.extend(cluster.events.iter().map(|&ix| ((lane, ix), (first, count))));
            }
        }
        if !made_for.whole && packing.spots.len() * 100 < all * MIN_TITLED_PERCENT {
            return Self::default();
        }
        packing
    }
}

impl App {
    /// Places titles anew if zoom, room or language have changed; `true` if the axis has changed its height by it.
    pub(in crate::app) fn layout_titles(&mut self) -> bool {
        let made_for = TitleLayoutKey {
            seconds: self.time.window.seconds(),
            columns: self.metrics.axis_columns,
            room: self.metrics.max_lane_rows,
            whole: self.panes.expanded && self.panes.focus == Pane::Axis,
            lang: self.prefs.lang,
            sides: (self.panes.view == View::Compare)
                .then(|| Side::BOTH.map(|side| self.comparison.events(side).to_vec())),
        };
        let window = self.time.window;
        let is_known = self.time.title_layout.made_for.as_ref() == Some(&made_for);
        if is_known && self.time.title_layout.window == Some(window) {
            return false;
        }
        let before = (self.time.title_layout.has_titles(), self.time.title_layout.kept_rows.clone());
        if !is_known {
            let layout = TitleLayout::new(&made_for, self.time.initial_window.seconds(), &self.doc, self.lanes());
            self.time.title_layout = TitleLayout { made_for: Some(made_for), ..layout };
        }
        self.time.title_layout.keep_rows_of(window, &self.doc);
        before != (self.time.title_layout.has_titles(), self.time.title_layout.kept_rows.clone())
    }

    /// The unit of zoom.
    pub fn unit(&self) -> Unit {
        Unit::for_scale(&self.time.scale(self.metrics.axis_columns))
    }
}

/// Events of a lane whose glyphs fall on one column.
#[derive(Debug, Clone)]
struct Cluster {
    column: i64,
    events: Vec<EventIndex>,
}

/// The events of each lane whose glyphs fall on one column, wherever the window stands.
fn clusters(made_for: &TitleLayoutKey, doc: &Document, lanes: Lanes<'_>) -> Vec<Vec<Cluster>> {
    let mut clusters: Vec<Vec<Cluster>> = vec![Vec::new(); lanes.count()];
    for ix in doc.timeline.indices() {
        let Some(moment) = doc.display_moment(ix) else { continue };
        let column = i128::from(moment.seconds()) * i128::from(made_for.columns);
        let column = i64::try_from(column.div_euclid(i128::from(made_for.seconds.max(1)))).unwrap_or(i64::MAX);
        for lane in lanes.of(ix) {
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

fn items(clusters: &[Vec<Cluster>], made_for: &TitleLayoutKey, doc: &Document) -> Vec<Vec<LabelRequest>> {
    clusters.iter().map(|lane| lane.iter().map(|cluster| item(cluster, made_for, doc)).collect()).collect()
}

fn item(cluster: &Cluster, made_for: &TitleLayoutKey, doc: &Document) -> LabelRequest {
    let first = cluster.events.first().copied().unwrap_or(EventIndex::new(0));
    let event = doc.timeline.event(first);
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
