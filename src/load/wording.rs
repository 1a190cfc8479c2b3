//! What is said of a fault, in the words of what the file is written in.

use super::{
    Syntax,
    diagnostic::{Diagnostic, DiagnosticKind, Shape},
    finding::Finding,
    position::Region,
};
use crate::{messages::Locale, model::ColumnNote};

/// So many characters of a message, and of a name that was found, are told.
const MAX_MESSAGE_CHARS: usize = 400;
const MAX_NAME_CHARS: usize = 40;

impl DiagnosticKind {
    /// What is wrong, in one line that is not too long.
    pub fn message(&self, syntax: Syntax) -> String {
        clipped(self.words(syntax), MAX_MESSAGE_CHARS)
    }

    fn words(&self, syntax: Syntax) -> String {
        let table = syntax.table();
        match self {
            Self::NotUtf8 => "the file is not UTF-8".to_owned(),
            Self::Syntax { message } => message.clone(),
            Self::NoEvents => "no events: an event needs a date and a title".to_owned(),
            Self::TooLong { megabytes } => format!("an event of more than {megabytes} MB, which is not read"),
            Self::Missing { table, fields, found, .. } => {
                let needs = fields.iter().map(|field| format!("{} {field}", article(field)));
                let needs = format!("{} {table} needs {}", article(table), joined(needs, " and "));
                if found.is_empty() { needs } else { format!("{needs}; this one has {}", quoted(found)) }
            }
            Self::Empty { field } => format!("the {field} is empty"),
            Self::WrongType { field: "event", found: Shape::Other, .. } => "this is no JSON".to_owned(),
            Self::WrongType { field, found, .. } => format!("`{field}` holds {}", found.name(syntax)),
            Self::WrongValue { field, value, .. } => format!("invalid value `{value}` for `{field}`"),
            Self::UnknownField { field, .. } => format!("unknown field `{field}`"),
            Self::UnknownTable { table: name, .. } => format!("unknown {table} `{name}`"),
            Self::Repeated { table: name } if syntax == Syntax::Toml => {
                format!("a second `[{name}]`; only the first counts")
            }
            Self::Repeated { table: name } => format!("a second `{name}`; only the first counts"),
            Self::RepeatedField { field } => format!("`{field}` is given twice; the last one counts"),
            Self::UnterminatedString { .. } => "unterminated string".to_owned(),
            Self::Unquoted { .. } => "unquoted string".to_owned(),
            Self::Escape { text } if text.starts_with("\\u") => format!("`{text}` is no character"),
            Self::Escape { text } => format!("`{text}` is no escape"),
            Self::Date(error) => error.message(Locale::English),
            Self::DuplicateId { id, first } => format!("duplicate id `{id}` (first on line {first})"),
            Self::NoSuchEvent { id, .. } => format!("no event has the id `{id}`"),
            Self::NoSuchSource { number, .. } => format!("no source {number}"),
            Self::Undeclared { what, id, .. } => format!("{what} `{id}` is not declared"),
            Self::NotHttpUrl { url } => format!("`{url}` is not an http(s) URL"),
            Self::Control { field } => format!("the {field} holds invisible or control characters"),
            Self::NotOneColumn { mark, .. } => format!("the mark `{mark}` is not one column wide"),
            Self::StrayQuote => {
                "a quotation mark that closes nothing and opens nothing: the line is not read".to_owned()
            }
            Self::TooManyCells { cells, columns } => format!("{cells} cells, where the header has {columns}"),
            Self::Undated => "no date: it is not shown".to_owned(),
            Self::NoTitle => "no title".to_owned(),
            Self::Check(finding) => finding.message(),
            Self::Import(fault) => fault.message(),
            Self::Source(fault) => fault.message(),
            Self::ChecksSkipped => "the checks are not made: the file is too long for them".to_owned(),
        }
    }

