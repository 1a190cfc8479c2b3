//! Reading the rows of a table, or objects with any fields, by what has been decided about their columns.

use std::{borrow::Cow, sync::Arc};

use super::{
    bodyfile,
    dialect::Dialect,
    log_form::LogForm,
    mapping_report::MappingReport,
    own_row::{OwnColumns, OwnRow},
    plan::{Plan, ResolvedTemplate},
    record::RecordReader,
    row::{NumberedNames, Row},
    row_event::{RowEvents, lines, one_line},
    row_source::{RowSource, RowSyntax},
    target::Target,
};
use crate::{
    load::{
        diagnostic::DiagnosticKind,
        diagnostics::Diagnostics,
        json_lines,
        node::{SourceSlice, Value},
    },
    messages::{Locale, sources},
    model::{Event, ExtraField, ExtraFields, Vocabularies},
};

/// Bytes that may stand before the first object of a source.
const BYTE_ORDER_MARK: u64 = 3;

/// What reads rows. All that has to be known of the source as a whole has been decided.
#[derive(Debug)]
pub struct RowReader {
    pub(super) source: RowSource,
    /// Whether a field was guessed by what stands in its column alone.
    pub(super) is_by_content: bool,
    /// The columns of the header.
    pub(super) columns: Vec<ExtraField>,
    pub(super) fields: Arc<ExtraFields>,
    pub(super) plan: Plan,
    pub(super) about: Arc<MappingReport>,
}

/// How many bytes of a part, which begins at this byte of the source, are the header of a table whose rows begin at `body`.
fn header_bytes(text: &str, start: u64, body: u64) -> usize {
    usize::try_from(body.saturating_sub(start)).unwrap_or(usize::MAX).min(text.len())
}

impl RowReader {
    /// How the rows are written.
    pub fn syntax(&self) -> RowSyntax {
        self.source.syntax()
    }

    /// Whether each row is a whole event, as annalist writes them, of which there is more to know than a row has fields.
    pub fn has_whole_events(&self) -> bool {
        matches!(self.source, RowSource::Delimited { is_own: true, .. })
    }

    /// The names of all columns.
    pub fn fields(&self) -> &Arc<ExtraFields> {
        &self.fields
    }

    /// The name of the list that holds all objects; `None` where they do not stand in one within an object.
    pub fn list_name(&self) -> Option<&str> {
        match &self.source {
            RowSource::Objects { list } => list.as_deref(),
            RowSource::Delimited { .. } | RowSource::Log(_) => None,
        }
    }

    /// The same for objects that stand in a list of this name within an object, beside others that are not read.
    pub(super) fn of_list(self, name: &str, others: &[&str]) -> Self {
        let about = MappingReport::clone(&self.about).of_list(name, others);
        Self { source: RowSource::Objects { list: Some(name.into()) }, about: Arc::new(about), ..self }
    }

    /// The same for a table that annalist wrote.
    pub(super) fn of_own(mut self) -> Self {
        if let RowSource::Delimited { is_own, .. } = &mut self.source {
            *is_own = true;
        }
        Self { about: Arc::new(self.about.of_own()), ..self }
    }

    /// How the source is read, for people.
    pub fn about(&self) -> &Arc<MappingReport> {
        &self.about
    }

    /// Reads all rows of a part of the source that starts at this byte of it. `take` is given what each says, and the byte
    /// of the part at which it begins.
    pub fn read(
        &self,
        text: &str,
        start: u64,
        problems: &mut Diagnostics,
        mut take: impl FnMut(usize, &RowEvents<'_, '_>),
    ) {
        match &self.source {
            &RowSource::Delimited { dialect, body, .. } => {
                self.each_record(text, header_bytes(text, start, body), dialect, problems, |row, problems| {
                    if let Some(events) = self.row(row, problems) {
                        take(row.span.start, &events);
                    }
                });
            }
            RowSource::Objects { .. } => self.read_objects(text, start, problems, &mut take),
            RowSource::Log(form) => self.read_lines(text, form, problems, &mut take),
        }
    }

