//! Text to query. What is wrong in it is named with its place, and the rest is read all the same.

use std::{mem, ops::Range};

use super::{
    DatePredicate, FaultKind, PlainDate, Predicate, Query, QueryFault, QueryTerm,
    ast::{OFF, OffTerm},
    plain_date,
    reader::TermReader,
    values::{self, UnknownValue},
};
use crate::{
    model::{DateError, ExtraFields, Timeline},
    query::{Field, index::MAX_CHARS, needle::is_acronym},
    text::{fold, narrow, narrowed, suggest},
};

/// What stands before a colon and is no [`Field`].
const OTHER_FIELDS: [&str; 3] = ["date", "start", OFF];
/// Groups within groups.
const MAX_DEPTH: usize = 64;
/// Letters of a word.
const MAX_WORD_CHARS: usize = 1000;
/// Terms of a query, each value of a field being one.
const MAX_TERMS: usize = 500;

/// Adds what alternatives say to terms that must all hold: a single alternative is nothing but more terms.
fn merge(terms: &mut Vec<QueryTerm>, mut alternatives: Vec<Vec<QueryTerm>>) {
    match alternatives.len() {
        0 => {}
        1 => terms.append(&mut alternatives.remove(0)),
        _ => terms.push(Predicate::AnyOf(alternatives).into()),
    }
}

/// Reads a text from its start to its end.
pub(super) struct Parser<'a> {
    reader: TermReader<'a>,
    /// How many terms have been read.
    count: usize,
    /// Whether the rest is left out, for being too much.
    is_cut: bool,
    /// The terms that are switched off, each with how many others stand before it.
    off: Vec<OffTerm>,
    pub(super) faults: Vec<QueryFault>,
    pub(super) dates: Vec<PlainDate>,
    /// The fields that a timeline has besides.
    fields: Option<&'a ExtraFields>,
    timeline: Option<&'a Timeline>,
}

impl<'a> Parser<'a> {
    /// These fields are known besides; values that the timeline does not have are wrong, if there is one.
    pub(super) fn new(text: &'a str, fields: Option<&'a ExtraFields>, timeline: Option<&'a Timeline>) -> Self {
        let (off, faults, dates) = (Vec::new(), Vec::new(), Vec::new());
        Self { reader: TermReader::new(text), count: 0, is_cut: false, off, faults, dates, fields, timeline }
    }

    /// All that the text says. A parenthesis too many is passed over.
    pub(super) fn query(&mut self) -> Query {
        let mut terms = Vec::new();
        loop {
            let (begin, known) = (terms.len(), self.off.len());
            merge(&mut terms, self.alternatives(0));
            let mut before = begin;
            for off in self.off.iter_mut().skip(known) {
                // Alternatives are one term together, and one that says nothing is none.
                before = before.max(begin + off.before).min(terms.len());
                off.before = before;
            }
            let from = self.reader.at;
            if !self.reader.eat(')') {
                return Query { terms, off: mem::take(&mut self.off) };
            }
            self.fault(from..self.reader.at, FaultKind::UnmatchedClose);
        }
    }

    fn fault(&mut self, span: Range<usize>, kind: FaultKind) {
        self.faults.push(QueryFault { span, kind });
    }

    /// Alternatives up to the end or a closing parenthesis; those that say nothing are left out.
    fn alternatives(&mut self, depth: usize) -> Vec<Vec<QueryTerm>> {
        let mut alternatives = vec![Vec::new()];
        loop {
            self.reader.skip_blanks();
            match self.reader.sign() {
                None | Some(')') => break,
                Some(_) if self.count == MAX_TERMS => {
                    self.leave_rest(self.reader.at, FaultKind::TooManyTerms(MAX_TERMS));
                }
                Some('|') => {
                    self.reader.eat('|');
                    alternatives.push(Vec::new());
                }
                Some(_) if depth == 0 && self.eat_off() => {
                    let before = alternatives.last().map_or(0, Vec::len);
                    self.off_term(before);
                }
                Some(_) => {
                    let term = self.term(depth);
                    if let Some(terms) = alternatives.last_mut() {
                        terms.extend(term);
                    }
                }
            }
        }
        alternatives.retain(|terms| !terms.is_empty());
        alternatives
    }

