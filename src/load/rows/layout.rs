//! How a source is laid out: as annalist's own events, or as rows of which it is decided here what they mean.

use std::{error, fmt, sync::Arc};

use super::{
    dialect::Dialect,
    guess::{Guess, guess},
    header::TableHeader,
    mapping::{Mapping, MappingFault},
    plan::{DateColumn, Plan, ResolvedTemplate},
    read_options::{InputFormat, ReadOptions},
    row_reader::{MappingReport, RowReader, RowSyntax},
    sample::Sample,
    target::Target,
};
use crate::{
    load::{Format, Syntax, json_lines},
    model::{ColumnNote, DateOrder, ExtraField, ExtraFields, plain_name},
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

/// A table of which it is not known what its columns mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmappedTable {
    /// What is wrong with the mapping that was given, if that is it.
    fault: Option<Box<MappingFault>>,
    /// The fields that no column was found for.
    missing: Vec<Target>,
    header: Vec<String>,
    /// The first rows, as far as they fill the columns.
    rows: Vec<Vec<String>>,
    /// A mapping to begin with.
    proposal: String,
}

/// So many rows of a table that is not understood are shown, and so many letters of a cell.
const SHOWN_ROWS: usize = 3;
const SHOWN_CHARS: usize = 60;

impl SourceLayout {
    /// How a source of this name is laid out.
    ///
    /// # Errors
    ///
    /// It is a table, and which column is the date or the title is not known.
    pub fn of(name: &str, sample: &SourceSample, options: &ReadOptions) -> Result<Self, UnmappedTable> {
        let begin = sample.begin.as_str();
        let found = Format::of(name, begin.as_bytes());
        match options.input {
            Some(InputFormat::Native(format)) => Ok(Self::Native(format)),
            Some(InputFormat::Objects) => Self::objects(sample, options),
            Some(InputFormat::Delimited(delimiter)) => {
                let given = delimiter.map(|delimiter| Dialect { delimiter, has_quotes: true });
                Self::delimited(sample, given.or_else(|| Dialect::of(begin)).unwrap_or(Dialect::COMMA), options)
            }
            None if found.is_read_whole() => Ok(Self::Native(found)),
            None if found == Format::JsonLines => {
                if options.mapping.is_empty() && json_lines::is_native(begin) {
                    return Ok(Self::Native(Format::JsonLines));
                }
                match Self::objects(sample, options) {
                    Err(table) if table.header.is_empty() || json_lines::names_native_fields(begin) => {
                        Ok(Self::Native(Format::JsonLines))
                    }
                    layout => layout,
                }
            }
            None if Format::is_toml(begin) => Ok(Self::Native(Format::Toml)),
            None => match Dialect::of(begin).or_else(|| named_dialect(name)) {
                Some(dialect) => Self::delimited(sample, dialect, options),
                None => Ok(Self::Native(found)),
            },
        }
    }

