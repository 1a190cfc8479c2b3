//! A comparison as a report in Markdown. What came and went is marked by the elements that HTML has for it, since signs around
//! words mean nothing beside a space or a Japanese full stop.

use std::io::{self, Write};

use super::{
    diff_line::{DiffLine, Sign, event_of, field_lines, written_date},
    diff_report::DiffReport,
};
use crate::{
    diff::{EventChange, WordChange},
    export::escape::markdown,
};

/// Writes the report.
pub(super) fn write(report: DiffReport<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# From {} to {}\n\n{}.", markdown(report.old.0), markdown(report.new.0), report.counts())?;
    let mut lines = Vec::new();
    field_lines(0, &report.diff.declarations, &mut lines);
    if !lines.is_empty() {
        writeln!(out, "\n## Declarations\n")?;
        lines.iter().try_for_each(|line| write_line(line, out))?;
    }
    for (at, change) in report.diff.changes.iter().enumerate() {
        if at == 0 {
            writeln!(out, "\n## Events\n")?;
        }
        let Some((sign, event)) = event_of(change, report.old.1, report.new.1) else { continue };
        let (date, title, id) = (markdown(&written_date(&event)), markdown(&event.title), markdown(&event.id));
        writeln!(out, "- {}: {date}, {title} ({id})", word(sign))?;
        if let EventChange::Changed { fields, .. } = change {
            let mut lines = Vec::new();
            field_lines(1, fields, &mut lines);
            lines.iter().try_for_each(|line| write_line(line, out))?;
        }
    }
    Ok(())
}

const fn word(sign: Sign) -> &'static str {
    match sign {
        Sign::Added => "added",
        Sign::Removed => "removed",
        Sign::Changed => "changed",
    }
}

fn write_line(line: &DiffLine<'_>, out: &mut dyn Write) -> io::Result<()> {
    let says = !line.words.is_empty() || !line.remark.is_empty();
    let label = line.sign.map_or_else(|| markdown(line.label), |sign| word(sign).to_owned());
    write!(out, "{:width$}- {label}{}", "", if says { ": " } else { "" }, width = line.depth * 2)?;
    for word in &line.words {
        match word {
            WordChange::Added(text) if line.sign.is_none() => write!(out, "<ins>{}</ins>", markdown(text))?,
            WordChange::Removed(text) if line.sign.is_none() => write!(out, "<del>{}</del>", markdown(text))?,
            WordChange::Same(text) | WordChange::Added(text) | WordChange::Removed(text) => {
                write!(out, "{}", markdown(text))?;
            }
        }
    }
    writeln!(out, "{}", line.remark)
}
