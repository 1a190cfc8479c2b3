//! The page of the manual, made of the options, the keys and the fields that the program goes by.

use std::{io, path::PathBuf};

use clap::CommandFactory;
use clap_mangen::{
    Man,
    roff::{Roff, bold, italic, roman},
};

use super::{
    args::Args,
    exit_status::{ExitStatus, print, print_error},
    settings_file::settings,
};
use crate::{
    input::{Group, KeyContext, KeyListEntry, KeySequence, Keymap, key_list},
    query::{Field, HAS, IS},
    text::{sanitize, suggest},
};

/// When anything on the pages last changed that is not made of tables.
const DATE: &str = "2026-11-30";

const ENVIRONMENT: [(&str, &str); 11] = [
    ("VISUAL, EDITOR", "the editor in which an event is edited"),
    ("BROWSER", "the program that opens the address of a source"),
    ("NO_COLOR", "if it is not empty, nothing is coloured"),
    ("CLICOLOR, CLICOLOR_FORCE", "0 for no colours; colours even where they seem unwanted, unless it is 0"),
    ("COLORTERM, TERM", "how many colours there are; where TERM is dumb, the events are printed"),
    ("COLORFGBG", "whether the background is dark, where the terminal does not say it"),
    ("FORCE_HYPERLINK", "addresses are links, unless it is 0, whatever is known of the terminal"),
    ("LC_ALL, LC_CTYPE, LANG", "whether the terminal shows more than ASCII"),
    ("TMUX", "inside tmux, what is copied is handed to tmux as well"),
    ("XDG_CONFIG_HOME", "the folder of the configuration, in place of ~/.config"),
    ("XDG_STATE_HOME", "the folder of what is remembered, in place of ~/.local/state"),
];

const FILES: [(&str, &str); 2] = [
    ("~/.config/annalist/config.toml", "the configuration; annalist config prints one with all defaults"),
    ("~/.local/state/annalist/", "marks, earlier queries, the view of the last run"),
];

const STATUSES: [(&str, &str); 4] = [
    ("0", "all is well"),
    ("1", "there are problems in the data, or the two timelines of diff differ"),
    ("2", "wrong use: an unknown option, a file that is not there, an event that does not exist"),
    ("3", "something could not be written"),
];

const EXAMPLES: [(&str, &str); 5] = [
    ("annalist", "explores the timeline that is built in"),
    ("annalist -q 'area:skills 2022..' events.csv", "explores a table, filtered"),
    ("annalist -q has:quote -f markdown -o report.md", "writes a report of what the filter keeps"),
    ("annalist check --fix timeline.toml", "names what is wrong, and mends what has one reading"),
    ("git log --pretty=tformat:'%cI%x09%an%x09%s' | annalist - --headless --map date=1,lane=2,title=3", "reads a log"),
];

/// Prints the page of the program, with the keys of this configuration, or that of one of its commands.
pub(super) fn man(of: Option<&str>, config: Option<&PathBuf>) -> ExitStatus {
    let command = Args::command();
    let page = match of {
        None => match settings(config) {
            Ok((settings, _)) => page(command, &settings.keymap),
            Err(message) => {
                print_error(&message);
                return ExitStatus::WrongUse;
            }
        },
        Some(name) => {
            let Some(found) = command.find_subcommand(name) else {
                let near = suggest(name, command.get_subcommands().map(clap::Command::get_name));
                let way = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                print_error(&format!("there is no command `{}`{way}", sanitize(name)));
                return ExitStatus::WrongUse;
            };
            page_of_command(found.clone())
        }
    };
    match page {
        Ok(page) => print(&String::from_utf8_lossy(&page)).unwrap_or(ExitStatus::Fine),
        Err(error) => {
            print_error(&error.to_string());
            ExitStatus::Unwritten
        }
    }
}

fn page(command: clap::Command, keymap: &Keymap) -> io::Result<Vec<u8>> {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let man = Man::new(command.about("a timeline explorer for the terminal").long_about(about)).date(DATE);
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
    let tables =
        [("ENVIRONMENT", &ENVIRONMENT[..]), ("FILES", &FILES), ("EXIT STATUS", &STATUSES), ("EXAMPLES", &EXAMPLES)];
    for (title, rows) in tables {
        roff.control("SH", [title]);
        for (term, about) in rows {
            definition(&mut roff, term, about);
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
    Roff::new().control("SH", ["SEE ALSO"]).text([bold("annalist"), roman("(1)")]).to_writer(&mut out)?;
    Ok(out)
}

/// Every action with its keys, the panes named where only they have a key.
fn keys(roff: &mut Roff, keymap: &Keymap) {
    roff.control("SH", ["KEYS"]);
    let mut group: Option<Group> = None;
    for KeyListEntry { info, keys } in key_list(keymap) {
        if group.replace(info.group) != Some(info.group) {
            roff.control("SS", [info.group.title().english]);
        }
        let in_layer = |(layer, keys): &(KeyContext, &[KeySequence])| {
            let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
            let pane = if *layer == KeyContext::Browse { String::new() } else { format!("{}: ", layer.name()) };
            pane + &keys.join(", ")
        };
        let bound: Vec<String> = keys.iter().map(in_layer).collect();
        let keys = if bound.is_empty() { "(no key)".to_owned() } else { bound.join(" · ") };
        definition(roff, &keys, info.help.english);
    }
}

/// What a filter can ask for.
fn queries(roff: &mut Roff) {
    roff.control("SH", ["QUERIES"]);
    roff.text([roman(
        "Words beside each other are all meant; | means either, - in front of a term excludes, parentheses group, quotation \
         marks keep words together. Dates are written as in 2022, 2022-03..2023-01, ..2021, >=2022-06.",
    )]);
    for field in Field::ALL.into_iter().chain([Field::Extra("EventID")]) {
        definition(roff, field.example(), field.about());
    }
    for (name, values) in [("has:", &HAS[..]), ("is:", &IS)] {
        roff.control("PP", []);
        roff.text([bold(name), roman(" asks for "), italic(values.join(", "))]);
    }
}

fn definition(roff: &mut Roff, term: &str, about: &str) {
    roff.control("TP", []);
    roff.text([bold(term)]);
    roff.text([roman(about)]);
}