    /// In which words it is told what is wrong with it.
    pub fn syntax(&self) -> Syntax {
        match self {
            Self::Native(format) => format.syntax(),
            Self::Rows(reader) => match reader.syntax() {
                RowSyntax::Delimited { .. } => Syntax::Delimited,
                RowSyntax::Objects => Syntax::Json,
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

    fn delimited(sample: &SourceSample, dialect: Dialect, options: &ReadOptions) -> Result<Self, UnmappedTable> {
        let header = TableHeader::of(&sample.begin, dialect, options.is_headless);
        let fields = ExtraFields::default();
        let columns: Vec<ExtraField> = header.names.iter().map(|name| fields.intern(name)).collect();
        let more: Vec<&str> = sample.more.iter().map(String::as_str).collect();
        let rows = Sample::of_records(&sample.begin, header.end, &more, dialect, &columns);
        let rows = Sample { is_whole: sample.is_whole, ..rows };
        let body = u64::try_from(sample.skipped + header.end).unwrap_or(u64::MAX);
        decide(RowSyntax::Delimited { dialect, body }, &rows, columns, fields, options)
    }

    fn objects(sample: &SourceSample, options: &ReadOptions) -> Result<Self, UnmappedTable> {
        let fields = ExtraFields::default();
        let more: Vec<&str> = sample.more.iter().map(String::as_str).collect();
        let rows = Sample { is_whole: sample.is_whole, ..Sample::of_objects(&sample.begin, &more, &fields) };
        let columns: Vec<ExtraField> = fields.names().iter().map(|name| fields.intern(name)).collect();
        decide(RowSyntax::Objects, &rows, columns, fields, options)
    }
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
    syntax: RowSyntax,
    sample: &Sample<'_>,
    columns: Vec<ExtraField>,
    fields: ExtraFields,
    options: &ReadOptions,
) -> Result<SourceLayout, UnmappedTable> {
    let header: Vec<String> = columns.iter().map(|field| fields.name(*field).into_owned()).collect();
    let plain: Vec<String> = header.iter().map(|name| plain_name(name)).collect();
    let fits = |names: &Vec<String>| !names.is_empty() && names.iter().all(|name| plain.contains(&plain_name(name)));
    let known = options.known.iter().find(|known| fits(&known.header));
    let given = known.map(|known| known.mapping.clone()).unwrap_or_default().overridden(&options.mapping);
    let Guess { mapping, profile, by_content } = guess(sample, &columns, &fields, options.order, &given);
    let lacks = |target: &Target| mapping.of(*target).is_empty();
    let missing: Vec<Target> = [Target::Date, Target::Title].into_iter().filter(lacks).collect();
    let unmapped = |fault| UnmappedTable::of(fault, missing.clone(), &header, sample, &columns);
    if !missing.is_empty() {
        return Err(unmapped(None));
    }
    let order = options.order.or_else(|| profile.and_then(|profile| profile.order));
    let mut plan = Plan::of(&mapping, &columns, &fields).map_err(|fault| unmapped(Some(fault)))?;
    let mut notes = Vec::new();
    let mut date_column = |template: &super::template::Template, order: Option<DateOrder>| {
        let name = template.to_string();
        let template = ResolvedTemplate::of(template, &columns, &fields)?;
        let survey = sample.survey(&template, order);
        notes.extend(survey.notes.iter().map(|note| (note.is_warning(), told(note, &name, sample.is_whole))));
        Ok(DateColumn { name, template, form: survey.form })
    };
    for template in mapping.of(Target::Date) {
        plan.dates.push(date_column(template, order).map_err(|fault| unmapped(Some(fault)))?);
    }
    // Ends are in the order of their starts.
    let order = order.or_else(|| plan.dates.iter().find_map(|date| date.form.known_order()));
    if let Some(template) = mapping.of(Target::End).first() {
        plan.end = Some(date_column(template, order).map_err(|fault| unmapped(Some(fault)))?);
    }
    let named = known.map(|known| known.name.as_str()).or_else(|| profile.map(|profile| profile.name));
    let about = MappingReport::of(syntax, named, &mapping, &header, (&by_content, notes));
    Ok(SourceLayout::Rows(Arc::new(RowReader {
        syntax,
        columns,
        fields: Arc::new(fields),
        plan,
        about: Arc::new(about),
    })))
}

/// What is to be known of the dates of a column, of which all cells were looked at or some.
fn told(note: &ColumnNote, column: &str, is_whole: bool) -> String {
    let of_some = if is_whole { "" } else { " (of the rows that were looked at)" };
    format!("`{column}`: {}{of_some}", note.message())
}

impl MappingReport {
    /// How a table is read.
    fn of(
        syntax: RowSyntax,
        named: Option<&str>,
        mapping: &Mapping,
        header: &[String],
        (by_content, notes): (&[Target], Vec<(bool, String)>),
    ) -> Self {
        let kind = match syntax {
            RowSyntax::Delimited { dialect, .. } if dialect.delimiter == b'\t' => "TSV",
            RowSyntax::Delimited { .. } => "CSV",
            RowSyntax::Objects => "JSON",
        };
        let named = named.map(|name| format!(" ({name})")).unwrap_or_default();
        let count = header.len();
        let columns = if count == 1 { "1 column".to_owned() } else { format!("{count} columns") };
        let mut told = Vec::new();
        let mut used = Vec::new();
        for (target, templates) in mapping.fields() {
            used.extend(templates.iter().flat_map(super::template::Template::columns).map(plain_name));
            let made: Vec<String> = templates.iter().map(ToString::to_string).collect();
            let guessed = if by_content.contains(&target) { " (by what stands in it)" } else { "" };
            told.push(format!("{} = {}{guessed}", target.name(), made.join(", ")));
        }
        let kept: Vec<&str> =
            header.iter().filter(|name| !used.contains(&plain_name(name))).map(String::as_str).collect();
        let head = format!("{kind}{named}, {columns}");
        let rest = (!kept.is_empty()).then(|| format!("{} kept as fields", kept.len()));
        let summary = format!("{head}: {}", told.iter().cloned().chain(rest).collect::<Vec<_>>().join(" · "));
        let mut details = vec![head];
        details.extend(told);
        details.extend((!kept.is_empty()).then(|| format!("kept as fields: {}", kept.join(", "))));
        Self { summary, details, notes, mapping: mapping.clone(), header: header.to_vec() }
    }
}

impl UnmappedTable {
    fn of(
        fault: Option<MappingFault>,
        missing: Vec<Target>,
        header: &[String],
        sample: &Sample<'_>,
        columns: &[ExtraField],
    ) -> Self {
        let cell = |row: &super::row::Row<'_>, field: ExtraField| {
            let text = row.cell(field).map_or("", |cell| cell.text.trim());
            let line = crate::text::sanitize(text);
            let short: String = line.chars().take(SHOWN_CHARS).collect();
            if short.len() < line.len() { short + "…" } else { short }
        };
        let rows = sample.rows.iter().take(SHOWN_ROWS);
        let rows = rows.map(|row| columns.iter().map(|field| cell(&row.row, *field)).collect()).collect();
        let column = |place: usize| header.get(place).map_or("COLUMN", String::as_str);
        let proposal = format!("--map 'date={},title={}'", column(0), column(1.min(header.len().saturating_sub(1))));
        Self { fault: fault.map(Box::new), missing, header: header.to_vec(), rows, proposal }
    }
}

impl error::Error for UnmappedTable {}

impl fmt::Display for UnmappedTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(fault) = &self.fault {
            write!(f, "--map: {fault}")?;
        } else {
            let missing: Vec<&str> = self.missing.iter().map(|target| target.name()).collect();
            write!(f, "this is a table, and which of its columns is the {} is not known", missing.join(" or the "))?;
        }
        for (place, name) in self.header.iter().enumerate() {
            let cells = self.rows.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty());
            let cells: Vec<&str> = cells.map(String::as_str).collect();
            write!(f, "\n  {}  {name}: {}", place + 1, cells.join(" | "))?;
        }
        write!(f, "\nsay it, as in: annalist {} FILE", self.proposal)
    }
}
