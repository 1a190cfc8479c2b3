//! The filter: words, fields and dates, as they are typed on the screen.

use super::{
    mode::ReaderMode,
    response::Response,
    sentence::{capitalized, quoted, sentence, sentences},
};
use crate::{
    app::Direction,
    messages::{DisabledReason, Locale, reader},
    query::{ParsedQuery, Query, QueryFault},
};

/// What is said for all terms of the filter.
const ALL: [&str; 2] = ["all", "すべて"];

impl ReaderMode<'_> {
    /// Filters by these words, in place of those of before; without any, says what the filter is.
    pub(super) fn find(&mut self, text: &str) -> Response {
        if text.is_empty() {
            return self.tell_where();
        }
        match self.parse(text) {
            Ok(query) => self.filter_by(query),
            Err(answer) => answer,
        }
    }

    /// Filters by these words as well.
    pub(super) fn narrow(&mut self, text: &str) -> Response {
        match self.parse(text) {
            Ok(more) => {
                let mut query = self.app.query().clone();
                query.edit_chips(|chips| chips.extend(more.chips()));
                self.filter_by(query)
            }
            Err(answer) => answer,
        }
    }

    /// Drops a term of the filter: the last, that of a number, or all.
    pub(super) fn drop_terms(&mut self, argument: &str) -> Response {
        let (locale, count) = (self.locale(), self.app.query().chip_count());
        if count == 0 {
            return Response::refused(DisabledReason::NoFilter, locale);
        }
        if ALL.contains(&argument) {
            return self.filter_by(Query::default());
        }
        let number = if argument.is_empty() { Ok(count) } else { argument.parse() };
        match number {
            Ok(number) if (1..=count).contains(&number) => {
                let mut query = self.app.query().clone();
                query.drop_chip(number - 1);
                self.filter_by(query)
            }
            number => Response::failed(reader::no_such_term(locale, number.unwrap_or(0), count)),
        }
    }

    /// Reads a filter; the answer says what is wrong with it, and where.
    pub(super) fn parse(&self, text: &str) -> Result<Query, Response> {
        let parsed = ParsedQuery::parse_for(text, self.app.timeline());
        match parsed.faults.first() {
            None => Ok(parsed.query),
            Some(fault) => {
                let why = fault_in_words(text, fault, self.locale());
                Err(Response::failed(sentences([why.as_str(), reader::filter_stays(self.locale())], self.locale())))
            }
        }
    }

    /// Takes another filter and says what it keeps.
    pub(super) fn filter_by(&mut self, query: Query) -> Response {
        self.app.filter_by(query);
        self.tell_kept()
    }

    /// How many events pass the filter, why none does, and where one is now.
    pub(super) fn tell_kept(&mut self) -> Response {
        let locale = self.locale();
        let position = self.position();
        let (filter, all) = (self.app.filter(), self.app.timeline().len());
        let mut told = Vec::new();
        if filter.query.has_chips() {
            told.push(reader::filter_is(locale, &filter.query.to_string()));
            told.push(reader::kept(locale, filter.visible.len(), all));
        } else {
            told.push(reader::no_filter(locale).to_owned());
            told.push(reader::events(locale, all));
        }
        told.extend((!filter.possible.is_empty()).then(|| reader::possible(locale, filter.possible.len())));
        told.extend(filter.explanation.as_ref().map(|why| capitalized(&quoted(&why.told(locale), locale))));
        let found = filter.visible.len();
        let shown = self.shown().len();
        told.extend((shown < found).then(|| reader::kept_in_time(locale, shown)));
        let head = sentences(told, locale);
        // That there is nothing has been said by then.
        let position = Some(position).filter(|_| found > 0);
        Response { told: [head].into_iter().chain(position).collect(), ..Response::default() }
    }

    /// Takes the last change back.
    pub(super) fn undo(&mut self) -> Response {
        self.step_in_history(Direction::Previous)
    }

    /// Makes the change again that was taken back last.
    pub(super) fn redo(&mut self) -> Response {
        self.step_in_history(Direction::Next)
    }

    fn step_in_history(&mut self, direction: Direction) -> Response {
        let locale = self.locale();
        let effect = match self.app.step_in_history(direction) {
            Ok(effect) => effect,
            Err(reason) => return Response::refused(reason, locale),
        };
        let warning = self.keep(effect);
        let done = match direction {
            Direction::Previous => reader::taken_back(locale),
            Direction::Next => reader::made_again(locale),
        };
        let position = self.position();
        let surroundings = super::moving::surroundings(&self.app);
        let told = [sentence(done, locale)].into_iter().chain(warning).chain([position, surroundings]);
        Response { told: told.collect(), ..Response::default() }
    }
}

/// What is wrong with a filter, by the word at which it stands: a mark below the line says nothing to the ear.
fn fault_in_words(text: &str, fault: &QueryFault, locale: Locale) -> String {
    let start = fault.span.start.min(text.len());
    let before = text.get(..start).unwrap_or_default();
    let rest = text.get(start..).unwrap_or_default();
    // The word may begin before what is wrong in it.
    let begun = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let word_start = if rest.starts_with(char::is_whitespace) { start } else { begun };
    let word = text.get(word_start..).and_then(|rest| rest.split_whitespace().next());
    let why = quoted(&fault.told(locale), locale);
    match word {
        Some(word) => {
            let number = text.get(..word_start).unwrap_or_default().split_whitespace().count() + 1;
            reader::wrong_at(locale, word, number, &why)
        }
        None => reader::wrong_at_end(locale, &why),
    }
}
