//! How a table is read, in words.

use super::{mapping::Mapping, row_source::RowSyntax, target::Target, template::Template};
use crate::{load::source_fault::SourceFault, model::plain_name};

/// How a source is read, for people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MappingReport {
    /// In one line: `CSV, 7 columns: date = Timestamp · title = RuleTitle · 3 kept as fields`.
    pub summary: String,
    /// The same in full, a line each.
    pub details: Vec<String>,
    /// What is to be known of its dates and lists.
    pub notes: Vec<SourceFault>,
    /// Which columns are which fields.
    pub mapping: Mapping,
    /// The names of all columns.
    pub header: Vec<String>,
}

impl MappingReport {
    /// The same of the objects of a list, with the names of other lists beside it.
    pub(super) fn of_list(mut self, name: &str, others: &[&str]) -> Self {
        for line in std::iter::once(&mut self.summary).chain(self.details.first_mut()) {
            *line = format!("list `{name}` of {line}");
        }
        let others: Vec<String> = others.iter().map(|&other| other.to_owned()).collect();
        let told = SourceFault::OtherLists { read: name.to_owned(), others: others.clone() };
        self.notes.extend((!others.is_empty()).then_some(told));
        self
    }

    /// How a table is read that annalist wrote.
    pub(super) fn of_own(&self) -> Self {
        let head = format!("CSV (annalist), {} columns", self.header.len());
        let summary = format!("{head}: events as they were written");
        Self { summary, details: vec![head], notes: Vec::new(), ..self.clone() }
    }

    /// How a table is read.
    pub(super) fn of(
        syntax: RowSyntax,
        named: Option<&str>,
        mapping: &Mapping,
        header: &[String],
        (by_content, notes): (&[Target], Vec<SourceFault>),
    ) -> Self {
        let kind = match syntax {
            RowSyntax::Delimited { dialect, .. } if dialect.delimiter == b'\t' => "TSV",
            RowSyntax::Delimited { .. } => "CSV",
            RowSyntax::Objects => "JSON",
            RowSyntax::Log => "log",
        };
        let named = named.map(|name| format!(" ({name})")).unwrap_or_default();
        let count = header.len();
        let columns = if count == 1 { "1 column".to_owned() } else { format!("{count} columns") };
        let mut told = Vec::new();
        let mut used = Vec::new();
        for (target, templates) in mapping.fields() {
            used.extend(templates.iter().flat_map(Template::columns).map(plain_name));
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
