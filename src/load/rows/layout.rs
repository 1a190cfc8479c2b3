//! How a source is laid out: as annalist's own events, or as rows of which it is decided here what they mean.

use std::{ops::Range, sync::Arc};

use super::{
    dialect::Dialect,
    guess::{Guess, guess},
    header::TableHeader,
    logs,
    mapping_report::MappingReport,
    object_lists::object_lists,
    order,
    own_table::is_own,
    plan::{DateColumn, Plan, ResolvedTemplate},
    read_options::{InputFormat, ReadOptions},
    row_reader::RowReader,
    row_source::{RowSource, RowSyntax},
    sample::Sample,
    target::Target,
    unmapped::UnmappedTable,
};
use crate::{
    load::{Format, Syntax, json_lines, source_fault::SourceFault},
    messages::LocalizedText,
    model::{DateOrder, ExtraField, ExtraFields},
};

/// How a source is laid out.
#[derive(Debug, Clone)]
pub enum SourceLayout {
    /// Events, with the fields that annalist knows.
    Native(Format),
    /// Rows of any columns.
    Rows(Arc<RowReader>),
}

/// What a source begins with, and some parts of it further on, each from the beginning of a line.
#[derive(Debug, Clone, Default)]
pub struct SourceSample {
    /// How it begins.
    pub begin: String,
    /// So many bytes of the source stand before that.
    pub skipped: usize,
    /// Further parts.
    pub more: Vec<String>,
    /// Whether the beginning is all of it.
    pub is_whole: bool,
}

impl SourceLayout {
    /// How a source of this name is laid out.
    ///
    /// # Errors
    ///
    /// It is a table, and which column is the date or the title is not known.
    pub fn of(name: &str, sample: &SourceSample, options: &ReadOptions) -> Result<Self, UnmappedTable> {
        let begin = sample.begin.as_str();
        let found = Format::of(name, begin.as_bytes());
        let rows = |reader| Self::Rows(Arc::new(reader));
        match options.input {
            Some(InputFormat::Native(format)) => Ok(Self::Native(format)),
            Some(InputFormat::BodyFile) => logs::bodyfile(options).map(rows),
            Some(InputFormat::Zeek) => logs::zeek(begin, options).map(rows),
            Some(InputFormat::Objects) => json(sample, options).map(rows),
            Some(InputFormat::Delimited(delimiter)) => {
                let given = delimiter.map(|delimiter| Dialect { delimiter, has_quotes: true });
                let dialect = given.or_else(|| Dialect::of(begin)).unwrap_or(Dialect::COMMA);
                delimited(sample, dialect, options).map(rows)
            }
            None if found.is_read_whole() => Ok(Self::Native(found)),
            None if let Some(reader) = logs::reader(begin, options) => reader.map(rows),
            None if found == Format::JsonLines => {
                if options.mapping.is_empty() && json_lines::is_native(begin) {
                    return Ok(Self::Native(Format::JsonLines));
                }
                match json(sample, options) {
                    Err(table) if table.has_no_columns() || json_lines::names_native_fields(begin) => {
                        Ok(Self::Native(Format::JsonLines))
                    }
                    reader => reader.map(rows),
                }
            }
            None if Format::is_toml(begin) => Ok(Self::Native(Format::Toml)),
            None => {
                match Dialect::of(begin).or_else(|| named_dialect(name)).or_else(|| asked_dialect(begin, options)) {
                    Some(dialect) => delimited(sample, dialect, options).map(rows),
                    None => Ok(Self::Native(found)),
                }
            }
        }
    }

    /// In which words it is told what is wrong with it.
    pub fn syntax(&self) -> Syntax {
        match self {
            Self::Native(format) => format.syntax(),
            Self::Rows(reader) => match reader.syntax() {
                RowSyntax::Delimited { .. } => Syntax::Delimited,
                RowSyntax::Objects => Syntax::Json,
                RowSyntax::Log => Syntax::Log,
            },
        }
    }

    /// How its rows are read, for people; `None` if it has events as annalist has them.
    pub fn reading(&self) -> Option<&Arc<MappingReport>> {
        match self {
            Self::Native(_) => None,
            Self::Rows(reader) => Some(reader.about()),
        }
    }
}

/// The dialect of a text of which it is said that it is a table, however short it is.
fn asked_dialect(begin: &str, options: &ReadOptions) -> Option<Dialect> {
    (options.is_headless || !options.mapping.is_empty()).then(|| Dialect::of_one(begin)).flatten()
}

/// What reads delimited text.
fn delimited(sample: &SourceSample, dialect: Dialect, options: &ReadOptions) -> Result<RowReader, UnmappedTable> {
    let header = TableHeader::of(&sample.begin, dialect, options.is_headless);
    let fields = ExtraFields::default();
    let columns: Vec<ExtraField> = header.names.iter().map(|name| fields.intern(name)).collect();
    let more: Vec<&str> = sample.more.iter().map(String::as_str).collect();
    let rows = Sample::of_records(&sample.begin, header.end, &more, dialect, &columns);
    let rows = Sample { is_whole: sample.is_whole, ..rows };
    let body = u64::try_from(sample.skipped + header.end).unwrap_or(u64::MAX);
    let is_told = options.order.is_some() || !options.given(&header.names).is_empty();
    let is_own = !is_told && is_own(&header.names, &columns, &rows);
    let reader = decide(RowSource::Delimited { dialect, body, is_own: false }, &rows, columns, fields, options)?;
    Ok(if is_own { reader.of_own() } else { reader })
}

