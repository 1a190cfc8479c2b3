//! The view of quotes: the words of all shown events, one after the other.

use crate::model::EventIndex;

use crate::app::App;

/// A quote by its event and its place there.
pub type QuoteRef = (EventIndex, usize);

impl App {
    /// How many quotes the shown events have.
    pub fn quote_count(&self) -> usize {
        self.column_index().quotes
    }

    /// The quote that is read.
    pub fn current_quote(&self) -> Option<QuoteRef> {
        let ix = self.selection.selected?;
        Some((ix, self.detail.quote.min(self.doc.quotes_of(ix).checked_sub(1)?)))
    }

    /// The quote after this one.
    pub fn quote_after(&self, (ix, quote): QuoteRef) -> Option<QuoteRef> {
        if quote + 1 < self.doc.quotes_of(ix) {
            return Some((ix, quote + 1));
        }
        let place = self.filter.position(ix)?;
        self.filter.visible.get(place + 1).map(|&next| (next, 0))
    }

    /// The quote before this one.
    pub fn quote_before(&self, (ix, quote): QuoteRef) -> Option<QuoteRef> {
        if let Some(quote) = quote.checked_sub(1) {
            return Some((ix, quote));
        }
        let place = self.filter.position(ix)?;
        let &before = self.filter.visible.get(place.checked_sub(1)?)?;
        Some((before, self.doc.quotes_of(before).checked_sub(1)?))
    }

    /// Reads a quote.
    pub(in crate::app) fn read_quote(&mut self, (ix, quote): QuoteRef) {
        if self.selection.selected != Some(ix) {
            self.select(ix);
        }
        self.selection.prefer_selected();
        self.detail.quote = quote;
        self.detail.top = 0;
    }
}
