//! Which quotes a query is about: those in which its words stand, or that somebody said. What it asks of an event as a whole
//! every quote of the event answers alike.

use std::collections::HashSet;

use super::{QueryEvaluator, pattern};
use crate::{
    model::{Event, EventIndex, Quote, Text},
    query::{
        Field, Predicate, Query, QueryTerm, TextKind,
        index::{ApproxPattern, SearchScope},
        known_matches::known_names,
        needle::Needle,
    },
    text::fold,
};

/// A quote by its event and its place there.
pub type QuoteRef = (EventIndex, usize);

impl Query {
    /// Whether it asks for something that some quotes of an event have and others have not: words, `quote:`, `said:`, `lang:`.
    pub fn asks_of_quotes(&self) -> bool {
        asks_of_quotes(&self.terms)
    }
}

fn asks_of_quotes(terms: &[QueryTerm]) -> bool {
    terms.iter().any(|term| match &term.predicate {
        _ if term.excludes => false,
        Predicate::Text(_) | Predicate::Acronym(_) | Predicate::Fuzzy(_) => true,
        Predicate::Field(field, _) => matches!(field, Field::Quote | Field::Speaker | Field::Lang),
        Predicate::AnyOf(alternatives) => alternatives.iter().all(|terms| asks_of_quotes(terms)),
        Predicate::Date(_) => false,
    })
}

impl QueryEvaluator<'_> {
    /// The quotes of these events that the query is about, in order; `None` if the answer was not wanted any more.
    pub fn passages(&self, query: &Query, events: &[EventIndex]) -> Option<Vec<QuoteRef>> {
        let conditions = Conditions::new(&query.terms, self);
        let has_quotes = |ix: &&EventIndex| self.timeline.meta(**ix).is_some_and(|meta| meta.quotes > 0);
        let mut passages = Vec::new();
        for &ix in events.iter().filter(has_quotes) {
            if self.is_cancelled() {
                return None;
            }
            let Some(event) = self.timeline.event(ix) else { continue };
            passages.extend(conditions.passages(&event).map(|place| (ix, place)));
        }
        Some(passages)
    }
}

/// Who must have said a quote whose words count.
#[derive(Debug)]
pub(in crate::query) struct SpeakerFilter(Conditions);

impl SpeakerFilter {
    /// What a query asks of speakers; `None` where the words of all of them count.
    pub(in crate::query) fn new(query: &Query, evaluator: &QueryEvaluator<'_>) -> Option<Self> {
        let terms = speaker_terms(&query.terms);
        (!terms.is_empty()).then(|| Self(Conditions::new(&terms, evaluator)))
    }

    /// Whether a query asks for speakers.
    pub(in crate::query) fn is_asked_by(query: &Query) -> bool {
        !speaker_terms(&query.terms).is_empty()
    }

    /// Whether the words of this quote count.
    pub(in crate::query) fn holds(&self, quote: &Quote) -> bool {
        self.0.hold(&FoldedQuote::new(quote))
    }
}

/// Of these terms those that ask for speakers; of alternatives where each of them does.
fn speaker_terms(terms: &[QueryTerm]) -> Vec<QueryTerm> {
    let asked = |term: &QueryTerm| match &term.predicate {
        _ if term.excludes => None,
        Predicate::Field(Field::Speaker, _) => Some(term.clone()),
        Predicate::AnyOf(alternatives) => {
            let alternatives: Vec<_> = alternatives.iter().map(|terms| speaker_terms(terms)).collect();
            let all_ask = alternatives.iter().all(|terms| !terms.is_empty());
            all_ask.then(|| Predicate::AnyOf(alternatives).into())
        }
        _ => None,
    };
    terms.iter().filter_map(asked).collect()
}

/// What is asked of a quote: all of it must hold.
#[derive(Debug)]
struct Conditions(Vec<(bool, Condition)>);

/// One thing that is asked of a quote.
#[derive(Debug)]
enum Condition {
    /// These words stand in it, or in the name of whoever said it.
    Words(Needle, SpeakerNames),
    /// A word like this stands in it, or in the name of whoever said it.
    Like(Box<ApproxPattern>),
    /// One of these stands in it.
    Quote(Vec<String>),
    Speaker(SpeakerNames),
    Lang(Vec<String>),
    AnyOf(Vec<Conditions>),
}

/// Names by which a speaker is asked for, folded.
#[derive(Debug, Default)]
struct SpeakerNames {
    whole: HashSet<String>,
    parts: Vec<String>,
}

impl SpeakerNames {
    /// As a filter by the field asks for them: a name that some speaker has is a whole one.
    fn asked(values: &[String], evaluator: &QueryEvaluator<'_>) -> Self {
        const SPEAKER: &[TextKind] = &[TextKind::Speaker];
        let known = known_names(Field::Speaker, evaluator.timeline, evaluator.text_index);
        let mut names = Self::default();
        for value in values.iter().filter(|value| !value.is_empty()) {
            let same: HashSet<&str> = known.same_as(value).iter().map(String::as_str).collect();
            let is_whole = if same.is_empty() {
                !evaluator.find(value, SearchScope::Whole(SPEAKER)).is_clear()
            } else {
                !evaluator.find_names(&same, SPEAKER).is_clear()
            };
            if is_whole {
                names.whole.extend(same.into_iter().map(str::to_owned).chain([value.clone()]));
            } else {
                names.whole.extend(known.containing(value).into_iter().map(str::to_owned));
                names.parts.push(value.clone());
            }
        }
        names
    }