/// What reads objects of JSON: those that it consists of, or those of a list in the one object that it is.
///
/// The object itself is the event if its date and its title have the names of such.
fn json(sample: &SourceSample, options: &ReadOptions) -> Result<RowReader, UnmappedTable> {
    let (lists, is_cut) = object_lists(&sample.begin);
    let whole = objects(sample, 0..sample.begin.len(), options);
    // Of an object that is cut off nothing is read but what stands in it.
    if whole.as_ref().is_ok_and(|reader| !reader.is_by_content && !is_cut) {
        return whole;
    }
    let mut read = lists.iter().map(|list| (list, objects(sample, list.objects.clone(), options)));
    match read.find(|(_, reader)| reader.is_ok()) {
        Some((list, reader)) => {
            let others: Vec<&str> = lists.iter().map(|list| list.name).filter(|name| *name != list.name).collect();
            reader.map(|reader| reader.of_list(list.name, &others))
        }
        None if whole.is_ok() || lists.is_empty() => whole,
        None => lists.first().map_or(whole, |list| objects(sample, list.objects.clone(), options)),
    }
}

/// What reads objects of JSON that begin at these bytes of the sample.
fn objects(sample: &SourceSample, begin: Range<usize>, options: &ReadOptions) -> Result<RowReader, UnmappedTable> {
    let fields = ExtraFields::default();
    let more: Vec<&str> = sample.more.iter().map(String::as_str).collect();
    let (before, text) = (sample.begin.get(..begin.start), sample.begin.get(begin));
    let first = (before.unwrap_or_default(), text.unwrap_or_default());
    let rows = Sample { is_whole: sample.is_whole, ..Sample::of_objects(first, &more, &fields) };
    let columns: Vec<ExtraField> = fields.names().iter().map(|name| fields.intern(name)).collect();
    decide(RowSource::Objects { list: None }, &rows, columns, fields, options)
}

/// The dialect that the name of a file tells.
fn named_dialect(name: &str) -> Option<Dialect> {
    let name = name.to_ascii_lowercase();
    let ends = |ending: &str| name.ends_with(ending);
    let delimiter = [(".csv", b','), (".tsv", b'\t'), (".tab", b'\t')].into_iter().find(|(ending, _)| ends(ending));
    delimiter.map(|(_, delimiter)| Dialect { delimiter, has_quotes: true })
}

/// Decides what the columns of a table mean.
fn decide(
    source: RowSource,
    sample: &Sample<'_>,
    columns: Vec<ExtraField>,
    fields: ExtraFields,
    options: &ReadOptions,
) -> Result<RowReader, UnmappedTable> {
    let header: Vec<String> = columns.iter().map(|field| fields.name(*field).into_owned()).collect();
    let (known, given) = (options.known_of(&header), options.given(&header));
    let Guess { mapping, profile, by_content } = guess(sample, &columns, &fields, options.order, &given);
    let lacks = |target: &Target| mapping.of(*target).is_empty();
    let missing: Vec<Target> = [Target::Date, Target::Title].into_iter().filter(lacks).collect();
    let unmapped = |fault| UnmappedTable::of(fault, missing.clone(), &header, sample, &columns);
    if !missing.is_empty() {
        let is_dated = !missing.contains(&Target::Date);
        return Err(unmapped(if is_dated {
            None
        } else {
            order::fault(sample, &columns, &fields, options.order, &given)
        }));
    }
    let order = options.order.or_else(|| profile.and_then(|profile| profile.order));
    let mut plan = Plan::of(&mapping, &columns, &fields).map_err(|fault| unmapped(Some(fault)))?;
    let mut notes = Vec::new();
    let mut date_column = |template: &super::template::Template, order: Option<DateOrder>| {
        let name = template.to_string();
        let template = ResolvedTemplate::of(template, &columns, &fields)?;
        let survey = sample.survey(&template, order);
        if survey.faults > survey.dates {
            let misfit = order.and_then(|order| order::misfit(sample, &template, &name, order));
            notes
                .extend(misfit.map(|fault| SourceFault::OrderMisfit {
                    message: LocalizedText::new(|locale| fault.told(locale)),
                }));
        }
        let told = |note| SourceFault::Column { column: name.clone(), note, is_whole: sample.is_whole };
        notes.extend(survey.notes.into_iter().map(told));
        Ok(DateColumn { name, template, form: survey.form, letter: None })
    };
    for template in mapping.of(Target::Date) {
        plan.dates.push(date_column(template, order).map_err(|fault| unmapped(Some(fault)))?);
    }
    // Ends are in the order of their starts.
    let order = order.or_else(|| plan.dates.iter().find_map(|date| date.form.known_order()));
    if let Some(template) = mapping.of(Target::End).first() {
        plan.end = Some(date_column(template, order).map_err(|fault| unmapped(Some(fault)))?);
    }
    plan.name_columns(&fields);
    let named = known.map(|known| known.name.as_str()).or_else(|| profile.map(|profile| profile.name));
    let about = MappingReport::of(source.syntax(), named, &mapping, &header, (&by_content, notes));
    Ok(RowReader {
        source,
        is_by_content: !by_content.is_empty(),
        columns,
        fields: Arc::new(fields),
        plan,
        about: Arc::new(about),
    })
}
