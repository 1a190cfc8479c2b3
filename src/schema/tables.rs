//! The tables of a timeline file and their fields, in the order in which they are written.

use super::field_schema::{
    FieldKind::{
        AsciiMark, Date, Flag, Line, Lines, ListOf, Mark, Noted, OneOf, SourceNumber, Supports, TableList, Tables,
        TablesOrText, Texts, Url, WrittenDate, Zone,
    },
    FieldSchema, TableSchema,
};
use crate::{load::CHECK_NAMES, model::CONFIDENCE_NAMES};

/// All tables that can stand in a file by themselves, in the order in which they are written.
pub const TABLES: [&TableSchema; 8] = [&TIMELINE, &LANE, &KIND, &AREA, &PARTY, &ORGANISATION, &PERSON, &EVENT];

/// The table of this name that can stand in a file by itself.
pub fn table(name: &str) -> Option<&'static TableSchema> {
    TABLES.into_iter().find(|table| table.name == name)
}

const TIMELINE: TableSchema = TableSchema {
    name: "timeline",
    about: "What the file says of the timeline as a whole; it may stand in a file once.",
    fields: &[
        FieldSchema::new("title", Line, "What the timeline is called."),
        FieldSchema::new("title_ja", Line, "The title in Japanese."),
        FieldSchema::new("description", Lines, "What the timeline covers."),
        FieldSchema::new("description_ja", Lines, "The description in Japanese."),
        FieldSchema::new("window", Date, "The time that is shown at first; without it all events are."),
        FieldSchema::new(
            "zone",
            Zone,
            "The zone in which clock times are told at first: `UTC`, `local`, `as-written` or an offset such as `+09:00`.",
        ),
        FieldSchema::new("updated", WrittenDate, "The day of the last revision."),
        FieldSchema::new(
            "checks",
            ListOf(&CHECK_NAMES),
            "What `annalist check` looks at besides: `sources` (each bears something), `official` (each event has a primary \
             source, or a note that says why not), `quotes` (what begins in mid-sentence is marked), `https`, `people` (no body \
             among them), `japanese` (what is said in English is said in Japanese), \
             `attribution` (each quote names its source), `dated` (each source has a date), `names` (no two are nearly the same), \
             `duplicates` (no two events of one day or the next have nearly the same title).",
        ),
        FieldSchema::new("policy", Lines, "By which rules the timeline is made."),
        FieldSchema::new("policy_ja", Lines, "The rules in Japanese."),
        FieldSchema::new("corrections", Lines, "Where to report an error."),
        FieldSchema::new("corrections_ja", Lines, "The same in Japanese."),
    ],
};

/// The fields of a term of a vocabulary.
const TERM_FIELDS: &[FieldSchema] = &[
    FieldSchema::required("id", Line, "What events write."),
    FieldSchema::new("name", Line, "What readers see; the id where there is none."),
    FieldSchema::new("name_ja", Line, "The name in Japanese."),
    FieldSchema::new("short_ja", Line, "A short form of the Japanese name, for tight places."),
    FieldSchema::new("mark", Mark, "The sign that stands for it on the axis, one column wide."),
    FieldSchema::new("ascii", AsciiMark, "The same sign for terminals that know ASCII only."),
    FieldSchema::new("about", Lines, "A sentence that says what is meant."),
    FieldSchema::new("about_ja", Lines, "The same sentence in Japanese."),
];

const LANE: TableSchema = TableSchema {
    name: "lane",
    about: "A lane of the axis, from top to bottom. Lanes that are not declared are made from the values that events use.",
    fields: TERM_FIELDS,
};

const KIND: TableSchema = TableSchema {
    name: "kind",
    about: "A kind of event, with the sign that stands for it on the axis.",
    fields: TERM_FIELDS,
};

const AREA: TableSchema =
    TableSchema { name: "area", about: "An area or a topic that events concern.", fields: TERM_FIELDS };

const PARTY: TableSchema =
    TableSchema { name: "party", about: "A country or another actor that takes part in events.", fields: TERM_FIELDS };

const ORGANISATION: TableSchema = TableSchema {
    name: "organisation",
    about: "A body, written once with all its names; events name it by its name or id.",
    fields: TERM_FIELDS,
};

const PERSON: TableSchema = TableSchema {
    name: "person",
    about: "A person, written once with all names and posts; events name a person by name or id.",
    fields: &[
        FieldSchema::new("id", Line, "What events may write in place of the name."),
        FieldSchema::required("name", Line, "The name in Latin letters."),
        FieldSchema::new("name_ja", Line, "The name in Japanese."),
        FieldSchema::new("party", Line, "The id of the party for whom the person acts."),
        FieldSchema::new("role", Line, "The only post; several stand in `roles`."),
        FieldSchema::new("role_ja", Line, "The only post in Japanese."),
        FieldSchema::new("roles", TableList(&POST), "The posts in order of time; the event shows that of its day."),
    ],
};

const POST: TableSchema = TableSchema {
    name: "roles",
    about: "A post that a person holds until the next begins.",
    fields: &[
        FieldSchema::new("from", Date, "The day from which it was held; without it, from before all events."),
        FieldSchema::required("role", Line, "What it is."),
        FieldSchema::new("role_ja", Line, "The same in Japanese."),
    ],
};

