//! What is said of commands and options in the language of the run. In English that are the comments of the options; in Japanese
//! the words of a table are laid over them.

use clap::{
    Arg, ArgAction, Command, CommandFactory,
    builder::{PossibleValue, PossibleValuesParser},
};

use super::args::Args;
use crate::{
    export::OutputFormat,
    messages::{Locale, options, usage},
    themes::OFFERED_THEMES,
};

/// What stands among the options that have no heading of their own.
const NO_HEADING: Option<&str> = None;

/// All commands and options, as this language tells of them.
pub(super) fn command(locale: Locale) -> Command {
    match locale {
        Locale::English => Args::command(),
        Locale::Japanese => in_japanese(Args::command(), "").after_help(options::AFTER_HELP),
    }
}

/// The same for shells, which show beside a value what it means.
pub(super) fn command_for_shells(locale: Locale) -> Command {
    match locale {
        Locale::English => command(locale),
        Locale::Japanese => with_values(command(locale)),
    }
}

fn with_values(command: Command) -> Command {
    command.mut_args(values_in_japanese).mut_subcommands(with_values)
}

fn values_in_japanese(argument: Arg) -> Arg {
    let option = argument.get_id().to_string();
    let in_japanese = |value: PossibleValue| {
        let words = words_of_value(&option, &value, Locale::Japanese);
        if value.get_help().is_some() { value.help(words) } else { value }
    };
    let values: Vec<PossibleValue> = argument.get_possible_values().into_iter().map(in_japanese).collect();
    if values.is_empty() || !argument.get_action().takes_values() {
        return argument;
    }
    argument.value_parser(PossibleValuesParser::new(values))
}

/// What was written of commands and options with the headings that clap has for them, under those of this language.
pub(super) fn headings(help: &str, locale: Locale) -> String {
    let mut text = String::new();
    for line in help.lines() {
        match (locale, line) {
            (Locale::English, _) => text += line,
            (_, "Commands:") => text += usage::commands(locale),
            (_, "Arguments:") => text += usage::arguments(locale),
            (_, "Options:") => text += usage::options(locale),
            (_, line) if is_heading(line) => text.extend([line.trim_end_matches(':'), "："]),
            // A second form of use stands under the first.
            (_, line) if line.starts_with("       annalist ") => text.extend([" ", line]),
            (_, line) => match line.strip_prefix("Usage: ") {
                Some(usage) => text += &usage::usage(locale, usage),
                None => text += line,
            },
        }
        text.push('\n');
    }
    text
}

/// Whether a line is a heading over options.
fn is_heading(line: &str) -> bool {
    let heading = line.strip_suffix(':');
    options::HEADINGS.iter().any(|(_, japanese)| heading == Some(japanese))
}

fn in_japanese(command: Command, name: &str) -> Command {
    let about = options::COMMANDS.iter().find(|(known, _)| *known == name).map(|(_, about)| *about);
    let command = match about {
        Some(about) => command.about(about).long_about(about),
        None => command,
    };
    let command = command.mut_args(|argument| described(argument, name));
    let command = command.disable_help_flag(true).arg(described(help(), name));
    let command =
        if name.is_empty() { command.disable_version_flag(true).arg(described(version(), name)) } else { command };
    command.mut_subcommands(|command| {
        let name = command.get_name().to_owned();
        in_japanese(command, &name)
    })
}

fn help() -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help_heading(NO_HEADING)
}

fn version() -> Arg {
    Arg::new("version").short('V').long("version").action(ArgAction::Version).help_heading(NO_HEADING)
}

/// An argument of a command with its words, its values and its default.
fn described(argument: Arg, command: &str) -> Arg {
    let locale = Locale::Japanese;
    let id = argument.get_id().to_string();
    let find = |of: &str| options::ARGUMENTS.iter().find(|(command, known, _)| *command == of && *known == id);
    let Some((.., words)) = find(command).or_else(|| find("")) else { return argument };
    let default = argument.get_default_values().iter().filter(|_| !argument.is_hide_default_value_set());
    let default: Vec<String> = default.map(|value| usage::default_value(locale, &value.to_string_lossy())).collect();
    let values: Vec<PossibleValue> =
        argument.get_possible_values().into_iter().filter(|value| !value.is_hide_set()).collect();
    let takes_values = argument.get_action().takes_values();
    let argument = if takes_values { argument.hide_possible_values(true).hide_default_value(true) } else { argument };
    let heading = argument.get_help_heading().and_then(|heading| {
        options::HEADINGS.iter().find(|(english, _)| *english == heading).map(|(_, japanese)| *japanese)
    });
    let argument = match heading {
        Some(heading) => argument.help_heading(heading),
        None => argument,
    };
    if values.is_empty() || !takes_values {
        return argument.help([vec![(*words).to_owned()], default].concat().join(" "));
    }
    let names = usage::short_values(locale, &values.iter().map(PossibleValue::get_name).collect::<Vec<_>>().join(", "));
    let short = [vec![(*words).to_owned()], default.clone(), vec![names.clone()]].concat().join(" ");
    let told = told_values(&id, &values).unwrap_or(names);
    let long = [vec![(*words).to_owned(), told], default].concat().join("\n\n");
    argument.help(short).long_help(long)
}

