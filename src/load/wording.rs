//! What is said of a fault, in the words of what the file is written in.

use super::{
    Syntax,
    diagnostic::{Diagnostic, DiagnosticKind, Shape},
    position::Region,
};
use crate::messages::{Locale, detail, diagnostics, fields, toml_words};

/// So many characters of a message, and of a name that was found, are told.
const MAX_MESSAGE_CHARS: usize = 400;
const MAX_NAME_CHARS: usize = 40;

impl DiagnosticKind {
    /// What is wrong, in one line that is not too long.
    pub fn message(&self, syntax: Syntax, locale: Locale) -> String {
        clipped(self.words(syntax, locale), MAX_MESSAGE_CHARS)
    }

    fn words(&self, syntax: Syntax, locale: Locale) -> String {
        match self {
            Self::Syntax { message } => toml_words::told(message, locale),
            Self::UnexpectedJson { expected, found: Some(found) } => {
                diagnostics::unexpected(locale, expected.text(locale), *found)
            }
            Self::UnexpectedJson { expected, found: None } => {
                diagnostics::unexpected_end(locale, expected.text(locale))
            }
            Self::TooLong { megabytes } => diagnostics::too_long(locale, *megabytes),
            Self::Missing { table, fields, found, .. } => missing(table, fields, found, locale),
            Self::Empty { field } => diagnostics::empty(locale, field),
            Self::WrongType { field, found, .. } if *field != "event" || *found != Shape::Other => {
                diagnostics::wrong_type(locale, field, found.name(syntax, locale))
            }
            Self::WrongValue { field, value, .. } => diagnostics::wrong_value(locale, value, field),
            Self::UnknownField { field, .. } => diagnostics::unknown_field(locale, field),
            Self::UnknownTable { table, .. } => diagnostics::unknown_table(locale, syntax.table(locale), table),
            Self::Repeated { table } if syntax == Syntax::Toml => diagnostics::repeated(locale, &format!("[{table}]")),
            Self::Repeated { table } => diagnostics::repeated(locale, table),
            Self::RepeatedField { field } => diagnostics::repeated_field(locale, field),
            Self::Escape { text } if text.starts_with("\\u") => diagnostics::no_character(locale, text),
            Self::Escape { text } => diagnostics::no_escape(locale, text),
            Self::Date(error) => error.message(locale),
            Self::DuplicateId { id, first } => diagnostics::duplicate_id(locale, id, *first),
            Self::NoSuchEvent { id, .. } => diagnostics::no_such_event(locale, id),
            Self::NoSuchSource { number, .. } => diagnostics::no_such_source(locale, *number),
            Self::Undeclared { what, id, .. } => diagnostics::undeclared(locale, noun(what, locale), id),
            Self::NotHttpUrl { url } => diagnostics::not_http(locale, url),
            Self::Control { field } => diagnostics::control(locale, field),
            Self::NotOneColumn { mark, .. } => diagnostics::not_one_column(locale, mark),
            Self::TooManyCells { cells, columns } => diagnostics::too_many_cells(locale, *cells, *columns),
            Self::Check(finding) => finding.message(locale),
            Self::Import(fault) => fault.message(locale),
            Self::Source(fault) => fault.message(locale),
            _ => self.phrase(locale).to_owned(),
        }
    }