    /// Takes `off:` if it stands here.
    fn eat_off(&mut self) -> bool {
        let start = self.reader.at;
        let is_off = self.reader.sign() != Some('"')
            && narrowed(&self.reader.token(|c| c == ':')) == OFF
            && self.reader.eat(':');
        if !is_off {
            self.reader.at = start;
        }
        is_off
    }

    /// The term behind an `off:`, which has so many others before it.
    fn off_term(&mut self, before: usize) {
        let start = self.reader.at;
        let is_missing = self.reader.peek().is_none_or(|c| c.is_whitespace() || matches!(narrow(c), ')' | '|'));
        if is_missing {
            self.fault(start..start, FaultKind::MissingValue(OFF));
        } else {
            let terms = self.term(0);
            self.off.extend(terms.into_iter().map(|term| OffTerm { before, term }));
        }
    }

    /// The next term; nothing if it says nothing, such as a lone `-`; several if a group is no more than them.
    fn term(&mut self, depth: usize) -> Vec<QueryTerm> {
        let start = self.reader.at;
        let excludes = self.reader.eat('-');
        if self.reader.sign() == Some('(') {
            return self.group(excludes, depth);
        }
        self.count += 1;
        let predicate = if self.reader.eat('~') {
            self.fuzzy()
        } else if self.reader.sign() == Some('"') {
            self.words()
        } else {
            self.word()
        };
        if self.reader.at == start {
            // Nothing that a term can begin with: it is stepped over, so that reading comes to an end.
            self.reader.at += self.reader.peek().map_or(0, char::len_utf8);
        }
        predicate.map(|predicate| QueryTerm { excludes, predicate }).into_iter().collect()
    }

    fn group(&mut self, excludes: bool, depth: usize) -> Vec<QueryTerm> {
        let open = self.reader.at;
        self.reader.eat('(');
        let opened = self.reader.at;
        if depth == MAX_DEPTH {
            self.leave_rest(open, FaultKind::TooDeep(MAX_DEPTH));
            return Vec::new();
        }
        let mut alternatives = self.alternatives(depth + 1);
        if !self.reader.eat(')') && !self.is_cut {
            self.fault(open..opened, FaultKind::Unclosed);
        }
        match (alternatives.len(), excludes) {
            (0, _) => Vec::new(),
            (1, false) => alternatives.remove(0),
            (1, true) if alternatives.first().is_some_and(|terms| terms.len() == 1) => {
                let opposite = |term: QueryTerm| QueryTerm { excludes: !term.excludes, ..term };
                alternatives.remove(0).into_iter().map(opposite).collect()
            }
            _ => vec![QueryTerm { excludes, predicate: Predicate::AnyOf(alternatives) }],
        }
    }

    /// There is too much: what follows from here on is not read.
    fn leave_rest(&mut self, from: usize, why: FaultKind) {
        self.fault(from..self.reader.text.len(), why);
        (self.reader.at, self.is_cut) = (self.reader.text.len(), true);
    }

    /// Words in quotes, if there are any.
    fn words(&mut self) -> Option<Predicate> {
        let start = self.reader.at;
        let words = self.reader.token(|_| false);
        (self.is_short(start, &words, MAX_WORD_CHARS) && !words.is_empty()).then_some(Predicate::Text(words))
    }

    /// Words of which the spelling is not sure, if there are any. What counts is their folded length.
    fn fuzzy(&mut self) -> Option<Predicate> {
        let start = self.reader.at;
        let words = self.reader.token(|_| false);
        (self.is_short(start, &fold(&words), MAX_CHARS) && !words.is_empty()).then_some(Predicate::Fuzzy(words))
    }

    /// Whether words that began here are not too long to be looked for.
    fn is_short(&mut self, start: usize, words: &str, longest: usize) -> bool {
        let is_short = words.chars().nth(longest).is_none();
        if !is_short {
            self.fault(start..self.reader.at, FaultKind::WordTooLong(longest));
        }
        is_short
    }

