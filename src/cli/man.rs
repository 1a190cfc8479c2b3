//! The page of the manual, made of the options, the keys and the fields that the program goes by.

use std::{io, path::PathBuf};

use clap_mangen::{
    Man,
    roff::{Roff, bold, italic, roman},
};

use super::{
    exit_status::{ExitStatus, print, print_error},
    language::locale,
    localized::command,
    settings_file::settings,
};
use crate::{
    input::{Group, KeyContext, KeyListEntry, KeySequence, Keymap, key_list},
    messages::{Locale, MessageFn, commands, manual, system},
    query::{Field, HAS, IS},
    text::{sanitize, suggest},
};

/// When anything on the pages last changed that is not made of tables.
const DATE: &str = "2026-11-30";

/// Something that is named, and what is said of it.
type Definition = (&'static str, MessageFn);

const ENVIRONMENT: [Definition; 13] = [
    ("VISUAL, EDITOR", manual::editor),
    ("BROWSER", manual::browser),
    ("NO_COLOR", manual::no_color),
    ("CLICOLOR, CLICOLOR_FORCE", manual::clicolor),
    ("COLORTERM, TERM", manual::term),
    ("COLORFGBG", manual::background),
    ("FORCE_HYPERLINK", manual::hyperlink),
    ("LC_ALL, LC_MESSAGES, LANG", manual::language),
    ("LC_ALL, LC_CTYPE, LANG", manual::characters),
    ("ACCESSIBLE", manual::accessible),
    ("TMUX", manual::tmux),
    ("XDG_CONFIG_HOME", manual::config_home),
    ("XDG_STATE_HOME", manual::state_home),
];

const FILES: [Definition; 2] =
    [("~/.config/annalist/config.toml", manual::configuration), ("~/.local/state/annalist/", manual::state)];

const STATUSES: [Definition; 4] =
    [("0", manual::fine), ("1", manual::problems), ("2", manual::wrong_use), ("3", manual::unwritten)];

const EXAMPLES: [Definition; 5] = [
    ("annalist", manual::explores_built_in),
    ("annalist -q 'area:skills 2022..' events.csv", manual::explores_table),
    ("annalist -q has:quote -f markdown -o report.md", manual::writes_report),
    ("annalist check --fix timeline.toml", manual::mends),
    (
        "git log --pretty=tformat:'%cI%x09%an%x09%s' | annalist - --headless --map date=1,lane=2,title=3",
        manual::reads_log,
    ),
];

/// Headings that the maker of pages has.
const HEADINGS: [(&str, MessageFn); 7] = [
    ("NAME", manual::name),
    ("SYNOPSIS", manual::synopsis),
    ("DESCRIPTION", manual::description),
    ("OPTIONS", manual::options),
    ("SUBCOMMANDS", manual::subcommands),
    ("VERSION", manual::version),
    ("EXTRA", manual::extra),
];

/// Prints the page of the program, with the keys of this configuration, or that of one of its commands.
pub(super) fn man(of: Option<&str>, config: Option<&PathBuf>) -> ExitStatus {
    let mut command = command(locale());
    let page = match of {
        None => match settings(config) {
            Ok((settings, _)) => page(command, &settings.keymap),
            Err(message) => {
                print_error(message.text(locale()));
                return ExitStatus::WrongUse;
            }
        },
        Some(name) => {
            // Options of all commands are those of each from then on.
            command.build();
            let Some(found) = command.find_subcommand(name) else {
                let near = suggest(name, command.get_subcommands().map(clap::Command::get_name));
                let way = near.map(|near| commands::did_you_mean(locale(), near)).unwrap_or_default();
                print_error(&commands::no_command(locale(), &sanitize(name), &way));
                return ExitStatus::WrongUse;
            };
            page_of_command(found.clone())
        }
    };
    match page {
        Ok(page) => print(&with_headings(&String::from_utf8_lossy(&page), locale())).unwrap_or(ExitStatus::Fine),
        Err(error) => {
            print_error(&system::error(locale(), &error));
            ExitStatus::Unwritten
        }
    }
}

fn page(command: clap::Command, keymap: &Keymap) -> io::Result<Vec<u8>> {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let man = Man::new(command.about(manual::about(locale())).long_about(about)).date(DATE);
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    let mut synopsis = Roff::new();
    synopsis.control("SH", ["SYNOPSIS"]);
    synopsis.text([bold("annalist"), roman(" ["), italic("OPTION"), roman("]... ["), italic("FILE"), roman("]...")]);
    synopsis.control("br", []);
    synopsis.text([bold("annalist"), roman(" "), italic("COMMAND"), roman(" ["), italic("ARGUMENT"), roman("]...")]);
    synopsis.to_writer(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    man.render_subcommands_section(&mut out)?;
    let mut roff = Roff::new();
    keys(&mut roff, keymap);
    queries(&mut roff);
    let locale = locale();
    let tables = [
        (manual::environment(locale), &ENVIRONMENT[..]),
        (manual::files(locale), &FILES),
        (manual::exit_status(locale), &STATUSES),
        (manual::examples(locale), &EXAMPLES),
    ];
    for (title, rows) in tables {
        roff.control("SH", [title]);
        for (term, about) in rows {
            definition(&mut roff, term, about(locale));
        }
    }
    roff.to_writer(&mut out)?;
    man.render_extra_section(&mut out)?;
    Ok(out)
}

fn page_of_command(command: clap::Command) -> io::Result<Vec<u8>> {
    let name = format!("annalist {}", command.get_name());
    let man = Man::new(command.bin_name(name.clone()).version(env!("CARGO_PKG_VERSION")));
    let mut out = Vec::new();
    man.title(name.replace(' ', "-"))
        .source(concat!("annalist ", env!("CARGO_PKG_VERSION")))
        .date(DATE)
        .render(&mut out)?;
    Roff::new()
        .control("SH", [manual::see_also(locale())])
        .text([bold("annalist"), roman("(1)")])
        .to_writer(&mut out)?;
    Ok(out)
}

/// Every action with its keys, the panes named where only they have a key.
fn keys(roff: &mut Roff, keymap: &Keymap) {
    let locale = locale();
    roff.control("SH", [manual::keys(locale)]);
    let mut group: Option<Group> = None;
    for KeyListEntry { info, keys } in key_list(keymap) {
        if group.replace(info.group) != Some(info.group) {
            roff.control("SS", [info.group.title().text(locale)]);
        }
        let in_layer = |(layer, keys): &(KeyContext, &[KeySequence])| {
            let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
            let pane = if *layer == KeyContext::Browse { String::new() } else { format!("{}: ", layer.name()) };
            pane + &keys.join(", ")
        };
        let bound: Vec<String> = keys.iter().map(in_layer).collect();
        let keys = if bound.is_empty() { manual::no_key(locale).to_owned() } else { bound.join(" · ") };
        definition(roff, &keys, info.help.text(locale));
    }
}

/// What a filter can ask for.
fn queries(roff: &mut Roff) {
    let locale = locale();
    roff.control("SH", [manual::queries(locale)]);
    roff.text([roman(manual::how_queries_are_written(locale))]);
    for field in Field::ALL.into_iter().chain([Field::Extra("EventID")]) {
        definition(roff, field.example(), field.about(locale));
    }
    for (name, values) in [("has:", &HAS[..]), ("is:", &IS)] {
        roff.control("PP", []);
        roff.text([bold(name), roman(manual::asks_for(locale)), italic(values.join(", "))]);
    }
}

/// A page with its headings in this language.
fn with_headings(page: &str, locale: Locale) -> String {
    let mut text = String::new();
    for line in page.lines() {
        let heading = line.strip_prefix(".SH ");
        let known = HEADINGS.iter().find(|(english, _)| heading == Some(english));
        match known {
            Some((_, words)) => text.extend([".SH ", words(locale)]),
            // What a value means has a line of its own.
            None if locale != Locale::English && line.starts_with("\\- ") => text.extend([".br\n", line]),
            None => text += line,
        }
        text.push('\n');
    }
    text
}

fn definition(roff: &mut Roff, term: &str, about: &str) {
    roff.control("TP", []);
    roff.text([bold(term)]);
    roff.text([roman(about)]);
}
