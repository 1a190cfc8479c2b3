//! A source as those cite it who go by the rules of a handbook: [Chicago](https://www.chicagomanualofstyle.org/) (the form
//! of a bibliography) and [APA](https://apastyle.apa.org/), 7th edition. Both write English dates.

use std::str::FromStr;

use super::{
    cite::{citation, long_date, quotation_marks},
    date_parts::{DateParts, is_plain},
};
use crate::model::{EventDate, Lang, Source, Vocabularies};

/// By whose rules a source is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CitationStyle {
    /// Who published what, when, and where, one behind the other, in the language of labels.
    #[default]
    Plain,
    /// The Chicago Manual of Style.
    Chicago,
    /// The American Psychological Association.
    Apa,
}

impl CitationStyle {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Chicago, Self::Apa];

    /// What it is called in the configuration and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Chicago => "chicago",
            Self::Apa => "apa",
        }
    }

    /// What it is, in a few words.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Plain => "Who, what, when and where, in the language of labels",
            Self::Chicago => "The Chicago Manual of Style",
            Self::Apa => "The American Psychological Association",
        }
    }

    /// A source as it is cited by these rules.
    pub fn cite(self, words: &Vocabularies, source: &Source, lang: Lang) -> String {
        let (open, close) = quotation_marks(source.lang.as_deref());
        let title = source.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        let publisher = source.publisher.as_deref().map(|name| words.publisher(name, Lang::En));
        let date = source.date.as_deref();
        let parts: Vec<String> = match self {
            Self::Plain => return citation(words, source, lang),
            Self::Chicago => {
                let author = publisher.map(|name| ended(&name));
                // The full stop stands within marks that go up and down, and behind those with corners.
                let title = title.map(|title| match close {
                    '”' => format!("{open}{}{close}", ended(title)),
                    _ => format!("{open}{title}{close}."),
                });
                author.into_iter().chain(title).chain(date.map(|date| ended(&chicago_date(date)))).collect()
            }
            Self::Apa => {
                let date = format!("({}).", date.map_or_else(|| "n.d.".to_owned(), apa_date));
                let title = title.map(ended);
                // What has no author begins with its title.
                match publisher.map(|name| ended(&name)) {
                    Some(author) => [author, date].into_iter().chain(title).collect(),
                    None => title.into_iter().chain([date]).collect(),
                }
            }
        };
        let address = source.url.as_deref().map(|url| match self {
            Self::Chicago => format!("{url}."),
            _ => url.to_owned(),
        });
        let archived = source.archived.as_deref().map(|url| match self {
            Self::Chicago => format!("Archived at {url}."),
            _ => format!("(archived at {url})"),
        });
        parts.into_iter().chain(address).chain(archived).collect::<Vec<_>>().join(" ")
    }
}

impl FromStr for CitationStyle {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|style| style.name() == name).ok_or(())
    }
}

/// A sentence with its full stop.
fn ended(text: &str) -> String {
    if text.ends_with(['.', '?', '!', '。', '？', '！']) { text.to_owned() } else { format!("{text}.") }
}

/// The year, the month by its name, and the day, as far as a date is no more than these.
fn parts(written: &str) -> Option<(String, Option<String>, Option<u32>)> {
    let date = EventDate::parse(written).ok().filter(is_plain)?;
    let bounds = date.bounds();
    let parts = DateParts::of(bounds.start)
        .filter(|_| bounds.is_point() && (1..=9_999).contains(&bounds.start.earliest.year()))?;
    let month = parts.month.map(|_| bounds.start.earliest.civil().format("%B").to_string());
    Some((parts.year.to_string(), month, parts.day))
}

/// January 7, 2023.
fn chicago_date(written: &str) -> String {
    match parts(written) {
        Some((year, Some(month), Some(day))) => format!("{month} {day}, {year}"),
        Some((year, Some(month), None)) => format!("{month} {year}"),
        Some((year, ..)) => year,
        None => long_date(written, Lang::En),
    }
}

/// 2023, January 7.
fn apa_date(written: &str) -> String {
    match parts(written) {
        Some((year, Some(month), Some(day))) => format!("{year}, {month} {day}"),
        Some((year, Some(month), None)) => format!("{year}, {month}"),
        Some((year, ..)) => year,
        None => long_date(written, Lang::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Source {
        Source {
            title: Some("A memorandum".into()),
            publisher: Some("METI".into()),
            url: Some("https://example.org/a".into()),
            date: Some("2023-01-07".into()),
            ..Source::unnamed()
        }
    }

    fn cited(style: CitationStyle, source: &Source) -> String {
        style.cite(&Vocabularies::default(), source, Lang::En)
    }

    #[test]
    fn a_source_is_cited_by_the_rules_of_each_handbook() {
        use CitationStyle::{Apa, Chicago, Plain};
        let whole = source();
        assert_eq!(cited(Chicago, &whole), "METI. “A memorandum.” January 7, 2023. https://example.org/a.");
        assert_eq!(cited(Apa, &whole), "METI. (2023, January 7). A memorandum. https://example.org/a");
        assert_eq!(cited(Plain, &whole), "METI, “A memorandum”, 7 January 2023, https://example.org/a");
        let ja = Source { title: Some("覚書".into()), lang: Some("ja".into()), ..source() };
        assert_eq!(cited(Chicago, &ja), "METI. 「覚書」. January 7, 2023. https://example.org/a.");
        let bare = Source { publisher: None, date: None, ..source() };
        assert_eq!(cited(Chicago, &bare), "“A memorandum.” https://example.org/a.");
        assert_eq!(cited(Apa, &bare), "A memorandum. (n.d.). https://example.org/a");
        let archived = Source { archived: Some("https://archive.org/a".into()), ..source() };
        assert!(cited(Chicago, &archived).ends_with("https://example.org/a. Archived at https://archive.org/a."));
        assert!(cited(Apa, &archived).ends_with("https://example.org/a (archived at https://archive.org/a)"));
        assert!(cited(Plain, &archived).ends_with("archived at https://archive.org/a"));
    }

    #[test]
    fn no_date_is_cited_more_exactly_than_it_is_known() {
        for (written, chicago, apa) in [
            ("2023-01", "January 2023", "2023, January"),
            ("2023", "2023", "2023"),
            ("2023~", "c. 2023", "c. 2023"),
            ("2023-01-06/2023-01-07", "6–7 January 2023", "6–7 January 2023"),
            ("spring of 2023", "spring of 2023", "spring of 2023"),
        ] {
            assert_eq!((chicago_date(written).as_str(), apa_date(written).as_str()), (chicago, apa), "{written}");
        }
    }
}
