//! What readers are told of a field: what it asks for, and how that is written.

use super::Field;

impl Field {
    /// What it asks for, in a few words.
    pub const fn about(self) -> &'static str {
        self.described().0
    }

    /// A term that asks for it, with a value that there may be.
    pub const fn example(self) -> &'static str {
        self.described().1
    }

    const fn described(self) -> (&'static str, &'static str) {
        match self {
            Self::Lane => ("the lane", "lane:us-japan"),
            Self::Area => ("an area", "area:skills,norms"),
            Self::Kind => ("the kind of event", "-kind:statement"),
            Self::Party => ("a party", "party:JP"),
            Self::Year => ("a year that the event touches", "year:2022"),
            Self::Person => ("a person, or the speaker of a quote", "person:西村"),
            Self::Speaker => ("who said a quote, a person or a body", "said:Sullivan"),
            Self::Org => ("a body that took part", "org:NISC"),
            Self::Place => ("the place", "place:\"Washington, D.C.\""),
            Self::Source => ("title, publisher or address of a source", "source:example.org"),
            Self::Lang => ("the language of a quote", "lang:ja"),
            Self::Quote => ("words of a quote or of its translation", "quote:運用"),
            Self::Title => ("words of the title", "title:talks"),
            Self::Id => ("a part of the id", "id:2023-01"),
            Self::Thread => {
                ("all that follows from the event of this id, and that it follows from", "thread:first-meeting")
            }
            Self::Tag => ("a tag that you have given", "tag:check"),
            Self::Note => ("words of what you have noted", "note:annex"),
            Self::Has => ("something that the event has", "has:quote"),
            Self::Is => ("something that the event is", "is:contested"),
            Self::Extra(_) => ("a field that annalist does not know", "EventID:4624"),
        }
    }
}
