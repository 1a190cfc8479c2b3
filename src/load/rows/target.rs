//! The fields of an event that columns can be mapped to.

/// A field of an event that a column can be mapped to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// When it happened; several columns are several events.
    Date,
    /// When it ended.
    End,
    /// The title.
    Title,
    /// The title in Japanese.
    TitleJa,
    /// The summary.
    Summary,
    /// The lane.
    Lane,
    /// The kind.
    Kind,
    /// Areas, with commas, semicolons or bars between them.
    Areas,
    /// Parties, written in the same way.
    Parties,
    /// People, written in the same way.
    People,
    /// Bodies, written in the same way.
    Organisations,
    /// The place.
    Place,
    /// Words that were said.
    Quote,
    /// Who said them.
    Speaker,
    /// A remark.
    Note,
    /// The address of a source.
    Url,
    /// The id.
    Id,
}

impl Target {
    /// All of them, in the order in which a mapping is told.
    pub const ALL: [Self; 17] = [
        Self::Date,
        Self::End,
        Self::Title,
        Self::TitleJa,
        Self::Lane,
        Self::Kind,
        Self::Areas,
        Self::Parties,
        Self::People,
        Self::Organisations,
        Self::Place,
        Self::Summary,
        Self::Quote,
        Self::Speaker,
        Self::Note,
        Self::Url,
        Self::Id,
    ];

    /// How many there are.
    pub(super) const COUNT: usize = Self::ALL.len();

    /// How a mapping writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::End => "end",
            Self::Title => "title",
            Self::TitleJa => "title_ja",
            Self::Summary => "summary",
            Self::Lane => "lane",
            Self::Kind => "kind",
            Self::Areas => "areas",
            Self::Parties => "parties",
            Self::People => "people",
            Self::Organisations => "organisations",
            Self::Place => "place",
            Self::Quote => "quote",
            Self::Speaker => "speaker",
            Self::Note => "note",
            Self::Url => "url",
            Self::Id => "id",
        }
    }

    /// The field of queries by which its values are found; `None` where there is none.
    pub const fn field_of_queries(self) -> Option<&'static str> {
        match self {
            Self::Date => Some("date"),
            Self::Title => Some("title"),
            Self::Lane => Some("lane"),
            Self::Kind => Some("kind"),
            Self::Areas => Some("area"),
            Self::Parties => Some("party"),
            Self::People => Some("person"),
            Self::Organisations => Some("org"),
            Self::Place => Some("place"),
            Self::Quote => Some("quote"),
            Self::Speaker => Some("said"),
            Self::Url => Some("source"),
            Self::Id => Some("id"),
            Self::End | Self::TitleJa | Self::Summary | Self::Note => None,
        }
    }

    /// The field of this name, in the singular as well.
    pub fn named(name: &str) -> Option<Self> {
        let one = match name {
            "area" | "tags" | "tag" => Self::Areas,
            "party" => Self::Parties,
            "person" => Self::People,
            "organisation" | "organization" | "org" => Self::Organisations,
            "source" => Self::Url,
            _ => return Self::ALL.into_iter().find(|target| target.name() == name),
        };
        Some(one)
    }
}
