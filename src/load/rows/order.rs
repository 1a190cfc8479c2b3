//! An order of day, month and year that was said, and does not fit.

use super::{
    guess::guess,
    mapping::{Mapping, MappingFault},
    plan::ResolvedTemplate,
    sample::Sample,
    target::Target,
};
use crate::model::{DateOrder, ExtraField, ExtraFields};

/// That no column of dates was found because of the order that was said, if that is why.
pub(super) fn fault(
    sample: &Sample<'_>,
    columns: &[ExtraField],
    fields: &ExtraFields,
    order: Option<DateOrder>,
    given: &Mapping,
) -> Option<MappingFault> {
    let order = order?;
    let mapping = guess(sample, columns, fields, None, given).mapping;
    let template = mapping.of(Target::Date).first()?;
    misfit(sample, &ResolvedTemplate::of(template, columns, fields).ok()?, &template.to_string(), order)
}

/// That the dates of a column are not in this order, with those in which they can be read; `None` if there is none.
pub(super) fn misfit(
    sample: &Sample<'_>,
    template: &ResolvedTemplate,
    column: &str,
    order: DateOrder,
) -> Option<MappingFault> {
    let reads = |order: &DateOrder| {
        let survey = sample.survey(template, Some(*order));
        survey.dates > 0 && survey.faults * 10 <= survey.dates
    };
    let read_by: Vec<DateOrder> = DateOrder::ALL.into_iter().filter(|other| *other != order).filter(reads).collect();
    let cell = sample.rows.iter().find_map(|row| template.text(&row.row))?.trim().to_owned();
    (!read_by.is_empty()).then(|| MappingFault::Order { given: order, column: column.to_owned(), cell, read_by })
}