const EVENT: TableSchema = TableSchema {
    name: "event",
    about: "Something that happened. A date and a title are enough.",
    fields: &[
        FieldSchema::new(
            "id",
            Line,
            "Names the event in links and on the command line; made from date and title if it is not given.",
        ),
        FieldSchema::required(
            "date",
            Date,
            "When it happened, as precisely as is known (EDTF, ISO 8601-2): `2023`, `2023-01`, `2023-01-06`, `2019~` (about), \
             `2021-04?` (uncertain), `2021-03-08/2021-03-12` (from, to), `2021-04/..` (still going on), \
             `[2023-11-26,2023-11-27]` (one of these days), `2024-04-04T08:13+09:00`.",
        ),
        FieldSchema::new("end", Date, "When it ended, if that is not in `date`."),
        FieldSchema::required("title", Line, "One line that says what happened."),
        FieldSchema::new("title_ja", Line, "The title in Japanese."),
        FieldSchema::new("lane", Line, "The id of the lane that it stands in."),
        FieldSchema::new("kind", Line, "The id of its kind."),
        FieldSchema::new("parties", Texts, "The ids of those who took part."),
        FieldSchema::new("place", Line, "Where it happened."),
        FieldSchema::new("place_ja", Line, "The place in Japanese."),
        FieldSchema::new("areas", Texts, "The ids of the areas that it concerns."),
        FieldSchema::new("summary", Lines, "What happened, in a few sentences."),
        FieldSchema::new("summary_ja", Lines, "The summary in Japanese."),
        FieldSchema::new("people", TablesOrText(&PARTICIPANT, "name"), "Who acted or spoke; a name alone will do."),
        FieldSchema::new("organisations", Texts, "The bodies that took part, by name or id."),
        FieldSchema::new(
            "follows",
            Texts,
            "The ids of the earlier events that it follows from, the most important first.",
        ),
        FieldSchema::new("context", Flag, "Whether it is background rather than a part of the story."),
        FieldSchema::new("confidence", OneOf(&CONFIDENCE_NAMES), "How well it is supported."),
        FieldSchema::new("note", Lines, "An editor's remark for the reader: doubts, other wordings."),
        FieldSchema::new("note_ja", Lines, "The remark in Japanese."),
        FieldSchema::new("marked", Noted, "Whether a reader has marked it, in a file that annalist wrote."),
        FieldSchema::new("mark_tags", Noted, "The tags that a reader has given it, in a file that annalist wrote."),
        FieldSchema::new("mark_note", Noted, "What a reader has noted of it, in a file that annalist wrote."),
        FieldSchema::new("differs", Tables(&DIFFERENCE), "What single sources say otherwise."),
        FieldSchema::new(
            "quote",
            TablesOrText(&QUOTE, "text"),
            "Words that were said or written; a text alone will do.",
        ),
        FieldSchema::new(
            "source",
            TablesOrText(&SOURCE, "url"),
            "Where all this is from; an address or a title alone will do.",
        ),
    ],
};

const PARTICIPANT: TableSchema = TableSchema {
    name: "people",
    about: "A person in a role. What is left open stands in `[[person]]`, if the person is in there.",
    fields: &[
        FieldSchema::required("name", Line, "The name in Latin letters, or the id of a `[[person]]`."),
        FieldSchema::new("name_ja", Line, "The name in Japanese."),
        FieldSchema::new("role", Line, "The office held at the time."),
        FieldSchema::new("role_ja", Line, "The office in Japanese."),
        FieldSchema::new("party", Line, "The id of the party for whom the person acted."),
    ],
};

const DIFFERENCE: TableSchema = TableSchema {
    name: "differs",
    about: "A field on which a source differs from the event.",
    fields: &[
        FieldSchema::required("field", Line, "The name of the field."),
        FieldSchema::required("value", Line, "What the source says instead."),
        FieldSchema::new("value_ja", Line, "The same in Japanese."),
        FieldSchema::new("source", SourceNumber, "Which of the event's sources says so, from 1."),
    ],
};

const QUOTE: TableSchema = TableSchema {
    name: "quote",
    about: "Words that were said or written, verbatim.",
    fields: &[
        FieldSchema::required("text", Lines, "The words, in the language in which they were published."),
        FieldSchema::new("speaker", Line, "Who said them: a person or a body, by name or id."),
        FieldSchema::new("speaker_ja", Line, "The same in Japanese, of who is declared nowhere."),
        FieldSchema::new("role", Line, "In which role, or in which kind of text."),
        FieldSchema::new("role_ja", Line, "The same in Japanese."),
        FieldSchema::new("lang", Line, "The language of the words (BCP 47): `en`, `ja`."),
        FieldSchema::new("translation", Lines, "A translation into English by the editors of the timeline."),
        FieldSchema::new("translation_ja", Lines, "Their translation into Japanese."),
        FieldSchema::new("source", SourceNumber, "Which of the event's sources prints them, from 1."),
        FieldSchema::new("as_reported", Flag, "Whether only that source prints them so."),
        FieldSchema::new("note", Lines, "A remark on the wording."),
        FieldSchema::new("note_ja", Lines, "The remark in Japanese."),
    ],
};

const SOURCE: TableSchema = TableSchema {
    name: "source",
    about: "Where something is written.",
    fields: &[
        FieldSchema::new("title", Line, "The title of the page or document."),
        FieldSchema::new("publisher", Line, "Who published it; several stand as “A / B”."),
        FieldSchema::new("url", Url, "Its address, `http` or `https`."),
        FieldSchema::new("archived", Url, "The address of a copy in an archive, for the time when the page is gone."),
        FieldSchema::new("date", WrittenDate, "When it was published."),
        FieldSchema::new("lang", Line, "Its language (BCP 47): `en`, `ja`."),
        FieldSchema::new("primary", Flag, "Whether it is an official text of a body that took part."),
        FieldSchema::new(
            "supports",
            Supports,
            "Which facts of the event it bears: `date`, `place`, `parties`, `people`, `people:Sullivan`, `areas`, `title`, `summary`, `note`.",
        ),
        FieldSchema::new(
            "further_reading",
            Flag,
            "Whether it bears none of them, and is listed for who wants to read more.",
        ),
    ],
};
