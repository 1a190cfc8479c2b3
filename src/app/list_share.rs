//! How much room the list has, where the detail is on screen as well.

use super::App;

/// The least and the most that the list can have, in thousandths.
const MIN_SHARE: u16 = 200;
const MAX_SHARE: u16 = 800;
/// What a key moves the border by, in thousandths.
const STEP: i16 = 50;

/// What the list has of the room that it shares with the detail, in thousandths; `None` leaves that to the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListShare {
    /// Of the columns, where both stand side by side.
    pub beside: Option<u16>,
    /// Of the rows, where the detail is below.
    pub above: Option<u16>,
}

impl ListShare {
    /// The same within what is possible.
    #[must_use]
    pub fn clamped(self) -> Self {
        let clamp = |share: Option<u16>| share.map(|share| share.clamp(MIN_SHARE, MAX_SHARE));
        Self { beside: clamp(self.beside), above: clamp(self.above) }
    }
}

impl App {
    /// Gives the list so many thousandths of the room that it shares with the detail.
    pub(super) fn set_list_share(&mut self, share: u16) {
        let shares = &mut self.prefs.list_share;
        *(if self.metrics.is_beside { &mut shares.beside } else { &mut shares.above }) = Some(share);
        *shares = shares.clamped();
    }

    /// Makes the list larger by a step, or smaller.
    pub(super) fn grow_list(&mut self, is_larger: bool) {
        let step = if is_larger { STEP } else { -STEP };
        self.set_list_share(self.metrics.list_share.saturating_add_signed(step));
    }
}
