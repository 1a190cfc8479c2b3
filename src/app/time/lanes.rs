//! The lanes of the axis, and which events stand in which of them.

use crate::model::{EventIndex, LaneId};

use crate::app::{App, Comparison, Document, Side, View};

/// The lanes on screen.
#[derive(Clone, Copy)]
pub(in crate::app) struct Lanes<'a> {
    doc: &'a Document,
    /// The two filters whose events stand in lanes of their own; `None` where those of the timeline are on screen.
    compared: Option<&'a Comparison>,
}

impl Lanes<'_> {
    /// How many there are.
    pub(in crate::app) fn count(self) -> usize {
        if self.compared.is_some() { Side::BOTH.len() } else { self.doc.timeline.vocabularies.lanes.len() }
    }

    /// The lanes in which an event stands: its own, or the sides that are compared.
    pub(in crate::app) fn of(self, ix: EventIndex) -> impl Iterator<Item = usize> + use<> {
        let (own, sides) = match self.compared {
            Some(comparison) => (None, Side::BOTH.map(|side| comparison.has(side, ix))),
            None => (self.doc.lane_of(ix).map(LaneId::index), [false; 2]),
        };
        own.into_iter().chain(sides.into_iter().enumerate().filter(|(_, stands)| *stands).map(|(place, _)| place))
    }
}

impl App {
    pub(in crate::app) fn lanes(&self) -> Lanes<'_> {
        let compared = (self.panes.view == View::Compare).then_some(&self.comparison);
        Lanes { doc: &self.doc, compared }
    }

    /// How many lanes there are.
    pub fn lane_count(&self) -> usize {
        self.lanes().count()
    }

    /// The lanes in which an event stands: its own, or the sides that are compared.
    pub fn lanes_of(&self, ix: EventIndex) -> impl Iterator<Item = usize> + use<> {
        self.lanes().of(ix)
    }

    /// The shown events that share the column of the selected one in its lane, with it.
    pub fn cluster(&self) -> Vec<EventIndex> {
        let scale = self.time.scale(self.metrics.axis_columns);
        let column = |ix: EventIndex| self.doc.display_moment(ix).and_then(|moment| scale.column(moment));
        let Some(selected) = self.selection.selected else { return Vec::new() };
        let Some(lane) = self.lanes_of(selected).next() else { return Vec::new() };
        let here = column(selected);
        if here.is_none() {
            return vec![selected];
        }
        let near = self.up_to_window().iter().copied();
        near.filter(|&ix| column(ix) == here && self.lanes_of(ix).any(|of| of == lane)).collect()
    }
}