    /// A date, a word, or a field with its values.
    fn word(&mut self) -> Option<Predicate> {
        let start = self.reader.at;
        if let Some(date) = self.plain_date(start) {
            self.dates.push(PlainDate { span: start..self.reader.at, instead: date.to_string(), date: date.clone() });
            return Some(Predicate::Date(date));
        }
        let whole = self.reader.token(|_| false);
        if let Some(date) = DatePredicate::from_bare_word(&narrowed(&whole)) {
            return Some(Predicate::Date(date));
        }
        self.reader.at = start;
        let word = self.reader.token(|c| c == ':');
        if !self.is_short(start, &word, MAX_WORD_CHARS) {
            return None;
        }
        let name = start..self.reader.at;
        if self.reader.sign() != Some(':') {
            let capitals = Some(narrowed(&word)).filter(|word| is_acronym(word));
            let predicate = capitals.map_or(Predicate::Text(word), Predicate::Acronym);
            return (self.reader.at > start).then_some(predicate);
        }
        let (as_written, word) = (word.clone(), self.field_name(narrowed(&word)));
        match word.as_str() {
            "date" => return self.date("date", DatePredicate::parse),
            "start" => return self.date("start", DatePredicate::parse_start),
            OFF => {
                self.reader.token(|_| false);
                self.fault(name, FaultKind::OffInside);
                return None;
            }
            _ => {}
        }
        if let Some(field) = Field::named(&word) {
            return self.field(field, &name);
        }
        if let Some(extra) = self.fields.and_then(|fields| fields.written_by_queries(&word)) {
            return self.field(Field::Extra(extra), &name);
        }
        let rest = self.reader.token(|_| false);
        let whole = format!("{as_written}{rest}");
        if !self.is_short(start, &whole, MAX_WORD_CHARS) {
            return None;
        }
        let is_name = word.len() > 1 && word.bytes().all(|b| b.is_ascii_alphabetic());
        if !is_name || rest.starts_with("://") {
            return Some(Predicate::Text(whole));
        }
        let near = suggest(&word, Field::ALL.map(Field::name).into_iter().chain(OTHER_FIELDS));
        let near = near.or_else(|| Field::ALL.map(Field::name).into_iter().find(|field| field.starts_with(&word)));
        self.fault(name, FaultKind::UnknownField(word, near));
        None
    }

    /// The name of a field; that of a column which has become another field is taken for it.
    fn field_name(&self, word: String) -> String {
        let is_known = Field::named(&word).is_some() || OTHER_FIELDS.contains(&word.as_str());
        let column = self.fields.filter(|_| !is_known).and_then(|fields| fields.stands_for(&word));
        column.map_or(word, str::to_owned)
    }

    fn date(&mut self, name: &'static str, read: fn(&str) -> Result<DatePredicate, DateError>) -> Option<Predicate> {
        self.reader.eat(':');
        let start = self.reader.at;
        let text = narrowed(&self.reader.token(|_| false));
        if text.is_empty() {
            self.fault(start..self.reader.at, FaultKind::MissingValue(name));
            return None;
        }
        match read(&text) {
            Ok(date) => Some(Predicate::Date(date)),
            Err(error) => {
                let plain = self.plain_date(start).map(|date| date.text().to_owned());
                let Some((instead, date)) = plain.and_then(|text| Some((text.clone(), read(&text).ok()?))) else {
                    self.fault(start..self.reader.at, FaultKind::Date(error));
                    return None;
                };
                self.dates.push(PlainDate { span: start..self.reader.at, instead, date: date.clone() });
                Some(Predicate::Date(date))
            }
        }
    }

    /// A date that is written as people write it, here or in the words from here on, which are taken.
    fn plain_date(&mut self, start: usize) -> Option<DatePredicate> {
        let (date, bytes) = plain_date::leading(self.reader.text.get(start..)?)?;
        self.reader.at = start + bytes;
        Some(date)
    }