/// Values with what each of them means, a line each; `None` where nothing is said of any.
fn told_values(option: &str, values: &[PossibleValue]) -> Option<String> {
    let locale = Locale::Japanese;
    let width = values.iter().map(|value| value.get_name().len()).max().unwrap_or_default() + 1;
    let line = |value: &PossibleValue| {
        value.get_help()?;
        let name = value.get_name();
        Some(format!("- {:<width$} {}", format!("{name}:"), words_of_value(option, value, locale)))
    };
    let lines: Vec<String> = values.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| format!("{}\n{}", usage::long_values(locale), lines.join("\n")))
}

/// What a value means. An example is the same in every language.
fn words_of_value(option: &str, value: &PossibleValue, locale: Locale) -> String {
    let name = value.get_name();
    let help = value.get_help().map(ToString::to_string).unwrap_or_default();
    let format = OutputFormat::ALL
        .into_iter()
        .find(|format| option == "format" && format.name() == name && format.about(Locale::English) == help);
    if let Some(format) = format {
        return format.about(locale).to_owned();
    }
    if let Some(theme) = OFFERED_THEMES.iter().find(|theme| option == "theme" && theme.name == name) {
        return (theme.about)(locale).to_owned();
    }
    let known = options::VALUES.iter().find(|(of, known, _)| *of == option && *known == name);
    known.map_or(help, |(.., words)| (*words).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_japanese(text: &str) -> bool {
        text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}'))
    }

    fn all(command: &Command) -> Vec<&Command> {
        std::iter::once(command).chain(command.get_subcommands()).collect()
    }

    #[test]
    fn nothing_on_the_command_line_is_without_japanese() {
        let command = command(Locale::Japanese);
        for command in all(&command) {
            let name = command.get_name();
            assert!(command.get_about().is_some_and(|about| is_japanese(&about.to_string())), "{name}");
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(is_japanese(&help), "{name} {}: {help}", argument.get_id());
                assert!(argument.get_help_heading().is_none_or(is_japanese), "{name} {}", argument.get_id());
                for value in argument.get_possible_values().iter().filter(|value| !value.is_hide_set()) {
                    let Some(help) = value.get_help() else { continue };
                    let words = words_of_value(argument.get_id().as_str(), value, Locale::Japanese);
                    let is_date = help.to_string().contains("31");
                    assert!(is_japanese(&words) || is_date, "{name} {} {}", argument.get_id(), value.get_name());
                }
            }
        }
    }

    #[test]
    fn no_words_are_of_what_is_not_there() {
        let command = Args::command();
        let commands = all(&command);
        let of = |name: &str| commands.iter().filter(|it| name.is_empty() || it.get_name() == name).copied().collect();
        for (name, id, _) in options::ARGUMENTS {
            let found: Vec<&Command> = of(name);
            let has = |it: &&Command| it.get_arguments().any(|argument| argument.get_id() == id);
            assert!(["help", "version"].contains(id) || found.iter().any(has), "{name} {id}");
        }
        for (name, _) in options::COMMANDS {
            assert!(!Vec::<&Command>::is_empty(&of(name)), "{name}");
        }
        for (option, value, _) in options::VALUES {
            let has = |argument: &Arg| {
                argument.get_id() == option && argument.get_possible_values().iter().any(|it| it.get_name() == *value)
            };
            assert!(commands.iter().any(|it| it.get_arguments().any(has)), "{option} {value}");
        }
        for (english, _) in options::HEADINGS {
            let has = |argument: &Arg| argument.get_help_heading() == Some(english);
            assert!(command.get_arguments().any(has), "{english}");
        }
    }

    #[test]
    fn both_languages_take_the_same_command_lines() {
        for locale in Locale::ALL {
            command(locale).debug_assert();
            let mut names: Vec<String> = command(locale).get_arguments().map(|it| it.get_id().to_string()).collect();
            names.retain(|name| name != "help" && name != "version");
            let english: Vec<String> = Args::command().get_arguments().map(|it| it.get_id().to_string()).collect();
            assert_eq!(names, english);
        }
    }
}