    /// What was expected at that place, in a few words; `None` where the message says it all.
    pub fn expected(&self, syntax: Syntax) -> Option<String> {
        match self {
            Self::NotUtf8 => Some("not UTF-8 from here".to_owned()),
            Self::Missing { fields, .. } => {
                let fields = fields.iter().map(|field| format!("`{field}`"));
                Some(format!("there is no {}", joined(fields, " and no ")))
            }
            Self::UnterminatedString { .. } => Some("it starts here".to_owned()),
            Self::Empty { .. } => Some("expected a text".to_owned()),
            Self::WrongType { expected: Shape::Text, .. } => Some("expected a text in quotation marks".to_owned()),
            Self::WrongType { expected, .. } => Some(format!("expected {}", expected.name(syntax))),
            Self::WrongValue { expected, .. } => Some(format!("expected {expected}")),
            Self::NoSuchSource { sources: 0, .. } => Some("the event has no sources".to_owned()),
            Self::NoSuchSource { sources, .. } => Some(format!("expected a number from 1 to {sources}")),
            Self::NotHttpUrl { .. } => Some("expected http:// or https://".to_owned()),
            Self::NotOneColumn { .. } => Some("expected one character, one column wide".to_owned()),
            _ => None,
        }
    }

    /// The way out; `None` where there is nothing to suggest.
    pub fn help(&self, syntax: Syntax) -> Option<String> {
        let help = match self {
            Self::NotUtf8 => "save the file as UTF-8; what could be read is shown".to_owned(),
            Self::NoEvents => syntax.example().to_owned(),
            Self::Missing { fields, meant, .. } => {
                let added = fields.iter().filter(|field| meant.iter().all(|(_, meant)| meant != *field));
                let added: Vec<String> = added.map(|field| format!("`{}`", syntax.entry(field))).collect();
                let renamed = meant.iter().map(|(found, field)| format!("`{found}` to `{field}`"));
                let renamed = (!meant.is_empty()).then(|| format!("rename {}", joined(renamed, " and ")));
                let added = (!added.is_empty()).then(|| format!("add {}", added.join(" and ")));
                let way = joined(renamed.into_iter().chain(added), ", and ");
                if syntax == Syntax::Toml || meant.is_empty() { way } else { way + &mapping(meant) }
            }
            Self::Empty { field } => format!("write `{}`", syntax.entry(field)),
            Self::WrongType { field: "event", .. } if syntax == Syntax::Toml => {
                "each event starts with a line `[[event]]`".to_owned()
            }
            Self::WrongType { field: "event", .. } => format!("each event is an object: {}", syntax.example()),
            Self::WrongValue { near: Some(near), .. }
            | Self::UnknownTable { near: Some(near), .. }
            | Self::NoSuchEvent { near: Some(near), .. }
            | Self::Undeclared { near, .. } => format!("did you mean `{near}`?"),
            Self::UnknownField { near: Some(near), .. } => format!("did you mean `{near}`?"),
            Self::UnterminatedString { mark } => format!("close it with `{mark}`"),
            Self::Unquoted { text } => format!("write `\"{text}\"`"),
            Self::Escape { text } if text.starts_with("\\u") => "it is shown as \u{FFFD}".to_owned(),
            Self::Escape { text } => format!("it is shown as it stands; write `\\{text}`"),
            Self::StrayQuote => "double it, and put the whole cell into quotation marks".to_owned(),
            Self::TooManyCells { .. } => "put a cell that holds a delimiter into quotation marks".to_owned(),
            Self::Date(error) => return error.fault.help(Locale::English),
            Self::Check(finding) => return finding.help(),
            Self::DuplicateId { .. } => "give one of them another id".to_owned(),
            Self::Control { .. } => "they are shown as \u{FFFD}; retype the text without them".to_owned(),
            _ => return None,
        };
        Some(help)
    }
}

