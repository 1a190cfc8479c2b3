//! The view of quotes: the words of all shown events, one after the other.

use crate::{input::Action, model::EventIndex};

use super::{App, View};

/// A quote by its event and its place there.
pub type QuoteRef = (EventIndex, usize);

impl App {
    /// Keeps of the shown events those that have quotes, as long as these are on screen.
    pub(super) fn retain_quoted(&mut self) {
        if self.panes.view == View::Quotes {
            let (timeline, found) = (&self.doc.timeline, self.filter.visible.len());
            self.filter.visible.retain(|&ix| timeline.facts(ix).is_some_and(|facts| facts.quotes > 0));
            self.filter.excluded_by_view = found - self.filter.visible.len();
        }
    }

    /// How many quotes the shown events have.
    pub fn quote_count(&self) -> usize {
        self.column_index().quotes
    }

    pub(super) fn quotes_of(&self, ix: EventIndex) -> usize {
        self.doc.timeline.facts(ix).map_or(0, |facts| usize::from(facts.quotes))
    }

    /// The quote that is read.
    pub fn current_quote(&self) -> Option<QuoteRef> {
        let ix = self.selection.selected?;
        Some((ix, self.detail.quote.min(self.quotes_of(ix).checked_sub(1)?)))
    }

    /// The quote after this one.
    pub fn quote_after(&self, (ix, quote): QuoteRef) -> Option<QuoteRef> {
        if quote + 1 < self.quotes_of(ix) {
            return Some((ix, quote + 1));
        }
        let place = self.filter.visible.binary_search(&ix).ok()?;
        self.filter.visible.get(place + 1).map(|&next| (next, 0))
    }

    /// The quote before this one.
    pub fn quote_before(&self, (ix, quote): QuoteRef) -> Option<QuoteRef> {
        if let Some(quote) = quote.checked_sub(1) {
            return Some((ix, quote));
        }
        let place = self.filter.visible.binary_search(&ix).ok()?;
        let &before = self.filter.visible.get(place.checked_sub(1)?)?;
        Some((before, self.quotes_of(before).checked_sub(1)?))
    }

    /// Where a move leads among quotes; `None` if there is nothing there.
    pub(super) fn quote_target(&self, action: Action) -> Option<QuoteRef> {
        let now = self.current_quote()?;
        let many = |step: &dyn Fn(QuoteRef) -> Option<QuoteRef>| {
            let page = self.metrics.quotes.max(1);
            std::iter::successors(Some(now), |&quote| step(quote)).take(page + 1).last()
        };
        let target = match action {
            Action::Next => self.quote_after(now),
            Action::Previous => self.quote_before(now),
            Action::PageDown => many(&|quote| self.quote_after(quote)),
            Action::PageUp => many(&|quote| self.quote_before(quote)),
            Action::First => self.filter.visible.first().map(|&ix| (ix, 0)),
            Action::Last => self.filter.visible.last().and_then(|&ix| Some((ix, self.quotes_of(ix).checked_sub(1)?))),
            _ => None,
        };
        target.filter(|&target| target != now)
    }

    /// Reads a quote.
    pub(super) fn read_quote(&mut self, (ix, quote): QuoteRef) {
        if self.selection.selected != Some(ix) {
            self.select(ix);
        }
        self.choose_selected();
        self.detail.quote = quote;
        self.detail.top = 0;
    }
}
