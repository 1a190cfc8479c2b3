//! Dates of TimelineJS: an object of numbers or, in the first version, numbers with commas between them.

use std::ops::Range;

use super::super::{
    clean, diagnostic::DiagnosticKind, diagnostics::Diagnostics, import_fault::ImportFault, object::JsonObject,
};
use crate::model::{CellDate, ColumnForm, DateOrder, EventDate};

/// A date and where it stands.
pub(super) struct SlideDate {
    pub(super) date: EventDate,
    pub(super) span: Range<usize>,
}

/// The parts of a date, from the year to the second, each with its place.
const PARTS: [&str; 6] = ["year", "month", "day", "hour", "minute", "second"];

/// Reads the date of this name; `None` if there is none, or none that can be read.
pub(super) fn read(slide: JsonObject<'_>, name: &str, problems: &mut Diagnostics) -> Option<SlideDate> {
    let span = slide.get(name)?.span.clone();
    let Some(object) = slide.object(name) else {
        let (text, span) = slide.said(name)?;
        return legacy(&text, span, problems);
    };
    let mut parts: Vec<(String, Range<usize>)> = PARTS.into_iter().map_while(|part| object.said(part)).collect();
    let (year, year_span) = parts.first()?.clone();
    if year.parse::<i64>().is_err() {
        return report(&year, &year, year_span, problems);
    }
    if let (6, Some(millis)) = (parts.len(), object.text("millisecond"))
        && let Some((second, _)) = parts.last_mut()
        && millis.parse::<u16>().is_ok_and(|millis| millis > 0)
    {
        *second = format!("{second}.{millis:0>3}");
    }
    let texts: Vec<&str> = parts.iter().map(|(text, _)| text.as_str()).collect();
    report(&edtf(&texts), &texts.join("-"), span, problems)
}

/// Reads `2011,12,10,9,5`, `2011` or `12/10/2011`, which has the month first.
pub(super) fn legacy(text: &str, span: Range<usize>, problems: &mut Diagnostics) -> Option<SlideDate> {
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.iter().all(|part| part.parse::<i64>().is_ok()) {
        return report(&edtf(parts.get(..parts.len().min(6)).unwrap_or_default()), text, span, problems);
    }
    let form = ColumnForm::decide(&[], Some(DateOrder::MonthDayYear)).form;
    match form.read(text) {
        CellDate::Date(date) => Some(SlideDate { date, span }),
        CellDate::Undated => None,
        CellDate::Invalid(error) => {
            problems.push(span, DiagnosticKind::Date(error));
            None
        }
    }
}

/// The date that a text of EDTF is, or a problem in the words of the file.
fn report(edtf: &str, written: &str, span: Range<usize>, problems: &mut Diagnostics) -> Option<SlideDate> {
    match EventDate::parse(edtf) {
        Ok(date) => Some(SlideDate { date, span }),
        Err(mut error) => {
            written.clone_into(&mut error.text);
            problems.push(span, DiagnosticKind::Date(error));
            None
        }
    }
}

/// Parts of a date as EDTF has them. A negative year is one before Christ, of which there is no year 0.
fn edtf(parts: &[&str]) -> String {
    let mut text = String::new();
    for (part, place) in parts.iter().zip(0..) {
        let part = match (place, part.parse::<i64>()) {
            (0, Ok(year)) => {
                let year = if year < 0 { year + 1 } else { year };
                let (sign, digits) = (if year < 0 { "-" } else { "" }, year.unsigned_abs());
                if digits > 9999 { format!("Y{sign}{digits}") } else { format!("{sign}{digits:04}") }
            }
            (_, Ok(part)) => format!("{part:02}"),
            (_, Err(_)) if part.find('.') == Some(1) => format!("0{part}"),
            (_, Err(_)) => (*part).to_owned(),
        };
        text.push_str(match place {
            0 => "",
            1 | 2 => "-",
            3 => "T",
            _ => ":",
        });
        text.push_str(&part);
    }
    // An hour by itself is a clock time only with its minutes.
    if parts.len() == 4 { text + ":00" } else { text }
}

/// The date from a start to an end, whose last day belongs to it.
pub(super) fn span(start: SlideDate, end: Option<SlideDate>, problems: &mut Diagnostics) -> Option<EventDate> {
    let Some(end) = end.filter(|end| end.date.as_written() != start.date.as_written()) else { return Some(start.date) };
    match EventDate::from_start_end(start.date.as_written(), end.date.as_written()) {
        Ok(date) if date.has_clock() => Some(date),
        Ok(date) => {
            let text = format!("{}/{}", start.date.as_written(), end.date.as_written());
            Some(EventDate::parse(&text).unwrap_or(date))
        }
        Err(error) => {
            problems.push(end.span, DiagnosticKind::Date(error));
            None
        }
    }
}

/// The date that is shown in place of another one: taken where it is a date, and not quite another time.
pub(super) fn displayed(label: &str, span: Range<usize>, date: EventDate, problems: &mut Diagnostics) -> EventDate {
    let CellDate::Date(shown) = ColumnForm::default().read(label) else { return date };
    let (own, other) = (shown.bounds(), date.bounds());
    if own.start.earliest <= other.end.latest && own.end.latest >= other.start.earliest {
        let is_same = shown.bounds() == date.bounds() || shown.alternatives().len() > 1;
        return if is_same { date } else { shown };
    }
    let fault = ImportFault::DisplayDate {
        shown: clean::line(label).unwrap_or_default().into_owned(),
        date: date.written().into_owned(),
    };
    problems.push(span, DiagnosticKind::Import(fault));
    date
}
