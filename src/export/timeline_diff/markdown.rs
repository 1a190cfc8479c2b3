//! A comparison as a report in Markdown. What came and went is marked by the elements that HTML has for it, since signs around
//! words mean nothing beside a space or a Japanese full stop.

use std::io::{self, Write};

use super::{
    diff_line::{DiffLine, Sign, event_of, field_lines, title, written_date},
    diff_report::DiffReport,
};
use crate::{
    diff::{EventChange, WordChange},
    export::escape::markdown,
    messages::{Locale, detail, diffs, documents},
};

/// Writes the report.
pub(super) fn write(report: DiffReport<'_>, out: &mut dyn Write) -> io::Result<()> {
    let locale = report.locale;
    let heading = diffs::heading(locale, &markdown(report.old.0), &markdown(report.new.0));
    writeln!(out, "# {heading}\n\n{}", documents::sentence(locale, &report.counts()))?;
    let mut lines = Vec::new();
    field_lines(0, &report.diff.declarations, &mut lines);
    if !lines.is_empty() {
        writeln!(out, "\n## {}\n", diffs::declarations(locale))?;
        lines.iter().try_for_each(|line| write_line(line, locale, out))?;
    }
    for (at, change) in report.diff.changes.iter().enumerate() {
        if at == 0 {
            writeln!(out, "\n## {}\n", diffs::events(locale))?;
        }
        let Some((sign, event)) = event_of(change, report.old.1, report.new.1) else { continue };
        let (date, title, id) = (markdown(&written_date(&event)), markdown(title(&event, locale)), markdown(&event.id));
        let (colon, comma) = (detail::colon(locale), detail::comma(locale));
        writeln!(out, "- {}{colon}{date}{comma}{title} ({id})", word(sign, locale))?;
        if let EventChange::Changed { fields, .. } = change {
            let mut lines = Vec::new();
            field_lines(1, fields, &mut lines);
            lines.iter().try_for_each(|line| write_line(line, locale, out))?;
        }
    }
    Ok(())
}

const fn word(sign: Sign, locale: Locale) -> &'static str {
    match sign {
        Sign::Added => diffs::added(locale),
        Sign::Removed => diffs::removed(locale),
        Sign::Changed => diffs::changed(locale),
    }
}

fn write_line(line: &DiffLine<'_>, locale: Locale, out: &mut dyn Write) -> io::Result<()> {
    let label = line.sign.map_or_else(|| markdown(line.label), |sign| word(sign, locale).to_owned());
    let colon = if line.says() { detail::colon(locale) } else { "" };
    write!(out, "{:width$}- {label}{colon}", "", width = line.depth * 2)?;
    for word in &line.words {
        match word {
            WordChange::Added(text) if line.sign.is_none() => write!(out, "<ins>{}</ins>", markdown(text))?,
            WordChange::Removed(text) if line.sign.is_none() => write!(out, "<del>{}</del>", markdown(text))?,
            WordChange::Same(text) | WordChange::Added(text) | WordChange::Removed(text) => {
                write!(out, "{}", markdown(text))?;
            }
        }
    }
    writeln!(out, "{}", if line.is_reordered { diffs::in_another_order(locale) } else { "" })
}
