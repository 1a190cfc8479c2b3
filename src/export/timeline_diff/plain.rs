//! A comparison for a terminal: a line an event, and below it what has changed, in colours or between brackets.

use std::io::{self, Write};

use super::{
    diff_line::{DiffLine, Sign, event_of, field_lines, title, written_date},
    diff_report::DiffReport,
};
use crate::{
    diff::{EventChange, WordChange},
    messages::{Locale, diffs, system},
};

/// How words that came and went stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// Between brackets: `[-old-]` and `{+new+}`.
    Brackets,
    /// In red and struck out, in green and underlined.
    Colours,
}

impl Emphasis {
    /// What stands before and behind text that came or went.
    const fn around(self, sign: Sign) -> (&'static str, &'static str) {
        match (self, sign) {
            (Self::Brackets, Sign::Added) => ("{+", "+}"),
            (Self::Brackets, Sign::Removed) => ("[-", "-]"),
            (Self::Colours, Sign::Added) => ("\x1b[32;4m", "\x1b[0m"),
            (Self::Colours, Sign::Removed) => ("\x1b[31;9m", "\x1b[0m"),
            (_, Sign::Changed) => ("", ""),
        }
    }
}

/// Writes it, or nothing.
pub(super) fn write(report: DiffReport<'_>, emphasis: Emphasis, out: &mut dyn Write) -> io::Result<()> {
    if report.diff.is_empty() {
        return Ok(());
    }
    let names = format!("{} → {}", report.old.0, report.new.0);
    writeln!(out, "{}", system::of_file(report.locale, &names, &report.counts()))?;
    let mut lines = Vec::new();
    field_lines(0, &report.diff.declarations, &mut lines);
    if !lines.is_empty() {
        writeln!(out)?;
        lines.iter().try_for_each(|line| write_line(line, emphasis, report.locale, out))?;
    }
    for (at, change) in report.diff.changes.iter().enumerate() {
        if at == 0 {
            writeln!(out)?;
        }
        let Some((sign, event)) = event_of(change, report.old.1, report.new.1) else { continue };
        writeln!(out, "{} {}  {}  ({})", mark(sign), written_date(&event), title(&event, report.locale), event.id)?;
        if let EventChange::Changed { fields, .. } = change {
            let mut lines = Vec::new();
            field_lines(1, fields, &mut lines);
            lines.iter().try_for_each(|line| write_line(line, emphasis, report.locale, out))?;
        }
    }
    Ok(())
}

const fn mark(sign: Sign) -> char {
    match sign {
        Sign::Added => '+',
        Sign::Removed => '-',
        Sign::Changed => '~',
    }
}

fn write_line(line: &DiffLine<'_>, emphasis: Emphasis, locale: Locale, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{:width$}", "", width = line.depth * 2)?;
    // Where the whole line came or went, its mark says so.
    let whole = line.sign.map(|sign| {
        let (before, after) = if emphasis == Emphasis::Colours { emphasis.around(sign) } else { ("", "") };
        (mark(sign), before, after)
    });
    match whole {
        Some((mark, ..)) => write!(out, "{mark} ")?,
        None if line.says() => write!(out, "{}: ", line.label)?,
        None => write!(out, "{}", line.label)?,
    }
    for word in &line.words {
        let (text, (before, after)) = match (word, whole) {
            (WordChange::Same(text), _) => (text, ("", "")),
            (WordChange::Added(text) | WordChange::Removed(text), Some((_, before, after))) => (text, (before, after)),
            (WordChange::Added(text), None) => (text, emphasis.around(Sign::Added)),
            (WordChange::Removed(text), None) => (text, emphasis.around(Sign::Removed)),
        };
        write!(out, "{before}{}{after}", text.replace('\n', " "))?;
    }
    writeln!(out, "{}", if line.is_reordered { diffs::in_another_order(locale) } else { "" })
}