    /// What is said of it where nothing is put into the words.
    const fn phrase(&self, locale: Locale) -> &'static str {
        match self {
            Self::NotUtf8 => diagnostics::not_utf8(locale),
            Self::NoEvents => diagnostics::no_events(locale),
            Self::WrongType { .. } => diagnostics::no_json(locale),
            Self::UnterminatedString { .. } => diagnostics::unterminated_string(locale),
            Self::Unquoted { .. } => diagnostics::unquoted_string(locale),
            Self::StrayQuote => diagnostics::stray_quote(locale),
            Self::Undated => diagnostics::undated(locale),
            Self::NoTitle => diagnostics::no_title(locale),
            Self::ChecksSkipped => diagnostics::checks_skipped(locale),
            _ => "",
        }
    }

    /// What was expected at that place, in a few words; `None` where the message says it all.
    pub fn expected(&self, syntax: Syntax, locale: Locale) -> Option<String> {
        let phrase = match self {
            Self::Missing { fields, .. } => {
                let fields = fields.iter().map(|field| format!("`{field}`"));
                return Some(diagnostics::there_is_no(locale, &joined(fields, diagnostics::and_no(locale))));
            }
            Self::WrongType { expected, .. } if *expected != Shape::Text => {
                return Some(diagnostics::expected(locale, expected.name(syntax, locale)));
            }
            Self::WrongValue { field, .. } => return Some(diagnostics::expected(locale, values_of(field, locale))),
            Self::NoSuchSource { sources: 1.., .. } => {
                let Self::NoSuchSource { sources, .. } = self else { return None };
                return Some(diagnostics::expected_number(locale, *sources));
            }
            Self::NotUtf8 => diagnostics::not_utf8_here(locale),
            Self::UnterminatedString { .. } => diagnostics::starts_here(locale),
            Self::Empty { .. } => diagnostics::expected_text(locale),
            Self::WrongType { .. } => diagnostics::expected_quoted_text(locale),
            Self::NoSuchSource { .. } => diagnostics::no_sources(locale),
            Self::NotHttpUrl { .. } => diagnostics::expected_http(locale),
            Self::NotOneColumn { .. } => diagnostics::expected_one_column(locale),
            _ => return None,
        };
        Some(phrase.to_owned())
    }

    /// The way out; `None` where there is nothing to suggest.
    pub fn help(&self, syntax: Syntax, locale: Locale) -> Option<String> {
        let phrase = match self {
            Self::NotUtf8 => diagnostics::save_as_utf8(locale),
            Self::WrongType { field: "event", .. } if syntax == Syntax::Toml => diagnostics::event_lines(locale),
            Self::StrayQuote => diagnostics::double_quote(locale),
            Self::TooManyCells { .. } => diagnostics::quote_cell(locale),
            Self::DuplicateId { .. } => diagnostics::another_id(locale),
            Self::Date(error) => return error.fault.help(locale),
            Self::Check(finding) => return finding.help(locale),
            _ => return self.help_in_words(syntax, locale),
        };
        Some(phrase.to_owned())
    }

    /// The same where something is put into the words.
    fn help_in_words(&self, syntax: Syntax, locale: Locale) -> Option<String> {
        let help = match self {
            Self::NoEvents => syntax.example(locale),
            Self::Missing { fields, meant, .. } => added(fields, meant, syntax, locale),
            Self::Empty { field } => diagnostics::write(locale, &syntax.entry(field, locale)),
            Self::WrongType { field: "event", .. } => diagnostics::event_objects(locale, &syntax.example(locale)),
            Self::WrongValue { near: Some(near), .. }
            | Self::UnknownTable { near: Some(near), .. }
            | Self::NoSuchEvent { near: Some(near), .. }
            | Self::Undeclared { near, .. } => diagnostics::did_you_mean(locale, near),
            Self::UnknownField { near: Some(near), .. } => diagnostics::did_you_mean(locale, near),
            Self::UnterminatedString { mark } => diagnostics::close(locale, mark),
            Self::Unquoted { text } => diagnostics::write(locale, &format!("\"{text}\"")),
            Self::Escape { text } if text.starts_with("\\u") => diagnostics::shown_as(locale, '\u{FFFD}'),
            Self::Escape { text } => diagnostics::shown_as_it_stands(locale, &format!("\\{text}")),
            Self::Control { .. } => diagnostics::retype(locale, '\u{FFFD}'),
            _ => return None,
        };
        Some(help)
    }
}

impl Diagnostic<Option<Region>> {
    /// The problem in one line, with its place and the way out, in a file of this name.
    pub fn line(&self, name: &str, syntax: Syntax, locale: Locale) -> String {
        let place = self.place.map(|Region { start, .. }| format!(":{}:{}", start.line, start.column));
        let name = name.to_owned() + &place.unwrap_or_default();
        let message = self.fault.message(syntax, locale);
        let help = self.fault.help(syntax, locale).filter(|_| !matches!(self.fault, DiagnosticKind::NoEvents));
        let told = help.map(|help| diagnostics::with_help(locale, &message, &help)).unwrap_or(message);
        let again = self.more(locale).map(|more| diagnostics::in_parentheses(locale, &more)).unwrap_or_default();
        name + detail::colon(locale) + &told + &again
    }

    /// How often it is there besides, and where; `None` if it is not.
    pub fn more(&self, locale: Locale) -> Option<String> {
        let more = self.count.checked_sub(1).filter(|more| *more > 0)?;
        let told = self.told_again();
        let mut lines: Vec<usize> = told.iter().flatten().map(|place| place.start.line).collect();
        lines.dedup();
        let many = if more > told.len() { ", …" } else { "" };
        let is_one = lines.len() == 1 && many.is_empty();
        let words = match (self.is_mixed, is_one) {
            (false, true) => diagnostics::on_line,
            (false, false) => diagnostics::on_lines,
            (true, true) => diagnostics::of_the_kind_on_line,
            (true, false) => diagnostics::of_the_kind_on_lines,
        };
        let first = joined(lines.iter().map(ToString::to_string), ", ");
        Some(words(locale, &grouped(more), &(first + many)))
    }
}

impl Shape {
    const fn name(self, syntax: Syntax, locale: Locale) -> &'static str {
        let is_toml = matches!(syntax, Syntax::Toml);
        match self {
            Self::Text => diagnostics::text(locale),
            Self::Number => diagnostics::number(locale),
            Self::WholeNumber => diagnostics::whole_number(locale),
            Self::Bool => diagnostics::boolean(locale),
            Self::Date => diagnostics::date(locale),
            Self::List => diagnostics::list(locale),
            Self::Texts => diagnostics::texts(locale),
            Self::Table if is_toml => diagnostics::table(locale),
            Self::Table => diagnostics::object(locale),
            Self::Tables if is_toml => diagnostics::tables(locale),
            Self::Tables => diagnostics::objects(locale),
            Self::Other => diagnostics::no_value(locale),
        }
    }
}