    fn field(&mut self, field: Field, name: &Range<usize>) -> Option<Predicate> {
        let mut values = Vec::new();
        let mut is_known = true;
        let begin = self.reader.at;
        while self.reader.eat(if self.reader.at == begin { ':' } else { ',' }) {
            let start = self.reader.at;
            // `""` is the empty value: that of events without a lane.
            let mut signs = self.reader.rest().chars().map(narrow);
            let is_empty_value = signs.next() == Some('"') && signs.next() == Some('"');
            let value = self.reader.token(|c| c == ',');
            if value.is_empty() && !is_empty_value {
                continue;
            }
            if self.count > MAX_TERMS {
                self.leave_rest(start, FaultKind::TooManyTerms(MAX_TERMS));
                break;
            }
            self.count += 1;
            if !self.is_short(start, &value, MAX_WORD_CHARS) {
                is_known = false;
                continue;
            }
            match values::unknown(field, &value, self.timeline) {
                None => values.push(value),
                Some(UnknownValue { suggestion }) => {
                    is_known = false;
                    self.fault(start..self.reader.at, FaultKind::UnknownValue(field, value, suggestion));
                }
            }
        }
        if values.is_empty() && is_known {
            self.fault(name.start..self.reader.at, FaultKind::MissingValue(field.name()));
        }
        (!values.is_empty()).then_some(Predicate::Field(field, values))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{ParsedQuery, Query},
        *,
    };

    #[test]
    fn texts_and_their_terms() {
        for (text, printed) in [
            ("", ""),
            ("  nisc  制御 ", "nisc 制御"),
            ("\"control systems\" -draft", "\"control systems\" -draft"),
            ("lane:us-japan,uk-japan", "lane:us-japan,uk-japan"),
            ("place:\"Washington, D.C.\"", "place:\"Washington, D.C.\""),
            ("-area:defense", "-area:defense"),
            ("https://example.org", "\"https://example.org\""),
            ("\"never closed", "\"never closed\""),
            ("lane:", ""),
            ("lane:,a,,b", "lane:a,b"),
            ("lane:\"", ""),
            ("-lane:\"\",a", "-lane:\"\",a"),
            ("-", ""),
            ("\"lane:us\"", "\"lane:us\""),
            ("12:30", "12:30"),
            ("nisc | 経済産業省", "(nisc | 経済産業省)"),
            ("kind:agreement -area:defense (nisc | 経済産業省)", "kind:agreement -area:defense (nisc | 経済産業省)"),
            ("(nisc)", "nisc"),
            ("-(nisc)", "-nisc"),
            ("-(-nisc)", "nisc"),
            ("-(a b)", "-(a b)"),
            ("(a (b c)) d", "a b c d"),
            ("a | | b |", "(a | b)"),
            ("(((", ""),
            ("a ) b", "a b"),
            ("2022", "2022"),
            ("\"2022\"", "\"2022\""),
            ("date:2022", "date:2022"),
            ("-2022..", "-2022.."),
            ("~memorandom", "~memorandom"),
            ("~\"a b\"", "~\"a b\""),
            ("\"~\"", "\"~\""),
            ("|", ""),
            ("a\"b", "\"a\\\"b\""),
            ("a off:b -c", "a off:b -c"),
            ("off:-lane:x,y ｏｆｆ：a", "off:-lane:x,y off:a"),
            ("off:(a b) off:(a | b) off:-(a b)", "off:a off:b off:(a | b) off:-(a b)"),
            ("a off:b | c", "(a | c) off:b"),
            ("off:", ""),
            ("\"off:a\" off", "\"off:a\" off"),
            ("off:may off:2022 x", "off:may off:2022 x"),
            ("may off:2022", "may off:2022"),
            ("off:\"may\" (2022)", "off:may (2022)"),
        ] {
            assert_eq!(Query::parse(text).to_string(), printed, "{text}");
        }
    }