    /// Reads all rows of a part of a table that annalist wrote, which starts at this byte of it.
    pub fn read_events(
        &self,
        text: &str,
        start: u64,
        problems: &mut Diagnostics,
        mut take: impl FnMut(&OwnRow<'_>, &mut Diagnostics),
    ) {
        let RowSource::Delimited { dialect, body, .. } = self.source else { return };
        let columns = OwnColumns::of(&self.columns, &self.fields);
        self.each_record(text, header_bytes(text, start, body), dialect, problems, |row, problems| {
            take(&OwnRow { row, text, columns: &columns }, problems);
        });
    }

    /// The events of the rows of a text, each with the byte at which its row begins and whether its id was written by
    /// somebody.
    pub fn events(
        &self,
        text: &str,
        start: u64,
        words: &mut Vocabularies,
        problems: &mut Diagnostics,
    ) -> Vec<(usize, bool, Event)> {
        let mut events = Vec::new();
        if self.has_whole_events() {
            self.read_events(text, start, problems, |row, problems| {
                let event = row.event(words, problems);
                events.extend(event.map(|(has_id, event)| (row.begin(), has_id, event)));
            });
            return events;
        }
        self.read(text, start, problems, |begin, row| {
            for moment in &row.moments {
                events.push((begin, row.id.is_some(), row.event(moment, words, &self.fields)));
            }
        });
        events
    }

    fn each_record(
        &self,
        text: &str,
        header: usize,
        dialect: Dialect,
        problems: &mut Diagnostics,
        mut take: impl FnMut(&Row<'_>, &mut Diagnostics),
    ) {
        let mut records = RecordReader::new(text, dialect);
        records.skip_to(header);
        let mut row = Row::default();
        while records.advance() {
            if let Some(stray) = records.stray_quote() {
                problems.push(stray..stray + 1, DiagnosticKind::StrayQuote);
                continue;
            }
            row.fill_from_record(&records, &self.columns);
            let (cells, columns) = (records.len(), self.columns.len());
            if cells > columns && (columns..cells).any(|place| !records.cell(place).trim().is_empty()) {
                let surplus = records.cell_span(columns);
                problems.push(surplus, DiagnosticKind::TooManyCells { cells, columns });
            }
            take(&row, problems);
        }
    }

    fn read_objects(
        &self,
        text: &str,
        start: u64,
        problems: &mut Diagnostics,
        take: &mut impl FnMut(usize, &RowEvents<'_, '_>),
    ) {
        // Only what stands first can be the object around the list.
        let list = self.list_name().filter(|_| start <= BYTE_ORDER_MARK);
        let piece = SourceSlice { text, start: 0 };
        let (mut row, mut names) = (Row::default(), NumberedNames::default());
        json_lines::each_value(text, list, problems, |node, problems| {
            let Value::Table(entries) = &node.value else {
                let found = node.value.shape();
                let fault = DiagnosticKind::WrongType { field: "event", expected: super::super::Shape::Table, found };
                return problems.push(node.span.clone(), fault);
            };
            row.fill_from_object(entries, node.span.clone(), piece, &mut names, &self.fields);
            if let Some(events) = self.row(&row, problems) {
                take(row.span.start, &events);
            }
        });
    }

    fn read_lines(
        &self,
        text: &str,
        form: &LogForm,
        problems: &mut Diagnostics,
        take: &mut impl FnMut(usize, &RowEvents<'_, '_>),
    ) {
        let mut row = Row::default();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let line = line.trim_end_matches(['\r', '\n']);
            let filled = match form {
                LogForm::BodyFile => bodyfile::fill(&mut row, line, start, &self.columns),
                LogForm::Zeek(header) => header.fill(&mut row, line, start, &self.columns),
            };
            match filled {
                Ok(true) => {
                    if let Some(events) = self.row(&row, problems) {
                        take(start, &events);
                    }
                }
                Ok(false) => {}
                Err(fault) => problems.push(start..start + line.len(), DiagnosticKind::Import(fault)),
            }
        }
    }

    /// What a row says; `None` if it has no date, or says nothing at all.
    fn row<'a, 'r>(&'r self, row: &'r Row<'a>, problems: &mut Diagnostics) -> Option<RowEvents<'a, 'r>> {
        if row.is_empty() {
            return None;
        }
        let moments = self.moments(row, problems)?;
        let line = |target| self.first(row, target).map(one_line).filter(|text| !text.is_empty());
        let text = |target| self.joined(row, target).map(lines).filter(|text| !text.is_empty());
        let list = |target| self.list(row, target);
        let title = line(Target::Title);
        let untitled = |locale| title.is_none().then(|| Cow::Borrowed(sources::untitled(locale)));
        let title_ja = line(Target::TitleJa).or_else(|| untitled(Locale::Japanese));
        if title.is_none() {
            problems.push(row.span.start..row.span.start + 1, DiagnosticKind::NoTitle);
        }
        Some(RowEvents {
            id: if moments.len() == 1 { line(Target::Id) } else { None },
            moments,
            title: title.unwrap_or(Cow::Borrowed(sources::untitled(Locale::English))),
            title_ja,
            lane: line(Target::Lane).unwrap_or_default(),
            areas: list(Target::Areas),
            parties: list(Target::Parties),
            people: list(Target::People),
            organisations: list(Target::Organisations),
            place: line(Target::Place),
            summary: text(Target::Summary),
            note: text(Target::Note),
            quote: text(Target::Quote),
            speaker: line(Target::Speaker),
            sources: list(Target::Url),
            row,
            plan: &self.plan,
        })
    }

    /// What the first column of a field says that says anything.
    pub(super) fn first<'a>(&self, row: &Row<'a>, target: Target) -> Option<Cow<'a, str>> {
        self.plan.templates(target).iter().find_map(|template| template.text(row))
    }

    /// What all columns of a field say, a line each.
    fn joined<'a>(&self, row: &Row<'a>, target: Target) -> Option<Cow<'a, str>> {
        let mut texts = self.plan.templates(target).iter().filter_map(|template| template.text(row));
        let first = texts.next()?;
        Some(texts.fold(first, |all, text| Cow::Owned(format!("{all}\n{text}"))))
    }

    /// What all columns of a field say, taken apart. Addresses are told apart by blanks alone.
    fn list<'a>(&self, row: &Row<'a>, target: Target) -> Vec<Cow<'a, str>> {
        let mut parts: Vec<Cow<'a, str>> = Vec::new();
        let splits = |c: char| matches!(c, ',' | ';' | '|' | '¦' | '、');
        let mut push = |part: &str, whole: Option<Cow<'a, str>>| {
            let part = part.trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '"' | '\''));
            if !part.is_empty() && parts.iter().all(|known| *known != part) {
                parts.push(one_line(whole.unwrap_or_else(|| Cow::Owned(part.to_owned()))));
            }
        };
        for text in self.plan.templates(target).iter().filter_map(|template: &ResolvedTemplate| template.text(row)) {
            if target == Target::Url {
                match text.split_whitespace().filter(|part| part.contains("://")).collect::<Vec<_>>().as_slice() {
                    [] | [_] => push(&text.clone(), Some(text)),
                    several => several.iter().for_each(|part| push(part.trim_end_matches([',', ';']), None)),
                }
            } else if text.contains(splits) {
                text.split(splits).for_each(|part| push(part, None));
            } else {
                push(&text, None);
            }
        }
        parts
    }
}
