//! Shown events by the moments at which they stand, so that drawing asks each column how many there are, and not each
//! event for its column.

use crate::{
    axis::{Scale, by_column},
    model::{EventIx, Moment},
};

use super::App;

/// Events by the moments at which they stand; those that stand nowhere are left out.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// The moments of all, in order.
    pub moments: Vec<Moment>,
    /// The events of each lane, in the order of their moments.
    lanes: Vec<Vec<(Moment, EventIx)>>,
}

impl Tally {
    fn new(app: &App, events: &[EventIx]) -> Self {
        let mut moments: Vec<Moment> = events.iter().filter_map(|&ix| app.moment(ix)).collect();
        moments.sort_unstable();
        let mut lanes = vec![Vec::new(); app.lane_count()];
        for &ix in events {
            let Some(moment) = app.moment(ix) else { continue };
            for lane in app.lanes_of(ix) {
                lanes.get_mut(lane).into_iter().for_each(|lane: &mut Vec<_>| lane.push((moment, ix)));
            }
        }
        for lane in &mut lanes {
            lane.sort_unstable();
        }
        Self { moments, lanes }
    }

    /// The events of a lane that stand in each column of a scale, in the order of their moments.
    pub fn columns<'a>(&'a self, lane: usize, scale: &'a Scale) -> impl Iterator<Item = &'a [(Moment, EventIx)]> {
        let lane = self.lanes.get(lane).map_or(&[][..], Vec::as_slice);
        by_column(lane, |&(moment, _)| moment, scale)
    }
}

impl App {
    /// The shown events; counted when this is first asked for after they have changed.
    pub fn tally(&self) -> &Tally {
        self.tally.get_or_init(|| Tally::new(self, &self.shown))
    }

    /// All events, whatever the filter; counted as above.
    pub fn tally_of_all(&self) -> &Tally {
        if self.shown.len() == self.timeline.len() {
            return self.tally();
        }
        self.tally_of_all.get_or_init(|| Tally::new(self, &self.timeline.indices().collect::<Vec<_>>()))
    }

    /// Takes note that other events are shown, or that they stand in other lanes.
    pub(super) fn tally_anew(&mut self) {
        self.tally.take();
        if self.view == super::View::Step {
            self.tally_of_all.take();
        }
    }
}
