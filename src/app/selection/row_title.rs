//! How many rows of the list an event takes: a title that is too long for one goes on in a second, where there is room
//! for that.

use crate::{
    app::App,
    model::{DAY, DateBounds, Event, EventIndex, Lang},
    text,
};

/// Columns of a row besides its date and its title: the cursor, the sign of the kind, and the blanks behind both.
const SIGN_COLUMNS: usize = 5;
/// Columns of the sign of a possible event with its blank.
const POSSIBLE_COLUMNS: usize = 2;
/// Dates take at most one column in so many of the list, but no less than the shorter and no more than the longer of these.
const MAX_DATE_FRACTION: u16 = 4;
const MIN_DATE_COLUMNS: usize = 11;
const MAX_DATE_COLUMNS: usize = 22;

/// The columns that dates share in a list whose titles have two rows: those of "17–28 Oct" and 「10月17～28日」. A longer
/// date moves its own title.
pub const fn shared_date_columns(lang: Lang) -> usize {
    match lang {
        Lang::Ja => 12,
        Lang::En | Lang::Both => 9,
    }
}

impl App {
    /// How many rows of the list an event takes, one or two.
    pub(super) fn title_rows(&self, ix: EventIndex) -> usize {
        let Some(width) = self.metrics.wrapping_columns else { return 1 };
        let Some(event) = self.doc.timeline.event(ix) else { return 1 };
        let title = self.lang().pick(&event.title, event.title_ja.as_deref());
        let columns = self.title_columns(ix, &event, width);
        if text::truncate_to_width(title, columns).len() == title.len() { 1 } else { 2 }
    }

    /// When an event was, in words for a list of so many columns, or how much later it was than the reference.
    pub fn row_date(&self, ix: EventIndex, event: &Event, width: u16) -> String {
        let columns = |part: u16| usize::from(part).clamp(MIN_DATE_COLUMNS, MAX_DATE_COLUMNS);
        match self.offset_from_reference(ix) {
            Some(_) if self.time.reference == Some(ix) => "@".to_owned(),
            Some(delay) => delay.describe_short(self.lang()),
            // A row that tells the clock has nothing else to tell it by.
            None => match (self.shows_clock(ix), self.shows_offsets()) {
                (true, true) => event.date.in_row_with_zone(self.lang(), columns(width / 2)),
                (true, false) => event.date.in_row(self.lang(), true, columns(width / 5 * 2)),
                (false, _) => event.date.in_row(self.lang(), false, columns(width / MAX_DATE_FRACTION)),
            },
        }
    }

    /// The columns of the title of an event in a list whose titles have two rows.
    pub fn title_columns(&self, ix: EventIndex, event: &Event, width: u16) -> usize {
        let shared = shared_date_columns(self.lang());
        let is_day = |bounds: &DateBounds| {
            let seconds = bounds.start.latest.seconds().saturating_sub(bounds.start.earliest.seconds());
            bounds.is_point() && seconds == DAY - 1
        };
        // Most dates are days, which have room.
        let is_short = self.time.reference.is_none() && self.doc.timeline.bounds(ix).is_some_and(is_day);
        let date = if is_short { shared } else { text::width(&self.row_date(ix, event, width)).max(shared) };
        let is_possible = self.filter.possible.binary_search(&ix).is_ok();
        let beside = usize::from(self.list_columns_width(width));
        let taken = beside + SIGN_COLUMNS + date + if is_possible { POSSIBLE_COLUMNS } else { 0 };
        usize::from(width).saturating_sub(taken)
    }
}