impl Finding {
    fn message(&self) -> String {
        match self {
            Self::BearsNothing => "the source bears no fact of the event".to_owned(),
            Self::FurtherReadingBears => "the source is further reading, and bears facts of the event".to_owned(),
            Self::NothingToBear { support } => format!("the event has nothing that `{support}` could mean"),
            Self::NoOfficialSource => "no source is official, and no note says why".to_owned(),
            Self::UnmarkedFragment => "the quote begins in mid-sentence, and nothing says so".to_owned(),
            Self::InsecureUrl { host } => format!("`http://{host}`, though the same host stands with https elsewhere"),
            Self::BodyAmongPeople { name } => format!("`{name}` is an organisation, and stands among the people"),
            Self::NoJapanese { table, field } => format!("the {table} has `{field}`, and no Japanese for it"),
            Self::NoTranslation => "the quote has no translation into English".to_owned(),
            Self::UnattributedQuote => "the quote names no source".to_owned(),
            Self::UndatedSource => "the source has no date".to_owned(),
            Self::NearName { what, name, usual } => format!("the {what} `{name}` is nearly `{usual}`"),
            Self::NearDuplicate { title, first } => {
                format!("the event is nearly that of line {first}, `{title}`")
            }
            Self::FollowsLater { id } => format!("it follows from `{id}`, which is not earlier"),
            Self::Dates(note) => note.message(Locale::English),
        }
    }

    fn help(&self) -> Option<String> {
        let help = match self {
            Self::BearsNothing => {
                "name what it bears, `supports = [\"date\", \"people:NAME\"]`, or say `further_reading = true`"
                    .to_owned()
            }
            Self::NoOfficialSource => {
                "mark it as `primary`, or say why there is none, with the word “official”".to_owned()
            }
            Self::UnmarkedFragment => "say so in a `note`, or begin the quote with “…”".to_owned(),
            Self::InsecureUrl { host } => format!("write `https://{host}`"),
            Self::BodyAmongPeople { .. } => "write it into `organisations`".to_owned(),
            Self::NoJapanese { field: "text", .. } => "write `translation_ja`".to_owned(),
            Self::NoJapanese { field, .. } => format!("write `{field}_ja`"),
            Self::NoTranslation => "write `translation`".to_owned(),
            Self::UnattributedQuote => "write `source = 1`, the number of the source in which it stands".to_owned(),
            Self::UndatedSource => "write the `date` on which it was published".to_owned(),
            Self::NearName { usual, .. } => format!("write `{usual}`, or declare both"),
            Self::NearDuplicate { .. } => "take one of them out, or say in the title what is different".to_owned(),
            Self::FollowsLater { .. } => "the later event names the earlier one in its `follows`".to_owned(),
            Self::Dates(ColumnNote::SameDay { .. } | ColumnNote::FirstOfMonth { .. }) => {
                "where only the month or the year is known, write only that".to_owned()
            }
            Self::Dates(ColumnNote::Midnight { .. }) => "where only the day is known, write only that".to_owned(),
            Self::FurtherReadingBears | Self::NothingToBear { .. } | Self::Dates(_) => return None,
        };
        Some(help)
    }
}

impl Diagnostic<Option<Region>> {
    /// The problem in one line, with its place and the way out, in a file of this name.
    pub fn line(&self, name: &str, syntax: Syntax) -> String {
        let place = self.place.map(|Region { start, .. }| format!(":{}:{}", start.line, start.column));
        let help = self.fault.help(syntax).filter(|_| !matches!(self.fault, DiagnosticKind::NoEvents));
        let help = help.map(|help| format!("; {help}")).unwrap_or_default();
        let again = self.more().map(|more| format!(" ({more})")).unwrap_or_default();
        format!("{name}{}: {}{help}{again}", place.unwrap_or_default(), self.fault.message(syntax))
    }

    /// How often it is there besides, and where; `None` if it is not.
    pub fn more(&self) -> Option<String> {
        let more = self.count.checked_sub(1).filter(|more| *more > 0)?;
        let mut lines: Vec<usize> = self.again.iter().flatten().map(|place| place.start.line).collect();
        lines.dedup();
        let of = if self.is_mixed { "more of the kind" } else { "more" };
        let many = if more > self.again.len() { ", …" } else { "" };
        let first = joined(lines.iter().map(ToString::to_string), ", ");
        let line = if lines.len() == 1 && many.is_empty() { "line" } else { "lines" };
        Some(format!("{} {of}: {line} {first}{many}", grouped(more)))
    }
}

