//! How a table is read, in words.

use super::{mapping::Mapping, row_source::RowSyntax, target::Target, template::Template};
use crate::{
    load::source_fault::SourceFault,
    messages::{Locale, LocalizedText, detail, sources},
    model::plain_name,
    text::sanitize,
};

/// What a table is called that annalist wrote.
const OWN_TABLE: &str = "CSV (annalist)";

/// How a source is read, for people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MappingReport {
    /// In one line: `CSV, 7 columns: date = Timestamp · title = RuleTitle · 3 kept as fields`.
    pub summary: LocalizedText,
    /// The same in full, a line each.
    pub details: Vec<LocalizedText>,
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
        let name = &*sanitize(name);
        for line in std::iter::once(&mut self.summary).chain(self.details.first_mut()) {
            *line = line.map(|locale, told| sources::list_of(locale, name, told));
        }
        let others: Vec<String> = others.iter().map(|&other| sanitize(other).into_owned()).collect();
        let told = SourceFault::OtherLists { read: name.to_owned(), others: others.clone() };
        self.notes.extend((!others.is_empty()).then_some(told));
        self
    }

    /// How a table is read that annalist wrote.
    pub(super) fn of_own(&self) -> Self {
        let head = LocalizedText::new(|locale| sources::with_columns(locale, self.header.len(), OWN_TABLE));
        let summary = head.map(sources::own_table);
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
        let used: Vec<String> = mapping
            .fields()
            .flat_map(|(_, templates)| templates.iter().flat_map(Template::columns).map(plain_name))
            .collect();
        let kept: Vec<&str> =
            header.iter().filter(|name| !used.contains(&plain_name(name))).map(String::as_str).collect();
        let fields: Vec<LocalizedText> =
            mapping.fields().map(|(target, made)| field(target, made, by_content.contains(&target))).collect();
        let head = LocalizedText::new(|locale| {
            let kind = kind(syntax, locale);
            let kind = named.map_or(kind.to_owned(), |name| sources::kind_named(locale, kind, name));
            sources::with_columns(locale, header.len(), &kind)
        });
        let summary = head.map(|locale, head| {
            let rest = (!kept.is_empty()).then(|| sources::kept_as_fields(locale, kept.len()));
            let told = fields.iter().map(|field| field.text(locale).to_owned()).chain(rest);
            sources::summary(locale, head, &told.collect::<Vec<_>>().join(" · "))
        });
        let mut details = vec![head];
        details.extend(fields);
        details.extend(
            (!kept.is_empty())
                .then(|| LocalizedText::new(|locale| sources::kept(locale, &kept.join(detail::comma(locale))))),
        );
        Self { summary, details, notes, mapping: mapping.clone(), header: header.to_vec() }
    }
}

/// In what rows are written.
const fn kind(syntax: RowSyntax, locale: Locale) -> &'static str {
    match syntax {
        RowSyntax::Delimited { dialect, .. } if dialect.delimiter == b'\t' => "TSV",
        RowSyntax::Delimited { .. } => "CSV",
        RowSyntax::Objects => "JSON",
        RowSyntax::Log => sources::log(locale),
    }
}

/// What a field is made of.
fn field(target: Target, templates: &[Template], is_guessed: bool) -> LocalizedText {
    let made: Vec<String> = templates.iter().map(ToString::to_string).collect();
    let told = LocalizedText::from(format!("{} = {}", target.name(), made.join(", ")));
    if is_guessed { told.map(sources::by_content) } else { told }
}