    /// Those in which words stand.
    fn with(words: &Needle, evaluator: &QueryEvaluator<'_>) -> Self {
        let known = known_names(Field::Speaker, evaluator.timeline, evaluator.text_index);
        let whole = known.known_by(|name| words.stands_in(name)).map(str::to_owned).collect();
        Self { whole, parts: Vec::new() }
    }

    fn hold(&self, name: &str) -> bool {
        self.whole.contains(name) || self.parts.iter().any(|part| name.contains(part))
    }
}

impl Conditions {
    fn new(terms: &[QueryTerm], evaluator: &QueryEvaluator<'_>) -> Self {
        let condition = |term: &QueryTerm| Some((term.excludes, Condition::new(&term.predicate, evaluator)?));
        Self(terms.iter().filter_map(condition).collect())
    }

    fn passages(&self, event: &Event) -> impl Iterator<Item = usize> {
        let quotes = event.quotes.iter().enumerate();
        quotes.filter(|(_, quote)| self.hold(&FoldedQuote::new(quote))).map(|(place, _)| place)
    }

    fn hold(&self, quote: &FoldedQuote) -> bool {
        self.0.iter().all(|(excludes, condition)| condition.holds(quote) != *excludes)
    }
}

impl Condition {
    /// `None` for what is asked of the event as a whole, and for words of which folding leaves nothing.
    fn new(predicate: &Predicate, evaluator: &QueryEvaluator<'_>) -> Option<Self> {
        let folded = |values: &[String]| values.iter().map(|value| fold(value)).collect::<Vec<String>>();
        Some(match predicate {
            Predicate::Text(words) => {
                let spellings = Needle::spellings(words).filter_map(|words| Self::words(words, evaluator));
                let spellings: Vec<_> = spellings.map(|words| Conditions(vec![(false, words)])).collect();
                (!spellings.is_empty()).then_some(Self::AnyOf(spellings))?
            }
            Predicate::Acronym(word) => Self::words(Needle::whole_word(fold(word)), evaluator)?,
            Predicate::Fuzzy(word) => Self::Like(Box::new(pattern(word)?)),
            Predicate::Field(Field::Quote, values) => Self::Quote(folded(values)),
            Predicate::Field(Field::Speaker, values) => Self::Speaker(SpeakerNames::asked(&folded(values), evaluator)),
            Predicate::Field(Field::Lang, values) => Self::Lang(folded(values)),
            Predicate::AnyOf(alternatives) => {
                Self::AnyOf(alternatives.iter().map(|terms| Conditions::new(terms, evaluator)).collect())
            }
            Predicate::Field(..) | Predicate::Date(_) => return None,
        })
    }

    fn words(words: Needle, evaluator: &QueryEvaluator<'_>) -> Option<Self> {
        let speaker = SpeakerNames::with(&words, evaluator);
        (!words.is_empty()).then_some(Self::Words(words, speaker))
    }

    fn holds(&self, quote: &FoldedQuote) -> bool {
        match self {
            Self::Words(words, speaker) => {
                let stands = |text: &String| words.stands_in(text);
                quote.texts.iter().chain(&quote.speakers).any(stands)
                    || quote.speakers.iter().any(|it| speaker.hold(it))
            }
            Self::Like(word) => quote.texts.iter().chain(&quote.speakers).any(|text| word.best_in(text).is_some()),
            Self::Quote(values) => values.iter().any(|value| quote.texts.iter().any(|text| text.contains(value))),
            Self::Speaker(names) => quote.speakers.iter().any(|speaker| names.hold(speaker)),
            Self::Lang(tags) => quote.lang.as_ref().is_some_and(|lang| tags.contains(lang)),
            Self::AnyOf(alternatives) => alternatives.iter().any(|conditions| conditions.hold(quote)),
        }
    }
}

/// What can be asked of a quote, folded.
struct FoldedQuote {
    texts: Vec<String>,
    speakers: Vec<String>,
    lang: Option<String>,
}

impl FoldedQuote {
    fn new(quote: &Quote) -> Self {
        let texts = [Some(&quote.text), quote.translation.as_ref(), quote.translation_ja.as_ref()];
        let speakers = [quote.speaker.as_ref(), quote.speaker_ja.as_ref()];
        let folded = |text: &Text| fold(text);
        Self {
            texts: texts.into_iter().flatten().map(folded).collect(),
            speakers: speakers.into_iter().flatten().map(folded).collect(),
            lang: quote.lang.as_ref().map(folded),
        }
    }
}