impl Shape {
    fn name(self, syntax: Syntax) -> &'static str {
        let is_toml = syntax == Syntax::Toml;
        match self {
            Self::Text => "a text",
            Self::Number => "a number",
            Self::WholeNumber => "a whole number",
            Self::Bool => "true or false",
            Self::Date => "a date",
            Self::List => "a list",
            Self::Texts => "a list of texts",
            Self::Table if is_toml => "a table",
            Self::Table => "an object",
            Self::Tables if is_toml => "a list of tables",
            Self::Tables => "a list of objects",
            Self::Other => "no value of the format",
        }
    }
}

impl Syntax {
    /// What holds fields.
    const fn table(self) -> &'static str {
        match self {
            Self::Toml => "table",
            Self::Json => "list",
            Self::ICalendar => "component",
            Self::TimelineJs | Self::Sparql => "object",
            Self::Log => "line",
            Self::Delimited => "column",
        }
    }

    /// An event that is enough.
    const fn example(self) -> &'static str {
        match self {
            Self::Toml => "[[event]]\ndate = \"2023-01-06\"\ntitle = \"What happened\"",
            Self::Json => r#"{"date": "2023-01-06", "title": "What happened"}"#,
            Self::TimelineJs => r#"{"start_date": {"year": 2023}, "text": {"headline": "What happened"}}"#,
            Self::Sparql => r#"{"date": {"value": "2023-01-06"}, "itemLabel": {"value": "What happened"}}"#,
            Self::Log => "#fields\tts\tmsg\n1672963200.0\tWhat happened",
            Self::ICalendar => "BEGIN:VEVENT\nDTSTART:20230106\nSUMMARY:What happened\nEND:VEVENT",
            Self::Delimited => "date,title\n2023-01-06,What happened",
        }
    }

    /// A field as it is to be written.
    fn entry(self, field: &str) -> String {
        let value = if field == "date" { "2023-01-06" } else { "…" };
        match self {
            Self::TimelineJs if field == "start_date" => {
                r#""start_date": {"year": 2023, "month": 1, "day": 6}"#.to_owned()
            }
            Self::Toml => format!("{field} = \"{value}\""),
            Self::Json | Self::Sparql | Self::TimelineJs => format!("\"{field}\": \"{value}\""),
            Self::ICalendar => format!("{field}:20230106"),
            Self::Log => value.to_owned(),
            Self::Delimited => format!("a column `{field}`"),
        }
    }
}

/// A text of so many characters at most.
fn clipped(text: String, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text,
    }
}

/// How to map fields of JSON without changing the file; nothing where a name would have to be quoted.
fn mapping(meant: &[(String, &'static str)]) -> String {
    let is_word = |name: &str| {
        !name.starts_with(|c: char| c.is_ascii_digit())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    if !meant.iter().all(|(found, _)| is_word(found)) {
        return String::new();
    }
    let Some((first, _)) = meant.first() else { return String::new() };
    let mapped = meant.iter().map(|(found, field)| format!(".{field} = .{found}"));
    // Wherever the objects stand: a line each, in a list, or within something else.
    format!(", or: jq -c '.. | objects | select(.{first}) | {}' FILE | annalist -", joined(mapped, " | "))
}

fn quoted(names: &[String]) -> String {
    let name = |name: &String| {
        if name == "…" { name.clone() } else { format!("`{}`", clipped(name.clone(), MAX_NAME_CHARS)) }
    };
    joined(names.iter().map(name), ", ")
}

fn joined(parts: impl IntoIterator<Item = String>, joint: &str) -> String {
    parts.into_iter().collect::<Vec<_>>().join(joint)
}

/// A number with a comma before every third digit from the end.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}