    #[test]
    fn faults_are_named_where_they_stand() {
        for (text, place, words) in [
            ("are:ics", "are", "no field `are`, did you mean `area`?"),
            ("nisc are:ics", "are", "no field `are`, did you mean `area`?"),
            ("-colour:red", "colour", "no field `colour`; quote it to look for the words"),
            ("date:2023-02-30", "2023-02-30", "2023-02-30: February 2023 has 28 days"),
            ("lane:", "lane:", "`lane:` needs a value"),
            ("a (b", "(", "unclosed `(`"),
            ("a) b", ")", "unmatched `)`"),
            ("has:qoute", "qoute", "`has:` knows no `qoute`, did you mean `quote`?"),
        ] {
            let faults = ParsedQuery::parse(text).faults;
            let [fault] = &faults[..] else { panic!("{text}: {faults:?}") };
            assert_eq!((text.get(fault.span.clone()).unwrap(), &*fault.to_string()), (place, words), "{text}");
        }
    }

    #[test]
    fn what_is_too_much_is_refused_in_words() {
        let (words, letters) = ("a ".repeat(MAX_TERMS + 1), "あ".repeat(MAX_WORD_CHARS + 1));
        let values = format!("party:{}", "a,".repeat(MAX_TERMS + 1));
        let fuzzy = format!("b ~{} c", "x".repeat(64_000));
        let folded_longer = format!("~{}", "㌖".repeat(MAX_CHARS / 2));
        let deep = format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000));
        let long = format!("{letters} b");
        let long_value = format!("person:a,{letters} b");
        let half = "あ".repeat(MAX_WORD_CHARS / 2);
        let long_with_colon = format!("{half}:{half} b");
        for (text, kept, words) in [
            (&words, MAX_TERMS, "a query has no more than 500 terms"),
            (&values, 1, "a query has no more than 500 terms"),
            (&fuzzy, 2, "a word of more than 64 letters is not looked for"),
            (&folded_longer, 0, "a word of more than 64 letters is not looked for"),
            (&long, 1, "a word of more than 1000 letters is not looked for"),
            (&long_with_colon, 1, "a word of more than 1000 letters is not looked for"),
            (&long_value, 2, "a word of more than 1000 letters is not looked for"),
            (&deep, 0, "parentheses stand in no more than 64 others"),
        ] {
            let ParsedQuery { query, faults, .. } = ParsedQuery::parse(text);
            let [fault] = &faults[..] else { panic!("{text}: {faults:?}") };
            assert_eq!((query.terms.len(), &*fault.to_string()), (kept, words));
            assert!(text.get(fault.span.clone()).is_some());
        }
        for text in ["x".repeat(MAX_WORD_CHARS), format!("~{}", "x".repeat(MAX_CHARS)), "a ".repeat(MAX_TERMS)] {
            assert_eq!(ParsedQuery::parse(&text).faults, []);
        }
    }

    /// Pieces of queries in any order.
    fn texts() -> impl Strategy<Value = String> {
        let token = prop::sample::select(vec![
            "nisc",
            "制御",
            " ",
            " ",
            "\"",
            "\\",
            "(",
            ")",
            "|",
            "-",
            "~",
            ":",
            ",",
            "lane:",
            "date:",
            "has:quote",
            "is:context",
            "2022",
            "..",
            "2022-03",
            ">=",
            "[2021,2022]",
            "area:a,b",
            "x:",
            "http://a",
            "person:\"a b\"",
            "　",
            "off:",
            "may ",
            "off:",
        ]);
        prop::collection::vec(token, 0..14).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back_as_the_same(text in texts()) {
            let query = Query::parse(&text);
            let printed = query.to_string();
            let again = ParsedQuery::parse(&printed);
            prop_assert_eq!(&again.query, &query, "{}", printed);
            prop_assert!(again.faults.is_empty(), "{}: {:?}", printed, again.faults);
        }

        #[test]
        fn no_text_is_too_much(text in any::<String>()) {
            let reading = ParsedQuery::parse(&text);
            for fault in &reading.faults {
                prop_assert!(text.get(fault.span.clone()).is_some());
                prop_assert!(!fault.to_string().is_empty());
            }
            prop_assert_eq!(Query::parse(&reading.query.to_string()), reading.query);
        }
    }
}
