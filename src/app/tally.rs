//! Shown events by the moments at which they stand, so that drawing asks each column how many there are, and not each
//! event for its column.

use crate::{
    axis::{Scale, by_column},
    model::{EventIx, Moment},
};

use super::App;

/// Events in the order of the moments at which they stand; those that stand nowhere are left out.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    all: Vec<EventIx>,
    lanes: Vec<Vec<EventIx>>,
}

impl Tally {
    fn new(app: &App, events: impl Iterator<Item = EventIx>) -> Self {
        let mut all: Vec<EventIx> = events.filter(|&ix| app.moment(ix).is_some()).collect();
        let moment = |ix: &EventIx| (app.stands(*ix), *ix);
        if !all.is_sorted_by_key(moment) {
            all.sort_by_cached_key(moment);
        }
        let mut lanes = vec![Vec::new(); app.lane_count()];
        for &ix in &all {
            for lane in app.lanes_of(ix) {
                lanes.get_mut(lane).into_iter().for_each(|lane: &mut Vec<_>| lane.push(ix));
            }
        }
        Self { all, lanes }
    }
}

impl App {
    /// The shown events; counted when this is first asked for after they have changed.
    pub fn tally(&self) -> &Tally {
        self.tally.get_or_init(|| Tally::new(self, self.shown.iter().copied()))
    }

    /// All events, whatever the filter; counted as above.
    pub fn tally_of_all(&self) -> &Tally {
        if self.shown.len() == self.timeline.len() {
            return self.tally();
        }
        self.tally_of_all.get_or_init(|| Tally::new(self, self.timeline.indices()))
    }

    /// How many shown events stand in each column of a scale.
    pub fn density(&self, scale: &Scale) -> Vec<u32> {
        by_column(&self.tally().all, |&ix| self.stands(ix), scale)
            .map(|here| u32::try_from(here.len()).unwrap_or(u32::MAX))
            .collect()
    }

    /// Of such a tally the events of a lane that stand in each column of a scale, in the order of their moments.
    pub fn columns<'a>(
        &'a self,
        tally: &'a Tally,
        lane: usize,
        scale: &'a Scale,
    ) -> impl Iterator<Item = &'a [EventIx]> {
        let lane = tally.lanes.get(lane).map_or(&[][..], Vec::as_slice);
        by_column(lane, |&ix| self.stands(ix), scale)
    }

    fn stands(&self, ix: EventIx) -> Moment {
        self.moment(ix).unwrap_or(Moment::DISTANT_FUTURE)
    }

    /// Takes note that other events are shown, or that they stand in other lanes.
    pub(super) fn tally_anew(&mut self) {
        self.tally.take();
        if self.view == super::View::Step {
            self.tally_of_all.take();
        }
    }
}
