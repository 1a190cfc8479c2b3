//! The view of quotes: the words of all shown events, one after the other. Where the filter asks for words or for whoever
//! said them, those alone in which it finds them; the others of the same events are a key away.

use crate::query::QuoteRef;

use crate::app::{App, Document, Filter, Passages};

impl Filter {
    /// Takes which quotes the filter is about, if it asks anything of quotes, and keeps of the shown events those that have
    /// quotes to show.
    pub(in crate::app) fn retain_quotes(&mut self, matching: Option<Vec<QuoteRef>>, doc: &Document) {
        let all = || self.visible.iter().map(|&ix| doc.quotes_of(ix));
        self.passages = matching.map(|matching| Passages {
            others: all().sum::<usize>().saturating_sub(matching.len()),
            events: all().filter(|&quotes| quotes > 0).count(),
            matching,
        });
        let passages = std::mem::take(&mut self.passages);
        let listed = passages.as_ref().filter(|_| !self.shows_other_quotes);
        self.retain_in_view(|ix| match listed {
            Some(passages) => passages.of(ix).next().is_some(),
            None => doc.quotes_of(ix) > 0,
        });
        self.passages = passages;
    }

    /// The only quotes that are listed; `None` where all of the shown events are.
    fn listed_quotes(&self) -> Option<&[QuoteRef]> {
        self.passages.as_ref().filter(|_| !self.shows_other_quotes).map(|passages| &*passages.matching)
    }
}

impl App {
    /// How many quotes the shown events have.
    pub fn quote_count(&self) -> usize {
        self.filter.listed_quotes().map_or_else(|| self.column_index().quotes, <[QuoteRef]>::len)
    }

    /// Whether the filter is about this quote; `true` where it asks nothing of quotes.
    pub fn is_passage(&self, quote: QuoteRef) -> bool {
        let passages = self.filter.passages.as_ref();
        passages.is_none_or(|passages| passages.matching.binary_search(&quote).is_ok())
    }

    /// The quote that is read.
    pub fn current_quote(&self) -> Option<QuoteRef> {
        let ix = self.selection.selected?;
        let place = self.detail.quote;
        match &self.filter.passages {
            Some(passages) if !self.filter.shows_other_quotes => {
                let of_event = || passages.of(ix);
                of_event().find(|&listed| listed >= place).or_else(|| of_event().last()).map(|place| (ix, place))
            }
            _ => Some((ix, place.min(self.doc.quotes_of(ix).checked_sub(1)?))),
        }
    }

    /// The quote after this one.
    pub fn quote_after(&self, (ix, quote): QuoteRef) -> Option<QuoteRef> {
        if let Some(listed) = self.filter.listed_quotes() {
            return listed.get(listed.partition_point(|&listed| listed <= (ix, quote))).copied();
        }
        if quote + 1 < self.doc.quotes_of(ix) {
            return Some((ix, quote + 1));
        }
        let place = self.filter.position(ix)?;
        self.filter.visible.get(place + 1).map(|&next| (next, 0))
    }

    /// The quote before this one.
    pub fn quote_before(&self, (ix, quote): QuoteRef) -> Option<QuoteRef> {
        if let Some(listed) = self.filter.listed_quotes() {
            return listed.get(listed.partition_point(|&listed| listed < (ix, quote)).checked_sub(1)?).copied();
        }
        if let Some(quote) = quote.checked_sub(1) {
            return Some((ix, quote));
        }
        let place = self.filter.position(ix)?;
        let &before = self.filter.visible.get(place.checked_sub(1)?)?;
        Some((before, self.doc.quotes_of(before).checked_sub(1)?))
    }

    /// The first quote of all.
    pub(in crate::app) fn first_quote(&self) -> Option<QuoteRef> {
        match self.filter.listed_quotes() {
            Some(listed) => listed.first().copied(),
            None => self.filter.visible.first().map(|&ix| (ix, 0)),
        }
    }

    /// The last quote of all.
    pub(in crate::app) fn last_quote(&self) -> Option<QuoteRef> {
        if let Some(listed) = self.filter.listed_quotes() {
            return listed.last().copied();
        }
        let &last = self.filter.visible.last()?;
        Some((last, self.doc.quotes_of(last).checked_sub(1)?))
    }

    /// Lists the other quotes of the events as well, or leaves them out again.
    pub(in crate::app) fn toggle_other_quotes(&mut self) {
        self.filter.shows_other_quotes = !self.filter.shows_other_quotes;
        self.time.invalidate_index();
        self.refilter();
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
