//! Checking files: what is wrong with each is told in the format that is asked for, and all of them together decide how the
//! run ends.

use std::path::PathBuf;

use super::{
    check_args::{CheckArgs, Denied, ReportFormat},
    exit_status::{ExitStatus, print, print_error},
    fix::{self, Mending},
    language::locale,
    opened::{OpenedTimeline, counted},
};
use crate::{
    load::{ColorChoice, DiagnosticCode, FileDiagnostics, Severity, json_report, sarif_report},
    messages::{LocalizedText, commands, detail, reports},
    stream::SharedIds,
    terminal::{Caps, ColorSupport},
};

/// Checks the files that the command line names.
pub(super) fn check(args: &CheckArgs) -> ExitStatus {
    let (options, memory) = match args.reading.with_settings(args.memory) {
        Ok(reading) => reading,
        Err(message) => {
            print_error(message.text(locale()));
            return ExitStatus::WrongUse;
        }
    };
    let named: Vec<Option<&PathBuf>> =
        if args.files.is_empty() { vec![None] } else { args.files.iter().map(Some).collect() };
    let mut report = Report::new(args);
    for file in named {
        let read = |path: &PathBuf| OpenedTimeline::read_all(path, &options, memory);
        let opened = match file {
            Some(path) if args.fix && path.as_os_str() == "-" => {
                Err(LocalizedText::new(|locale| commands::fix_standard_input(locale).to_owned()))
            }
            Some(path) if args.fix => read(path).and_then(|opened| report.mend(path, opened, args.yes, read)),
            Some(path) => read(path),
            // What was built in is checked as it was written.
            None => OpenedTimeline::builtin_source(),
        };
        match opened {
            Ok(opened) => report.take(opened),
            Err(message) => report.fail(&message),
        }
    }
    report.end()
}

/// What has been found so far.
struct Report {
    format: ReportFormat,
    colour: ColorChoice,
    denies_warnings: bool,
    /// What is told at the end, where all stands in one document.
    found: Vec<FileDiagnostics>,
    /// What could not be read, and why.
    unread: Vec<String>,
    /// The ids of the files so far; `None` where there is one file.
    ids: Option<SharedIds>,
    /// The first of the worst that was found, as an example of what can be explained.
    worst: Option<(Severity, DiagnosticCode)>,
    files: usize,
    events: usize,
    errors: usize,
    warnings: usize,
    ending: ExitStatus,
    unwritten: Option<ExitStatus>,
}

impl Report {
    fn new(args: &CheckArgs) -> Self {
        let is_coloured = Caps::detect().colors != ColorSupport::Mono;
        Self {
            format: args.format,
            colour: if is_coloured { ColorChoice::Ansi } else { ColorChoice::Plain },
            denies_warnings: args.deny == Some(Denied::Warnings),
            found: Vec::new(),
            unread: Vec::new(),
            ids: (args.files.len() > 1).then(SharedIds::default),
            worst: None,
            files: 0,
            events: 0,
            errors: 0,
            warnings: 0,
            ending: ExitStatus::Fine,
            unwritten: None,
        }
    }

    /// Mends a file that was read, and reads it again if that has changed it.
    fn mend(
        &mut self,
        path: &PathBuf,
        opened: OpenedTimeline,
        is_wanted: bool,
        read: impl FnOnce(&PathBuf) -> Result<OpenedTimeline, LocalizedText>,
    ) -> Result<OpenedTimeline, LocalizedText> {
        match fix::mend(path, &opened, is_wanted) {
            Mending::Nothing => {}
            Mending::Written => return read(path),
            Mending::Unwanted => self.ending = self.ending.max(ExitStatus::Problems),
            Mending::Failed => self.unwritten = Some(ExitStatus::Unwritten),
        }
        Ok(opened)
    }

    /// Takes a file that was read.
    fn take(&mut self, mut opened: OpenedTimeline) {
        let shared = self.ids.as_mut().and_then(|ids| ids.add(&opened.timeline));
        if let Some(found) = opened.diagnostics.files.last_mut() {
            found.extend_whole(shared);
        }
        let problems = opened.diagnostics.files.iter().flat_map(|found| &found.problems);
        for (severity, code) in problems.map(|problem| (problem.severity, problem.fault.code())) {
            if self.worst.is_none_or(|(worst, _)| severity > worst) {
                self.worst = Some((severity, code));
            }
        }
        let (errors, warnings) = opened.diagnostics.counts();
        self.files += 1;
        self.events += opened.timeline.len();
        self.errors += errors;
        self.warnings += warnings;
        let is_sound = errors == 0 && !opened.timeline.is_empty() && !(self.denies_warnings && warnings > 0);
        if !is_sound {
            self.ending = self.ending.max(ExitStatus::Problems);
        }
        match self.format {
            ReportFormat::Human => {
                let (reading, found, summary) = (opened.told_reading(), opened.report(self.colour), opened.summary());
                let gap = if found.is_empty() { "" } else { "\n" };
                self.print(&format!("{reading}{found}{gap}{summary}\n"));
            }
            ReportFormat::Json => {
                let lines: Result<String, _> = opened.diagnostics.files.iter().map(json_report).collect();
                self.print_json(lines);
            }
            ReportFormat::Sarif => self.found.append(&mut opened.diagnostics.files),
        }
    }

    /// Takes a file that could not be read.
    fn fail(&mut self, message: &LocalizedText) {
        print_error(message.text(locale()));
        self.unread.push(message.to_string());
        self.ending = ExitStatus::WrongUse;
    }

    /// Tells what is told at the end; how the run ends.
    fn end(mut self) -> ExitStatus {
        match self.format {
            ReportFormat::Human => self.print(&self.closing()),
            ReportFormat::Json => {}
            ReportFormat::Sarif => self.print_json(sarif_report(&self.found, &self.unread)),
        }
        self.unwritten.unwrap_or(self.ending)
    }

    /// Where more is said of what was found, and what there is in several files together.
    fn closing(&self) -> String {
        let locale = locale();
        let more = self.worst.map(|(_, code)| reports::more(locale, code.name()) + "\n");
        let all = (self.files + self.unread.len() > 1).then(|| {
            let counts = [reports::files(locale, self.files), counted(self.events, self.errors, self.warnings)];
            reports::in_all(locale, &counts.join(detail::comma(locale))) + "\n"
        });
        more.into_iter().chain(all).collect()
    }

    fn print(&mut self, text: &str) {
        self.unwritten = print(text).or(self.unwritten);
    }

    fn print_json(&mut self, report: serde_json::Result<String>) {
        match report {
            Ok(text) => self.print(&text),
            Err(error) => {
                print_error(&error.to_string());
                self.unwritten = Some(ExitStatus::Unwritten);
            }
        }
    }
}
