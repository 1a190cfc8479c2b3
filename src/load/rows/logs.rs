//! Logs of which it is known what their columns are: bodyfiles of The Sleuth Kit, and logs of Zeek.

use std::sync::Arc;

use super::{
    bodyfile,
    log_form::LogForm,
    mapping::{Mapping, MappingFault},
    mapping_report::MappingReport,
    plan::{DateColumn, Plan, ResolvedTemplate},
    read_options::ReadOptions,
    row_reader::RowReader,
    row_source::{RowSource, RowSyntax},
    sample::Sample,
    target::Target,
    template::Template,
    unmapped::UnmappedTable,
    zeek::{self, LogHeader},
};
use crate::model::{ColumnForm, ExtraField, ExtraFields};

/// What is known of a log before its records are read.
struct Log {
    form: LogForm,
    columns: Vec<String>,
    /// What its columns are, as far as nobody says otherwise.
    mapping: Mapping,
}

/// What reads a log that begins like this; `None` if it is none.
pub(super) fn reader(begin: &str, options: &ReadOptions) -> Option<Result<RowReader, UnmappedTable>> {
    if zeek::is_log(begin) {
        return Some(zeek(begin, options));
    }
    bodyfile::is_bodyfile(begin).then(|| bodyfile(options))
}

/// How a bodyfile is read.
pub(super) fn bodyfile(options: &ReadOptions) -> Result<RowReader, UnmappedTable> {
    let mut mapping = Mapping::default();
    mapping.set(Target::Date, bodyfile::MACB.map(|(name, _)| Template::column(name)).to_vec());
    mapping.set(Target::Title, vec![Template::column("name")]);
    let columns = bodyfile::COLUMNS.map(str::to_owned).to_vec();
    Log { form: LogForm::BodyFile, columns, mapping }.reader("bodyfile", options)
}

/// How a log of Zeek is read that begins like this.
pub(super) fn zeek(begin: &str, options: &ReadOptions) -> Result<RowReader, UnmappedTable> {
    let header = LogHeader::of(begin);
    let has = |name: &&str| header.fields.iter().any(|field| field == name);
    let there = |names: &[&str]| names.iter().filter(|name| has(name)).map(|name| Template::column(name)).collect();
    let mut titles: Vec<Template> = there(&zeek::TITLES);
    let [from, from_port, to, to_port] = zeek::CONNECTION;
    if zeek::CONNECTION.iter().all(has) {
        titles.push(Template::parse(&format!("{{{from}}}:{{{from_port}}} → {{{to}}}:{{{to_port}}}")));
    }
    let mut mapping = Mapping::default();
    for (target, templates) in [(Target::Title, titles), (Target::Kind, there(&zeek::KINDS))] {
        if !templates.is_empty() {
            mapping.set(target, templates);
        }
    }
    if let Some(name) = header.time.and_then(|place| header.fields.get(place)) {
        mapping.set(Target::Date, vec![Template::column(name)]);
    }
    let named = if header.path.is_empty() { "Zeek".to_owned() } else { format!("Zeek, {}", header.path) };
    Log { columns: header.fields.clone(), form: LogForm::Zeek(header), mapping }.reader(&named, options)
}

impl Log {
    fn reader(self, named: &str, options: &ReadOptions) -> Result<RowReader, UnmappedTable> {
        let Self { form, columns: header, mapping } = self;
        let fields = ExtraFields::default();
        let columns: Vec<ExtraField> = header.iter().map(|name| fields.intern(name)).collect();
        let given = options.given(&header);
        let mapping = mapping.overridden(&given);
        let unmapped = |fault, missing| UnmappedTable::of(fault, missing, &header, &Sample::default(), &columns);
        if mapping.of(Target::Date).is_empty() {
            return Err(unmapped(None, vec![Target::Date]));
        }
        let plan = plan(&form, &mapping, &given, &columns, &fields);
        let plan = plan.map_err(|fault| unmapped(Some(fault), Vec::new()))?;
        let about = MappingReport::of(RowSyntax::Log, Some(named), &mapping, &header, (&[], Vec::new()));
        Ok(RowReader {
            source: RowSource::Log(form),
            is_by_content: false,
            columns,
            fields: Arc::new(fields),
            plan,
            about: Arc::new(about),
        })
    }
}

/// What is made of each record.
fn plan(
    form: &LogForm,
    mapping: &Mapping,
    given: &Mapping,
    columns: &[ExtraField],
    fields: &ExtraFields,
) -> Result<Plan, MappingFault> {
    let mut plan = Plan::of(mapping, columns, fields)?;
    let column = |template: &Template| {
        let name = template.to_string();
        let letter = bodyfile::MACB.iter().position(|(time, _)| *time == name).filter(|_| form.is_bodyfile());
        let letter = letter.and_then(|place| Some((place, bodyfile::MACB.get(place)?.1)));
        let template = ResolvedTemplate::of(template, columns, fields)?;
        Ok(DateColumn { name, template, form: ColumnForm::SECONDS, letter })
    };
    plan.dates = mapping.of(Target::Date).iter().map(column).collect::<Result<_, _>>()?;
    if plan.dates.iter().any(|date| date.letter.is_none()) {
        plan.dates.iter_mut().for_each(|date| date.letter = None);
    }
    plan.end = mapping.of(Target::End).first().map(column).transpose()?;
    if let LogForm::Zeek(header) = form {
        plan.bracket_hosts(zeek::CONNECTION.iter().flat_map(|name| fields.named(name)));
        // What a record is called, and of what kind it is, is asked for by the names of its columns as well.
        plan.keep_all_but_dates();
        let of_all = [(Target::Title, true), (Target::Lane, false)];
        for (target, is_last) in of_all.into_iter().filter(|_| !header.path.is_empty()) {
            if !given.speaks_of(target) && (is_last || mapping.of(target).is_empty()) {
                plan.push_constant(target, &header.path);
            }
        }
    }
    Ok(plan)
}
