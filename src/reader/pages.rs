//! What is told of the timeline as a whole, of its file, and of the commands.

use super::{
    command::{COMMANDS, CommandInfo},
    command_line::{CommandLine, near_command},
    mode::ReaderMode,
    response::Response,
    sentence::{capitalized, enumerated, quoted, sentence, sentences, written_date},
};
use crate::{
    app::{TimelineCounts, count_addresses},
    messages::{DisabledReason, Locale, detail, exports, pages, reader},
    model::{Lang, Term, Text},
};

impl ReaderMode<'_> {
    /// What the timeline is about, how much there is of what, and by which rules it was made.
    pub(super) fn tell_about(&self) -> Response {
        let (info, lang, locale) = (&self.app.timeline().info, self.app.lang(), self.locale());
        let pick = |en: &Option<Text>, ja: &Option<Text>| {
            let (first, second) = if lang == Lang::Ja { (ja, en) } else { (en, ja) };
            first.as_ref().or(second.as_ref()).map(ToString::to_string)
        };
        let labelled = |label: &str, text: String| sentence(&reader::labelled(locale, label, &text), locale);
        let title = lang.pick(&info.title, info.title_ja.as_deref());
        let mut lines = vec![sentence(title, locale)];
        lines.extend(pick(&info.description, &info.description_ja));
        lines.extend(
            info.updated
                .as_deref()
                .map(|date| sentence(&reader::last_revised(locale, &written_date(date, locale)), locale)),
        );
        lines.push(sentence(&reader::of_timeline(locale, self.app.timeline().len()), locale));
        if let Some(reading) = &self.app.document().reading {
            let notes = reading.notes.iter().map(|note| note.message(locale));
            let columns = reading.details.iter().map(|line| line.text(locale).trim().to_owned()).chain(notes);
            lines.extend([heading(reader::columns(locale), locale)].into_iter().chain(columns));
        }
        lines.extend(self.counts());
        lines.extend(pick(&info.policy, &info.policy_ja).map(|text| labelled(reader::rules(locale), text)));
        lines.extend(
            pick(&info.corrections, &info.corrections_ja).map(|text| labelled(reader::corrections(locale), text)),
        );
        Response::text(lines)
    }

    /// How much there is of what.
    fn counts(&self) -> Vec<String> {
        let (timeline, lang, locale) = (self.app.timeline(), self.app.lang(), self.locale());
        let counts = TimelineCounts::of(timeline);
        let words = &timeline.vocabularies;
        let term = |(term, count): (&Term, usize)| {
            let about =
                if lang == Lang::Ja { term.about_ja.as_ref().or(term.about.as_ref()) } else { term.about.as_ref() };
            let count = reader::value(locale, &term.label(lang), &reader::events(locale, count));
            sentences([count, about.map(ToString::to_string).unwrap_or_default()], locale)
        };
        let lanes = words.lanes.iter().map(|(_, term)| term).zip(counts.lanes).map(term).collect::<Vec<_>>();
        let kinds = words.kinds.iter().map(|(_, term)| term).zip(counts.kinds).map(term).collect::<Vec<_>>();
        let mut lines = Vec::new();
        for (label, rows) in [(reader::lanes(locale), lanes), (reader::kinds(locale), kinds)] {
            if !rows.is_empty() {
                lines.extend([heading(label, locale)].into_iter().chain(rows));
            }
        }
        let languages = counts.languages.iter().map(|(&language, &count)| {
            let name = match language {
                "en" => pages::english(locale),
                "ja" => pages::japanese(locale),
                other => other,
            };
            reader::cell(locale, name, &count.to_string())
        });
        let levels =
            [pages::high(locale), pages::medium(locale), pages::low(locale)].into_iter().zip(counts.confidence);
        let levels =
            levels.filter(|(_, count)| *count > 0).map(|(name, count)| reader::cell(locale, name, &count.to_string()));
        for (label, told) in [
            (reader::quotes_by_language(locale), languages.collect::<Vec<_>>()),
            (reader::confidence(locale), levels.collect()),
        ] {
            if !told.is_empty() {
                lines.push(sentence(&reader::labelled(locale, label, &told.join(exports::separator(locale))), locale));
            }
        }
        let (addresses, official) = count_addresses(timeline);
        lines.extend((addresses > 0).then(|| sentence(&reader::addresses(locale, addresses, official), locale)));
        lines
    }

    /// What is wrong with the file.
    pub(super) fn tell_problems(&self) -> Response {
        let (problems, locale) = (&self.app.document().problems, self.locale());
        if problems.is_empty() {
            return Response::told(capitalized(DisabledReason::NoProblems.text(locale)));
        }
        Response::text(problems.iter().map(|problem| sentence(&quoted(problem.text(locale), locale), locale)).collect())
    }

    /// Speaks another language.
    pub(super) fn speak(&mut self, argument: &str) -> Response {
        let lang = match argument.to_lowercase().as_str() {
            "" => self.app.lang().next(),
            "en" | "english" | "英語" => Lang::En,
            "ja" | "japanese" | "日本語" => Lang::Ja,
            "both" | "両方" => Lang::Both,
            _ => return Response::failed(reader::not_a_language(self.locale(), argument)),
        };
        self.app.prefs_mut().lang = lang;
        let position = self.position();
        Response { told: vec![reader::language_is(self.locale()).to_owned(), position], ..Response::default() }
    }

    /// The commands, or one of them.
    pub(super) fn help(&self, argument: &str) -> Response {
        let locale = self.locale();
        if argument.is_empty() {
            let all = COMMANDS.iter().map(|info| help_line(info, locale));
            return Response::text([reader::numbers_and_enter(locale).to_owned()].into_iter().chain(all).collect());
        }
        match CommandLine::read(argument) {
            CommandLine::Command(command, _) => {
                Response::told(command.info().map(|info| help_line(info, locale)).unwrap_or_default())
            }
            _ => Response::failed(match near_command(argument) {
                Some(near) => reader::did_you_mean(locale, argument, near),
                None => reader::no_such_command(locale, argument),
            }),
        }
    }

    /// Says that a line is no command.
    pub(super) fn refuse_long_line(&mut self) -> Vec<String> {
        self.has_failed = true;
        vec![sentence(reader::line_too_long(self.locale()), self.locale())]
    }
}

/// What stands before lines of one sort.
fn heading(label: &str, locale: Locale) -> String {
    format!("{label}{}", detail::colon(locale).trim_end())
}

/// A command with its other names, what stands behind it, and what it does.
fn help_line(info: &CommandInfo, locale: Locale) -> String {
    let argument = info.argument.text(locale);
    let said = format!("{} {argument}", info.name);
    let mut others: Vec<&str> = info.others.to_vec();
    if locale == Locale::Japanese {
        others.push(info.japanese);
    }
    let others = if others.is_empty() { String::new() } else { reader::also(locale, &enumerated(others, locale)) };
    let said = enumerated([said.trim(), &*others], locale);
    sentence(&reader::labelled(locale, &said, info.help.text(locale)), locale)
}