impl Syntax {
    /// What holds fields.
    const fn table(self, locale: Locale) -> &'static str {
        match self {
            Self::Toml => diagnostics::of_toml(locale),
            Self::Json => diagnostics::of_json(locale),
            Self::ICalendar => diagnostics::of_calendar(locale),
            Self::TimelineJs | Self::Sparql => diagnostics::of_object(locale),
            Self::Log => diagnostics::of_log(locale),
            Self::Delimited => diagnostics::of_delimited(locale),
        }
    }

    /// An event that is enough.
    fn example(self, locale: Locale) -> String {
        let example = match self {
            Self::Toml => "[[event]]\ndate = \"2023-01-06\"\ntitle = \"TITLE\"",
            Self::Json => r#"{"date": "2023-01-06", "title": "TITLE"}"#,
            Self::TimelineJs => r#"{"start_date": {"year": 2023}, "text": {"headline": "TITLE"}}"#,
            Self::Sparql => r#"{"date": {"value": "2023-01-06"}, "itemLabel": {"value": "TITLE"}}"#,
            Self::Log => "#fields\tts\tmsg\n1672963200.0\tTITLE",
            Self::ICalendar => "BEGIN:VEVENT\nDTSTART:20230106\nSUMMARY:TITLE\nEND:VEVENT",
            Self::Delimited => "date,title\n2023-01-06,TITLE",
        };
        example.replace("TITLE", diagnostics::what_happened(locale))
    }

    /// A field as it is to be written.
    fn entry(self, field: &str, locale: Locale) -> String {
        let value = if field == "date" { "2023-01-06" } else { "…" };
        match self {
            Self::TimelineJs if field == "start_date" => {
                r#""start_date": {"year": 2023, "month": 1, "day": 6}"#.to_owned()
            }
            Self::Toml => format!("{field} = \"{value}\""),
            Self::Json | Self::Sparql | Self::TimelineJs => format!("\"{field}\": \"{value}\""),
            Self::ICalendar => format!("{field}:20230106"),
            Self::Log => value.to_owned(),
            Self::Delimited => diagnostics::add_column(locale, field),
        }
    }
}

/// What a table needs, and what it has instead.
fn missing(table: &'static str, fields: &[&str], found: &[String], locale: Locale) -> String {
    let (table, fields) = match locale {
        Locale::English => {
            let fields = fields.iter().map(|field| format!("{} {field}", article(field)));
            (format!("{} {table}", article(table)), joined(fields, diagnostics::and(locale)))
        }
        Locale::Japanese => {
            let fields = fields.iter().map(|field| format!("`{field}`"));
            (noun(table, locale).to_owned(), joined(fields, diagnostics::and(locale)))
        }
    };
    let needs = diagnostics::needs(locale, &table, &fields);
    if found.is_empty() { needs } else { diagnostics::needs_but_has(locale, &needs, &quoted(found)) }
}

/// How a table is given the fields that it needs.
fn added(fields: &[&'static str], meant: &[(String, &'static str)], syntax: Syntax, locale: Locale) -> String {
    let and = diagnostics::and(locale);
    let lacking = fields.iter().filter(|field| meant.iter().all(|(_, meant)| meant != *field));
    let lacking: Vec<String> = lacking.map(|field| format!("`{}`", syntax.entry(field, locale))).collect();
    let renamed = meant.iter().map(|(found, field)| diagnostics::rename_to(locale, found, field));
    let renamed = (!meant.is_empty()).then(|| diagnostics::rename(locale, &joined(renamed, and)));
    let added = (!lacking.is_empty()).then(|| diagnostics::add(locale, &lacking.join(and)));
    let way = joined(renamed.into_iter().chain(added), diagnostics::and_then(locale));
    if syntax == Syntax::Toml || meant.is_empty() { way } else { way + &mapping(meant, locale) }
}

/// The values that a field takes.
fn values_of(field: &str, locale: Locale) -> &'static str {
    match field {
        "checks" => diagnostics::checks(locale),
        "supports" => diagnostics::supports(locale),
        "zone" => diagnostics::zone(locale),
        _ => diagnostics::confidence(locale),
    }
}

/// What something in a file is called.
pub(super) fn noun(english: &'static str, locale: Locale) -> &'static str {
    let of: fn(Locale) -> &'static str = match english {
        "area" => fields::area,
        "difference" => fields::difference,
        "event" => fields::event,
        "kind" => fields::kind,
        "lane" => fields::lane,
        "organisation" => fields::organisation,
        "party" => fields::party,
        "person" => fields::person,
        "place" => fields::place,
        "quote" => fields::quote,
        "source" => fields::source,
        _ => return english,
    };
    of(locale)
}

/// A text of so many characters at most.
fn clipped(text: String, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text,
    }
}

/// How to map fields of JSON without changing the file; nothing where a name would have to be quoted.
fn mapping(meant: &[(String, &'static str)], locale: Locale) -> String {
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
    diagnostics::mapping(locale, &format!(".. | objects | select(.{first}) | {}", joined(mapped, " | ")))
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
