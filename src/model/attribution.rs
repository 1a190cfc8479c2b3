//! Who acts or speaks in an event, as readers see it: what the event says, and what the vocabularies say besides.

use std::borrow::Cow;

use super::{EventDate, Lang, Person, Quote, Vocabularies, event::publishers};

/// Somebody with a role, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution<'a> {
    /// The name in Latin letters.
    pub name: &'a str,
    /// The name in Japanese.
    pub name_ja: Option<&'a str>,
    /// The role, or the kind of text.
    pub role: Option<&'a str>,
    /// The same in Japanese.
    pub role_ja: Option<&'a str>,
}

impl<'a> Attribution<'a> {
    /// The name in this language, in Latin letters for both.
    pub fn name(&self, lang: Lang) -> &'a str {
        lang.pick(self.name, self.name_ja)
    }

    /// The role in this language, in English for both.
    pub fn role(&self, lang: Lang) -> Option<&'a str> {
        match lang {
            Lang::Ja => self.role_ja.or(self.role),
            Lang::En | Lang::Both => self.role.or(self.role_ja),
        }
    }
}

impl Vocabularies {
    /// A person as an event of this date names one.
    pub fn person<'a>(&'a self, said: &'a Person, date: &EventDate) -> Attribution<'a> {
        let own = Attribution {
            name: &said.name,
            name_ja: said.name_ja.as_deref(),
            role: said.role.as_deref(),
            role_ja: said.role_ja.as_deref(),
        };
        self.completed(own, date)
    }

    /// Who speaks in a quote of an event of this date: a person or a body. `None` where the quote does not say.
    pub fn speaker<'a>(&'a self, quote: &'a Quote, date: &EventDate) -> Option<Attribution<'a>> {
        let own = Attribution {
            name: quote.speaker.as_deref()?,
            name_ja: quote.speaker_ja.as_deref(),
            role: quote.role.as_deref(),
            role_ja: quote.role_ja.as_deref(),
        };
        Some(self.completed(own, date))
    }

    /// The role in which a quote was said, or the kind of text that it is from.
    pub fn role_of_quote<'a>(&'a self, quote: &'a Quote, date: &EventDate, lang: Lang) -> Option<&'a str> {
        match self.speaker(quote, date) {
            Some(speaker) => speaker.role(lang),
            None => lang.texts(quote.role.as_deref(), quote.role_ja.as_deref()).into_iter().next(),
        }
    }

    /// The same with all that is known of the name. A role that is said is not that of the vocabulary, in either language.
    fn completed<'a>(&'a self, own: Attribution<'a>, date: &EventDate) -> Attribution<'a> {
        if let Some(known) = self.persons.find(own.name) {
            let post = known.post(date.bounds()).filter(|_| own.role.is_none());
            return Attribution {
                name: &known.name,
                name_ja: own.name_ja.or(known.name_ja.as_deref()),
                role: own.role.or(post.map(|post| &*post.role)),
                role_ja: own.role_ja.or(post.and_then(|post| post.role_ja.as_deref())),
            };
        }
        let body = self.organisations.find(own.name).and_then(|id| self.organisations.get(id));
        match body {
            Some(body) => Attribution { name: &body.name, name_ja: own.name_ja.or(body.name_ja.as_deref()), ..own },
            None => own,
        }
    }

    /// Who published a source, in this language; several as they are written.
    pub fn publisher<'a>(&'a self, written: &'a str, lang: Lang) -> Cow<'a, str> {
        let mut names = publishers(written).map(|name| self.organisation(name, lang));
        match (names.next(), names.next()) {
            (Some(only), None) => only,
            (Some(first), Some(second)) => {
                let all: Vec<Cow<'_, str>> = [first, second].into_iter().chain(names).collect();
                all.join(" / ").into()
            }
            (None, _) => written.into(),
        }
    }

    /// The name of a body in this language: that of the vocabulary, if it is in there, else as it is written.
    pub fn organisation<'a>(&'a self, written: &'a str, lang: Lang) -> Cow<'a, str> {
        match self.organisations.find(written) {
            Some(id) => self.organisations.label(id, lang),
            None => written.into(),
        }
    }
}
